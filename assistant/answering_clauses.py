"""The clauses of a sentence that can hold an answer: those with a number, and those that say who does something."""

from __future__ import annotations

import re

_NUMERIC = re.compile(r"[^，。；：\n]*\d[^，。；：\n]*")
_SUM = re.compile(r"\d[\d.,]*\s*[百千万亿]*(?:多|余)?(?:美元|欧元|港元|元)")
_CLAUSE = re.compile(r"[^，。；：:;\n\t（）()]+")
_BODY = (
    "(?:办公室|银行|公司|集团|[局委厅部署办院](?![分长队])|部门|政府|机构|单位|机关|中心|协会|主体|企业|领导小组|专班|学校"
    "|[员委协学商]会|海关|同志|领导|主任|书记|[省市区县州部局厅院]长|地区|者|人)"
)
# What a body does by its office, as against what it takes part in.
_OFFICE = "负责|牵头|承担|主管|归口|统筹|组织"
_AGENT = re.compile(
    rf"由[^，。；]{{0,40}}?{_BODY}[^，。；]{{0,10}}(?:{_OFFICE}|管理|确定|审[批核定]|核发|制定|办理|受理|解释|投资|出资|运营|经营|建设|承建|拨付|支付|发放|认定|评审|组建)"
    rf"|{_BODY}(?:要|将|应当|应|主要|具体|统一)*(?:{_OFFICE}|督促|会同)"
    r"|(?:责任|牵头|主办|承办|主管|归口)(?:单位|部门|方|机关|机构|主体)|▲|按职责|分工负责"
)


def with_number(text: str) -> list[str]:
    """The clauses of `text` that have a number."""
    return _NUMERIC.findall(text)


def with_money(text: str) -> list[str]:
    """The clauses of `text` that have a number, each sum of money with what the sentence said before it: 总投资8600万元
    has its subject in the clause before."""
    return [text[: match.end()] if _SUM.search(match.group()) else match.group() for match in _NUMERIC.finditer(text)]


def with_agent(text: str) -> list[str]:
    """The clauses of `text` that say who leads, is responsible, decides or approves (由外交部归口管理, 司法部负责督促,
    责任单位); not those that only name a body."""
    return [clause for clause in _CLAUSE.findall(text) if _AGENT.search(clause)]
