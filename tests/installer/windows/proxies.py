"""The proxy of Windows: the user's settings, their exceptions and their script, read from a real registry."""

from __future__ import annotations

import http.server
import struct
import sys
import threading
import unittest
import winreg
from typing import Any

from signing.proxies import Proxies, Way

assert sys.platform == "win32"

CONNECTIONS = r"Software\Microsoft\Windows\CurrentVersion\Internet Settings\Connections"
DIRECT, PROXY, SCRIPTED = 1, 2, 4
CENTRAL = "https://trung-tam.gov.vn/jmap"
SCRIPT = b"""function FindProxyForURL(url, host) {
    if (dnsDomainIs(host, ".noi-bo.vn")) return "DIRECT";
    return "PROXY pac.example:3128; DIRECT";
}"""


class Scripts(http.server.BaseHTTPRequestHandler):
    """Gives the script out."""

    def do_GET(self) -> None:
        self.send_response(200)
        self.send_header("Content-Type", "application/x-ns-proxy-autoconfig")
        self.send_header("Content-Length", str(len(SCRIPT)))
        self.end_headers()
        self.wfile.write(SCRIPT)

    def log_message(self, format: str, *args: Any) -> None:
        """Nothing is said."""


class SystemProxies(unittest.TestCase):
    def setUp(self) -> None:
        self.key = winreg.CreateKeyEx(winreg.HKEY_CURRENT_USER, CONNECTIONS, 0, winreg.KEY_ALL_ACCESS)
        self.addCleanup(self.key.Close)
        self.addCleanup(self.settings)
        self.settings()

    def settings(self, flags: int = DIRECT, proxy: str = "", bypass: str = "", script: str = "") -> None:
        """The user's settings, as the control panel keeps them."""
        made = struct.pack("<III", 0x46, 1, flags)
        for text in (proxy, bypass, script):
            made += struct.pack("<I", len(text)) + text.encode("ascii")
        winreg.SetValueEx(self.key, "DefaultConnectionSettings", 0, winreg.REG_BINARY, made + bytes(32))

    def test_without_any_the_way_is_straight(self) -> None:
        assert Proxies().way(CENTRAL).as_requests() == {}

    def test_the_users_own_proxy_and_its_exceptions(self) -> None:
        self.settings(DIRECT | PROXY, "http=a:1;https=b:2", "*.noi-bo.vn;<local>")
        assert Proxies().way(CENTRAL) == Way("http://b:2", "settings")
        assert Proxies().way("http://tsa.ca.gov.vn/").proxy == "http://a:1"
        assert Proxies().way("https://kho.noi-bo.vn/").proxy == ""
        assert Proxies().way("https://kho/").proxy == ""

    def test_a_script_decides_for_each_address(self) -> None:
        with http.server.ThreadingHTTPServer(("127.0.0.1", 0), Scripts) as server:
            threading.Thread(target=server.serve_forever, daemon=True).start()
            address = f"http://127.0.0.1:{server.server_port}/proxy.pac"
            self.settings(DIRECT | SCRIPTED, script=address)
            assert Proxies().way(CENTRAL) == Way("http://pac.example:3128", "script", address)
            assert Proxies().way("https://kho.noi-bo.vn/") == Way("", "script", address)
            server.shutdown()

    def test_a_script_that_is_not_there_leaves_the_way_straight_and_is_told(self) -> None:
        self.settings(DIRECT | SCRIPTED, script="http://127.0.0.1:9/proxy.pac")
        found = Proxies().way(CENTRAL)
        assert found.proxy == ""
        assert found.failed

    def test_policy_comes_first(self) -> None:
        self.settings(DIRECT | PROXY, "a:1")
        assert Proxies("http://chinh-sach:8080").way(CENTRAL).proxy == "http://chinh-sach:8080"
        assert Proxies("direct").way(CENTRAL).proxy == ""
