"""Asking words as they are spoken ask what the written ones ask."""

from __future__ import annotations

import pytest

from assistant.questions.colloquial import written


@pytest.mark.parametrize(
    ("spoken", "meant"),
    [
        ("啥时候印发的", "什么时候印发的"),
        ("哪个时候之前完成", "什么时候之前完成"),
        ("这是干啥的", "这是干什么的"),
        ("有啥子好处", "有什么好处"),
        ("几多亿", "多少亿"),
        ("什么时间印发的", "什么时候印发的"),
        ("拢共几条", "一共几条"),
        ("咋样才算数", "怎么样才算数"),
        ("21年6月到期的有哪些", "2021年6月到期的有哪些"),
        ("按04年那份规则，由谁召集", "按2004年那份规则，由谁召集"),
        ("98年底谁批的", "1998年底谁批的"),
        ("到20年底要多少", "到2020年底要多少"),
        ("二〇二五年的目标是多少", "2025年的目标是多少"),
        ("到底由谁负责呢？", "由谁负责？"),
        ("免税牌照究竟是谁牵头啊", "免税牌照是谁牵头"),
        ("请把《停车管理办法》第四条念一下", "《停车管理办法》第四条规定了什么"),
        ("《停车管理办法》第四条原文发我", "《停车管理办法》第四条规定了什么"),
        ("把研发经费的定义读给我听", "研发经费的定义是什么"),
        ("What number of banks joined?", "how many banks joined?"),
        ("What is the total number of the banks?", "how many banks?"),
        ("What amount of money is it?", "how much money is it?"),
        ("What's the total number of banks?", "how many banks?"),
        ("Which bureau hasn't finished? I'm lost", "Which bureau has not finished? I am lost"),
        ("We can’t find who'll lead, where’s it?", "We can not find who will lead, where is it?"),
        ("Won't they? They've said it isn't so", "Will not they? They have said it is not so"),
        ("Which task forces are there?", "Which taskforces are there?"),
        ("whats due, and who doesnt lead?", "what is due, and who does not lead?"),
    ],
)
def test_spoken_asking_words_are_written(spoken: str, meant: str) -> None:
    """In either language."""
    assert written(spoken) == meant


@pytest.mark.parametrize(
    "text",
    [
        *("哪个时间节点", "哪个单位牵头", "令人咋舌", "那会儿的规定", "the number of banks rose"),
        *("Ji'an's plan", "the city's and Xi'an's", "the want of banks", "wont to lead"),
        *("那商务局呢", "租期20年的怎么办", "工作10年以上的有什么待遇", "近15年内多少", "每30年一次"),
    ],
)
def test_other_words_stay(text: str) -> None:
    """What only looks like them is no asking word."""
    assert written(text) == text
