"""Checks of a gold set that need the documents, or the set as a whole; those of a single line are in `eval.cases`."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from eval.cases import CASE_LANGUAGES, CASE_TYPES, Case, comparable
from eval.judgement import QuoteFinder
from eval.outcomes import Texts


@dataclass(frozen=True, slots=True)
class Finding:
    """What is wrong with a case; `serious` means that no answer can be scored fairly before it is put right."""

    line: int
    case_id: str
    text: str
    serious: bool = True

    def __str__(self) -> str:
        return f"line {self.line} ({self.case_id}): {self.text}"


def document_findings(cases: Iterable[Case], texts: Texts) -> list[Finding]:
    """Evidence that is not in its document (serious), or stands there more than once: then only the first place
    counts, and a right citation of another one would be scored as wrong."""
    quotes = QuoteFinder(texts)
    found: list[Finding] = []
    for case in cases:
        for position, evidence in enumerate(case.evidence):
            places = len(quotes.spans(evidence.doc, evidence.quote))
            if quotes.text(evidence.doc) is None:
                text = f"evidence[{position}]: no document has the id {evidence.doc!r}"
                found.append(Finding(case.line, case.id, text))
            elif not places:
                text = f"evidence[{position}]: {_shortened(evidence.quote)} does not stand in {evidence.doc}"
                found.append(Finding(case.line, case.id, text))
            elif places > 1:
                text = f"evidence[{position}]: {_shortened(evidence.quote)} stands {places} times in {evidence.doc}"
                found.append(Finding(case.line, case.id, f"{text}; quote more of it", serious=False))
    return found


def repeated_questions(cases: Iterable[Case]) -> list[Finding]:
    """Conversations that are asked twice."""
    first: dict[tuple[str, ...], Case] = {}
    found: list[Finding] = []
    for case in cases:
        key = tuple(map(comparable, case.turns))
        if key in first:
            text = f"asks the same as {first[key].id} on line {first[key].line}"
            found.append(Finding(case.line, case.id, text, serious=False))
        first.setdefault(key, case)
    return found


def balance(cases: Sequence[Case]) -> dict[str, Counter[str]]:
    """How many cases each type has, by language, split and status; types in the contract's order, absent ones too."""
    return {
        kind: Counter(
            label for case in cases if case.type == kind for label in (case.lang, case.split or "no split", case.status)
        )
        for kind in CASE_TYPES
    }


def balance_findings(cases: Sequence[Case], *, per_type: int, per_language: int) -> list[str]:
    """Types and languages with too few cases to say anything about, and a split that lacks a type."""
    types = Counter(case.type for case in cases)
    languages = Counter(case.lang for case in cases)
    found = [f"type {kind}: {types[kind]} cases, wanted {per_type}" for kind in CASE_TYPES if types[kind] < per_type]
    found += [
        f"language {language}: {languages[language]} cases, wanted {per_language}"
        for language in CASE_LANGUAGES
        if languages[language] < per_language
    ]
    for split in sorted({case.split for case in cases if case.split}):
        present = {case.type for case in cases if case.split == split}
        found += [f"split {split} has no case of type {kind}" for kind in CASE_TYPES if kind not in present]
    return found


def _shortened(quote: str) -> str:
    return repr(quote if len(quote) <= 40 else quote[:40] + "…")
