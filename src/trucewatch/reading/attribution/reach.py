"""How far a tag reaches: all that its sentence says before it, and what goes on behind it.

"The road is shut and nobody may pass, the mayor said": the parser often hangs only the nearer clause on the cue. The
layout of such a sentence is plainer than its parse: words, a comma, a speaker, a verb of speech, an adverbial.
"""

from __future__ import annotations

from trucewatch.model.text import Span
from trucewatch.reading.attribution.content import FINITE
from trucewatch.reading.attribution.lexicon import Kind, verbs
from trucewatch.reading.attribution.scene import NOWHERE, Candidate, Scene

_LONGEST_TAIL = 8  # words between a cue and what goes on behind it
_MARKS = frozenset((";", ":", "—", "–"))
_ONGOING = frozenset(("have", "be", "do"))


def widen(scene: Scene, found: list[Candidate]) -> None:
    """Let each tag's candidate hold the clauses before it from its sentence's start, and those that go on behind it."""
    for candidate in found:
        if candidate.head is None or candidate.heard or candidate.entry is None or not candidate.content:
            continue
        cue = candidate.head
        if not _is_tag(scene, candidate, cue):
            continue
        before = _before(scene, candidate, cue)
        if before is not None:
            candidate.content = [before]
        behind = _behind_colon(scene, cue) or _coordinated(scene, cue)
        if behind is not None and not any(behind.meets(span) for span in candidate.content):
            candidate.content.append(behind)


def is_tag(scene: Scene, candidate: Candidate) -> bool:
    """Whether what is said stands before the speaker and the cue: "..., he said"."""
    return candidate.head is not None and _is_tag(scene, candidate, candidate.head)


def _is_tag(scene: Scene, candidate: Candidate, cue: int) -> bool:
    word, speaker = scene.words[cue], candidate.speaker
    if candidate.entry is None or candidate.entry.kind is not Kind.SAY or word.tag not in FINITE:
        return False
    if speaker is None or speaker.head is None or speaker.phrase is None or not candidate.content:
        return False
    ends = max(span.end for span in candidate.content)
    return scene.level[cue] == NOWHERE and ends <= min(word.start, speaker.phrase.start)


def _before(scene: Scene, candidate: Candidate, cue: int) -> Span | None:
    """From the sentence's start, or the last mark that parts clauses, up to the speaker; ``None`` where quoted."""
    first, content = scene.first_of_sentence(cue), min(span.start for span in candidate.content)
    speaker = candidate.speaker
    if speaker is None or speaker.phrase is None:
        return None
    reached = min([cue, *scene.parse.within(speaker.phrase)[:1]]) - 1
    for i in range(first, reached):
        if scene.words[i].text in _MARKS and scene.words[i].start < content:
            first = i + 1
    if scene.words[first].start > content or any(scene.level[i] != NOWHERE for i in range(first, reached + 1)):
        return None
    last = max(span.end for span in candidate.content)
    if not _leads(scene, first, content) and not _joined(scene, last, reached):
        return None
    return scene.span(first if _leads(scene, first, content) else _at(scene, content, first), reached)


def _at(scene: Scene, offset: int, least: int) -> int:
    found = scene.parse.at(offset)
    return least if found is None else found


def _joined(scene: Scene, offset: int, reached: int) -> bool:
    """Whether a clause of the same speech stands between the content that the parse found and the speaker."""
    between = [i for i in range(reached + 1) if scene.words[i].start >= offset]
    between = [i for i in between if scene.words[i].sent == scene.words[reached].sent]
    return any(scene.words[i].tag in FINITE or scene.words[i].tag == "MD" for i in between)


def _leads(scene: Scene, first: int, content: int) -> bool:
    """Whether a clause stands before the content that is none of another's words ("X denied it, but ..., he said")."""
    known, clause = verbs(), False
    for i in range(first, len(scene.words)):
        word = scene.words[i]
        if word.start >= content:
            break
        if word.tag in FINITE and word.lemma in known and known[word.lemma].takes("s", "o"):
            return False
        clause = clause or word.tag in FINITE or word.tag == "MD"
    return clause


def _tail(scene: Scene, cue: int) -> int | None:
    """The first mark behind a cue and its adverbial, ``None`` where a clause begins before it."""
    last = scene.last_of_sentence(cue)
    for i in range(cue + 1, min(cue + 2 + _LONGEST_TAIL, last + 1)):
        word = scene.words[i]
        if word.text in (",", ":"):
            return i
        if word.tag in FINITE or word.tag == "MD" or word.lower in ("that", "to"):
            return None
    return None


def _behind_colon(scene: Scene, cue: int) -> Span | None:
    """The clause that a tag ends in a colon before: "the army withdrew, he argued: the town was lost"."""
    mark = _tail(scene, cue)
    last = scene.last_of_sentence(cue)
    if mark is None or scene.words[mark].text != ":" or mark + 2 >= last:
        return None
    if any(scene.level[i] != NOWHERE for i in range(mark + 1, last + 1)):
        return None
    if not any(scene.words[i].tag in FINITE for i in range(mark + 1, last + 1)):
        return None
    return scene.span(mark + 1, last)


def _coordinated(scene: Scene, cue: int) -> Span | None:
    """A clause joined behind the tag that goes on with what is said: "the road is open, he said, and no car was held".

    Only where its tense is not the story's own: "..., he said, and left" and "he said, and the crowd cheered" tell.
    """
    words, mark = scene.words, _tail(scene, cue)
    if mark is None or words[mark].text != "," or words[mark + 1].lower not in ("and", "but"):
        return None
    for c in scene.children(cue, "conj"):
        if c < mark or scene.parse.child(c, "nsubj", "nsubjpass") is None or words[c].lemma in verbs():
            continue
        helpers = {words[a].lemma for a in scene.children(c, "aux", "auxpass")} & _ONGOING
        told = words[c].tag == "VBD" and words[cue].tag == "VBD"
        passive = "have" not in helpers and scene.parse.child(c, "auxpass") is not None and _is_past(scene, c)
        if told or (passive and words[cue].tag == "VBD"):
            return None
        first, last = scene.parse.edges(c)
        return scene.span(max(first, mark + 2), last)
    return None


def _is_past(scene: Scene, verb: int) -> bool:
    return any(scene.words[a].tag == "VBD" for a in scene.children(verb, "aux", "auxpass"))
