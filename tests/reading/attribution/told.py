"""Statements of a text with mentions and times set by hand, in a form that is easy to compare."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from tests.reading.hand_set import draft_of, paragraphs, set_actors, set_times
from trucewatch.model.statement import Act, Form, Statement
from trucewatch.reading.attribution import read_statements
from trucewatch.reading.draft import Draft
from trucewatch.reading.quotations import read_quotations


@dataclass(frozen=True)
class Told:
    """A statement in words."""

    who: str
    what: tuple[str, ...]
    cue: str | None
    form: Form
    act: Act
    targets: tuple[str, ...]
    within: str | None
    date: tuple[str | None, str]


def told(text: str, actors: Mapping[str, str] | None = None, times: Mapping[str, str] | None = None) -> list[Told]:
    """What is told in ``text``; ``actors`` maps words to ids, ``times`` words to EDTF values."""
    draft = attributed(text, actors, times)
    return [_told(draft, statement) for statement in draft.statements]


def only(text: str, actors: Mapping[str, str] | None = None, times: Mapping[str, str] | None = None) -> Told:
    """The one statement of ``text``."""
    (one,) = told(text, actors, times)
    return one


def attributed(text: str, actors: Mapping[str, str] | None = None, times: Mapping[str, str] | None = None) -> Draft:
    """A draft with its statements read."""
    draft = draft_of(text)
    draft.quotations = read_quotations(text, paragraphs(text))
    set_actors(draft, actors or {})
    set_times(draft, dict(times or {}))
    read_statements(draft)
    return draft


def _told(draft: Draft, statement: Statement) -> Told:
    return Told(
        who=statement.speaker.actor or statement.speaker.name,
        what=tuple(span.of(draft.text) for span in statement.content),
        cue=None if statement.cue is None else statement.cue.of(draft.text),
        form=statement.form,
        act=statement.act,
        targets=tuple(ref.actor or ref.name for ref in statement.targets),
        within=statement.within,
        date=(statement.date.value, statement.date.basis.value),
    )
