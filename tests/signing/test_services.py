"""Time-stamps and revocation from services that are slow, dead, broken or hostile: a level is lost, nothing else."""

from __future__ import annotations

import asyncio
import socket
import threading
import time
from concurrent.futures import ThreadPoolExecutor
from datetime import UTC, datetime, timedelta
from typing import Any

import pytest
from asn1crypto import tsp, x509
from cryptography.hazmat.primitives.asymmetric import rsa

from signing import fields, problems, sign
from signing.problems import TimestampUnavailable
from signing.reach import Reach, kind_of
from signing.revocation import LONGEST_KEPT, Revocation
from signing.services import ServiceFailed, Services
from signing.software import SoftwareKey
from signing.standing import again, check_certificate
from signing.timestamps import TimestampService
from signing.trust import Trust
from tests.signing import pages
from tests.signing.office_pki import Pki


def _draft() -> bytes:
    return fields.add_number_and_date(pages.draft())


def _service(pki: Pki, trust: Trust, timeout: float = 0.4, services: Services | None = None) -> TimestampService:
    return TimestampService(pki.url + "/tsa", timeout=timeout, trust=trust, services=services)


# -- bad answers are none ----------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    "bad", ["nonce", "imprint", "stranger", "signature", "error", "redirect", "endless", "drip", "replay"]
)
def test_a_bad_time_stamp_is_none(pki: Pki, leader: SoftwareKey, trust: Trust, bad: str) -> None:
    pki.bad["tsa"] = bad
    pki.replay = b"<html>busy</html>"
    before = time.monotonic()
    signed = sign.approve(_draft(), leader, options=sign.Options(timestamps=_service(pki, trust)))
    assert time.monotonic() - before < 3
    assert signed.level == "B-B"
    assert [one.code for one in signed.warnings if one.code.startswith("time")] == ["timestampUnavailable"]


def test_a_good_one_counts(pki: Pki, leader: SoftwareKey, trust: Trust) -> None:
    signed = sign.approve(_draft(), leader, options=sign.Options(timestamps=_service(pki, trust, 5)))
    assert (signed.level, signed.warnings[1:]) == ("B-T", ())


@pytest.mark.parametrize(
    "bad",
    ["stale", "ancient", "future", "other", "responder", "delegate", "nonce", "error", "redirect", "endless", "replay"],
)
def test_a_bad_answer_about_revocation_never_counts_as_good(
    pki: Pki, leader: SoftwareKey, trust: Trust, bad: str
) -> None:
    pki.bad["ocsp"] = bad
    pki.replay = b"\x30\x03\x0a\x01\x06"  # "unauthorized"
    found = _standing(leader, trust, Revocation(timeout=0.4))
    assert found == ("revocationUnknown",)
    pki.bad.clear()
    assert _standing(leader, trust, Revocation(timeout=5)) == ()


def test_an_answer_that_was_good_once_is_not_good_again(pki: Pki, trust: Trust) -> None:
    """Recorded before the key was lost, played again after: the nonce is another."""
    key = pki.issue("Bị phát lại")
    recorded: list[bytes] = []
    whole = pki._status
    pki._status = lambda body: recorded.append(whole(body)) or recorded[-1]  # type: ignore[method-assign]
    try:
        assert _standing(key, trust, Revocation()) == ()
    finally:
        del pki._status  # type: ignore[attr-defined]
    pki.revoke(key)
    pki.bad["ocsp"], pki.replay = "replay", recorded[0]
    assert _standing(key, trust, Revocation()) == ("revocationUnknown",)
    pki.bad.clear()
    with pytest.raises(problems.CertificateRevoked):
        _standing(key, trust, Revocation())


def _standing(key: SoftwareKey, trust: Trust, revocation: Revocation) -> tuple[str, ...]:
    issuers = [x509.Certificate.load(one) for one in key.chain]
    found = check_certificate(x509.Certificate.load(key.certificate), trust, issuers=issuers, revocation=revocation)
    return tuple(one.code for one in found)


# -- nobody waits twice ------------------------------------------------------------------------------------------


def test_after_one_time_out_the_batch_waits_no_more(pki: Pki, leader: SoftwareKey, trust: Trust) -> None:
    pki.hold.add("tsa")
    options = sign.Options(timestamps=_service(pki, trust, 0.5))
    draft = _draft()
    first = _seconds(lambda: sign.approve(draft, leader, options=options))
    rest = [_seconds(lambda: sign.approve(draft, leader, options=options)) for _ in range(3)]
    assert first >= 0.5
    assert max(rest) < 0.4
    assert pki.asked["tsa"] == 1
    assert options.timestamps is not None
    options.timestamps.services.again()
    pki.hold.clear()
    pki.held.set()
    assert sign.approve(draft, leader, options=options).level == "B-T"


def test_whoever_waits_can_be_let_go(pki: Pki, leader: SoftwareKey, trust: Trust) -> None:
    pki.hold.add("tsa")
    service = _service(pki, trust, 30)
    draft = _draft()
    with ThreadPoolExecutor(3) as pool:
        begun = time.monotonic()
        signing = [pool.submit(sign.approve, draft, leader, options=sign.Options(timestamps=service)) for _ in range(3)]
        while pki.asked.get("tsa", 0) < 3:
            assert time.monotonic() - begun < 10
            time.sleep(0.01)
        assert service.waiting > 0
        service.skip()
        levels = [one.result(5).level for one in signing]
    assert levels == ["B-B"] * 3
    assert time.monotonic() - begun < 10
    assert service.waiting == 0


def test_errors_that_come_at_once_are_tried_again_a_few_times_only(pki: Pki, trust: Trust) -> None:
    pki.bad["tsa"] = "error"
    service = _service(pki, trust, 5)
    for _ in range(6):
        with pytest.raises(TimestampUnavailable):
            asyncio.run(service.token(bytes(32)))
    assert pki.asked["tsa"] == 3


def _seconds(work: object) -> float:
    begun = time.monotonic()
    work()  # type: ignore[operator]
    return time.monotonic() - begun


# -- one question a certificate ----------------------------------------------------------------------------------


def test_a_certificate_is_asked_about_once_by_all_threads(pki: Pki, leader: SoftwareKey, trust: Trust) -> None:
    revocation = Revocation()
    start = threading.Barrier(6)

    def ask() -> tuple[str, ...]:
        start.wait(5)
        return _standing(leader, trust, revocation)

    with ThreadPoolExecutor(6) as pool:
        found = [one.result(10) for one in [pool.submit(ask) for _ in range(6)]]
    assert found == [()] * 6
    assert pki.asked["ocsp"] == 1


def test_answers_are_kept_while_they_hold(pki: Pki, leader: SoftwareKey, trust: Trust) -> None:
    began = datetime.now(UTC)
    now = [began]
    revocation = Revocation(clock=lambda: now[0])
    for _ in range(2):
        assert _standing(leader, trust, revocation) == ()
    assert pki.asked["ocsp"] == 1
    now[0] += timedelta(hours=2)  # beyond nextUpdate
    assert timedelta(hours=2) < LONGEST_KEPT
    _standing(leader, trust, revocation)
    assert pki.asked["ocsp"] == 2
    revocation.forget()
    now[0] = began
    _standing(leader, trust, revocation)
    assert pki.asked["ocsp"] == 3


def test_a_batch_asks_once_for_each_certificate(
    pki: Pki, leader: SoftwareKey, trust: Trust, timestamps: TimestampService
) -> None:
    pki.stamper = pki.new_tsa()
    revocation = Revocation()
    options = sign.Options(trust=trust, timestamps=timestamps, keep_evidence=True, revocation=revocation).for_batch(
        leader
    )
    for _ in range(3):
        assert sign.approve(_draft(), leader, options=options).level == "B-LT"
    assert pki.asked["ocsp"] == 2  # the leader's and the service's


# -- where may be asked ------------------------------------------------------------------------------------------

REACHES = [
    (Reach(), "http://ocsp.ca.gov.vn/ocsp", True),
    (Reach(), "https://127.0.0.1:8647/pki", True),
    (Reach(loopback=False), "http://127.0.0.1/ocsp", False),
    (Reach(loopback=False), "http://localhost:631/", False),
    (Reach(), "http://10.0.0.5/ocsp", False),
    (Reach(), "http://192.168.1.1/", False),
    (Reach(), "http://[fe80::1]/", False),
    (Reach(hosts=frozenset({"10.0.0.5"})), "http://10.0.0.5/ocsp", True),
    (Reach(hosts=frozenset({"tsa"})), "http://TSA/", True),
    (Reach(), "http://1.1.1.1/ocsp", True),
    (Reach(), "http://[2606:4700:4700::1111]/ocsp", True),
    (Reach(), "http://[64:ff9b::101:101]/ocsp", True),
    (Reach(), "file:///etc/passwd", False),
    (Reach(), "ldap://ca.gov.vn/x", False),
    (Reach(), "http://user:secret@ca.gov.vn/", False),
    (Reach(), "http://[broken/", False),
    (Reach(everywhere=False), "http://ocsp.ca.gov.vn/ocsp", False),
    (Reach(everywhere=False, hosts=frozenset({".ca.gov.vn"})), "http://ocsp.ca.gov.vn/ocsp", True),
    (Reach(everywhere=False, hosts=frozenset({".ca.gov.vn"})), "http://ca.gov.vn.evil.example/", False),
    (Reach(everywhere=False, hosts=frozenset({"tsa.mang"})), "http://TSA.mang./", True),
]


STRANGE = {
    "loopback": (
        "127.1", "127.0.1", "2130706433", "0x7f000001", "0x7F.1", "0177.0.0.1", "017700000001", "127.0.0.1.",
        "[::1]", "[::ffff:127.0.0.1]", "[::ffff:7f00:1]", "localhost.", "a.localhost", "localhost.localdomain",
        "１２７.0.0.1", "127。0。0。1",
    ),
    "private": (
        "10.1", "192.168.257", "0xa000001", "012.0.0.1", "0", "0.0.0.0", "169.254.169.254", "100.64.0.1", "224.0.0.1",
        "[::]", "[fd00::1]", "[fe80::1%25eth0]", "[::ffff:10.0.0.1]", "[::127.0.0.1]", "[64:ff9b::7f00:1]",
        "[64:ff9b::10.0.0.1]", "[64:ff9b:1::1]", "[2002:a00:1::]", "[2001:0:101:101::f5ff:fffe]",
        "intranet", "ca", "may-in.local", "ocsp.internal", "router.home.arpa", "1.2.3.4.5", "1.2.3.256", "99999999999",
    ),
}  # fmt: skip


@pytest.mark.parametrize(("kind", "host"), [(kind, host) for kind, hosts in STRANGE.items() for host in hosts])
def test_an_address_is_judged_by_what_it_is_however_it_is_spelled(kind: str, host: str) -> None:
    assert kind_of(host.strip("[]")) == kind
    assert not Reach(loopback=False).allows(f"http://{host}/ocsp")
    assert Reach().allows(f"http://{host}:8080/ocsp") is (kind == "loopback")


@pytest.fixture
def names(monkeypatch: pytest.MonkeyPatch) -> dict[str, list[str]]:
    """What names stand for: no resolver of the test's machine may be asked for it."""
    known: dict[str, list[str]] = {}
    real = socket.getaddrinfo

    def look_up(host: str, *args: Any, **more: Any) -> list[Any]:
        return [one for address in known.get(host, [host]) for one in real(address, *args, **more)]

    monkeypatch.setattr(socket, "getaddrinfo", look_up)
    return known


def _asked_by_name(pki: Pki, reach: Reach) -> bytes:
    url = pki.url.replace("127.0.0.1", "ocsp.ca.gov.vn") + "/tsa"
    services = Services(reach=reach)
    pki.replay = b"answer"
    pki.bad["tsa"] = "replay"
    request = tsp.TimeStampReq({
        "version": 1,
        "message_imprint": {"hash_algorithm": {"algorithm": "sha256"}, "hashed_message": bytes(32)},
        "nonce": 1,
    })  # fmt: skip
    try:
        return asyncio.run(services.ask(url, request.dump(), {}, timeout=5, most=100))
    finally:
        services.close()


def test_a_name_that_leads_into_ones_own_network_is_not_followed(pki: Pki, names: dict[str, list[str]]) -> None:
    names["ocsp.ca.gov.vn"] = ["127.0.0.1"]
    with pytest.raises(ServiceFailed, match="unreachable"):
        _asked_by_name(pki, Reach(loopback=False))
    assert pki.asked == {}


def test_a_host_that_the_office_named_may_stand_in_its_own_network(pki: Pki, names: dict[str, list[str]]) -> None:
    names["ocsp.ca.gov.vn"] = ["127.0.0.1"]
    named = Reach(everywhere=False, hosts=frozenset({"ocsp.ca.gov.vn"}), loopback=False)
    assert _asked_by_name(pki, named) == b"answer"


def test_the_next_address_of_a_name_is_tried_and_those_that_may_not_be_asked_are_passed_over(
    pki: Pki, names: dict[str, list[str]]
) -> None:
    names["ocsp.ca.gov.vn"] = ["10.0.0.1", "::1", "127.0.0.1"]
    before = time.monotonic()
    assert _asked_by_name(pki, Reach()) == b"answer"
    assert time.monotonic() - before < 3


@pytest.mark.parametrize(("reach", "url", "allowed"), REACHES)
def test_addresses(reach: Reach, url: str, allowed: bool) -> None:
    assert reach.allows(url) is allowed
    assert Reach.from_json(reach.to_json()) == reach


def test_a_machine_on_the_dedicated_network_asks_no_foreign_service(
    pki: Pki, leader: SoftwareKey, trust: Trust
) -> None:
    nowhere = Services(reach=Reach(everywhere=False, loopback=False))
    signed = sign.approve(_draft(), leader, options=sign.Options(timestamps=_service(pki, trust, services=nowhere)))
    assert signed.level == "B-B"
    assert _standing(leader, trust, Revocation(nowhere)) == ("revocationUnknown",)
    assert pki.asked == {}
    with pytest.raises(ServiceFailed, match="notAllowed"):
        asyncio.run(nowhere.ask(pki.url + "/ocsp", b"", {}, timeout=1, most=10))


# -- known bad refuses, unknown is asked again -------------------------------------------------------------------


def _forged(pki: Pki) -> SoftwareKey:
    """A certificate with the authority's name and key identifier on it, and another signature under it."""
    key = pki.issue("Giả danh")
    der = key.certificate[:-8] + bytes(8)
    return SoftwareKey(key._private, der, key.chain)  # the test's own key


def test_a_broken_chain_refuses(pki: Pki, trust: Trust) -> None:
    with pytest.raises(problems.CertificateChainBroken):
        sign.approve(_draft(), _forged(pki), options=sign.Options(trust=trust))


def test_a_short_key_refuses(pki: Pki, trust: Trust) -> None:
    key = pki.issue("Khóa ngắn", private=rsa.generate_private_key(65537, 1024))
    with pytest.raises(problems.CertificateUnfit):
        sign.approve(_draft(), key, options=sign.Options(trust=trust))


def test_standing_is_asked_again(pki: Pki, leader: SoftwareKey, trust: Trust) -> None:
    pki.silent.add("ocsp")
    signed = sign.approve(_draft(), leader, options=sign.Options(trust=trust)).pdf
    assert again(signed, trust) == "unknown"
    pki.silent.clear()
    assert again(signed, trust) == "good"
    pki.revoke(leader)
    assert again(signed, trust) == "revoked"


def test_what_was_taken_back_after_a_trusted_time_is_good(
    pki: Pki, leader: SoftwareKey, trust: Trust, timestamps: TimestampService
) -> None:
    signed = sign.approve(_draft(), leader, options=sign.Options(trust=trust, timestamps=timestamps)).pdf
    pki.revoke(leader, datetime.now(UTC) + timedelta(minutes=1))
    assert again(signed, trust) in ("good", "unknown")
    pki.revoke(leader, datetime.now(UTC) - timedelta(hours=1))
    assert again(signed, trust) == "revoked"
