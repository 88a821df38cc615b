"""What a record holds that may bear on the obligations of one dossier."""

from __future__ import annotations

from typing import Any

from trucewatch.assessment.gather import Testimony
from trucewatch.model.dossier import Dossier
from trucewatch.model.filters import Filter
from trucewatch.model.judgement import Action, Decision
from trucewatch.record.view import View


def testimony(view: View, dossier: Dossier) -> Testimony:
    """The commitments, statements and events of documents that were read with ``dossier``, and their wire copies.

    What reviewers attached to its obligations is there too, with whatever dossier it was read.

    Raises:
        RecordError: when the database does not answer.
    """
    own = Filter(dossiers=(dossier.id,))
    commitments, statements, events = view.commitments(own), view.statements(own), view.events(own)
    there = {row.key for row in (*commitments, *statements, *events)}
    attached = {key for each in view.decisions(actions=(Action.ATTACH,)) if _of(each, dossier) for key in each.targets}
    families: dict[str, list[Any]] = {"c": commitments, "s": statements, "e": events}
    for key in sorted(attached - there):
        row = view.datum(key)
        if row is not None and key[0] in families:
            families[key[0]].append(row)
    return Testimony(tuple(commitments), tuple(statements), tuple(events), view.originals())


def decisions(view: View) -> tuple[Decision, ...]:
    """What reviewers decided about obligations: data attached to them, and their own statuses.

    Raises:
        RecordError: when the database does not answer.
    """
    return tuple(view.decisions(actions=(Action.ATTACH, Action.STATUS)))


def _of(decision: Decision, dossier: Dossier) -> bool:
    return bool(decision.values.get("dossier", dossier.id) == dossier.id)
