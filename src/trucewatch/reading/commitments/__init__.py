"""The commitments reader: who is bound to what by when, under which instrument, and what is said of keeping it."""

from __future__ import annotations

from trucewatch.reading.commitments.own_reading import read_own
from trucewatch.reading.commitments.report import read_report
from trucewatch.reading.draft import Draft
from trucewatch.reading.instruments import own_text

__all__ = ["read_commitments"]


def read_commitments(draft: Draft) -> None:
    """Fill ``draft.commitments`` in text order, ids ``c1`` onwards.

    Requires instruments, times, mentions and statements. An agreement's own text gives one commitment a binding
    sentence, its provision the number of the point it stands in; a report gives what instruments bind parties to, what
    parties undertake, and what is told of keeping either. Obligations that only an opinion asks for are left out.
    """
    own = own_text(draft)
    if own is not None:
        read_own(draft, own)
    else:
        read_report(draft)
