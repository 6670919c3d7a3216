"""Acts that came back: their forms open again on the incoming and outgoing desks, with what was typed in them."""

from __future__ import annotations

from collections.abc import AsyncIterator
from typing import Any

import pytest
import pytest_asyncio
from PySide6.QtWidgets import QApplication, QWidget

from desktop.lanes import Lanes
from desktop.presenters import verdicts
from desktop.presenters.drafting import KIND, Drafting
from desktop.presenters.incoming_acts import form_values
from desktop.presenters.names import Names
from desktop.presenters.outgoing import OutgoingPresenter, make_desk
from desktop.presenters.reading import ReadingPresenter
from signing.verdict import Verdict
from tests.presenters.incoming_office import Desk
from tests.presenters.office_for_desks import Office
from tests.presenters.signing_office import until
from tests.widgets.sample import SampleWorkplace
from widgets.draft_dialog import DraftDialog
from widgets.issue_dialog import IssueDialog
from widgets.number_dialog import NumberDialog
from widgets.reason_dialog import ReasonDialog
from widgets.theme import Theme


@pytest_asyncio.fixture
async def desk(theme: Theme) -> AsyncIterator[Desk]:
    made = await Desk(SampleWorkplace()).start()
    yield made
    await made.close()


def came_back(kind: str, subject: str, payload: dict[str, Any]) -> dict[str, Any]:
    return {"id": "a1", "kind": kind, "subjectId": subject, "payload": payload, "documentId": None}


async def test_a_transfer_opens_again_as_it_was_sent(desk: Desk) -> None:
    await desk.box("toHandle")
    await desk.open("h1")
    dialog = await desk.act("transfer")
    keys = [one.key for one in desk.presenter.acts._candidates(desk.workplace.objects["Handling"]["h1"])]
    roles = {keys[0]: "lead", keys[1]: "co", keys[2]: "info"}
    typed = {"roles": roles, "directive": "Làm ngay trong tuần.", "due": "2026-12-30"}
    dialog.fill(typed)
    sent = desk.presenter.acts._payload("transfer", dialog.values())
    dialog.reject()
    await desk.settle()
    await desk.workplace.drop_draft("transfer:h1")

    await desk.presenter.acts.do_again(came_back("transfer", "h1", sent))
    await desk.settle()
    again = desk.presenter.acts.dialog
    assert again is not None
    assert again.values() == typed


@pytest.mark.parametrize(
    ("kind", "payload", "values"),
    [
        ("receive", {"registerId": "r1", "number": 7}, {"registerId": "r1", "number": 7, "thenTransfer": False}),
        ("return", {"reason": "Nhầm nơi nhận"}, {"reason": "Nhầm nơi nhận"}),
        ("direct", {"directive": "Gấp"}, {"reason": "Gấp"}),
        ("finish", {"result": None}, {"reason": ""}),
        ("fromANewerCentral", {"x": 1}, None),
    ],
)
def test_forms_take_their_payloads_back(kind: str, payload: dict[str, Any], values: dict[str, Any] | None) -> None:
    assert form_values(kind, payload) == values


async def test_a_returned_document_keeps_its_reason(desk: Desk) -> None:
    await desk.presenter.acts.do_again(came_back("return", "h1", {"reason": "Không thuộc thẩm quyền"}))
    await desk.settle()
    assert isinstance(desk.presenter.acts.dialog, ReasonDialog)
    assert desk.presenter.acts.dialog.values() == {"reason": "Không thuộc thẩm quyền"}


class Bench:
    """The outgoing desk."""

    def __init__(self, who: str = "mai") -> None:
        self.office = Office(who)
        self.desk = make_desk()
        self.lanes = Lanes()
        names = Names(self.office)

        async def judge(pdf: bytes) -> Verdict:
            return Verdict("unsigned")

        def notify(text: str, tone: Any = None, **more: Any) -> None:
            pass

        async def show_pages(view: Any, data: bytes) -> None:
            pass

        reading = ReadingPresenter(self.office, self.desk.pane, self.lanes, names, verdicts.Verdicts(judge), notify)
        self.drafting = Drafting(self.office, self.lanes, self.desk, show_pages=show_pages, say=notify)
        self.presenter = OutgoingPresenter(
            self.office, self.desk, reading, self.drafting, names, notify, to_signing=lambda _: None
        )
        self.desk.show()

    async def again(self, act: dict[str, Any], form: type[QWidget]) -> Any:
        await self.presenter.do_again(act)
        await until(lambda: any(one.isVisible() for one in self.desk.findChildren(form)))
        return next(one for one in self.desk.findChildren(form) if one.isVisible())

    async def close(self) -> None:
        await self.presenter.close()
        self.drafting.close()
        self.desk.close()
        self.lanes.close()


@pytest_asyncio.fixture
async def bench(application: QApplication, theme: Theme) -> AsyncIterator[Bench]:
    made = Bench()
    made.presenter.start()
    await made.presenter.settled()
    yield made
    await made.close()


async def test_a_draft_that_was_refused_is_written_on(bench: Bench) -> None:
    document = {
        "typeCode": "TB", "subject": "Thông báo lịch tiếp dân", "urgency": 1, "secrecy": "none", "recipients": [],
        "toPlaces": ["Lưu VT"], "slip": "Kính trình", "replyTo": None, "file": None, "attachments": [], "pages": 0,
        "signer": {"personId": "hoa", "name": "Lê Văn Hòa", "position": "Bí thư", "competence": "T/M BAN THƯỜNG VỤ"},
    }  # fmt: skip
    dialog = await bench.again(came_back("draft", "new-1", {"document": document}), DraftDialog)
    form = dialog.draft()
    assert (form["subject"], form["slip"], form["urgency"]) == ("Thông báo lịch tiếp dân", "Kính trình", 1)
    assert (form["signerId"], form["competence"]) == ("hoa", "T/M BAN THƯỜNG VỤ")
    kept = await bench.office.drafts(KIND)
    assert [one.key for one in kept] == ["new-1"]


async def test_what_was_written_to_the_leader_comes_back_over_the_draft(bench: Bench) -> None:
    first = came_back("draft", "new-1", {"document": {"subject": "Báo cáo quý", "typeCode": "BC"}})
    await bench.drafting.take_back(first)
    submit = came_back("submit", "new-1", {"signerId": "hoa", "slip": "Trình đồng chí xem xét"})
    dialog = await bench.again(submit, DraftDialog)
    assert dialog.draft()["slip"] == "Trình đồng chí xem xét"
    assert dialog.draft()["subject"] == "Báo cáo quý"


async def test_a_number_that_was_refused_keeps_its_date(bench: Bench) -> None:
    bench.office.objects["Document"]["o1"]["state"] = "approved"
    payload = {"registerId": "r", "number": None, "date": "2026-11-20"}
    dialog = await bench.again(came_back("number", "o1", payload), NumberDialog)
    assert dialog.chosen_date().isoformat() == "2026-11-20"


async def test_recipients_of_a_refused_issue_are_chosen_again(bench: Bench) -> None:
    units = [u["id"] for u in await bench.office.all("Unit") if u["id"] == u["organId"] and u["id"] != "anphu"][:1]
    bench.office.objects["Document"]["o1"] |= {"state": "sealed", "recipients": []}
    dialog = await bench.again(came_back("issue", "o1", {"recipients": units}), IssueDialog)
    assert list(dialog.picker.chosen()) == units
