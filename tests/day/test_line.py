"""The line to the central is down, slow, or whoever answers lies: it is said, and nothing is lost."""

from __future__ import annotations

import json
import time
from datetime import UTC, datetime, timedelta
from email.utils import format_datetime

from tests.day.conftest import Office
from tests.day.screen import Machine, Screen
from tests.office.faults import Fault
from widgets.welcome import WelcomeWindow

HTML = b"<!doctype html><title>WiFi</title><p>Please log in to the network"
JSON = (("Content-Type", "application/json"),)


def test_nobody_answers_at_sign_in(office: Office, machine: Machine) -> None:
    async def scenario(screen: Screen) -> None:
        office.proxy.down()
        await screen.press_sign_in("mai", office.url)
        await screen.says("Không tới được hệ thống. Kiểm tra dây mạng và địa chỉ")
        office.proxy.up()
        await screen.sign_in("mai", office.url)

    machine.start(scenario)


AT_SIGN_IN = [
    ("/.well-known/oauth", 200, (("Content-Type", "text/html"),), HTML, "không phải hệ thống trung tâm"),
    ("/.well-known/oauth", 200, JSON, HTML, "Không đọc được câu trả lời"),
    ("/.well-known/oauth", 200, JSON, b"[1, 2]", "không đúng quy cách"),
    ("/.well-known/oauth", 200, JSON, b'{"issuer": 5, "token_endpoint": []}', "không đúng quy cách"),
    ("/.well-known/oauth", 500, JSON, b"{}", "Hệ thống trung tâm gặp lỗi"),
    ("/.well-known/oauth", 503, JSON, b"", "đang bận"),
    ("/.well-known/oauth", 404, JSON, b"{}", "không phải hệ thống trung tâm"),
    ("/oauth/token", 200, JSON, b'{"access_token": 7}', "không đúng quy cách"),
    ("/oauth/token", 500, JSON, b"", "Hệ thống trung tâm gặp lỗi"),
    ("/.well-known/jmap", 200, JSON, b'{"accounts": [], "apiUrl": 3}', "không đúng quy cách"),
    ("/.well-known/jmap", 200, JSON, b"null", "không đúng quy cách"),
    ("/jmap/api", 200, JSON, b'{"methodResponses": {"a": 1}}', "không đúng quy cách"),
    ("/jmap/api", 200, JSON, b'{"methodResponses": [["Person/get", {"list": 5}, "0"]]}', "không đúng quy cách"),
    ("/jmap/api", 200, (("Content-Type", "text/html"),), HTML, "không phải hệ thống trung tâm"),
    ("/jmap/api", 500, JSON, b"{}", "Hệ thống trung tâm gặp lỗi"),
]


def test_lies_at_sign_in_are_named_and_the_next_try_gets_in(office: Office, machine: Machine) -> None:
    async def scenario(screen: Screen) -> None:
        for where, status, headers, body, words in AT_SIGN_IN:
            lie = Fault("answer", where, status=status, headers=headers, body=body)
            office.proxy.always.insert(0, lie)
            window = await screen.press_sign_in("mai", office.url)
            if where == "/jmap/api":
                await screen.unlock()
            try:
                await screen.says(words)
            except AssertionError as error:
                raise AssertionError(f"{where} {status} {body!r}: {error}") from None
            assert window.pages.currentIndex() == 0
            office.proxy.always.remove(lie)
        await screen.sign_in("mai", office.url)

    machine.start(scenario)


def test_a_slow_central_can_be_waited_for_or_given_up(office: Office, machine: Machine) -> None:
    async def scenario(screen: Screen) -> None:
        slow = Fault("hold", "/.well-known/oauth")
        office.proxy.always.insert(0, slow)
        window = await screen.press_sign_in("mai", office.url)
        await screen.until(office.proxy.held.is_set, "the request")
        assert window.pages.currentIndex() == 1
        await screen.player.click(window.cancel)
        await screen.until(lambda: window.pages.currentIndex() == 0, "the start")
        await screen.press_sign_in("mai", office.url)
        await screen.player.calm(0.3)
        office.proxy.always.remove(slow)
        office.proxy.released.set()
        await screen.unlock()
        await screen.hands.enter("mai")

    machine.start(scenario)


def test_work_goes_on_while_the_central_takes_its_time(office: Office, machine: Machine) -> None:
    async def scenario(screen: Screen) -> None:
        await screen.sign_in("mai", office.url)
        slow = Fault("holdAnswer", holding="Act/set")
        office.proxy.always.append(slow)
        await screen.receive()
        await screen.says("Đang gửi 1 việc")
        await screen.receive()
        made = await screen.unsent()
        assert len(made) == 2
        office.proxy.always.remove(slow)
        office.proxy.released.set()
        await screen.synced()
        assert office.ids()[-2:] == made

    machine.start(scenario)


def test_a_central_that_hangs_does_not_keep_the_program_from_ending(office: Office, machine: Machine) -> None:
    quitting = 0.0

    async def scenario(screen: Screen) -> None:
        nonlocal quitting
        await screen.sign_in("mai", office.url)
        office.proxy.always.append(Fault("hold"))
        await screen.receive()
        await screen.until(office.proxy.held.is_set, "the request")
        quitting = time.monotonic()

    machine.start(scenario)
    assert time.monotonic() - quitting < 5.0
    office.proxy.released.set()


AT_WORK = [
    (200, (("Content-Type", "text/html"),), HTML, "không phải hệ thống trung tâm"),
    (200, JSON, b"{nonsense", "Không đọc được câu trả lời"),
    (200, JSON, b"[]", "không đúng quy cách"),
    (200, JSON, b'{"methodResponses": [["Act/set", {"created": 7}, "0"]], "sessionState": 9}', "không đúng quy cách"),
    (500, JSON, b"{}", "Hệ thống trung tâm gặp lỗi"),
    (503, (("Retry-After", "3600"),), b"", "đang bận"),
]


def test_lies_at_work_are_named_and_the_act_arrives_once(office: Office, machine: Machine) -> None:
    async def scenario(screen: Screen) -> None:
        await screen.sign_in("mai", office.url)
        for status, headers, body, words in AT_WORK:
            lie = Fault("answer", status=status, headers=headers, body=body)
            office.proxy.always.append(lie)
            await screen.receive()
            await screen.says(words)
            made = await screen.unsent()
            assert len(made) == 1
            office.proxy.always.remove(lie)
            screen.room.workplace.sync_now()
            await screen.synced()
            assert office.ids()[-1:] == made
            assert not screen.sees(words)

    machine.start(scenario)


def test_an_answer_with_wrong_types_in_its_objects_does_not_stop_the_work(office: Office, machine: Machine) -> None:
    """A document whose subject is a number, whose pages are words, whose issuer is missing."""

    def spoil(body: bytes) -> bytes:
        try:
            answer = json.loads(body)
        except ValueError:
            return body
        for _name, given, _tag in answer.get("methodResponses", []):
            for found in given.get("list") or []:
                if "subject" in found:
                    found |= {"subject": 12, "pages": "nhiều", "recipients": None, "documentDate": [1], "urgency": "x"}
                    found.pop("issuer", None)
        return json.dumps(answer).encode()

    async def scenario(screen: Screen) -> None:
        await screen.sign_in("mai", office.url)
        office.proxy.always.append(Fault("rewrite", change=spoil))
        await screen.receive()
        made = await screen.unsent()
        await screen.player.calm(1.5)
        office.proxy.always.pop()
        screen.room.workplace.sync_now()
        await screen.synced()
        assert all(one in office.ids() for one in made)
        for key in ("incoming", "outgoing", "today", "tasks", "schedule", "signing"):
            screen.room.window.show_desk(key)
            await screen.player.calm(0.2)
        assert not screen.sees("lỗi ngoài dự kiến")

    machine.start(scenario)


def test_an_expired_session_asks_to_sign_in_again_and_sends_what_was_done(office: Office, machine: Machine) -> None:
    async def scenario(screen: Screen) -> None:
        await screen.sign_in("mai", office.url)
        office.end_sessions()
        await screen.receive()
        await screen.says("Phiên đăng nhập đã hết. Đăng nhập lại")
        await screen.says("Cần đăng nhập lại")
        await screen.receive()
        made = await screen.unsent()
        assert len(made) == 2
        # Somebody else signs in first: that is refused, and nothing of the first one's goes out.
        screen.visitor.username = "hoa"
        await screen.player.click(screen.room.window.messages._action)
        await screen.says("không phải chủ của hồ sơ này")
        assert not set(made) & set(office.ids())
        screen.visitor.username = "mai"
        screen.room.window.sync_pill.click()
        await screen.synced()
        assert office.ids()[-2:] == made
        assert [text for text in screen.texts() if "Phiên đăng nhập đã hết" in text] == []

    machine.start(scenario)


def test_each_of_two_acts_that_break_the_central_is_set_aside(office: Office, machine: Machine) -> None:
    async def scenario(screen: Screen) -> None:
        await screen.sign_in("mai", office.url)
        office.proxy.always.append(Fault("answer", "/jmap/api", holding='"kind":"receive"', status=500))
        await screen.receive()
        await screen.receive()

        async def states() -> list[str]:
            return [one["state"] for one in await screen.room.workplace.unsent()]

        while await states() != ["held", "held"]:
            await screen.player.calm(0.2)
        office.proxy.always.pop()
        made = await screen.unsent()
        for act_id in made:
            await screen.room.workplace.retry(act_id)
        await screen.synced()
        assert sorted(office.ids()[-2:]) == sorted(made)

    machine.start(scenario, clean=False)


def test_the_central_is_started_anew_in_between(office: Office, machine: Machine) -> None:
    async def scenario(screen: Screen) -> None:
        await screen.sign_in("mai", office.url)
        office.stop()
        await screen.receive()
        made = await screen.unsent()
        await screen.until(lambda: screen.state() in ("offline", "retrying"), "offline")
        await screen.says("chưa gửi")
        office.start()
        screen.room.workplace.sync_now()
        await screen.synced()
        await screen.receive()
        await screen.synced()
        ids = office.ids()
        assert ids[-2] == made[0]
        assert len(set(ids)) == len(ids)

    machine.start(scenario)


def test_the_machines_wrong_clock_is_said_at_sign_in_and_while_working(office: Office, machine: Machine) -> None:
    def date(hours: float) -> str:
        return format_datetime(datetime.now(UTC) + timedelta(hours=hours), usegmt=True)

    async def scenario(screen: Screen) -> None:
        office.proxy.date = date(5)
        await screen.sign_in("mai", office.url)
        await screen.says("Đồng hồ máy này lệch 300 phút")
        offset = screen.room.workplace.clock_offset
        assert abs(offset - timedelta(hours=5)) < timedelta(minutes=1)
        # Somebody sets the clock right.
        office.proxy.date = None
        screen.room.workplace.sync_now()
        await screen.until(lambda: not screen.sees("Đồng hồ máy này lệch"), "no word of the clock")
        # And wrong again, in the middle of the work.
        office.proxy.date = date(-30)
        screen.room.workplace.sync_now()
        await screen.says("Đồng hồ máy này lệch 1800 phút")

    machine.start(scenario)


def test_the_window_closed_while_it_waits_for_the_browser_ends_the_program(office: Office, machine: Machine) -> None:
    async def scenario(screen: Screen) -> None:
        screen.visitor._visit = lambda page: None  # type: ignore[method-assign]
        window = await screen.press_sign_in("mai", office.url)
        await screen.player.calm(0.3)
        assert isinstance(window, WelcomeWindow)

    machine.start(scenario)
