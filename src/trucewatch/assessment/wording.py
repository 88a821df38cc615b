"""Rules of deadlines and terms in words."""

from __future__ import annotations

from trucewatch.model.duration import Duration
from trucewatch.model.instrument import Bound, Deadline, Term

_LEAD = {Bound.BY: "by", Bound.ON: "on", Bound.FROM: "from", Bound.UNTIL: "until"}


def anchor_words(anchor: str) -> str:
    """What a length counts from, in words."""
    named = {"signing": "signing", "effect": "entry into force", "day": "the day given"}
    if anchor in named:
        return named[anchor]
    key = anchor.removeprefix("obligation:")
    if key == anchor:
        return anchor
    home, _, key = key.rpartition("/")
    return f"the fulfilment of {key} of {home}" if home else f"the fulfilment of {key}"


def rule_words(deadline: Deadline) -> str:
    """A deadline's rule: ``by 3 years from signing, or by 3 years from entry into force``."""
    lead = _LEAD[deadline.bound]
    if deadline.day is not None:
        words = f"{lead} {deadline.day.isoformat()}"
    else:
        length = Duration.parse(deadline.duration or "P0D")
        whence = anchor_words(deadline.anchor or "day")
        words = f"{lead} {whence}" if length == Duration() else f"{lead} {length.words()} from {whence}"
    if deadline.soft:
        words += " (oral or political)"
    if deadline.condition:
        words += f", if {deadline.condition}"
    return "".join((words, *(f", or {rule_words(other)}" for other in deadline.alternatives)))


def term_words(term: Term) -> str:
    """A term's rule: ``5 years from entry into force, prolonged by 5 years, notice 6 months before the end``."""
    words = f"{Duration.parse(term.duration).words()} from {anchor_words(term.start)}"
    if term.prolongation:
        words += f", prolonged by {Duration.parse(term.prolongation).words()}"
    if term.notice:
        words += f", notice {Duration.parse(term.notice).words()} before the end"
    return words
