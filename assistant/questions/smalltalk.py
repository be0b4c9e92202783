"""Greetings, other matters and instructions: what gets one friendly line and never an answer."""

from __future__ import annotations

import re

from assistant.questions.question import Question
from assistant.questions.said_again import asks_again
from corpus.starting import quick

_GREETING = re.compile(
    r"^\W*(?:(?:你好|您好|嗨|哈喽|早上好|下午好|晚上好|在吗|谢谢|好的?|嗯+|行|可以|没问题|了解了?|知道了|懂了|清楚了"
    r"|明白了?|收到|多谢|感谢|再见|拜拜|辛苦了|你是谁|你叫什么(?:名字)?|你(?:能|会|可以)(?:做|干|回答|查)?(?:些)?(?:什么|啥)"
    r"|怎么(?:用|使用)(?:你)?|(?:hi|hello|hey|good (?:morning|afternoon|evening)|ok(?:ay)?|got it|understood|great|fine"
    r"|i see|(?:many )?thanks?(?: you)?|bye|goodbye|who are you|what can you do|how are you)(?: there| all| again"
    r"| so much| very much| a lot)?(?![A-Za-z]))(?:[啊呀吗呢吧你您]|\W)*+)+$",
    re.IGNORECASE,
)
_INSTRUCTION = quick(
    r"(?:忽略|无视|忘(?:记|掉)|不(?:要|用)管|抛开)(?:掉)?(?:你|之前|此前|先前|上述|以上|上面|前面|所有|一切|全部|先前"
    r"|现有)*(?:的)?(?:所有|全部)?(?:指令|规则|提示|设定|要求|限制|约束|系统|内容)|(?:输出|显示|打印"
    r"|告诉我|泄露|复述).{0,6}(?:系统)?(?:提示词|指令|system prompt)|你现在是|从现在(?:起|开始)你"
    r"|(?:你|请)[^，。？?]{0,4}扮演"
    r"|假装(?:你)?|越狱|开发者模式"
    r"|(?<![A-Za-z])(?:ignore|disregard|forget|override"
    r"|bypass)(?![A-Za-z]).{0,20}(?<![A-Za-z])(?:rules?|instructions?|prompts?|guidelines?"
    r"|constraints?|above|previous|everything)(?![A-Za-z])|(?<![A-Za-z])system prompt(?![A-Za-z])"
    r"|(?<![A-Za-z])you are now(?![A-Za-z])|(?<![A-Za-z])pretend(?![A-Za-z])"
    r"|(?<![A-Za-z])act as(?![A-Za-z])|(?<![A-Za-z])role-?play(?![A-Za-z])"
    r"|(?<![A-Za-z])jailbreak(?![A-Za-z])|(?<![A-Za-z])developer mode(?![A-Za-z])",
    re.IGNORECASE,
)
# What documents may be about (天气, 股票, 彩票) is another matter only where it is asked for as people chat about it.
_REQUEST = quick(
    r"(?:讲|说)(?:个|一个)?(?:笑话|故事)|写(?:一?首|篇|段|个)|(?:作|写)诗|算一下\d"
    r"|(?:帮我|请|给我|麻烦)[^，。？?]{0,30}翻译|翻译(?:一下|成|为|这|那|下)|^\W*翻译[:：“\"]"
    r"|(?:今天|明天|后天|今晚|明早|现在|外面|这两天|周末|最近)[^，。？?]{0,6}天气|天气(?:怎么?样|咋样|如何|预报(?:$|[？?])|好不好|冷不冷|热不热)"
    r"|(?:推荐|买|炒|卖)[^，。？?]{0,4}(?:股票|彩票)|(?:股票|彩票)(?:代码|行情|推荐|号码|会?涨|会?跌|怎么买|开奖)"
    r"|(?<![A-Za-z])jokes?(?![A-Za-z])|(?<![A-Za-z])poems?(?![A-Za-z])"
    r"|(?<![A-Za-z])weather(?! (?:warning|alert|disaster|condition|service|emergenc|station|bureau))(?![A-Za-z])"
    r"|(?<![A-Za-z])translate(?![A-Za-z])"
    r"|(?:^\W*|(?<![A-Za-z])(?:please|you|and|then|me to),? )write (?:me )?(?:a|an|some)(?![A-Za-z])",
    re.IGNORECASE,
)


def is_small_talk(question: Question) -> bool:
    """Whether the text greets, instructs or asks for something that no document could answer; also for the answer
    before once more, which is nothing where there is none."""
    text = question.text
    return asks_again(text) or bool(
        _GREETING.match(text) or _INSTRUCTION.search(text) or (_REQUEST.search(text) and not question.units)
    )
