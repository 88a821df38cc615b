"""The page on obligations names every word and every rule that the code can give."""

from __future__ import annotations

import inspect
import re
from pathlib import Path

from trucewatch.assessment import matching, proposal
from trucewatch.assessment.bearing import Says
from trucewatch.assessment.case import Status

PAGE = (Path(__file__).parents[2] / "docs" / "obligations.md").read_text(encoding="utf-8")


def _tables() -> list[list[str]]:
    return [re.findall(r"^\| `([^`]+)` \|", table, re.M) for table in re.split(r"^\|---", PAGE, flags=re.M)[1:]]


def test_every_word_is_explained() -> None:
    said, statuses = _tables()
    assert said == [str(each) for each in Says]
    assert statuses == [str(each) for each in Status]


def test_every_rule_is_named_on_the_page() -> None:
    given = set(re.findall(r'Proposal\(\s*(?:Status\.\w+|status),\s*"([^"]+)"', inspect.getsource(proposal)))
    assert len(given) >= len(proposal.RULES)
    named = set(re.findall(r"\*([^*]+)\*", PAGE))
    assert given <= named


def test_the_points_are_those_of_the_table() -> None:
    table = matching.__doc__ or ""
    for name, points in (
        ("same instrument", matching.INSTRUMENT),
        ("same provision", matching.PROVISION),
        ("who is bound", matching.BOUND),
        ("words of the kind", matching.KIND),
        ("kind of event", matching.EVENT),
        ("same place", matching.PLACE),
        ("same number and unit", matching.NUMBER),
        ("same due day", matching.DUE),
    ):
        assert re.search(rf"^{name} +\+{points:g}\b", table, re.M), name
    assert (matching.SURE, matching.LEAD) == (4, 1)
