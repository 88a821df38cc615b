"""Who is named, and who is meant: names, roles, noun phrases and pronouns resolved to actors."""

from __future__ import annotations

from trucewatch.model.text import Span
from trucewatch.reading.draft import Draft, MentionKind
from trucewatch.reading.names.anaphora import read_anaphora
from trucewatch.reading.names.author import read_author
from trucewatch.reading.names.home import home
from trucewatch.reading.names.known import read_known
from trucewatch.reading.names.organs import own_councils, read_organs
from trucewatch.reading.names.own import read_home_bodies, read_members, read_offices_of
from trucewatch.reading.names.parties import defined_parties, read_first_person
from trucewatch.reading.names.people import read_people
from trucewatch.reading.names.roles import read_roles
from trucewatch.reading.names.scene import Scene

_BREAK = frozenset({"--", "—", "–", ":", ";", "(", ")", "“", "”", '"'})

__all__ = ["read_first_persons", "read_names"]


def read_names(draft: Draft) -> None:
    """Fill ``draft.mentions``, ``draft.actors`` and ``draft.affiliations``.

    Order matters: what is known beforehand stands above the model's entities, full names above surnames, names above
    roles, roles above what refers back.
    """
    scene = Scene(draft)
    speaks_from = home(scene)
    scene.country, scene.issuer = speaks_from.country, speaks_from.issuer
    read_known(scene)
    own_councils(scene)
    read_organs(scene)
    read_home_bodies(scene)
    read_people(scene)
    read_roles(scene)
    scene.parties = defined_parties(scene)
    draft.author = read_author(scene)
    read_anaphora(scene)
    read_offices_of(scene)
    read_members(scene)
    _phrases(scene)
    _finish(draft)


def read_first_persons(draft: Draft) -> None:
    """Resolve "we" and "I" inside statements to their speakers. Requires ``draft.statements``."""
    scene = Scene(draft)
    for mention in draft.mentions:
        for i in draft.parse.within(mention.span):
            scene.owner[i] = mention
    read_first_person(scene)
    _finish(draft)


def _phrases(scene: Scene) -> None:
    """Widen each mention's phrase to the noun phrase it heads, relative clauses and appositions left out."""
    for mention in scene.draft.mentions:
        if mention.kind is MentionKind.PRONOUN:
            continue
        low, _ = scene.parse.edges(mention.head)
        low = max(low, scene.parse.sentences[scene.words[mention.head].sent].first, mention.head - 12)
        while low < mention.head and scene.words[low].pos in ("PUNCT", "CCONJ", "ADP", "SCONJ", "ADV", "AUX", "VERB"):
            low += 1
        for i in range(mention.head - 1, low, -1):
            if scene.words[i].text in _BREAK:
                low = i + 1
                break
        start = scene.words[low].start
        if start < mention.phrase.start:
            mention.phrase = Span(start, mention.phrase.end)


def _finish(draft: Draft) -> None:
    draft.mentions.sort(key=lambda mention: (mention.span.start, -mention.span.end))
    draft.forget_index()
