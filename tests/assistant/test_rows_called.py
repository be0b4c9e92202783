"""A row of a table that a question calls by its name is told with the names of its columns, as far as they are asked
of; grades stand for themselves, however they are written; a report's problems are its part on problems."""

from __future__ import annotations

from collections.abc import Callable, Mapping

import pytest

from assistant import Assistant
from assistant.answers.words_of_others import without_words_of_others
from assistant.wording.findings import Draft, Evidence, Statement
from corpus.types import Span

PLAN = """岚津市人民政府办公室关于印发岚津市燃气突发事件应急预案的通知

岚政办〔2024〕7号

各区人民政府：现将预案印发给你们。

岚津市人民政府办公室

2024年3月1日

岚津市燃气突发事件应急预案

1 总则

1.1 目的。为处置燃气突发事件，制定本预案。

2 组织体系

2.1 成员单位职责

（1）市住房城乡建设局：负责燃气抢修的指导，组织编制保供方案。

（2）市财政局：安排抢修经费，每年不少于300万元。

（3）市交通运输局：保障抢修车辆通行。

3 事件分级

级别　　影响用户　　停气时间　　启动机关
特别重大（Ⅰ级）　　5万户以上　　36小时以上　　市政府
重大（Ⅱ级）　　2万户以上5万户以下　　24小时以上　　总指挥
较大（Ⅲ级）　　5000户以上2万户以下　　12小时以上　　指挥部办公室

4 应急响应

4.1 Ⅰ级响应启动后，总指挥30分钟内到场。Ⅱ级响应启动后，副总指挥1小时内到场。

附件：应急联络表

单位 | 值班电话 | 联络员
市住房城乡建设局 | 0000-7701001 | 贺云川
市燃气集团 | 0000-7701002 | 辛望舒
市交通运输局 | 0000-7701003 | 白砚秋
"""
HOMES = """岚津市2025年共有产权住房配售问答

| 项目 | 所在区 | 套数 | 基准价（元/平方米） | 建设单位 | 计划交付 |
| --- | --- | --- | --- | --- | --- |
| 揽月庭 | 河东区 | 520 | 7200 | 岚津安居公司 | 2025年11月底 |
| 枕溪苑 | 河西区 | 310 | 6900 | 河西城投公司 | 2026年4月底 |
| 望桥里 | 新城区 | 460 | 8100 | 新城建设公司 | 2026年8月底 |

揽月庭配建的小学由河东区政府负责。
"""
REPORT = """岚津市人民政府办公室关于2025年上半年重点项目督查情况的通报

岚政办通〔2025〕20号

一、总体情况

督查组实地察看项目31个，走访企业12家。

二、存在问题

（一）前期工作缓慢。滨河大桥用地手续未办结，责任单位为市自然资源局。

（二）资金拨付滞后。污水厂扩建项目资金到位率仅为41%，责任单位为市财政局。

三、工作要求

（一）压实责任。各牵头单位每月报送进展。

岚津市人民政府办公室

2025年7月12日
"""


@pytest.fixture(scope="module")
def assistant(over: Callable[[Mapping[str, str]], Assistant]) -> Assistant:
    return over({"plan.txt": PLAN, "homes.md": HOMES, "report.txt": REPORT})


@pytest.mark.parametrize(
    ("question", "given", "not_given"),
    [
        ("枕溪苑什么时候交房？", "计划交付为2026年4月底", "2025年11月底"),
        ("望桥里在哪个区", "新城区", "河东区"),
        ("揽月庭每平方米多少钱？", "7200元/平方米", "未写明"),
        ("岚津燃气停气影响多少户算重大事件？", "2万户以上5万户以下", "特别重大"),
        ("岚津一级响应什么情况下启动", "5万户以上", "2万户"),
        ("燃气预案里Ⅲ级响应由谁启动？", "启动机关：指挥部办公室", "总指挥"),
        ("岚津应急联络表里市燃气集团的联络员和电话", "0000-7701002", "7701001"),
        ("市财政局在岚津燃气应急里要干什么", "安排抢修经费", "指导"),
    ],
)
def test_rows_by_their_names(assistant: Assistant, question: str, given: str, not_given: str) -> None:
    """The cells that are asked for, with the names of their columns and no row beside."""
    answer = assistant.answer(question)
    assert answer.status == "answered"
    assert given in answer.answer
    assert not_given not in answer.answer


def test_beside_the_table(assistant: Assistant) -> None:
    """A row does not tell what its columns say nothing of."""
    answer = assistant.answer("揽月庭旁边的地铁站什么时候开")
    assert "2025年11月底" not in answer.answer


@pytest.mark.parametrize(
    "question",
    [
        "岚津市上半年督查发现了哪些问题？",
        "岚津重点项目督查里哪些工作没完成",
        "岚津督查通报里拖后腿的单位有哪些",
        "What problems did the inspection of key projects in Lanjin find?",
    ],
)
def test_problems_of_a_report(assistant: Assistant, question: str) -> None:
    """The part on problems in full, each with what it says."""
    answer = assistant.answer(question)
    assert answer.status == "answered"
    for said in ("滨河大桥用地手续未办结", "到位率仅为41%"):
        assert said in answer.answer
    assert "每月报送" not in answer.answer


def test_problems_of_something_in_it(assistant: Assistant) -> None:
    """Of one thing in the paper only what is said of that."""
    answer = assistant.answer("滨河大桥存在什么问题")
    assert "41%" not in answer.answer


MINUTES = """岚津市民营企业圆桌会会议纪要

时间：2025年3月6日

一、议定事项

【事项一】建立用工服务专窗。责任单位：市人力资源社会保障局；办结时限：2025年4月底。

【事项二】新增园区班车6条线路。责任单位：市交通运输局；办结时限：2025年5月底。

附：桥梁改造节点表

序号｜节点｜责任单位｜原定时间｜调整后时间
1｜完成围挡｜市城投集团｜2025年3月31日｜2025年4月20日
2｜主梁合龙｜市城投集团｜2025年9月30日｜不调整
3｜恢复通车｜市交通运输局｜2025年11月30日｜2025年12月20日
"""
RULES = """岚津市跨境电商资金管理细则

第一条 申报单位应当同时符合下列条件：

（一）在本市登记注册满一年；

（二）上年度交易额不低于200万元。

第二条 资金每年申报一次。

第三条 本细则由市商务局负责解释。联系人：柏青川；联系电话：0000-6601234；电子邮箱：kj@lanjin.example。
"""
RANKS = """岚津区2025年第一季度热线办理情况通报

一、受理情况

一季度承接工单9800件，解决率86.9%。居前三位的是：物业管理（1126件）、停车秩序（980件）、噪声扰民（775件）。

二、考核排名

表1 镇街考核排名（综合得分最高加2分）

| 位次 | 镇街 | 工单量（件） | 解决率（%） |
| --- | --- | --- | --- |
| 1 | 柳岸街道 | 2310 | 93.8 |
| 2 | 丹河镇 | 1475 | 92.5 |
| 3 | 东渡街道 | 4517 | 79.6 |

表2 部门考核排名

| 位次 | 单位 | 工单量（件） | 解决率（%） |
| --- | --- | --- | --- |
| 1 | 区医保局 | 640 | 93.9 |
| 9 | 区城市管理局 | 2988 | 76.7 |
"""


@pytest.fixture(scope="module")
def others(over: Callable[[Mapping[str, str]], Assistant]) -> Assistant:
    return over({"minutes.txt": MINUTES, "rules.txt": RULES, "ranks.md": RANKS, "homes.md": HOMES})


@pytest.mark.parametrize(
    ("question", "given", "not_given"),
    [
        ("岚津圆桌会第二项议定事项谁负责", ["市交通运输局"], ["人力资源"]),
        ("岚津节点表里哪些时间没调整", ["主梁合龙"], ["完成围挡"]),
        ("岚津圆桌会节点表里市城投集团有哪些任务", ["2025年4月20日", "2025年9月30日"], ["恢复通车"]),
        ("岚津跨境电商资金管理细则的邮箱是什么", ["kj@lanjin.example"], ["0000-6601234"]),
        ("谁能申请岚津跨境电商资金", ["登记注册满一年", "200万元"], ["联系人"]),
        ("Who is eligible for the cross-border e-commerce funds of Lanjin?", ["登记注册满一年", "200万元"], ["联系人"]),
        ("岚津区热线考核哪个街道最差", ["东渡街道"], ["城市管理局", "丹河镇"]),
        ("区城市管理局受理了多少件？解决率多少", ["2988", "76.7%"], ["86.9%"]),
        ("岚津共有产权住房哪个项目最便宜", ["枕溪苑", "6900元/平方米"], ["8100"]),
        ("岚津共有产权住房多少钱一平", ["7200元/平方米", "6900元/平方米", "8100元/平方米"], []),
    ],
)
def test_asked_by_who_has_not_read_it(others: Assistant, question: str, given: list[str], not_given: list[str]) -> None:
    """What is asked for, and of the thing that is named alone."""
    answer = others.answer(question)
    assert answer.status == "answered"
    assert [words for words in given if words not in answer.answer] == [], answer.answer
    assert [words for words in not_given if words in answer.answer] == [], answer.answer


NOTICE = """岚津市商务局关于申报2025年度外贸避险资金的通知

各有关企业：

| 类别 | 项目 | 支持标准 | 总投入（万元） | 截止日期 |
| --- | --- | --- | --- | --- |
| 信用保险 | 短期险 | 保费的45% | 700 | 8月15日 |
| 信用保险 | 中长期险 | 保费的30% | 1200 | 8月29日 |
| 法律应诉 | 律师费补助 | 律师费的60% | 300 | 11月7日 |

一、企业有下列情形之一的，收回资金，3年内不得申报：

（一）骗取资金的；

（二）拒不配合核查的。

二、受理单位工作人员泄露企业信息的，依法给予处分。

三、班车补贴由市财政列支，每年按6∶4分担。咨询电话：0000-6609000。

岚津市商务局

2025年7月1日
"""
PROJECTS = """岚津市2025年上半年项目督查情况的通报

一、滞后项目

表1 滞后项目

| 序号 | 项目名称 | 总投资（亿元） | 责任单位 | 开工率（%） |
| --- | --- | --- | --- | --- |
| 1 | 隔膜生产基地 | 18.5 | 荻安县政府 | 40 |
| 2 | 通用码头 | 7.2 | 荻安县政府、市港航中心 | 55 |
| 3 | 冷链产业园 | 9.8 | 临浦区政府 | 71 |
"""


@pytest.fixture(scope="module")
def papers(over: Callable[[Mapping[str, str]], Assistant]) -> Assistant:
    return over({"notice.md": NOTICE, "projects.md": PROJECTS})


@pytest.mark.parametrize(
    ("question", "given", "not_given"),
    [
        ("岚津外贸避险资金违规怎么罚", ["3年内不得申报", "骗取资金", "拒不配合", "给予处分"], ["律师费"]),
        ("岚津信用保险短期险的补助标准是什么", ["短期险：支持标准为保费的45%"], ["1200"]),
        ("岚津荻安县有哪些滞后项目", ["隔膜生产基地", "通用码头"], ["冷链"]),
        ("岚津滞后项目里投资最大的是哪个", ["隔膜生产基地", "18.5亿元"], ["通用码头"]),
        ("岚津滞后项目里开工率最高的是哪个", ["冷链产业园", "71%"], ["隔膜"]),
    ],
)
def test_of_a_paper_and_its_rows(papers: Assistant, question: str, given: list[str], not_given: list[str]) -> None:
    """All rules that threaten with something; rows by what tells them apart, by their county, by what is measured."""
    answer = papers.answer(question)
    assert answer.status == "answered"
    assert [words for words in given if words not in answer.answer] == [], answer.answer
    assert [words for words in not_given if words in answer.answer] == [], answer.answer


SAFEGUARDS = """岚津市绿道建设方案

一、目标

到2026年，建成绿道120公里，设置驿站18处、停车位900个。

二、保障措施

（一）资金保障。每年安排经费480万元。

（二）监督考核。由市园林局牵头，每年5月底前检查一次。

三、任务分工

（一）市水利局负责河道清淤。
"""
REPLY = """岚津市卫生健康委员会关于第0211号提案的答复

二、对所提建议的采纳情况

（一）关于“在园区建设托育点”的建议，予以采纳。由市总工会牵头建设。

（二）关于“利用幼儿园空余学位办托班”的建议，予以采纳。2025年秋季学期起实施。

（三）关于“每孩每月发放消费券”的建议，暂不采纳。财力难以支撑。
"""
AWARDS = """岚津市科技奖励办法

第一条 对新认定的省、市级设计创新中心，分别给予200万元、50万元奖励。

第二条 对新认定的国家级、省级、市级技术创新中心，分别给予500万元、100万元、60万元奖励。
"""


@pytest.fixture(scope="module")
def plans(over: Callable[[Mapping[str, str]], Assistant]) -> Assistant:
    return over({"safeguards.txt": SAFEGUARDS, "awards.txt": AWARDS, "reply.txt": REPLY})


def test_what_a_part_says_and_whose_it_is(plans: Assistant) -> None:
    """Its items and the units that are named in it, and none of the other parts."""
    told = plans.answer("岚津绿道方案保障措施包括哪些内容，由谁负责").answer
    assert [words for words in ("资金保障", "监督考核", "市园林局") if words not in told] == []
    assert "市水利局" not in told


def test_items_that_deny_what_is_denied(plans: Assistant) -> None:
    """Which proposals were not taken up are those that say so."""
    told = plans.answer("岚津市托育提案答复里哪些建议没有采纳").answer
    assert "消费券" in told
    assert "园区" not in told


def test_two_levels_with_one_ending(plans: Assistant) -> None:
    """省、市级 are the levels of a province and of a city."""
    assert "200万元" in plans.answer("岚津省级设计创新中心奖多少钱").answer


def test_which_papers_mention_something_in_english(plans: Assistant) -> None:
    """What is mentioned is looked for as Chinese writes it."""
    answer = plans.answer("Which cities mention technological innovation?")
    assert "岚津市科技奖励办法" in answer.answer
    assert "绿道" not in answer.answer


MEETING = """岚津市市场采购现场会会议纪要

一、情况通报

梁伯衡说，上半年查验率为3.6%，平均通关时间缩短到5.2小时。他提醒，冒用他人商户号组货的，暂停组货资格6个月。

桑以宁介绍，免税备案已由线下3天改为线上即办。他不赞成把免税备案与银行开户捆绑办理，认为会增加商户负担。

二、会议议定事项

（一）关于预警。由市商务局负责在平台上线自动预警功能，预警值设为14万美元。第二届采购节议定的事项由大会另定。

（二）关于培训。年内举办单证培训2期，每期不少于40人。
"""


@pytest.fixture(scope="module")
def meeting(over: Callable[[Mapping[str, str]], Assistant]) -> Assistant:
    return over({"meeting.txt": MEETING})


def test_what_others_said_is_not_told() -> None:
    """Of those who spoke only the one that is named, with what follows until another one speaks."""
    said = (
        "梁伯衡说，上半年查验率为3.6%。",
        "他提醒，冒用他人商户号组货的，暂停组货资格6个月。",
        "市税务局局长桑以宁介绍，免税备案已即办。",
        "他不赞成把免税备案与银行开户捆绑办理。",
    )
    draft = Draft("answered", tuple(Statement(text, (Evidence("m", Span(0, 1)),)) for text in said))
    told = without_words_of_others(draft, "桑以宁不赞成什么")
    assert [one.text for one in told.statements] == list(said[2:])
    assert without_words_of_others(draft, "会上不赞成什么") == draft


def test_an_item_that_is_no_task(meeting: Assistant) -> None:
    """The second thing that was agreed on is the second under that heading, though nobody is charged with it."""
    told = meeting.answer("岚津市场采购现场会第二项议定事项是什么").answer
    assert "每期不少于40人" in told
    assert "14万美元" not in told


def test_who_is_in_charge_need_not_pay(papers: Assistant) -> None:
    """Who pays is told by whose money it is."""
    assert "荻安县政府" not in papers.answer("岚津隔膜生产基地谁出钱").answer


def test_a_season_is_no_time_before_its_year(papers: Assistant) -> None:
    """Before the 2025 flood season is not before 2025."""
    answer = papers.answer("Which rows of the Lanjin projects must be done before the 2025 flood season?")
    assert "2024-12-31" not in answer.answer


def test_a_place_that_no_document_names(others: Assistant) -> None:
    """It is not passed over in silence beside others."""
    answer = others.answer("岚津市、丰禾市的议定事项分别由哪些单位负责")
    assert "丰禾" in answer.answer
