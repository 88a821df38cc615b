"""A dossier drafted from the reading of an agreement's own text, for a person to go through line by line."""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from trucewatch.dossiers.drafted_deadline import deadline
from trucewatch.dossiers.kinds import likely_kind
from trucewatch.dossiers.offices import PLACE_KINDS
from trucewatch.model.actor import ActorRef
from trucewatch.model.commitment import Commitment
from trucewatch.model.errors import InputError
from trucewatch.model.instrument import InstrumentMention
from trucewatch.model.reading import Reading
from trucewatch.model.text import Span
from trucewatch.model.time import PartialDate

_SUMMARY = "Drafted from the text of the agreement. Say here who agreed on what, and what became of it."
_FALLBACK_KIND = "political"
_ID_DAY = re.compile(r"\d{4}(?:-\d{2}(?:-\d{2})?)?")
_HEADING = re.compile(
    r"^[ \t#*]*(?:(?:article|point|section|clause|paragraph)\s+)?(?P<number>\d{1,2}(?:\.\d{1,2})?|[ivx]{1,5})\b[.):]?"
    r"[ \t*:–—-]*(?P<title>[^\n]{0,80})$",
    re.IGNORECASE | re.MULTILINE,
)
_NOUNS = (
    "agreement",
    "statement",
    "declaration",
    "protocol",
    "accord",
    "memorandum",
    "arrangement",
    "ceasefire",
    "truce",
)
_HEAD = 400  # characters in which an agreement's own title stands
_LONGEST_TITLE, _LONGEST_NOTE, _SHORT = 8, 400, 4  # words, characters, words


@dataclass(frozen=True, slots=True)
class _Duty:
    """One obligation of the draft: its key, and the commitment it came from."""

    key: str
    commitment: Commitment


def draft(reading: Reading, id_: str, title: str | None = None) -> str:
    """The YAML of a dossier drafted from ``reading``, which is that of an agreement's own text. It passes the check.

    Every obligation is marked ``certainty: unsure`` and carries the words of the text it came from as a note. What the
    text does not say plainly is left out: obligors that nobody names, deadlines that count from something unknown.

    Raises:
        InputError: when the text holds no provision that binds anyone to anything.
    """
    found = _Draft(reading)
    if not found.points:
        raise InputError(
            "No provision was found in the text: give the text of an agreement itself, not a report of it."
        )
    return "\n".join(found.lines(id_, title)) + "\n"


class _Draft:
    """A reading, sorted into points and their duties."""

    def __init__(self, reading: Reading) -> None:
        self.reading = reading
        self.text = reading.document.text
        self.instrument = self._own()
        self.titles = self._headings()
        own = () if self.instrument is None else reading.commitments
        self.points = self._points([each for each in own if each.instrument == reading.commitments[0].instrument])
        self.keys = {duty.commitment.id: duty.key for duties in self.points.values() for duty in duties}
        self.actors = {each.id: each for each in reading.actors}
        self.parties = self._parties()

    # -- from the reading ----------------------------------------------------------------------------------------

    def _own(self) -> InstrumentMention | None:
        """The instrument that the text is: its first commitment's, in the title or with several points of its own.

        In a report commitments stand on somebody's word, and instruments are named within sentences.
        """
        given = self.reading.commitments
        if not given or any(each.claimed_by for each in given):
            return None
        own = next(
            (each for each in self.reading.instruments if each.id == given[0].instrument and each.mentions), None
        )
        if own is None:
            return None
        titled = own.mentions[0].start < _HEAD and not self._line_before(own.mentions[0].start).strip(" \t#*")
        points = {each.provision for each in given if each.provision is not None}
        return own if titled or len(points) > 1 else None

    def _line_before(self, offset: int) -> str:
        return self.text[self.text.rfind("\n", 0, offset) + 1 : offset]

    def _headings(self) -> dict[str, str]:
        """The heading of each numbered point, where its line is short."""
        found: dict[str, str] = {}
        for match in _HEADING.finditer(self.text):
            words = match["title"].strip(" .*:#").split()
            if 0 < len(words) <= _LONGEST_TITLE:
                found.setdefault(match["number"], " ".join(words))
        return found

    def _points(self, commitments: Sequence[Commitment]) -> dict[str, list[_Duty]]:
        by_number: dict[str, list[Commitment]] = {}
        for each in commitments:
            by_number.setdefault(_stem(each.provision), []).append(each)
        made: dict[str, list[_Duty]] = {}
        for number, group in by_number.items():
            binding = [each for each in group if not self._is_heading(number, each)] or group
            taken: set[str] = set()
            made[number] = [_Duty(_key(each, number, taken, len(binding)), each) for each in binding]
        return made

    def _is_heading(self, number: str, commitment: Commitment) -> bool:
        words = commitment.action.of(self.text).split()
        return len(words) <= _SHORT and " ".join(words) == self.titles.get(number)

    def _parties(self) -> tuple[str, ...]:
        """Those that one mention names together ("the Parties"), else all who are bound, in the order of the text."""
        bound = [each.obligors for duties in self.points.values() for each in (duty.commitment for duty in duties)]
        for refs in bound:
            if len({ref.mention for ref in refs}) == 1 and len(_known(refs)) > 1:
                return _known(refs)
        return tuple(dict.fromkeys(id_ for refs in bound for id_ in _known(refs)))

    def _signed(self) -> str | None:
        """The day by which the reader calls the instrument."""
        match = None if self.instrument is None else _ID_DAY.match(self.instrument.id)
        return None if match is None else match[0]

    # -- to YAML -------------------------------------------------------------------------------------------------

    def lines(self, id_: str, title: str | None) -> Iterator[str]:
        """The draft, line by line."""
        name = self.instrument.name if self.instrument is not None else "Agreement"
        signed = self._signed()
        yield "# Drafted from the text of an agreement. Nothing here is sure before somebody has gone through it:"
        yield "# put actions into your own words, mend obligors and deadlines, then raise or drop 'certainty'."
        yield "# Check it with:  trucewatch dossier check THIS-FILE"
        yield ""
        yield f"id: {_text(id_)}"
        yield f"title: {_text(title or name)}"
        yield f"summary: {_text(_SUMMARY)}"
        yield f"period: {_text((signed or self._some_day()) + '/..')}" + (
            "" if signed else "  # mend: no day of signing was found"
        )
        yield ""
        yield from self._actors()
        yield from self._places()
        yield "instruments:"
        yield from self._instrument(name, signed)

    def _some_day(self) -> str:
        """A year to write where no day of signing is known: the first that the text names, else that it came out."""
        published = self.reading.document.published
        days = (PartialDate(each.value).earliest for each in self.reading.dates if each.value and each.value[0] != "P")
        first = next((day for day in days if day is not None), published)
        return "2000" if first is None else str(first.year)

    def _actors(self) -> Iterator[str]:
        bound = {id_ for duties in self.points.values() for duty in duties for id_ in _known(duty.commitment.obligors)}
        unknown = [each for each in self.reading.actors if not each.known and _slug(each.id) in bound | {*self.parties}]
        yield (
            "# States and well-known organisations are known already."
            if unknown
            else "# All who are bound are known already."
        )
        yield "actors:" if unknown else "actors: []"
        for each in unknown:
            yield f"  - id: {_text(_slug(each.id))}"
            yield f"    name: {_text(each.name)}"
            yield f"    kind: {each.kind}"
        yield ""

    def _places(self) -> Iterator[str]:
        places = {
            _slug(each.name): each for each in self.reading.places if each.kind in PLACE_KINDS and _slug(each.name)
        }
        yield "places:" if places else "places: []"
        for id_, each in places.items():
            yield f"  - {{id: {_text(id_)}, name: {_text(each.name)}, kind: {each.kind}, certainty: unsure}}"
        yield ""

    def _instrument(self, name: str, signed: str | None) -> Iterator[str]:
        numbered = any(duty.commitment.provision for duties in self.points.values() for duty in duties)
        nouns = [noun for noun in _NOUNS if noun in name.casefold()] or ["agreement"]
        parties = ", ".join(_text(each) for each in self.parties)
        yield f"  - id: {_text(self._instrument_id(signed))}"
        yield f"    name: {_text(name)}"
        yield f"    nouns: [{', '.join(nouns)}]"
        yield f"    signed: {_text(signed or self._some_day())}" + ("" if signed else "  # mend: no day was found")
        if signed is None or not PartialDate(signed).is_day:
            yield "    date_names: []"
        yield "    # effective: 2030-01-16T00:00+01:00   # when it came into force, with the offset from UTC"
        yield f"    signatories: [{parties}]   # mend: who signed"
        yield f"    parties: [{parties}]"
        if not numbered:
            yield "    numbered: false"
        yield "    provisions:"
        for number, duties in self.points.items():
            yield f"      - number: {_text(number)}"
            yield f"        title: {_text(self._title(number, duties))}"
            yield "        obligations:"
            for duty in duties:
                yield from self._obligation(duty)

    def _instrument_id(self, signed: str | None) -> str:
        return signed or (self.instrument.id if self.instrument is not None else "agreement")

    def _title(self, number: str, duties: Sequence[_Duty]) -> str:
        words = duties[0].commitment.action.of(self.text).split()
        return self.titles.get(number) or " ".join(words[:_LONGEST_TITLE]).capitalize()

    def _obligation(self, duty: _Duty) -> Iterator[str]:
        each, pad = duty.commitment, " " * 12
        action = " ".join(each.action.of(self.text).split())
        yield f"          - key: {_text(duty.key)}"
        yield f"{pad}kind: {likely_kind(action) or _FALLBACK_KIND}"
        yield f"{pad}action: {_text(action)}"
        obligors = _known(each.obligors)
        if obligors:
            yield f"{pad}obligors: [{', '.join(_text(id_) for id_ in obligors)}]"
        rule, unplaced = deadline(self.reading, each, self.keys)
        if rule is not None:
            yield f"{pad}deadline: {rule}"
        if each.quantities:
            yield f"{pad}quantities:"
            for amount in each.quantities:
                of = _counted(self.text, each.action, amount.mention)
                yield f"{pad}  - {{value: {amount.value:g}, unit: {_text(amount.unit)}, of: {_text(of)}}}"
        yield f"{pad}certainty: unsure"
        notes = [f"From the text: {_sentence(self.text, each.action)}"]
        if not obligors:
            notes.append("The text names nobody plainly who is bound.")
        if unplaced:
            notes.append(f"Not yet a rule: {unplaced}")
        yield f"{pad}note: {_text(' '.join(notes))}"


def _text(words: str) -> str:
    """``words`` as a YAML string: JSON strings are such, so that quotes and line breaks stay harmless."""
    return json.dumps(words, ensure_ascii=False)


def _stem(provision: str | None) -> str:
    return (provision or "1").split("(")[0] or "1"


def _key(commitment: Commitment, number: str, taken: set[str], count: int) -> str:
    """The key of an obligation: its own letter where it has one, else the next free letter behind the number."""
    own = re.sub(r"[^A-Za-z0-9.]", "", commitment.provision or "")
    plain = own if own and own != number else number if count == 1 else ""
    letters = (f"{own or number}{chr(97 + i % 26)}{'' if i < 26 else i // 26}" for i in range(len(taken) + count + 1))
    key = plain if plain and plain not in taken else next(each for each in letters if each not in taken)
    taken.add(key)
    return key


def _known(refs: Iterable[ActorRef]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(_slug(ref.actor) for ref in refs if ref.actor is not None and _slug(ref.actor)))


def _slug(words: str) -> str:
    """``words`` as an id of the format; empty where nothing of them can stand in one."""
    return re.sub(r"[^a-z0-9]+", "-", words.casefold()).strip("-")


def _sentence(text: str, span: Span) -> str:
    """The words of the sentence or line around ``span``, cut at :data:`_LONGEST_NOTE` characters."""
    ends = [match.end() for match in re.finditer(r"[.;:!?](?=\s)|\n+", text[: span.start])]
    start = ends[-1] if ends else 0
    after = re.compile(r"[.;!?](?=\s|$)|\n").search(text, span.end)
    end = len(text) if after is None else after.end()
    words = " ".join(text[start:end].split())
    return words if len(words) <= _LONGEST_NOTE else words[:_LONGEST_NOTE].rsplit(" ", 1)[0] + " ..."


def _counted(text: str, action: Span, mention: Span) -> str:
    """What a number counts: the words of its mention and those behind it in the action, up to a mark."""
    rest = re.match(r"[^.,;:\n]*", text[mention.end : max(mention.end, action.end)])
    words = (mention.of(text) + (rest[0] if rest else "")).split()
    return " ".join(words[:_LONGEST_TITLE])
