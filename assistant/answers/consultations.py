"""Until when a draft is open to comments, and where they go: both stand in the announcement that asks for them.

The announcement names the days and then the ways, one under the other (1.电子邮件：…; 2.信函：…); what the draft says
of opinions and of days is about something else.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from itertools import takewhile

from assistant.answers.reading import quoted
from assistant.language.sentences import Sentence, sentences_of
from assistant.matching.relevance import Candidate, Relevance
from assistant.questions.asking import Ask
from assistant.questions.question import Question
from assistant.wording.findings import Draft
from index.library import Library

NEAREST = 3
"""The announcement is among so many of the documents that search proposes."""
MOST_LINES = 8
"""So many lines after the sentence that asks for comments may say how to send them."""

_COMMENTS = (
    r"意见(?!稿的)|(?<![a-z])(?:consultations?|comments?|feedback)(?![a-z])"  # 意见 is also the name of a kind of paper
)
_UNTIL_OR_WHERE = (
    r"截[止至]|(?:什么时候|哪天|几号|何时)(?:为止|结束)|到(?:什么时候|哪天|几号|何时)|(?:往|寄|发|送|交|反馈|提交|投)(?:到|给|去)?(?:哪|什么地方)"
    r"|(?:怎么|如何|怎样|咋|哪里|哪儿|通过什么)[^，。；？?]{0,6}(?:提|反馈|寄|发|送|交|反映)|(?:反馈|提交|寄送?|提意见)的?(?:方式|渠道|途径|地址|邮箱)"
    r"|(?<![a-z])(?:ends?|clos(?:e|es|ing)|deadline|until when|how (?:can|do|could|may|to)|where"
    r"|submit|send|by when)(?![a-z])"
)
_ASKS = re.compile(
    rf"(?:{_COMMENTS})[^。]{{0,60}}?(?:{_UNTIL_OR_WHERE})|(?:{_UNTIL_OR_WHERE})[^。]{{0,24}}?(?:{_COMMENTS})",
    re.IGNORECASE,
)
_INVITES = re.compile(
    r"(?=[^。；]*(?:\d+[月日]|\d+个?(?:工作)?[日天]))"
    r"[^。；]{0,120}(?:反馈(?!情况)|提出(?:宝贵)?(?:修改)?意见|意见(?:建议)?[^，。；]{0,12}(?:发送|寄|反馈|报送|提交|发至)|征[求集]意见[^，。；]{0,8}(?:截[止至]|时间|期限))"
)
_OPEN_TO_ALL = re.compile("征[求集][^，。；]{0,12}意见|公开征[求集]|意见征[求集]")
# What is said of every draft tells none.
_OF_ANY = frozenset(
    {"意见", "征求意见", "征求", "建议", "反馈", "截止", "截至", "寄", "往", "提", "公开"}
    | {"consultation", "consultations", "comment", "comments", "feedback", "end", "close", "deadline", "submit", "send"}
)
_WAY = re.compile(
    "邮件|邮箱|信函|邮寄|来信|寄[至往送]|网站|网址|登录|传真|电话|地址|邮编|邮政编码|留言|专栏|公众号|@|逾期|截止|联系人|注明"
)


def answer_consultation(
    question: Question, proposed: Callable[[], Sequence[str]], library: Library, relevance: Callable[[], Relevance]
) -> Draft | None:
    """Until when comments on a draft may be sent and how, in the words of the announcement; None where a question asks
    for neither, or no document near it asks for comments. `proposed` gives the documents that search proposes."""
    if not question.asks <= {Ask.DEADLINE, Ask.PLACE, Ask.DESTINATION, Ask.CONTENT, Ask.CONTACT, Ask.LIST}:
        return None
    if not _ASKS.search(question.text[question.opening :]):
        return None
    for name in sorted(question.document_ids) or _titled_most(proposed()[:NEAREST], library, relevance()):
        text = library.document(name).text
        if not _OPEN_TO_ALL.search(text):
            continue
        said = list(sentences_of(library.passages(name), text))
        invited = next((at for at, one in enumerate(said) if _INVITES.search(one.text)), None)
        if invited is not None:
            return Draft("answered", tuple(quoted([said[invited], *_ways(said[invited + 1 :])], question)))
    return None


def _titled_most(names: Sequence[str], library: Library, relevance: Relevance) -> list[str]:
    """The documents whose titles speak most of the topic: 储能意见 is about no draft on data. None where none does."""
    shares = relevance.without(_OF_ANY).shares([Candidate(library.summary(name).title) for name in names])
    most = max(shares, default=0.0)
    return [name for name, share in zip(names, shares, strict=True) if share >= most > 0]


def tells_until_and_how(question: Question, whole: Draft) -> bool:
    """Whether an answer is that of an announcement: who asks until when and whither is told both by it."""
    if whole.status != "answered" or not whole.statements or not _ASKS.search(question.text[question.opening :]):
        return False
    return bool(_INVITES.search(whole.statements[0].text))


def _ways(following: Sequence[Sentence]) -> list[Sentence]:
    """The lines that say how comments are sent."""
    return list(takewhile(lambda one: _WAY.search(one.text), following[:MOST_LINES]))
