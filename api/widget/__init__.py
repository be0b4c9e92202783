"""The chat widget as browsers load it: one classic script, made of the modules in this folder.

The modules stay separate for reading, type checking and sharing with the pages; hosts include one file that needs
no second request and no CORS. No minifier and no Node: the modules are joined in order, inside one function scope.
"""

from __future__ import annotations

import json
import re
from functools import cache
from pathlib import Path

_HERE = Path(__file__).parent
_SHARED = _HERE.parent / "pages" / "static"

# Each module after those that it uses.
_MODULES = (
    _SHARED / "dom.js",
    _SHARED / "codepoints.js",
    _SHARED / "paragraphs.js",
    _HERE / "words.js",
    _HERE / "excerpt.js",
    _HERE / "answer.js",
    _HERE / "server.js",
    _HERE / "memory.js",
    _HERE / "icons.js",
    _HERE / "quote.js",
    _HERE / "tasktable.js",
    _HERE / "view.js",
    _HERE / "frame.js",
    _HERE / "composer.js",
    _HERE / "element.js",
    _HERE / "start.js",
)

_IMPORT = re.compile(r"^import\b[^;]*;\n", re.MULTILINE)
_EXPORT = re.compile(r"^export (?=(?:async )?(?:function|class|const|let)\b)", re.MULTILINE)


@cache
def widget_script() -> str:
    """The source that is served as /widget.js; it defines `<zhengwen-chat>`. Read once a process."""
    style = json.dumps((_HERE / "widget.css").read_text("utf-8"), ensure_ascii=False)
    modules = (_EXPORT.sub("", _IMPORT.sub("", module.read_text("utf-8"))) for module in _MODULES)
    return "(() => {\n'use strict';\nconst STYLE = " + style + ";\n" + "\n".join(modules) + "})();\n"
