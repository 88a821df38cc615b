"""What a verbal cue attributes, by its syntax: clauses, infinitives, objects, charges."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from trucewatch.model.statement import Form
from trucewatch.model.text import Span
from trucewatch.reading.attribution.lexicon import Cue, Kind, verbs
from trucewatch.reading.attribution.scene import Scene

_CLAUSAL = ("ccomp", "xcomp", "advcl", "parataxis")
_PREDICATES = ("oprd", "acomp", "attr", "ccomp", "xcomp", "prep", "advcl")
_JUDGED_FOR = frozenset(("for", "over", "as", "of", "on", "about", "in", "against", "with", "by"))
_REASONS = frozenset(("because", "if", "unless", "although", "though", "until", "since", "so"))
_MODIFIERS = frozenset(("aux", "auxpass", "neg", "advmod", "prt"))


@dataclass(frozen=True, slots=True)
class Found:
    """Content found: word ranges, the form, the head of its clause, the heads of those it is aimed at."""

    ranges: tuple[tuple[int, int], ...]
    form: Form
    clause: int | None = None
    targets: tuple[int, ...] = ()
    lead: int | None = None  # the preposition that leads the content in, part of the cue


def find_content(scene: Scene, verb: int, cue: Cue, companion: int | None = None) -> Found | None:
    """The content of ``verb`` by the first of its frames that the syntax fills, ``None`` where none is.

    ``companion`` is a word that belongs to the cue ("question" of "call into question").
    """
    if companion is not None and (found := _beside(scene, verb, cue, companion)) is not None:
        return found
    for frame, reader in _READERS:
        if cue.takes(*frame) and (found := reader(scene, verb, cue)) is not None:
            return found
    return None


def _beside(scene: Scene, verb: int, cue: Cue, companion: int) -> Found | None:
    """The content of a verb with a companion: its other object, or what follows the companion's preposition."""
    words, parse = scene.words, scene.parse
    for holder in (companion, verb):
        for prep in scene.children(holder, "prep"):
            inner = parse.child(prep, "pobj", "pcomp")
            if prep > verb and words[prep].lower in cue.preps and inner is not None and inner != companion:
                first, last = parse.edges(inner)
                lead = prep if prep == companion + 1 else companion
                return Found(((max(first, prep + 1), last),), Form.ACT, None, (inner,), lead)
    if cue.takes("o"):
        for c in scene.children(verb, "dobj"):
            if c > verb and c != companion:
                first, last = parse.edges(c)
                return Found(
                    ((first, last if last < companion or c > companion else companion - 1),), Form.ACT, None, (c,)
                )
    return None


def _extent(scene: Scene, verb: int, *heads: int) -> tuple[int, int] | None:
    """The words of some subtrees, on the first one's side of ``verb``, up to a participle that goes on."""
    edges = [scene.parse.edges(head) for head in heads]
    first, last = min(e[0] for e in edges), max(e[1] for e in edges)
    if heads[0] > verb:
        first = max(first, verb + 1)
    else:
        last = min(last, verb - 1)
    if last < first:
        return None
    for i in continuations(scene, verb, first, last):
        return (first, i - 1) if i > first else None
    return first, last


def continuations(scene: Scene, verb: int, first: int, last: int) -> Iterator[int]:
    """Participles within the content of ``verb`` that go on with its speech ("said that ..., adding that ...")."""
    words = scene.words
    for i in range(max(first, 1), last + 1):
        word = words[i]
        if word.tag == "VBG" and words[i - 1].text in (",", "—", "–") and governing_cue(scene, i) == verb:
            yield i


def governing_cue(scene: Scene, participle: int) -> int | None:
    """The cue that a participle after a comma goes on from, though it hangs on a word of that cue's content."""
    words, known = scene.words, verbs()
    word = words[participle]
    if (
        word.tag != "VBG"
        or word.lemma not in known
        or word.dep not in ("advcl", "acl", "prep", "conj", "xcomp", "ccomp")
    ):
        return None
    if known[word.lemma].kind is not Kind.SAY and known[word.lemma].kind is not Kind.JUDGE:
        return None
    current = word.head
    for _ in range(8):
        here = words[current]
        if here.dep != "ccomp" and here.pos == "VERB" and here.lemma in known:
            return None  # it goes on from a cue of its own sentence: the plain case
        if here.head == current or scene.level[current] != scene.level[participle]:
            return None
        if here.dep == "ccomp":
            above = words[here.head]
            return here.head if above.lemma in known and above.pos == "VERB" else None
        current = here.head
    return None


def _clause(scene: Scene, verb: int, cue: Cue) -> Found | None:
    words = scene.words
    targets = tuple(scene.children(verb, "dobj", "dative")) if cue.takes("r") else ()
    for c in words[verb].children:
        if words[c].dep != "ccomp" or (_is_infinitive(scene, c) and not cue.takes("c")):
            continue
        extent = _extent(scene, verb, c)
        if extent is not None:
            return Found(_whole(scene, verb, c, extent, cue), Form.INDIRECT, c, targets)
    that = _stray_that(scene, verb)
    if that is not None:
        head = words[that].head
        first, last = that, scene.parse.edges(head)[1]
        stop = next(continuations(scene, verb, first, last), None)
        return Found(((first, last if stop is None else stop - 1),), Form.INDIRECT, head, targets)
    return _parenthetical(scene, verb) or (_rest(scene, verb) if cue.takes("q") else None)


def _rest(scene: Scene, verb: int) -> Found | None:
    """The rest of the sentence after a cue of speech that the parser gave nothing, if a finite verb stands in it."""
    words = scene.words
    last = scene.last_of_sentence(verb)
    first = verb + 1
    if first >= last or words[first].pos not in ("DET", "NOUN", "PROPN", "PRON", "ADJ", "NUM", "SCONJ"):
        return None
    if words[first].dep in ("nsubj", "npadvmod") and words[first].head == verb:
        return None
    subtree = scene.parse.edges(verb)
    for i in range(first, last + 1):
        word = words[i]
        if scene.level[i] != scene.level[verb] or word.text in (";", ":"):
            return None
        if word.tag in ("VBD", "VBZ", "VBP", "MD") and (
            i > subtree[1] or word.dep == "ROOT" or words[word.head].dep == "ROOT"
        ):
            return Found(((first, last),), Form.INDIRECT, i if word.pos != "AUX" else word.head)
    return None


def _whole(scene: Scene, verb: int, clause: int, extent: tuple[int, int], cue: Cue) -> tuple[tuple[int, int], ...]:
    """The extent of a clause with what the parser hung on the cue instead: its subject, a reason, a second "that"."""
    words = scene.words
    first, last = extent
    ranges = [extent]
    if clause < verb:
        return (extent,)
    if not cue.takes("r") and scene.parse.child(clause, "nsubj", "nsubjpass", "expl") is None:
        lost = next((c for c in scene.children(verb, "dobj", "npadvmod", "dep", "nsubj") if verb < c < first), None)
        if lost is not None and scene.parse.edges(lost)[0] == verb + 1:
            ranges[0] = first, last = verb + 1, last
    for c in words[verb].children:
        if c <= last or words[c].dep not in ("advcl", "conj", "ccomp"):
            continue
        mark = scene.parse.child(c, "mark")
        low, high = scene.parse.edges(c)
        if mark is None or low <= last or any(True for _ in continuations(scene, verb, low, high)):
            break
        if (
            words[c].dep == "advcl"
            and words[mark].lower in _REASONS
            and low == last + 1 + (words[last + 1].text == ",")
        ):
            last = high
            ranges[0] = first, last
        elif words[c].dep != "advcl" and words[mark].lower == "that":
            ranges.append((low, high))
    return tuple(ranges)


def _stray_that(scene: Scene, verb: int) -> int | None:
    """ "that" of a clause which the parser hung on a noun between: "told reporters at a briefing that ..." """
    words = scene.words
    for i in range(verb + 1, min(scene.parse.edges(verb)[1], verb + 25) + 1):
        word = words[i]
        if word.lower == "that" and word.dep in ("mark", "nsubj", "advmod") and word.head > i:
            clause = words[word.head]
            if word.dep == "mark" and clause.dep in ("relcl", "acl", "advcl", "conj", "parataxis") and clause.head < i:
                return i
            return None
        if word.dep in ("mark", "ccomp") or word.text in (";", ":"):
            return None
    return None


def _parenthetical(scene: Scene, verb: int) -> Found | None:
    """The clause that the cue interrupts or closes: "The road, he said, is shut"."""
    words = scene.words
    word = words[verb]
    if (
        word.dep not in ("parataxis", "ccomp", "dep")
        or word.head == verb
        or scene.parse.child(verb, "mark") is not None
    ):
        return None
    if scene.parse.child(verb, "nsubj") is None or _speaks(scene, word.head):
        return None
    first, last = scene.parse.edges(word.head)
    low, high = scene.parse.edges(verb)
    if not first <= low <= high <= last or (low > first and words[low - 1].pos != "PUNCT"):
        return None
    ranges = tuple(
        kept for a, b in ((first, low - 1), (high + 1, last)) if a <= b and (kept := scene.trim(a, b)) is not None
    )
    return Found(ranges, Form.INDIRECT, word.head) if ranges else None


def _speaks(scene: Scene, i: int) -> bool:
    entry = verbs().get(scene.words[i].lemma)
    return entry is not None and entry.kind is Kind.SAY


def _is_infinitive(scene: Scene, i: int) -> bool:
    return any(scene.words[c].tag == "TO" for c in scene.children(i, "aux"))


def _infinitive(scene: Scene, verb: int, cue: Cue) -> Found | None:
    for c in scene.children(verb, "xcomp", "advcl"):
        word = scene.words[c]
        if c > verb and ((_is_infinitive(scene, c) and word.dep == "xcomp") or (word.tag == "VBG" and c == verb + 1)):
            extent = _extent(scene, verb, c)
            if extent is not None:
                return Found((extent,), Form.ACT if cue.kind is Kind.DECLINE else Form.INDIRECT, c)
    return None


def _request(scene: Scene, verb: int, _cue: Cue) -> Found | None:
    """An object and what it is to do: "urged Baku to withdraw"."""
    words = scene.words
    for c in scene.children(verb, "xcomp", "ccomp", "advcl"):
        if c < verb or not _is_infinitive(scene, c):
            continue
        objects = [o for o in scene.children(verb, "dobj", "dative") if o < c]
        subject = scene.parse.child(c, "nsubj")
        passive = scene.parse.child(verb, "nsubjpass")
        extent = _extent(scene, verb, *(objects or [c]), c)
        if extent is not None and words[c].dep != "advcl":
            whom = tuple(o for o in (*objects, subject, passive) if o is not None)
            return Found((extent,), Form.INDIRECT, c, whom)
    return None


def _object(scene: Scene, verb: int, cue: Cue) -> Found | None:
    target = _object_head(scene, verb)
    if target is None:
        return None
    extent = scene.parse.edges(target) if target < verb else _extent(scene, verb, target)
    if extent is None:
        return None
    form = Form.ACT if cue.kind in (Kind.JUDGE, Kind.STANCE) else Form.INDIRECT
    return Found((extent,), form, None, (target,))


def _object_head(scene: Scene, verb: int) -> int | None:
    """The object, or the subject of a passive whose agent is named."""
    parse = scene.parse
    found = parse.child(verb, "dobj")
    if found is not None:
        return found if found > verb else None
    return parse.child(verb, "nsubjpass") if parse.child(verb, "agent") is not None else None


def _judged(scene: Scene, verb: int, cue: Cue) -> Found | None:
    """The object with what it is judged for: "condemned the raid as a crime"."""
    found = _object(scene, verb, cue)
    target = _object_head(scene, verb)
    if found is None or target is None or target < verb:
        return None if cue.takes("jj") else found
    (first, last) = found.ranges[0]
    reasons = [c for c in scene.children(verb, "prep") if c > last and scene.words[c].lower in ("for", "over", "as")]
    if cue.takes("jj") and not reasons:
        return None
    for c in reasons:
        if c == last + 1:
            last = scene.parse.edges(c)[1]
    for i in continuations(scene, verb, first, last):
        last = i - 1
        break
    return Found(((first, last),), found.form, None, found.targets)


def _charge(scene: Scene, verb: int, cue: Cue) -> Found | None:
    """What someone is accused of: the charge is the content, the object its target."""
    words, parse = scene.words, scene.parse
    target = parse.child(verb, "dobj")
    if target is None:
        target = parse.child(verb, "nsubjpass")
    if target is None:
        return None
    holders = [verb, target] if target > verb else [verb]
    for holder in holders:
        for prep in scene.children(holder, "prep"):
            if prep < verb or words[prep].lower not in cue.charges:
                continue
            charge = parse.child(prep, "pcomp", "pobj")
            if charge is None:
                continue
            if words[prep].lower == "on":  # "blamed the raid on Baku"
                return Found((parse.edges(target),), Form.INDIRECT, None, (charge,))
            extent = _extent(scene, verb, charge)
            if extent is not None:
                return Found((extent,), Form.INDIRECT, charge, (target,))
    return _object(scene, verb, cue) if not cue.takes("s") else None


def _called(scene: Scene, verb: int, cue: Cue) -> Found | None:
    """An object and what it is called: "described the vote as a farce"."""
    words, parse = scene.words, scene.parse
    target = parse.child(verb, "dobj")
    predicates = [
        c
        for c in words[verb].children
        if c > verb
        and words[c].dep in _PREDICATES
        and (words[c].dep != "prep" or words[c].lower in ("as", "to"))
        and words[c].dep != "advcl"
    ]
    as_phrase = any(words[c].lower == "as" for c in predicates)
    if cue.takes("xx") and not as_phrase:
        return None
    if target is None and not predicates:
        return None
    heads = [c for c in (target, *predicates) if c is not None and c > verb]
    if not heads or (not predicates and words[verb].lemma == "call"):
        return None
    extent = _extent(scene, verb, min(heads), *heads)
    subject = scene.parse.child(heads[-1], "nsubj") if words[heads[-1]].dep in ("ccomp", "xcomp") else None
    aimed = target if target is not None else subject
    return None if extent is None else Found((extent,), Form.INDIRECT, None, () if aimed is None else (aimed,))


def _prepositional(scene: Scene, verb: int, cue: Cue) -> Found | None:
    words, parse = scene.words, scene.parse
    for prep in scene.children(verb, "prep"):
        if prep < verb or words[prep].lower not in cue.preps:
            continue
        inner = parse.child(prep, "pobj", "pcomp")
        if inner is None:
            continue
        after = [c for c in scene.children(verb, "xcomp", "ccomp") if c > inner and _is_infinitive(scene, c)]
        extent = _extent(scene, verb, inner, *after)
        if extent is None:
            continue
        form = Form.ACT if cue.kind is Kind.JUDGE else Form.INDIRECT
        lead = prep if prep == verb + 1 else None
        return Found(((max(extent[0], prep + 1), extent[1]),), form, after[0] if after else None, (inner,), lead)
    return None


_READERS = (
    (("s",), _clause),
    (("c",), _request),
    (("t",), _infinitive),
    (("f",), _charge),
    (("x", "xx"), _called),
    (("j", "jj"), _judged),
    (("o",), _object),
    (("p",), _prepositional),
)


def cue_span(scene: Scene, verb: int, lead: int | None) -> Span:
    """The cue with its auxiliaries, negation and adverbs, as far as they stand together: "has also said"."""
    words = scene.words
    first = last = verb
    while first > 0 and words[first - 1].head == verb and words[first - 1].dep in _MODIFIERS:
        first -= 1
    while last + 1 < len(words) and words[last + 1].head == verb and words[last + 1].dep == "prt":
        last += 1
    if lead is not None and lead == last + 1:
        last = lead
    if words[first].lower in ("however", "meanwhile", "then", "instead", "earlier", "yesterday") and first < verb:
        first += 1
    return scene.parse.span(first, last)
