"""Answers from lists of people: who chairs a committee, who sits on it for a ministry, how many members it has, who
attended a meeting and who was away. Lists are given whole."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence

from assistant.answers.reading import quoted
from assistant.language.posts import asks_person, asks_what_post_said
from assistant.language.roles import TOOK_PART, role_in, roles_asked, roles_left_out, without_roles
from assistant.language.sentences import sentences
from assistant.matching.heads import head_of
from assistant.matching.library_cache import KeptWith
from assistant.matching.relevance import Candidate, Relevance
from assistant.questions.asking import Ask
from assistant.questions.question import Question
from assistant.types import Language
from assistant.wording.findings import Draft, Evidence, Statement
from corpus.rosters import Member, Roster, rosters
from corpus.types import Passage
from corpus.unit_names import same_unit
from index.glossary import renderings
from index.library import Library

NAMED = 0.45
"""A list is the one that is asked for when what stands above it speaks of this share of the question's topic, without
the words for roles, units and people."""

RENDERED = 0.9
"""So sure is a word of English that it names a group."""
# Which units a body is made up of is not told by a list of people where the paper names the units.
_ASKS_UNITS = re.compile(
    "(?:成员|组成)(?:单位|部门)|哪[些几]个?(?:单位|部门)(?:组成|构成|参加)"
    "|(?<![a-z])member (?:units|bodies|agencies|departments)(?![a-z])",
    re.IGNORECASE,
)
_NAMES_UNITS = re.compile(
    r"由[^。；\n]{4,400}?(?:单位|部门)[^。；，\n]{0,6}(?:组成|构成)|(?:成员|组成)(?:单位|部门)(?:包括|[：:为由])[^。\n]{0,80}[局委厅部]"
)
_DEPUTISED = re.compile(
    r"代(?:为|替|表)?[他她其]?(?:来|去)?(?:参会|参加|出席|到会|列席)|(?:谁|哪位)(?:来|去)?(?:代替?|替)|代会"
    r"|(?<![a-z])(?:st(?:oo|an)ds?|standing|sat|filled|fill) in for|(?<![a-z])deputi[sz]e[ds]?"
    r"|(?<![a-z])in (?:his|her|their) (?:place|stead)|on (?:his|her|their) behalf|who (?:replaced|came instead)",
    re.IGNORECASE,
)
_SENT = re.compile(
    r"派(?:出|来|去)?|代表|来自|(?<![a-z])(?:represent\w*|comes? from|from|sent by|speaks? for)(?![a-z])", re.IGNORECASE
)
_HELD = re.compile(
    r"什么(?:职务?|身份|角色|人)|哪(?:个|一)职务|担任|(?<![a-z])(?:post|role|position|who is)(?![a-z])", re.IGNORECASE
)
_BUT = re.compile(
    r"除(?:了|去)?|之外|以外|还有(?:谁|哪)|(?<![a-z])(?:besides|apart from|other than|except|else)(?![a-z])",
    re.IGNORECASE,
)
_HOW_MANY = re.compile(r"多少|几(?:个|位|名|人|家)|(?<![a-z])how many(?![a-z])", re.IGNORECASE)
# Who heads the office of a body is said in words; those who head the body are others.
_OF_ITS_OFFICE = re.compile("办公室(?:的)?副?主任[^，。；]{0,6}[，,、；和与及]?(?:以及)?[^，。；]{0,4}副?主任")
# How many people a body has in all.
_COUNTS_ALL = re.compile(
    "(?:委员会|领导小组|[\u4e00-\u9fff]{2}委(?=[一总共有里中])|[小调查工作评审专家]组|专班|指挥部|联席会议|评委会|名单|班子|专家库)(?:里面?|中|上)?(?:一共|总共|共|都|到底)*(?:有|是)?"
    "(?:多少(?:个|名|位)?(?:人(?![口民才次])|成员|委员)|几(?:个|名|位)?(?:人(?![口民才次])|成员|委员))"
    r"|(?<![a-z])how many people (?:are|sit|serve|work)? ?(?:there )?(?:on|in) the [a-z -]*"
    r"(?:committee|group|panel|board|team|list)",
    re.IGNORECASE,
)
# 邵关长; and the talk between such words.
_BY_SURNAME = re.compile(r"[\u4e00-\u9fff]副?[局厅部处科市县区关行院校社会站所]?[长总](?=$|[\s、，和与]|之外|以外)")
_TALK = re.compile(r"会议?(?=$|\s)|(?:^|\s)[那这次个几位名人些]+(?=$|\s)")
# What somebody is by profession or elsewhere, which is no role on the list: 头衔写着院士的, 哪些人是大学校长.
_TITLE = re.compile(
    "副?(?:院士|教授|研究员|教师|编审|总编辑|主编|律师|医师|工程师|(?P<of>[大中小]学)?校长|[院局厅部司处省市县区州]长|书记|参事|董事长|总经理)"
)
_PROFESSIONS = frozenset({"院士", "教授", "研究员", "教师", "律师", "医师", "工程师", "校长"})  # director is any post
_TITLED = re.compile("头衔|职称|身份|写着?的?|挂着?|带着?|标着?")
_UNIT = re.compile(
    r"[\u4e00-\u9fff]{1,12}?(?:部|委|局|署|办公厅|协会|银行|海关|法院|大学|集团|公司)(?=派|的|那边|来|代表)"
)
_BODY = re.compile(r".*?(?:部|委|局|署|院|办|厅|行|会|室|集团|公司)(?=副?[^部委局署]{1,6}$)")


def asks_for_members(question: Question) -> bool:
    """Whether the question asks for people by a role that lists give (组长, 出席, members), or for somebody's role."""
    if question.items or question.annexes:
        return False
    text = question.text
    if _DEPUTISED.search(text):
        return False  # a line of names gives beside who is away who came for him: （由副局长…代为参加）
    if asks_what_post_said(text[question.opening :]) or _OF_ITS_OFFICE.search(text):
        return False
    named = (
        _COUNTS_ALL.search(text)
        or roles_asked(text)
        or roles_left_out(text)
        or _SENT.search(text)
        or _HELD.search(text)
        or _titles(text)
    )
    return bool(named) and bool(
        asks_person(text)
        or question.asks & {Ask.PERSON, Ask.COUNT, Ask.LIST}
        or _HOW_MANY.search(text)
        or _HELD.search(text)
    )


def answer_members(
    question: Question, passages: Sequence[Passage], library: Library, relevance: Relevance
) -> Draft | None:
    """Who is on the list that the question asks about, with a citation for each; None where no list of the documents
    of `passages` is the one it means, or nobody on it is asked for."""
    lists = [
        (document_id, roster, _about(library, document_id, roster))
        for document_id in dict.fromkeys(passage.document_id for passage in passages)
        for roster in _rosters(library, document_id)
    ]
    fits = [_fit(question, roster, about, relevance) for _, roster, about in lists]
    of_units = bool(_ASKS_UNITS.search(question.text))
    for at in sorted(range(len(lists)), key=lambda at: -fits[at]):
        document_id, roster, about = lists[at]
        if fits[at] < NAMED:
            break
        if of_units and (told := _units_named(question, document_id, library)):
            return told
        if chosen := _chosen(question, roster, about):
            return _worded(chosen, document_id, roster, question.language, fits[at])
        posts = [roles[0] for roles in roles_asked(question.text) if len(roles) == 1]
        if posts and not any(post in library.document(document_id).text for post in posts):
            return Draft("not_found", (_nobody(posts[0], roster, question.language),), (Ask.PERSON,))
    return None


def _units_named(question: Question, document_id: str, library: Library) -> Draft | None:
    """The sentence of a document that says which units make up the body; None where none does."""
    text = library.document(document_id).text
    if not _NAMES_UNITS.search(text):
        return None
    told = [
        sentence
        for passage in library.passages(document_id)
        for sentence in sentences(passage, text)
        if _NAMES_UNITS.search(sentence.text)
    ]
    return Draft("answered", tuple(quoted(told[:1], question))) if told else None


def _read(library: Library, document_id: str) -> tuple[Roster, ...]:
    return rosters(library.document(document_id), library.sections(document_id), library.tables(document_id))


_rosters = KeptWith(_read, most=256)


def _about(library: Library, document_id: str, roster: Roster) -> str:
    """What a list is of: what stands above it, and for who took part in a meeting, what the meeting was about."""
    about = f"{roster.heading} {library.summary(document_id).title}"
    if any(member.role in TOOK_PART for member in roster.members):
        headings = (path for section in library.sections(document_id) for path in section.path[-1:])
        about = " ".join((about, head_of(library.document(document_id)), *headings))
    return about


def _fit(question: Question, roster: Roster, about: str, relevance: Relevance) -> float:
    """The share of what the question is about, without roles, units and people, that stands above a list."""
    topic = question.topic
    named = _named(question.text, roster)
    for word in (*named, *(name for bound in question.units for name in bound.names)):
        topic = topic.replace(word, " ")
    topic = without_roles(topic)
    for word in _titles(question.text):
        topic = topic.replace(word, " ")
    for pattern in (_BUT, _BY_SURNAME, _SENT, _TALK, _TITLED):
        topic = pattern.sub(" ", topic)
    own = relevance.of(topic)
    fit = own.score(Candidate(about)).coverage if own.terms else NAMED
    return max(fit, NAMED) if len(named) > 1 else fit  # two people of a question together tell the list


def _chosen(question: Question, roster: Roster, about: str) -> list[Member]:
    """The members of a list that the question asks for, in its order; empty where the list has none such."""
    named = _named(question.text, roster)
    others = bool(_BUT.search(question.text))
    if named and not others:
        return [member for member in roster.members if member.name in named]
    roles = roles_asked(question.text)
    wanted = {role for each in roles for role in each}
    left_out = roles_left_out(question.text)
    groups = _groups(question, roster)
    kept = [
        one
        for one in roster.members
        if (not wanted or one.role in wanted) and one.role not in left_out and (not groups or one.group in groups)
    ]
    titles = [title for title in _titles(question.text) if title not in about]
    units = () if others else _units(question, roster, about)
    if titles and not units:
        return [one for one in kept if any(_is_titled(one.post, title) for title in titles)]
    if units:
        sent = [member for member in roster.members if any(_is_of(member.post, unit) for unit in units)]
        return [member for member in sent if member in kept] or sent
    asked = roles or left_out or groups or _COUNTS_ALL.search(question.text)
    return [member for member in kept if member.name not in named] if asked else []


def _groups(question: Question, roster: Roster) -> frozenset[str]:
    """The groups of a list that a question names, in English by what their names open with (experts: 专家委员)."""
    groups = {one.group for one in roster.members if one.group}
    named = {group for group in groups if group in question.text}
    if not named and groups and question.language == "en":
        words = tuple(term for term, weight in renderings(question.text) if weight >= RENDERED and len(term) > 1)
        opened = {group for group in groups if group.startswith(words)}
        named = opened if len(opened) < len(groups) else set()
    return frozenset(named)


def _titles(text: str) -> tuple[str, ...]:
    """The titles that a question names beside roles (院士, academicians)."""
    told = "".join(without_roles(text).split())
    named = [match.group() for match in _TITLE.finditer(told)]
    named += [term for term, _ in renderings(text) if term in _PROFESSIONS]
    return tuple(dict.fromkeys(named))


def _is_titled(post: str, title: str) -> bool:
    """Whether a post is or has a title: 副校长 is no 校长, 部长助理 no 部长, and a 大学校长 is one of a university."""
    told = _TITLE.fullmatch(title)
    of = told["of"] if told and told["of"] else ""
    return of in post and bool(re.search(rf"(?<!副){re.escape(title.removeprefix(of))}(?!助理)", post))


def _nobody(post: str, roster: Roster, language: Language) -> Statement:
    """That the list, and the whole document, names no such post."""
    number = len(roster.members)
    if language == "zh":
        return Statement(f"名单共{number}人，其中没有列“{post}”。")
    return Statement(f"The list names {number} people and no {role_in(post, language)} among them.")


def _named(text: str, roster: Roster) -> tuple[str, ...]:
    """The people of a list whom a text names, in full or by surname and post (邵关长)."""
    surnames = {match.group()[0] for match in _BY_SURNAME.finditer(text)}
    return tuple(one.name for one in roster.members if one.name in text or one.name[0] in surnames)


def _units(question: Question, roster: Roster, about: str) -> tuple[str, ...]:
    """The units that the question names and that somebody of the list is of, but for those in what stands above it."""
    names = [name for bound in question.units for name in bound.names]
    names += [term for term, _ in renderings(question.text) if re.search("..[部委办局院署行厅会]$", term)]
    found = [name for name in names if name not in about and _sends(roster, name)]
    for match in _UNIT.finditer(question.text):
        # 协调委里交通部派: where the name of the unit begins is told by who is on the list.
        ends = (match.group()[at:] for at in range(len(match.group()) - 1))
        found += [name for name in ends if name not in about and _sends(roster, name)][:1]
    return tuple(dict.fromkeys(found))


def _sends(roster: Roster, unit: str) -> bool:
    """Whether somebody on a list is of a unit."""
    return any(_is_of(one.post, unit) for one in roster.members)


def _is_of(post: str, unit: str) -> bool:
    """Whether a post is one of a unit."""
    body = _BODY.match(post)
    return unit in post or (body is not None and same_unit(body.group(), unit))


def _worded(chosen: Sequence[Member], document_id: str, roster: Roster, language: Language, fit: float) -> Draft:
    """The chosen people in the list's order; of several, how many they are comes first."""
    sure = min(1.0, fit)
    if len(chosen) == 1:
        return Draft("answered", (_statement(chosen[0], document_id, roster, language, alone=True),), confidence=sure)
    total = Statement(_total(chosen, language))
    if not any(member.post for member in chosen):
        evidence = [Evidence(document_id, span, roster.section) for span in dict.fromkeys(one.span for one in chosen)]
        names = tuple(member.name for member in chosen)
        text = "、".join(names) + "。" if language == "zh" else ", ".join(names) + "."
        return Draft("answered", (total, Statement(text, tuple(evidence), names)), confidence=sure)
    several = len({member.role for member in chosen}) > 1
    people = [_statement(member, document_id, roster, language, alone=several) for member in chosen]
    numbered = [
        Statement(f"{number}. {one.text}", one.evidence, one.values) for number, one in enumerate(people, start=1)
    ]
    return Draft("answered", (total, *numbered), confidence=sure)


def _total(chosen: Sequence[Member], language: Language) -> str:
    """How many there are, and of each role or group that the list parts."""
    roles, groups = Counter(one.role for one in chosen), Counter(one.group for one in chosen if one.group)
    parted = roles if len(roles) > 1 else groups if len(groups) > 1 else Counter[str]()
    only = role_in(next(iter(roles)), language) if len(roles) == 1 else ""
    only += f"（{next(iter(groups))}）" if only and len(groups) == 1 and groups.total() == len(chosen) else ""
    if language == "zh":
        told = "、".join(f"{name}{number}位" for name, number in parted.items())
        return f"{only}共{len(chosen)}位{f'（{told}）' if told else ''}："
    told = ", ".join(f"{number} × {role_in(name, language)}" for name, number in parted.items())
    return f"{len(chosen)} in total{f', {only}' if only else ''}{f' ({told})' if told else ''}:"


def _statement(member: Member, document_id: str, roster: Roster, language: Language, *, alone: bool) -> Statement:
    """One person with the post; `alone`, also with the role."""
    zh = language == "zh"
    person = member.name
    if member.post:
        person += f"（{member.post}）" if zh else f" ({member.post})"
    if alone and member.role:
        person = f"{role_in(member.role, language)}{'：' if zh else ': '}{person}"
    values = (member.name, member.post) if member.post else (member.name,)
    evidence = Evidence(document_id, member.span, roster.section)
    return Statement(person + ("。" if zh else "."), (evidence,), values)
