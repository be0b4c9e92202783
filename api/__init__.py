"""How the outside reaches the assistant: HTTP, command line, pages, widget."""
