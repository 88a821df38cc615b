"""Whether a text is itself an agreement, which one, and how its points are numbered."""

from __future__ import annotations

import re
from bisect import bisect_right
from dataclasses import dataclass

from trucewatch.model.instrument import Instrument
from trucewatch.model.text import Span
from trucewatch.model.time import TimeMention
from trucewatch.reading.draft import Draft
from trucewatch.reading.instruments.nouns import CODE, FIRM, LOOSE, PAPER, TRUCE
from trucewatch.reading.instruments.points import number_of
from trucewatch.reading.instruments.resolve import slug

_NUMBER = r"\d{1,2}(?:\.\d{1,2})?|[IVX]{1,5}"
_HEADING = re.compile(
    rf"^[ \t]*+[#*]*+[ \t]*+(?:(?P<kind>article|point|clause|section|paragraph)\s+(?P<named>{_NUMBER}|[a-z]+)\b[.:)]?"
    rf"|(?P<plain>\d{{1,2}}(?:\.\d{{1,2}})?)[.)](?=\s)|(?P<roman>[IVX]{{1,5}})[.)](?=\s)|\(?(?P<letter>[a-z])[.)](?=\s))",
    re.IGNORECASE | re.MULTILINE,
)
_BINDING = re.compile(
    r"\b(?:shall|undertakes?|hereby|agree that|have agreed|agreed as follows"
    r"|the parties|the sides|is obliged|are obliged)\b",
    re.IGNORECASE,
)
_OPENING = re.compile(
    r"\b(?:(?:have )?agreed (?:as follows|on the following|to the following)|hereby (?:agree|declare|undertake)"
    r"|declare the following|state the following|do hereby|the undersigned|hereinafter)\b",
    re.IGNORECASE,
)
_TOLD = re.compile(r"\b(?:said|told|according to|reported|added)\b", re.IGNORECASE)
_TITLE_NOUN = re.compile(
    rf"\b(?:{'|'.join(sorted(FIRM | LOOSE | PAPER | CODE | TRUCE | {'agreements', 'measures'}))})\b", re.IGNORECASE
)
_TITLE_LENGTH = 200
_HEAD = 1_500  # code points in which the title, the names and the day of signing stand
_TAIL = 600  # code points at the end, where "Done at ..." stands


@dataclass(frozen=True, slots=True)
class OwnText:
    """A text that is an agreement: its instrument's id, name and dossier entry, the words of its title, its points,
    the day it was signed.

    ``points`` are (offset, number, end of the heading), in text order, empty where nothing is numbered.
    """

    id: str
    name: str
    known: Instrument | None
    title: Span
    points: tuple[tuple[int, str, int], ...]
    day: str | None = None

    def provision_at(self, offset: int) -> str | None:
        """The number of the point that ``offset`` lies in, or ``None`` before the first."""
        i = bisect_right(self.points, offset, key=lambda row: row[0]) - 1
        return self.points[i][1] if i >= 0 else None


def is_agreement(draft: Draft) -> bool:
    """Whether the text is itself an agreement: numbered points that bind, or the formula "have agreed as follows".

    A report that quotes an agreement is none: it tells who said what.
    """
    text = draft.text
    binding = len(_BINDING.findall(text))
    opening = _OPENING.search(text[:_HEAD]) is not None
    if not (opening or binding >= 3):
        return False
    told = len(_TOLD.findall(text))
    points = _points(text)
    if len(points) >= 2:
        return binding + 2 * opening > told
    return opening and binding >= 2 and told == 0


def own_text(draft: Draft) -> OwnText | None:
    """The agreement that the text itself is, or ``None`` for a report about one."""
    if not is_agreement(draft):
        return None
    title = _title(draft)
    points = _points(draft.text)
    frame = _framing(draft, points)
    known = _known(draft, title, frame) or _known(draft, title, [t for t in draft.times if t.span.start < _HEAD])
    if known is not None:
        return OwnText(known.id, known.name, known, title, points, known.signed)
    name = title.of(draft.text)
    day = _signed(draft, frame)
    noun = _TITLE_NOUN.search(name)
    id_ = f"{day}-{noun.group().lower() if noun else 'agreement'}" if day else slug(name)[:60].strip("-")
    return OwnText(id_ or "agreement", name, None, title, points, day)


def _points(text: str) -> tuple[tuple[int, str, int], ...]:
    """The headings of points: a letter is counted under the number before it ("4(b)")."""
    found: list[tuple[int, str, int]] = []
    number = ""
    for match in _HEADING.finditer(text):
        letter = match["letter"]
        if letter is not None and not (letter.isupper() and match["roman"]):
            found.append((match.start(), f"{number}({letter.lower()})" if number else letter.lower(), match.end()))
            continue
        written = match["named"] or match["plain"] or match["roman"]
        number = number_of(written)
        if not (number[0].isdigit() or number.isupper()):
            continue  # "Article by our correspondent"
        found.append((match.start(), number, match.end()))
    return tuple(found)


def _title(draft: Draft) -> Span:
    """The words of the title: the document's own where it stands in the text, else the first line."""
    text = draft.text
    title = draft.document.title
    if title and (at := text.find(title)) >= 0:
        return Span(at, at + len(title))
    if not draft.parse.sentences:
        return Span(0, max(1, len(text)))
    for sentence in draft.parse.sentences[:6]:
        line = sentence.span.of(text).splitlines()[0].rstrip(" .:")
        if line and len(line) <= _TITLE_LENGTH and _TITLE_NOUN.search(line):
            return Span(sentence.span.start, sentence.span.start + len(line))
    first = draft.parse.sentences[0].span
    line = first.of(text).splitlines()[0][:_TITLE_LENGTH].rstrip() or first.of(text)[:1]
    return Span(first.start, first.start + len(line))


def _known(draft: Draft, title: Span, frame: list[TimeMention]) -> Instrument | None:
    """The dossier's instrument: by a name in the title, else by the day it was signed."""
    instruments = draft.knowledge.instruments
    words = title.of(draft.text).lower()
    named = [each for each in instruments if any(n.lower() in words for n in (each.name, *each.names))]
    if len(named) == 1:
        return named[0]
    for time in frame:
        hits = [each for each in instruments if time.value in {d.isoformat() for d in each.date_names} | {each.signed}]
        if len(hits) == 1:
            return hits[0]
    return None


def _framing(draft: Draft, points: tuple[tuple[int, str, int], ...]) -> list[TimeMention]:
    """The dates in the title, preamble or closing of the text, where its own day stands."""
    first = min(points[0][0] if points else _HEAD, _HEAD)
    last = len(draft.text) - _TAIL
    return [t for t in draft.times if t.value and not t.deadline and (t.span.start < first or t.span.start > last)]


def _signed(draft: Draft, frame: list[TimeMention]) -> str | None:
    """The day of signing: one led by "signed" or "done", else the first day named before the points."""
    days = [time for time in frame if time.value and len(time.value) == len("2000-01-01")]
    for time in days:
        before = draft.text[max(0, time.span.start - 60) : time.span.start].lower()
        if re.search(r"\b(?:signed|done|adopted|concluded)\b[^.]*$", before):
            return time.value
    return days[0].value if days else None
