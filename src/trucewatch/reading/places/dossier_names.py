"""The names of the dossier's places, which stand above the model's labels."""

from __future__ import annotations

from trucewatch.reading.gazetteer import fold
from trucewatch.reading.places import typewords
from trucewatch.reading.places.known import OwnForm
from trucewatch.reading.places.taker import Taker
from trucewatch.reading.places.toponym import Evidence


def take_dossier(taker: Taker) -> None:
    """Take every name of a dossier place that stands as one."""
    for i, word in enumerate(taker.words):
        if not word.text[0].isupper() or taker.taken[i]:
            continue
        parts = fold(word.text).split()
        for form in taker.known.forms.get(parts[0], ()) if parts else ():
            last = _matches(taker, i, form)
            if last is not None:
                if _dossier_fits(taker, i, last):
                    taker.add(i, last, Evidence.DOSSIER, slip=form.slip)
                break


def _matches(taker: Taker, first: int, form: OwnForm) -> int | None:
    """The last word of ``form`` if it stands at word ``first``."""
    parts: list[str] = []
    i = first
    while len(parts) < len(form.words):
        if i >= len(taker.words) or taker.words[i].sent != taker.words[first].sent:
            return None
        parts += fold(taker.words[i].text).split()
        if parts[0] != form.words[0]:
            return None
        i += 1
    # The whole is folded once more, for articles are evened out only inside a name ("Meiss el-Jabal").
    return i - 1 if tuple(fold(" ".join(parts)).split()) == form.words else None


def _dossier_fits(taker: Taker, first: int, last: int) -> bool:
    if not taker.free(first, last) or taker.is_government(first, last):
        return False
    stands = _stands(taker, first, last)
    if any(taker.scene.person[i] for i in range(first, last + 1)):
        return stands and not _part_of_person(taker, first, last)
    if stands or _listed(taker, first, last):
        return True
    return not (taker.scene.within_longer(first, last) or taker.in_body(first, last))


def _listed(taker: Taker, first: int, last: int) -> bool:
    """Whether the name is coordinated with a dossier place just before it; a label over both is then no longer name."""
    if (
        first < 2
        or taker.words[first - 1].lower not in ("and", "or", ",")
        or taker.taken[first - 2] != Evidence.DOSSIER
    ):
        return False
    return last + 1 >= len(taker.words) or not taker.words[last + 1].text[0].isupper()


def _stands(taker: Taker, first: int, last: int) -> bool:
    """Whether a type word or a place preposition stands by the name, and the name ends there."""
    if typewords.after(taker.words, last) or typewords.before(taker.words, first):
        return True
    return taker.scene.locative(first, last) and not taker.scene.within_longer(first, last)


def _part_of_person(taker: Taker, first: int, last: int) -> bool:
    inside = range(max(0, first - 1), min(len(taker.words), last + 2))
    return any(taker.scene.person[i] and not first <= i <= last for i in inside)
