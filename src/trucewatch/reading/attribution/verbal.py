"""Verbal cues: for each verb that attributes, its source, its content and its quotations, as one candidate."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import replace

from trucewatch.model.statement import Act, Form
from trucewatch.model.text import Span
from trucewatch.reading.attribution.content import Found, governing_cue
from trucewatch.reading.attribution.direct import Tie
from trucewatch.reading.attribution.frames import cue_span, find_content
from trucewatch.reading.attribution.lexicon import GENERIC, Cue, Kind, companions, forms, verbs
from trucewatch.reading.attribution.nearby import inverted_subject, speaker_nearby
from trucewatch.reading.attribution.scene import NOWHERE, Candidate, Scene, Speaker
from trucewatch.reading.attribution.silence import is_yet_to, read_silence, unsaid
from trucewatch.reading.attribution.speakers import is_first_person, speaker_at, subject_of

_UNREAL = frozenset(("may", "might", "could", "should", "must", "ought"))
_CONDITIONS = frozenset(("if", "unless", "whether", "lest"))
_REAL = frozenset(("go", "continue", "begin", "start", "proceed", "come", "rush", "hasten", "move", "appear", "seem"))
_PARTICLES = ("prt", "prep")


def read_verbs(scene: Scene, ties: dict[int, Tie]) -> Iterator[Candidate]:
    """A candidate for each verbal cue with content. ``ties`` are the quotations already tied to a cue."""
    heard: dict[int, list[Tie]] = {}
    for tie in ties.values():
        heard.setdefault(tie.cue, []).append(tie)
    known, paired = verbs(), companions()
    for word in scene.words:
        entry: Cue | None
        if word.i in heard and word.lower != "according":
            entry = known.get(word.lemma) or known.get(forms().get(word.lower, "")) or GENERIC
        elif word.pos == "VERB":
            entry = known.get(word.lemma)
        else:
            continue
        companion = None
        for c in word.children:
            if c > word.i and scene.words[c].dep in _PARTICLES:  # "point out", "call for"
                entry = known.get(f"{word.lemma}_{scene.words[c].lower}", entry)
        if word.lemma in paired:
            companion = _companion(scene, word.i, paired[word.lemma])
            if companion is not None:
                entry = paired[word.lemma][scene.words[companion].lemma]
        if entry is None:
            continue
        yield from _candidates(scene, word.i, entry, heard.get(word.i, []), companion)


def _companion(scene: Scene, verb: int, words: Mapping[str, Cue]) -> int | None:
    """The word that makes a cue of a verb: its object, its predicate or the object of its preposition."""
    for c in scene.words[verb].children:
        if c < verb:
            continue
        word = scene.words[c]
        if word.dep in ("dobj", "acomp", "oprd", "attr", "ccomp", "xcomp", "advmod") and word.lemma in words:
            return c
        if word.dep == "prep":
            inner = scene.parse.child(c, "pobj")
            if inner is not None and scene.words[inner].lemma in words:
                return inner
    return None


def _candidates(scene: Scene, verb: int, entry: Cue, ties: list[Tie], companion: int | None) -> Iterator[Candidate]:
    negated = _is_negated(scene, verb)
    if not ties and is_yet_to(scene, verb):
        silent = _yet_to(scene, verb, entry)
        if silent is not None:
            yield silent
        return
    if not ties and (_is_unreal(scene, verb) or (negated and entry.kind is Kind.JUDGE)):
        return
    found = read_silence(scene, verb) if entry.kind is Kind.DECLINE else None
    if found is None:
        found = find_content(scene, verb, entry, companion)
    if found is None and not ties:
        return
    governor = governing_cue(scene, verb)
    speaker = _speaker(scene, verb, governor, bool(ties))
    if speaker is None and not ties:
        return
    if speaker is not None and scene.level[verb] != NOWHERE and is_first_person(scene, speaker.head):
        return
    content, form = _content(scene, found, ties)
    if not content:
        return
    act = _negated_act(entry) if negated else entry.act
    if entry.kind is Kind.DECLINE and found is not None and found.targets:
        act = Act.REJECT  # an object: "refused the offer"
    lead = companion if found is None or found.lead is None else found.lead
    candidate = Candidate(
        _cue(scene, verb, lead), verb, entry, speaker, content, form, act,
        scene.level[verb], None if found is None else found.clause, () if found is None else found.targets,
        [tie.quotation for tie in ties], governor if governor is not None else _main_cue(scene, verb),
    )  # fmt: skip
    yield candidate
    yield from _further(scene, candidate, found)


def _yet_to(scene: Scene, verb: int, entry: Cue) -> Candidate | None:
    have = scene.words[verb].head
    found = unsaid(scene, verb)
    speaker = _speaker(scene, verb, None, tied=False)
    span = scene.span(*found.ranges[0])
    if speaker is None or speaker.phrase is None or span is None:
        return None
    end = scene.words[verb - 1 if found.lead is None else found.lead].end
    cue = Span(cue_span(scene, have, None).start, end)
    return Candidate(cue, have, entry, speaker, [span], Form.ACT, Act.DECLINE, scene.level[verb], found.clause)


def _further(scene: Scene, candidate: Candidate, found: Found | None) -> Iterator[Candidate]:
    """The further clauses of a content, each a candidate with the same cue."""
    for (first, last), clause in () if found is None or candidate.heard else found.more:
        span = scene.span(first, last)
        if span is not None:
            yield replace(candidate, content=[span], clause=clause, heard=[])


def _content(scene: Scene, found: Found | None, ties: list[Tie]) -> tuple[list[Span], Form]:
    """The quotations and, beside them, what the syntax adds: only a clause that is not itself quoted."""
    quoted = [part for tie in sorted(ties, key=lambda t: t.quotation) for part in scene.quotations[tie.quotation].parts]
    spans: list[Span] = []
    form = Form.DIRECT
    if found is not None and (not ties or (found.clause is not None and all(tie.before for tie in ties))):
        for first, last in found.ranges:
            span = scene.span(first, last)
            if span is not None and not any(span.meets(part) for part in quoted):
                spans.append(span)
        form = found.form if not quoted else Form.MIXED if spans else Form.DIRECT
    if form is Form.DIRECT and any(tie.that for tie in ties):
        form = Form.MIXED
    return sorted({*spans, *quoted}), form


def _negated_act(entry: Cue) -> Act:
    if entry.kind is Kind.STANCE:
        return Act.REJECT if entry.act in (Act.DEMAND, Act.AGREE, Act.ANNOUNCE) else Act.DENY
    return Act.AGREE if entry.kind is Kind.DECLINE else Act.DECLINE


def _is_negated(scene: Scene, verb: int) -> bool:
    words = scene.words
    for c in words[verb].children:
        if c >= verb:
            break
        if words[c].dep == "neg" or words[c].lower in ("never", "neither", "nor", "nobody", "none"):
            return True
        if words[c].dep == "nsubj" and any(words[d].lower in ("no", "neither") for d in scene.children(c, "det")):
            return True
    return False


def _is_unreal(scene: Scene, verb: int) -> bool:
    """Whether the words are only possible, asked for or still to come."""
    words = scene.words
    word = words[verb]
    if word.dep in ("amod", "compound") or (
        word.tag in ("VBN", "VBD") and word.dep == "acl" and not _has(scene, verb, "agent")
    ):
        return True
    for c in word.children:
        child = words[c]
        if child.dep == "aux" and (child.lower in _UNREAL or child.lower == "will"):
            return True
        if child.dep == "mark" and child.lower in _CONDITIONS:
            return True
    if any(words[c].tag == "TO" for c in word.children) and not _goes_on(scene, verb):
        return True
    if word.dep == "xcomp" and _declines(scene, word.head):
        return True
    if word.tag == "VBG" and word.lemma in ("consider", "regard", "view", "want"):
        return True
    last = words[scene.last_of_sentence(verb)]
    return last.text == "?" and scene.level[last.i] == scene.level[verb] and word.dep == "ROOT"


def _goes_on(scene: Scene, verb: int) -> bool:
    """Whether an infinitive tells what was indeed said: "went on to say", "used the day to warn"."""
    word = scene.words[verb]
    if word.dep == "advcl":
        return scene.words[word.head].lemma == "go" and scene.parse.child(word.head, "prt") is not None
    return word.dep in ("xcomp", "conj") and scene.words[word.head].lemma in _REAL


def _has(scene: Scene, i: int, dep: str) -> bool:
    return scene.parse.child(i, dep) is not None


def _declines(scene: Scene, head: int) -> bool:
    entry = verbs().get(scene.words[head].lemma)
    return entry is not None and entry.kind is Kind.DECLINE


def _speaker(scene: Scene, verb: int, governor: int | None, tied: bool) -> Speaker | None:
    words = scene.words
    word = words[verb]
    subject: int | None
    if governor is not None:
        subject = subject_of(scene, governor)
        if subject is None:
            subject = inverted_subject(scene, governor)
    elif (
        word.dep == "pcomp"
        and words[word.head].lower == "as"
        and words[words[word.head].head].lemma in ("quote", "cite")
    ):
        quote = words[word.head].head
        subject = scene.parse.child(quote, "dobj") or subject_of(scene, quote, passive=True)
    else:
        subject = subject_of(scene, verb)
        if tied and (subject is None or scene.level[subject] != scene.level[verb]):
            subject = speaker_nearby(scene, verb)
    if subject is None or (scene.level[subject] != scene.level[verb] and not tied):
        return None
    return speaker_at(scene, subject)


def _main_cue(scene: Scene, verb: int) -> int | None:
    """The cue that a participle or a coordinated cue of the same sentence goes on from."""
    words = scene.words
    current = verb
    while words[current].dep in ("advcl", "conj") and words[current].head != current:
        current = words[current].head
        if words[current].lemma in verbs():
            return current
    return None


def _cue(scene: Scene, verb: int, lead: int | None) -> Span:
    """The cue's span; a raising verb or "is quoted as" before it belongs to it."""
    words = scene.words
    span = cue_span(scene, verb, lead)
    word = words[verb]
    head = word.head
    if word.dep == "pcomp" and words[head].lower == "as" and head == verb - 1 and words[head].head == head - 1:
        return Span(cue_span(scene, words[head].head, None).start, span.end)
    if (
        word.dep in ("xcomp", "advcl")
        and words[head].lemma in ("go", "continue", "begin", "seem")
        and 0 < verb - head <= 3
    ):
        return Span(cue_span(scene, head, None).start, span.end)
    return span
