"""Attribution: who said what. Candidates first, from several readers, then a choice, then statements."""

from __future__ import annotations

from trucewatch.model.statement import Form
from trucewatch.reading.attribution.chains import chain_quotations
from trucewatch.reading.attribution.choice import choose
from trucewatch.reading.attribution.content import FINITE
from trucewatch.reading.attribution.direct import tie_quotations
from trucewatch.reading.attribution.layout import read_layout
from trucewatch.reading.attribution.lexicon import Kind
from trucewatch.reading.attribution.nouns import read_nouns, read_phrases
from trucewatch.reading.attribution.reach import widen
from trucewatch.reading.attribution.scene import Candidate, Scene
from trucewatch.reading.attribution.statements import build, holders_of
from trucewatch.reading.attribution.tags import read_tags
from trucewatch.reading.attribution.verbal import read_verbs
from trucewatch.reading.draft import Draft

__all__ = ["read_statements"]


def read_statements(draft: Draft) -> None:
    """Fill ``draft.statements`` in text order, ids s1, s2 ...; quotations found to be speech are marked so.

    Requires ``quotations``, ``times`` and ``mentions``; works without mentions, speakers then being the words alone.
    """
    scene = Scene(draft)
    chosen = choose(scene, _candidates(scene))
    outer = holders_of(chosen)
    held = [not (above and _is_passing(scene, c)) for c, above in zip(chosen, outer, strict=True)]
    chosen = [candidate for candidate, keep in zip(chosen, held, strict=True) if keep]
    draft.quotations = tuple(scene.quotations)
    draft.statements = build(scene, chosen)


def _is_passing(scene: Scene, candidate: Candidate) -> bool:
    """Whether a report inside another one is mere matter of it: a wish, a finding, "refusing to sign"."""
    if candidate.entry is None or candidate.head is None:
        return False
    if candidate.entry.kind is Kind.DECLINE:
        return scene.words[candidate.head].tag not in FINITE
    return candidate.entry.kind in (Kind.STANCE, Kind.FIND)


def _candidates(scene: Scene) -> list[Candidate]:
    ties = tie_quotations(scene)
    according = frozenset(tie.cue for tie in ties.values() if scene.words[tie.cue].lower == "according")
    found = list(read_verbs(scene, ties))
    phrases = list(read_phrases(scene, according))
    by_cue = {phrase.head: phrase for phrase in phrases}
    for tie in ties.values():
        phrase = by_cue.get(tie.cue)
        if phrase is not None:
            phrase.heard.append(tie.quotation)
            phrase.content = sorted({*phrase.content, *scene.quotations[tie.quotation].parts})
            phrase.form = Form.DIRECT
    found.extend(phrase for phrase in phrases if phrase.content)
    found.extend(read_tags(scene, found))
    widen(scene, found)
    found.extend(read_layout(scene))
    found.extend(chain_quotations(scene, found))
    found.extend(read_nouns(scene))
    return found
