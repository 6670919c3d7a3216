"""The list of what came of a batch: from the journal, to be read, copied, or saved as a table.

Knows the dialog. It holds no more than the lists on the screen: number, subject, result; of what is
not ordinary the subject does not leave the program (as with every copy).
"""

from __future__ import annotations

import csv
import io
from collections.abc import Awaitable, Callable, Mapping
from pathlib import Path
from typing import Any

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtWidgets import QWidget

from desktop.lanes import Lanes
from desktop.office.secrecy import is_ordinary
from desktop.presenters import formats, signing_kept, signing_words
from desktop.presenters.running import Running
from local_cache import BatchItem, SigningBatch
from widgets.file_asking import ask_where
from widgets.keyed_table import Cell, Line
from widgets.leaving import copy_out
from widgets.signing_results import ResultsDialog
from widgets.theme import Tone

translate = QCoreApplication.translate
Object = Mapping[str, Any]


class Results:
    """Shows the list and lets it out.

    Args:
        last: the batch whose results are shown, as the journal has it.
        items: what a batch signed, by id, as the queue knows it.
        go_to: brings a document to the front.
    """

    def __init__(
        self,
        last: Callable[[], Awaitable[SigningBatch | None]],
        lanes: Lanes,
        parent: QWidget,
        say: Callable[[str, Tone], None],
        running: Running,
        items: Callable[[SigningBatch], Awaitable[Mapping[str, Object]]],
        go_to: Callable[[str], None],
    ) -> None:
        self._last = last
        self._lanes = lanes
        self._parent = parent
        self._say = say
        self._running = running
        self._items = items
        self._go_to = go_to

    async def show(self) -> None:
        """Open the list of the latest batch."""
        last = await self._last()
        if last is None:
            return
        documents = await self._items(last)
        words = translate("SigningDesk", "Lượt ký %1: đã ký %2 trong %3 văn bản")
        for mark, value in (
            ("%1", formats.full_moment(last.started_at)),
            ("%2", len(last.ids("left", "kept"))),
            ("%3", len(last.items)),
        ):
            words = words.replace(mark, str(value))
        lines = [_line(item, documents.get(item.id) or {}) for item in last.items]
        dialog = ResultsDialog(words, lines, self._parent)
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.copy_asked.connect(lambda: self._copy(last, documents, dialog))
        dialog.save_asked.connect(lambda: self._ask_where(last, documents, dialog))
        dialog.chosen.connect(self._go_to)
        dialog.open()

    def _copy(self, batch: SigningBatch, documents: Mapping[str, Object], dialog: QWidget) -> None:
        rows = table(batch, documents)
        if copy_out(dialog, "\n".join("\t".join(row) for row in rows)):
            self._say(translate("SigningDesk", "Đã sao chép danh sách kết quả ký."), Tone.INFO)

    def _ask_where(self, batch: SigningBatch, documents: Mapping[str, Object], parent: QWidget) -> None:
        data = as_csv(table(batch, documents))
        ask_where(
            parent,
            translate("SigningDesk", "Lưu danh sách kết quả ký"),
            f"ket-qua-ky-{batch.started_at[:10]}.csv",
            lambda path: self._running.also(self.save(Path(path), data)),
            kind=translate("SigningDesk", "Bảng tính CSV (*.csv)"),
            ending="csv",
        )

    async def save(self, path: Path, data: bytes) -> None:
        """Write the list; a file of that name is replaced whole or not at all."""
        try:
            await self._lanes.network(_write, path, data)
        except OSError:
            words = translate("SigningDesk", "Không ghi được danh sách vào %1. Chọn nơi khác rồi lưu lại.")
            self._say(words.replace("%1", str(path.parent)), Tone.BAD)
            return
        words = translate("SigningDesk", "Đã lưu danh sách kết quả ký vào %1.")
        self._say(words.replace("%1", str(path.parent)), Tone.GOOD)


def _write(path: Path, data: bytes) -> None:
    from signing.documents import write_aside

    write_aside(path, data)


def _line(item: BatchItem, document: Object) -> Line:
    result = signing_kept.result_of(item)
    status, tone = signing_words.status_of(result)
    reason = signing_words.reason_of(result)
    subject = formats.subject(document) if document else item.id
    spoken = f"{subject}. {status}. {reason}" if reason else f"{subject}. {status}."
    # A file from elsewhere has no number, and never will.
    number = str(document.get("notation") or ("" if "title" in document else translate("SigningDesk", "Chờ cấp số")))
    cells = (Cell(number), Cell(subject), Cell(status, tone))
    return Line(item.id, cells, spoken)


def table(batch: SigningBatch, documents: Mapping[str, Object]) -> list[tuple[str, ...]]:
    """The list with its head: order, number, subject, result, reason."""
    head = (
        translate("SigningDesk", "STT"),
        translate("SigningDesk", "Số, ký hiệu"),
        translate("SigningDesk", "Trích yếu"),
        translate("SigningDesk", "Kết quả"),
        translate("SigningDesk", "Lý do, cách xử lý"),
    )
    rows = [head]
    for number, item in enumerate(batch.items, start=1):
        document = documents.get(item.id) or {}
        result = signing_kept.result_of(item)
        ordinary = bool(document) and is_ordinary(document)
        subject = str(document["subject"]) if ordinary else translate("SigningDesk", "(không xuất trích yếu)")
        rows.append(
            (
                str(number),
                str(document.get("notation") or "") if ordinary else "",
                subject,
                signing_words.status_of(result)[0],
                signing_words.reason_of(result),
            )
        )
    return rows


def as_csv(rows: list[tuple[str, ...]]) -> bytes:
    """A table that office programs open as it is: UTF-8 with its mark; nothing in it is taken for a formula."""
    out = io.StringIO(newline="")
    csv.writer(out).writerows([f"'{cell}" if cell[:1] in tuple("=+-@\t\r") else cell for cell in row] for row in rows)
    return out.getvalue().encode("utf-8-sig")
