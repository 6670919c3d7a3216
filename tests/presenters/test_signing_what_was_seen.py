"""What is signed is what was in front: a file that is put in another's place, and pages that come late."""

from __future__ import annotations

import asyncio
from typing import Any

from signing.software import SoftwareKey
from tests.presenters.signing_bench import Benches
from tests.presenters.signing_office import MemoryToken, until
from tests.presenters.signing_piles import one_page, pile


async def test_a_file_put_in_anothers_place_is_shown_and_chosen_anew(bench: Benches, hoa: SoftwareKey) -> None:
    office = pile(hoa, 2)
    one = await bench(office, MemoryToken(hoa))
    assert one.desk.queue.current_id() == "w0"
    one.desk.queue.queue.check(["w0", "w1"], on=True)
    before = one.desk.page.view.source()
    office.put("w0", one_page(7))
    office.tell("Document")
    await one.presenter.settled()
    assert one.desk.queue.queue.checked() == ("w1",), "what was chosen is no more"
    assert one.desk.page.view.source() is not before, "the new pages are in front"


async def test_a_file_put_in_anothers_place_while_the_pin_is_asked_for_is_not_signed(
    bench: Benches, hoa: SoftwareKey
) -> None:
    office, token = pile(hoa, 2), MemoryToken(hoa)
    one = await bench(office, token)
    one.desk.queue.queue.check(["w0", "w1"], on=True)
    one.desk.sign_button.click()
    await until(lambda: one.pin_dialog() is not None)
    office.put("w0", one_page(7))
    office.tell("Document")
    await one.presenter._running.ended("fill")
    await one.presenter._running.ended("look")
    await one.enter_pin()
    await one.presenter.settled()
    assert [office.state(i) for i in ("w0", "w1")] == ["submitted", "approved"]
    assert token.signed == 1


async def test_pages_that_come_late_do_not_stand_under_another_name(bench: Benches, hoa: SoftwareKey) -> None:
    office = pile(hoa, 3)
    one = await bench(office, MemoryToken(hoa))
    front, looks = one.presenter.front, one.presenter._looks
    opened, go = looks.pages, asyncio.Event()

    async def slow(pdf: bytes, document: Any, *args: Any, **more: Any) -> Any:
        if document["id"] == "w0":
            await go.wait()
        return await opened(pdf, document, *args, **more)

    looks.pages = slow  # type: ignore[method-assign]  # waits, and does what it did
    office.put("w0", one_page(7))
    await one.presenter.fill()
    late = asyncio.ensure_future(front.show("w0"))
    await asyncio.sleep(0)
    one.desk.queue.set_current("w1")
    await one.presenter._running.ended("show")
    shown = one.desk.page.view.source()
    go.set()
    await late
    await one.presenter.settled()
    assert front.shown == "w1"
    assert one.desk.page.view.source() is shown


async def test_a_document_that_came_back_stays_chosen_while_it_is_looked_at(bench: Benches, hoa: SoftwareKey) -> None:
    office = pile(hoa, 2)
    one = await bench(office, MemoryToken(hoa))
    office.objects["Document"]["w0"]["state"] = "returned"
    office.tell("Document")
    await one.presenter.settled()
    office.put("w0", one_page(7), state="submitted")
    await one.presenter.fill()
    one.desk.queue.queue.check(["w0"], on=True)
    await one.presenter.fill()
    assert one.desk.queue.queue.checked() == ("w0",)
    assert one.said == []
    await one.presenter.settled()
