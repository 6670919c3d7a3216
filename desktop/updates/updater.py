"""Looks for a newer version, lays its package ready, and says how things stand. Knows source, staging and machine.

Blocks: it is called in a lane, on the command line, or by the scheduled task. Everything that is kept is checked again
whenever it is read, with the keys that are pinned then.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import asdict, dataclass, field, replace
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import structlog

from desktop.central.blobs import Pace, Progress
from desktop.central.errors import CentralError
from desktop.central.transport import Call, Transport
from desktop.updates import manifest as manifests
from desktop.updates.machine import Machine
from desktop.updates.manifest import Believed, Manifest, UpdateFile, UpdateRefused, believed, keys_of, worth
from desktop.updates.source import Source, source_of
from desktop.updates.staging import Staging
from desktop.updates.wishes import Wishes
from signing.proxies import Proxies

log = structlog.get_logger(__name__)

Clock = Callable[[], datetime]


def _no_progress(done: int, total: int) -> None:
    return


def _no_pace(count: int) -> None:
    return


@dataclass(frozen=True)
class State:
    """How things stand.

    Attributes:
        kind: "off", "noKey", "noSource", "unknown" (not looked yet), or what is announced: "new", "current", "older",
            "stale", "windowsTooOld".
        running: the version that runs here.
        version: the one announced; "" where nothing believable was.
        notes: what is new, by language.
        published, checked: when it was announced, when somebody looked last; ISO 8601, "" where unknown.
        code: why the last look or fetch failed; "" where it did not.
        kind_of_file, name, size: of the package for this machine; "", "" and 0 where there is none.
        file: where the package lies, whole; "" where it does not.
        sha256: of it, as announced.
        install: who installs.
    """

    kind: str
    running: str
    version: str = ""
    notes: Mapping[str, str] = field(default_factory=dict)
    published: str = ""
    checked: str = ""
    code: str = ""
    kind_of_file: str = ""
    name: str = ""
    size: int = 0
    file: str = ""
    sha256: str = ""
    install: str = "handover"

    def to_json(self) -> dict[str, Any]:
        """For administrators' tools; the names stay."""
        return asdict(self)


class Updater:
    """One machine's, or one user's, updates.

    Args:
        running: the version that runs here.
        now: aware; the central's clock where it is known.
        transport: makes what asks the web; closed after each use.
    """

    def __init__(
        self,
        staging: Staging,
        machine: Machine,
        running: str,
        now: Clock = lambda: datetime.now(UTC),
        transport: Callable[[Wishes], Transport] = lambda wishes: Transport(proxies=Proxies(wishes.proxy)),
    ) -> None:
        self.staging = staging
        self.machine = machine
        self.running = running
        self._now = now
        self._transport = transport

    def state(self, wishes: Wishes) -> State:
        """From what is kept, asking nobody."""
        told = self.staging.status()
        checked, code = (str(told.get(name) or "") for name in ("checked", "code"))
        empty = State(wishes.idle or "unknown", self.running, checked=checked, code=code, install=wishes.install)
        if wishes.idle in ("off", "noKey"):
            return replace(empty, checked="", code="")
        try:
            found = self._kept(wishes)
            return replace(self._told(found, wishes), checked=checked, code=code) if found is not None else empty
        except UpdateRefused as refused:
            return replace(empty, code=refused.code)

    def look(self, wishes: Wishes, call: Call) -> State:
        """Ask the source.

        Raises:
            CentralError, UpdateRefused: as they say; what was known before stays known.
        """
        if wishes.idle:
            return self.state(wishes)
        try:
            keys = keys_of(wishes.keys)
            data, signature = self._ask(wishes, lambda source: source.announcement(call))
            with self.staging.alone():
                found = believed(data, signature, keys, self.staging.seen())
                # Judged before it is kept: one from the future would bar those of the present.
                self._worth(found.manifest)
                self.staging.keep_announcement(data, signature, found.seen)
                self.staging.tidy(self._wanted(found.manifest))
        except (CentralError, UpdateRefused) as error:
            self._failed("look", error, wishes)
            raise
        return self._note(replace(self._told(found.manifest, wishes), checked=self._stamp()))

    def stage(self, wishes: Wishes, call: Call, progress: Progress = _no_progress, pace: Pace = _no_pace) -> State:
        """Lay the package ready that was announced; goes on where it was cut.

        Raises:
            CentralError, UpdateRefused: as they say; noFile where there is nothing to fetch.
        """
        state = self.state(wishes)
        try:
            with self.staging.alone():
                found = self._kept(wishes)
                file = self._wanted(found) if found is not None else None
                if wishes.idle or file is None:
                    raise UpdateRefused("noFile")
                if not self._is_whole(file):
                    with self.staging.partial(file) as part:
                        if part.have < file.size:
                            self._ask(
                                wishes, lambda source: source.fetch(file.name, file.size, part, call, progress, pace)
                            )
                        part.finish()
                self.staging.tidy(file)
        except (CentralError, UpdateRefused) as error:
            self._failed("stage", error, wishes)
            raise
        log.info("update.staged", file=file.name)
        return self._note(replace(self.state(wishes), checked=state.checked, code=""))

    def package(self, wishes: Wishes) -> UpdateFile:
        """The package that is to be installed now, by what is kept: to be held by `Staging.held` before it is run.

        Raises:
            UpdateRefused: noFile where nothing newer is announced, or it is not whole.
        """
        found = self._kept(wishes)
        file = self._wanted(found) if found is not None else None
        if file is None or self.staging.ready(file) is None:
            raise UpdateRefused("noFile")
        return file

    def clean(self, wishes: Wishes) -> None:
        """Remove what lies ready and is installed by now, or not wanted any more."""
        try:
            found = self._kept(wishes) if not wishes.idle else None
            if found is not None:
                with self.staging.alone():
                    self.staging.tidy(self._wanted(found))
        except UpdateRefused as refused:
            log.info("update.not_cleaned", code=refused.code)

    # -- within

    def _ask(self, wishes: Wishes, work: Callable[[Source], Any]) -> Any:
        made: list[Transport] = []

        def transport() -> Transport:
            made.append(self._transport(wishes))
            return made[-1]

        try:
            return work(source_of(wishes.source, transport, wishes.reach))
        finally:
            for one in made:
                one.close()

    def _kept(self, wishes: Wishes) -> Manifest | None:
        """What was believed last, believed anew.

        Raises:
            UpdateRefused: the key is another by now, or somebody meddled with it.
        """
        kept = self.staging.announcement()
        if kept is None:
            return None
        found: Believed = believed(*kept, keys_of(wishes.keys), self.staging.seen())
        return found.manifest

    def _worth(self, found: Manifest) -> str:
        return worth(found, self.running, self._now(), self.machine.windows())

    def _wanted(self, found: Manifest) -> UpdateFile | None:
        """The package for this machine, where it is to be installed at all."""
        kind = self.machine.package()
        return found.file(kind) if kind is not None and self._worth(found) == "new" else None

    def _is_whole(self, file: UpdateFile) -> bool:
        if self.staging.ready(file) is None:
            return False
        try:
            with self.staging.held(file):
                return True
        except UpdateRefused as refused:
            log.warning("update.spoiled", file=file.name, code=refused.code)
            return False

    def _told(self, found: Manifest, wishes: Wishes) -> State:
        kind = self._worth(found)
        file = self._wanted(found)
        ready = self.staging.ready(file) if file is not None else None
        return State(
            kind,
            self.running,
            found.version_text,
            found.notes,
            found.published.isoformat(),
            kind_of_file=file.kind if file is not None else "",
            name=file.name if file is not None else "",
            size=file.size if file is not None else 0,
            file=str(ready or ""),
            sha256=file.sha256 if file is not None else "",
            install=wishes.install,
        )

    def _stamp(self) -> str:
        return self._now().astimezone(UTC).isoformat(timespec="seconds")

    def _note(self, state: State) -> State:
        try:
            self.staging.prepare()
            self.staging.keep_status(state.to_json())
        except UpdateRefused as refused:
            log.info("update.not_noted", code=refused.code)
        return state

    def _failed(self, doing: str, error: CentralError | UpdateRefused, wishes: Wishes) -> None:
        """What was refused is an administrator's business and loud; a line that is down is not."""
        if isinstance(error, UpdateRefused) and error.code not in ("inUse", "diskFull", "noFile"):
            log.warning("update.refused", doing=doing, code=error.code, detail=str(error))
        else:
            log.info("update.failed", doing=doing, code=error.code)
        if error.code not in ("inUse", "unsafeFolder"):
            self._note(replace(self.state(wishes), checked=self._stamp(), code=error.code))


def staging_in(root: Path) -> Staging:
    """The folder below a home (`desktop.home`): a user's own, or the SYSTEM account's."""
    return Staging(root / "updates")


__all__ = ["State", "Updater", "manifests", "staging_in"]
