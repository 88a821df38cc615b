"""What happened, and on whose word: no event stands without saying who tells it."""

from __future__ import annotations

from itertools import groupby

from trucewatch.faces.text.page import Page
from trucewatch.faces.text.scene import Scene, count
from trucewatch.model.event import Event, Status


def show_events(page: Page, scene: Scene) -> None:
    """The events in the text's order, neighbours on the same word under one line that names it."""
    events = scene.reading.events
    if not events:
        return
    page.heading(f"What happened, according to whom ({len(events)})")
    for word, group in groupby(events, key=lambda event: according_to(scene, event)):
        page.line((word + ":", "speaker"), indent=2, hang=4)
        for event in group:
            _show(page, scene, event)


def according_to(scene: Scene, event: Event) -> str:
    """On whose word an event stands, in words."""
    teller = scene.tellers(event.claimed_by, event.statement)
    denial = f", denied by {scene.names(event.denied_by)}" if event.denied_by else ""
    match event.status:
        case Status.REPORTED if not event.claimed_by:
            return f"In {scene.reading.document.publisher or 'the text'}'s own voice{denial}"
        case Status.REPORTED | Status.CLAIMED:
            return (f"According to {teller}" if teller else "Claimed, by whom the text does not say") + denial
        case Status.DENIED:
            claim = f"Claimed by {scene.names(event.claimed_by)}" if event.claimed_by else ""
            # The speaker of the carrying statement is the one who denies, where nobody else is named.
            by = scene.tellers(event.denied_by, event.statement)
            rest = f"denied by {by}" if by else "denied, by whom the text does not say"
            return f"{claim}, {rest}" if claim else rest[0].upper() + rest[1:]
        case Status.PLANNED:
            return (f"Planned, according to {teller}" if teller else "Planned, as the text tells") + denial
        case Status.HYPOTHETICAL:
            return (f"Supposed only, by {teller}" if teller else "Supposed only, in the text's own voice") + denial


def _show(page: Page, scene: Scene, event: Event) -> None:
    code = "/".join(filter(None, (event.type, event.mode)))
    doers, done_to = scene.names(event.actors) if event.actors else "", scene.names(event.recipients or ())
    who = f"{doers} → {done_to}" if doers and done_to else doers or (f"→ {done_to}" if done_to else "")
    where = scene.place(event.place)
    parts = [part for part in (who, where and f"at {where}", scene.date(event.date)) if part]
    harm = [
        f"{what} {count(number)}"
        for what, number in (("killed", event.killed), ("wounded", event.wounded))
        if number is not None
    ]
    page.line(
        (event.kind.replace("-", " ").replace("_", " "), "denied" if event.status is Status.DENIED else "verb"),
        (f" ({code})", "aside"),
        (" · " + " · ".join([*parts, *harm]), ""),
        (f" · {event.id}" + (f" in {event.statement}" if event.statement else ""), "aside"),
        indent=4,
        hang=4,
    )
    page.line(*scene.around(event.anchor), indent=6, bar=True)
