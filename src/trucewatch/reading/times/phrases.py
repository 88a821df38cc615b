"""Whole expressions: what the words around a date make of it, and the table of words that begin one."""

from __future__ import annotations

from collections.abc import Callable, Iterable

from trucewatch.reading.times.clock import clock, clock_range
from trucewatch.reading.times.deadlines import after_length, day_count, limited
from trucewatch.reading.times.forms import (
    AtTime,
    Between,
    Bounded,
    Calendar,
    Duration,
    Form,
    Found,
    NoTime,
    Nth,
    Portion,
    Recurring,
    Relative,
    Same,
    Season,
    Side,
    Vague,
    Weekday,
)
from trucewatch.reading.times.lexicon import (
    ALL_MONTHS,
    ALL_UNITS,
    ALL_WEEKDAYS,
    DAY_PARTS,
    EARLY,
    FUTURE_WORDS,
    NUMBER_WORDS,
    ORDINALS,
    PAST_WORDS,
    PERIODIC,
    PLURAL_UNITS,
    PRESENT_WORDS,
    SEASONS,
    UNITS,
    VAGUE_AMOUNTS,
    WEEKDAYS,
)
from trucewatch.reading.times.numbers import HYPHENS, duration, is_age, ordinal
from trucewatch.reading.times.relative import counted, determined, elapsed, nth, simple, with_day_part
from trucewatch.reading.times.sets import every, periodic, rate
from trucewatch.reading.times.tokens import Tokens
from trucewatch.reading.times.written import (
    day_date,
    decade,
    lone_year,
    month_date,
    numeric_date,
    season_date,
    weekday_date,
)

type Rule = Callable[[Tokens, int], Found | list[Found] | None]

_SIDES = {
    "by": Side.BY, "until": Side.UNTIL, "till": Side.UNTIL, "before": Side.BEFORE, "since": Side.SINCE,
    "after": Side.AFTER, "pre": Side.BEFORE,
}  # fmt: skip
_TO = frozenset({"to", "until", "till", "through", "thru"})
_DAY_STARTS = frozenset((*ALL_MONTHS, *WEEKDAYS, "the", "today", "yesterday", "tomorrow", "next", "last", "this"))
_DEPTH = 6  # how far expressions nest: "by the end of the third quarter of last year" takes four levels


def expression(t: Tokens, i: int) -> list[Found]:
    """The expressions that begin at token ``i``: several where dates are coordinated, none where none begins.

    What begins at a token does not depend on who asks, so it is read once.
    """
    known = t.memo.get(i)
    if known is not None:
        return list(known)
    rules = RULES.get(t.low[i]) or (_FIGURES if t.low[i][:1].isdecimal() else ())
    if not rules or t.depth >= _DEPTH:
        return []
    t.depth += 1
    found = _first(t, i, rules)
    t.depth -= 1
    t.memo[i] = tuple(found)
    return found


def _first(t: Tokens, i: int, rules: tuple[Rule, ...]) -> list[Found]:
    for rule in rules:
        found = rule(t, i)
        if found:
            several = list(found) if isinstance(found, list) else [found]
            several[-1] = _extended(t, several[-1])
            return several
    return []


def _extended(t: Tokens, found: Found) -> Found:
    """Take in what follows a day: a part of it, a time of the clock, "or later"."""
    form = found.form
    if isinstance(form, Calendar | Weekday | Relative | Same):
        found = _with_clock(t, with_day_part(t, found))
    j = found.end
    if t.low[j] in ("onwards", "onward") and not isinstance(found.form, Bounded | Duration):
        return Found(found.first, j + 1, Bounded(Side.SINCE, found.form))
    return found


def _with_clock(t: Tokens, found: Found) -> Found:
    j = found.end
    k = j + 1 if t.low[j] == "," else j
    k = k + 1 if t.low[k] in ("at", "@", "around", "about", "from", "between", "to") else k
    if k == j and not (t.low[k].isdecimal() or t.low[k] in ("noon", "midnight")):
        return found
    if t.low[k - 1] in ("from", "between", ",", "at") or k == j:
        span = clock_range(t, k)
        if span is not None and isinstance(found.form, Calendar | Weekday | Relative | Same):
            first, last, end = span
            return Found(found.first, end, Between(based(first, found.form), based(last, found.form)))
    time = clock(t, k)
    if time is None or t.low[k - 1] in ("from", "between", "to"):
        return found
    return Found(found.first, time.end, based(time.time, found.form))


def based(time: AtTime, day: Form) -> AtTime:
    """The time of the clock on that day."""
    return AtTime(time.hour, time.minute, time.second, time.zone, day)


def date_at(t: Tokens, i: int) -> Found | None:
    """The one date or period that begins at ``i``, an article taken in; lengths of time and sets are none."""
    found = expression(t, i) if t.low[i] != "the" else _article(t, i)
    if not found:
        return None
    head = found[0]
    return None if isinstance(head.form, Duration | Recurring | Vague | Bounded | NoTime) else head


def _article(t: Tokens, i: int) -> list[Found]:
    """What begins after "the": "the end of August", "the past week", "the summer of 2021", "the 12th"."""
    found = expression(t, i + 1)
    if found:
        if isinstance(found[-1].form, Portion | Season | Nth | Same | Duration):
            found[0] = found[0]._replace(first=min(found[0].first, i))
        return found
    year = lone_year(t, i + 1)
    if year is not None:
        return [year]
    if t.low[i + 1] == "year" and (year := lone_year_after(t, i + 2)) is not None:
        return [year._replace(first=i)]
    unit = UNITS.get(t.low[i + 1])
    if unit in ("day", "week", "month", "year", "weekend"):
        bare = _the_unit(t, i, unit)
        return [bare] if bare else []
    return _the_day(t, i)


def lone_year_after(t: Tokens, i: int) -> Found | None:
    """The year in "the year 2019", "the year of 2008"."""
    j = i + 1 if t.low[i] == "of" else i
    word = t.low[j]
    return Found(j, j + 1, Calendar(int(word))) if len(word) == 4 and "1000" <= word <= "2199" else None


def _the_unit(t: Tokens, i: int, unit: str) -> Found | None:
    """ "the day before", "the week after next", "end the day", "in the year": a unit that only context dates."""
    after, before = t.low[i + 2], t.low[i - 1]
    if after in ("before", "after", "previous", "earlier"):
        if after == "after" and t.low[i + 3] == "next":
            return Found(i, i + 4, Relative(unit, 2))
        if t.low[i + 3] in ("yesterday", "tomorrow") or t.low[i + 3] in ALL_UNITS:
            return None
        if not t.word(i + 3) and not t.low[i + 3].isdecimal():
            return Found(i, i + 3, Same(unit, 1 if after == "after" else -1, published=True))
        return None
    if after == "of" and unit == "week":
        dated = date_at(t, i + 3)
        if dated is not None and isinstance(dated.form, Calendar) and dated.form.day:
            return Found(i, dated.end, Nth(0, "week", dated.form))
    if unit == "weekend" or before in ("during", "throughout", "end", "ending", "finish", "ended"):
        return Found(i, i + 2, Same(unit, 0, published=True)) if after not in ("of", "when", "that") else None
    if before in ("for", "in", "of", "on") and unit != "day" and after not in ("of", "when", "that", "s", "to"):
        return Found(i, i + 2, Same(unit, 0, published=True)) if not t.word(i + 2) else None
    return None


def _the_day(t: Tokens, i: int) -> list[Found]:
    """ "on the 12th": a day of the month by its ordinal alone."""
    number = ordinal(t, i + 1)
    if number is None or not t.low[i + 1].isdecimal() or number[0] > 31:
        return []
    after = t.low[number[1]]
    if t.low[i - 1] not in ("on", "by", "until", "since", "from", "around") or (
        t.word(number[1]) and after not in ("at", "and", "in", "to", "with", "by", "when", "that")
    ):
        return []
    return [Found(i + 1, number[1], Calendar(None, None, number[0]))]


def _the(t: Tokens, i: int) -> list[Found] | None:
    return _article(t, i) or None


def _bound(t: Tokens, i: int) -> Found | list[Found] | None:
    """ "by the end of August", "until Friday", "since 2021", "before 5 May", "after Sunday"."""
    word = t.low[i]
    side = _SIDES[word]
    found = date_at(t, i + 1)
    if found is None:
        return _bounded_day(t, i, side)
    if isinstance(found.form, Between | AtTime) and side is Side.BY and isinstance(found.form, Between):
        return None
    if word == "pre" or (side is Side.SINCE and t.low[i - 1] == "ever"):
        return found
    if isinstance(found.form, Calendar) and _starts_list(t, i + 1):
        rest = expression(t, i + 1)
        if len(rest) > 1:
            return [rest[0]._replace(first=i, form=Bounded(side, rest[0].form)), *rest[1:]]
    return Found(i, found.end, Bounded(side, found.form))


def _starts_list(t: Tokens, i: int) -> bool:
    return t.low[i] in ALL_MONTHS or t.low[i].isdecimal()


def _bounded_day(t: Tokens, i: int, side: Side) -> Found | None:
    """ "no later than" and its like end in a length of time instead: "by day 5", handled with deadlines."""
    return day_count(t, i, i + 1) if side is Side.BY else None


def _from(t: Tokens, i: int) -> Found | None:
    """ "from 1 to 5 May", "from 2009 to 2011", "between April and June"."""
    word = t.low[i]
    joins = ("and", *HYPHENS, "to") if word == "between" else (*_TO, *HYPHENS)
    times = clock_range(t, i + 1)
    if times is not None:
        first, last, end = times
        return _clock_span(t, i, first, last, end)
    head = date_at(t, i + 1)
    if head is None:
        return None
    if isinstance(head.form, Between):
        return head._replace(first=i)
    if t.low[head.end] not in joins:
        return None
    tail = date_at(t, head.end + 1)
    if tail is None and t.low[head.end + 1] == "now":
        tail = Found(head.end + 1, head.end + 2, Relative("day", 0))
    if tail is None and len(t.low[head.end + 1]) == 4 and "1000" <= t.low[head.end + 1] <= "2199":
        tail = Found(head.end + 1, head.end + 2, Calendar(int(t.low[head.end + 1])))
    if tail is None or isinstance(tail.form, Between):
        return None
    return Found(i, tail.end, Between(head.form, tail.form))


def _clock_span(t: Tokens, i: int, first: AtTime, last: AtTime, end: int) -> Found:
    k = end + 1 if t.low[end] in ("on", ",") else end
    day = date_at(t, k)
    if day is not None and isinstance(day.form, Calendar | Weekday | Relative):
        return Found(i, day.end, Between(based(first, day.form), based(last, day.form)))
    return Found(i, end, Between(first, last))


def _portion(t: Tokens, i: int) -> Found | None:
    """ "early 2023", "mid-August", "end of last year", "late on Thursday", "start of the week"."""
    part = EARLY[t.low[i]]
    j = i + 1
    if t.low[j] in HYPHENS and t.glued(j):
        j += 1
    if t.low[j] in ("of", "in", "on"):
        j += 1
    elif t.low[i] in ("beginning", "start", "middle", "end", "close"):
        return None
    if t.low[i] == "late" and t.low[i + 1] in ("in", "on") and t.low[i + 2] == "the" and t.low[i + 3] == "day":
        return Found(i, i + 4, Same("day", 0, published=True))
    whole = date_at(t, j) or _year_of_portion(t, j) or _the_period(t, j)
    if whole is None or isinstance(whole.form, AtTime | Between):
        return None
    first = i - 1 if t.low[i - 1] == "very" else i
    first = first - 1 if t.low[first - 1] == "the" else first
    return Found(first, whole.end, Portion(part, whole.form))


def _year_of_portion(t: Tokens, j: int) -> Found | None:
    word = t.low[j]
    ok = len(word) == 4 and "1000" <= word <= "2199" and word.isascii() and not t.glued(j + 1)
    if not ok and t.low[j] in SEASONS:
        return season_date(t, j)
    return Found(j, j + 1, Calendar(int(word))) if ok or (len(word) == 4 and "1900" <= word <= "2099") else None


def _the_period(t: Tokens, j: int) -> Found | None:
    k = j + 1 if t.low[j] == "the" else j
    if t.low[k] in ("day", "week", "month", "year", "decade"):
        return Found(j, k + 1, Same(t.low[k], 0, published=True))
    return None


def _ordinal(t: Tokens, i: int) -> Found | list[Found] | None:
    """ "third quarter of 2009", "first week of March", "second half of the year", "19th century", "first of May"."""
    number = ordinal(t, i)
    if number is None:
        return None
    dated = day_date(t, i)
    if dated:
        return dated
    n, j = number
    if t.low[j] in HYPHENS and t.glued(j):
        j += 1
    return _of_period(t, nth(t, i, n, j))


def _last_of(t: Tokens, i: int) -> Found | list[Found] | None:
    """ "last week of March", "final quarter of 2009"; else what a determiner begins."""
    if t.low[i + 1] in ("quarter", "week", "day", "half", "month", *WEEKDAYS) and t.low[i + 2] in ("of", "in"):
        found = _of_period(t, nth(t, i, -1, i + 1))
        if found is not None:
            return found
    return determined(t, i) if t.low[i] == "last" else None


def _of_period(t: Tokens, counted_unit: Found | None) -> Found | None:
    if counted_unit is None:
        return None
    first, end, form = counted_unit.first, counted_unit.end, counted_unit.form
    if not isinstance(form, Nth):
        return None
    if form.unit == "century":
        return counted_unit
    j = end + 1 if t.low[end] in ("of", "in") else end
    whole = date_at(t, j) or _year_of_portion(t, j) or (_the_period(t, j) if j > end else None)
    if whole is not None and not isinstance(whole.form, AtTime | Between | Weekday):
        return Found(first, whole.end, Nth(form.n, form.unit, whole.form, form.weekday))
    return counted_unit if form.unit == "quarter" and 1 <= form.n <= 4 else None


def _quarter(t: Tokens, i: int) -> Found | None:
    """ "Q3 2021", "Q1 of 2017"."""
    n = t.low[i + 1]
    if n not in ("1", "2", "3", "4") or not t.glued(i + 1):
        return None
    return _of_period(t, Found(i, i + 2, Nth(int(n), "quarter", None)))


def _time_of_day(t: Tokens, i: int) -> Found | None:
    """A time of the clock with the day after it: "14:40 on 8 November", "5 p.m. Thursday"."""
    time = clock(t, i)
    if time is None:
        return None
    j = time.end
    k = j + 1 if t.low[j] in (",", "on") else j
    k = k + 1 if t.low[k] == "on" else k
    if t.low[j] == "in" and t.low[j + 1] == "the" and t.low[j + 2] in DAY_PARTS:
        late = t.low[j + 2] != "morning" and time.time.hour < 12
        clocked = AtTime(time.time.hour + 12 * late, time.time.minute, time.time.second, time.time.zone)
        return Found(i, j + 3, clocked)
    day = date_at(t, k) if t.low[k] in _DAY_STARTS or t.low[k].isdecimal() else None
    if day is not None and isinstance(day.form, Calendar | Weekday | Relative | Same):
        return Found(i, day.end, based(time.time, day.form))
    return Found(i, j, time.time)


def _length(t: Tokens, i: int) -> Found | list[Found] | None:
    """A length of time and what is counted by it: "two years", "two days ago", "15 a day", "14 days after ..."."""
    found = duration(t, i)
    if found is None:
        age = is_age(t, i)
        return [Found(i, age, NoTime())] if age else None
    length, end = found
    if (shifted := counted(t, length, end)) is not None:
        return Found(i, shifted[1], shifted[0])
    anchored = after_length(t, Found(i, end, length), date_at)
    return anchored or Found(i, end, length)


def _bare_plural(t: Tokens, i: int) -> Found | None:
    """ "for years", "in minutes", "decades ago": a unit in the plural with no number."""
    length = Duration(((None, PLURAL_UNITS[t.low[i]]),))
    if (shifted := counted(t, length, i + 1)) is not None and t.low[i + 1] in ("ago", "later", "earlier"):
        return Found(i, shifted[1], shifted[0])
    if t.low[i - 1] in ("for", "in", "over", "within", "after") and t.low[i + 1] not in ("of", "and"):
        return Found(i, i + 1, length)
    return None


def _in_length(t: Tokens, i: int) -> Found | None:
    """ "within 72 hours", "no later than 60 days after ...", "on day 5 after ..."."""
    return limited(t, i, date_at)


def _vague(t: Tokens, i: int) -> Found | None:
    word = t.low[i]
    if word == "now" and t.low[i + 1] in ("that", "known"):
        return None
    return Found(i, i + 1, Vague(-1 if word in PAST_WORDS else 1 if word in FUTURE_WORDS else 0))


_FIGURES: tuple[Rule, ...] = (numeric_date, _time_of_day, day_date, _ordinal, _length, rate, decade, lone_year)


def _table() -> dict[str, tuple[Rule, ...]]:
    table: dict[str, list[Rule]] = {}

    def add(words: Iterable[str], *rules: Rule) -> None:
        for word in words:
            table.setdefault(word, []).extend(rules)

    add(ALL_MONTHS, month_date)
    add(ALL_WEEKDAYS, weekday_date)
    add(("today", "yesterday", "tomorrow", "tonight", "overnight"), simple)
    add(("earlier", "later"), elapsed)
    add(EARLY, _portion)
    add(SEASONS, season_date)
    add(("last", "final"), _last_of)
    add(("past", "previous", "preceding", "this", "current", "next", "coming", "upcoming", "following", "same",
         "that", "recent"), _determined_or_recent)  # fmt: skip
    add(("by", "until", "till", "before", "since", "after", "pre"), _in_length, _bound)
    add(("from", "between"), _from)
    add(("within", "no", "not", "in", "on", "inside", "under"), _in_length)
    add(("every", "each"), every)
    add(PERIODIC, periodic)
    add((*ORDINALS, *NUMBER_WORDS), _ordinal, _time_of_day, day_date, _length)
    add(("a", "an", "half", "couple", *VAGUE_AMOUNTS), rate, _length)
    add(PLURAL_UNITS, _bare_plural)
    add(("noon", "midnight", "midday"), _time_of_day)
    add(("the",), _the)
    add(("q",), _quarter)
    add((*PAST_WORDS, *FUTURE_WORDS, *PRESENT_WORDS), _vague)
    return {word: tuple(rules) for word, rules in table.items()}


def _determined_or_recent(t: Tokens, i: int) -> Found | list[Found] | None:
    """What a determiner begins; "recent" only before a unit of time."""
    if t.low[i] == "recent":
        unit = PLURAL_UNITS.get(t.low[i + 1])
        return Found(i, i + 2, Vague(-1)) if unit else None
    return determined(t, i)


RULES = _table()
