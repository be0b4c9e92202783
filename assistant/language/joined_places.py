"""Places that offices write in one word, a character each: 港澳, 京津冀, 沪杭."""

from __future__ import annotations

import re
from functools import cache

_OF = {
    **{"港": "香港", "澳": "澳门", "台": "台湾", "京": "北京", "津": "天津", "冀": "河北", "沪": "上海", "杭": "杭州"},
    **{"苏": "江苏", "浙": "浙江", "皖": "安徽", "粤": "广东", "川": "四川", "渝": "重庆", "甬": "宁波", "琼": "海南"},
    **{"闽": "福建", "赣": "江西", "湘": "湖南", "鄂": "湖北", "豫": "河南", "鲁": "山东", "晋": "山西", "陕": "陕西"},
    **{"桂": "广西", "滇": "云南", "黔": "贵州", "甘": "甘肃", "青": "青海", "宁": "宁夏", "辽": "辽宁", "吉": "吉林"},
    **{"黑": "黑龙江", "蒙": "内蒙古", "韩": "韩国", "日": "日本"},
}
# Only what offices write so: others of these characters stand side by side in words of another kind (新台, 成都).
_LIST = (
    "港澳|港澳台|粤港澳|粤港|港台|闽台|京津|京津冀|京冀|京沪|京杭|津冀|沪杭|沪苏|沪浙|沪苏浙|沪苏浙皖|"
    "苏浙|苏浙皖|苏浙沪|苏浙沪皖|苏皖|浙皖|浙赣|浙闽|沪甬|杭甬|川渝|川渝黔|川滇|川滇黔|川黔|川陕|渝黔|"
    "滇黔|黔桂|甘青|甘青宁|陕甘|陕甘宁|晋陕|晋陕豫|晋陕蒙|晋冀|晋冀鲁豫|冀鲁豫|苏鲁豫皖|豫鲁|鲁豫|闽粤|"
    "闽粤赣|粤桂|粤闽|粤琼|粤赣|湘粤|湘鄂|湘赣|湘鄂赣|鄂湘赣|鄂豫皖|鄂豫陕|鄂渝|湘桂|黑吉辽|辽吉黑|吉黑|"
    "辽吉|日韩|韩日|港韩|港澳韩"
)
_WORDS = _LIST.split("|")
_JOINED = re.compile("|".join(sorted(_WORDS, key=len, reverse=True)))


def joined_in_full(text: str) -> str:
    """The full names of the places that a text joins in one word, where it does not write them itself."""
    names = dict.fromkeys(_OF[one] for match in _JOINED.finditer(text) for one in match.group())
    return " ".join(name for name in names if name not in text)


@cache
def joined_with(place: str) -> tuple[str, ...]:
    """The words in which a place is joined with others: 港澳 of 香港."""
    return tuple(word for word in _WORDS if place in map(_OF.get, word))
