"""``tacnghiep recover``: the administrator opens a profile by the office's key and gives the clerk a new way in.

Run on the clerk's machine, under the clerk's own account there, for the keyring is theirs. Nothing is deleted, and what
was unsent stays in the profile. Knows accounts, the vault and the store.
"""

from __future__ import annotations

import getpass
import sys
from collections.abc import Callable
from pathlib import Path

from desktop.home import Home
from desktop.session.profile import Account, Accounts
from desktop.session.vault import ProfileVault
from local_cache import open_cache
from local_cache.errors import (
    CacheError,
    KeyringFailed,
    NewerSchema,
    NoSafeKeyring,
    ProfileInUse,
    WrongKey,
    WrongPassphrase,
)
from local_cache.keys import MasterKey

SHORTEST = 10
Secret = Callable[[str], str]


def main(
    profile: Path | None, key_file: Path, *, account: str | None, passphrase: bool, ask: Secret | None = None
) -> int:
    """Recover one profile; the exit status.

    Args:
        profile: the root that ``--profile`` names.
        key_file: the office's private key, PEM.
        account: sign-in name, or the folder's name, where several were used here.
        passphrase: set a new passphrase instead of filling the keyring.
        ask: asks for something that is not shown; the terminal where none is given.
    """
    ask = ask or getpass.getpass
    try:
        private = key_file.read_bytes()
    except OSError:
        return _stop(f"Không đọc được tệp khóa riêng: {key_file}")
    accounts = Accounts(Home.at(profile).accounts)
    found = _chosen(accounts, account)
    if found is None:
        return 2
    vault = ProfileVault(found, accounts.folder(found))
    if not vault.has_recovery():
        return _stop(
            "Hồ sơ này chưa được bọc bằng khóa khôi phục của cơ quan: máy chưa có chính sách recoveryKey khi hồ sơ "
            "được mở lần cuối. Không khôi phục được bằng cách này."
        )
    try:
        key = _unseal(vault, private, ask)
    except WrongPassphrase:
        return _stop("Khóa riêng hoặc mật khẩu của khóa không đúng với hồ sơ này. Không có gì bị thay đổi.")
    except WrongKey:
        return _stop("Khóa trong bản bọc không còn là khóa của hồ sơ. Không có gì bị thay đổi.")
    try:
        return _give(vault, key, found, ask, passphrase=passphrase)
    finally:
        key.wipe()


def _chosen(accounts: Accounts, wanted: str | None) -> Account | None:
    """The account meant; told where it is not clear."""
    known = [one for one in accounts.all() if wanted in (None, one.key, one.username)]
    if len(known) == 1:
        return known[0]
    if not known:
        _stop(f"Không có hồ sơ nào dưới {accounts.root}" + (f" của “{wanted}”." if wanted else "."))
        return None
    _stop("Máy này có nhiều hồ sơ. Chọn một bằng --account:")
    for one in known:
        sys.stderr.write(f"  {one.username}\t{one.name}\t{one.central_url}\n")
    return None


def _unseal(vault: ProfileVault, private: bytes, ask: Secret) -> MasterKey:
    password = ask("Mật khẩu của tệp khóa riêng: ") if b"ENCRYPTED" in private else ""
    return vault.from_recovery(private, password.encode() if password else None)


def _give(vault: ProfileVault, key: MasterKey, account: Account, ask: Secret, *, passphrase: bool) -> int:
    """Open the profile to see that it opens, then put the key where the clerk's program finds it."""
    try:
        with open_cache(vault.folder, key) as cache:
            unsent, drafts = cache.outbox.count(), len(cache.drafts.list())
    except ProfileInUse:
        return _stop("Tác nghiệp đang mở hồ sơ này. Đóng chương trình rồi chạy lại lệnh.")
    except NewerSchema:
        return _stop("Hồ sơ do phiên bản Tác nghiệp mới hơn tạo. Cập nhật chương trình rồi chạy lại lệnh.")
    except (CacheError, OSError) as error:
        return _stop(f"Chưa mở được hồ sơ ({getattr(error, 'code', type(error).__name__)}). Không có gì bị xóa.")
    name = account.name or account.username
    _say(f"Đã mở hồ sơ của {name}: {unsent} việc chưa gửi, {drafts} bản đang soạn.")
    if not passphrase:
        try:
            vault.keep_in_keyring(key)
        except NoSafeKeyring:
            _say("Máy này không có kho khóa an toàn: đặt mật khẩu mới cho hồ sơ.")
        except KeyringFailed:
            return _stop("Kho khóa của máy đang khóa hoặc không trả lời. Mở khóa rồi chạy lại, hoặc dùng --passphrase.")
        else:
            _say("Đã cất khóa vào kho khóa của tài khoản máy này. Mở Tác nghiệp như thường lệ.")
            return 0
    new = _new_passphrase(ask)
    vault.set_passphrase(key, new)
    _say("Đã đặt mật khẩu mới. Mở Tác nghiệp và chọn Mở bằng mật khẩu.")
    return 0


def _new_passphrase(ask: Secret) -> str:
    while True:
        first = ask(f"Mật khẩu mới của hồ sơ (ít nhất {SHORTEST} ký tự): ")
        if len(first) < SHORTEST:
            sys.stderr.write(f"Mật khẩu cần ít nhất {SHORTEST} ký tự.\n")
        elif ask("Nhập lại: ") == first:
            return first
        else:
            sys.stderr.write("Hai lần nhập không giống nhau.\n")


def _stop(words: str) -> int:
    sys.stderr.write(words + "\n")
    return 2


def _say(words: str) -> None:
    sys.stdout.write(words + "\n")
