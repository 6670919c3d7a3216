"""One account, open: the composition of its parts, from signing in to signing out. Knows everything below it."""

from __future__ import annotations

import asyncio
from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from datetime import timedelta
from pathlib import Path
from typing import Any, cast

import structlog

from desktop.central import oauth
from desktop.central.errors import CentralError, Refused
from desktop.central.jmap import Central, SessionResource
from desktop.central.transport import Call, Transport
from desktop.lanes import Lanes
from desktop.office.acts import wire_time
from desktop.office.people import Me, Person, Unit, me_from
from desktop.office.secrecy import SecrecyPolicy
from desktop.session.ahead import Ahead, Manners
from desktop.session.changes import Changes
from desktop.session.clock import CentralClock
from desktop.session.errors import NeedsSignIn, OtherAccount
from desktop.session.listings import values
from desktop.session.network import must_be_on
from desktop.session.profile import Account, Accounts
from desktop.session.workplace import Workplace
from desktop.sync.engine import Engine, Pace
from desktop.sync.gate import Gate
from desktop.sync.line import Line
from desktop.sync.overlay import Overlay
from desktop.sync.pull import Puller
from local_cache import Cache
from local_cache.errors import CacheError

log = structlog.get_logger(__name__)

Browser = Callable[[str], object]

_REFRESH = "refreshToken"


@dataclass(frozen=True)
class SignedOut:
    """What signing out left behind: ``unsent`` acts stay sealed in the account's profile until it signs in again."""

    unsent: int
    revoked: bool


class Session:
    """One account, open. Built by ``Sessions``.

    Attributes:
        workplace: what presenters stand on; there once ``Sessions`` has handed the session out.
    """

    workplace: Workplace

    def __init__(
        self,
        account: Account,
        cache: Cache,
        clock: CentralClock,
        transport: Transport,
        lanes: Lanes,
        accounts: Accounts,
        policy: SecrecyPolicy,
        pace: Pace,
        browser: Browser,
        samples: Path | None,
        manners: Manners,
    ) -> None:
        self.account = account
        self.cache = cache
        self.clock = clock
        self._transport = transport
        self._lanes = lanes
        self._accounts = accounts
        self._browser = browser
        self._samples = samples
        self.tokens = oauth.KeptTokens(
            account.central_url,
            transport,
            load=lambda: cache.secrets.get(_REFRESH),
            save=lambda token: cache.secrets.set(_REFRESH, token),
        )
        self._must_be_on = must_be_on(policy.network)
        self._central = Central(account.central_url, transport, self.tokens, self._must_be_on)
        self._line = Line(self._central, lanes)
        self._overlay = Overlay(cache)
        self._gate = Gate(cache, policy, clock.now)
        self._changes = Changes()
        self._engine = Engine(
            cache,
            self._overlay,
            self._gate,
            Puller(self._central),
            self._line,
            lanes,
            clock,
            self._changes.tell,
            pace=pace,
        )
        self._ahead = Ahead(cache, lanes, self._engine.transfers, self._engine.state, self._values, manners)
        self._looking: set[asyncio.Task[None]] = set()
        self._closed = False
        self._noting = False

    async def begin(self, resource: SessionResource | None) -> None:
        """Find out who I am, from the cache or by the first round trip, and start the engine."""
        await self._lanes.write(self._gate.open)
        identity = await self._lanes.write(self._identity, resource)
        me = await self._lanes.read(self._me, identity)
        if me is None:
            if resource is None:
                raise NeedsSignIn
            # Anew where it has been made already: the central had not said then who this is.
            await self._engine.begin(anew=True)
            me = await self._lanes.read(self._me, identity)
            if me is None:
                raise Refused("accountMissing")
        await self._lanes.write(self._hold_for, me)
        self.workplace = Workplace(
            self.cache,
            self._lanes,
            self._engine,
            self._overlay,
            self._gate,
            self.clock,
            self._changes,
            me,
            practice=self.account.practice,
            samples=self._samples,
        )
        self.account = await self._lanes.write(self._opened, me)
        loop = asyncio.get_running_loop()

        def moved(offset: timedelta) -> None:
            loop.call_soon_threadsafe(self._offset_moved, offset)

        self.clock.changed = moved
        self._changes.subscribe(self._look)
        self._ahead.start()
        self._engine.start()

    def _identity(self, resource: SessionResource | None) -> Mapping[str, Any]:
        """In the write lane: what is kept of the session resource, and of the clock."""
        kept = self.cache.preferences
        if resource is None:
            if not self.clock.offset:
                self.clock.remember(timedelta(seconds=float(kept.get("clockOffset", 0.0))))
            return kept.get("identity", {})
        office = resource.office
        identity = {"personId": office.get("personId", resource.account_id), "organIds": office.get("organIds") or []}
        kept.set("identity", identity)
        kept.set("clockOffset", self.clock.offset.total_seconds())
        return identity

    def _me(self, identity: Mapping[str, Any]) -> Me | None:
        """In a read lane: who I am, from the state that is here."""
        person = self.cache.objects.base("Person", str(identity.get("personId")))
        if person is None:
            return None
        chosen = self.cache.preferences.get("organ")
        seats = [p["organId"] for p in person["positions"]]
        for organ_id in [o for o in (chosen, *identity.get("organIds", []), *seats) if o in seats]:
            organ = self.cache.objects.base("Unit", organ_id)
            if organ is not None:
                return me_from(cast(Person, person), cast(Unit, organ), self.cache.preferences.get("position"))
        return None

    def _hold_for(self, me: Me) -> None:
        """In the write lane: the lowest level among the offices where the person works, and the machine's own."""
        organs = {p["organId"] for p in me.person["positions"]}
        units = [self.cache.objects.base("Unit", organ) for organ in organs]
        changed = self._gate.hold_for(self._gate.policy.holds_for(str((unit or {}).get("level")) for unit in units))
        if changed:
            self._overlay.rebuild()

    def _look(self, types: frozenset[str]) -> None:
        if types & {"Person", "Unit"}:
            self._keep_task(self._look_at_myself())
        if types & {"Act", "Person"} and not self._noting:
            self._noting = True
            self._keep_task(self._note())

    async def _note(self) -> None:
        """Keep what is to be known of the profile while it is shut: how many acts wait, whose tokens unlock it."""
        self._noting = False

        def work() -> Account:
            unsent = self.cache.outbox.count()
            person = self.cache.objects.base("Person", self.workplace.me.id) or self.workplace.me.person
            certificates = tuple(person["certificates"])
            if (unsent, certificates) == (self.account.unsent, self.account.certificates):
                return self.account
            return self._accounts.mark(self.account, unsent=unsent, certificates=certificates)

        try:
            self.account = await self._lanes.write(work)
        except (CacheError, OSError) as error:
            # A full disk: it is noted with the next change.
            log.info("session.not_noted", error=type(error).__name__)

    def _opened(self, me: Me) -> Account:
        """In the write lane: the list of accounts says that this one is open."""
        now = replace(
            self.account,
            name=me.person["name"],
            signed_in=True,
            used_at=wire_time(self.clock.now()),
            locked=False,
            unsent=self.cache.outbox.count(),
            certificates=tuple(me.person["certificates"]),
        )
        try:
            return self._accounts.keep(now)
        except OSError as error:
            if self._accounts.find(now.key) is None:
                raise
            # On a full disk what is here can be read all the same.
            log.info("session.not_noted", error=type(error).__name__)
            return now

    async def _look_at_myself(self) -> None:
        await self.workplace.look_at_myself()
        await self._lanes.write(self._hold_for, self.workplace.me)
        if self._gate.releasing or self._gate.dirty:
            self._engine.wake()

    async def mark_locked(self) -> None:
        """The next start asks who is there before it opens this profile."""
        self.account = await self._lanes.write(
            lambda: self._accounts.mark(self.account, locked=True, unsent=self.cache.outbox.count())
        )

    def _offset_moved(self, offset: timedelta) -> None:
        log.info("clock.offset", seconds=round(offset.total_seconds()))
        self._keep_task(self._lanes.write(self.cache.preferences.set, "clockOffset", offset.total_seconds()))
        self._changes.tell(frozenset({"Clock"}))

    def _keep_task(self, work: Any) -> None:
        if self._closed:
            work.close()
            return
        task = asyncio.ensure_future(work)
        self._looking.add(task)
        task.add_done_callback(self._kept)

    def _kept(self, task: asyncio.Future[Any]) -> None:
        self._looking.discard(task)
        error = None if task.cancelled() else task.exception()
        if isinstance(error, CacheError | OSError):
            # A full disk: it is noted with the next change.
            log.info("session.not_noted", error=type(error).__name__)
        elif error is not None:
            log.error("session.stumbled", exc_info=error)

    def take_pace(self, *, poll: float, cache_bytes: int, keep_months: int) -> None:
        """From now on: seconds between looks, bytes that files may take here, and months of finished work to keep."""
        self._engine.pace = replace(self._engine.pace, poll=poll, cache_bytes=cache_bytes, keep_months=keep_months)
        self._engine.wake()

    def attend(self, attended: bool) -> None:
        """Whether the window is in front: the central is looked at more often while somebody works."""
        self._engine.attend(attended)

    def take_manners(self, manners: Manners) -> None:
        """From now on: how files move."""
        self._ahead.take(manners)

    def update_place(self, call: Call) -> object:
        """Where the central says that updates lie (WIRE.md); None where it does not. Blocks. Raises CentralError."""
        return self._central.session(call).office.get("updates")

    def _values(self) -> Mapping[str, Any]:
        return values(self.workplace.me, self.clock.now())

    async def sign_in_again(self, *, patience: float = oauth.PATIENCE) -> None:
        """After ``signedOut``: the same person signs in once more; nothing was lost meanwhile.

        Raises:
            CentralError: also OtherAccount, where somebody else signed in.
        """
        call = Call()

        def work() -> None:
            server, grant = oauth.sign_in(
                self.account.central_url,
                self._transport,
                call,
                browser=self._browser,
                login_hint=self.account.username,
                patience=patience,
            )
            fleeting = oauth.KeptTokens(
                self.account.central_url,
                self._transport,
                load=lambda: None,
                save=lambda _: None,
                server=server,
                grant=grant,
            )
            central = Central(self.account.central_url, self._transport, fleeting, self._must_be_on)
            resource = central.session(call)
            if resource.account_id != self.account.account_id:
                raise OtherAccount
            self.tokens.accept(server, grant)

        await self._lanes.interruptible(call.stop, work)
        self._engine.sync_now()

    async def sign_out(self) -> SignedOut:
        """End the session and forget its tokens; the profile stays sealed, with whatever has not been sent."""
        await self._stop()
        unsent = await self._lanes.read(self.cache.outbox.count)
        call = Call()
        revoked = True
        try:
            await self._lanes.interruptible(call.stop, self.tokens.forget, call)
        except CentralError as error:
            # With the line down the token ends by its age; it is gone from this machine in any case.
            log.info("session.not_revoked", kind=error.kind, code=error.code)
            revoked = False
        await self._lanes.write(lambda: self._accounts.mark(self.account, signed_in=False))
        await self.close()
        return SignedOut(unsent, revoked)

    async def close(self) -> None:
        """Stop everything and seal the profile: keys leave the memory. May be called more than once."""
        await self._stop()
        if not self._closed:
            self._closed = True
            await asyncio.gather(*self._looking, return_exceptions=True)
            self._transport.close()
            await self._lanes.write(self.cache.close)

    async def _stop(self) -> None:
        await self._ahead.close()
        await self._engine.close()
