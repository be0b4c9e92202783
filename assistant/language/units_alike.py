"""Units that are one under several names: 标箱 and 标准箱, 百分点 and 个百分点."""

from __future__ import annotations

from corpus.quantities import Quantity

_ALIKE = {
    "标箱": "标准箱",
    "TEU": "标准箱",
    "％": "%",
    "百分点": "个百分点",
    "公斤": "千克",
    "千米": "公里",
    "平方千米": "平方公里",
    "人民币": "元",
    "元人民币": "元",
    "吨煤": "吨标准煤",
    "名": "人",
    "位": "人",
}


def unit_of(quantity: Quantity) -> str | None:
    """The unit of a figure by the one name that stands for all of its names."""
    return _ALIKE.get(quantity.unit, quantity.unit) if quantity.unit else None


def same_unit(one: Quantity, other: Quantity) -> bool:
    """Whether two figures are in one unit, whatever it is called."""
    return unit_of(one) == unit_of(other)
