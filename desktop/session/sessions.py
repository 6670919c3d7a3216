"""Signing in, and opening a profile: the way into each account of this machine. Knows everything below it.

sessions = Sessions(root, lanes, settings, unlock)
session = await sessions.sign_in("https://…")        # the browser opens; the inbox is usable when this returns
session = await sessions.open(sessions.accounts.all()[0])     # later, also with the line down
session.workplace; await session.sign_out(); await session.close()
"""

from __future__ import annotations

import webbrowser
from collections.abc import Awaitable, Callable
from pathlib import Path

import structlog

from desktop.central import oauth
from desktop.central.jmap import Central, SessionResource
from desktop.central.transport import Call, Transport
from desktop.lanes import Lanes
from desktop.office.secrecy import SecrecyPolicy
from desktop.session.account import Browser, Session
from desktop.session.ahead import Manners
from desktop.session.clock import CentralClock
from desktop.session.errors import NeedsSignIn, OtherAccount, UnsentActs
from desktop.session.network import must_be_on, take_profile
from desktop.session.profile import Account, Accounts, account_key
from desktop.session.settings import Settings
from desktop.session.vault import ProfileVault, keep_recovery
from desktop.sync.engine import Pace
from local_cache import open_cache
from local_cache.keys import MasterKey
from signing.proxies import Proxies

log = structlog.get_logger(__name__)

Unlock = Callable[[Account, Path], Awaitable[MasterKey]]
"""Gives the key of a profile: from the keyring, by asking for a passphrase, or a fleeting one for practice."""


class Sessions:
    """The accounts of this machine, and the way into each.

    Args:
        root: the folder under which profiles lie.
        unlock: gives a profile's key; may ask the person. Its errors (NoSafeKeyring ...) pass through.
        browser: opens an address; the system's browser if nothing else is said.
        pace: how often to look at the central.
    """

    def __init__(
        self,
        root: Path,
        lanes: Lanes,
        settings: Settings,
        unlock: Unlock,
        *,
        browser: Browser = webbrowser.open,
        pace: Pace | None = None,
    ) -> None:
        self.accounts = Accounts(root)
        self._lanes = lanes
        self._settings = settings
        self._unlock = unlock
        self._browser = browser
        self._pace = pace or Pace(
            poll=float(settings["pollSeconds"]),
            cache_bytes=settings["cacheLimitMegabytes"] << 20,
            keep_months=settings["keepMonths"],
        )
        self._manners = Manners.of(settings)
        self._policy = SecrecyPolicy(settings["network"], settings["classified"], settings["unitLevel"])
        if self._policy.contradicts:
            log.warning("secrecy.policy_contradicts", network=self._policy.network)

    async def sign_in(
        self,
        central_url: str,
        *,
        account: Account | None = None,
        samples: Path | None = None,
        patience: float = oauth.PATIENCE,
    ) -> Session:
        """Sign somebody in with the browser, open their profile, and fetch what makes the inbox usable.

        Args:
            account: who it has to be; None takes whoever signs in.
            patience: seconds that the person may take in the browser.

        Raises:
            CentralError: also Refused("signInRefused"), Refused("signInGivenUp"), OtherAccount.
            CacheError: the profile cannot be opened.
        """
        clock = CentralClock()
        transport = self._transport(clock)
        try:
            server, grant, resource = await self._ask(central_url, transport, account, patience)
            found = self._account_of(central_url, resource)
            if account is not None and account.key != found.key:
                raise OtherAccount
            session = await self._assemble(found, clock, transport, samples)
        except BaseException:
            transport.close()
            raise
        try:
            await self._lanes.network(session.tokens.accept, server, grant)
        except BaseException:
            # The profile would stay held, and the next try be told that another window has it.
            await session.close()
            raise
        return await self._begin(session, resource)

    async def _ask(
        self, url: str, transport: Transport, account: Account | None, patience: float
    ) -> tuple[oauth.Server, oauth.Grant, SessionResource]:
        call = Call()

        def work() -> tuple[oauth.Server, oauth.Grant, SessionResource]:
            server, grant = oauth.sign_in(
                url,
                transport,
                call,
                browser=self._browser,
                login_hint=account.username if account else None,
                patience=patience,
            )
            fleeting = oauth.KeptTokens(
                url, transport, load=lambda: None, save=lambda _: None, server=server, grant=grant
            )
            return server, grant, Central(url, transport, fleeting, must_be_on(self._policy.network)).session(call)

        return await self._lanes.interruptible(call.stop, work)

    async def open(self, account: Account, *, samples: Path | None = None) -> Session:
        """Open a profile that has been used here, also with the line down.

        Raises:
            NeedsSignIn: the account was signed out on this machine, or its first sign-in was cut short.
            CacheError: the profile cannot be opened.
        """
        if not account.signed_in:
            raise NeedsSignIn
        clock = CentralClock()
        session = await self._assemble(account, clock, self._transport(clock), samples)
        return await self._begin(session, None)

    async def forget(self, account: Account) -> None:
        """Erase an account's profile from this machine.

        Raises:
            UnsentActs: something in it has not reached the central.
        """
        key = await self._unlock(account, self.accounts.folder(account))
        try:
            unsent = await self._lanes.write(_count_unsent, self.accounts.folder(account), key)
        finally:
            key.wipe()
        if unsent:
            raise UnsentActs(unsent)
        await self._lanes.write(self.accounts.drop, account)

    def _transport(self, clock: CentralClock) -> Transport:
        return Transport(proxies=Proxies(self._settings["proxy"]), on_beat=clock.observe)

    def _account_of(self, url: str, resource: SessionResource) -> Account:
        key = account_key(url, resource.account_id)
        known = self.accounts.find(key)
        name = known.name if known else resource.username
        practice = resource.office.get("practice") is True
        return Account(key, url.rstrip("/"), resource.account_id, name, resource.username, practice)

    async def _assemble(
        self, account: Account, clock: CentralClock, transport: Transport, samples: Path | None
    ) -> Session:
        folder = self.accounts.folder(account)
        key = await self._unlock(account, folder)
        try:
            cache = await self._lanes.write(open_cache, folder, key)
            vault = ProfileVault(account, folder)
            await self._lanes.write(keep_recovery, vault, key, self._settings["recoveryKey"])
        finally:
            # From here on the profile is worked on by derived keys alone.
            key.wipe()
        try:
            await self._lanes.write(take_profile, cache, self._policy.network)
        except BaseException:
            await self._lanes.write(cache.close)
            raise
        return Session(
            account,
            cache,
            clock,
            transport,
            self._lanes,
            self.accounts,
            self._policy,
            self._pace,
            self._browser,
            samples,
            self._manners,
        )

    async def _begin(self, session: Session, resource: SessionResource | None) -> Session:
        try:
            await session.begin(resource)
        except BaseException:
            await session.close()
            raise
        return session


def _count_unsent(folder: Path, key: MasterKey) -> int:
    with open_cache(folder, key) as cache:
        return cache.outbox.count()
