"""Why documents are refused, and how a refusal names them."""

from __future__ import annotations

from typing import Final

REASONS: Final = ("empty", "no_text", "binary", "unsupported", "undecodable", "too_large")
"""Every reason of a :class:`trucewatch.model.errors.DocumentError`; docs/documents.md says what each means."""


def display_name(name: str) -> str:
    """``name`` for a message: standard input by its name, anything else quoted, with what cannot be printed escaped."""
    return "Standard input" if name == "-" else repr(name)
