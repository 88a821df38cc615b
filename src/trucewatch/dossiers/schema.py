"""The dossier format: every record, its fields, and what each is for. The guide and the validator both follow it."""

from __future__ import annotations

from typing import Any

import yaml

from trucewatch.dossiers import build
from trucewatch.dossiers.offices import GENDERS, OBLIGATION_KINDS, OFFICES, OUTCOMES, PLACE_KINDS
from trucewatch.dossiers.scalars import (
    anchor,
    country,
    day,
    declaring,
    duration,
    edtf,
    edtf_point,
    flag,
    instant,
    key,
    language,
    number,
    referring,
    slug,
    start,
    titled,
    whole,
)
from trucewatch.dossiers.shape import Field, Ledger, Shape, many, one_of, records, text
from trucewatch.model.actor import ActorKind
from trucewatch.model.instrument import Bound, Certainty
from trucewatch.model.place import Precision

_actor = referring("actor")
_party = referring("actor")
_certainty = one_of("certainty", tuple(Certainty))

FORMS = Shape(
    "name form",
    (
        Field("forms", many(text), True, "one form or a list of forms that share the marks beside them"),
        Field("lang", language, False, "BCP 47 tag of their language; English where none is given"),
        Field("party", _party, False, "id of the actor whose usage it is"),
        Field("period", edtf, False, "EDTF time in which the forms were used"),
        Field("slip", flag, False, "true for a misspelling met in the press"),
    ),
    build.forms,
)


def forms(node: yaml.Node, ledger: Ledger) -> Any:
    """A name: plain words (an English form of no side) or fields."""
    if isinstance(node, yaml.MappingNode):
        return FORMS.read(node, ledger)
    words = text(node, ledger)
    return None if words is None else build.plain_form(words)


_names = many(forms)

ROLE = Shape(
    "role",
    (
        Field("office", one_of("office", tuple(OFFICES)), True, "a word of the fixed list of offices"),
        Field("of", _actor, True, "id of the actor whose office it is"),
        Field("title", text, False, "the office in full words, where the office word says too little"),
        Field("from", edtf_point, False, "first day, month or year in office; left out when unknown"),
        Field("to", edtf_point, False, "last day, month or year; left out when still in office as far as known"),
        Field("certainty", _certainty, False, "sure, likely or unsure; sure where none is given"),
    ),
    build.role,
)

ACTOR = Shape(
    "actor",
    (
        Field("id", declaring("actor"), True, "short id, unique among actors"),
        Field("name", text, True, "the neutral English name shown to readers"),
        Field("kind", one_of("kind of actor", tuple(ActorKind)), True, "what it is"),
        Field("names", _names, False, "other names of no side, or names marked with language, party, period, slip"),
        Field("given", _names, False, "other spellings of a person's given name; combined with every family name"),
        Field("family", _names, False, "other spellings of a person's family name; also looked for alone"),
        Field("labels", _names, False, "what other parties call it; each with its party"),
        Field("demonyms", many(text), False, "adjectives and nouns that stand for it, as Armenian, Armenians"),
        Field("metonyms", many(text), False, "places that speak for it, as Yerevan, without 'the'"),
        Field("parent", _actor, False, "id of the actor it belongs to"),
        Field("roles", records(ROLE), False, "offices a person holds or held"),
        Field("period", edtf, False, "EDTF time in which it exists or existed"),
        Field("gender", one_of("gender", GENDERS), False, "for pronouns"),
        Field("base", text, False, "where it has its seat, or what it is formed from"),
        Field("leader", one_of("office", tuple(OFFICES)), False, "office of its leader, as president"),
        Field("code", country(3), False, "ISO 3166-1 alpha-3 code of a state"),
        Field("note", text, False, "anything else worth knowing"),
    ),
    build.actor,
)

PLACE = Shape(
    "place",
    (
        Field("id", declaring("place"), True, "short id, unique among places"),
        Field("name", text, True, "the neutral English name shown to readers"),
        Field("kind", one_of("kind of place", PLACE_KINDS), True, "what it is"),
        Field("names", _names, False, "every side's names, with language and party"),
        Field("latitude", number(-90, 90), False, "degrees north, WGS 84; only when sure or likely"),
        Field("longitude", number(-180, 180), False, "degrees east, WGS 84; only when sure or likely"),
        Field("certainty", _certainty, False, "how sure the position is; sure where none is given"),
        Field(
            "precision", one_of("precision", tuple(Precision)), False, "exact, near, district, region ...; worked out"
        ),
        Field("radius_km", number(0, 5000), False, "how far off the true position may lie, in kilometres"),
        Field("parent", referring("place or state"), False, "id of the place or state it lies in by law"),
        Field(
            "de_facto_parent", referring("place or state"), False, "id of the place or authority that held it in fact"
        ),
        Field("geonames", whole(1, 10**9), False, "GeoNames id"),
        Field("elevation_m", whole(-500, 9000), False, "metres above the sea"),
        Field("note", text, False, "traps, homonyms, anything else worth knowing"),
    ),
    build.place,
)

_DEADLINE_FIELDS = (
    Field("bound", one_of("bound", tuple(Bound)), True, "by, on, from or until"),
    Field("day", day, False, "the day the text itself gives"),
    Field("anchor", anchor, False, "what the time counts from: signing, effect or obligation:KEY"),
    Field("duration", duration, False, "ISO 8601 duration counted from the anchor"),
    Field("soft", flag, False, "true for oral and political dates"),
    Field("condition", text, False, "what must hold first, in words"),
    Field("words", text, False, "how the instrument puts the time, in a few words"),
)


_OTHER_READING = Shape("deadline", _DEADLINE_FIELDS, build.deadline)
DEADLINE = Shape(
    "deadline",
    (
        *_DEADLINE_FIELDS,
        Field("alternatives", records(_OTHER_READING), False, "other readings where the anchor is disputed"),
    ),
    build.deadline,
)

AMENDMENT = Shape(
    "amendment",
    (
        Field("announced", day, True, "day the change was announced"),
        Field("by", _actor, True, "id of the actor who announced it"),
        Field("form", text, True, "how it was made: in writing, orally, by the mediator"),
        Field("deadline", DEADLINE.read, True, "the new deadline"),
    ),
    build.amendment,
)

TERM = Shape(
    "term",
    (
        Field("start", start, True, "signing, effect, obligation:KEY or an EDTF date"),
        Field("duration", duration, True, "ISO 8601 duration"),
        Field("prolongation", duration, False, "ISO 8601 duration by which it is prolonged each time unless ended"),
        Field("notice", duration, False, "ISO 8601 duration before the end by which notice must be given"),
        Field("condition", text, False, "what ends or prolongs it, in words"),
    ),
    build.term,
)

OUTCOME = Shape(
    "outcome",
    (
        Field(
            "state",
            one_of("state of an outcome", OUTCOMES),
            True,
            "met, partial, late, missed, disputed, overtaken, unknown",
        ),
        Field("words", text, True, "what became of it"),
        Field("date", edtf, False, "EDTF date of it"),
    ),
    build.outcome,
)

QUANTITY = Shape(
    "quantity",
    (
        Field("value", number(-(10**12), 10**12), True, "the number"),
        Field("unit", text, True, "persons, vehicles, km ..."),
        Field("of", text, True, "what is counted or measured"),
    ),
    build.quantity,
)

OBLIGATION = Shape(
    "obligation",
    (
        Field("key", declaring("obligation", key), True, "unique in its instrument, as 6c"),
        Field("kind", one_of("kind of obligation", OBLIGATION_KINDS), True, "what it is about"),
        Field("action", text, True, "what is to be done, in your own words"),
        Field("obligors", many(_actor), False, "ids of those bound; none where nobody is"),
        Field("beneficiaries", many(_actor), False, "ids of those it is owed to"),
        Field("passive", flag, False, "true where the text names no obligor and the dossier reads them in"),
        Field("deadline", DEADLINE.read, False, "the rule of its deadline"),
        Field("amendments", records(AMENDMENT), False, "later changes of the deadline"),
        Field("announced", day, False, "of an undertaking: day it was made; before it nothing is owed"),
        Field("term", TERM.read, False, "how long it runs, and how it is prolonged or ended"),
        Field("quantities", records(QUANTITY), False, "numbers in it"),
        Field("condition", text, False, "what must hold first, in words"),
        Field("dispute", text, False, "how the parties read it differently"),
        Field("outcome", OUTCOME.read, False, "what became of it"),
        Field("certainty", _certainty, False, "sure, likely or unsure; sure where none is given"),
        Field("sources", many(referring("source", key)), False, "keys of the dossier's sources"),
        Field("note", text, False, "anything else worth knowing"),
    ),
    build.obligation,
)

PROVISION = Shape(
    "provision",
    (
        Field("number", declaring("provision", key), True, "as the text counts it, or your own key where it does not"),
        Field("title", text, True, "a few words"),
        Field("obligations", records(OBLIGATION), True, "the duties in it, one each"),
    ),
    build.provision,
)

INSTRUMENT = Shape(
    "instrument",
    (
        Field("id", declaring("instrument"), True, "short id, best its date"),
        Field("name", text, True, "the neutral English name shown to readers"),
        Field("names", many(text), False, "other names, in any language"),
        Field("nouns", many(text), True, "words it goes by: agreement, statement, ceasefire"),
        Field("signed", edtf, True, "EDTF day of signing"),
        Field("effective", instant, False, "ISO 8601 time with offset from which it holds"),
        Field("date_names", many(day), False, "every day it is called by; the day of signing where none is given"),
        Field("signatories", many(_actor), True, "ids of the persons or actors who signed"),
        Field("parties", many(_actor), True, "ids of those its text calls the parties"),
        Field("parties_note", text, False, "how the term is defined or disputed"),
        Field("numbered", flag, False, "false where its points carry no numbers of their own"),
        Field("implements", referring("instrument"), False, "id of the instrument it carries out"),
        Field("provisions", records(PROVISION), True, "its points"),
        Field("note", text, False, "anything else worth knowing"),
    ),
    build.instrument,
    scoped=("provision", "obligation"),
)


FACT = Shape(
    "fact",
    (
        Field("heading", text, True, "what it is about, or its date"),
        Field("words", text, True, "the fact, with who says so"),
    ),
    build.fact,
)

ISSUE = Shape(
    "issue",
    (
        Field("id", declaring("issue"), True, "short id, as roads"),
        Field("label", text, True, "what people call it"),
        Field("terms", many(text), True, "words and phrases that speak of it; a word ending in * may go on"),
        Field("places", many(referring("place or state")), False, "ids of places that stand for it"),
    ),
    build.issue,
)

DOSSIER = Shape(
    "dossier",
    (
        Field("id", slug, True, "the dossier's name, as in --dossier NAME"),
        Field("title", text, True, "what people call the regime"),
        Field("summary", text, True, "two or three sentences"),
        Field("period", edtf, True, "EDTF time of the regime"),
        Field("region", many(country(2)), False, "ISO 3166-1 alpha-2 codes of its countries, to tell homonyms apart"),
        Field("attribution", many(text), False, "credit lines that licences ask for"),
        Field("sources", titled, False, "short keys and what they stand for"),
        Field("facts", records(FACT), False, "other things worth telling"),
        Field("actors", records(ACTOR), False, "states, bodies, forces, persons"),
        Field("places", records(PLACE), False, "places with every side's names"),
        Field("instruments", records(INSTRUMENT), False, "the agreements"),
        Field("undertakings", records(OBLIGATION), False, "promises and dates outside the instruments, soft as a rule"),
        Field("issues", records(ISSUE), False, "what the parties take positions on"),
    ),
    build.dossier,
)

SHAPES: tuple[Shape, ...] = (
    DOSSIER,
    FACT,
    ISSUE,
    ACTOR,
    FORMS,
    ROLE,
    PLACE,
    INSTRUMENT,
    PROVISION,
    OBLIGATION,
    DEADLINE,
    AMENDMENT,
    TERM,
    OUTCOME,
    QUANTITY,
)
"""Every record of the format, in the order of the guide."""
