"""An upgrade by the program's own means: the office announces it, and a turn of the scheduled task installs it."""

from __future__ import annotations

import shutil
from datetime import UTC, datetime
from pathlib import Path

from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey

from desktop.updates import making
from desktop.updates.manifest import key_text
from resources.installer.registration import POLICY_KEY
from tests.installer.installed import Installed

_SHARE = r"C:\share"
# Under wine nobody is SYSTEM; the launcher takes a module alone, and timeit runs the text that it is given.
_TURN = (
    "import desktop.updates.windows as w; w.WindowsMachine.is_system = lambda self: True; "
    "from desktop.__main__ import main; print('exit', main(['updates', '--install']))"
)


def installs_itself(installed: Installed, package: Path, number: str) -> None:
    """One turn of the task. Windows Installer goes on when it has ended, for it replaces the program that ran it.

    Args:
        package: of the newer version, which is ``number``.
    """
    windows, key = installed.windows, Ed25519PrivateKey.generate()
    share = windows.path(_SHARE)
    shutil.rmtree(share, ignore_errors=True)
    share.mkdir()
    shutil.copyfile(package, share / package.name)
    making.publish(share, making.make(number, [share / package.name], datetime.now(UTC)), [key])
    policy = {
        "updateSource": _SHARE,
        "updateKey": key_text(key.public_key()),
        "updateMode": "stage",
        "updateInstall": "task",
    }
    for name, value in policy.items():
        windows.write(rf"HKLM\{POLICY_KEY}", name, value)
    try:
        told = installed.run("-m", "timeit", "-n", "1", "-r", "1", _TURN)
        assert "exit 0" in told, told
    finally:
        for name in policy:
            windows.run("reg", "delete", rf"HKLM\{POLICY_KEY}", "/v", name, "/f", "/reg:64")
