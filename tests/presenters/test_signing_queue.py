"""The queue to sign and what came of it: the next document at hand, one from elsewhere, parts, the list of results."""

from __future__ import annotations

import csv
from pathlib import Path
from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest

from desktop.presenters.pages import PdfPages
from desktop.presenters.signing_results import as_csv, table
from signing.software import SoftwareKey
from tests.presenters.signing_bench import Benches
from tests.presenters.signing_office import MemoryToken
from tests.presenters.signing_piles import begin, one_page, pile
from tests.signing import strange_pdfs
from widgets.signing_results import ResultsDialog


async def test_results_are_listed_copied_and_saved(bench: Benches, hoa: SoftwareKey, tmp_path: Path) -> None:
    office, token = pile(hoa, 3), MemoryToken(hoa)
    office.put("w1", strange_pdfs.encrypted(one_page(0)))
    office.objects["Document"]["w2"]["subject"] = "=HYPERLINK(1)"
    one = await bench(office, token, width=2)
    await begin(one, "w0", "w1", "w2")
    one.desk.result_bar.results.click()
    await one.presenter.settled()
    dialog = next(d for d in one.desk.findChildren(ResultsDialog) if d.isVisible())
    assert [texts[1:] for texts in dialog.table.texts()][1] == ["Kế hoạch số 1", "Lỗi: tệp có mật khẩu"]
    dialog.table.choose("w1")
    assert "Trả lại để người soạn bỏ mật khẩu." in dialog.reason.text()
    dialog.copy.click()
    copied = QGuiApplication.clipboard().text().splitlines()
    assert len(copied) == 4
    assert copied[2].split("\t")[2:4] == ["Kế hoạch số 1", "Lỗi: tệp có mật khẩu"]
    last = await office.journal.last()
    assert last is not None
    data = as_csv(table(last, office.objects["Document"]))
    path = tmp_path / "kết quả.csv"
    path.write_text("của ngày hôm trước")
    await one.presenter._results.save(path, data)
    rows = list(csv.reader(path.read_text("utf-8-sig").splitlines()))
    assert len(rows) == 4
    assert rows[3][2] == "'=HYPERLINK(1)", "nothing is taken for a formula"
    await one.presenter._results.save(tmp_path / "no such folder" / "x.csv", data)
    assert one.said[-1].startswith("Không ghi được danh sách vào")
    # Of what may not leave, the subject does not.
    office.objects["Document"]["w0"]["secrecy"] = "confidential"
    assert table(last, office.objects["Document"])[1][1:3] == ("", "(không xuất trích yếu)")
    dialog.reject()


async def test_the_next_document_is_there_before_it_is_asked_for(bench: Benches, hoa: SoftwareKey) -> None:
    office = pile(hoa, 4)
    one = await bench(office, MemoryToken(hoa))
    assert one.desk.queue.current_id() == "w0"
    read: list[str] = []
    first = one.presenter._looks.pages

    async def watched(pdf: bytes, document: Any, *args: Any, **more: Any) -> Any:
        read.append(document["id"])
        return await first(pdf, document, *args, **more)

    one.presenter._looks.pages = watched  # type: ignore[method-assign]  # counts, and does what it did
    for key, wanted in ((Qt.Key.Key_Down, "w1"), (Qt.Key.Key_Down, "w2"), (Qt.Key.Key_Up, "w1")):
        read.clear()
        QTest.keyClick(one.desk.queue, key)
        await one.presenter.settled()
        assert one.presenter.open_id == wanted
        assert wanted not in read, "it was opened before"
        source = one.desk.page.view.source()
        assert isinstance(source, PdfPages)
        assert source._kept, "and its page is drawn"
    assert one.desk.page.overlay.placement is not None


async def test_a_document_asked_for_from_elsewhere_is_chosen(bench: Benches, hoa: SoftwareKey) -> None:
    office = pile(hoa, 3)
    one = await bench(office, MemoryToken(hoa))
    one.presenter.show_document("w2")
    await one.presenter.settled()
    assert one.desk.queue.current_id() == "w2"
    assert one.desk.queue.queue.checked() == ("w2",)
    assert one.desk.sign_button.text() == "&Ký duyệt 1 văn bản"


async def test_more_than_five_hundred_are_signed_in_parts(bench: Benches, hoa: SoftwareKey) -> None:
    office = pile(hoa, 1)
    one = await bench(office, MemoryToken(hoa))
    await one.presenter.rounds.sign([f"w{n}" for n in range(501)], {})
    assert one.desk.result.text().startswith("Mỗi lượt ký nhiều nhất 500 văn bản.")
    assert one.dialogs() == []
