"""A dossier as text for people: its agreements and deadlines, its actors with their offices, its places."""

from __future__ import annotations

from collections.abc import Sequence

from trucewatch.faces.text.page import Ink, Page
from trucewatch.faces.text.wording import durations, edtf, plural
from trucewatch.model.dossier import ActorEntry, Dossier, NameForm, PlaceEntry
from trucewatch.model.instrument import Deadline, Instrument, Obligation


def render_list(dossiers: Sequence[Dossier], *, width: int = 80, colour: bool = False) -> str:
    """One line a dossier: id, title, period and size."""
    page = Page(width, colour=colour)
    for each in dossiers:
        size = f"{plural(len(each.instruments), 'agreement')}, {plural(len(each.actors), 'actor')}, " + plural(
            len(each.places), "place"
        )
        page.line((each.id, "speaker"), (f" · {each.title} · {edtf(each.period)} · ", ""), (size, "aside"), hang=4)
    if not dossiers:
        page.line(("No dossier comes with this installation.", ""))
    return page.text()


def render_dossier(dossier: Dossier, *, width: int = 80, colour: bool = False) -> str:
    """The whole dossier, for a screen ``width`` cells wide."""
    page = Page(width, colour=colour)
    page.line((dossier.title, "speaker"), (f" · {dossier.id} · {edtf(dossier.period)}", "aside"))
    page.line((dossier.summary, ""))
    for instrument in dossier.instruments:
        _instrument(page, dossier, instrument)
    page.heading(f"Actors ({len(dossier.actors)})")
    for actor in dossier.actors:
        _actor(page, dossier, actor)
    page.heading(f"Places ({len(dossier.places)})")
    for place in dossier.places:
        _place(page, dossier, place)
    if dossier.facts:
        page.heading("Other facts")
        for heading, words in dossier.facts:
            page.line((f"{heading}: ", "speaker"), (words, ""), indent=2, hang=4)
    if dossier.attribution:
        page.heading("Attribution")
        for words in dossier.attribution:
            page.line((words, ""), indent=2, hang=4)
    return page.text()


def _instrument(page: Page, dossier: Dossier, instrument: Instrument) -> None:
    page.heading(instrument.name)
    page.line(
        (f"{instrument.id} · signed {edtf(instrument.signed)} by ", "aside"),
        (_who(dossier, instrument.signatories), ""),
    )
    if instrument.effective:
        page.line((f"in force from {instrument.effective}", "aside"))
    if instrument.parties:
        page.line(("the Parties: ", "aside"), (_who(dossier, instrument.parties), ""))
    if instrument.parties_note:
        page.line((instrument.parties_note, "aside"), indent=2)
    for provision in instrument.provisions:
        page.line((f"{provision.number}  ", "verb"), (provision.title, "speaker"), indent=2, hang=4)
        for obligation in provision.obligations:
            _obligation(page, dossier, obligation)


def _obligation(page: Page, dossier: Dossier, obligation: Obligation) -> None:
    who = _who(dossier, obligation.obligors) if obligation.obligors else "nobody named"
    page.line((f"{obligation.key}  ", "aside"), (who, "speaker"), (f": {obligation.action}", ""), indent=4, hang=4)
    if obligation.deadline is not None:
        page.line(("deadline: ", "owed"), (deadline(obligation.deadline), ""), indent=8, hang=2)
    for change in obligation.amendments:
        words = f"{deadline(change.deadline)}, announced {change.announced} ({change.form})"
        page.line(("changed to: ", "owed"), (words, ""), indent=8, hang=2)
    term = obligation.term
    if term is not None:
        rest = "".join(
            f"; {name} {value}" for name, value in (("prolonged", term.prolongation), ("notice", term.notice)) if value
        )
        page.line(("term: ", "owed"), (durations(f"{term.duration} from {term.start}{rest}"), ""), indent=8, hang=2)
    for mark, aside in (("if", obligation.condition), ("disputed", obligation.dispute), ("note", obligation.note)):
        if aside:
            page.line((f"{mark}: {aside}", "aside"), indent=8, hang=2)
    if obligation.outcome is not None:
        page.line((f"outcome ({obligation.outcome.state}): {obligation.outcome.words}", "aside"), indent=8, hang=2)


def deadline(rule: Deadline) -> str:
    """A deadline rule in words."""
    if rule.day is not None:
        when = str(rule.day)
    elif rule.duration in (None, "P0D"):
        when = rule.anchor or "a day not named"
    else:
        when = f"{rule.duration} from {rule.anchor or 'a day not named'}"
    words = f"{rule.bound} {when}"
    if rule.soft:
        words += " (political, not in the text)"
    if rule.condition:
        words += f", {rule.condition}"
    return durations(words) + "".join(f"; or {deadline(other)}" for other in rule.alternatives)


def _actor(page: Page, dossier: Dossier, actor: ActorEntry) -> None:
    inks: list[Ink] = [(actor.name, "speaker"), (f" · {actor.kind} · {actor.id}", "aside")]
    page.line(*inks, indent=2, hang=4)
    for role in actor.roles:
        span = f"{role.start or 'unknown'} to {role.end or 'now'}"
        page.line((f"{role.title}, {span}", ""), indent=6, hang=2)
    _forms(page, dossier, actor.names, actor.name)
    _forms(page, dossier, actor.labels, actor.name)


def _place(page: Page, dossier: Dossier, place: PlaceEntry) -> None:
    where = "position unknown"
    if place.latitude is not None and place.longitude is not None:
        near = "" if place.radius_km is None else f" within {place.radius_km:g} km"
        where = f"{place.latitude:.3f}, {place.longitude:.3f}{near} ({place.certainty})"
    page.line((place.name, "speaker"), (f" · {place.kind} · {where} · {place.id}", "aside"), indent=2, hang=4)
    _forms(page, dossier, place.names, place.name)


def _forms(page: Page, dossier: Dossier, forms: Sequence[NameForm], neutral: str) -> None:
    """The forms of a name by whose usage they are."""
    by_side: dict[str | None, list[str]] = {}
    for form in forms:
        if form.text != neutral:
            by_side.setdefault(form.party, []).append(form.text + (" (a slip)" if form.slip else ""))
    for party, texts in by_side.items():
        whose = "also" if party is None else _who(dossier, (party,))
        page.line((f"{whose}: ", "aside"), (", ".join(dict.fromkeys(texts)), ""), indent=6, hang=2)


def _who(dossier: Dossier, ids: Sequence[str]) -> str:
    names = {each.id: each.name for each in dossier.actors}
    return ", ".join(names.get(each, each) for each in ids)
