"""Nominal cues and set phrases: "X's claim that", "a warning from X of", "according to X", "in the words of X"."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import islice

from trucewatch.model.statement import Act, Form
from trucewatch.model.text import Span
from trucewatch.reading.attribution.content import governing_cue
from trucewatch.reading.attribution.lexicon import Cue, Kind, nouns, verbs
from trucewatch.reading.attribution.scene import Candidate, Scene, Speaker
from trucewatch.reading.attribution.speakers import owner_of, speaker_at

_DEEPEST = 40  # heads climbed to find a clause
_HEARSAY = frozenset(("reportedly", "allegedly", "purportedly", "supposedly"))
_VIEWS = frozenset(("words", "view", "opinion", "telling", "account", "estimation", "assessment"))


def read_nouns(scene: Scene) -> Iterator[Candidate]:
    """Candidates whose cue is a noun with both its source and its content."""
    known = nouns()
    for word in scene.words:
        if word.pos == "NOUN" and (entry := known.get(word.lemma)) is not None:
            found = _noun(scene, word.i, entry)
            if found is not None:
                yield found


def _noun(scene: Scene, noun: int, entry: Cue) -> Candidate | None:
    owner = owner_of(scene, noun)
    if owner is None:
        return None
    content = _noun_content(scene, noun, entry) or _behind_owner(scene, noun, owner, entry)
    speaker = speaker_at(scene, owner)
    if content is None or speaker is None or speaker.phrase is None:
        return None
    first, last, clause, target, lead = content
    for i in range(first + 1, last + 1):
        if scene.words[i - 1].text == "," and governing_cue(scene, i) is not None:
            last = i - 1  # "rejected the claim that it fired, calling it a lie"
            break
    span = scene.span(first, last)
    if span is None or speaker.phrase.meets(span):
        return None
    cue = scene.parse.span(noun, noun if lead is None else lead)
    form = Form.ACT if entry.kind is Kind.JUDGE and clause is None else Form.INDIRECT
    targets = () if target is None else (target,)
    return Candidate(cue, noun, entry, speaker, [span], form, entry.act, scene.level[noun], clause, targets)


def _noun_content(scene: Scene, noun: int, entry: Cue) -> tuple[int, int, int | None, int | None, int | None] | None:
    """First and last word, the clause's head, the target and the preposition that leads in."""
    words, parse = scene.words, scene.parse
    for c in words[noun].children:
        word = words[c]
        if c < noun:
            continue
        if entry.takes("s") and word.dep in ("acl", "ccomp", "relcl") and parse.child(c, "mark") is not None:
            mark = parse.child(c, "mark")
            if mark is not None and words[mark].lower == "that":
                return mark, parse.edges(c)[1], c, None, None
        if entry.takes("t") and word.dep in ("acl", "xcomp") and word.tag == "VB":
            first, last = parse.edges(c)
            return max(first, noun + 1), last, c, None, None
        if word.dep == "prep" and word.lower in entry.preps:
            inner = parse.child(c, "pobj", "pcomp")
            if inner is not None:
                first, last = parse.edges(inner)
                return max(first, c + 1), last, None, inner, c if c == noun + 1 else None
    return None


def _behind_owner(
    scene: Scene, noun: int, owner: int, entry: Cue
) -> tuple[int, int, int | None, int | None, int | None] | None:
    """A clause that the parser hung on the source: "accusations by the rebels that it had fired"."""
    if owner < noun or not entry.takes("s"):
        return None
    for c in scene.children(owner, "acl", "relcl"):
        first, last = scene.parse.edges(c)
        subject = scene.parse.child(c, "nsubj", "nsubjpass")
        if scene.words[first].lower == "that" and subject is not None and subject != first:
            return first, last, c, None, None
    return None


def read_phrases(scene: Scene, taken: frozenset[int]) -> Iterator[Candidate]:
    """Candidates of set phrases. ``taken`` holds words of "according" that already have a quotation."""
    for word in scene.words:
        if word.lower == "according":
            found = _according(scene, word.i, word.i in taken)
        elif word.lower in _HEARSAY and word.pos == "ADV":
            found = _hearsay(scene, word.i)
        elif word.lower in _VIEWS and word.dep == "pobj":
            found = _in_words_of(scene, word.i)
        elif word.lower == "as" and word.i + 2 < len(scene.words):
            found = _as_said(scene, word.i)
        else:
            continue
        if found is not None:
            yield found


def _according(scene: Scene, i: int, taken: bool) -> Candidate | None:
    words = scene.words
    if i + 2 >= len(words) or words[i + 1].lower != "to":
        return None
    pobj = scene.parse.child(i + 1, "pobj") or scene.parse.child(i, "pobj")
    speaker = None if pobj is None else speaker_at(scene, pobj)
    if pobj is None or speaker is None:
        return None
    low, high = min(i, scene.parse.edges(i)[0]), scene.parse.edges(pobj)[1]
    content = [] if taken else _host_clause(scene, i, low, high)
    if not content and not taken:
        return None
    cue = scene.parse.span(i, i + 1)
    return Candidate(cue, i, None, speaker, content, Form.INDIRECT, Act.ASSERT, scene.level[i], _host(scene, i))


def _host(scene: Scene, i: int) -> int | None:
    """The verb of the clause that a phrase stands in."""
    words = scene.words
    for above in islice(scene.parse.up(i), _DEEPEST):
        if words[above].pos in ("VERB", "AUX"):
            return above
    return None


def _host_clause(scene: Scene, i: int, low: int, high: int) -> list[Span]:
    """The clause around words ``low`` to ``high``, without them."""
    words = scene.words
    host = _host(scene, i)
    while host is not None and words[host].dep == "conj" and scene.parse.child(host, "nsubj", "nsubjpass") is None:
        if words[words[host].head].pos not in ("VERB", "AUX"):
            break
        host = words[host].head
    first, last = (scene.first_of_sentence(i), scene.last_of_sentence(i)) if host is None else scene.parse.edges(host)
    if host is not None and words[host].dep == "conj" and low < host:
        first = min(first, low)
    level = scene.level[i]
    while first < low and scene.level[first] != level and words[first].pos == "PUNCT":
        first += 1
    ranges = ((first, low - 1), (high + 1, last))
    return [span for a, b in ranges if a <= b and (span := scene.span(a, b)) is not None]


def _hearsay(scene: Scene, i: int) -> Candidate | None:
    """ "reportedly": a report without a named source."""
    host = _host(scene, i)
    if host is None or host != scene.words[i].head:
        return None
    content = _host_clause(scene, i, i, i)
    if not content:
        return None
    return Candidate(
        scene.parse.span(i, i), i, None, Speaker(None, None), content, Form.INDIRECT, Act.ASSERT, scene.level[i], host
    )


def _in_words_of(scene: Scene, i: int) -> Candidate | None:
    """ "in the words of X", "in X's view"."""
    words = scene.words
    prep = words[i].head
    if words[prep].lower not in ("in", "by"):
        return None
    owner = scene.parse.child(i, "poss")
    of = scene.parse.child(i, "prep")
    high = i
    if owner is None and of is not None and words[of].lower == "of":
        owner = scene.parse.child(of, "pobj")
        high = scene.parse.edges(of)[1]
    speaker = None if owner is None else speaker_at(scene, owner)
    content = [] if speaker is None else _host_clause(scene, prep, prep, high)
    if not content:
        return None
    cue = scene.parse.span(prep, prep)
    host = _host(scene, prep)
    return Candidate(cue, prep, None, speaker, content, Form.INDIRECT, Act.ASSERT, scene.level[i], host)


def _as_said(scene: Scene, i: int) -> Candidate | None:
    """ "as X said", "as X put it": the clause around it is the content."""
    words = scene.words
    verb = words[i].head
    word = words[verb]
    if words[i].dep not in ("mark", "advmod") or word.pos != "VERB" or word.dep not in ("advcl", "parataxis"):
        return None
    entry = verbs().get(word.lemma)
    put_it = word.lemma == "put" and verb + 1 < len(words) and words[verb + 1].lower == "it"
    if not put_it and (entry is None or not entry.takes("s", "q") or entry.kind is not Kind.SAY):
        return None
    subject = scene.parse.child(verb, "nsubj")
    if subject is None or any(words[c].dep in ("ccomp", "dobj") and not put_it for c in word.children):
        return None
    speaker = speaker_at(scene, subject)
    low, high = scene.parse.edges(verb)
    beside = (low == scene.first_of_sentence(i)) or words[low - 1].text in (",", "—", "–")
    content = _host_clause(scene, verb, low, high) if speaker is not None and beside else []
    if not content:
        return None
    cue = scene.parse.span(verb, verb + 1 if put_it else verb)
    return Candidate(cue, verb, entry, speaker, content, Form.INDIRECT, Act.ASSERT, scene.level[i], word.head)
