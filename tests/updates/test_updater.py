"""Looking and laying ready, from the web and from a folder, over lines that fail and disks that are full."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Iterator
from datetime import timedelta
from pathlib import Path

import pytest
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey

from desktop.central.errors import Broken, CentralError, Offline, Refused, Stopped
from desktop.central.transport import Call
from desktop.updates import manifest
from desktop.updates.manifest import UpdateRefused
from desktop.updates.source import reach_for
from desktop.updates.staging import Staging
from desktop.updates.updater import Updater
from desktop.updates.wishes import Wishes
from tests.office.faults import Fault, FaultProxy
from tests.office.small_disk import mounted
from tests.office.update_office import CONTENT, NOW, Client, Machine, Office, served

REFUSED = pytest.mark.expects_log("update.refused")


@pytest.fixture
def office(tmp_path: Path) -> Office:
    made = Office(tmp_path / "share")
    made.publish(notes={"vi": "Ký nhanh hơn."})
    return made


@pytest.fixture
def client(office: Office, tmp_path: Path) -> Client:
    return Client(office, tmp_path / "home")


@pytest.fixture
def web(office: Office, client: Client) -> Iterator[FaultProxy]:
    with served(office.folder) as proxy:
        client.place = f"{proxy.base}/"
        yield proxy


def asked(web: FaultProxy) -> list[str]:
    return [path for _, path, _ in web.seen]


def test_a_newer_version_is_found_laid_ready_and_gone_once_it_runs(client: Client, web: FaultProxy) -> None:
    found = client.look()
    assert (found.kind, found.version, found.notes, found.file) == ("new", "1.2.0", {"vi": "Ký nhanh hơn."}, "")
    assert client.stage().file == str(client.package)
    assert client.package.read_bytes() == CONTENT
    assert client.state().file == str(client.package)
    # Laid ready already: nothing is asked for again.
    before = len(web.seen)
    client.stage()
    assert len(web.seen) == before
    client.running = "1.2.0"
    assert client.look().kind == "current"
    assert not client.package.exists()


def test_from_a_folder_it_is_copied(client: Client) -> None:
    assert client.look().kind == "new"
    assert client.stage().file == str(client.package)
    assert client.package.read_bytes() == CONTENT


@pytest.mark.parametrize("mode", ["off", "stage"])
def test_switched_off_or_without_a_key_nothing_is_asked(client: Client, web: FaultProxy, mode: str) -> None:
    client.mode = "off" if mode == "off" else "stage"
    client.keys = None if mode == "off" else ""
    assert client.look().kind == ("off" if mode == "off" else "noKey")
    assert client.refused(client.stage) == "noFile"
    assert web.seen == []
    assert client.state().kind == ("off" if mode == "off" else "noKey")


@REFUSED
def test_what_was_changed_or_signed_by_another_is_refused(client: Client, office: Office, web: FaultProxy) -> None:
    document = office.folder / manifest.NAME
    sound = document.read_bytes()
    document.write_bytes(sound.replace(b"1.2.0", b"9.2.0"))
    assert client.refused(client.look) == "badSignature"
    document.write_bytes(sound)
    client.keys = Office(office.folder).pinned
    assert client.refused(client.look) == "badSignature"
    assert (client.state().kind, client.state().code) == ("unknown", "badSignature")
    client.keys = None
    assert client.look().kind == "new"
    assert client.state().code == ""


@REFUSED
def test_a_package_that_was_changed_is_thrown_away_and_fetched_anew(
    client: Client, office: Office, web: FaultProxy
) -> None:
    client.look()
    package = office.folder / "tacnghiep-1.2.0.msi"
    package.write_bytes(CONTENT[:-1] + b"!")
    assert client.refused(client.stage) == "digestMismatch"
    assert not client.package.exists()
    assert (client.state().kind, client.state().code) == ("new", "digestMismatch")
    package.write_bytes(CONTENT)
    assert client.stage().file


def test_a_package_larger_than_announced_stops_there(client: Client, office: Office, web: FaultProxy) -> None:
    client.look()
    (office.folder / "tacnghiep-1.2.0.msi").write_bytes(CONTENT * 3)
    with pytest.raises(Broken, match="digestMismatch"):
        client.stage()
    part = client.package.with_name(client.package.name + ".part")
    assert part.stat().st_size <= len(CONTENT)


@pytest.mark.parametrize("name", [manifest.NAME, manifest.NAME + ".sig"])
def test_an_announcement_without_end_is_refused(client: Client, web: FaultProxy, name: str) -> None:
    web.always.append(Fault("answer", where=name, status=200, body=b"{" * (1 << 20)))
    if name.endswith(".sig"):
        # The document's own request is to go through.
        web.always[0] = Fault("answer", where=".sig", status=200, body=b"{" * (1 << 20))
    with pytest.raises(Broken, match="tooLarge"):
        client.look()


@REFUSED
def test_older_and_repeated_announcements(client: Client, office: Office) -> None:
    client.look()
    client.stage()
    office.publish("1.3.0", 9)
    assert client.refused(client.look) == "replayed"
    office.publish("1.3.0", 10)
    assert client.refused(client.look) == "sequenceReused"
    # What was believed before stays.
    assert client.state().file == str(client.package)
    # Taken back by the office: announced later, and older than what runs; nothing is installed.
    office.publish("1.0.0", 11)
    assert client.look().kind == "older"
    assert client.refused(client.stage) == "noFile"
    assert not client.package.exists()


def test_a_newer_one_replaces_what_lay_ready(client: Client, office: Office) -> None:
    client.look()
    client.stage()
    office.publish("1.3.0", 11)
    assert client.look().version == "1.3.0"
    assert not client.package.exists()
    assert client.stage().file.endswith("tacnghiep-1.3.0.msi")


def test_an_expired_source_is_stale_and_nothing_of_it_is_fetched(client: Client, web: FaultProxy) -> None:
    client.look()
    client.now = NOW + timedelta(days=181)
    assert client.look().kind == "stale"
    assert client.refused(client.stage) == "noFile"
    assert "/tacnghiep-1.2.0.msi" not in asked(web)


@REFUSED
def test_one_from_the_future_does_not_bar_those_of_the_present(client: Client, office: Office) -> None:
    office.now = NOW + timedelta(days=30)
    office.publish(sequence=99)
    assert client.refused(client.look) == "notYet"
    office.now = NOW
    office.publish(sequence=11)
    assert client.look().kind == "new"


def test_an_older_windows_is_told_and_gets_nothing(client: Client, office: Office) -> None:
    office.publish(sequence=11, windows="10.0.22000")
    assert client.look().kind == "windowsTooOld"
    assert client.refused(client.stage) == "noFile"


def test_on_linux_it_is_told_and_no_more(client: Client) -> None:
    client.machine = Machine(None)
    found = client.look()
    assert (found.kind, found.name) == ("new", "")
    assert client.refused(client.stage) == "noFile"


def test_keys_change_hands(client: Client, office: Office) -> None:
    client.look()
    old, new = office.keys[0], Ed25519PrivateKey.generate()
    old_pin = client.wishes.keys
    office.keys = [old, new]
    office.publish(sequence=11)
    both, new_pin = office.pinned, Office(office.folder, [new]).pinned
    for pin in (old_pin, both, new_pin):
        client.keys = pin
        assert client.look().kind == "new"
    # The new key alone: those that pin it go on, whatever the old one had reached.
    office.keys = [new]
    office.publish(sequence=12)
    assert client.look().kind == "new"


@pytest.mark.parametrize("how", ["cutAnswer", "half"])
def test_a_cut_line_goes_on_where_it_was(client: Client, web: FaultProxy, how: str) -> None:
    client.look()
    web.faults.append(Fault(how, where=".msi", after=400_000))
    with pytest.raises(Offline):
        client.stage()
    part = client.package.with_name(client.package.name + ".part")
    came = part.stat().st_size
    assert 0 < came < len(CONTENT)
    assert not client.package.exists()
    moved: list[int] = []
    client.stage(pace=moved.append)
    assert sum(moved) == len(CONTENT) - came
    assert client.package.read_bytes() == CONTENT


def test_it_goes_no_faster_than_it_may_and_ends_when_told(client: Client, web: FaultProxy) -> None:
    client.look()
    web.always.append(Fault("slow", where=".msi", rate=200_000))
    call = Call()
    with pytest.raises(Stopped):
        client.stage(call, pace=lambda _: call.stop())
    assert not client.package.exists()
    web.calm()
    assert client.stage().file


STEPS = 64
SMALL = CONTENT[:70_000]
KILLED = """
import os, sys
from pathlib import Path
from tests.office.update_office import Client, Office
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey

share, homes, key, steps = sys.argv[1:]
office = Office(Path(share), [Ed25519PrivateKey.from_private_bytes(bytes.fromhex(key))])
for at in range(int(steps)):
    child = os.fork()
    if not child:
        client, seen = Client(office, Path(homes) / f"home{at}"), 0

        def hook(event, args):
            global seen
            if event in ("open", "os.rename", "os.remove", "os.truncate", "os.mkdir") and homes in str(args[0]):
                seen += 1
                if seen == at:
                    os._exit(9)

        sys.addaudithook(hook)
        client.look()
        client.stage(pace=lambda _: os._exit(9) if at == 0 else None)
        os._exit(0)
    print(os.waitstatus_to_exitcode(os.waitpid(child, 0)[1]))
"""


def test_killed_at_any_step_nothing_half_made_bears_the_name(office: Office, tmp_path: Path) -> None:
    office.publish(sequence=11, content=SMALL)
    key, homes = office.keys[0].private_bytes_raw().hex(), tmp_path / "homes"
    command = [sys.executable, "-c", KILLED, str(office.folder), str(homes), key, str(STEPS)]
    environment = {**os.environ, "PYTHONPATH": os.pathsep.join(sys.path)}
    homes.mkdir()
    told = subprocess.run(command, env=environment, capture_output=True, text=True, check=True).stdout.split()
    # Each of the first steps was its last; then there were no more steps.
    assert told[0] == told[1] == told[15] == "9"
    assert told[-1] == "0"
    for at in range(STEPS):
        client = Client(office, homes / f"home{at}")
        if client.package.exists():
            assert client.package.read_bytes() == SMALL
        assert client.look().kind == "new"
        assert client.stage().file
        assert client.package.read_bytes() == SMALL


def test_a_full_disk_is_said_and_leaves_nothing_under_the_name(client: Client, tmp_path: Path) -> None:
    with mounted(tmp_path / "disk", 1) as disk:
        client.home = disk
        client.look()
        assert client.refused(client.stage) == "diskFull"
        assert client.state().code == "diskFull"
        # It seemed to be enough, and then was not.
        staging = Staging(disk / "updates", reserve=-(64 << 20))
        updater = Updater(staging, client.machine, "1.1.0", lambda: NOW)
        with pytest.raises(UpdateRefused, match="diskFull"):
            updater.stage(client.wishes, Call())
        assert not (disk / "updates" / "tacnghiep-1.2.0.msi").exists()
        for path in (disk / "updates").iterdir():
            if path.name.endswith(".part"):
                path.unlink()
        assert client.look().kind == "new"


def test_links_put_into_the_folder_lead_nowhere(
    client: Client, tmp_path: Path, caplog: pytest.LogCaptureFixture
) -> None:
    client.look()
    precious = tmp_path / "precious"
    precious.write_bytes(b"precious")
    part = client.package.with_name(client.package.name + ".part")
    part.symlink_to(precious)
    client.package.symlink_to(precious)
    client.stage()
    assert precious.read_bytes() == b"precious"
    assert not client.package.is_symlink()
    # Another name of one and the same file.
    client.package.unlink()
    os.link(precious, part)
    client.stage()
    assert precious.read_bytes() == b"precious"
    assert client.package.read_bytes() == CONTENT
    expected = {"update.trick", "update.spoiled"}
    assert all(any(one in r.getMessage() for one in expected) for r in caplog.records if r.levelname == "WARNING")
    caplog.clear()


@REFUSED
def test_a_folder_that_is_a_link_or_that_others_may_write_in_is_not_used(client: Client, tmp_path: Path) -> None:
    (tmp_path / "elsewhere").mkdir()
    client.home.mkdir()
    (client.home / "updates").symlink_to(tmp_path / "elsewhere")
    assert client.refused(client.look) == "unsafeFolder"
    (client.home / "updates").unlink()
    (client.home / "updates").mkdir()
    (client.home / "updates").chmod(0o777)
    assert client.refused(client.look) == "unsafeFolder"
    assert list((tmp_path / "elsewhere").iterdir()) == []


def test_one_at_a_time(client: Client) -> None:
    client.look()
    with client.staging.alone():
        assert client.refused(client.stage) == "inUse"
    assert client.stage().file


def test_what_lies_ready_is_checked_again_before_it_is_run(client: Client) -> None:
    client.look()
    client.stage()
    file = client.updater.package(client.wishes)
    with client.staging.held(file) as path:
        assert path.read_bytes() == CONTENT
    client.package.write_bytes(CONTENT[:-1] + b"!")
    with pytest.raises(UpdateRefused, match="digestMismatch"), client.staging.held(file):
        pass
    assert not client.package.exists()
    assert client.refused(lambda: client.updater.package(client.wishes)) == "noFile"


def test_what_is_kept_is_not_believed_for_lying_here(client: Client, office: Office) -> None:
    client.look()
    client.stage()
    kept = client.home / "updates" / manifest.NAME
    kept.write_bytes(kept.read_bytes().replace(b"1.2.0", b"1.9.0"))
    assert (client.state().kind, client.state().code) == ("unknown", "badSignature")
    assert client.refused(lambda: client.updater.package(client.wishes)) == "badSignature"


@pytest.mark.expects_log("update.unreadable")
def test_a_damaged_memory_is_made_anew(client: Client) -> None:
    client.look()
    (client.home / "updates" / "seen.json").write_bytes(b"{")
    (client.home / "updates" / "status.json").write_bytes(b"\xff")
    assert client.look().kind == "new"


@pytest.mark.parametrize(
    ("place", "kind", "code"),
    [("/nowhere/at/all", Refused, "notFound"), ("relative", Refused, "notAnAddress"),
     ("http://updates.example.org/", Refused, "notSecure"), ("http://127.0.0.1:1/", Offline, "unreachable")],
)  # fmt: skip
def test_a_source_that_is_none(client: Client, place: str, kind: type[CentralError], code: str) -> None:
    client.place = place
    with pytest.raises(kind) as caught:
        client.look()
    assert caught.value.code == code
    assert client.state().code == code


def test_a_pipe_on_the_share_is_not_waited_for(client: Client, office: Office) -> None:
    (office.folder / manifest.NAME).unlink()
    os.mkfifo(office.folder / manifest.NAME)
    with pytest.raises(Refused, match="notFound"):
        client.look()


class Policy(dict[str, object]):
    """Settings of which some are the administrator's."""

    locked: frozenset[str] = frozenset()

    def is_locked(self, name: str) -> bool:
        return name in self.locked

    def recommended(self, name: str) -> object:
        return None


def wishes(network: str, *locked: str, hosts: tuple[str, ...] = ()) -> Wishes:
    settings = Policy(
        updateMode="stage", updateSource="https://updates.example.vn/tn", updateKey="k", updateInstall="handover",
        network=network, serviceHosts=list(hosts), centralUrl="https://central.example.vn", proxy="",
    )  # fmt: skip
    settings.locked = frozenset(locked)
    return Wishes.of(settings)


def test_on_the_dedicated_network_only_what_the_office_named_is_asked() -> None:
    place = "https://updates.example.vn/tn"
    assert wishes("internet").reach.allows(place)
    assert not wishes("dedicated").reach.allows(place)
    assert wishes("dedicated", "updateSource").reach.allows(place)
    assert wishes("dedicated", hosts=("updates.example.vn",)).reach.allows(place)
    assert wishes("dedicated").reach.allows("https://central.example.vn/updates/")
    assert not reach_for("internet", (), "").allows("https://10.1.2.3/")


def test_a_central_may_say_where_and_never_a_folder() -> None:
    bare = Wishes("notify", "", "k", "handover", reach_for("internet", (), ""))
    assert bare.announced_by("https://central.example.vn/u").source == "https://central.example.vn/u"
    for place in ("\\\\server\\share", "/etc", "file:///etc", None, 7):
        assert bare.announced_by(place).source == ""
    named = wishes("internet")
    assert named.announced_by("https://other.example.vn/").source == named.source
