"""Where something is or is to be, told by the name of a place: 支持鱼峰区创建…, 加快岑溪…产业园建设，打造…基地.

A place is told where its name stands in the clause that speaks of the thing or before it, and is neither the paper's
own nor one that the question has already.
"""

from __future__ import annotations

import re
from functools import lru_cache

from corpus.localities import places_in

# What stands before 区, 县 or 市 and names a kind: 示范县, 功能区, 全市.
_KIND = (
    "示范|试验|试点|先行|引领|功能|发展|集聚|聚集|保护|实验|核心|重点|贫困|脱贫|产业|工业|商业|商务|办公|生活|居住|服务|缓冲|管理|监测|防治|集中|开放"
    "|合作|改革|创新|文明|卫生|民族|边境|产粮|农业|经济|牧业|生态|宜居|美丽|和美|特色|传统|中心|帮扶|老旧|地级|县级|主城|中心城|城市|高新|经开"
    "|开发|保税|旅游|度假|风景|自贸|贸易|联动|综合|协作|监管|海关|自治|直辖|相关|有关|所有|以上|多个|部分|其他|周边|沿线|各个|一批|百强|强省|强"
)
_GENERIC = "全我本各每该此县市区城乡镇村社街园景校库辖郊小大老新灾林牧片地山"
_ADMINISTRATIVE = re.compile(
    r"(?P<stem>[\u4e00-\u9fff]{1,4}[\u4e00-\u9fff])"
    r"(?P<kind>自治[区州县旗]|新区|片区|街道(?!办)|市(?![场级直属委民长政值域内外区面容辖])|县(?![级域区委政直长城])|区(?![域级间委划内县分别属])"
    r"|镇(?![村街级区])|乡(?![村镇土愁亲])|村(?![民级镇庄集委社落屯])|旗(?![舰帜下])|州(?!长)|群岛|半岛|岛(?!屿)|大道|大街|路(?![径线网段演灯由程子况])|口岸|港区)"
)
# What stands before a bare 市 or 县 that begins another word: 成立市领导小组, 由县政府.
_NO_NAME = (
    "成立|设立|组建|召开|支持|推动|加快|推进|打造|建设|创建|实施|完成|组织|开展|负责|统筹|落实|指导|督促|会同|配合|纳入|列入|联合|协调|参照"
    "|报送|通知|鼓励|引导|帮助|安排|授权|委托|[由经报向与和对为以等及是在将把按到从给被让除其有跨出入进超近离的]"
)
_ENDS_IN_KIND = re.compile(f"(?:{_KIND}|{_NO_NAME}|[{_GENERIC}])$")
# Sites tell where something is when they stand as its place: 依托…产业园, 推动眉山高新区创建….
_SITE = (
    "(?:园区|产业园|[工科软]业?园|开发区|高新区|经开区|经济区|试验区|保税区|港|基地|中心|景区|度假区|大厦|大楼|广场"
    "|馆|剧院|校区|医院|码头|机场|车站|走廊|新城|集聚区|合作区|服务区)"
)
_AT_SITE = re.compile(
    rf"(?:[^其现存所]在|位于|坐落于|落户(?:于|在)?|入驻|依托|布局[在于]?|选址[在于]?|集中[在于])(?P<at>[^，。；、]{{2,24}}?{_SITE})"
    rf"|(?:推动|支持|推进|加快|引导|抓好|提升|支撑|鼓励|促进)(?P<done>[^，。；、]{{2,20}}?{_SITE})"
    r"(?:[^，。；、]{0,8}?(?:建设|创建|打造|争创|申报|升级|发展|创成|试点|建成))"
    rf"|(?:^|[，。；、])(?P<first>[^，。；、]{{2,20}}?{_SITE})(?:要|重点|着力)?(?:创建|打造|争创|申报|开展|布局|建成)"
)
# A place by what it is like: 社会团体数量大的地方，可成立….
_SUCH = re.compile("[^，。；]{4,60}的(?:地方|地区|城市|区域|地段|路段|场所)[，,]?(?:可|应|要|须|由|均|都|还|必)")
# 哪个县: a district is none.
_KIND_ASKED = re.compile("哪(?:一|几|些|两)?个?(省|城市|市|县|区(?!域)|镇|乡|村|街道|片区|岛|州)(?![县区市])")
_OF_ONE_KIND = frozenset(("县", "区", "镇", "乡", "村", "街道", "片区", "岛"))
_PROVINCES = frozenset(
    "河北 山西 辽宁 吉林 黑龙江 江苏 浙江 安徽 福建 江西 山东 河南 湖北 湖南 广东 海南 四川 贵州 云南 陕西 甘肃 青海 "  # noqa: SIM905
    "内蒙古 广西 西藏 宁夏 新疆".split()
)
_CLAUSE = re.compile(r"[^，。；：\n\t]+")


def tells_place(text: str, asked: str, title: str) -> bool:
    """Whether a sentence of the paper of this `title` names a place that the question does not name."""
    return bool(from_place_on(text, asked, title))


@lru_cache(maxsize=4096)
def from_place_on(text: str, asked: str, title: str) -> tuple[str, ...]:
    """The parts of a sentence that begin with a clause that names a place: what it says of the place or there."""
    clauses = list(_CLAUSE.finditer(text))
    if _SUCH.search(text):
        return (text,)
    return tuple(text[clause.start() :] for clause in clauses if _names_place(clause.group(), asked, title))


def _names_place(clause: str, asked: str, title: str) -> bool:
    known = asked + title
    kind = _KIND_ASKED.search(asked)
    found = [one for one in _ADMINISTRATIVE.finditer(clause) if not _ENDS_IN_KIND.search(one["stem"])]
    if kind and kind[1] in _OF_ONE_KIND:
        return any(one["kind"][-1] == kind[1][-1] and one["stem"][-2:] not in known for one in found)
    named = [clause[start:end] for start, end in places_in(clause)]
    if not (kind and kind[1] in "省州") and places_in(title):
        named = [name for name in named if name not in _PROVINCES]  # all that a city does is in its province
    if any(name not in known for name in named) or any(one["stem"][-2:] not in known for one in found):
        return True
    sites = (one["at"] or one["done"] or one["first"] for one in _AT_SITE.finditer(clause))
    return any(_own_part(site, known) for site in sites)


def _own_part(site: str, known: str) -> bool:
    """Whether a site has a name of its own, two characters at least that stand nowhere in what is `known`."""
    return any(site[at : at + 2] not in known for at in range(min(4, len(site) - 2)))
