"""Readers of single values: ids, references, EDTF dates, days, instants, ISO 8601 durations, numbers, yes and no."""

from __future__ import annotations

import re
from datetime import date, datetime

import yaml

from trucewatch.dossiers.shape import Ledger, Reader, describe, text
from trucewatch.model.errors import DateError
from trucewatch.model.time import PartialDate, parse_day

_SLUG = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)*")
_KEY = re.compile(r"[A-Za-z0-9]+(?:[.-][A-Za-z0-9]+)*")
_LANGUAGE = re.compile(r"[a-z]{2,3}(?:-[A-Za-z0-9]{2,8}){0,3}")
_DURATION = re.compile(
    r"P(?=\d|T\d)(?:\d{1,4}Y)?(?:\d{1,4}M)?(?:\d{1,4}W)?(?:\d{1,5}D)?(?:T(?:\d{1,5}H)?(?:\d{1,5}M)?(?:\d{1,5}S)?)?",
    re.ASCII,
)
_COUNTRY = {2: re.compile(r"[A-Z]{2}"), 3: re.compile(r"[A-Z]{3}")}


def slug(node: yaml.Node, ledger: Ledger) -> str | None:
    """An id: lower-case letters, digits and single hyphens."""
    return _matching(
        _SLUG, node, ledger, ("id", "Write lower-case letters, digits and hyphens, as in lachin-corridor.")
    )


def key(node: yaml.Node, ledger: Ledger) -> str | None:
    """A key or number within an instrument: 6, 6c, 12.1."""
    return _matching(_KEY, node, ledger, ("key", "Write letters and digits, as in 6 or 6c."))


def language(node: yaml.Node, ledger: Ledger) -> str | None:
    """A BCP 47 language tag."""
    return _matching(_LANGUAGE, node, ledger, ("language tag", "Write a BCP 47 tag: en, hy, az, ru, ar ..."))


def duration(node: yaml.Node, ledger: Ledger) -> str | None:
    """An ISO 8601 duration."""
    found = _matching(_DURATION, node, ledger, ("ISO 8601 duration", "Write P3Y, P6M, P14D, P1W or PT24H."))
    if found is not None and found.endswith("T"):
        ledger.fault(node, f"{describe(node).capitalize()} is no ISO 8601 duration.", "Take the T out: P14D.")
        return None
    return found


def country(letters: int) -> Reader:
    """An ISO 3166-1 country code of two or three letters."""

    def reader(node: yaml.Node, ledger: Ledger) -> str | None:
        like = "AM, AZ" if letters == 2 else "ARM, AZE"
        return _matching(
            _COUNTRY[letters],
            node,
            ledger,
            ("country code", f"Write the {letters} capital letters of ISO 3166: {like}."),
        )

    return reader


def _matching(form: re.Pattern[str], node: yaml.Node, ledger: Ledger, words: tuple[str, str]) -> str | None:
    if isinstance(node, yaml.ScalarNode) and form.fullmatch(node.value):
        return str(node.value)
    what, mend = words
    ledger.fault(node, f"Here stands {describe(node)}, which is no {what}.", mend)
    return None


def declaring(family: str, read: Reader = slug) -> Reader:
    """An id that this record declares in its family."""

    def reader(node: yaml.Node, ledger: Ledger) -> str | None:
        id_: str | None = read(node, ledger)
        if id_ is not None:
            ledger.declare(family, id_, node)
        return id_

    return reader


def referring(family: str, read: Reader = slug) -> Reader:
    """The id of something that must be known when the whole file has been read."""

    def reader(node: yaml.Node, ledger: Ledger) -> str | None:
        id_: str | None = read(node, ledger)
        if id_ is not None:
            ledger.refer(family, id_, node)
        return id_

    return reader


def anchor(node: yaml.Node, ledger: Ledger) -> str | None:
    """What a deadline counts from: ``signing``, ``effect``, ``obligation:KEY`` or, of another instrument, ID/KEY."""
    word = node.value if isinstance(node, yaml.ScalarNode) else None
    if word in ("signing", "effect"):
        return str(word)
    if isinstance(word, str) and word.startswith("obligation:"):
        home, _, key = word[11:].rpartition("/")
        if _KEY.fullmatch(key) and (not home or _KEY.fullmatch(home)):
            ledger.refer("obligation of an instrument" if home else "obligation", word[11:], node)
            return word
    ledger.fault(
        node,
        f"Here stands {describe(node)}, which is no anchor.",
        "Write signing, effect or obligation:KEY (as obligation:4a; of another instrument, obligation:2030-01-15/4a).",
    )
    return None


def edtf(node: yaml.Node, ledger: Ledger) -> str | None:
    """An EDTF date: year, month, day, or an interval of them."""
    words = text(node, ledger)
    if words is None:
        return None
    try:
        return PartialDate(words).value
    except DateError as error:
        ledger.fault(
            node, f"Not an EDTF date: {error}", "Write 2022, 2022-08, 2022-08-11, 2020-11/2021-01 or 2020-11-10/.."
        )
        return None


def edtf_point(node: yaml.Node, ledger: Ledger) -> str | None:
    """One EDTF date, no interval: the bound of a role."""
    found = edtf(node, ledger)
    if found is not None and "/" in found:
        ledger.fault(node, f"{found!r} is an interval.", "Write one date here: 2022, 2022-08 or 2022-08-11.")
        return None
    return found


def start(node: yaml.Node, ledger: Ledger) -> str | None:
    """Where a term starts: ``signing``, ``effect``, ``obligation:KEY`` or an EDTF date."""
    if isinstance(node, yaml.ScalarNode) and node.value[:1].isalpha():
        return anchor(node, ledger)
    return edtf(node, ledger)


def day(node: yaml.Node, ledger: Ledger) -> date | None:
    """One day of the calendar."""
    words = text(node, ledger)
    if words is None:
        return None
    try:
        return parse_day(words)
    except DateError as error:
        ledger.fault(node, f"Not a day: {error}", "Write the day as 2020-11-25.")
        return None


def instant(node: yaml.Node, ledger: Ledger) -> str | None:
    """An ISO 8601 time with its offset from UTC."""
    words = text(node, ledger)
    if words is None:
        return None
    try:
        if datetime.fromisoformat(words).tzinfo is not None and "T" in words:
            return words
        problem = "it has no time with an offset from UTC"
    except ValueError:
        problem = "it is no time of the calendar"
    ledger.fault(node, f"{words!r} is no instant: {problem}.", "Write date, time and offset: 2020-11-10T00:00+03:00.")
    return None


def number(low: float, high: float) -> Reader:
    """A number from ``low`` to ``high``, both included."""

    def reader(node: yaml.Node, ledger: Ledger) -> float | None:
        value = _float(node)
        if value is None:
            ledger.fault(node, f"Here stands {describe(node)} where a number is wanted.", "Write digits, as in 39.64.")
        elif not low <= value <= high:
            ledger.fault(node, f"{node.value} is out of range.", f"Write a number from {low:g} to {high:g}.")
        else:
            return value
        return None

    return reader


def whole(low: int, high: int) -> Reader:
    """A whole number from ``low`` to ``high``, both included."""
    read = number(low, high)

    def reader(node: yaml.Node, ledger: Ledger) -> int | None:
        value: float | None = read(node, ledger)
        if value is not None and value != int(value):
            ledger.fault(node, f"{node.value} is no whole number.", "Leave the fraction out.")
            return None
        return None if value is None else int(value)

    return reader


def _float(node: yaml.Node) -> float | None:
    if not isinstance(node, yaml.ScalarNode) or not re.fullmatch(r"[+-]?\d{1,15}(?:\.\d{1,15})?", node.value, re.ASCII):
        return None
    return float(node.value)


def flag(node: yaml.Node, ledger: Ledger) -> bool | None:
    """``true`` or ``false``."""
    if isinstance(node, yaml.ScalarNode) and node.value in ("true", "false"):
        return bool(node.value == "true")
    ledger.fault(node, f"Here stands {describe(node)} where true or false is wanted.", "Write true or false.")
    return None


def titled(node: yaml.Node, ledger: Ledger) -> tuple[tuple[str, str], ...]:
    """Pairs of a key and its words: the sources of a dossier. Each key is declared as a source."""
    if not isinstance(node, yaml.MappingNode):
        ledger.fault(
            node, f"Here stands {describe(node)} where keys with words are wanted.", "Write 'KEY: words' lines."
        )
        return ()
    pairs: list[tuple[str, str]] = []
    for name, value in node.value:
        id_, words = key(name, ledger), text(value, ledger)
        if id_ is not None:
            ledger.declare("source", id_, name)
        if id_ is not None and words is not None:
            pairs.append((id_, words))
    return tuple(pairs)
