"""Questions for what stands under a heading that they write out: “…”包括哪些内容, …分几块, what does “…” cover.

Nothing but the heading, the paper and words that ask for its contents may be in such a question: who leads what the
heading names is asked of a task."""

from __future__ import annotations

import re

_PARTS = (
    "(?:方面|部分|内容|板块|小?节|小?标题|标题|条目|要点|层面|维度|环节|点|块"
    "|项目?|条款?|类别?|章|小点|子项|分项|任务|事项|措施|举措|工作|要求|东西)"
)
_COMMON = (
    r"分别|请问|请|麻烦|帮我|帮忙|告诉我|告知|想知道|想了解|看看|看一下|查一下|查查|介绍一下|介绍|说说|说一下|讲讲|讲一下|列举|列一下|列出来?"
    rf"|列全|逐一|逐条|逐项|完整地?|完整|全部|所有|从?(?:哪些|哪几|什么|几|多少)个?大?{_PARTS}?的?(?:着手|入手|来|去)?"
    r"|包括|包含|涵盖|涉及|囊括|含有|分为|分成|划分为?|划分成|组成|构成|由|列入|下设|下分|下辖|设|分|有|列|写|讲|说|提|规定|明确|部署|安排|提出"
    r"|一共|总共|共|都|又|各自|各|大致|究竟|到底|还|里面|里边|里|当中|之中|中|内|之下|下面|底下|项下|名下|以下|下"
    rf"|这一?(?:部分|章|节|块|板块|条|项|段|标题|方面)|(?:部分|章节|板块|一章|一节|一块|一条|一项|一段|一栏)"
    r"|是|为|叫|了|着|的|地|把|将|在|从|就|来|去|呢|吗|啊|呀|和|及"
)
_ENGLISH = (
    "please|kindly|tell|me|us|can|could|would|you|give|show|name|list|set|out|all|the|a|an|of|in|on|to|for|under|beneath|below|into|by|with"
    "|what|which|how|many|much|is|are|was|were|does|do|did|has|have|it|its|there|that|be|this"
    "|cover|covers|covered|include|includes|included|contain|contains|contained|comprise|comprises|consist|consists|consisting"
    "|made|make|makes|up|say|says|comes|come|fall|falls|stand|stands|listed|set|laid|divided|divide|split|broken|down|organi[sz]ed|structured|mention|mentions|mentioned"
    "|section|sections|part|parts|chapter|chapters|heading|headings|sub-?headings?|sub-?sections?|headed|titled|called|entitled|clause|paragraph"
    "|items?|points?|measures?|tasks?|topics?|aspects?|areas?|elements?|components?|contents?|things?|matters?|actions?|exactly|specifically|main|different|full"
)
_ENDS = re.compile(rf"(?:{_COMMON})|(?<![a-z])(?:{_ENGLISH})(?:['’]s)?(?![a-z])|[^\w]+|_", re.IGNORECASE)
_FRAME = re.compile(rf"主要|具体|标题|名称|{_ENDS.pattern}|{_PARTS}", re.IGNORECASE)
# What a frame has that asks for contents. 有哪些 alone asks for whatever its noun names.
_ASKS = re.compile(
    rf"(?:哪些|哪几|什么|啥|几|多少)个?大?{_PARTS}|(?:包括|包含|涵盖|涉及|囊括|含|分[为成]?|划分[为成]?|由|有|列|写|讲|说|提|规定|明确|部署|安排|提出)[了出着]?"
    r"(?:些)?(?:哪|什么|啥|几|多少)|(?:哪些|哪几|几|多少)个?大?"
    r"|列[举出全一]|(?<![a-z])(?:what|which|how|list|name|set out|give|show)(?![a-z])",
    re.IGNORECASE,
)
_OF_CONTENTS = re.compile(
    r"包括|包含|涵盖|囊括|分[为成]|分[几哪多]|划分|组成|构成|内容|方面|部分|板块|[几哪多少些个大]块|下面|底下|项下|之下|小?标题|从[哪几什]|哪?几[项点条]"
    r"|(?<![a-z])(?:cover|include|contain|compris|consist|section|part|chapter|heading|under|divided|split|broken)",
    re.IGNORECASE,
)
_SECTION = re.compile(r"(?<![a-z])(?:sub-?)?(?:section|part|chapter|heading)s?(?![a-z])", re.IGNORECASE)
_HAN = re.compile("[\u3400-\u9fff]")
_ROWS = re.compile(
    r"任务|事项|措施|举措|工作|职责|(?<![a-z])(?:tasks?|measures?|items?|actions?)(?![a-z])", re.IGNORECASE
)


def rest_of_frame(text: str) -> str | None:
    """What `text`, a question without the heading that it writes out, says beside asking for its contents: nothing, or
    what may name the paper. None where it does not ask for contents."""
    if not _ASKS.search(text):
        return None
    return "".join(_FRAME.sub(" ", text).split())


def names_a_section(text: str) -> bool:
    """Whether a question in English alone says that what it names is a section."""
    return bool(_SECTION.search(text)) and not _HAN.search(text)


def between_frames(text: str) -> str:
    """What stands in a question between the first and the last word that is no part of its frame; empty where it does
    not ask how something is parted."""
    if not _OF_CONTENTS.search(text):
        return ""
    blank = _ENDS.sub(lambda match: " " * len(match.group()), text)
    return text[len(blank) - len(blank.lstrip()) : len(blank.rstrip())]


def asks_for_rows(heading: str, frame: str) -> bool:
    """Whether a heading that names tasks (重点任务) is asked for as tasks are (有哪些), not for how it is parted."""
    return bool(_ROWS.search(heading)) and not _OF_CONTENTS.search(frame)
