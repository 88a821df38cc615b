"""Draws docs/images/reading.svg: a text with its spans marked, and the reading tied to them."""

from __future__ import annotations

from html import escape
from pathlib import Path

PATH = Path(__file__).resolve().parent.parent / "docs" / "images" / "reading.svg"
FONT, CHAR, LINE, LEFT, TOP = 15, 9.0, 30, 36, 84  # a fixed-width face, so that marks lie under their letters
INKS = {"who": "#3b6fb6", "what": "#b3541e", "when": "#2f7d4f", "where": "#7b4fa3", "owed": "#a3304f"}
TEXT = [
    "Velda's defence ministry said on Monday that Osterian",
    "guns had shelled the village of Harrow, killing two",
    "people. “Our gunners fired no shell,” answered Ivo",
    "Marn, Osteria's army chief. Under point 3 of the",
    "Harrow Protocol both sides are to pull back their",
    "guns within thirty days.",
]
MARKS = [  # line, words, ink
    (0, "Velda's defence ministry", "who"),
    (0, "Monday", "when"),
    (1, "shelled", "what"),
    (1, "the village of Harrow", "where"),
    (2, "Our gunners fired no shell", "what"),
    (2, "Ivo", "who"),
    (3, "Marn", "who"),
    (3, "point 3 of the", "owed"),
    (4, "Harrow Protocol", "owed"),
    (4, "both sides", "who"),
    (4, "pull back their", "owed"),
    (5, "guns", "owed"),
    (5, "within thirty days", "when"),
]
CARDS = [  # height of the line in the text it is tied to, ink, heading, lines
    (
        1,
        "what",
        "event · shelling",
        ["claimed by Velda's defence ministry", "denied by Ivo Marn", "at Harrow · 4 March · killed 2"],
    ),
    (2, "who", "statement · Ivo Marn denied", ["“Our gunners fired no shell”", "quoted · date unknown"]),
    (
        4,
        "owed",
        "commitment · owed",
        ["Velda and Osteria: pull back guns", "point 3, Harrow Protocol", "due 3 April (30 days from signing)"],
    ),
]


def picture() -> str:
    """The drawing as SVG."""
    out = [
        '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 960 380" width="960" height="380" role="img" '
        'aria-labelledby="title desc" font-family="ui-monospace, Menlo, Consolas, \'DejaVu Sans Mono\', monospace">',
        '<title id="title">A text and its reading</title>',
        '<desc id="desc">A short report with its speakers, events, dates and duties marked, and beside it an event, a '
        "statement and a commitment, each tied to the words it rests on.</desc>",
        '<rect width="960" height="380" rx="10" fill="#fbfaf7"/>',
        '<text x="36" y="40" font-size="13" fill="#6a675f" letter-spacing="2">WHAT THE TEXT SAYS</text>',
        '<text x="600" y="40" font-size="13" fill="#6a675f" letter-spacing="2">THE READING</text>',
    ]
    for line, words, ink in MARKS:
        x, y = LEFT + TEXT[line].index(words) * CHAR, TOP + line * LINE * 1.5
        colour, wide = INKS[ink], len(words) * CHAR
        out.append(
            f'<rect x="{x - 2:g}" y="{y - 15:g}" width="{wide + 4:g}" height="22" rx="3" fill="{colour}" '
            'opacity="0.14"/>'
        )
        out.append(f'<rect x="{x - 2:g}" y="{y + 6:g}" width="{wide + 4:g}" height="2" fill="{colour}"/>')
    for number, words in enumerate(TEXT):
        y = TOP + number * LINE * 1.5
        out.append(
            f'<text x="{LEFT}" y="{y:g}" font-size="{FONT}" fill="#22201c" textLength="{len(words) * CHAR:g}" '
            f'xml:space="preserve">{escape(words)}</text>'
        )
    y = 60.0
    for line, ink, heading, lines in CARDS:
        height, colour = 34 + 20 * len(lines), INKS[ink]
        middle, tied = y + height / 2, TOP + line * LINE * 1.5 - 4
        out.append(
            f'<path d="M {LEFT + 54 * CHAR:g} {tied:g} C 560 {tied:g} 555 {middle:g} 598 {middle:g}" fill="none" '
            f'stroke="{colour}" stroke-width="1.5"/>'
        )
        out.append(f'<rect x="600" y="{y:g}" width="328" height="{height}" rx="6" fill="#ffffff" stroke="{colour}"/>')
        out.append(
            f'<text x="616" y="{y + 22:g}" font-size="14" font-weight="bold" fill="{colour}">{escape(heading)}</text>'
        )
        for number, words in enumerate(lines):
            out.append(
                f'<text x="616" y="{y + 42 + 20 * number:g}" font-size="13" fill="#22201c">{escape(words)}</text>'
            )
        y += height + 16
    out.append("</svg>")
    return "\n".join(out) + "\n"


if __name__ == "__main__":
    PATH.write_text(picture(), encoding="utf-8")
