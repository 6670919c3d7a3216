"""What the keyring forgets before profiles are erased, with a real one; Windows' is tried by wine."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest

from desktop import __main__, forget_keys
from desktop.fence import take
from desktop.session.profile import Account, Accounts
from tests.office import own_session

KEY, GONE, OTHER = "a1" * 12, "b2" * 12, "c3" * 12

SCRIPT = """
import sys
from pathlib import Path
import secretstorage
from desktop.__main__ import main
from desktop.session.profile import Account, Accounts
from desktop.session.vault import ProfileVault
from local_cache.keys import MasterKey
from contextlib import suppress

root = Path(sys.argv[1])
KEY, GONE, OTHER = sys.argv[2:]
accounts = Accounts(root / "accounts")
for key in (KEY, GONE, OTHER):
    account = Account(key, "https://central.example", "a1", "Trần Thị Mai", "mai@tinh.example")
    vault = ProfileVault(account, accounts.folder(account))
    vault.replace_in_keyring(MasterKey.random())
    vault.keep_in_keyring(MasterKey.random())
    if key == KEY:
        accounts.keep(account)
# Of one only the folder is left, set aside; of the other there is nothing here.
(root / "accounts" / f"aside-20261123T093000-{GONE}").mkdir()

def kept():
    found = secretstorage.get_default_collection(secretstorage.dbus_init()).get_all_items()
    return sorted(item.get_attributes()["service"].split(":")[1][:2] for item in found)

print(kept(), main(["forget-keys", "--profile", str(root)]), kept())
print(main(["forget-keys", "--yes", "--profile", str(root)]), kept())
print(main(["forget-keys", "--yes", "--profile", str(root)]), kept())
"""


def test_the_keys_of_profiles_here_are_forgotten_and_no_others(tmp_path: Path) -> None:
    script = tmp_path / "script.py"
    script.write_text(SCRIPT, "utf-8")
    child = own_session.start(tmp_path, sys.executable, script, tmp_path / "nha", KEY, GONE, OTHER)
    said, problem = child.communicate(timeout=60)
    assert child.returncode == 0, problem[-3000:]
    whole = "['a1', 'a1', 'b2', 'b2', 'c3', 'c3']"
    assert said.splitlines() == [
        f"{whole} 2 {whole}",
        "Đã xóa 4 khóa khỏi kho khóa của máy.",
        "0 ['c3', 'c3']",
        "Đã xóa 0 khóa khỏi kho khóa của máy.",
        "0 ['c3', 'c3']",
    ]
    assert "việc chưa gửi" in problem


def test_while_the_program_is_open_nothing_is_forgotten(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    Accounts(tmp_path / "accounts").keep(Account(KEY, "https://central.example", "a1", "Mai", "mai"))
    held = take(tmp_path)
    assert held is not None
    assert forget_keys.main(tmp_path, sure=True) == 1
    assert "đang mở" in capsys.readouterr().err
    held.release()


def test_where_there_is_no_profile_nothing_is_made(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert __main__.main(["forget-keys", "--yes", "--profile", str(tmp_path / "none")]) == 0
    assert "Không có hồ sơ" in capsys.readouterr().out
    assert not (tmp_path / "none").exists()


@pytest.mark.expects_log("accounts")
@pytest.mark.parametrize("listed", [
    '[{"key": ["x"], "central_url": "a", "account_id": "b", "name": "c", "username": "d"}]',
    '[{"key": "../..", "central_url": "a", "account_id": "b", "name": "c", "username": "d"}]',
    '[{"key": "c3", "central_url": "a", "account_id": "b", "name": "c", "username": "d", "used_at": 5},'
    ' {"key": "d4", "central_url": "a", "account_id": "b", "name": "c", "username": "d", "certificates": [[]]}]',
    "[" * 100_000,
])  # fmt: skip
def test_a_spoiled_list_of_accounts_is_passed_over(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], listed: str
) -> None:
    (tmp_path / "accounts" / KEY).mkdir(parents=True)
    (tmp_path / "accounts" / "accounts.json").write_text(listed, "utf-8")
    assert Accounts(tmp_path / "accounts").all() == []
    assert forget_keys.main(tmp_path, sure=False) == 2
    assert "khóa của 1 hồ sơ" in capsys.readouterr().err, "its folder tells of it"


def test_a_folder_that_cannot_be_read_is_told(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "accounts").mkdir()

    def refused(path: Path) -> None:
        raise PermissionError(13, "Permission denied", str(path))

    # Root, as whom tests may run, reads everything.
    monkeypatch.setattr(Path, "iterdir", refused)
    assert forget_keys.main(tmp_path, sure=True) == 1
    assert f"Không đọc được thư mục {tmp_path / 'accounts'}" in capsys.readouterr().err
