"""One program for one folder: real processes, and whatever else may knock at its door."""

from __future__ import annotations

import os
import socket
import subprocess
import sys
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import QEventLoop, QTimer
from PySide6.QtNetwork import QLocalSocket
from PySide6.QtWidgets import QApplication

from desktop import fence, one_instance, second_start, start_request
from desktop.fence import Held, Note, note_in, take
from desktop.one_instance import Door, enter
from desktop.start_request import MOST_BYTES, StartRequest
from tests.widgets.conftest import application, theme
from widgets.door_dialog import DoorDialog

__all__ = ["application", "theme"]
ROOT = Path(__file__).resolve().parents[2]


def spin(done: Callable[[], object], seconds: float = 10.0) -> None:
    """Let Qt work until it is so."""
    until = time.monotonic() + seconds
    while not done():
        assert time.monotonic() < until
        QApplication.processEvents(QEventLoop.ProcessEventsFlag.AllEvents, 20)


def start(folder: Path, *arguments: str) -> subprocess.Popen[str]:
    """A real start of the program."""
    command = [sys.executable, "-m", "desktop", "--profile", str(folder), *arguments]
    return subprocess.Popen(command, cwd=ROOT, stderr=subprocess.PIPE, text=True)


@contextmanager
def opened(folder: Path) -> Iterator[tuple[Door, list[StartRequest]]]:
    """A first one in this process."""
    held = take(folder)
    assert held is not None
    asked: list[StartRequest] = []
    door = Door(held, asked.append)
    try:
        yield door, asked
    finally:
        door.close()
        held.release()


def talk(folder: Path, line: bytes, seconds: float = 10.0) -> bytes | None:
    """Send bytes to the door; what it says, None where it hangs up without a word."""
    note = note_in(folder)
    assert note is not None
    client = QLocalSocket()
    client.connectToServer(note.name)
    assert client.waitForConnected(1000)
    client.write(line)
    client.flush()
    closed = QLocalSocket.LocalSocketState.UnconnectedState
    spin(lambda: client.bytesAvailable() or client.state() == closed, seconds)
    return bytes(client.readAll().data()) or None


def test_a_second_start_hands_over_its_link_and_ends(tmp_path: Path, application: QApplication) -> None:
    with opened(tmp_path) as (_, asked):
        second = start(tmp_path, "tacnghiep:document/d1")
        spin(lambda: asked)
        spin(lambda: second.poll() is not None)
        assert second.returncode == 0
        assert asked == [StartRequest("tacnghiep:document/d1")]
        assert second.stderr is not None
        assert second.stderr.read() == ""
        second.stderr.close()


@pytest.mark.skipif(sys.platform == "win32", reason="names are text there")
def test_a_second_start_hands_over_a_file_whose_name_is_no_utf_8(tmp_path: Path, application: QApplication) -> None:
    file = tmp_path / os.fsdecode(b"b\xe3o c\xe1o.pdf")
    with opened(tmp_path) as (_, asked):
        second = start(tmp_path, "sign", str(file))
        spin(lambda: second.poll() is not None)
        assert asked == [StartRequest(files=(str(file),))]
        assert second.stderr is not None
        second.stderr.close()


def test_of_two_starts_at_once_one_stays(tmp_path: Path) -> None:
    both = [start(tmp_path), start(tmp_path)]
    try:
        until = time.monotonic() + 30
        while all(one.poll() is None for one in both) and time.monotonic() < until:
            time.sleep(0.02)
        ended = [one for one in both if one.poll() is not None]
        assert [one.returncode for one in ended] == [0]
        (first,) = (one for one in both if one not in ended)
        note = note_in(tmp_path)
        assert note is not None
        assert note.pid == first.pid
        # Killed, it leaves a lock and a note that keep nobody out.
        first.kill()
        first.wait()
        held = take(tmp_path)
        assert held is not None
        assert held.left == note.name
        held.release()
    finally:
        for one in both:
            one.kill()
            one.wait()
            assert one.stderr is not None
            one.stderr.close()


def test_one_that_is_being_closed_is_waited_for(tmp_path: Path, application: QApplication) -> None:
    held = take(tmp_path)
    assert held is not None
    threading.Timer(0.3, held.release).start()
    found = enter(tmp_path, StartRequest(), patience=5)
    assert isinstance(found, Held)
    found.release()


def _hung(folder: Path) -> tuple[Held, socket.socket]:
    """A first one that takes connections, as the system does for it, and never reads."""
    held = take(folder)
    assert held is not None
    name = str(folder / "s")
    listening = socket.socket(socket.AF_UNIX)
    listening.bind(name)
    listening.listen()
    held.write(Note(os.getpid(), name, b"s" * 32, one_instance.foreground.login()))
    return held, listening


def test_one_that_hangs_is_said_to_and_no_second_window_opens(
    tmp_path: Path, application: QApplication, capsys: pytest.CaptureFixture[str]
) -> None:
    held, listening = _hung(tmp_path)
    pressed: list[str] = []
    keys = iter((second_start.RETRY, second_start.LEAVE))

    def press() -> None:
        for dialog in QApplication.topLevelWidgets():
            if isinstance(dialog, DoorDialog) and dialog.isVisible():
                pressed.append(next(keys))
                dialog.buttons[pressed[-1]].click()

    watching = QTimer()
    watching.timeout.connect(press)
    watching.start(20)
    try:
        status = second_start.enter(application, tmp_path, StartRequest(), patience=0.2, answer=0.2)
        assert status == 1
        assert pressed == [second_start.RETRY, second_start.LEAVE]
        assert "không trả lời" in capsys.readouterr().err
    finally:
        watching.stop()
        listening.close()
        held.release()


def test_one_in_another_login_is_told_apart(tmp_path: Path, application: QApplication) -> None:
    held, listening = _hung(tmp_path)
    note = note_in(tmp_path)
    assert note is not None
    held.write(replace(note, login="2"))
    assert enter(tmp_path, StartRequest(), patience=1) == "elsewhere"
    assert "phiên đăng nhập khác" in second_start.view_of("elsewhere").title
    listening.close()
    held.release()


@pytest.mark.parametrize(
    "line",
    [b"rubbish\n", b"\n", b"\0" * 1000 + b"\n", b"GET / HTTP/1.1\r\n\r\n", b"a" * MOST_BYTES * 4],
    ids=["words", "empty", "zeros", "http", "flood"],
)
def test_rubbish_is_hung_up_on_and_the_next_is_heard(tmp_path: Path, application: QApplication, line: bytes) -> None:
    with opened(tmp_path) as (_, asked):
        assert talk(tmp_path, line) is None
        assert asked == []
        note = note_in(tmp_path)
        assert note is not None
        good, nonce = start_request.ask(StartRequest("tacnghiep:task/t"), note.secret)
        answer = talk(tmp_path, good)
        assert answer is not None
        assert start_request.is_answer(answer, nonce, note.secret)
        spin(lambda: asked)
        assert asked == [StartRequest("tacnghiep:task/t")]


def test_who_says_nothing_is_not_waited_for(
    tmp_path: Path, application: QApplication, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(one_instance, "READING", 100)
    with opened(tmp_path):
        assert talk(tmp_path, b"half a line") is None


def test_only_so_many_are_heard_at_once(tmp_path: Path, application: QApplication) -> None:
    with opened(tmp_path) as (door, _):
        note = note_in(tmp_path)
        assert note is not None
        clients = [QLocalSocket() for _ in range(one_instance.MOST_AT_ONCE + 5)]
        for client in clients:
            client.connectToServer(note.name)
        state = QLocalSocket.LocalSocketState.ConnectedState
        spin(lambda: sum(one.state() != state for one in clients) >= 5)
        assert door.callers == one_instance.MOST_AT_ONCE
        for client in clients:
            client.abort()
        spin(lambda: not door.callers)


def test_only_this_person_reads_how_it_is_reached(tmp_path: Path, application: QApplication) -> None:
    with opened(tmp_path):
        assert (tmp_path / fence.NOTE).stat().st_mode & 0o077 == 0
    assert not (tmp_path / fence.NOTE).exists()


@pytest.mark.parametrize("content", ["", "{}", "[1]", '{"pid": "x"}', '{"pid":1,"name":"n","secret":"zz","login":""}'])
def test_a_note_that_cannot_be_read_is_none(tmp_path: Path, content: str) -> None:
    (tmp_path / fence.NOTE).write_text(content)
    assert note_in(tmp_path) is None


def test_being_the_first_costs_next_to_nothing(tmp_path: Path) -> None:
    began = time.perf_counter()
    held = take(tmp_path / "new")
    spent = time.perf_counter() - began
    assert held is not None
    held.release()
    assert spent < 0.02


def asked_for(folder: Path) -> bytes:
    """What another start says."""
    note = note_in(folder)
    assert note is not None
    return start_request.ask(StartRequest(), note.secret)[0]


@pytest.mark.expects_log("instance.not_told")
def test_what_a_full_disk_did_not_take_is_written_once_it_does(
    tmp_path: Path, application: QApplication, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(one_instance, "TOLD_AGAIN", 50)
    # Stands where the note is written first.
    (tmp_path / "instance.json.new").mkdir()
    with opened(tmp_path) as (_, asked):
        assert note_in(tmp_path) is None
        (tmp_path / "instance.json.new").rmdir()
        spin(lambda: note_in(tmp_path))
        assert talk(tmp_path, asked_for(tmp_path)) is not None
        spin(lambda: asked)


def test_who_knocks_without_end_does_not_fill_the_log(
    tmp_path: Path, application: QApplication, caplog: pytest.LogCaptureFixture
) -> None:
    caplog.set_level("INFO")
    with opened(tmp_path):
        for _ in range(30):
            talk(tmp_path, b"rubbish\n")
    said = [one.getMessage() for one in caplog.records if "instance.refused" in one.getMessage()]
    assert said == ["instance.refused: 1", "instance.refused: 10"]
