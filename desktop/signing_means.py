"""What signing stands on at this central: trust roots, the time-stamping service, and where keys come from.

Knows signing, the settings and the key sources. Real and practice means are never mixed: a practice office's roots and
keys are trusted in its own windows alone.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field, replace
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import TYPE_CHECKING

import structlog
from asn1crypto import x509

from desktop.diagnose_signing import Asked, Scene
from desktop.home import Home
from desktop.practice_office import PracticeAddress
from desktop.presenters.key_sources import AgentSource, KeySource, SoftwareSource
from desktop.roots import reach_of, roots_of, timestamp_service
from desktop.session.settings import Settings
from signing import modules, readers
from signing.problems import SigningProblem
from signing.reach import Reach
from signing.roots import Roots
from signing.tokens import Agent, TokenCertificate
from signing.trust import Trust

if TYPE_CHECKING:
    from signing.evidence import Keeper
    from signing.revocation import Revocation
    from signing.sign import Options
    from signing.timestamps import TimestampService

_EXAMINED = 30.0  # seconds that a service may take where somebody waits to hear of it
log = structlog.get_logger(__name__)


@dataclass(frozen=True)
class Examination:
    """A scene, and the sources that were made for it."""

    scene: Scene
    sources: Sequence[KeySource]

    def close(self) -> None:
        """End the drivers' processes."""
        for source in self.sources:
            source.close()


def _module_of(source: KeySource) -> modules.Module:
    if isinstance(source, AgentSource):
        return modules.at(Path(source.name))
    return modules.Module(Path(source.name), "", "practice", True)


@dataclass(frozen=True)
class SigningMeans:
    """How to sign and to judge.

    Attributes:
        roots: what the office trusts, and where it comes from.
        settings: level, algorithm and service of signatures; asked anew for each batch.
        timestamp_url: the practice office's own service; "" takes the network's one in the settings.
        sources: makes the places where keys are found; called once for each session.
        practice_pin: the PIN of every practice token; "" for real ones.
    """

    roots: Roots
    settings: Settings = field(repr=False)
    sources: Callable[[], list[KeySource]] = field(repr=False)
    timestamp_url: str = ""
    practice_pin: str = ""
    _answers: list[Revocation] = field(default_factory=list, repr=False, compare=False)
    _asked: list[TimestampService] = field(default_factory=list, repr=False, compare=False)

    def known_trust(self) -> Trust | None:
        """What is trusted now, and where may be asked about it; None while there is nothing. Reads the disk."""
        trust = self.roots.trust()
        return replace(trust, reach=self.reach()) if trust.roots else None

    def timestamp_service(self) -> str:
        """The address of the time-stamping service on this machine's network; "" where there is none."""
        return self.timestamp_url or timestamp_service(self.settings)

    def reach(self) -> Reach:
        """Which services may be asked; this machine itself in practice alone."""
        return reach_of(self.settings, self.timestamp_url, loopback=bool(self.timestamp_url))

    def standing(self, certificate: TokenCertificate, chain: tuple[bytes, ...]) -> SigningProblem | None:
        """Why a certificate may not sign, as far as can be found out. Waits for the network: belongs on a lane."""
        from signing.standing import check_certificate

        try:
            issuers = [x509.Certificate.load(one) for one in chain]
            asking = self._raising(None, 1.0).revocation
            trust = self.known_trust()
            check_certificate(x509.Certificate.load(certificate.der), trust, issuers=issuers, revocation=asking)
        except SigningProblem as problem:
            return problem
        return None

    def examination(self, mine: frozenset[str] | None, offset: timedelta | None) -> Examination:
        """What is looked at where somebody asks why a device does not sign; with drivers started for it alone."""
        sources = self.sources()
        scene = Scene(
            readers=readers.look_once,
            asked=[Asked(_module_of(source), source.list) for source in sources],
            mine=mine,
            trust=self.known_trust,
            timestamps=self._raising(None, _EXAMINED).timestamps if self.settings["signatureLevel"] != "B-B" else None,
            offset=offset,
            now=datetime.now(UTC),
        )
        return Examination(scene, sources)

    def options(self) -> Options:
        """What one batch goes by: what is known of the services begins anew with it, what they answered is kept."""
        from signing.sign import Options

        trust, level = self.known_trust(), self.settings["signatureLevel"]
        raising = self._raising(trust, self.settings["timestampSeconds"])
        self._asked[:] = [raising.timestamps] if raising.timestamps is not None else []
        lasting = trust is not None and level in ("B-LT", "B-LTA")
        return Options(
            trust=trust,
            timestamps=raising.timestamps if level != "B-B" else None,
            keep_evidence=lasting,
            archive=lasting and level == "B-LTA",
            keeper=raising.keeper if lasting else None,
            revocation=raising.revocation,
            prefer_pss=self.settings["signatureAlgorithm"] == "pss",
            digest=self.settings["signatureDigest"],
        )

    def standing_again(self, pdf: bytes) -> str:
        """What is known now of all who signed a file: "good", "unknown" or "revoked". Waits; nothing kept is taken.

        Raises:
            PdfUnreadable, PdfEncrypted
        """
        from signing.standing import again

        trust = self.known_trust()
        if trust is None:
            return "unknown"
        revocation = self._raising(trust, 1.0).revocation
        revocation.forget()
        return again(pdf, trust, revocation)

    def asked_now(self) -> TimestampService | None:
        """The time-stamping service that the newest batch asks; None where it asks none."""
        return self._asked[0] if self._asked else None

    def raising(self) -> Raising:
        """What brings up signatures later goes by: with all the patience that nobody waits for."""
        from signing.timestamps import PATIENCE

        return self._raising(self.known_trust(), PATIENCE)

    def _raising(self, trust: Trust | None, patience: float) -> Raising:
        from signing.evidence import Keeper
        from signing.revocation import Revocation
        from signing.services import Services
        from signing.timestamps import TimestampService

        services = Services(reach=self.reach())
        seconds = self.settings["revocationSeconds"]
        if not self._answers:
            self._answers.append(Revocation(services))
        revocation = Revocation(services, timeout=seconds, share=self._answers[0])
        url, stamps = self.timestamp_service(), None
        if url:
            stamps = TimestampService(url, timeout=patience, services=services, trust=trust, revocation=revocation)
        keeper = Keeper(trust, revocation) if trust is not None else None
        return Raising(self.settings["signatureLevel"], trust, stamps, keeper, revocation)


@dataclass(frozen=True)
class Raising:
    """What bringing a signature up to its level takes.

    Attributes:
        wanted: the level of this office.
        trust: None where no roots are known.
        timestamps: None where there is no service.
        keeper: None where no roots are known.
        revocation: the answers known so far, and the way to ask.
    """

    wanted: str
    trust: Trust | None
    timestamps: TimestampService | None
    keeper: Keeper | None
    revocation: Revocation


def at_central(home: Home, settings: Settings) -> SigningMeans:
    """At a real central: vendors' modules, the office's roots, the configured service."""

    def sources() -> list[KeySource]:
        found = modules.find(policy=[Path(p) for p in settings["tokenModules"]])
        served = {module.vendor for module in found if module.fits}
        # A 32-bit driver beside the 64-bit one of its vendor is as it should be; alone it is the reason to be told.
        return [AgentSource.of(module) for module in found if module.fits or module.vendor not in served]

    return SigningMeans(roots_of(home, settings), settings, sources)


def at_practice(office: PracticeAddress, settings: Settings) -> SigningMeans:
    """At the practice office: its tokens, a module picked by hand, software certificates where there is none."""

    def sources() -> list[KeySource]:
        picked: list[KeySource] = [AgentSource.of(modules.at(Path(path))) for path in settings["tokenModules"]]
        if office.module is not None:
            environment = {"SOFTHSM2_CONF": str(office.module_conf)} if office.module_conf else {}
            return [AgentSource(Agent(office.module, environment=environment)), *picked]
        return [*picked, *([SoftwareSource(office.software)] if office.software else [])]

    pins = {str(person.get("pin") or "") for person in office.people}
    return SigningMeans(
        Roots({"practice": office.trust}, practice=True),
        settings,
        sources,
        office.tsa,
        pins.pop() if len(pins) == 1 else "",
    )
