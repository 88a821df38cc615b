"""The instruments reader: which agreements a text names, by name or day, and which points of them."""

from __future__ import annotations

from bisect import bisect_right

from trucewatch.model.text import Span
from trucewatch.reading.draft import Draft, InstrumentRef
from trucewatch.reading.instruments import nouns
from trucewatch.reading.instruments.admit import admitted, refers_back, under
from trucewatch.reading.instruments.named import names_in
from trucewatch.reading.instruments.own import OwnText, is_agreement, own_text
from trucewatch.reading.instruments.phrase import Phrase, Times, day_after, phrases, span_of
from trucewatch.reading.instruments.points import Point, read_points
from trucewatch.reading.instruments.resolve import Resolver, slug

__all__ = ["OwnText", "is_agreement", "own_text", "read_instruments"]

_UNRESOLVED = "It is not clear which agreement is meant."


def read_instruments(draft: Draft) -> None:
    """Fill ``draft.instruments`` with every expression that names an agreement or a point of one, in text order.

    An agreement is the dossier's where its names or the days it goes by say so; otherwise its id is made from the text
    (its day and noun, or its name). "The agreement" is the one last named; where that is not one, the reference stays
    unresolved. Words said to the press ("in a statement") are no instrument.
    """
    reader = _Reader(draft)
    own = own_text(draft)
    if own is not None:
        reader.resolver.remember(own.id, own.name, None, -1).nouns.update(nouns.FIRM | nouns.PAPER)
        reader.refs.append(InstrumentRef(own.title, own.id, own.name))
    reader.read(own)
    draft.instruments = sorted(reader.refs, key=lambda ref: ref.span)


class _Reader:
    """One pass over the phrases of a text, with the points that lead to them."""

    def __init__(self, draft: Draft) -> None:
        self.draft = draft
        self.resolver = Resolver(draft)
        self.times = Times(draft)
        self.refs: list[InstrumentRef] = []
        self.points = read_points(draft.text)
        self.joined: dict[int, list[Point]] = {}
        for point in self.points:
            if point.joined is not None:
                self.joined.setdefault(point.joined, []).append(point)
        self.used: set[Point] = set()

    def read(self, own: OwnText | None) -> None:
        """Read phrases and free points together in text order, so that references back see what came before."""
        named = names_in(self.draft)
        taken = [span for span, _ in named]
        steps: list[tuple[int, object]] = [(span.start, (span, id_)) for span, id_ in named]
        for phrase in phrases(self.draft, self.times):
            span = span_of(self.draft, phrase)
            if not _meets(taken, span):
                steps.append((span.start, phrase))
        steps += [(point.span.start, point) for point in self.points]
        headings = [] if own is None else [Span(start, end) for start, _, end in own.points]
        last_point: list[Point] = []
        for _, step in sorted(steps, key=lambda row: row[0]):
            if isinstance(step, Point):
                last_point.append(step)
                continue
            self._free(last_point, headings, step)
            last_point = [point for point in last_point if point not in self.used]
            if isinstance(step, Phrase):
                self._phrase(step)
            elif isinstance(step, tuple):
                self._name(*step)
        self._free(last_point, headings, None)

    def _sentence(self, offset: int) -> int:
        return bisect_right(self.draft.parse.sentences, offset, key=lambda each: each.span.start) - 1

    # -- steps --------------------------------------------------------------------------------------------------

    def _name(self, span: Span, id_: str) -> None:
        """A name of the dossier's, found word for word."""
        named = self.resolver.remember(id_, span.of(self.draft.text), None, self._sentence(span.start))
        points = self._leading(span.start) or self._leading(span.start - len("the "))
        self._add(span, id_, named.name, points, None)

    def _phrase(self, phrase: Phrase) -> None:
        draft = self.draft
        span = span_of(draft, phrase)
        points = self._leading(span.start)
        sentence = self._sentence(span.start)
        if phrase.dates and not phrase.number and self._dated(phrase, span, points, sentence):
            return
        loose = phrase.plural and phrase.determiner is None and not points  # "trade agreements" in general
        fresh = loose or phrase.number is not None or phrase.determiner in nouns.INDEFINITE
        id_ = None if fresh else self.resolver.by_words(phrase)
        if id_ is not None:
            named = self.resolver.remember(id_, self.resolver.name(phrase), phrase, sentence)
            self._add(span, id_, named.name, points, None)
        elif refers_back(phrase, draft, strict=not points and "same" not in phrase.lower):
            self._back(phrase, span, points, sentence)
        elif admitted(phrase, draft, self.resolver, pointed=bool(points)):
            name = self.resolver.name(phrase)
            id_ = f"resolution-{phrase.number}" if phrase.number else slug(name)
            named = self.resolver.remember(id_, name, phrase, sentence, day=self._signing_day(phrase))
            self._add(span, id_, named.name, points, None)
        elif phrase.noun in nouns.LOOSE and phrase.determiner in nouns.DEFINITE and under(phrase, draft):
            self._add(
                span, None, self.resolver.name(phrase), points, None
            )  # "under its mandate": a source, no instrument

    def _signing_day(self, phrase: Phrase) -> str | None:
        """The day in "signed a ceasefire agreement in Juba on 5 March": later the agreement may go by it."""
        words = self.draft.parse.words
        if words[words[phrase.head].head].lemma not in nouns.SIGNING:
            return None
        end = self.draft.parse.sentences[words[phrase.head].sent].last
        day = day_after(self.times, words, phrase.last, end, dating=True)
        return None if day is None else day.value

    def _dated(self, phrase: Phrase, span: Span, points: list[Point], sentence: int) -> bool:
        """A phrase called by one day or several: one reference a day, the noun shared."""
        draft, resolver = self.draft, self.resolver
        ids = [resolver.by_day(time, phrase) for time in phrase.dates]
        if not any(ids) and not admitted(phrase, draft, resolver, pointed=bool(points)):
            return False
        start = span.start
        for n, (time, id_) in enumerate(zip(phrase.dates, ids, strict=True)):
            if id_ is None:
                words = slug(time.span.of(draft.text))
                dated = time.value or (words if any(c.isdecimal() for c in words) else None)
                id_ = f"{dated}-{phrase.noun}" if dated else slug(resolver.name(phrase))
            whole = len(ids) == 1
            end = span.end if n == len(ids) - 1 else time.span.end
            piece = Span(min(start, time.span.start), max(end, time.span.end))
            name = resolver.name(phrase) if whole else f"{phrase.noun} of {time.span.of(draft.text)}"
            named = resolver.remember(id_, name, phrase, sentence, day=time.value)
            self._add(piece, id_, named.name, points if n == 0 else [], time.span)
            start = self._next_start(piece.end)
        return True

    def _next_start(self, offset: int) -> int:
        """The first word from ``offset`` on that is no comma or "and"."""
        words = self.draft.parse.words
        i = self.draft.parse.at(offset)
        i = bisect_right(words, offset - 1, key=lambda word: word.start) if i is None else i
        while i < len(words) and words[i].lower in (",", "and", "or"):
            i += 1
        return words[min(i, len(words) - 1)].start

    def _back(self, phrase: Phrase, span: Span, points: list[Point], sentence: int) -> None:
        """ "The agreement": the one last named, if one was."""
        named, ambiguous = self.resolver.back(phrase)
        if named is not None:
            self.resolver.remember(named.id, named.name, None, sentence)
            self._add(span, named.id, named.name, points, None)
        elif ambiguous or points:
            self._add(span, None, self.resolver.name(phrase), points, None)
            self.draft.warn(span, _UNRESOLVED)
        elif under(phrase, self.draft):
            self._add(span, None, self.resolver.name(phrase), points, None)

    def _free(self, points: list[Point], headings: list[Span], step: object) -> None:
        """Points that no phrase follows: of the instrument last named, where the words are plainly of that kind."""
        for point in points:
            if point in self.used or (point.joined is not None and step is not None and self._awaits(point, step)):
                continue
            self.used.add(point)
            if not (point.firm or point.its) or point.joined is not None or _meets(headings, point.span):
                continue
            named, ambiguous = self.resolver.back(None)
            if named is not None:
                self.refs.append(InstrumentRef(point.span, named.id, named.name, point.number))
            elif ambiguous:
                self.refs.append(InstrumentRef(point.span, None, point.span.of(self.draft.text), point.number))

    def _awaits(self, point: Point, step: object) -> bool:
        start = span_of(self.draft, step).start if isinstance(step, Phrase) else None
        if isinstance(step, tuple):
            start = step[0].start
        return start is not None and point.joined is not None and start - len("the ") <= point.joined <= start

    def _leading(self, start: int) -> list[Point]:
        """The points that lead to the phrase at ``start`` through "of"."""
        return self.joined.get(start, [])

    def _add(self, span: Span, id_: str | None, name: str, points: list[Point], time: Span | None) -> None:
        """Add the reference, begun at the first word of its point; further points get references of their own."""
        if not points:
            self.refs.append(InstrumentRef(span, id_, name, None, time))
            return
        self.used.update(points)
        for point in points[:-1]:
            self.refs.append(InstrumentRef(point.span, id_, name, point.number))
        last = points[-1]
        self.refs.append(InstrumentRef(Span(last.span.start, span.end), id_, name, last.number, time))


def _meets(spans: list[Span], span: Span) -> bool:
    """Whether ``span`` meets one of ``spans``, which are in order and apart."""
    i = bisect_right(spans, span.end - 1, key=lambda each: each.start) - 1
    return i >= 0 and spans[i].meets(span)
