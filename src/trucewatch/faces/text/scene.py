"""A reading with the look-ups that its showing needs: the words under a span, names, speakers, dates in words."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable
from dataclasses import dataclass, field

from trucewatch.faces.text.page import Ink
from trucewatch.faces.text.wording import BASES, edtf
from trucewatch.model.actor import ActorRef
from trucewatch.model.dossier import Dossier, NameForm
from trucewatch.model.event import Count
from trucewatch.model.place import PlaceRef
from trucewatch.model.reading import Reading
from trucewatch.model.statement import Statement
from trucewatch.model.text import Span
from trucewatch.model.time import DateBasis, Dating

_AROUND = 70  # code points of context on each side of an anchor
_ENDS = ".!?\n"


@dataclass(slots=True)
class Scene:
    """One reading, its dossier, and indexes over both."""

    reading: Reading
    dossier: Dossier | None
    _statements: dict[str, Statement] = field(init=False)

    def __post_init__(self) -> None:
        self._statements = {each.id: each for each in self.reading.statements}

    @property
    def text(self) -> str:
        """The document's text."""
        return self.reading.document.text

    def words(self, span: Span) -> str:
        """The characters under ``span``."""
        return span.of(self.text)

    def statement(self, id_: str | None) -> Statement | None:
        """The statement of that id, or ``None``."""
        return None if id_ is None else self._statements.get(id_)

    def name(self, ref: ActorRef) -> str:
        """The resolved name, with the words that refer where they do not hold it ("Ivo Marn (“he”)")."""
        said = None if ref.mention is None else self.words(ref.mention)
        return ref.name if said is None or ref.name.casefold() in said.casefold() else f"{ref.name} (“{said}”)"

    def names(self, refs: Iterable[ActorRef]) -> str:
        """The plain resolved names, each once, with commas and a final "and"."""
        known = list(dict.fromkeys(ref.name for ref in refs))
        return known[0] if len(known) == 1 else " and ".join(filter(None, [", ".join(known[:-1]), *known[-1:]]))

    def tellers(self, refs: tuple[ActorRef, ...], statement: str | None) -> str | None:
        """Who stands for a datum: those named, else the speaker of the statement that carries it, else ``None``."""
        if refs:
            return self.names(refs)
        carrier = self.statement(statement)
        return None if carrier is None else carrier.speaker.name

    def date(self, dating: Dating) -> str:
        """A date with the basis it rests on."""
        if dating.basis is DateBasis.UNKNOWN or dating.value is None:
            return "date unknown" if dating.mention is None else f"date unknown: “{self.words(dating.mention)}”"
        basis = BASES[dating.basis]
        return f"{edtf(dating.value)} ({basis}" + (f": “{self.words(dating.mention)}”)" if dating.mention else ")")

    def place(self, ref: PlaceRef) -> str | None:
        """A place's name with the words that name it and the names of sides, or ``None`` for nowhere."""
        said = None if ref.mention is None else self.words(ref.mention)
        name = ref.name or said
        if name is None:
            return None
        asides = [] if said is None or said.casefold() in name.casefold() else [f"“{said}”"]
        asides += self.sides(ref.place)
        return name + (f" ({'; '.join(asides)})" if asides else "")

    def sides(self, place: str | None) -> list[str]:
        """What each side calls a place of the dossier, where it differs from the neutral name."""
        if self.dossier is None or place is None:
            return []
        entry = next((each for each in self.dossier.places if each.id == place), None)
        return [] if entry is None else self.labels(entry.names, entry.name)

    def labels(self, forms: Iterable[NameForm], neutral: str) -> list[str]:
        """One form a side, as "Azerbaijani: Khankendi": the English one first, else one in Latin letters, else none."""
        chosen: dict[str, str] = {}
        for form in sorted(forms, key=lambda each: not each.language.startswith("en")):
            if form.party is not None and not form.slip and _latin(form.text):
                chosen.setdefault(form.party, form.text)
        return [f"{self._side(party)}: {text}" for party, text in chosen.items() if text != neutral]

    def _side(self, party: str) -> str:
        entry = None
        if self.dossier is not None:
            entry = next((each for each in self.dossier.actors if each.id == party), None)
        if entry is None:
            return party
        return entry.demonyms[0] if entry.demonyms else entry.name

    def around(self, anchor: Span) -> list[Ink]:
        """The words around ``anchor`` within its sentence, the anchor itself marked."""
        text = self.text
        start = max(anchor.start - _AROUND, 0)
        before = text[start : anchor.start]
        cut = max((before.rfind(end) for end in _ENDS), default=-1)
        if cut >= 0:
            before = before[cut + 1 :].lstrip(" ”’\"')»")
        elif start:
            before = "…" + before[before.find(" ") + 1 :] if " " in before else "…" + before
        after = text[anchor.end : anchor.end + _AROUND]
        stops = [place for end in _ENDS if (place := after.find(end)) >= 0]
        if stops:
            after = after[: min(stops)] + (after[min(stops)].strip())
        elif anchor.end + _AROUND < len(text):
            after = after[: after.rfind(" ")] + "…" if " " in after else after + "…"
        return [(before, "quote"), ("‹", "aside"), (self.words(anchor), "anchor"), ("›", "aside"), (after, "quote")]


def _latin(text: str) -> bool:
    return all(unicodedata.name(letter, "").startswith("LATIN") for letter in text if letter.isalpha())


def count(number: Count) -> str:
    """A count as people write it: "2", "2 to 5", "at least 2"."""
    if number.high is None:
        return f"at least {number.low}"
    return str(number.low) if number.low == number.high else f"{number.low} to {number.high}"
