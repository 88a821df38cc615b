"""Who said what, against PolNeAR 1.0 (Newell et al. 2018): sources, cues and contents in US political news.

Figures are exact-span F1 of source, cue and content, and a joint F1: content Jaccard of at least 0.5 in tokens and
sources that overlap, one to one. PolNeAR's conventions differ from the product's, so each statement is brought to them:

* a relative pronoun is the source of the cue that follows it ("the envoy, [who] said"), not its antecedent;
* nothing is attributed inside an attribution there, so statements within another are left out;
* a source is the whole noun phrase with its appositions, so these stand for the mention's shown words;
* a colon belongs to the cue before it;
* contents of direct speech keep their quotation marks, so marks beside a content are taken in;
* a clause keeps its "that";
* the target of a charge or a demand belongs to the content there ("accused [the army of firing]", "urged [the army to
  leave]"), so a content that follows its target directly or after "of" or "for" begins with the target;
* one cue has one attribution there, so statements that share a cue ("said that A and that B") are put together.
"""

from __future__ import annotations

import json
import re
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Any

from evaluation.corpora import folder
from trucewatch.model.document import Document
from trucewatch.model.statement import Act, Statement
from trucewatch.model.text import Span
from trucewatch.model.time import parse_day
from trucewatch.reading.draft import Draft
from trucewatch.reading.readers import READERS, begin

_MARKS = "“”\"‘’'«»„"
_TOKEN = re.compile(r"\w+|[^\w\s]")
_ENOUGH = 0.5
_LONGEST_APPOSITION = 160  # code points
_RELATIVE = re.compile(r"\b(who|which)\s\Z")
_CHARGE = re.compile(r"\s[^.;:“”\"]{2,60}\s(?:of|for|with)\s")
_ASKED = re.compile(r"\s[^.,;:“”\"]{2,60}\s")

Spans = tuple[tuple[int, int], ...]


@dataclass(frozen=True, slots=True)
class Attribution:
    """One attribution as PolNeAR has it: fragments of source, cue and content, the first two maybe none."""

    source: Spans
    cue: Spans
    content: Spans


def score_attribution(part: str = "dev", limit: int | None = None) -> dict[str, float]:
    """F1 (0 to 1) of ``source``, ``cue``, ``content`` and ``joint`` on a part of PolNeAR, running the product.

    Raises:
        FileNotFoundError: when the corpus is not in its folder.
    """
    tally = Tally()
    for row in _rows(part, limit):
        tally.add(row["text"], gold(row), attributions(read_text(row["text"], row.get("published"))))
    return tally.figures()


def read_text(text: str, published: str | None = None) -> Draft:
    """The draft of ``text`` read as far as attribution, without a dossier."""
    draft = begin(Document(text, published=parse_day(published) if published else None))
    for reader in READERS:
        reader.run(draft)
        if reader.name == "attribution":
            break
    return draft


def gold(row: dict[str, Any]) -> list[Attribution]:
    """The gold attributions of one line of the corpus, fragments with only white space between united."""
    text = row["text"]
    return [
        Attribution(_united(text, each["source"]), _united(text, each["cue"]), _united(text, each["content"]))
        for each in row["attributions"]
    ]


def attributions(draft: Draft) -> list[Attribution]:
    """The statements of a draft in PolNeAR's conventions."""
    found: dict[Span | str, Attribution] = {}
    for statement in draft.statements:
        if statement.within is None:
            one = _attribution(draft, statement)
            key = statement.cue or statement.id
            if key in found:
                one = Attribution(one.source, one.cue, _joined(draft.text, found[key].content, one.content))
            found[key] = one
    return list(found.values())


def _attribution(draft: Draft, statement: Statement) -> Attribution:
    text = draft.text
    source = _source(draft, statement)
    if statement.cue is not None and (pronoun := _relative_before(text, statement.cue.start)) is not None:
        source = (pronoun,)
    cue: Spans = ()
    if statement.cue is not None:
        end = statement.cue.end
        cue = ((statement.cue.start, end + (text[end : end + 1] == ":")),)
    content = [_with_marks(text, span) for span in statement.content]
    if statement.cue is not None:
        content[0] = (_start(text, statement, content[0][0]), content[0][1])
    return Attribution(source, cue, _united(text, content))


def _start(text: str, statement: Statement, start: int) -> int:
    """Where PolNeAR has the content begin that begins at ``start``: with its "that", or with the one it is aimed at."""
    if statement.cue is None or statement.cue.end >= start:
        return start
    if text.endswith("that ", statement.cue.end, start):
        return start - len("that ")
    between = text[statement.cue.end : start]
    charged = statement.act is Act.ACCUSE and _CHARGE.fullmatch(between)
    asked = text.startswith("to ", start) and _ASKED.fullmatch(between)
    return statement.cue.end + 1 if charged or asked else start


def _relative_before(text: str, start: int) -> tuple[int, int] | None:
    match = _RELATIVE.search(text, max(0, start - 8), start)
    return None if match is None else (match.start(1), match.end(1))


def _source(draft: Draft, statement: Statement) -> Spans:
    """The whole noun phrase of a statement's source, what follows a comma in it as far as the syntax has it so."""
    mention = statement.speaker.mention
    if mention is None:
        return ()
    word = draft.parse.at(mention.start)
    named = None if word is None else draft.mention_at(word)
    span = named.phrase if named is not None and named.span == mention else mention
    inside = draft.parse.within(span)
    if not inside:
        return ((span.start, span.end),)
    head = next((i for i in inside if draft.parse.words[i].head not in inside), inside[-1])
    end = draft.parse.subtree(head).end
    bounds = [each.start for each in (statement.cue, *statement.content) if each is not None and each.start >= span.end]
    end = min([end, *bounds])
    more = draft.text[span.end : end]
    if len(more) > _LONGEST_APPOSITION or any(mark in more for mark in _MARKS) or not more.startswith(", "):
        return ((span.start, span.end),)
    kept = more.rstrip(" ,")
    end = span.end + len(kept) + (more.startswith(",", len(kept)) or draft.text.startswith(",", span.end + len(kept)))
    return ((span.start, end),)


def _with_marks(text: str, span: Span) -> tuple[int, int]:
    """A content with the quotation marks right beside it, doubled ones (two apostrophes) too."""
    start, end = span.start, span.end
    while start > span.start - 2 and start > 0 and text[start - 1] in _MARKS and not text[start].isspace():
        if text[start - 2 : start - 1].isalnum():
            break
        start -= 1
    opened = start < span.start or any(mark in text[start:end] for mark in "“«„")
    while opened and end < min(span.end + 2, len(text)) and text[end] in _MARKS:
        end += 1
    return start, end


def _joined(text: str, first: Spans, second: Spans) -> Spans:
    """The contents of one cue together, as one fragment where only "and" stands between them."""
    if text[first[-1][1] : second[0][0]].strip(" ,") in ("and", "but", "or"):
        return (*first[:-1], (first[-1][0], second[0][1]), *second[1:])
    return _united(text, (*first, *second))


def _united(text: str, fragments: Iterable[Iterable[int]]) -> Spans:
    found: list[tuple[int, int]] = []
    for start, end in sorted(tuple(each) for each in fragments):
        if found and not text[found[-1][1] : start].strip():
            found[-1] = (found[-1][0], max(end, found[-1][1]))
        else:
            found.append((start, end))
    return tuple(found)


class Tally:
    """Counts of what was found, what there was, and what agreed."""

    def __init__(self) -> None:
        self.right: Counter[str] = Counter()
        self.found: Counter[str] = Counter()
        self.there: Counter[str] = Counter()

    def add(self, text: str, wanted: list[Attribution], have: list[Attribution]) -> None:
        """Count one document."""
        for name in ("source", "cue", "content"):
            a = Counter(getattr(each, name) for each in wanted if getattr(each, name))
            b = Counter(getattr(each, name) for each in have if getattr(each, name))
            self.there[name] += a.total()
            self.found[name] += b.total()
            self.right[name] += (a & b).total()
        self.there["joint"] += len(wanted)
        self.found["joint"] += len(have)
        self.right["joint"] += len(joint(text, wanted, have))

    def figures(self) -> dict[str, float]:
        """F1 by name, with the joint's precision and recall."""
        figures = {name: _f1(self.right[name], self.found[name], self.there[name]) for name in self.there}
        figures["joint_precision"] = self.right["joint"] / max(1, self.found["joint"])
        figures["joint_recall"] = self.right["joint"] / max(1, self.there["joint"])
        return figures


def _f1(right: int, found: int, there: int) -> float:
    return 2 * right / (found + there) if found + there else 0.0


def joint(text: str, wanted: list[Attribution], have: list[Attribution]) -> list[tuple[int, int]]:
    """Pairs (gold, found) whose contents and sources agree, best contents first, one to one."""
    tokens = [(m.start(), m.end()) for m in _TOKEN.finditer(text)]
    gold_words = [_words(tokens, each.content) for each in wanted]
    found_words = [_words(tokens, each.content) for each in have]
    by_token: dict[int, list[int]] = {}
    for number, words in enumerate(gold_words):
        for word in words:
            by_token.setdefault(word, []).append(number)
    pairs = []
    for j, words in enumerate(found_words):
        for i, shared in Counter(n for word in words for n in by_token.get(word, ())).items():
            overlap = shared / (len(words) + len(gold_words[i]) - shared)
            if overlap >= _ENOUGH and _overlap(wanted[i].source, have[j].source):
                pairs.append((overlap, i, j))
    taken_i: set[int] = set()
    taken_j: set[int] = set()
    matched = []
    for _, i, j in sorted(pairs, reverse=True):
        if i not in taken_i and j not in taken_j:
            taken_i.add(i)
            taken_j.add(j)
            matched.append((i, j))
    return matched


def _words(tokens: list[tuple[int, int]], spans: Spans) -> set[int]:
    found: set[int] = set()
    for start, end in spans:
        low, high = 0, len(tokens)
        while low < high:
            middle = (low + high) // 2
            low, high = (middle + 1, high) if tokens[middle][1] <= start else (low, middle)
        while low < len(tokens) and tokens[low][0] < end:
            found.add(low)
            low += 1
    return found


def _overlap(a: Spans, b: Spans) -> bool:
    return (not a and not b) or any(x[0] < y[1] and y[0] < x[1] for x in a for y in b)


def _rows(part: str, limit: int | None) -> Iterator[dict[str, Any]]:
    with (folder() / "attribution" / f"polnear-{part}.jsonl").open(encoding="utf-8") as lines:
        for number, line in enumerate(lines):
            if limit is not None and number >= limit:
                return
            yield json.loads(line)
