"""From a question to an answer whose every statement points at verbatim text."""
