"""How the organ's other signatures are told: in histories, in lists, and as what may be done next."""

from __future__ import annotations

from collections.abc import AsyncIterator
from typing import Any

import pytest
import pytest_asyncio

from desktop.presenters import outgoing_rows
from desktop.presenters.history import Storyteller
from desktop.presenters.names import Names
from tests.presenters.incoming_office import Desk
from tests.widgets.sample import SampleWorkplace
from tests.widgets.sample_data import NOW, act
from widgets.theme import Theme

COPY = {"documentId": "d1", "issuer": "Tỉnh ủy An Bình", "notation": "118-TB/TU", "documentDate": "2026-11-20",
        "source": "electronic", "pages": []}  # fmt: skip


@pytest_asyncio.fixture
async def desk(theme: Theme) -> AsyncIterator[Desk]:
    made = await Desk(SampleWorkplace()).start()
    yield made
    await made.close()


def menu(desk: Desk) -> list[str]:
    return [action.key for action in desk.widget.pane.acts._extras]


def organ(name: str = "a.pdf") -> dict[str, Any]:
    return {"name": name, "signature": "organ"}


@pytest.mark.parametrize(
    ("kind", "payload", "document", "words"),
    [
        ("confirm", {"manner": "slip"}, {}, "ký văn bản đến, số đến 1204"),
        ("seal", {}, {}, "ký số cơ quan"),
        ("seal", {"attachments": [organ(), {"name": "b.xlsx"}]}, {}, "ký số cơ quan, kèm 1 phụ lục"),
        ("seal", {}, {"copyOf": COPY}, "ký sao"),
        ("sealAttachments", {"attachments": [organ(), organ()]}, {}, "ký số cơ quan trên 2 phụ lục"),
        ("augment", {"level": "B-T"}, {}, "bổ sung dấu thời gian cho chữ ký số"),
        (
            "augment",
            {"level": "B-LT", "attachment": "0" * 64},
            {},
            "bổ sung dấu thời gian, dữ liệu kiểm tra chữ ký số của phụ lục",
        ),
        ("copy", {"type": "SY", "source": "electronic", "pages": []}, {}, "sao y"),
        ("copy", {"type": "SL", "source": "paper", "pages": []}, {}, "sao lục từ bản giấy"),
        ("copy", {"type": "TrS", "source": "electronic", "pages": [1, 3]}, {}, "trích sao trang 1, 3"),
        (
            "copy",
            {"type": "SY", "source": "electronic", "pages": [], "count": 2, "authorisedById": "hoa"},
            {},
            "sao y; 2 bản; Lê Văn Hòa cho phép",
        ),
    ],
)
async def test_histories(
    theme: Theme, kind: str, payload: dict[str, Any], document: dict[str, Any], words: str
) -> None:
    names = Names(SampleWorkplace())
    await names.ready()
    about = {"issuer": "Tỉnh ủy An Bình", "notation": "118-TB/TU", **document}
    told = act("1", kind, "mai", "2026-11-23T01:00:00Z", "d1", payload=payload)
    assert Storyteller(names, about, 1204, NOW).events([told])[0].what == words


async def test_an_arrival_can_be_confirmed_and_copied_and_shows_what_was_signed(desk: Desk) -> None:
    await desk.box("toHandle")
    await desk.open("h1")
    assert menu(desk)[:2] == ["confirm", "makeCopy"]
    await desk.act("confirm")
    await desk.act("makeCopy")
    assert (desk.signing, desk.copies) == (["h1"], ["d1"])
    file = {**desk.workplace.objects["Document"]["d1"]["file"], "name": "Xác nhận văn bản đến số 1203.pdf"}
    desk.workplace.objects["Handling"]["h1"]["confirmation"] = {"file": file, "manner": "slip", "at": "", "byId": "mai"}
    desk.workplace.tell("Handling")
    await desk.settle()
    assert "confirm" not in menu(desk)
    files = desk.reading._files(desk.reading.document or {})
    assert [item.name for item in files][-1] == "Xác nhận văn bản đến số 1203.pdf"
    last = desk.reading._file(files[-1].key)
    assert last == file, "after the document's own attachments"


async def test_what_has_only_arrived_can_be_neither(desk: Desk) -> None:
    await desk.box("toReceive")
    await desk.open(next(iter(desk.widget.column.list.documents.keys())))
    assert not {"confirm", "makeCopy"} & set(menu(desk))


def test_attachments_are_signed_before_anything_is_issued(theme: Theme) -> None:
    document = {"state": "sealed", "typeCode": "CV", "attachments": []}
    keys = [action.key for action in outgoing_rows.actions(("sealAttachments", "issue"), document)]
    assert keys == ["sealAttachments"]
    assert [action.key for action in outgoing_rows.actions(("issue",), document)] == ["issue"]


async def test_a_copy_says_what_it_was_made_of(theme: Theme) -> None:
    workplace = SampleWorkplace()
    names = Names(workplace)
    await names.ready()
    document = {**workplace.objects["Document"]["o3"], "typeCode": "TrS", "notation": "07-TrS/ĐU", "signer": None,
                "copyOf": {**COPY, "pages": [2, 3]}}  # fmt: skip
    header = outgoing_rows.header(document, names, "party", pending=False)
    assert "Số 07-TrS/ĐU · Trích sao" in header.line
    assert "Sao từ 118-TB/TU của Tỉnh ủy An Bình · trang 2, 3" in header.line
    row = outgoing_rows.row(document, names, NOW, "party", pending=False)
    assert row.issuer == "Sao từ 118-TB/TU của Tỉnh ủy An Bình"
    assert [a.text for a in outgoing_rows.actions(("seal",), document)] == ["&Ký sao"]
