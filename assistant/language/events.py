"""What happens on the day that a question asks for (哪天撤销, 何时开工), and whether a sentence tells of such a thing.

When a body was set up does not tell when it was dissolved, nor the day of an approval that of the payment. Official
documents tell of few kinds of events, each in few verbs; askers say them in few more."""

from __future__ import annotations

import re
from functools import lru_cache

_WHEN = (
    r"(?:什么时候|啥时候|何时|几时|哪(?:一)?[年天日月]|哪(?:一)?个月|几[月号]"
    r"|(?:多久|多长时间|(?:几|多少)个?(?:工作日|小时|分钟|[天日月周]))(?:之?内|以内)?)"
)
# By event: how it is asked for, and how documents tell of it; what may be told in either way stands in both.
_EVENTS = (
    (
        r"撤销|废止|失效|作废|取消|解散|撤掉",
        r"撤[销并回]|废止|失效|作废|取消|解散|停止|终止|不再|有效期|截[止至]|[至到]\s*\d{4}年|[年月日]止",
    ),
    (r"拨付|发放|兑现|到账|支付|发钱", r"拨|发[放给]|兑[现付]|到账|支付|补足|下达|支出|兑|结算"),
    (r"开工|动工|开建|破土", r"开工|动工|开建|破土|启动|开始|建设|实施|奠基|施工"),
    (
        r"开业|开张|开园|投运|启用|营业|开馆|开门|投用",
        r"开[业张园馆门通放]|投[运用入产]|启用|营业|运营|建成|完[成工]|竣工|挂牌|使用|开展|启动",
    ),
    (r"印发|公布|出台|公示", r"印发|(?<!一)公[布示开告]|出台|发[布出文]|下发|制[定订]|编[制印]|签发|通过|登"),
    (
        r"建成|竣工|完工|落成|建好|修好|通车|交付",
        r"建[成设好]|竣工|完[成工]|落成|投[入用运产]|通车|交付|开[通放园业]|运营|实现|形成|基本|修|恢复|改造",
    ),
    (r"答复|回复|反馈|回话", r"答复|回复|反馈|回访|告知|通知|说明|出具|意见"),
    (r"验收", r"验收|检验|核验"),
    (r"批准|批复|获批|批下来", r"批|核准|同意|准予|审[定查核]|通过|决定|办[结理]"),
)
_ASKED = tuple(
    (
        re.compile(rf"{_WHEN}[^，。？?、；]{{0,4}}?(?:{asked})|(?:{asked})的?(?:时间)?(?:是|在|于)?{_WHEN}"),
        re.compile(told),
    )
    for asked, told in _EVENTS
)


@lru_cache(maxsize=256)
def event_asked(question: str) -> re.Pattern[str] | None:
    """What a sentence has to say to tell of the event whose time is asked for; None where the question names none of
    these events, or several."""
    told = [pattern for asked, pattern in _ASKED if asked.search(question)]
    return told[0] if len(told) == 1 else None
