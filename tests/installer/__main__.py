"""Builds the installers of this source and tries them under wine: ``python -m tests.installer [--keep DIR]``.

Judged by what is there afterwards, files and registry: wine's exit codes say little.
"""

from __future__ import annotations

import argparse
import sys
import tempfile
import time
from collections.abc import Callable, Sequence
from contextlib import closing
from pathlib import Path

from resources.installer.registration import Part
from tests.installer import packages, parts, update
from tests.installer.installed import FOLDER, Installed
from tests.installer.keys import Keys
from tests.installer.packages import STALE, Version
from tests.installer.program import CENTRAL, Program, fingerprint
from tests.installer.wine import Display, Wine

_SAID = {Part.CENTRALURL: CENTRAL, Part.NETWORK: "internet", Part.AUTOSTART: "1"}


class Trial:
    """Both versions in one Windows after another.

    Args:
        wanted: beginnings of the names of what is tried; all where empty.
    """

    def __init__(self, work: Path, display: str, old: Version, new: Version, wanted: Sequence[str] = ()) -> None:
        self._work, self._display = work, display
        self.old, self.new = old, new
        self._wanted = wanted

    def run(self) -> None:
        """Everything, saying how long each took."""
        for name, kind in (("setup", _by_setup), ("msi", _by_msi)):
            if not self._wanted or name in self._wanted:
                with closing(Wine(self._work / name, self._display)) as windows:
                    kind(self, Installed(windows))


def _say(words: str, do: Callable[[], object]) -> None:
    begun = time.monotonic()
    print(words, flush=True)
    do()
    print(f"  {time.monotonic() - begun:.1f} s", flush=True)


def _until(seen: Callable[[], bool], what: str, seconds: float = 120) -> None:
    """An uninstaller goes on by itself after the process that was started has ended."""
    end = time.monotonic() + seconds
    while not seen():
        assert time.monotonic() < end, what
        time.sleep(0.5)


def _by_setup(trial: Trial, installed: Installed) -> None:
    windows, old, new = installed.windows, trial.old, trial.new
    windows.offscreen(True)
    switches = [f"/{part.value}={word}" for part, word in _SAID.items()]
    _say("setup.exe /S (30 s are wanted)", lambda: windows.run(old.setup, "/S", *switches))
    installed.all_there(old, "setup", _SAID)
    before = Program(installed, old)
    _say("it runs", before.says_its_version)
    acts: list[str] = []
    _say("two acts wait", lambda: acts.extend(before.leaves_two_acts_unsent()))
    kept = fingerprint(installed.profile)
    _say("upgrade", lambda: windows.run(new.setup, "/S"))
    installed.all_there(new, "setup", _SAID)
    assert not (installed.folder / STALE).exists()
    assert fingerprint(installed.profile) == kept, "the upgrade changed the profile"
    program = Program(installed, new)
    _say("it runs", program.says_its_version)
    _say("the two acts are sent, once", lambda: program.sends_once(acts))
    _say("diagnose --json", program.examines_the_machine)
    _say("verify", program.judges_a_signed_file)
    _say("the practice day", program.plays_the_day)
    _say("first window", program.shows_its_first_window_soon)
    _say("downgrade", lambda: windows.run(old.setup, "/S"))
    installed.all_there(new, "setup", _SAID)
    _say("the other installer is refused", lambda: windows.run("msiexec", "/i", str(new.package), "/qn"))
    installed.all_there(new, "setup", _SAID)
    windows.offscreen(False)
    # After what looks at the registry: one of them takes all policies away.
    _say("Windows' own parts", lambda: parts.try_all(windows, rf"{FOLDER}\tacnghiep.com"))
    _removed_by_setup(installed, new)


def _removed_by_setup(installed: Installed, version: Version) -> None:
    windows = installed.windows
    keys = Keys(windows, version.payload)
    _say("keys are kept", keys.keep)
    all_keys, others = keys.names(), keys.others(installed.profile)
    own = installed.folder / "of-the-office.txt"
    own.write_text("not ours", encoding="ascii")
    kept = fingerprint(installed.profile)
    _say("removal", lambda: windows.run(rf"{FOLDER}\uninstall.exe", "/S"))
    _until(lambda: not (installed.folder / "uninstall.exe").exists(), "the uninstaller did not end")
    assert own.exists(), "a file that nobody installed was removed"
    own.unlink()
    installed.folder.rmdir()
    installed.nothing_there()
    assert fingerprint(installed.profile) == kept, "the removal changed the profile"
    assert keys.names() == all_keys, "the removal took keys of a profile that stays"
    windows.run(version.setup, "/S")
    installed.all_there(version, "setup", {})
    _say("removal with the profile", lambda: windows.run(rf"{FOLDER}\uninstall.exe", "/S", "/REMOVEPROFILE"))
    _until(lambda: not installed.profile.exists(), "the profile stayed")
    _until(lambda: not installed.folder.exists(), "the folder stayed")
    installed.nothing_there()
    assert keys.names() == others, f"keys of a profile that is gone: {keys.names()}"


def _by_msi(trial: Trial, installed: Installed) -> None:
    windows, old, new = installed.windows, trial.old, trial.new

    def msiexec(*arguments: object) -> None:
        windows.run("msiexec", *map(str, arguments), "/qn")

    said = {**_SAID, Part.NETWORK: "dedicated", Part.DESKTOPSHORTCUT: "1"}
    properties = [f"{part.value}={word}" for part, word in said.items()]
    _say("msiexec /i /qn (30 s are wanted)", lambda: msiexec("/i", old.package, *properties))
    installed.all_there(old, "msi", said)
    _say("it runs", Program(installed, old).says_its_version)
    note = installed.profile / "kept.txt"
    note.parent.mkdir(parents=True)
    note.write_text("kept", encoding="ascii")
    # Nothing is said: what was said before counts.
    _say("the update's task", lambda: update.installs_itself(installed, new.package, new.number))
    _until(lambda: installed.listed() == new.number, "the update was not installed")
    installed.all_there(new, "msi", said)
    assert not (installed.folder / STALE).exists()
    program = Program(installed, new)
    _say("it runs", program.says_its_version)
    _say("diagnose --json", program.examines_the_machine)
    _say("downgrade", lambda: msiexec("/i", old.package))
    installed.all_there(new, "msi", said)
    _say("the other installer is refused", lambda: windows.run(new.setup, "/S"))
    installed.all_there(new, "msi", said)
    _say("removal", lambda: msiexec("/x", new.package))
    installed.nothing_there()
    assert note.read_text(encoding="ascii") == "kept"


def main(arguments: list[str]) -> int:
    parser = argparse.ArgumentParser(prog="tests.installer", description="Try the Windows installers under wine.")
    parser.add_argument("--keep", type=Path, metavar="DIR", help="build and try here, and leave it")
    parser.add_argument("--payload", type=Path, metavar="DIR", help="a payload with the practice office, already built")
    parser.add_argument("--dist", type=Path, metavar="DIR", help="the folder of its installers")
    parser.add_argument("--parts", nargs="*", metavar="NAME", help="try the Windows-only parts alone, all or these")
    parser.add_argument("--only", nargs="+", choices=("setup", "msi"), default=(), help="try one installer alone")
    options = parser.parse_args(arguments)
    if options.dist and not options.payload:
        parser.error("--dist is of which --payload?")
    begun = time.monotonic()
    with tempfile.TemporaryDirectory() as temporary, closing(Display()) as display:
        work = (options.keep or Path(temporary)).resolve()
        work.mkdir(parents=True, exist_ok=True)
        payload: Path = options.payload.resolve() if options.payload else work / "payload"
        if options.parts is not None and options.payload:
            _try_parts(work, display.name, payload, options.parts)
            return 0
        if not options.dist:
            packages.build(work)
        new = packages.newer(payload, options.dist.resolve() if options.dist else work / "dist")
        old = packages.older(new, work)
        _say_sizes(new)
        Trial(work, display.name, old, new, options.only).run()
    print(f"tried in {(time.monotonic() - begun) / 60:.0f} minutes")
    return 0


def _try_parts(work: Path, display: str, payload: Path, wanted: list[str]) -> None:
    with closing(Wine(work / "windows", display)) as windows:
        parts.try_all(windows, f"Z:{payload}/tacnghiep.com".replace("/", "\\"), wanted)


def _say_sizes(version: Version) -> None:
    total = sum((version.payload / one).stat().st_size for one in version.files())
    sizes = {"payload": total, "setup.exe (packed less)": version.setup.stat().st_size,
             "MSI": version.package.stat().st_size}  # fmt: skip
    print("with the practice office: " + ", ".join(f"{name} {size / 1e6:.0f} MB" for name, size in sizes.items()))


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
