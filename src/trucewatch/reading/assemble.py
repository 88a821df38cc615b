"""From a finished draft to a reading."""

from __future__ import annotations

from trucewatch.model.actor import Actor, ActorKind
from trucewatch.model.instrument import InstrumentMention
from trucewatch.model.reading import Reading
from trucewatch.model.text import Span
from trucewatch.reading import READER
from trucewatch.reading.draft import Draft


def assemble(draft: Draft) -> Reading:
    """The reading of a draft whose layers are all filled."""
    dossier = draft.knowledge.dossier
    return Reading(
        document=draft.document,
        dossier=None if dossier is None else dossier.id,
        reader=READER,
        actors=_actors(draft),
        places=tuple(draft.places),
        statements=tuple(draft.statements),
        events=tuple(draft.events),
        commitments=tuple(draft.commitments),
        instruments=_instruments(draft),
        dates=draft.times,
        disputes=tuple(draft.disputes),
        warnings=tuple(sorted(draft.warnings, key=lambda each: (each.mention, each.message))),
    )


def _actors(draft: Draft) -> tuple[Actor, ...]:
    """The actors that are mentioned or referred to, in order of first mention."""
    spans: dict[str, list[Span]] = {}
    for mention in draft.mentions:
        for actor in mention.actors:
            spans.setdefault(actor, []).append(mention.span)
    return tuple(
        Actor(id_, draft.actors[id_].name, ActorKind(draft.actors[id_].kind), draft.actors[id_].known, tuple(mentions))
        for id_, mentions in spans.items()
    )


def _instruments(draft: Draft) -> tuple[InstrumentMention, ...]:
    names: dict[str, str] = {}
    spans: dict[str, list[Span]] = {}
    for ref in draft.instruments:
        if ref.instrument is not None:
            names.setdefault(ref.instrument, ref.name)
            spans.setdefault(ref.instrument, []).append(ref.span)
    return tuple(InstrumentMention(id_, names[id_], tuple(mentions)) for id_, mentions in spans.items())
