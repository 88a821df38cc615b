"""Times told against the publication or against the date told before: "last week", "two days ago", "that month"."""

from __future__ import annotations

from dataclasses import replace

from trucewatch.reading.times.forms import (
    Calendar,
    Duration,
    Elapsed,
    Form,
    Found,
    Nth,
    Overnight,
    PartOfDay,
    Relative,
    Same,
    Shift,
    Weekday,
    Which,
    Window,
)
from trucewatch.reading.times.lexicon import (
    ALL_UNITS,
    ALL_WEEKDAYS,
    DAY_PARTS,
    MONTHS,
    PLURAL_UNITS,
    UNITS,
    WEEKDAYS,
)
from trucewatch.reading.times.numbers import duration, ordinal, unit_at
from trucewatch.reading.times.tokens import Tokens
from trucewatch.reading.times.wordlists import words
from trucewatch.reading.times.written import month_date
from trucewatch.reading.times.years import numeric_date, season_date

_SIMPLE: dict[str, Form] = {
    "today": Relative("day", 0),
    "yesterday": Relative("day", -1),
    "tomorrow": Relative("day", 1),
    "tonight": PartOfDay("night", Relative("day", 0)),
    "overnight": Overnight(),
}
# Determiner -> (weeks or units from the publication's, whether it counts from the date told when "the" precedes).
_DETERMINERS = {
    "last": (-1, False), "past": (-1, False), "previous": (-1, True), "preceding": (-1, True), "this": (0, False),
    "current": (0, False), "present": (0, False), "next": (1, True), "coming": (1, False), "upcoming": (1, False),
    "following": (1, True), "same": (0, True), "that": (0, True),
}  # fmt: skip
_WHICH = {-1: Which.LAST, 0: Which.THIS, 1: Which.NEXT}
_PAST_WINDOW = frozenset({"last", "past", "previous", "preceding", "recent"})
_NEXT_WINDOW = frozenset({"next", "coming", "following", "upcoming"})
_CALENDAR_UNITS = frozenset({"day", "week", "weekend", "month", "quarter", "year", "decade", "century"})
_AUXILIARIES = words("to will would can could may might should must not ll did does")
_AGO = {"ago": -1, "earlier": -1, "later": 1, "before": -1, "previously": -1, "hence": 1, "afterwards": 1, "after": 1}


def simple(t: Tokens, i: int) -> Found | None:
    """today, yesterday, tonight, overnight; "the day before yesterday"."""
    form = _SIMPLE[t.low[i]]
    if t.low[i - 1] in ("before", "after") and t.low[i - 2] == "day" and isinstance(form, Relative):
        sign = -1 if t.low[i - 1] == "before" else 1
        first = i - 4 if t.low[i - 3] == "the" else i - 3 if t.low[i - 3] in ("a", "one") else i - 2
        return Found(max(first + (t.low[i - 3] == "the"), 0), i + 1, Relative("day", form.offset + sign))
    return with_day_part(t, Found(i, i + 1, form))


def with_day_part(t: Tokens, found: Found) -> Found:
    """Take in a part of the day after a day: "Thursday night", "5 May in the morning"."""
    j = found.end
    k = j + 2 if t.low[j] in ("in", "on") and t.low[j + 1] == "the" else j
    k = k + 1 if t.low[k] in ("early", "late") and t.low[k + 1] in DAY_PARTS else k
    if t.low[k] in DAY_PARTS and t.low[k] not in ("noon", "midnight", "midday"):
        return Found(found.first, k + 1, PartOfDay(t.low[k], found.form))
    return found


def determined(t: Tokens, i: int) -> Found | list[Found] | None:
    """What a determiner begins: "last week", "this morning", "next Thursday", "past 24 hours", "the same day"."""
    word = t.low[i]
    offset, told = _DETERMINERS[word]
    j = i + 1
    if word == "last" and t.low[i - 1] in _AUXILIARIES:
        return None  # the verb
    if word == "this" and t.low[j] in ("past", "coming", "upcoming"):
        return _this_past(t, i)
    if word == "last" and t.low[i - 1] in ("at", "for", "since") and t.low[j] not in ALL_UNITS:
        return None
    unit = t.low[j]
    if unit in UNITS and unit in _CALENDAR_UNITS:
        return _unit(t, i, unit)
    if unit in DAY_PARTS:
        if word == "last" and unit == "night":
            return Found(i, j + 1, PartOfDay("night", Relative("day", -1)))
        if word == "this":
            return Found(i, j + 1, PartOfDay(unit, Relative("day", 0)))
        return Found(i, j + 1, PartOfDay(unit, Same("day", offset))) if word in ("that", "same") else None
    if told and word not in ("next", "following", "previous"):
        return None
    if unit in ALL_WEEKDAYS and (unit in WEEKDAYS or t.capital(j)):
        return _weekday(t, i, offset)
    if unit in MONTHS and (t.capital(j) or unit not in ("march", "may")) and offset:
        return Found(i, j + 1, Calendar(None, MONTHS[unit], None, None, _WHICH[offset]))
    if unit in MONTHS:
        dated = month_date(t, j)
        return [dated[0]._replace(first=i), *dated[1:]] if dated else None
    season = season_date(t, j, _WHICH[offset])
    if season is not None:
        return season._replace(first=i)
    return _window(t, i) or _nth_last(t, i) or (_numeric(t, i) if word in ("this", "next") else None)


def _numeric(t: Tokens, i: int) -> Found | None:
    dated = numeric_date(t, i + 1)
    return dated[0]._replace(first=i) if dated else None


def _this_past(t: Tokens, i: int) -> Found | None:
    """ "this past Wednesday": the nearest one, on that side."""
    j = i + 2
    sign = -1 if t.low[i + 1] == "past" else 1
    if t.low[j] in WEEKDAYS:
        return Found(i, j + 1, Weekday(WEEKDAYS[t.low[j]], None if sign < 0 else Which.THIS))
    if t.low[j] in UNITS and t.low[j] in _CALENDAR_UNITS:
        return Found(i, j + 1, Relative(t.low[j], sign))
    return None


def _weekday(t: Tokens, i: int, offset: int) -> Found:
    number = ALL_WEEKDAYS[t.low[i + 1]]
    which: Which | None = _WHICH[offset]
    if t.low[i] in ("past", "coming", "upcoming"):  # the nearest, not that of the neighbour week
        which = None if offset < 0 else Which.THIS
    return with_day_part(t, Found(i, i + 2, Weekday(number, which)))


def _unit(t: Tokens, i: int, unit: str) -> Found | list[Found] | None:
    word, before = t.low[i], t.low[i - 1]
    offset, told = _DETERMINERS[word]
    j = i + 2
    if t.low[j] in ("’", "'") and t.low[j + 1] == "s":
        nth = _quarter_of(t, j + 2, Relative(unit, offset))
        if nth is not None:
            return nth._replace(first=i)
    if t.low[j] == "of" and word == "last" and (t.low[j + 1] in MONTHS or t.low[j + 1] in ("the", "last", "this")):
        return None  # "the last week of March" is read by its ordinal
    if unit in ("week", "month", "year", "weekend") and (t.low[j] in ALL_WEEKDAYS or t.low[j + 1] in WEEKDAYS):
        k = j + 1 if t.low[j] in ("on", "-", ",") else j
        if unit == "week" and t.low[k] in ALL_WEEKDAYS:
            return with_day_part(t, Found(i, k + 1, Weekday(ALL_WEEKDAYS[t.low[k]], None, offset)))
    if word == "that" and unit not in ("day", "week", "weekend", "month", "year", "quarter", "decade"):
        return None
    if unit == "day":
        return _day(t, i, offset, told)
    if (
        word in ("past", "last")
        and before == "the"
        and unit not in ("weekend", "quarter")
        and (word == "past" or t.low[i - 2] in ("in", "over", "during", "within", "throughout"))
    ):
        return Found(i - 1, j, Window(Duration(((1, unit),)), -1))
    if word == "next" and before == "the" and t.low[i - 2] in ("over", "within", "during"):
        return Found(i - 1, j, Window(Duration(((1, unit),)), 1))
    from_told = word in ("same", "that") or (
        told and before == "the" and word in ("previous", "following", "preceding")
    )
    first = i - 1 if before == "the" else i
    if from_told:
        return Found(first, j, Same(unit, offset))
    return Found(first if word not in ("last", "this") else i, j, Relative(unit, offset))


def _day(t: Tokens, i: int, offset: int, told: bool) -> Found | None:
    """ "the next day", "that day", "the same day"; "one day" and "these days" are none of them."""
    word = t.low[i]
    first = i - 1 if t.low[i - 1] == "the" else i
    if word in ("this", "current", "present", "last", "past", "coming"):
        return None
    if word == "that" and t.low[i + 2] in ("when",) and t.low[i - 1] == "":
        return None
    return Found(first, i + 2, Same("day", offset)) if told else None


def _window(t: Tokens, i: int) -> Found | None:
    """A stretch up to or from the publication: "past 24 hours", "next three months", "recent days"."""
    word = t.low[i]
    sign = -1 if word in _PAST_WINDOW else 1 if word in _NEXT_WINDOW else 0
    if not sign:
        return None
    first = i - 1 if t.low[i - 1] == "the" else i
    length = duration(t, i + 1)
    if length is None and t.low[i + 1] == "couple" and (unit := PLURAL_UNITS.get(t.low[i + 2])):
        length = Duration(((2, unit),)), i + 3
    if length is not None:
        if t.low[length[1]] == "of" and t.low[length[1] + 1] in MONTHS:
            return None
        return Found(first, length[1], Window(length[0], sign))
    unit = PLURAL_UNITS.get(t.low[i + 1])
    if unit is not None:
        return Found(first, i + 2, Window(Duration(((None, unit),)), sign))
    if t.low[i + 1] in ("fortnight", "hour", "minute") and word != "recent":
        return Found(first, i + 2, Window(Duration(((1, t.low[i + 1]),)), sign))
    return None


def _nth_last(t: Tokens, i: int) -> Found | None:
    return None if t.low[i] != "last" else nth(t, i, -1, i + 1)


def _quarter_of(t: Tokens, j: int, whole: Form) -> Found | None:
    """ "(this year's) third quarter"."""
    number = ordinal(t, j)
    if number is None or t.low[number[1]] not in ("quarter", "half", "week", "month"):
        return None
    return Found(j, number[1] + 1, Nth(number[0], t.low[number[1]], whole))


def nth(t: Tokens, i: int, number: int, j: int) -> Found | None:
    """The unit or weekday that an ordinal counts, its period left to be added: "third quarter", "first Monday"."""
    word = t.low[j]
    if word in ("quarter", "half", "week", "day", "month", "weekend"):
        return Found(i, j + 1, Nth(number, word, None))
    if word in WEEKDAYS:
        return Found(i, j + 1, Nth(number, "weekday", None, WEEKDAYS[word]))
    if word == "century" and 1 <= number <= 21:
        return Found(i, j + 1, Nth(number, "century", None))
    return None


def counted(t: Tokens, length: Duration, end: int) -> tuple[Form, int] | None:
    """What turns a length into a date: "ago", "earlier", "later", "from now", "before" at a clause's end."""
    word = t.low[end]
    sign = _AGO.get(word)
    if word == "from" and t.low[end + 1] in ("now", "today"):
        return Shift(length, 1), end + 2
    if word == "from" and t.low[end + 1] == "tomorrow":
        return Shift(plus_a_day(length), 1), end + 2
    if sign is None:
        return None
    if word in ("before", "after") and (t.word(end + 1) or t.low[end + 1].isdigit()):
        return None
    if word in ("earlier", "later") and t.low[end + 1] == "than":
        return None
    told = word not in ("ago", "hence")
    return Shift(length, sign, told), end + 1


def plus_a_day(length: Duration) -> Duration:
    """The length and one day more."""
    return Duration((*length.parts, (1, "day")))


def elapsed(t: Tokens, i: int) -> Found | None:
    """ "earlier this month", "later in the day", "earlier today": part of a period on one side of the publication."""
    sign = -1 if t.low[i] == "earlier" else 1
    j = i + 1
    if t.low[j] in ("in", "on") and t.low[j + 1] in ("the", "that"):
        unit = unit_at(t, j + 2)
        if unit in ("day", "week", "month", "year") and t.low[j + 2] in UNITS:
            if unit == "day":
                return Found(i, j + 3, Same("day", 0, published=True))
            return Found(i, j + 3, Elapsed(sign, Same(unit, 0, published=True)))
        return None
    if t.low[j] in ("today", "yesterday", "tonight", "tomorrow"):
        return Found(i, j + 1, _SIMPLE[t.low[j]])
    if t.low[j] == "on" and t.low[j + 1] in WEEKDAYS:
        return Found(i, j + 2, Weekday(WEEKDAYS[t.low[j + 1]]))
    if t.low[j] in WEEKDAYS:
        return Found(i, j + 1, Weekday(WEEKDAYS[t.low[j]]))
    k = j + 1 if t.low[j] in ("in", "on") else j
    if t.low[k] in ("this", "last", "next", "previous", "that", "same"):
        whole = determined(t, k)
        if isinstance(whole, Found) and isinstance(whole.form, Relative) and whole.form.unit != "day":
            return whole._replace(first=i, form=Elapsed(sign, whole.form))
        return whole._replace(first=i) if isinstance(whole, Found) and not isinstance(whole.form, Window) else None
    return None


def with_which(form: Form, which: Which) -> Form:
    """The form with a determiner added, where it takes one."""
    return replace(form, which=which) if isinstance(form, Calendar | Weekday) else form
