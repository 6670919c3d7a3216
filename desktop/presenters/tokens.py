"""Tokens: which are in, whose certificates they hold, and what the top bar says of them.

Knows the workplace, the watch over the key sources and the words. A token belongs to the person signed in; an
organ's seal is on the token of the clerk who keeps it (DOMAIN 12): other certificates are shown, and not used.
"""

from __future__ import annotations

import asyncio
import contextlib
from collections.abc import Callable, Mapping, Sequence
from datetime import UTC, datetime
from pathlib import Path
from typing import Literal, Protocol

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QWidget

from desktop.lanes import LaneClosed, Lanes
from desktop.office.world import VIETNAM
from desktop.presenters import messages_signing, needs, token_words
from desktop.presenters.key_sources import AgentSource, KeySource
from desktop.presenters.pin_changing import PinChanging
from desktop.presenters.running import Running
from desktop.presenters.token_watch import PATIENCE, ReaderWatch, TokenWatch
from desktop.presenters.token_words import SOON, Candidate, TokenState
from signing import modules
from signing.problems import SigningProblem
from signing.tokens import TokenCertificate
from widgets.pin_dialog import PinRequest
from widgets.token_dialog import CertificateChoice, TokenDialog

translate = QCoreApplication.translate

Purpose = Literal["approve", "seal"]
INTERVAL = 1.5
"""Seconds between two looks at tokens that no card reader tells of: with the look itself they make less than two."""

CHOICE_PREFERENCE = "signing.certificate"
"""Preference: digest of the certificate chosen, by purpose."""

MODULE_PREFERENCE = "signing.module"
"""Preference: the driver behind which a certificate of mine was seen last."""

ANNOUNCED_PREFERENCE = "signing.expiryAnnounced"
"""Preference: the day on which the end of a certificate was last announced, by digest."""

Standing = Callable[[TokenCertificate, tuple[bytes, ...]], SigningProblem | None]
"""Asked in a lane: why a certificate may not sign (revoked, unfit); None where nothing speaks against it."""

__all__ = ["SOON", "Candidate", "Purpose", "TokenState", "Tokens"]


class Workplace(needs.Seated, needs.OneObject, needs.Preferences, Protocol):
    """What this needs of the workplace."""


class Tokens:
    """Looks at the tokens: at once when a card reader tells of a card, and every one and a half seconds besides.

    Args:
        readers: tells of the card readers; None where only asking helps.
        keep_module: keeps a module picked by hand beyond this run.
        practice_pin: the PIN that every practice token has, shown where it is asked; "" for real tokens.
        standing: asks after a certificate's standing; None asks nothing beyond what it says itself.
        announce: tells the person something about a certificate, once a day.
        find_out: what the token dialog does where the devices shall be examined; None offers nothing.

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
        readers: Callable[[Callable[[], None]], ReaderWatch] | None = None,
        standing: Standing | None = None,
        announce: Callable[[str], object] = lambda _: None,
        find_out: Callable[[QWidget], object] | None = None,
    ) -> None:
        self._workplace = workplace
        self._lanes = lanes
        self._clock = clock
        self._practice_pin = practice_pin
        self._keep_module = keep_module
        self._standing = standing
        self._announce = announce
        self._find_out = find_out
        self._make_source = make_source or (lambda path: AgentSource.of(modules.at(Path(path))))
        self._listeners: list[Callable[[TokenState], None]] = []
        self._task: asyncio.Task[None] | None = None
        self._wake = asyncio.Event()
        self._loop: asyncio.AbstractEventLoop | None = None
        self._reader_watch = readers(self._card_moved) if readers is not None else None
        self._watch = TokenWatch(sources, self._gather, self._reader_watch)
        self._held = 0
        self._signer: object = None
        self._signings = 0
        self._running = Running()
        self._changing = PinChanging(lanes, self.look)
        self._chosen: dict[str, str] | None = None
        self._remembered = ""
        self._bound_to: Mapping[str, frozenset[str]] = {}
        self._standings: dict[str, SigningProblem | None] = {}
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
            self._loop = asyncio.get_running_loop()
            self._watch_readers()
            self._task = asyncio.ensure_future(self._look_on())
        elif not seen and self._task is not None:
            self._task.cancel()
            self._task = None

    def _watch_readers(self) -> None:
        if self._reader_watch is not None and any(one.through_readers for one in self._watch.sources):
            self._reader_watch.start()

    def hold(self, held: bool) -> None:
        """While a batch signs, the tokens are left to it."""
        self._held += 1 if held else -1
        # Nor may a PIN be changed meanwhile: that would log the batch out.
        self._tell(moved=True)

    @property
    def is_held(self) -> bool:
        """Whether a batch signs with one of them."""
        return self._held > 0

    async def settled(self) -> None:
        """Wait until nothing runs (for tests)."""
        await self._running.settled()

    def take(self, signer: object) -> bool:
        """Sign under a token, which has one session: False while somebody else signs, whose session it would end."""
        if self._signer not in (None, signer):
            return False
        self._signer = signer
        self._signings += 1
        return True

    def give_back(self) -> None:
        """A signing that had ``take`` is through, and logged out."""
        self._signings -= 1
        if not self._signings:
            self._signer = None

    async def close(self) -> None:
        """Stop looking and end the agents."""
        self.watch(False)
        self._running.close()
        self._changing.close()
        await self._watch.close()

    def _card_moved(self) -> None:
        """Called from the reader watch's thread."""
        loop = self._loop
        if loop is not None:
            with contextlib.suppress(RuntimeError):  # the loop has ended
                loop.call_soon_threadsafe(self._wake.set)

    async def _look_on(self) -> None:
        with contextlib.suppress(LaneClosed):
            while True:
                self._wake.clear()
                if not self._held:
                    await self.look()
                with contextlib.suppress(TimeoutError):
                    await asyncio.wait_for(self._wake.wait(), INTERVAL)

    async def look(self, *, patience: float = PATIENCE, again: bool = False) -> tuple[Candidate, ...]:
        """Ask the modules now; those that fail or hang hide and delay no other.

        Args:
            patience: seconds to wait for slow ones; what they say later counts when it comes.
            again: also ask those that were left in peace after a failure.
        """
        if self._chosen is None:
            self._chosen = dict(await self._workplace.preference(CHOICE_PREFERENCE, {}))
            self._remembered = str(await self._workplace.preference(MODULE_PREFERENCE, ""))
            served = self._watch.named(self._remembered)
            if served is not None:
                self._watch.put_first(served)
        self._bound_to = await self._bound()
        await self._watch.ask(patience, again=again)
        self._gather()
        await self._remember()
        return self.candidates

    def _gather(self) -> None:
        """Put together what the modules have said; a certificate that two of them show counts once."""
        found: dict[str, Candidate] = {}
        for source, token in self._watch.found():
            for certificate in token.signing_certificates:
                purposes = self._bound_to.get(certificate.digest, frozenset())
                found.setdefault(certificate.digest, Candidate(source, token, certificate, purposes))
        ordered = sorted(found.values(), key=lambda one: (not one.purposes, one.certificate.subject))
        before, self.candidates = self.candidates, tuple(ordered)
        self._tell(moved=before != self.candidates)

    async def _remember(self) -> None:
        mine = next((one for one in self.candidates if one.purposes), None)
        if mine is None:
            return
        if mine.source.name != self._remembered:
            self._remembered = mine.source.name
            await self._workplace.set_preference(MODULE_PREFERENCE, self._remembered)
        await self._announce_ends()

    async def _announce_ends(self) -> None:
        """Once a day, from thirty days before a certificate of mine ends."""
        today = self._clock().astimezone(VIETNAM).date().isoformat()
        ending = [one for one in self.candidates if one.purposes and token_words.ends_soon(one, self._clock())]
        if not ending:
            return
        told = dict(await self._workplace.preference(ANNOUNCED_PREFERENCE, {}))
        fresh = [one for one in ending if told.get(one.certificate.digest) != today]
        if fresh:
            kept = {one.certificate.digest: today for one in fresh}
            await self._workplace.set_preference(ANNOUNCED_PREFERENCE, {**told, **kept})
            for one in fresh:
                self._announce(token_words.announcement(one, self._clock()))

    async def ask_standing(self) -> None:
        """Ask after the certificates that are mine; their issuers may take seconds.

        Each time anew: one is revoked, or a root is added, while the program runs.
        """
        if self._standing is None:
            return
        for one in self.candidates:
            if one.purposes:
                chain = tuple(other.der for other in one.token.certificates if other.is_authority)
                found = await self._lanes.network(self._standing, one.certificate, chain)
                self._standings[one.certificate.digest] = found
                self._tell(moved=True)

    def learn(self, candidate: Candidate, problem: SigningProblem) -> None:
        """It came to light why a certificate may not sign: shown with it from now on, until it is asked anew."""
        self._standings[candidate.certificate.digest] = problem
        self._tell(moved=True)

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

    def mine(self) -> frozenset[str]:
        """Digests of the certificates that the person signed in may use, as they were known at the last look."""
        return frozenset(self._bound_to)

    def usable(self, purpose: str) -> tuple[Candidate, ...]:
        """Certificates that are in and may be used for this; the one chosen before first, then what lasts longest.

        Those on a token that is locked come last.
        """
        found = [one for one in self.candidates if purpose in one.purposes and not self._refusal(one, purpose)]
        found.sort(key=lambda one: one.certificate.not_after, reverse=True)
        found.sort(key=lambda one: one.certificate.digest != (self._chosen or {}).get(purpose))
        found.sort(key=lambda one: one.token.flags.locked)
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
        self._watch.put_first(self._watch.named(path) or self._make_source(path))
        if self._task is not None:
            self._watch_readers()
        await self.look(again=True)

    async def _pick_module(self, path: str) -> None:
        self._keep_module(path)
        await self.add_module(path)

    def pin_request(self, candidate: Candidate, purpose: str, problem: str = "", *, each: bool = False) -> PinRequest:
        """What the PIN dialog shows for a certificate; ``each`` where the token asks at each signature."""
        if not problem and candidate.token.flags.change_pin_first:
            problem = messages_signing.sentence("pinExpired")
        certificate = candidate.certificate
        least, most = candidate.token.pin_lengths
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
            valid_until=token_words.day(certificate.not_after),
            expires_soon=token_words.ends_soon(candidate, self._clock()),
            tries=candidate.tries,
            protected_path=candidate.token.flags.protected_path,
            problem=problem,
            hint=hint,
            least=least,
            most=most,
            each=each,
        )

    def choices(self, purpose: str) -> tuple[CertificateChoice, ...]:
        """What the token dialog lists; another's certificates with the reason why they are not used."""
        return tuple(self._choice(one, purpose) for one in self.candidates)

    def _choice(self, one: Candidate, purpose: str) -> CertificateChoice:
        refusal = self._refusal(one, purpose)
        changes = bool(one.purposes) and not one.token.flags.locked and one.source.name != "practice"
        changes = changes and not self.is_held
        return CertificateChoice(one.key, one.certificate.subject, token_words.detail(one), refusal, changes)

    def _refusal(self, one: Candidate, purpose: str) -> str:
        return token_words.refusal(one, purpose, self._clock(), self._standings.get(one.certificate.digest))

    def dialog(self, parent: QWidget, purpose: str = "") -> TokenDialog:
        """The token dialog, kept up to date while it is open; the caller connects ``chosen`` and opens it."""
        dialog = TokenDialog(parent, can_examine=self._find_out is not None)
        asked = (purpose,) if purpose else ("approve", "seal")
        current = next((one.key for use in asked for one in self.usable(use)), "")

        def fill(_: TokenState | None = None) -> None:
            first = next(iter(self._watch.sources), None)
            module = first.name if first is not None and first.name != "practice" else ""
            trouble = [messages_signing.of_problem(one) for one in self._watch.problems.values()]
            dialog.show_tokens(self.choices(purpose), current, module, trouble[0] if trouble else "")

        end = self.subscribe(fill)
        dialog.finished.connect(lambda _code: end())
        dialog.search_asked.connect(lambda: self._running.start("look", self.look(patience=4 * PATIENCE, again=True)))
        dialog.module_chosen.connect(lambda path: self._running.start("add", self._pick_module(path)))
        dialog.pin_change_asked.connect(lambda key: self._change_pin(key, dialog))
        if self._find_out is not None:
            dialog.examination_asked.connect(lambda: self._find_out and self._find_out(dialog))
        self._running.start("standing", self.ask_standing())
        return dialog

    def show(self, parent: QWidget) -> TokenDialog:
        """Open the token dialog for itself; the certificate that is chosen there is used from now on."""
        dialog = self.dialog(parent)
        dialog.chosen.connect(lambda key: self._running.start("choose", self._use(key)))
        dialog.finished.connect(lambda _code: dialog.deleteLater())
        dialog.open()
        return dialog

    async def _use(self, key: str) -> None:
        """Use this certificate for all that it may sign."""
        found = next((one for one in self.candidates if one.key == key), None)
        for purpose in sorted(found.purposes) if found is not None else ():
            await self.choose(purpose, key)

    def _change_pin(self, key: str, parent: TokenDialog) -> None:
        found = next((one for one in self.candidates if one.key == key), None)
        if found is not None and not self.is_held:
            self._changing.begin(found, self.pin_request(found, ""), parent, parent.say)

    # -- saying

    def _tell(self, *, moved: bool = False) -> None:
        state = self._describe()
        if state != self.state or moved:
            self.state = state
            for listener in tuple(self._listeners):
                listener(state)

    def _describe(self) -> TokenState:
        return token_words.describe(self.candidates, self._watch.problem, self._clock())
