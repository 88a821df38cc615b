"""Keys: what a datum is called, the same in every record and after every re-reading."""

from __future__ import annotations

import base64
import hashlib

_LETTERS = 12
PREFIX = {"statement": "s", "event": "e", "commitment": "c", "dispute": "q", "decision": "r", "incident": "i"}


def key(what: str, *parts: object) -> str:
    """A letter for the kind of datum, a colon and twelve letters and digits (60 bits) of a digest of ``parts``.

    A datum's parts are its document's id, the words that give it identity (start and end), and its turn among data of
    the same words; so the key outlives re-reading as long as the reader finds it in the same words.
    """
    digest = hashlib.sha256("\x1f".join(map(str, parts)).encode("utf-8", "surrogatepass")).digest()
    return f"{PREFIX[what]}:{base64.b32encode(digest)[:_LETTERS].decode().lower()}"
