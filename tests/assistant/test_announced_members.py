"""What a sentence says to be so many, given by those after it without numbers."""

from __future__ import annotations

from collections.abc import Callable, Mapping

import pytest

from assistant import Assistant

SPEECH = """在港城建设推进会上的讲话

说到港城建设，三个日子值得大家记住。2030年3月2日，省政府批准港城规划；2030年6月8日，港城管委会挂牌；2030年9月1日，首条航线开通。

推进过程中，要把握好三对关系：当前与长远，既抓眼前项目，又谋十年布局。政府与市场，发挥企业主体作用。港口与城市，以港兴城。下一步再作部署。

港城物流领域还存在一些薄弱环节和突出问题，近期看，存在堆场不足、集卡拥堵等问题。中长期看，铁路支线缺失、多式联运标准不统一，影响港城发展。

港城建设分两步走。近期（2031年）建成核心港区。远期（2035年）建成港产城融合示范区。

围绕港城招商，梳理了三张清单。第一张清单是企业清单。第二张清单是项目清单。第三张清单是政策清单。下一步，招商专班要把“清单”变成“订单”：一是盯紧链主企业，二是用好产业基金，三是办好展会。

——面向居民消费，做强海鲜、水果、乳制品等类目，形成50亿规模的生鲜市场。
——面向工业需求，做大木材、橡胶、纸浆等品类，形成80亿规模的大宗原料集群。
"""


@pytest.fixture(scope="module")
def assistant(over: Callable[[Mapping[str, str]], Assistant]) -> Assistant:
    """Over one speech."""
    return over({"港城": SPEECH})


@pytest.mark.parametrize(
    ("question", "told", "left_out"),
    [
        ("港城建设三个值得记住的日子是哪三个？", ["2030年3月2日", "2030年6月8日", "2030年9月1日"], []),
        ("推进港城建设要把握好哪些关系？", ["当前与长远", "政府与市场", "港口与城市"], ["再作部署"]),
        ("港城物流领域存在哪些突出问题？", ["堆场不足", "铁路支线缺失"], []),
        ("港城建设两步走是哪两步？", ["近期（2031年）", "远期（2035年）"], []),
        ("港城招商的三张清单分别是什么？", ["企业清单", "项目清单", "政策清单"], ["链主企业"]),
        ("大宗原料集群涵盖哪些类目？", ["木材、橡胶、纸浆"], []),
    ],
)
def test_all_of_them_are_told(assistant: Assistant, question: str, told: list[str], left_out: list[str]) -> None:
    """The first of so many, or the sentence that announces them, is no answer."""
    answer = assistant.answer(question).answer
    assert [one for one in told if one not in answer] == []
    assert [one for one in left_out if one in answer] == []
