"""What a paper notes on itself outside its text: whether it may be published (此件公开发布), and from where a copy of
it was taken (来源：…日报)."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from itertools import islice

from assistant.matching.heads import heads_of
from assistant.matching.relevance import Relevance
from assistant.questions.question import Question
from assistant.wording.findings import Draft, Evidence, Statement
from corpus.types import Document, Span
from index.library import Library

PAPERS = 3
"""So many of the documents that search proposes are looked at where the question names none by its title."""

_PAPER = (
    "(?:文件|方案|通知|意见|[办做]法|[来复]?函|批复|纪要|规[定划]|细则|公[告报]|通[报告]|报告|计划|措施|要点|条例"
    "|答复|政策|清单|指南|预案|规则|[此本]件|那份|这份|全文|正文|文本)"
)
_EDGE = r"[”》\"』」]?(?:[这那][份个]?|本身|当时|现在|到底|究竟|都|的|正文|全文|文件|，|,|\s)*"
_WHETHER = (
    "(?:是不是|是否|能不能|可不可以|可否|能否|有没有|有无|算不算|属不属于|属于|算|能|可以|可|是"
    "|对外|对社会|向社会|向公众|会|允许)*"
)
_OPEN = "(?:公开|外传|上网公布|公之于众)(?:发布|出来|发表|公布|了)?"


@dataclass(frozen=True, slots=True)
class _Note:
    """A note with what asks for it, what it looks like (`value` is what it says), and how an answer names it."""

    asked: re.Pattern[str]
    printed: re.Pattern[str]
    zh: str
    en: str


_NOTES = (
    _Note(
        re.compile(
            f"{_PAPER}{_EDGE}{_WHETHER}{_OPEN}的?(?:吗|么|嘛|不|没有?|还是|[？?。，,]|$|文件|件|性质|属性)"
            f"|{_PAPER}{_EDGE}(?:是|属于|算)?(?:不是)?(?:涉密|内部|保密)(?:文件|资料|材料)?的?(?:吗|么|嘛|还是)"
            "|公开(?:属性|方式|类[别型]|选项|与否)"
            r"|(?<![a-z])(?:is|was|are|can|may) (?:the |this |that )?[^?]{0,80}?"
            r"(?:open to the public|public(?:ly available)?|for public release"
            r"|be (?:published|made public)|marked (?:as )?(?:public|for))(?= ?[?,]| or |$)",
            re.IGNORECASE,
        ),
        re.compile(
            "[（(]?(?P<value>此[件文](?:主动|依申请|不予?|删减后?|[已可]?以?)?(?:公开(?:发布)?|不公开)"
            "|(?:信息)?公开(?:属性|方式|类[别型]|选项)\\s*[：:]\\s*(?:主动公开|依申请公开|不予公开))[）)]?"
        ),
        "关于是否公开，文件注明",
        "On publication the document notes",
    ),
    _Note(
        re.compile(
            f"{_PAPER}[^，。？?]{{0,12}}(?:来源|出处|转自|摘自)|{_PAPER}[^。？?]{{0,12}}(?:哪[家个份]?|什么)(?:媒体|报纸?|网站)"
            r"|(?<![a-z])(?:source of (?:the|this) (?:text|copy|document|report)"
            r"|(?:which|what) (?:newspaper|media|website|outlet))",
            re.IGNORECASE,
        ),
        re.compile(r"(?:(?<=\n)|\A|(?<=[\s　（(]))(?:信息|文章|稿件)?来源\s*[：:]\s*(?P<value>[^\n）)；。，]{2,24})"),
        "文件注明的来源",
        "The source that the document notes",
    ),
)
_ASIDE = re.compile(
    "此件|公开(?:发布|属性|方式|类[别型]|选项)?|对外|向?社会|公众|主动|依申请|内部|涉密|保密|来源|出处|转自|摘自|媒体|报纸?|网站|文末|末尾|注明|标注?|写|印"
    "|文本|全文|正文|[这那]份|文件|方案|通知|意见|办法|报告|政府工作报告|规定|计划|纪要|[是的吗哪家]"
)
_TITLED = re.compile(r"[《》“”\"]")


def answer_note(question: Question, proposed: Callable[[], Sequence[str]], library: Library) -> Draft | None:
    """What the paper that a question means notes on its publication or source, or that it notes nothing; None where a
    question asks for neither, or names more than a paper. `proposed` gives the documents that search proposes."""
    own = question.text[question.opening :]
    if question.document_ids - {""}:
        own = f"文件{own}"  # its title has been taken out of the question
    note = next((one for one in _NOTES if one.asked.search(own)), None)
    if note is None or question.units or question.items:
        return None
    rest = Relevance(_ASIDE.sub(" ", _TITLED.sub(" ", question.topic)), library)
    named = sorted(question.document_ids - {""})
    if not (named or rest.terms):
        return None
    possible = named or list(islice(dict.fromkeys(proposed()), PAPERS))
    heads = heads_of(possible, library)
    meant = [name for name in possible if not any(len(one.word) > 1 for one in rest.within(heads[name]).terms)]
    if len(meant) != 1:
        return None
    return _told(note, library.document(meant[0]), question)


def _told(note: _Note, document: Document, question: Question) -> Draft:
    zh = question.language == "zh"
    printed = note.printed.search(document.text)
    title = document.metadata.title
    if printed is None:
        text = f"《{title}》没有这样的注明。" if zh else f"《{title}》 has no note of this."
        return Draft("not_found", (Statement(text),), tuple(sorted(question.asks)))
    value = printed["value"].strip()
    text = f"{note.zh}：“{value}”。" if zh else f"{note.en}: “{value}”."
    return Draft("answered", (Statement(text, (Evidence(document.id, Span(*printed.span("value"))),), (value,)),))
