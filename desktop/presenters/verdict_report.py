"""Saves the technical report of a verdict where a person wants it. Knows the lanes and the file dialog."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QWidget

from desktop.lanes import Lanes
from desktop.presenters.running import Running
from widgets.file_asking import ask_where
from widgets.theme import Tone


def ask_and_save(
    parent: QWidget, text: str, lanes: Lanes, running: Running, say: Callable[[str, Tone], object]
) -> None:
    """Ask where to, then write the report there."""
    ask_where(
        parent,
        QCoreApplication.translate("Verdicts", "Lưu báo cáo kỹ thuật"),
        QCoreApplication.translate("Verdicts", "Bao-cao-chu-ky-so.txt"),
        lambda path: running.also(save_report(text, Path(path), lanes, say)),
        ending="txt",
    )


async def save_report(text: str, path: Path, lanes: Lanes, say: Callable[[str, Tone], object]) -> None:
    """Write the report, and say so."""
    try:
        await lanes.network(path.write_text, text + "\n", "utf-8")
    except OSError:
        said = QCoreApplication.translate("Reading", "Không ghi được tệp vào {path}. Chọn nơi khác rồi lưu lại.")
        say(said.format(path=path.parent), Tone.BAD)
        return
    said = QCoreApplication.translate("Reading", "Đã lưu {name} vào {path}.")
    say(said.format(name=path.name, path=path.parent), Tone.GOOD)
