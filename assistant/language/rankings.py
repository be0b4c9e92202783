"""What ranks things that a question compares (谁最低, which is due earlier), and by what."""

from __future__ import annotations

import re

# What ranks the things compared (谁最低, which is due earlier) is a question about the answers, not about a thing.
# What stands between (哪个遇难的人多) says by what they are ranked.
_MEASURED = (
    "多|少|高|低|大|小|早|晚|先|后|快|慢|长|短|严|松|宽|重|轻|强|弱|好|差|贵|便宜|靠前|靠后|领先|落后|先到期|先完成"
    "|earlier|later|first"
)
_COMPARATIVE = (
    "more|most|less|least|fewer|better|best|worse|worst"
    "|(?:earli|lat|larg|small|bigg|high|low|soon|fast|slow|long|short|strict|tough|bold|great)(?:er|est)"
)
RANKS = re.compile(
    rf"(?:(?:谁|哪(?:一)?(?:个|边|年|家|市|省|项|方|地|座|种|份|块|类|起|次|处|件|样)?(?:城市|地方|单位)?的?)"
    rf"(?P<by>[^，。？?；;、]{{0,14}}?)(?:更|最|较)?(?:{_MEASURED})(?:一?些|一点)?(?:呢|啊|呀)?"
    r"|(?<![a-z])which (?:one |of (?:them|these|the two) |(?:city|province|market|task|plan|area) )?"
    r"(?:is|are|has|have|was|aims|sets|falls|comes|gets|grows)(?: [a-z]+){0,4}? ?"
    r"(?:earli|lat|larg|small|bigg|high|low|soon|fast|slow|long|short|strict)(?:er|est)(?: target| figure| one)?"
    r"|(?<![a-z])which (?:one |of (?:them|these|the two) |[a-z]+ )?"
    r"(?:is|are|has|have|falls|comes|aims|[a-z]{3,}(?:ed|s))"
    r"(?: [a-z]+){0,3}? (?:first(?! (?:in|to|of|among)(?![a-z]))|more|most|less|least|last|later|earlier"
    r"|fewer|higher|lower|larger|smaller)(?: often)?"
    # Who aims higher, which did better; whose target for new jobs is higher says what is ranked.
    r"|(?<![a-z])(?:and )?(?:who|which(?: one| of (?:them|these|the two))?)(?: [a-z]+){1,2}? (?:the )?"
    rf"(?:{_COMPARATIVE})(?: ambitious)?(?: (?:figure|number|target|goal|one|share|rate|value))?"
    r"|(?<![a-z])(?:and )?whose (?P<whose>[^，,。？?；;:]{2,60}?) (?:is|was|are|were)(?: set)? (?:the )?"
    rf"(?:{_COMPARATIVE})(?: ambitious)?"
    r"|谁[升降涨跌增减多少高低][，、]?谁[升降涨跌增减多少高低]"
    r"|谁(?P<grew>上升|下降|增长|上涨|下跌|增加|减少)[，、]?谁(?:上升|下降|增长|上涨|下跌|增加|减少))"
    r"(?=[，。？?；;,.、 ]|$)",
    re.IGNORECASE,
)
# Which one set the higher goal: the noun that is ranked stands after the comparative.
RANKS_NOUN = re.compile(
    r"(?<![a-z])which (?:one |of (?:them|these|the two) |city |province )?(?:[a-z]+ ){1,2}?(?:the |a )?"
    rf"(?:{_COMPARATIVE})(?= [a-z])",
    re.IGNORECASE,
)
_DIFFERENCE_ASKED = re.compile(
    r"相?差(?:距|额|值)?(?:是|有|了)?(?:多[少大远]|几)|[高低多少快慢大小](?:[奖补给拿得发罚收交付领招建]|出|了)*(?:多少|几)|(?:比较|对比|相比)"
    "|(?:一样|相同|一致|相等)(?:吗|么|不)|(?:是否|是不是|有没有)(?:一样|相同|一致|相等)|一不一样"
    r"|(?<![a-z])(?:compar(?:e|ed|ison)|the same|identical|difference|differ|gap|by how much"
    r"|higher|lower|larger|smaller|bigger|greater|more|less|fewer|faster|slower)(?![a-z])",
    re.IGNORECASE,
)
_NO_MEASURE = re.compile("^(?:的|会|要|能|得|比较|相对|定|设|提|给|算)*|(?:的|得|定|设|要|数量?|值|目标值?)*$")


def measure(ranking: re.Match[str]) -> str:
    """By what the things are ranked: 遇难的人 in 哪个遇难的人多; empty where nothing says so."""
    if ranking["grew"]:
        return "增长"
    if whose := ranking["whose"]:
        return whose if " " in whose else ""  # whose goal is higher: what has been asked of both already
    return _NO_MEASURE.sub("", ranking["by"] or "")


def asks_order(text: str) -> bool:
    """Whether a question asks how two figures stand to each other: 谁高, 相差多少, which is higher, compare them."""
    return any(pattern.search(text) for pattern in (RANKS, RANKS_NOUN, _DIFFERENCE_ASKED))


_EXTREMES = re.compile(
    "最(?P<word>多|高|大|快|长|重|强|贵|宽|远|少|低|小|慢|短|轻|弱|便宜|窄|近)"
    r"|(?<![a-z])(?P<english>most|highest|largest|biggest|greatest|fastest|longest|least|lowest|smallest|fewest|slowest"
    "|shortest)(?![a-z])",
    re.IGNORECASE,
)
_LITTLE = re.compile("少|低|小|慢|短|轻|弱|便宜|窄|近|least|lowest|smallest|fewest|slowest|shortest")


def extremes_asked(text: str) -> tuple[tuple[str, bool], ...]:
    """Which extremes a question asks for, each as its word and whether it is the most: 最快, 最慢."""
    words = dict.fromkeys((found["word"] or found["english"]).lower() for found in _EXTREMES.finditer(text))
    return tuple((word, not _LITTLE.fullmatch(word)) for word in words)
