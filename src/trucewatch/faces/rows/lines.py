"""Rows as lines of JSON that no terminal obeys."""

from __future__ import annotations

import json
import re
from typing import Any

# Characters that JSON lets stand raw and a terminal obeys: DEL and C1 controls, marks that turn the direction of text,
# lone surrogates, which are no UTF-8 either.
_OBEYED = re.compile("[\u007f-\u009f\u061c\u200b\u200e\u200f\u2028-\u202e\u2060-\u2069\ufeff\ud800-\udfff]")


def json_line(value: Any) -> bytes:
    """``value`` as JSON on one line, in characters that no terminal obeys.

    Raises:
        ValueError: when it holds a number that JSON has not (NaN, infinity).
    """
    plain = json.dumps(value, ensure_ascii=False, allow_nan=False, separators=(",", ":"))
    return _OBEYED.sub(lambda match: f"\\u{ord(match[0]):04x}", plain).encode() + b"\n"
