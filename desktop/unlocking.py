"""Gives the key of a profile: from the keyring; without a safe one, by a passphrase; for practice, a fleeting one.

Where the key is not to be had, the person is told why and shown the ways that are left. Knows session, local_cache and
the dialogs of the door. DESIGN 5: no plaintext fallback, ever.
"""

from __future__ import annotations

import asyncio
import shutil
import threading
from collections.abc import Awaitable, Callable
from concurrent.futures import Future
from pathlib import Path

import structlog
from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QWidget

from desktop.lanes import Lanes
from desktop.presenters import doors
from desktop.presenters.doors import ANEW, RETRY, Shut
from desktop.session.profile import Account
from desktop.session.vault import ProfileVault
from local_cache.errors import CacheError, KeyLost, KeyringFailed, NoSafeKeyring, WrongKey, WrongPassphrase
from local_cache.keys import EphemeralKeys, MasterKey
from local_cache.profile import LOCK, Profile
from widgets.passphrase_dialog import PassphraseDialog

log = structlog.get_logger(__name__)


class UnlockCancelled(Exception):
    """The person did not want to open the profile after all.

    Attributes: code — "unlockCancelled", for the sentence.
    """

    code = "unlockCancelled"


class ProfileKeys:
    """Asked by ``Sessions`` for each profile it opens.

    Args:
        parent: over which window a question is put.
        patience: seconds that the keyring may take; the person may be typing its password meanwhile.

    Attributes:
        wanted: waits until somebody is there who can be asked; False where nobody will be.
        report: makes a report for whoever helps, over a dialog that says what is amiss.
    """

    def __init__(self, lanes: Lanes, parent: QWidget | None = None, *, patience: float = 90.0) -> None:
        self._lanes = lanes
        self._patience = patience
        self.parent = parent
        self.wanted: Callable[[], Awaitable[bool]] = _at_once
        self.report: Callable[[QWidget], object] | None = None
        self._fleeting: dict[str, EphemeralKeys] = {}

    async def __call__(self, account: Account, folder: Path) -> MasterKey:
        """The key of one profile.

        Raises:
            UnlockCancelled
            ProfileInUse: another copy of the program works in this practice profile.
        """
        vault = ProfileVault(account, folder)
        while True:
            try:
                return await self._from_keyring(vault)
            except NoSafeKeyring:
                if account.practice:
                    return await self._fleeting_key(account, folder)
                return await self._by_passphrase(account, vault)
            except (KeyLost, WrongKey, KeyringFailed) as error:
                log.warning("profile.key_trouble", code=error.code)
                key = await self._another_way(account, vault, error)
            if key is not None:
                return key

    async def _from_keyring(self, vault: ProfileVault) -> MasterKey:
        """On a thread of its own: a keyring that never answers must not hold a lane for good."""
        answer: Future[MasterKey] = Future()

        def work() -> None:
            try:
                key = vault.from_keyring()
            except BaseException as error:  # noqa: BLE001 - handed to whoever awaits, whatever it is
                if not answer.done():
                    answer.set_exception(error)
            else:
                if answer.done():
                    key.wipe()
                else:
                    answer.set_result(key)

        threading.Thread(target=work, name="keyring", daemon=True).start()
        try:
            async with asyncio.timeout(self._patience):
                return await asyncio.wrap_future(answer)
        except TimeoutError as error:
            raise KeyringFailed("no answer") from error

    def rests(self, account: Account, vault: ProfileVault) -> bool:
        """Whether the key can be read without anybody's word: that is to be checked first when it was locked."""
        return account.key in self._fleeting or vault.has_keyring()

    def replace(self, account: Account, vault: ProfileVault, key: MasterKey) -> None:
        """In a lane: the profile has this key now. Where nothing can be written, the old one still leads to it."""
        if account.key in self._fleeting:
            self._fleeting[account.key].store(key)
            return
        try:
            vault.replace_in_keyring(key)
        except NoSafeKeyring:
            log.info("profile.rotated_by_passphrase")
        except KeyringFailed as error:
            log.warning("profile.new_key_not_kept", code=error.code)

    # -- for practice

    async def _fleeting_key(self, account: Account, folder: Path) -> MasterKey:
        keys = self._fleeting.get(account.key)
        if keys is None:
            # Whatever an earlier run left there was sealed by a key that is gone with it.
            await self._lanes.write(_clear, folder)
            keys = self._fleeting[account.key] = EphemeralKeys()
        return keys.load_or_create()

    # -- by passphrase

    async def _by_passphrase(self, account: Account, vault: ProfileVault) -> MasterKey:
        problem = ""
        while True:
            new = not vault.has_passphrase()
            if new and not vault.is_new():
                # Sealed by a key that this system has no place for: a new passphrase would open nothing.
                key = await self._another_way(account, vault, KeyLost(vault.folder, ()))
                if key is not None:
                    return key
                continue
            passphrase = await self._ask(account.name or account.username, new=new, problem=problem)
            try:
                make = vault.create_by_passphrase if new else vault.from_passphrase
                return await self._lanes.read(make, passphrase)
            except WrongPassphrase:
                problem = QCoreApplication.translate("ProfileKeys", "Mật khẩu không đúng. Hãy nhập lại.")

    async def _ask(self, name: str, *, new: bool, problem: str) -> str:
        if not await self.wanted():
            raise UnlockCancelled
        answer: asyncio.Future[str] = asyncio.get_running_loop().create_future()
        dialog = PassphraseDialog(name, new=new, problem=problem, parent=self.parent)
        dialog.given.connect(answer.set_result)
        dialog.rejected.connect(lambda: answer.set_exception(UnlockCancelled()))
        dialog.open()
        try:
            return await answer
        finally:
            dialog.deleteLater()

    # -- where the key is not to be had

    async def _another_way(self, account: Account, vault: ProfileVault, error: CacheError) -> MasterKey | None:
        """Tell what is amiss, and do what the person chooses; None to look again.

        Raises:
            UnlockCancelled
        """
        if not await self.wanted():
            raise UnlockCancelled
        shut = Shut(error.code, vault.folder, vault.has_passphrase(), vault.has_recovery(), account.unsent)
        while True:
            match await doors.ask(doors.view_of(shut), self.parent, self.report):
                case "retry":
                    return None
                case "passphrase":
                    key = await self._known_passphrase(account, vault)
                    if key is not None:
                        return key
                case "recovery":
                    if await doors.ask(doors.recovery_view(shut), self.parent) == RETRY:
                        return None
                case "anew":
                    if await doors.ask(doors.anew_view(shut), self.parent) == ANEW:
                        await self._begin_anew(account, vault)
                        return None
                case _:
                    raise UnlockCancelled

    async def _known_passphrase(self, account: Account, vault: ProfileVault) -> MasterKey | None:
        """The key by its passphrase, put back into the keyring; None when the person turned back."""
        problem = ""
        while True:
            try:
                passphrase = await self._ask(account.name or account.username, new=False, problem=problem)
                key = await self._lanes.read(vault.from_passphrase, passphrase)
            except UnlockCancelled:
                return None
            except WrongPassphrase:
                problem = QCoreApplication.translate("ProfileKeys", "Mật khẩu không đúng. Hãy nhập lại.")
                continue
            try:
                await self._lanes.read(vault.keep_in_keyring, key)
            except (KeyringFailed, NoSafeKeyring) as error:
                # It is asked for again at the next start; the work goes on.
                log.warning("profile.key_not_put_back", code=error.code)
            return key

    async def _begin_anew(self, account: Account, vault: ProfileVault) -> None:
        aside = await self._lanes.write(vault.set_aside)
        log.warning("profile.set_aside", folder=aside.name, unsent=account.unsent)
        try:
            await self._lanes.read(vault.keep_in_keyring, MasterKey.random())
        except NoSafeKeyring:
            log.info("profile.anew_by_passphrase")


async def _at_once() -> bool:
    return True


def _clear(folder: Path) -> None:
    """Erase a profile that nobody works in: another copy of the program would lose it from under its windows.

    Raises:
        ProfileInUse
    """
    if not folder.exists():
        return
    profile = Profile(folder)
    profile.acquire()
    try:
        for path in folder.iterdir():
            if path.is_dir():
                shutil.rmtree(path, ignore_errors=True)
            elif path.name != LOCK:
                path.unlink()
    finally:
        profile.release()
