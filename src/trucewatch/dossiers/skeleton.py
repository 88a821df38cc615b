"""The template that a new dossier begins from."""

from __future__ import annotations

import json

_TEMPLATE = """\
# A dossier: what is known beforehand of one ceasefire regime.
# Check it with:  trucewatch dossier check THIS-FILE
# Every field is explained in docs/dossier-guide.md. Delete what you do not need; add the rest bit by bit.

id: {id}                      # short: lower-case letters, digits, hyphens
title: {title}
summary: >-
  Say in two or three sentences who agreed on what, and what became of it.
period: 2030-01/..            # EDTF: from January 2030, still running
# region: [AM, AZ]            # ISO 3166-1 alpha-2 codes; decides between places of one name

# sources:                    # short keys that obligations may cite
#   S1: The signed text, as published by the mediator

# States and well-known organisations are known already; write only what the regime adds to them.
actors: []
# - id: north-guard
#   name: North Guard         # neutral English name
#   kind: force               # state government authority ministry force mission organisation person group company
#   names: [Northern Guard]
#   labels:
#     - {{party: ruritania, forms: [northern bandits]}}
# - id: ada-novak
#   name: Ada Novak
#   kind: person
#   gender: female
#   family: [Nowak]           # other spellings
#   roles:
#     - {{office: commander, of: north-guard, from: 2029-05}}

places: []
# - id: old-bridge
#   name: Old Bridge
#   kind: facility            # settlement height district region country corridor road line water facility area
#   latitude: 45.10           # only when sure or likely
#   longitude: 14.20
#   certainty: likely
#   radius_km: 3

instruments: []
# - id: 2030-01-15
#   name: Ceasefire agreement of 15 January 2030
#   nouns: [agreement, ceasefire]
#   signed: 2030-01-15
#   effective: 2030-01-16T00:00+01:00
#   signatories: [ada-novak]
#   parties: [north-guard]
#   provisions:
#     - number: 1
#       title: Withdrawal
#       obligations:
#         - key: 1a
#           kind: withdrawal
#           action: pull heavy weapons back behind the river
#           obligors: [north-guard]
#           deadline: {{bound: by, anchor: effect, duration: P14D}}
"""


def skeleton(id_: str, title: str) -> str:
    """A commented YAML template for a new dossier, which passes the check as it stands.

    ``id_`` is written as given: lower-case letters, digits and hyphens, or the check will say so.
    """
    # JSON strings are YAML strings: quotes and line breaks in a title stay harmless.
    return _TEMPLATE.format(id=json.dumps(id_), title=json.dumps(title, ensure_ascii=False))
