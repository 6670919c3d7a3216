"""Gives the key of a profile: from the keyring; without a safe one, by a passphrase; for practice, a fleeting one.

Knows session, local_cache and the passphrase dialog. DESIGN 5: no plaintext fallback, ever.
"""

from __future__ import annotations

import asyncio
import shutil
from pathlib import Path

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QWidget

from desktop.lanes import Lanes
from desktop.session.profile import Account
from local_cache.errors import NoSafeKeyring, WrongPassphrase
from local_cache.keys import EphemeralKeys, KeyringKeys, MasterKey, PassphraseKeys
from local_cache.profile import LOCK, Profile
from widgets.passphrase_dialog import PassphraseDialog


class UnlockCancelled(Exception):
    """The person did not want to open the profile after all.

    Attributes: code — "unlockCancelled", for the sentence.
    """

    code = "unlockCancelled"


class ProfileKeys:
    """Asked by ``Sessions`` for each profile it opens.

    Args:
        parent: over which window a question is put.
    """

    def __init__(self, lanes: Lanes, parent: QWidget | None = None) -> None:
        self._lanes = lanes
        self.parent = parent
        self._fleeting: dict[str, EphemeralKeys] = {}

    async def __call__(self, account: Account, folder: Path) -> MasterKey:
        """The key of one profile.

        Raises:
            UnlockCancelled, KeyringFailed
            ProfileInUse: another copy of the program works in this practice profile.
        """
        try:
            keys = await self._lanes.read(KeyringKeys, f"tacnghiep:{account.key}", account.username)
            return await self._lanes.read(keys.load_or_create)
        except NoSafeKeyring:
            if account.practice:
                return await self._fleeting_key(account, folder)
        return await self._by_passphrase(account, folder)

    async def _fleeting_key(self, account: Account, folder: Path) -> MasterKey:
        keys = self._fleeting.get(account.key)
        if keys is None:
            # Whatever an earlier run left there was sealed by a key that is gone with it.
            await self._lanes.write(_clear, folder)
            keys = self._fleeting[account.key] = EphemeralKeys()
        return keys.load_or_create()

    async def _by_passphrase(self, account: Account, folder: Path) -> MasterKey:
        folder.mkdir(parents=True, exist_ok=True)
        keys = PassphraseKeys(folder)
        problem = ""
        while True:
            new = not keys.exists()
            passphrase = await self._ask(account.name or account.username, new=new, problem=problem)
            try:
                return await self._lanes.read(keys.create if new else keys.unlock, passphrase)
            except WrongPassphrase:
                problem = QCoreApplication.translate("ProfileKeys", "Mật khẩu không đúng. Hãy nhập lại.")

    async def _ask(self, name: str, *, new: bool, problem: str) -> str:
        answer: asyncio.Future[str] = asyncio.get_running_loop().create_future()
        dialog = PassphraseDialog(name, new=new, problem=problem, parent=self.parent)
        dialog.given.connect(answer.set_result)
        dialog.rejected.connect(lambda: answer.set_exception(UnlockCancelled()))
        dialog.open()
        try:
            return await answer
        finally:
            dialog.deleteLater()


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
