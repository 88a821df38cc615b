"""Files and folders: every entry is an item or a refusal, in one order, and nothing blocks or runs in circles."""

from __future__ import annotations

import hashlib
import os
import socket
import subprocess
from pathlib import Path

import pytest

from trucewatch.documents import kind
from trucewatch.sources import SUFFIXES, Limits, Raw, Refused, open_sources


def _reasons(*paths: Path | str, limits: Limits | None = None) -> list[tuple[str, str]]:
    return [
        (Path(item.name).name, item.reason if isinstance(item, Refused) else "taken")
        for item in open_sources(paths, limits=limits)
    ]


def test_a_file_is_taken_whole(tmp_path: Path) -> None:
    file = tmp_path / "a.txt"
    file.write_bytes(b"Guns fell silent.\r\n\xff")
    (item,) = open_sources([file])
    assert isinstance(item, Raw)
    assert (item.name, item.origin, item.data, item.text) == (str(file), str(file), file.read_bytes(), None)
    assert item.digest == hashlib.sha256(file.read_bytes()).hexdigest()


def test_a_file_named_by_itself_may_have_any_ending(tmp_path: Path) -> None:
    for name in ("report", ".hidden", "report.dat", "REPORT.TXT"):
        (tmp_path / name).write_text("Truce.", encoding="utf-8")
        assert _reasons(tmp_path / name) == [(name, "taken")]


def test_a_folder_is_run_through_in_one_order(tmp_path: Path) -> None:
    for name in ("b.txt", "a.md", "B.HTML", "z/c.txt", "z/a/d.htm", "y/e.text", "é.txt"):
        (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / name).write_text("Truce.", encoding="utf-8")
    names = [os.path.relpath(item.name, tmp_path) for item in open_sources([tmp_path])]
    assert names == ["B.HTML", "a.md", "b.txt", "é.txt", "y/e.text", "z/c.txt", "z/a/d.htm"]


def test_nothing_in_a_folder_is_passed_over(tmp_path: Path) -> None:
    for name in ("a.txt", ".hidden.txt", "data.csv", "README", "b.txt~"):
        (tmp_path / name).write_text("Truce.", encoding="utf-8")
    (tmp_path / ".git").mkdir()
    (tmp_path / ".git" / "c.txt").write_text("Truce.", encoding="utf-8")
    assert _reasons(tmp_path) == [
        (".git", "hidden"),
        (".hidden.txt", "hidden"),
        ("README", "unknown_kind"),
        ("a.txt", "taken"),
        ("b.txt~", "unknown_kind"),
        ("data.csv", "unknown_kind"),
    ]


def test_a_folder_that_holds_nothing_says_so(tmp_path: Path) -> None:
    (tmp_path / "inner").mkdir()
    assert _reasons(tmp_path) == [(tmp_path.name, "empty")]


def test_an_empty_file_is_taken(tmp_path: Path) -> None:
    (tmp_path / "a.txt").touch()
    (item,) = open_sources([tmp_path])
    assert isinstance(item, Raw)
    assert item.data == b""


def test_links_are_not_followed(tmp_path: Path) -> None:
    (tmp_path / "outside.txt").write_text("Secret.", encoding="utf-8")
    folder = tmp_path / "folder"
    folder.mkdir()
    (folder / "loop").symlink_to(folder)
    (folder / "file.txt").symlink_to(tmp_path / "outside.txt")
    (folder / "broken.txt").symlink_to(tmp_path / "nowhere")
    assert _reasons(folder) == [("broken.txt", "link"), ("file.txt", "link"), ("loop", "link")]
    assert _reasons(folder / "file.txt", folder / "broken.txt") == [("file.txt", "link"), ("broken.txt", "link")]


def test_a_file_swapped_for_a_link_is_not_followed(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "outside.txt").write_text("Secret.", encoding="utf-8")
    (tmp_path / "a.txt").symlink_to(tmp_path / "outside.txt")
    monkeypatch.setattr(os.path, "islink", lambda path: False)
    assert _reasons(tmp_path / "a.txt") == [("a.txt", "link")]


def test_a_folder_named_by_itself_may_be_a_link(tmp_path: Path) -> None:
    (tmp_path / "folder").mkdir()
    (tmp_path / "folder" / "a.txt").write_text("Truce.", encoding="utf-8")
    (tmp_path / "link").symlink_to(tmp_path / "folder")
    assert _reasons(tmp_path / "link") == [("a.txt", "taken")]


def test_pipes_sockets_and_devices_do_not_block(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    os.mkfifo(tmp_path / "pipe.txt")
    monkeypatch.chdir(tmp_path)  # a socket's path may have no more than 108 bytes
    with socket.socket(socket.AF_UNIX) as listening:
        listening.bind("socket.txt")
        assert _reasons(tmp_path) == [("pipe.txt", "not_a_file"), ("socket.txt", "not_a_file")]
        assert _reasons("pipe.txt", "socket.txt", "/dev/zero") == [
            ("pipe.txt", "not_a_file"),
            ("socket.txt", "not_a_file"),
            ("zero", "not_a_file"),
        ]


@pytest.mark.skipif(os.geteuid() == 0, reason="everything may be read")
def test_what_may_not_be_read(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("Truce.", encoding="utf-8")
    (tmp_path / "a.txt").chmod(0)
    (tmp_path / "inner").mkdir(mode=0)
    assert _reasons(tmp_path) == [("a.txt", "unreadable"), ("inner", "unreadable")]


def test_what_the_system_will_not_open(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(*_: object) -> int:
        raise PermissionError(13, "Permission denied")

    (tmp_path / "a.txt").write_text("Truce.", encoding="utf-8")
    monkeypatch.setattr(os, "open", refuse)
    (item,) = open_sources([tmp_path])
    assert isinstance(item, Refused)
    assert item.reason == "unreadable"
    assert "may not be read" in item.message


@pytest.mark.parametrize("path", ["none.txt", "none/none.txt", "a\0b", "x" * 5000, "", "\ud800.txt", "a.txt/b.txt"])
def test_what_is_not_there_ends_no_run(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, path: str) -> None:
    monkeypatch.chdir(tmp_path)
    (tmp_path / "a.txt").write_text("Truce.", encoding="utf-8")
    refused, taken = open_sources([path, "a.txt"])
    assert isinstance(refused, Refused)
    assert refused.reason in ("missing", "unreadable")
    assert refused.message.isprintable()
    assert isinstance(taken, Raw)


def test_a_large_file_is_refused_unread(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    with (tmp_path / "sparse.txt").open("wb") as file:
        file.truncate(1 << 40)
    monkeypatch.setattr("trucewatch.sources.files.read_limited", None)
    assert _reasons(tmp_path) == [("sparse.txt", "too_large")]


def test_a_file_of_the_limit_is_taken(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_bytes(b"x" * 10)
    assert _reasons(tmp_path, limits=Limits(file_bytes=10)) == [("a.txt", "taken")]
    assert _reasons(tmp_path, limits=Limits(file_bytes=9)) == [("a.txt", "too_large")]


def test_a_file_that_grows_is_refused(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "a.txt").write_bytes(b"x" * 11)
    real = os.fstat

    def smaller(handle: int) -> os.stat_result:
        fields = list(real(handle))
        fields[6] = 5
        return os.stat_result(fields)

    monkeypatch.setattr(os, "fstat", smaller)
    assert _reasons(tmp_path / "a.txt", limits=Limits(file_bytes=10)) == [("a.txt", "too_large")]


def test_odd_names_are_data(tmp_path: Path) -> None:
    names = ["a\nb.txt", "\u202efdp.txt", "-.txt", "a;rm -rf.txt", " .txt", "\x1b[31m.txt"]
    for name in names:
        (tmp_path / name).write_text("Truce.", encoding="utf-8")
    items = list(open_sources([tmp_path]))
    assert {Path(item.name).name for item in items} == set(names)
    refusals = open_sources([tmp_path], limits=Limits(file_bytes=1))
    assert all(isinstance(item, Refused) and item.message.isprintable() for item in refusals)


def test_a_name_that_is_not_utf8_is_read_and_can_be_stored(tmp_path: Path) -> None:
    with open(os.fsencode(tmp_path) + b"/caf\xe9.txt", "wb") as file:
        file.write(b"Truce.")
    (item,) = open_sources([tmp_path])
    assert isinstance(item, Raw)
    assert item.data == b"Truce."
    assert item.name.endswith("caf\\xe9.txt")
    item.name.encode("utf-8")


def test_folders_deeper_than_calls_may_nest(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    for _ in range(1100):
        os.mkdir("d")
        os.chdir("d")
    Path("a.txt").write_text("Truce.", encoding="utf-8")
    monkeypatch.chdir(tmp_path)
    try:
        assert _reasons("d") == [("a.txt", "taken")]
    finally:  # pytest's own clearing of old folders goes down by calls, and would not come to the bottom
        subprocess.run(["rm", "-r", "d"], check=True)


def test_endings_are_those_that_documents_reads() -> None:
    assert set(kind._HTML_NAMES + kind._MARKDOWN_NAMES + kind._PLAIN_NAMES) == SUFFIXES


def test_a_raw_item_holds_bytes_or_a_text() -> None:
    for content in ({}, {"data": b"", "text": ""}):
        with pytest.raises(ValueError, match="either bytes or a text"):
            Raw(name="a", origin="a", digest="", **content)  # type: ignore[arg-type]
