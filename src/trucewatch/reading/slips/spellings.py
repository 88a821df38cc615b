"""One person's name spelt two ways in one document."""

from __future__ import annotations

from collections.abc import Iterator

from anyascii import anyascii
from rapidfuzz.distance import Levenshtein

from trucewatch.model.text import Span
from trucewatch.reading.draft import Draft, MentionKind

_SHORTEST = 5
_NEAREST = 2  # edits between two spellings of a surname


def spellings(draft: Draft) -> Iterator[tuple[Span, str]]:
    """The rarer spellings of a surname that the document spells in several ways, once each.

    Names that the names reader has warned of already are left to it, and marks that only accent a letter do not count.
    """
    warned = {warning.mention for warning in draft.warnings}
    forms: dict[str, dict[str, list[Span]]] = {}
    for mention in draft.mentions:
        if mention.kind is not MentionKind.NAME or not mention.person or len(mention.actors) != 1:
            continue
        surname = mention.span.of(draft.text).split()[-1].removesuffix("’s").removesuffix("'s")
        forms.setdefault(mention.actors[0], {}).setdefault(surname, []).append(mention.span)
    for actor, by_form in forms.items():
        if len(by_form) < 2 or any(span in warned for spans in by_form.values() for span in spans):
            continue
        known = draft.actors[actor].name.split()[-1] if actor in draft.actors else ""
        usual = known if known in by_form else max(by_form, key=lambda form: len(by_form[form]))
        for form, spans in by_form.items():
            if form != usual and _variant(form, usual):
                yield spans[0], f"“{form}” and “{usual}” seem to be one person, spelt two ways."


def _variant(form: str, usual: str) -> bool:
    one, other = anyascii(form).casefold(), anyascii(usual).casefold()
    if (
        one == other
        or {one, other} in ({one, one + "s"}, {other, other + "s"})
        or min(len(one), len(other)) < _SHORTEST
    ):
        return False
    return Levenshtein.distance(one, other, score_cutoff=_NEAREST) <= _NEAREST
