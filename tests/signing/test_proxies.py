"""Which proxy leads where: whose word counts, Windows' lists of proxies and exceptions, and when a system is asked."""

from __future__ import annotations

import threading

import pytest

from signing import proxies as module
from signing.proxies import Proxies, Way, bypassed, first_proxy


@pytest.fixture(autouse=True)
def _no_environment(monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("http_proxy", "https_proxy", "all_proxy", "no_proxy"):
        monkeypatch.delenv(name, raising=False)
        monkeypatch.delenv(name.upper(), raising=False)


CENTRAL = "https://trung-tam.gov.vn/jmap"


class System:
    """Says what it was given, and counts."""

    def __init__(self, said: Way) -> None:
        self.said, self.asked = said, 0

    def __call__(self, url: str) -> Way:
        self.asked += 1
        return self.said


def test_policy_comes_first_then_the_environment_then_the_system(monkeypatch: pytest.MonkeyPatch) -> None:
    system = System(Way("http://pac:3128", "script", "http://wpad/wpad.dat"))
    assert Proxies("", system).way(CENTRAL) == system.said
    monkeypatch.setenv("HTTPS_PROXY", "http://env:1")
    monkeypatch.setenv("NO_PROXY", "kho.gov.vn")
    assert Proxies("", system).way(CENTRAL) == Way("http://env:1", "environment")
    assert Proxies("", system).way("https://kho.gov.vn/") == Way("", "environment")
    assert Proxies("chinh-sach:8080", system).way(CENTRAL) == Way("http://chinh-sach:8080", "policy")
    assert Proxies("direct", system).way(CENTRAL) == Way("", "policy")
    assert system.asked == 1


@pytest.mark.parametrize("url", ["http://127.0.0.1:5000/x", "http://localhost/", "http://[::1]:8/"])
def test_this_machine_itself_is_never_behind_a_proxy(url: str) -> None:
    system = System(Way("http://pac:3128", "script"))
    assert Proxies("http://policy:1", system).way(url).as_requests() == {}
    assert system.asked == 0


def test_a_proxy_that_is_none_of_http_is_not_taken(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("ALL_PROXY", "socks5://env:1080")
    assert Proxies("", System(Way("http://a:1", "settings"))).way(CENTRAL).proxy == "http://a:1"


def test_the_system_is_asked_once_and_again_after_a_failure() -> None:
    now = [0.0]
    system = System(Way("http://a:1", "settings"))
    proxies = Proxies("", system, now=lambda: now[0])
    for _ in range(3):
        proxies.way(CENTRAL)
    assert system.asked == 1
    proxies.doubt()
    proxies.way(CENTRAL)
    assert system.asked == 1, "a line that is down is no reason to ask at each try"
    now[0] = 30.0
    proxies.doubt()
    system.said = Way()
    assert proxies.way(CENTRAL) == Way()
    now[0] = 40.0 + module.KEPT
    proxies.way(CENTRAL)
    assert system.asked == 3


def test_a_system_that_does_not_answer_holds_nobody_for_ever(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(module, "PATIENCE", 0.05)
    let_go = threading.Event()

    def slow(_url: str) -> Way:
        let_go.wait(20)
        return Way("http://a:1", "script")

    proxies = Proxies("", slow)
    assert proxies.way(CENTRAL).source == "slow"
    let_go.set()
    monkeypatch.setattr(module, "PATIENCE", 20.0)
    assert proxies.way(CENTRAL).proxy == "http://a:1"


def test_a_system_that_fails_is_none() -> None:
    def broken(_url: str) -> Way:
        raise OSError

    assert Proxies("", broken).way(CENTRAL) == Way(failed=True)
    assert Proxies("", broken).way("http://[").proxy == ""


@pytest.mark.parametrize(("listed", "scheme", "found"), [
    ("proxy:8080", "https", "http://proxy:8080"),
    ("http=a:1;https=b:2", "https", "http://b:2"),
    ("http=a:1;https=b:2", "http", "http://a:1"),
    ("http=a:1", "https", ""),
    ("socks=s:1080", "https", ""),
    ("socks=s:1080;p:3", "https", "http://p:3"),
    ("http://proxy:8080", "https", "http://proxy:8080"),
    ("https=https://proxy:443", "https", "https://proxy:443"),
    (" a:1 b:2 ", "http", "http://a:1"),
    ("", "http", ""),
    (";;=", "http", ""),
])  # fmt: skip
def test_lists_of_proxies(listed: str, scheme: str, found: str) -> None:
    assert first_proxy(listed, scheme) == found


@pytest.mark.parametrize(("host", "listed", "found"), [
    ("kho", "<local>", True),
    ("kho.gov.vn", "<local>", False),
    ("KHO.gov.vn", "*.gov.vn", True),
    ("gov.vn", "*.gov.vn", False),
    ("10.1.2.3", "10.*;<local>", True),
    ("110.1.2.3", "10.*", False),
    ("kho.gov.vn", "https://kho.gov.vn:443", True),
    ("kho.gov.vn", "a b;  kho.gov.vn", True),
    ("kho.gov.vn", "", False),
    ("kho.gov.vn", "<-loopback>", False),
    ("2001:db8::1", "<local>", False),
    ("khoxgov.vn", "kho.gov.vn", False),
])  # fmt: skip
def test_lists_of_exceptions(host: str, listed: str, found: bool) -> None:
    assert bypassed(host, listed) is found
