"""Answers from tables of figures: which of those that search found is asked about, and what it says to the question
(`table_questions.py`)."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence

from assistant.answers.table_enumerations import caption
from assistant.answers.table_questions import SPOKEN_OF, TableQuestion, labels
from assistant.language.extremes import whole_ranked
from assistant.matching.heads import head_of
from assistant.matching.library_cache import KeptWith
from assistant.matching.ranking import Found
from assistant.matching.relevance import Candidate, Relevance
from assistant.questions.asking import Ask
from assistant.questions.question import Question
from assistant.wording.findings import Draft
from corpus.figures import UNIT_OF_ALL, FigureTable, figure_table
from corpus.types import Passage
from index.library import Library

HEADED = 0.35
"""What a table need speak of where the question says what its rows are."""
SPEAKS_MORE = 0.05
"""A sentence of another document is to be preferred to a table when it speaks of this much more of the topic."""
BESIDE_NAME, LEAST_BESIDE = 0.2, 0.1
"""A table speaks of this share of what the topic says beside the document's title: of the greater one where rows are
asked for that meet a condition, which those of any table may."""

_WHICH_YEAR = re.compile("哪一?年.*最|最.*哪一?年")
_KIND_ASKED = re.compile(
    "哪[一些几]?个?(?P<which>[\u4e00-\u9fff]{2})|最[\u4e00-\u9fff]的(?P<last>[\u4e00-\u9fff]{2})(?=是|有|$)"
)
_OTHERS = frozenset({Ask.LEAD, Ask.PARTICIPANTS, Ask.SPEAKER, Ask.DEADLINE, Ask.PERSON, Ask.PURPOSE})
# 哪个单位的工单量最多 asks for a row by its figures, 归谁管 for no figure.
_BY_FIGURES = re.compile(
    r"最|第[一二三四五六七八九十\d]|排[名第]|名次|位次|倒数|垫底|前[几\d]|超过|[高低多少大小][于过]|不[足到满]|以[上下]|多少|几"
    r"|增|降|下滑|率"
    r"|(?<![a-z])(?:most|least|more|less|fewer|(?:high|low|larg|small)(?:er|est)|top|bottom"
    r"|rank\w*|how (?:many|much)|above|below|over|under)(?![a-z])",
    re.IGNORECASE,
)


def answer_figures(
    question: Question,
    passages: Sequence[Passage],
    library: Library,
    relevance: Relevance,
    read: Callable[[], Sequence[Found]],
) -> Draft | None:
    """What a table says that search found for the question; None where no table of figures is asked about, or where the
    best of the sentences `read` is of another document and speaks of clearly more: of the place, say."""
    if (question.asks & _OTHERS and not _WHICH_YEAR.search(question.text)) or not relevance.terms:
        return None
    if Ask.RESPONSIBLE in question.asks and not _BY_FIGURES.search(question.text):
        return None
    sections = dict.fromkeys((one.document_id, one.section) for one in passages)
    tables = [(name, table) for name, section in sections for table in _tables(library, (name, section))]
    best: tuple[tuple[bool, float], Draft, Candidate] | None = None
    for document_id, table in tables:
        document = library.document(document_id)
        above = caption(document.text, table.header.start).of(document.text)
        stated = UNIT_OF_ALL.search(above)
        asked = TableQuestion(
            question, table, relevance, stated["unit"] if stated else "", f"{document.metadata.title} {above}"
        )
        answer = asked.answer(document_id)
        if answer is None:
            continue
        header = (cell.text for cell in table.table.header)
        told = " ".join((*table.table.section, above, *header, *labels(table)))
        candidate = Candidate(told, title=head_of(document))
        fit = asked.topic.score(candidate).coverage
        asked.heads_rows = asked.heads_rows or _is_headed(above, question.text)
        own = asked.topic.within(document.metadata.title)
        if (
            own.terms
            and not asked.priced
            and own.score(Candidate(told)).coverage < (BESIDE_NAME if asked.conditioned else LEAST_BESIDE)
        ):
            continue
        whole = whole_ranked(question.text)
        if whole and _untold(whole, relevance, document.metadata.title, told):
            continue  # which of 固定资产投资 grew fastest no table of products says
        told_by = (*table.table.section, above, *table.columns)
        if not asked.columns and asked.leaves_out(answer, told_by, document.metadata.title):
            continue  # 茶崖镇冷链中心 is not what the row 茶崖镇 tells
        if fit >= (HEADED if asked.heads_rows else SPOKEN_OF) and (best is None or (asked.heads_rows, fit) > best[0]):
            best = (asked.heads_rows, fit), answer, candidate
    if best is None:
        return None
    _, answer, candidate = best
    others = [one for one in read()[:1] if one.sentence.passage.document_id != _told_of(answer)]
    spoken = relevance.shares([candidate, *(one.candidate for one in others)])
    return None if max(spoken[1:], default=0.0) > spoken[0] + SPEAKS_MORE else answer


def _untold(whole: str, relevance: Relevance, title: str, told: str) -> bool:
    """Whether what is said of a table and its rows, the document's title apart, says little of the `whole` of which one
    part is asked for."""
    own = relevance.of(whole).within(title)
    return bool(own.terms) and own.score(Candidate(told)).coverage < SPOKEN_OF


def _is_headed(above: str, text: str) -> bool:
    """Whether the line above a table says what its rows are as a question does: 部门考核排名, 最低的部门."""
    kind = _KIND_ASKED.search(text)
    return kind is not None and (kind["which"] or kind["last"])[:2] in above


def _told_of(answer: Draft) -> str:
    """The document that an answer from a table is of."""
    return next(one.document_id for statement in answer.statements for one in statement.evidence)


def _read(library: Library, place: tuple[str, tuple[str, ...]]) -> tuple[FigureTable, ...]:
    """The tables of figures in a section of a document."""
    document_id, section = place
    within = [one for one in library.tables(document_id) if one.section == section]
    return tuple(table for table in map(figure_table, within) if table is not None)


_tables = KeptWith(_read, most=1024)
