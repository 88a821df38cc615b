"""Dates that name an instrument, and deadlines that count from one."""

from __future__ import annotations

from datetime import date

import pytest

from trucewatch.model.time import DateBasis, TimeKind
from trucewatch.reading.times import DatedName, read_times

PUBLISHED = date(2024, 6, 14)
SIGNED, EFFECT = date(2021, 3, 4), date(2021, 3, 5)
NAMES = (
    DatedName(SIGNED, ("agreement", "statement"), "harbour", SIGNED, EFFECT),
    DatedName(EFFECT, ("agreement", "statement"), "harbour", SIGNED, EFFECT),
    DatedName(date(2022, 3, 4), ("protocol",), "river", date(2022, 3, 4), None),
)


@pytest.mark.parametrize("published", [PUBLISHED, None])
@pytest.mark.parametrize(
    ("text", "words", "day", "instrument"),
    [
        ("Point six of the March 4 agreement holds.", "March 4", "2021-03-04", "harbour"),
        ("The 5 March statement holds.", "5 March", "2021-03-05", "harbour"),
        ("The March 4, 2021 trilateral statement holds.", "March 4, 2021", "2021-03-04", "harbour"),
        ("The agreement of 4 March 2021 holds.", "4 March 2021", "2021-03-04", "harbour"),
        ("The statement signed on March 4 holds.", "March 4", "2021-03-04", "harbour"),
        ("The March 4 protocol holds.", "March 4", "2022-03-04", "river"),
        ("The March 4, 2022 deal holds.", "March 4, 2022", "2022-03-04", "river"),
    ],
)
def test_a_date_that_names_an_instrument(
    text: str, words: str, day: str, instrument: str, published: date | None
) -> None:
    (mention,) = read_times(text, published, dated_names=NAMES)
    assert (mention.span.of(text), mention.value) == (words, day)
    assert (mention.names_instrument, mention.basis) == (instrument, DateBasis.RESOLVED)


@pytest.mark.parametrize(
    "text", ["They met on March 4, 2021.", "The March 6 agreement holds.", "The March 4, 2019 agreement holds."]
)
def test_other_dates_name_none(text: str) -> None:
    assert [m.names_instrument for m in read_times(text, PUBLISHED, dated_names=NAMES)] == [None]


def test_coordinated_dates_share_the_noun() -> None:
    text = "By the March 4, 2021, the June 1 and July 2, 2022 statements they are bound."
    named = read_times(text, PUBLISHED, dated_names=NAMES)
    assert [m.names_instrument for m in named] == ["harbour", None, None]
    assert [m.value for m in named] == ["2021-03-04", "2022-06-01", "2022-07-02"]


@pytest.mark.parametrize(
    ("text", "value", "rule"),
    [
        (
            "Under the March 4 agreement, within three years from the signing, a plan is due.",
            "../2024-03-04",
            "P3Y from signing",
        ),
        ("The March 4 agreement says that 14 days after it takes effect they leave.", "2021-03-19", "P14D from effect"),
        (
            "The March 4 agreement binds them no later than 60 days after its entry into force.",
            "../2021-05-04",
            "P60D from effect",
        ),
        ("The March 4 agreement frees them within 72 hours of the signing.", "../2021-03-07", "PT72H from signing"),
        (
            "Under the March 4 agreement they return within 60 days of the withdrawal of forces.",
            None,
            "P60D from the withdrawal of forces",
        ),
        ("Under the March 4 agreement, on day 5 after withdrawal the road opens.", None, "P5D from withdrawal"),
        ("The March 4 protocol binds them within 30 days of its entry into force.", None, "P30D from effect"),
    ],
)
def test_deadlines_count_from_the_instrument_named_before(text: str, value: str | None, rule: str) -> None:
    mention = read_times(text, PUBLISHED, dated_names=NAMES)[-1]
    assert (mention.value, mention.rule, mention.deadline) == (value, rule, True)
    if value:
        assert mention.basis is DateBasis.RESOLVED


def test_a_deadline_spans_the_whole_expression() -> None:
    text = "They agreed that within three years from the signing, a plan is due."
    (mention,) = read_times(text, None)
    assert mention.span.of(text) == "within three years from the signing"
    assert (mention.value, mention.kind) == (None, TimeKind.DATE)


def test_an_instrument_of_another_sentence_is_no_anchor() -> None:
    text = "The March 4 agreement holds. Another pact gives them two months from the signing."
    assert read_times(text, PUBLISHED, dated_names=NAMES)[-1].value is None


def test_the_text_may_be_the_instrument_itself() -> None:
    text = "Done on 4 March 2021. The Parties shall leave within ten days of the signing of this Agreement."
    mention = read_times(text, None, dated_names=NAMES)[-1]
    assert (mention.value, mention.rule, mention.basis) == ("../2021-03-14", "P10D from signing", DateBasis.RESOLVED)


def test_without_a_dossier_the_day_of_signing_told_in_the_text_is_the_anchor() -> None:
    text = "Signed at Harbour City on 4 March 2021. They shall leave within ten days of the signing of this Agreement."
    mention = read_times(text, None)[-1]
    assert (mention.value, mention.basis) == ("../2021-03-14", DateBasis.CARRIED)


def test_a_length_with_no_anchor_keeps_its_rule() -> None:
    (mention,) = read_times("Hostages are to be freed within 72 hours.", PUBLISHED)
    assert (mention.value, mention.rule, mention.kind, mention.deadline) == ("PT72H", "PT72H", TimeKind.DURATION, True)


def test_a_date_may_be_the_anchor() -> None:
    text = "They left within two weeks of 5 May 2021, or two weeks after 5 June 2021."
    assert [m.value for m in read_times(text, None)] == ["../2021-05-19", "2021-06-19"]


@pytest.mark.parametrize(
    ("text", "deadline"),
    [
        ("They will leave by Friday.", True),
        ("They stay until Friday.", False),
        ("They have stayed since Monday.", False),
        ("They left two weeks after the attack.", False),
    ],
)
def test_what_is_a_deadline(text: str, deadline: bool) -> None:
    assert [m.deadline for m in read_times(text, PUBLISHED)] == [deadline]
