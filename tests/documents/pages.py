"""Pages of our own for the tests."""

from __future__ import annotations

SENTENCE = "The ministry of the northern republic said on Tuesday that the truce held near the river."
DENIAL = "Officials in the capital denied that soldiers had shelled the village, and monitors could not confirm either."


def page(body: str, head: str = "") -> str:
    """A page with ``body`` and ``head``."""
    return f"<!DOCTYPE html><html><head>{head}</head><body>{body}</body></html>"


def article(body: str = "", head: str = "") -> str:
    """A page long enough for its main text to be searched, with furniture around it."""
    return page(
        "<nav><ul><li><a href='/'>Home</a></li><li><a href='/sport'>Sport</a></li></ul></nav>"
        f"<article><h1>Truce holds</h1><p>{SENTENCE}</p><p>{DENIAL}</p>{body}<p>{SENTENCE} {DENIAL}</p></article>"
        "<footer>All rights reserved. Subscribe to our newsletter.</footer>",
        head,
    )
