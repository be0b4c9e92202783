"""Who is asked for by the post that he holds, and which sentences name him."""

from __future__ import annotations

import re
from functools import lru_cache

from assistant.language.roles import CHIEFS, DEPUTIES
from assistant.language.speaker_attribution import BEGINS_NAME
from corpus.starting import quick
from index.glossary import renderings

ANY_POST = (
    "[部局厅市省县区州院校组科处司矿厂队总行会署乡镇]长|主任|书记|主席|总理|委员|代表|院士|教授|经理|董事"
    "|负责人|助理|司令"
)
# A line of a list of members: 秘书长：朱之文　教育部副部长.
_MEMBER = re.compile(
    rf"(?:[^：，。\s]{{2,10}}：)?\s*[\u4e00-\u9fff](?:\s*[\u4e00-\u9fff]){{1,3}}[\s\u3000（(]+[^，。；]{{2,40}}(?:{ANY_POST})[^，。；]{{0,12}}[）)。；]?"
)
_ASKS_PERSON = re.compile(
    r"谁|哪(?:一)?位|何人|(?<![a-z])who(?:m|se)?(?![a-z])"
    r"|which (?:[a-z]+ ){0,2}?(?:minister|mayor|governor|director|secretary|official|leader|expert|academician|member"
    r"|chair(?:man|woman)?|president|general)",
    re.IGNORECASE,
)
_POST = re.compile(r"副?(?:组长|主任|书记|市长|区长|县长|省长|局长|主席|秘书长|厅长|部长|会长|院长|召集人|总指挥)")
# 董事长兼党委书记, 分管副市长: what somebody is, all of it.
_WHOLE_POST = (
    "(?:分管|主管|常务|第一|执行|代)?副?(?:[党纪工]委|党组|支部|总)?(?:董事长|理事长|监事长|秘书长|校长|院长|[局厅市省县区州处科司镇乡矿厂站所队组会行]长|主任"
    "|书记|总经理|经理|董事|总工程师|负责人)"
)
POSTS = re.compile(f"{_WHOLE_POST}(?:[兼、和]{_WHOLE_POST})*")
"""The posts that one person holds, as they are written."""
_ONE_POST = quick(_WHOLE_POST)
# Whoever is named behind his post does something or has something done to him: 县长孙光堂向市政府写出检查.
_NAME_AND_MORE = (
    rf"{BEGINS_NAME}[\u4e00-\u9fff]{{1,2}}(?=(?:同志)?(?:向|受到?|被|在|于|对|到|赴|率|带[队领]|主持|出席|参加|作|代表|代为|宣布|通报|汇报|介绍"
    r"|指出|强调|表示|提出|要求|签[发字署批]|批示|会见|陪同|分管|牵头|负责))"
)
_CHIEF, _DEPUTY = (
    re.compile("一把手|老大|头头"),
    re.compile(r"副手|二把手|(?<![a-z])(?:deputy|deputies|vice)(?= ?(?:[?,.]|$|and |there|here))", re.IGNORECASE),
)

# 水利局局长提了哪几条建议 asks what he said, and not for him.
_SPEAKS = re.compile(
    rf"(?:{_WHOLE_POST}|[市省县区镇乡局关]长|秘书长|代表|委员|总经理|董事长)(?:[在于]?(?:会上|发言(?:中|时|里)|讲话(?:中|时|里)))?(?:又|还|都|具体|主要)*"
    "(?:提[了出到过]|讲(?![解堂])|说(?!明会)|谈[了到及]|建议|强调|表示|指出|介绍[了说]|发言(?!人)|表态|承诺|汇报)"
)


def asks_what_post_said(text: str) -> bool:
    """Whether a question is for what somebody said whom it names by his post (副市长强调了哪三点), not for him."""
    return bool(_SPEAKS.search(text)) and not asks_person(text)


@lru_cache(maxsize=256)
def asks_person(text: str) -> bool:
    """Whether a question asks for somebody: 谁, 哪位, which minister."""
    return bool(_ASKS_PERSON.search(text))


def is_member(text: str) -> bool:
    """Whether a sentence is a line of a list of members, a name and a post."""
    return bool(_MEMBER.fullmatch(text.strip()))


def posts_named(text: str) -> tuple[str, ...]:
    """The posts that a question names, in Chinese (主任, 副组长), also where it names them in English."""
    named = [match.group() for match in _POST.finditer(text)]
    named += [term for term, _ in renderings(text) if _POST.fullmatch(term)]
    return tuple(dict.fromkeys(named))


def posts_meant(text: str) -> tuple[str, ...]:
    """The posts that a question names or means (一把手, 副手)."""
    named = posts_named(text)
    meant = (CHIEFS if _CHIEF.search(text) else ()) + (DEPUTIES if _DEPUTY.search(text) else ())
    return (*named, *(post for post in meant if post not in named))


def holds_post(text: str, post: str, question: str) -> bool:
    """Whether a sentence says who holds a post: 主任：…, …任主任, …兼任领导小组办公室主任. 副主任 and 办公室主任 are
    other posts than 主任."""
    if post not in text:
        return False
    exact = rf"(?<!副){re.escape(post)}"
    if "办公室" not in question and "office" not in question.lower():
        exact = rf"(?<!办公室){exact}"
    return bool(
        re.search(
            rf"{exact}\s*[：:]|(?:(?<!主)任|为|是)[^，。；：:由]{{0,14}}?{exact}|{exact}由"
            rf"|{exact}[\u4e00-\u9fff]{{2,3}}(?=[，；。、）)]|$)|{exact}{_NAME_AND_MORE}",
            text,
        )
    )


def of_another_post(text: str, asked: str) -> bool:
    """Whether a sentence speaks of people by their posts, and of none who holds all that the question names: what is
    said of the 副市长 is not said of the 总经理."""
    wanted = _posts_in(asked)
    held = _posts_in(text) if wanted else wanted
    return bool(wanted and held) and not wanted <= held


@lru_cache(maxsize=4096)  # the same sentences come with question after question, and a question with each of them
def _posts_in(text: str) -> frozenset[str]:
    return frozenset(_ONE_POST.findall(text))
