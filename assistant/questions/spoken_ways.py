"""Ways in which people ask in speech whether something is so or may be done, put as questions are written: 让不让出租
and 能出租不 are 能不能出租 and 能出租吗, 不能卖，真的假的 is 不能卖，对吗; and what they say around it (说好的, 来着).
"""

from __future__ import annotations

import re

_END = r"(?=[\s。.！!？?~～]*$)"
_ASKING = re.compile("谁|哪|什么|啥|多少|几|怎|咋|何|多[大高长久深宽远重快]|还是")
# Whether something is so, asked behind what is said: 不能上市，真的假的.
_IS_IT_SO = re.compile(
    r"(?:的)?[，,。；;\s]*(?:这(?:话|个|事儿?|种说法)?)?(?:到底|究竟)?(?:是)?"
    r"(?:真的?(?:还是)?假的?|真的(?:吗|么)|真有其事(?:吗|么)?|有没有这(?:回|码|个|档子?)?(?:事儿?|说法)|有这(?:回|码|个)事儿?(?:吗|么)"
    r"|属实(?:吗|么|不)|是不是这(?:样|么回事儿?)|是这(?:样|么回事儿?|个理)(?:的)?(?:吗|么|吧|不)|没(?:说|记|搞|弄)?错吧|对不|是吧|对吧)"
    + _END
)
_LEAVE = "让|准|许|允许|准许|容许|兴|能|可以|得以"
_SPOKEN = (
    # No office for foreign affairs: 老外办证.
    (re.compile("老外(?!婆|公|婆婆|交)"), "外国人"),
    # The verb with its negation: 让不让出租, 准不准带走.
    (re.compile("(?P<verb>允许|准许|容许)不(?P=verb)|允不允许|准不准许|容不容许"), "能不能"),
    (re.compile("(?<![水精对瞄核校])准不准(?=[\u4e00-\u9fff])"), "能不能"),
    (re.compile("(?P<verb>[让许兴])不(?P=verb)(?=[\u4e00-\u9fff])"), "能不能"),
    # And with what is asked about between the two: 让养狗不让, 能退不能.
    (
        re.compile(rf"(?P<verb>{_LEAVE})(?P<what>[\u4e00-\u9fff]{{1,8}}?)不(?:让|准|许|允许|能|可以){_END}"),
        r"能不能\g<what>",
    ),
    # 能卖不, 要交钱不; but not 卖还是不.
    (
        re.compile(
            rf"(?P<asked>(?:能够?|可以|会|要|得|准|让|许|用|算|有|管|够|需要?|给|行|包|收|属于|允许)[\u4e00-\u9fff]{{0,14}}?)"
            rf"(?<!还是)(?<![是或从并绝毫好差要么])不{_END}"
        ),
        r"\g<asked>吗",
    ),
    # 有补贴没有, 批了没, 涨过价没.
    (re.compile(rf"(?P<asked>(?<!没)有[\u4e00-\u9fff]{{1,12}}?)没有?{_END}"), r"\g<asked>吗"),
    (re.compile(rf"(?P<asked>[\u4e00-\u9fff]{{2}}[了过][\u4e00-\u9fff]{{0,4}})没有?{_END}"), r"\g<asked>吗"),
    # Rules that are asked after without a word for them.
    (
        re.compile(
            rf"(?:这[事块]儿?)?(?:上|方面)?(?:有没有|有)(?:个|什么|啥|哪些)?(?:说法|讲究|规矩|章程|名堂|说道){_END}"
        ),
        "有什么规定",
    ),
    # How many people, and no number of a paper: 有多少号人.
    (re.compile("(?P<many>多少|几十?|几百)(?:来)?[号口](?=人(?!民|大|才|数))"), r"\g<many>个"),
    (re.compile("钟头"), "小时"),
    (re.compile("(?<=个)礼拜"), "星期"),
    (re.compile("打哪[儿里]?(?=来|弄|找|出)"), "从哪里"),
    (re.compile("(?:(?<!封)顶多|撑死了?|充其量)(?=[\u4e00-\u9fff])"), "最多"),
    (re.compile("起码(?=[\u4e00-\u9fff])"), "至少"),
    # What was promised is asked about for what it is.
    (re.compile("(?:不是|明明|当初|之前|原来|以前|早就)*说(?:好了?|过)的?(?=[\u4e00-\u9fff]{2})"), ""),
    (re.compile(rf"(?<=[\u4e00-\u9fff])(?:来着|来的着)[呢啊呀]?{_END}"), ""),
    (
        re.compile(
            r"(?:(?:[，,。；;！!\s]+|[啊呀哦])(?:急急?急?|在线等|挺急的?|很急|急等|跪求|求告知|求解答|求指教|求回复)(?:[，,！!\s]|"
            rf"在线等|急)*)+{_END}"
        ),
        "",
    ),
)


def as_written(text: str) -> str:
    """`text` with what is said only in speech as questions have it."""
    for spoken, word in _SPOKEN:
        text = spoken.sub(word, text)
    found = _IS_IT_SO.search(text)
    if found and found.start() and not _ASKING.search(text[: found.start()]):
        text = f"{text[: found.start()].rstrip('，, ')}，对吗{text[found.end() :]}"
    return text
