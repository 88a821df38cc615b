"""Drawing the links of a record: its rows and texts in, links and claims left open out."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from trucewatch.assessment.disputes.linking import RULE, Link, first_tellings, linked
from trucewatch.assessment.disputes.material import Material
from trucewatch.assessment.disputes.sayings import Saying, sayings
from trucewatch.assessment.disputes.voices import Library
from trucewatch.model.dossier import Dossier
from trucewatch.model.filters import Filter
from trucewatch.record.view import View

# What a side is charged with, so that its silence is worth telling.
_CHARGED_WITH = "fire strike advance capture violate shut mine destroy detain loot expel turn-back arm"
_CHARGES = frozenset(f"act:{name}" for name in _CHARGED_WITH.split())


@dataclass(frozen=True, slots=True)
class Drawn:
    """All links of a record, and the keys of the claims against a named side that this side has not answered."""

    links: tuple[Link, ...]
    open: tuple[str, ...]
    rule: str = RULE

    @property
    def pairs(self) -> list[tuple[str, str]]:
        """The keys of claims and answers in order; the answer is empty for a claim left open."""
        return sorted([(link.claim, link.answer) for link in self.links] + [(key, "") for key in self.open])


def draw(material: Material, dossiers: Iterable[Dossier]) -> Drawn:
    """The links among the data of ``material``; ``dossiers`` are those its documents were read with.

    The order of the rows is of no matter; rejected data are left out.
    """
    told = sayings(material, Library({each.id: each for each in dossiers}))
    links = linked(told, material.copies)
    return Drawn(links, tuple(_open(told, links, material.copies)))


def gathered(view: View, narrowed: Filter | None = None) -> Material:
    """The statements and events of a view with the texts of their documents.

    Raises:
        RecordError: when the database does not answer.
    """
    statements, events = tuple(view.statements(narrowed)), tuple(view.events(narrowed))
    return Material(statements, events, view.texts(), view.originals())


def found_links(view: View, dossiers: Iterable[Dossier]) -> tuple[Link, ...]:
    """The links of a record as a view shows it, drawn anew.

    Raises:
        RecordError: when the database does not answer.
    """
    return draw(gathered(view), dossiers).links


def _open(told: Mapping[str, Sequence[Saying]], links: Sequence[Link], copies: Mapping[str, str]) -> Iterable[str]:
    """Claims of first tellings that charge a named side which does not answer them.

    A side that denies one charge of a speaker in a document is taken to answer the others that he makes there.
    """
    by_key = {each.key: each for document in told.values() for each in document}
    heard: dict[str, set[str]] = {}
    in_document: set[tuple[str, str | None, str]] = set()
    for link in links:
        claim, answer = by_key[link.claim], by_key[link.answer]
        # An authority or a group answers for those it is charged together with; so does one whose side is not known.
        for_them = answer.side is None or (answer.voices is not None and answer.voices.parties.warring(answer.side))
        sides = {*(charged(claim) if for_them else ()), *(() if answer.side is None else (answer.side,))}
        heard.setdefault(link.claim, set()).update(sides)
        if claim.document.id == answer.document.id:
            in_document |= {(claim.document.id, claim.side, side) for side in sides}
    for id_ in sorted(first_tellings(told, copies)):
        for each in told[id_]:
            accused = charged(each)
            answered = heard.get(each.key, set()) & {*accused, *each.concerns}
            if accused and not answered and not any((id_, each.side, side) in in_document for side in accused):
                yield each.key


def charged(each: Saying) -> tuple[str, ...]:
    """The sides that a claim charges with something, none where it charges nobody."""
    if not each.claim or each.side is None or not each.accusing or each.harm_first:
        return ()
    if not each.classes & _CHARGES and not (each.negated and any(of.startswith("act:") for of in each.classes)):
        return ()
    return tuple(side for side in each.doers[:1] or sorted(each.addressed) if side != each.side)
