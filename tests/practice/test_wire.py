"""What leaves the central fits the schemas and the reference page; what may not leave does not."""

from __future__ import annotations

from datetime import UTC, datetime
from pathlib import Path

from desktop.practice.app import create_app
from desktop.practice.central import Central
from desktop.practice.jmap.session import CORE_LIMITS
from desktop.practice.listing import FILTERS, SORTS
from desktop.practice.schema import TYPES
from desktop.practice.schemas import Shapes
from desktop.practice.seeding import sow
from desktop.practice.serving import RunningServer, address, loopback_socket
from desktop.practice.store import Store, sqlite_url
from tests.practice.conftest import Town, Visitor
from tests.practice.little import CLERK, INCOMING, LEADER, OFFICE, SPECIALIST, LittleSeed, act, file_of, pdf

PAGE = Path(__file__).parents[2] / "desktop" / "central" / "WIRE.md"


def work(mai: Visitor, tam: Visitor) -> None:
    """A little of everything."""
    lead = {"unitId": OFFICE, "personId": SPECIALIST}
    entry = {
        "title": "Họp", "start": "2026-11-27T08:00:00", "tacnghiep:session": "morning", "tacnghiep:leaders": [LEADER],
        "tacnghiep:chairId": LEADER,
    }  # fmt: skip
    mai.upload(b"%PDF-1.7 du thao")
    fields = {"subject": "Báo cáo", "secrecy": "none", "file": file_of(b"%PDF-1.7 du thao")}
    for visitor, given in (
        (mai, act("receive", CLERK, "side-1", {"registerId": INCOMING})),
        (mai, act("transfer", CLERK, "side-1", {"lead": lead, "due": "2027-01-04"})),
        (mai, act("receive", CLERK, "side-1", {"registerId": INCOMING})),
        (tam, act("assignTask", LEADER, "task-1", {"task": {"title": "Báo cáo", "tacnghiep:lead": lead}})),
        (mai, act("enterSchedule", CLERK, "entry-1", {"entry": entry})),
        (mai, act("draft", CLERK, "doc-new", {"document": fields})),
    ):
        assert visitor.act(given).get("outcome") in ("accepted", "refused")


def test_every_object_fits_its_schema(mai: Visitor, tam: Visitor, duc: Visitor, ha: Visitor) -> None:
    work(mai, tam)
    shapes = Shapes()
    seen: dict[str, int] = dict.fromkeys(TYPES, 0)
    for visitor in (mai, tam, duc, ha):
        for name in TYPES:
            for value in visitor.call(f"{name}/get", ids=None)["list"]:
                assert shapes.problems(name, value) == {}, (name, value["id"])
                seen[name] += 1
    assert all(seen.values()), seen


def test_the_page_names_what_the_central_does() -> None:
    page = PAGE.read_text("utf-8")
    for name in TYPES:
        row = next((line for line in page.splitlines() if line.startswith(f"| {name} |") and "`id" not in line), "")
        for member in {**SORTS[name], **FILTERS[name]}:
            assert f"`{member}`" in page, (name, member, row)
    for limit in ("maxSizeRequest", "maxCallsInRequest", "maxConcurrentRequests", "maxSizeUpload"):
        assert limit in page
    assert f"| {CORE_LIMITS['maxCallsInRequest']} | {CORE_LIMITS['maxConcurrentRequests']} |" in page


def test_of_a_classified_document_only_the_notice_leaves(tmp_path: Path) -> None:
    listening = loopback_socket()
    store = Store.open(sqlite_url(tmp_path / "office.db"))
    central = Central(store, tmp_path, address(listening))
    secret = "Nội dung không được rời khỏi đây"
    seed = LittleSeed(2, other={1: {"secrecy": "confidential", "subject": secret, "text": secret}})
    sow(store, central.blobs, seed, datetime.now(UTC))
    with RunningServer(create_app(central), central, listening):
        town = Town(central)
        mai = town.visit("mai")
        answer = mai.post([["Document/get", {"accountId": mai.id, "ids": None}, "0"]])
        assert secret not in answer.text
        notice = mai.get("Document", "doc-1")
        assert notice is not None
        assert (notice["secrecy"], notice["issuer"], notice["subject"], notice["file"]) == (
            "confidential", "Tỉnh ủy An Bình", "", None,
        )  # fmt: skip
        assert Shapes().problems("Document", notice) == {}
        blob = file_of(pdf(1))["blobId"]
        assert mai.http.get(mai.blob_url(blob)).status_code == 404
        assert mai.http.get(mai.blob_url(file_of(pdf(2))["blobId"])).status_code == 200
        town.close()
    central.close()
