"""What foreign traders ask in English of a city's support measures: rates by the thing, verbs with their particles,
words of money markets."""

from __future__ import annotations

import pytest

from assistant import Assistant
from assistant.matching.relevance import Relevance
from assistant.questions.asking import Ask, what_is_asked
from assistant.questions.particles import with_particles_beside
from index.glossary import renderings
from tests.assistant.conftest import Over

PAPER = """# 临汀市支持外贸企业稳订单若干措施

一、降低物流成本。企业租用冷藏集装箱出口的，每标箱补助500元；经铁路出口整车的，每辆补助800元。单个企业每年合计不超过90万元。

二、支持汇率避险。企业办理远期结售汇的，按签约额的千分之三给予补助，由市金融局受理，9月15日截止；买入期权的，按期权费的40%给予补助。

三、支持建设独立站。对新建独立站的企业，按建站费用的30%给予补助，最高15万元。

四、规范申报。申报单位对审核结果有异议的，可以在10个工作日内申请复核。篡改里程表的，取消当年补助资格。

五、其他。标签不合格的进口食品由海关责令退运。举报电话：0000-7654321。

临汀市商务局2025年外贸稳订单资金安排3600万元。2025年3月6日，副市长沈望舒主持召开稳外贸专题会议，市商务局、市财政局、市税务局负责人参加会议。

临汀市人民政府

2025年4月1日
"""


@pytest.fixture(scope="module")
def linting(over: Over) -> Assistant:
    return over({"linting-trade-2025.md": PAPER})


@pytest.mark.parametrize(
    ("question", "stated"),
    [
        ("How much per container is paid for refrigerated exports from Linting?", "每标箱补助500元"),
        ("What does Linting pay per car exported by rail?", "每辆补助800元"),
        ("What is the overall cap per company in Linting?", "合计不超过90万元"),
        ("Linting: what's the deadline for forward FX settlement claims?", "9月15日"),
        ("Linting: what support is there for building an independent website?", "最高15万元"),
        ("Can we appeal if Linting turns our application down?", "申请复核"),
        ("What happens in Linting if somebody rolls the odometer back?", "取消当年补助资格"),
        ("Which imported food does customs in Linting send back?", "标签不合格"),
        ("What is the whistleblower hotline in Linting?", "0000-7654321"),
        ("Who chaired the Linting trade meeting on 6 March 2025?", "沈望舒"),
        ("Linting 外贸稳订单资金一共多少？", "3600万元"),
    ],
)
def test_traders_are_answered_in_the_words_of_the_paper(question: str, stated: str, linting: Assistant) -> None:
    """每标箱 for per container, 复核 for an appeal, 期权 for options, the phone for whistleblowers."""
    assert stated in linting.answer(question).answer


def test_a_particle_stands_beside_its_verb() -> None:
    """Where glossaries know the two as one; what goes on behind the particle is left as it is."""
    assert with_particles_beside("if they turn our application down?") == "if they turn down our application?"
    assert with_particles_beside("Who pays the money out, and when?") == "Who pays out the money, and when?"
    for kept in ("set the rules up to 2027", "keep the goods out of the zone", "read the paper down"):
        assert with_particles_beside(kept) == kept


def test_what_support_there_is_asks_for_no_participants() -> None:
    """Who supports a task is asked with a unit or a verb alone; support that somebody gets is a thing."""
    assert Ask.PARTICIPANTS not in what_is_asked("What support do exporters get?").asks
    assert Ask.PARTICIPANTS not in what_is_asked("what help is there for new firms").asks
    assert Ask.PARTICIPANTS in what_is_asked("which other departments support it?").asks


def test_a_phrase_that_the_collection_never_uses_is_taken_word_by_word(linting: Assistant) -> None:
    """Funds for hedging are no 对冲基金 where the paper has 避险 and 资金; what it knows no words for stays whole."""
    library = linting._library
    assert len(Relevance("hedge fund", library).terms) == 2
    assert len(Relevance("mother-in-law", library).terms) == 1


@pytest.mark.parametrize(
    ("phrase", "strange"),
    [
        ("inbound", "出境"),
        ("training", "列车"),
        ("borrower", "债权人"),
        ("creditor", "债务人"),
        ("consignee", "发货人"),
    ],
)
def test_a_word_is_not_rendered_by_its_opposite(phrase: str, strange: str) -> None:
    """Nor by a word that is only spelled like it."""
    assert strange not in {term for term, _ in renderings(phrase)}


def test_a_phone_that_is_traded_asks_for_no_number() -> None:
    """Used-phone exports and phone makers are goods and firms; the phone number of an office is what one dials."""
    assert Ask.CONTACT not in what_is_asked("Who handles used-phone exports?").asks
    assert Ask.CONTACT not in what_is_asked("How many phone makers are there?").asks
    assert Ask.CONTACT in what_is_asked("What is the phone number of the bureau?").asks
