"""The door of the room: every input gives one document or one clear refusal."""

from __future__ import annotations

import subprocess
import sys
from datetime import date, datetime

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.documents.pages import SENTENCE, article, page
from trucewatch.documents import REASONS, from_text, limits, open_document
from trucewatch.model.errors import DocumentError

RUSSIAN = "Министерство сообщило во вторник, что перемирие соблюдается, однако жители слышали выстрелы.\n"
ARMENIAN = "Պաշտպանության նախարարությունը երեքշաբթի հայտնել է, որ հրադադարը պահպանվում է\n"
ARABIC = "قالت وزارة الدفاع يوم الثلاثاء إن وقف إطلاق النار صامد لكن السكان سمعوا إطلاق نار\n"
LONG = (SENTENCE + " ") * (10_000_000 // (len(SENTENCE) + 1) + 1)
GIVEN, STATED = date(2022, 8, 12), date(2022, 8, 10)


@pytest.mark.parametrize(
    ("data", "reason"),
    [
        (b"", "empty"),
        (b" \n\t\r\n", "empty"),
        ("\N{NO-BREAK SPACE}\N{LINE SEPARATOR}".encode(), "empty"),
        ("\ufeff".encode(), "empty"),
        (b"12:30 -- 14\n...", "no_text"),
        (b"\0\0\0", "no_text"),
        ("\N{ZERO WIDTH SPACE}".encode(), "no_text"),
        (page("<script>x()</script>").encode(), "no_text"),
        (page("<div>" * 100_000).encode(), "no_text"),
        (b"# \n\n---\n", "no_text"),
        (bytes(range(256)) * 40, "binary"),
        (b"\0" * 5000, "binary"),
        (b"%PDF-1.4\n...", "unsupported"),
        (b"PK\x03\x04\x14\0word/document.xml", "unsupported"),
        (b"<?xml version='1.0'?><rss><channel/></rss>", "unsupported"),
        ("Перемирие".encode("cp1251"), "undecodable"),
        (LONG.encode(), "too_large"),
        (LONG.encode("utf-16"), "too_large"),
        (article(f"<p>{LONG[:1_100_000]}</p>").encode(), "too_large"),
        (page("x" * limits.HTML_BYTES).encode(), "too_large"),
        (b"a " * (limits.BYTES // 2 + 1), "too_large"),
    ],
)
def test_refusals(data: bytes, reason: str) -> None:
    with pytest.raises(DocumentError) as refusal:
        open_document(data, name="report")
    assert refusal.value.reason == reason
    assert refusal.value.exit_code == 3
    message = str(refusal.value)
    assert message.startswith("'report'")
    assert "\n" not in message
    # What is wrong, then what to do: two sentences at least.
    assert message.count(". ") >= 1


@pytest.mark.parametrize(
    ("data", "text", "language", "encoding"),
    [
        (SENTENCE.encode(), SENTENCE, "en", "utf-8"),
        (b"\xef\xbb\xbf" + SENTENCE.encode(), SENTENCE, "en", "utf-8"),
        (f"{SENTENCE}\r\n".encode("utf-16"), SENTENCE + "\n", "en", "utf-16-le"),
        (SENTENCE.encode("utf-16-be"), SENTENCE, "en", "utf-16-be"),
        (RUSSIAN.encode("koi8-r"), RUSSIAN, "ru", "koi8-r"),
        (RUSSIAN.encode("cp1251"), RUSSIAN, "ru", "cp1251"),
        (ARABIC.encode("cp1256"), ARABIC, "ar", "cp1256"),
        (ARMENIAN.encode(), ARMENIAN, "hy", "utf-8"),
        (f"{SENTENCE}\0".encode(), SENTENCE + "\ufffd", "en", "utf-8"),
        (f"\u202e{SENTENCE}\u200b".encode(), f"\u202e{SENTENCE}\u200b", "en", "utf-8"),
    ],
)
def test_texts(data: bytes, text: str, language: str, encoding: str) -> None:
    document = open_document(data)
    assert (document.text, document.language, document.encoding) == (text, language, encoding)


def test_one_line_of_a_million_characters_is_read() -> None:
    line = LONG[: limits.READING_CHARACTERS]
    assert open_document(line.encode()).text == line


def test_the_limit_can_be_raised() -> None:
    with pytest.raises(DocumentError, match="more than the 1,000,000"):
        open_document(LONG[:1_000_001].encode())
    assert len(open_document(LONG[:1_000_001].encode(), limit=limits.CHARACTERS).text) == 1_000_001


def test_plain_text_is_not_touched() -> None:
    text = "  A\tb \n\n\n  c\u00a0d – “e” \u0301\n"
    assert open_document(text.encode(), name="a.txt").text == text


def test_the_charset_of_the_server_counts_before_that_of_the_page() -> None:
    data = page(f"<p>{RUSSIAN}</p>", "<meta charset=koi8-r>").encode("cp1251")
    document = open_document(data, media='text/html; charset="windows-1251"')
    assert (document.text, document.encoding) == (RUSSIAN.strip(), "cp1251")


def test_the_bytes_count_before_the_charset_of_the_page() -> None:
    document = open_document(page(f"<p>{RUSSIAN}</p>", "<meta charset=windows-1251>").encode())
    assert document.text == RUSSIAN.strip()
    assert document.notes == ("declared as windows-1251, but its bytes are UTF-8",)


@pytest.mark.parametrize("given_day", [GIVEN, datetime(2022, 8, 12, 23, 0)])
def test_the_day_given_wins_over_the_day_stated(given_day: date) -> None:
    data = article(head=f"<meta name=date content={STATED}>").encode()
    assert open_document(data).published == STATED
    document = open_document(data, published=given_day)
    assert document.published == GIVEN
    assert type(document.published) is date
    assert document.notes == ("states 2022-08-10 as its day of publication; 2022-08-12 was given and holds",)


def test_an_unstated_day_is_unknown() -> None:
    assert open_document(SENTENCE.encode()).published is None


def test_a_title_is_one_clean_line() -> None:
    document = from_text(SENTENCE, title=" Truce\r\nholds \0 \ud800" + "x" * 900)
    assert document.title is not None
    assert document.title.startswith("Truce holds \ufffd \ufffdx")
    assert len(document.title) == 500
    assert from_text(SENTENCE, title=" \n").title is None


def test_a_text_at_hand_is_only_made_canonical() -> None:
    document = from_text(f"{SENTENCE}\r\n<b>x</b>\0", published=GIVEN, publisher="The Daily", url="https://a.example")
    assert document.text == f"{SENTENCE}\n<b>x</b>\ufffd"
    assert (document.published, document.publisher, document.url) == (GIVEN, "The Daily", "https://a.example")
    assert document.notes == ("1 NUL character replaced by U+FFFD",)


@pytest.mark.parametrize(
    ("text", "reason"), [("", "empty"), (" \n", "empty"), ("1 2 3", "no_text"), (LONG[:1_000_001], "too_large")]
)
def test_texts_refused(text: str, reason: str) -> None:
    with pytest.raises(DocumentError) as refusal:
        from_text(text)
    assert refusal.value.reason == reason


def test_the_same_text_has_the_same_identity() -> None:
    documents = (open_document(SENTENCE.encode()), open_document(SENTENCE.encode("utf-16")), from_text(SENTENCE))
    assert len({document.id for document in documents}) == 1


@pytest.mark.parametrize("name", ["a\x1b[31m\n\u202etxt.exe", "\udcff.txt"])
def test_names_cannot_write_to_the_terminal(name: str) -> None:
    with pytest.raises(DocumentError) as refusal:
        open_document(b"", name=name)
    assert str(refusal.value).isprintable()


@given(st.binary(max_size=400), st.sampled_from(["-", "a.html", "a.md", "a.txt"]))
@settings(max_examples=200, deadline=None)
def test_any_bytes_give_a_document_or_a_refusal(data: bytes, name: str) -> None:
    try:
        document = open_document(data, name=name)
    except DocumentError as refusal:
        assert refusal.reason in REASONS  # noqa: PT017
    else:
        assert "\0" not in document.text
        assert any(map(str.isalpha, document.text))
        document.text.encode("utf-8")


def test_the_import_loads_none_of_the_heavy_libraries() -> None:
    code = (
        "import sys, trucewatch.documents\n"
        "heavy = {'trafilatura', 'lxml', 'charset_normalizer', 'py3langid', 'numpy', 'markdown_it', 'email', 'spacy'}\n"
        "sys.exit(repr(heavy & set(sys.modules)) if heavy & set(sys.modules) else 0)"
    )
    result = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=False)
    assert result.returncode == 0, result.stderr
