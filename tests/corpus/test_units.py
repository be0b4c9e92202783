"""Names of units: their shape, lists of them, the many names of one, and what a question means."""

from __future__ import annotations

from itertools import pairwise
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from corpus.reading import read_document
from corpus.units import (
    UnitDirectory,
    english_name,
    find_units,
    has_unit_shape,
    is_generic,
    list_units,
    same_unit,
    unit_key,
)

PLAN = read_document(Path(__file__).parents[2] / "corpus/documents/yiwu-import-demo-zone-2021.txt")
NAMES = tuple(dict.fromkeys(unit for record in PLAN.records for unit in record.units))
DIRECTORY = UnitDirectory(NAMES)


@pytest.mark.parametrize(
    "name",
    [
        *("商务局", "市发展改革委", "义乌海关", "国务院办公厅", "应急部", "对外联络部", "商城集团", "民航站"),
        *("崂山实验室", "国办", "省“十强产业”协调推进机制牵头部门", "各镇人民政府", "各县（市、区）人民政府"),
        *("人民银行济南分行营业管理部", "团市委"),
        *("市委宣传部", "有关部门", "国务院有关行政主管部门", "专班成员单位", "青岛西海岸新区管委"),
    ],
)
def test_names_have_the_shape_of_a_unit(name: str) -> None:
    """Departments, governments, companies, institutions and groups."""
    assert has_unit_shape(name)


@pytest.mark.parametrize(
    "words",
    [
        *("企业", "项目", "干部", "布局", "社会", "机关", "全部", "主要负责同志", "支持高新区"),
        *("发挥省委科技委员会", "形成“党支部"),
        *("攻关", "加强城市管理局", "我在公司", "法定代表人", "海外仓", "国际货运航线", "数据中心", "高等院校"),
    ],
)
def test_words_that_are_no_units(words: str) -> None:
    """Words that end like units, and units with a verb in front."""
    assert not has_unit_shape(words)


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("▲商城集团、集聚区管委会、义乌海关", ["商城集团", "集聚区管委会", "义乌海关"]),
        ("市工业和信息化局和市文化和旅游局", ["市工业和信息化局", "市文化和旅游局"]),
        ("市委统战部和市工商联", ["市委统战部", "市工商联"]),
        ("人民银行、税务总局等相关部门及各地区", ["人民银行", "税务总局", "相关部门", "各地区"]),
        ("财政部、商务部等部门", ["财政部", "商务部"]),
        ("市发改委 市财政局", ["市发改委", "市财政局"]),
        ("各县（市、区）人民政府、省级有关部门", ["各县（市、区）人民政府", "省级有关部门"]),
        ("各省、自治区、直辖市人民政府", ["各省、自治区、直辖市人民政府"]),
        ("市商务局，有关区、市政府", ["市商务局", "有关区、市政府"]),
        ("市发展改革委（市能源局）、市财政局", ["市发展改革委（市能源局）", "市财政局"]),
        ("人力资源社会保障部，各地区", ["人力资源社会保障部", "各地区"]),
        ("市财政局各镇街", ["市财政局", "各镇街"]),
        ("区司法局、区政府各部门", ["区司法局", "区政府各部门"]),
        ("市财政局县政府各组成部门", ["市财政局", "县政府各组成部门"]),
        ("市委市政府、市委市直机关工委", ["市委", "市政府", "市委市直机关工委"]),
    ],
)
def test_lists_are_split_where_one_name_ends(text: str, names: list[str]) -> None:
    """和 inside a name stays, 和 between names splits; brackets and groups stay whole; marks are no part of a name."""
    found = list_units(text)
    assert [unit.name for unit in found] == names
    assert all(text[unit.start : unit.end] == unit.name for unit in found)


def test_marks_and_notes_stay_with_their_unit() -> None:
    """▲ before or after a name marks it; （牵头） after it is a note."""
    assert [(unit.name, unit.marked) for unit in list_units("▲义乌海关、▲商务局、财政局")] == [
        ("义乌海关", True),
        ("商务局", True),
        ("财政局", False),
    ]
    assert [unit.marked for unit in list_units("商务局▲、财政局")] == [True, False]
    assert [(unit.name, unit.note) for unit in list_units("商务局（牵头）、财政局（配合）")] == [
        ("商务局", "牵头"),
        ("财政局", "配合"),
    ]


def test_units_in_running_text() -> None:
    """find_units names what has the shape of a unit, with its place."""
    text = "财政部、商务部研究提出意见，各地区抓好落实。"
    found = find_units(text)
    assert {"财政部", "商务部", "各地区"} <= {unit.name for unit in found}
    assert all(text[unit.start : unit.end] == unit.name for unit in found)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("发改局", "市发展改革委"),
        ("市发展和改革委员会", "发改委"),
        ("市场监管局", "市市场监督管理局"),
        ("集聚区", "集聚区管委会"),
        ("集聚区管理委员会", "集聚区"),
        ("人民银行", "中国人民银行"),
        ("义乌市商务局", "市商务局"),
        ("人社局", "人力资源和社会保障局"),
        ("各镇政府", "各镇人民政府"),
    ],
)
def test_names_of_one_unit(one: str, other: str) -> None:
    """Full and short forms, with and without the level of government."""
    assert same_unit(one, other)
    assert same_unit(other, one)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("义乌海关", "海关总署"),
        ("省发展改革委", "市发展改革委"),
        ("商务局", "商务部"),
        ("市科技局", "省科技厅"),
        ("崂山区政府", "城阳区政府"),
        ("财政局", "金融办"),
        ("义乌市商务局", "杭州市商务局"),
        ("税务局", "税务总局"),
    ],
)
def test_names_of_different_units(one: str, other: str) -> None:
    """Levels and places that contradict keep units apart."""
    assert not same_unit(one, other)


def test_one_key_for_all_names_at_one_level() -> None:
    """The key joins spellings and keeps levels apart."""
    assert unit_key("市发改委") == unit_key("市发展和改革委员会")
    assert unit_key("市发改委") != unit_key("省发改委")


def test_generic_units_are_known_as_such() -> None:
    """各地区 names nobody in particular, 商务局 does."""
    generic = (
        "各地区",
        "有关部门",
        "各镇人民政府",
        "省级有关部门",
        "各县（市、区）人民政府",
        "本部门审核机构",
        "登记管理机关",
    )
    assert all(map(is_generic, generic))
    # 交 and 经 of a field's name are no verbs.
    assert all(map(has_unit_shape, (*generic, "公安机关交通管理部门", "市场经营管理部门", "对外贸易主管部门")))
    assert not any(map(has_unit_shape, ("移交公安部门", "报经主管部门", "市商务局（牵头单位")))
    assert not any(map(is_generic, ("商务局", "义乌海关", "省政府")))


def test_every_unit_of_the_bundled_plan_has_an_english_name_that_leads_back() -> None:
    """The English name of each unit resolves to that unit."""
    for name in NAMES:
        english = english_name(name)
        assert english is not None, name
        assert name in DIRECTORY.resolve(english), (name, english)


@pytest.mark.parametrize(
    ("name", "english"),
    [
        ("发改局", "Development and Reform Bureau"),
        ("市发展改革委", "Municipal Development and Reform Commission"),
        ("省科技厅", "Provincial Department of Science and Technology"),
        ("商务部", "Ministry of Commerce"),
        ("青岛市科技局", "Qingdao Municipal Science and Technology Bureau"),
        ("崂山区政府", "Laoshan District Government"),
        ("某某实验室", None),
    ],
)
def test_english_names(name: str, english: str | None) -> None:
    """A bureau is a bureau and a commission a commission; level and place are said; nothing is made up."""
    assert english_name(name) == english


@pytest.mark.parametrize(
    ("phrase", "names"),
    [
        ("商城集团", ("商城集团",)),
        ("义乌市商务局", ("商务局",)),
        ("义乌商务局", ("商务局",)),
        ("市场监督管理局", ("市场监管局",)),
        ("市监局", ("市场监管局",)),
        ("发改委", ("发改局",)),
        ("央行", ("人民银行",)),
        ("PBOC", ("人民银行",)),
        ("集聚区", ("集聚区管委会", "集聚区")),
        ("the customs", ("义乌海关",)),
        ("海关", ("义乌海关",)),
        ("Mall Group", ("商城集团",)),
        ("the Bureau of Commerce", ("商务局",)),
        ("commerce department", ("商务局",)),
        ("Finance Bureau", ("财政局",)),
        ("Finance Office", ("金融办",)),
        ("Comerce Bureau", ("商务局",)),
        ("商诚集团", ("商城集团",)),
        ("义务海关", ("义乌海关",)),
        # Not in the plan: nobody else may stand in.
        ("商务部", ()),
        ("海关总署", ()),
        ("杭州海关", ()),
        ("医保局", ()),
        ("省商务厅", ()),
        ("Ministry of Commerce", ()),
        ("Hangzhou Customs", ()),
        ("Yiwu Commerce Bureau", ("商务局",)),
    ],
)
def test_what_a_phrase_means(phrase: str, names: tuple[str, ...]) -> None:
    """Chinese and English names, abbreviations, levels, one typing error; never a unit that merely sounds alike."""
    assert DIRECTORY.resolve(phrase) == names


@pytest.mark.parametrize(
    ("question", "expected"),
    [
        ("商城集团牵头、2021年9月底前完成的争取事项有哪些?", [(("商城集团",), "商城集团")]),
        ("What does the Mall Group lead before September 2021?", [(("商城集团",), "Mall Group")]),
        ("义乌市市场监管局和税务局参与了什么", [(("市场监管局",), "义乌市市场监管局"), (("税务局",), "税务局")]),
        (
            "Which tasks do the tax bureau and Yiwu Customs both take part in?",
            [(("税务局",), "tax bureau"), (("义乌海关",), "Yiwu Customs")],
        ),
        ("列出所有由 Land Port Group 牵头的任务", [(("陆港集团",), "Land Port Group")]),
        ("集聚区和陆港集团分别牵头什么", [(("集聚区管委会", "集聚区"), "集聚区"), (("陆港集团",), "陆港集团")]),
        # Words that only contain a unit's name.
        ("海关特殊监管区域“四自一简”由谁负责", []),
        ("人工智能产业集聚区由谁建设", []),
        ("如何加强市场监管的力度", []),
        ("how is customs clearance simplified", []),
        ("who leads the 免税牌照 application and by when", []),
        ("Which unit is responsible for the talent enclave", []),
        ("请列出市商务局牵头事项清单", [(("商务局",), "市商务局")]),
        ("哪些任务市商务局是配合单位", [(("商务局",), "市商务局")]),
        ("税务部门有哪些任务", [(("税务局",), "税务部门")]),
        ("文旅局和文旅部门", [(("文广旅体局",), "文旅局"), (("文广旅体局",), "文旅部门")]),
        ("发改部门的任务", [(("发改局",), "发改部门")]),
        ("智能制造试验区商务局的任务", [(("商务局",), "商务局")]),
    ],
)
def test_units_that_a_question_names(question: str, expected: list[tuple[tuple[str, ...], str]]) -> None:
    """Each unit with the words that name it, in order; subject matter is not taken for a unit."""
    found = DIRECTORY.mentions(question)
    assert [(unit.names, question[unit.start : unit.end]) for unit in found] == expected


def test_an_assumed_typing_error_is_told() -> None:
    """商诚集团 is understood and marked as not exact."""
    (found,) = DIRECTORY.mentions("商诚集团牵头哪些任务")
    assert (found.names, found.exact) == (("商城集团",), False)


def test_a_district_stands_for_its_government() -> None:
    """崂山区负责什么 asks about 崂山区政府; a district without a government in the collection is nobody."""
    directory = UnitDirectory(["崂山区政府", "市政府", "市商务局"])
    (found,) = directory.mentions("崂山区负责哪些任务？")
    assert found.names == ("崂山区政府",)
    assert directory.mentions("城阳区负责哪些任务？") == []


def test_groups_that_are_asked_for_are_not_named() -> None:
    """哪些有关部门 asks who; 各镇街负责什么 asks about 各镇街."""
    directory = UnitDirectory(["有关部门", "各镇街", "市商务局"])
    assert directory.mentions("这项工作需要哪些有关部门参与？") == []
    assert directory.mentions("which relevant departments take part?") == []
    assert [unit.names for unit in directory.mentions("各镇街负责什么？")] == [("各镇街",)]


@pytest.mark.parametrize("before", ["", "医养结合方面", "哪些任务", "目前", "比如", "知识产权领域"])
def test_a_unit_begins_where_its_place_begins(before: str) -> None:
    """Whatever character stands before 乐清市 is none of its name."""
    directory = UnitDirectory(["乐清市应急管理局", "乐清市科技局", "海宁市应急管理局"], "乐清市人民政府办公室")
    question = f"{before}乐清市应急管理局牵头的任务有哪些？"
    assert [(unit.names, question[unit.start : unit.end]) for unit in directory.mentions(question)] == [
        (("乐清市应急管理局",), "乐清市应急管理局")
    ]


def test_a_unit_of_another_place_is_nobody() -> None:
    """杭州海关 is not 义乌海关; with the places of the collection known, 杭州市商务局 is not its 商务局."""
    assert DIRECTORY.mentions("杭州海关牵头什么？") == []
    assert DIRECTORY.mentions("湛江海关牵头什么？") == []
    assert [unit.names for unit in DIRECTORY.mentions("由海关牵头的有哪些？")] == [("义乌海关",)]
    assert DIRECTORY.mentions("杭州商务局牵头什么？") == []
    placed = UnitDirectory(NAMES, PLAN.document.metadata.title)
    assert placed.mentions("杭州市商务局牵头什么？") == []
    assert placed.resolve("杭州市商务局") == ()
    assert [unit.names for unit in placed.mentions("义乌市商务局牵头什么？")] == [("商务局",)]


def test_a_level_in_the_question_excludes_other_levels() -> None:
    """市发改委 is not 省发展改革委; 发改委 alone may be either."""
    directory = UnitDirectory(["省发展改革委", "市发展改革委"])
    assert directory.resolve("市发改委") == ("市发展改革委",)
    assert directory.resolve("发改委") == ("省发展改革委", "市发展改革委")


@settings(deadline=None)
@given(st.sampled_from(NAMES), st.sampled_from(["", "市", "义乌市", "▲"]), st.sampled_from(["", "▲"]))
def test_a_unit_is_found_whatever_stands_around_it(name: str, before: str, after: str) -> None:
    """Marks and levels do not hide a unit of the collection."""
    (unit,) = list_units(before + name + after)
    assert name in DIRECTORY.resolve(unit.name)


@settings(deadline=None)
@given(st.text(alphabet="市商务局、和（牵头）等有关部门▲ ，各地区ABC", max_size=30))
def test_list_units_never_fails_and_keeps_its_places(text: str) -> None:
    """Whatever the text, names stand where they say, in order, without overlaps."""
    found = list_units(text)
    assert all(text[unit.start : unit.end] == unit.name for unit in found)
    assert all(one.end <= other.start for one, other in pairwise(found))


@pytest.mark.parametrize("before", ["只由", "应由", "还是", "请问在", "归给", "仅由"])
def test_words_before_a_level_are_no_place(before: str) -> None:
    """只由省工业和信息化厅 names the province's department, not one of a place called 只由."""
    directory = UnitDirectory(["省工业和信息化厅", "省财政厅"])
    text = f"{before}省工业和信息化厅负责的有哪几项"
    assert [text[unit.start : unit.end] for unit in directory.mentions(text)] == ["省工业和信息化厅"]


@pytest.mark.parametrize(
    ("question", "named"),
    [
        ("甘孜州政府工作报告今年部署了哪些工作", []),
        ("市政府今年要做哪些工作", ["市政府"]),
    ],
)
def test_a_government_work_report_is_no_unit(question: str, named: list[str]) -> None:
    """政府 in 政府工作报告 is a part of the name of what is asked about."""
    directory = UnitDirectory(["市政府", "政府"])
    found = [question[one.start : one.end] for one in directory.mentions(question)]
    assert found == named


def test_the_level_in_front_belongs_to_an_english_name() -> None:
    """State Council is one name, and so is Municipal Finance Bureau; an unrelated word before a name is not of it."""
    directory = UnitDirectory(["国务院", "市财政局"])
    for question, name in (
        ("the State Council's rules", "State Council"),
        ("ask the Municipal Finance Bureau", "Municipal Finance Bureau"),
        ("Does Finance Bureau pay?", "Finance Bureau"),
    ):
        (mention,) = directory.mentions(question)
        assert question[mention.start : mention.end] == name


def test_what_a_unit_is_to_a_task_is_no_slip_of_the_pen() -> None:
    """做牵头单位 is one character from 各牵头单位, which the ledger names, and names nobody."""
    directory = UnitDirectory(["各牵头单位", "市经信局"])
    assert [one.names for one in directory.mentions("市经信局做牵头单位的有哪些")] == [("市经信局",)]


OFFICES = UnitDirectory(
    [
        *("市商务局", "区商务局", "省商务厅", "市财政局", "市金融办", "市工业和信息化局", "市医保局", "市卫生健康委"),
        *("市文化广电旅游局", "市总工会", "市供销合作社", "市政府督查室", "市市场监管局", "市场监管总局", "璧川海关"),
        *("市邮政公司", "市住房城乡建设局", "市水务局"),
    ]
)


@pytest.mark.parametrize(
    ("words", "names"),
    [
        ("Municipal Bureau of Commerce", ("市商务局",)),
        ("the city's commerce bureau", ("市商务局",)),
        ("District Commerce Bureau", ("区商务局",)),
        ("provincial commerce department", ("省商务厅",)),
        ("commerce authorities", ("市商务局", "区商务局", "省商务厅")),
        ("Municipal Commerce Department", ("市商务局",)),
        ("Finance Department", ("市财政局",)),
        ("Industry and IT Bureau", ("市工业和信息化局",)),
        ("Health Insurance Bureau", ("市医保局",)),
        ("Municipal Healthcare Commission", ("市卫生健康委",)),
        ("Bureau of Culture, Broadcasting and Tourism", ("市文化广电旅游局",)),
        ("Trade Union Federation", ("市总工会",)),
        ("Supply and Marketing Cooperative", ("市供销合作社",)),
        ("Market Supervision Administration", ("市市场监管局",)),
        ("State Administration for Market Regulation", ("市场监管总局",)),
        ("Housing Commission", ("市住房城乡建设局",)),
        ("Water Conservancy Department", ("市水务局",)),
        ("Customs", ("璧川海关",)),
        # Nobody may stand in for who is not there.
        ("Drug Supervision Bureau", ()),
        ("Postal Bureau", ()),
        ("Ji'an Customs", ()),
        ("Ministry of Commerce", ()),
    ],
)
def test_english_names_of_offices_vary(words: str, names: tuple[str, ...]) -> None:
    """Any kind of office, the field as noun or adjective, and the level of government in front of the name."""
    found = OFFICES.mentions(f"Which tasks are led by {words} in 2025?")
    assert [unit.names for unit in found] == ([names] if names else [])


@pytest.mark.parametrize("words", ["区政府外事办公室", "临溪区政府外事办公室"])
def test_an_office_of_a_government_is_not_that_government(words: str) -> None:
    """Its name is one, however it begins."""
    directory = UnitDirectory(["桥东区政府", "区政府外事办公室"], "临溪区人民政府办公室")
    assert [one.names for one in directory.mentions(f"{words}负责哪些任务")] == [("区政府外事办公室",)]
