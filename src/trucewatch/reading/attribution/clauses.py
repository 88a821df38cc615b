"""Contents that are clauses: "said that ...", "the road, he said, ...", "promised to ...", "urged Baku to ..."."""

from __future__ import annotations

from trucewatch.model.statement import Form
from trucewatch.reading.attribution.content import Found, extent, is_infinitive, stop_of
from trucewatch.reading.attribution.lexicon import Cue, Kind, verbs
from trucewatch.reading.attribution.scene import Scene

_CONDITIONS = frozenset(("if", "unless", "whether"))
_REASONS = frozenset(("because", "if", "unless", "although", "though", "until", "since", "so"))


def read_clause(scene: Scene, verb: int, cue: Cue) -> Found | None:
    words = scene.words
    targets = tuple(scene.children(verb, "dobj", "dative")) if cue.takes("r") else ()
    for c in words[verb].children:
        if words[c].dep != "ccomp" or (is_infinitive(scene, c) and not cue.takes("c")):
            continue
        if cue.takes("b") and c > verb and _stray_that(scene, verb) is None and not _marked(scene, c):
            continue  # "continued its advance, and shelling went on"
        reach = extent(scene, verb, c)
        if reach is not None:
            parts = _parts(scene, verb, c, _whole(scene, verb, c, reach, cue))
            return Found((*_fronted(scene, verb), parts[0][0]), Form.INDIRECT, c, targets, more=tuple(parts[1:]))
    that = _stray_that(scene, verb)
    if that is not None:
        head = words[that].head
        first, last = that, scene.parse.edges(head)[1]
        return Found(((first, stop_of(scene, verb, first + 1, last) - 1),), Form.INDIRECT, head, targets)
    return _parenthetical(scene, verb) or (_rest(scene, verb) if cue.takes("q") and not cue.takes("b") else None)


def _marked(scene: Scene, clause: int) -> bool:
    mark = scene.parse.child(clause, "mark")
    return mark is not None and scene.words[mark].lower == "that"


def _fronted(scene: Scene, verb: int) -> list[tuple[int, int]]:
    """A condition that stands before the cue though it belongs to what is said: "If they stay, he said, we leave"."""
    words = scene.words
    for c in scene.children(verb, "advcl"):
        mark = scene.parse.child(c, "mark")
        low, high = scene.parse.edges(c)
        if mark is None or high >= verb or words[mark].lower not in _CONDITIONS or words[mark].i != low:
            continue
        if words[high].text == "," or words[high + 1].text == ",":
            return [(low, high)]
    return []


def _parts(
    scene: Scene, verb: int, clause: int, ranges: tuple[tuple[int, int], ...]
) -> list[tuple[tuple[int, int], int]]:
    """The clauses of a content, each with its head: "that A and that B" are two."""
    words = scene.words
    first, last = ranges[0]
    parts: list[tuple[tuple[int, int], int]] = []
    head = current = clause
    while current is not None and clause > verb:
        joined = next(scene.children(current, "conj"), None)
        if joined is None or joined > last:
            break
        mark = scene.parse.child(joined, "mark")
        if mark is not None and words[mark].lower == "that":
            start = min(mark, scene.parse.edges(joined)[0])
            end = start - 1
            while end > first and (words[end].dep == "cc" or words[end].text == ","):
                end -= 1
            parts.append(((first, end), head))
            first, head = start, joined
        current = joined
    parts.append(((first, last), head))
    for low, high in ranges[1:]:
        parts.append(((low, high), next((i for i in range(low, high + 1) if words[i].head == verb), low)))
    return parts


def _rest(scene: Scene, verb: int) -> Found | None:
    """The rest of the sentence after a cue of speech that the parser gave nothing, if a finite verb stands in it."""
    words = scene.words
    last = scene.last_of_sentence(verb)
    first = verb + 1
    if (
        words[verb].tag == "VBG"
        or first >= last
        or words[first].pos not in ("DET", "NOUN", "PROPN", "PRON", "ADJ", "NUM", "SCONJ")
    ):
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


def _whole(scene: Scene, verb: int, clause: int, reach: tuple[int, int], cue: Cue) -> tuple[tuple[int, int], ...]:
    """The extent of a clause with what the parser hung on the cue instead: its subject, a reason, a second "that"."""
    words = scene.words
    first, last = reach
    ranges = [reach]
    if clause < verb:
        return (reach,)
    if not cue.takes("r") and scene.parse.child(clause, "nsubj", "nsubjpass", "expl") is None:
        lost = next((c for c in scene.children(verb, "dobj", "npadvmod", "dep", "nsubj") if verb < c < first), None)
        if lost is not None and scene.parse.edges(lost)[0] == verb + 1:
            ranges[0] = first, last = verb + 1, last
    for c in words[verb].children:
        if c <= last or words[c].dep not in ("advcl", "conj", "ccomp"):
            continue
        mark = scene.parse.child(c, "mark")
        low, high = scene.parse.edges(c)
        if mark is None or low <= last or stop_of(scene, verb, low, high) <= high:
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
            if words[i - 1].dep == "cc":
                return None  # the second of two clauses: "said that A and that B"
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
    if not first <= low <= high <= last:
        return None
    if low > first and words[low].pos != "PUNCT" and words[low - 1].pos != "PUNCT":
        return None
    ranges = tuple(
        kept for a, b in ((first, low - 1), (high + 1, last)) if a <= b and (kept := scene.trim(a, b)) is not None
    )
    return Found(ranges, Form.INDIRECT, word.head) if ranges else None


def _speaks(scene: Scene, i: int) -> bool:
    entry = verbs().get(scene.words[i].lemma)
    return entry is not None and entry.kind is Kind.SAY


def read_infinitive(scene: Scene, verb: int, cue: Cue) -> Found | None:
    """What someone promises or refuses to do, or denies having done."""
    for c in scene.children(verb, "xcomp", "advcl"):
        if c < verb or not (_is_promise(scene, c) or _is_gerund(scene, verb, c)):
            continue
        reach = extent(scene, verb, c)
        if reach is not None:
            return Found((reach,), Form.ACT if cue.kind is Kind.DECLINE else Form.INDIRECT, c)
    return None


def _is_promise(scene: Scene, i: int) -> bool:
    return scene.words[i].dep == "xcomp" and is_infinitive(scene, i)


def _is_gerund(scene: Scene, verb: int, i: int) -> bool:
    """Whether a gerund follows the verb directly: "denied firing", "denied having fired"."""
    if scene.parse.edges(i)[0] != verb + 1:
        return False
    return scene.words[i].tag == "VBG" or any(scene.words[c].lower == "having" for c in scene.children(i, "aux"))


def read_request(scene: Scene, verb: int, _cue: Cue) -> Found | None:
    """An object and what it is to do: "urged Baku to withdraw"."""
    words = scene.words
    for c in scene.children(verb, "xcomp", "ccomp", "advcl"):
        if c < verb or not is_infinitive(scene, c):
            continue
        objects = [o for o in scene.children(verb, "dobj", "dative") if o < c]
        subject = scene.parse.child(c, "nsubj")
        passive = scene.parse.child(verb, "nsubjpass")
        whom = tuple(o for o in (*objects, subject, passive) if o is not None)
        if words[c].dep == "advcl" or (not whom and any(True for _ in scene.children(c, "auxpass"))):
            continue  # "asked not to be named"
        reach = extent(scene, verb, c)
        if reach is None:
            continue
        to = next(scene.children(c, "aux"), reach[0])
        first = min(to, next(scene.children(c, "neg"), to)) if whom else reach[0]
        return Found(((max(first, reach[0]), reach[1]),), Form.INDIRECT, c, whom)
    return None


def read_appeal(scene: Scene, verb: int, cue: Cue) -> Found | None:
    """Someone called on and what they are to do: "appealed to both sides last week to return"."""
    words = scene.words
    last = scene.parse.edges(verb)[1]
    for prep in scene.children(verb, "prep", "dative"):
        whom = scene.parse.child(prep, "pobj")
        if prep < verb or whom is None or words[prep].lower not in cue.addressed:
            continue
        for i in range(whom + 1, last):
            if words[i].tag == "TO" and words[words[i].head].tag == "VB" and words[i].head > i:
                act = words[i].head
                if act != verb and words[act].head <= i:
                    high = min(last, scene.parse.edges(act)[1])
                    lead = prep if prep == verb + 1 else None
                    return Found(((i, stop_of(scene, verb, i, high) - 1),), Form.INDIRECT, act, (whom,), lead)
    return None
