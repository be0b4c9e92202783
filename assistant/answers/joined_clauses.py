"""The clauses that semicolons join to the sentence that answers, as far as they answer with it."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import takewhile

from assistant.answers.whole_sections import LONGEST_ANSWER
from assistant.language.contrasts import is_of_another
from assistant.language.numbering import unnumbered, without_references
from assistant.language.posts import of_another_post
from assistant.language.sentences import Sentence
from assistant.language.series import member_of_series
from assistant.matching.needs import NEEDS, needed
from assistant.matching.ranking import Found
from assistant.matching.relevance import Relevance
from assistant.questions.asking import FIGURES, RECORD_FIELDS, Ask
from assistant.questions.question import Question
from index.terms import folded

# The article that a rule opens with is no number of an item.
_ARTICLE = re.compile(r"^第[一二三四五六七八九十百]{1,5}条\s*")
# A clause that goes on where the one before leaves off: the other case, the graver one, what comes after it.
_GOES_ON = re.compile(
    r"(?:但是?|其中|否则|反之|同时)[，,\w]|(?:尚|情节|逾期|仍|构成|拒不|拒绝|造成|未|没有|不|超过|首次|再次|第[二三四]次|其他|其余|无)"
    r"[^，。；]{0,28}的[，,]"
)
# Who is responsible stands behind the clause: 个人信息不适用本条便利。（省网信办、省商务厅）.
_OWNERS = re.compile("[（(][^（）()]{2,60}[)）]$")
# A clause that takes something out of the one before, or bounds it: …的除外; 个人信息不适用本条便利; 三区暂不纳入.
_TAKES_OUT = re.compile(
    r"[^，。；]{1,30}?(?:的?除外|例外)$"
    r"|[^，。；]{1,24}?(?:暂)?不(?:再)?(?:适用|享受|予|纳入|计入|列入|包括|含)(?!的)[^，。；]{0,12}$"
)


def joined_clauses(
    question: Question,
    relevance: Relevance,
    best: Found,
    chosen: Sequence[Sentence],
    clauses: Sequence[Sentence],
    *,
    several: bool,
) -> list[Sentence]:
    """Of the clauses that are printed in one sentence with the best one those that answer with it: all that can, where
    a question asks for several things (全国首店80万元；霁安首店15万元。), else those that name what it names and the
    best one does not (评价为C的，…；评价为D的，….), and those that go on where it leaves off (…；逾期不改正的，….)."""
    clauses = [one for one in clauses if all(one.span != other.span for other in chosen)]
    clauses = [one for one in clauses if not of_another_post(one.text, question.text)]
    clauses = [one for one in clauses if not is_of_another(question.text, one.text, "")]
    if any(member_of_series(_ARTICLE.sub("", one.text)) for one in clauses):
        return []  # but 6．…；个人信息不适用本条便利。 is one item
    needs = [needed(ask, question.text) for ask in NEEDS if ask in question.asks]
    able = [one for one in clauses if all(pattern.search(without_references(one.text)) for pattern in needs)]
    if not several:
        after = (one for one in clauses if one.span.start >= best.sentence.span.end)
        going_on = list(takewhile(lambda one: _goes_on(unnumbered(one.text)), after))
        if Ask.PENALTY not in question.asks and question.asks & (FIGURES | {Ask.DEADLINE}):
            going_on = [one for one in going_on if _takes_out(one.text)]
        if question.inherited or question.asks & (FIGURES | {Ask.DEADLINE} | RECORD_FIELDS):
            return going_on if sum(len(one.text) for one in going_on) <= LONGEST_ANSWER else []
        own = folded(best.sentence.text)
        named = [term.word for term in relevance.terms if term.word not in own]
        able = [one for one in able if one in going_on or any(word in folded(one.text) for word in named)]
        able += [one for one in going_on if one not in able]
    room = LONGEST_ANSWER - sum(len(one.text) for one in chosen)
    return able if sum(len(one.text) for one in able) <= room else []


def _goes_on(clause: str) -> bool:
    """Whether a clause goes on where the one before it leaves off, or takes something out of it."""
    return bool(_GOES_ON.match(clause)) or _takes_out(clause)


def _takes_out(clause: str) -> bool:
    return bool(_TAKES_OUT.match(_OWNERS.sub("", clause).rstrip("。；;")))
