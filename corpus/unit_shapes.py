"""Names of units (单位): found by the shape of their names and by where they stand, never from a fixed list.

A unit is whoever can be responsible: a department (市商务局), a government (崂山区政府), a company (商城集团), an
institution (崂山实验室), or a group that the document names only as such (各地区, 有关部门). `list_units` splits what
stands in a place for units; `find_units` looks for names in running text, where only their shape tells.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

from corpus.characters import HAN
from corpus.starting import quick

MARKS = "▲△★☆●◆◎※＊*"
"""Signs that offices put beside a unit that leads."""


def _words(text: str) -> tuple[str, ...]:
    return tuple(text.split())


_BRACKETS = {**dict.fromkeys("（(〔[【“", 1), **dict.fromkeys("）)〕]】”", -1)}

# Ends of names that hardly end anything else.
_STRONG_ENDS = _words(
    """
    委员会 管委会 管委 办公室 办公厅 办事处 政府 总署 总局 市委 省委 区委 县委 州委 工委 党委 党组
    常委会 指挥部 领导小组 工作组 专班 联席会议 法院 检察院 科学院 研究院 研究所 实验室 大学 学院 银行
    海关 公司 集团 联合会 工会 妇联 残联 科协 侨联 文联 社联 工商联 作协 团委 协会 学会 商会 联盟
    基金会 促进会 贸促会 供销社 合作社 联社 红十字会 红会 气象台 管理站 服务站 民航站 总队 支队 大队
    分局 分行 支行 营业管理部 军区 警备区 交易所 管理处 管理中心 服务中心 交易中心 政协 人大 街道
    开发区 新区 园区管理机构 邮政 国资 国网 省军区
    """
)
# Ends of names that end other words as well.
_WEAK_ENDS = (*"局委部厅办署院所站处室队社校馆区会", "中心")
_ENDS = (*_STRONG_ENDS, *_WEAK_ENDS)
_NO_NAMES = _words(
    """
    教室 浴室 温室 居室 科室 画室 卧室
    布局 格局 结局 全局 大局 开局 当局 变局 困局 全部 内部 外部 东部 西部 南部 北部 中部 干部 局部
    总部 头部 创办 举办 主办 承办 协办 筹办 交办 督办 催办 开办 兴办 经办 待办 新办 网办 通办 帮办
    代办 合办 一办 能办 快办 好办 常委 编委 机会 社会 大会 峰会 展会 博览会 论坛会 年会 例会 董事会
    会议会 运动会 推介会 座谈会 发布会 展览会 洽谈会 培训会 对接会 协调会 推进会 现场会 场所 机关 相关
    有关 攻关 通关 清关 把关 过关 报关 闯关 难关 公关 双关 无关 之处 好处 用处 何处 到处 处处 深处
    远处 出处 部署 签署 网站 车站 工作站 基站 电站 团队 军队 车队 船队 队伍 排队 学校 高校 院校
    厕所 医院 院所 地区 片区 社区 园区 校区 城区 景区 山区 郊区 牧区 灾区 库区 港区 辖区 特区 展馆
    场馆 大厅 展厅 客厅 俱乐部 核心区 示范区 保税区 展销中心 数据中心 展示中心 体验中心 中心区 展贸中心
    采购中心 贸易中心 枢纽中心 创新中心 研发中心 结算中心 金融中心 集散中心
    """
)
_NAMES_ALONE = frozenset(
    _words(
        """
    政府 妇联 残联 科协 党委 海关 工会 商会 政协 人大 街道 邮政 市委 省委 区委 县委 国办 央行 法院
    公安 海关 甲方 乙方 丙方 丁方
    """
    )
)

_GROUP_OPENING = (
    r"(?:各(?:级|类)?|有关|相关|其他|其它|所有|所属|本(?=部门|单位|系统|地区)|涉及|涉事|属地|所在|地方|本级|同级|上级|下级|基层|当地|驻[\u4e00-\u9fff]{1,3}|"
    r"全(?:省|市|区|县|国)|(?:国务院|中央|国家|省|市|区|县|州|自治区|[\u4e00-\u9fff]{2,3}市)(?=各|有关|相关|直|级|其他))"
)
_GROUP_NOUN = (
    r"(?:部门|单位|地区|地方|机构|机关|企业|行业|学校|高校|院校|院所|方面|政府|党委|党组织|组织|办事处|管委会?|委办局|专班|省|市|区|县|乡|镇|州|盟|旗|街道|镇街|"
    r"乡镇|区县|县区|区市|市县|县市|开发区|功能区|园区|街|局|地|平台|协会|商会|省[（(]区、市[)）]|[省市县区镇乡]?[（(][\u4e00-\u9fff、，]{1,14}[)）])"
)
_GENERIC = re.compile(
    rf"{_GROUP_OPENING}[\u4e00-\u9fff“”、（）()]{{0,36}}?{_GROUP_NOUN}"
    r"|[\u4e00-\u9fff“”]{0,22}(?:成员单位|责任单位|牵头单位|有关单位|相关单位)"
    r"|[\u4e00-\u9fff“”]{2,22}(?:部门|机关)"
    r"|(?:区|县|市|镇|乡|镇街|街道|乡镇|县区|区县|区市|市县)(?:人民)?政府|(?:[省市]、)?县（市(?:、区)?）(?:人民)?政府|省直部门|市直部门|属地|镇街|乡镇街道|镇（街道）"
    r"|[县区市][（(][市县区旗、]{1,7}[)）][\u4e00-\u9fff]{0,12}(?:部门|机关|局|委|办)"
)
# What a name never holds outside its brackets: words of sentences, and punctuation.
_FOREIGN = quick(
    r"[的了是为将把被要等须你她它，。；：！？、,;:\n\t]|我(?![省市县区国州])|(?<=.)由|(?<=[局委办厅部府会关院司行])委托|以及|应当|可以|对(?![外台口])|进行|开展|推进|推动|加强|完善|按照|根据|依托|通过|鼓励|引导|负责|牵头(?!部门|单位)|主要|同志"
)
_FOREIGN_TO_GROUPS = re.compile(
    r"[的了是为将把被要须也拨至]|指定|明确|会同|报[请送]|经(?!济|营|信|贸|开)|请|向|交(?!通|易|警|流|运)|与|并|由|负责|对(?!外)"
)
# What a name never begins with: verbs that take a unit as their object.
_NO_BEGINNING = quick(
    r"\d{2,4}年|责成|责令|交由|领导(?!小组|机构|干部)|支持|鼓励|引导|发挥|推动|推进(?!办|组|小组|委)|加强|加快|建立|完善|健全|落实(?!办)|开展|实行|明确|确定|指定|成立|组建|依托|由|经(?!济|信|开|贸|委|办)|向|请"
    r"|让|使|以(?!色)|在|从(?!化)|与|和(?!平|田|县|林|静|政|龙|硕|布|顺)|及|或|并|其|该|这|此|委托|授权|会同|承担|具体|切实|积极|进一步|继续|坚持|深入|全力"
    r"|努力|认真|严格|依法|及时|定期|适时|根据|按照|通过|如|凡|包括|形成|移送|报送|抄送|实现|打造|构建|强化|以及|同时|此外|除|督促|要求|组成|设立|新建|扩建|改造(?!办)|筹建|启动|推行|举办|编制|制定|新增|扩大|拓展|提升|培育|争取|申报"
    r"|建设(?!局|厅|部|委|银行|集团|公司|兵团|办|指挥|街道|镇|乡|和|单位)|协助|配合|参加|参与|有条件|原|将"
)
_LONGEST_ENGLISH = 100  # Administrative Committee of the Haiyan Area of the Pilot Free Trade Zone
_NAME_CHARACTERS = re.compile(rf"[{HAN}A-Za-z0-9“”\"·•（）()、—\-]{{2,40}}")
_INNER_BRACKET = re.compile(r"[（(][^（）()]*[)）]|“[^”]*”")

# Where names that stood on lines of their own in a cell run together: 市财政局各镇街.
_SEAM = re.compile(
    r"(?<=[局委部厅办署院府会司团])(?!(?<=政府)各(?:组成|有关|相关|直属|所属|工作)*(?:部门|单位|机构|委办局))"
    r"(?=(?:[市省区县州]|国家|各)[\u4e00-\u9fff]{2,})|(?<=[^\d（(])(?=(?:\d{1,2}[.．、)）][\u4e00-\u9fff]|[（(]\d{1,2}[)）][\u4e00-\u9fff]|[①-⑳]))"
)
KIND_OF_GOVERNMENT = re.compile("(?:数字|智慧|法治|服务型?|电子|廉洁|阳光|效能|透明|整体|高效|创新型?|学习型)政府$")
"""What is built and no body: 数字政府, 法治政府."""
_CONJUNCTION = re.compile(r"以及|或者|和|与|及|或")
_SEPARATOR = re.compile(r"[、，,；;/／｜\n\u3000]|(?<![A-Za-z]) (?![A-Za-z])")
_HAN_RUN = re.compile(rf"[{HAN}]{{3,}}")
_MARK = re.compile(f"[{re.escape(''.join(_BRACKETS))}]|{_SEPARATOR.pattern}")
_BEFORE_NAME = re.compile(
    rf"(?:[{MARKS}\s①-⑳]|[（(]?\d{{1,2}}[.．、)）]|以及|由(?=.{{2}})|及(?=.{{2}})|和(?!平)|与|并由|会同)+"
)
_AFTER_NAME = re.compile(rf"[{MARKS}\s。.、，：:]+$")
_TRAILING_GROUP = re.compile(
    r"等(?P<group>(?:其他|其它|各|有关|相关|所有|涉及|责任|行业|市直|省直|市级|省级)+[\u4e00-\u9fff]{0,8}?(?:部门|单位|地区|企业|机构|地方|镇街|街道|方面))?"
    r"(?:\d+|[一二三四五六七八九十]+)?(?:个|家)?(?:部门|单位|地区|企业|机构|地方)?(?:以?及|和)?(?P<rest>.*)$"
)
_GROUP_BEGUN = re.compile(
    r"(?:(?:各|有关|相关)(?:省|区|县|市|乡|镇|旗|盟|州|街道)|^[省市区县乡镇])"
    r"(?:、(?:自治区|直辖市|计划单列市|自治州|[省市县区镇乡]|街道)(?:及计划单列市)?)*$"
)
_GROUP_GOES_ON = re.compile(
    r"、(?:自治区|直辖市|计划单列市|自治州|新疆生产建设兵团|[市县区镇乡盟旗](?:（[市县区、]{1,5}）)?|街道)"
    r"(?:、|(?:人民)?政府|办事处|党委|委|及|$|[\u4e00-\u9fff]{2,10}[局厅委部])"
)
_ROLE_NOTE = re.compile(
    r"[（(〔\[]((?:总?牵头|主办|主责|配合|协助|协办|参加|参与|负责|组长|第一责任|主要责任)[\u4e00-\u9fff]{0,6})[）)〕\]]$"
)


@dataclass(frozen=True, slots=True)
class UnitMention:
    """A unit's name at [start, end) of a text.

    `marked`: a sign such as ▲ stands at it. `note`: what a bracket after the name says of its role ("牵头"), else "".
    """

    name: str
    start: int
    end: int
    marked: bool = False
    note: str = ""


def is_generic(name: str) -> bool:
    """Whether `name` is a group without a name of its own: 各地区, 有关部门, 各镇人民政府."""
    return _GENERIC.fullmatch(name) is not None


@lru_cache(maxsize=65536)
def has_unit_shape(name: str) -> bool:
    """Whether `name` looks like a unit wherever it stands: strict enough for running text."""
    if name in _NAMES_ALONE:
        return True
    if is_generic(name):
        return not (_FOREIGN_TO_GROUPS.search(name) or _NO_BEGINNING.match(name))
    if not _NAME_CHARACTERS.fullmatch(name) or len(name) < 3 or _NO_BEGINNING.match(name):
        return False
    if KIND_OF_GOVERNMENT.search(name):
        return False
    if sum(name.count(sign) for sign in "（(") != sum(name.count(sign) for sign in "）)"):
        return False
    bare = _INNER_BRACKET.sub("", name)
    if _FOREIGN.search(bare) or len(bare) > 28 or name.count("“") != name.count("”"):
        return False
    if bare.endswith(_STRONG_ENDS):
        return True
    return bare.endswith(_WEAK_ENDS) and not bare.endswith(_NO_NAMES) and len(bare) >= 3


def list_units(text: str, offset: int = 0) -> list[UnitMention]:
    """The units of a text that is known to list units, in order; `offset` is added to their positions.

    Marks and conjunctions are no part of a name; "A等有关部门" gives A and 有关部门. A piece that cannot be a name (a
    whole sentence) is left out. A caller that must be strict asks `list_shaped_units`.
    """
    return [unit for start, end in _whole_groups(text) for unit in _units_of_piece(text, start, end, offset)]


def list_shaped_units(text: str, offset: int = 0) -> list[UnitMention]:
    """As `list_units`, and none at all where one of them has not the shape of a unit."""
    units = list_units(text, offset)
    return units if all(has_unit_shape(unit.name) for unit in units) else []


def find_units(text: str) -> list[UnitMention]:
    """Names in running text that have the shape of a unit, the longest at each place, in order."""
    found: list[UnitMention] = []
    for start, end in _pieces(text):
        for mention in _shaped_inside(text, start, end):
            if not found or mention.start >= found[-1].end:
                found.append(mention)
    return found


def _shaped_inside(text: str, start: int, end: int) -> Iterator[UnitMention]:
    for run in _HAN_RUN.finditer(text, start, end):
        for stop in range(run.end(), run.start() + 2, -1):
            if not text.endswith(_ENDS, start, stop):
                continue
            begin = max(run.start(), stop - 16)
            name = next((text[at:stop] for at in range(begin, stop - 2) if has_unit_shape(text[at:stop])), "")
            if name:
                yield UnitMention(name, stop - len(name), stop)
                break


def _pieces(text: str) -> Iterator[tuple[int, int]]:
    """The ranges between separators that stand outside brackets and quotation marks."""
    depth, begin = 0, 0
    for mark in _MARK.finditer(text):
        depth = max(0, depth + _BRACKETS.get(mark.group(), 0))
        if depth == 0 and mark.group() not in _BRACKETS:
            yield begin, mark.start()
            begin = mark.end()
    yield begin, len(text)


def _whole_groups(text: str) -> Iterator[tuple[int, int]]:
    """The pieces, with 各省、自治区、直辖市人民政府 and 各区、市政府 left whole."""
    held: int | None = None
    for start, end in _pieces(text):
        begin = start if held is None else held
        if _GROUP_BEGUN.search(text[begin:end]) and _GROUP_GOES_ON.match(text, end):
            held = begin
            continue
        held = None
        yield begin, end


def _units_of_piece(text: str, start: int, end: int, offset: int) -> list[UnitMention]:
    piece = text[start:end]
    for conjunction in _CONJUNCTION.finditer(piece):
        if _joins(piece[: conjunction.start()], piece[conjunction.end() :]):
            left = _units_of_piece(text, start, start + conjunction.start(), offset)
            return left + _units_of_piece(text, start + conjunction.end(), end, offset)
    for seam in _SEAM.finditer(piece):
        before, after = _bare(piece[: seam.start()]), _bare(_up_to_number(piece, seam.start())).removesuffix("等")
        part_of_it = before[1:] == "委" and after[1:] != "政府"  # 市委市直机关工委 is one
        if has_unit_shape(before) and has_unit_shape(after) and not part_of_it:
            middle = start + seam.start()
            return _units_of_piece(text, start, middle, offset) + _units_of_piece(text, middle, end, offset)
    group = _TRAILING_GROUP.search(piece)
    if group and group.start() > 0:
        found = _name_at(text, start, start + group.start(), offset)
        if group["group"]:
            found += _name_at(text, start + group.start("group"), start + group.end("group"), offset)
        if len(group["rest"]) > 1 and has_unit_shape(group["rest"]):
            found += _units_of_piece(text, start + group.start("rest"), end, offset)
        return found
    return _name_at(text, start, end, offset)


def _up_to_number(piece: str, start: int) -> str:
    """What a seam begins, up to the next number in a cell: 2.市财政局 of 2.市财政局3.市委网信办."""
    following = next(
        (seam.start() for seam in _SEAM.finditer(piece, start + 1) if piece[seam.start()] in _COUNTS), None
    )
    return piece[start:following]


_COUNTS = "0123456789（(①②③④⑤⑥⑦⑧⑨⑩"


def _bare(words: str) -> str:
    """The words without marks, numbers and conjunctions before a name."""
    before = _BEFORE_NAME.match(words)
    return words[before.end() :] if before else words


def _joins(left: str, right: str) -> bool:
    """Whether 和, 与, 及 between these words joins two units rather than standing inside a name."""
    if not has_unit_shape(left.strip(MARKS + " ").removesuffix("等")):
        return False
    right = right.strip(MARKS + " ")
    return has_unit_shape(right.partition("等")[0] or right)


def _name_at(text: str, start: int, end: int, offset: int) -> list[UnitMention]:
    marked = False
    if before := _BEFORE_NAME.match(text, start, end):
        marked = any(sign in MARKS for sign in before.group())
        start = before.end()
    if after := _AFTER_NAME.search(text[start:end]):
        marked = marked or any(sign in MARKS for sign in after.group())
        end = start + after.start()
    note = ""
    if role := _ROLE_NOTE.search(text[start:end]):
        note = role.group(1)
        end = start + role.start()
    name = text[start:end]
    if (
        not 1 < len(name) <= (_LONGEST_ENGLISH if name[:1].isascii() else 40)
        or not re.search(rf"[{HAN}A-Za-z]", name)
        or re.search("[。；：！？]", name)
    ):
        return []
    return [UnitMention(name, start + offset, end + offset, marked, note)]
