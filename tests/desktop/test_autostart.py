"""Starting with the system on Linux: real files, as the specification has them. The registry is tried by wine."""

from __future__ import annotations

import shlex
from pathlib import Path

import pytest

from desktop.autostart import DesktopFiles, command


def _files(root: Path, *words: str) -> DesktopFiles:
    return DesktopFiles(words or ("/opt/tacnghiep", "--tray"), root / "own", [root / "office"])


def test_what_the_person_chooses_is_there_and_goes(tmp_path: Path) -> None:
    files = _files(tmp_path)
    assert files.state() == "off"
    files.choose(True)
    assert files.state() == "own"
    lines = (tmp_path / "own/tacnghiep.desktop").read_text("utf-8").splitlines()
    assert "Exec=/opt/tacnghiep --tray" in lines
    assert [one.name for one in (tmp_path / "own").iterdir()] == ["tacnghiep.desktop"]
    files.choose(False)
    files.choose(False)
    assert files.state() == "off"


@pytest.mark.parametrize("switch", ["Hidden=true", "X-GNOME-Autostart-enabled = false"])
def test_what_was_switched_off_by_the_systems_own_means_is_refused(tmp_path: Path, switch: str) -> None:
    files = _files(tmp_path)
    files.choose(True)
    file = tmp_path / "own/tacnghiep.desktop"
    file.write_text(file.read_text("utf-8").replace("X-GNOME-Autostart-enabled=true", switch), "utf-8")
    assert files.state() == "refused"
    files.choose(True)
    assert files.state() == "own"


def test_the_office_decides_for_all(tmp_path: Path) -> None:
    (tmp_path / "office").mkdir()
    (tmp_path / "office/tacnghiep.desktop").write_text("[Desktop Entry]\nExec=/opt/tacnghiep --tray\n")
    files = _files(tmp_path)
    assert files.state() == "office"
    files.choose(False)
    assert files.state() == "office"


def test_a_file_that_cannot_be_read_starts_nothing(tmp_path: Path) -> None:
    (tmp_path / "own").mkdir()
    (tmp_path / "own/tacnghiep.desktop").write_bytes(b"\xff\xfe\x00")
    assert _files(tmp_path).state() == "refused"


def test_a_folder_that_cannot_be_written_is_told(tmp_path: Path) -> None:
    (tmp_path / "own").write_text("a file")
    with pytest.raises(OSError, match="own"):
        _files(tmp_path).choose(True)


def test_strange_folders_are_quoted(tmp_path: Path) -> None:
    strange = '/home/phòng họp/a "b" $c/50%/tacnghiep'
    _files(tmp_path, strange, "--tray").choose(True)
    text = (tmp_path / "own/tacnghiep.desktop").read_text("utf-8")
    line = next(one for one in text.splitlines() if one.startswith("Exec="))
    # First the file's own strings, then the quotes, then the per cent sign: as the specification reads it.
    read = line.removeprefix("Exec=").replace("\\\\", "\\")
    assert [word.replace("%%", "%") for word in shlex.split(read.replace("\\$", "$"))] == [strange, "--tray"]


def test_a_source_tree_starts_itself(tmp_path: Path) -> None:
    assert command([str(tmp_path / "run.py")], "/usr/bin/python3") == ["/usr/bin/python3", "-m", "desktop", "--tray"]
    script = tmp_path / "tacnghiep"
    script.write_text("#!/bin/sh\n")
    script.chmod(0o755)
    assert command([str(script)], "/usr/bin/python3") == [str(script), "--tray"]
