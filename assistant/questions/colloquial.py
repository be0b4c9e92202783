"""Asking words and years as they are spoken, in the form that questions are written in: 啥时候 is 什么时候, 几多 is
多少, 21年6月 is 2021年6月, 到底由谁负责呢 is 由谁负责, and what's is what is."""

from __future__ import annotations

import re

from assistant.questions.demands_in_english import demands_plainly
from assistant.questions.english_numbers import in_digits
from assistant.questions.indirect_english import directly
from assistant.questions.levels import levels_written
from assistant.questions.mixed_words import in_one_language
from assistant.questions.papers_in_english import of_a_paper
from assistant.questions.spoken_ways import as_written
from corpus.starting import quick

# An English word and what is short behind it; with no apostrophe only what is no other word.
_NEGATED = quick(
    r"(?<![a-z])(?:(?P<verb>do|does|did|is|are|was|were|has|have|had|could|would|should|must|need|might|ca|wo|sha|ai)"
    r"n['’‘`´]t|(?P<bare>do|does|did|is|are|was|were|has|have|had|could|would|should)nt)(?![a-z])",
    re.IGNORECASE,
)
_WHOLE_VERB = {"ca": "can", "wo": "will", "sha": "shall", "ai": "is"}
_SHORT_VERB = re.compile(
    r"(?<![a-z])(?:(?P<who>what|who|where|when|how|why|which|that|there|here|it|he|she|i|we|you|they)['’‘`´]"
    r"(?P<verb>s|m|re|ve|ll|d)|(?P<bare>what|who|where)(?P<is>s))(?![a-z])",
    re.IGNORECASE,
)
_LONG = {"s": "is", "m": "am", "re": "are", "ve": "have", "ll": "will", "d": "would"}
_WHO_MAY = (
    "(?:谁|(?:哪些|哪一?类|哪种|[什啥]么?样?的?)"
    "(?:人|家庭|人群|群体|对象|企业|公司|单位|机构|主体|学生|老人|市民|居民))"
    "(?:才|都|就|是)*(?:有资格|够资格|够条件|够格|符合条件|可以|能够?|可)(?:去|来)?"
)
_NOT_WHO = "情[况形]|条件|问题|方式|材料|证件|标准|程度|时候|办法|方法|地方|东西|价格|水平|服务|活动|作用|效果"
_SPOKEN = (
    # A body, and no task.
    (re.compile(r"(?<![a-z])task[ -](?=(?:force|group|team)s?(?![a-z]))", re.IGNORECASE), "task"),
    (re.compile("哪个时候|[哪多啥几]会儿(?:时候)?|哪阵子"), "什么时候"),
    (re.compile("啥子?|甚么"), "什么"),
    (re.compile("什么时间(?![节段表点里内])"), "什么时候"),
    (
        re.compile(
            "(?<![哥姐兄弟夫咱他她你我妻娘爷])俩(?=(?:月|星期|礼拜|小时|钟头|人|企业|部门|单位|项目|[\u4e00-\u9fff]{2}))"
        ),
        "两个",
    ),
    (re.compile("(?<![哥姐兄弟咱他她你我])仨(?=[\u4e00-\u9fff])"), "三个"),
    # 个体 is another word: 六个体系.
    (re.compile(r"(?<=[两二三四五六七八九十\d几])个(?=体[系制]|人才)"), "大"),
    # Several counted things in one breath: 三大平台六大体系分别是什么.
    (
        re.compile(
            "([二两三四五六七八九十]大(?:(?![和与及跟同或])[\u4e00-\u9fff]){2,4}?)"
            "(?=[二两三四五六七八九十]大[^，。；？?]{2,24}?(?:分别|各自?|都)(?:是|有|指|包括|为|叫))"
        ),
        r"\1、",
    ),
    # Of which grade it is, and not how many there are: 水质要到几类.
    (re.compile("(?<=[到达为属])(?:了|于)?几(?=[类级档等](?:水质?)?(?:$|[？?，。、]))"), "哪一"),
    (re.compile("几多|(?<=[\u4e00-\u9fff])(?<![学体立])几何(?=$|[？?。，,])"), "多少"),
    # Who may have something is told by the conditions: 谁有资格买, 哪些人可以申请, 什么样的企业能报.
    (
        re.compile(f"{_WHO_MAY}(?:购?买|住|租|领取?|拿到?|办理?)(?!给|到)(?P<what>[^，。；？?]{{2,}})"),
        r"申请\g<what>要符合什么条件",
    ),
    (
        re.compile(f"{_WHO_MAY}(?P<verb>申请|申报|申领|享受|参加|报名|报考|报)(?!给|到)(?P<what>[^，。；？?]*)"),
        r"\g<verb>\g<what>要符合什么条件",
    ),
    (
        re.compile(
            r"(?<![a-z])(?:who|(?:which|what)(?: kinds? of| sorts? of)? (?:people|persons|companies|firms|enterprises"
            r"|businesses|families|households|applicants|organi[sz]ations))"
            r" (?:(?:is|are) (?:eligible|qualified|entitled) (?:for|to(?: (?:apply for|get|have|buy|receive|claim))?)"
            r"|qualif(?:y|ies) for|(?:can|may|could|(?:is|are) allowed to) (?:apply for|buy|get|receive|claim|enjoy))"
            r"(?= [a-z])",
            re.IGNORECASE,
        ),
        "what conditions must be met to apply for",
    ),
    (
        re.compile(
            r"(?<![a-z])(?:who|(?:which|what)(?: kinds? of| sorts? of)? (?:people|persons|companies|firms|enterprises"
            r"|businesses|families|households|applicants|organi[sz]ations|traders|foreigners|students))"
            r" (?:can|may|could|(?:is|are) (?:allowed|permitted|entitled|eligible) to)"
            r" (?P<what>join|enter|take part in|participate in|sit(?: for)?|take(?= [^?]*(?:exam|test|course"
            r"|training))|register for|enrol+ (?:in|on|for)"
            r"|sign up for|use|move into|live in|rent|become|practi[sc]e as)(?= [a-z])",
            re.IGNORECASE,
        ),
        r"what conditions must be met to \g<what>",
    ),
    # Headings call it 事件分级, 风险分类.
    (re.compile("(?<!部)(?<!百)(?<!级)(?<!类)分(?:为|成|作|了)*(?:哪|多少|几)个?(?=级|等级)"), "分级分为几"),
    (re.compile("(?<!部)(?<!百)(?<!级)(?<!类)分(?:为|成|作|了)*(?:哪|多少|几)个?(?=类)"), "分类分为几"),
    (
        re.compile(
            "(?:是)?在?哪(?:一|几|些)?(?:个|项|条)?(?P<what>任务|事项|举措|措施|工作)(?:里面?|当中|中|上)?(?:被|有|都)*"
            "(?:提到|提及|提过|出现|写到|写了|说到|点到|涉及)(?:过|了|的)*(?=[？?。]|$)"
        ),
        r"涉及哪些\g<what>",
    ),
    (re.compile("有没有份儿?(?=参与|参加|配合|协助|负责|牵头)"), "有没有"),
    (re.compile("(?:合计|拢共)(?=有?(?:几|多少))"), "一共"),
    (re.compile("咋个?(?!舌)"), "怎么"),
    # 总理考察时提了几个问题: 时 begins no word there.
    (
        re.compile(
            "(?<=[\u4e00-\u9fff]{2})时(?=(?:都|又|还|共|一共)?(?:提|说|讲|问|请|要|谈|指|反映|请求|建议)[了过出到]*(?:哪|几|多少|什么))"
        ),
        "期间",
    ),
    # What is punished is no task: 哪些事会被罚, 干了什么事要追责.
    (
        re.compile(
            "(?:哪[些几]|什么)[件种样]?事(?:情|儿)?(?=[^，。？?谁哪]{0,12}(?:罚(?!没)|处分|追责|问责|追究|吊销|拉黑|黑名单|取消资格"
            "|开除|撤职|停业|坐牢|犯法|违法|违规|违纪))"
        ),
        "哪些行为",
    ),
    # Two questions of who: 是哪两家牵头, 由哪个省出 (of money).
    (re.compile("是(?=哪[一两二三四几](?:家|个)(?:单位|部门|[厅局委])?牵头)"), "由"),
    (re.compile("(?<=[钱费金支本]由)哪(?:个|一)?(?:省|市|县|区|家|方|级)?(?:来)?(?:[出掏付]|买单|负担)"), "谁承担"),
    (re.compile(r"(?<=[\u4e00-\u9fff]) ?takes? the lead(?![a-z])", re.IGNORECASE), "牵头"),
    (re.compile("哪些(?:单位|部门)(?:是|都)?(?:带|打|标|有)(?:着|了|有|注)?▲的?"), "所有牵头单位有哪些"),
    # The mark of who leads, by its look: 两家以上带三角的, 商务局打三角的.
    (
        re.compile(
            "(?<![没未不无])(?:(?:带|打|标|画|注)(?:着|了|有)?小?黑?三角(?:形|号|标|符号|标记)?"
            "|(?<=[家个位])(?:带|打|标|有)(?:着|了|有)?▲)"
        ),
        "牵头",
    ),
    (re.compile("(?<![没未不无])(?:带|打|标|有)(?:着|了|有|注)?▲的?(?=单位|部门)"), "所有牵头"),
    (re.compile("(?<=[没未不无])(?P<verb>带|打|标|画|注)(?:着|了|有)?小?黑?三角(?:形|号|标|符号|标记)?"), r"\g<verb>▲"),
    # Who may do something is told by the conditions: 什么样的企业可以申请试点, 什么样的申报单位才行.
    (
        re.compile(
            rf"(?:什么|怎么?|哪)样的(?P<who>(?!{_NOT_WHO})[\u4e00-\u9fff]{{2,12}}?)(?:才|就)?"
            r"(?:行(?![政业使动为])|合格|够格|够条件|符合条件|有资格(?!的)|(?:可以|能够|能|有资格"
            r"|有权)(?P<what>[\u4e00-\u9fff]{2,16}))"
            r"(?=[？?。，,\s]|$)"
        ),
        r"\g<who>\g<what>要符合哪些条件",
    ),
    # Who wants a text read to him or sent asks what it says.
    (
        re.compile(
            "(?:^|(?<=[，。：:]))(?:请|麻烦你?|能不能"
            "|可以)?把(?P<what>[^，。？?]{4,}?第[^，。？?]{1,6}[条章款])(?:的)?(?:全文|原文|内容)?"
            "(?:给我)?(?:念|读|背|贴|发|抄|调|列|摘录?|复制|展示)(?:一下|一遍|出来|过来|上来|给我(?:听|看)?"
            "|我)*(?=[。！!？?]|$)"
        ),
        r"\g<what>规定了什么",
    ),
    (
        re.compile(
            "(?:^|(?<=[，。：:]))(?:请|麻烦你?|能不能|可以)?把(?P<what>[^，。？?]{4,}?)(?:的)?(?:全文|原文|内容)?"
            "(?:给我)?(?:念|读|背|贴|抄|摘录?|复制)(?:一下|一遍|出来|过来|上来|给我(?:听|看)?)+(?=[。！!？?]|$)"
        ),
        r"\g<what>是什么",
    ),
    (
        re.compile(
            "(?<=第)(?P<number>[^，。？?第]{1,5}[条章])(?:的)?(?:全文|原文)(?:发|给|贴|念|读|抄)?(?:一下"
            "|给?我|出来)*(?=[。？?]|$)"
        ),
        r"\g<number>规定了什么",
    ),
    (re.compile("(?<=材料|资料|要件|证件)清单(?:是什么|有哪些|包括哪些)?(?=[？?。\\s]*$)"), "有哪些"),
    # A verb and its object, parted by how far it is: 发了言, 讲过话.
    (
        re.compile("(?P<verb>发|讲|致)(?P<done>[了过])(?P<words>(?<=发.)言|(?<=讲.)话|(?<=致.)辞)"),
        r"\g<verb>\g<words>\g<done>",
    ),
    (
        re.compile(r"(?<![a-z])what(?: is)? (?:the )?(?:total )?number of(?: the)?(?= [a-z])", re.IGNORECASE),
        "how many",
    ),
    (re.compile(r"(?<![a-z])what amount of(?= [a-z])", re.IGNORECASE), "how much"),
    # Chinese counts them in a measure of its own: 五对关系.
    (re.compile(r"(?<![a-z])how many (?:pairs|sets|pieces) of(?: the)?(?= [a-z])", re.IGNORECASE), "how many"),
)
# What only presses for an answer.
_PRESSING = re.compile("(?:到底|究竟)(?=(?:都|又|还|会|要|能|是|由|归|有)*(?:谁|哪|什么|多少|几|怎|何|有没有))")
_PARTICLE = re.compile(r"(?<=[\u3400-\u9fff])[呢啊呀哦噢哈嘛咧哇]+(?=[？?。！!~～\s]*$)")
_ASKING_WORD = re.compile("谁|哪|什么|多少|几|怎|何|是否|有没有|多[大高长久]")
_CLAUSE_END = re.compile("[，,；;。？?！!\n]")
_DIGITS = str.maketrans("〇零○一二三四五六七八九", "000123456789")
# 九六年 and 零三年 are years, 三五年 is a time.
_YEAR_IN_CHARACTERS = re.compile(
    "(?<![〇零○一二三四五六七八九十百千万第])(?:(?:二[〇零○]|一九)[〇零○一二三四五六七八九]"
    "|[〇零○九])[〇零○一二三四五六七八九](?=年)"
)
# Ten years are rather a time than a year, unless a part of the year is named.
_SHORT_YEAR = re.compile(
    r"(?<![\d.〔\[(（满近达超过每共约第].)(?<![\d.—–~～-])(?<![满近达超过每共约第长期需用花])(?P<year>[0-3]\d|9\d)年"
    r"(?:(?=度|[底末初]|\d{1,2}月|[一二三四五六七八九十]{1,2}月|[上下]半年|第?[一二三四1-4]季度)"
    r"|(?<![1-9]0年)(?!(?:之|以)?[内上下前后来]|期|多|左右|间|的?(?:时间|工夫|租|使用|有效|经验|工龄)))"
)


def written(text: str) -> str:
    """`text` with the asking words and the years of speech as they are written."""
    text = in_one_language(levels_written(directly(demands_plainly(of_a_paper(in_digits(_in_full(as_written(text))))))))
    for spoken, word in _SPOKEN:
        text = spoken.sub(word, text)
    text = _PRESSING.sub("", text)
    text = _YEAR_IN_CHARACTERS.sub(lambda year: year.group().translate(_DIGITS), text)
    text = _SHORT_YEAR.sub(lambda year: f"{'19' if year['year'] > '89' else '20'}{year['year']}年", text)
    particle = _PARTICLE.search(text)
    if particle and _ASKING_WORD.search(_CLAUSE_END.split(text[: particle.start()])[-1]):
        text = text[: particle.start()] + text[particle.end() :]
    return text


def _in_full(text: str) -> str:
    """`text` with short English verbs written out, so that no letter of theirs is taken for a word."""
    text = _NEGATED.sub(lambda short: f"{_whole_verb(short['verb'] or short['bare'])} not", text)
    return _SHORT_VERB.sub(
        lambda short: f"{short['who'] or short['bare']} {_LONG[(short['verb'] or short['is']).lower()]}", text
    )


def _whole_verb(stem: str) -> str:
    whole = _WHOLE_VERB.get(stem.lower(), stem)
    return whole.capitalize() if stem[0].isupper() else whole
