"""Word tables written as plain strings."""

from __future__ import annotations


def ordered(text: str) -> tuple[str, ...]:
    """The words of ``text`` in order."""
    return tuple(text.split())


def words(text: str) -> frozenset[str]:
    """The words of ``text`` as a set."""
    return frozenset(text.split())
