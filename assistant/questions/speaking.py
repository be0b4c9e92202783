"""Questions who said something, in whatever words they ask: 这话出自谁口, 打这个比方的是哪位领导, 会上谈到这个的是哪位.

The word for the person and the word for speaking may stand far apart, and either may be English: what tells such a
question is that both are there, and no word for an office.
"""

from __future__ import annotations

import re

_SOMEBODY = re.compile(
    r"谁|哪(?:一)?(?:位|名)(?![\u4e00-\u9fff]{0,2}(?:专家|教授|企业家))|哪(?:一)?个(?:人|领导|干部|同志|发言人)|何人|什么人"
    r"|(?<![a-z])(?:who|whose|(?:which|what) (?:[a-z]+ )?(?:leader|official|speaker|person))(?![a-z])",
    re.IGNORECASE,
)
# One person, and no body: 谁 may also be a bureau.
_ONE_PERSON = re.compile(
    r"哪(?:一)?(?:位|名)|哪(?:一)?个(?:人|领导|干部|同志|发言人)|(?<![a-z])(?:leader|official|speaker)(?![a-z])",
    re.IGNORECASE,
)
# What is said, and ways of saying it that nothing but people's words have.
_WORDS_SAID = re.compile(
    r"(?:这|那|此)(?:一)?(?:句|番|段|席)?话(?![题剧])|[句番段席]话|原话|放话|喊话|放言|直言|坦言|感慨|之口|嘴里"
    r"|(?:谁|位|领导)(?:的)?(?:口|嘴)"
    r"|(?<!没有)发言|讲话|致辞|演讲|打(?:[个了过的这那]|[\u4e00-\u9fff]){0,4}比方|比方|比喻|打比|作比|比作|形容"
    r"|称(?:[作为呼]|之为)|号召|(?:作|做|宣读)(?:了|的|过)?(?:[\u4e00-\u9fff]{0,8})?(?:报告|发言|汇报)"
    r"|(?<![a-z])(?:quotes?|quoted|metaphor|remarks?|speech|wording)(?![a-z])",
    re.IGNORECASE,
)
_SPEAKS = re.compile(
    r"说|讲|谈|提(?![供升高前交名醒请示拔取货成案])|汇报|介绍|表示|强调|指出|透露|呼吁|称"
    r"|(?<![a-z])(?:sa(?:y|ys|id)|mention(?:s|ed)?|report(?:s|ed)?|present(?:s|ed)?|talk(?:s|ed)?|told"
    r"|describ(?:es|ed))(?![a-z])",
    re.IGNORECASE,
)
_MEETING = re.compile(
    r"会(?:议)?上|会议?中|(?:发布|吹风|座谈|推进|通气)会|(?<![a-z])(?:meeting|conference|briefing)(?![a-z])",
    re.IGNORECASE,
)
# What is promised or replied at a meeting is said there: 发布会谁保证不裁员, who answered the question about bus lanes.
_PROMISES = re.compile(
    r"保证|承诺|答应|表态|回应|回答|答复|解释|澄清"
    r"|(?<![a-z])(?:answer(?:s|ed)?|repl(?:y|ied|ies)|promis(?:es|ed)|assur(?:es|ed)|respond(?:s|ed)?|explain(?:s|ed)?)"
    r"(?![a-z])",
    re.IGNORECASE,
)
# Whoever has an office or a task is no speaker: 谁牵头, 组长是谁, 哪位领导分管.
_OFFICE = re.compile(
    r"牵头|负责(?!人)|分管|主管|担任|兼任|挂帅|组长|召集人|指挥长|联系人|包[保联]|主持|责任|配合|参与|受理|审[核批]|处[罚理]|签[发字署]|印发"
    r"|(?<![a-z])(?:leads?|responsible|in charge|chairs?|heads?|signed)(?![a-z])",
    re.IGNORECASE,
)
# Words of such a question that name nothing that was said.
_TALK = re.compile(
    r"(?:这|那|此)(?:一)?(?:句|番|段|席)?话(?![题剧])|出自|来自于?|[谁之](?:的)?(?:口|嘴)(?:里|中)?|嘴里|口中"
    r"|放话|喊话|放言|直言|坦言|感慨|号召|形容|比喻|打?比方|打比|作比|比作"
    r"|拿(?=[^，。？?]{1,20}(?:比|metaphor))|(?:在)?[大]?会(?:议)?上|(?:的)?时候|讲话"
    r"|(?:哪(?:一)?(?:位|名|个)|谁)?的?(?:省|市|县|区)?领导(?:同志)?(?=$|[，。？?、 的])"
    r"|(?:代表[^，。？?]{2,6})?[作做]的?报告|打的"
    r"|(?:[说讲谈]|提(?![供升高前交名醒请示拔取货成案]))(?:到|起|过|了|出)?|称[作为]|哪(?:一)?(?:位|名)"
    r"|(?<![a-z])(?:leaders?|officials?|quotes?|mention(?:s|ed)?|report(?:s|ed)?|say|said|from|metaphor|who)(?![a-z])",
    re.IGNORECASE,
)
_HOW_MANY_SPOKE = re.compile(
    "[几多少](?:个|位|名)?(?:人|领导|干部|同志|代表)?[^，。？?]{0,8}(?:发言|讲话|演讲|致辞|讲[过了]话|发[过了]言)"
    "|(?:发言|讲话|演讲|致辞)[了过]?的?(?:一共|总共|共|都|有|是)*[几多少][个位名]?(?:人|领导|干部)?"
    r"|(?<![a-z])how many (?:people|persons|officials|leaders|speakers)"
    r"(?: [a-z]+){0,2} (?:spoke|speak|gave|delivered|made)",
    re.IGNORECASE,
)


def counts_speakers(text: str) -> bool:
    """Whether a question asks how many spoke."""
    return bool(_HOW_MANY_SPOKE.search(text))


def asks_who_spoke(text: str) -> bool:
    """Whether a question, in which quotations are hidden, asks whose words something is."""
    if not _SOMEBODY.search(text) or _OFFICE.search(text):
        return False
    if _WORDS_SAID.search(text):
        return True
    if _PROMISES.search(text) and _MEETING.search(text):
        return True
    return bool(_SPEAKS.search(text) and (_ONE_PERSON.search(text) or _MEETING.search(text)))


def without_talk(mask: str) -> str:
    """A question's topic, blanks for the words that only say that somebody spoke; of the same length."""
    return _TALK.sub(lambda match: " " * len(match.group()), mask)
