"""Particulars that a question may ask for, each told by few words: on which website, whence something comes, out of
which account, what is done every so often, after what something begins anew. What lacks all of these words tells it
not, as near as it may be to the rest of the question."""

from __future__ import annotations

import re
from functools import lru_cache

_WHICH = "(?:哪(?:一|几)?(?:个|家|些|种)?|什么|啥)"
_TOLD = (
    # On which site or in which system: 公示在哪个网站, 在什么平台上填.
    (
        rf"(?:在|到|去|从|上|用|通过|登录?陆?|哪家?)(?:[^，。？?]{{0,6}}?){_WHICH}(?:网站|网页|网址|网络平台|平台(?!公司|企业|单位|经济)|系统|公众号|小程序|客户端|APP|网(?=上|$|[，。？?查报填]))",
        "网|平台|系统|公众号|小程序|客户端|APP|App|app|www|http",
    ),
    # In which newspaper, on which channel.
    (
        rf"(?:在|上|登){_WHICH}(?:报纸?|刊物|杂志|媒体|频道|电视台)(?!告)",
        "报(?!送|告|请|名|销|批|备|价)|刊|杂志|媒体|频道|电视|广播",
    ),
    # In which room: 会议室, 大厅.
    (
        rf"(?:在|到|去){_WHICH}(?:会议室|会场|房间|办公室|大厅|展厅|宾馆|酒店|饭店)",
        "会议室|会场|室|厅|楼|宾馆|酒店|饭店|会堂|中心",
    ),
    # At which of the sites of a kind: 哪个体育场, 哪座剧院.
    (
        "哪(?:一|几)?(?:个|座|家|所|处)?(?:体育[场馆中]心?|场馆|赛场|球场|剧院|剧场|影院|展馆|博物馆|图书馆|文化馆|美术馆)",
        "场(?!所|景|合|次|地|面|监)|馆|剧院|影院|中心",
    ),
    # Whence: 技术来自哪家公司, 从哪儿引进.
    (
        rf"(?:来自|源自|源于|引自|来源(?:是|为|于))(?:于)?{_WHICH}(?![位人]|领导|嘉宾)",
        "来自|源[自于]|来源|引进|引入|采购|供[应货]|提供|研发|自主",
    ),
    # Where the office of a group is: whoever belongs to the group need not house it.
    (
        r"(?:办公室|秘书处|办事机构|日常(?:工作|事务))(?:的?牌子)?(?:是|都)?(?:设立?|放|挂靠?|落|安)(?:在|于|到)?(?:了)?(?:哪|什么|啥|谁)",
        "办公室|秘书处|办事机构|日常(?:工作|事务)",
    ),
    # Who pays: who does the work need not.
    (
        r"(?:费用?|经费|开支|支出|成本|资金|花销|钱)(?:都|全部|应当?|最后|到底)?(?:是|由)?"
        r"(?:谁|哪(?:个|一|家|些|级)?(?:方|单位|部门|财政|企业|公司|家|政府)?)(?:来)?"
        r"(?:承担|负担|出(?!台|具)|支付|付|买单|掏|给|拨付?|分担)|谁(?:来)?(?:买单|掏钱|出钱|付钱|付费|出资)"
        r"|(?<![a-z])who (?:will |would )?(?:pays?|bears?|covers?|funds?|foots?)(?![a-z])(?! attention| tribute)",
        "费|承担|负担|自[理付筹]|财政(?!局|厅|部)|资金|资助|补助|补贴|出资|列支|拨[付款]|预算|投资|元",
    ),
    # A rate: how often and how many tells it not; in a table the column says what the numbers are.
    (
        "(?<![频功汇速费])(?<!分辨)(?<!流)率(?:一共|大约|分别|目前|现在)?(?:是|为|有|能|要|应|将|达到?|做到|降到|升到|提高到)*(?:多少|百分之几|多高)",
        r"[%％‰\t率]|百分|千分|万分|百分点|[一二三四五六七八九半]成|倍|[一二三四五六七八九十]+分之|全部|全[面覆]|所有|均",
    ),
    # Of guests from abroad in English: all guests are others.
    (
        "(?<![a-z])(?:how many|number of) (?:foreign|overseas|inbound|international) "
        "(?:tourists?|visitors?|travell?ers?|guests?|arrivals?)(?![a-z])",
        "入境|境外|外[国籍宾商]|海外|国际|中外|外来|港澳",
    ),
    # In which countries: so many countries are not named.
    (
        "哪(?:些|几|[一两二三四五六七八九十]|[0-9]+)?个?国(?:家|(?=[？?。，]|$))"
        "|(?<![a-z])(?:which|what) countr(?:y|ies)(?![a-z])",
        "[美英法德日韩俄泰越印巴意西荷澳加新马墨阿埃沙伊土波匈捷希瑞挪芬丹比葡奥]国"
        "|[中法德日韩俄英美]欧"
        "|中[美日韩俄德法英意越泰]"
        "|日本|韩国|朝鲜|蒙古|俄罗斯|新加坡|马来|印度|印尼|越南|泰|缅甸|老挝|柬埔寨"
        "|菲律宾|文莱"
        "|斯坦|巴西|墨西哥|阿根廷|智利|秘鲁|加拿大|澳大利亚|新西兰|意大利|西班牙|葡萄牙|荷兰|比利时"
        "|瑞[士典]|挪威|芬兰|丹麦|波兰|匈牙利|捷克"
        "|希腊|土耳其|以色列|沙特|阿联酋|迪拜|伊[朗拉]|埃及|南非|肯尼亚|尼日利亚|埃塞|坦桑|奥地利|爱尔兰|乌克兰|塞尔维亚|罗马尼亚|白俄"
        "|东盟|欧[盟洲]|非洲|中亚|中东|拉美|RCEP|东南亚|湄公|一带一路|金砖|港澳",
    ),
    # Of which make.
    (rf"{_WHICH}(?:品牌|牌子|型号|车型|款式)(?!企业|产品)", "品牌|牌|型号|车型|款"),
    # Out of which account or budget item.
    (
        rf"{_WHICH}(?:户头|账户|帐户|专户|账号|科目|(?:资金)?渠道|资金池|盘子)(?:里|中)?",
        "户|账|科目|渠道|列支|资金|财政|自筹|预算|经费",
    ),
    # After how long something may be done once more: 关闭多少天后可以重新开放.
    (
        "(?:多久|多长时间|(?:几|多少)个?(?:工作日|小时|分钟|[天日年月周]|星期))(?:以|之)?后?[^，。？?]{0,6}?(?:重新|再次?(?!生)|恢复|解[除禁封])",
        "后|满|不得|禁止|暂停|恢复|解除|再次|重新|取消",
    ),
)
_PARTICULARS = tuple((re.compile(asked, re.IGNORECASE), re.compile(told)) for asked, told in _TOLD)
# What is done every so often, where the question says it in one character: 几年改一次, 多久查一次.
_EVERY = re.compile(
    r"(?:多久|多长时间|(?:几|多少)个?(?:[年月天周]|星期|小时|分钟|季度))(?:要|得|须|必须|应当?|需要?|可以|能|至少|最少|大概|就|会|才|再)*"
    "(?P<done>[\u4e00-\u9fff])一[次回趟轮遍]"
)
_DONE = {
    "改": "修[订编改正]|更新|调整",
    "修": "修|维护|保养|检[修查]",
    "查": "查|巡|督|验|检",
    "检": "检|查|巡|验",
    "练": "练|演",
    "换": "换|更新|轮",
    "测": "测|检|采样|回传|上传",
    "评": "评|估|考核|测评",
    "报": "报|送|通报",
    "传": "传|报|送|推",
    "清": "清|扫|洁",
    "审": "审|核|评",
    "训": "训|学",
    "选": "选|换届|推",
    "更": "更|换|刷新",
}


@lru_cache(maxsize=256)
def particular_asked(question: str) -> re.Pattern[str] | None:
    """What a text must say to tell the particular that a question asks for; None where it asks for none of them."""
    every = _EVERY.search(question)
    if every is not None:
        return re.compile(_DONE[every["done"]]) if every["done"] in _DONE else None
    return next((told for asked, told in _PARTICULARS if asked.search(question)), None)
