"""What is not said: "declined to comment on the raid", "has yet to comment"."""

from __future__ import annotations

from trucewatch.model.statement import Form
from trucewatch.reading.attribution.content import Found, is_infinitive
from trucewatch.reading.attribution.scene import Scene

_SPEAKING = frozenset(
    ("comment", "answer", "respond", "speak", "say", "discuss", "elaborate", "confirm", "disclose", "name", "reveal",
     "talk", "speculate", "reply", "explain", "address")
)  # fmt: skip
_ABOUT = frozenset(("on", "about", "to", "regarding", "concerning"))


def read_silence(scene: Scene, verb: int) -> Found | None:
    """What someone declines to speak of, where ``verb`` declines speaking; ``None`` where it declines anything else."""
    words = scene.words
    speaking = next((c for c in scene.children(verb, "xcomp") if words[c].lemma in _SPEAKING), None)
    if speaking is None or speaking < verb or not is_infinitive(scene, speaking):
        return None
    for c in words[verb].children:
        if words[c].lemma == "ask" and words[c].tag == "VBN" and c < verb:
            asked = scene.parse.child(c, "ccomp", "advcl")
            if asked is not None:
                return Found((scene.parse.edges(asked),), Form.ACT, asked, lead=speaking)
            about = scene.parse.child(c, "prep")
            inner = None if about is None else scene.parse.child(about, "pobj", "pcomp")
            if about is not None and inner is not None and words[about].lower in _ABOUT:
                first, last = scene.parse.edges(inner)
                return Found(((max(first, about + 1), last),), Form.ACT, None, (), speaking)
    return unsaid(scene, speaking)


def unsaid(scene: Scene, speaking: int) -> Found:
    """What the infinitive ``speaking`` would speak of, else the infinitive itself."""
    words = scene.words
    for c in words[speaking].children:
        if c < speaking:
            continue
        if words[c].dep in ("dobj", "ccomp"):
            return Found((scene.parse.edges(c),), Form.ACT, c if words[c].dep == "ccomp" else None, lead=speaking)
        inner = scene.parse.child(c, "pobj", "pcomp")
        if words[c].dep == "prep" and words[c].lower in _ABOUT and inner is not None:
            first, last = scene.parse.edges(inner)
            return Found(((max(first, c + 1), last),), Form.ACT, None, (), c)
    first, last = scene.parse.edges(speaking)
    return Found(((first, last),), Form.ACT, speaking)


def is_yet_to(scene: Scene, verb: int) -> bool:
    """Whether the words are still missing: "has yet to comment"."""
    words = scene.words
    head = words[verb].head
    if words[verb].dep != "xcomp" or words[head].lemma not in ("have", "be"):
        return False
    return any(words[c].lower == "yet" for c in words[head].children)
