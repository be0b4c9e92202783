"""What several things are that a question names by their number and their last character: 哪“五关” is told by the
sentence that names five of them one after the other (政治关、法律关、政策关、保密关、文字关)."""

from __future__ import annotations

import re
from collections.abc import Iterable

from assistant.answers.reading import quoted
from assistant.language.counting import numeral
from assistant.language.sentences import sentences
from assistant.language.tokens import words_of
from assistant.questions.question import Question
from assistant.wording.findings import Draft
from corpus.types import Passage
from index.library import Library

# 哪五关, “五关”是指什么, 把好五关; with a classifier it is no name (哪五个区).
_ASKED = re.compile(
    r"(?:哪|把好|严把|守好|守住|过|抓好|做好|什么是|何为|何谓|所谓)的?[“\"]?(?P<many>[两二三四五六七八九十])(?:大|个)?(?P<kind>[\u4e00-\u9fff])[”\"]?"
    r"(?=[，。？?；;、]|都?[是指有]|分别|各|$)"
    r"|[“\"](?P<quoted>[两二三四五六七八九十])(?P<of>[\u4e00-\u9fff])[”\"](?=[，。？?；;]|都?[是指有]|分别|各|具体|包括|$)"
)
_NO_KIND = frozenset("个项条家类种批名位次年月日天省市县区级点步张份处所座件本部门台套期届场层段路")
_NAME = r"[^、，。；：:\s“”\"（）\d]{1,7}"


def answer_named_alike(question: Question, passages: Iterable[Passage], library: Library) -> Draft | None:
    """The sentence that names as many things as the question says with the character that it gives them; None where the
    question does not ask so, or none of these passages has one."""
    asked = _ASKED.search(question.text)
    if asked is None:
        return None
    many, kind = numeral(asked["many"] or asked["quoted"]), asked["kind"] or asked["of"]
    if many is None or kind in _NO_KIND:
        return None
    topic = {word.text for word in words_of(f"{question.text[: asked.start()]} {question.text[asked.end() :]}")}
    about = [word for word in topic if len(word) > 1 and word in question.topic]
    series = re.compile(
        rf"(?<![、{kind}])(?<!{kind}[和与及])(?:“?{_NAME}{kind}”?[、和与及]?){{{many - 1}}}"
        rf"“?{_NAME}{kind}(?!”?[、和与及]{_NAME}{kind})"
    )
    for passage in passages:
        document = library.document(passage.document_id)
        for one in sentences(passage, document.text):
            # What a question names besides is what it is about; the number alone may be that of anything.
            near = f"{document.metadata.title} {one.text}"
            if series.search(one.text) and any(word in near for word in about):
                return Draft("answered", tuple(quoted([one], question)), confidence=1.0)
    return None
