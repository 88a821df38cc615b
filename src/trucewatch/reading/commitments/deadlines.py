"""By when a duty is owed: the deadline in its own clause, counted from the instrument it rests on."""

from __future__ import annotations

import calendar
import re
from bisect import bisect_left, bisect_right
from datetime import date, timedelta
from itertools import islice

from trucewatch.model.commitment import Due, Fulfilment
from trucewatch.model.text import Span
from trucewatch.model.time import TimeKind, TimeMention
from trucewatch.reading.commitments.anchors import Anchors
from trucewatch.reading.commitments.duty import Duty
from trucewatch.reading.draft import Draft
from trucewatch.reading.instruments.nouns import NUMBERS
from trucewatch.reading.parse import Parse, Word

_RULE = re.compile(r"(?P<length>P[\dYMWDTH]+) from (?P<anchor>signing|effect)")
_LENGTH = re.compile(r"P(?:(\d+)Y)?(?:(\d+)M)?(?:(\d+)W)?(?:(\d+)D)?(?:T(\d+)H)?")
_NEXT = re.compile(r"\bnext\s(\d{1,3}|[a-z]+)\s(day|week|month|year)s?\b", re.IGNORECASE)
_BEHIND = re.compile(
    r",?\s+(?:of\s+(?:this|the|that)\s+\w+|(?:under|in line with|in accordance with|as part of|according to)\b.*)",
    re.IGNORECASE | re.DOTALL,
)
_TOOK_PLACE = re.compile(r",?\s(?:which\s)?(?:took place|happened|came|was(?: held)?)\s(?:on\s)?", re.IGNORECASE)
_LED = frozenset({"by", "before", "until", "till"})
_DAY = len("2000-01-01")


def due_of(draft: Draft, duty: Duty, anchors: Anchors) -> Due | None:
    """The deadline of ``duty``, or ``None`` when its clause gives none: the dossier's is not filled in.

    A length counted from signing or effect is counted from ``anchors``, the days of the instrument that the duty rests
    on. A length whose start the text leaves open keeps a rule and no value.
    """
    found = _deadline(draft, duty, binding=anchors.binding)
    if found is None:
        return None
    time, led = found
    rule = time.rule
    if rule is None and anchors.itself and (ahead := _NEXT.search(time.span.of(draft.text))) is not None:
        rule = f"P{_digits(ahead[1])}{ahead[2][0].upper()} from signing"
    anchor = anchors.of_length(rule or time.value or "") if (rule or time.value or "")[:1] == "P" else None
    if anchor is not None and " " not in (rule or ""):
        rule = f"{rule or time.value} from {anchor}"
    value = _told_day(draft, time) or _counted(rule, anchors) or time.value
    if value is None and rule is None:
        return None
    if value is not None and value.startswith("P"):
        rule, value = rule or value, None
    elif value is not None and led and not value.startswith(".."):
        value = f"../{value.rsplit('/', 1)[-1]}"
    return Due(value, rule, time.span)


def _told_day(draft: Draft, time: TimeMention) -> str | None:
    """The deadline where the text itself tells the day it counts from: "of the signing, which took place on 1 May"."""
    rule = None if time.rule is None else _RULE.fullmatch(time.rule)
    if rule is None:
        return None
    i = bisect_left(draft.times, time.span.end, key=lambda each: each.span.start)
    if i == len(draft.times) or _TOOK_PLACE.fullmatch(draft.text, time.span.end, draft.times[i].span.start) is None:
        return None
    return _added(draft.times[i].value, rule["length"])


def _digits(written: str) -> str:
    return NUMBERS.get(written.lower(), written)


def _deadline(draft: Draft, duty: Duty, *, binding: bool) -> tuple[TimeMention, bool] | None:
    """The deadline nearest to the verb among the times of its clause, and whether "by" leads it."""
    parse = draft.parse
    sentence = parse.sentences[parse.words[duty.verb].sent]
    best: tuple[int, TimeMention, bool] | None = None
    first = bisect_left(draft.times, sentence.span.start, key=lambda time: time.span.start)
    for time in islice(draft.times, first, None):
        if time.span.start >= sentence.span.end:
            break
        if time.names_instrument is not None or time.kind is TimeKind.SET:
            continue
        if _names(draft, time):
            continue
        if duty.term is not None and time.span != duty.term:
            continue
        words = parse.within(time.span)
        if not len(words):
            continue
        before = parse.words[words[0] - 1].lower if words[0] > sentence.first else ""
        led = before in _LED or parse.words[words[0]].lower in _LED
        soon = before in ("in", "within", "over", "during") and draft.text[time.span.start :][:9].lower() == "the next "
        fixed = binding and before == "on" and duty.status is Fulfilment.OWED
        given = duty.body is not None and any(  # "gives the sides three years to"
            parse.words[i].head == duty.top and parse.words[i].dep in ("dobj", "npadvmod") for i in words
        )
        if not (time.deadline or led or fixed or soon or given) or not (duty.term or _of_clause(parse, words[0], duty)):
            continue
        distance = abs(words[0] - duty.verb)
        if best is None or distance < best[0]:
            best = (distance, time, led or soon)
    return None if best is None else best[1:]


def _names(draft: Draft, time: TimeMention) -> bool:
    """Whether the time is the day by which an instrument is called."""
    after = bisect_right(draft.instruments, time.span.start, key=lambda ref: ref.span.start)
    near = draft.instruments[max(0, after - 3) : after]
    return any(ref.time is not None and ref.time.meets(time.span) for ref in near)


def _of_clause(parse: Parse, i: int, duty: Duty) -> bool:
    """Whether the time at word ``i`` belongs to the duty's clause: the verb above it is the duty's or its frame's."""
    words = parse.words
    for above in parse.up(i):
        if above == duty.verb or (above == duty.top and not _joined(parse, duty.verb, above)):
            return True
        if words[above].pos in ("VERB", "AUX"):
            inside = _chained(parse, above, duty.verb)
            leading = i < above and _joined(parse, duty.verb, above)
            return inside or leading
    return False


def _chained(parse: Parse, verb: int, top: int) -> bool:
    """Whether ``verb`` hangs on ``top`` without a clause of its own between: "agree to begin to withdraw by"."""
    words = parse.words
    while verb != top and words[verb].dep in ("xcomp", "pcomp", "prep"):
        verb = words[verb].head
    return verb == top


def _joined(parse: Parse, verb: int, head: int) -> bool:
    """Whether ``verb`` hangs on ``head`` by conjunction alone."""
    words = parse.words
    while words[verb].dep == "conj":
        verb = words[verb].head
        if verb == head:
            return True
    return False


def _counted(rule: str | None, anchors: Anchors) -> str | None:
    match = None if rule is None else _RULE.fullmatch(rule)
    if match is None:
        return None
    return _added(anchors.signed if match["anchor"] == "signing" else anchors.effective, match["length"])


def _added(start: str | None, length: str) -> str | None:
    """The last day of a length that begins on ``start``, as an open EDTF interval; ``None`` unless that is a day."""
    if start is None or not re.match(r"\d{4}-\d{2}-\d{2}", start):
        return None
    day = later(date.fromisoformat(start[:_DAY]), length)
    return None if day is None else f"../{day.isoformat()}"


def later(day: date, length: str) -> date | None:
    """``day`` moved on by an ISO 8601 duration, clamped to the month's end; ``None`` for lengths of other forms."""
    match = _LENGTH.fullmatch(length)
    if match is None:
        return None
    years, months, weeks, days, hours = (int(part or 0) for part in match.groups())
    month = day.month - 1 + months
    year = day.year + years + month // 12
    month = month % 12 + 1
    if not 1 <= year <= date.max.year:
        return None
    moved = date(year, month, min(day.day, calendar.monthrange(year, month)[1]))
    ahead = weeks * 7 + days + -(-hours // 24)
    return moved + timedelta(days=ahead) if ahead < (date.max - moved).days else None


def _leads(word: Word) -> bool:
    return (word.pos in ("ADP", "SCONJ", "PUNCT") and word.tag != "RP") or word.lower == "no"


def without_deadline(draft: Draft, action: Span, due: Due | None) -> Span:
    """``action`` with a deadline at its end left off, with the words that lead it and "of this agreement" behind it."""
    if due is None or not action.holds(due.mention) or due.mention.start == action.start:
        return action
    if due.mention.end < action.end and not _BEHIND.fullmatch(draft.text, due.mention.end, action.end):
        return action
    words = draft.parse.words
    inside = draft.parse.within(Span(action.start, due.mention.start))
    last = len(inside) - 1
    while last > 0 and _leads(words[inside[last]]):
        last -= 1
    return Span(action.start, words[inside[last]].end) if last >= 0 else action
