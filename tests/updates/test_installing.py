"""The scheduled task's turn, and the command line for administrators."""

from __future__ import annotations

import json
from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any
from xml.etree import ElementTree as ET

import pytest
from cryptography.hazmat.primitives import serialization
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey

from desktop.__main__ import _parser
from desktop.central.errors import Refused
from desktop.central.transport import Call
from desktop.session import policy_places
from desktop.session.settings import Settings
from desktop.updates import command, diagnosis, installing, manifest, task
from desktop.updates.manifest import UpdateRefused, keys_of
from resources.installer import update_manifest
from resources.installer.tools import BuildError
from tests.office.update_office import CONTENT, Client, Machine, Office


@pytest.fixture
def office(tmp_path: Path) -> Office:
    made = Office(tmp_path / "share")
    made.publish()
    return made


@pytest.fixture
def client(office: Office, tmp_path: Path) -> Client:
    return Client(office, tmp_path / "system", install="task")


def turn(client: Client) -> str:
    return installing.install(client.updater, client.wishes, Call(), lambda: client.now)


def test_it_fetches_checks_and_installs(client: Client) -> None:
    assert turn(client) == "started"
    assert client.machine.done == [("package", CONTENT)]
    assert client.machine.checked == CONTENT
    client.running = "1.2.0"
    assert turn(client) == "nothing"
    # Installed, it is cleared away at once; an hour later the source has not been asked again.
    assert not client.package.exists()


def test_nobody_is_interrupted_and_the_source_is_asked_once_a_day(client: Client, office: Office) -> None:
    client.machine.running = True
    assert turn(client) == "waits"
    assert client.package.exists()
    assert client.machine.done == []
    # An hour later the office's machine is off: what lies ready is as good.
    client.place = "/nowhere"
    client.machine.running = False
    client.now += timedelta(hours=1)
    assert turn(client) == "started"


def test_a_source_that_is_away_counts_only_where_nothing_lies_ready(client: Client) -> None:
    place, client.place = client.office.folder, "/nowhere"
    with pytest.raises(Refused):
        turn(client)
    client.place = str(place)
    client.machine.running = True
    assert turn(client) == "waits"
    client.place = "/nowhere"
    client.machine.running = False
    client.now += timedelta(days=2)
    assert turn(client) == "started"
    # And never what has expired.
    client.now += timedelta(days=400)
    with pytest.raises(Refused):
        turn(client)
    assert len(client.machine.done) == 1


def test_only_system_installs_and_only_where_it_is_wanted(client: Client) -> None:
    client.machine.system = False
    assert client.refused(lambda: turn(client)) == "notSystem"
    client.machine.system = True
    client.install = "handover"
    assert turn(client) == "handover"
    client.install = "task"
    client.machine.kind = "setup"
    assert turn(client) == "handover"
    client.machine.kind = "msi"
    for mode in ("off", "notify"):
        client.mode = mode
        assert turn(client) == "nothing"
    assert client.machine.done == []
    assert not client.home.exists()


@pytest.mark.expects_log("update.refused", "update.spoiled")
def test_what_somebody_put_into_the_folder_is_not_installed(client: Client, office: Office) -> None:
    client.machine.running = True
    turn(client)
    client.machine.running = False
    client.package.write_bytes(CONTENT[:-1] + b"!")
    assert client.refused(lambda: turn(client)) == "digestMismatch"
    assert client.machine.done == []
    # Thrown away, it is fetched again.
    assert turn(client) == "started"
    assert client.machine.done == [("package", CONTENT)]
    # Nor what an announcement names that another has signed.
    other = Office(office.folder)
    other.publish("1.5.0", 20)
    client.now += timedelta(days=1)
    assert client.refused(lambda: turn(client)) == "badSignature"
    assert len(client.machine.done) == 1


class Broken(Machine):
    def check_signature(self, path: Path) -> None:
        raise UpdateRefused("badAuthenticode")


def test_a_broken_signature_of_the_program_itself_stops_it(client: Client) -> None:
    client.machine = Broken()
    assert client.refused(lambda: turn(client)) == "badAuthenticode"
    assert client.machine.done == []


@pytest.mark.expects_log("update.failed_before")
def test_one_that_never_succeeds_is_given_up(client: Client, office: Office) -> None:
    for _ in range(installing.MOST_TRIES):
        assert turn(client) == "started"
    assert turn(client) == "failedBefore"
    office.publish("1.2.1", 11, content=b"mended")
    client.now += timedelta(days=1)
    assert turn(client) == "started"
    assert client.machine.done[-1] == ("package", b"mended")


def test_the_task_is_what_task_scheduler_reads() -> None:
    made = task.definition(r"C:\Program Files\Tac & nghiep\tacnghiep.com")
    root = ET.fromstring(made.encode("utf-16"))
    space = "{http://schemas.microsoft.com/windows/2004/02/mit/task}"
    said = {element.tag.removeprefix(space): element.text for element in root.iter()}
    assert said["Command"] == r'"C:\Program Files\Tac & nghiep\tacnghiep.com"'
    assert (said["Arguments"], said["UserId"]) == ("updates --install", "S-1-5-18")


Run = Callable[..., tuple[int, str, str]]


@pytest.fixture
def run(office: Office, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> Run:
    """The command line on a machine whose policy names the office, and not as SYSTEM."""
    office.now = datetime.now(UTC)
    office.publish(sequence=20, notes={"vi": "Mới."})
    policy = tmp_path / "policy.json"
    values = {"updateSource": str(office.folder), "updateKey": office.pinned, "updateMode": "stage"}
    policy.write_text(json.dumps(values), encoding="utf-8")
    monkeypatch.setattr(policy_places, "POLICY_FILE", policy)
    machine = Machine()
    machine.system = False

    def work(*arguments: str) -> tuple[int, str, str]:
        options = _parser().parse_args(["updates", "--profile", str(tmp_path / "profile"), *arguments])
        status = command.main(options, "1.1.0", machine)
        told = capsys.readouterr()
        return status, told.out, told.err

    return work


def test_administrators_tools_are_told_as_json(run: Run, tmp_path: Path) -> None:
    status, out, _ = run("--json")
    assert (status, json.loads(out)["kind"]) == (0, "unknown")
    status, out, _ = run("--fetch", "--json")
    told: dict[str, Any] = json.loads(out)
    package = tmp_path / "profile" / "updates" / "tacnghiep-1.2.0.msi"
    assert (status, told["kind"], told["version"], told["file"]) == (0, "new", "1.2.0", str(package))
    assert package.read_bytes() == CONTENT
    assert json.loads((package.parent / "status.json").read_text())["file"] == str(package)
    status, out, _ = run()
    assert "1.2.0" in out
    assert str(package) in out


@pytest.mark.expects_log("update.refused")
def test_a_refusal_is_said_in_words(run: Run, office: Office) -> None:
    (office.folder / manifest.NAME).write_bytes(b"{}")
    status, _, err = run("--check")
    assert status == 1
    assert "không do khóa của cơ quan ký" in err
    status, out, _ = run("--check", "--json")
    assert (status, json.loads(out)["error"]) == (1, "badSignature")
    status, out, _ = run()
    assert (status, "không do khóa của cơ quan ký" in out) == (0, True)


@pytest.mark.expects_log("update.refused")
def test_the_diagnosis_says_how_updates_stand_and_asks_nobody(run: Run, office: Office, tmp_path: Path) -> None:
    def found() -> Any:
        return diagnosis.look(tmp_path / "profile", Settings(tmp_path / "none.json"), "1.1.0", Machine())

    assert (found().level, found().code) == ("ok", "unknown")
    run("--check")
    assert (found().level, found().code, "1.2.0" in found().text) == ("ok", "new", True)
    (office.folder / (manifest.NAME + ".sig")).write_bytes(b"")
    run("--check")
    assert (found().level, found().code) == ("note", "notSigned")
    assert not list(tmp_path.glob("none.json"))


def test_who_is_not_system_does_not_install(run: Run) -> None:
    status, _, err = run("--install")
    assert status == 1
    assert "SYSTEM" in err


@pytest.mark.parametrize("password", [b"", b"bi mat"])
def test_the_office_signs_with_the_program_itself(run: Run, tmp_path: Path, password: bytes) -> None:
    folder = tmp_path / "out"
    folder.mkdir()
    (folder / "tacnghiep-1.4.0.msi").write_bytes(b"msi")
    key = Ed25519PrivateKey.generate()
    sealed = serialization.BestAvailableEncryption(password) if password else serialization.NoEncryption()
    pem = key.private_bytes(serialization.Encoding.PEM, serialization.PrivateFormat.PKCS8, sealed)
    (tmp_path / "key.pem").write_bytes(pem)
    (tmp_path / "password").write_bytes(password + b"\n")
    (tmp_path / "notes.txt").write_text("Ký nhanh hơn.", encoding="utf-8-sig")
    status, out, _ = run(
        "--sign", str(folder), "--key", str(tmp_path / "key.pem"), "--key-password-file", str(tmp_path / "password"),
        "--notes-vi", str(tmp_path / "notes.txt"), "--json",
    )  # fmt: skip
    told = json.loads(out)
    assert status == 0
    data, signature = Path(told["document"]).read_bytes(), Path(told["signature"]).read_bytes()
    found = manifest.believed(data, signature, keys_of(told["updateKey"]), None).manifest
    assert (found.version_text, found.notes) == ("1.4.0", {"vi": "Ký nhanh hơn."})
    assert run("--sign", str(folder))[0] == 2
    (tmp_path / "key.pem").write_bytes(b"no key")
    assert run("--sign", str(folder), "--key", str(tmp_path / "key.pem"))[0] == 1


def test_a_build_is_announced_beside_its_installers(tmp_path: Path) -> None:
    made = [
        tmp_path / name for name in ("tacnghiep-1.4.0.cdx.json", "tacnghiep-1.4.0-setup.exe", "tacnghiep-1.4.0.msi")
    ]
    for path in made:
        path.write_bytes(path.name.encode())
    key = Ed25519PrivateKey.generate()
    plain = serialization.NoEncryption()
    pem = key.private_bytes(serialization.Encoding.PEM, serialization.PrivateFormat.PKCS8, plain)
    (tmp_path / "key.pem").write_bytes(pem)
    (tmp_path / "vi.txt").write_text("Ký nhanh hơn.", encoding="utf-8")
    paths, public = update_manifest.announce("1.4.0", made, tmp_path / "key.pem", None, tmp_path, tmp_path)
    found = manifest.believed(paths[0].read_bytes(), paths[1].read_bytes(), keys_of(public), None).manifest
    assert {one.name for one in found.files} == {"tacnghiep-1.4.0-setup.exe", "tacnghiep-1.4.0.msi"}
    assert found.notes == {"vi": "Ký nhanh hơn."}
    (tmp_path / "key.pem").write_bytes(b"no key")
    with pytest.raises(BuildError, match="badKey"):
        update_manifest.announce("1.4.0", made, tmp_path / "key.pem", None, None, tmp_path)
