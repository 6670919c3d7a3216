"""Updates on Windows: found, fetched from a folder and from the web, held while checked, and what the machine says."""

from __future__ import annotations

import _winapi
import os
import sys
import tempfile
import threading
import unittest
import winreg
from datetime import UTC, datetime
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Any
from unittest import mock

from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey

from desktop.central.transport import Call
from desktop.updates import installing, making, task, windows
from desktop.updates.holding import hold, is_link, lock
from desktop.updates.manifest import UpdateRefused, key_text
from desktop.updates.source import reach_for
from desktop.updates.staging import Staging
from desktop.updates.updater import Updater
from desktop.updates.windows import WindowsMachine
from desktop.updates.wishes import Wishes

assert sys.platform == "win32"

CONTENT = os.urandom(300_000)


class Quiet(SimpleHTTPRequestHandler):
    def log_message(self, format: str, *args: Any) -> None:
        return


class Updates(unittest.TestCase):
    def setUp(self) -> None:
        held = tempfile.TemporaryDirectory(ignore_cleanup_errors=True)
        self.addCleanup(held.cleanup)
        self.folder = Path(held.name)
        self.share = self.folder / "share"
        self.share.mkdir()
        self.key = Ed25519PrivateKey.generate()
        self.machine = WindowsMachine()
        self.put("Package", "msi")
        self.publish("9.2.0", 1)

    def put(self, name: str, value: str) -> None:
        with winreg.CreateKeyEx(winreg.HKEY_LOCAL_MACHINE, windows._KEY, 0, winreg.KEY_ALL_ACCESS) as key:
            try:
                before = winreg.QueryValueEx(key, name)[0]
            except FileNotFoundError:
                self.addCleanup(self.drop, name)
            else:
                self.addCleanup(self.put_back, name, before)
            winreg.SetValueEx(key, name, 0, winreg.REG_SZ, value)

    def put_back(self, name: str, value: str) -> None:
        with winreg.OpenKey(winreg.HKEY_LOCAL_MACHINE, windows._KEY, 0, winreg.KEY_ALL_ACCESS) as key:
            winreg.SetValueEx(key, name, 0, winreg.REG_SZ, value)

    def drop(self, name: str) -> None:
        with winreg.OpenKey(winreg.HKEY_LOCAL_MACHINE, windows._KEY, 0, winreg.KEY_ALL_ACCESS) as key:
            winreg.DeleteValue(key, name)

    def publish(self, version: str, sequence: int, kind: str = ".msi") -> None:
        package = self.share / f"tacnghiep-{version}{kind}"
        package.write_bytes(CONTENT)
        made = making.make(version, [package], datetime.now(UTC), sequence=sequence)
        making.publish(self.share, made, [self.key])

    def wishes(self, place: str = "", install: Any = "handover") -> Wishes:
        place = place or str(self.share)
        return Wishes("stage", place, key_text(self.key.public_key()), install, reach_for("internet", (), place))

    def updater(self) -> Updater:
        return Updater(Staging(self.folder / "home" / "updates", reserve=0), self.machine, "1.0.0")

    def test_from_a_folder(self) -> None:
        updater = self.updater()
        self.assertEqual(updater.look(self.wishes(), Call()).kind, "new")
        ready = Path(updater.stage(self.wishes(), Call()).file)
        self.assertEqual(ready.read_bytes(), CONTENT)
        # The same place, as Windows names it in full.
        self.publish("9.2.1", 2)
        self.assertEqual(updater.look(self.wishes("\\\\?\\" + str(self.share)), Call()).version, "9.2.1")
        self.assertFalse(ready.exists())

    def test_from_the_web(self) -> None:
        server = ThreadingHTTPServer(("127.0.0.1", 0), partial(Quiet, directory=str(self.share)))
        thread = threading.Thread(target=server.serve_forever, args=(0.05,), daemon=True)
        thread.start()
        try:
            wishes = self.wishes(f"http://127.0.0.1:{server.server_port}/")
            updater = self.updater()
            self.assertEqual(updater.look(wishes, Call()).kind, "new")
            self.assertEqual(Path(updater.stage(wishes, Call()).file).read_bytes(), CONTENT)
        finally:
            server.shutdown()
            server.server_close()
            thread.join()

    def test_nobody_writes_renames_or_removes_what_is_held(self) -> None:
        updater = self.updater()
        updater.look(self.wishes(), Call())
        updater.stage(self.wishes(), Call())
        file = updater.package(self.wishes())
        with updater.staging.held(file) as path:
            with self.assertRaises(PermissionError):
                path.open("r+b")
            with self.assertRaises(PermissionError):
                path.unlink()
            with self.assertRaises(PermissionError):
                path.rename(path.with_name("other.msi"))
            # The installer reads it meanwhile.
            self.assertEqual(path.read_bytes(), CONTENT)
        path.write_bytes(CONTENT[:-1] + b"!")
        with self.assertRaisesRegex(UpdateRefused, "digestMismatch"), updater.staging.held(file):
            pass
        self.assertFalse(path.exists())

    def test_a_junction_is_no_folder(self) -> None:
        target, link = self.folder / "elsewhere", self.folder / "home" / "updates"
        target.mkdir()
        link.parent.mkdir()
        try:
            _winapi.CreateJunction(str(target), str(link))
        except OSError:
            self.skipTest("this system makes no junctions")
        if not is_link(link):
            self.skipTest("this system's junctions cannot be told from folders")
        with self.assertRaisesRegex(UpdateRefused, "unsafeFolder"):
            self.updater().look(self.wishes(), Call())
        self.assertEqual(list(target.iterdir()), [])

    def test_one_process_at_a_time(self) -> None:
        path = self.folder / "lock"
        first = lock(path)
        assert first is not None
        self.assertIsNone(lock(path))
        os.close(first)
        again = lock(path)
        assert again is not None
        os.close(again)
        path.write_bytes(b"x")
        with hold(path) as opened:
            self.assertEqual(opened.read(), b"x")

    def test_what_the_machine_says(self) -> None:
        self.assertEqual(self.machine.package(), "msi")
        self.put("Package", "setup")
        self.assertEqual(self.machine.package(), "setup")
        self.put("Package", "other")
        self.assertIsNone(self.machine.package())
        found = self.machine.windows()
        assert found is not None
        self.assertGreaterEqual(found, (10, 0, 10240))
        self.assertFalse(self.machine.is_system())
        self.assertIn(self.machine.may_install(), (True, False))
        self.assertTrue((windows.system_folder() / "msiexec.exe").exists())

    def test_open_programs_are_seen(self) -> None:
        with mock.patch.object(windows, "_PROGRAM", Path(sys.executable).name.lower()):
            self.assertTrue(self.machine.program_runs())
        with mock.patch.object(windows, "_PROGRAM", "nobody-runs-this.exe"):
            self.assertFalse(self.machine.program_runs())

    def test_a_program_without_a_signature_or_with_a_sound_one_passes(self) -> None:
        plain = self.folder / "plain.exe"
        plain.write_bytes(b"MZ")
        self.machine.check_signature(plain)
        self.machine.check_signature(Path(sys.executable).with_name("python313.dll"))

    def test_only_system_installs(self) -> None:
        with self.assertRaisesRegex(UpdateRefused, "notSystem"):
            installing.install(self.updater(), self.wishes(install="task"), Call(), installing.utc_now)

    def test_the_task_names_the_program(self) -> None:
        self.put("InstallDir", r"C:\Program Files\TacNghiep")
        self.assertEqual(str(self.machine.program()), r"C:\Program Files\TacNghiep\tacnghiep.com")
        self.assertIn(r'"C:\Program Files\TacNghiep\tacnghiep.com"', task.definition(str(self.machine.program())))

    def test_system_is_given_nothing_to_run_where_people_may_write(self) -> None:
        self.put("InstallDir", str(self.folder))
        with self.assertRaisesRegex(UpdateRefused, "unsafeProgram"):
            self.machine.set_task(task.definition(str(self.machine.program())))
        programs = windows._programs()
        self.assertTrue(programs.is_dir(), programs)
        self.put("InstallDir", str(programs / "TacNghiep-tried"))
        (programs / "TacNghiep-tried").mkdir(exist_ok=True)
        self.addCleanup((programs / "TacNghiep-tried").rmdir)
        self.machine.set_task(task.definition(str(self.machine.program())))

    def test_the_folder_is_secured(self) -> None:
        self.machine.secure(self.folder)

    def test_windows_installer_is_started_and_not_waited_for(self) -> None:
        broken = self.folder / "tacnghiep-9.9.9.msi"
        broken.write_bytes(b"no package")
        self.machine.start_package(broken, self.folder / "install.log")


if __name__ == "__main__":
    unittest.main()
