"""The commands that set everything up themselves: ``python3 run.py practice``, ``python3 run.py test`` and, on Debian,
``python3 run.py trial``, which builds the Windows installers and tries them under wine.

Needs nothing but Python 3.11 to 3.13. On Debian it installs the system packages that are missing (as root, or through
sudo); everywhere it makes a virtual environment in ``.venv`` from ``uv.lock``. Knows nothing of the program.
"""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

ROOT = Path(__file__).resolve().parent
VENV = ROOT / ".venv"
WINDOWS = sys.platform == "win32"
PYTHON = VENV / ("Scripts/python.exe" if WINDOWS else "bin/python")
UV = "uv==0.13.*"

RUN_PACKAGES = (
    "python3-venv", "ca-certificates", "libegl1", "libgl1", "libglib2.0-0", "libdbus-1-3", "libfontconfig1",
    "libxkbcommon0", "libxkbcommon-x11-0", "libxcb-cursor0", "libxcb-icccm4", "libxcb-image0", "libxcb-keysyms1",
    "libxcb-randr0", "libxcb-render-util0", "libxcb-shape0", "libxcb-sync1", "libxcb-xfixes0", "libxcb-xkb1",
    "fonts-noto-core", "softhsm2", "opensc-pkcs11", "xvfb",
)  # fmt: skip
TEST_PACKAGES = (
    "poppler-utils", "libnss3-tools", "openssl", "postgresql", "chromium", "chromium-driver", "gnome-keyring", "dbus",
    "pcscd", "vsmartcard-vpcd", "opensc", "fonts-liberation2", "gcc", "libc6-dev", "cyrus-imapd", "cyrus-caldav",
    "sasl2-bin", "isync", "msmtp-mta|mail-transport-agent",
)  # fmt: skip
"""The first of several names joined by | is installed where none of them is there or provided."""
TRIAL_PACKAGES = (
    "git", "wine", "nsis", "wixl", "msitools", "gcc-mingw-w64-x86-64", "binutils-mingw-w64-x86-64", "osslsigncode",
    "fonts-liberation2", "libgnutls30",
)  # fmt: skip
"""libgnutls30 is what wine's own cryptography stands on; Debian only recommends it."""
POLICY = Path("/usr/sbin/policy-rc.d")
"""Asked before a package starts its service (Debian policy 9.3.3.1)."""

USAGE = """python3 run.py practice [...]   set up, and start the program with the practice office
python3 run.py test [...]       set up, and run the tests
python3 run.py trial [...]      set up, build the Windows installers and try them under wine
python3 run.py setup            set up alone, everything that development needs
python3 run.py -- COMMAND ...   set up, and run the tacnghiep command with these arguments"""


def main(arguments: list[str]) -> int:
    if not arguments or arguments[0] not in ("practice", "test", "trial", "setup", "--"):
        print(USAGE, file=sys.stderr)
        return 2
    if not (3, 11) <= sys.version_info[:2] <= (3, 13):
        print("Python 3.11, 3.12 or 3.13 is needed; this is " + sys.version.split()[0], file=sys.stderr)
        return 2
    verb, rest = arguments[0], arguments[1:]
    development = verb in ("test", "trial", "setup")
    more = {"test": TEST_PACKAGES, "setup": TEST_PACKAGES, "trial": TRIAL_PACKAGES}
    install_system_packages(RUN_PACKAGES + more.get(verb, ()))
    make_environment(development=development)
    if verb == "setup":
        return 0
    if verb == "test":
        # Both cores: files apart, each file's tests together, since they share servers and windows; not those of the
        # fewest tests last, as is usual, for they are the longest.
        apart = ["-n", "logical", "--dist", "loadfile", "--no-loadscope-reorder"]
        return run([str(PYTHON), "-m", "pytest", *(rest or apart)])
    if verb == "trial":
        return run([str(PYTHON), "-m", "tests.installer", *rest])
    return run([str(PYTHON), "-m", "desktop", *(["practice"] if verb == "practice" else []), *rest])


def run(command: list[str]) -> int:
    """Run in the project's folder and give the exit status; an interrupt is the child's own matter."""
    try:
        return subprocess.call(command, cwd=ROOT)
    except KeyboardInterrupt:
        return 130


def install_system_packages(names: tuple[str, ...]) -> None:
    """Install what Debian lacks; where there is no apt, the program itself says what it misses."""
    if WINDOWS or not shutil.which("dpkg-query") or not shutil.which("apt-get"):
        return
    missing = missing_packages(names)
    if not missing:
        return
    print("Installing system packages: " + " ".join(missing), flush=True)
    as_root = [] if os.geteuid() == 0 else ["sudo"] if shutil.which("sudo") else None
    if as_root is None:
        sys.exit("As root, first run: apt-get install " + " ".join(missing))
    environment = {**os.environ, "DEBIAN_FRONTEND": "noninteractive"}
    # A fresh image may hold no package lists, and an old one names versions that are gone.
    subprocess.check_call([*as_root, "apt-get", "update", "-qq"], env=environment)
    install = [*as_root, "apt-get", "install", "-y", "-qq", "--no-install-recommends", *missing]
    with no_service_started(as_root):
        subprocess.check_call(install, env=environment, stdout=subprocess.DEVNULL)
    if "cyrus-imapd" in missing and Path("/run/systemd/system").exists():
        # Nor at the next start of the machine: the tests' mail server is one of their own.
        subprocess.call([*as_root, "systemctl", "--quiet", "disable", "cyrus-imapd.service"])


def missing_packages(names: tuple[str, ...]) -> list[str]:
    """Those that are neither installed nor stood in for by what is."""
    listed = subprocess.run(
        ["dpkg-query", "-W", "-f", "${db:Status-Status} ${Package} ${Provides}\n"],
        capture_output=True, text=True, check=True,
    )  # fmt: skip
    present: set[str] = set()
    for line in listed.stdout.splitlines():
        state, _, rest = line.partition(" ")
        if state == "installed":
            present.update(re.sub(r"\(.*?\)|,", " ", rest).split())
    wanted = [name.split("|") for name in names]
    return [alternatives[0] for alternatives in wanted if present.isdisjoint(alternatives)]


@contextmanager
def no_service_started(as_root: list[str]) -> Iterator[None]:
    """While inside, packages start nothing: the tests start what they need, in folders of their own."""
    aside = POLICY.with_name(f"{POLICY.name}.before-tacnghiep")
    # One that lies aside already is the machine's own: a run before this one was killed.
    if POLICY.exists() and not aside.exists():
        subprocess.check_call([*as_root, "mv", "-T", str(POLICY), str(aside)])
    try:
        with tempfile.NamedTemporaryFile("w", suffix=".sh") as script:
            script.write("#!/bin/sh\nexit 101\n")
            script.flush()
            subprocess.check_call([*as_root, "install", "-m", "755", script.name, str(POLICY)])
        yield
    finally:
        if aside.exists():
            subprocess.check_call([*as_root, "mv", "-T", str(aside), str(POLICY)])
        else:
            subprocess.check_call([*as_root, "rm", "-f", str(POLICY)])


def make_environment(*, development: bool) -> None:
    """Make ``.venv`` exactly as ``uv.lock`` says."""
    uv = VENV / ("Scripts/uv.exe" if WINDOWS else "bin/uv")
    if not uv.exists():
        # Made anew also where an environment lies there that this file did not make: it may lack even pip.
        print("Making the virtual environment", flush=True)
        subprocess.check_call([sys.executable, "-m", "venv", "--clear", str(VENV)])
        subprocess.check_call([str(PYTHON), "-m", "pip", "install", "-q", "--disable-pip-version-check", UV])
    # --inexact keeps uv itself; nothing else is ever installed here by hand.
    command = [str(uv), "sync", "--frozen", "--inexact", "--quiet", "--python", str(PYTHON), "--extra", "practice"]
    subprocess.check_call([*command, *([] if development else ["--no-default-groups"])], cwd=ROOT)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
