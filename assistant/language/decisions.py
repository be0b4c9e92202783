"""What became of a request: questions for it (批了没有, 最后怎么定的), and sentences that say it (同意, 暂不列入)."""

from __future__ import annotations

import re
from functools import lru_cache

_ASKS = re.compile(
    r"(?:批准|批复|同意|获批|通过|答应|批下来|点头|准许|批|准)了?(?:没有?|吗|没|不|与否)(?=$|[，。？?\s])|(?:怎么|如何|咋)(?:答复|回复|批复|批示|决定|议定|拍板|表态|定)"
    r"|(?:上面|上头|上级|国务院|国家|会上|会议|领导)(?:最后|到底|已经?)?(?:同意|批准|答应|通过)"
    r"|(?<![a-z])(?:approved?|agreed?|decided?|resolved?|endorsed?|adopted|turned down|rejected|refused)(?![a-z])",
    re.IGNORECASE,
)
_STATES = re.compile(
    r"(?<![经报需请若如])(?:原则|一致|研究)?(?:不|未)?(?:同意|批准|批复|通过)(?![后的])|暂不|不予|不宜|予以(?:采纳|支持|批准)|(?:部分|暂不|不)?采纳|驳回|否决"
    r"|会议(?:议定|决定|明确|确定)|(?:条件|时机)[^，。；]{0,8}成熟|不具备|已列入|将(?:予以|给予|继续)"
)


@lru_cache(maxsize=256)
def asks_decision(question: str) -> bool:
    """Whether a question asks what became of a request or how a matter was settled."""
    return bool(_ASKS.search(question))


def states_decision(text: str) -> bool:
    """Whether a sentence says that something was granted, refused or settled."""
    return bool(_STATES.search(text))
