"""Sentences without the numbers that only number them or cite another document."""

from __future__ import annotations

import re
from functools import lru_cache

_CITED = re.compile(r"〔[^〔〕]*〕\d*号?|《[^《》]*》|附[件表图录]\s*\d{1,2}|\[\d{1,3}\]|\d{1,2}·\d{1,2}")
_CALLED_BY_DAY = re.compile(r"(?<=[“\"])(1[0-2]|0?[1-9])[·・.](3[01]|[12]\d|0?[1-9])(?=[”\"])")
# What a figure is measured in: a number before it is no number of an item (76.1%的财政支出, 300 家企业). Words that
# only begin so (个人, 项目, 年度) are none.
_MEASURE = (
    r"(?:[%％‰℃°百千万亿兆倍吨米亩升斤克层艘株辆]|个(?!人)|元(?!旦|素|器|宇)|[美港欧日]元|公[里斤顷]|平方|立方|户(?!籍|外|口)"
    r"|人(?![员才事民大文工口力防社])|家(?![庭具电政属长])|项(?!目)|名(?![称单录词])|条(?!件)|次(?!生)|天(?![然气津])"
    r"|[年月](?!度)|日(?!常)|岁|小时|分(?:钟|贝|之)|摄氏度|座(?!谈)|台(?![账风湾州])|套(?!餐)|所(?![有属需在])|处(?![置理罚分])|周年"
    r"|千瓦|吉瓦|G(?![A-Za-z])|[KMGTPkm]?(?:FLOPS|bps|Wh?|Hz|B|g|m)(?![A-Za-z]))"
)
_YEAR = r"(?:19|20)\d\d年"
_NUMBERING = re.compile(
    rf"^\s*(?:\d{{1,2}}(?:[.．]\d{{1,2}}){{1,3}}(?![\d.．])(?!\s?{_MEASURE})\s*"
    rf"|[（(]?\d{{1,3}}(?:[)）\t]|、(?!\d{{1,3}}[、月日号年])|[.．](?:(?=\s|{_YEAR})|(?!\d))|[^\S\t](?!\s*(?:{_MEASURE}|\d{{3}}(?!\d))))"
    r"|[（(]?[一二三四五六七八九十]{1,3}[)）、](?![二三四五六七八九十]、))\s*"
)


@lru_cache(maxsize=8192)  # the same sentences are looked at for one question after another
def without_references(text: str) -> str:
    """A sentence without the numbers that number it or cite another document; what is called by its day (“4·18”火灾) in
    the words of a day."""
    return _CITED.sub("", _CALLED_BY_DAY.sub(r"\1月\2日", unnumbered(text)))


def unnumbered(text: str) -> str:
    """A sentence or heading without the number it stands under (1. … （二）…)."""
    return _NUMBERING.sub("", text)
