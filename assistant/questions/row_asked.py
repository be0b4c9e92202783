"""Questions about the row of one task rather than about what it says: which item it is, how many units it has, whether
it has but one, which stands first, who takes part beside the lead."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Literal

RowKind = Literal["number", "units", "only", "first", "others"]
Role = Literal["any", "lead", "part"]

_UNIT = "(?:责任|牵头|主办|主责|参与|参加|配合|协办|协同|承办)?(?:单位|部门|机构|方(?![面向法案式便针]))"
_DOES = "(?:牵头|负责|参与|参加|配合|协助|协同|承担|承办|协办|出力|管|做|落实|完成)"
_LEAD_LEFT_OUT = "(?:牵头|主办|主责|负责|领头)的?(?:单位|部门|方)?"
# What asks for several tasks, for rows, or for what one unit does.
_OF_ROWS = re.compile(
    "哪(?:一|个)?(?:项|条|件)|哪[个些](?:任务|事项|工作|举措|措施)|(?<!第)(?:几|多少)(?:项|条|件)|什么任务"
    "|各[项条]|每[项条]|所有|全部|最[多少]|任务中|事项中|分别"
    r"|(?<![a-z])(?:which|what|how many|list|all|each) (?:of the )?(?:tasks|items|measures|matters"
    r"|rows)(?![a-z])|(?<![a-z])(?:most|fewest)(?![a-z])",
    re.IGNORECASE,
)
_CHINESE: tuple[tuple[RowKind, str], ...] = (
    (
        "number",
        r"(?:(?:是|在|属于?|列在|排在|位于|列为|编为|对应)?(?:(?:哪个?|第?几个?)(?:附件|附表|清单|表)|(?:附件"
        r"|附表|表)(?:几|多少|哪个))(?:里|中|上)?的?)?"
        r"(?:是|在|属于?|列在|排在|排|位于|列为|编为|列|对应){0,3}第(?:几|多少)(?:项|条|号(?=任务|事项|举措)|行|款|件|个(?:任务|事项"
        r"|举措|措施))(?:任务|事项|工作|举措|措施|条款)?"
        r"|排(?:在|名|列)?第几位?|(?:的?(?:序号|编号|项号|条目号)(?:是|为)?(?:多少|几|第几|什么|哪个))"
        r"|是几号(?:任务|事项)",
    ),
    (
        "only",
        rf"(?:是不是|是否|是)?(?:就|都)?(?:只|仅|单)(?:有|由|涉及|列了?|写了?|是)?一(?:家"
        rf"|个){_UNIT}{_DOES}?(?:吗|么|对吗|对不对)?"
        rf"|(?:是不是|是否)(?:由)?一(?:家|个){_UNIT}(?:单独|独自|独家)?{_DOES}|有没有第二(?:家|个){_UNIT}",
    ),
    (
        "first",
        rf"{_UNIT}?(?:里|中|当中)?(?:排|列|写|放|摆|署|名列)?(?:在|名)?(?:的)?(?:第一位?|最前面?|最前头|首位"
        rf"|头一个|第一个)的?(?:是)?"
        rf"(?:{_UNIT})?(?:是)?(?:谁|哪一?(?:个|家)?(?:{_UNIT})?|什么{_UNIT})"
        rf"|(?:谁|哪一?(?:个|家){_UNIT}?)(?:排|列|写|放|摆)(?:在)?(?:第一位?|最前面?|最前头|首位|头一个)"
        rf"|第一(?:个|家|责任){_UNIT}(?:是)?(?:谁|哪一?(?:个|家)?)",
    ),
    (
        "others",
        rf"除(?:了|去|开)?{_LEAD_LEFT_OUT}(?:以外|之外|外)?",
    ),
    (
        "others",
        rf"(?:都)?(?:还有|另有|其他|其余|别的)(?:的)?(?:谁|哪些人?|哪几[家个]|什么|(?:{_UNIT})(?:有哪些|是谁"
        rf"|是哪些))(?:{_UNIT})?(?:来|在|也|要|会|共同|一起)*{_DOES}?",
    ),
    (
        "units",
        rf"(?:一共|总共|共|都)?(?:涉及|牵涉|需要|由|有|列了?|写了?|归|安排了?)?(?:到|了)?(?:几|多少)(?:家"
        rf"|个){_UNIT}(?:共同|一起|来|在|要|都)*{_DOES}?(?:的)?"
        rf"|的?{_UNIT}(?:数量?|个数)?(?:一共|总共|共|都)?(?:有|是)(?:几|多少)(?:家|个)(?:单位|部门)?(?=$|[，。？?])"
        r"|(?:参与|参加|配合|协助|协办)的?(?:一共|总共|共|都)?(?:有|是)?(?:几|多少)(?:家|个)(?:单位|部门)?(?=$|[，。？?])",
    ),
)
_ENGLISH: tuple[tuple[RowKind, str], ...] = (
    (
        "number",
        r"(?:which|what)(?: is the)? (?:item|row|task|entry|serial|line)(?: number| no\.?)?(?: is| does| has"
        r"| of| for)?"
        r"|(?:under|at|as) (?:which|what) (?:item |row |task |entry |serial )?number is|what number (?:is|does)"
        r"|where in the (?:list|table|annex) is"
        r"|(?:what is )?the (?:item|row|serial|task) number(?: of| for)?",
    ),
    (
        "only",
        r"is (?:there )?(?:only|just) one (?:unit|department|agency|office|body)(?: that is"
        r"| which is)?(?: responsible| in charge| involved)?(?: for| of| in)?"
        r"|does (?:only|just) one (?:unit|department|agency|office|body) (?:handle|do|lead|own)",
    ),
    (
        "first",
        r"(?:who|(?:which|what) (?:unit|department|agency|office|body)) (?:is|comes|stands) (?:listed |named "
        r"|printed |written )?first(?: under| for| in| on| against)?",
    ),
    (
        "others",
        r"who else|(?:which|what) other (?:units|departments|agencies|offices|bodies)"
        r"|(?:besides|apart from|other than|in addition to|aside from|except(?: for)?) (?:the )?(?:lead(?:ing)?"
        r"|responsible|main)(?: unit| department| agency| office| body)?,?",
    ),
    (
        "units",
        r"how many (?:different |responsible |participating |lead )?(?:units|departments|agencies|offices|bodies)",
    ),
)
# What goes on from such words, to the task.
_GOES_ON = re.compile(
    r"\s*(?:who|which (?:units|departments|agencies|offices|bodies))?\s*(?:(?:is|are|has|have|takes?|taking"
    r"|must|will|also|to|be) )*"
    r"(?:part|involved|participat\w*|(?:jointly )?lead(?:s|ing)?|responsible|in charge"
    r"|help\w*|assist\w*|support\w*|work\w*|share\w*|listed"
    r"|named)?(?: (?:in|for|on|of|with|under))*(?= |$)",
    re.IGNORECASE,
)
_PATTERNS = tuple((kind, re.compile(pattern), True) for kind, pattern in _CHINESE) + tuple(
    (kind, re.compile(rf"(?<![a-z])(?:{pattern})(?![a-z])", re.IGNORECASE), False) for kind, pattern in _ENGLISH
)
_WHO = re.compile(rf"(?:都|又)?(?:还有|另有)?(?:谁|哪些|哪几[家个])(?:{_UNIT})?(?:来|在|也|要|会|共同|一起)*{_DOES}?")
_LEAD_SAID = re.compile("牵头|主办|主责|负责|lead|respons|main", re.IGNORECASE)
_LEADS = re.compile("牵头|主办|主责|(?<![a-z])lead", re.IGNORECASE)
_TAKES_PART = re.compile("参与|参加|配合|协办|协同|(?<![a-z])participating", re.IGNORECASE)
_UNIT_LEFT_OUT = re.compile(
    "除(?:了|去|开)?|(?<![a-z])(?:besides|apart from|other than|except)(?![a-z])", re.IGNORECASE
)
# What asks for something else as well, in words that no task has.
_ASKS_MORE = re.compile(
    r"谁|哪|什么|多少|几(?=[个项条年月天号时家点])|何时|怎|如何|吗|呢|是否"
    r"|(?<![a-z])(?:who|what|when|where|which|how|why)(?![a-z])",
    re.IGNORECASE,
)
# How many they are is told with their names: 有几家单位参与，分别是谁.
_NAMES_TOO = re.compile(
    r"[，,。？?；;、\s]*(?:它们|这[几些]家?(?:单位|部门)?)?(?:分别|各自?|都|具体|又)?(?:是|有|为|叫)(?:谁|哪些|哪[几两三四五六七八九]?[家个]|什么)"
    r"(?:单位|部门)?[？?。\s]*$"
    r"|[,;.?]?\s+(?:and )?(?:(?:which|who|what) are (?:they|these|those)|(?:please )?(?:name|list) them)\s*[?.]*$",
    re.IGNORECASE,
)
LEAST_LEFT = 4
"""So many characters name a task."""


@dataclass(frozen=True, slots=True)
class RowAsked:
    """What is asked of a row, of which units, and `text`, the question as one for who is responsible for the task."""

    kind: RowKind
    role: Role
    text: str


def row_asked(text: str) -> RowAsked | None:
    """What a question asks of the row of one task; None where it asks for nothing of the kind."""
    counted = _NAMES_TOO.sub("", text)
    for kind, pattern, chinese in _PATTERNS:
        match = pattern.search(text)
        if match is None:
            continue
        if kind == "units":
            text, match = counted, pattern.search(counted)
        if match is None or _OF_ROWS.search(text):
            return None
        before, said, after = text[: match.start()], match.group(), text[match.end() :]
        if kind == "others" and not _LEAD_SAID.search(said) and _UNIT_LEFT_OUT.search(before):
            return None  # beside a unit that it names
        if chinese:
            if kind == "others":
                after = _WHO.sub("", after, count=1)
            rest = f"{before}{after}".strip(" ，,。？?！!的")
            asked = f"{rest}由谁负责？"
        else:
            goes_on = _GOES_ON.match(after)
            rest = f"{before}{after[goes_on.end() if goes_on else 0 :]}".strip(" ,?.")
            asked = f"Who is responsible for {rest}?"
            said += goes_on.group() if goes_on else ""
        if len(rest) < LEAST_LEFT or _ASKS_MORE.search(rest):
            return None
        return RowAsked(kind, _role(said), asked)
    return None


def _role(words: str) -> Role:
    if _LEADS.search(words):
        return "lead"
    return "part" if _TAKES_PART.search(words) else "any"
