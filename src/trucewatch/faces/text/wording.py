"""How the codes of a reading are put to people: one wording a code, the codes themselves kept in JSON."""

from __future__ import annotations

import re

from trucewatch.model.commitment import Fulfilment
from trucewatch.model.dispute import Stance
from trucewatch.model.statement import Act, Form
from trucewatch.model.time import DateBasis

ACTS = {
    Act.ASSERT: "said",
    Act.ANNOUNCE: "announced",
    Act.ACCUSE: "accused",
    Act.CRITICISE: "criticised",
    Act.DENY: "denied",
    Act.REJECT: "rejected",
    Act.DEMAND: "demanded",
    Act.REQUEST: "asked",
    Act.PROMISE: "promised",
    Act.THREATEN: "threatened",
    Act.PRAISE: "praised",
    Act.AGREE: "agreed",
    Act.DECLINE: "declined",
}

FORMS = {
    Form.DIRECT: "quoted",
    Form.INDIRECT: "in the text's words",
    Form.MIXED: "quoted in part",
    Form.ACT: "act reported, not its words",
}

FULFILMENTS = {
    Fulfilment.OWED: "owed",
    Fulfilment.BEGUN: "begun",
    Fulfilment.UNDER_WAY: "under way",
    Fulfilment.DONE: "done",
    Fulfilment.BREACHED: "breached",
    Fulfilment.REFUSED: "refused",
    Fulfilment.UNKNOWN: "fulfilment unknown",
}

STANCES = {
    Stance.ASSERTS: "asserts it",
    Stance.DENIES: "denies it",
    Stance.REJECTS: "rejects it",
    Stance.SILENT: "says nothing of it",
}

BASES = {
    DateBasis.STATED: "stated",
    DateBasis.CARRIED: "carried over",
    DateBasis.RESOLVED: "resolved",
    DateBasis.PUBLISHED: "day of publication",
    DateBasis.UNKNOWN: "unknown",
}


def edtf(value: str | None) -> str:
    """An EDTF value in words: ``../2022-08-31`` is "by 2022-08-31"."""
    if value is None:
        return "unknown"
    start, slash, end = value.partition("/")
    if not slash:
        return value
    if start == "..":
        return f"by {end}"
    return f"from {start} on" if end == ".." else f"{start} to {end}"


_UNITS = {"Y": "year", "M": "month", "W": "week", "D": "day"}
_DURATION = re.compile(r"\bP((?:\d{1,6}[YMWD]){1,4})(?![A-Z0-9])")


def durations(words: str) -> str:
    """``words`` with every ISO 8601 duration of days or longer put in words: ``P3Y`` is "3 years"."""
    return _DURATION.sub(
        lambda match: " ".join(plural(int(n), _UNITS[unit]) for n, unit in re.findall(r"(\d+)([YMWD])", match[1])),
        words,
    )


def plural(count: int, one: str, many: str | None = None) -> str:
    """``count`` with its noun."""
    return f"{count} {one if count == 1 else many or one + 's'}"
