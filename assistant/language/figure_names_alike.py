"""Figures that offices of several places print under several names: GDP and 地区生产总值.

Only names of one and the same figure: the surveyed and the registered rate of unemployment are two.
"""

from __future__ import annotations

import re

_NAMES = (
    ("地区生产总值", r"(?:全[市省区县]|地区|国内)?生产总值(?:（GDP）)?|GDP"),
    ("进出口总额", r"(?:外贸|货物|对外贸易)?(?<!跨境电商)进出口(?:贸易)?(?:总[额值]|额)?(?=增|下降|$)"),
    ("一般公共预算收入", r"(?:地方)?一般公共预算(?:地方)?收入"),
    ("规上工业增加值", r"规(?:模以上|上|模)工业(?:企业)?增加值"),
    ("社会消费品零售总额", r"社会消费品零售(?:总额|额)|社零(?:总额)?"),
    ("固定资产投资", r"(?:全社会)?固定资产投资(?:总?额)?(?=增|下降|$)"),
    ("城镇新增就业", r"城镇新增就业(?:人数|人员)?|新增城镇就业(?:人数|人员)?"),
    ("居民人均可支配收入", r"(?:全体|城乡)居民人均可支配收入|(?<![镇村])居民人均可支配收入"),
)
# 新建高标准农田 in one year is what 建设高标准农田 is in the next.
_BUILT = re.compile("^(?:新建成?|建设|建成)(?=[\u4e00-\u9fff]{3})")
_WRITTEN = tuple((name, re.compile(rf"^(?:{written})")) for name, written in _NAMES)


def same_name(name: str) -> str:
    """The name of a figure with the one that stands for all its names where it opens with one of them."""
    name = _BUILT.sub("", name)
    for one, written in _WRITTEN:
        found = written.match(name)
        if found:
            return one + name[found.end() :]
    return name
