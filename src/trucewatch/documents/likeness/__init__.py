"""Near-duplicates: is one text a wire copy of another?

:func:`fingerprint` gives the numbers by which candidates are found, with nothing but equality, in a table of any size;
:func:`is_copy` then compares two texts exactly. A copy is the same dispatch taken over by another outlet: under another
headline, dateline or credit line, with its end cut off, with small changes of spelling or a corrected figure. Two
dispatches in their own words on one event are none, nor two that quote one statement or clause, nor the bulletins a
ministry puts out day by day in the same words.
"""

from __future__ import annotations

from trucewatch.documents.likeness.copies import is_copy
from trucewatch.documents.likeness.fingerprint import fingerprint

__all__ = ["fingerprint", "is_copy"]
