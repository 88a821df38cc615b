"""What a record holds that may bear on the obligations of one dossier."""

from __future__ import annotations

from trucewatch.assessment.gather import Testimony
from trucewatch.model.dossier import Dossier
from trucewatch.model.filters import Filter
from trucewatch.record.view import View


def testimony(view: View, dossier: Dossier) -> Testimony:
    """The commitments, statements and events of documents that were read with ``dossier``, and their wire copies.

    Raises:
        RecordError: when the database does not answer.
    """
    own = Filter(dossiers=(dossier.id,))
    return Testimony(
        tuple(view.commitments(own)), tuple(view.statements(own)), tuple(view.events(own)), view.originals()
    )
