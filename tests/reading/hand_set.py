"""Drafts with layers set by hand, for readers tested before or without those they follow."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from datetime import date
from types import SimpleNamespace
from typing import Any

from trucewatch.model.actor import ActorRef
from trucewatch.model.document import Document
from trucewatch.model.instrument import Instrument
from trucewatch.model.statement import Act, Form, Statement
from trucewatch.model.text import Span
from trucewatch.model.time import TimeKind, TimeMention
from trucewatch.reading.draft import ActorRecord, Draft, Mention, MentionKind
from trucewatch.reading.pipeline import parse


def find(text: str, words: str, nth: int = 0) -> Span:
    """The ``nth`` place where ``words`` stand in ``text``."""
    matches = list(re.finditer(re.escape(words), text))
    return Span(matches[nth].start(), matches[nth].end())


def paragraphs(text: str) -> list[Span]:
    """One paragraph a line."""
    return [Span(m.start(), m.end()) for m in re.finditer(r"\S[^\n]*", text)]


def draft_of(text: str, *, instruments: Iterable[Instrument] = (), title: str | None = None) -> Draft:
    """A draft with a parse and nothing else read; ``instruments`` are the dossier's."""
    known = tuple(instruments)
    knowledge: Any = SimpleNamespace(instruments=known, dossier=None, places={}, actors={}, own_ids=frozenset())
    return Draft(Document(text, title=title), parse(text, paragraphs(text)), knowledge)


def set_times(draft: Draft, values: Mapping[str, str | None], **options: Any) -> None:
    """Add a time for every occurrence of each key."""
    found = [
        TimeMention(Span(m.start(), m.end()), value, options.get("kind", TimeKind.DATE), **_rest(options))
        for words, value in values.items()
        for m in re.finditer(re.escape(words), draft.text)
    ]
    kept: list[TimeMention] = list(draft.times)
    for time in sorted(found, key=lambda t: -len(t.span)):
        if not any(time.span.meets(other.span) for other in kept):
            kept.append(time)
    draft.times = tuple(sorted(kept, key=lambda t: t.span))


def _rest(options: Mapping[str, Any]) -> dict[str, Any]:
    return {key: value for key, value in options.items() if key != "kind"}


def set_actors(draft: Draft, actors: Mapping[str, str | tuple[str, ...]], kind: str = "state") -> None:
    """A mention of each key (wherever it stands) for the actor id or ids of its value."""
    for words, ids in actors.items():
        ids = (ids,) if isinstance(ids, str) else ids
        for id_ in ids:
            draft.actors.setdefault(id_, ActorRecord(id_, id_.replace("-", " ").title(), kind, True))
        for match in re.finditer(rf"\b{re.escape(words)}\b", draft.text):
            span = Span(match.start(), match.end())
            inside = draft.parse.within(span)
            if len(inside):
                head = next((i for i in inside if draft.parse.words[i].head not in inside), inside[-1])
                draft.mentions.append(Mention(span, span, head, MentionKind.NAME, ids, plural=len(ids) > 1))
    draft.mentions.sort(key=lambda m: m.span)
    draft.forget_index()


def say(draft: Draft, speaker: str, content: str, act: Act = Act.ASSERT, targets: Iterable[str] = ()) -> Statement:
    """Add a statement with this content by this speaker."""
    statement = Statement(
        f"s{len(draft.statements) + 1}",
        ActorRef(speaker, speaker.replace("-", " ").title(), None),
        None,
        (find(draft.text, content),),
        Form.INDIRECT,
        act,
        tuple(ActorRef(each, each.title(), None) for each in targets),
    )
    draft.statements.append(statement)
    return statement


def instrument(id_: str, name: str, **options: Any) -> Instrument:
    """An instrument of an invented dossier; its id begins with its day, ``names`` and ``parties`` as given."""
    return Instrument(
        id=id_,
        name=name,
        names=tuple(options.get("names", ())),
        nouns=tuple(options.get("nouns", ("agreement",))),
        signed=options.get("signed", id_[:10]),
        effective=options.get("effective"),
        date_names=tuple(date.fromisoformat(day) for day in options.get("days", (id_[:10],))),
        signatories=(),
        parties=tuple(options.get("parties", ())),
        provisions=tuple(options.get("provisions", ())),
        parties_note=options.get("parties_note"),
    )
