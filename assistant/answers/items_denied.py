"""Of the items of a list those that say of themselves what a question asks for (哪些建议没采纳: …的建议，暂不采纳)."""

from __future__ import annotations

import re
from dataclasses import replace

from assistant.answers.outline_answers import Enumeration

_VERB = "(?P<verb>采纳|落实|办结|通过|批准|整改|完成|开工|竣工|达标|兑现|受理|支持|同意|列入|纳入|调整|实施|启用|交付)"
_DENIED = re.compile(f"(?:没有?|未|不|尚未|没能|未能)(?:被|获得?|予以?|能|给)*{_VERB}")
_NOT = "(?:不|未|没有?|暂不|暂未|尚未|难以|无法)(?:予以?|能|获|被|再)*"


def denied_items(text: str, told: Enumeration) -> Enumeration:
    """The items that deny what a question denies, where some do and others do not; else all of them."""
    asked = _DENIED.search(text)
    if asked is None:
        return told
    says = re.compile(_NOT + re.escape(asked["verb"]))
    kept = tuple(item for item in told.items if says.search(item.text))
    if not 0 < len(kept) < len(told.items):
        return told
    label = told.label or (told.section.path[-1] if told.section.path else "")
    return replace(told, items=kept, label=f"{label.rstrip('：: 。')}：{asked.group()}", label_span=told.label_span)
