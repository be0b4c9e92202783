"""From a question to an answer whose every statement points at verbatim text."""

from __future__ import annotations

from assistant.assistant import Assistant
from assistant.types import Answer, Citation, Turn

__all__ = ["Answer", "Assistant", "Citation", "Turn"]
