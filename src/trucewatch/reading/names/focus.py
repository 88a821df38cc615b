"""Who a text is speaking of, as pronouns and noun phrases look back."""

from __future__ import annotations

from dataclasses import dataclass, field

from trucewatch.reading.draft import Mention


@dataclass(slots=True)
class Focus:
    """Who the text is speaking of: newest last. Mentions inside speech are kept apart from the narration's."""

    persons: list[Mention] = field(default_factory=list)
    bodies: list[Mention] = field(default_factory=list)
    plurals: list[Mention] = field(default_factory=list)
    topic: Mention | None = None  # the main subject of the sentence before

    def note(self, mention: Mention) -> None:
        """Take in a mention that has just been passed."""
        if not mention.actors:
            return
        if mention.plural or len(mention.actors) > 1:
            self.plurals.append(mention)
        elif mention.person:
            self.persons.append(mention)
        else:
            self.bodies.append(mention)
