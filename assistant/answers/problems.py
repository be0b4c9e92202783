"""What a report says is wrong or behind: the part of it that is headed 存在问题, in full, where a question asks for the
problems, or for what is not done yet, of the whole paper and of nothing in it."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from itertools import islice

from assistant.answers.outline_parts import content_in_full
from assistant.language.numbering import unnumbered
from assistant.matching.relevance import Relevance
from assistant.questions.asking import Ask
from assistant.questions.question import OPEN_ASKS, Question
from assistant.wording.findings import Draft
from index.library import Library

PAPERS = 3
"""So many of the documents that search proposes are looked through."""
_OPEN = OPEN_ASKS | {Ask.RESPONSIBLE, Ask.LEAD, Ask.PARTICIPANTS}
"""谁拖后腿 asks for a unit, and is told by the same part."""

_WRONG = "(?:问题|不足|短板|弱项|毛病|困难|薄弱(?:环节|之处|点)?|差距|隐患|欠缺|漏洞|缺点)"
_UNDONE = (
    "(?:(?:还)?(?:没有?|未能?|尚未|没能)(?:按时|按期|如期|及时|全部|能|有)?(?:完成|做完|干完|办完|办好|落实|做好|达标|达到目标|到位|推进|弄完|搞完)"
    "|(?:进展|进度|推进)?(?:滞后|落后|缓慢|太?慢|拖拉)|拖(?:了?后腿|延|拉)|掉链子|欠账|不达标|没达标|不到位)"
)
_ASKED = re.compile(
    rf"(?:哪些|哪几个?|什么(?:样的)?|啥|几个?|多少)(?:主要|突出|具体|共性|的)*{_WRONG}"
    rf"|{_WRONG}(?:都|主要|具体|分别)*(?:是|有|在|出在)(?:哪|什么|啥|谁)"
    rf"|(?:哪些|哪几[项个家件]|什么|谁|啥)(?:重点|具体|地方|工作|任务|事情|事项|事|项目|指标|单位|部门|乡镇|街道|县区|的|还|都|在)*{_UNDONE}(?:了|的)*"
    rf"|{_UNDONE}的(?:重点|具体|那些)*(?:工作|任务|事情|事项|事|项目|指标|单位|部门|乡镇|街道|县区)?(?:都|分别)?(?:有|是)(?:哪|什么|啥|谁)"
    r"|(?<![a-z])(?:what|which)(?: [a-z]+){0,3}? (?:problems?|issues|shortcomings|weaknesses|deficiencies"
    r"|difficulties)(?![a-z])"
    r"|(?<![a-z])(?:what|which|who)(?: [a-z]+){0,4}? (?:not (?:yet )?(?:been )?(?:finished|completed|done|met)"
    r"|unfinished|behind(?: schedule)?|delayed|lagging(?: behind)?|overdue)(?![a-z])",
    re.IGNORECASE,
)
_HEADED = re.compile(
    rf"^(?:当前|目前|主要|督查|检查|调研|抽查|普遍|仍然?)*(?:存在|发现|暴露|面临|反映)?(?:的|出)?(?:主要|突出|共性|一些|几个)*的?{_WRONG}"
    rf"(?:(?:和|与|及|、)(?:主要|突出)?(?:{_WRONG}|原因|建议))*(?:及原因|分析|清单)?$"
)
_KINDS = re.compile(rf"{_WRONG}|problems?|issues|shortcomings|weaknesses|deficiencies|difficulties", re.IGNORECASE)
# What is said around the question and names nothing that a part of the paper could be of.
_AROUND = re.compile(
    r"存在|发现|查出|查到|指出|通报|点名|点出|暴露|反映|说到?|提到|列出?|讲|工作|任务|督查|检查|情况|报告|这次|本次|此次|有|了|的|着|里|中|上|在|都|还|是|被|出来?"
    r"|(?<![a-z])(?:found|find|noted|identified|reported|named|mentioned|exist|there|were|was|are|is|have|has|been|did|does|do|the|in|by|of|at"
    r"|inspection|report|circular|notice|work|tasks?|units?|works?)(?![a-z])",
    re.IGNORECASE,
)


def answer_problems(question: Question, proposed: Callable[[], Sequence[str]], library: Library) -> Draft | None:
    """The part of a paper that tells its problems; None where a question asks for no problems, for those of something
    that the paper does not name at its head, or no paper is meant that has such a part. `proposed` gives the documents
    that search proposes, best first."""
    asked = _ASKED.search(question.text, question.opening)
    if asked is None or question.items or question.places or not question.asks <= _OPEN:
        return None
    # A place in Latin letters stands in the topic in Chinese.
    own = question.topic if question.language == "en" else question.text[question.opening :]
    rest = Relevance(_AROUND.sub(" ", _KINDS.sub(" ", own.replace(asked.group(), " "))), library)
    named = sorted(question.document_ids - {""})
    if (question.document_ids and not named) or not (named or rest.terms):
        return None
    # What the first lines speak of is more than the whole paper is called by.
    for name in named or islice(dict.fromkeys(proposed()), PAPERS):
        document = library.document(name)
        headed = [
            one
            for one in library.sections(name)
            if one.heading is not None and one.path and _HEADED.match(_name(one.path[-1]))
        ]
        if len(headed) != 1:
            continue
        called = f"{document.metadata.title} {document.metadata.issuer or ''} {headed[0].path[-1]}"
        if not rest.within(called).terms:
            return content_in_full(question, headed[0], document)
    return None


def _name(heading: str) -> str:
    return "".join(unnumbered(heading).split()).rstrip("。：:")
