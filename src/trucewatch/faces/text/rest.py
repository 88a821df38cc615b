"""Where accounts differ, what looks odd in the text, and the people and places of it."""

from __future__ import annotations

from trucewatch.faces.text.page import Page
from trucewatch.faces.text.scene import Scene
from trucewatch.faces.text.wording import STANCES, plural
from trucewatch.model.actor import Actor
from trucewatch.model.dispute import Position, Stance
from trucewatch.model.place import Place, Precision


def show_disputes(page: Page, scene: Scene) -> None:
    """Each matter on which voices differ, the positions side by side."""
    if not scene.reading.disputes:
        return
    page.heading(f"Where accounts differ ({len(scene.reading.disputes)})")
    for dispute in scene.reading.disputes:
        page.line(("On: ", "aside"), (dispute.about, ""), indent=2, hang=4)
        for position in dispute.positions:
            _position(page, scene, position)


def _position(page: Page, scene: Scene, position: Position) -> None:
    carrier = scene.statement(position.statement)
    style = "denied" if position.stance in (Stance.DENIES, Stance.REJECTS) else "verb"
    page.line(
        (position.actor.name, "speaker"),
        (" ", ""),
        (STANCES[position.stance], style),
        (f" · {position.statement}" if position.statement else "", "aside"),
        indent=4,
        hang=4,
    )
    if carrier is not None:
        words = " … ".join(scene.words(span).strip() for span in carrier.content)
        page.line((words, "quote"), indent=6, bar=True)


def show_warnings(page: Page, scene: Scene) -> None:
    """What looks odd in the text; it is flagged and never mended."""
    if not scene.reading.warnings:
        return
    page.heading(f"What looks odd in the text ({len(scene.reading.warnings)})")
    for warning in scene.reading.warnings:
        page.line(("! ", "warning"), (warning.message, ""), indent=2, hang=2)
        page.line(*scene.around(warning.mention), indent=4, bar=True)


def show_names(page: Page, scene: Scene) -> None:
    """The actors and places, with what each side calls them."""
    if scene.reading.actors:
        page.heading(f"Who is named ({len(scene.reading.actors)})")
        for actor in scene.reading.actors:
            _actor(page, scene, actor)
    if scene.reading.places:
        page.heading(f"Where ({len(scene.reading.places)})")
        for place in scene.reading.places:
            _place(page, scene, place)


def _actor(page: Page, scene: Scene, actor: Actor) -> None:
    entry = None
    if scene.dossier is not None:
        entry = next((each for each in scene.dossier.actors if each.id == actor.id), None)
    sides = [] if entry is None else scene.labels(entry.labels, entry.name)
    known = "" if actor.known else ", known from this text only"
    page.line(
        (actor.name, "speaker"),
        (f" ({'; '.join(sides)})" if sides else "", ""),
        (f" · {actor.kind}{known} · {plural(len(actor.mentions), 'mention')}", "aside"),
        indent=2,
        hang=4,
    )


def _place(page: Page, scene: Scene, place: Place) -> None:
    sides = scene.sides(place.id)
    page.line(
        (place.name, "speaker"),
        (f" ({'; '.join(sides)})" if sides else "", ""),
        (f" · {place.kind} · {_where(place)} · {plural(len(place.mentions), 'mention')}", "aside"),
        indent=2,
        hang=4,
    )


def _where(place: Place) -> str:
    if place.latitude is None or place.longitude is None:
        return "position unknown"
    north = f"{abs(place.latitude):.2f}° {'N' if place.latitude >= 0 else 'S'}"
    east = f"{abs(place.longitude):.2f}° {'E' if place.longitude >= 0 else 'W'}"
    near = {Precision.EXACT: "", Precision.NEAR: " (near)"}.get(place.precision, f" (middle of the {place.precision})")
    return f"{north} {east}{near}"
