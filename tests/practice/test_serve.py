"""The command: one ready line, the same office at the next start, one process at a time in a folder."""

from __future__ import annotations

import json
import sys
from collections.abc import Callable, Iterable
from functools import partial
from pathlib import Path
from types import ModuleType, SimpleNamespace
from typing import Any

import pytest
import requests

from desktop.practice import serve
from desktop.practice.one_at_a_time import AlreadyOpen
from desktop.practice.schema import VERSION
from desktop.practice.serve import Options, opened
from desktop.practice.store import Store, sqlite_url
from tests.practice.conftest import Visitor, authorize_params, pkce
from tests.practice.little import INCOMING, LittleSeed, act


class LittlePki:
    """Stands in for the certificates, which take seconds to make."""

    def __init__(self, directory: Path, url: str) -> None:
        self.trust_dir = directory / "trust"

    def wsgi_app(self, url: str, weather: object = None) -> Callable[..., Iterable[bytes]]:
        def app(environ: dict[str, Any], start_response: Callable[..., Any]) -> Iterable[bytes]:
            start_response("200 OK", [("Content-Type", "text/plain")])
            return [environ["PATH_INFO"].encode()]

        return app


@pytest.fixture(autouse=True)
def _little_office(monkeypatch: pytest.MonkeyPatch) -> None:
    """An office that is made in no time, in place of the invented province."""

    def prepare(directory: Path, people: list[Any], pki: LittlePki) -> SimpleNamespace:
        return SimpleNamespace(module=None, conf=None, software_dir=directory, pins={"p-mai": "123456"})

    parts = {
        "seed": {"office": lambda size, today, directory, now, pki: LittleSeed(size)},
        "pki": {"PracticePki": LittlePki},
        "tokens": {"prepare": prepare},
    }
    for name, members in parts.items():
        module = ModuleType(f"desktop.practice.{name}")
        module.__dict__.update(members)
        monkeypatch.setitem(sys.modules, module.__name__, module)
        monkeypatch.setattr(f"desktop.practice.{name}", module, raising=False)


def options(data: Path, **members: Any) -> Options:
    return Options(**({"port": 0, "data": data, "size": 3, "database": None, "quiet_people": True} | members))


def test_the_ready_line_says_where_everything_is(tmp_path: Path) -> None:
    with opened(options(tmp_path, quiet_people=False)) as office:
        ready = json.loads(json.dumps(office.ready))
        assert requests.get(f"{ready['url']}/pki/tsa", timeout=5).text == "/tsa"
    assert ready["ready"] is True
    assert ready["url"].startswith("http://127.0.0.1:")
    assert set(ready) == {
        "ready", "url", "data", "trust", "tsa", "ocsp", "pkcs11", "software", "people", "password", "samples",
    }  # fmt: skip
    mai = next(person for person in ready["people"] if person["username"] == "mai")
    assert mai == {
        "id": "p-mai", "name": "Nguyễn Thị Mai", "title": "Văn thư", "unit": "Văn phòng Đảng ủy", "username": "mai",
        "pin": "123456",
    }  # fmt: skip


def test_the_next_start_has_the_same_address_and_the_same_papers(tmp_path: Path) -> None:
    with opened(options(tmp_path)) as office:
        first = office.ready["url"]
        mai = Visitor(first, "mai")
        mai.act(act("receive", mai.id, "side-1", {"registerId": INCOMING}))
        mai.close()
    with opened(options(tmp_path, size=99)) as office:
        assert office.ready["url"] == first
        mai = Visitor(first, "mai")
        assert (mai.get("Handling", "side-1") or {})["arrivalNumber"] == 44
        assert len(mai.call("Document/get", ids=None)["list"]) == 3
        mai.close()


def test_a_start_that_was_cut_is_made_good(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def cut(*_given: Any) -> None:
        raise KeyboardInterrupt

    with monkeypatch.context() as patch:
        patch.setattr("desktop.practice.seeding.lay_by", cut)
        with pytest.raises(KeyboardInterrupt):
            opened(options(tmp_path)).__enter__()
    with opened(options(tmp_path)) as office:
        assert len(office.ready["people"]) == 5


def test_a_folder_is_open_once(tmp_path: Path) -> None:
    with opened(options(tmp_path)), pytest.raises(AlreadyOpen), opened(options(tmp_path)):
        pass


def test_the_command_line(tmp_path: Path) -> None:
    given = serve._options(
        ["--serve", "--port", "8123", "--data", str(tmp_path), "--size", "7", "--database", "postgresql://x/y",
         "--quiet-people", "--workers", "3"]
    )  # fmt: skip
    assert given == Options(8123, tmp_path.resolve(), 7, "postgresql+psycopg://x/y", True, "internet", 3)
    with pytest.raises(SystemExit):
        serve._options(["--serve", "--data", str(tmp_path), "--workers", "3"])


@pytest.mark.expects_log("store.other-version")
def test_an_office_of_another_version_is_set_aside_and_made_anew(tmp_path: Path) -> None:
    with opened(options(tmp_path)) as office:
        office.central.store.remember("version", "99")
    with opened(options(tmp_path)) as office:
        assert office.central.store.setting("version") == VERSION
        assert len(office.ready["people"]) == 5
    assert len(list(tmp_path.glob("office-*.db"))) == 1


def test_a_large_store_is_not_opened_before_it_is_whole(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    store = Store.open(sqlite_url(tmp_path / "office.db"))
    store.remember("national", "{}")
    store.close()
    monkeypatch.setattr(serve, "log_to_stderr", lambda: None)
    assert serve.main(["--serve", "--data", str(tmp_path)]) == 4
    assert "chưa gieo xong" in capsys.readouterr().err


def test_the_sign_in_page_lists_no_more_than_one_can_look_through(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("desktop.practice.app.MOST_LISTED", 3)
    with opened(options(tmp_path)) as office:
        monkeypatch.setattr(office.central, "residents", partial(office.central.residents, 3))
        params = authorize_params(pkce()[1])
        page = requests.get(f"{office.ready['url']}/oauth/authorize", params=params, timeout=10).text
        assert page.count("<button type=") == 3
        assert "những người khác tự nhập tên đăng nhập" in page
        Visitor(office.ready["url"], "tam").close()
