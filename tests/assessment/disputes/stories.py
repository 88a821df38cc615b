"""Short stories about Arden and the Hill Council, told as rows of a record."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from datetime import UTC, date, datetime
from typing import Any

from tests.assessment.agreements import dossier, instrument
from trucewatch.assessment.disputes import Drawn, Material, draw
from trucewatch.model.actor import ActorRef
from trucewatch.model.dossier import Dossier, PlaceEntry
from trucewatch.model.judgement import Judgement
from trucewatch.model.rows import Datum, DocumentRow, StatementRow
from trucewatch.model.statement import Act, Form, Statement
from trucewatch.model.text import Quote, Span

ARMY = ActorRef("arden-army", "the Arden army", None)
ARDEN = ActorRef("arden", "Arden", None)
COUNCIL = ActorRef("hill-council", "the Hill Council", None)
MISSION = ActorRef("river-mission", "the River Mission", None)


def regime() -> Dossier:
    """The regime of the Stonebrook truce, with three villages."""
    places = tuple(PlaceEntry(name.casefold(), name, "settlement") for name in ("Millford", "Oxley", "Tarn"))
    return replace(dossier(instrument()), places=places)


@dataclass
class Story:
    """One document, written sentence by sentence; ``"\\n\\n"`` begins a paragraph."""

    published: str
    publisher: str = "Valley Post"
    url: str | None = None
    text: str = ""
    said: list[tuple[str, ActorRef, Span, Span, dict[str, Any]]] = field(default_factory=list)

    def says(self, speaker: ActorRef, words: str, *, act: Act = Act.ASSERT, tail: str = "", **fields: Any) -> str:
        """Add a sentence of which ``words`` are what the speaker said and ``tail`` tells who; the key of its row."""
        start = len(self.text)
        self.text += words + (tail or f", {speaker.name} said") + ". "
        key = f"s:{self.publisher[:4]}{self.published}{start}".replace(" ", "").casefold()
        value = {"act": act, "form": Form.INDIRECT, **fields}
        self.said.append((key, speaker, Span(start, start + len(words)), Span(start, len(self.text) - 1), value))
        return key

    def denies(self, speaker: ActorRef, words: str) -> str:
        """Add "SPEAKER denied that WORDS."; the key of the row of ``words``."""
        start = len(self.text)
        head = f"{speaker.name} denied that "
        self.text += f"{head}{words}. "
        low = start + len(head)
        key = f"s:{self.publisher[:4]}{self.published}{start}".replace(" ", "").casefold()
        content, shown = Span(low, low + len(words)), Span(start, len(self.text) - 1)
        self.said.append((key, speaker, content, shown, {"act": Act.DENY, "form": Form.INDIRECT}))
        return key

    def new_paragraph(self) -> None:
        """Begin a new paragraph."""
        self.text = self.text.rstrip() + "\n\n"

    @property
    def row(self) -> DocumentRow:
        """The document; its id is made of publisher and day."""
        id_ = f"sha256:{self.publisher}{self.published}"
        added = datetime(2032, 1, 1, tzinfo=UTC)
        day = date.fromisoformat(self.published)
        return DocumentRow(1, id_, None, self.publisher, self.url, day, "en", len(self.text), added, "stonebrook")

    def rows(self, rejected: tuple[str, ...] = ()) -> list[StatementRow]:
        """Its statements as rows."""
        made: list[StatementRow] = []
        for key, speaker, content, shown, fields in self.said:
            value = Statement(key, speaker, None, (content,), **fields)
            judgement = Judgement.REJECTED if key in rejected else Judgement.OPEN
            made.append(Datum(key, self.row, value, Quote.cut(self.text, shown), judgement))
        return made


def drawn(*stories: Story, rejected: tuple[str, ...] = (), copies: dict[str, str] | None = None) -> Drawn:
    """What the rule draws of these stories."""
    rows = tuple(row for story in stories for row in story.rows(rejected))
    texts = {story.row.id: story.text for story in stories}
    return draw(Material(rows, (), texts, copies or {}), [regime()])


def pairs(*stories: Story, **given: Any) -> set[tuple[str, str]]:
    """Claims and answers linked among these stories."""
    return {(link.claim, link.answer) for link in drawn(*stories, **given).links}
