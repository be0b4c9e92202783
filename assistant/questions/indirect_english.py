"""What is asked in a roundabout way in English, in the words that questions are understood by: "am I right that …" and
"I was told …, is that so?" ask whether, "whose remit does … fall under" asks who is responsible for it.

What the frame of such a question says (confirm, told, thinking, desk) no document says of the thing that is asked
about."""

from __future__ import annotations

import re

_LATIN = re.compile("[A-Za-z]{2}")
_START = r"(?:^|(?<=[.?!;:,–—-] ))(?:(?:so|and|but|now|well|ok|okay|please|sorry|hi|hello|just),? )*"
_SURE = r"(?:true|right|correct|accurate|so|the case|a fact|certain|official|really (?:true|right|the case))"
_THINKING = (
    r"(?: (?:in|to) (?:thinking|think|saying|say|assuming|assume|believing|believe|understanding|understand"
    r"|supposing|suppose))?"
)
_WE = r"(?:i|we|my (?:[a-z]+ )?[a-z]+|our (?:[a-z]+ )?[a-z]+|someone|somebody|people|they|he|she|an? [a-z]+)"
_HEARD = (
    rf"(?:(?:i|we)(?: (?:have|had|am|was|were|are|just|also|only|recently))*"
    r" (?:(?:been )?(?:told|informed|advised|assured|led to believe)|given to understand"
    r"|hear|heard|read|understand|understood|gather|gathered|believe|believed|think|thought|assume|assumed|suppose"
    r"|reckon|see|saw|seen)"
    rf"|{_WE} (?:say|says|said|claims?|claimed|(?:has |have )?(?:just )?(?:told|informed|assured) (?:me|us)"
    r"|insists?|maintains?|reckons?|thinks?|believes?)"
    r"|it (?:is|was) (?:said|reported|rumou?red)|rumou?r has it|word is)"
)
_IS_IT = (
    rf"(?:(?:is|was|would) (?:that|this|it)(?: (?:really|actually|indeed|still))?(?: {_SURE})?"
    rf"|(?:is|was) my (?:understanding|information) {_SURE}"
    rf"|(?:can|could|would) (?:you|someone|anyone)(?: please)? (?:confirm|verify|check)(?: (?:that|this|it))?"
    r"|(?:please )?(?:confirm|verify)(?: (?:that|this|it))?"
    rf"|{_SURE}|yes or no|true or false|(?:am i|are we) (?:right|correct|wrong|mistaken))"
)
_WHETHER = (
    re.compile(
        rf"{_START}(?:(?:can|could|would|will) (?:you|someone|anyone|anybody)(?: please| kindly)?"
        r" |(?:i|we) (?:would|should) like to |(?:i|we) (?:want|need|wish) to |please |kindly )"
        r"(?:confirm|verify|check|clarify|double-check)(?: (?:for|with|to) (?:me"
        r"|us))? (?:whether(?: or not)?|if|that)"
        r" (?!so(?![a-z]))",
        re.IGNORECASE,
    ),
    re.compile(
        rf"{_START}(?:is|was|would) it (?:really |actually |indeed |still |be )*{_SURE} (?:that|to say that) ",
        re.IGNORECASE,
    ),
    re.compile(
        rf"{_START}(?:am i|are we|would i be|were we) (?:right|correct|justified|wrong|mistaken|safe){_THINKING}"
        r"(?: that)? (?!if |about )",
        re.IGNORECASE,
    ),
    re.compile(
        rf"{_START}(?:is|was) (?:my|our) (?:understanding|information|reading|impression) {_SURE} that ", re.IGNORECASE
    ),
    re.compile(rf"{_START}is there any truth (?:in|to) (?:the (?:claim|rumou?r|report|idea) )?that ", re.IGNORECASE),
)
_TOLD = re.compile(
    rf"{_START}{_HEARD}(?: that|,)? (?P<said>[^?]{{8,}}?)\s*[.,;:–—-]+\s*(?:(?:so|and|but) )?{_IS_IT}\s*\?",
    re.IGNORECASE,
)
_TAGGED = re.compile(
    r"^(?P<said>(?!(?:what|who|whom|whose|which|when|where|why|how|is|are|was|were|do|does|did|can|could"
    r"|will|would|has|have|may|must"
    r"|should|in|by|for|at|under|on|if|to|with|whether|name|list|give|tell)(?![a-z]))[A-Za-z][^?\n]{14,}?)"
    rf"\s*[,.;–—-]\s*(?:{_SURE}|is (?:that|this|it) {_SURE}|yes|no|or not"
    r"|(?:is|are|was|were|do|does|did|has|have|can|could|will|would|must|should)"
    r"(?: not (?:it|they|that|there|we|he|she)| (?:it|they|that|there|we|he|she) not))\s*\?$",
    re.IGNORECASE,
)
_BODIES = (
    r"(?:unit|department|bureau|office|body|agency|authority|ministry|commission|administration"
    r"|organi[sz]ation|party)"
)
_WHOSE = (
    r"(?:remit|responsibility|competence|jurisdiction|purview|portfolio|mandate|brief|authority|charge|hands"
    r"|desk|court"
    r"|plate|shoulders|doorstep|lap|duties|scope)"
)
_WHO = rf"(?P<who>who|which (?:[a-z]+ )?{_BODIES})"
_RESPONSIBLE = (
    # On whose desk does it land, under whose remit does it fall, to which bureau does it belong.
    re.compile(
        rf"(?:(?:on|under|in|within|into|upon|at) whose {_WHOSE}|(?:to|with|under|on|upon) (?:whom"
        rf"|which (?:[a-z]+ )?{_BODIES}))"
        r" (?:does|do|did|is|are|will|would|should|has) (?P<what>[^?]{3,}?)"
        r" (?:fall|fallen|falls|lie|lies|land|rest|rests|belong|come|sit|end up|been placed|placed|put"
        r"|been put|entrusted"
        r"|been entrusted|assigned|been assigned)(?: (?:to|under|with|in|within|on))?(?= and |[?,.;]|$)",
        re.IGNORECASE,
    ),
    re.compile(
        rf"whose {_WHOSE} (?:does|do|is|are|will) (?P<what>[^?]{{3,}}?)"
        r" (?:fall|lie|come|land|rest|belong|sit) (?:under|within|in|into|on|with|to)(?= and |[?,.;]|$)",
        re.IGNORECASE,
    ),
)
_IN_CHARGE_OF = (
    r"(?:(?:is|are|was|were|has been|have been|will be|gets?|got|being) (?:the one |the ones )?"
    r"(?:tasked|charged|entrusted|saddled|landed|trusted|assigned|commissioned|mandated|put in charge"
    r"|made responsible|left in charge)(?: with| of| for)"
    r"|(?:is|are) (?:the )?(?:point (?:person|man|people)|person|man|people|contact point|focal point) (?:for|on)"
    r"|(?:sees?|attends?) to|looks? after|answers? for|takes? (?:care|charge|ownership) of"
    r"|shares? (?:the )?responsibility for"
    r"|(?:bears?|has|have|holds?|carries|carry|takes?|assumes?) (?:the )?(?:main |overall |primary |joint )?"
    r"(?:responsibility|accountability) for|(?:is|are) (?:behind|on the hook for|at the helm of|minding))"
)
_WHO_IS = re.compile(rf"(?<![a-z]){_WHO} {_IN_CHARGE_OF}(?![a-z])", re.IGNORECASE)
_APPROACH = re.compile(
    rf"(?<![a-z])which (?P<body>(?:[a-z]+ )?{_BODIES}) (?:should|do|must|can|would|could) (?:i|we|one|you|companies) "
    r"(?:approach|turn to|go to|see|deal with|talk to|speak to|ask)(?: about| for| regarding| concerning"
    r"| on)(?![a-z])",
    re.IGNORECASE,
)
_HELPS = re.compile(
    rf"(?<![a-z]){_WHO} (?:(?:is|are) (?:there )?(?:to help|helping|assisting|supporting)(?: out)?"
    rf"|helps?(?: out)?|assists?|pitch(?:es)? in)"
    r"(?: with| in| on)(?![a-z])",
    re.IGNORECASE,
)
# What a place or its money pays for something is a grant, what a company pays a fee.
_PAYS_FOR = re.compile(
    r"(?<![a-z])(?:how much(?: money)?|what) (?:does|do|did|will"
    r"|would) (?P<who>(?-i:[A-Z][\w'’-]*)(?: (?-i:[A-Z][\w'’-]*))*"
    r"(?: (?:city|county|district|province|new area))?|[\u3400-\u9fff]{2,6}|the (?:city|county|district"
    r"|province|government|state|fund"
    r"|scheme|programme|municipality|town)(?: of (?-i:[A-Z][\w'’-]*))?) (?:pay(?: out| back)?|contribute"
    r"|chip in|reimburse|refund)"
    r" (?:for|towards?|per|to)(?= )",
    re.IGNORECASE,
)
_CAP = re.compile(
    r"(?<![a-z])(?:is|are|was) there (?:an?|any|some) (?:(?:upper|maximum|overall|annual|yearly|set|fixed|hard) )*"
    r"(?P<limit>caps?|ceilings?|upper limits?|maximum|minimum|thresholds?|lower limits?)"
    r"(?: (?:amount|sum|number))? (?P<of>on|to|for|of)(?![a-z])",
    re.IGNORECASE,
)
_MOST = re.compile(
    r"(?<![a-z])what(?: is|'s) the (?P<end>most|least|highest|lowest)(?: (?:amount|sum|money))? (?:that )?"
    r"(?:i|we|one|you|they|an? [a-z]+(?: [a-z]+)?|companies|firms) (?:can|could|may|might|must|has to"
    r"|have to|will|would)"
    r" (?:possibly )?(?:get|claim|receive|obtain|apply for|be paid|be given|pay|be fined)(?![a-z])",
    re.IGNORECASE,
)
_ALLOWED = (
    re.compile(
        r"(?<![a-z])(?:is|was) it (?:ever )?(?:allowed|permitted|permissible|possible|legal|lawful|ok|okay"
        r"|all right|acceptable)"
        r"(?: for (?P<whom>[^?,]{2,40}?))? to (?=[a-z])",
        re.IGNORECASE,
    ),
    re.compile(
        r"(?<![a-z])(?:is|are|am) (?P<who>(?!there|it|not)[a-z][^?,]{0,60}?) (?:allowed|permitted"
        r"|authori[sz]ed|free|entitled) to"
        r" (?=[a-z])",
        re.IGNORECASE,
    ),
)
# When a thing goes wrong for somebody, the case is asked for and not a day.
_LOSES = (
    r"(?:lose|loses|forfeit|forfeits|be (?:disqualified|removed|struck off|excluded|expelled|suspended"
    r"|barred|banned|fined"
    r"|punished|penali[sz]ed|refused|rejected|denied|revoked|withdrawn|cancelled|terminated|stripped|clawed back"
    r"|taken away|exempted|excused|waived|blacklisted|delisted|recovered|reclaimed|stopped|halted))"
)
_IN_WHICH_CASE = re.compile(
    rf"(?<![a-z])when (?P<verb>would|could|can|might|may|will|does|do) (?P<what>[^?]{{2,60}}?) (?={_LOSES}(?![a-z]))",
    re.IGNORECASE,
)
# What somebody has to bring along to be let in is told by the conditions.
_JOIN = (
    r"(?:join(?:ing)?|enter(?:ing)?|tak(?:e|ing) part in|participat(?:e|ing) in|get(?:ting)? (?:into|onto"
    r"|on to|in on)|qualify(?:ing)? for"
    r"|be(?:ing|come|coming)? (?:admitted|accepted|included|selected|eligible|recogni[sz]ed|approved|licensed"
    r"|registered|certified|authori[sz]ed|qualified|accredited|designated|rated|classed)"
    r"(?: (?:for|to|in|into|as|on))?)"
)
_TO_JOIN = re.compile(
    rf"(?<![a-z])(?:what (?:does it take|is (?:needed|required|necessary)|(?:do|does|would"
    rf"|must) (?P<who>[^?,]{{1,40}}?) (?:need|have|need to have|have to have))"
    rf"(?: in order)? (?:to|for) (?=(?P<join>{_JOIN}) )|how (?:do|can|could|does) (?:i|we|one|a (?:company"
    rf"|firm)) (?=(?P<get>{_JOIN}) ))",
    re.IGNORECASE,
)
# What has to be done by the end of October: the tasks that are due then.
_DUE_BY = re.compile(
    r"(?<![a-z])what(?: else)? (?:(?:is|are|falls?|comes?) due|(?:(?:has|have|is|are|needs?|ought) to be"
    r"|must be|should be|is supposed to be|is meant to be|is to be"
    r"|is expected to be|is scheduled to be|is due to be)"
    r" (?:done|finished|completed|ready|delivered|wrapped up|accomplished|achieved|dealt with|in place"
    r"|settled|concluded))"
    r"(?=[^?]* (?:by|before|until|no later than|within|prior to|ahead of|in|during|this|next)"
    r" (?:the |early |mid-?|late |end |year|month|quarter|(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov"
    r"|dec)|\d|h[12]|q[1-4]|first|second|third|fourth|last|national|christmas|spring))",
    re.IGNORECASE,
)
_LATEST = re.compile(
    r"(?<![a-z])(?:at the latest,? (?:by )?when|(?:no|not) later than when|when,? at the (?:very )?latest,?"
    r"|by when,? at the (?:very )?latest,?|by (?:what|which) (?:date|day|time),? at the (?:very )?latest,?)(?![a-z])",
    re.IGNORECASE,
)
_ABOUT = re.compile(
    rf"{_START}(?:(?:(?:is|are) there )?any (?:news|updates?|word|information|info|details)"
    r"|what is the (?:news|latest|update|word|story|deal|situation|position|state of play|status)"
    r"|(?:please )?(?:give|send|show|get) (?:me|us) (?:all |some |more |the )*(?:details|particulars"
    r"|specifics|information|info|facts))"
    r" (?:on|about|with|of|regarding|concerning) ",
    re.IGNORECASE,
)
_WANTS = re.compile(
    rf"{_START}(?:do you (?:happen to )?have (?:any|some|more) (?:information|info|details|data|idea|clue|figures?)"
    r"(?: (?:on|about|as to|regarding|of))?"
    r"|(?:i|we) (?:am|are|was|were) (?:trying|keen|eager|curious|interested|hoping|looking|anxious|dying)"
    r"(?: (?:to (?:find out|know|learn|understand|see|hear|establish|work out|figure out)|in knowing|about))?"
    r"|(?:i|we) (?:am|are) (?:not|un)(?: (?:quite|really|entirely))? ?(?:sure|clear|certain)(?: (?:about|on|as to))?"
    r"|what (?:i|we)(?: really| actually)? (?:need|want|would like|wish|am trying|are trying) to (?:know"
    r"|find out|understand|learn) is"
    r"|(?:would|might|may) (?:you|anyone) (?:happen to |perhaps )*know"
    r"|(?:i|we) (?:can not|cannot|could not|did not|have not been able to) (?:find out|work out|figure out"
    r"|see|tell|make out)"
    r"|it is (?:not clear|unclear)(?: to (?:me|us))?|(?:i|we) wonder|(?:i|we) need (?:to find out|clarity on)"
    r"|(?:please )?(?:let (?:me|us) know|remind (?:me|us)|find out|help (?:me|us) understand|explain to (?:me|us)))"
    r" (?=(?:who|whom|whose|what|when|where|which|how|why|whether|by when|if)(?![a-z]))",
    re.IGNORECASE,
)


_WHO_RANKS = re.compile(
    r"(?<![a-z])who (?:is|was|are|were|came|comes?|finished|finishes|ranks?|ranked)(?: in| at)? (?:the )?"
    r"(?P<place>runners?[- ]up|first|second|third|fourth|fifth|last|bottom|top)"
    r"(?: (?:place|position|rank|spot))?(?= (?:in|on|of|among|by|for)(?![a-z])|\s*[?.]|$)",
    re.IGNORECASE,
)


def directly(text: str) -> str:
    """`text` with what it asks in a roundabout way in English asked directly; other text as it is."""
    if not _LATIN.search(text):
        return text
    text = _WANTS.sub("", text)
    for pattern in _WHETHER:
        text = pattern.sub("whether ", text)
    told = _TOLD.search(text)
    if told:
        text = f"{text[: told.start()]}whether {told['said']}?{text[told.end() :]}"
    elif tagged := _TAGGED.match(text):
        text = f"whether {tagged['said']}?"
    for pattern in _RESPONSIBLE:
        text = pattern.sub(lambda match: f"who is responsible for {match['what']}", text)
    text = _WHO_IS.sub(lambda match: f"{match['who']} is responsible for", text)
    text = _APPROACH.sub(lambda match: f"which {match['body']} is responsible for", text)
    text = _HELPS.sub(lambda match: f"{match['who']} participates in", text)
    text = _PAYS_FOR.sub(lambda match: f"how much is the subsidy in {match['who']} for", text)
    text = _CAP.sub(lambda match: f"what is the {match['limit']} {match['of']}", text)
    text = _MOST.sub(lambda match: f"what is the {'maximum' if _is_upper(match['end']) else 'minimum'}", text)
    text = _ALLOWED[0].sub(lambda match: f"may {match['whom'] or 'we'} ", text)
    text = _ALLOWED[1].sub(lambda match: f"may {match['who']} ", text)
    text = _IN_WHICH_CASE.sub(lambda match: f"under what circumstances {match['verb']} {match['what']} ", text)
    text = _WHO_RANKS.sub(_which_ranks, text)
    text = _TO_JOIN.sub("what conditions must be met to ", text)
    text = _DUE_BY.sub("which tasks must be completed", text)
    text = _LATEST.sub("by when", text)
    return _ABOUT.sub("what is said about ", text)


_ELIGIBLE = (
    re.compile(
        r"^(?:(?:if|with|given) [^?]{3,80}?, )?(?:do|does|would|will|could|can|is|are|am|may|whether) "
        r"[^?,]{1,60}?(?:(?:still )?(?:qualify|be eligible|eligible|be accepted|accepted|be admitted"
        r"|be entitled|entitled|meet the (?:conditions|requirements|criteria))"
        r" (?:for|to|of|in|into)(?: (?:apply for|join|get|receive|claim|have|enter))?"
        r"|(?:be able to |be allowed to )?(?:join|apply for|get into|take part in|participate in|claim|get|receive))"
        r" (?P<what>[^?,]{4,}?)(?:,? (?:if|with|when|although|though|given|provided|having|while|as|since"
        r"|because|even)(?![a-z])[^?]*)?\?$",
        re.IGNORECASE,
    ),
    re.compile(
        "(?:能不能|能否|可不可以|可否|是否可以|能|可以|有没有资格|够不够格|够不够条件|够格|够条件"
        "|符不符合条件|是否符合条件|符合条件)"
        "(?:申请|申报|申领|参加|享受|加入|报名|领|拿)(?P<what>(?:(?!多少|几|哪|什么|谁)[^，。？?]){3,}?)(?:吗|么|嘛)?[？?]?$"
    ),
)


def conditions_asked(text: str) -> str | None:
    """The question for the conditions of what somebody asks whether he may have (do we qualify for … with 15 people);
    None where he asks no such thing."""
    for pattern, asked in zip(
        _ELIGIBLE, ("what conditions must be met to apply for {}?", "申请{}要符合什么条件？"), strict=True
    ):
        found = pattern.search(text)
        if found:
            return asked.format(found["what"])
    return None


def _which_ranks(match: re.Match[str]) -> str:
    place = match["place"].lower()
    ranks = {"bottom": "last", "top": "first"}.get(place, "second" if place.startswith("runner") else place)
    return f"which one ranks {ranks}"


def _is_upper(end: str) -> bool:
    return end.lower() in ("most", "highest")
