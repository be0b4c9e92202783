"""The whole of a budget (总预算多少, 盘子有多大), which what each recipient gets (单户最高300万元) does not tell."""

from __future__ import annotations

import re
from functools import lru_cache

_ASKS = re.compile(
    "(?:总的?|年度|全年|全部|整个|每年的?)(?:专项|奖[励补]|补[贴助]|扶持|财政)?(?:预算|经费|资金(?!池)|盘子|资助额)"
    "|(?:预算|经费|资金|盘子|奖[励补]|补[贴助])的?(?:总[额量数盘]|规模|盘子|(?:总共|一共|合计|总计)(?:是|有|为)?多少)"
    "|(?:总共|一共|合计|总计)(?:要|会|能|准备|打算|计划)?(?:安排|拿出?|拨|投入?|掏|筹)(?:了|出|来)?多少"
    "|盘子(?:有|是)?多大"
    r"|(?<![a-z])(?:total|overall|entire|whole|annual) (?:subsidy |reward |grant )?"
    r"(?:budget|funding|fund|envelope|pot)(?![a-z])",
    re.IGNORECASE,
)
# 单个企业每年…不超过400万元, 每辆补助900元, 对…的企业，分别给予20万元: what one recipient gets.
_EACH = re.compile(
    "(?:单[个户家台件项笔辆人]|每(?:[个户家台件项笔辆人座场次批名]|[^，。；年月季]{0,3}(?:企业|单位|项目|机构))|分别|同一"
    "|对[^，。；]{2,60}的[^，。；]{0,12}[，,])[^。；]*?(?:给予|奖|补|资助|不超过|最高|上限)"
)
_WHOLE = re.compile(
    "总[额量计投预]|年度预算|共安排|专项(?:资金|经费|债)|(?:安排|列支|筹集|投入|拨付)[^，。；]{0,16}(?:资金|经费|预算)|规模[^，。；]{0,6}元|预算[^，。；]{0,6}元"
)


@lru_cache(maxsize=256)
def asks_budget_total(question: str) -> bool:
    """Whether a question asks for the whole of a budget."""
    return bool(_ASKS.search(question))


def of_each(text: str) -> bool:
    """Whether a text says what each recipient gets and nothing of the whole."""
    return bool(_EACH.search(text)) and not _WHOLE.search(text)
