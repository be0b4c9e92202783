"""The words of a question that takes over what the question before it is about.

Either the topic is put before what a follow-up asks (“…”：什么时候完成), or what the follow-up names is put in the
place of what the question before named, and the same is asked of it (那综试区呢). Which of the two, and of which turn,
`followup` decides.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import replace

from assistant.language.tokens import is_place, is_time, words_of
from assistant.questions.asking import Ask, in_words
from assistant.questions.leaning import REFERS_BACK, narrows, pronoun
from assistant.questions.naming import opening_length
from assistant.questions.question import Question, asks_for_records
from assistant.questions.row_asked import row_asked
from assistant.questions.substitution import put_in, replaced
from assistant.questions.understanding import language_of
from assistant.types import Turn

LONGEST_TASK = 100
"""Characters of a task that says in short what was spoken of; of a longer one the question before said it better."""
LEAST_NAME = 8
"""Characters of a name that stands for a topic whose words do not stand together."""
# How many there are now is asked of no year for which an aim was set.
_NOW = re.compile("现在|目前|眼下|如今|现有|已有")
_YEAR_SET = re.compile(r"(?:到|至)?(?:19|20)\d\d年?(?:底|末|前|度)?(?: *(?:要|建[成设]?|新[建增]|达到?|设)(?= |$))?")
_CLAUSE = re.compile("[，,]")
_ASKING = re.compile("(?:哪些|哪[个家几]|谁|什么|怎么|多少|几)")
LEAST_HEAD, LONGEST_HEAD = 4, 40
"""Characters of the first sentence of a task that is its heading."""
SAYS_WHEN_AND_HOW = re.compile(
    r"(?:19|20)\d\d年?度?|[去今明前上]一?年|[上下]半年|[一二三四]季度|实际|目标|计划|预期|同比|增[长加速幅]?|下降|减少|完成|达到|情况|\s"
)
"""Words that name no topic: 2023年实际增了多少, of what, the turn before says."""
# Whether the answer is the same (也是它吗) asks the same again.
_SAME_AGAIN = re.compile(
    r"也(?:还)?(?:是|由|归)(?:它|他|她|他们|这|那|同)[^，,？?]{0,8}[吗么]?[，,？?]?\s*|也?一样吗[，,？?]?\s*"
)
_FOR_WHOM = re.compile(
    "(?:企业|公司|人员|人才|居民|学生|老人|儿童|家庭|农户|商户|单位|机构|院校|高校|个人|市民|农民|职工|国家|地区)$|(?<![a-z])(?:firms|companies"
    "|enterprises|people|residents|students|families|households|farmers|countries|universities)$",
    re.IGNORECASE,
)
_OPENED = re.compile("“([^“”]*)”")
# What is asked for by its name alone: And the fine for no leash? 那联系方式呢？
_ASKED_BY_NAME = frozenset({Ask.PENALTY, Ask.DEADLINE, Ask.CONTACT, Ask.HOURS, Ask.FREQUENCY, Ask.PLACE, Ask.BASIS})


def with_topic(text: str, question: Question, previous: Question, turn: Turn) -> str:
    """`text`, which is understood as `question`, asked of what `previous`, the question of `turn`, is about: of the
    same rows with further bounds, of the one task that answered, or of the topic."""
    tasks = turn.answer.tasks
    rows = turn.answer.total is not None or (turn.answer.status == "not_found" and asks_for_records(previous))
    if rows and (tasks or question.units or question.period or question.places or narrows(text)):
        if previous.language == "zh":
            # Of rows that were told the first or the last is asked for alone.
            within = "其中" if question.demands.extreme and not narrows(text) else ""
            return f"{previous.text.rstrip('？?。. ')}，{within}{text}"
        return f"{previous.text.rstrip('?. ')}, {text}"
    if previous.inherited:
        return asked_about(
            topic_of(previous, text), text, text
        )  # what was asked about by name, whatever row answered last
    if len({task.task for task in tasks}) == 1 or (tasks and turn.answer.total is None):
        task = heading_of(tasks[0].task)
        if len(task) <= LONGEST_TASK or not previous.topic:
            return asked_about(task, text, text)
    return asked_about(topic_of(previous, text), text, text)


def asked_about(topic: str, rest: str, text: str) -> str:
    """`rest` of a follow-up `text` asked of a topic, without the words that point back to it."""
    pointed = pronoun(rest) is not None
    rest = REFERS_BACK.sub(lambda back: back.group() if back.group().lower() == "by when" else " ", rest).strip(
        " ，,、"
    )
    if pointed and rest and "“" not in topic:
        return f"“{topic}” {rest}"  # what a pronoun means is asked about itself, and is no mere context
    if language_of(text) == "en":
        return f"“{topic}”: {rest or text}"
    return f"“{topic}”：{rest or text}"


def topic_of(previous: Question, text: str) -> str:
    """What the question before is about, with the years, places and ordinals that `text` names in place of its own."""
    named = _without_parallel(previous, text)
    topic = f"{previous.inherited} {named}".strip() or previous.text.rstrip("？?。. ")
    if _NOW.search(text):
        topic = _YEAR_SET.sub("", topic).strip() or topic
    return replaced(text, topic, words_too=False)[0]


def _without_parallel(previous: Question, text: str) -> str:
    """The topic of a question without what its last clause asks, where `text` asks the like instead: 哪些要整改 after
    97年整顿社团，哪些要撤."""
    *before, last = _CLAUSE.split(previous.text.rstrip("？?。. "))
    asking = _ASKING.match(last)
    if not before or asking is None or not text.startswith(asking.group()):
        return previous.topic
    return " ".join(words for words in previous.topic.split() if words not in last) or previous.topic


def heading_of(task: str) -> str:
    """What a task is called: its first sentence where that is a heading (建设溯源体系。应用区块链…), else all of it."""
    task = task.strip("。；; ")
    head = task.split("。", 1)[0]
    return head if LEAST_HEAD <= len(head) <= LONGEST_HEAD else task


def asked_of_named(named: str, asked: str, previous: Question, understand: Callable[[str], Question]) -> str:
    """What is asked (`asked`) of what is `named` in place of its like in the question before."""
    again = _SAME_AGAIN.match(asked)
    if again:
        same = asking_words(previous).rstrip("？?")
        asked = f"{same}，{asked[again.end() :]}".rstrip("，")
    placed = put_in(named, previous.text)
    if placed and not understand(asked).topic:
        return f"“{understand(placed).topic}”：{asked}"
    return f"“{topic_of(previous, named)}”：{named}{asked}" if "“" not in named else f"{named}{asked}"


def named_instead(words: str, question: Question, previous: Question, turn: Turn) -> str:
    """The question before of what `words` name, which the question is that was understood of them."""
    # A task's own text, which an earlier turn put before the question, is no place for another name.
    opened = previous.text.startswith("“")
    placed = None if opened and ("“" in words or _is_another(words)) else put_into(words, previous.text)
    return placed or _instead(words, question, previous, turn)


def _instead(words: str, question: Question, previous: Question, turn: Turn) -> str:
    """The previous question with what the new one names in place of its own: unit for unit, place for place."""
    words = words.strip(" ，,")
    opened = _OPENED.match(previous.text)
    if opened and any(map(is_place, words_of(words))):
        elsewhere, left = replaced(words, opened[1], words_too=False)
        if elsewhere != opened[1]:  # 宁波港呢 after “嘉兴集装箱”：全球排第几
            return f"“{' '.join((elsewhere, *left))}”{previous.text[opened.end() :]}"
    if question.units and previous.units:
        return with_unit(question, previous)
    if question.period and previous.period:
        return previous.text.replace(previous.period.text, question.period.text, 1)
    if turn.answer.total is not None and (question.units or question.period or question.places):
        comma = "，" if previous.language == "zh" else ", "
        return f"{previous.text.rstrip('？?。. ')}{comma}{words}"
    if question.asks - {Ask.CONTENT} and not question.topic:
        return asked_about(previous.topic or previous.text, words, words)
    colon = "：" if previous.language == "zh" else ": "
    if previous.text.startswith("“") and (_is_another(words) or row_asked(previous.text)):
        where = _where_and_when(words, opened[1]) if opened else ""
        return f"“{where}{words}”{colon}{asking_words(previous)}"
    if not SAYS_WHEN_AND_HOW.sub("", words.replace("的", "")):
        return asked_about(
            topic_of(previous, words), f"{words}，{asking_words(previous)}", words
        )  # 2025年的目标, of the same
    apart = previous.topic and previous.topic not in previous.text  # its words are not taken out one by one
    another = _is_another(words) and len(words) >= LEAST_NAME and _is_a_name(words, previous.topic)
    if apart and another and previous.record_asks and not pronoun(words):
        return f"“{_where_and_when(words, previous.topic)}{words}”{colon}{asking_words(previous)}"
    if previous.topic and previous.topic in previous.text and _is_a_name(words, previous.topic):
        return previous.text.replace(previous.topic, f"{_where_and_when(words, previous.topic)}{words}", 1)
    about, gap = topic_of(previous, words) or words, " " if previous.language == "en" else ""
    # The fine for no leash asks by itself; what was asked before is not asked again.
    asking = "" if question.asks & _ASKED_BY_NAME else asking_words(previous)
    return f"“{about}”{colon}{words}{gap}{asking}".rstrip()


def of_that_alone(words: str, previous: Question) -> str:
    """What the question before asks, asked of what `words` name and nothing else."""
    if re.search("[\u4e00-\u9fff]", words) or previous.language == "zh":
        return f"{words}{asking_words(replace(previous, language='zh'))}"
    return f"{words}: {asking_words(previous)}"


def with_unit(question: Question, previous: Question) -> str:
    """The question before with the unit that the new one names in place of its own."""
    return previous.text.replace(previous.units[0].words, question.units[0].words, 1)


def put_into(words: str, text: str) -> str | None:
    """`put_in`, also into the topic that a question opens with (“Leshan GDP growth”: retail sales how much?)."""
    placed, opening = put_in(words, text), _OPENED.match(text)
    if placed is None and opening and (topic := put_in(words, opening[1])):
        return f"“{topic}”{text[opening.end() :]}"
    return placed


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
    return (
        len(words) >= named
        and not words.endswith(("的", "那种", "那类", "那个", "那份"))
        and not _FOR_WHOM.search(words)
    )


def asking_words(question: Question) -> str:
    """A question's own asking words, for asking the same of something else."""
    zh = question.language == "zh"
    opening = opening_length(question.text)
    if opening and row_asked(question.text):
        return question.text[opening:]  # 参与的有几家 is no field of a task
    # What is called an expense (研发经费占比) is asked for as the figure that it is.
    money = {Ask.BUDGET} if Ask.QUANTITY in question.asks else set()
    asked = in_words(question.asks - {Ask.LIST} - money, zh)
    if not asked:
        return "怎么说的？" if zh else "tell me"
    return ("，" if zh else " and ").join(asked) + ("？" if zh else "?")
