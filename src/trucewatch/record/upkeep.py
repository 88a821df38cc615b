"""Looking after a record: what it holds as one digest."""

from __future__ import annotations

from trucewatch.record.content import content_hash

__all__ = ["content_hash"]
