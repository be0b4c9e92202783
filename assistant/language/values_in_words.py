"""Amounts that a paper gives in words and not in numbers: 不增加行政编制, 不在支持范围, “一事一议”, 按合同金额比例分配.

Who asks how much is told these as well as a number: that nothing is paid or added, that it is halved or doubled, in
which proportion it is parted, or who is to fix it.
"""

from __future__ import annotations

from corpus.starting import quick

_OF_MONEY = (
    r"一事一议|一企一策|据实(?:列支|补[助贴]|报销|核[拨销]|结算)|实报实销"
    r"|(?:全额|足额|减半|差额)(?:给予)?(?:补[贴助]|资助|奖励|返还|减免|承担|拨付|征收|收取|缴纳|征|收)"
    r"|不(?:再)?(?:予|给予)?(?:补[贴助]|奖励|资助|支持)(?!的)|不(?:在|纳入|列入)[^，。；]{0,8}(?:支持|补[贴助]|奖励|资助)范围|费用?自理"
)
"""What says of money how much it is, without a sum."""
_OF_ANYTHING = (
    r"不(?:再)?增加(?=[^，。；]{1,8}(?:[，。；]|$))|减半(?:执行|计算|收取|征收)?|翻[一两]番|按(?!照?规定)[^，。；]{2,16}比例(?:给?予?以?)?(?:分[配摊担]|确定|核定|安排|承担|补[助贴])"
    r"|(?:比例|标准|金额|数额|数量|名额|额度|限额|幅度)[^，。；]{0,4}由[^，。；]{2,24}(?:确定|核定|规定|制定)|另行(?:规定|确定|核定|制定|明确)"
)
"""What says of anything how much it is, without a number."""

IN_WORDS = f"{_OF_MONEY}|{_OF_ANYTHING}"
_ANY = quick(IN_WORDS)


def tells_in_words(text: str) -> bool:
    """Whether a text gives an amount in words."""
    return bool(_ANY.search(text))
