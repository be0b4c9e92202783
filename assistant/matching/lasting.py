"""How long something lasts or stays, which no day by which something is due tells: 数据留多久, 单次停靠多长时间."""

from __future__ import annotations

import re
from functools import lru_cache

# What lasts: things are kept, stored, parked, borrowed, shown; people stay; a measure holds, a ban lasts.
_LASTS = (
    "保[留存管质修鲜]|留[存置]?|存[放储留管]?|储[存备藏]|寄[存放]|暂[存停扣住]|停[留靠放泊]?|逗留|滞留|待|呆|住|居[住留]|借[用阅]?|租[用赁]?"
    "|展[出示览期]?"
    "|公[示告]|张贴|挂(?!牌|钩)|持续|维持|延续|有效|生效|管用?|享受|试[点行用]|试运[行营]|观察|监测|跟踪|坚持|连续|隔离|冻结|查扣"
    "|扣押|查封|关停|封[闭控存]?|禁[入止用渔]?|暂停|停[业产用办]|限[制行]|过渡|宽限|缓冲|培训|学|实习|见习|轮训|任|担任|聘[用任]?|质保|存续|追溯|休|放假"
)
_NOUNS = (
    "保[存管留修质鲜]|存[放储续]|储[存备]|留存|停[留靠放]|逗留|居留|质保|公[示告]|试[点用行]|试运[行营]|过渡|宽限|缓冲|观察"
    "|展[示览]?|租[赁]?|贷款|还款|借[款用]"
    "|合同|协议|服务|任|聘[用任]?|培训|实习|见习|禁[渔入]|封闭|隔离|冻结|惩戒|限制|补贴|优惠|免[税租息费]|减免|冷静|追溯|存续|运营|特许经营|建设补助"
)
_LONG = (
    "(?:多久|多长(?:的)?(?:时间|一段时间|日子)?"
    "|(?:几|多少)(?:个月|个?(?:工作日|自然日|小时|钟头|分钟|[天日年周秒夜](?![气然])|星期|季度|学期|学年)))"
)
_BETWEEN = (
    "(?:[一每单]?[次回]|[在到][^，。；？?]{1,8}|了|着|上|得|要|够|满|能|该|应当?|须|必须|需要?|可以?|允许|不能|不得|不可以?|不准"
    "|最[多长短少]|至[多少]|起码|顶多|超过|少于|低于|多于|是|为|有|的?时间|的?期限){0,5}"
)
# 多久能批, 几天内, 多久一次, 多久没更新 ask for something else.
_NO_LENGTH = "(?!之?内|以内|之?前|以[前后]|之?后|[才就能会]|可以|没|不|未|[\u4e00-\u9fff]{0,5}一[次回趟届轮遍])"
_ASKS = re.compile(
    f"(?:(?:{_LASTS}){_BETWEEN}|(?:{_NOUNS})(?:期限?|时[间长限]|年限|天数){_BETWEEN}){_LONG}{_NO_LENGTH}"
    r"|(?<![a-z])how long (?:can|may|must|should|shall|do|does|will|are|is) [^?]{2,60}(?<![a-z])"
    r"(?:be kept|kept|keep|stay|stored?|remain|parked?|retained?|valid|displayed|exhibited|borrowed|last|work"
    r"|drive|operate|continue|rest|suspended|barred|banned|excluded"
    r"|frozen|detained|publici[sz]ed|posted|shown|insured|covered|exempt(?:ed)?|waived|locked|reserved)(?![a-z])",
    re.IGNORECASE,
)
_NUMBER = r"(?<![\d第月每])(?<!每隔)(?!(?:19|20)\d\d年)(?:\d{1,4}|[一二两三四五六七八九十]+)"
# A length is no time within which something is due (在30分钟内公布); 三年内不得申报 is one.
_WITHIN = "(?!(?:之?内|以内|之?前)(?!不|免|有效|可|每|禁|享|给予|减))"
LASTING = re.compile(
    rf"{_NUMBER}(?:多|余)?(?:个月|个?(?:工作日|自然日|小时|钟头|星期|季度|学期|学年)|天|日(?!报)|周(?![年边])|年(?![级代度底末初])|分钟|秒|夜){_WITHIN}"
    r"|半个?[天年月]|永久|终身|长期|全年|当[天日次]有效"
    r"|(?:自|从|由)[^。；]{2,30}?(?:至|到|[-—–])[^，。；]{0,8}?\d+[年月日]|期限?[^。；，\d]{0,8}(?:至|到|止)"
    r"|有效[^。；，\d]{0,4}(?:至|到)|\d+[年月日][^，。；]{0,6}止(?!损)"
)
"""What tells how long something lasts: a length of time, or the days between which it does."""
# What lasts in which way is told by verbs of the same kind: what is kept by 保存, what is shown to all by 公示.
_WAYS = (
    ("保[留存管]|留[存置]?|存[放储管]?|储[存备藏]|寄存", "保[存管留]|留存|存[放储]|储[存备]|归档|留"),
    ("公[示告]|张贴|挂", "公[示告布开]|张贴"),
    ("有效|生效|管用", "有效|效力|期限"),
    ("停[留靠放泊]?|逗留|滞留|待|呆", "停|逗留|滞留|留|泊|免签|签证|居|住|延[长期]"),
)
_TOLD_BY = tuple(
    (re.compile(f"(?:{asked})(?:期限?|时[间长限]|年限|天数)?{_BETWEEN}{_LONG}{_NO_LENGTH}"), re.compile(told))
    for asked, told in _WAYS
)


@lru_cache(maxsize=256)
def lasting_told_by(question: str) -> re.Pattern[str] | None:
    """What a sentence should say to tell how long a thing is kept, shown, valid or may stay; None where a question asks
    nothing of the kind."""
    return next((told for asked, told in _TOLD_BY if asked.search(question)), None)


@lru_cache(maxsize=256)
def asks_lasting(question: str) -> bool:
    """Whether a question asks how long something lasts or stays rather than by when it is done."""
    return bool(_ASKS.search(question))
