"""Signing in, out, and in again; accounts and their profiles; clocks that are wrong."""

from __future__ import annotations

import asyncio
import itertools
from datetime import UTC, datetime, timedelta
from email.utils import format_datetime
from pathlib import Path

import pytest
from sqlalchemy import update

from desktop.central.errors import CentralError, Offline, Refused
from desktop.central.transport import Beat
from desktop.practice.schema import token
from desktop.session.clock import CentralClock
from desktop.session.errors import NeedsSignIn, OtherAccount, UnsentActs
from tests.office.faults import Fault
from tests.office.harness import Machine, Office, browser_of, reach, synced
from tests.practice.little import INCOMING
from tests.sync.test_faults import receive


def expire(office: Office, **values: object) -> None:
    with office.central.store.engine.execution_options(writing=True).begin() as connection:
        connection.execute(update(token).values(**values))


@pytest.mark.parametrize("status", [401, 403])
async def test_a_gateway_signs_nobody_out(machine: Machine, office: Office, status: int) -> None:
    session = await machine.sign_in(office)
    await synced(session)
    expire(office, expires=1)
    fault = Fault("answer", "/oauth/token", status=status, headers=(("Content-Type", "text/html"),), body=b"<p>No")
    office.proxy.always.append(fault)
    made = await receive(session, 1)
    seen = await reach(session, lambda s: s.kind not in ("synced", "receiving", "sending"))
    assert seen.kind != "signedOut"
    office.proxy.always.clear()
    session.workplace.sync_now()
    await synced(session)
    assert [a["id"] for a in office.acts()] == [made]


async def test_an_expired_token_is_renewed_unseen(machine: Machine, office: Office) -> None:
    session = await machine.sign_in(office)
    await synced(session)
    expire(office, expires=1)
    made = await receive(session, 1)
    await synced(session)
    assert [a["id"] for a in office.acts()] == [made]


async def test_signed_out_by_the_central_nothing_is_lost_and_signing_in_sends_it(
    machine: Machine, office: Office
) -> None:
    session = await machine.sign_in(office)
    await synced(session)
    expire(office, revoked=True)
    made = await receive(session, 1)
    status = await reach(session, lambda s: s.kind == "signedOut")
    assert status.unsent == 1
    machine.username = "tam"
    with pytest.raises(OtherAccount):
        await session.sign_in_again(patience=20)
    machine.username = "mai"
    await session.sign_in_again(patience=20)
    await reach(session, lambda s: s.kind == "synced")
    assert [a["id"] for a in office.acts()] == [made]


async def test_signing_in_again_is_enough_though_a_file_was_on_its_way(machine: Machine, office: Office) -> None:
    session = await machine.sign_in(office)
    await synced(session)
    expire(office, revoked=True)
    kept = await session.workplace.keep_file(b"%PDF", "a.pdf", "application/pdf")
    await session.workplace.act("draft", "Document", "n1", {"document": {"subject": "a", "file": kept}})
    await receive(session, 1)
    await reach(session, lambda s: s.kind == "signedOut")
    seen: list[str] = []
    session.workplace.sync.subscribe(lambda status: seen.append(status.kind))
    await session.sign_in_again(patience=20)
    await reach(session, lambda s: s.kind == "synced")
    # Until the person has signed in, each try says so again.
    assert "signedOut" not in list(itertools.dropwhile(lambda kind: kind == "signedOut", seen))
    assert len(office.acts()) == 2


async def test_signing_out_keeps_what_is_unsent_sealed_and_says_so(machine: Machine, office: Office) -> None:
    session = await machine.sign_in(office)
    await synced(session)
    office.proxy.down()
    made = await receive(session, 1)
    left = await session.sign_out()
    assert (left.unsent, left.revoked) == (1, False)
    (account,) = machine.sessions.accounts.all()
    assert not account.signed_in
    with pytest.raises(NeedsSignIn):
        await machine.sessions.open(account)
    with pytest.raises(UnsentActs):
        await machine.sessions.forget(account)
    office.proxy.up()
    session = await machine.sign_in(office, account=account)
    await synced(session)
    assert [a["id"] for a in office.acts()] == [made]


async def test_each_account_has_its_own_profile(machine: Machine, office: Office) -> None:
    first = await machine.sign_in(office)
    await synced(first)
    await first.sign_out()
    machine.username = "tam"
    second = await machine.sign_in(office)
    await synced(second)
    assert second.workplace.me.roles == {"leader"}
    assert await second.workplace.unsent() == []
    assert [a.username for a in machine.sessions.accounts.all()] == ["tam", "mai"]
    with pytest.raises(OtherAccount):
        await machine.sign_in(office, account=machine.sessions.accounts.all()[1])
    await second.sign_out()
    await machine.sessions.forget(second.account)
    assert [a.username for a in machine.sessions.accounts.all()] == ["mai"]
    assert not machine.sessions.accounts.folder(second.account).exists()


async def test_after_signing_out_the_token_is_dead(machine: Machine, office: Office) -> None:
    session = await machine.sign_in(office)
    await synced(session)
    left = await session.sign_out()
    assert (left.unsent, left.revoked) == (0, True)
    with office.central.store.reader.begin() as connection:
        assert all(row.revoked for row in connection.execute(token.select()))


async def test_nobody_at_the_browser(machine: Machine, office: Office) -> None:
    machine.sessions._browser = lambda _url: None
    with pytest.raises(Refused, match="signInGivenUp"):
        await machine.sessions.sign_in(office.url, patience=0.01)
    assert machine.sessions.accounts.all() == []


async def test_signing_in_can_be_given_up(machine: Machine, office: Office) -> None:
    opened = asyncio.Event()
    loop = asyncio.get_running_loop()
    machine.sessions._browser = lambda _url: loop.call_soon_threadsafe(opened.set)
    task = asyncio.create_task(machine.sessions.sign_in(office.url, patience=60))
    await opened.wait()
    task.cancel()
    with pytest.raises(asyncio.CancelledError):
        await task


@pytest.mark.parametrize(
    ("fault", "code"),
    [
        (Fault("answer", "oauth-authorization-server", status=404), "notTheCentral"),
        (Fault("answer", "oauth-authorization-server", status=200, body=b"[]"), "wrongShape"),
        (Fault("answer", "/oauth/token", status=400, body=b'{"error": "invalid_grant"}'), "signInRefused"),
        (Fault("answer", "/.well-known/jmap", status=200, body=b"{}"), "wrongShape"),
        (Fault("answer", "/jmap/api", status=500), "serverError"),
    ],
)
async def test_what_goes_wrong_while_signing_in_is_named(
    machine: Machine, office: Office, fault: Fault, code: str
) -> None:
    office.proxy.always.append(fault)
    with pytest.raises(CentralError) as caught:
        await machine.sign_in(office)
    assert caught.value.code == code
    office.proxy.always.clear()
    session = await machine.sign_in(office)
    assert (await session.workplace.counts())["incoming.toReceive.own"] == 5


async def test_nobody_there(machine: Machine, office: Office) -> None:
    office.proxy.down()
    with pytest.raises(Offline, match="unreachable"):
        await machine.sign_in(office)
    office.proxy.up()


async def test_a_stranger_at_the_loopback_address_changes_nothing(machine: Machine, office: Office) -> None:
    import requests

    def browser(url: str) -> None:
        from urllib.parse import parse_qs, urlsplit

        callback = parse_qs(urlsplit(url).query)["redirect_uri"][0]

        def stranger() -> None:
            with requests.Session() as http:
                http.get(f"{callback}?code=stolen&state=guessed")
                http.get(callback.replace("/callback", "/favicon.ico"))
            browser_of("mai")(url)

        import threading

        threading.Thread(target=stranger, daemon=True).start()

    machine.sessions._browser = browser
    session = await machine.sign_in(office)
    assert session.workplace.me.id == "p-mai"


async def test_a_wrong_clock_is_told_and_not_trusted(machine: Machine, office: Office) -> None:
    central_now = datetime.now(UTC) + timedelta(minutes=7)
    office.proxy.date = format_datetime(central_now, usegmt=True)
    session = await machine.sign_in(office)
    assert timedelta(minutes=6, seconds=50) < session.workplace.clock_offset < timedelta(minutes=7, seconds=10)
    assert session.clock.machine_is_wrong
    made = await session.workplace.act("receive", "Handling", "side-1", {"registerId": INCOMING, "number": None})
    assert isinstance(made, dict)
    assert made["claimedAt"] >= (central_now - timedelta(seconds=10)).strftime("%Y-%m-%dT%H:%M:%SZ")
    await session.close()
    office.proxy.down()
    session = await machine.reopen()
    assert session.workplace.clock_offset > timedelta(minutes=6, seconds=50)
    office.proxy.up()


def test_small_differences_and_slow_answers_say_nothing_about_the_clock() -> None:
    clock = CentralClock(system=lambda: 1000.0)
    clock.observe(Beat(1001.0, 1000.0, 1000.2))
    assert not clock.offset
    clock.observe(Beat(5000.0, 1000.0, 1090.0))
    assert not clock.offset
    clock.observe(Beat(1600.0, 1000.0, 1000.2))
    assert (clock.offset, clock.machine_is_wrong) == (timedelta(seconds=600.4), True)
    clock.observe(Beat(1000.0, 1000.0, 1000.2))
    assert (clock.offset, clock.machine_is_wrong) == (timedelta(), False)


async def test_the_program_ends_while_a_request_hangs(tmp_path: Path, office: Office) -> None:
    machine = Machine(tmp_path / "machine")
    session = await machine.sign_in(office)
    await synced(session)
    office.proxy.always.append(Fault("hold"))
    session.workplace.sync_now()
    await asyncio.get_running_loop().run_in_executor(None, office.proxy.held.wait)
    loop = asyncio.get_running_loop()
    began = loop.time()
    await session.close()
    assert machine.lanes.close()
    assert loop.time() - began < 0.5
