"""From a question and the conversation before it to a question that stands alone.

A follow-up leaves out what the turn before it named. What is left out is put back in words (`taking_over`), so that the
standalone question can be shown, searched and answered like any other. What a follow-up leaves out, and which turn
named it, is found here.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence

from assistant.language.tokens import is_ordinal, is_place, words_of
from assistant.questions.another_one import another_one
from assistant.questions.asked_of_answers import of_the_speaker, source_asked
from assistant.questions.asking import METADATA_FIELDS, Ask
from assistant.questions.corrections import Correction, correction
from assistant.questions.heading_asked import heading_asked
from assistant.questions.items_told import item_printed, item_told, without_place
from assistant.questions.leaning import REFERS_BACK, narrows, points_within, pronoun
from assistant.questions.question import OPEN_ASKS, Question, asks_for_records
from assistant.questions.rank_instead import rank_instead
from assistant.questions.relative_years import years_on
from assistant.questions.row_clauses import in_place_of
from assistant.questions.substitution import put_in
from assistant.questions.taking_over import (
    SAYS_WHEN_AND_HOW,
    asked_about,
    asked_of_named,
    asking_words,
    named_instead,
    put_into,
    topic_of,
    with_topic,
    with_unit,
)
from assistant.types import Turn
from corpus.localities import localities

_NEW_TOPIC = re.compile(
    r"(?:算了|换个?(?:话题|问题|topic)|另一个问题|顺便问|never ?mind|by the way|on another (?:note|topic))",
    re.IGNORECASE,
)
# 全国的和全省的各要有多少: of what, the turn before says.
_HEADLESS = re.compile("(?:[省市县区国]|\\d[万亿千百]?以[上下内]|[级类种型])的(?:(?=[和与、各要又呢]|有?多少|有?几)|$)")
# The last year, the first two instalments: of several that the turn before spoke of.
_ONE_OF_SEVERAL = re.compile(
    "(?:最后|第|头|首|末)[一二两三四五六几\\d]?(?:季度|[年次个批期轮天步家名位档级季座条项所台辆处间块笔])"
    "|(?:前|后|头)[一二两三四五六几\\d][座条项所台辆处间块笔个家批]|其余|剩下?的?|[换做办修建装改干弄搞][完好成]"
)
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
# "And in the one at Yangquan?" has no question of its own.
_FRAGMENT = re.compile(r"^(?:and|but) (?P<words>[^?]{2,80})\?$", re.IGNORECASE)
# Another figure of the same thing, or the same in another year: 店面总数呢, 它1998年的呢.
_OF_THE_SAME = re.compile(
    r"^(?:那么?|还有)?(?:它们?|其|这个?|该)|(?:19|20)\d\d|(?:总?数量?|总量|金额|面积|比例|占比|目标|指标|[率额量价]|时间|期限|targets?|goals?)"
    r"(?:是)?(?:的)? ?呢",
    re.IGNORECASE,
)
_HEADLESS_PLACE = re.compile(
    r"^(?:附件|附表|正文)\s*[\d一二三四五六七八九十]*(?:里面?|中|上|当中)?的(?:呢|有哪些|有几[项个条]|是哪些)?[？?]?$"
)
_ENGLISH_QUESTION = re.compile(
    r"(?<![a-z])(?:who|whom|whose|what|when|where|which|why|how|is|are|was|were|do|does|did|can|will|has|have|should|must)(?![a-z])",
    re.IGNORECASE,
)
# 内蒙古怎么说 after 长护险的事: what it says of that.
_SAYS_OF_IT = re.compile(
    r"^(?:那么?|还有)?(?P<place>[\u4e00-\u9fff]{2,8}?)(?:(?:是|又|对此)?怎么(?:[说讲看办做]|规定|安排)的?|什么(?:说法|安排|规定)|呢|的呢)[？?]?$"
)
# Back to what was spoken of before: 回到免税牌照，什么时候完成; 刚才的扩区由谁牵头.
_BACK_TO = re.compile(
    r"^(?:再?(?:回到|说回|回过头来?[看说]?)|再[看说问](?:一?下|[看说问])?|(?:刚才|刚刚|前面|之前|上面|最[早初]|一开始)(?:[说问提]到?)?过?的?(?:那(?:个|项|件))?"
    r"|(?:going )?back to|returning to)\s*(?P<rest>\S.*)$",
    re.IGNORECASE,
)
_HIS_NUMBER = re.compile(
    r"(?:and )?(?:what is|what['’]s|give me)? ?(?:his|her|their|the) (?:(?:phone|telephone|mobile|office|contact) )?"
    r"(?:number|extension|e-?mail(?: address)?|details)\s*[?.]*$",
    re.IGNORECASE,
)
_TERM = re.compile(r"(?<![a-z])(?:medium|mid)(?:[- ]term)?[ -](?:and|to|or)[ -]long[ -]term(?![a-z])", re.IGNORECASE)
# 时间呢 is asked as 什么时候完成.
_TIME_ALONE = re.compile("(?:那么?|它的|其)?(?:完成|截止|办结)?(?:时间|期限|时限|日期|节点)(?:点|要求)?(?:呢)?[？?]?")
_AIM_ALONE = re.compile(
    "(?:那么?|它的|其)?(?:具体|量化|预期|工作)?(?:目标|指标)(?:值|数)?(?:呢)?[？?]?"
    r"|(?:and |what about |what(?:'s| is) )?(?:its|the|their) (?:targets?|goals?) *\?*",
    re.IGNORECASE,
)
# What is done or may be done, by nobody who is named: 有金额限制吗, 要开通到哪些国家 are said of what was spoken of.
_SUBJECTLESS = re.compile(
    "(?:那么?)?(?:有没有|有(?!哪|几|多少|关)|能不能|能(?!源|力|效|耗)|可不可以|可以|需不需要|需要|要不要|要(?!素|求|点|闻|件)|会不会|会(?!议|场|长)"
    "|打算|计划|准备|预计|还要|还有(?!哪)|还能|是不是(?:还|也)?(?:要|有|能))"
)
# 那它参与的呢: the rows of the same unit in another part.
_OTHER_PART = re.compile(
    r"(?:那么?|还有)?(?:由)?(?:它|他|她|其|他们|它们|该单位)?(?P<part>牵头|参与|配合|协办|主办|负责|承担)的?(?:任务|事项|工作|活儿?)?"
    r"(?:有哪些|有几[项个件条]|有多少|呢)?[？?]?"
)
_THIRD_PARTY = re.compile("第三方|第三者|第一时间|第一责任人|第[一二三]产业|第二课堂")
SHORT = 12
"""A question of so many characters that names nobody goes on from the turn before."""
# All who spoke, whoever was spoken of before.
_WHO_ELSE_SPOKE = re.compile(
    "(?:除了?[他她此][^，]{0,6}[，,]?|另外|那)?(?:还|另)有(?:谁|哪些人|哪[几一]?位|哪些领导|几个人)(?:也|在会上|上台)?"
    "(?:发[了过]?言|讲[了过]?话|致辞|作了?(?:发言|报告|汇报)|汇报)了?[？?。]*$"
)
_PART = re.compile("牵头|参与|配合|协办|主办|负责|承担")


def standalone(text: str, turns: Sequence[Turn], understand: Callable[[str], Question]) -> str:
    """`text` with what it leaves out filled in from the conversation; `text` itself where nothing is left out. What
    goes on from a question of documents named by their titles is asked of them, too."""
    filled = _filled(text, turns, understand)
    where = understand(turns[-1].answer.standalone_question).where if turns and filled != text else ""
    return f"{where}{filled}" if where and not understand(filled).where else filled


def _filled(text: str, turns: Sequence[Turn], understand: Callable[[str], Question]) -> str:
    if not turns:
        return text
    if _NEW_TOPIC.match(text):
        return text
    if _WHO_ELSE_SPOKE.match(text) and (titles := _titles_cited(turns[-1])):
        return f"《{titles[0]}》中有谁发言？"
    back = _BACK_TO.match(text)
    if back and understand(back["rest"]).topic:
        text = back["rest"] if understand(back["rest"]).asks - {Ask.CONTENT} else f"{back['rest'].rstrip('？?。')}呢"
        if not text.endswith("呢"):
            return text
    source = source_asked(text, turns[-1])
    if source:
        return source
    spoken = of_the_speaker(text, turns[-1])
    if spoken != text and understand(spoken).topic:
        return spoken
    turns = _on_the_topic(turns, understand)
    previous = understand(turns[-1].answer.standalone_question)
    if _TIME_ALONE.fullmatch(text.strip()):
        text = "什么时候完成？"
    if _AIM_ALONE.fullmatch(text.strip()):
        text = "What is the target?" if text.isascii() else "目标是多少？"
    headed, named = heading_asked(previous.text), _WHAT_ABOUT.match(text.strip())
    if headed and not headed.leans and named and (thing := named["zh"] or named["en"] or named["and"]):
        return previous.text.replace(headed.what, thing.strip(), 1)  # 免税店呢 after 阳光清关属于哪个行动
    if other := rank_instead(text, previous.text):
        return other
    question = understand(text)
    printed = item_printed(text, turns)
    if printed is not None:
        return printed
    chosen = item_told(text, turns)
    if chosen is not None:
        return asked_about(chosen, without_place(text) if _asks_something(question) else asking_words(previous), text)
    part = _OTHER_PART.fullmatch(text.strip())
    if part and previous.units and asks_for_records(previous) and (held := _PART.search(previous.text)):
        return f"{previous.text[: held.start()]}{part['part']}{previous.text[held.end() :]}"
    if _of_all_tasks(text, question, previous, turns[-1]):
        return text
    if otherwise := in_place_of(text, previous, understand):
        return otherwise
    if narrows(text) or (_only_bounds(text, question, turns[-1]) and not _of_another_time(text, question, previous)):
        return with_topic(text, question, previous, turns[-1])
    moved = years_on(text, previous.text)
    if moved:
        return moved
    corrected = correction(text)
    if corrected:
        return _corrected(corrected, previous, turns, understand)
    headless = _HEADLESS_FRAGMENT.match(text.strip())
    attributive = _ATTRIBUTIVE.match(previous.text) if headless else None
    if headless and attributive and put_in(headless["words"], previous.text) is None:
        return f"{headless['words']}{previous.text[attributive.end('words') :]}"
    asked = _AND_ASKED.match(text.strip())
    if asked:
        return asked_of_named(asked["named"].strip(), asked["asked"], previous, understand)
    text = _TERM.sub("medium-and-long-term", text)
    fragment = _FRAGMENT.match(text.strip())
    if fragment and not _ENGLISH_QUESTION.search(fragment["words"]):
        placed = put_in(fragment["words"], previous.text)
        if placed and not question.units:
            return placed
    if fragment and not _ENGLISH_QUESTION.search(fragment["words"]) and previous.asks - {Ask.CONTENT, Ask.LIST}:
        if question.units and previous.units:
            return with_unit(question, previous)
        return placed or f"“{topic_of(previous, fragment['words'])}”: {fragment['words']} {asking_words(previous)}"
    if _HIS_NUMBER.match(text.strip()) and Ask.CONTACT in previous.asks:
        return previous.text  # the line that names who is to be asked has it
    if other_one := another_one(text, previous.text):
        return other_one
    said = _SAYS_OF_IT.match(text.strip())
    if said and previous.topic and all(map(is_place, words_of(said["place"]))):
        return put_into(said["place"], previous.text) or f"{said['place']}{previous.text}"
    instead = _WHAT_ABOUT.match(text.strip())
    if instead:
        words = instead["zh"] or instead["other"] or instead["en"] or instead["and"]
        return named_instead(words, question, previous, turns[-1])
    if _confirms_of_task(question, turns[-1]):
        return with_topic(text, question, previous, turns[-1])
    if question.topic and not _leans(text, question):
        return text
    if asks_for_records(question) and (question.units or question.places):
        return text
    if question.asks == {Ask.DEADLINE} and not question.topic and previous.asks & METADATA_FIELDS:
        # 是谁发的 and then 什么时候: when it was issued.
        text = "印发日期是哪天？" if question.language == "zh" else "on what date was it issued?"
        return asked_about(topic_of(previous, text), text, text)
    if question.asks == {Ask.CONTACT} and not question.topic and (titles := _titles_cited(turns[-1])):
        return f"《{titles[0]}》{text}"  # whom to call is told of a paper, not of what was asked before
    return with_topic(text, question, previous, turns[-1])


def is_fragment(text: str) -> bool:
    """Whether a turn only names something (那柳州呢, and Yunnan's?): it asks nothing by itself."""
    text = text.strip()
    named = _WHAT_ABOUT.match(text) or _HEADLESS_FRAGMENT.match(text)
    fragment = _FRAGMENT.match(text)
    return bool(named) or (fragment is not None and not _ENGLISH_QUESTION.search(fragment["words"]))


def opens_topic(text: str) -> bool:
    """Whether a turn says that it asks of something else: 换个话题, by the way."""
    return bool(_NEW_TOPIC.match(text))


def names_another_kind(text: str) -> bool:
    """Whether a turn only names another kind of what was spoken of: 医院的呢."""
    return bool(_HEADLESS_FRAGMENT.match(text.strip())) and not any(map(is_ordinal, words_of(text)))


def names_another_thing(text: str) -> bool:
    """Whether a turn only names another thing than was spoken of: 免税店呢, what about duty-free shops."""
    if _OF_THE_SAME.search(text) or any(map(is_ordinal, words_of(text))):
        return False
    return _WHAT_ABOUT.match(text.strip()) is not None and not names_another_kind(text)


def _on_the_topic(turns: Sequence[Turn], understand: Callable[[str], Question]) -> Sequence[Turn]:
    """The turns to the last one that is about more than a paper: whom to call was asked of it, and not of what was
    spoken of before."""
    while len(turns) > 1:
        asked = understand(turns[-1].question)
        if asked.asks != {Ask.CONTACT} or asked.topic:
            break
        turns = turns[:-1]
    return turns


def _only_bounds(text: str, question: Question, turn: Turn) -> bool:
    """Whether a turn after a list has nothing but bounds of its own: 哪些没有时间要求, 附件1里的有哪些."""
    if turn.answer.total is None or question.units or question.topic or question.about_tasks:
        return False
    bounded = question.demands or question.period or _HEADLESS_PLACE.match(text.strip())
    return bool(bounded) and question.asks <= OPEN_ASKS


def _of_another_time(text: str, question: Question, previous: Question) -> bool:
    """Whether a turn names a time in place of that of the question before (那12月呢), and none within it."""
    if question.period is None or previous.period is None or _WHAT_ABOUT.match(text.strip()) is None:
        return False
    before, now = previous.period, question.period
    begins = before.start is None or (now.start is not None and now.start >= before.start)
    ends = before.end is None or (now.end is not None and now.end <= before.end)
    return not (begins and ends)


def _of_all_tasks(text: str, question: Question, previous: Question, turn: Turn) -> bool:
    """Whether a turn asks for the tasks of some kind (哪些任务没写完成时间) where there is no list that it could
    narrow: the turn before was about one thing, or bounded the number of units by another one."""
    if not (question.about_tasks and question.demands) or question.topic:
        return False
    narrows_nothing = turn.answer.total is None or bool(question.demands.units and previous.demands.units)
    return narrows_nothing and not (pronoun(text) or REFERS_BACK.search(text))


def _confirms_of_task(question: Question, turn: Turn) -> bool:
    """Whether a turn asks whether a unit has a part in the one task that was told: 参与单位有税务局吗."""
    names = {*(bound.words for bound in question.units), *question.strangers}
    if Ask.CONFIRMATION not in question.asks or question.about_tasks or not names:
        return False
    return turn.answer.total is None and bool(turn.answer.tasks) and set(question.topic.split()) <= names


def _corrected(
    corrected: Correction, previous: Question, turns: Sequence[Turn], understand: Callable[[str], Question]
) -> str:
    """The question before with what it should have named, or what should have been asked."""
    for turn in reversed(turns):
        if corrected.old and corrected.old in turn.answer.standalone_question:
            return turn.answer.standalone_question.replace(corrected.old, corrected.new, 1)
    heard = understand(corrected.new)
    if heard.asks - {Ask.CONTENT} and not (heard.units and previous.units and not heard.about_tasks):
        return corrected.new if heard.topic else with_topic(corrected.new, heard, previous, turns[-1])
    return named_instead(corrected.new, heard, previous, turns[-1])


def in_context(text: str, turns: Sequence[Turn], understand: Callable[[str], Question]) -> str:
    """`text` as it is asked of what the question before is about, whether it seems to stand alone or not."""
    return with_topic(text, understand(text), understand(turns[-1].answer.standalone_question), turns[-1])


def _titles_cited(turn: Turn) -> list[str]:
    """The titles of the documents that the answer cited; empty where there are several."""
    titles = list(dict.fromkeys(one.title for one in turn.answer.citations))
    return titles if len(titles) == 1 else []


def _leans(text: str, question: Question) -> bool:
    """Whether a question with words of its own still needs the topic of the turn before it."""
    own = len(re.sub(r"\s", "", question.topic))
    if pronoun(text):
        return True
    if own <= (6 if question.language == "en" else 3) or not SAYS_WHEN_AND_HOW.sub("", question.topic):
        return True
    if len(_ONE_OF_SEVERAL.sub("", re.sub(r"\s", "", question.topic), count=2)) <= 1:
        return True
    # What names a place, a document or something in quotation marks stands by itself however it begins.
    if question.document_ids or localities(text) or "“" in text or "《" in text:
        return False
    if _HEADLESS.search(text):
        return True
    if _SUBJECTLESS.match(text) and not question.units and not question.about_tasks and own <= SHORT:
        return True
    back = REFERS_BACK.search(text)
    if back:
        within = back.start() > 0 or points_within(text)
        return own <= ((14 if within else 24) if question.language == "en" else (4 if within else 12))
    return any(is_ordinal(token) for token in words_of(_THIRD_PARTY.sub("", text)))


def _asks_something(question: Question) -> bool:
    return bool(question.asks - {Ask.CONTENT, Ask.COUNT, Ask.LIST})
