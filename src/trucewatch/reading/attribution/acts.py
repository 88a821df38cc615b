"""What is done by saying it: the cue's act, sharpened by what the content says."""

from __future__ import annotations

import re

from trucewatch.model.statement import Act, Form
from trucewatch.reading.attribution.scene import Candidate, Scene
from trucewatch.reading.lexicon import load

_REJECTION = re.compile(
    r"\b(?:can ?not|can['’]t|could not|never) be (?:justified|accepted|tolerated)|\bunjustified|\bunacceptable|"
    r"\binadmissible|"
    r"\bgroundless|\bbaseless|\bunfounded|\bunwarranted|\bout of the question|\bno (?:grounds|basis|justification) for",
    re.IGNORECASE,
)
_DENIAL = re.compile(
    r"\b(?:not true|untrue|(?:is|are|was|were) (?:\w+ )?(?:false|lies|fiction|fabricated)|a lie\b|fabrications?|"
    r"disinformation|no such|nothing of the (?:kind|sort)|does not correspond to reality|"
    r"(?:had|has|have) not (?:violated|fired|attacked|opened|shelled))",
    re.IGNORECASE,
)
_MUST = frozenset(("must", "should", "shall", "ought"))
_OWN_SIDE = frozenset(("we", "i", "they", "it", "he", "she", "group", "army", "side"))
_OPEN_ACTS = frozenset((Act.ASSERT, Act.ANNOUNCE))


def act_of(scene: Scene, candidate: Candidate) -> tuple[Act, tuple[int, ...]]:
    """The act of a candidate and the head words of those it is aimed at."""
    act, targets = candidate.act, candidate.targets
    if act not in _OPEN_ACTS or candidate.form is Form.ACT:
        return act, targets
    if candidate.entry is not None and candidate.entry.takes("x", "xx"):
        return _verdict(scene, candidate) or act, targets
    head = _content_head(scene, candidate)
    if head is None:
        return act, targets
    if _threatens(scene, head, candidate):
        return Act.THREATEN, targets
    opening = " ".join(span.of(scene.text)[:400] for span in candidate.content[:1])
    if _REJECTION.search(opening):
        return Act.REJECT, targets
    if _DENIAL.search(opening):
        return Act.DENY, targets
    subject = scene.parse.child(head, "nsubj", "nsubjpass")
    if any(scene.words[c].lower in _MUST for c in scene.children(head, "aux")) or _has_to(scene, head):
        agent = subject if subject is not None and scene.draft.mention_at(subject) else None
        return Act.DEMAND, targets if agent is None else (agent,)
    culprit = _culprit(scene, head, candidate)
    return (act, targets) if culprit is None else (Act.ACCUSE, (culprit,))


def _verdict(scene: Scene, candidate: Candidate) -> Act | None:
    """What calling something so does: "called the claim false", "called the raid a crime"."""
    verdicts = load("sources")["verdicts"]
    said = {w for span in candidate.content for i in scene.parse.within(span) for w in _readings(scene, i)}
    return next((Act(act) for act, listed in verdicts.items() if not said.isdisjoint(listed)), None)


def _readings(scene: Scene, i: int) -> tuple[str, ...]:
    word = scene.words[i]
    hyphened = word.text == "-" and 0 < i < len(scene.words) - 1
    return (word.lower, word.lemma, f"{scene.words[i - 1].lower}-{scene.words[i + 1].lower}" if hyphened else "")


def _threatens(scene: Scene, head: int, candidate: Candidate) -> bool:
    """Whether a warning tells what the speaker's own side would do."""
    words = scene.words
    if candidate.head is None or words[candidate.head].lemma not in ("warn", "caution"):
        return False
    if words[head].lemma not in load("wrongs")["reprisals"]:
        return False
    if not any(words[c].lower in ("will", "would", "'ll", "’ll") for c in scene.children(head, "aux")):
        return False
    subject = scene.parse.child(head, "nsubj")
    mention = None if subject is None else scene.draft.mention_at(subject)
    if subject is None or mention is None or not mention.actors:
        return subject is not None and words[subject].lower in _OWN_SIDE
    return _is_speaker(scene, mention.actors, candidate) or words[subject].lower in _OWN_SIDE


def _content_head(scene: Scene, candidate: Candidate) -> int | None:
    """The main verb of what is said."""
    if candidate.clause is not None:
        return candidate.clause
    words = scene.parse.within(candidate.content[0])
    for i in words:
        word = scene.words[i]
        if word.pos in ("VERB", "AUX") and (word.head == i or word.head not in words):
            return i
    return None


def _has_to(scene: Scene, head: int) -> bool:
    word = scene.words[head]
    return word.lemma in ("have", "need") and any(
        scene.words[c].tag == "VB" and any(scene.words[a].tag == "TO" for a in scene.children(c, "aux"))
        for c in scene.children(head, "xcomp")
    )


def _culprit(scene: Scene, head: int, candidate: Candidate) -> int | None:
    """Another actor who is said to do wrong: the subject of a verb of wrongdoing in the content's main clauses."""
    words = scene.words
    wrongs, modal = load("wrongs")["verbs"], ("will", "would", "can", "could", "may", "might")
    for verb in (head, *scene.children(head, "xcomp", "conj")):
        word = words[verb]
        if word.lemma not in wrongs or any(words[c].dep == "neg" or words[c].lower in modal for c in word.children):
            continue
        passive = scene.parse.child(verb, "nsubjpass") is not None
        if passive:
            agent = scene.parse.child(verb, "agent")
            subject = None if agent is None else scene.parse.child(agent, "pobj")
        else:
            subject = scene.parse.child(verb, "nsubj") or scene.parse.child(head, "nsubj")
        if subject is None or words[subject].lower in ("we", "i", "you"):
            continue
        if words[subject].start < candidate.content[0].start:
            continue
        mention = scene.draft.mention_at(subject)
        if mention is not None and mention.actors and not _is_speaker(scene, mention.actors, candidate):
            return subject
    return None


def _is_speaker(scene: Scene, actors: tuple[str, ...], candidate: Candidate) -> bool:
    head = None if candidate.speaker is None else candidate.speaker.head
    mention = None if head is None else scene.draft.mention_at(head)
    return mention is not None and bool(set(mention.actors) & set(actors))
