"""The scene that the names readers share: which words are taken, which actors have appeared, what offices they hold."""

from __future__ import annotations

import re
from dataclasses import dataclass

from anyascii import anyascii

from trucewatch.model.actor import ActorKind
from trucewatch.model.dossier import ActorEntry
from trucewatch.model.text import Span
from trucewatch.reading.draft import ActorRecord, Draft, Mention, MentionKind, Usage
from trucewatch.reading.parse import Word

_SLUG = re.compile(r"[^a-z0-9]+")
BODIES = frozenset(
    {"state", "government", "authority", "ministry", "force", "mission", "organisation", "group", "company"}
)


def slug(text: str) -> str:
    """An id made from a name: ASCII letters and digits joined by hyphens."""
    return _SLUG.sub("-", anyascii(text).lower()).strip("-") or "x"


@dataclass(frozen=True, slots=True)
class Role:
    """Offices named by a role phrase, and whose offices they are."""

    offices: tuple[str, ...]
    of: tuple[str, ...]
    plural: bool = False


class Scene:
    """A draft with the look-ups that names need. Mentions are added through :meth:`add`, so no word is taken twice."""

    def __init__(self, draft: Draft) -> None:
        self.draft = draft
        self.parse = draft.parse
        self.words: list[Word] = draft.parse.words
        self.knowledge = draft.knowledge
        self.owner: list[Mention | None] = [None] * len(self.words)
        self.roles: dict[int, Role] = {}  # id of a mention -> the role it names
        self.quoted = self._quoted()
        self.genders: dict[str, str] = {}  # person -> "female" or "male", where a title says so
        self.country: str | None = None  # where the text speaks from, by its dateline or outlet
        self.issuer: str | None = None  # the body whose bulletin it is
        self.parties: tuple[str, ...] = ()  # who "the Parties" are where the text itself defines them

    def _quoted(self) -> list[bool]:
        flags = [False] * len(self.words)
        for quotation in self.draft.quotations:
            if quotation.usage is Usage.SPEECH:
                for part in quotation.parts:
                    for i in self.parse.within(part):
                        flags[i] = True
        return flags

    def free(self, words: range) -> bool:
        """Whether none of the words belongs to a mention."""
        return bool(words) and all(self.owner[i] is None for i in words)

    def head(self, words: range) -> int:
        """The word of a run whose head lies outside it; the last such one."""
        return next(
            (i for i in reversed(words) if self.words[i].head not in words or self.words[i].head == i), words[-1]
        )

    def add(
        self,
        words: range,
        kind: MentionKind,
        actors: tuple[str, ...],
        *,
        person: bool = False,
        plural: bool = False,
    ) -> Mention:
        """Record a mention over a run of words, taking them from any mention they belonged to wholly."""
        for other in {id(m): m for i in words if (m := self.owner[i]) is not None}.values():
            self.drop(other)
        span = self.parse.span(words[0], words[-1])
        mention = Mention(span, span, self.head(words), kind, actors, person, plural)
        for i in words:
            self.owner[i] = mention
        self.draft.mentions.append(mention)
        return mention

    def drop(self, mention: Mention) -> None:
        """Take a mention back."""
        self.draft.mentions = [each for each in self.draft.mentions if each is not mention]
        for i in self.parse.within(mention.span):
            if self.owner[i] is mention:
                self.owner[i] = None

    def know(self, entry: ActorEntry) -> str:
        """The id of a known actor, entered among the actors of the text."""
        if entry.id not in self.draft.actors:
            self.draft.actors[entry.id] = ActorRecord(entry.id, entry.name, str(entry.kind), True)
        return entry.id

    def meet(self, id_: str, name: str, kind: ActorKind) -> str:
        """The id of an actor made from the text, or of the known one that already has this id."""
        if id_ in self.knowledge.actors:
            return self.know(self.knowledge.actors[id_])
        if id_ not in self.draft.actors:
            self.draft.actors[id_] = ActorRecord(id_, name, str(kind), False)
        return id_

    def kind(self, actor: str) -> str:
        """The kind of an actor of the text."""
        return self.draft.actors[actor].kind

    def hold(self, person: str, office: str, of: str | None) -> None:
        """Record that the text gives ``person`` an office."""
        held = self.draft.affiliations.setdefault(person, [])
        if (office, of) not in held:
            held.append((office, of))

    def state_of(self, actor: str) -> str | None:
        """The state a body belongs to, as far as is known."""
        entry = self.knowledge.actors.get(actor)
        return entry.parent if entry is not None else None

    def place_in_clause(self, mention: Mention) -> tuple[str, int]:
        """The grammatical role of a mention and the word it depends on; an apposition has its noun's role."""
        i = mention.head
        while self.words[i].dep in ("appos", "conj") and self.words[i].head != i:
            i = self.words[i].head
        return self.words[i].dep, self.words[i].head

    def countries(self, words: range) -> list[str]:
        """Ids of the states, authorities and other bodies mentioned by name within a run of words, in order."""
        found: list[str] = []
        for i in words:
            mention = self.owner[i]
            if mention is None or mention.person:
                continue
            for actor in mention.actors:
                if actor not in found and self.kind(actor) in BODIES:
                    found.append(actor)
        return found

    def span(self, words: range) -> Span:
        """The span of a run of words."""
        return self.parse.span(words[0], words[-1])
