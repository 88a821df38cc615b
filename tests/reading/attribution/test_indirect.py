"""Indirect and mixed speech: clauses, set phrases, participles, nested reports, nouns."""

from __future__ import annotations

import pytest

from tests.reading.attribution.told import only, told
from trucewatch.model.statement import Act, Form


@pytest.mark.parametrize(
    ("text", "who", "cue"),
    [
        ("The army said that the road was shut.", "The army", "said"),
        ("The army said the road was shut.", "The army", "said"),
        ("The road was shut, the army said.", "the army", "said"),
        ("The road was shut, said the army.", "the army", "said"),
        ("According to the army, the road was shut.", "the army", "According to"),
        ("The road was shut, according to the army.", "the army", "according to"),
        ("The envoy is quoted as saying that the road was shut.", "The envoy", "is quoted as saying"),
        ("A state agency quoted the envoy as saying the road was shut.", "the envoy", "saying"),
        ("In a statement, the army said that the road was shut.", "the army", "said"),
        ("The army's statement said that the road was shut.", "The army", "said"),
        ("It was announced by the army that the road was shut.", "the army", "was announced"),
        ("The minister told reporters at a briefing that the road was shut.", "The minister", "told"),
        ("The minister told reporters on Monday that the road was shut.", "The minister", "told"),
        ("Officials said the road was shut.", "Officials", "said"),
        ("As the envoy put it, the road was shut.", "the envoy", "put it"),
        ("The army has also said that the road was shut.", "The army", "has also said"),
        ("The envoy went on to say that the road was shut.", "The envoy", "went on to say"),
        ("The road was shut, the statement continued.", "the statement", "continued"),
        ("The envoy continued that the road was shut.", "The envoy", "continued"),
    ],
)
def test_sources_and_cues(text: str, who: str, cue: str) -> None:
    one = only(text)
    assert (one.who, one.cue, one.form) == (who, cue, Form.INDIRECT)
    assert one.what[0].lower() == "the road was shut"


def test_a_clause_that_the_cue_interrupts_has_two_parts() -> None:
    one = only("The convoy, the governor said, was shot at twice.")
    assert (one.who, one.what) == ("the governor", ("The convoy", "was shot at twice"))


def test_a_participle_goes_on_with_the_same_source() -> None:
    first, second = told("The army said that the road was shut, adding that it would open soon.")
    assert (first.who, first.what) == ("The army", ("the road was shut",))
    assert (second.who, second.cue, second.what) == ("The army", "adding", ("it would open soon",))


def test_a_participle_inside_the_content_goes_on_with_the_outer_source() -> None:
    first, second = told(
        "The envoy said that the talks failed, accusing Ruvia of firing on the town.", {"Ruvia": "ruvia"}
    )
    assert first.what == ("the talks failed",)
    assert (second.who, second.what, second.targets) == ("The envoy", ("firing on the town",), ("ruvia",))


def test_coordinated_cues_share_their_source() -> None:
    first, second = told("Kestria accused Ruvia of shelling the town and demanded that it withdraw its guns.")
    assert (first.who, first.act, first.what) == ("Kestria", Act.ACCUSE, ("shelling the town",))
    assert (second.who, second.act, second.what) == ("Kestria", Act.DEMAND, ("it withdraw its guns",))


def test_a_report_inside_a_report_is_a_statement_within() -> None:
    outer, inner = told("The president said that the premier had promised to withdraw the troops.")
    assert (outer.who, outer.within) == ("The president", None)
    assert (inner.who, inner.act, inner.within) == ("the premier", Act.PROMISE, "s1")
    assert inner.what == ("to withdraw the troops",)


def test_a_quoted_piece_makes_it_mixed() -> None:
    one = only("The envoy said the talks had been “long and useful” so far.")
    assert (one.form, one.what) == (Form.MIXED, ("the talks had been “long and useful” so far",))


def test_that_and_a_quotation_are_mixed() -> None:
    one = only("The envoy said that “nobody was hurt in the raid.”")
    assert (one.form, one.what) == (Form.MIXED, ("nobody was hurt in the raid.",))


def test_a_content_that_begins_with_a_quoted_piece_keeps_its_mark() -> None:
    assert only("The envoy said “those responsible” would be punished.").what == (
        "“those responsible” would be punished",
    )


def test_a_noun_with_its_source_and_content() -> None:
    one = only("A warning from the envoy that the talks would fail came on Friday.")
    assert (one.who, one.cue, one.what) == ("the envoy", "warning", ("the talks would fail",))


def test_a_noun_owned_by_its_source() -> None:
    found = told("Kestria's accusation that Ruvia broke the truce is false, the minister said.", {"Ruvia": "ruvia"})
    assert [(one.who, one.act, one.within) for one in found] == [
        ("the minister", Act.DENY, None),
        ("Kestria", Act.ACCUSE, "s1"),
    ]


def test_a_claim_without_a_source_is_none() -> None:
    assert told("The claim that the army fired first is old.") == []


@pytest.mark.parametrize(
    "text",
    [
        "The agreement stipulates that all prisoners be freed.",
        "The treaty says that all prisoners must be freed.",
        "It is believed that the army fired first.",
        "The army continued its advance, and the town suffered.",
        "The striker attacked from the left and the captain supported him.",
        "If the envoy says that the talks failed, nobody will wonder.",
        "The envoy may say that the talks failed.",
        "The army will announce tomorrow that the road is shut.",
    ],
)
def test_what_is_no_statement(text: str) -> None:
    assert told(text) == []


def test_hearsay_has_no_named_source() -> None:
    one = only("Troops reportedly crossed the river at dawn.")
    assert (one.who, one.what) == ("unnamed", ("Troops", "crossed the river at dawn"))


def test_a_relative_clause_speaks_for_its_antecedent() -> None:
    one = only("They met the envoy, who said that the road was shut.")
    assert (one.who, one.what) == ("the envoy", ("the road was shut",))


def test_joint_speakers_are_named_together() -> None:
    one = only("Kestria and Ruvia said that the truce would hold.", {"Kestria": "kestria", "Ruvia": "ruvia"})
    assert one.who == "Kestria and Ruvia"


def test_the_verb_of_a_clause_between_takes_the_nearer_subject() -> None:
    found = told(
        "Kestria began work in May, while Ruvia, having hired builders, announced that its road is nearly done."
    )
    assert [(one.who, one.what) for one in found] == [("Ruvia", ("its road is nearly done",))]


def test_two_clauses_with_their_own_that_are_two_statements() -> None:
    first, second = told("The ministry said that its units had kept the truce and that a soldier had been killed.")
    assert (first.what, second.what) == (("its units had kept the truce",), ("a soldier had been killed",))
    assert (first.cue, second.cue) == ("said", "said")


def test_a_verb_that_the_tense_joins_to_the_cue_is_a_cue_of_its_own() -> None:
    first, second = told("The envoy denied that his men had fired and accused the army of moving its guns.")
    assert (first.who, first.what) == ("The envoy", ("his men had fired",))
    assert (second.who, second.what) == ("The envoy", ("moving its guns",))


@pytest.mark.parametrize(
    "text",
    [
        "OSTEN, May 3 - The road was shut, the army said.",
        "OSTEN (Agency) — The road was shut, the army said.",
        "09:40 - The road was shut, the army said.",
    ],
)
def test_a_dateline_is_no_content(text: str) -> None:
    assert only(text).what == ("The road was shut",)


def test_a_participle_after_a_claim_goes_on_from_the_cue_above_it() -> None:
    found = told("Kestria rejected accusations by the rebels that it had bombed a school, calling them lies.")
    assert [(one.who, one.what) for one in found] == [
        ("Kestria", ("accusations by the rebels that it had bombed a school",)),
        ("Kestria", ("them lies",)),
        ("the rebels", ("it had bombed a school",)),
    ]


def test_coordinated_verbs_of_the_content_stay_together() -> None:
    one = only("The rebels said its fighters had shot down a drone and captured twelve soldiers.")
    assert one.what == ("its fighters had shot down a drone and captured twelve soldiers",)


def test_a_condition_before_the_cue_belongs_to_what_is_said() -> None:
    one = only("If the guns stay, the envoy said, the talks would fail.")
    assert one.what == ("If the guns stay", "the talks would fail")


def test_a_semicolon_ends_the_content() -> None:
    first, second = told("The rebels said it was over; the army has not said who won.")
    assert (first.who, first.what) == ("The rebels", ("it was over",))
    assert (second.who, second.act, second.what) == ("the army", Act.DECLINE, ("who won",))


@pytest.mark.parametrize(
    ("text", "who"),
    [
        ("Between 40 and 50 people have fled the fighting since Saturday, local chiefs report.", "local chiefs"),
        ("Tanks were handed over near Osten, Jorun Vask, a spokesman for the front, wrote on Twitter.", "Jorun Vask"),
    ],
)
def test_a_tag_that_closes_the_sentence(text: str, who: str) -> None:
    one = only(text)
    assert one.who == who
    assert one.what[0].startswith(("Between", "Tanks"))


def test_the_pronoun_of_a_cue_that_goes_on_is_the_speaker_before() -> None:
    found = told("The road was shut, Ruvia said.\nThe bridge was down, it added.", {"Ruvia": "ruvia"})
    assert [one.who for one in found] == ["ruvia", "ruvia"]


def test_the_paper_speaks_for_who_issued_it() -> None:
    found = told(
        "The road was shut, Ruvia said in a statement. “The bridge is down,” the statement said.", {"Ruvia": "ruvia"}
    )
    assert [one.who for one in found] == ["ruvia", "ruvia"]


def test_an_apposition_names_the_speaker() -> None:
    one = only("A spokesman for the front, Jorun Vask, said the road was shut.", {"Jorun Vask": "vask"})
    assert one.who == "vask"


def test_reports_never_hold_each_other() -> None:
    found = told("The army claims the envoy says the army claims the envoy says the road is shut.")
    above = {f"s{n}": one.within for n, one in enumerate(found, 1)}
    for start in above:
        seen, current = set(), above[start]
        while current is not None:
            assert current not in seen
            seen.add(current)
            current = above[current]
