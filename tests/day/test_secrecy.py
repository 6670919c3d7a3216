"""A central that sends classified material where it must not, before the real windows: it is nowhere to be seen."""

from __future__ import annotations

import json
from typing import Any

from PySide6.QtCore import QAbstractItemModel, Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QAbstractItemView, QApplication

from desktop.room.desks import DESKS
from tests.day.conftest import Office
from tests.day.screen import Machine, Screen
from tests.office.faults import Fault
from tests.session.test_secrecy import FREE, marks_everywhere

MARKER = "NOI-DUNG-MAT-7391"
ORGAN = "du-anphu"


def leaking(office: Office) -> list[str]:
    """From now on some of what the clerk gets is marked and full of what must not be seen; some arrivals among it."""
    with office.central.store.reading() as reading:
        sides = [h for h in reading.all_of("Handling") if h["organId"] == ORGAN and h["state"] == "toReceive"]
        newest = sorted(sides, key=lambda h: h["arrivedAt"])[-2:]
        tasks = [t for t in reading.all_of("Task") if t["tacnghiep:documentId"]]
        own = [d["id"] for d in reading.all_of("Document") if d["organId"] == ORGAN and d["state"] == "submitted"]
        meetings = {e["id"] for e in reading.all_of("ScheduleEntry")[:6]}
    documents = {*(h["documentId"] for h in newest), *(t["tacnghiep:documentId"] for t in tasks[:2]), *own[:1]}

    def change(body: bytes) -> bytes:
        answer = json.loads(body)
        for name, args, _ in answer.get("methodResponses", []):
            for object_ in args.get("list", []) if name.endswith("/get") else ():
                _spoil(name.partition("/")[0], object_, documents, meetings)
        return json.dumps(answer, ensure_ascii=False).encode()

    office.proxy.always.append(Fault("rewrite", "/jmap/api", change=change))
    return [h["documentId"] for h in newest]


def _spoil(type_name: str, object_: dict[str, Any], documents: set[str], meetings: set[str]) -> None:
    named = (object_.get("documentId"), object_.get("tacnghiep:documentId"))
    if type_name == "Document" and object_["id"] in documents:
        marks_everywhere(object_, MARKER, FREE)
        object_["secrecy"] = "confidential"
    elif object_["id"] in meetings:
        marks_everywhere(object_, MARKER, FREE)
        object_["tacnghiep:secrecy"] = "secret"
    elif any(name in documents for name in named):
        marks_everywhere(object_, MARKER, FREE)


def rows_in_sight() -> list[str]:
    """What the lists, tables and boards on the screen say, to the eye and to a reader."""
    said: list[str] = []
    for window in QApplication.topLevelWidgets():
        for view in window.findChildren(QAbstractItemView) if window.isVisible() else ():
            model: QAbstractItemModel | None = view.model()
            if model is None:
                continue
            for row in range(min(model.rowCount(), 200)):
                index = model.index(row, 0)
                roles = (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole, Qt.ItemDataRole.ToolTipRole)
                said += [str(model.data(index, role)) for role in roles]
                said.append(repr(model.data(index, Qt.ItemDataRole.UserRole)))
    return said


def test_what_a_faulty_central_sends_is_on_no_desk_in_no_list_and_in_no_search(
    office: Office, machine: Machine
) -> None:
    arrived = leaking(office)

    async def scenario(screen: Screen) -> None:
        await screen.sign_in("mai", office.url)
        await screen.synced()
        await screen.says("nội dung mật đến máy không được giữ")
        seen: list[str] = []
        for key in DESKS:
            screen.room.window.show_desk(key)
            await screen.player.calm(0.6)
            seen += [*screen.texts(), *rows_in_sight()]
        desk = await screen.hands.documents("incoming", "incoming.toReceive")
        for document_id in arrived:
            screen.room.ways.open("Document", document_id)
            await screen.says("Có văn bản mật. Đến máy chuyên dùng để xem và xử lý.")
            await screen.says("Có văn bản mật: đến máy chuyên dùng để xem")
            seen += [*screen.texts(), *rows_in_sight()]
            assert desk.pane.acts.keys() == ()
        desk.pane.actionTriggered.emit("copy")
        assert MARKER not in QGuiApplication.clipboard().text()
        screen.room.window.search_box.setText(MARKER)
        await screen.player.calm(0.6)
        seen += [*rows_in_sight(), *(text for text in screen.texts() if text != MARKER)]
        assert await screen.room.workplace.search(MARKER) == []
        assert [text for text in seen if MARKER in text] == []
        assert any("Mạng Internet" in text for text in seen)
        assert any("Có văn bản mật: đến máy chuyên dùng để xem" in text for text in seen)

    machine.start(scenario, clean=False)
    said = (machine.profile / "logs" / "tacnghiep.log").read_text("utf-8")
    assert MARKER not in said
    assert {line["event"] for line in machine.log() if line["level"] == "error"} == {"secrecy.refused"}
