"""A dossier drafted from an agreement's own text: what is found, what is left open, and that it passes the check."""

from __future__ import annotations

from functools import lru_cache
from pathlib import Path

import pytest

import trucewatch
from trucewatch import dossiers
from trucewatch.dossiers.kinds import likely_kind
from trucewatch.dossiers.library import read as load_bytes
from trucewatch.model.dossier import Dossier
from trucewatch.model.errors import InputError
from trucewatch.model.instrument import Bound, Certainty, Obligation

STONEBROOK = """Ceasefire Agreement of Stonebrook

The Republic of Arden and the Hill Council, meeting at Stonebrook under the auspices of the African Union, \
have agreed as follows:

Article 1. Cessation of hostilities
The Parties shall cease all hostilities in the Upper Valley from 00:00 on 3 March 2031.

Article 2. Heavy weapons
(a) The Republic of Arden shall withdraw its heavy artillery at least 20 km from the River Orle within fourteen days \
of the signing of this Agreement.
(b) The Hill Council shall hand over its mortars to the Joint Commission by 15 April 2031.

Article 3. Prisoners
The Parties shall release all prisoners and detainees within one month from the entry into force of this Agreement.

Article 4. The bridge
The Hill Council shall open the Old Bridge to civilians and humanitarian convoys no later than 30 days after \
the completion of the withdrawal.

Article 5. Monitoring
The African Union shall deploy 60 observers along the line of contact by 1 June 2031.

Article 6. Elections
Local elections are held in the Upper Valley within three years of the signing.

Done at Stonebrook on 1 March 2031.
For the Republic of Arden: Ada Novak, Minister of Defence
For the Hill Council: Rudolf Rassen, Chairman
"""


def drafted(text: str, id_: str = "stonebrook", title: str | None = None) -> Dossier:
    """The dossier that a draft of ``text`` makes; a fault of the check fails the test."""
    return load_bytes(dossiers.draft(trucewatch.read(text), id_, title).encode(), "draft.yaml")


@lru_cache
def stonebrook() -> Dossier:
    return drafted(STONEBROOK)


def duty(key: str) -> Obligation:
    (instrument,) = stonebrook().instruments
    return next(each for point in instrument.provisions for each in point.obligations if each.key == key)


def test_the_instrument_has_its_name_day_parties_and_points() -> None:
    (instrument,) = stonebrook().instruments
    assert (instrument.name, instrument.signed) == ("Ceasefire Agreement of Stonebrook", "2031-03-01")
    assert instrument.parties == ("arden", "hill-council")
    assert [(point.number, point.title) for point in instrument.provisions] == [
        ("1", "Cessation of hostilities"),
        ("2", "Heavy weapons"),
        ("3", "Prisoners"),
        ("4", "The bridge"),
        ("5", "Monitoring"),
        ("6", "Elections"),
    ]


@pytest.mark.parametrize(
    ("key", "kind", "obligors"),
    [
        ("1", "ceasefire", ("arden", "hill-council")),
        ("2a", "weapons-withdrawal", ("arden",)),
        ("2b", "weapons-withdrawal", ("hill-council",)),
        ("3", "detainees", ("arden", "hill-council")),
        ("4", "movement", ("hill-council",)),
        ("5", "deployment", ("african-union",)),
        ("6", "elections", ()),
    ],
)
def test_each_duty_has_its_kind_and_who_is_bound(key: str, kind: str, obligors: tuple[str, ...]) -> None:
    assert (duty(key).kind, duty(key).obligors) == (kind, obligors)


def test_every_duty_is_unsure_and_carries_the_words_it_came_from() -> None:
    for instrument in stonebrook().instruments:
        for point in instrument.provisions:
            for each in point.obligations:
                assert each.certainty is Certainty.UNSURE
                assert each.note is not None
                assert each.note.startswith("From the text: ")
                assert each.action in each.note


@pytest.mark.parametrize(
    ("key", "bound", "anchor", "duration", "day"),
    [
        ("1", Bound.FROM, None, None, "2031-03-03"),
        ("2a", Bound.BY, "signing", "P14D", None),
        ("2b", Bound.BY, None, None, "2031-04-15"),
        ("3", Bound.BY, "effect", "P1M", None),
        ("4", Bound.BY, "obligation:2a", "P30D", None),
        ("6", Bound.BY, "signing", "P3Y", None),
    ],
)
def test_deadlines_are_rules(key: str, bound: Bound, anchor: str | None, duration: str | None, day: str | None) -> None:
    rule = duty(key).deadline
    assert rule is not None
    given = None if rule.day is None else rule.day.isoformat()
    assert (rule.bound, rule.anchor, rule.duration, given) == (bound, anchor, duration, day)


def test_quantities_say_of_what() -> None:
    assert duty("2a").quantities == ((20.0, "km", "20 km from the River Orle"),)
    assert duty("5").quantities[0][:2] == (60.0, "persons")


def test_a_passive_duty_names_nobody_and_says_so() -> None:
    assert duty("6").obligors == ()
    assert duty("6").note is not None
    assert "nobody" in (duty("6").note or "")


def test_those_whom_the_world_does_not_know_are_declared() -> None:
    assert {each.id for each in stonebrook().actors} == {"arden", "hill-council"}


def test_a_clock_that_counts_from_nothing_known_stays_a_note() -> None:
    found = drafted(STONEBROOK.replace("the completion of the withdrawal", "the harvest of the first apples"))
    bridge = found.instruments[0].provisions[3].obligations[0]
    assert bridge.deadline is None
    assert "Not yet a rule" in (bridge.note or "")


def test_a_text_without_a_day_of_signing_says_what_to_mend() -> None:
    text = STONEBROOK.replace("Done at Stonebrook on 1 March 2031.\n", "")
    written = dossiers.draft(trucewatch.read(text), "stonebrook")
    assert "mend: no day was found" in written
    assert load_bytes(written.encode(), "draft.yaml").instruments[0].date_names == ()


def test_hostile_words_stay_words() -> None:
    text = STONEBROOK.replace("Article 4. The bridge", 'Article 4. The "bridge": {&x *y} # no')
    text = text.replace("Joint Commission", "Joint: Commission #1 [x]")
    assert len(drafted(text, title='A "title": {x} # \\ &').instruments[0].provisions) == 6


@pytest.mark.parametrize(
    "text",
    [
        "Fighting went on in the valley on Monday, the Arden army said. Nobody was hurt.",
        "Arden must withdraw its guns within 14 days under the Stonebrook agreement, the Hill Council said on Monday.",
    ],
)
def test_a_report_is_refused(text: str) -> None:
    with pytest.raises(InputError, match="agreement itself"):
        drafted(text)


def test_unnumbered_paragraphs_get_keys_of_our_own() -> None:
    text = (
        "Joint Declaration of Mill Ford\n\n"
        "The Republic of Arden and the Hill Council, signed on 4 May 2031, hereby agree:\n\n"
        "The Republic of Arden shall free all prisoners by 1 June 2031.\n\n"
        "The Hill Council shall withdraw its forces from the ridge.\n\n"
        "The Parties shall set up a joint committee.\n"
    )
    (instrument,) = drafted(text).instruments
    keys = [each.key for point in instrument.provisions for each in point.obligations]
    assert len(keys) == len(set(keys)) == 3
    assert not instrument.numbered


def test_kinds_by_words() -> None:
    assert likely_kind("exchange all prisoners of war") == "detainees"
    assert likely_kind("hold local elections") == "elections"
    assert likely_kind("sing in the choir") is None


def test_the_command_drafts_from_a_file(tmp_path: Path) -> None:
    from typer.testing import CliRunner

    from trucewatch.faces.cli.app import app

    source, target = tmp_path / "Mill Ford.txt", tmp_path / "out.yaml"
    source.write_text(STONEBROOK, encoding="utf-8")
    done = CliRunner().invoke(app, ["dossier", "new", str(source), "--title", "Mill Ford", "--output", str(target)])
    assert done.exit_code == 0, done.output
    assert dossiers.check(target) == ()
    assert (dossiers.load(target).id, dossiers.load(target).title) == ("mill-ford", "Mill Ford")
