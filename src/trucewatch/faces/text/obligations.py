"""The board of obligations as a page: each duty with its due day, the latest word of each side, the proposed status."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from itertools import groupby
from typing import TYPE_CHECKING

from trucewatch.faces.text.page import Page

if TYPE_CHECKING:
    from trucewatch.assessment.accounts import Account
    from trucewatch.assessment.obligations import ObligationRow
    from trucewatch.model.dossier import Dossier


def render_board(
    dossier: Dossier, as_of: date, rows: Sequence[ObligationRow], *, width: int = 80, colour: bool = False
) -> str:
    """The board as text, obligations in the order of the dossier under the name of their instrument.

    Statuses are proposed by rule unless an analyst set them; every side's account stands with its words and source.
    """
    page = Page(width, colour=colour)
    page.line((f"{dossier.title}: obligations as of {as_of.isoformat()}", "heading"))
    for name, group in groupby(rows, key=lambda row: row.instrument_name):
        page.heading(name or "Undertakings")
        for row in group:
            _obligation(page, row)
    return page.text()


def _obligation(page: Page, row: ObligationRow) -> None:
    page.blank()
    owed = ", ".join(name for _, name in row.obligors) or "nobody named"
    page.line((row.key, "anchor"), (f" {row.obligation.action}", ""), (f" [{owed}]", "aside"), hang=2)
    derived = row.derived
    if derived.days:
        due = " or ".join(value[:10] if "/" not in value else value for value in derived.days)
        left = f", {row.left}" if row.left else ""
        page.line((f"due {due}{left}", "owed"), (f"  {derived.rule or ''}", "aside"), indent=2, hang=2)
    elif derived.open:
        page.line((f"due day open: {derived.open}", "owed"), indent=2, hang=2)
    if row.obligation.dispute:
        page.line((f"disputed: {row.obligation.dispute}", "warning"), indent=2, hang=2)
    for account in row.accounts:
        _account(page, account)
    pam = row.proposal.to_dict().get("pam")
    coded = f", PAM {pam}" if pam else ""
    if row.own is not None:
        why = f": {row.own.reason}" if row.own.reason else ""
        page.line(
            (f"status {row.own.status}", "verb"),
            (f" by {row.own.reviewer}, {row.own.at:%Y-%m-%d}{why}", ""),
            (f"  {row.own.decision}", "aside"),
            indent=2,
            hang=2,
        )
    page.line(
        (f"proposed: {row.proposal.status}", "verb"),
        (f" ({row.proposal.rule}{coded}) {row.proposal.why}", "aside"),
        indent=2,
        hang=2,
    )


def _account(page: Page, account: Account) -> None:
    latest = account.latest
    source = ", ".join(filter(None, (latest.evidence.publisher, str(latest.known), latest.datum)))
    who = account.name if latest.speaker in (None, account.name) else f"{account.name} ({latest.speaker})"
    page.line((who, "speaker"), (f" says {account.says}", "verb"), (f"  {source}", "aside"), indent=2, hang=2)
    page.line((latest.evidence.quote.text, "quote"), indent=4, bar=True)
