"""Disputes: claims and the denials that answer them, linked across documents."""

from trucewatch.assessment.disputes.answer import Dispute, State, Word, disputes
from trucewatch.assessment.disputes.drawn import Drawn, draw, found_links, gathered
from trucewatch.assessment.disputes.linking import RULE, Link
from trucewatch.assessment.disputes.material import Material

__all__ = [
    "RULE",
    "Dispute",
    "Drawn",
    "Link",
    "Material",
    "State",
    "Word",
    "disputes",
    "draw",
    "found_links",
    "gathered",
]
