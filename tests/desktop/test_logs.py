"""The log: structured lines in the profile, and what nobody caught in it."""

from __future__ import annotations

import json
import logging
import sys
import threading
from collections.abc import Iterator
from pathlib import Path

import pytest
import structlog

from desktop import logs
from desktop.log_files import LogFile


@pytest.fixture
def log_file(tmp_path: Path) -> Iterator[Path]:
    """A log opened as the program does; what it changed in this process is put back."""
    root = logging.getLogger()
    handlers, level, kept = root.handlers, root.level, structlog.get_config()
    hooks = sys.excepthook, threading.excepthook
    yield logs.open_log(tmp_path / "logs")
    for handler in root.handlers:
        handler.close()
    root.handlers, root.level = handlers, level
    sys.excepthook, threading.excepthook = hooks
    structlog.configure(**kept)


def lines(log_file: Path) -> list[dict[str, object]]:
    return [json.loads(line) for line in log_file.read_text("utf-8").splitlines()]


def test_each_line_is_json_with_its_values(log_file: Path) -> None:
    structlog.get_logger("ours").info("act.made", act="a1")
    logging.getLogger("theirs").info("plain")
    ours, theirs = lines(log_file)
    assert (ours["event"], ours["act"], ours["logger"], ours["level"]) == ("act.made", "a1", "ours", "info")
    assert (theirs["event"], theirs["logger"]) == ("plain", "theirs")
    assert "timestamp" in ours


def test_a_log_that_is_closed_holds_no_file_and_takes_no_line(log_file: Path) -> None:
    (handler,) = (one for one in logging.getLogger().handlers if isinstance(one, LogFile))
    stream = handler.stream
    logs.close_log()
    assert stream is not None
    assert stream.closed
    logging.getLogger("late").info("late")
    assert not lines(log_file)


@pytest.mark.expects_log("'event': 'unexpected'")
def test_what_nobody_caught_is_logged_and_told_from_any_thread(log_file: Path) -> None:
    told: list[BaseException] = []
    logs.watch_crashes(told.append)

    def fail() -> None:
        raise ValueError("tệp")

    thread = threading.Thread(target=fail)
    thread.start()
    thread.join()
    try:
        raise KeyError("khóa")
    except KeyError as error:
        sys.excepthook(KeyError, error, error.__traceback__)
    assert [type(error) for error in told] == [ValueError, KeyError]
    assert [line["level"] for line in lines(log_file)] == ["critical", "critical"]
    assert "ValueError" in str(lines(log_file)[0]["exception"])
