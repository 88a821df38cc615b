"""Where dossiers come from: those that ship with the product by name, any other by path; and the world's gazetteer."""

from __future__ import annotations

from dataclasses import replace
from functools import lru_cache
from pathlib import Path

from trucewatch.dossiers.nodes import compose, read_bytes
from trucewatch.dossiers.schema import DOSSIER
from trucewatch.dossiers.shape import Ledger, nearest
from trucewatch.model.dossier import ActorEntry, Dossier
from trucewatch.model.errors import DossierError, Fault

_HERE = Path(__file__).resolve().parent
_REGIMES = _HERE / "regimes"
_WORLD = _HERE / "world"
_SUFFIXES = (".yaml", ".yml")


def names() -> tuple[str, ...]:
    """The names of the dossiers that ship with the product, in alphabetical order."""
    return tuple(sorted(path.stem for path in _REGIMES.glob("*.yaml")))


def load(name_or_path: str | Path) -> Dossier:
    """The dossier of that name, or in that file.

    An actor that the world's gazetteer knows under the same id gets its names, demonyms and metonyms added, and its
    other fields where the dossier leaves them out.

    Raises:
        DossierError: when there is no such dossier, or the file has faults; all of them are listed.
    """
    if isinstance(name_or_path, str) and name_or_path in names():
        return _shipped(name_or_path)
    path = Path(name_or_path)
    if not path.exists():
        raise DossierError((_no_such(str(name_or_path)),))
    return read(read_bytes(path), str(path))


def check(path: str | Path) -> tuple[Fault, ...]:
    """Every fault of the dossier file at ``path``, in order of lines; none when it can be used."""
    try:
        load(Path(path))
    except DossierError as error:
        return error.faults
    return ()


def read(raw: bytes, file: str) -> Dossier:
    """The dossier in ``raw``; ``file`` is the name that faults carry.

    Raises:
        DossierError: when it has faults; all of them are listed.
    """
    base = world()
    return _laid_over(_parse((raw,), (file,), frozenset(entry.id for entry in base.actors)), base)


@lru_cache(maxsize=1)
def world() -> Dossier:
    """The gazetteer of the world's actors: states, organisations, well-known forces and groups. Read once, then kept.

    Raises:
        DossierError: when the installed files are broken.
    """
    paths = sorted(_WORLD.glob("*.yaml"))
    return _parse(tuple(read_bytes(path) for path in paths), tuple(path.name for path in paths), frozenset())


@lru_cache(maxsize=16)
def _shipped(name: str) -> Dossier:
    path = _REGIMES / f"{name}.yaml"
    return read(read_bytes(path), path.name)


def _parse(raws: tuple[bytes, ...], files: tuple[str, ...], actors: frozenset[str]) -> Dossier:
    """One dossier from one or several files, whose lists are joined. ``actors`` are ids known from elsewhere."""
    ledger = Ledger(files[0])
    parts: list[Dossier | None] = []
    for raw, file in zip(raws, files, strict=True):
        ledger.file = file
        parts.append(DOSSIER.read(compose(raw, file), ledger))
    _resolve(ledger, actors)
    _resolve_across(ledger, parts)
    if ledger.faults:
        raise DossierError(tuple(sorted(ledger.faults, key=lambda fault: (fault.file, fault.line or 0))))
    made = [part for part in parts if part is not None]
    return replace(
        made[0],
        actors=tuple(entry for part in made for entry in part.actors),
        attribution=tuple(line for part in made for line in part.attribution),
        sources=tuple(pair for part in made for pair in part.sources),
        issues=tuple(each for part in made for each in part.issues),
    )


def _resolve(ledger: Ledger, outside: frozenset[str]) -> None:
    actors = outside | frozenset(ledger.declared.get("actor", ()))
    places = frozenset(ledger.declared.get("place", ()))
    ledger.resolve("actor", actors)
    ledger.resolve("place or state", places | actors)
    ledger.resolve("instrument", frozenset(ledger.declared.get("instrument", ())))
    ledger.resolve("source", frozenset(ledger.declared.get("source", ())))
    ledger.resolve("obligation", frozenset(ledger.declared.get("obligation", ())))


def _resolve_across(ledger: Ledger, parts: list[Dossier | None]) -> None:
    """Resolve ids of another instrument's obligations; not where the file is so faulty that they are not known."""
    if None not in parts:
        instruments = [each for part in parts if part is not None for each in part.instruments]
        keys = (f"{each.id}/{duty.key}" for each in instruments for p in each.provisions for duty in p.obligations)
        ledger.resolve("obligation of an instrument", frozenset(keys))


def _laid_over(dossier: Dossier, base: Dossier) -> Dossier:
    """``dossier`` with what the gazetteer knows of its actors added."""
    known = {entry.id: entry for entry in base.actors}
    merged = tuple(_merged(entry, known[entry.id]) if entry.id in known else entry for entry in dossier.actors)
    return replace(dossier, actors=merged)


def _merged(own: ActorEntry, base: ActorEntry) -> ActorEntry:
    return replace(
        own,
        names=_union(own.names, base.names),
        labels=_union(own.labels, base.labels),
        demonyms=_union(own.demonyms, base.demonyms),
        metonyms=_union(own.metonyms, base.metonyms),
        parent=own.parent or base.parent,
        period=own.period or base.period,
        base=own.base or base.base,
        leader=own.leader or base.leader,
        country_code=own.country_code or base.country_code,
        note=own.note or base.note,
    )


def _union[Item](first: tuple[Item, ...], second: tuple[Item, ...]) -> tuple[Item, ...]:
    return tuple(dict.fromkeys((*first, *second)))


def _no_such(said: str) -> Fault:
    shipped = list(names())
    near = nearest(said, shipped)
    hint = f"Did you mean {near!r}? " if near else ""
    return Fault(
        said,
        None,
        "There is no dossier of that name and no such file.",
        f"{hint}Shipped: {', '.join(shipped)}; or give the path of a {' or '.join(_SUFFIXES)} file.",
    )
