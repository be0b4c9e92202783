"""Questions for the heading under which something stands: 阳光清关属于哪个行动, 写在哪一部分, which section has it."""

from __future__ import annotations

import re
from dataclasses import dataclass

# Nouns by which headings call what stands under them.
_CALLED = "行动|工程|平台|体系|创新|计划|专项|窗口|目标|机制|突破|升级|改革|原则|保障"
# Nouns that any heading has: the part itself is asked for.
_ANY = "部分|章节?|节|板块|版块|方面|大?标题|大类|大项|大条|段落?|地方"
_STANDS = (
    "(?:是|算|都|该|应|具体|到底|究竟|被|又)*"
    "(?:属于?|归(?:属|在|到|入|于)?|放[在到进]|列[在入到]|排在|划[在入到]|写[在进到]|讲在|出现在|提在|安排在|在|是)"
)
_CHINESE = re.compile(
    rf"(?P<what>[^？?。；;]{{1,}}?)[，,]?{_STANDS}"
    rf"(?:哪(?:一)?(?:个|项|条|大)?(?P<own>(?:(?![两二三四五六七八九十几些局委办厅部司院区市县镇的])[\u4e00-\u9fff]){{0,4}}?)(?:(?P<called>{_CALLED})|(?P<any>{_ANY}))"
    rf"|(?:[两二三四五六七八九十]大?个?|这[些几]个?)(?P<several>{_CALLED})(?:里面?|中|当中)?的?哪(?:一)?[个项条])"
    r"(?:里面?|中|当中|之?下面?|之?内|名下)?的?(?:建设|工作|主要|具体|重点|实施)*(?:内容|任务|讲|说|写|提|提到|提及|谈|规定|安排|范围|范畴|一项|部署|涉及)?(?:的|到的?)?[？?。\s]*"
)
_ENGLISH = re.compile(
    r"(?:under |in |to |within )?(?:which|what) (?P<own>[a-z]+ )?"
    r"(?P<called>action|platform|system|innovation|initiative|project|campaign|heading|section|chapter|part)s? "
    r"(?:does |do |is |are |would )(?P<what>[^?.;]{3,}?) "
    r"(?:(?:listed|placed|put|found|grouped|mentioned|covered|described|filed) ?(?:under|in)?"
    r"|falls? (?:under|in|into|within)|fall|belongs? to|belong|come under|appears?(?: in| under)?"
    r"|sits?(?: in| under)?|come)\s*[?.]*"
    r"|(?:which|what) (?:section|chapter|part|heading)s? (?:of the (?:plan|document|notice|paper) )?"
    r"(?:covers?|deals? with|contains?|mentions?|talks? about) (?P<covered>[^?.;]{3,}?)\s*[?.]*",
    re.IGNORECASE,
)
_IN_CHINESE = {
    "action": "行动",
    "platform": "平台",
    "system": "体系",
    "innovation": "创新",
    "initiative": "行动",
    "project": "工程",
    "campaign": "行动",
}
_IT = re.compile(
    "(?:那么?|请问)?(?:(?:这|那|该|此|上述)(?:一)?[项条个件点句段]?(?:任务|事项|工作|内容|规定|要求|措施|话|事)?|它们?|其|it|this|that|they|these)",
    re.IGNORECASE,
)
# What asks for something else as well.
_ASKS_MORE = re.compile(
    r"谁|何时|什么时候|多少|几(?=[个项条年月天])|怎么|如何|吗|呢|[，,；;。？?][^，,；;。？?]*[哪什谁]"
)


@dataclass(frozen=True, slots=True)
class HeadingAsked:
    """`what` stands under a heading that is `called` so; "" where any heading of a part is asked for."""

    what: str
    called: str

    @property
    def leans(self) -> bool:
        """Whether it names what stands there only by pointing back: 这条, 它."""
        return _IT.fullmatch(self.what) is not None


def heading_asked(text: str) -> HeadingAsked | None:
    """What a question asks the heading of; None where it asks for none, or for something else as well."""
    match = _CHINESE.fullmatch(text.strip())
    if (
        match is not None
        and not _ASKS_MORE.search(match["what"])
        and (len(match["what"]) > 2 or _IT.fullmatch(match["what"]))
    ):
        return HeadingAsked(match["what"].strip(" ，,"), match["several"] or match["called"] or match["own"] or "")
    english = _ENGLISH.fullmatch(text.strip())
    if english is None:
        return None
    what = english["what"] or english["covered"]
    return HeadingAsked(what.strip(), _IN_CHINESE.get((english["called"] or "").lower(), ""))
