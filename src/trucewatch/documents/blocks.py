"""A tree of elements to paragraphs: a block starts a new one, inline elements do not, a break starts a new line."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from lxml.etree import _Element  # type: ignore[import-untyped]

# Elements within a line, of HTML and of trafilatura's own tree (hi, ref, del, lb, graphic). All others are blocks.
_INLINE_NAMES: Final = (
    "a abbr acronym b bdi bdo big cite code data del dfn em font hi i img ins kbd label mark q ref rt ruby s samp "
    "small span strike strong sub sup time tt u var wbr graphic"
)
_INLINE: Final = frozenset(_INLINE_NAMES.split())
_BREAKS: Final = frozenset(("br", "lb"))
_CELLS: Final = frozenset(("td", "th", "cell"))


def paragraphs(root: _Element, *, without: Collection[str] = ()) -> Iterator[str]:
    """The paragraphs of ``root`` in order, white space collapsed, elements named in ``without`` left out.

    A line break stays a line break, two of them divide paragraphs; the cells of a table row are joined by `` | ``.
    Takes time in proportion to the tree, at any depth.
    """
    from lxml import etree  # type: ignore[import-untyped]

    line: list[str] = []
    walk = etree.iterwalk(root, events=("start", "end"))
    for event, element in walk:
        tag = element.tag if isinstance(element.tag, str) else ""
        if event == "start":
            if tag in without and element is not root:
                walk.skip_subtree()
                yield from _lines(line)
                continue
            if tag in _CELLS:
                if any(not part.isspace() for part in line):
                    line.append(" | ")
            elif tag in _BREAKS:
                line.append("\0")
            elif tag not in _INLINE:
                yield from _lines(line)
            if element.text:
                line.append(element.text)
        else:
            if tag not in _INLINE and tag not in _BREAKS and tag not in _CELLS:
                yield from _lines(line)
            if element.tail and element is not root:
                line.append(element.tail)
    yield from _lines(line)


def _lines(parts: list[str]) -> Iterator[str]:
    """Empty ``parts`` into paragraphs: NUL stands for a line break, which canonical text does not hold."""
    text = "".join(parts)
    parts.clear()
    paragraph: list[str] = []
    for line in text.split("\0"):
        words = " ".join(line.split()).removesuffix(" |")
        if words:
            paragraph.append(words)
        elif paragraph:
            yield "\n".join(paragraph)
            paragraph = []
    if paragraph:
        yield "\n".join(paragraph)
