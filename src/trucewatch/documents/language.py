"""Which language a text is in, as an ISO 639-1 code, or ``und`` where it cannot be told.

The script decides where one language has it to itself. English is known by its function words, which spares most runs
the 0.8 s that the statistical model takes to load. Otherwise py3langid chooses among the languages of the script:
left to choose among all, it takes a short Russian line for Macedonian.
"""

from __future__ import annotations

import math
import re
from bisect import bisect_right
from collections import Counter
from collections.abc import Callable
from functools import lru_cache
from typing import Final

UNKNOWN: Final = "und"
LETTERS: Final = 20
"""Fewest letters of a text whose language is told."""
CONFIDENCE: Final = 0.5
"""Least probability, among the languages of the script, at which the model is believed."""

_WINDOW: Final = 700
_ENGLISH_SHARE: Final = 0.12
# Words that are among the commonest of English and words of no other language in the list below.
_ENGLISH_WORDS: Final = "the and that with which from they were their said have has this by been after would"
_ENGLISH: Final = frozenset(_ENGLISH_WORDS.split())
_WORD: Final = re.compile(r"[A-Za-z]+")

# First code point of a block, and its script; a block runs to the next entry (Unicode, Blocks.txt, joined).
_BLOCKS: Final = (
    (0x0000, "latin"),
    (0x0370, "greek"),
    (0x0400, "cyrillic"),
    (0x0530, "armenian"),
    (0x0590, "hebrew"),
    (0x0600, "arabic"),
    (0x0700, "other"),
    (0x0750, "arabic"),
    (0x0780, "other"),
    (0x08A0, "arabic"),
    (0x0900, "devanagari"),
    (0x0980, "bengali"),
    (0x0A00, "other"),
    (0x0B80, "tamil"),
    (0x0C00, "other"),
    (0x0D80, "sinhala"),
    (0x0E00, "thai"),
    (0x0E80, "other"),
    (0x1000, "burmese"),
    (0x10A0, "georgian"),
    (0x1100, "hangul"),
    (0x1200, "other"),
    (0x1C90, "georgian"),
    (0x1CC0, "other"),
    (0x1E00, "latin"),
    (0x1F00, "greek"),
    (0x2000, "other"),
    (0x3040, "kana"),
    (0x3100, "other"),
    (0x3400, "han"),
    (0xA000, "other"),
    (0xAC00, "hangul"),
    (0xD7B0, "other"),
    (0xF900, "han"),
    (0xFB00, "latin"),
    (0xFB13, "armenian"),
    (0xFB1D, "hebrew"),
    (0xFB50, "arabic"),
    (0xFE00, "other"),
    (0xFE70, "arabic"),
    (0xFEFF, "other"),
    (0x20000, "han"),
    (0x32000, "other"),
)
_STARTS: Final = tuple(start for start, _ in _BLOCKS)

_LATIN: Final = "en fr de es it pt nl pl cs sk hu ro tr az ku sq hr sl lt lv et fi sv no da id ms vi sw so ha uz"
_LANGUAGES: Final = {
    "latin": _LATIN.split(),
    "cyrillic": ["ru", "uk", "be", "bg", "sr", "mk", "kk", "ky", "mn", "tg"],
    "arabic": ["ar", "fa", "ur", "ps", "ug"],
    "devanagari": ["hi", "ne", "mr"],
    "greek": ["el"],
    "armenian": ["hy"],
    "hebrew": ["he"],
    "georgian": ["ka"],
    "hangul": ["ko"],
    "kana": ["ja"],
    "han": ["zh"],
    "thai": ["th"],
    "bengali": ["bn"],
    "tamil": ["ta"],
    "sinhala": ["si"],
    "burmese": ["my"],
}


def identify(text: str) -> str:
    """The language most of ``text`` is in, by samples from its start, middle and end; ``und`` when it cannot be told.

    A text of fewer than 20 letters, or in a script shared by languages that are not told apart, is ``und``.
    """
    sample = _sample(text)
    counts = Counter(_BLOCKS[bisect_right(_STARTS, ord(char)) - 1][1] for char in sample if char.isalpha())
    if counts.total() < LETTERS:
        return UNKNOWN
    # Japanese is written mostly in Han characters, Chinese never in kana.
    script = "kana" if counts["kana"] > 0.05 * counts.total() else counts.most_common(1)[0][0]
    languages = _LANGUAGES.get(script, [])
    if len(languages) <= 1:
        return languages[0] if languages else UNKNOWN
    if script == "latin" and _english(sample):
        return "en"
    return _by_model(sample, languages)


def _sample(text: str) -> str:
    if len(text) <= 3 * _WINDOW:
        return text
    middle = (len(text) - _WINDOW) // 2
    return "\n".join((text[:_WINDOW], text[middle : middle + _WINDOW], text[-_WINDOW:]))


def _english(sample: str) -> bool:
    words = _WORD.findall(sample.lower())
    known = Counter(word for word in words if word in _ENGLISH)
    return len(known) >= 3 and known.total() >= _ENGLISH_SHARE * len(words)


def _by_model(sample: str, languages: list[str]) -> str:
    """The likeliest of ``languages``. Scores are log posteriors, made comparable over lengths as the model's own
    calibration does, by the square root of the bytes."""
    scores = {code: score for code, score in _ranker()(sample) if code in languages}
    scale = math.sqrt(len(sample.encode("utf-8"))) or 1.0
    best = max(scores, key=scores.__getitem__)
    weight = sum(math.exp((score - scores[best]) / scale) for score in scores.values())
    return best if 1.0 / weight >= CONFIDENCE else UNKNOWN


@lru_cache(maxsize=1)
def _ranker() -> Callable[[str], list[tuple[str, float]]]:
    from py3langid.langid import MODEL_FILE, LanguageIdentifier  # type: ignore[import-untyped]

    rank: Callable[[str], list[tuple[str, float]]] = LanguageIdentifier.from_model_file(MODEL_FILE).rank
    return rank
