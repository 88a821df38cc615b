"""Readings made up for tests: one built by hand that uses every field, and a strategy for any other."""

from __future__ import annotations

from datetime import date

from hypothesis import strategies as st

from trucewatch.model.actor import Actor, ActorKind, ActorRef
from trucewatch.model.commitment import Commitment, Due, Fulfilment, Quantity
from trucewatch.model.dispute import Dispute, Position, Stance, Warning
from trucewatch.model.document import Document
from trucewatch.model.event import Count, Event, EventType, Status
from trucewatch.model.instrument import InstrumentMention
from trucewatch.model.place import Place, PlaceRef, Precision
from trucewatch.model.reading import Reading
from trucewatch.model.statement import Act, Form, Statement
from trucewatch.model.text import Span
from trucewatch.model.time import DateBasis, Dating, TimeKind, TimeMention

TEXT = (
    "VELDA, 4 March. Osterian guns fired on the village of Harrow on Monday, the Velda government said, killing two "
    "people. “Our gunners have not fired a single shell,” Osteria's army chief, Gen. Ivo Marn, answered on Tuesday, "
    "adding that Velda had told mediators “the road stays closed”. Under point 3 of the Harrow Protocol both sides are "
    "to pull back their guns 20 km within thirty days. Both accounts could not be cheked."
)


def at(words: str, nth: int = 1) -> Span:
    """The span of the ``nth`` occurrence of ``words`` in the text."""
    start = -1
    for _ in range(nth):
        start = TEXT.index(words, start + 1)
    return Span(start, start + len(words))


VELDA = ActorRef("velda", "Velda", at("the Velda government"))
MARN = ActorRef("ivo-marn", "Ivo Marn", at("Gen. Ivo Marn"))
OSTERIA = ActorRef("osteria", "Osteria", None)
MONDAY = Dating("2024-03-04", DateBasis.STATED, at("Monday"))


def full_reading() -> Reading:
    """A reading of ``TEXT`` that uses every field of the contract."""
    return Reading(
        document=Document(TEXT, "Guns near Harrow", "The Velda Post", "https://example.org/1", date(2024, 3, 5), "en"),
        dossier="harrow",
        reader="trucewatch/test",
        actors=(
            Actor("velda", "Velda", ActorKind.STATE, True, (VELDA.mention, at("Velda", 2))),
            Actor("ivo-marn", "Ivo Marn", ActorKind.PERSON, False, (at("Gen. Ivo Marn"),)),
        ),
        places=(
            Place(
                "harrow", "Harrow", "settlement", True, 39.5, -46.25, Precision.NEAR, (at("the village of Harrow"),), 7
            ),
            Place("osteria", "Osteria", "country", False, None, None, Precision.UNKNOWN, (at("Osteria"),)),
        ),
        statements=(
            Statement(
                "s1",
                VELDA,
                at("said"),
                (at("Osterian guns fired on the village of Harrow on Monday"), at("killing two people")),
                Form.INDIRECT,
                Act.ACCUSE,
                (OSTERIA,),
                None,
                Dating("2024-03-05", DateBasis.PUBLISHED),
            ),
            Statement(
                "s2", MARN, at("answered"), (at("Our gunners have not fired a single shell"),), Form.DIRECT, Act.DENY
            ),
            Statement(
                "s3",
                MARN,
                at("adding"),
                (at("Velda had told mediators “the road stays closed”"),),
                Form.MIXED,
                Act.ASSERT,
            ),
            Statement(
                "s4",
                ActorRef("velda", "Velda", at("Velda", 2)),
                at("told"),
                (at("the road stays closed"),),
                Form.DIRECT,
                Act.REJECT,
                (),
                "s3",
                Dating(None, DateBasis.UNKNOWN, at("Tuesday")),
            ),
        ),
        events=(
            Event(
                "e1",
                EventType.ASSAULT,
                "heavy-weapons",
                "shelling",
                at("fired"),
                Status.CLAIMED,
                (OSTERIA,),
                (VELDA,),
                PlaceRef("harrow", "Harrow", at("the village of Harrow")),
                MONDAY,
                (VELDA,),
                (MARN,),
                Count(2, 2),
                Count(3, None),
                "s1",
            ),
            Event("e2", EventType.COERCE, "restrict", "road-closure", at("closed"), Status.CLAIMED, statement="s4"),
            Event("e3", EventType.RETREAT, None, "withdrawal", at("pull back"), Status.PLANNED),
        ),
        commitments=(
            Commitment(
                "c1",
                "harrow-protocol",
                "3",
                at("point 3 of the Harrow Protocol"),
                (ActorRef("velda", "Velda", at("both sides")), ActorRef("osteria", "Osteria", at("both sides"))),
                at("pull back their guns 20 km"),
                Due("../2024-04-03", "P30D from signing", at("within thirty days")),
                Fulfilment.OWED,
                (),
                (Quantity(20.0, "km", at("20 km")),),
                None,
            ),
        ),
        instruments=(InstrumentMention("harrow-protocol", "Harrow Protocol", (at("Harrow Protocol"),)),),
        dates=(
            TimeMention(at("Monday"), "2024-03-04", TimeKind.DATE),
            TimeMention(at("thirty days"), "P30D", TimeKind.DURATION),
        ),
        disputes=(
            Dispute(
                "fire on Harrow",
                (Position(VELDA, Stance.ASSERTS, "s1"), Position(MARN, Stance.DENIES, "s2")),
            ),
        ),
        warnings=(Warning(at("cheked"), "likely a slip for “checked”"),),
    )


# Any text a document may hold: lone surrogates are kept out of documents, everything else may come.
_words = st.text(st.characters(exclude_categories=["Cs"]), min_size=1, max_size=12)
_ids = st.from_regex(r"[a-z][0-9]{1,3}", fullmatch=True)
_edtf = st.sampled_from(
    [
        "2022",
        "2022-08",
        "2022-08-11",
        "2022-08-01/2022-08-07",
        "../2022-08-31",
        "2022-08-11/..",
        "2022-08-11T13:30+04:00",
    ]
)


@st.composite
def readings(draw: st.DrawFn) -> Reading:
    """Any reading whose spans lie in its text."""
    text = draw(st.text(st.characters(exclude_categories=["Cs"]), min_size=1, max_size=60))
    spans = st.integers(0, len(text) - 1).flatmap(
        lambda start: st.integers(start + 1, len(text)).map(lambda end: Span(start, end))
    )
    maybe = st.none() | spans
    refs = st.builds(ActorRef, st.none() | _ids, _words, maybe)
    several = st.lists(refs, max_size=2).map(tuple)
    many = st.lists(spans, max_size=3).map(tuple)
    dating = st.builds(Dating, st.none() | _edtf, st.sampled_from(DateBasis), maybe)
    counts = st.none() | st.builds(Count, st.integers(0, 9), st.none() | st.integers(9, 99))
    where = st.tuples(
        st.floats(-90, 90), st.floats(-180, 180), st.sampled_from(sorted(set(Precision) - {Precision.UNKNOWN}))
    )
    nowhere = st.just((None, None, Precision.UNKNOWN))

    def tuples(one: st.SearchStrategy[object]) -> st.SearchStrategy[tuple[object, ...]]:
        return st.lists(one, max_size=2).map(tuple)

    contents = st.lists(spans, min_size=1, max_size=2).map(tuple)
    statement = st.builds(
        Statement,
        _ids,
        refs,
        maybe,
        contents,
        st.sampled_from(Form),
        st.sampled_from(Act),
        several,
        st.none() | _ids,
        dating,
    )
    event = st.builds(
        Event,
        _ids,
        st.sampled_from(EventType),
        st.none() | _words,
        _words,
        spans,
        st.sampled_from(Status),
        several,
        several,
        st.builds(PlaceRef, st.none() | _ids, st.none() | _words, maybe),
        dating,
        several,
        several,
        counts,
        counts,
        st.none() | _ids,
    )
    due = st.builds(Due, st.none() | _edtf, st.none() | _words, spans)
    quantity = st.builds(Quantity, st.floats(0, 1e9), _words, spans)
    commitment = st.builds(
        Commitment,
        _ids,
        st.none() | _ids,
        st.none() | _words,
        maybe,
        several,
        spans,
        st.none() | due,
        st.sampled_from(Fulfilment),
        several,
        tuples(quantity),
        st.none() | _ids,
    )
    place = st.tuples(_ids, _words, where | nowhere, many).map(
        lambda each: Place(each[0], each[1], "settlement", True, each[2][0], each[2][1], Precision(each[2][2]), each[3])
    )
    position = st.builds(Position, refs, st.sampled_from(Stance), st.none() | _ids)
    return Reading(
        document=draw(
            st.builds(
                Document,
                st.just(text),
                st.none() | _words,
                st.none() | _words,
                published=st.none() | st.dates(date(1000, 1, 1)),
            )
        ),
        dossier=draw(st.none() | _ids),
        reader="trucewatch/test",
        actors=draw(tuples(st.builds(Actor, _ids, _words, st.sampled_from(ActorKind), st.booleans(), many))),
        places=draw(tuples(place)),
        statements=draw(tuples(statement)),
        events=draw(tuples(event)),
        commitments=draw(tuples(commitment)),
        instruments=draw(tuples(st.builds(InstrumentMention, _ids, _words, many))),
        dates=draw(
            tuples(st.builds(TimeMention, spans, st.none() | _edtf | st.just("P3Y"), st.sampled_from(TimeKind)))
        ),
        disputes=draw(tuples(st.builds(Dispute, _words, tuples(position)))),
        warnings=draw(tuples(st.builds(Warning, spans, _words))),
    )
