"""Which kind of body a question asks for: 哪家公司 is answered by a company, 哪个街道 by no bureau."""

from __future__ import annotations

import re
from functools import lru_cache

# What the question calls it, in Chinese and in English, and how the names of such bodies are written.
_KINDS = (
    ("航空公司|航司", "(?:cargo )?airlines?|air carriers?", "航空|航司"),
    ("(?:[\u4e00-\u9fff]{0,2}(?:保险公司|险企)|承保机构)", "insurers?|insurance compan(?:y|ies)", "保险|[财寿]险|人保"),
    ("律所|律师事务所", "law firms?|lawyers?", "律师|律所"),
    ("(?:会计师|评估|造价)?事务所", "(?:accounting|audit) firms?", "事务所"),
    (
        "厂家?|工厂|厂商|供应商|供货商|制造商|承包商|开发商|运营商",
        "(?:[a-z]+ )?(?:manufacturers?|suppliers?|contractors?|developers?|operators?|vendors?|factor(?:y|ies))",
        "公司|集团|企业|[厂行社]|中心",
    ),
    ("宾馆|酒店|饭店|旅馆|招待所", "hotels?", "宾馆|酒店|饭店|旅馆|民宿|招待所"),
    ("报社|报纸|媒体|电视台|电台", "newspapers?|media|broadcasters?", "报|媒体|台|网|社"),
    ("机场", "airports?", "机场"),
    ("港口|码头", "ports?|harbou?rs?|terminals?", "港|码头|口岸"),
    ("公司|企业|集团", "compan(?:y|ies)|enterprises?|firms?", "公司|集团|企业|银行|[厂行社]"),
    ("银行", "banks?", "银行|农信|信用社"),
    ("大学|高校|学校|学院|院校", "universit(?:y|ies)|colleges?|schools?", "大学|学院|学校|高校|[中小]学"),
    ("医院", "hospitals?", "医院|卫生院"),
    ("街道", "sub-?districts?", "街道"),
    ("镇|乡镇|乡(?!村)", "towns?(?:hips?)?", "[镇乡]"),
    ("协会|商会|学会", "associations?|chambers? of commerce", "协会|商会|学会|联合会"),
    ("研究院|研究所|研究机构", "research institutes?", "研究|科学院"),
    # Who is merely said to be a third party is not named.
    (
        " ?(?:独立)?(?:的)?(?:第三方|third[- ]party) ?"
        "(?:(?:专业|评估|评审|检测|服务|咨询|审计)?(?:机构|单位|公司|组织|平台))?"
        "|(?:中介|评估|评审|检测|审计|咨询|鉴定|认证|代理)机构",
        "(?:independent )?third[- ]part(?:y|ies)",
        "公司|集团|[事律][务师]所|研究[院所]|设计院|协会|学会|商会|大学|学院|(?:检测|评估|评审|鉴定|认证|咨询)中心",
    ),
    ("厅", "", "厅"),
)
_ASKED = tuple(
    (
        re.compile(
            rf"哪(?:个|家|几家|几个|些|所|一家|一个)?(?:{chinese})(?![\u4e00-\u9fff]{{0,2}}?(?:里|内|方面|中))"
            + (rf"|(?<![a-z])(?:which|what) (?:{english})(?![a-z])" if english else ""),
            re.IGNORECASE,
        ),
        re.compile(written),
    )
    for chinese, english, written in _KINDS
)


# A post of one group is none of another: who heads the 领导小组 does not head a 专班.
_GROUP = re.compile(
    r"(?P<group>专班|指挥部|委员会|联席会议|领导小组办公室|(?:领导|协调|工作|推进|专家|评审|督导|督查|检查)(?:小)?组"
    r")(?:的|里|中|内)?(?:谁|由谁|哪位)?[任当是做]?(?:常务)?[副第一]*(?:[组班]长|主任|召集人|总?指挥长?|主席|负责人|成员)"
)


@lru_cache(maxsize=256)
def group_asked(text: str) -> str:
    """The kind of group whose post a question asks for (资金自由专班的组长: 专班); "" where it names none."""
    found = _GROUP.search(text)
    return found["group"] if found else ""


@lru_cache(maxsize=256)
def body_asked(text: str) -> re.Pattern[str] | None:
    """How the bodies are written of which a question asks for one (哪家公司); None where any will do (哪个单位)."""
    return next((written for asked, written in _ASKED if asked.search(text)), None)
