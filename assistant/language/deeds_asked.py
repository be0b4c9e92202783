"""Who does a certain thing (由谁认定, 哪家公司运营, who certifies): the clause that names somebody has to say that
he does this very thing, or what offices call the same. Who leads, is in charge or takes part are no deeds of their
own and are asked for elsewhere."""

from __future__ import annotations

import re
from functools import lru_cache

# What a question calls a deed in Chinese, how papers may write it, and what English has for it.
_DEEDS = (
    (
        "[运经营][营运]|特许",
        "运[营作]|经营|营运|特许|[运管]维|管护|负责管理|托管|承办|设立|开设",
        "runs?|operates?|operated",
    ),
    (
        "认定|认证|[核确审]定|认可|授予|命名",
        "认定|[评审核确]定|认证|确认|核准|认可|授予|[评遴][选审]|命名|审[核批]",
        "certif(?:y|ies|ied)|accredits?|recogni[sz]es?|designates?",
    ),
    (
        "审[批核议查]|批准|[核获]准|许可|把关|批复",
        "审[批核定议查验]|批[准复]|核[准发定实]|许可|备案|报批|同意|把关|初审|复核|联审|评审",
        "approves?|approved|authori[sz]es?",
    ),
    (
        "评[审选估定议价分]|打分|鉴定|遴选",
        "评[审选估定议价分]|考[核评]|审[核查定]|遴选|打分|鉴定|测评",
        "reviews?|assess(?:es)?|evaluates?",
    ),
    ("考[核评]", "考[核评]|评[估价定议分审]|测评|打分|绩效", "appraises?"),
    ("验收", "验收|[核查复]验|竣工|复核", ""),
    (
        "监[督管测]",
        "监[督管测察]|督[查促办导察]|检查|巡查|公证|执法|管理|主管|归口",
        "supervis(?:es?|ed)|monitors?|oversees?",
    ),
    (
        "检[查测验修疫]|抽[查检]|[巡核督排]查|巡检|化验|查验",
        "检[查测验修疫]|抽[查检]|[巡核督排]查|巡检|监[督测管]|化验|鉴定|查验|执法",
        "inspects?|tests?",
    ),
    (
        "发放|拨[付款]|[下划]拨|下达|兑[付现]",
        "发放|拨[付款]|[下预划]拨|下达|[兑支]付|兑现|发给|直达|核发|返还|安排|补[贴助]|奖励|资助",
        "pays? out|disburses?|allocates?",
    ),
    ("[颁核制签]发|发证|出具", "[颁核制签]发|发[放给证]|授予|出具", ""),
    (
        "处[理置罚分]|[查惩]处|处以|罚款",
        "处[理置罚分以]|办理|[查惩]处|[调解]决|没收|罚|责令|吊销|移送|追究",
        "punish(?:es)?|penali[sz]es?",
    ),
    (
        "[编起草拟][制写草订定]",
        "制[定订]|编[制写]|起草|拟[定订]|草拟|修[订改]|出台|研究|印发|提出|牵头",
        "drafts?|draws? up",
    ),
    (
        "承建|施工|代建|修建|兴建|建造|搭建",
        "承建|施工|[代修兴新改]建|建设|建造|搭建|打造|实施|投资",
        "builds?|built|constructs?",
    ),
    (
        "维[护修保]|养护|管护|运维|保养|检修|抢修",
        "[维养管看]护|维[修保]|运[维营行]|保养|[检抢]修|管理|负责",
        "maintains?|repairs?",
    ),
    (
        "管理|托管|打理",
        "管理|监管|主管|归口|运[营维作]|[管看养维]护|经营|负责|托管|承担|日常|牵头|统筹",
        "manages?|administers?",
    ),
    ("培训|授课|讲课", "培训|授课|[讲教]授|师资|教学|训练|培养|辅导|讲解", "trains?|teaches"),
    ("采购|招标", "采购|招标|购[买置]|竞价|磋商|竞标|遴选|比选", "purchases?|procures?|tenders?"),
    ("登记|注册", "登记|注册|备案|办理|核准|受理", ""),
    ("推[荐选举]|提名", "推[荐选举]|提名|申报|报送|遴选|提出", "nominates?|recommends?"),
    ("任[命免]|聘[任请用]|选[举聘派]", "任[命免]|聘[任请用]|选[举聘派]|推[选举]|产生|委派|提名", "appoints?|elects?"),
    ("通知|告知|通报", "通[知报]|告知|函告|短信|送达|提醒", "notif(?:y|ies)|informs?"),
    ("统计|汇总|核算", "统计|汇[总集]|填[报写]|核算|测算|普查|负责", "compiles?"),
    ("调查|勘查|侦[查办]", "[调核普侦勘]查|调研|查明|侦办", "investigates?"),
    ("研[发制]|开发", "研[发制究]|开发|攻关|承建|搭建|建设|自主", "develops?|developed"),
    ("救[治援]|[收诊医治]治|治疗|接诊", "救[治援助护]|[收诊医治]治|治疗|[诊医]疗|接诊|抢救", "treats?"),
    ("运[输送]|[配接转]送|转运|清运|收运", "运[输送]|[配接转]送|转运|承运|收运|清运|送", "transports?"),
    ("保管|存[放储管]|储[存备]", "保[管存]|存[放储管]|储[存备]|看管|收储|管理", "stores?"),
    ("收[取费缴]|征[收缴]", "收[集取费缴]|[征代]收|征[收缴]|催缴|计征", "collects?|levies"),
    ("清[扫理洁运除]|打[扫捞]|保洁", "[清打捞]扫|清[理运扫除洁]|保洁|打捞|打扫|收运", "cleans?"),
    ("担保|承保", "担保|承保|保险|增信|共保", "insures?|underwrites?|guarantees?"),
    ("赔[偿付]|理赔", "赔[偿付]|补偿|理赔|承担|先行", "compensates?"),
    ("命题|出题|阅卷", "命题|出题|组题|试题|阅卷", ""),
    ("解释", "解释", "interprets?"),
    ("审计", "审计", "audits?"),
    ("回购", "回[收购]|收购", "buys? back"),
)
_WHO = (
    "(?:谁|哪(?:一|几)?(?:个|家|些|所|级|类|位)?(?:[\u4e00-\u9fff]{0,4}?(?:单位|机构|部门|公司|企业|厂家|银行|事务所|政府|中心|主体|机关|组织|团队"
    "|[局委办院厂方])|(?=[\u4e00-\u9fff]))|什么(?:单位|机构|部门|公司|企业))"
)
_LEADING = (
    "(?:来|去|在|给|具体|负责|统一|牵头|组织|最终|最后|直接|共同|联合|专门|实际|日常|进行|出面|承担|主持|开展|统筹|委托|代为|依法"
    "|(?:的)?(?:专家|现场|绩效|全程|统一|定期))"
)
_ASKED_IN_CHINESE = tuple(
    (re.compile(rf"(?:由|是|归|请|经)?{_WHO}{_LEADING}*(?:{asked})(?!费|者|人)"), told) for asked, told, _ in _DEEDS
)
_ASKED_IN_ENGLISH = (
    r"(?<![a-z])(?:who|which (?:[a-z-]+ ){0,3}?(?:compan(?:y|ies)|firms?|bod(?:y|ies)|agenc(?:y|ies)|departments?"
    r"|units?|offices?|bureaus?|authorit(?:y|ies)|institutions?|organi[sz]ations?|operators?))"
    r"(?: (?:will|should|must|would|can|shall|has to|is to|is responsible for|officially|actually|currently))* "
)
_BY_ENGLISH = tuple(
    (re.compile(rf"{_ASKED_IN_ENGLISH}(?:{english})(?![a-z])", re.IGNORECASE), told)
    for _, told, english in _DEEDS
    if english
)
_ASKING = re.compile(r"谁|哪|什么|多少|几|何|(?<![a-z])(?:who|whom|which|what|how|when|where)(?![a-z])", re.IGNORECASE)
# Somebody who does it.
_SOMEBODY = (
    "办公[室厅]|银行|公司|集团|研究[院所]|[局委厅署办院](?![分长队件位托派])|(?<![全内东西南北中下上外])部(?![署分位件长])|部门|政府|机构|单位|机关"
    "|中心|协会|商会|学会|联合会|主体|企业|小组|专班|学校|海关|法院|税务|工会|[联支总大]队|大学|学院|指挥部|[双各甲乙]方|第三方|乡镇|街道|社区"
    "|村委|主任|书记|[局厅省市县区镇乡校院站所]长|人员|专家|申请人|负责人|本人|专人|公证处|管理处|办事处|业主|财政|公安|卫健|教育|文旅|交警"
)
# What bears the name of a deed and is none: 公交企业运营成本.
_NO_DEED = "成本|费|机构|企业|公司|单位|主体|模式|环境|情况|能力|收入|状况|人员|补[贴助]|资质|周期|效率|里程|年限|期"


@lru_cache(maxsize=256)
def deed_asked(question: str) -> str:
    """How the deed may be written whose doer a question asks for; "" where it asks for none, or for more than that."""
    if len(_ASKING.findall(question)) != 1:
        return ""  # 谁审核，谁拨款 is told by two clauses
    return next((told for asked, told in (*_ASKED_IN_CHINESE, *_BY_ENGLISH) if asked.search(question)), "")


# Firms in general are none that is asked for: 支持企业自主研发 for 由哪家公司研发.
_FIRM = re.compile("公司|集团|银行|支行|事务所|研究[院所]|设计院|大学|中心|(?<!工)厂|社(?![会区保])")
_TITLE = re.compile("《[^《》]*》")


def names_firm(text: str, body: re.Pattern[str]) -> bool:
    """Whether a text has a firm with a name where this kind of body is a firm; of a row its columns tell."""
    return "\t" in text or "企业" not in body.pattern or bool(_FIRM.search(text))


def speaks_of_deed(task: str, deed: str) -> bool:
    """Whether the words of a task speak of a deed; the title of a paper (药品管理法) does not."""
    return bool(re.search(deed, _TITLE.sub("", task)))


@lru_cache(maxsize=8192)
def tells_doer(text: str, deed: str) -> bool:
    """Whether a text names somebody with what he does, written as `deed`; of what a row says its columns tell."""
    return "\t" in text or bool(_told(deed).search(text))


@lru_cache(maxsize=256)
def _told(deed: str) -> re.Pattern[str]:
    does = rf"(?:{deed})(?!{_NO_DEED})"
    return re.compile(
        rf"(?:[由向经报交归]|委托)[^，。；]{{1,60}}?{does}"
        rf"|(?:{_SOMEBODY})[^，。；：]{{0,40}}?{does}"
        # One who is named first does what follows.
        rf"|^[^。；：]{{0,24}}?(?:{_SOMEBODY})[^。；]{{0,80}}?，[^，。；由]{{0,30}}?{does}"
        rf"|(?:{deed})[^，。；]{{0,8}}?(?:单位|主体|方|机构|部门|人|机关|企业|公司|中心)(?=[为是：:由归，。；）]|$)"
        rf"|(?:{deed})[^，。；]{{0,16}}?(?:由|归|委托)[^，。；]"
        rf"|(?:{deed})[^。；]*[（(](?:责任|牵头|承办)"
    )
