"""``tacnghiep updates``: for administrators and their tools. Knows the rest of updates, the home and the settings."""

from __future__ import annotations

import argparse
import json
import sys
from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from desktop.central.errors import CentralError
from desktop.central.transport import Call
from desktop.home import Home
from desktop.session.settings import Settings
from desktop.updates import installing, making, manifest, task, words
from desktop.updates.machine import Machine, this_machine
from desktop.updates.manifest import UpdateRefused
from desktop.updates.updater import State, Updater, staging_in
from desktop.updates.wishes import Wishes

WAITS = 3
"""The exit status while the program is open."""


def main(
    options: argparse.Namespace,
    version: str,
    machine: Machine | None = None,
    log: Callable[[Path], object] = lambda _: None,
) -> int:
    """Run it; the exit status.

    Args:
        version: that runs here.
        machine: this one where none is given.
        log: opens the log in a folder.
    """
    machine = machine or this_machine()
    try:
        if options.sign is not None:
            return _sign(options)
        home = home_of(options.profile, machine)
        # Before the log makes it, with rights for everybody.
        home.make()
        log(home.logs)
        return _on_machine(options, version, machine)
    except UpdateRefused as refused:
        return _failed(options, refused.code, str(refused))
    except CentralError as error:
        return _failed(options, error.code, str(error))
    except OSError as error:
        named = error.filename or ""
        sys.stderr.write(f"Không đọc hoặc không ghi được {named}: {error.strerror or error}\n")
        return 1


def _failed(options: argparse.Namespace, code: str, detail: str) -> int:
    if options.json:
        _print({"error": code, "detail": detail})
    sys.stderr.write(f"{words.reason(code)} [{detail}]\n")
    return 1


def _print(value: Any) -> None:
    sys.stdout.write(json.dumps(value, ensure_ascii=False, indent=1) + "\n")


def _on_machine(options: argparse.Namespace, version: str, machine: Machine) -> int:
    if options.task is not None:
        return _task(options.task, machine)
    updater, wishes = parts(options.profile, version, machine)
    if options.install:
        done = installing.install(updater, wishes, Call(), installing.utc_now)
        _told(options, updater.state(wishes), words.outcome(done), done)
        return {"waits": WAITS, "failedBefore": 1}.get(done, 0)
    if machine.is_system():
        updater.staging.prepare()
        machine.secure(updater.staging.folder)
    steps: list[Callable[[Wishes, Call], State]] = []
    if options.check or options.fetch:
        steps.append(updater.look)
    if options.fetch:
        steps.append(updater.stage)
    for step in steps:
        state = step(wishes, Call())
        if not state.name:
            # Nothing to fetch is no failure.
            break
    _told(options, updater.state(wishes))
    return 0


def home_of(profile: Path | None, machine: Machine) -> Home:
    """Where things are kept: the SYSTEM account's own place, whatever is asked for."""
    return Home.at(None if machine.is_system() else profile)


def parts(profile: Path | None, version: str, machine: Machine) -> tuple[Updater, Wishes]:
    """What there is on this machine for whoever runs this.

    The SYSTEM account takes policy alone, and its own folder: nothing that a user could have written.
    """
    home = home_of(profile, machine)
    settings = Settings(home.root / "none.json" if machine.is_system() else home.settings)
    return Updater(staging_in(home.root), machine, version), Wishes.of(settings)


def _told(options: argparse.Namespace, state: State, more: str = "", outcome: str = "") -> None:
    if options.json:
        _print({**state.to_json(), **({"outcome": outcome} if outcome else {})})
        return
    lines = [*words.sentences(state), *([more] if more else [])]
    sys.stdout.write("".join(f"{line}\n" for line in lines))


def _task(wanted: str, machine: Machine) -> int:
    made = task.definition(str(machine.program())) if wanted != "off" else None
    if wanted == "show":
        sys.stdout.write(made or "")
        return 0
    machine.set_task(made)
    sys.stdout.write("Đã đặt tác vụ theo lịch.\n" if made else "Đã xóa tác vụ theo lịch.\n")
    return 0


def _sign(options: argparse.Namespace) -> int:
    """Make, sign and check an announcement for the packages in a folder."""
    if not options.key:
        sys.stderr.write("Thiếu --key: khóa riêng Ed25519 (openssl genpkey -algorithm ed25519 -out update-key.pem).\n")
        return 2
    password = options.key_password_file.read_bytes().strip() if options.key_password_file else None
    keys = [making.load_key(path.read_bytes(), password) for path in options.key]
    version, files = making.packages(options.sign, options.version_number)
    notes = {name: path.read_text("utf-8-sig") for name, path in _notes(options) if path is not None}
    made = making.make(
        version,
        files,
        datetime.now(UTC),
        days=options.days,
        sequence=options.sequence,
        notes=notes,
        minimum_windows=options.minimum_windows,
    )
    document, signature = making.publish(options.sign, made, keys)
    pinned = " ".join(manifest.key_text(key.public_key()) for key in keys)
    if options.json:
        _print({"document": str(document), "signature": str(signature), "updateKey": pinned, "version": version})
    else:
        sys.stdout.write(f"{document}\n{signature}\nupdateKey: {pinned}\n")
    return 0


def _notes(options: argparse.Namespace) -> list[tuple[str, Path | None]]:
    return [("vi", options.notes_vi), ("en", options.notes_en)]
