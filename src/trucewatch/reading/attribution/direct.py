"""Direct speech: which cue each quotation belongs to, and quotations that go on without one."""

from __future__ import annotations

from dataclasses import dataclass

from trucewatch.reading.attribution.frames import find_content
from trucewatch.reading.attribution.lexicon import forms, verbs
from trucewatch.reading.attribution.nearby import noun_after
from trucewatch.reading.attribution.scene import NOWHERE, QUOTE_MARKS, TERMINATORS, Scene
from trucewatch.reading.attribution.speakers import is_someone, subject_of
from trucewatch.reading.parse import Word

_STRETCH = 45  # words searched beside a quotation
_RUNS_ON = ".,?!-–—…'’”\""  # last characters of a quotation that its sentence may go on from
_SHORT_TAG = 6  # words beside a verb that is no known cue
_NEAR = 4  # words that may stand between a quotation and the phrase of its cue


@dataclass(slots=True)
class Tie:
    """A quotation tied to the word that introduces or follows it: a verb, or "to" of "according to"."""

    quotation: int
    cue: int
    before: bool  # the cue stands before the quotation
    colon: bool = False
    that: bool = False  # "said that" stands before it


def tie_quotations(scene: Scene) -> dict[int, Tie]:
    """The tie of each quotation that has a cue beside it, by quotation number."""
    ties: dict[int, Tie] = {}
    for number in range(len(scene.quotations)):
        tie = _tie(scene, number)
        if tie is not None:
            scene.hear(number)
            ties[number] = tie
    return ties


def bounds(scene: Scene, number: int) -> tuple[int, int] | None:
    """First and last word of a quotation, or ``None`` when it holds no whole word."""
    parts = scene.quotations[number].parts
    first, last = scene.parse.within(parts[0]), scene.parse.within(parts[-1])
    return (first.start, last.stop - 1) if first and last else None


def _tie(scene: Scene, number: int) -> Tie | None:
    edges = bounds(scene, number)
    if edges is None:
        return None
    is_speech = number in scene.speech
    end = scene.text[scene.quotations[number].parts[-1].end - 1]
    outer = scene.outer[number] if is_speech else scene.level[edges[0]]
    before = _cue_before(scene, edges, outer) if is_speech else None
    if before is not None and before.colon:
        before.quotation = number
        return before
    after = _cue_after(scene, edges[1], outer, end)
    if after is None:
        if before is not None:
            before.quotation = number
        return before
    if not is_speech and (end not in ",!?" or not begins_sentence(scene, edges[0])):
        return None
    return Tie(number, after, before=False)


def begins_sentence(scene: Scene, first: int) -> bool:
    """Whether a quotation, by its first word, begins a sentence."""
    i = first - 1
    while i >= 0 and scene.words[i].text in QUOTE_MARKS and scene.paragraph(i) == scene.paragraph(first):
        i -= 1
    if i < 0 or scene.paragraph(i) != scene.paragraph(first):
        return True
    return scene.words[i].text in TERMINATORS or scene.words[i].text in (":", "—", "–", "-")


def _cue_after(scene: Scene, last: int, outer: int, end: str) -> int | None:
    """The cue of the words right after a quotation: "... ," the minister added."""
    stretch = _stretch_after(scene, last, outer)
    words = scene.words
    if not stretch or words[stretch[0]].pos == "CCONJ":
        return None
    if end == "." and words[stretch[0]].text[:1].isupper() and not _bare_tag(scene, stretch):
        return None
    if end not in _RUNS_ON and not _comma_follows(scene, last):
        return None
    start = stretch[0]
    for i in stretch:
        word = words[i]
        if word.lower == "according" and i - start <= _NEAR:
            return i
        if not _may_tag(scene, i, stretch) or (word.tag == "VBG" and i != start):
            continue
        subject = subject_of(scene, i)
        left = i if subject is None else min(i, _left(scene, subject, start))
        if left - start > _NEAR and not _starts_with_modifier(scene, start, i):
            return None
        if subject is not None and scene.level[subject] != outer:
            subject = None
        if subject is None and noun_after(scene, i, outer) is None and i == start:
            return None
        return i
    return None


def _comma_follows(scene: Scene, last: int) -> bool:
    """Whether a comma or dash stands right behind the closing mark, as in "never", he said."""
    words = scene.words
    i = last + 1
    while i < len(words) and words[i].text in QUOTE_MARKS:
        i += 1
    return i < len(words) and words[i].text in (",", "-", "–", "—")


def _may_tag(scene: Scene, i: int, stretch: list[int]) -> bool:
    """Whether a word can be the cue of a quotation just before: a verb of speech, or any verb that stands as one."""
    word = scene.words[i]
    if word.pos == "VERB" and (entry := verbs().get(word.lemma)) is not None:
        return entry.takes("q")
    if word.pos in ("NOUN", "PROPN") and word.lower in forms() and word.text.islower():
        return i in (stretch[-1], stretch[0])
    return (
        word.tag in ("VBD", "VBZ")
        and word.pos == "VERB"
        and len(stretch) <= _SHORT_TAG
        and i in (stretch[0], stretch[-1])
    )


def _left(scene: Scene, subject: int, start: int) -> int:
    low = scene.parse.edges(subject)[0]
    return max(low, start) if subject >= start else low


def _starts_with_modifier(scene: Scene, start: int, verb: int) -> bool:
    return scene.words[start].head == verb and scene.words[start].dep in ("advmod", "prep", "npadvmod")


def _bare_tag(scene: Scene, stretch: list[int]) -> bool:
    """Whether a sentence after a full stop is a mere tag: "...." X said."""
    words = scene.words
    verb = next((i for i in stretch if words[i].pos == "VERB"), None)
    if verb is None or verb not in (stretch[-1], stretch[-1] - 1):
        return False
    following = stretch[-1] + 1
    return following >= len(words) or words[following].text == "."


def _stretch_after(scene: Scene, last: int, outer: int) -> list[int]:
    words = scene.words
    found: list[int] = []
    if last + 1 >= len(words):
        return found
    paragraph = scene.paragraph(last)
    for i in range(last + 1, min(last + 1 + _STRETCH, len(words))):
        if scene.paragraph(i) != paragraph or scene.level[i] != outer:
            break
        word = words[i]
        if word.text in TERMINATORS or word.text == ";":
            break
        if word.text in QUOTE_MARKS or word.text in (",", "-", "—", "–"):
            if found and word.text in ("“", '"', "«", "„", "‘") and _opens(word, words, i):
                break
            continue
        found.append(i)
    return found


def _opens(word: Word, words: list[Word], i: int) -> bool:
    return i + 1 < len(words) and words[i + 1].start == word.end


def _cue_before(scene: Scene, edges: tuple[int, int], outer: int) -> Tie | None:
    """The cue of the words right before a quotation: The minister said: "..."."""
    words = scene.words
    first, last = edges
    paragraph = scene.paragraph(first)
    i = first - 1
    while i >= 0 and words[i].text in QUOTE_MARKS:
        i -= 1
    if i < 0 or scene.level[i] != outer or scene.paragraph(i) != paragraph:
        return _cue_of_paragraph_before(scene, first, outer)
    mark = words[i].text
    if mark in TERMINATORS:
        return None
    cue = _nearest_cue(scene, i, first, outer)
    if cue is None:
        return None
    if mark in (":", ","):
        return Tie(NOWHERE, cue, True, mark == ":")
    if not _whole_sentence(scene, last) or not (i == cue or (words[i].lower in ("that", "how") and i <= cue + 1)):
        return None
    return Tie(NOWHERE, cue, True, that=words[i].lower == "that")


def _nearest_cue(scene: Scene, i: int, first: int, outer: int) -> int | None:
    words = scene.words
    for j in range(i, max(-1, i - _STRETCH), -1):
        word = words[j]
        if scene.level[j] != outer or word.text in TERMINATORS or scene.paragraph(j) != scene.paragraph(first):
            return None
        entry = verbs().get(word.lemma) if word.pos == "VERB" else None
        if entry is None or not entry.takes("q") or (word.dep == "relcl" and words[i].text != ":"):
            continue
        if entry.takes("x", "xx") and words[i].text != ":":
            return None
        if words[i].text == "," and j != i - 1 and _has_other_content(scene, j, first):
            return None
        return j
    return _any_verb(scene, i, outer) if words[i].text == ":" else None


def _any_verb(scene: Scene, colon: int, outer: int) -> int | None:
    """A verb of any kind with someone for its subject, right before a colon: "the aide fumed: ..."."""
    words = scene.words
    for j in range(colon - 1, max(-1, colon - _SHORT_TAG), -1):
        if scene.level[j] != outer or words[j].text in TERMINATORS:
            return None
        if words[j].pos == "VERB" and words[j].tag in ("VBD", "VBZ"):
            subject = scene.parse.child(j, "nsubj")
            return j if subject is not None and is_someone(scene, subject) else None
    return None


def _has_other_content(scene: Scene, cue: int, end: int) -> bool:
    """Whether the content of the cue begins before word ``end``: "said it was over, ..."."""
    found = find_content(scene, cue, verbs()[scene.words[cue].lemma])
    if found is None:
        return False
    kept = [scene.trim(a, b) for a, b in found.ranges]
    return any(range_ is not None and cue < range_[0] < end for range_ in kept)


def _whole_sentence(scene: Scene, last: int) -> bool:
    """Whether a quotation ends its sentence."""
    words = scene.words
    i = last
    if words[last].text in TERMINATORS:
        return True
    i = last + 1
    while i < len(words) and words[i].text in QUOTE_MARKS:
        i += 1
    return i >= len(words) or words[i].text in TERMINATORS or scene.paragraph(i) != scene.paragraph(last)


def _cue_of_paragraph_before(scene: Scene, first: int, outer: int) -> Tie | None:
    """The cue of a paragraph that ends in a colon, and so introduces the quotation of the next."""
    words = scene.words
    i = first - 1
    while i >= 0 and words[i].text in QUOTE_MARKS and scene.paragraph(i) == scene.paragraph(first):
        i -= 1
    if i < 0 or words[i].text != ":" or scene.level[i] != outer:
        return None
    for j in range(i - 1, max(-1, i - _STRETCH), -1):
        if words[j].text in TERMINATORS or scene.level[j] != outer or scene.paragraph(j) != scene.paragraph(i):
            return None
        entry = verbs().get(words[j].lemma) if words[j].pos == "VERB" else None
        if entry is not None and entry.takes("q"):
            return Tie(NOWHERE, j, True, True)
    return None
