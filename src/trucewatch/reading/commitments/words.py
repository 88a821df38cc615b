"""Word lists of the commitments reader."""

from __future__ import annotations

from trucewatch.reading.lexicon import load

_LISTS: dict[str, str] = load("commitments")


def words(name: str) -> frozenset[str]:
    """The list ``name``, as lemmas or lower-case words.

    Raises:
        KeyError: when there is no such list.
    """
    return frozenset(_LISTS[name].split())


MODALS = words("modals")
FUTURES = words("futures")
BINDING = words("binding")
REQUIRED = words("required")
DUE = words("due")
PROVIDING = words("providing")
DUTIES = words("duties")
WORKS = words("works")
BUILT = words("built")
ACTS = words("undoing")
IDLE = words("hostile")
BEGINNING = words("beginning")
CONTINUING = words("continuing")
FINISHING = words("finishing")
BREACHING = words("breaching")
FAILING = words("failing")
MISSING = words("missing")
REFUSING = words("refusing")
SIGNING = words("signing")
BONDS = words("bonds")
PAPERS = words("papers")
WAYS = words("ways")
COMPLETE = words("complete")
SOURCES = words("sources")
PARTIES = words("parties")
CONCERN = words("concern")
CONCRETE = ACTS - words("vague")
WEAK_CONCERN = words("weak concern")
BLAMING = words("blaming")
BODIES = words("bodies")
BREACHES = words("breaches")
TRUCES = words("truces")
MOVING = words("moving")
OWN_ACTS = words("own acts")
BANDS = words("bands")
