"""Names from the wire, on their way to a disk."""

from __future__ import annotations

import unicodedata
from pathlib import Path, PureWindowsPath

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from desktop.presenters.file_names import NAMELESS, safe_name

TRICKS = [
    ("../../x.pdf", "x.pdf"), ("..\\..\\x.pdf", "x.pdf"), ("/etc/passwd", "passwd"), ("C:\\Windows\\x.dll", "x.dll"),
    ("C:x.pdf", "C-x.pdf"), ("\\\\server\\share\\x.pdf", "x.pdf"), ("..", NAMELESS), (".", NAMELESS), ("", NAMELESS),
    ("a/", NAMELESS), ("CON", "_CON"), ("con.pdf", "_con.pdf"), ("COM1.pdf", "_COM1.pdf"), ("COM¹.pdf", "_COM¹.pdf"),
    ("nul.tar.gz", "_nul.tar.gz"), ("console.pdf", "console.pdf"), ("x.pdf\x00.exe", "x.pdf.exe"),
    ("van\u202efdp.exe", "vanfdp.exe"), ("x.pdf:stream", "x.pdf-stream"), ("x.pdf. . .", "x.pdf"), (" x.pdf ", "x.pdf"),
    (".bashrc", "bashrc"), ("a\r\nb.pdf", "ab.pdf"), ('a"<>|?*.pdf', "a------.pdf"), (7, NAMELESS), (None, NAMELESS),
    ("Số 05-NQ-ĐU về công tác văn thư.pdf", "Số 05-NQ-ĐU về công tác văn thư.pdf"), ("\ud800.pdf", "pdf"),
]  # fmt: skip


@pytest.mark.parametrize(("name", "expected"), TRICKS, ids=range(len(TRICKS)))
def test_tricks(name: object, expected: str) -> None:
    assert safe_name(name) == expected


def test_a_long_name_keeps_its_ending() -> None:
    assert safe_name("ă" * 5000 + ".pdf").endswith("ă.pdf")
    assert len(safe_name("ă" * 5000 + ".pdf")) == 120
    assert len(safe_name("𠀀" * 5000).encode()) <= 240


@given(st.text(max_size=400))
@example("a" * 119 + ". .pdf")
def test_whatever_comes_is_one_name_in_the_folder_that_was_chosen(name: str) -> None:
    found = safe_name(name)
    folder = Path("/home/mai/Tải về")
    assert (folder / found).parent == folder
    windows = PureWindowsPath("D:\\Tải về")
    assert (windows / found).parent == windows
    assert not PureWindowsPath(found).is_reserved()
    assert found == found.strip(" .")
    assert len(found.encode()) <= 240
    assert not any(unicodedata.category(c).startswith("C") for c in found)
    assert safe_name(found) == found
