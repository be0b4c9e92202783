"""What a sentence must hold to tell what a question asks for: a time for when, somebody for who, a sum for how much."""

from __future__ import annotations

import re
from functools import lru_cache
from itertools import pairwise

from assistant.language.limits import UNBOUNDED
from assistant.language.money import asks_who_pays
from assistant.language.numbering import without_references
from assistant.language.places_told import tells_place
from assistant.language.posts import ANY_POST
from assistant.language.values_in_words import IN_WORDS
from assistant.matching.lasting import LASTING, asks_lasting
from assistant.questions.asking import Ask
from assistant.questions.question import Question
from corpus.starting import quick
from corpus.types import Deadline

# 12EFLOPS is a number with a unit; 5G and A4 are names.
_LATIN_UNIT = (
    r"[KMGTPEkmgtpe]?(?:FLOPS|Flops|flops|bps|Wh?|Hz|B|V)(?![A-Za-z])|(?:km|kg|mm|cm|m|t|h|ha|TEU)(?![A-Za-z])"
)
# Before a number of days it tells that they are a time and no day of a month: 整改期限不超过30日.
_LASTING_BEFORE = "期为|超过|少于|低于|多于|高于|至少|至多|最长|最短|最多|不足|提前|延长|为期|期限|长达|公示"
# A number that is no year, no day and no ordinal (第24届). What it begins with is looked for first, here and below: at
# most places of a text there is none of it.
_AMOUNT = re.compile(
    r"(?=[\d一二三四五六七八九十百千万亿两])(?:(?<![A-Za-z\d第])(?<!\d{3}-)(?!\d{3,4}-\d{7,8})(?!(?:19|20)\d\d(?:年|[-—–”’]))(?!\d{1,2}月(?!均))(?!(?<=月)\d{1,2}日)"
    rf"(?:(?<={_LASTING_BEFORE})|(?!\d{{1,2}}日(?!均|内|以内|之内|前)))\d[\d.,]*"
    rf"(?:(?![\dA-Za-z])|(?={_LATIN_UNIT}))(?!届)"
    r"|(?<![第月〇零一二三四五六七八九十百千万亿两])(?![一二][〇零一二三四五六七八九]{3}年)[一二三四五六七八九十百千万亿两]+(?:个|项|家|条|亿|万|%|成|倍|年|次|名|位|人|类|种|分之"
    r"|元|工作日|(?<!百)日(?!报|常|程)|百日(?=内|以内|之内|前)|天(?!气|然)|小时|分钟|周(?!年|边)|周岁|岁|公里|公顷|平方米?|立方|米|吨|公斤|千克|亩|户|所|座|辆|台))"
    # That there is no bound, or no more of it, tells how much there may be: 抽查比例不设上限, 不新增编制.
    rf"|{UNBOUNDED}|{IN_WORDS}"
)
_DATE = re.compile(r"(?:19|20)\d\d|\d+月|年底|年内|季度|“十[三四五六]五”")
# How long one waits for what one has asked for: 多久能批下来.
_ASKS_HANDLED = re.compile(
    "(?:多久|多长时间|几天|几个(?:工作日|小时))(?!一次|一回|一趟)(?:才|能|可以?|就|要|得|会|给|之?内|以内)*"
    "(?:批|审|核|办[下好完出结]|到账|到手|拿到|领到|下来|有结果|有消息|[答回]复|反馈|受理|[报告]警|上?报|报告|通知|响应|处[理置]|到(?:现场|场|岗|位)|发出)"
)
_AFTER_SOME_TIME = re.compile(
    r"(?:\d+|[一二两三四五六七八九十]+)(?:个?(?:工作日|自然日|小时|分钟|星期)|天|周|个月|日(?=内|以内|之内))|当[日天场]|立即|随时"
)
# When something is done is told by a date, by a season that it comes before, or by a time that runs from something;
# a question for the day, the month or the year is not answered by the last.
_POINT_IN_TIME = re.compile(
    r"(?=[\d年季“一二三四五六七八九十上下中今明次当每汛春元国五开暑寒供采夏秋冬])(?:"
    r"(?:19|20)\d\d(?!年度)|\d+月|年底|年内|季度|“十[三四五六]五”|[一二三四五六七八九十]月|[上下]半年|[上中下]旬|年[初中]|[今明次当]年|[次当下]月|次季|\d[·・]\d"
    r"|每[年月季周][^，。；]{0,6}?\d{1,2}[日号]"
    r"|(?:汛期?|春节|元旦|国庆节?|五一|开学|暑期|寒假|供暖季?|采暖季?|春耕|[春夏秋冬]季)[^，。；]{0,4}(?:前|后|期间))"
)
_FEW = r"(?:\d+|[一二三四五六七八九十两]+)"
_BEGINS_A_TIME = r"(?=[\d年季“一二三四五六七八九十上下中今明次当每汛春元国五开暑寒供采夏秋冬之两期有为任])"
_WHEN = re.compile(
    rf"{_BEGINS_A_TIME}(?:{_POINT_IN_TIME.pattern}|之日起"
    rf"|{_FEW}个?(?:工作)?[日天](?:内|以内|之内|前)|{_FEW}个?(?:小时|分钟|月|年|周|季度)(?:内|以内|之内)"
    rf"|(?:期限|有效期|为期|任期)[^，。；]{{0,6}}{_FEW}(?:年|个月|日|天))"
)
# How long something must last is told by a time that nothing bounds: 连续缴纳社会保险满36个月.
_ASKS_HOW_LONG = re.compile(
    r"多久(?!一次)|多长时间|多长(?=[？?，。]|$)|(?<![a-z])how long(?![a-z])"
    r"|(?<![前后近这那])(?:几|多少)个?(?:工作日|小时|分钟|天|周|星期)|(?:几|多少)个(?:月|季度)",
    re.IGNORECASE,
)
# Who counts the days or hours is told no date.
_ASKS_UNITS = re.compile(r"(?:多少|(?<![前后近这那头])几)个?(?:工作日|小时|分钟|秒钟?|天(?![前后气然]))(?!来|开始)")
_COUNTS_DAYS = re.compile(
    r"(?<![a-z])how many (?:(?:working|business|calendar) )?(?:days|hours)(?![a-z])", re.IGNORECASE
)
_NUMBERED_UNITS = (
    rf"(?<![月\d])(?!(?:19|20)\d\d年){_FEW}(?:多|余)?个?(?:工作日|自然日|[日天周秒]|小时|分钟|星期|年(?![级代度底末初]))"
    rf"|{_FEW}(?:多|余)?个月|半[天日年月]|[、至—-]\d+[日天]"
)
_AT_ONCE = "当[日天场]|即时|立即|随时|随到随|次日"
_UNITS = re.compile(f"{_NUMBERED_UNITS}|{_AT_ONCE}")
# In how many days what is done: 几天内公示.
_DONE_WITHIN = re.compile(
    "(?:几|多少)个?(?:工作日|小时|分钟|天)(?:以?内|之内)?(?:要|能|得|就|必须|可以?|应当?|会|给|完成)*(?P<does>[\u4e00-\u9fff]{2})"
)
_WHEN_OR_HOW_LONG = re.compile(rf"{_WHEN.pattern}|{_FEW}个?(?:工作日|[日天年周岁]|小时|分钟|月|季度|学期)")
# After how long without something (多久没更新会被关) is told by a length of time; no day or year is one.
_ASKS_WITHOUT = re.compile(
    r"(?:多久|多长时间|几天|几个月|多少天)(?:没有?|不|未)"
    r"|(?<![a-z])how long (?:without|can [^?]{2,40} (?:idle|inactive|unused))",
    re.IGNORECASE,
)
_LASTING = re.compile(
    r"(?<![\d第月])(?:\d{1,3}|[一二两三四五六七八九十]+)个?(?:工作日|自然日|小时|星期|季度|天|周(?!年))"
    r"|(?<![\d第月])(?:\d{1,3}|[一二两三四五六七八九十]+)(?:个月|日(?!前)|年(?![级代度底]))|半个?[天年月]"
)
# 每年4月 tells the month of every year and no year.
_ASKS_YEAR = re.compile(r"哪一?年(?![前后度])|(?<![a-z])(?:which|what) year(?![a-z])", re.IGNORECASE)
_YEAR = re.compile(
    r"(?:19|20)\d\d(?!年度)|[今明去前当本次后]年|年[底内初中末]|[一二]〇[〇一二三四五六七八九]{2}|“十[三四五六]五”"
)
_ASKS_POINT = re.compile(
    r"每[年月季周](?:的)?(?:什么时候|啥时候?|何时|几时)"
    r"|哪[一几两]?[天日年月]|哪(?:一)?个月|几[月号]|几时起|(?<![a-z])(?:which|what) (?:date|day|month|year)(?![a-z])",
    re.I,
)
_PERSON = re.compile(
    r"[组局厅部省市县区州镇乡村矿厂校院所站行会处科关社队署司]长(?!期|远|效|度|江|三角|安|沙|春)|主任|书记|负责人|主席|秘书长|总理|董事长|经理"
    r"|总指挥|指挥长|召集人|司令|委员(?!会)|院士|教授|专员|任.{0,6}长|兼任"
)
# What ends so and is no body: 布局, 格局, 新局面.
_BUREAU = "(?<![布格结开变困危僵破战])局(?![面部限势])"
# Who is asked for is not told by a sentence that names neither a body nor a post.
_BODY = (
    f"办公室|银行|公司|集团|研究[所院]|大学|{_BUREAU}(?![分长队])|[委厅部署办院](?![分长队])|部门|政府|机构|单位|中心|协会|主体|企业"
    "|负责同志|领导小组|专班|学校|海关|法院|税务|工会|团委|[妇残工]联|管委|[支总]队|供电|研究[院所]|大学|学院|公证处|管理处|办事处|秘书处"
)
_SOMEBODY = quick(f"{_BODY}|{ANY_POST}")
_ASKS_DUTY = re.compile(
    r"负责|牵头|主管|分管|责任|抓总|[归谁]管|承担|(?:找|问|联系)(?:谁|哪)|哪(?:个|家|些|几个)?(?:部门|局|机关)"
    r"|(?<![a-z])(?:leads?|leading|responsible|in charge|accountable|answers for)(?![a-z])",
    re.IGNORECASE,
)
# Somebody who answers for a thing: an office or a post by its name; firms and other bodies where it is said of them.
_ANSWERABLE = re.compile(
    rf"办公[室厅]|{_BUREAU}|(?<![大展客餐])厅|(?<![总全内东西南北中下上外])部(?![署分位件落])|委(?![托派员])|署(?<!部署)|(?<![举主])办(?![理事好法公学展])"
    rf"|院(?!士|线)|政府(?!采购|工作)|海关|领导小组|专班|指挥部|管委|税务|团委|[妇残工]联|[支总]队|协会|{ANY_POST}"
    rf"|(?=.*(?:负责|牵头|承担|主体责任|承办|实施主体|[由向请]))(?:{_BODY})"
)
_ASKS_COMPOSITION = re.compile(
    "由(?:谁|哪些|哪几|什么)[^，。；？?]{0,8}?(?:组成|构成)"
    "|(?:组成人员|组成部门|组成单位|成员(?:单位)?)(?:都|分别|主要|具体)*(?:是|有|包括|包含)?(?:谁|哪些|哪几)"
)
_MADE_OF = re.compile("由[^，。；]{2,120}(?:组成|构成)|成员(?:单位)?(?:由|为|包括|有|：)|为成员|任成员")
_COMPOSED = re.compile(f"{_PERSON.pattern}|{_MADE_OF.pattern}")
NEEDS: dict[Ask, re.Pattern[str]] = {
    Ask.QUANTITY: _AMOUNT,
    Ask.COUNT: _AMOUNT,
    Ask.DEADLINE: _WHEN,
    Ask.PERSON: _PERSON,
    Ask.LEAD: _SOMEBODY,
    Ask.RESPONSIBLE: _SOMEBODY,
    Ask.PARTICIPANTS: re.compile(r"参与|配合|协助|会同|协同|成员|联合|合作|参加"),
    Ask.BUDGET: re.compile(
        r"\d[\d.,]*\s*(?:亿|万|千|百)?(?:多|余)?(?:美元|港元|元)|[一二两三四五六七八九十百千]+[万亿]*元|免费|不收(?:取)?费|免[收缴交]|费用?自[理付]|\d+%[^，。]{0,12}(?:补贴|补助|奖励|资助)"
        r"|(?:担保|保证金|押金|保费)[^，。；]{0,20}\d+%"
        rf"|{IN_WORDS}"
    ),
    Ask.HOURS: re.compile(
        r"\d{1,2}\s*[:：]\s*\d{2}|[\d一二三四五六七八九十]\s*[点时](?!间|期|候|代|点)|上午|下午|全天|24小时"
    ),
    Ask.FREQUENCY: re.compile(
        r"每|(?<![第\d])\d+次|(?<!第)[一二三四五六两]次|周期|按[日天周旬月季年]|逐[日周月年]|[日周旬月季年]结|定期|半年|季度"
    ),
    Ask.ISSUED: _DATE,
    Ask.PLACE: re.compile(
        r"设在|位于|(?:[分储保寄堆留]?存|[存堆停安投]放|放置|布设|布局|安装|分布|集中)[于在到]|设立?于|选址(?![获报待尚未论工方研意审阶评])|地点(?=[为是在设：:\t]|[^，。；]{0,4}[：:])|地址|在[^，。；]{1,12}(?:公示|公布|公开|张贴)|迁[至到往]|坐落|在[^，。]{1,16}(?:[各分]?设|建|举办|召开|举行|试行|试点|推开|推行|启用|投用)"
    ),
    Ask.DESTINATION: re.compile(
        r"(?:[寄报呈递邮]送|[寄上]报|报(?=[^，。；]{2,30}(?:备案|审[批核定]|批准))|报(?=[省市县区州]?[^，。；告名销道废表价酬考]{1,16}(?:[室局委办厅部]|政府))|提交|递交|送交|送达|交[至到由给]|[寄邮送报][至到给往]|反馈|汇总[至到]"
        rf"|移交|(?:报告|通报|告知)(?=[^，。；]{{1,16}}(?:指挥部|办公室|[局委厅站]|政府)))[^，。；]{{0,40}}(?:{_BODY}|备案|[省市县区]|@)|受理|向[^，。；]{{2,40}}[写作]出?(?:书面)?[^，。；]{{0,4}}(?:检查|检讨|说明|报告|汇报|答复)|[向到][^，。；]{{2,40}}(?:备案|审批|提供|申请|申报|报送|提出|提交|报告|汇报|通报|登记"
        r"|举报|投诉|反映|办理|申领|请假|请示|销假)|由[^，。；]{2,30}(?:接收|收取|审核|初审)"
    ),
    Ask.CONTACT: re.compile(
        r"联系人|电话|邮箱|@|\d{3,4}-\d{7,8}|\d{3,4}[- ]\d{3,4}[- ]\d{4}(?!\d)|1\d{10}|[Hh]otline|[Ee]-?mail|[Pp]hone"
    ),
    Ask.PENALTY: re.compile(
        r"罚款|处罚|惩|追究|责令|追[回缴责]|收回|没收|查封|扣押|销毁|取缔|清退|查处|警告|拘留|吊销|撤销|注销|约谈|通报|问责|处分|停业|暂停|中止|黑名单|[黄红]牌|一票否决|移送"
        r"|取消[^，。；]{0,12}(?:资格|荣誉|称号|待遇|补贴|奖励)|[列纳]入[^，。；]{0,12}名单|扣(?:减|分|除|发|回)|退[还回出]|整改"
        r"|负面评价|免[于予](?:处罚|追究|追责|问责|处分)|不(?:予|再)?追[究责]|容错|提醒函|督办函|督导"
        r"|(?:严肃|依法(?:依规)?|从[严重])(?:予以|进行)?处[理置]|年内不|不得(?:再次?|重新|继续)?(?:申请|申报|参加|享受|参评|评优)|不予(?:支持|受理|拨付|评优|兑现|通过|补助|奖励)"
        r"|(?<![a-z])(?:fine[sd]?|penalt(?:y|ies)|penali[sz]ed|ordered to|revoked|disqualified|blacklisted)(?![a-z])"
    ),
}
"""By what is asked: the words without one of which a sentence cannot answer, nor state a seldom-stated attribute."""
# Who asks for a fine or a punishment is not told by a talk or a repayment, as who asks for the consequences is.
_PUNISHED = re.compile(
    r"罚款|处罚|惩|追究|责令|没收|吊销|收回|追缴|撤销|查封|扣押|拘留|警告|取缔|记入信用|计入信用"
    r"|(?:取消|暂停|中止|停止)[^，。；]{0,12}(?:资格|资质|业务|权限|许可|营业|运营|受理)|停[业产](?!率)|责令关闭|关停|降低?[^，。；]{0,6}等级"
    r"|[列纳]入[^，。；]{0,12}名单|年内(?:不|禁)|不得(?:再次?)?(?:申请|申报)|[黄红]牌|失信|移送|记过|撤职|降级|处分"
    r"|(?<![a-z])(?:fine[sd]?|penalt(?:y|ies)|penali[sz]ed|ordered to|revoked|disqualified|blacklisted)(?![a-z])"
)
_ASKS_FINE = re.compile(
    r"罚(?:款|金)?(?:是|要|得)?(?:多少|几)|(?<![a-z])how (?:much|high|large)[^?]{0,40} fine", re.IGNORECASE
)
_FINED = re.compile(
    r"罚(?:款|金)?[^。；]{0,12}(?:元|倍|[%％])|(?:元|倍|[%％]|分之[一二三四五六七八九十])[^。；]{0,12}罚"
    r"|(?<![a-z])fine[ds]? [^.;]{0,16}\d"
)
_ASKS_PUNISHED = re.compile(r"罚|惩|(?<![a-z])(?:fine[sd]?|punish(?:ed|ment)?)(?![a-z])", re.IGNORECASE)
# Into how many levels or steps something is parted: 事故分几档, 要走几步; 分为四级, 流程分四步.
_ASKS_LEVELS = re.compile("(?:分|走)(?:成|为|了|出)?几个?(?:等级|等次|档次|[级档等步]|阶段|环节)")
_LEVELS = re.compile(
    r"[二两三四五六七八九十\d]\s*个?(?:等级|等次|档次|级(?!以)|[档步]|等(?!于)|阶段|环节)"
    "|(?:[Ⅰ一]级|一[档步]|第一[步档阶])[^。]*?(?:[Ⅱ二]级|二[档步]|第二[步档阶])"
)
_PAYS = re.compile(
    "财政|自筹|出资|列支|分担|负担|承担(?!单位|任务|职责)|支付|自理|[0-9一二三四五六七八九][:：∶][0-9一二三四五六七八九]"
)
# Where something is made public is told by what it is shown on: 通过信用信息公示系统公示.
_ASKS_WHERE_SHOWN = re.compile(
    r"(?:公[示布开]|发布|张贴|刊登)[^，。？?]{0,6}(?:哪|何处|什么地方)|(?:哪|何处|什么地方)[^，。？?]{0,6}(?:公[示布开]|发布|张贴|刊登)"
    r"|(?<![a-z])where (?:[a-z'’-]+ ){1,8}?"
    r"(?:publi(?:sh(?:ed)?|ci[sz]ed)|posted|displayed|announced|disclosed|made public)",
    re.IGNORECASE,
)
_SHOWN = re.compile(
    "(?:在|通过|于|向)[^，。；]{2,48}(?:公[示布开告]|发布|张贴|刊登|公之于众)|网站|公告栏|公示栏|公示系统|(?:信息|服务|共享)平台|报刊|媒体"
)
# How many times is told by a number of times: 每年安排480万元 tells none.
_ASKS_TIMES = re.compile(r"(?:多少|几)[次回趟轮]|(?<![a-z])how many times(?![a-z])", re.IGNORECASE)
_TIMES = re.compile(r"(?<![第\d])(?:\d+|[一二两三四五六])(?:[—–～~至-]\d+)?[次回趟轮]")


_CONTACTS = (
    (re.compile(r"邮箱|电邮|电子邮[件箱]|(?<![a-z])e-?mail", re.IGNORECASE), re.compile(r"[\w.+-]+@[\w-]+\.")),
    (
        re.compile(r"网址|网站|(?<![a-z])(?:web ?site|url)", re.IGNORECASE),
        re.compile(r"www\.|https?:|网址|网站|门户|平台"),
    ),
    (re.compile(r"传真|(?<![a-z])fax", re.IGNORECASE), re.compile(r"传真|(?<![A-Za-z])[Ff]ax")),
)
"""What a question for one way of reaching somebody asks for, and what tells it; one for another way tells it not."""


# In which parts several pay: 市里和县里怎么摊.
_ASKS_SHARED = re.compile("(?:怎么|如何|咋|什么比例)(?:个)?(?:来|去)?(?:分摊|分担|负担|摊)")
_SHARED = re.compile(
    r"分担|分摊|负担|按比例|各(?:自)?(?:承担|出|负责)|[\d一二三四五六七八九][:：∶比][\d一二三四五六七八九]"
)
# From how much on something is so: 满多少能退税.
_ASKS_FROM = re.compile("(?:满|够)了?(?:多少|几)[\u4e00-\u9fff]{0,3}(?:才|就|能|可以?|算|要|得|必须)")
_FROM = re.compile(
    r"(?:满|够|不(?:低|少)于|[起征退]点[^，。；]{0,6})\s*[\d一二两三四五六七八九十百千万]"
    r"|[\d一二两三四五六七八九十百千万][^，。；\d]{0,6}(?:以上|起(?![草步动诉飞源])|门槛)"
    r"|\t\s*\d"  # what a cell says from, its column tells
)


def needed(ask: Ask, question: str) -> re.Pattern[str]:
    """What a sentence must hold to tell what `question` asks for by an `ask` of NEEDS."""
    if ask is Ask.DEADLINE:
        return _when(question)
    if ask in (Ask.LEAD, Ask.RESPONSIBLE) and _ASKS_DUTY.search(question):
        return _ANSWERABLE
    if ask is Ask.PERSON and asks_composition(question):
        return _COMPOSED
    if ask is Ask.QUANTITY and _ASKS_FROM.search(question):
        return _FROM
    if ask is Ask.COUNT and _ASKS_LEVELS.search(question):
        return _LEVELS
    if ask is Ask.PENALTY and _ASKS_FINE.search(question):
        return _FINED
    if ask is Ask.PENALTY and _ASKS_PUNISHED.search(question):
        return _PUNISHED
    if ask is Ask.RESPONSIBLE and _ASKS_SHARED.search(question):
        return _SHARED
    if ask is Ask.RESPONSIBLE and asks_who_pays(question):
        return _PAYS
    if ask is Ask.PLACE and asks_where_shown(question):
        return _SHOWN
    if ask is Ask.FREQUENCY and _ASKS_TIMES.search(question):
        return _TIMES
    if ask is Ask.CONTACT:
        return next((told for asked, told in _CONTACTS if asked.search(question)), NEEDS[ask])
    return NEEDS[ask]


@lru_cache(maxsize=256)
def asks_composition(text: str) -> bool:
    """Whether a question asks of whom a body consists: 委员会由哪些人组成, 常务会议的组成人员有谁."""
    return bool(_ASKS_COMPOSITION.search(text))


def asks_where_shown(question: str) -> bool:
    """Whether a question asks where something is made public."""
    return bool(_ASKS_WHERE_SHOWN.search(question))


def tells_composition(text: str) -> bool:
    """Whether a text tells by name or kind of whom a body consists."""
    return bool(_MADE_OF.search(text))


def tells_when(question: str, text: str) -> bool:
    """Whether a text can tell when: the day where a question asks for one; else also a time that runs from a day."""
    return bool(_when(question).search(text))


def tells_deadline(question: str, deadline: Deadline) -> bool:
    """Whether a deadline as printed can tell when: 长期坚持 tells everybody but those who count days or hours."""
    if asks_lasting(question):
        return bool(LASTING.search(deadline.text))  # the day by which its task is due is none on which a thing may stay
    if _ASKS_HANDLED.search(question):
        return bool(_AFTER_SOME_TIME.search(deadline.text))  # when the task is done is not how long one waits
    counted = _ASKS_WITHOUT.search(question) or _ASKS_UNITS.search(question) or _ASKS_HOW_LONG.search(question)
    return tells_when(question, deadline.text) or (deadline.kind == "open" and not counted)


def counts_time(question: str) -> bool:
    """Whether a question counts the days or hours that something takes: 几个工作日办完, how many working days."""
    return bool(_ASKS_UNITS.search(question) or _COUNTS_DAYS.search(question))


def _when(question: str) -> re.Pattern[str]:
    if _ASKS_WITHOUT.search(question):
        return _LASTING
    if asks_lasting(question):
        return LASTING
    if _ASKS_POINT.search(question):
        return _YEAR if _ASKS_YEAR.search(question) else _POINT_IN_TIME
    if _ASKS_UNITS.search(question):
        within = _DONE_WITHIN.search(question)
        return _units_of(within["does"]) if within else _UNITS
    return _WHEN_OR_HOW_LONG if _ASKS_HOW_LONG.search(question) else _WHEN


_NUMBER_OF = re.compile(r"\d(?!亿|万|元)([\u4e00-\u9fff])(?![\u4e00-\u9fff]{0,4}元)")


@lru_cache(maxsize=256)
def _units_of(does: str) -> re.Pattern[str]:
    """What tells in how many days something is done: a number of them, or that it is done at once; what else is done at
    once (立即检查 for 几天内公示) tells nothing."""
    return re.compile(
        f"{_NUMBERED_UNITS}|(?:{_AT_ONCE})[^，。；]{{0,16}}?[{does}]|[{does}][^，。；]{{0,8}}?(?:{_AT_ONCE})"
    )


def untold(question: Question, texts: list[str]) -> tuple[Ask, ...]:
    """Of several values that were asked for, those that none of the chosen sentences can hold."""
    wanted = [ask for ask in NEEDS if ask in question.asks]
    missing = tuple(
        ask
        for ask in wanted
        if not any(needed(ask, question.text).search(without_references(text)) for text in texts)
        and not (ask is Ask.PLACE and any(tells_place(text, question.text, "") for text in texts))
    )
    if missing == (Ask.COUNT,) and any(_of_grades(text) for text in texts):
        return ()  # 多少家，分几档: 100亿元以上2家、50亿元以上5家
    return missing if len(missing) < len(wanted) else ()


def _of_grades(text: str) -> bool:
    """Whether a sentence gives one number after the other of the same things."""
    things = [match[1] for match in _NUMBER_OF.finditer(without_references(text))]
    return any(this == other for this, other in pairwise(things))


def asks_day(text: str) -> bool:
    """Whether a question asks for a day, a month or a year rather than for some time."""
    return bool(_ASKS_POINT.search(text))


def asks_year(text: str) -> bool:
    """Whether a question asks for the year of something."""
    return bool(_ASKS_YEAR.search(text))
