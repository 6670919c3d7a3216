"""The practice certificates' services when they are slow or broken on purpose."""

from __future__ import annotations

import threading
import time
from collections.abc import Callable, Iterable
from typing import Any

import pytest

from desktop.practice.pki_weather import Weather


def _well(environ: dict[str, Any], start_response: Callable[..., Any]) -> Iterable[bytes]:
    start_response("200 OK", [])
    return [b"well"]


def _ask(weather: Weather, path: str) -> tuple[str, bytes]:
    said: list[str] = []
    body = weather.over(_well)({"PATH_INFO": path}, lambda status, headers: said.append(status))
    return said[0], b"".join(body)


def test_each_service_has_weather_of_its_own() -> None:
    weather = Weather(["tsa=150", "ocsp=down", "crl=garbage"])
    before = time.monotonic()
    assert _ask(weather, "/tsa") == ("200 OK", b"well")
    assert time.monotonic() - before >= 0.15
    assert _ask(weather, "/thuchanh/ocsp/sub")[0].startswith("503")
    assert _ask(weather, "/thuchanh/crls/sub/latest.crl") == ("200 OK", b"<html>busy</html>")
    assert _ask(weather, "/thuchanh/certs/sub/ca.crt") == ("200 OK", b"well")
    assert [weather.asked(one) for one in ("tsa", "ocsp", "crl")] == [1, 1, 1]


def test_all_at_once_and_a_fault_beside_a_delay() -> None:
    weather = Weather(["all=20", "tsa=error"])
    assert _ask(weather, "/tsa")[0].startswith("500")
    assert weather.of("tsa").delay == weather.of("ocsp").delay == 0.02


def test_fair_weather_lets_go_who_waits() -> None:
    weather = Weather(["tsa=silent"])
    found: list[str] = []
    waiting = threading.Thread(target=lambda: found.append(_ask(weather, "/tsa")[0]))
    waiting.start()
    while not weather.asked("tsa"):
        waiting.join(0.01)
    assert waiting.is_alive()
    weather.fair()
    waiting.join(5)
    assert found[0].startswith("503")
    assert _ask(weather, "/tsa") == ("200 OK", b"well")


@pytest.mark.parametrize("word", ["tsa", "tsa=", "tsa=-1", "tsa=broken", "door=150"])
def test_what_is_no_weather_is_refused(word: str) -> None:
    with pytest.raises(ValueError, match=word.split("=")[0]):
        Weather([word])
