"""The whole practice office as the program starts it: a process of its own, which ends when its input closes."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

import pytest
import requests

from desktop.practice.schema import TYPES
from desktop.practice.schemas import Shapes
from tests.practice.conftest import Visitor

ROOT = Path(__file__).parents[2]


def started(data: Path, log: Path) -> subprocess.Popen[str]:
    """The command, its diagnostics in a file."""
    command = [
        sys.executable,
        "-m",
        "desktop",
        "practice",
        "--serve",
        "--data",
        str(data),
        "--size",
        "60",
        "--quiet-people",
    ]
    with log.open("a", encoding="utf-8") as errors:
        return subprocess.Popen(
            command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=errors, text=True, encoding="utf-8", cwd=ROOT
        )


@pytest.mark.timeout(300)
def test_it_opens_serves_ends_and_goes_on(tmp_path: Path) -> None:
    data, log = tmp_path / "office", tmp_path / "log"
    addresses: list[str] = []
    for _ in range(2):
        with started(data, log) as process:
            assert process.stdin is not None
            assert process.stdout is not None
            line = process.stdout.readline()
            assert line, log.read_text("utf-8")
            ready = json.loads(line)
            addresses.append(ready["url"])
            _look_around(ready)
            process.stdin.close()
            assert process.wait(20) == 0
    assert addresses[0] == addresses[1]
    lines = [json.loads(text) for text in log.read_text("utf-8").splitlines()]
    assert [entry["event"] for entry in lines if entry["level"] in ("warning", "error", "critical")] == []


def _look_around(ready: dict[str, object]) -> None:
    """Everything that the ready line names is there, and a clerk can sign in and read what fits the schemas."""
    for name in ("data", "trust", "samples"):
        assert Path(str(ready[name])).is_dir(), name
    assert list(Path(str(ready["trust"])).glob("*.pem"))
    pkcs11, software = ready["pkcs11"], ready["software"]
    assert isinstance(pkcs11, dict)
    assert Path(str(pkcs11["module"] or software)).exists()
    people = ready["people"]
    assert isinstance(people, list)
    assert all(person["pin"] for person in people)
    assert requests.get(str(ready["ocsp"]), timeout=10).status_code < 500
    mai = Visitor(str(ready["url"]), "mai")
    shapes = Shapes()
    for name in TYPES:
        ids = mai.call(f"{name}/query", limit=500)["ids"]
        assert ids, name
        for value in mai.call(f"{name}/get", ids=ids)["list"]:
            assert shapes.problems(name, value) == {}, (name, value["id"])
    mai.close()
