"""Whom a question about a list of people asks for: the roles that its words stand for, in both languages."""

from __future__ import annotations

import re

from assistant.types import Language
from corpus.rosters import ROLES
from corpus.starting import quick

CHIEFS = (
    *("组长", "主任", "主任委员", "主席", "会长", "理事长", "总召集人", "召集人", "总指挥", "指挥长", "总指挥长"),
    "第一组长",
)
DEPUTIES = tuple(role for role in ROLES if role.startswith(("副", "常务副", "执行副")) and role != "副秘书长")
MEMBERS = ("成员", "组员", "成员单位")
ATTENDED = ("出席", "出席人员", "出席领导", "参会人员", "与会人员", "参加人员", "参加", "参加单位")
SAT_IN = ("列席", "列席人员", "列席单位")
ABSENT = ("缺席", "缺席人员", "请假", "请假人员")
PRESIDED = ("主持", "主持人")
MINUTES = ("记录", "记录人")
TOOK_PART = frozenset((*ATTENDED, *SAT_IN, *ABSENT, *PRESIDED, *MINUTES))
"""What somebody is at a meeting rather than in a body."""

_PARTS = TOOK_PART | frozenset(MEMBERS)
_POSTS = re.compile("委员会|主任办公会|办公室主任|" + "|".join(role for role in ROLES if role not in _PARTS))
_ROLES = rf"(?:(?:{'|'.join(ROLES)})[、和及与\s]*)+"
_LISTED = re.compile("委员会|主任办公会|办公室主任|" + "|".join(role for role in ROLES if role not in MEMBERS))
_LEFT_OUT = quick(
    rf"(?P<before>{_ROLES})的?(?:人员?|领导|单位)?(?:都|也)?(?:不算|不计|除外|不含|不包括)"
    rf"|(?:不算|不含|不计|不包括|除了|except|without|not counting)(?: the)?\s*(?P<after>{_ROLES})"
)
# Other words for roles, those that hold another first (vice chair before chair); no role: anybody on the list.
_WORDS: tuple[tuple[str, str, tuple[str, ...]], ...] = (
    (
        "出席|参会|到会|与会|到场|参加(?!单位)|来(?:的|了)?(?:人)?(?:是|有)?(?:谁|哪[位些])",
        r"attend(?:ed|ees?|s)?|present at|(?:was|were) present",
        ATTENDED,
    ),
    ("列席|旁听", "observers?|sat in", SAT_IN),
    ("请(?:了)?假|缺席|没(?:有)?(?:来|到|参加|出席)", "absent|away|excused|on leave|missed", ABSENT),
    ("主持", "presided|moderated|chaired the meeting", PRESIDED),
    ("记录人?", "(?:took|kept|wrote) the minutes", MINUTES),
    ("", r"(?:vice|deputy)[ -](?:chair|director|head|leader|commander)[a-z]*", DEPUTIES),
    (
        "一把手|挂帅|老大|头(?:儿|头)?(?=是|[？?]|$)",
        "chair(?:man|woman|person|s|ed)?|head(?:s|ed)?|leads?|leader|director",
        CHIEFS,
    ),
    ("", "secretary[- ]general", ("秘书长",)),
    ("成员|组成人员|哪些人组成|名单", "members?(?:hip)?|sits? on|makes? up|serves? on", ()),
)  # fmt: skip
_PATTERNS = tuple(
    (re.compile((f"{chinese}|" if chinese else "") + rf"(?<![a-z])(?:{english})(?![a-z])", re.IGNORECASE), roles)
    for chinese, english, roles in _WORDS
)
# "Leave out those who only sat in", "but not the observers".
_LEFT_OUT_IN_ENGLISH = re.compile(
    r"(?<![a-z])(?:leav(?:e|ing) out|exclud(?:e|ing)|not (?:count|includ)ing|do(?:n['’]t| not) (?:count|include)"
    r"|without"
    r"|except(?: for)?|ignor(?:e|ing)|skip(?:ping)?|omit(?:ting)?|other than|apart from|but not|rather than)"
    r"(?: the| those| people| anyone| everyone| all)*(?: who| that)?(?: had| were| have| was)?(?: only| just| merely)*"
    rf"\s+(?P<word>{'|'.join(english for _, english, _ in _WORDS)})(?![a-z])",
    re.IGNORECASE,
)
_ENGLISH = {
    **dict.fromkeys(CHIEFS, "chair"),
    **dict.fromkeys(DEPUTIES, "vice chair"),
    **dict.fromkeys(("委员", *MEMBERS), "member"),
    **dict.fromkeys(ATTENDED, "attended"),
    **dict.fromkeys(SAT_IN, "sat in"),
    **dict.fromkeys(ABSENT, "absent"),
    **dict.fromkeys(PRESIDED, "presided"),
    "秘书长": "secretary-general",
}


def roles_left_out(text: str) -> tuple[str, ...]:
    """The roles whose holders are not to be counted (主任、副主任不算; not counting those who sat in)."""
    printed = (match["before"] or match["after"] for match in _LEFT_OUT.finditer(text))
    in_english = (match["word"] for match in _LEFT_OUT_IN_ENGLISH.finditer(text))
    return (
        *(role.group() for words in printed for role in _LISTED.finditer(words)),
        *(
            role
            for word in in_english
            for role in next((roles for pattern, roles in _PATTERNS if pattern.fullmatch(word)), ())
        ),
    )


def roles_asked(text: str) -> tuple[tuple[str, ...], ...]:
    """For every word for a role in a question, the roles of ROLES that it may stand for; () stands for any role.

    委员会 and 办公室主任 are no roles in a list, and what is left out is not asked for."""
    text = _LEFT_OUT_IN_ENGLISH.sub(" ", _LEFT_OUT.sub(" ", text))
    posts = [(match.group(),) for match in _POSTS.finditer(text) if match.group() in ROLES]
    others = []
    for pattern, roles in _PATTERNS:
        if pattern.search(text):
            others.append(roles)
            text = pattern.sub(" ", text)
    return (*posts, *others)


def without_roles(text: str) -> str:
    """A text without the words for roles."""
    for pattern, _ in _PATTERNS:
        text = pattern.sub(" ", text)
    return _POSTS.sub(lambda match: " " if match.group() in ROLES else match.group(), text)


def role_in(role: str, language: Language) -> str:
    """A role as an answer in `language` names it, the printed one beside the English."""
    english = _ENGLISH.get(role)
    return f"{english} ({role})" if language == "en" and english else role
