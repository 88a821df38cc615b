"""Files and streams: regular files only, and no more than the limit."""

from __future__ import annotations

import io
import os
from datetime import date
from pathlib import Path

import pytest

from tests.documents.pages import SENTENCE
from trucewatch.documents import limits, load, read_stream
from trucewatch.model.errors import AccessError, DocumentError


def test_a_file_is_read(tmp_path: Path) -> None:
    file = tmp_path / "a.md"
    file.write_text(f"# Truce\n\n{SENTENCE}\n", encoding="utf-8")
    document = load(file, date(2022, 8, 12))
    assert document.text == f"Truce\n\n{SENTENCE}"
    assert (document.title, document.published) == ("Truce", date(2022, 8, 12))


def test_a_link_to_a_file_is_followed(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text(SENTENCE, encoding="utf-8")
    (tmp_path / "b.txt").symlink_to(tmp_path / "a.txt")
    assert load(tmp_path / "b.txt").text == SENTENCE


@pytest.mark.parametrize("name", ["none.txt", "none/none.txt", "a\0b", "x" * 5000])
def test_what_is_not_there(tmp_path: Path, name: str) -> None:
    with pytest.raises(AccessError) as refusal:
        load(tmp_path / name)
    assert refusal.value.exit_code == 6
    assert str(refusal.value).isprintable()


def test_a_folder(tmp_path: Path) -> None:
    with pytest.raises(AccessError, match="is a folder") as refusal:
        load(tmp_path)
    assert refusal.value.exit_code == 6


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="the system has no pipes with names")
def test_a_pipe_does_not_block(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe")
    with pytest.raises(AccessError, match="is a pipe or a device"):
        load(tmp_path / "pipe")


@pytest.mark.skipif(not Path("/dev/zero").exists(), reason="the system has no devices in /dev")
@pytest.mark.parametrize("device", ["/dev/zero", "/dev/null"])
def test_a_device(device: str) -> None:
    with pytest.raises(AccessError, match="is a pipe or a device"):
        load(Path(device))


@pytest.mark.skipif(not hasattr(os, "geteuid") or os.geteuid() == 0, reason="everything may be read")
def test_a_file_that_may_not_be_read(tmp_path: Path) -> None:
    file = tmp_path / "a.txt"
    file.write_text(SENTENCE, encoding="utf-8")
    file.chmod(0)
    with pytest.raises(AccessError, match="may not be read"):
        load(file)


def test_a_large_file_is_refused_unread(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    file = tmp_path / "sparse.txt"
    with file.open("wb") as handle:
        handle.truncate(limits.BYTES + 1)
    monkeypatch.setattr("trucewatch.documents.files.read_stream", None)
    with pytest.raises(DocumentError) as refusal:
        load(file)
    assert refusal.value.reason == "too_large"


def test_a_stream_is_read_to_the_limit_only(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(limits, "BYTES", 10)
    assert read_stream(io.BytesIO(b"x" * 10)) == b"x" * 10
    endless = io.BytesIO(b"x" * 1000)
    with pytest.raises(DocumentError, match="Standard input has 11 bytes"):
        read_stream(endless)
    assert endless.tell() == 11


def test_a_stream_that_fails() -> None:
    class Broken(io.BytesIO):
        def read(self, size: int | None = -1, /) -> bytes:
            raise OSError(5, "Input/output error")

    with pytest.raises(AccessError, match="Standard input cannot be read: Input/output error"):
        read_stream(Broken())
