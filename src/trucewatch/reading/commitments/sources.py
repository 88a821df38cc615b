"""Which instrument a duty rests on, of those its sentence names."""

from __future__ import annotations

from trucewatch.reading.commitments.clauses import subject
from trucewatch.reading.commitments.duty import Duty
from trucewatch.reading.commitments.words import PROVIDING
from trucewatch.reading.draft import Draft, InstrumentRef

_BEFORE = frozenset({"under", "per", "with", "to", "on", "by", "than"})
_PARTS = frozenset(
    {
        "terms",
        "part",
        "violation",
        "breach",
        "implementation",
        "provisions",
        "fulfilment",
        "fulfillment",
        "framework",
        "line",
        "basis",
    }
)
_LAID = PROVIDING | {"agree", "lay", "set", "enshrine", "fix", "outline", "describe", "write", "contain"}
_CLIMB = 12


class Sources:
    """The references to instruments by sentence, with the words each covers."""

    def __init__(self, draft: Draft) -> None:
        self.draft = draft
        self.by_sentence: dict[int, list[tuple[InstrumentRef, range]]] = {}
        for ref in draft.instruments:
            words = draft.parse.within(ref.span)
            if len(words):
                self.by_sentence.setdefault(draft.parse.words[words[0]].sent, []).append((ref, words))

    def of(self, duty: Duty) -> tuple[InstrumentRef | None, bool]:
        """The reference the duty rests on (or that its action is about), and whether it stands behind the duty.

        It stands behind it as the subject ("the deal requires"), above it ("the accord under which ..."), or led by
        words like "under" and "in line with". Of several, one that names a point wins, then the nearest to the verb.
        """
        refs = self.by_sentence.get(self.draft.parse.words[duty.verb].sent, [])
        if not refs:
            return None, False
        ranked = [(self._rank(ref, words, duty), ref) for ref, words in refs]
        rank, best = max(ranked, key=lambda row: row[0])
        return (None, False) if rank[0] == 0 else (best, rank[0] > 1)

    def _rank(self, ref: InstrumentRef, words: range, duty: Duty) -> tuple[int, int, int]:
        near = -abs(words[0] - duty.verb)
        pointed = int(ref.provision is not None)
        if duty.body is not None and duty.body in words:
            return (4, pointed, near)
        if self._above(words, duty):
            return (3, pointed, near)
        if self._led(words):
            return (2, pointed, near)
        matter = duty.action.meets(ref.span)
        return (1 if matter else 0, pointed, near)

    def led(self, duty: Duty) -> bool:
        """Whether words like "under" or "as part of" lead to an instrument from the duty's own verb."""
        parse = self.draft.parse
        refs = self.by_sentence.get(parse.words[duty.verb].sent, [])
        for _, words in refs:
            if self._led(words):
                verb = next((a for a in parse.up(words[0]) if parse.words[a].pos == "VERB"), None)
                if verb == duty.verb:
                    return True
        return False

    def _above(self, words: range, duty: Duty) -> bool:
        """Whether the reference governs the duty: a word of it is above the verb, or is the subject of one that is."""
        parse = self.draft.parse
        for n, above in enumerate(parse.up(duty.verb)):
            if n >= _CLIMB:
                break
            if above in words:
                return True
            if (
                parse.words[above].pos in ("VERB", "AUX")
                and (doer := subject(parse, above)) is not None
                and doer in words
            ):
                return True
        return False

    def _led(self, words: range) -> bool:
        parse = self.draft.parse.words
        first = words[0]
        if first == 0:
            return False
        lead = parse[first - 1].lower
        if lead in _BEFORE:
            verb = parse[parse[first - 1].head]
            return not (lead in ("to", "with", "on") and verb.lemma in ("agree", "commit", "return", "stick", "add"))
        if lead == "of":
            return first > 1 and parse[first - 2].lower in _PARTS
        if lead in ("in", "by") and first > 1:  # "as stipulated in", "laid down in"
            verb = parse[parse[first - 1].head]
            return verb.tag == "VBN" and verb.lemma in _LAID
        # "as paragraph 2 of the truce requires"
        inside = [parse[i] for i in words if parse[i].dep == "nsubj" and parse[i].head not in words]
        return any(parse[w.head].lemma in PROVIDING and parse[w.head].dep == "advcl" for w in inside)

    def last_before(self, sentence: int) -> InstrumentRef | None:
        """The last resolved reference of the sentence before ``sentence``, within its paragraph."""
        sentences = self.draft.parse.sentences
        if sentence == 0 or sentences[sentence - 1].paragraph != sentences[sentence].paragraph:
            return None
        refs = [ref for ref, _ in self.by_sentence.get(sentence - 1, []) if ref.instrument is not None]
        return refs[-1] if refs else None
