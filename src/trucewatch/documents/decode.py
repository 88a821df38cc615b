"""Bytes to text: which encoding, on what grounds, and what had to be mended.

The order is fixed and the first that holds decides: a byte order mark; strict UTF-8; UTF-16 or UTF-32 without a mark,
seen by their NUL bytes; UTF-8 with a few broken bytes; what the page or the server declares; a guess by
charset-normalizer, from 32 bytes on. UTF-7 is never read: it hides markup from whoever looks at the bytes.
"""

from __future__ import annotations

import codecs
import re
from dataclasses import dataclass
from typing import Final

from trucewatch.documents.clean import REPLACEMENT
from trucewatch.model.errors import DocumentError

GUESS_BYTES: Final = 32
"""Shortest input, in bytes, for which an encoding is guessed: below it a guess is no better than chance."""

_SAMPLE: Final = 256 * 1024
_MARKS: Final = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
# Control bytes no text carries: C0 without tab, line feed, vertical tab, form feed, carriage return and escape.
_CONTROLS: Final = bytes(set(range(32)) - {9, 10, 11, 12, 13, 27}) + b"\x7f"
_LABEL: Final = re.compile(r"[A-Za-z0-9_.:+-]{1,40}")
_DECLARED: Final = re.compile(
    rb"<meta\b[^>]{0,400}?charset\s*=\s*[\"']?\s*([A-Za-z0-9_.:+-]{1,40})"
    rb"|<\?xml\b[^>]{0,200}?encoding\s*=\s*[\"']([A-Za-z0-9_.:+-]{1,40})",
    re.IGNORECASE,
)
# What a label stands for on the web (WHATWG Encoding Standard, "names and labels"): the larger set is the one meant.
_MEANT: Final = {
    "ascii": "cp1252",
    "iso8859-1": "cp1252",
    "iso8859-9": "cp1254",
    "iso8859-11": "cp874",
    "gb2312": "gb18030",
    "gbk": "gb18030",
    "shift_jis": "cp932",
    "euc_kr": "cp949",
}
_DECLARABLE_NAMES: Final = (
    "utf-8 utf-16 utf-16-le utf-16-be utf-32 cp866 cp874 cp932 cp949 cp1250 cp1251 cp1252 cp1253 cp1254 cp1255 cp1256 "
    "cp1257 cp1258 gb18030 big5 big5hkscs euc_jp iso2022_jp koi8-r koi8-u mac-roman mac-cyrillic iso8859-2 iso8859-3 "
    "iso8859-4 iso8859-5 iso8859-6 iso8859-7 iso8859-8 iso8859-10 iso8859-13 iso8859-14 iso8859-15 iso8859-16"
)
_DECLARABLE: Final = frozenset(_DECLARABLE_NAMES.split())
_WESTERN_CODECS: Final = frozenset({"cp1252", "iso8859-15", "mac-roman"})
# Letters and signs of western European prose. A text whose every non-ASCII character is one of these is taken for
# cp1252 before anything rarer: a guess alone reads "ministère" as Czech.
_WESTERN: Final = frozenset(
    "àáâãäåæçèéêëìíîïñòóôõöøœùúûüÿßšžÀÁÂÃÄÅÆÇÈÉÊËÌÍÎÏÑÒÓÔÕÖØŒÙÚÛÜŸŠŽ‘’“”‚„«»‹›–—…•·¡¿ªº°§©®™€£\xa0\xad"
)
# The encodings a guess chooses among: those news and statements were published in. Left to all, it prefers cp932.
_GUESSABLE: Final = (
    "cp1252 cp1251 koi8_r koi8_u cp866 iso8859_5 mac_cyrillic cp1256 iso8859_6 cp1250 iso8859_2 cp1254 cp1253 cp1255 "
    "cp1257 gb18030 big5 cp932 euc_jp cp949"
)


@dataclass(frozen=True, slots=True)
class Decoded:
    """A text, the codec it was decoded with, and what had to be guessed or replaced, in words."""

    text: str
    encoding: str
    notes: tuple[str, ...] = ()


def declared_charset(data: bytes) -> str | None:
    """The charset named by an HTML ``meta`` or an XML declaration within the first 4,096 bytes, as it is written."""
    found = _DECLARED.search(data[:4096])
    if found is None:
        return None
    return (found[1] or found[2]).decode("ascii")


def decode(data: bytes, *, declared: str | None = None, name: str = "The input") -> Decoded:
    """Decode ``data``; ``declared`` is the charset the page or the server names, ``name`` is for messages only.

    :raises DocumentError: ``binary`` when the bytes are no text, ``undecodable`` when no encoding fits them.
    """
    if marked := _by_mark(data, name):
        return marked
    codec = _codec(declared)
    strict = _strictly(data, "utf-8")
    if strict is not None and not _binary(data, share=0.1, least=8):
        return Decoded(strict, "utf-8", _conflict(strict, declared, codec))
    wide = _wide(data)
    if wide is not None:
        return wide
    if strict is not None or _binary(data, share=0.02, least=1):
        raise _refuse_binary(name)
    return _nearly_utf8(data) or _by_declaration(data, codec) or _by_guess(data, declared, name)


def _refuse_binary(name: str) -> DocumentError:
    return DocumentError(
        "binary", f"{name} is not text: its bytes are those of a program, a picture or a damaged file. Save it as text."
    )


def _by_mark(data: bytes, name: str) -> Decoded | None:
    """Decode by the byte order mark. FF FE 00 00 may also open UTF-16: it is UTF-32 only when all of it is."""
    for mark, codec in _MARKS:
        if not data.startswith(mark):
            continue
        body = data[len(mark) :]
        strict = _strictly(body, codec)
        if strict is not None:
            return Decoded(strict, codec)
        if codec == "utf-32-le":
            continue
        if codec == "utf-8":
            return _nearly_utf8(body) or _by_guess(body, None, name)
        decoded = _replacing(body, codec)
        if decoded.text.count(REPLACEMENT) > 0.1 * len(decoded.text):
            raise _refuse_binary(name)
        return decoded
    return None


def _wide(data: bytes) -> Decoded | None:
    """UTF-16 or UTF-32 without a mark: seen by NUL bytes, believed when nearly every character is a plausible one."""
    if len(data) < 4 or b"\0" not in data[:4096]:
        return None
    for codec, width in (("utf-32-le", 4), ("utf-32-be", 4), ("utf-16-le", 2), ("utf-16-be", 2)):
        sample = _strictly(data[: min(4096, len(data)) // width * width], codec)
        if sample and sum(map(_plausible, sample)) >= 0.95 * len(sample):
            text = _strictly(data, codec)
            found = _replacing(data, codec) if text is None else Decoded(text, codec)
            return Decoded(found.text, codec, (f"decoded as {codec} by its shape, without a mark", *found.notes))
    return None


def _plausible(char: str) -> bool:
    point = ord(char)
    if point < 0xA0:
        return 32 <= point < 127 or char in "\t\n\r"
    return point < 0x780 or 0x10A0 <= point < 0x1100 or 0x2010 <= point <= 0x203A


def _nearly_utf8(data: bytes) -> Decoded | None:
    """UTF-8 cut off at its end or with a few broken bytes among many whole sequences."""
    try:
        data.decode("utf-8")
    except UnicodeDecodeError as error:
        cut = error.reason == "unexpected end of data" and error.end >= len(data)
    else:
        cut = True
    decoded = _replacing(data, "utf-8")
    broken = decoded.text.count(REPLACEMENT) - data.count(b"\xef\xbf\xbd")
    whole = decoded.text.replace(REPLACEMENT, "")
    evidence = len(whole.encode("utf-8")) - len(whole)
    return decoded if cut or (evidence >= 2 and 4 * broken <= evidence) else None


def _by_declaration(data: bytes, codec: str | None) -> Decoded | None:
    if codec is None or codec == "utf-8":
        return None
    decoded = _replacing(data, codec)
    broken = decoded.text.count(REPLACEMENT)
    if 100 * broken > len(decoded.text):
        return None
    if codec in _WESTERN_CODECS and not _western_enough(decoded.text):
        return None
    return decoded


def _by_guess(data: bytes, declared: str | None, name: str) -> Decoded:
    codec = _guess(data) if len(data) >= GUESS_BYTES else None
    decoded = _replacing(data, codec or "utf-8")
    if 10 * decoded.text.count(REPLACEMENT) > 3 * len(decoded.text):
        raise DocumentError(
            "undecodable",
            f"{name} is in an unknown encoding: it is not UTF-8, declares none that fits, and is too short or too "
            "unlike text to guess by. Save it as UTF-8.",
        )
    said = (f"declared as {declared}, which its bytes are not",) if declared else ()
    guessed = (f"decoded as {decoded.encoding} by guess",) if codec else ()
    return Decoded(decoded.text, decoded.encoding, (*said, *guessed, *decoded.notes))


def _guess(data: bytes) -> str | None:
    """The most likely codec: cp1252 when that reads as western prose throughout, else what charset-normalizer finds."""
    western = _strictly(data, "cp1252")
    if western is not None and _western_enough(western) and set(western) - _WESTERN <= _ASCII:
        return "cp1252"
    from charset_normalizer import from_bytes

    # The sample ends at a space, so that no character of two bytes is cut.
    end = len(data) if len(data) <= _SAMPLE else max(data.rfind(b" ", 0, _SAMPLE), data.rfind(b"\n", 0, _SAMPLE), 1)
    best = from_bytes(data[:end], cp_isolation=_GUESSABLE.split()).best()
    return None if best is None else codecs.lookup(best.encoding).name


_ASCII: Final = frozenset(map(chr, range(128)))


def _western_enough(text: str) -> bool:
    """Whether at most two in five letters lie outside ASCII: above that a western declaration is a mistake."""
    letters = sum(map(str.isalpha, text[:_SAMPLE]))
    accented = sum(char.isalpha() and not char.isascii() for char in text[:_SAMPLE])
    return 5 * accented <= 2 * letters


def _codec(declared: str | None) -> str | None:
    """The codec a declared label means; ``None`` for labels unknown, not of a text encoding, or UTF-7."""
    if declared is None or not _LABEL.fullmatch(declared):
        return None
    label = declared.lower().removeprefix("x-")
    try:
        codec = codecs.lookup(label).name
    except LookupError:
        return None
    codec = _MEANT.get(codec, codec)
    return codec if codec in _DECLARABLE else None


def _conflict(text: str, declared: str | None, codec: str | None) -> tuple[str, ...]:
    if declared is None or codec == "utf-8" or text.isascii():
        return ()
    return (f"declared as {declared}, but its bytes are UTF-8",)


def _binary(data: bytes, *, share: float, least: int) -> bool:
    controls = len(data) - len(data.translate(None, _CONTROLS))
    return controls >= least and controls > share * len(data)


def _strictly(data: bytes, codec: str) -> str | None:
    try:
        return data.decode(codec)
    except UnicodeDecodeError:
        return None


def _replacing(data: bytes, codec: str) -> Decoded:
    """Decode with U+FFFD for what cannot be decoded, counted in a note."""
    strict = _strictly(data, codec)
    name = codecs.lookup(codec).name
    if strict is not None:
        return Decoded(strict, name)
    text = data.decode(codec, "replace")
    own = data.count(b"\xef\xbf\xbd") if codec == "utf-8" else 0
    count = max(1, text.count(REPLACEMENT) - own)
    return Decoded(text, name, (f"{count:,} undecodable byte sequence{'s' if count > 1 else ''} replaced by U+FFFD",))
