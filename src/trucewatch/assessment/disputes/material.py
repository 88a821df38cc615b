"""What links are drawn of: rows of a record with the texts they stand in."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from datetime import date

from trucewatch.model.rows import DocumentRow, EventRow, StatementRow


@dataclass(frozen=True, slots=True)
class Material:
    """Rows of a record in any order, the texts of their documents by id, and which documents are wire copies."""

    statements: tuple[StatementRow, ...] = ()
    events: tuple[EventRow, ...] = ()
    texts: Mapping[str, str] = field(default_factory=dict)
    copies: Mapping[str, str] = field(default_factory=dict)

    def until(self, day: date) -> Material:
        """What was printed by a day."""
        return replace(
            self,
            statements=tuple(row for row in self.statements if printed(row.document) <= day),
            events=tuple(row for row in self.events if printed(row.document) <= day),
        )


def printed(row: DocumentRow) -> date:
    """When a document was printed; when it came into the record, where it does not say."""
    return row.published or row.added.date()
