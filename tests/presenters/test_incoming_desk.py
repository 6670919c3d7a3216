"""The incoming desk from arrival to filing, with the line up and down, over the real rules."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator

import pytest
import pytest_asyncio
from PySide6.QtGui import QGuiApplication

from signing.reasons import Reason
from signing.verdict import Verdict
from tests.presenters.incoming_office import Desk
from tests.widgets.sample import SampleWorkplace
from tests.widgets.sample_data import document, handling
from widgets.theme import Theme


@pytest_asyncio.fixture
async def desk(theme: Theme) -> AsyncIterator[Desk]:
    made = await Desk(SampleWorkplace()).start()
    yield made
    await made.close()


@pytest_asyncio.fixture
async def offline(theme: Theme) -> AsyncIterator[Desk]:
    made = await Desk(SampleWorkplace(online=False)).start()
    yield made
    await made.close()


def events(desk: Desk) -> list[tuple[str, str, str]]:
    return [(e.who, e.what, e.when) for e in desk.widget.pane.timeline.events()]


async def test_boxes_count_own_and_unit_work_apart(desk: Desk) -> None:
    column = desk.widget.column
    assert column.box() == "incoming.toReceive"
    assert column.tabs.strip.tabText(0) == "Chờ tiếp nhận 4"
    assert column.switch is not None
    assert [b.text() for b in column.switch._buttons.values()] == ["Của tôi 12", "Đơn vị 14"]
    unit = await desk.box("toHandle", "unit")
    assert len(unit) == 14
    own = await desk.box("toHandle")
    assert own[:2] == ["h0", "h1"]
    assert set(own).isdisjoint(unit)


async def test_a_row_says_what_a_clerk_looks_for(desk: Desk) -> None:
    await desk.box("toHandle")
    row = desk.widget.column.list.documents.row("h1")
    assert row is not None
    assert row.spoken() == (
        "118-TB/TU, Thượng khẩn, Tỉnh ủy, Thông báo kết luận của Ban Thường vụ Tỉnh ủy tại phiên họp tháng 11, "
        "Còn 1 ngày, Số đến 1203, 2 tệp, 07:55"
    )
    assert row.fresh
    await desk.open("h1")
    assert not desk.widget.column.list.documents.row("h1").fresh  # type: ignore[union-attr]


async def test_what_is_open_shows_header_page_verdict_history_and_files(desk: Desk) -> None:
    await desk.box("toHandle")
    await desk.open("h1")
    pane = desk.widget.pane
    assert pane.line.whole_text() == "Số 118-TB/TU · Tỉnh ủy · 20/11/2026 · số đến 1203, đến 07:55"
    assert pane.page.pdf.source() is not None
    assert pane.verdict.line().text == (
        "Hợp lệ — 2 chữ ký: Nguyễn Văn Bình (Phó Bí thư), Tỉnh ủy An Bình · dấu thời gian 20/11/2026 16:55"
    )
    assert pane.acts.keys() == ("transfer", "return", "assignTask", "finish")
    assert events(desk)[:3] == [
        ("Lê Văn Hòa, Bí thư", "Bút phê: “Văn phòng tham mưu triển khai, báo cáo tôi trước 23/11.”", "08:20"),
        ("Trần Thị Mai", "tiếp nhận, vào sổ, số đến 1203", "08:05"),
        ("Hoàng Thị Thu", "phát hành", "07:55"),
    ]
    assert [f.name for f in pane.files.files()] == ["118-TB_TU.pdf", "Phụ lục 1.xlsx"]


async def test_a_file_is_judged_once(desk: Desk) -> None:
    await desk.box("toHandle")
    for key in ("h1", "h0", "h1"):
        await desk.open(key)
    assert len(desk.judged) == 1


async def test_receiving_gives_the_next_number_and_goes_on_to_the_next_document(desk: Desk) -> None:
    waiting = await desk.box("toReceive")
    await desk.open(waiting[1])
    dialog = await desk.act("receive")
    assert dialog.next.text() == "Số đến tiếp theo: 1205"
    await desk.submit()
    assert desk.presenter.acts.dialog is None
    got = await desk.workplace.get("Handling", waiting[1])
    assert got is not None
    assert (got["state"], got["arrivalNumber"]) == ("toHandle", 1205)
    assert desk.widget.column.list.current() == waiting[2]
    assert desk.widget.pane.reading_key() == waiting[2]
    assert desk.widget.column.tabs.strip.tabText(0) == "Chờ tiếp nhận 3"
    assert desk.said[-1][:2] == ("Đã tiếp nhận 1540-CV/TU.", "")


async def test_offline_a_number_is_waited_for_and_never_guessed(offline: Desk) -> None:
    waiting = await offline.box("toReceive")
    await offline.open(waiting[1])
    dialog = await offline.act("receive")
    assert dialog.next.text().startswith("Chờ cấp số")
    await offline.submit()
    await offline.box("toHandle")
    row = offline.widget.column.list.documents.row(waiting[1])
    assert row is not None
    assert [m.text for m in row.marks] == ["chờ cấp số", "chưa gửi"]
    assert not any("Số đến" in fact for fact in row.facts)
    await offline.open(waiting[1])
    assert "chờ cấp số" in offline.widget.pane.line.whole_text()
    assert events(offline)[0] == (
        "Trần Thị Mai",
        "tiếp nhận, vào sổ; chờ cấp số",
        "08:40 · chưa gửi, sẽ gửi khi có mạng",
    )


async def test_what_was_done_offline_can_be_taken_back(offline: Desk) -> None:
    waiting = await offline.box("toReceive")
    await offline.open(waiting[0])
    await offline.act("receive")
    await offline.submit()
    text, action, run = offline.said[-1]
    assert (text.endswith("Chưa gửi, sẽ gửi khi có mạng."), action) == (True, "Rút lại")
    run()
    await offline.settle()
    assert offline.said[-1][0] == "Đã rút lại, chưa có gì được gửi đi."
    run()
    await offline.settle()
    assert offline.said[-1][0] == "Việc này đã được gửi đi nên không rút lại được."


async def test_a_second_copy_of_the_same_document_is_named(desk: Desk) -> None:
    await desk.box("toReceive")
    await desk.open("h11")
    dialog = await desk.act("receive")
    assert dialog.duplicate.text() == (
        "Có thể trùng với văn bản đã đến: 118-TB/TU của Tỉnh ủy An Bình ngày 20/11/2026, số đến 1203."
    )
    dialog.look.click()
    await desk.settle()
    assert desk.presenter.acts.dialog is None
    assert desk.widget.pane.reading_key() == "h1"
    assert desk.widget.column.box() == "incoming.toHandle"


async def test_the_same_number_of_another_year_is_no_duplicate(desk: Desk) -> None:
    desk.workplace.objects["Document"]["d1"]["documentDate"] = "2025-11-20"
    await desk.box("toReceive")
    await desk.open("h11")
    dialog = await desk.act("receive")
    assert dialog.duplicate.text() == ""


async def test_transfer_names_lead_co_and_info_with_deadline_and_directive(desk: Desk) -> None:
    await desk.box("toHandle")
    await desk.open("h1")
    dialog = await desk.act("transfer")
    offered = [c.key for c in dialog.people.model.candidates]
    assert "unit:anphu" not in offered
    assert offered.index("unit:xdd") < offered.index("person:lan") < offered.index("unit:vp")
    dialog.people.set_roles({"unit:vp": "lead", "unit:xdd": "co", "person:tuan": "info"})
    dialog._quick(dialog._today)
    dialog.directive.set_text("Làm ngay trong ngày.")
    await desk.submit()
    children = [h for h in desk.workplace.handlings("d1", "anphu") if h["parentId"] == "h1"]
    assert [(c["unitId"], c["personId"], c["role"], c["due"]) for c in children] == [
        ("vp", None, "lead", "2026-11-23"),
        ("xdd", None, "co", "2026-11-23"),
        ("ubkt", "tuan", "info", None),
    ]
    await desk.box("passedOn")
    await desk.open("h1")
    assert events(desk)[0][1] == (
        "chuyển Văn phòng (chủ trì), Ban XDĐ (phối hợp), Hồ Anh Tuấn (để biết); hạn 23/11. “Làm ngay trong ngày.”"
    )


async def test_receive_and_transfer_in_one_go(desk: Desk) -> None:
    await desk.box("toReceive")
    await desk.open("h8")
    dialog = await desk.act("receive")
    dialog.then_transfer.setChecked(True)
    await desk.submit()
    assert type(desk.presenter.acts.dialog).__name__ == "TransferDialog"


async def test_what_is_typed_is_there_again_after_the_dialog_is_closed(desk: Desk) -> None:
    await desk.box("toHandle")
    await desk.open("h1")
    dialog = await desk.act("return")
    dialog.reason.set_text("Gửi nhầm địa chỉ.")
    dialog.reject()
    await desk.settle()
    again = await desk.act("return")
    assert again.values() == {"reason": "Gửi nhầm địa chỉ."}
    await desk.submit()
    assert await desk.workplace.load_draft("return:h1") is None
    sent_back = await desk.workplace.get("Handling", "h1")
    assert sent_back is not None
    assert (sent_back["state"], sent_back["returnReason"]) == ("sentBack", "Gửi nhầm địa chỉ.")


async def test_a_refusal_stays_in_the_dialog_with_everything_typed(desk: Desk) -> None:
    await desk.box("toHandle")
    await desk.open("h1")
    dialog = await desk.act("finish")
    dialog.reason.set_text("Đã báo cáo.")
    desk.workplace.objects["Handling"]["h1"]["state"] = "done"
    await desk.submit()
    assert desk.presenter.acts.dialog is dialog
    assert dialog.warnings.text() == "Việc này đã có người làm trước. Xem lại quá trình xử lý."
    assert dialog.values() == {"reason": "Đã báo cáo."}


async def test_news_from_elsewhere_leaves_the_clerk_where_he_is(desk: Desk) -> None:
    await desk.box("toHandle")
    await desk.open("h2")
    desk.workplace.objects["Document"]["n"] = document("n", "1-CV/TU", "Tỉnh ủy An Bình", "Văn bản mới")
    desk.workplace.objects["Handling"]["n"] = handling("n", "n", "toHandle", arrivedAt="2026-11-23T01:39:00Z")
    desk.workplace.tell("Handling", "Document")
    await desk.settle()
    assert desk.widget.column.list.documents.key_at(0) == "n"
    assert desk.widget.column.list.current() == "h2"
    assert desk.widget.pane.reading_key() == "h2"


async def test_a_document_that_somebody_else_took_stays_open_to_be_read(desk: Desk) -> None:
    await desk.box("toHandle")
    await desk.open("h2")
    desk.workplace.objects["Handling"]["h2"]["state"] = "done"
    desk.workplace.tell("Handling")
    await desk.settle()
    assert desk.widget.column.list.current() == ""
    assert desk.widget.pane.reading_key() == "h2"
    assert desk.widget.pane.acts.keys() == ("assignTask",)


async def test_an_empty_box_says_what_will_be_there(desk: Desk) -> None:
    await desk.box("returned")
    assert desk.widget.column.empty.isVisible()
    await desk.box("soon", "unit")
    assert desk.widget.column.empty.accessibleName().startswith("Không có văn bản sắp đến hạn.")


async def test_what_may_not_be_held_here_only_says_that_it_came(desk: Desk) -> None:
    desk.workplace.objects["Document"]["d2"] |= {"withheld": True, "secrecy": "secret", "subject": "", "file": None}
    await desk.box("toHandle")
    await desk.open("h2")
    row = desk.widget.column.list.documents.row("h2")
    assert row is not None
    assert row.subject == "Có văn bản mật: đến máy chuyên dùng để xem"
    assert desk.widget.pane.page.words() == "Có văn bản mật. Đến máy chuyên dùng để xem và xử lý."


async def test_a_file_that_is_not_here_yet_says_so_and_can_be_asked_for_again(offline: Desk) -> None:
    kept, offline.workplace.files = offline.workplace.files, {}
    await offline.box("toHandle")
    await offline.open("h1")
    assert offline.widget.pane.page.words().startswith("Tệp chưa được tải về máy.")
    offline.workplace.files = kept
    offline.widget.pane.page.actionTriggered.emit()
    await offline.settle()
    assert offline.widget.pane.page.words() == ""
    assert offline.widget.pane.page.pdf.source() is not None


async def test_a_bad_signature_is_said_with_its_reason(theme: Theme) -> None:
    bad = Verdict("invalid", (), (Reason("contentChanged"),))
    desk = await Desk(SampleWorkplace(), bad).start()
    await desk.box("toHandle")
    await desk.open("h1")
    line = desk.widget.pane.verdict.line()
    assert (line.icon, line.text) == ("invalid", "Không hợp lệ")
    assert line.reasons == ("Nội dung đã ký bị thay đổi. Không sử dụng văn bản này; đề nghị cơ quan ban hành gửi lại.",)
    await desk.close()


async def test_tasks_are_given_from_the_document(desk: Desk) -> None:
    await desk.box("toHandle")
    await desk.open("h1")
    await desk.act("assignTask")
    assert desk.tasks == ["d1"]
    await desk.act("copy")
    assert QGuiApplication.clipboard().text().startswith("118-TB/TU Thông báo kết luận")


async def test_a_leader_gives_directives(theme: Theme) -> None:
    workplace = SampleWorkplace("hoa")
    workplace.objects["Handling"]["L"] = handling(
        "L", "d1", "toHandle", unitId="anphu", personId="hoa", role="lead", parentId="h1", due="2026-11-24"
    )
    desk = await Desk(workplace).start()
    await desk.open("L")
    assert desk.widget.pane.acts.keys() == ("transfer", "direct", "return", "assignTask", "finish")
    dialog = await desk.act("direct")
    assert not dialog.accept_button.isEnabled()
    assert dialog.missing.text() == "Chưa ghi ý kiến."
    dialog.reason.set_text("Văn phòng báo cáo trước 24/11.")
    await desk.submit()
    assert workplace.objects["Handling"]["L"]["directive"] == "Văn phòng báo cáo trước 24/11."
    await desk.close()


async def test_saving_a_file_outside_is_written_down_first(desk: Desk, tmp_path: pytest.TempPathFactory) -> None:
    from pathlib import Path

    await desk.box("toHandle")
    await desk.open("h1")
    target = Path(str(tmp_path)) / "118.pdf"
    shown = desk.workplace.objects["Document"]["d1"]
    await desk.reading.save_to(shown["file"], shown, target)
    assert desk.workplace.asked[-1] == "export"
    assert target.read_bytes() in desk.workplace.files.values()
    assert desk.said[-1][0].startswith("Đã lưu 118.pdf vào ")
    shown["secrecy"] = "confidential"
    target.unlink()
    await desk.reading.save_to(shown["file"], shown, target)
    assert not target.exists()
    assert desk.said[-1][0] == "Không lưu tệp của văn bản mật ra ngoài chương trình."


async def test_a_place_that_cannot_be_written_is_said(desk: Desk, tmp_path: pytest.TempPathFactory) -> None:
    from pathlib import Path

    await desk.box("toHandle")
    await desk.open("h1")
    shown = desk.workplace.objects["Document"]["d1"]
    await desk.reading.save_to(shown["file"], shown, Path(str(tmp_path)) / "missing" / "118.pdf")
    assert desk.said[-1][0].startswith("Không ghi được tệp vào ")


async def test_a_bad_signature_is_said_before_the_document_is_received(theme: Theme) -> None:
    desk = await Desk(SampleWorkplace(), Verdict("invalid", (), (Reason("contentChanged"),))).start()
    waiting = await desk.box("toReceive")
    await desk.open(waiting[0])
    dialog = await desk.act("receive")
    assert dialog.verdict.text().startswith("Không hợp lệ. Nội dung đã ký bị thay đổi.")
    await desk.close()


async def test_a_long_stream_of_news_is_followed_and_not_put_off(desk: Desk) -> None:
    await desk.box("toHandle")
    asked: list[str] = []
    real = desk.workplace.ids

    async def counting(box: str, scope: str = "own", **params: object) -> object:
        asked.append(box)
        return await real(box, scope, **params)

    desk.workplace.ids = counting  # type: ignore[method-assign,assignment]
    for _ in range(60):
        desk.workplace.tell("Handling")
        await asyncio.sleep(0.01)
    assert 1 <= len(asked) <= 12
    await desk.settle()
