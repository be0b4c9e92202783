"""The measure in which a question asks for a number (多少亩, what percentage), and texts that have a number of it."""

from __future__ import annotations

import re

from assistant.language.figure_kinds import SIZED, units_in_chinese
from assistant.questions.asking import Ask
from assistant.questions.question import Question

# What is counted in a classifier of its own: by the classifier, those that may stand for it in a document.
_OBJECTS = {
    "辆": "[辆台部]",
    "艘次": "艘次|[艘条只]",
    "艘": "[艘条只]",
    "架次": "架次",
    "架": "[架台套]",
    "趟": "[趟班列次]",
    "班": "[班趟列次]",
    "栋": "[栋幢座]",
    "幢": "[栋幢座]",
    "盏": "[盏套组个]",
    "株": "[株棵]",
    "棵": "[株棵]",
    "头": "[头只]",
    "匹": "[匹头]",
    "枚": "[枚颗个]",
    "张": "[张份枚个]",
    "本": "[本册份]",
    "册": "[本册份]",
    "套": "[套户间个台组]",
    "间": "[间个套处]",
    "座": "[座个处条]",
    "台": "[台辆套部架组个]",
    "瓶": "[瓶箱件个]",
}
_WEIGHT, _VOLUME = "公斤|千克|[斤克两](?!隆)|吨|kg|g(?![A-Za-z])", "升|毫升|立方|m³|[Ll](?![A-Za-z])|ml|mL"
_POWER = "瓦|[kKMGT][Ww]|度"
# What is measured in a unit of its own: by the unit, those that may stand for it in a document.
_UNITS = {
    **dict.fromkeys(("毫升", "升"), _VOLUME),
    **dict.fromkeys(("立方米", "立方"), "立方|方|m³|升"),
    **dict.fromkeys(("公斤", "千克", "斤", "克"), _WEIGHT),
    **dict.fromkeys(("厘米", "毫米", "米"), "公里|千米|海里|米(?!粉)|厘米|毫米|里(?![面程])"),
    **dict.fromkeys(("千瓦时", "兆瓦时", "千瓦", "兆瓦", "瓦"), _POWER),
    "海里": "海里|公里|千米",
    "页": "页",
    "学分": "学?分",
    "学时": "学时|课时|小时",
    "课时": "学时|课时|小时",
    "次": "[次场起轮回遍届]|批次",
    "遍": "[次场轮回遍]",
}
# A measure that a question names: only a number of it can be the answer.
_MEASURE = re.compile(
    rf"(?:多少|几)(人(?![次均口的])|家(?!庭))|(?:多少|几)(?!{SIZED})个?(亩|公顷|平方公里|平方米|公里|元|吨|列|列次|人次|亿|%|个百分点|个月|岁|小时|分钟"
    r"|度|千瓦|字(?!号)|工作日|[天日](?![气然前后常]))"
    rf"|(?:多少|几)({'|'.join(_OBJECTS)})(?!民币)"
    rf"|(?:多少|几)({'|'.join(_UNITS)})(?![级高幅温值斤粉面房层间台次数展楼码会事后])"
)
_CHANGED = re.compile(
    r"(?:增长|增加|增幅|增速|减少|下降|缩减|扩大|上升|提高|提升)(?:了|幅度|速度|率|目标|要|能|会|是|为|有|到底|大约|约)*(?:多|几|百分之)"
    r"|同比|(?<![a-z])(?:growth|grow|grew|grown|increased?|decreased?|rise|rose|fall|fell)(?![a-z])",
    re.IGNORECASE,
)
DIVISION = "级"
"""The measure of into how many grades, kinds or stages something is divided."""
# Into how many grades, kinds or stages something is divided.
_DIVIDED = re.compile(
    "(?<!部)(?<!百)分(?:为|成|作|了)*(?:哪|多少|几)个?(等级|等次|级|类|种|档|阶段|批次|批|步|层次|层)"
    "(?![\u4e00-\u9fff]*(?:单位|部门|政府))"
    r"|(?<![a-z])(?:how many|what|which)(?: [a-z]+)?"
    r" (grades|levels|stages|categories|classes|tiers|phases|steps)(?![a-z])",
    re.IGNORECASE,
)
_VALUE = re.compile(r"多少|几|(?<![a-z])how (?:many|much)(?![a-z])", re.IGNORECASE)
_DIVIDES = re.compile("(?<![部百])分(?:为|成)[^，。；：]{2,30}?(?:、|和|与|及)[^，。；：]{2,}")
_DIVISIONS = "级|等级|等次|类|种|档|阶段|批次|批|步|层次|层"
# Places of which 多大 asks for the area: 自贸区总共多大, 这个产业园有多大.
_PLACE = "区|园|基地|馆|广场|小镇|新城|[乡村县镇市岛湖楼厅]|港|地块|用地|中心|厂房|仓库?|冷库|市场|食堂|医院"
_DIMENSIONS = (
    (
        rf"(?:{_PLACE})(?:总共|一共|合计|整个|全部|总的|总体|到底|究竟|大[概约]|现在|目前|规划|得|要|该|应当?|须|需要)*(?:有|是)?多大"
        "(?=[？?，。；、 ]|$)",
        "亩",
    ),
    (
        r"面积(?!比[例重]|占比|占|率)|占地|多大(?:一?块)?地|地(?:方)?(?:有|是)?多大|(?<![a-z])(?:what|which|total|floor|land|surface|site|building|how"
        r" (?:large|big|much)(?: an?| is the| of the)?) area(?![a-z])",
        "亩",
    ),
    (
        # How large is the zone; of the zone's fund and of the fund in the zone no area is asked for.
        r"how (?:large|big) (?:is|are|was|were|will)"
        r"(?: (?!of |in |for |at |by |from |on |to |under |with )[a-z-]+){0,6}?"
        r" (?:zone|area|site|park|district|land|base|plot|port|campus)"
        r"(?= *(?:[?？,，.。;]|$)| (?:be|in|of|at|by|under|and|when|going|planned|meant|supposed|now|today)(?![a-z]))",
        "亩",
    ),
    (r"how much (?:floor |storage |office |warehouse |exhibition |land |shop )?space(?![a-z])", "亩"),
    (
        r"(?<![a-z])(?:size|footprint|floor space|floor area) (?:of|for) (?:(?!fund|loan|grant)[a-z-]+ ){0,5}?"
        r"(?:warehouses?|shops?|stores?|halls?|sites?|zones?|parks?|plots?|plants?|factor(?:y|ies)|premises|workshops?"
        r"|stands?|booths?|fairs?|exhibitions?|showrooms?|labs?|laborator(?:y|ies)|kitchens?|flats?|offices?)(?![a-z'’])",
        "亩",
    ),
    (r"多[深厚](?![的地]?(?:影响|意义|刻|入|情|爱|谊))", "深"),
    (
        r"(?<![相差])多[远近](?!的?将来)|多宽(?![的地]?(?:影响|意义))|(?<![期限间长])(?<![期限间长][是有为])多长(?![的]?时间|期|效)"
        r"|(?<![a-z])how (?:far|deep|wide) (?:is|are|was|from|away)",
        "米",
    ),
    (r"how many (?:hectares|acres|mu|square (?:kilo)?met)", "亩"),
    (r"how many (?:kilomet|km(?![a-z]))", "公里"),
    (r"how many (?:metric )?(?:tonnes|tons)", "吨"),
    (r"how many months", "个月"),
    (
        "(?:比例|占比|比重|百分比)[\u4e00-\u9fff]{0,8}多少|百分之(?:几|多少)|(?:[占是到有达补贴减免给][到了助]?)几成|(?:多少|什么|多高)的?(?:比例|占比)"
        "|(?<![a-z])(?:what|which) (?:percentage|share|proportion)(?![a-z])",
        "%",
    ),
    ("(?:补|补助|补贴|奖励?|资助|贴|罚款?|(?<![分供交送])给|报销?)(?:是|了|给)?多少(?:钱)?(?![\u4e00-\u9fff])", "给"),
)
_AREA = "亩|公顷|平方"
_DAYS = "个?(?:工作日|[天日]|小时|月|年)"
_SAME_MEASURE = {
    **_OBJECTS,
    **_UNITS,
    "米": "公里|千米|海里|米|厘米|毫米|里(?![面程])",
    "深": "[厘毫]?米(?!粉|面)|公分|寸",
    DIVISION: f"个?(?:{_DIVISIONS})(?!响应|预警|标准|以上|学校)",
    "%": "%|％|个百分点|成(?!为|立|功|果|员|套)|分之|[:：比]",
    "给": "元|%|％|个百分点|港元|美元|成(?!为|立|功|果|员|套)|分之|倍",
    "人": "[人名位]",
    "岁": "周?岁",
    "家": "[家户个]",
    "元": "元",
    "亩": _AREA,
    "公顷": _AREA,
    "平方公里": _AREA,
    "平方米": _AREA,
    "亿": "亿",
    "列": "列",
    "个月": "个月",
    "人次": "人次",
    "工作日": "个?工作日",
    "天": _DAYS,
    "日": _DAYS,
}


def measure_asked(question: Question) -> str | None:
    """The measure that a number must have to answer: named (多少亩) or meant (面积多大 is answered in 平方公里)."""
    if not question.asks & {Ask.QUANTITY, Ask.COUNT}:
        return None
    if divided := _DIVIDED.search(question.text, question.opening):
        # 多少家，分几档 is told by 100亿元以上2家、50亿元以上5家, which counts no grades.
        rest = question.text[question.opening : divided.start()] + question.text[divided.end() :]
        return None if _VALUE.search(rest) else DIVISION
    if Ask.QUANTITY not in question.asks:
        return None
    text = units_in_chinese(question.text)
    if named := _MEASURE.search(text):
        return named[1] or named[2] or named[3] or named[4]
    meant = next((measure for words, measure in _DIMENSIONS if re.search(words, text, re.IGNORECASE)), None)
    # By how much an area grew is told in per cent, too.
    return None if meant == "亩" and _CHANGED.search(text) else meant


def divides(text: str) -> bool:
    """Whether a text gives by name into what something is divided (分为重点检查事项和一般检查事项): whoever counts them
    has the number."""
    return bool(_DIVIDES.search(text))


def has_measure(text: str, measure: str) -> bool:
    """Whether a text has a number of a measure; of what the cells of a row count their column tells."""
    if measure in _OBJECTS and "\t" in text:
        return True
    if measure == DIVISION and divides(text):
        return True
    same = _SAME_MEASURE.get(measure, re.escape(measure))
    return bool(re.search(rf"[\d一二三四五六七八九十百千万亿]\s*(?:多|余|左右)?(?:{same})", text))
