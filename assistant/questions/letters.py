"""A question that came in a letter: what was quoted, the header, the salutation and the signature go.

Who wrote to whom and when stands in lines of its own. Which paragraphs ask is told by `statements`.
"""

from __future__ import annotations

import re

from assistant.questions.as_typed import ASKS
from assistant.questions.statements import asking_among

LONGEST_SALUTATION = 40
"""Characters of a line that addresses somebody."""
LONGEST_SIGNATURE = 60
"""Characters of a line of a signature: a name, a post, an office, a number, a date."""
_PARAGRAPH = re.compile(r"\n\s*\n|(?<=[。！!？?；;.])\n")
_QUOTED = re.compile(r"\s*(?:[>＞|]|On .{6,80} wrote:|-{2,}\s*(?:Original|Forwarded|原始|转发))", re.IGNORECASE)
_HEADER = re.compile(
    r"\s*(?:发件人|收件人|寄件人|抄送|密送|主题|标题|发送时间|日期|from|to|cc|bcc|subject|date|sent|re|fwd?)\s*[:：]",
    re.IGNORECASE,
)
_SALUTATION = re.compile(
    r"\s*(?:(?:dear|hi|hello|hey|good (?:morning|afternoon|evening|day)|to whom)(?![a-z])[^?？]*[,:!，：！.]?"
    r"|[^。？?！!，,]{0,12}[，,：:]?(?:[你您]们?|大家|各位|上午|下午|早上|晚上)好[，。！!：:,~～]*|尊敬的[^。？?，,]*[：:，,!！]"
    r"|[\u4e00-\u9fff]{1,10}(?:局长|主任|科长|处长|部长|厅长|书记|市长|县长|老师|同志|经理|先生|女士|总)[：:，,])\s*",
    re.IGNORECASE,
)
# What a letter ends with: all after it is a signature.
_VALEDICTION = re.compile(
    r"\W*(?:此致|敬礼|顺颂|祝(?:好|您|你|工作|商祺)|谨上|敬上|盼复|候复|望复|多?谢谢?|感谢|辛苦了?|拜托"
    r"|(?:(?:with )?(?:best|kind|warm)(?:est)? (?:regards|wishes)|regards|best|yours|sincerely|faithfully|respectfully"
    r"|cheers"
    r"|(?:many )?thanks?|thank you|looking forward|(?:i|we) look forward)(?![a-z]))",
    re.IGNORECASE,
)
# Lines that are never more than how to reach the one who writes, or when it was written.
_SENDER = re.compile(
    r"\s*(?:-{2,}|_{2,}|(?:联系)?(?:电话|手机|传真|邮箱|微信|tel|phone|mobile|fax|e-?mail)\s*[:：.]?\s*[\w+@.()（）\s-]+"
    r"|\+?[\d\s()（）-]{7,}|\S+@\S+|(?:\d{4}[年./-]\s*\d{1,2}[月./-]\s*\d{1,2}日?)|sent from .*|发自我的.*)\s*",
    re.IGNORECASE,
)


def without_letter(text: str) -> str:
    """A letter without what tells who wrote it to whom, and without the paragraphs that ask nothing where the others
    stand by themselves; a text of one line, and one of which nothing else would be left, as it is."""
    written = [line.strip() for line in text.split("\n")]
    lines = [line for line in written if not (_QUOTED.match(line) or _HEADER.match(line) or _SENDER.fullmatch(line))]
    while sum(map(bool, lines)) > 1 and (not lines[0] or _addresses(lines[0])):
        del lines[0]
    asking = max((at for at, line in enumerate(lines) if ASKS.search(line)), default=0)
    closing = next((at for at in range(asking + 1, len(lines)) if _VALEDICTION.match(lines[at])), len(lines))
    if all(len(line) <= LONGEST_SIGNATURE for line in lines[closing:]):
        del lines[closing:]
    paragraphs = [one for one in _PARAGRAPH.split("\n".join(lines).strip()) if one.strip()]
    return "\n".join(asking_among(paragraphs)) if paragraphs and len(written) > 1 else text


def _addresses(line: str) -> bool:
    return len(line) <= LONGEST_SALUTATION and _SALUTATION.fullmatch(line) is not None
