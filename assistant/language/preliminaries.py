"""Sentences that lead up to what a paper says: they name its whole matter and state nothing of it.

That a paper is issued or a request was received, whom a meeting heard, what the writer of a letter had asked for,
stands before the reply, the decision, the rule; of all sentences these have the most words in common with a question.
"""

from __future__ import annotations

import re
from functools import lru_cache

from corpus.starting import quick

_PAPER = re.compile(
    # A paper goes out: 现将…公布如下; 市政府印发了《…》; 起草了…，向社会公开征求意见.
    r"现(?:将|予)[^。；]{0,60}(?:公布|印发|通知|函复|批复|答复|报告|通报|下达)"
    r"|(?:印发|出台|发布|起草|制定)了[^，。；]{0,8}《|向社会公开征求意见|收悉"
    # A meeting hears and studies: 主持召开专题会议，听取…汇报，研究….
    r"|召开[^。；]{0,20}会议，?[^。；]{0,6}(?:听取|研究|传达|部署)"
    r"|(?:根据|按照)[^，。；]{4,80}(?:精神|要求|规定|部署)，?[^。；]{0,40}(?:制定本|现就|提出如下)"
    r"|经[^，。；]{2,30}(?:研究|同意)，现"
    # A speaker says of what he will speak: 围绕…三个方面作简要汇报; 主要汇报三大方面内容.
    r"|[个大](?:方面|维度|部分|问题|内容)[^，。；]{0,4}(?:作|做|进行)[^，。；]{0,6}(?:汇报|报告|介绍|说明|发言)"
    r"|(?:主要|简要|重点)?(?:汇报|报告|介绍|讲|谈)[^，。；]{0,3}[两二三四五六七八九十\d][个大点](?:方面|维度|部分|问题|内容|意见)?"
)
_NUMBER = "(?:[一二三四五六七八九十]+、|（[一二三四五六七八九十]+）)?"
# What the other side asked, which a letter repeats before it replies: 你省请求….
_REQUEST = re.compile(
    rf"{_NUMBER}(?:(?:你|贵)[省市区县州院部委局们][^，。；]{{0,30}}?(?:请求|建议|提出|反映|希望|来函|请示)"
    rf"|您?你?们?(?:提出|反映)的[^。]{{4,80}}(?:建议|提案|问题)[^，。；]{{0,6}}[。，]?$|[^，。；]{{2,12}}[省市县]请求[，,])"
)
_ON_REQUEST = re.compile(rf"{_NUMBER}关于[^，。；]{{2,60}}(?:问题|的(?:建议|提案|请求|请示))[。]?$")
_ASKED_OF_IT = quick(
    r"请求|建议|提案|请示|来函|反映|印发|出台|发布|制定|起草|征求意见|意见稿|会议|召开|听取|汇报|发言|介绍|根据|依据|收悉"
    r"|哪[天日一]|时间|何时|什么时候|有效|生效|施行|实施"
    r"|(?<![a-z])(?:ask(?:ed|s)? for|request(?:ed|s)?|propos(?:ed?|als?)|suggest(?:ed|ions?)?|issu(?:ed?|ing)"
    r"|publish(?:ed)?|draft(?:ed)?|meeting|chair(?:ed|s)?|held|based on|consultation|when|dates?|valid|effect|in force)"
    r"(?![a-z])",
    re.IGNORECASE,
)


# What stands around a paper and says nothing of its matter: where it is from, who made it up, who receives it.
_IMPRINT = re.compile(
    r"(?:来源|信息来源|发布(?:机构|单位|时间|日期|人)|编制单位|编写单位|责任编辑|编辑|浏览次数|索引号|更新(?:日期|时间)|成文日期|印发日期|抄送|主送|分送|发送|承办科室|主题词)[：:]"
)


def is_imprint(text: str) -> bool:
    """Whether a line names where a paper is from or whom it goes to (来源：市住建局　发布时间：2月18日)."""
    return bool(_IMPRINT.match(text))


@lru_cache(maxsize=30_000)
def leads_up(text: str) -> bool:
    """Whether a sentence leads up to what a paper says."""
    return bool(_PAPER.search(text) or _REQUEST.match(text) or _ON_REQUEST.match(text))


def repeats_request(text: str) -> bool:
    """Whether a sentence of a reply repeats what was asked for; the reply to it follows."""
    return bool(_REQUEST.match(text)) and "收悉" not in text


def asks_what_led_up(question: str) -> bool:
    """Whether a question may be about that: how a paper came about, or what somebody had asked for."""
    return bool(_ASKED_OF_IT.search(question))
