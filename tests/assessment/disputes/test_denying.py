"""Whether words deny, and how."""

from __future__ import annotations

import pytest

from trucewatch.assessment.disputes.denying import Manner, manner, matter, negated, own
from trucewatch.model.statement import Act


@pytest.mark.parametrize(
    ("act", "words", "saying", "expected"),
    [
        (Act.DENY, "its men had crossed the river", "denied that its men", Manner.EXPLICIT),
        (Act.ASSERT, "It is untrue that the road is shut", "said", Manner.EXPLICIT),
        (Act.ASSERT, "Reports of burned farms are an invention", "said", Manner.GENERIC),
        (Act.DENY, "the report untrue", "called the report untrue", Manner.GENERIC),
        (Act.REJECT, "the accusation", "rejected the accusation", Manner.GENERIC),
        (Act.DENY, "this", "denied this the same day", Manner.POINTING),
        (Act.ASSERT, "nobody carried a gun", "replied", Manner.POINTING),
        (Act.ASSERT, "the accord sets no such term", "said", Manner.POINTING),
        (Act.REJECT, "the demand", "rejected the demand", Manner.NONE),
        (Act.ASSERT, "the blame lies with Arden", "said", Manner.NONE),
    ],
)
def test_manners(act: Act, words: str, saying: str, expected: Manner) -> None:
    assert manner(act, words, saying) is expected


def test_the_matter_of_a_denial_is_what_it_denies() -> None:
    assert matter("It is untrue that the road is shut") == "the road is shut"
    assert matter("Reports of burned farms are an invention").startswith("Reports of burned farms")


def test_an_open_road_is_the_contrary_of_a_shut_one() -> None:
    assert negated("The road is open")
    assert not negated("The road has been shut")
    assert negated("No shot was fired")


def test_whose_doings_words_tell() -> None:
    assert own("Our units did not fire", "arden", ())
    assert own("Arden did not fire", "arden", ("arden",))
    assert not own("The council did not fire", "arden", ("hill-council",))
    assert not own("The weather did not help", "arden", ())
