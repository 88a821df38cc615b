"""The slips reader: likely slips of the text, flagged where they stand and never mended."""

from __future__ import annotations

from trucewatch.reading.draft import Draft
from trucewatch.reading.slips.ends import headline_numbers, no_full_stop
from trucewatch.reading.slips.frames import adjective_for_noun, not_once, odd_verb
from trucewatch.reading.slips.likeness import lookalikes
from trucewatch.reading.slips.repeated import repeated
from trucewatch.reading.slips.spellings import spellings

__all__ = ["read_slips"]


def read_slips(draft: Draft) -> None:
    """Add a warning for each likely slip of the text; requires mentions.

    Doubled words and articles, calques that turn the sense round, an adjective where a country is meant, a verb or noun
    in the place of one very like it, one name spelt two ways, a missing full stop, numbers that do not match.
    """
    found = [
        *repeated(draft.parse),
        *not_once(draft.parse),
        *odd_verb(draft.parse),
        *adjective_for_noun(draft),
        *lookalikes(draft),
        *spellings(draft),
        *no_full_stop(draft),
        *headline_numbers(draft),
    ]
    for span, message in found:
        draft.warn(span, message)
