"""The sign-in page in a real browser: by mouse and by keyboard alone, back to the program's loopback address."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, HTTPServer
from pathlib import Path
from queue import Queue
from threading import Thread
from typing import Any
from urllib.parse import parse_qs, urlencode, urlsplit

import pytest
import requests
from selenium import webdriver
from selenium.webdriver.common.by import By
from selenium.webdriver.common.keys import Keys
from selenium.webdriver.support import expected_conditions as expected
from selenium.webdriver.support.ui import WebDriverWait

from tests.practice.conftest import Town, authorize_params, pkce, redeem

FLAGS = (
    "--headless", "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run",
    "--disable-background-networking", "--disable-component-update", "--disable-sync", "--no-proxy-server",
)  # fmt: skip


@pytest.fixture
def browser(tmp_path: Path) -> Iterator[webdriver.Chrome]:
    chromium, driver = shutil.which("chromium"), shutil.which("chromedriver")
    if not chromium or not driver:
        pytest.skip("no browser is installed")
    options = webdriver.ChromeOptions()
    options.binary_location = chromium
    for flag in (*FLAGS, f"--user-data-dir={tmp_path / 'browser'}"):
        options.add_argument(flag)
    options.set_capability("goog:loggingPrefs", {"browser": "ALL"})
    browser = webdriver.Chrome(options=options, service=webdriver.ChromeService(driver))
    try:
        yield browser
    finally:
        browser.quit()


class Callback:
    """The program's side: a loopback port that waits for one redirection."""

    def __init__(self) -> None:
        self.queries: Queue[dict[str, list[str]]] = Queue()
        outer = self

        class Handler(BaseHTTPRequestHandler):
            def do_GET(self) -> None:
                if self.path.startswith("/callback?"):
                    outer.queries.put(parse_qs(urlsplit(self.path).query))
                self.send_response(200)
                self.end_headers()
                self.wfile.write("<title>Đã đăng nhập</title>".encode())

            def log_message(self, format: str, *args: Any) -> None:
                """Nothing."""

        self.server = HTTPServer(("127.0.0.1", 0), Handler)
        self.thread = Thread(target=self.server.serve_forever, kwargs={"poll_interval": 0.05}, daemon=True)

    @property
    def url(self) -> str:
        return f"http://127.0.0.1:{self.server.server_port}/callback"

    def close(self) -> None:
        self.server.shutdown()
        self.thread.join()
        self.server.server_close()


@pytest.fixture
def callback() -> Iterator[Callback]:
    waiting = Callback()
    waiting.thread.start()
    yield waiting
    waiting.close()


def open_page(browser: webdriver.Chrome, town: Town, callback: Callback) -> str:
    """Opens the page as the program would; the verifier."""
    verifier, challenge = pkce()
    params = authorize_params(challenge, redirect_uri=callback.url)
    browser.get(f"{town.base}/oauth/authorize?{urlencode(params)}")
    return verifier


def test_signing_in_by_keyboard_alone(browser: webdriver.Chrome, town: Town, callback: Callback) -> None:
    verifier = open_page(browser, town, callback)
    assert "THỰC HÀNH" in browser.title
    assert browser.switch_to.active_element.get_attribute("id") == "username"
    browser.switch_to.active_element.send_keys("mai", Keys.TAB, "thuchanh", Keys.ENTER)
    code = callback.queries.get(timeout=20)["code"][0]
    form = {"grant_type": "authorization_code", "code": code, "redirect_uri": callback.url,
            "client_id": "tacnghiep-desktop", "code_verifier": verifier}  # fmt: skip
    with requests.Session() as http:
        assert http.post(f"{town.base}/oauth/token", data=form, timeout=5).status_code == 200
        assert redeem(http, town.base, code, verifier).status_code == 400
    assert [line for line in browser.get_log("browser") if "favicon" not in line["message"]] == []


def test_a_person_can_be_chosen_and_a_mistake_is_said(
    browser: webdriver.Chrome, town: Town, callback: Callback
) -> None:
    open_page(browser, town, callback)
    browser.find_element(By.ID, "username").send_keys("mai")
    browser.find_element(By.ID, "password").send_keys("sai", Keys.ENTER)
    said = WebDriverWait(browser, 20).until(expected.presence_of_element_located((By.CSS_SELECTOR, "[role=alert]")))
    assert "không đúng" in said.text
    row = browser.find_element(By.XPATH, "//tr[.//button[text()='Phạm Văn Tâm']]")
    assert ("Bí thư" in row.text, "Đảng ủy xã An Phú" in row.text, "thuchanh" in row.text) == (True, True, True)
    row.find_element(By.TAG_NAME, "button").click()
    assert browser.find_element(By.ID, "username").get_attribute("value") == "tam"
    browser.switch_to.active_element.send_keys(Keys.ENTER)
    assert "code" in callback.queries.get(timeout=20)
