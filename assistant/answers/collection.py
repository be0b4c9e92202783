"""Answers about the collection: which documents it holds, of whom, of which year and kind, on which subject."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence

from assistant.matching.heads import MOST_TEXTS, heads_of
from assistant.matching.relevance import Relevance
from assistant.questions.question import Question
from assistant.types import Language
from assistant.wording.compose import day_words
from assistant.wording.findings import Draft, Evidence, Statement
from corpus.types import Span
from corpus.unit_names import same_unit
from index.glossary import renderings
from index.library import Library
from index.terms import folded
from index.types import DocumentSummary

SUBJECT = 0.6
"""A document is on a subject when its title and first lines speak of this share of it."""
MOST = 100
"""So many documents are listed; of more, the first ones with the number of all."""

_KINDS = "通知|批复|复函|通报|公告|通告|决定|意见|办法|规定|条例|方案|规划|纪要|政府工作报告"
# Who asks which cities speak of something is given their papers.
_PLACES = "(?:城市|省市|地市|地方|地区|省份?|市|县)"
_WHICH = re.compile(
    rf"(?:哪(?:一|些|几)?(?:[份个篇])?|什么|几[份个篇]|多少[份个篇]?|所有|全部|(?P<held>收录[了的]?(?:哪些|什么)?))的?"
    rf"(?P<kind>文件|文档|{_KINDS})"
    rf"|哪(?:些|几个?|个)?{_PLACES}(?=(?:都|也|的文件|的报告)?(?:提到|提及|说到|讲到|写到|写了|谈到))"
    rf"|(?P<named>文件|文档|{_KINDS})(?:里|中|库)?(?:都|一共|总共)?(?:有|是)?(?:哪(?:些|几[份个篇]|[个份篇])|几[份个篇]|多少[份个篇])"
    r"(?!(?:[级家]|地方)?(?:部门|单位|机关|机构|政府|[省市县区局委厅办处科人年月天日]))"
    r"|(?<![a-z])(?:which|what|how many|list)(?: all)?(?: of)?(?: the| these| your)? "
    r"(?:documents|files|notices|replies|circulars)(?![a-z])"
    r"|(?<![a-z])(?:which|what)(?: of the)? (?:cities|city|provinces?|places|regions?|municipalities|counties"
    r"|prefectures|governments|reports|plans|papers)(?: (?:all|also))?"
    r"(?= (?:mention|speaks? of|talks? about|refers? to|writes? about|says? anything about))",
    re.IGNORECASE,
)
# Papers that somebody hands in, and those that a document rests on, are asked of a text.
_OF_A_TEXT = re.compile(
    r"废|失效|取代|提交|递交|上交|交[哪什]|要交|报送|准备|附上|携带|出示|提供|申报|申请|根据|依据|凭|制定|出台哪|起草|修订"
    r"|(?<![a-z])(?:submit|hand in|prepare|need|required|based on|attach|provide|bring)",
    re.IGNORECASE,
)
# What a text rules on something: 对叫应作了什么规定.
_RULES_ON = re.compile("(?:[作做有]|提出|给出)(?:了|出|过|些|的)?什么(?:样的)?(?:规定|决定|意见)")
_HELD = re.compile(
    r"收录|文件库|这里|你(?:们)?(?:有|能查)|你手上|库里|(?<![a-z])(?:do you (?:have|hold|know)|collection)(?![a-z])",
    re.I,
)
_ISSUED = re.compile(
    r"[发印颁]发|下发|发布|出台|制发|公布|发的|发过|发出|(?<![a-z])(?:issued|published|released)(?![a-z])", re.I
)
_ABOUT = re.compile(
    r"讲|提到|写(?=[了到])|涉及|关于|有关|说的?是|谈到"
    r"|(?<![a-z])(?:about|on|deal with|mentions?|speaks? of|refers? to)(?![a-z])",
    re.I,
)
# 低空经济在哪几份文件里提到, which documents mention it: asked of the texts, not of what documents are on.
_MENTIONED = re.compile(
    r"(?:提到|提及|提过|说到|讲到|写到|写了|出现|涉及到?|谈到)[了过]?(?!的(?!文件))"
    r"|(?<![a-z])(?:mentions?|mentioned|refers? to|speaks? of|says? (?:anything|something) about|talks? about"
    r"|writes? about)(?![a-z])",
    re.IGNORECASE,
)
_YEAR = re.compile(r"(?<!\d)(?:19|20)\d\d(?=年|\D|$)")
_TALK = re.compile(
    rf"^{_PLACES}(?=提|说|讲|写|谈|\s)|写|{_ABOUT.pattern}|{_ISSUED.pattern}|{_HELD.pattern}|{_WHICH.pattern}|^里|几?[份个篇]|文号|发(?=\s|$)",
    re.I,
)


def answer_collection(question: Question, library: Library) -> Draft | None:
    """The documents that the question asks for, all of them; None where it asks for no documents."""
    asked = _WHICH.search(question.text)
    if asked is None or _RULES_ON.search(question.text) or _OF_A_TEXT.search(question.text) or question.about_tasks:
        return None
    kind = asked["kind"] or asked["named"] or ""
    counted = re.search("(?:几|多少)份", asked.group())
    held, issued = bool(counted or _HELD.search(question.text)), bool(_ISSUED.search(question.text))
    about = " ".join(_TALK.sub(" ", question.topic).split()) if _ABOUT.search(question.text) else ""
    if not (held or issued or about):
        return None
    documents = [
        one
        for one in library.documents()
        if _of_kind(one, kind) and _in_period(one, question) and (not issued or _issued_by(one, question))
    ]
    if about and _MENTIONED.search(question.text) and len(documents) <= MOST_TEXTS:
        for words in _written_as(about, question):
            places = {one.id: _mention(library.document(one.id).text, words) for one in documents}
            mentioning = [one for one in documents if places[one.id] is not None]
            if mentioning:
                return _listed(mentioning, library, question.language, places)
        return None
    if about:
        relevance = Relevance(about, library)
        heads = heads_of([one.id for one in documents], library)
        shares = relevance.shares_of([heads[one.id] for one in documents])
        documents = [one for one, share in zip(documents, shares, strict=True) if share >= SUBJECT]
        if not documents:
            return None  # the text of one of them may say it
    return _listed(documents, library, question.language)


def _written_as(about: str, question: Question) -> list[str]:
    """What papers may write for what a question names, in English what means the same, the longest first."""
    if question.language == "zh":
        return [about]
    meant = {term for term, weight in renderings(question.text) if weight == 1.0 and len(term) > 2}
    return [about, *sorted(meant, key=lambda term: (-len(term), term))]


def _of_kind(document: DocumentSummary, kind: str) -> bool:
    return kind in ("", "文件", "文档") or re.search(rf"{kind}[（(]?[^）)]*[）)]?$", document.title) is not None


def _in_period(document: DocumentSummary, question: Question) -> bool:
    period, day = question.period, document.issued or document.published
    if period is None:
        years = _YEAR.findall(question.text)  # 2021年的文件: of the year, whatever is due in it
        return not years or (day is not None and str(day.year) in years)
    return (
        day is not None and (period.start is None or period.start <= day) and (period.end is None or day <= period.end)
    )


def _issued_by(document: DocumentSummary, question: Question) -> bool:
    """Whether one of the units that the question names issued a document; any did where it names none."""
    names = [name for bound in question.units for name in bound.names] + list(question.strangers)
    if question.language == "en":
        names += [term for term, _ in renderings(question.text) if re.search("[院府部委局厅]$", term)]
    wanted = {re.sub("(?<!人民)政府", "人民政府", name) for name in names}
    return not wanted or any(
        same_unit(issuer, name) or (len(name) > 3 and issuer.endswith(name))
        for issuer in document.issuers
        for name in wanted
    )


def _mention(text: str, about: str) -> Span | None:
    """The first line of a text that holds all the words, white space and width apart; None where none does."""
    chinese = [word for word in about.split() if not word.isascii()]
    words = [folded(word) for word in chinese or about.split()]
    for line in _LINE.finditer(text):
        if all(word in folded(line.group()) for word in words):
            at = max(0, folded(line.group()).find(words[0]))
            # A printed line may be a page long: the sentence around the first word is shown.
            start = max((line.group().rfind(mark, 0, at) + 1 for mark in "。；！？"), default=0)
            end = min(
                (found for mark in "。；！？" if (found := line.group().find(mark, at)) >= 0), default=len(line.group())
            )
            return Span(line.start() + start, line.start() + min(end + 1, len(line.group())))
    return None


_LINE = re.compile(r"\S[^\n]*\S|\S")


def _listed(
    documents: Sequence[DocumentSummary],
    library: Library,
    language: Language,
    places: Mapping[str, Span | None] | None = None,
) -> Draft:
    """The documents by title, each with what it says of itself; `places` are what to quote of them, their titles where
    nothing is given."""
    zh = language == "zh"
    number = len(library.documents())
    if not documents:
        none = (
            f"已收录的{number}份文件中没有这样的文件。"
            if zh
            else f"None of the {number} documents held is such a document."
        )
        return Draft("not_found", (Statement(none),))
    told = f"共{len(documents)}份" if zh else f"{len(documents)} in total"
    if len(documents) > MOST:
        told += f"，前{MOST}份是" if zh else f", the first {MOST}"
    statements = [Statement(told + ("：" if zh else ":"))]
    for place, one in enumerate(documents[:MOST], start=1):
        document = library.document(one.id)
        said = places.get(one.id) if places else None
        span = said or document.metadata.spans.get("title") or _first_line(document.text)
        day = one.issued or one.published
        date = (f"{day.year}年{day.month}月{day.day}日" if zh else day_words(day)) if day else None
        facts = ("，" if zh else ", ").join(filter(None, (*one.issuers, one.number, date)))
        remark = (f"（{facts}）" if zh else f" ({facts})") if facts else ""
        statements.append(Statement(f"{place}. 《{one.title}》{remark}", (Evidence(one.id, span),)))
    return Draft("answered", tuple(statements))


def _first_line(text: str) -> Span:
    match = re.search(r"\S[^\n]*", text)
    return Span(match.start(), match.end()) if match else Span(0, 0)
