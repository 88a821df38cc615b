"""What is exported, and what a format is: a function from rows to bytes, with the questions whose rows it can hold."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from datetime import UTC, date, datetime, time
from enum import StrEnum

from trucewatch import __version__
from trucewatch.faces.asking.question import Plain, Question
from trucewatch.model.dossier import Dossier
from trucewatch.model.judgement import Decision
from trucewatch.model.time import PartialDate

GENERATOR = f"trucewatch/{__version__}"
NEVER = datetime(1970, 1, 1, tzinfo=UTC)  # of rows that nothing dates: a constant, so that two runs agree


class Need(StrEnum):
    """What a format asks for besides the rows; nothing else is looked up."""

    DOCUMENTS = "documents"
    PLACES = "places"
    ACTORS = "actors"
    DECISIONS = "decisions"


@dataclass(frozen=True, slots=True)
class Position:
    """Where a place lies: degrees in WGS 84, ``None`` where that is not known.

    ``precision`` is a word of the codebook; ``radius_km`` how far off the true spot may lie, ``None`` where no dossier
    says.
    """

    id: str
    name: str
    kind: str | None
    latitude: float | None
    longitude: float | None
    precision: str
    radius_km: float | None = None
    geonames: int | None = None

    @property
    def known(self) -> bool:
        """Whether it has a position at all."""
        return self.latitude is not None and self.longitude is not None


@dataclass(frozen=True, slots=True)
class Party:
    """An actor of the rows: its kind by the codebook, the country it belongs to (ISO 3166-1 alpha-3), what it is of.

    ``chain`` are the kinds of the actors it belongs to, the nearest first.
    """

    id: str
    name: str
    kind: str | None
    country: str | None = None
    chain: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Export:
    """An answer with what its formats need. ``rows`` are those of the question under the same filter, in its order.

    ``documents`` are rows of :func:`trucewatch.faces.rows.document` by id, ``decisions`` what people decided by the key
    it is about. ``about`` tells the question, its filter and the day in plain values.
    """

    question: Question
    rows: tuple[Plain, ...]
    as_of: date
    documents: Mapping[str, Plain] = field(default_factory=dict)
    places: Mapping[str, Position] = field(default_factory=dict)
    actors: Mapping[str, Party] = field(default_factory=dict)
    decisions: Mapping[str, tuple[Decision, ...]] = field(default_factory=dict)
    dossiers: tuple[Dossier, ...] = ()
    about: Plain = field(default_factory=dict)

    def stamp(self, row: Plain) -> datetime:
        """When the row last changed, by the record's own data: intake of its documents, decisions about it.

        Rows that rest on a dossier alone have the day their instrument was signed. Never the clock.
        """
        known = [self.documents[each]["added"] for each in documents_of(row) if each in self.documents]
        times = [_utc(datetime.fromisoformat(each)) for each in known]
        times += [_utc(each.undone or each.at) for each in self.decisions.get(name(row), ())]
        return max(times, default=None) or self._made(row)

    def revision(self, row: Plain) -> int:
        """How often people changed the row: decisions about it, and those taken back once more."""
        return sum(1 if each.undone is None else 2 for each in self.decisions.get(name(row), ()))

    def _made(self, row: Plain) -> datetime:
        for dossier in self.dossiers:
            instrument = dossier.instrument(row.get("instrument") or "") if dossier.id == row.get("dossier") else None
            signed = None if instrument is None else PartialDate(instrument.signed).earliest
            if signed is not None:
                return datetime.combine(signed, time.min, UTC)
        return NEVER


@dataclass(frozen=True, slots=True)
class Format:
    """One format. ``write`` yields the file in pieces; ``fits`` are the questions it can hold, ``None`` for every one.

    ``binary`` files are no text for a screen. ``about`` says in a line what it is for.
    """

    name: str
    ending: str
    media_type: str
    about: str
    write: Callable[[Export], Iterator[bytes]]
    fits: frozenset[str] | None = None
    needs: frozenset[Need] = frozenset()
    binary: bool = False

    def takes(self, question: str) -> bool:
        """Whether it can hold the rows of ``question``."""
        return self.fits is None or question in self.fits


def name(row: Plain) -> str:
    """What names a row among those of its question: its id, else its key."""
    return str(row.get("id") or row["key"])


def documents_of(row: Plain) -> list[str]:
    """Ids of the documents a row rests on, itself where it is one."""
    own = [row["id"]] if str(row.get("id", "")).startswith("sha256:") else []
    return list(dict.fromkeys([*own, *(each["document"] for each in row.get("evidence") or ())]))


def _utc(moment: datetime) -> datetime:
    return moment.replace(tzinfo=UTC) if moment.tzinfo is None else moment.astimezone(UTC)
