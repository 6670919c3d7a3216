"""``tacnghiep forget-keys``: the keyring forgets the keys of the profiles in a folder, before that folder is erased.

For the uninstaller, and for administrators who erase profiles by hand. Run under the account whose profiles they are,
for the keyring is theirs. Knows accounts and the vault; no profile is opened, and none is changed.
"""

from __future__ import annotations

import re
import sys
from collections.abc import Iterator
from pathlib import Path

from desktop.fence import take
from desktop.home import Home
from desktop.session.profile import Accounts
from desktop.session.vault import forget_keys
from local_cache.errors import KeyringFailed, NoSafeKeyring

_FOLDER = re.compile(r"(?:aside-.+-)?([0-9a-f]{24})")
"""A profile, or one that was set aside, by its account's key."""


def main(profile: Path | None, *, sure: bool) -> int:
    """Forget them; the exit status: 0 done, 1 the keyring or the folder does not let us, 2 not sure.

    Args:
        profile: the root that ``--profile`` names.
        sure: said by whoever runs it: a profile whose key is gone opens by its passphrase or the office's key alone.
    """
    home = Home.at(profile)
    try:
        known = dict(_known(home))
    except OSError as error:
        return _stop(f"Không đọc được thư mục {error.filename or home.root}: {error.strerror}. Chưa xóa khóa nào.")
    if not known:
        return _say(f"Không có hồ sơ nào dưới {home.root}.")
    if not sure:
        return _stop(
            f"Lệnh này xóa khỏi kho khóa của máy khóa của {len(known)} hồ sơ dưới {home.root}. Sau đó chỉ còn mở được "
            "các hồ sơ này bằng mật khẩu hồ sơ hoặc khóa khôi phục của cơ quan; việc chưa gửi trong đó có thể mất. "
            "Nếu chắc chắn, chạy lại với --yes.",
            2,
        )
    try:
        held = take(home.root)
    except OSError as error:
        return _stop(f"Không dùng được thư mục {home.root}: {error.strerror}. Chưa xóa khóa nào.")
    if held is None:
        return _stop("Tác nghiệp đang mở hồ sơ này. Đóng chương trình rồi chạy lại lệnh. Chưa xóa khóa nào.")
    try:
        count = sum(forget_keys(key, username) for key, username in known.items())
    except NoSafeKeyring:
        return _say("Máy này không có kho khóa an toàn nên không có khóa nào trong đó.")
    except KeyringFailed:
        return _stop("Kho khóa của máy đang khóa hoặc không trả lời. Mở khóa rồi chạy lại lệnh.")
    finally:
        held.release()
    return _say(f"Đã xóa {count} khóa khỏi kho khóa của máy.")


def _known(home: Home) -> Iterator[tuple[str, str]]:
    """The keys of accounts that have or had a profile here, and how each signs in; "" where only its folder tells."""
    for root in (home.accounts, home.practice_accounts):
        if root.is_dir():
            yield from ((found[1], "") for path in root.iterdir() if (found := _FOLDER.fullmatch(path.name)))
            yield from ((account.key, account.username) for account in Accounts(root).all())


def _say(words: str) -> int:
    sys.stdout.write(words + "\n")
    return 0


def _stop(words: str, status: int = 1) -> int:
    sys.stderr.write(words + "\n")
    return status
