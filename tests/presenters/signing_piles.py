"""Piles of documents to sign at the desk, and a token that is pulled out in the midst of one."""

from __future__ import annotations

from pathlib import Path

from signing.problems import TokenRemoved
from signing.software import SoftwareKey
from tests.presenters.signing_bench import Bench
from tests.presenters.signing_office import LEADER, PIN, MemoryToken, SigningOffice, waiting


def one_page(n: int) -> bytes:
    """A draft with one place to sign, and words of its own."""
    return waiting(number=f"Số          -N{n}/ĐU")


def pile(hoa: SoftwareKey, count: int, folder: Path | None = None) -> SigningOffice:
    """An office whose leader has so many documents to sign, "w0" on top."""
    office = SigningOffice("hoa", folder)
    sample = dict(office.objects["Document"]["o1"])
    for document in office.objects["Document"].values():
        if document["state"] == "submitted":
            document["state"] = "draft"
    signer = {"personId": "hoa", "name": LEADER, "position": "Bí thư", "competence": "T/M BAN THƯỜNG VỤ"}
    page = one_page(0)
    for n in range(count):
        more = {
            "id": f"w{n}", "state": "submitted", "authorId": "mai", "subject": f"Kế hoạch số {n}", "signer": signer,
            "number": None, "notation": None, "reserved": False, "updatedAt": f"2026-11-23T01:{59 - n:02d}:00Z",
        }  # fmt: skip
        office.objects["Document"][f"w{n}"] = {**sample, **more}
        # White space at the end makes another file of it.
        office.put(f"w{n}", page + b"\n" * (n + 1))
    office.bind("hoa", hoa)
    return office


def signed(office: SigningOffice) -> list[str]:
    return sorted(
        i for i, one in office.objects["Document"].items() if i.startswith("w") and one["state"] == "approved"
    )


def choose_all(one: Bench) -> None:
    for row in one.desk.queue.queue.rows():
        looked = one.presenter._looks.last(row.id)
        if looked is not None and looked.place is None:
            one.presenter._looks.put(row.id, looked.choosing(0))


async def begin(one: Bench, *ids: str, pin: str = PIN) -> None:
    choose_all(one)
    await one.sign(*ids, pin=pin)


async def go_on(one: Bench) -> None:
    one.desk.result_bar.go_on.click()
    await one.enter_pin()
    await one.presenter.settled()


class Away(MemoryToken):
    """A token that is pulled out before its second signature."""

    def __init__(self, key: SoftwareKey) -> None:
        super().__init__(key)
        self.before = self._pull

    def _pull(self, number: int) -> None:
        if number == 2:
            self.gone = True
            raise TokenRemoved
