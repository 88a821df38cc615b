"""Which encoding is chosen, on what grounds, and what is said about it."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from trucewatch.documents.decode import declared_charset, decode
from trucewatch.model.errors import DocumentError

ENGLISH = "The ministry’s spokesman said “the truce holds” – and the café owner heard nothing at dawn.\n"
RUSSIAN = "Министерство сообщило во вторник, что перемирие у реки соблюдается, однако жители слышали выстрелы.\n"
ARABIC = "قالت وزارة الدفاع يوم الثلاثاء إن وقف إطلاق النار صامد قرب النهر لكن السكان سمعوا إطلاق نار\n"
ARMENIAN = "Պաշտպանության նախարարությունը երեքշաբթի հայտնել է, որ հրադադարը պահպանվում է\n"
FRENCH = "Le ministère de la Défense a déclaré mardi que la trêve était respectée près de la rivière.\n"


@pytest.mark.parametrize("text", [ENGLISH, RUSSIAN, ARABIC, ARMENIAN, FRENCH, "plain ascii"])
def test_utf8_is_taken_strictly_and_says_nothing(text: str) -> None:
    decoded = decode(text.encode())
    assert (decoded.text, decoded.encoding, decoded.notes) == (text, "utf-8", ())


@pytest.mark.parametrize("text", [ENGLISH, RUSSIAN, ARABIC, ARMENIAN])
@pytest.mark.parametrize("codec", ["utf-8-sig", "utf-16", "utf-32", "utf-16-le", "utf-16-be", "utf-32-le", "utf-32-be"])
def test_unicode_encodings_with_and_without_mark(text: str, codec: str) -> None:
    decoded = decode(text.encode(codec))
    assert decoded.text == text
    assert decoded.encoding == codec.removesuffix("-sig") or codec in ("utf-16", "utf-32")


@pytest.mark.parametrize(
    ("text", "codec"),
    [
        (RUSSIAN, "cp1251"),
        (RUSSIAN, "koi8-r"),
        (RUSSIAN, "iso8859-5"),
        (RUSSIAN, "cp866"),
        (ARABIC, "cp1256"),
        (FRENCH, "latin-1"),
        (ENGLISH, "cp1252"),
    ],
)
def test_old_encodings_are_guessed_and_said_to_be(text: str, codec: str) -> None:
    decoded = decode(text.encode(codec))
    assert decoded.text == text
    assert decoded.notes == (f"decoded as {decoded.encoding} by guess",)


def test_a_declaration_spares_the_guess() -> None:
    decoded = decode("Перемирие".encode("koi8-r"), declared="KOI8-R")
    assert (decoded.text, decoded.encoding, decoded.notes) == ("Перемирие", "koi8-r", ())


def test_bytes_win_over_a_declaration_they_contradict() -> None:
    decoded = decode(RUSSIAN.encode(), declared="windows-1251")
    assert decoded.text == RUSSIAN
    assert decoded.notes == ("declared as windows-1251, but its bytes are UTF-8",)


def test_a_western_declaration_of_cyrillic_bytes_is_not_believed() -> None:
    decoded = decode(RUSSIAN.encode("cp1251"), declared="iso-8859-1")
    assert (decoded.text, decoded.encoding) == (RUSSIAN, "cp1251")
    assert decoded.notes[0] == "declared as iso-8859-1, which its bytes are not"


@pytest.mark.parametrize(
    "label", ["utf-7", "base64", "rot13", "idna", "unicode_escape", "no-such", "a b", "x" * 99, "é"]
)
def test_labels_of_no_text_encoding_are_not_followed(label: str) -> None:
    assert decode(b"+ADw-script+AD4- said", declared=label).text == "+ADw-script+AD4- said"


def test_a_character_cut_off_at_the_end_is_replaced_and_counted() -> None:
    decoded = decode(ENGLISH.encode() + "é".encode()[:1])
    assert decoded.text == ENGLISH + "\ufffd"
    assert decoded.notes == ("1 undecodable byte sequence replaced by U+FFFD",)


def test_few_broken_bytes_leave_utf8_utf8() -> None:
    decoded = decode(RUSSIAN.encode() + b"\xff said \xc0\xaf")
    assert decoded.text.startswith(RUSSIAN)
    assert decoded.encoding == "utf-8"
    assert decoded.notes == ("3 undecodable byte sequences replaced by U+FFFD",)


def test_replacement_characters_of_the_source_are_not_counted() -> None:
    assert decode((RUSSIAN + "\ufffd").encode() + b"\xff").notes[0].startswith("1 undecodable")


def test_short_bytes_are_not_guessed() -> None:
    decoded = decode("le café dit".encode("latin-1"))
    assert decoded.text == "le caf\ufffd dit"
    assert decoded.encoding == "utf-8"


def test_nothing_fits_is_a_refusal() -> None:
    with pytest.raises(DocumentError) as refusal:
        decode("Перемирие".encode("cp1251"))
    assert refusal.value.reason == "undecodable"


@pytest.mark.parametrize(
    "data", [bytes(range(256)) * 8, b"\0" * 100, b"\x01\x02\x03\x04" * 30, b"\xff\xfe" + b"\xd8\x00\x00\xd8" * 200]
)
def test_bytes_of_no_text_are_binary(data: bytes) -> None:
    with pytest.raises(DocumentError) as refusal:
        decode(data)
    assert refusal.value.reason in ("binary", "undecodable")


def test_a_stray_nul_does_not_make_a_text_binary() -> None:
    assert decode(b"The ministry\0 said").text == "The ministry\0 said"
    assert decode(RUSSIAN.encode("cp1251") + b"\0").text == RUSSIAN + "\0"


@pytest.mark.parametrize(
    ("head", "charset"),
    [
        (b'<meta charset="koi8-r">', "koi8-r"),
        (b"<META HTTP-EQUIV=content-type CONTENT='text/html; charset=windows-1251'>", "windows-1251"),
        (b'<?xml version="1.0" encoding="UTF-16"?>', "UTF-16"),
        (b"charset=koi8-r", None),
        (b" " * 5000 + b"<meta charset=koi8-r>", None),
    ],
)
def test_declared_charset(head: bytes, charset: str | None) -> None:
    assert declared_charset(head) == charset


@given(st.binary(max_size=300), st.sampled_from([None, "utf-8", "koi8-r", "utf-16", "iso2022_jp", "gb18030", "utf-7"]))
@settings(max_examples=300, deadline=None)
def test_any_bytes_give_a_text_or_a_refusal(data: bytes, declared: str | None) -> None:
    try:
        decoded = decode(data, declared=declared)
    except DocumentError as refusal:
        assert refusal.reason in ("binary", "undecodable")  # noqa: PT017
    else:
        assert isinstance(decoded.text, str)
        assert decoded.encoding


@given(st.text(st.characters(exclude_categories=["Cs", "Cc"]), min_size=1, max_size=200))
@settings(deadline=None)
def test_what_was_written_in_utf8_comes_back(text: str) -> None:
    assert decode(text.encode()).text == text.removeprefix("\ufeff")
