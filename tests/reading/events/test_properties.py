"""Whatever the text, events are ordered, their spans lie in it, and reading twice gives the same."""

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tests.reading.events.happened import draft
from trucewatch.reading.events.codebook import kinds

PARTS = (
    "The army", "rebels", "shelled", "the town", "on Monday", "killing", "at least", "12", "people", "denied",
    "said that", "Chad", "Sudan", "met", "and", ",", ".", "“", "”", "will", "not", "withdraw", "its troops",
    "ceasefire", "\n\n", "—", "attack", "of", "by", "between", "accused", "refused to", "sign", "no",
    "casualties", "\u200f", "é", "🙂", "…",
)  # fmt: skip


@settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(st.lists(st.sampled_from(PARTS), min_size=1, max_size=40))
def test_generated_texts(parts):
    text = " ".join(parts)
    if not text.strip():
        return
    actors = {"Chad": "chad", "Sudan": "sudan", "The army": "army"}
    first, second = draft(text, actors, {"Monday": "2023-05-01"}), draft(text, actors, {"Monday": "2023-05-01"})
    assert first.events == second.events
    assert [event.id for event in first.events] == [f"e{n}" for n in range(1, len(first.events) + 1)]
    starts = [event.anchor.start for event in first.events]
    assert starts == sorted(starts)
    for event in first.events:
        assert 0 <= event.anchor.start < event.anchor.end <= len(text)
        assert event.kind in kinds()
        assert event.type is kinds()[event.kind].type
        for count in (event.killed, event.wounded):
            assert count is None or (count.low >= 0 and (count.high is None or count.high >= count.low))
        for ref in (*event.actors, *event.recipients, *event.claimed_by, *event.denied_by):
            assert ref.mention is None or ref.mention.end <= len(text)
