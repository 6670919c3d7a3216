"""Trust roots as data that an office manages: where each comes from, what it is called, and whether it counts.

Three sources: a folder that the office's policy names, what was added on this machine, and the practice office's own.
What was added counts only once a person has compared its fingerprint; a practice certificate never counts in a real
profile, and no other in a practice one. Knows ``trust`` and the file system.
"""

from __future__ import annotations

import json
import os
from collections.abc import Iterable, Mapping
from contextlib import suppress
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from types import MappingProxyType
from typing import Literal

import structlog
from asn1crypto import x509

from .answers import Answers
from .trust import SUFFIXES, Trust, certificates, fingerprint

Source = Literal["policy", "added", "practice"]
State = Literal["trusted", "expired", "early", "waiting", "foreign"]

PRACTICE_MARK = "THỰC HÀNH"
"""Stands in the name of every practice authority (desktop.practice.pki_certificates)."""
LARGEST = 4 * 1024 * 1024  # bytes of a file of certificates
_CONFIRMED = "confirmed.json"

_log = structlog.get_logger(__name__)


class CannotTrust(Exception):
    """A certificate, or a file of them, that cannot be taken in.

    Attributes:
        code: noCertificate, fileTooLarge, fileUnreadable, notAuthority, practiceRoot, realRoot, lockedByPolicy,
            notComparedHere or notAdded.
    """

    def __init__(self, code: str, detail: str = "") -> None:
        super().__init__(code)
        self.code = code
        self.detail = detail


@dataclass(frozen=True)
class Listed:
    """One certificate, as a settings page shows it.

    Attributes:
        subject, organization, issuer: names.
        not_before, not_after: days, ISO 8601.
        fingerprint: SHA-256, hex.
        root: whether chains may end there; it helps to build them otherwise.
        source: where it comes from.
        state: "trusted", "expired" and "early" (not valid yet) count; "waiting" (nobody has compared its fingerprint)
            and "foreign" (a practice certificate in a real profile, or the reverse) do not.
        file: name of its file; "" for one that is not kept yet.
    """

    subject: str
    organization: str
    issuer: str
    not_before: str
    not_after: str
    fingerprint: str
    root: bool
    source: Source
    state: State
    file: str = ""


@dataclass(frozen=True)
class Known:
    """What is known of the roots.

    Attributes:
        listed: every certificate, those of policy first.
        unreadable: files that hold no certificate, by source.
    """

    listed: tuple[Listed, ...] = ()
    unreadable: tuple[tuple[Source, str], ...] = ()


class Roots:
    """The certificates of one profile. Every method reads or writes the disk: call it on a lane.

    Args:
        folders: those that are read only, by source.
        added: folder of what was added on this machine; None where nothing may be added.
        practice: whether this is a practice profile.
    """

    def __init__(
        self,
        folders: Mapping[Source, Path] = MappingProxyType({}),
        added: Path | None = None,
        *,
        practice: bool = False,
    ) -> None:
        self._folders = dict(folders)
        self._added = added
        self.practice = practice

    @property
    def may_add(self) -> bool:
        """Whether anything may be added here."""
        return self._added is not None

    def known(self, now: datetime | None = None) -> Known:
        """Everything there is, counted or not."""
        listed: list[Listed] = []
        unreadable: list[tuple[Source, str]] = []
        for source, file, found in self._files():
            if found is None:
                unreadable.append((source, file.name))
            else:
                listed += [self._listed(one, source, now, file.name) for one in found]
        seen: dict[str, Listed] = {}
        for one in listed:
            seen.setdefault(one.fingerprint, one)
        return Known(tuple(seen.values()), tuple(unreadable))

    def trust(self, *, online: bool = True, answers: Answers | None = None) -> Trust:
        """What counts, as the validation takes it."""
        roots: dict[str, x509.Certificate] = {}
        others: dict[str, x509.Certificate] = {}
        for source, file, found in self._files():
            for one in found or ():
                if self._listed(one, source, None, file.name).state not in ("waiting", "foreign"):
                    (roots if one.self_issued else others).setdefault(fingerprint(one), one)
        return Trust(tuple(roots.values()), tuple(others.values()), online, answers=answers)

    def read(self, file: Path) -> tuple[tuple[Listed, x509.Certificate], ...]:
        """The certificates of a file that somebody wants to add (PEM, DER, P7B), each as it would be listed.

        Raises:
            CannotTrust: noCertificate, fileTooLarge, fileUnreadable.
        """
        try:
            if file.stat().st_size > LARGEST:
                raise CannotTrust("fileTooLarge", file.name)
            data = file.read_bytes()
        except OSError as error:
            raise CannotTrust("fileUnreadable", error.strerror or type(error).__name__) from error
        try:
            found = list(certificates(data))
        except (ValueError, TypeError) as error:
            raise CannotTrust("noCertificate", file.name) from error
        once = {fingerprint(one): one for one in found}
        return tuple((self._listed(one, "added", None, ""), one) for one in once.values())

    def add(self, certificate: x509.Certificate, *, compared: bool) -> None:
        """Takes a certificate in, to count from now on.

        Args:
            certificate: the authority's.
            compared: whether a person has compared its fingerprint with what its authority publishes.

        Raises:
            CannotTrust: notComparedHere, notAuthority, practiceRoot, realRoot, lockedByPolicy.
            OSError: the folder cannot be written.
        """
        if self._added is None:
            raise CannotTrust("lockedByPolicy")
        if not compared:
            raise CannotTrust("notComparedHere")
        if self._foreign(certificate):
            raise CannotTrust("realRoot" if self.practice else "practiceRoot")
        if not certificate.ca:
            raise CannotTrust("notAuthority")
        mark = fingerprint(certificate)
        self._added.mkdir(parents=True, exist_ok=True)
        if not any(one.fingerprint == mark and one.source == "added" for one in self.known().listed):
            _replace(self._added / f"{mark}.cer", certificate.dump())
        self._confirm({*self._confirmed(), mark})
        _log.info("trust.added", fingerprint=mark, root=bool(certificate.self_issued))

    def confirm(self, mark: str) -> None:
        """Counts one that lies in the folder already, now that its fingerprint was compared.

        Raises:
            CannotTrust: as ``add``; notAdded when there is none.
            OSError: the folder cannot be written.
        """
        for source, _, found in self._files():
            for one in found or ():
                if source == "added" and fingerprint(one) == mark:
                    self.add(one, compared=True)
                    return
        raise CannotTrust("notAdded")

    def remove(self, mark: str) -> None:
        """Takes out one that was added here; other certificates of its file stay.

        Raises:
            CannotTrust: lockedByPolicy, notAdded.
            OSError: the folder cannot be written.
        """
        if self._added is None:
            raise CannotTrust("lockedByPolicy")
        gone = False
        for source, file, found in self._files():
            if source != "added" or not any(fingerprint(one) == mark for one in found or ()):
                continue
            for one in found or ():
                if fingerprint(one) != mark:
                    _replace(self._added / f"{fingerprint(one)}.cer", one.dump())
            file.unlink(missing_ok=True)
            gone = True
        if not gone:
            raise CannotTrust("notAdded")
        self._confirm(self._confirmed() - {mark})
        _log.info("trust.removed", fingerprint=mark)

    # -- the parts

    def _files(self) -> Iterable[tuple[Source, Path, list[x509.Certificate] | None]]:
        """Every file of certificates with what it holds; None for one that cannot be read."""
        folders: list[tuple[Source, Path]] = list(self._folders.items())
        if self._added is not None:
            folders.append(("added", self._added))
        for source, folder in folders:
            with suppress(FileNotFoundError, NotADirectoryError, PermissionError):
                for path in sorted(folder.iterdir()):
                    if path.suffix.lower() in SUFFIXES and path.is_file():
                        yield source, path, _read(path)

    def _listed(self, one: x509.Certificate, source: Source, now: datetime | None, file: str) -> Listed:
        subject, issuer = one.subject.native, one.issuer.native
        return Listed(
            subject=_text(subject.get("common_name")) or one.subject.human_friendly,
            organization=_text(subject.get("organization_name")),
            issuer=_text(issuer.get("common_name")) or one.issuer.human_friendly,
            not_before=one.not_valid_before.date().isoformat(),
            not_after=one.not_valid_after.date().isoformat(),
            fingerprint=fingerprint(one),
            root=bool(one.self_issued),
            source=source,
            state=self._state(one, source, now or datetime.now(UTC)),
            file=file,
        )

    def _state(self, one: x509.Certificate, source: Source, now: datetime) -> State:
        if self._foreign(one):
            return "foreign"
        if source == "added" and fingerprint(one) not in self._confirmed():
            return "waiting"
        if now > one.not_valid_after:
            return "expired"
        return "early" if now < one.not_valid_before else "trusted"

    def _foreign(self, one: x509.Certificate) -> bool:
        names = f"{one.subject.human_friendly} {one.issuer.human_friendly}".upper()
        return (PRACTICE_MARK in names) is not self.practice

    def _confirmed(self) -> set[str]:
        if self._added is None:
            return set()
        try:
            found = json.loads((self._added / _CONFIRMED).read_bytes())["confirmed"]
        except (OSError, ValueError, KeyError, TypeError):
            return set()
        return {str(one) for one in found} if isinstance(found, list) else set()

    def _confirm(self, marks: set[str]) -> None:
        assert self._added is not None
        _replace(self._added / _CONFIRMED, json.dumps({"confirmed": sorted(marks)}, indent=1).encode())


def grouped(mark: str) -> str:
    """A fingerprint as people read it aloud and compare it: capitals in groups of four."""
    capitals = mark.upper()
    return " ".join(capitals[i : i + 4] for i in range(0, len(capitals), 4))


def same_fingerprint(typed: str, mark: str) -> bool | None:
    """Whether what a person typed or pasted is the fingerprint, or its end of eight digits and more; None for too
    little to tell."""
    digits = "".join(letter for letter in typed.lower() if letter in "0123456789abcdef")
    if len(digits) < 8:
        return None
    return mark.lower().endswith(digits)


def _read(path: Path) -> list[x509.Certificate] | None:
    try:
        return list(certificates(path.read_bytes())) if path.stat().st_size <= LARGEST else None
    except (ValueError, TypeError, OSError):
        return None


def _replace(path: Path, data: bytes) -> None:
    """The old file or the new one, never a part of it."""
    beside = path.with_name(f"{path.name}.new")
    beside.write_bytes(data)
    os.replace(beside, path)


def _text(value: object) -> str:
    if isinstance(value, list):
        return ", ".join(str(one) for one in value)
    return "" if value is None else str(value)
