"""Kinds of a thing of which a figure is told apart from that of all of it: a sentence that says nothing of the kind
(接待游客512万人次) does not tell the figure of the kind (入境游客)."""

from __future__ import annotations

import re
from functools import lru_cache

# How a question says the kind, and what else a paper may say for it.
_KINDS = (
    ("[入出]境|境外|海外|外国|外籍|国外", "[入出]境|[境国]外|海外|国际|外[国籍宾商资]|中外|跨境|港澳"),
    ("(?<!本)外币", "(?<!本)外币|外汇"),
    ("国内|本地|本省|本市(?!场)", "国内|本地|[本省市]内|境内|内资|省|市"),
    ("私人|(?<![一每单个])个人(?!所得税)|家用|自用", "私[人家]|个人|自用|家用|居民|家庭|自然人"),
    ("民营|私营|民间", "民营|私营|民间|个体|非公|民企"),
    ("国有|国企|央企", "国有|[国央]企|国资|公有|中央企业"),
    ("外资|外商", "外[资商企]|合资|独资|港澳台|境外"),
    ("农村(?!部|局)|乡村(?!振兴)|农民", "农村|乡村|[农村]民|农户|城乡|乡镇|[行政]村|农业"),
    ("城镇|城市居民", "城[镇市乡]|市民"),
    ("女性|女[职员生]工?|妇女", "女|妇"),
    ("男性|男[职员生]工?", "男"),
    ("老年人?|老人|高龄", "老|养|高龄|失能|[6-9]\\d周?岁"),
    ("儿童|未成年人?|婴幼儿", "[儿幼婴童孩]|未成年|少年"),
    ("残疾人?", "残"),
    ("博士后?", "博士"),
    ("硕士", "硕士|研究生"),
    ("留学生?|归国", "留学|海归|归国|回国|海外"),
    ("规上|规模以上", "规[上模]"),
    ("限上|限额以上", "限[上额]"),
    ("小微", "[小微]|普惠"),
    ("绿色(?!通道|食品)", "绿|低碳|环保|节能"),
    ("涉农|三农", "农"),
    ("二手", "二手|旧|存量"),
    ("线上|网上|网络(?!安全)", "线上|网|电商|在线|数字"),
    ("线下", "线下|实体|现场"),
    ("新能源", "新能源|电动|纯电|绿"),
    ("夜间", "夜"),
    ("冷链", "冷"),
    ("工业(?!园|和信息|用地|区|互联|企业|设计|机器人)", "工业|制造|规[上模]|产业|全社会|第二产业|技改"),
    ("农业(?!农村|局|部|园|示范)", "农|种植|养殖|第一产业|粮"),
    ("服务业", "服务|第三产业"),
    ("制造业", "制造|工业"),
    ("建筑业", "建筑"),
    ("餐饮", "餐"),
    ("住宿", "住宿|酒店|旅馆|民宿|过夜"),
    ("房地产", "房|住宅"),
    ("保费|保险(?!杠)", "保"),
    ("教育(?!局|部|厅)", "教|学"),
    ("医疗|卫生", "医|卫|健康|诊"),
    ("科技(?!局|部|厅|型|园)", "科|研|技术|创新"),
    ("文化(?!和旅游)", "文"),
    ("体育", "体"),
    ("旅游", "旅|游|景"),
    ("跨省|省外", "省外|外省|跨省|全国|异地"),
)
_PATTERNS = tuple((re.compile(asked), re.compile(told)) for asked, told in _KINDS)
_ASKING = re.compile("多少|几(?=[个十百千万亿成家项户件条座名位辆台张间所])|百分之几|多[高大]")
# What follows a kind in the name of the figure, up to the question word.
_NOUN = (
    "(?:游客|旅客|旅游者?|收入|支出|消费|投资|企业|公司|机构|人才|人口|人员|职工|居民|(?:[贷存]款)?余额|贷款|存款|用电量?|用水量?|产值|增加值|总产值|销售额|零售额|交易额|贸易额|就业|用户"
    "|汽车|车辆?|住房|房源?|床位|车位|充电桩|学生|教师|学校|幼儿园|基金|资金|补贴|补助|项目|出口额?|进口额?|进出口额?|税收|利润|营收|市场主体|经营主体|医院|医生|订单|收入"
    "|学位|岗位|合作社|品牌|产品|商品|技改|总[量额]|规模|面积|人次|人数|数量?)"
)
_NAMED = tuple(
    (re.compile(rf"(?:{asked})[\u4e00-\u9fff]{{0,2}}?{_NOUN}{{1,2}}$"), told)
    for (asked, _), (_, told) in zip(_KINDS, _PATTERNS, strict=True)
)
_AFTER = re.compile(
    r"(?:20\d\d年?|[今去前明]年|年底|目前|现在|同比|比上年|增长|增加|增速|增幅|上升|提高|下降|减少|一共|总共|合计|大约|大概|目标|预期|突破|达到?|要|是|为|有|了|将|会|的|又|到底|共"
    "|[一每](?:个?月|年))$"
)


@lru_cache(maxsize=256)
def kinds_asked(question: str) -> tuple[re.Pattern[str], ...]:
    """What a text must say to tell the figure of the kind that a question names right before its question word."""
    asking = _ASKING.search(question)
    if asking is None:
        return ()
    before = question[: asking.start()]
    while stripped := _AFTER.search(before):
        before = before[: stripped.start()]
    after = question[asking.end() :].lstrip("个家项户件条座名位辆台张间所").rstrip("？?。 ")
    return tuple(told for named, told in _NAMED if named.search(before) or (after and named.fullmatch(after)))


def lacks_kind(question: str, text: str) -> bool:
    """Whether a text says nothing of a kind of which a question asks the figure."""
    return any(not told.search(text) for told in kinds_asked(question))
