"""Tokens: which are in, whose certificates they hold, and what the top bar says of them.

Knows the workplace, the lanes and the key sources. A token belongs to the person signed in; an
organ's seal is on the token of the clerk who keeps it (DOMAIN 12): other certificates are shown, and not used.
"""

from __future__ import annotations

import asyncio
import contextlib
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from typing import Literal, Protocol

import structlog
from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QWidget

from desktop.lanes import LaneClosed, Lanes
from desktop.office.world import VIETNAM
from desktop.presenters import messages_signing, needs
from desktop.presenters.key_sources import AgentSource, KeySource
from desktop.presenters.running import Running
from signing.problems import SigningProblem
from signing.tokens import Agent, Token, TokenCertificate
from widgets.pin_dialog import PinRequest, Tries
from widgets.theme import Tone
from widgets.token_dialog import CertificateChoice, TokenDialog

translate = QCoreApplication.translate

Purpose = Literal["approve", "seal"]
INTERVAL = 2.0
"""Seconds between two looks at the tokens: waiting for slot events is broken in python-pkcs11."""

SOON = timedelta(days=30)
CHOICE_PREFERENCE = "signing.certificate"
"""Preference: digest of the certificate chosen, by purpose."""

_log = structlog.get_logger(__name__)


@dataclass(frozen=True)
class Candidate:
    """A certificate on a token that is in.

    Attributes:
        purposes: what the person signed in may do with it; empty for another's.
    """

    source: KeySource
    token: Token
    certificate: TokenCertificate
    purposes: frozenset[str]

    @property
    def key(self) -> str:
        """How dialogs name it."""
        return f"{self.token.serial}/{self.certificate.digest}"

    @property
    def tries(self) -> Tries:
        """What the token says of its PIN."""
        flags = self.token.flags
        if flags.locked:
            return "locked"
        return "final" if flags.final_try else "low" if flags.pin_count_low else "plenty"


@dataclass(frozen=True)
class TokenState:
    """What the top bar says."""

    text: str
    tone: Tone
    hint: str


class Workplace(needs.Seated, needs.OneObject, needs.Preferences, Protocol):
    """What this needs of the workplace."""


class Tokens:
    """Looks at the tokens every two seconds while anybody could see the answer.

    Args:
        keep_module: keeps a module picked by hand beyond this run.
        practice_pin: the PIN that every practice token has, shown where it is asked; "" for real tokens.

    Attributes:
        state: what the top bar says now.
        candidates: every certificate found, the person's own first.
    """

    def __init__(
        self,
        workplace: Workplace,
        lanes: Lanes,
        sources: Sequence[KeySource],
        *,
        clock: Callable[[], datetime] = lambda: datetime.now(UTC),
        make_source: Callable[[str], KeySource] | None = None,
        practice_pin: str = "",
        keep_module: Callable[[str], object] = lambda _: None,
    ) -> None:
        self._workplace = workplace
        self._lanes = lanes
        self._sources = list(sources)
        self._clock = clock
        self._practice_pin = practice_pin
        self._keep_module = keep_module
        self._make_source = make_source or (lambda path: AgentSource(Agent(path)))
        self._listeners: list[Callable[[TokenState], None]] = []
        self._task: asyncio.Task[None] | None = None
        self._looking = asyncio.Lock()
        self._held = 0
        self._running = Running()
        self._problem: SigningProblem | None = None
        self._chosen: dict[str, str] | None = None
        self.candidates: tuple[Candidate, ...] = ()
        self.state = self._describe()

    # -- being told

    def subscribe(self, listener: Callable[[TokenState], None]) -> Callable[[], None]:
        """Tell ``listener`` of each new state, now and later; what is returned ends it."""
        self._listeners.append(listener)
        listener(self.state)

        def end() -> None:
            if listener in self._listeners:
                self._listeners.remove(listener)

        return end

    # -- looking

    def watch(self, seen: bool) -> None:
        """Start looking, or stop: with the window away nobody is told, and no driver is bothered."""
        if seen and self._task is None:
            self._task = asyncio.ensure_future(self._look_on())
        elif not seen and self._task is not None:
            self._task.cancel()
            self._task = None

    def hold(self, held: bool) -> None:
        """While a batch signs, the tokens are left to it."""
        self._held += 1 if held else -1

    async def close(self) -> None:
        """Stop looking and end the agents."""
        self.watch(False)
        self._running.close()
        for source in self._sources:
            with contextlib.suppress(LaneClosed):
                await self._lanes.network(source.close)

    async def _look_on(self) -> None:
        with contextlib.suppress(LaneClosed):
            while True:
                if not self._held:
                    await self.look()
                await asyncio.sleep(INTERVAL)

    async def look(self) -> tuple[Candidate, ...]:
        """Ask every module now; modules that fail are named in the state and hide no other."""
        async with self._looking:
            if self._chosen is None:
                self._chosen = dict(await self._workplace.preference(CHOICE_PREFERENCE, {}))
            found: list[Candidate] = []
            bound = await self._bound()
            self._problem = None
            for source in tuple(self._sources):
                try:
                    tokens = await self._lanes.network(source.list)
                except SigningProblem as problem:
                    _log.info("tokens not listed", code=problem.code)
                    self._problem = problem
                    continue
                found += [
                    Candidate(source, token, certificate, bound.get(certificate.digest, frozenset()))
                    for token in tokens
                    for certificate in token.signing_certificates
                ]
            found.sort(key=lambda one: (not one.purposes, one.certificate.subject))
            self.candidates = tuple(found)
            self._tell()
            return self.candidates

    async def _bound(self) -> Mapping[str, frozenset[str]]:
        """Digests of the certificates that are mine to use, and for what (DOMAIN 12)."""
        me = self._workplace.me
        person = await self._workplace.get("Person", me.id) or me.person
        organ = await self._workplace.get("Unit", me.organ_id) or me.organ
        found: dict[str, set[str]] = {}
        for digest in person["certificates"]:
            found.setdefault(digest, set()).add("approve")
        if me.id in organ["sealKeepers"]:
            for digest in organ["sealCertificates"]:
                found.setdefault(digest, set()).add("seal")
        return {digest: frozenset(purposes) for digest, purposes in found.items()}

    # -- answering

    async def allowed(self, purpose: str) -> frozenset[str]:
        """Digests that may be used for this, tokens in or not."""
        return frozenset(digest for digest, purposes in (await self._bound()).items() if purpose in purposes)

    def usable(self, purpose: str) -> tuple[Candidate, ...]:
        """Certificates that are in and may be used for this; the one chosen before comes first."""
        found = [one for one in self.candidates if purpose in one.purposes]
        found.sort(key=lambda one: one.certificate.digest != (self._chosen or {}).get(purpose))
        return tuple(found)

    def settled_choice(self, purpose: str) -> Candidate | None:
        """The certificate to use without asking: the only one, or the one chosen before; None where it is open."""
        found = self.usable(purpose)
        digests = {one.certificate.digest for one in found}
        if len(digests) == 1 or (found and found[0].certificate.digest == (self._chosen or {}).get(purpose)):
            return found[0]
        return None

    async def choose(self, purpose: str, candidate_key: str) -> Candidate | None:
        """Remember a certificate for a purpose."""
        found = next((one for one in self.usable(purpose) if one.key == candidate_key), None)
        if found is not None:
            self._chosen = {**(self._chosen or {}), purpose: found.certificate.digest}
            await self._workplace.set_preference(CHOICE_PREFERENCE, self._chosen)
        return found

    async def add_module(self, path: str) -> None:
        """Use a module from now on, before all others."""
        known = next((source for source in self._sources if source.name == path), None)
        if known is not None:
            self._sources.remove(known)
        self._sources.insert(0, known or self._make_source(path))
        await self.look()

    async def _pick_module(self, path: str) -> None:
        self._keep_module(path)
        await self.add_module(path)

    def pin_request(self, candidate: Candidate, purpose: str, problem: str = "") -> PinRequest:
        """What the PIN dialog shows for a certificate."""
        certificate = candidate.certificate
        hint = ""
        if self._practice_pin:
            words = QCoreApplication.translate("Tokens", "Thực hành: mã PIN của mọi thiết bị tập là %1.")
            hint = words.replace("%1", self._practice_pin)
        return PinRequest(
            purpose=purpose,
            token=candidate.token.label,
            serial=candidate.token.serial,
            holder=certificate.subject,
            issuer=certificate.issuer,
            valid_until=certificate.not_after.astimezone(VIETNAM).strftime("%d/%m/%Y"),
            expires_soon=certificate.not_after - self._clock() < SOON,
            tries=candidate.tries,
            protected_path=candidate.token.flags.protected_path,
            problem=problem,
            hint=hint,
        )

    def choices(self, purpose: str) -> tuple[CertificateChoice, ...]:
        """What the token dialog lists; another's certificates with the reason why they are not used."""
        return tuple(self._choice(one, purpose) for one in self.candidates)

    def _choice(self, one: Candidate, purpose: str) -> CertificateChoice:
        until = one.certificate.not_after.astimezone(VIETNAM).strftime("%d/%m/%Y")
        detail = translate("Tokens", "%1 · có giá trị đến %2").replace("%1", one.token.label).replace("%2", until)
        return CertificateChoice(one.key, one.certificate.subject, detail, self._refusal(one, purpose))

    def _refusal(self, one: Candidate, purpose: str) -> str:
        if not one.purposes:
            return translate("Tokens", "Không phải chứng thư của người đang đăng nhập: không được dùng.")
        if purpose and purpose not in one.purposes:
            return (
                translate("Tokens", "Chứng thư cá nhân: không dùng để ký số cơ quan.")
                if purpose == "seal"
                else translate("Tokens", "Chứng thư của cơ quan: không dùng để ký duyệt.")
            )
        if one.certificate.not_after < self._clock():
            return translate("Tokens", "Chứng thư đã hết hạn.")
        return ""

    def dialog(self, parent: QWidget, purpose: str = "") -> TokenDialog:
        """The token dialog, kept up to date while it is open; the caller connects ``chosen`` and opens it."""
        dialog = TokenDialog(parent)
        current = next((one.key for one in self.usable(purpose)), "") if purpose else ""
        module = self._sources[0].name if self._sources and self._sources[0].name != "practice" else ""

        def fill(_: TokenState | None = None) -> None:
            dialog.show_tokens(self.choices(purpose), current, module)

        end = self.subscribe(fill)
        dialog.finished.connect(lambda _code: end())
        dialog.search_asked.connect(lambda: self._running.start("look", self.look()))
        dialog.module_chosen.connect(lambda path: self._running.start("add", self._pick_module(path)))
        return dialog

    # -- saying

    def _tell(self) -> None:
        state = self._describe()
        if state != self.state:
            self.state = state
            for listener in tuple(self._listeners):
                listener(state)

    def _describe(self) -> TokenState:
        mine = [one for one in self.candidates if one.purposes]
        if not mine:
            if self._problem is not None:
                return TokenState(
                    translate("Tokens", "Ký số: lỗi thiết bị"), Tone.BAD, messages_signing.of_problem(self._problem)
                )
            if self.candidates:
                return TokenState(
                    translate("Tokens", "Ký số: không đúng thiết bị"),
                    Tone.WARN,
                    messages_signing.sentence("certificateNotYours"),
                )
            hint = translate(
                "Tokens", "Cắm thiết bị ký số vào cổng USB để ký; bấm để xem cách xử lý khi máy không nhận thiết bị."
            )
            return TokenState(translate("Tokens", "Chưa cắm thiết bị ký số"), Tone.NEUTRAL, hint)
        first = mine[0]
        names = ", ".join(dict.fromkeys(one.certificate.subject for one in mine))
        if first.token.flags.locked:
            return TokenState(
                translate("Tokens", "Ký số: mã PIN bị khóa"), Tone.BAD, messages_signing.sentence("pinLocked")
            )
        until = first.certificate.not_after.astimezone(VIETNAM).strftime("%d/%m/%Y")
        if first.certificate.not_after < self._clock():
            hint = messages_signing.sentence("certificateExpired")
            return TokenState(translate("Tokens", "Ký số: chứng thư hết hạn"), Tone.BAD, hint)
        hint = (
            translate("Tokens", "%1 · chứng thư có giá trị đến %2")
            .replace("%1", first.token.label)
            .replace("%2", until)
        )
        if first.certificate.not_after - self._clock() < SOON:
            text = translate("Tokens", "Ký số: chứng thư hết hạn ngày %1").replace("%1", until)
            return TokenState(text, Tone.WARN, hint)
        return TokenState(translate("Tokens", "Ký số: %1").replace("%1", names), Tone.GOOD, hint)
