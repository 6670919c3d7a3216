"""What the scheduled task does, as SYSTEM: look, fetch into SYSTEM's own folder, check all again, and install.

Knows the updater and the machine. Nothing that any user can write is read: neither a user's settings nor a package
laid ready by one. Nobody is interrupted: while the program is open anywhere on the machine, it waits for the next turn.
"""

from __future__ import annotations

import json
from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from typing import Literal

import structlog

from desktop.central.errors import CentralError
from desktop.central.transport import Call
from desktop.updates.manifest import UpdateFile, UpdateRefused
from desktop.updates.updater import Updater
from desktop.updates.wishes import Wishes

log = structlog.get_logger(__name__)

Outcome = Literal["started", "waits", "nothing", "handover", "failedBefore"]
"""The installer runs; the program is open; nothing newer, or switched off; somebody else installs; this version has
been tried often enough."""
MOST_TRIES = 3
LOOK_AFTER = timedelta(hours=20)
"""The task comes every hour, for a moment when the program is closed; the source is asked once a day."""
LOG = "install.log"
_TRIES = "tries.json"


def install(updater: Updater, wishes: Wishes, call: Call, now: Callable[[], datetime]) -> Outcome:
    """One turn.

    Raises:
        UpdateRefused: notSystem, where this is not the SYSTEM account; whatever else stands against it.
        CentralError: the source does not answer, and nothing lies ready.
    """
    machine, staging = updater.machine, updater.staging
    if not machine.is_system():
        raise UpdateRefused("notSystem")
    if wishes.install != "task" or machine.package() != "msi":
        return "handover"
    if wishes.idle or wishes.mode != "stage":
        return "nothing"
    staging.prepare()
    machine.secure(staging.folder)
    _fetch(updater, wishes, call, now())
    try:
        file = updater.package(wishes)
    except UpdateRefused as refused:
        if refused.code == "noFile":
            updater.clean(wishes)
            return "nothing"
        raise
    if machine.program_runs():
        log.info("update.waits")
        return "waits"
    return _start(updater, file)


def _fetch(updater: Updater, wishes: Wishes, call: Call, now: datetime) -> None:
    """Bring what is newest; where the line is down, what lies ready is as good."""
    try:
        state = updater.state(wishes)
        if state.code or _long_ago(state.checked, now):
            state = updater.look(wishes, call)
        if state.name and not state.file:
            updater.stage(wishes, call)
    except CentralError as error:
        if not updater.state(wishes).file:
            raise
        log.info("update.source_away", code=error.code)


def _long_ago(moment: str, now: datetime) -> bool:
    try:
        return not timedelta() <= now - datetime.fromisoformat(moment) < LOOK_AFTER
    except (ValueError, TypeError):
        return True


def _start(updater: Updater, file: UpdateFile) -> Outcome:
    staging = updater.staging
    with staging.alone(), staging.held(file) as path:
        updater.machine.check_signature(path)
        tries = _tries(updater, file)
        if tries >= MOST_TRIES:
            log.error("update.failed_before", file=file.name, tries=tries)
            return "failedBefore"
        # Counted before it begins: the program that runs here is among what it replaces.
        staging.write(_TRIES, json.dumps({"sha256": file.sha256, "tries": tries + 1}).encode())
        log.info("update.installs", file=file.name)
        updater.machine.start_package(path, staging.folder / LOG)
    return "started"


def _tries(updater: Updater, file: UpdateFile) -> int:
    """How often this package has been tried."""
    try:
        value = json.loads((updater.staging.folder / _TRIES).read_bytes())
        return int(value["tries"]) if value["sha256"] == file.sha256 else 0
    except (OSError, ValueError, KeyError, TypeError):
        return 0


def hand_over(updater: Updater, wishes: Wishes) -> None:
    """Start the setup.exe that lies ready, when the program has ended: Windows asks the person for an administrator.

    Raises:
        UpdateRefused: nothing lies ready any more, or it is not what it was; the person said no (notStarted).
    """
    file = updater.package(wishes)
    if file.kind != "setup":
        raise UpdateRefused("noFile")
    with updater.staging.held(file) as path:
        updater.machine.check_signature(path)
        updater.machine.start_setup(path)


def utc_now() -> datetime:
    """This machine's clock: the task has no central to ask."""
    return datetime.now(UTC)
