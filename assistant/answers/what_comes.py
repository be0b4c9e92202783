"""Items that only name a case are told with what comes of it: 对存在下列问题的，要进行整改：6.未按规定参加年检的."""

from __future__ import annotations

from collections.abc import Sequence

from assistant.language.announcements import is_bare_case
from assistant.language.sentences import Sentence


def with_what_comes(chosen: Sequence[Sentence]) -> list[Sentence]:
    """`chosen`, in text order, where the first item of a list that names nothing but a case is told with what comes of
    it, unless that is told by another one."""
    told: list[Sentence] = []
    for sentence in chosen:
        announced = sentence.announced
        if (
            announced is not None
            and is_bare_case(sentence.text, sentence.opening)
            and not any(
                one.announced == announced or announced.overlaps(one.span)
                for one in (*told, *chosen)
                if one is not sentence
            )
        ):
            sentence = sentence.with_announcement()
        told.append(sentence)
    return told
