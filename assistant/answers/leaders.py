"""Tasks by the leader who answers for them: 邱副市长名下挂了几项, which rows 方仲谦 has.

Lists of tasks name the leader beside the units (牵头领导：副市长邱映雪, a column 责任领导); a question names him so,
by surname and post, or by a post that one person holds (常务副市长).
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from assistant.answers.ledger import listed
from assistant.language.speaker_attribution import BEGINS_NAME
from assistant.matching.heads import heads_of
from assistant.matching.relevance import Candidate, Relevance
from assistant.questions.asking import Ask
from assistant.questions.question import Question
from assistant.wording.findings import Draft
from corpus.types import Passage, TaskRecord
from index.library import Library

_POST = "(?:常务)?副?(?:[省市县区州旗镇乡]长|秘书长|主任|书记|局长|厅长|部长|主席|主任委员)"
_ANSWERS = r"(?:同志)?(?:名下|手[里上]|头上|[一]?共?挂|分管|牵头|负责|领|包|抓|管|盯)"
_WHICH = re.compile("哪些|哪几|(?:几|多少)[项条件个]")
_BY_SURNAME = re.compile(rf"(?P<surname>{BEGINS_NAME})(?P<post>{_POST})")
_BY_POST = re.compile(rf"(?P<post>常务副[省市县区州旗]长|{_POST}(?={_ANSWERS}))")
# 商务局牵头 names no Mr Shang, 方案里牵头 no Mr Fang, and 任务谁牵头 no Mr Ren.
_BY_NAME = re.compile(
    rf"(?P<name>(?!任务|项目|方案|何[时地]){BEGINS_NAME}(?:(?![谁哪啥几各])[\u4e00-\u9fff]){{1,2}})(?<![局委部厅办院署行会司处所队站府团关心里中上内案按由是的把被和与及并有没未])(?={_ANSWERS})"
)

_NAME = re.compile(rf"{BEGINS_NAME}[\u4e00-\u9fff]{{1,2}}")
_ANSWERS_IN_ENGLISH = re.compile(
    r"(?<![a-z])(?:overs(?:ees?|een|eeing|aw)|supervis(?:es?|ed|ing)|answers? for|answerable|in charge|responsible"
    r"|leads?|led|leading|heads?|headed|handles?|handled|manages?|managed|under|assigned|belongs?|charge of)(?![a-z])",
    re.IGNORECASE,
)


def names_leader(question: Question) -> bool:
    """Whether a question lists or counts what somebody answers for whom it names."""
    text = question.text[question.opening :]
    if question.units:
        return False
    if _ANSWERS_IN_ENGLISH.search(text):
        return bool(question.asks & {Ask.LIST, Ask.COUNT} and _in_pinyin(question))
    return bool((question.asks & {Ask.LIST, Ask.COUNT} or _WHICH.search(text)) and _leaders(text))


def answer_led(question: Question, passages: Sequence[Passage], library: Library) -> Draft | None:
    """Every task of one document that names the leader whom the question names; None where no task of the documents of
    `passages` does."""
    for leader in (*_leaders(question.text[question.opening :]), *_in_pinyin(question)):
        found: dict[str, list[TaskRecord]] = {}
        for document_id in question.document_ids or dict.fromkeys(one.document_id for one in passages):
            text = library.document(document_id).text
            for record in library.records([document_id]):
                beside = " ".join(span.of(text) for span in record.spans["statement"]).replace(record.task, " ")
                if leader.search(beside):
                    found.setdefault(document_id, []).append(record)
        if found:
            his = replace(question, units=(), period=None)
            return listed(his, found[_meant(question, list(found), library)], library)
    return None


def _leaders(text: str) -> list[re.Pattern[str]]:
    """How documents may write the leaders that a text names."""
    person = rf"{BEGINS_NAME}[\u4e00-\u9fff]{{1,2}}"
    leaders = [rf"{one['post']}{one['surname']}[\u4e00-\u9fff]{{1,2}}" for one in _BY_SURNAME.finditer(text)]
    leaders += [rf"{one['post']}{person}" for one in _BY_POST.finditer(text)]
    leaders += [rf"(?<=[长任记席：:、\s]){one['name']}(?![一-鿿])" for one in _BY_NAME.finditer(text)]
    # A 常务副市长 is no 副市长 but by his own name.
    return [re.compile(one if one.startswith("常务") else rf"(?<!常务)(?<!副){one}") for one in leaders]


def _in_pinyin(question: Question) -> list[re.Pattern[str]]:
    """The leaders whose names a question in English writes in pinyin; its topic has them in characters."""
    if not _ANSWERS_IN_ENGLISH.search(question.text):
        return []
    names = (word for word in question.topic.split() if _NAME.fullmatch(word))
    return [re.compile(rf"(?<=[长任记席：:、\s]){name}(?![一-鿿])") for name in names]


def _meant(question: Question, documents: Sequence[str], library: Library) -> str:
    """Of several documents the one that the question's topic speaks of most."""
    heads = heads_of(documents, library)
    shares = Relevance(question.topic, library).shares([Candidate(heads[name]) for name in documents])
    return max(zip(shares, documents, strict=True), key=lambda pair: pair[0])[1]
