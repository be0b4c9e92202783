"""Who speaks where no line of its own names the speaker.

In minutes the last one named speaks: 市财政局副局长冯月琴表示，…。她强调，…. A speech that is a document by itself says
in its opening who gave it, and where: 2025年1月14日自治区人民政府主席王莉霞在…会议上的讲话.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass

from corpus.lines import POSTS
from corpus.starting import quick
from corpus.types import Document, Section, Span

FAR = 1500
"""Characters after which a speaker is not the one any more whom 她 or 他 means."""
OPENING = 500
"""Characters within which a speech addresses those who hear it."""

_SAYS = (
    "表示|强调|指出|介绍|汇报|说|提出|认为|建议|反映|要求|通报|提醒|坦言|透露|谈到|讲|发言|致辞|回应|解释|呼吁|希望"
    "|总结"
)
# The characters that names begin with: the common surnames, without those that are mostly other words after a post (应,
# 向, 和: 主任向市政府汇报 names nobody).
_SURNAMES = (
    "赵钱孙李周吴郑王冯陈褚卫蒋沈韩杨朱秦尤许何吕施张孔曹严华金魏陶姜戚谢邹喻柏水窦章云苏潘葛奚范彭郎鲁韦昌马苗凤花方"
    "俞任袁柳酆鲍史唐费廉岑薛雷贺倪汤滕殷罗毕郝邬安常乐于傅皮卞齐康伍余元卜顾孟平黄穆萧肖尹姚邵湛汪祁毛禹狄米贝明臧伏"
    "成戴谈宋茅庞熊纪舒屈项祝董梁杜阮蓝闵席季麻强贾路娄危江童颜郭梅盛林刁钟徐邱骆高夏蔡田樊胡凌霍虞万柯卢莫房裘缪宗丁"
    "宣邓郁杭洪包诸左石崔吉龚程邢滑裴陆荣翁荀羊甄曲封芮储靳汲松井段富巫乌焦巴弓牧山谷车侯宓蓬班秋仲伊宫宁仇栾暴甘厉戎"
    "祖武符刘景詹束龙叶幸韶黎薄白怀蒲鄂索咸籍赖卓蔺屠蒙池乔阴胥苍闻莘党翟谭贡劳逄姬申扶堵冉宰郦雍璩桑桂濮牛寿边扈燕冀"
    "浦尚农温庄晏柴瞿阎阳慕连茹习宦艾鱼古易戈廖庾暨衡耿弘匡文寇禄阙东欧殳沃蔚越夔隆巩厍聂晁勾敖融冷訾辛阚简饶空曾毋沙"
    "养鞠丰巢关蒯荆竺权逯盖桓仉督岳帅缑亢况郈琴商牟佘佴伯谯爱佟付涂闫覃肇仝刚布旦扎洛达娃拉木"
)
_TWO_CHARACTERS = (
    "欧阳|上官|司马|诸葛|皇甫|尉迟|公孙|慕容|鲜于|申屠|令狐|宇文|长孙|司徒|司空|端木|东方|夏侯|闻人|赫连|澹台|公冶|宗政|濮阳"
    "|淳于|单于|太叔|仲孙|轩辕|钟离|闾丘|南宫|万俟|呼延|独孤|拓跋|贺兰|左丘|梁丘|公羊|巫马|颛孙|漆雕"
)
BEGINS_NAME = f"(?:{_TWO_CHARACTERS}|[{_SURNAMES}])"
"""How Chinese names begin, as a pattern: by a surname of two characters or of one."""
_NAMED = re.compile(
    rf"(?:^|(?<=[，。；：！？”\s\u3000]))(?P<post>[\u4e00-\u9fff]{{0,24}}?(?:{POSTS}))(?P<name>(?!于会){BEGINS_NAME}[\u4e00-\u9fff]{{1,3}}?)"
    rf"(?=(?:同志)?(?:(?:首先|还|也|则|代表[^，。；]{{1,12}}|在[^，。；]{{1,16}}(?:上|中|时)))*(?:{_SAYS}))"
)
# 郁知非（市水利局局长）：…: a digest that opens each speech by its speaker.
_PERSON = rf"{BEGINS_NAME}[\u4e00-\u9fff]{{1,3}}"
_LABEL = re.compile(
    rf"(?:^|(?<=\n))[ \t\u3000]*(?:(?P<name>{_PERSON})[ \u3000]*[（(](?P<post>[^（）()\n：:]{{2,30}})[）)]"
    rf"|(?P<post_before>[\u4e00-\u9fff（）]{{0,24}}(?:{POSTS}))[ \u3000]+(?P<name_after>{_PERSON}))[ \u3000]*[：:]"
)
# What minutes and papers have in such brackets, too: 【事项一】.
_NO_PERSON = r"(?!事项|议题|任务|问题|议程|案例|背景|第[一二三四五六七八九十\d]|附)"
# 【郎若渔】…, 【某日报记者】…, 郎若渔：…: the record of a press conference, whose head says who is who.
_TURN = re.compile(
    rf"(?:^|(?<=\n))[ \t\u3000]*(?:【{_NO_PERSON}(?P<bracketed>[^【】\n]{{2,20}})】"
    r"|(?P<plain>[\u4e00-\u9fff]{2,4})[ \u3000]*[：:]"
    r"|(?P<reporter>[\u4e00-\u9fffA-Za-z·《》]{2,16}记者)[ \u3000]*[：:])"
)
NAMED_PERSON = re.compile(
    rf"(?:{POSTS}|负责人|组长|同志|[：、\s（(])\s*{BEGINS_NAME}[\u4e00-\u9fff]{{1,2}}(?=[，。；、）)（(\s任]|同志|$)"
    rf"|{BEGINS_NAME}[\u4e00-\u9fff]{{1,2}}(?:同志|先生|女士|[担兼]任)"
)
"""Where a text names a person: after a post or a mark, or before 同志."""
_PRONOUN = re.compile(rf"[^，。；]{{0,6}}[他她](?:还|也|同时|最后|进一步|特别)*(?:{_SAYS})")
# 刘波表示：…: what a report says that somebody said whose post stands elsewhere.
_REPORTED = quick(
    rf"(?:(?<![\u4e00-\u9fff])|(?<=[长任记席理员表人授监裁]))(?P<name>{BEGINS_NAME}[\u4e00-\u9fff]{{1,2}}?)(?:同志)?"
    rf"(?:首先|还|也|则|同时|最后|(?<!在)在[^，。；\n]{{1,16}}(?:上|中|时))*(?:{_SAYS})"
)
# To the full stop that ends what is said, those inside of quotation marks apart.
_TO_THE_END = re.compile(r"(?:[^。！？“\n]|“[^”\n]*(?<![。！？])”)*(?:“[^”\n]*(?<=[。！？])”|[。！？])?")
# Where somebody else takes the word.
_OTHERS = re.compile("会议(?:要求|指出|强调|认为|决定|明确|议定|听取|研究|经)|与会")
_PARAGRAPH = re.compile(r"[。！？；”]\s*\n|\n\s*\n")
_ADDRESS = re.compile(r"(?:各位[\u4e00-\u9fff、]{2,12}|同志们|女士们[\u4e00-\u9fff、，]{0,16})[：:，！]")
_AT = r"(?=在[^\n。；]{4,40}会)"
_POST = rf"(?P<post>[\u4e00-\u9fff]{{0,16}}?(?:{POSTS}))"
_LEADER = "(?P<post>[市省州县区]长|主席|书记|主任)"
_SINCE = r"(?:^|(?<=[日\s\u3000——-]))"
_GIVEN_BY = (
    re.compile(rf"{_SINCE}{_POST}(?P<name>{BEGINS_NAME}[\u4e00-\u9fff]{{1,3}}?){_AT}", re.MULTILINE),
    re.compile(rf"{_SINCE}(?P<name>{BEGINS_NAME}[\u4e00-\u9fff]{{1,2}}){_LEADER}{_AT}", re.MULTILINE),
)
# A speech that tells what somebody else said.
_TOLD = re.compile(rf"(?:{POSTS}|总理)[^，。；]{{0,8}}(?:{_SAYS})")
# A plan that sets a task out says of nobody that he spoke of it.
_ATTRIBUTES = re.compile(rf"{_SAYS}|[说讲谈]|提到|介绍|[通汇]报|发言|致辞|批示|主持|宣布|部署|解读|回应|答复")
_OCCASION = re.compile(r"[^\n]*\d{4}年\d{1,2}月\d{1,2}日[^\n]*会[^\n]*")


@dataclass(frozen=True, slots=True)
class Speaker:
    """A speaker by name and post, and `span`, the words of the document that name both."""

    name: str
    post: str
    span: Span

    @property
    def shown(self) -> str:
        """The name with the post in brackets, as speakers of digests have it; the name alone without a post."""
        return f"{self.name}（{self.post}）" if self.post else self.name


def speaker_before(text: str, sentence: Span, section: Span) -> Speaker | None:
    """Who says a sentence of minutes: whom it names itself, whom 他 or 她 means, who has the word in its paragraph."""
    said = sentence.of(text)
    start = max(section.start, sentence.start - FAR)
    before = text[start : sentence.end]
    named = [match for match in _NAMED.finditer(before) if start + match.start() < sentence.end]
    if not named:
        return None
    last = named[-1]
    span = Span(start + last.start("post"), start + last.end("name"))
    if span.start < sentence.start:
        between = text[span.end : sentence.start]
        if _OTHERS.search(between) or _OTHERS.search(said):
            return None
        if not _PRONOUN.match(said.strip()) and _PARAGRAPH.search(between):
            return None
    return Speaker(last["name"], last["post"], span)


@dataclass(frozen=True, slots=True)
class LabelledSpeech:
    """A speech that its speaker's name opens; `span` reaches from there to the next name or heading."""

    speaker: Speaker
    span: Span


def reported_speeches(document: Document) -> tuple[LabelledSpeech, ...]:
    """What a report says that somebody said, in text order: each statement from the name to the end of the sentences
    that go on with 他 or 她; without posts."""
    text, found, at = document.text, list[LabelledSpeech](), 0
    for told in _REPORTED.finditer(text):
        if told.start() < at:
            continue
        at = _sentence_end(text, told.end())
        while (following := _PRONOUN.match(text, at)) and following.end() > at:
            at = _sentence_end(text, following.end())
        name = Span(*told.span("name"))
        start = max(text.rfind(stop, 0, name.start) for stop in "。！？\n") + 1
        found.append(LabelledSpeech(Speaker(told["name"], "", name), Span(start, at)))
    return tuple(found)


def _sentence_end(text: str, at: int) -> int:
    rest = _TO_THE_END.match(text, at)
    return rest.end() if rest else at


def digest_speeches(document: Document, outline: Sequence[Section]) -> tuple[LabelledSpeech, ...]:
    """The speeches of a digest that prints a line with post and name at each, in text order."""
    found = []
    for section in outline:
        if section.speaker and section.heading and section.level == 1:
            name, _, post = section.speaker.partition("（")
            near = document.text.find(name, max(0, section.heading.start - 60), section.heading.end + 60)
            at = Span(near, near + len(name)) if near >= 0 else section.heading
            found.append(LabelledSpeech(Speaker(name, post.rstrip("）"), at), section.span))
    return tuple(found)


def labelled_speeches(document: Document, sections: Callable[[], Sequence[Section]]) -> tuple[LabelledSpeech, ...]:
    """The speeches of a digest that prints name and post before each, in text order; empty where fewer than two are.

    `sections` reads the document's outline, which most documents are told without."""
    labels = list(_LABEL.finditer(document.text))
    if len(labels) < 2:
        return _turns(document)
    outline = sections()
    stops = sorted({section.span.start for section in outline} | {section.span.end for section in outline})
    found = []
    for number, label in enumerate(labels):
        following = labels[number + 1].start() if number + 1 < len(labels) else len(document.text)
        end = min([following, *(stop for stop in stops if stop > label.end())])
        group = "name" if label["name"] else "name_after"
        span = Span(min(label.start(group), max(label.start("post_before"), 0) or label.start(group)), label.end())
        speaker = Speaker(label["name"] or label["name_after"], label["post"] or label["post_before"], span)
        found.append(LabelledSpeech(speaker, Span(span.start, end)))
    return tuple(found)


def _turns(document: Document) -> tuple[LabelledSpeech, ...]:
    """The turns of a press conference, those of the reporters among them, whose posts are empty."""
    text = document.text
    labels = []
    for label in _TURN.finditer(text):
        name = (label["bracketed"] or label["plain"] or label["reporter"]).strip()
        surname = bool(re.match(BEGINS_NAME, name))
        # 时间： and 牵头单位： stand alone or beside what is no post.
        speaker = _introduced(name, text) if surname or not label["plain"] or _stands_apart(name, text) else None
        if speaker and not surname and not re.search(POSTS, speaker.post or ""):
            speaker = None
        if speaker or label["bracketed"] or label["reporter"]:
            labels.append((label.start(), speaker or Speaker(name, "", Span(label.start(), label.end()))))
    if len(labels) < 2:
        return ()
    ends = [start for start, _ in labels[1:]] + [len(text)]
    return tuple(LabelledSpeech(speaker, Span(start, end)) for (start, speaker), end in zip(labels, ends, strict=True))


def _stands_apart(name: str, text: str) -> bool:
    """Whether a text has a name elsewhere than before a colon."""
    return text.count(name) > len(re.findall(f"{name}[ \u3000]*[：:]", text))


def _introduced(name: str, text: str) -> Speaker | None:
    """Whom a line of its own names with the post: 郎若渔　人民银行某市分行副行长; None where no line does."""
    lead = r"^[ \t\u3000]*(?:[^\n：:]{2,6}[：:])?[ \t\u3000]*"
    after = r"(?:[ \t\u3000]+(?P<post>[^\n，。；]{3,40})|[（(](?P<bracketed>[^（）()\n]{3,40})[）)])$"
    before = r"(?P<before>[^\n，。；：]{3,40}?)[ \t\u3000]+"
    line = re.search(rf"{lead}(?:{re.escape(name)}{after}|{before}{re.escape(name)}$)", text, re.MULTILINE)
    if line is None:
        return None
    return Speaker(name, (line["post"] or line["bracketed"] or line["before"]).strip(), Span(*line.span()))


def tells(sentence: str) -> bool:
    """Whether a sentence of a speech gives the words of somebody else (总书记强调)."""
    return bool(_TOLD.search(sentence))


def attributes(sentence: str) -> bool:
    """Whether a sentence says of anybody that he said, reported or presided over something."""
    return bool(_ATTRIBUTES.search(sentence))


def giver(document: Document) -> Speaker | None:
    """Who gives the speech that a document is, as its opening says; None where it is no speech or does not say it."""
    opening = opening_of(document)
    if opening is None:
        return None
    text = opening.of(document.text)
    for pattern in _GIVEN_BY:
        found = pattern.search(text)
        if found:
            line = Span(opening.start + found.start(), opening.start + found.end())
            return Speaker(found["name"], found["post"], line)
    return None


def opening_of(document: Document) -> Span | None:
    """What stands before a speech addresses those who hear it; None where it addresses nobody."""
    address = _ADDRESS.search(document.text[:OPENING])
    return Span(0, address.start()) if address and address.start() > 0 else None


def occasion(document: Document) -> Span | None:
    """The line of a speech's opening that says when and where it was given."""
    opening = opening_of(document)
    line = _OCCASION.search(opening.of(document.text)) if opening else None
    if opening is None or line is None:
        return None
    text = line.group()
    lead = len(text) - len(text.lstrip(" \u3000\t-—（("))
    end = line.end() - (len(text) - len(text.rstrip(" \u3000\t）)")))
    return Span(opening.start + line.start() + lead, opening.start + end)
