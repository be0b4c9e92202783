"""Questions in English over papers in Chinese: the sense that the paper has, the word that it explains."""

from __future__ import annotations

import pytest

from assistant import Assistant
from assistant.matching.ranking import defines_named
from tests.assistant.conftest import Over

PAPER = """# 临澜省新型储能和氢能产业发展实施意见

为推动我省新型储能和氢能产业发展，现提出如下意见。

一、总体要求

新型储能和氢能是建设现代能源体系的重要方向。省政府把发展新型储能作为重点工作。

本意见所称新型储能，是指除抽水蓄能以外，以输出电力为主要形式的储能项目。

二、主要目标

到2026年，新型储能装机达到300万千瓦。分季度目标：一季度40万千瓦，二季度60万千瓦，前三季度110万千瓦。

三、保障措施

储能电站产生的废弃物由运营企业交有资质的单位处置，不得转交他人。

储能项目投产前，建设单位应当聘请第三方机构开展地质勘查。

《临澜省储能电站补贴办法》（澜政发〔2019〕3号）自本意见施行之日起废止。

临澜省人民政府

2025年3月1日
"""


@pytest.fixture(scope="module")
def linlan(over: Over) -> Assistant:
    return over({"linlan-storage-2025.md": PAPER})


@pytest.mark.parametrize(
    ("question", "stated"),
    [
        ("How do Linlan's provincial opinions define new-type energy storage?", "除抽水蓄能以外"),
        ("What does the 2025 paper mean by 新型储能?", "除抽水蓄能以外"),
        ("What must be reached in storage by Q3?", "前三季度110万千瓦"),
        ("What must operators do with waste from the stations?", "交有资质的单位处置"),
        ("Whom must the builder hire to survey the ground?", "地质勘查"),
        ("Which subsidy rules are scrapped?", "澜政发〔2019〕3号"),
    ],
)
def test_english_words_reach_what_the_paper_writes(question: str, stated: str, linlan: Assistant) -> None:
    """By any of their senses; a word that tells the document is still the one whose definition is asked for."""
    assert stated in linlan.answer(question).answer


def test_a_sentence_that_says_outright_what_a_name_means_needs_no_quotation_marks() -> None:
    """Whatever else the question has; to name something or to place it is not to say what it means."""
    asked = "How does the general office's 2025 paper define 新型储能?"
    assert defines_named("本意见所称新型储能，是指除抽水蓄能以外的储能项目。", asked)
    assert not defines_named("新型储能是建设现代能源体系的重要方向。", asked)
    assert not defines_named("本意见所称绿氢，是指利用可再生能源制取的氢气。", asked)
