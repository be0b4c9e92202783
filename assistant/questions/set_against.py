"""By how much one thing is more than another: 出口比进口多多少, by how much do exports exceed imports.

What the one has besides its name (the place, the year, what is counted) holds for the other, too; a thing that is set
against itself at another time (比上年增加多少) is no second thing.
"""

from __future__ import annotations

import re

from assistant.language.tokens import is_place, words_of
from assistant.questions.coordination import Usage
from assistant.questions.parallel_clauses import Clause, circumstances
from assistant.questions.substitution import put_in

_MORE = "多|少|高|低|大|小|长|短|快|慢|重|轻|贵|便宜|宽|窄|远|近|早|晚"
# 抽查比例最高多少 and 研发占比最低多少 set nothing against anything.
_THAN = "(?<![对相可占])(?<!性价)比(?!例|率(?!先)|值(?!班)|重(?![点大庆要])|较|赛)"
# 甲比乙多奖多少: what is done with the money.
_DOES = "[奖补拿得发罚收交付领](?:励|助|到)?"
_SET_AGAINST = re.compile(
    rf"(?P<one>[^，。？?；;：:、]{{2,40}}?){_THAN}(?P<other>[^，。？?；;：:、比]{{2,24}}?)(?:的)?(?:要|会|还|都|能|应|得)?"
    rf"(?<![最至])(?:{_MORE})(?:出来?|了|上)*(?P<does>{_DOES})?(?P<much>多少|几)(?P<unit>个百分点|百分点|[\u4e00-\u9fff]{{0,4}}?)?(?:呢|啊|呀)?[？?。]*$"
)
# 岳阳的目标和梧州比哪个高: what is ranked stands behind.
_WITH = re.compile(
    r"(?P<one>[^，。？?；;：:、]{2,40}?)(?:和|与|跟|同)(?P<other>[^，。？?；;：:、]{2,24}?)相?比(?:起来|较)?[，,]?"
    r"(?=(?:是|又)?(?:谁|哪|高|低|多|少|大|小|相?差))"
)
_IN_ENGLISH = re.compile(
    r"(?:by )?how (?:much|many)(?: [a-z%]+){0,3}? (?:do|does|did|is|are|was|were) (?P<one>[^?,;]{3,80}?) "
    r"(?:exceed|surpass|(?:more|less|higher|lower|larger|smaller|bigger|greater|longer|shorter|fewer) than|above|below)"
    r" (?P<other>[^?,;]{3,80})[?.]*",
    re.IGNORECASE,
)
_MORE_IN_ENGLISH = re.compile(
    r"how (?:much|many) (?:more|less|higher|lower|larger|smaller|bigger|greater|longer|shorter|fewer)"
    r" (?:is|are|was|were) (?P<one>[^?,;]{3,80}?) than (?P<other>[^?,;]{3,80})[?.]*",
    re.IGNORECASE,
)
_ITS = re.compile(r"(?:its|their|the|that|those)(?![a-z])(?! \w+ (?:of|for|in)(?![a-z]))", re.IGNORECASE)
LONGEST_MEASURE = 4
"""Characters that may name again what is counted (增速, 增长率) behind the second year."""
# 甲比乙早多久: of both, when.
_EARLIER = re.compile(
    rf"(?P<one>[^，。？?；;：:、]{{2,40}}?){_THAN}(?P<other>[^，。？?；;：:、比]{{2,24}}?)(?:要|会|还)?(?<![最至])(?P<when>[早晚迟])(?:了)?"
    r"(?:多久|多长时间|几个?(?:年|月|天|星期|周)|多少(?:天|个月|年|日))(?P<what>[\u4e00-\u9fff]{0,6}?)(?:呢|啊|呀)?[？?。]*$"
)
# What is compared with an earlier state of itself, with a plan of it or with all of which it is one.
_ITSELF = re.compile(
    r"(?:[去前今明上]一?年|上一?[年个季月]|往[年日]|同期|以[前往]|之前|从前|过去|原[来先有]|计划|预[期计算]|年初|年底|[上本下]半年"
    r"|(?:19|20)\d\d年?|\d+年|全[国省区市县球]|平均|[上下]限|标准|规定)"
)


def set_against(text: str, usage: Usage) -> tuple[Clause, ...]:
    """The two questions of a question that asks by how much one thing is more than another; empty where it asks none
    of the kind."""
    found = _IN_ENGLISH.fullmatch(text.strip()) or _MORE_IN_ENGLISH.fullmatch(text.strip())
    if found is not None and not _ITS.match(found["other"]):
        one = found["one"].strip()
        other = _with_head(found["other"].strip(), one)
        return Clause(one, f"How much is {one}?"), Clause(other, f"How much is {other}?")
    if earlier := _EARLIER.search(text):
        one, other, what = earlier["one"].strip(), earlier["other"].strip(), earlier["what"]
        if _ITSELF.match(other):
            return ()
        of_other = put_in(other, one) or circumstances(one, other, usage) + other
        before = text[: earlier.start("one")]
        return tuple(Clause(thing, f"{before}{thing}{what}是什么时候？") for thing in (one, of_other))
    found = _SET_AGAINST.search(text)
    asked = f"{found['does'] or '是'}{found['much']}{found['unit'] or ''}？" if found else "是多少？"
    found = found or _WITH.search(text)
    if found is None:
        return ()
    before, one, other = text[: found.start("one")], found["one"].strip(), found["other"].strip()
    if years := _of_years(one, other):
        return tuple(Clause(thing, f"{before}{said}{asked}") for thing, said in years)
    if _ITSELF.match(other):
        return ()
    if placed := _placed(other, one):
        place, of_other = placed
        return Clause(place, f"{before}{one}{asked}"), Clause(other, f"{before}{of_other}{asked}")
    of_other = _of_the_same(other, one) or put_in(other, one) or circumstances(one, other, usage) + other
    return Clause(one, f"{before}{one}{asked}"), Clause(of_other, f"{before}{of_other}{asked}")


def _placed(other: str, one: str) -> tuple[str, str] | None:
    """The place of the first thing, and this thing of the other place, where no more than that is named; None
    otherwise."""
    named, first = words_of(other), words_of(one)
    places = [token for token in first if is_place(token)]
    if len(places) != 1 or len(named) != 1 or not is_place(named[0]):
        return None
    return places[0].text, one[: places[0].start] + other + one[places[0].end :]


def _of_the_same(other: str, one: str) -> str | None:
    """The second thing of what the first one is of, where both end alike: 对东盟的进口额 beside 对东盟的出口额."""
    owner, owned = one.rpartition("的")[::2]
    if not owner or "的" in other or abs(len(owned) - len(other)) > 1 or owned[-1:] != other[-1:]:
        return None
    return f"{owner}的{other}"


_HEAD = re.compile(r"(?:the |an? )?(?P<head>(?:[a-z-]+ ){0,3}?[a-z-]+) (?P<of>for|of|in|at|by|under) .+", re.IGNORECASE)


def _with_head(other: str, one: str) -> str:
    """The second thing with what is asked of it, which only the first one says: (the award) for another kind."""
    found = _HEAD.fullmatch(one)
    begins = re.match(r"(?:that |those )?(for|of|in|at|by|under) ", other, re.IGNORECASE)
    return f"the {found['head']} {re.sub('^(?:that|those) ', '', other)}" if found and begins else other


_YEAR = re.compile(r"(?:19|20)\d\d年?(?:底|末|度)?")
_AIM = re.compile("(?:增长|预期|发展|主要)?目标(?:值|数)?|计划数?|预期")
_REACHED = re.compile("(?:的?(?:实际|完成)(?:完成|增长|值|数|情况)?|实绩|的)")


def _of_years(one: str, other: str) -> tuple[tuple[str, str], ...]:
    """One thing in two years, or as it was aimed at and as it was reached, each as it is called and asked for
    (2023年城镇新增就业 and 2024年的目标); empty where these are not named."""
    first, second = _YEAR.search(one), _YEAR.match(other)
    if first is None or second is None or first.group()[:4] == second.group()[:4]:
        return ()
    rest = _REACHED.sub("", _AIM.sub("", other[second.end() :]))
    if len(rest) > LONGEST_MEASURE:
        return ()  # another thing of another year
    thing = re.sub("实际(?=增|完成|[^使利])", "", _AIM.sub("", one))
    aims = [bool(_AIM.search(text)) for text in (one, other)]
    of_other = _YEAR.sub(f"{second.group()[:4]}年", thing)
    of_one = _YEAR.sub(f"{first.group()[:4]}年", thing)
    asked = (
        f"{said.removesuffix('的')}{'目标' if aim else ''}" for said, aim in zip((of_one, of_other), aims, strict=True)
    )
    named = (f"{found.group()[:4]}年{'目标' if aim else ''}" for found, aim in zip((first, second), aims, strict=True))
    return tuple(zip(named, asked, strict=True))
