"""What one does with the things that a question lists, which says nothing of which they are: 要交哪些材料, 得满足哪些
条件, 存在哪些问题. A heading calls them without it (申报材料)."""

from __future__ import annotations

import re
from collections.abc import Iterable

# Things, and the verbs that go with them, the everyday ones (交, 带) and those of offices (提交, 出具).
_DONE: tuple[tuple[re.Pattern[str], frozenset[str]], ...] = tuple(
    (re.compile(things), frozenset(verbs.split()))
    for things, verbs in (
        (
            "材料|资料|证件|证明|手续|单证|表格|凭证|文书",
            "交 递 带 备 报 填 拿 附 提交 递交 上交 提供 准备 备齐 出具 报送 上传 携带 带上 交上去 填报 附上",
        ),
        ("条件|要求|标准|门槛|资格", "符合 满足 具备 达到 达 够 过 满 要满足 得满足"),
        (
            "补贴|补助|奖励|优惠|支持|扶持|资助|待遇|好处",
            "给 享受 享 拿 领 得 获得 得到 有 享有 领取 发 提供 给予 出台",
        ),
        ("处罚|罚款|惩戒|责任|后果|惩罚", "挨 受 受到 面临 承担 负 遭 吃 招来"),
        ("流程|程序|步骤|环节|手续", "走 过 经过 经 按 履行 办 办理 完成"),
        ("职责|任务|义务|工作|职能", "承担 履行 负责 做 干 担 尽 担负 管"),
        ("问题|困难|短板|不足|风险", "存在 发现 暴露 有 遇到 面临 查出 查到 碰到 反映 指出"),
        ("目标|指标", "实现 达到 完成 达成 定 定下 设定 做到"),
    )
)


def done_with(things: Iterable[str]) -> frozenset[str]:
    """The verbs that go with what is listed, by any of its names."""
    names = "|".join(things)
    return frozenset(verb for pattern, verbs in _DONE if pattern.search(names) for verb in verbs)
