"""Turns that ask of the answer before rather than of what it was about: which paper says so, what else that speaker
said."""

from __future__ import annotations

import re

from assistant.types import Turn

# 这是哪个文件说的, 出自哪份文件, which document says so, what is the source.
_SOURCE = re.compile(
    r"(?:请问|那么?)?(?:这|那|以上|上面|刚才|它)?(?:个|些|句话?|段话?|条|一?点)?(?:说法|数字?|数据|内容|规定|信息|答案|结论|话)?"
    r"(?:都|又)?(?:是|来自|出自|源自|引自|见于?|写在|载于?|的?(?:出处|来源)(?:是|在)?)(?:的)?"
    r"(?:哪|什么|哪儿|哪里)(?:一?(?:个|份|部|篇|些))?(?:文件|文档|材料|资料|文|通知|方案|报告|地方|出处)?(?:里面?|中|上)?"
    r"(?:说|写|讲|提到?|规定|来|看到|有|查到?|得到?|记载)?(?:过|了|出来)?的?[呢啊呀]?"
    r"|(?:哪|什么)(?:一?(?:个|份|部))?(?:文件|文档|材料|方案|报告)(?:里面?|中|上)?(?:这么|这样)?(?:说|写|讲|规定|提到?)过?的?"
    r"|(?:出处|来源|原文出处|依据的?文件)(?:呢|是什么|在哪里?|在哪儿)"
    r"|(?:and )?(?:which|what) (?:document|paper|file|notice|plan|source|text) (?:says|states|is|does|did) "
    r"(?:so|that|this|it)(?: (?:come )?(?:in|from))?"
    r"|(?:and )?where (?:is|does|did) (?:that|this|it) (?:stated|written|come from|say so|said)"
    r"|(?:what is|what's|what was) (?:the|your) source(?: (?:of|for) (?:that|this|it))?|source",
    re.IGNORECASE,
)
# 他还说什么: who is meant is told by the answer before (这是朱有清（市委常委）在…讲的, 朱有清 (…) gave the speech).
_OF_SPEAKER = re.compile(
    r"(?:他|她|这位领导|那位领导)(?=(?:在会上|会上|又|还|都|也|另外|后来|具体|对|就|关于|说|讲|谈|提)[^，。？?]*)"
    r"|(?<![a-z])(?:he|she)"
    r"(?= (?:also |further |then )?(?:sa(?:y|id)|mention|report|talk|speak|spoke|add|stress|point))",
    re.IGNORECASE,
)
_SPEAKER_TOLD = re.compile(
    r"(?:^|这是|The speaker is |said by )(?P<name>[\u4e00-\u9fff·]{2,4})(?:[（(][^（）()]{2,40}[）)])?"
    r"(?= ?(?:作了|在“|讲的|gave|, in the speech|\.|$))"
)


def source_asked(text: str, turn: Turn) -> str | None:
    """The question for the title of the one paper that the answer before cites, where a turn asks which paper says so;
    None where it asks for something else, or several papers are cited."""
    if not _SOURCE.fullmatch(text.strip().rstrip("？?。. ")):
        return None
    titles = list(dict.fromkeys(one.title for one in turn.answer.citations))
    if len(titles) != 1:
        return None
    zh = re.search("[\u4e00-\u9fff]", text)
    return f"《{titles[0]}》的标题是什么？" if zh else f"What is the full name of the document 《{titles[0]}》?"


def of_the_speaker(text: str, turn: Turn) -> str:
    """`text` with the name of the speaker whom the answer before told in place of 他; as it is where it told none."""
    told = _SPEAKER_TOLD.search(turn.answer.answer)
    return _OF_SPEAKER.sub(told["name"], text, count=1) if told else text
