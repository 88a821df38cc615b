"""From the values of a record to an object of the model; faults that need several fields at once are found here."""

from __future__ import annotations

from typing import Any

import yaml

from trucewatch.dossiers.shape import Ledger
from trucewatch.model.actor import ActorKind
from trucewatch.model.dossier import ActorEntry, Dossier, Issue, NameForm, PlaceEntry, RoleTerm
from trucewatch.model.instrument import (
    Amendment,
    Bound,
    Certainty,
    Deadline,
    Instrument,
    Obligation,
    Outcome,
    Provision,
    Term,
)
from trucewatch.model.place import Precision
from trucewatch.model.time import PartialDate

Values = dict[str, Any]


def plain_form(words: str) -> tuple[NameForm, ...]:
    """A form without marks: English, of no side."""
    return (NameForm(words),)


def forms(values: Values, _node: yaml.Node, _ledger: Ledger) -> tuple[NameForm, ...]:
    """Name forms that share their marks."""
    language, party = values.get("lang", "en"), values.get("party")
    period, slip = values.get("period"), values.get("slip", False)
    return tuple(NameForm(words, language, party, period, slip) for words in values["forms"])


def _flat(groups: tuple[tuple[NameForm, ...], ...]) -> tuple[NameForm, ...]:
    return tuple(form for group in groups for form in group)


def role(values: Values, node: yaml.Node, ledger: Ledger) -> RoleTerm:
    """A role; its bounds must not be reversed."""
    first, last = values.get("from"), values.get("to")
    if first is not None and last is not None and _reversed(first, last):
        ledger.fault(node, f"The role ends ({last}) before it begins ({first}).", "Put the bounds the right way round.")
    title = values.get("title") or values["office"].replace("-", " ").capitalize()
    certainty = Certainty(values.get("certainty", Certainty.SURE))
    return RoleTerm(values["office"], title, values["of"], first, last, certainty)


def _reversed(first: str, last: str) -> bool:
    earliest, latest = PartialDate(first).earliest, PartialDate(last).latest
    return earliest is not None and latest is not None and latest < earliest


def actor(values: Values, node: yaml.Node, ledger: Ledger) -> ActorEntry:
    """An actor; given and family names are for persons, labels need a party."""
    kind = ActorKind(values["kind"])
    names = list(_flat(values.get("names", ())))
    if kind is ActorKind.PERSON:
        names += person_forms(values["name"], _flat(values.get("given", ())), _flat(values.get("family", ())))
    else:
        for each in ("given", "family", "roles", "gender"):
            if each in values:
                ledger.fault(
                    node, f"{each!r} is for persons, this is a {kind}.", f"Take {each!r} out, or correct 'kind'."
                )
    labels = _flat(values.get("labels", ()))
    for label in labels:
        if label.party is None:
            ledger.fault(
                node,
                f"The label {label.text!r} has no party.",
                "Write {party: ID, forms: [...]}, or put it in 'names'.",
            )
    return ActorEntry(
        id=values["id"],
        name=values["name"],
        kind=kind,
        names=tuple(dict.fromkeys(names)),
        demonyms=values.get("demonyms", ()),
        metonyms=values.get("metonyms", ()),
        labels=labels,
        parent=values.get("parent"),
        roles=values.get("roles", ()),
        period=values.get("period"),
        gender=values.get("gender"),
        base=values.get("base"),
        leader=values.get("leader"),
        country_code=values.get("code"),
        note=values.get("note"),
    )


def person_forms(name: str, given: tuple[NameForm, ...], family: tuple[NameForm, ...]) -> list[NameForm]:
    """Every given name with every family name of its language, and every family name alone.

    The name itself gives the first of both: its last word is the family name, the words before it the given.
    """
    first, _, last = name.rpartition(" ")
    families = [NameForm(last), *family]
    made = list(families)
    for one in ([NameForm(first)] if first else []) + list(given):
        for other in families:
            if one.language == other.language:
                full = f"{one.text} {other.text}"
                if full != name:
                    made.append(NameForm(full, one.language, other.party, other.period, one.slip or other.slip))
    return made


def place(values: Values, node: yaml.Node, ledger: Ledger) -> PlaceEntry:
    """A place; coordinates come in pairs and only where the position is sure or likely."""
    certainty = Certainty(values.get("certainty", Certainty.SURE))
    latitude, longitude = values.get("latitude"), values.get("longitude")
    if (latitude is None) != (longitude is None):
        ledger.fault(node, "Latitude and longitude go together.", "Give both or neither.")
    if latitude is not None and certainty is Certainty.UNSURE:
        ledger.fault(
            node,
            "An unsure position has coordinates.",
            "Take latitude and longitude out and say what is known in 'note', or raise 'certainty'.",
        )
    precision = values.get("precision")
    if latitude is None and precision not in (None, Precision.UNKNOWN):
        ledger.fault(node, f"The precision is {precision} but there are no coordinates.", "Give both, or no precision.")
    return PlaceEntry(
        id=values["id"],
        name=values["name"],
        kind=values["kind"],
        names=_flat(values.get("names", ())),
        latitude=latitude,
        longitude=longitude,
        certainty=certainty,
        precision=Precision(precision) if precision else _precision(values["kind"], certainty, latitude is not None),
        radius_km=values.get("radius_km"),
        parent=values.get("parent"),
        parent_de_facto=values.get("de_facto_parent"),
        geonames=values.get("geonames"),
        elevation_m=values.get("elevation_m"),
        note=values.get("note"),
    )


_WIDE = {
    "district": Precision.DISTRICT,
    "region": Precision.REGION,
    "country": Precision.COUNTRY,
    "corridor": Precision.NEAR,
    "road": Precision.NEAR,
    "line": Precision.NEAR,
    "area": Precision.NEAR,
}


def _precision(kind: str, certainty: Certainty, located: bool) -> Precision:
    if not located:
        return Precision.UNKNOWN
    return _WIDE.get(kind) or (Precision.EXACT if certainty is Certainty.SURE else Precision.NEAR)


def deadline(values: Values, node: yaml.Node, ledger: Ledger) -> Deadline:
    """A deadline: a day, or an anchor with a duration, not both."""
    given, anchor, duration = values.get("day"), values.get("anchor"), values.get("duration")
    if duration is not None and anchor is None:
        ledger.fault(
            node, "The deadline has a duration but no anchor.", "Add 'anchor: signing', effect or obligation:KEY."
        )
    elif anchor is not None and duration is None:
        ledger.fault(
            node, "The deadline has an anchor but no duration.", "Add 'duration: P3Y'; P0D is the anchor's own day."
        )
    elif given is not None and anchor is not None:
        ledger.fault(node, "The deadline has a day and an anchor.", "Keep the one the text gives.")
    elif given is None and anchor is None:
        ledger.fault(node, "The deadline has neither a day nor an anchor.", "Add 'day', or 'anchor' with 'duration'.")
    return Deadline(
        bound=Bound(values["bound"]),
        day=given,
        anchor=anchor,
        duration=duration,
        soft=values.get("soft", False),
        condition=values.get("condition"),
        alternatives=values.get("alternatives", ()),
        words=values.get("words"),
    )


def amendment(values: Values, _node: yaml.Node, _ledger: Ledger) -> Amendment:
    """A change of a deadline."""
    return Amendment(values["announced"], values["by"], values["form"], values["deadline"])


def term(values: Values, _node: yaml.Node, _ledger: Ledger) -> Term:
    """How long a provision runs."""
    return Term(
        values["start"],
        values["duration"],
        values.get("prolongation"),
        values.get("notice"),
        values.get("condition"),
    )


def outcome(values: Values, _node: yaml.Node, _ledger: Ledger) -> Outcome:
    """What became of an obligation."""
    return Outcome(values["words"], values["state"], values.get("date"))


def quantity(values: Values, _node: yaml.Node, _ledger: Ledger) -> tuple[float, str, str]:
    """A number, its unit, and of what."""
    return (values["value"], values["unit"], values["of"])


def obligation(values: Values, node: yaml.Node, ledger: Ledger) -> Obligation:
    """A duty; an amendment needs a deadline to amend."""
    if "amendments" in values and "deadline" not in values:
        ledger.fault(
            node, "The obligation has amendments but no deadline.", "Add the first deadline, or take them out."
        )
    return Obligation(
        key=values["key"],
        kind=values["kind"],
        action=values["action"],
        obligors=values.get("obligors", ()),
        beneficiaries=values.get("beneficiaries", ()),
        passive=values.get("passive", False),
        deadline=values.get("deadline"),
        amendments=values.get("amendments", ()),
        term=values.get("term"),
        quantities=values.get("quantities", ()),
        condition=values.get("condition"),
        dispute=values.get("dispute"),
        outcome=values.get("outcome"),
        certainty=Certainty(values.get("certainty", Certainty.SURE)),
        sources=values.get("sources", ()),
        note=values.get("note"),
        announced=values.get("announced"),
    )


def provision(values: Values, _node: yaml.Node, _ledger: Ledger) -> Provision:
    """One point of an instrument."""
    return Provision(values["number"], values["title"], values["obligations"])


def instrument(values: Values, node: yaml.Node, ledger: Ledger) -> Instrument:
    """An agreement; without ``date_names`` it is called by its day of signing."""
    date_names = values.get("date_names")
    if date_names is None:
        signed = PartialDate(values["signed"])
        if not signed.is_day or signed.earliest is None:
            ledger.fault(
                node, "The day of signing is not one day.", "Give 'date_names', or the day itself in 'signed'."
            )
        date_names = () if signed.earliest is None else (signed.earliest,)
    return Instrument(
        id=values["id"],
        name=values["name"],
        names=values.get("names", ()),
        nouns=values["nouns"],
        signed=values["signed"],
        effective=values.get("effective"),
        date_names=date_names,
        signatories=values["signatories"],
        parties=values["parties"],
        provisions=values["provisions"],
        parties_note=values.get("parties_note"),
        numbered=values.get("numbered", True),
        implements=values.get("implements"),
        note=values.get("note"),
    )


def fact(values: Values, _node: yaml.Node, _ledger: Ledger) -> tuple[str, str]:
    """A heading with its words."""
    return (values["heading"], values["words"])


def issue(values: Values, _node: yaml.Node, _ledger: Ledger) -> Issue:
    """What parties take positions on."""
    return Issue(values["id"], values["label"], values["terms"], values.get("places", ()))


def dossier(values: Values, _node: yaml.Node, _ledger: Ledger) -> Dossier:
    """The whole regime."""
    return Dossier(
        id=values["id"],
        title=values["title"],
        summary=values["summary"],
        period=values["period"],
        region=values.get("region", ()),
        actors=values.get("actors", ()),
        places=values.get("places", ()),
        instruments=values.get("instruments", ()),
        facts=values.get("facts", ()),
        sources=values.get("sources", ()),
        attribution=values.get("attribution", ()),
        undertakings=values.get("undertakings", ()),
        issues=values.get("issues", ()),
    )
