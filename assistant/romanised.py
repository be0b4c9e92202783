"""Names of places and bodies as English questions write them: Linxi for 临溪, Wangchuan for 望川.

No dictionary has the names of a collection's own places; their pinyin (GB/T 16159, without tones) is made from the
titles, issuers and units, and looked for among the capitalised words of a question.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import cached_property

_NAME = re.compile(
    r"(?:^|[^\u4e00-\u9fff]|[省市州盟县区旗]|中国|关于|同意)"
    r"(?P<name>[\u4e00-\u9fff]{2,4}?)(?=省|市|州|盟|县|区|旗|镇|乡|街道|新区|港|湾|片区|开发区|试验区|示范区|集团|海关)"
)
# Any two or three characters of a title may be a name; these words never are.
_NO_NAME = re.compile("人民|政府|办公|关于|国家|国务|全省|全市|建设|发展|经济|工作|方案|通知|实施|综合|重点|各")
_CAPITALISED = re.compile(r"(?<![A-Za-z])[A-Z][a-z]{3,}(?: [A-Z][a-z]+)?(?![A-Za-z])")


class RomanisedNames:
    """The names that stand in a collection's titles, issuers and units, by their pinyin; made when first asked for."""

    def __init__(self, texts: Iterable[str]) -> None:
        self._texts = tuple(texts)

    def in_chinese(self, text: str) -> str:
        """`text` with every capitalised word that is the pinyin of a name replaced by that name."""
        return _CAPITALISED.sub(lambda match: self._name(match.group()), text)

    @cached_property
    def _names(self) -> dict[str, str]:
        found: dict[str, str] = {}
        for text in self._texts:
            for match in _NAME.finditer(text):
                name = match["name"]
                if not _NO_NAME.search(name):
                    found.setdefault(_pinyin(name), name)
        return found

    def _name(self, words: str) -> str:
        whole = self._names.get(words.replace(" ", "").lower())
        if whole is not None:
            return whole
        return " ".join(self._names.get(word.lower(), word) for word in words.split(" "))


def _pinyin(name: str) -> str:
    # A third of a second, which a question without Latin names does not wait for.
    from pypinyin import Style, lazy_pinyin

    return "".join(lazy_pinyin(name, style=Style.NORMAL))
