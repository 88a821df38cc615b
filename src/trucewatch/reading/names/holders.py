"""Who holds an office: by the text, by the dossier on the document's day, by the country the text speaks from."""

from __future__ import annotations

from trucewatch.model.actor import ActorKind
from trucewatch.reading.names.scene import Scene, slug

_TOP = ("president", "prime-minister", "leader", "chancellor", "king")


def resolve(scene: Scene, office: str, of: str | None) -> str | None:
    """Who holds an office: a person the text gave it to, else the dossier's holder on the document's day.

    Where nobody is known, an actor named by the role; ``None`` when it is not said whose office it is.
    """
    told = [
        person
        for person, held in scene.draft.affiliations.items()
        if any(o == office and (of is None or w in (of, None) or _belongs(scene, w, of)) for o, w in held)
    ]
    if told and (of is not None or len(told) == 1):
        return told[-1]
    if of is None:
        return _bare(scene, office)
    entry = scene.knowledge.actors.get(of)
    wanted = entry.leader if office == "leader" and entry is not None and entry.leader else office
    day = scene.draft.document.published
    holders = [
        person
        for person in scene.knowledge.holders(wanted, of)
        if day is None or any(r.office == wanted and r.of == of and r.held_on(day) for r in person.roles)
    ]
    if len(holders) == 1:
        return scene.know(holders[0])
    if office == "leader":
        heads = [p for p in _people(scene) if any(_is_of(scene, p, top, of) for top in _TOP)]
        if len(heads) == 1:
            return heads[0]
    name = scene.draft.actors[of].name if of in scene.draft.actors else of
    return scene.meet(slug(f"{of}-{office}"), f"{office.replace('-', ' ')} of {name}", ActorKind.PERSON)


def _bare(scene: Scene, office: str) -> str | None:
    """ "the minister", "the president" once the text has named one: the only person whose office ends so."""
    fitting = [
        person
        for person, held in scene.draft.affiliations.items()
        if any(o == office or o.endswith(f"-{office}") for o, _ in held)
    ]
    if not fitting and office != "spokesperson":
        fitting = [person for person in _people(scene) if any(_ends(o, office) for o in _offices_held(scene, person))]
    if len(fitting) > 1 and scene.country is not None:
        home = [p for p in fitting if _is_of(scene, p, office, scene.country)]
        fitting = home or fitting
    return fitting[0] if len(fitting) == 1 else None


def _ends(held: str, office: str) -> bool:
    return held == office or held.endswith(f"-{office}")


def _people(scene: Scene) -> list[str]:
    return [id_ for id_, record in scene.draft.actors.items() if record.kind == "person" and record.known]


def _offices_held(scene: Scene, person: str) -> list[str]:
    """The offices that the dossier gives a person on the document's day."""
    day = scene.draft.document.published
    return [r.office for r in scene.knowledge.actors[person].roles if day is None or r.held_on(day)]


def _is_of(scene: Scene, person: str, office: str, country: str) -> bool:
    """Whether a person holds an office of a country, by the text or by the dossier."""
    told = scene.draft.affiliations.get(person, [])
    if any(_ends(o, office) and of is not None and (of == country or _belongs(scene, of, country)) for o, of in told):
        return True
    entry = scene.knowledge.actors.get(person)
    return entry is not None and any(_ends(r.office, office) and r.of == country for r in entry.roles)


def _belongs(scene: Scene, part: str | None, whole: str) -> bool:
    if part is None:
        return False
    entry = scene.knowledge.actors.get(part)
    return (entry is not None and entry.parent == whole) or part.startswith(f"{whole}-")
