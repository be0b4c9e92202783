"""From a question and the conversation before it to a question that stands alone.

A follow-up leaves out what the turn before it named. What is left out is put back in words, so that the standalone
question can be shown, searched and answered like any other.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence

from assistant.language.tokens import is_ordinal, is_place, is_time, words_of
from assistant.questions.asking import METADATA_FIELDS, Ask, in_words
from assistant.questions.question import Question, asks_for_records
from assistant.questions.relative_years import years_on
from assistant.questions.substitution import put_in, replaced
from assistant.questions.understanding import language_of
from assistant.types import Turn
from corpus.localities import localities

LONGEST_TASK = 100
"""Characters of a task that says in short what was spoken of; of a longer one the question before said it better."""
_ORDINALS = {word: number for number, word in enumerate("一二三四五六七八九十", start=1)} | {
    word: number
    for number, word in enumerate(
        ["first", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth"], start=1
    )
}
_ORDINAL = re.compile(
    r"第\s*([一二三四五六七八九十]|\d{1,2})\s*(?:个|项|条|家|点|张|份|类|种|步|批|大)"
    r"|(?<![A-Za-z])the (first|second|third|fourth|fifth|sixth|seventh|eighth|last)(?: one| item| task)?(?![A-Za-z])"
    r"|最后(?:一)?(?:个|项|条)",
    re.IGNORECASE,
)
_NUMBERED = re.compile(r"^\d{1,2}\. (.+?)(?:\[\d+\])*$", re.MULTILINE)
_REFERS_BACK = re.compile(
    r"^(?:那么?|还有|另外|以及|然后|哦|嗯|好的?[，,])|(?:它|这个|那个|该|此|上述|前者|后者|这项|那项|这件|那件|其)(?!他|它|中|实)|"
    r"(?<![A-Za-z])(?:it|its|that|this|they|them|those|these|the same|one)(?![A-Za-z])|^(?:and"
    r"|what about|how about|also|then|so|by when)(?![A-Za-z])",
    re.IGNORECASE,
)
_PRONOUN = re.compile(
    r"它|他(?![日国乡山])|她|(?:这|那)(?:个|项|件)(?:任务|事|工作|事项)?(?!人)|[这那此]事儿?(?![项业故务件])|该(?:项|任务|事项|文件|方案)"
    r"|(?<![A-Za-z])(?:it|its|they|them|their|he|she|his|her|him|ones|this one|that one)(?![A-Za-z])",
    re.IGNORECASE,
)
_NEW_TOPIC = re.compile(
    r"(?:算了|换个?(?:话题|问题|topic)|另一个问题|顺便问|never ?mind|by the way|on another (?:note|topic))",
    re.IGNORECASE,
)
# 全国的和全省的各要有多少: of what, the turn before says.
_HEADLESS = re.compile("(?:[省市县区国]|\\d[万亿千百]?以[上下内]|[级类种型])的(?:(?=[和与、各要又呢]|有?多少|有?几)|$)")
# The last year, the first two instalments: of several that the turn before spoke of.
_ONE_OF_SEVERAL = re.compile("(?:最后|第|头|首|末)[一二两三四五六几\\d]?(?:季度|[年次个批期轮天步家名位档级季])")
_NARROWS = re.compile(r"其中|里面|这些(?:里|中|当中)|of (?:those|these|them)|among (?:those|these|them)", re.IGNORECASE)
_WHAT_ABOUT = re.compile(
    r"^(?:那么?|还有)?(?P<zh>[^？?]{1,40}?)(?:呢|怎么样|又如何)[？?]?$|^(?:换成|改成|改为|换作)(?P<other>[^？?]{1,40})[？?]?$"
    r"|^(?:and |so )?(?:what|how) about (?:the )?(?P<en>[^?]{1,60})\??$"
    r"|^and (?:the |for (?:the )?|(?=[\u4e00-\u9fff]))(?P<and>[a-z\u4e00-\u9fff][^?,，？]{1,40})[?？]$",
    re.IGNORECASE,
)
# 进口贴息呢，一家企业封顶多少: what is named, and what is asked of it.
_AND_ASKED = re.compile(r"^(?:那么?|还有)?(?P<named>[^，,？?]{1,40})呢[，,]\s*(?P<asked>.{2,})$")
# 上了失信名单的呢 after 信用好的企业有什么好处: what kind of them, in place of the other kind.
_HEADLESS_FRAGMENT = re.compile(r"^(?:那么?|还有)?(?P<words>[\u4e00-\u9fff]{2,12})的呢[？?]?$")
_ATTRIBUTIVE = re.compile(r"(?P<words>[\u4e00-\u9fff]{2,8})的[\u4e00-\u9fffA-Za-z]{2}")
# Whether the answer is the same (也是它吗) asks the same again.
_SAME_AGAIN = re.compile(
    r"也(?:还)?(?:是|由|归)(?:它|他|她|他们|这|那|同)[^，,？?]{0,8}[吗么]?[，,？?]?\s*|也?一样吗[，,？?]?\s*"
)
# "And in the one at Yangquan?" has no question of its own.
_FRAGMENT = re.compile(r"^(?:and|but) (?P<words>[^?]{2,80})\?$", re.IGNORECASE)
_FOR_WHOM = re.compile(
    "(?:企业|公司|人员|人才|居民|学生|老人|儿童|家庭|农户|商户|单位|机构|院校|高校|个人|市民|农民|职工|国家|地区)$|(?<![a-z])(?:firms|companies"
    "|enterprises|people|residents|students|families|households|farmers|countries|universities)$",
    re.IGNORECASE,
)
_OPENED = re.compile("“([^“”]*)”")
# What is asked for by its name alone: And the fine for no leash? 那联系方式呢？
_ASKED_BY_NAME = frozenset({Ask.PENALTY, Ask.DEADLINE, Ask.CONTACT, Ask.HOURS, Ask.FREQUENCY, Ask.PLACE, Ask.BASIS})
_ENGLISH_QUESTION = re.compile(
    r"(?<![a-z])(?:who|whom|whose|what|when|where|which|why|how|is|are|was|were|do|does|did|can|will|has|have|should|must)(?![a-z])",
    re.IGNORECASE,
)
_CORRECTED = re.compile(
    r"(?:不是|not)\s*(?P<old>[^，,。]{1,30}?)[，,]\s*(?:而?是|but|it's|i mean)\s*(?P<new>[^。？?]{1,40})", re.IGNORECASE
)
# "No, what I asked about is …": everything after it is the question.
_MEANT = re.compile(
    r"^(?:(?:不是|不对|错了|no)\s*[，,。!！]?\s*)?"
    r"(?:我(?:要|想)?(?:问|说|要|知道|了解|关心|指)的(?:其实)?(?:是)?|i (?:mean|meant|was asking about|asked about))\s*"
    r"(?P<rest>[^，,].{1,})$",
    re.IGNORECASE,
)


def standalone(text: str, turns: Sequence[Turn], understand: Callable[[str], Question]) -> str:
    """`text` with what it leaves out filled in from the conversation; `text` itself where nothing is left out."""
    if not turns:
        return text
    if _NEW_TOPIC.match(text):
        return text
    question = understand(text)
    previous = understand(turns[-1].answer.standalone_question)
    chosen = _by_ordinal(text, turns[-1])
    if chosen is not None:
        return _about(chosen, _without(text, _ORDINAL) if _asks_something(question) else _asking_words(previous), text)
    if _NARROWS.search(text):
        return _with_topic(text, question, previous, turns[-1])
    moved = years_on(text, previous.text)
    if moved:
        return moved
    corrected = _CORRECTED.search(text)
    if corrected:
        old, new = corrected["old"].strip(), corrected["new"].strip()
        for turn in reversed(turns):
            if old in turn.answer.standalone_question:
                return turn.answer.standalone_question.replace(old, new, 1)
    meant = _MEANT.match(text.strip())
    if meant:
        rest = meant["rest"]
        heard = understand(rest)
        if heard.asks - {Ask.CONTENT}:
            return rest if heard.topic else _with_topic(rest, heard, previous, turns[-1])
        placed = put_in(rest, previous.text)
        return placed or _about(_topic(previous, rest), f"{rest}，{_asking_words(previous)}", text)
    headless = _HEADLESS_FRAGMENT.match(text.strip())
    attributive = _ATTRIBUTIVE.match(previous.text) if headless else None
    if headless and attributive and put_in(headless["words"], previous.text) is None:
        return f"{headless['words']}{previous.text[attributive.end('words') :]}"
    asked = _AND_ASKED.match(text.strip())
    if asked:
        return _and_asked(asked["named"].strip(), asked["asked"], previous, understand)
    fragment = _FRAGMENT.match(text.strip())
    if fragment and not _ENGLISH_QUESTION.search(fragment["words"]) and previous.asks - {Ask.CONTENT, Ask.LIST}:
        if question.units and previous.units:
            return _with_unit(question, previous)
        placed = put_in(fragment["words"], previous.text)
        return placed or f"“{_topic(previous, fragment['words'])}”: {fragment['words']} {_asking_words(previous)}"
    instead = _WHAT_ABOUT.match(text.strip())
    if instead:
        words = instead["zh"] or instead["other"] or instead["en"] or instead["and"]
        # A task's own text, which an earlier turn put before the question, is no place for another name.
        opened = previous.text.startswith("“")
        placed = None if opened and ("“" in words or _is_another(words)) else _put_in(words, previous.text)
        return placed or _instead(words, question, previous, turns[-1])
    if question.topic and not _leans(text, question):
        return text
    if asks_for_records(question) and (question.units or question.places):
        return text
    if question.asks == {Ask.DEADLINE} and not question.topic and previous.asks & METADATA_FIELDS:
        # 是谁发的 and then 什么时候: when it was issued.
        text = "印发日期是哪天？" if question.language == "zh" else "on what date was it issued?"
        return _about(_topic(previous, text), text, text)
    if question.asks == {Ask.CONTACT} and not question.topic and (titles := _titles_cited(turns[-1])):
        return f"《{titles[0]}》{text}"  # whom to call is told of a paper, not of what was asked before
    return _with_topic(text, question, previous, turns[-1])


def in_context(text: str, turns: Sequence[Turn], understand: Callable[[str], Question]) -> str:
    """`text` as it is asked of what the question before is about, whether it seems to stand alone or not."""
    return _with_topic(text, understand(text), understand(turns[-1].answer.standalone_question), turns[-1])


def leans_back(text: str) -> bool:
    """Whether a question says in so many words that it goes on from the one before."""
    return bool(_REFERS_BACK.match(text.strip()) or _PRONOUN.search(text))


def _put_in(words: str, text: str) -> str | None:
    """`put_in`, also into the topic that a question opens with (“Leshan GDP growth”: retail sales how much?)."""
    placed, opening = put_in(words, text), _OPENED.match(text)
    if placed is None and opening and (topic := put_in(words, opening[1])):
        return f"“{topic}”{text[opening.end() :]}"
    return placed


def _titles_cited(turn: Turn) -> list[str]:
    """The titles of the documents that the answer cited; empty where there are several."""
    titles = list(dict.fromkeys(one.title for one in turn.answer.citations))
    return titles if len(titles) == 1 else []


def _and_asked(named: str, asked: str, previous: Question, understand: Callable[[str], Question]) -> str:
    """What is asked (`asked`) of what is `named` in place of its like in the question before."""
    again = _SAME_AGAIN.match(asked)
    if again:
        same = _asking_words(previous).rstrip("？?")
        asked = f"{same}，{asked[again.end() :]}".rstrip("，")
    placed = put_in(named, previous.text)
    if placed and not understand(asked).topic:
        return f"“{understand(placed).topic}”：{asked}"
    return f"“{_topic(previous, named)}”：{named}{asked}" if "“" not in named else f"{named}{asked}"


def _leans(text: str, question: Question) -> bool:
    """Whether a question with words of its own still needs the topic of the turn before it."""
    own = len(re.sub(r"\s", "", question.topic))
    pronoun = _PRONOUN.search(text)
    # In "and the platform measure — who leads it" the pronoun means what stands before it.
    inside = pronoun is not None and any(mark in text[: pronoun.start()] for mark in "—，,：:")
    if pronoun and not inside:
        return True
    if own <= (6 if question.language == "en" else 3):
        return True
    if len(_ONE_OF_SEVERAL.sub("", re.sub(r"\s", "", question.topic), count=1)) <= 1:
        return True
    # What names a place, a document or something in quotation marks stands by itself however it begins.
    if question.document_ids or localities(text) or "“" in text or "《" in text:
        return False
    if _HEADLESS.search(text):
        return True
    back = _REFERS_BACK.search(text)
    if back:
        within = inside or back.start() > 0
        return own <= ((14 if within else 24) if question.language == "en" else (4 if within else 12))
    return any(is_ordinal(token) for token in words_of(text))


def _with_topic(text: str, question: Question, previous: Question, turn: Turn) -> str:
    tasks = turn.answer.tasks
    if turn.answer.total is not None and (tasks or question.units or question.period or question.places):
        return (
            f"{previous.text.rstrip('？?。. ')}，{text}"
            if previous.language == "zh"
            else f"{previous.text.rstrip('?. ')}, {text}"
        )
    if len({task.task for task in tasks}) == 1 or (tasks and turn.answer.total is None):
        task = tasks[0].task.strip("。；; ")
        if len(task) <= LONGEST_TASK or not previous.topic:
            return _about(task, text, text)
    return _about(_topic(previous, text), text, text)


def _topic(previous: Question, text: str) -> str:
    """What the question before is about, with the years, places and ordinals that `text` names in place of its own."""
    topic = f"{previous.inherited} {previous.topic}".strip() or previous.text.rstrip("？?。. ")
    return replaced(text, topic, words_too=False)[0]


def _about(topic: str, rest: str, text: str) -> str:
    pointed = bool(_PRONOUN.search(rest))
    rest = _REFERS_BACK.sub(" ", rest).strip(" ，,、")
    if pointed and rest and "“" not in topic:
        return f"“{topic}” {rest}"  # what a pronoun means is asked about itself, and is no mere context
    if language_of(text) == "en":
        return f"“{topic}”: {rest or text}"
    return f"“{topic}”：{rest or text}"


def _by_ordinal(text: str, turn: Turn) -> str | None:
    match = _ORDINAL.search(text)
    listed = [task.task for task in turn.answer.tasks] or _NUMBERED.findall(turn.answer.answer)
    if match is None or len(listed) < 2:
        return None
    word = (match.group(1) or match.group(2) or "last").lower()
    number = len(listed) if word == "last" else _ORDINALS.get(word) or int(word)
    return listed[number - 1].strip("。；; ") if 1 <= number <= len(listed) else None


def _instead(words: str, question: Question, previous: Question, turn: Turn) -> str:
    """The previous question with what the new one names in place of its own: unit for unit, place for place."""
    words = words.strip(" ，,")
    if question.units and previous.units:
        return _with_unit(question, previous)
    if question.period and previous.period:
        return previous.text.replace(previous.period.text, question.period.text, 1)
    if turn.answer.total is not None and (question.units or question.period or question.places):
        comma = "，" if previous.language == "zh" else ", "
        return f"{previous.text.rstrip('？?。. ')}{comma}{words}"
    if question.asks - {Ask.CONTENT} and not question.topic:
        return _about(previous.topic or previous.text, words, words)
    colon = "：" if previous.language == "zh" else ": "
    if previous.text.startswith("“") and _is_another(words):
        return f"“{words}”{colon}{_asking_words(previous)}"
    if previous.topic and previous.topic in previous.text and _is_a_name(words, previous.topic):
        return previous.text.replace(previous.topic, f"{_where_and_when(words, previous.topic)}{words}", 1)
    about, gap = _topic(previous, words) or words, " " if previous.language == "en" else ""
    # The fine for no leash asks by itself; what was asked before is not asked again.
    asking = "" if question.asks & _ASKED_BY_NAME else _asking_words(previous)
    return f"“{about}”{colon}{words}{gap}{asking}".rstrip()


def _with_unit(question: Question, previous: Question) -> str:
    """The question before with the unit that the new one names in place of its own."""
    return previous.text.replace(previous.units[0].words, question.units[0].words, 1)


def _where_and_when(words: str, topic: str) -> str:
    """The place and the year that a topic opens with, as far as `words` name none: 乐山2023年 of
    乐山2023年地区生产总值."""
    end = 0
    for token in words_of(topic):
        kind = next((kind for kind in (is_place, is_time) if kind(token)), None)
        if kind is None or token.start > end + 1:
            break
        if any(map(kind, words_of(words))):
            break
        end = token.end
    return topic[:end]


def _is_a_name(words: str, topic: str) -> bool:
    """Whether words may stand for all of a topic: 综试区 for 免税牌照, but neither 省级的 nor 三级 for 淞陵二级响应,
    nor those whom a thing is for (小微企业 for 保费)."""
    for_whom = bool(_FOR_WHOM.search(words)) and not _FOR_WHOM.search(topic)
    return not words.endswith("的") and 3 * len(words) >= len(topic) and not for_whom


def _is_another(words: str) -> bool:
    """Whether words are long enough to name another task, and no mere side of the one that was spoken of."""
    named = 5 if re.search("[\u4e00-\u9fff]", words) else 20
    return len(words) >= named and not words.endswith("的") and not _FOR_WHOM.search(words)


def _asking_words(question: Question) -> str:
    """A question's own asking words, for asking the same of something else."""
    zh = question.language == "zh"
    # What is called an expense (研发经费占比) is asked for as the figure that it is.
    money = {Ask.BUDGET} if Ask.QUANTITY in question.asks else set()
    asked = in_words(question.asks - {Ask.LIST} - money, zh)
    if not asked:
        return "怎么说的？" if zh else "tell me"
    return ("，" if zh else " and ").join(asked) + ("？" if zh else "?")


def _asks_something(question: Question) -> bool:
    return bool(question.asks - {Ask.CONTENT, Ask.COUNT, Ask.LIST})


def _without(text: str, pattern: re.Pattern[str]) -> str:
    return pattern.sub(" ", text).strip(" ，,的")
