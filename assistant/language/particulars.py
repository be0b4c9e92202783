"""Whether a question that is open by its kind asks for one thing in particular: 由哪家厂供货, which manufacturer.

What is done or how it goes may be told by whatever is said of a matter; which town it is only by a town."""

from __future__ import annotations

import re
from functools import lru_cache

# What is told by any sentence on a matter, and asks for nothing in particular.
_OPEN = (
    "方面|内容|措施|举措|做法|要求|问题|情况|工作|东西|规定|任务|事(?:情|项|儿)?|步|点|作用|意义|影响|好处|变化|成效|成果|困难|特点|亮点"
    "|原因|办法|方式|方法|手段|政策|支持|服务|活动|安排|打算|计划|目标|进展|环节|细节|信息|说法|依据|文件|材料|条件|标准|重点|行动|工程|项目|因素|要素|指标|奖项?|种|类|档"
)
_VERB = "(?:来|去|做|办|管|开|供|提供|生产|建|造|飞|运营|负责|拨付|拨|发|出|支付|支出|是|有|在|为)"
_CHINESE = re.compile(
    rf"哪(?:一)?(?:个|些|家|几个|几家|几座|所|座|条|款|片|块|处|只|支|本|栋|层|间|号|路)?+的?+"
    rf"(?!{_OPEN}|[一二两三四五六七八九十几\d种类项方年月天日里儿怕为是更最在有由先早晚最高低大小多少快慢好差])(?:[\u4e00-\u9fff]{{1,5}}?)(?:{_VERB}|[，。？?；;、\s]|$)"
)
_ENGLISH = re.compile(
    r"(?<![a-z])(?:which|what) (?:manufacturer|supplier|maker|vendor|contractor|builder|developer|operator|airline"
    r"|carrier|brand|model|street|road|address|building|room|hall|venue|floor|city|cities|town|district|county|counties"
    r"|province|country|countries|port|airport|school|university|universities|hospital|bank|account|fund|shop|store"
    r"|website|newspaper|language|colou?r|team|club|architect)s?(?![a-z])",
    re.IGNORECASE,
)
_RANK = re.compile("(?:排|列|位居|位列|居|名列)(?:在)?(?:全[国省市区县])?第几|第几(?:名|位)")


@lru_cache(maxsize=256)
def asks_particular(text: str) -> bool:
    """Whether a question asks for one thing in particular, or for a rank."""
    return bool(_CHINESE.search(text) or _ENGLISH.search(text) or _RANK.search(text))
