"""Which agreements and points a text names."""

from __future__ import annotations

from hypothesis import given, settings
from hypothesis import strategies as st

from tests.reading.hand_set import draft_of, find, instrument, set_times
from trucewatch.model.instrument import Instrument
from trucewatch.reading.draft import Draft
from trucewatch.reading.instruments import is_agreement, own_text, read_instruments
from trucewatch.reading.instruments.points import number_of, read_points

TARSK = instrument(
    "2019-04-07",
    "Tarsk statement of 7 April 2019",
    names=("Tarsk ceasefire statement",),
    nouns=("statement", "agreement"),
    days=("2019-04-07", "2019-04-08"),
    parties=("ordvia", "lesk"),
)
BORDER = instrument("2020-01-11-border", "Border statement", nouns=("statement",), days=("2020-01-11",))


def read(text: str, times: dict[str, str | None] | None = None, *known: Instrument) -> Draft:
    draft = draft_of(text, instruments=known)
    set_times(draft, times or {})
    read_instruments(draft)
    return draft


def rows(draft: Draft) -> list[tuple[str, str | None, str | None]]:
    return [(ref.span.of(draft.text), ref.instrument, ref.provision) for ref in draft.instruments]


def test_an_agreement_is_found_by_either_of_its_days() -> None:
    times = {"7 April 2019": "2019-04-07", "8 April": "2023-04-08"}
    draft = read("He cited the 7 April 2019 agreement. She cited the 8 April statement.", times, TARSK, BORDER)
    assert rows(draft) == [
        ("the 7 April 2019 agreement", "2019-04-07", None),
        ("the 8 April statement", "2019-04-07", None),
    ]


def test_coordinated_days_are_as_many_instruments() -> None:
    text = "All must keep the April 7, 2019 and January 11, 2020 statements by the leaders of Ordvia and Lesk."
    times = {"April 7, 2019": "2019-04-07", "January 11, 2020": "2020-01-11"}
    assert rows(read(text, times, TARSK, BORDER)) == [
        ("the April 7, 2019", "2019-04-07", None),
        ("January 11, 2020 statements", "2020-01-11-border", None),
    ]


def test_a_point_and_its_instrument_are_one_reference() -> None:
    text = (
        "The second point of the April 7 agreement binds them, as does article 4(b) of the Tarsk ceasefire statement."
    )
    draft = read(text, {"April 7": "2024-04-07"}, TARSK, BORDER)
    assert rows(draft) == [
        ("The second point of the April 7 agreement", "2019-04-07", "2"),
        ("article 4(b) of the Tarsk ceasefire statement", "2019-04-07", "4(b)"),
    ]
    assert draft.instruments[0].time == find(text, "April 7")


def test_without_a_dossier_ids_come_from_the_day_or_the_name() -> None:
    text = (
        "Under the protocol signed on 1 August, prisoners go home. The Juba agreement and Resolution 2046 say as much. "
        "The Geneva Conventions apply. The memorandum of 19 September 2014 was read out."
    )
    draft = read(text, {"1 August": "2022-08-01", "19 September 2014": "2014-09-19"})
    assert [ref.instrument for ref in draft.instruments] == [
        "2022-08-01-protocol",
        "juba-agreement",
        "resolution-2046",
        "geneva-conventions",
        "2014-09-19-memorandum",
    ]


def test_the_agreement_is_the_one_last_named() -> None:
    text = "The rivals signed a ceasefire agreement in Juba. The agreement holds. Clause 9 of the deal is disputed."
    assert rows(read(text))[1:] == [
        ("The agreement", "ceasefire-agreement", None),
        ("Clause 9 of the deal", "ceasefire-agreement", "9"),
    ]


def test_a_day_without_year_names_what_was_named_with_it() -> None:
    text = "They recalled the October 23, 2020 agreement. The October 23 deal had four points."
    draft = read(text, {"October 23, 2020": "2020-10-23", "October 23": "2024-10-23"})
    assert {ref.instrument for ref in draft.instruments} == {"2020-10-23-agreement"}


def test_two_named_together_leave_the_agreement_unresolved_with_a_warning() -> None:
    text = "He praised the Juba agreement and the Addis Ababa agreement. Point six of the agreement is vague."
    draft = read(text)
    assert rows(draft)[-1] == ("Point six of the agreement", None, "6")
    assert [warning.mention.of(text) for warning in draft.warnings] == ["the agreement"]


def test_words_to_the_press_and_deals_of_commerce_are_no_instruments() -> None:
    text = (
        "In a statement on 3 May the ministry denied it. The statement by the army said so. The House passed a "
        "resolution. A striker agreed a deal with Torino and scored the third point of the game. The party "
        "convention met."
    )
    assert rows(read(text, {"3 May": "2024-05-03"})) == []


def test_points_are_numbered_as_written() -> None:
    points = read_points("points 6 and 9 of the pact, Article IV, paragraph 4 (b), the twelfth clause, point six")
    assert [point.number for point in points] == ["6", "9", "IV", "4(b)", "12", "6"]
    assert number_of("Third") == "3"


AGREEMENT = """Tarsk Agreement on the Cessation of Hostilities
The Government of Ordvia and the Lesk Front, meeting on 7 April 2019, have agreed as follows:
1. The Parties shall cease all hostilities.
2. The Lesk Front shall withdraw its units within ten days.
(a) Heavy weapons shall leave first.
3. A commission is established.
"""


def test_an_agreement_knows_itself_and_its_points() -> None:
    draft = draft_of(AGREEMENT)
    set_times(draft, {"7 April 2019": "2019-04-07"})
    own = own_text(draft)
    assert is_agreement(draft)
    assert own is not None
    assert own.id == "2019-04-07-agreement"
    assert own.title.of(AGREEMENT) == "Tarsk Agreement on the Cessation of Hostilities"
    assert [number for _, number, _ in own.points] == ["1", "2", "2(a)", "3"]
    assert own.provision_at(AGREEMENT.index("Heavy")) == "2(a)"


def test_an_agreement_of_the_dossier_is_known_by_its_day() -> None:
    draft = draft_of(AGREEMENT, instruments=(TARSK, BORDER))
    set_times(draft, {"7 April 2019": "2019-04-07"})
    own = own_text(draft)
    assert own is not None
    assert own.id == TARSK.id


def test_a_report_about_an_agreement_is_none() -> None:
    draft = draft_of(
        "The sides have agreed to talk, an aide said. They shall meet again, he added. Nothing was signed."
    )
    assert not is_agreement(draft)


PIECES = st.sampled_from(
    [
        "the",
        "agreement",
        ".",
        "Resolution",
        "1701",
        "point six",
        "of",
        "and",
        ",",
        "statement",
        "9 May",
        "signed",
        "Article",
        "(",
        "b",
        ")",
        "truce’s",
        "—",
        "“",
        "”",
        "\n",
        "ceasefire",
    ]
)


@settings(max_examples=40, deadline=None)
@given(st.lists(PIECES, max_size=25).map(" ".join) | st.text(max_size=40))
def test_spans_lie_in_the_text_whatever_it_is(text: str) -> None:
    draft = draft_of(text)
    set_times(draft, {"9 May": "2024-05-09"})
    read_instruments(draft)
    for ref in draft.instruments:
        assert 0 <= ref.span.start < ref.span.end <= len(text)
        assert ref.span.of(text).strip()
