"""What signing stands on at this central: trust roots, the time-stamping service, and where keys come from.

Knows signing, the settings and the key sources. Real and practice means are never mixed: a practice office's roots and
keys are trusted in its own windows alone.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING

import structlog
from asn1crypto import x509

from desktop.home import Home
from desktop.practice_office import PracticeAddress
from desktop.presenters.key_sources import AgentSource, KeySource, SoftwareSource
from desktop.session.settings import Settings
from signing import modules
from signing.problems import SigningProblem
from signing.roots import Roots
from signing.tokens import Agent, TokenCertificate
from signing.trust import Trust

if TYPE_CHECKING:
    from signing.sign import Options

log = structlog.get_logger(__name__)


@dataclass(frozen=True)
class SigningMeans:
    """How to sign and to judge.

    Attributes:
        roots: what the office trusts, and where it comes from.
        settings: level, algorithm and service of signatures; asked anew for each batch.
        timestamp_url: the practice office's own service; "" takes the one in the settings.
        sources: makes the places where keys are found; called once for each session.
        practice_pin: the PIN of every practice token; "" for real ones.
    """

    roots: Roots
    settings: Settings = field(repr=False)
    sources: Callable[[], list[KeySource]] = field(repr=False)
    timestamp_url: str = ""
    practice_pin: str = ""

    def known_trust(self) -> Trust | None:
        """What is trusted now, None while there is nothing. Reads the disk."""
        trust = self.roots.trust()
        return trust if trust.roots else None

    def standing(self, certificate: TokenCertificate, chain: tuple[bytes, ...]) -> SigningProblem | None:
        """Why a certificate may not sign, as far as can be found out. Waits for the network: belongs on a lane."""
        from signing.standing import check_certificate

        try:
            issuers = [x509.Certificate.load(one) for one in chain]
            check_certificate(x509.Certificate.load(certificate.der), self.known_trust(), issuers=issuers)
        except SigningProblem as problem:
            return problem
        return None

    def options(self) -> Options:
        """What one batch goes by."""
        from signing.sign import Options
        from signing.timestamps import TimestampService

        trust = self.known_trust()
        level, url = self.settings["signatureLevel"], self.timestamp_url or self.settings["timestampUrl"]
        return Options(
            trust=trust,
            timestamps=TimestampService(url) if url and level != "B-B" else None,
            keep_evidence=trust is not None and level == "B-LT",
            prefer_pss=self.settings["signatureAlgorithm"] == "pss",
        )


def at_central(home: Home, settings: Settings) -> SigningMeans:
    """At a real central: vendors' modules, the office's roots, the configured service."""

    def sources() -> list[KeySource]:
        found = modules.find(policy=[Path(p) for p in settings["tokenModules"]])
        served = {module.vendor for module in found if module.fits}
        # A 32-bit driver beside the 64-bit one of its vendor is as it should be; alone it is the reason to be told.
        return [AgentSource.of(module) for module in found if module.fits or module.vendor not in served]

    return SigningMeans(roots_of(home, settings), settings, sources)


def roots_of(home: Home, settings: Settings) -> Roots:
    """The roots of real profiles: those of the office's policy, and what was added on this machine if it may be."""
    folder = settings["trustFolder"]
    return Roots({"policy": Path(folder)} if folder else {}, home.trust if settings["trustAdditions"] else None)


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
