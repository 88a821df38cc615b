"""Words that stand twice, and articles that no noun follows: "the the", "the especially the"."""

from __future__ import annotations

from collections.abc import Iterator

from trucewatch.model.text import Span
from trucewatch.reading.lexicon import load
from trucewatch.reading.parse import Parse

_LISTS: dict[str, str] = load("slips")
_DOUBLED = frozenset(_LISTS["doubled"].split())
_ARTICLES = frozenset(_LISTS["articles"].split())
_FOREIGN = frozenset(_LISTS["after article"].split())
_IDIOMS: dict[str, list[tuple[str, ...]]] = {}
for _idiom in _LISTS["idioms"].split("|"):
    _IDIOMS.setdefault(_idiom.split()[0], []).append(tuple(_idiom.split()))


def repeated(parse: Parse) -> Iterator[tuple[Span, str]]:
    """Doubled words, articles in a row and articles inside set phrases, each with a message."""
    words = parse.words
    for sentence in parse.sentences:
        done = -1  # the last word of a run already flagged
        for i in range(sentence.first, sentence.last - 1):
            word, after = words[i], words[i + 1]
            if i < done:
                continue
            if word.lower in _ARTICLES:
                found = _articles(parse, i, sentence.last)
                if found is not None:
                    done = _run_end(parse, i, sentence.last)
                    yield found
                    continue
            elif word.lower in _DOUBLED and after.text == word.lower and parse.text[word.end : after.start].isspace():
                done = _run_end(parse, i, sentence.last)
                yield Span(word.start, after.end), f"“{word.lower}” stands twice."
            if word.lemma in _IDIOMS:
                for idiom in _IDIOMS[word.lemma]:
                    last = i + len(idiom)
                    if last <= sentence.last and all(words[i + k].lower == idiom[k] for k in range(1, len(idiom))):
                        span = parse.span(i, last - 1)
                        yield span, f"“{span.of(parse.text)}” has an article that the set phrase has not."


def _run_end(parse: Parse, i: int, end: int) -> int:
    """The last word of the run of one word that begins at ``i``."""
    last = i
    while last + 1 < end and parse.words[last + 1].lower == parse.words[i].lower:
        last += 1
    return last


def _articles(parse: Parse, i: int, end: int) -> tuple[Span, str] | None:
    """An article after an article, at once or over one adverb."""
    words = parse.words
    k = i + 1
    if k < end and words[k].pos == "ADV" and words[k].lower.endswith("ly"):
        k += 1
    if k + 1 >= end or words[k].text not in _ARTICLES or words[k].tag != "DT" or words[k + 1].lower in _FOREIGN:
        return None
    if not parse.text[words[i].end : words[k].start].replace(words[k - 1].text, "").isspace():
        return None
    span = parse.span(i, k)
    if k == i + 1 and words[i].lower == words[k].lower:
        return span, f"“{words[i].lower}” stands twice."
    return span, f"“{span.of(parse.text)}”: an article with no noun before the next."
