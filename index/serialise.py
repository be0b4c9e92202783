"""Values to JSON and back, faithfully: what comes back is equal to what went in."""

from __future__ import annotations

from collections.abc import Hashable
from functools import cache
from typing import TYPE_CHECKING, Any, TypeVar, cast

if TYPE_CHECKING:
    from pydantic import TypeAdapter

T = TypeVar("T")


def to_json(kind: type[T], value: T) -> str:
    """`value`, of type `kind`, as JSON text; fields that hold their default are left out."""
    return _adapter(cast(Hashable, kind)).dump_json(value, exclude_defaults=True).decode()


def from_json(kind: type[T], text: str | bytes) -> T:
    """The value of type `kind` that `to_json` made `text` from. Raises ValueError on any other text."""
    value: T = _adapter(cast(Hashable, kind)).validate_json(text)
    return value


@cache
def _adapter(kind: Any) -> TypeAdapter[Any]:
    from pydantic import TypeAdapter

    return TypeAdapter(kind)
