"""Contents that are phrases: what is criticised, charged, named, called for."""

from __future__ import annotations

from trucewatch.model.statement import Form
from trucewatch.reading.attribution.content import Found, extent, is_infinitive, stop_of
from trucewatch.reading.attribution.lexicon import Cue, Kind
from trucewatch.reading.attribution.scene import Scene
from trucewatch.reading.lexicon import load

_CIRCUMSTANCES = frozenset(("in", "on", "at", "near", "along", "around", "over", "between", "during"))
_PREDICATES = ("oprd", "acomp", "attr", "ccomp", "xcomp", "prep")


def read_object(scene: Scene, verb: int, cue: Cue) -> Found | None:
    target = _object_head(scene, verb)
    if target is None:
        return None
    reach = scene.parse.edges(target) if target < verb else extent(scene, verb, target)
    if reach is None:
        return None
    form = Form.ACT if cue.kind in (Kind.JUDGE, Kind.STANCE) else Form.INDIRECT
    return Found((reach,), form, None, (target,))


def _object_head(scene: Scene, verb: int) -> int | None:
    """The object, or the subject of a passive whose agent is named."""
    parse = scene.parse
    found = parse.child(verb, "dobj")
    if found is not None:
        return found if found > verb else None
    return parse.child(verb, "nsubjpass") if parse.child(verb, "agent") is not None else None


def read_judged(scene: Scene, verb: int, cue: Cue) -> Found | None:
    """The object with what it is judged for: "condemned the raid as a crime"."""
    found = read_object(scene, verb, cue)
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
    last = max(first, stop_of(scene, verb, first, last) - 1)
    return Found(((first, last),), found.form, None, found.targets)


def read_count(scene: Scene, verb: int, _cue: Cue) -> Found | None:
    """A number someone gives: "put the number of dead at 14"."""
    words = scene.words
    counted = scene.parse.child(verb, "dobj")
    at = next((c for c in scene.children(verb, "prep") if words[c].lower == "at"), None)
    if counted is None or at is None or not verb < counted < at:
        return None
    last = scene.parse.edges(at)[1]
    if not any(words[i].pos == "NUM" for i in range(at, last + 1)):
        return None
    return Found(((scene.parse.edges(counted)[0], last),), Form.INDIRECT)


def read_told(scene: Scene, verb: int, cue: Cue) -> Found | None:
    """An object with its circumstances: "reported two deaths in Dorn on Monday"."""
    found = read_object(scene, verb, cue)
    if found is None or found.targets[0] < verb:
        return found
    first, last = found.ranges[0]
    for c in scene.children(verb, "prep", "npadvmod"):
        low, high = scene.parse.edges(c)
        if last < c and low in (last + 1, last + 2) and scene.words[c].lower in _CIRCUMSTANCES:
            last = high
    return Found(((first, last),), found.form, None, found.targets)


def read_charge(scene: Scene, verb: int, cue: Cue) -> Found | None:
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
            reach = extent(scene, verb, charge)
            if reach is not None:
                for c in scene.children(verb, "prep"):
                    if c == reach[1] + 1 and words[c].lower in _CIRCUMSTANCES and not _is_time(scene, c):
                        reach = reach[0], scene.parse.edges(c)[1]
                return Found((reach,), Form.INDIRECT, charge, (target,))
    return read_object(scene, verb, cue) if not cue.takes("s") else None


def _is_time(scene: Scene, prep: int) -> bool:
    return any(c in scene.dated for c in scene.children(prep, "pobj"))


def read_called(scene: Scene, verb: int, cue: Cue) -> Found | None:
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
    if (target is None or target < verb) and len(predicates) == 1 and words[predicates[0]].lower == "as":
        predicates = list(scene.children(predicates[0], "pobj", "pcomp"))  # "which it described as a crime"
    heads = [c for c in (target, *predicates) if c is not None and c > verb]
    if not heads:
        return None
    # "called the report about Tarn baseless": the parser may take the verdict for part of the phrase before it.
    judged = bool(predicates) or words[parse.edges(heads[0])[1]].lower in load("sources")["verdicts"]["deny"]
    if not judged and words[verb].lemma == "call" and parse.child(heads[0], "appos") is None:
        return None  # "called a meeting"
    reach = extent(scene, verb, min(heads), *heads)
    subject = scene.parse.child(heads[-1], "nsubj") if words[heads[-1]].dep in ("ccomp", "xcomp") else None
    aimed = target if target is not None else subject
    return None if reach is None else Found((reach,), Form.INDIRECT, None, () if aimed is None else (aimed,))


def read_prepositional(scene: Scene, verb: int, cue: Cue) -> Found | None:
    words, parse = scene.words, scene.parse
    for prep in scene.children(verb, "prep", "dative"):
        if prep < verb or words[prep].lower not in cue.preps:
            continue
        inner = parse.child(prep, "pobj", "pcomp")
        if inner is None:
            continue
        after = [c for c in scene.children(verb, "xcomp", "ccomp") if c > inner and is_infinitive(scene, c)]
        reach = extent(scene, verb, inner, *after)
        if reach is None:
            continue
        form = Form.ACT if cue.kind is Kind.JUDGE else Form.INDIRECT
        lead = prep if prep == verb + 1 else None
        return Found(((max(reach[0], prep + 1), reach[1]),), form, after[0] if after else None, (inner,), lead)
    return None


def read_beside(scene: Scene, verb: int, cue: Cue, companion: int) -> Found | None:
    """The content of a verb with a companion: its other object, or what follows the companion's preposition."""
    words, parse = scene.words, scene.parse
    for holder in (companion, verb):
        for prep in scene.children(holder, "prep", "dative"):
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
