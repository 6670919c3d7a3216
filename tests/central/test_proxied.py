"""Through a real proxy: whom it leads to is judged all the same, and what keeps it from leading is said."""

from __future__ import annotations

import asyncio
from collections.abc import Iterator
from pathlib import Path

import pytest

from desktop.central.errors import Broken, Offline
from desktop.central.transport import NOT_SENT, Call, Transport
from signing.proxies import Proxies
from signing.reach import Reach
from signing.services import ServiceFailed, Services
from tests.office.liar import Liar
from tests.office.small_proxy import SmallProxy, small_proxy
from tests.office.tls import terminated

NAME = "trung-tam.gov.vn"
URL = f"https://{NAME}/x"
BODY = b"HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nContent-Length: 2\r\nConnection: close\r\n\r\n{}"


@pytest.fixture
def proxy(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[SmallProxy]:
    """Leads to a central whose authority the system trusts."""
    with Liar(lambda: [BODY]) as liar, terminated(tmp_path, NAME) as (front, trusted), small_proxy(front.port) as made:
        front.target = ("127.0.0.1", liar.port)
        monkeypatch.setenv("SSL_CERT_FILE", str(trusted))
        yield made


def ask(proxies: Proxies) -> object:
    transport = Transport(proxies=proxies)
    try:
        return transport.ask("GET", URL, Call(), token="secret").json()
    finally:
        transport.close()


def test_the_proxy_of_policy_leads_to_the_central(proxy: SmallProxy) -> None:
    assert ask(Proxies(proxy.url)) == {}
    assert [line.rpartition(" ")[0] for line in proxy.asked] == [f"CONNECT {NAME}:443"]


def test_the_environments_proxy_leads_there_too(proxy: SmallProxy, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("HTTPS_PROXY", proxy.url)
    assert ask(Proxies()) == {}


def test_whoever_sits_behind_the_proxy_has_to_be_known(proxy: SmallProxy, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("SSL_CERT_FILE")
    with pytest.raises(Broken, match="untrusted"):
        ask(Proxies(proxy.url))


@pytest.mark.parametrize(("status", "code"), [(407, "proxyAsks"), (403, "proxyForbids"), (502, "proxyForbids")])
def test_a_proxy_that_leads_nowhere_says_why(proxy: SmallProxy, status: int, code: str) -> None:
    proxy.status = status
    with pytest.raises(Offline, match=code):
        ask(Proxies(proxy.url))
    assert code in NOT_SENT


def test_a_proxy_that_is_not_there_is_named(proxy: SmallProxy) -> None:
    proxy.close()
    with pytest.raises(Offline, match="proxyUnreachable"):
        ask(Proxies(proxy.url))


def test_services_of_signing_go_the_same_way() -> None:
    async def served(url: str, proxy: str) -> bytes:
        services = Services(reach=Reach(proxy=proxy))
        try:
            return await services.ask(url, b"question", {}, timeout=5, most=100)
        finally:
            services.close()

    with Liar(lambda: [BODY]) as liar, small_proxy(liar.port) as proxy:
        assert asyncio.run(served("http://tsa.ca.gov.vn/tsa", proxy.url)) == b"{}"
        assert proxy.asked == ["POST http://tsa.ca.gov.vn/tsa HTTP/1.1"]
        proxy.status = 407
        with pytest.raises(ServiceFailed, match="status 407"):
            asyncio.run(served("http://tsa.ca.gov.vn/tsa", proxy.url))
