"""Lengths counted from something: "within three years from the signing", "14 days after the ceasefire takes effect"."""

from __future__ import annotations

from collections.abc import Callable

from trucewatch.reading.times.forms import Anchored, Bounded, Duration, Found, Shift, Side, Vague
from trucewatch.reading.times.lexicon import CLOSED_CLASS
from trucewatch.reading.times.numbers import HYPHENS, duration, ordinal, whole
from trucewatch.reading.times.tokens import Tokens
from trucewatch.reading.times.wordlists import words

type DateRule = Callable[[Tokens, int], Found | None]

_SIGNING = words("signing signature signatures signed concluding conclusion")
_EFFECT = words("force effect effective effectiveness commencement")
_RELATIONS = {"from": 1, "of": 1, "after": 1, "following": 1, "since": 1, "upon": 1, "before": -1, "prior": -1,
              "preceding": -1, "as": 1}  # fmt: skip
_CLAUSE_END = words(
    "shall will must should would the_parties and or that which who unless if while where but is are was were "
    "has have had be"
)
_SKIPPED = words("the its this their that any such an a date moment time day of")
_ARTICLES = frozenset({"the", "a", "an", "this", "these", "those", "it", "they"})
_REACH = 14  # tokens looked at for the anchor


def limited(t: Tokens, i: int, date_at: DateRule) -> Found | None:
    """What an outer limit begins: "within ...", "no later than ...", "by day 5", "on the fifth day after ...", "in"."""
    word, j = t.low[i], i + 1
    if word in ("no", "not"):
        if t.low[j] in ("later", "more", "longer") and t.low[j + 1] == "than":
            return _no_later(t, i, j + 2, date_at)
        return None
    if word == "on":
        return day_count(t, i, j)
    if word == "in":
        return _in(t, i, j)
    if word not in ("within", "inside", "under", "by"):
        return None
    if (
        word in ("within", "inside")
        and t.low[j] in ("a", "the", "at")
        and t.low[j + 1] in ("period", "maximum", "most")
    ):
        j += 3 if t.low[j + 2] == "of" else 2
    length = duration(t, j)
    if length is None or word == "by" or word == "under":
        return None
    return _anchored(t, Found(i, length[1], length[0]), date_at, within=True) or Found(
        i, length[1], Anchored(length[0], 1, within=True)
    )


def _no_later(t: Tokens, i: int, j: int, date_at: DateRule) -> Found | None:
    length = duration(t, j)
    if length is not None:
        found = _anchored(t, Found(i, length[1], length[0]), date_at, within=True)
        if found is not None:
            return found
        return None if t.low[i + 1] != "later" else Found(i, length[1], Anchored(length[0], 1, within=True))
    dated = date_at(t, j) if t.low[i + 1] == "later" else None
    if dated is None and t.low[j] == "by":
        dated = date_at(t, j + 1)
    return Found(i, dated.end, Bounded(Side.BY, dated.form)) if dated else None


def _in(t: Tokens, i: int, j: int) -> Found | None:
    """ "in two weeks", told of the future, is a date; the past makes it a length, which is read from its number."""
    length = duration(t, j)
    if length is None or length[0].parts[0][0] is None or t.low[length[1]] in ("of", "after", "from", "before", "ago"):
        return None
    k = length[1] + 2 if t.low[length[1] + 1] == "s" else length[1] + 1
    if t.low[length[1]] in ("’", "'") and t.low[k] == "time":
        return Found(i, k + 1, Shift(length[0], 1))
    return Found(i, length[1], Shift(length[0], 1)) if _ahead(t, i) else None


_WILL = words("will shall ll going expected due scheduled set hope hopes")


def _ahead(t: Tokens, i: int) -> bool:
    start = t.sentence_start(i, 25)
    return any(t.low[k] in _WILL for k in range(start, i))


def after_length(t: Tokens, head: Found, date_at: DateRule) -> Found | None:
    """A length with its anchor after it, no limit before: "14 days after the ceasefire takes effect"."""
    return _anchored(t, head, date_at, within=False)


def _anchored(t: Tokens, head: Found, date_at: DateRule, *, within: bool) -> Found | None:
    """The length ``head`` with what it counts from after it."""
    i, end, length = head
    if not isinstance(length, Duration):
        return None
    word = t.low[end]
    sign = _RELATIONS.get(word)
    if sign is None or (word == "of" and not within) or (word == "as" and t.low[end + 1] not in ("of", "from")):
        return None
    j = end + 2 if word in ("prior", "as") else end + 1
    if word in ("since", "before") and not within and not (dated := date_at(t, j)):
        return None
    dated = date_at(t, j)
    if dated is not None and not isinstance(dated.form, Vague):
        return Found(i, dated.end, Anchored(length, sign, within=within, date=dated.form))
    kind, stop = _anchor(t, j)
    if kind is None or (word == "from" and not within and kind not in ("signing", "effect")):
        return None
    if not within and kind not in ("signing", "effect"):
        return Found(i, end, Anchored(length, sign, within=False, anchor=kind))
    return Found(i, stop, Anchored(length, sign, within=within, anchor=kind))


def _anchor(t: Tokens, j: int) -> tuple[str | None, int]:
    """What a length is counted from: ``"signing"``, ``"effect"`` or the text's words; and the token after the words."""
    k = j
    while t.low[k] in _SKIPPED and k - j < 5:
        k += 1
    first = k
    kind: str | None = None
    while k - j < _REACH and t.word(k) and t.low[k] not in _CLAUSE_END:
        if t.low[k] in _SIGNING:
            kind, k = "signing", k + 1
            break
        if t.low[k] in _EFFECT:
            kind, k = "effect", k + (2 if t.low[k + 1] == "date" else 1)
            break
        if k > first and t.low[k] in _ARTICLES and t.low[k - 1] not in CLOSED_CLASS:
            break  # a new noun phrase: "after withdrawal | the road ..."
        k += 1
    if kind is not None:
        return kind, k
    if k == first or t.low[first] in CLOSED_CLASS:
        return None, j
    k = min(k, first + 6)
    while k > first + 1 and t.low[k - 1] in CLOSED_CLASS:
        k -= 1
    return t.text[t.starts[j] : t.ends[k - 1]], k


def day_count(t: Tokens, i: int, j: int) -> Found | None:
    """ "on day 5 after withdrawal", "on the fifth day following the signing", "by day 42"."""
    if t.low[j] == "the":
        j += 1
    number = ordinal(t, j)
    if number is not None:
        n, k = number
        k = k + 1 if t.low[k] in HYPHENS else k
        if t.low[k] != "day":
            return None
        end = k + 1
    else:
        if t.low[j] != "day" or (counted := whole(t.low[j + 1])) is None:
            return None
        n, end = counted, j + 2
    within = t.low[i] == "by"
    first = i if within else i + 1
    length = Duration(((n, "day"),))
    word = t.low[end]
    if word not in ("after", "from", "following", "of"):
        bare = number is None and word != "of"
        return Found(first, end, Anchored(length, 1, within=within, anchor="", numbered=True)) if bare else None
    kind, stop = _anchor(t, end + 1)
    return Found(first, stop, Anchored(length, 1, within=within, anchor=kind, numbered=True)) if kind else None
