"""Scores of the reader of time expressions on MEANTIME (news, TIMEX3) and Recognizers-Text (phrases)."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any

from evaluation.corpora import folder
from evaluation.timex3 import timex3
from trucewatch.model.text import Span
from trucewatch.model.time import PartialDate, TimeKind, TimeMention
from trucewatch.reading.times import read_times

MEANTIME = "time/meantime-dev.jsonl"
RECOGNIZERS = "time/recognizers-datetime.json"


@dataclass(frozen=True, slots=True)
class Timex:
    """A gold time expression with its TIMEX3 value."""

    span: Span
    value: str


@dataclass(frozen=True, slots=True)
class Story:
    """A text of MEANTIME with its date, its gold expressions and the lines that are its date line."""

    text: str
    published: date | None
    timexes: tuple[Timex, ...]
    date_lines: tuple[Span, ...]


def meantime() -> Iterator[Story]:
    """The stories of MEANTIME. A date that is none is unknown.

    The line that holds nothing but the story's date is the document creation time, which the corpus keeps apart from
    its expressions: what is read there is left out, unless it is annotated.

    Raises:
        OSError: when the corpus is missing.
    """
    with (folder() / MEANTIME).open(encoding="utf-8") as lines:
        for line in lines:
            story = json.loads(line)
            timexes = tuple(Timex(Span(t["start"], t["end"]), t["value"]) for t in story["timexes"])
            published = _day(story["published"])
            lines_of_date = tuple(_date_lines(story["text"], timexes))
            yield Story(story["text"], published, timexes, lines_of_date)


def _day(value: str | None) -> date | None:
    try:
        return date.fromisoformat(value) if value else None
    except ValueError:
        return None


def _date_lines(text: str, timexes: Sequence[Timex]) -> Iterator[Span]:
    start = 0
    for line in text.split("\n")[:3]:
        end = start + len(line)
        dated = [m for m in read_times(line, None) if m.kind is TimeKind.DATE]
        if line and len(line) < 30 and dated and len(dated[0].span) >= len(line.strip()) - 2:
            span = Span(start, end)
            if not any(_meet(span, timex.span) for timex in timexes):
                yield span
        start = end + 1


def _meet(a: Span, b: Span) -> bool:
    return a.start < b.end and b.start < a.end


def score_meantime() -> dict[str, float]:
    """Span F1 (any overlap, one to one) and value F1 (overlap and the same TIMEX3 value), with precision and recall.

    ``value_f1_date_lines`` counts what is read in the date lines as wrong, for comparison with scorers that do.
    """
    gold = found = spans = values = words = set_apart = 0
    for story in meantime():
        words += len(story.text.split())
        everything = read_times(story.text, story.published)
        mentions = [m for m in everything if not any(_meet(m.span, line) for line in story.date_lines)]
        set_apart += len(everything) - len(mentions)
        gold += len(story.timexes)
        found += len(mentions)
        for timex, mention in matched(story, mentions):
            spans += 1
            values += timex.value == timex3(mention, story.text)
    return {
        "items": float(gold),
        "words": float(words),
        "span_precision": spans / found,
        "span_recall": spans / gold,
        "span_f1": 2 * spans / (found + gold),
        "value_f1": 2 * values / (found + gold),
        "value_f1_date_lines": 2 * values / (found + set_apart + gold),
    }


def matched(story: Story, mentions: Sequence[TimeMention]) -> list[tuple[Timex, TimeMention]]:
    """Gold expressions with the mentions that overlap them, one to one; the same value first, then the most overlap."""
    pairs = [
        (timex.value != timex3(mention, story.text), -_overlap(timex.span, mention.span), i, j)
        for i, timex in enumerate(story.timexes)
        for j, mention in enumerate(mentions)
        if _meet(timex.span, mention.span)
    ]
    taken: set[tuple[str, int]] = set()
    chosen: list[tuple[Timex, TimeMention]] = []
    for _, _, i, j in sorted(pairs):
        if ("gold", i) not in taken and ("found", j) not in taken:
            taken |= {("gold", i), ("found", j)}
            chosen.append((story.timexes[i], mentions[j]))
    return chosen


def _overlap(a: Span, b: Span) -> int:
    return min(a.end, b.end) - max(a.start, b.start)


@dataclass(frozen=True, slots=True)
class Phrase:
    """A case of Recognizers-Text: the words, the day they are said on, the expected results in the corpus's form."""

    text: str
    published: date | None
    results: tuple[dict[str, Any], ...]


_KINDS_OUT = frozenset({"time", "timerange", "timezone", "datetimealt"})
_VAGUE = re.compile(r"\b(?:few|several|some)\b", re.IGNORECASE)
_SLASHED = re.compile(r"(?<![\d/.-])\d{1,2}[/.-]\d{1,2}(?![\d/.:-])")
_FROM_NOW = re.compile(
    r"\b(?:minutes?|mins?|hours?|hrs?)\b.*\bnow\b|\bin (?:\d+|an?|one|half an) (?:minutes?|mins?|hours?|hrs?)\b"
)
_HOLIDAY = re.compile(
    r"\b(?:easter|thanksgiving|halloween|christmas|patrick|labor day|independence day|earth day|eve|xmas)\b"
)


def recognizers() -> Iterator[Phrase]:
    """All cases of Recognizers-Text.

    Raises:
        OSError: when the corpus is missing.
    """
    for case in json.loads((folder() / RECOGNIZERS).read_text(encoding="utf-8-sig")):
        said = case.get("Context", {}).get("ReferenceDateTime", "")[:10]
        yield Phrase(case["Input"], _day(said), tuple(case["Results"]))


def in_scope(phrase: Phrase) -> bool:
    """Whether news tells time so, and the case has an answer that is more than the corpus's own convention.

    Left out are cases with a bare time of the clock (news gives its day, and the reader carries it), a time zone alone,
    or alternatives of one appointment; hours that may be morning or evening; times counted from this very minute, which
    a publication date does not tell; values that the corpus leaves open (fiscal years); days in figures without a year
    ("10/4"), which the reader leaves alone; vague amounts, to which the corpus gives a fixed figure ("a few" is 3);
    sets by hour; named feasts; "now".
    """
    words = phrase.text.lower()
    if _SLASHED.search(words) or _FROM_NOW.search(words) or _HOLIDAY.search(words):
        return False
    return not any(_left_out(result) for result in phrase.results)


def _left_out(result: dict[str, Any]) -> bool:
    kind, values = _kind(result), _values(result)
    if kind in _KINDS_OUT or (kind != "set" and any(value.get("value") == "not resolved" for value in values)):
        return True
    if any(value.get("timex") == "PRESENT_REF" for value in values):
        return True
    if kind == "duration":
        return bool(_VAGUE.search(str(result["Text"])))
    if kind == "set":
        return any("T" in value["timex"] and not value["timex"].startswith("PT") for value in values)
    if kind in ("datetimerange", "datetime"):
        hours = {str(value.get("value") or value.get("start") or value.get("end"))[11:13] for value in values}
        return len(hours) > 1 or any(":12" in value["timex"] for value in values)
    return False


def _kind(result: dict[str, Any]) -> str:
    return str(result.get("TypeName") or result.get("Typename") or "").rsplit(".", 1)[-1]


def _values(result: dict[str, Any]) -> list[dict[str, str]]:
    return list((result.get("Resolution") or {}).get("values") or [])


def right(phrase: Phrase) -> bool:
    """Whether every result is found with one of its values, and nothing is found where none is expected.

    The corpus lists both the past and the future day where it cannot tell: either is right. Its ranges end before
    their last day, ours with it; where it ends a range on the day named, that is right too.
    """
    mentions = read_times(phrase.text, phrase.published)
    if not phrase.results:
        return not [m for m in mentions if m.value is not None]
    return all(
        any(_meet(mention.span, _span(result)) and _agree(mention, result) for mention in mentions)
        for result in phrase.results
    )


def _span(result: dict[str, Any]) -> Span:
    return Span(int(result["Start"]), int(result["End"]) + 1)


def _agree(mention: TimeMention, result: dict[str, Any]) -> bool:
    kind = _kind(result)
    words = str(result["Text"]).lower()
    return any(_same(mention, kind, value, words) for value in _values(result))


_PART = re.compile(r"\b(?:early|earlier|late|later|mid|middle|end|beginning|start)\b")


def _same(mention: TimeMention, kind: str, value: dict[str, str], words: str) -> bool:
    if kind == "duration":
        return mention.kind is TimeKind.DURATION and mention.value == value.get("timex")
    if kind == "set":
        return mention.kind is TimeKind.SET and mention.value == value.get("timex")
    if mention.value is None or mention.kind not in (TimeKind.DATE, TimeKind.INTERVAL):
        return False
    ours = PartialDate(mention.value)
    if kind == "date":
        wanted = date.fromisoformat(value["value"])
        if ".." in mention.value:
            return wanted in (ours.earliest, ours.latest)
        counted = len(mention.value) < 10 and bool(ours.earliest and ours.latest)
        return (ours.is_day and ours.earliest == wanted) or (counted and ours.agrees(PartialDate(value["value"])))
    if kind == "datetime":
        return _minute(value["value"]) == _minute(mention.value) or (
            "T" not in mention.value
            and ours.is_day
            and str(ours.earliest) == value["value"][:10]
            and value["value"][11:] in ("00:00:00", "23:59:59")
        )
    return _same_range(mention.value, ours, value) or (bool(_PART.search(words)) and _nested(ours, value))


def _nested(ours: PartialDate, value: dict[str, str]) -> bool:
    start, end = value.get("start", ""), value.get("end", "")
    if len(start) != 10 or len(end) != 10 or not (ours.earliest and ours.latest):
        return False
    low, high = date.fromisoformat(start), date.fromisoformat(end)
    inside = low <= ours.earliest and ours.latest <= high
    return inside or (ours.earliest <= low and high - timedelta(days=1) <= ours.latest)


def _minute(value: str) -> str:
    return value.replace(" ", "T").removesuffix("Z")[:16]


def _same_range(text: str, ours: PartialDate, value: dict[str, str]) -> bool:
    start, end = value.get("start"), value.get("end")
    if "T" in text:
        ends = [_minute(part) if part != ".." else None for part in text.split("/")]
        return ends[0] == (_minute(start) if start else None) and ends[-1] == (_minute(end) if end else None)
    if (start and " " in start) or (end and " " in end):  # a part of one day: the day is all that is held here
        return bool(start) and ours.is_day and str(ours.earliest) == str(start)[:10]
    low = date.fromisoformat(start) if start else None
    high = date.fromisoformat(end) if end else None
    return _starts(ours, low) and _ends(text, ours, high)


def _starts(ours: PartialDate, low: date | None) -> bool:
    if low is None or ours.earliest is None:
        return low is ours.earliest
    return ours.earliest in (low, low - timedelta(days=1))  # "next 3 days" begins tomorrow there, today here


def _ends(text: str, ours: PartialDate, high: date | None) -> bool:
    if high is None or ours.latest is None:
        return high is ours.latest
    last = text.split("/")[-1]
    begins = PartialDate(last).earliest
    return high in (ours.latest, ours.latest + timedelta(days=1), begins)


def score_recognizers() -> dict[str, float]:
    """Share of cases in scope that are read right, how many there are, and the share of all cases that is in scope."""
    cases = list(recognizers())
    scope = [case for case in cases if in_scope(case)]
    return {
        "items": float(len(scope)),
        "right": sum(map(right, scope)) / len(scope),
        "in_scope": len(scope) / len(cases),
    }
