"""Debian's Cyrus for tests: IMAP and JMAP that nobody here wrote, in a folder of its own on loopback ports.

Skips where it is not installed. As root it runs as ``cyrus``, else as whoever runs the tests.
"""

from __future__ import annotations

import base64
import getpass
import imaplib
import os
import shutil
import socket
import subprocess
import tempfile
import time
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

import pytest

from desktop.central.transport import Call

BIN = Path("/usr/lib/cyrus/bin")
USERS = ("mai", "tam")
PASSWORD = "thuchanh"
PATIENCE = 30.0

_SETTINGS = """
configdirectory: {folder}/lib
proc_path: {folder}/proc
mboxname_lockpath: {folder}/lock
defaultpartition: default
partition-default: {folder}/mail
sievedir: {folder}/sieve
notifysocket: {folder}/socket/notify
lmtpsocket: {folder}/socket/lmtp
cyrus_user: {user}
admins: admin
httpmodules: jmap
conversations: yes
conversations_db: twoskip
jmap_nonstandard_extensions: yes
allowplaintext: yes
sasl_pwcheck_method: auxprop
sasl_auxprop_plugin: sasldb
sasl_sasldb_path: {folder}/sasldb2
sasl_mech_list: PLAIN LOGIN
autocreate_quota: 10000000
autocreate_post: no
unixhierarchysep: yes
altnamespace: yes
virtdomains: off
syslog_prefix: cyrus-test
sync_log: no
"""

_SERVICES = """
START {{
  recover cmd="{bin}/ctl_cyrusdb -C {folder}/imapd.conf -r"
}}
SERVICES {{
  imap cmd="{bin}/imapd -C {folder}/imapd.conf -U 30" listen="127.0.0.1:{imap}" prefork=1 maxchild=20
  http cmd="{bin}/httpd -C {folder}/imapd.conf -U 30" listen="127.0.0.1:{http}" prefork=1 maxchild=20
}}
EVENTS {{
}}
"""


@dataclass(frozen=True)
class Cyrus:
    """A running server.

    Attributes:
        url: of its HTTP, where JMAP is.
        imap_port: of its IMAP, on loopback.
    """

    url: str
    imap_port: int

    def imap(self, user: str) -> imaplib.IMAP4:
        """A session signed in."""
        session = imaplib.IMAP4("127.0.0.1", self.imap_port, timeout=PATIENCE)
        session.login(user, PASSWORD)
        return session


@dataclass(frozen=True)
class Basic:
    """Tokens as jmap.Central takes them, for a server that wants a name and a password."""

    user: str

    def access(self, call: Call) -> str:
        return "Basic " + base64.b64encode(f"{self.user}:{PASSWORD}".encode()).decode()

    def renew(self, used: str, call: Call) -> str:
        return used


def _as_user(command: Sequence[str]) -> list[str]:
    """A command as somebody who may run a mail server."""
    if os.geteuid() == 0:
        return ["setpriv", "--reuid", "cyrus", "--regid", "mail", "--init-groups", *command]
    return list(command)


def _run(command: Sequence[str], told: str = "") -> None:
    subprocess.run(
        _as_user(command), input=told, text=True, check=True, cwd="/", timeout=PATIENCE,
        stdout=subprocess.DEVNULL, stderr=subprocess.PIPE,
    )  # fmt: skip


def _free_ports(count: int) -> list[int]:
    probes = [socket.socket() for _ in range(count)]
    try:
        for probe in probes:
            probe.bind(("127.0.0.1", 0))
        return [int(probe.getsockname()[1]) for probe in probes]
    finally:
        for probe in probes:
            probe.close()


def _until(works: Callable[[], object], what: str, process: subprocess.Popen[bytes]) -> None:
    """Try until it works: a server says nowhere else that it is ready."""
    end = time.monotonic() + PATIENCE
    while True:
        try:
            works()
        except (OSError, imaplib.IMAP4.error) as problem:
            if process.poll() is not None or time.monotonic() > end:
                raise RuntimeError(f"{what} of Cyrus does not answer") from problem
            time.sleep(0.05)
        else:
            return


@contextmanager
def serve() -> Iterator[Cyrus]:
    """A server with empty mailboxes for `USERS`, ended and removed afterwards."""
    folder = Path(tempfile.mkdtemp(prefix="tacnghiep-cyrus-"))
    imap, http = _free_ports(2)
    process: subprocess.Popen[bytes] | None = None
    try:
        _write(folder, imap, http)
        for user in USERS:
            _run(["/usr/sbin/saslpasswd2", "-p", "-c", "-f", f"{folder}/sasldb2", "-u", socket.gethostname(), user],
                 PASSWORD)  # fmt: skip
        command = [f"{BIN}/master", "-C", f"{folder}/imapd.conf", "-M", f"{folder}/cyrus.conf",
                   "-p", f"{folder}/master.pid"]  # fmt: skip
        # A session of its own: at its end the master ends whatever shares its process group.
        process = subprocess.Popen(
            _as_user(command), cwd="/", start_new_session=True,
            stdin=subprocess.DEVNULL, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL,
        )  # fmt: skip
        cyrus = Cyrus(f"http://127.0.0.1:{http}", imap)
        for user in USERS:
            # A mailbox is made at the first sign-in by IMAP; without one JMAP answers 500.
            _until(lambda user=user: cyrus.imap(user).logout(), "IMAP", process)
        _until(lambda: socket.create_connection(("127.0.0.1", http), 1).close(), "HTTP", process)
        yield cyrus
    finally:
        if process is not None:
            process.terminate()  # The master ends its services.
            process.wait(PATIENCE)
        shutil.rmtree(folder, ignore_errors=True)


def _write(folder: Path, imap: int, http: int) -> None:
    user = "cyrus" if os.geteuid() == 0 else getpass.getuser()
    (folder / "imapd.conf").write_text(_SETTINGS.format(folder=folder, user=user).lstrip())
    (folder / "cyrus.conf").write_text(_SERVICES.format(folder=folder, bin=BIN, imap=imap, http=http).lstrip())
    for name in ("lib", "lib/db", "lib/socket", "proc", "lock", "mail", "sieve", "socket"):
        (folder / name).mkdir()
    if os.geteuid() == 0:
        for path in (folder, *folder.rglob("*")):
            shutil.chown(path, "cyrus", "mail")


@pytest.fixture(scope="session")
def cyrus() -> Iterator[Cyrus]:
    """A running Cyrus; it ends with the session."""
    if not (BIN / "master").exists() or not Path("/usr/sbin/saslpasswd2").exists():
        pytest.skip("Cyrus is not installed")
    with serve() as running:
        yield running
