"""Of which firm or institution a question asks the telephone number or address: that of an office is none of its."""

from __future__ import annotations

import re
from functools import lru_cache

_OF_SOMEBODY = re.compile(
    "(?P<name>[\u4e00-\u9fff]{2}(?:公司|集团|银行|支行|酒店|宾馆|饭店|医院|学校|[小中大]学|学院|协会|商会|学会|研究[院所]|事务所|机场|车站|码头|幼儿园"
    "|养老院|博物馆|图书馆|体育馆|合作社|工厂|商场|超市|工地))的?(?:联系|咨询|客服|服务|值班|办公|负责人|招商)*"
    "(?:电话|号码|邮箱|传真|网址|联系方式|地址)"
)


@lru_cache(maxsize=256)
def contact_of(question: str) -> str:
    """The end of the name of the firm or institution whose contact a question asks for (安居集团); "" for none."""
    found = _OF_SOMEBODY.search(question)
    return found["name"] if found else ""
