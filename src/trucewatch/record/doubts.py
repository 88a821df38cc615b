"""What nobody has looked at yet, most doubtful first: signs of doubt that the rows show, each worth some points."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from sqlalchemy import ColumnElement, Connection, and_, case, exists, func, not_, or_, select

from trucewatch.model.filters import Filter
from trucewatch.model.judgement import Judgement
from trucewatch.model.rows import Doubtful
from trucewatch.record import rows
from trucewatch.record.conditions import datum_conditions, holds
from trucewatch.record.tables import datum, document, participant, reading


@dataclass(frozen=True, slots=True)
class Sign:
    """A sign of doubt: of which kind of datum, how much it counts, in words, and when it shows."""

    what: str
    points: int
    words: str
    shows: ColumnElement[bool]


def _role(*roles: str) -> ColumnElement[bool]:
    return exists().where(participant.c.datum_n == datum.c.n, participant.c.role.in_(roles))


def _nobody_known(role: str) -> ColumnElement[bool]:
    named = exists().where(participant.c.datum_n == datum.c.n, participant.c.role == role)
    return not_(named.where(not_(participant.c.actor.startswith("?"))))


def _body(part: str) -> ColumnElement[bool]:
    return datum.c.body.contains(part, autoescape=True)


SIGNS: tuple[Sign, ...] = (
    Sign("event", 2, "nobody is named in it", not_(_role("actor", "recipient"))),
    Sign(
        "event",
        1,
        "nobody is named as doing it",
        and_(_role("recipient"), not_(_role("actor")), datum.c.label != "casualty"),  # a casualty needs no doer
    ),
    Sign("event", 2, "its day is unknown", datum.c.first_day.is_(None)),
    Sign("event", 1, "its place is unknown", datum.c.place.is_(None)),
    Sign(
        "event",
        3,
        "it is unclear whose word it is",
        and_(
            datum.c.status.in_(("claimed", "denied")), not_(_role("claimant", "denier")), not_(_body('"statement":"'))
        ),
    ),
    Sign("event", 1, "it tells of killed or wounded", or_(_body('"killed":'), _body('"wounded":'))),
    Sign("statement", 2, "the speaker is not known", _nobody_known("speaker")),
    Sign(
        "statement",
        1,
        "whom it is aimed at is unknown",
        and_(datum.c.label.in_(("accuse", "criticise", "threaten")), not_(_role("target"))),
    ),
    Sign("statement", 1, "its day is unknown", datum.c.first_day.is_(None)),
    Sign("commitment", 2, "the agreement is not known", datum.c.instrument.is_(None)),
    Sign("commitment", 2, "nobody is named as bound", not_(_role("obligor"))),
    Sign("commitment", 1, "whether it is kept is unknown", datum.c.status == "unknown"),
)
"""The signs, in the order they are told."""


def doubtful(connection: Connection, chosen: Filter, at: int | None) -> list[Doubtful]:
    """Data that nobody judged, those with most points first, then those of the latest day."""
    points: Any = sum(
        (case((and_(datum.c.what == each.what, each.shows), each.points), else_=0) for each in SIGNS[1:]),
        start=case((and_(datum.c.what == SIGNS[0].what, SIGNS[0].shows), SIGNS[0].points), else_=0),
    )
    asked = _open(select(datum.c.n, points.label("points")), chosen, at).order_by(
        points.desc(), datum.c.last_day.desc().nulls_last(), datum.c.key
    )
    order = {row.n: row.points for row in connection.execute(rows.sliced(asked, chosen))}
    found = {}
    numbers = list(order)
    for start in range(0, len(numbers), _AT_ONCE):
        part = rows.data().add_columns(datum.c.n.label("datum_n"), *_shown())
        part = part.where(datum.c.n.in_(numbers[start : start + _AT_ONCE]))
        for row in connection.execute(part).mappings():
            told = tuple(each.words for at_, each in enumerate(SIGNS) if row[f"sign{at_}"])
            found[row["datum_n"]] = Doubtful(rows.datum_row(row), row["what"], told, order[row["datum_n"]])
    return [found[n] for n in numbers]


def total(connection: Connection, chosen: Filter, at: int | None) -> int:
    """How many data nobody judged."""
    return int(connection.execute(_open(select(func.count()), chosen, at)).scalar() or 0)


_AT_ONCE = 500  # values in one list of a query


def _shown() -> list[Any]:
    return [
        case((and_(datum.c.what == each.what, each.shows), 1), else_=0).label(f"sign{at}")
        for at, each in enumerate(SIGNS)
    ]


def _open(asked: Any, chosen: Filter, at: int | None) -> Any:
    both: Any = datum
    if chosen.documents:  # what is not asked for is not joined: the record may be large
        both = both.join(document, document.c.n == datum.c.document_n)
    if chosen.dossiers:
        both = both.join(reading, reading.c.n == datum.c.reading_n)
    return asked.select_from(both).where(
        holds(datum, at),
        datum.c.what.in_({each.what for each in SIGNS}),
        datum.c.judgement == Judgement.OPEN.value,
        *datum_conditions(chosen),
    )
