"""Positions side by side."""

from __future__ import annotations

from tests.reading.hand_set import draft_of, find, say
from trucewatch.model.actor import ActorRef
from trucewatch.model.dispute import Dispute, Stance
from trucewatch.model.event import Count, Event, EventType, Status
from trucewatch.model.place import PlaceRef
from trucewatch.model.statement import Act
from trucewatch.reading.disputes import read_disputes
from trucewatch.reading.draft import Draft


def ref(id_: str) -> ActorRef:
    return ActorRef(id_, id_.replace("-", " ").title(), None)


def happen(draft: Draft, anchor: str, kind: str, actor: str | None, **options: object) -> None:
    draft.events.append(
        Event(
            id=f"e{len(draft.events) + 1}",
            type=EventType.ASSAULT,
            mode=None,
            kind=kind,
            anchor=find(draft.text, anchor),
            status=Status.CLAIMED if options.get("by") else Status.REPORTED,
            actors=() if actor is None else (ref(actor),),
            place=PlaceRef(str(options["place"]).lower(), str(options["place"]))
            if options.get("place")
            else PlaceRef(),
            claimed_by=tuple(ref(str(each)) for each in [options.get("by")] if each),
            denied_by=tuple(ref(str(each)) for each in [options.get("denied")] if each),
            killed=options["killed"] if isinstance(options.get("killed"), Count) else None,  # type: ignore[arg-type]
            statement=str(options["statement"]) if options.get("statement") else None,
        )
    )


def rows(dispute: Dispute) -> list[tuple[str | None, Stance, str | None]]:
    return [(p.actor.actor, p.stance, p.statement) for p in dispute.positions]


def test_a_claim_and_its_denial_stand_side_by_side() -> None:
    draft = draft_of("Lesk said Ordvia shelled Tarsk. Ordvia denied the shelling.")
    say(draft, "lesk", "Ordvia shelled Tarsk", Act.ACCUSE, ["ordvia"])
    say(draft, "ordvia", "the shelling", Act.DENY)
    happen(draft, "shelled", "shelling", "ordvia", by="lesk", denied="ordvia", place="Tarsk", statement="s1")
    read_disputes(draft)
    (only,) = draft.disputes
    assert only.about == "shelling by Ordvia at Tarsk"
    assert rows(only) == [("lesk", Stance.ASSERTS, "s1"), ("ordvia", Stance.DENIES, "s2")]


def test_criticism_and_its_rejection_or_praise_are_one_dispute() -> None:
    text = "Mali criticised the mission. Togo praised the mission. The mission said the criticism was unfair."
    draft = draft_of(text)
    say(draft, "mali", "the mission", Act.CRITICISE, ["mission"])
    say(draft, "togo", "Togo praised the mission", Act.PRAISE, ["mission"])
    say(draft, "mission", "the criticism was unfair", Act.REJECT)
    read_disputes(draft)
    (only,) = draft.disputes
    assert rows(only) == [
        ("mali", Stance.ASSERTS, "s1"),
        ("togo", Stance.ASSERTS, "s2"),
        ("mission", Stance.REJECTS, "s3"),
    ]


def test_an_accused_who_is_not_heard_is_silent() -> None:
    draft = draft_of("Sudan accused Ethiopia of crossing the border.")
    say(draft, "sudan", "crossing the border", Act.ACCUSE, ["ethiopia"])
    read_disputes(draft)
    (only,) = draft.disputes
    assert rows(only) == [("sudan", Stance.ASSERTS, "s1"), ("ethiopia", Stance.SILENT, None)]
    assert "crossing the border" in only.about


def test_each_side_blaming_the_other_leaves_open_who_began() -> None:
    draft = draft_of("Lesk said Ordvia opened fire. Ordvia said Lesk fired first.")
    say(draft, "lesk", "Ordvia opened fire", Act.ACCUSE, ["ordvia"])
    say(draft, "ordvia", "Lesk fired first", Act.ACCUSE, ["lesk"])
    happen(draft, "opened fire", "fire", "ordvia", by="lesk", statement="s1")
    happen(draft, "fired first", "fire", "lesk", by="ordvia", statement="s2")
    read_disputes(draft)
    (only,) = draft.disputes
    assert only.about.startswith("who began")
    assert rows(only) == [("lesk", Stance.ASSERTS, "s1"), ("ordvia", Stance.ASSERTS, "s2")]


def test_counts_that_differ_at_one_place_are_a_dispute_and_ranges_that_meet_are_none() -> None:
    draft = draft_of("Lesk counted 12 dead in Tarsk. Ordvia counted 3 dead in Tarsk. Togo counted 10 to 15.")
    say(draft, "lesk", "12 dead in Tarsk")
    say(draft, "ordvia", "3 dead in Tarsk")
    say(draft, "togo", "10 to 15")
    happen(draft, "12 dead", "casualty", None, by="lesk", place="Tarsk", killed=Count(12, 12), statement="s1")
    happen(draft, "10 to 15", "casualty", None, by="togo", place="Tarsk", killed=Count(10, 15), statement="s3")
    read_disputes(draft)
    assert draft.disputes == []
    happen(draft, "3 dead", "casualty", None, by="ordvia", place="Tarsk", killed=Count(3, 3), statement="s2")
    read_disputes(draft)
    assert [d.about for d in draft.disputes] == ["number killed at Tarsk: 12 or 3"]


def test_agreement_and_bystanders_make_no_dispute() -> None:
    draft = draft_of("Lesk said the talks went well. Ordvia said the talks went well.")
    say(draft, "lesk", "the talks went well")
    say(draft, "ordvia", "the talks went well")
    read_disputes(draft)
    assert draft.disputes == []
