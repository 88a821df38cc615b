"""What is owed by when: obligor, action, deadline, and what is said of its fulfilment."""

from __future__ import annotations

from trucewatch.faces.text.page import Ink, Page
from trucewatch.faces.text.scene import Scene
from trucewatch.faces.text.wording import FULFILMENTS, durations, edtf
from trucewatch.model.commitment import Commitment, Due


def show_commitments(page: Page, scene: Scene) -> None:
    """The commitments in the text's order."""
    commitments = scene.reading.commitments
    if not commitments:
        return
    page.heading(f"What is owed by when ({len(commitments)})")
    for each in commitments:
        _show(page, scene, each)


def _show(page: Page, scene: Scene, commitment: Commitment) -> None:
    who = scene.names(commitment.obligors) if commitment.obligors else "Someone the text does not name"
    teller = scene.tellers(commitment.claimed_by, commitment.statement)
    inks: list[Ink] = [
        (who, "speaker"),
        (" · ", ""),
        (FULFILMENTS[commitment.status], "owed"),
        (f", as {teller} tells it" if teller else ", as the text tells it", ""),
        (f" · {_due(scene, commitment.due)}", ""),
        (f" · {commitment.id}" + (f" in {commitment.statement}" if commitment.statement else ""), "aside"),
    ]
    page.line(*inks, indent=2, hang=4)
    page.line((scene.words(commitment.action), "quote"), indent=4, bar=True)
    under = _instrument(scene, commitment)
    if under:
        page.line((f"under {under}", "aside"), indent=4, hang=2)
    if commitment.quantities:
        amounts = ", ".join(f"{each.value:g} {each.unit}" for each in commitment.quantities)
        page.line((f"amounts: {amounts}", "aside"), indent=4, hang=2)


def _due(scene: Scene, due: Due | None) -> str:
    if due is None:
        return "no deadline"
    rule = f"{durations(due.rule)}; " if due.rule else ""
    when = "on a day not known" if due.value is None else edtf(due.value)
    return f"due {when} ({rule}“{scene.words(due.mention)}”)"


def _instrument(scene: Scene, commitment: Commitment) -> str | None:
    mention = None if commitment.mention is None else f"“{scene.words(commitment.mention)}”"
    if commitment.instrument is None:
        return mention
    known = {each.id: each.name for each in scene.reading.instruments}
    name = known.get(commitment.instrument, commitment.instrument)
    point = f", point {commitment.provision}" if commitment.provision else ""
    return f"{name}{point}" + (f" ({mention})" if mention else "")
