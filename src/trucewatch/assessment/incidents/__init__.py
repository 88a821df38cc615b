"""Incidents: what several reports tell of one event, every version kept beside the others."""

from trucewatch.assessment.incidents.answer import Incident, Version, clusters, incidents
from trucewatch.assessment.incidents.rule import RULE
from trucewatch.assessment.incidents.versions import Toll, Voices

__all__ = ["RULE", "Incident", "Toll", "Version", "Voices", "clusters", "incidents"]
