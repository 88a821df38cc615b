"""The reader of time expressions: text and publication date in, mentions with EDTF values out. No clock is read."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import date

from trucewatch.model.text import Span
from trucewatch.model.time import DateBasis, TimeKind, TimeMention
from trucewatch.reading.times.coordination import groups, spread_years
from trucewatch.reading.times.dispatch import expression
from trucewatch.reading.times.forms import (
    Anchored,
    AtTime,
    Between,
    Bounded,
    Calendar,
    Duration,
    Form,
    Found,
    NoTime,
    Recurring,
    Same,
    Shift,
    Side,
)
from trucewatch.reading.times.instruments import DatedName, group_noun, named_instrument
from trucewatch.reading.times.periods import period
from trucewatch.reading.times.quantities import grain, iso_duration
from trucewatch.reading.times.resolution import Setting, resolve
from trucewatch.reading.times.tense import tense_around
from trucewatch.reading.times.tokens import BREAK, Tokens

_TOLD_REACH = 600  # code points: a date told further back no longer carries over
_CLOCK_REACH = 200
_SIGNED = frozenset({"signed", "signing", "done", "concluded", "signature"})
_IN_EFFECT = frozenset({"effect", "force", "effective"})
_OWN = frozenset({"this", "present"})


def read_times(
    text: str,
    published: date | None,
    *,
    dated_names: Sequence[DatedName] = (),
    paragraphs: Sequence[Span] = (),
) -> tuple[TimeMention, ...]:
    """Every time expression of ``text`` in order, with its EDTF value against ``published`` (``None``: unknown).

    ``dated_names`` are the days by which known instruments are called; ``paragraphs`` the text's paragraphs, which no
    expression crosses (blank lines part them where none are given). Values: EDTF for dates and intervals, ISO 8601 for
    durations, an ISO 8601 period (``P1W``) or TIMEX3's ``XXXX-WXX-1`` for sets (every week, every Monday).
    """
    t = Tokens(text, paragraphs)
    reading = _Reading(t, published, dated_names)
    for group in groups(t, find(t)):
        reading.add(spread_years(group))
    return tuple(reading.mentions)


def find(t: Tokens) -> list[Found]:
    """The expressions of the tokens in order, none overlapping another."""
    found: list[Found] = []
    i = end = 0
    while i < t.count:
        here = expression(t, i)
        if here:
            found.extend(each for each in here if each.first >= end)
            end = here[-1].end
            i = max(i + 1, end)
        else:
            i += 1
    return [each for each in found if not isinstance(each.form, NoTime)]


class _Reading:
    """The mentions made so far, and what they leave for the next: the date told last, the instrument named last."""

    def __init__(self, t: Tokens, published: date | None, names: Sequence[DatedName]) -> None:
        self.t = t
        self.published = published
        self.names = names
        self.mentions: list[TimeMention] = []
        self._told: tuple[int, str] | None = None  # token and value of the last date told
        self._told_day: tuple[int, str] | None = None  # and of the last day
        self._named: tuple[int, DatedName] | None = None
        self._signing: date | None = None
        self._effect: date | None = None
        self._undated: list[tuple[int, Found]] = []  # times of the clock that no day was told for: mention, expression
        self._itself: bool | None = None  # whether the text calls itself an agreement; found when first asked

    def add(self, group: list[Found]) -> None:
        """Resolve coordinated expressions, which share the noun of an instrument."""
        noun = group_noun(self.t, group) if self.names and isinstance(group[-1].form, Calendar) else None
        for each in group:
            form = each.form
            name = named_instrument(form, noun, self.names, self.published) if isinstance(form, Calendar) else None
            if name is not None:
                self._named = (each.first, name)
                value, basis = name.day.isoformat(), DateBasis.RESOLVED
                span = self.t.span(each.first, each.end)
                self._append(each, TimeMention(span, value, TimeKind.DATE, basis, names_instrument=name.instrument))
            else:
                self._append(each, self._mention(each))

    def _append(self, each: Found, mention: TimeMention) -> None:
        self.mentions.append(mention)
        if isinstance(each.form, AtTime) and mention.value is None:
            self._undated.append((len(self.mentions) - 1, each))
        if mention.kind in (TimeKind.DURATION, TimeKind.SET) or mention.value is None:
            return
        held = period(mention.value)
        if held is None:
            return
        self._told = (each.first, mention.value)
        if held.first == held.last:
            self._told_day = self._told
            self._date_clock_times(each, mention.value)
        if held.first == held.last and not isinstance(each.form, Anchored):
            words = self.t.low[max(0, each.first - 6) : each.first]
            after = self.t.low[each.end : each.end + 6]
            # The preamble of an agreement's own text: "..., meeting at X on 2 April, have agreed as follows".
            preamble = "agreed" in after and ("follows" in after or "following" in after)
            if preamble or _SIGNED.intersection(words):
                self._signing = held.first
            if _IN_EFFECT.intersection(words):
                self._effect = held.first

    def _date_clock_times(self, day: Found, value: str) -> None:
        """Give times of the clock that were told before in the sentence the day told now: "At 14:40 ... on Tuesday"."""
        for index, each in self._undated:
            if each.first >= self.t.sentence_start(day.first):
                dated = resolve(each.form, Setting(self.published, told=value))
                self.mentions[index] = replace(self.mentions[index], value=dated, basis=DateBasis.CARRIED)
        self._undated.clear()

    def _mention(self, each: Found) -> TimeMention:
        form = each.form
        at = self._setting(each)
        anchored = form if isinstance(form, Anchored) else None
        instrument = self._counted_from(each) if anchored and anchored.date is None else None
        if instrument is not None:
            at.signing, at.effect = instrument.signed, instrument.effective
        value = resolve(form, at)
        kind = _kind(form, value)
        rule = _rule(anchored) if anchored else None
        if anchored and anchored.anchor is None and anchored.date is None:
            value, kind = iso_duration(anchored.length), TimeKind.DURATION
        basis = DateBasis.STATED
        if anchored and anchored.date is None and value is not None and kind is not TimeKind.DURATION:
            basis = DateBasis.RESOLVED if instrument else DateBasis.CARRIED
        elif at.carried:
            basis = DateBasis.CARRIED
        span = self.t.span(each.first, each.end)
        return TimeMention(span, value, kind, basis, rule, deadline=_is_deadline(form, at))

    def _setting(self, each: Found) -> Setting:
        t = self.t
        at = Setting(self.published, signing=self._signing, effect=self._effect)
        at.tense = tense_around(t, each.first, each.end)
        if isinstance(each.form, Bounded) and each.form.side in (Side.BY, Side.UNTIL):
            opens = each.first == t.sentence_start(each.first)
            at.tense = "past" if opens and at.tense == "past" else "future"
        told = self._told_day if _needs_day(each.form) else self._told
        clocked = isinstance(each.form, AtTime | Between)
        if told is not None and self._reaches(told[0], each.first, _CLOCK_REACH if clocked else _TOLD_REACH):
            at.told = told[1]
            at.told_here = told[0] >= t.sentence_start(each.first)
        return at

    def _reaches(self, told: int, here: int, reach: int) -> bool:
        """Whether what was told at one token carries to another: near enough, a time of the clock in one paragraph."""
        t = self.t
        near = t.starts[here] - t.starts[told] <= reach
        return near and (reach == _TOLD_REACH or BREAK not in t.low[told:here])

    def _counted_from(self, each: Found) -> DatedName | None:
        """The instrument a deadline counts from: the one named before in the sentence, or the text itself."""
        t = self.t
        if self._named is not None and self._named[0] >= t.sentence_start(each.first):
            return self._named[1]
        if _OWN.intersection(t.low[each.first : each.end]) or self._named is None:
            return self._own()
        return None

    def _own(self) -> DatedName | None:
        """The known instrument whose text this is: it calls itself "this agreement" and bears the instrument's day."""
        low = self.t.low
        if self._itself is None:
            self._itself = any(
                low[i] in _OWN and (low[i + 1] in _SELF_NOUNS or low[i + 2] in _SELF_NOUNS) for i in range(self.t.count)
            )
        if not self._itself or not self.names:
            return None
        days = {mention.value for mention in self.mentions}
        own = [name for name in self.names if name.day.isoformat() in days]
        return own[0] if len({name.instrument for name in own}) == 1 else None


_SELF_NOUNS = frozenset({"agreement", "statement", "declaration", "protocol", "memorandum", "treaty", "accord"})


def _needs_day(form: Form) -> bool:
    """Whether what is told before must be a day for the form to count from it."""
    match form:
        case AtTime():
            return True
        case Same():
            return form.unit == "day"
        case Shift():
            return grain(form.length) == "day"
        case Between():
            return isinstance(form.first, AtTime)
        case _:
            return False


def _kind(form: Form, value: str | None) -> TimeKind:
    if isinstance(form, Duration):
        return TimeKind.DURATION
    if isinstance(form, Recurring):
        return TimeKind.SET
    return TimeKind.INTERVAL if value is not None and "/" in value else TimeKind.DATE


def _rule(form: Anchored) -> str | None:
    """How a deadline counts: "P3Y from signing", "P5D before the elections", or the bare length."""
    length = iso_duration(form.length)
    if length is None or form.date is not None:
        return length and None
    if not form.anchor:
        return length
    return f"{length} {'from' if form.sign > 0 else 'before'} {form.anchor}"


def _is_deadline(form: Form, at: Setting) -> bool:
    if isinstance(form, Bounded):
        return form.side in (Side.BY, Side.BEFORE) and at.tense != "past"
    if isinstance(form, Anchored):
        return form.within or form.numbered or form.anchor in ("signing", "effect") or at.tense == "future"
    return False
