"""Answers from passages: the sentences that state what was asked, in the document's own words."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from functools import lru_cache

from assistant.asking import ATTRIBUTES, Ask
from assistant.compose import not_stated
from assistant.counting import counted, counts
from assistant.findings import Draft, Evidence, Statement, evidence_of_passage
from assistant.question import Question
from assistant.relevance import Candidate, Relevance
from assistant.sentences import Sentence, sentences
from corpus.characters import same_width
from corpus.types import Document, Passage
from index.glossary import renderings
from index.terms import folded

STATED = 0.55
"""A sentence answers when it speaks of at least this weighted share of the topic (context counted)."""
AS_GOOD = 0.93
"""Further sentences are given when they are this close to the best one, unless one value is asked for."""
MOST_SENTENCES = 6
HEADINGS = 3
"""How many of the best sentences may be the heading of a section that answers as a whole."""
HEAD = 300
"""Characters at a document's start that say what it is about."""
_EVERY_YEAR = {str(year) for year in range(1900, 2100)}
LONGEST_ANSWER = 420
"""Characters of quoted text: what a person reads at once."""

_CITED = re.compile(r"〔[^〔〕]*〕\d*号?|《[^《》]*》")
_SEVERAL = re.compile("各|分别|both|each|respectively", re.IGNORECASE)
_NUMBERING = re.compile(r"^\s*(?:[（(]?\d{1,3}[)）.．、\s]|[（(]?[一二三四五六七八九十]{1,3}[)）、])\s*")
_NUMBER = re.compile(
    r"(?<![A-Za-z\d])\d[\d.,]*(?![\dA-Za-z])|[一二三四五六七八九十百千万亿两]+(?:个|项|家|条|亿|万|%|成|倍)"
)
_DATE = re.compile(r"(?:19|20)\d\d|\d+月|年底|年内|季度|“十[三四五六]五”")
_PERSON = re.compile(r"组长|主任|书记|市长|局长|负责人|主席|秘书长|厅长|部长|任.{0,6}长|兼任")
# What is counted: the noun after 多少家 or how many.
_FOCUS = re.compile(
    r"(?:多少|几)(?:个|家|名|位|项|条|款|座|支|批|辆|台|套|种|类)?(?P<zh>[\u4e00-\u9fff]{2,4})(?=[？?，。、]|$)"
    r"|(?<![A-Za-z])how (?:many|much) (?P<en>[a-z-]+(?: [a-z-]+)?)",
    re.IGNORECASE,
)
FOCUSED = 0.45
_YEAR = re.compile(r"(?<!\d)(?:19|20)\d\d(?!\d)")
_QUOTATION = re.compile("“[^“”]+”")
# Lines of a page's head, which repeat what the document says of itself.
_FRAME = re.compile(
    r"(?:标题|索引号|主题分类|发文机关|发文字号|成文日期|发布日期|主题词)[：:]|[^，。；：]{2,40}[：:]$|[\u4e00-\u9fff]{1,8}〔\d{4}〕\d+号?[。]?$"
)
# A measure that a question names: only a number of it can be the answer.
_MEASURE = re.compile(r"(?:多少|几)(亩|平方公里|公里|元|吨|列|列次|人次|亿|%|个百分点|个月|岁|小时|分钟|度|千瓦)")
_DIMENSIONS = (("面积|占地|多大(?:一?块)?地|(?<![a-z])area(?![a-z])", "亩"),)
_SAME_MEASURE = {"元": "元", "亩": "亩|公顷|平方", "亿": "亿", "列": "列", "个月": "个?月", "人次": "人次"}
_POST = re.compile(r"副?(?:组长|主任|书记|市长|区长|县长|省长|局长|主席|秘书长|厅长|部长|会长|院长|召集人|总指挥)")
_RESPONSIBLE = re.compile(
    r"负责|牵头|由.{2,20}(?:组织|承担|实施|会同)|设在|主管|具体实施|责任|办公室|银行|公司|集团|[局委厅部署](?![分长队])|部门|政府|组长"
)
_REASON = re.compile(r"为了?|以便|目的|旨在|从而|推动|促进|确保|意味着|需要")
_MEANS = re.compile(r"是指|指的是|即|就是|是一|近似|简称|定位|以.{2,30}为(?:核心|标志|重点|主)|包括|打造")

# What a sentence must hold to be able to answer at all, and what evidence of a seldom-stated attribute looks like.
_NEEDS: dict[Ask, re.Pattern[str]] = {
    Ask.QUANTITY: _NUMBER,
    Ask.COUNT: _NUMBER,
    Ask.DEADLINE: _DATE,
    Ask.PERSON: _PERSON,
    Ask.LEAD: _RESPONSIBLE,
    Ask.RESPONSIBLE: _RESPONSIBLE,
    Ask.PARTICIPANTS: re.compile(r"参与|配合|协助|会同|协同|成员|联合|合作|参加"),
    Ask.BUDGET: re.compile(
        r"\d[\d.,]*\s*(?:亿|万|千|百)?(?:多|余)?(?:美元|港元|元)|免费|不收(?:取)?费|\d+%[^，。]{0,12}(?:补贴|补助|奖励|资助)"
    ),
    Ask.FREQUENCY: re.compile(r"每|[一二三四五六两\d]次|定期|半年|季度|不定期"),
    Ask.ISSUED: _DATE,
    Ask.PLACE: re.compile(r"设在|位于|设立?于|选址|地点|迁[至到往]|坐落|在[^，。]{1,16}(?:设|建|举办|召开|举行)"),
    Ask.CONTACT: re.compile(r"联系人|电话|邮箱|@|\d{3,4}-\d{7,8}|1\d{10}"),
    Ask.PENALTY: re.compile(r"罚款|处罚|惩|追究|责令"),
}
# What announces a series, and how the members of one open.
_ANNOUNCES = re.compile(
    r"(?:\d+|[一二两三四五六七八九十]+)(?:个|项|件|条|大|对|方面|点|类|张|步|种|句话)|以下|如下|下列|主要(?:有|取得|包括)|[：:]$"
)
_OPENINGS = (
    re.compile(r"[一二三四五六七八九十]{1,2}是"),
    re.compile(r"第[一二三四五六七八九十][，、：:是个张步条项]?"),
    re.compile(r"[（(][一二三四五六七八九十]{1,2}[)）]"),
    re.compile(r"[一二三四五六七八九十]{1,2}、"),
    re.compile(r"\d{1,2}[.．、]"),
    re.compile(r"[（(]\d{1,2}[)）]"),
    re.compile("[—–-]{1,2}"),
    re.compile("“[0-9A-Z]{1,3}”"),
)
# What a whole section answers rather than one sentence.
_WIDE_ASKS = frozenset({Ask.CONTENT, Ask.LIST, Ask.DEFINITION})
_PREFERS: dict[Ask, re.Pattern[str]] = {
    Ask.PURPOSE: _REASON,
    Ask.DEFINITION: _MEANS,
    Ask.DEADLINE: re.compile(r"\d月|年底|年内|[前内]|有效期|截止|季度|到20\d\d"),
}


@dataclass(frozen=True, slots=True)
class Found:
    """A sentence with the share of the topic it speaks of (`topical`) and that share plus what makes it an answer."""

    sentence: Sentence
    topical: float
    score: float
    candidate: Candidate


def rank_sentences(
    question: Question,
    relevance: Relevance,
    passages: Iterable[tuple[Passage, float]],
    document: Callable[[str], Document],
) -> list[Found]:
    """The sentences of `passages` (each with the score by which it was found) that can answer the question, best first.

    A sentence that lacks what the question needs (a number, a date, a unit with its role) is left out.
    """
    needs = [pattern for ask, pattern in _NEEDS.items() if ask in question.asks]
    prefers = [pattern for ask, pattern in _PREFERS.items() if ask in question.asks]
    posts = posts_named(question.text) if Ask.PERSON in question.asks else ()
    measure = _measure(question)
    years = set(_YEAR.findall(question.text)) if Ask.QUANTITY in question.asks else set()
    own_words = question.text[question.opening :]
    quotations = _QUOTATION.findall(own_words)
    number = counted(question.text) if question.asks & {Ask.LIST, Ask.COUNT, Ask.DEFINITION} else None
    able: list[tuple[Sentence, float]] = []
    candidates: list[Candidate] = []
    for passage, found_by in passages:
        source = document(passage.document_id)
        headings = " ".join((*passage.section, passage.speaker or ""))
        head = head_of(source)
        for sentence in sentences(passage, source.text):
            stated = _CITED.sub("", _NUMBERING.sub("", sentence.text))
            if needs and not any(pattern.search(stated) for pattern in needs):
                continue
            if measure and not _measured(stated, measure):
                continue
            if years and not (years & _years(stated, headings, source.metadata.title) and _dated(source, years)):
                continue
            bonus = 0.06 * sum(bool(pattern.search(sentence.text)) for pattern in prefers)
            bonus += 0.25 * any(_holds_post(sentence.text, post, question.text) for post in posts)
            bonus += 0.1 * bool(measure)
            bonus += 0.2 * bool(number and counts(number).search(sentence.text))
            bonus += 0.1 * any(_quotes(sentence.text + headings, quotation) for quotation in quotations)
            if len(sentence.text) < 12 and not posts:
                bonus -= 0.1  # a bare heading states little
            if _FRAME.match(sentence.text) or folded(sentence.text).strip("。") in folded(source.metadata.title):
                bonus -= 0.3  # so does the title, repeated in the text
            able.append((sentence, bonus))
            candidates.append(Candidate(sentence.text, headings, head, sentence.before, found_by))
    ranked = [
        Found(sentence, score.total, score.total + bonus, candidate)
        for (sentence, bonus), candidate, score in zip(able, candidates, relevance.scores(candidates), strict=True)
    ]
    return sorted(ranked, key=lambda one: -one.score)


def posts_named(text: str) -> tuple[str, ...]:
    """The posts that a question names, in Chinese (主任, 副组长), also where it names them in English."""
    named = [match.group() for match in _POST.finditer(text)]
    named += [term for term, _ in renderings(text) if _POST.fullmatch(term)]
    return tuple(dict.fromkeys(named))


def _quotes(text: str, quotation: str) -> bool:
    """Whether a text holds a quotation; a short one only in quotation marks as well."""
    return folded(quotation) in folded(text) or (len(quotation) > 4 and folded(quotation[1:-1]) in folded(text))


def _holds_post(text: str, post: str, question: str) -> bool:
    """Whether a sentence says who holds a post: 主任：…, …任主任. 副主任 and 办公室主任 are other posts than 主任."""
    exact = rf"(?<!副){re.escape(post)}"
    if "办公室" not in question and "office" not in question.lower():
        exact = rf"(?<!办公室){exact}"
    return bool(re.search(rf"{exact}\s*[：:]|(?:任|为|是){exact}|{exact}由", text))


def _measure(question: Question) -> str | None:
    """The measure that a number must have to answer: named (多少亩) or meant (面积多大 is answered in 平方公里)."""
    if Ask.QUANTITY not in question.asks:
        return None
    if named := _MEASURE.search(question.text):
        return named.group(1)
    return next((measure for words, measure in _DIMENSIONS if re.search(words, question.text)), None)


def _measured(text: str, measure: str) -> bool:
    return bool(
        re.search(
            rf"[\d一二三四五六七八九十百千万亿]\s*(?:多|余|左右)?(?:{_SAME_MEASURE.get(measure, re.escape(measure))})",
            text,
        )
    )


def _years(text: str, headings: str, title: str) -> set[str]:
    """The years that a sentence speaks of: its own, else those of the nearest context that names any.

    Without any year in sight the sentence may speak of every year."""
    for part in (text, headings, title):
        if found := set(_YEAR.findall(part)):
            return found
    return _EVERY_YEAR


def _dated(document: Document, years: set[str]) -> bool:
    """Whether a document speaks of one of the years at all."""
    return any(year in document.metadata.title for year in years) or not years.isdisjoint(_all_years(document.text))


@lru_cache(maxsize=256)
def _all_years(text: str) -> frozenset[str]:
    """Every year that a text names, inside longer numbers, too."""
    return frozenset(re.findall(r"(?=((?:19|20)\d\d))", same_width(text)))


@lru_cache(maxsize=512)
def _head(title: str, issuer: str, opening: str) -> str:
    return f"{title} {issuer} {opening}"


def head_of(document: Document) -> str:
    """What a document says it is about: its title, its issuers and its first lines."""
    return _head(document.metadata.title, document.metadata.issuer or "", document.text[:HEAD])


def answer_from_sentences(
    question: Question,
    relevance: Relevance,
    ranked: Sequence[Found],
    following: Callable[[Sentence], Sequence[Sentence]],
) -> Draft | None:
    """The best sentences, in text order, or None where none speaks of the topic.

    `following` gives the sentences after one in its section; what the best sentence announces is given in full."""
    if not ranked or ranked[0].topical < STATED or relevance.strange(ranked[0].candidate):
        return None
    best = ranked[0]
    if not _speaks_of_focus(question, relevance, best.candidate):
        return None
    whole = _whole(question, ranked, following)
    if whole:
        return Draft("answered", tuple(quoted(whole, question)))
    several = bool(_SEVERAL.search(question.text))
    series = (
        _series(best.sentence, following(best.sentence), several)
        if several or question.asks & {Ask.LIST, Ask.COUNT, Ask.CONTENT, Ask.DEFINITION}
        else []
    )
    if series:
        return Draft("answered", tuple(quoted([best.sentence, *series], question)))
    chosen = [best.sentence]
    room = LONGEST_ANSWER - len(best.sentence.text)
    wide = bool(question.asks & {Ask.CONTENT, Ask.LIST, Ask.PURPOSE, Ask.SPEAKER})
    typed = bool(question.asks & _NEEDS.keys())
    for one in ranked[1:]:
        same_passage = one.sentence.passage.id == best.sentence.passage.id
        if typed and not several:
            break
        needed = 0.75 if same_passage and (wide or several) else AS_GOOD
        near = one.score >= best.score * needed
        if near and len(chosen) < MOST_SENTENCES and len(one.sentence.text) <= room and one.topical >= STATED * 0.9:
            chosen.append(one.sentence)
            room -= len(one.sentence.text)
    missing = _untold(question, chosen)
    statements = quoted(chosen, question)
    if missing:
        statements.append(not_stated(missing, question.language))
    return Draft("partial" if missing else "answered", tuple(statements), missing)


def _speaks_of_focus(question: Question, relevance: Relevance, candidate: Candidate) -> bool:
    """Whether a sentence speaks of what is counted: of employees when the question is how many employees."""
    match = _FOCUS.search(question.text)
    if match is None or not question.asks & {Ask.QUANTITY, Ask.COUNT, Ask.BUDGET}:
        return True
    focus = relevance.of(match["zh"] or match["en"])
    return not focus.terms or max(focus.matches(candidate)) >= FOCUSED


def _untold(question: Question, chosen: Sequence[Sentence]) -> tuple[Ask, ...]:
    """Of several values that were asked for, those that no chosen sentence can hold."""
    wanted = [ask for ask in _NEEDS if ask in question.asks]
    texts = [_CITED.sub("", _NUMBERING.sub("", sentence.text)) for sentence in chosen]
    missing = tuple(ask for ask in wanted if not any(_NEEDS[ask].search(text) for text in texts))
    return missing if len(missing) < len(wanted) else ()


def _whole(
    question: Question, ranked: Sequence[Found], following: Callable[[Sentence], Sequence[Sentence]]
) -> list[Sentence]:
    """What answers in place of the best sentence: the reply where the document itself asks ("定位是什么？"), the body
    of a section where its heading is among the best; empty where the sentence answers by itself."""
    best = ranked[0]
    if best.sentence.text.rstrip("”").endswith(("？", "?")):
        return list(following(best.sentence))[:2]
    if not question.asks <= _WIDE_ASKS:
        return []
    for one in ranked[:HEADINGS]:
        body = _body(one.sentence, following) if one.score >= AS_GOOD * best.score else []
        if body:
            return body
    return []


def _body(heading: Sentence, following: Callable[[Sentence], Sequence[Sentence]]) -> list[Sentence]:
    """What stands under a heading that was found to answer by itself; empty where the sentence is no heading."""
    section = heading.passage.section
    if not section or folded(heading.text).strip("。 ") != folded(section[-1]).strip("。 "):
        return []
    body: list[Sentence] = []
    room = LONGEST_ANSWER
    for sentence in following(heading):
        if body and len(sentence.text) > room:
            break
        body.append(sentence)
        room -= len(sentence.text)
    return body


def _series(opening: Sentence, following: Sequence[Sentence], several: bool) -> list[Sentence]:
    """The sentences that a sentence such as "重点推动8件事落地。" or "处理好五对关系：" announces; empty where none.

    They are those after it that open alike (一是…, 第一…, （一）…), or, after a colon, as many as it counts."""
    if not (several or _ANNOUNCES.search(opening.text)):
        return []
    series: list[Sentence] = []
    kind: re.Pattern[str] | None = None
    for sentence in following:
        opens = next((pattern for pattern in _OPENINGS if pattern.match(sentence.text)), None)
        if kind is None:
            kind = opens
        if kind is None or (opens is not kind and not series):
            break
        if opens is kind:
            series.append(sentence)
    return series


def quoted(chosen: Sequence[Sentence], question: Question) -> list[Statement]:
    """Sentences as statements in text order, those of one passage together."""
    ordered = sorted(chosen, key=lambda one: (one.passage.document_id, one.span.start))
    statements: list[Statement] = []
    for sentence in ordered:
        text = _row(sentence.text) if sentence.passage.cell is not None else _NUMBERING.sub("", sentence.text)
        text = text.lstrip("—–- ")
        if text[-1] not in "。！？!?；;.：:":
            text += "。"
        if question.language == "en":
            text = f"The document states: “{text}”" if not statements else f"“{text}”"
        statements.append(Statement(text, (evidence_of_passage(sentence.passage, sentence.span),)))
    return statements


def _row(text: str) -> str:
    """A table row as a sentence: its first cell that is no number, the others in brackets after it."""
    cells = [cell.strip() for cell in text.split("\t") if cell.strip()]
    if len(cells) > 1 and cells[0].isdigit():
        cells = cells[1:]
    return f"{cells[0]}（{'；'.join(cells[1:])}）" if len(cells) > 1 else text


def states_attributes(question: Question, draft: Draft, text_of: Callable[[Evidence], str]) -> tuple[Ask, ...]:
    """The seldom-stated attributes that were asked for and that the draft's evidence does not speak of."""
    wanted = [ask for ask in question.asks if ask in ATTRIBUTES]
    quotes = [text_of(evidence) for statement in draft.statements for evidence in statement.evidence]
    return tuple(ask for ask in wanted if not any(_NEEDS[ask].search(quote) for quote in quotes))
