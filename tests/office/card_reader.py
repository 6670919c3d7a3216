"""The real PC/SC stack over emulated cards: pcscd, vpcd's two readers, and the PIV applet of ``piv_card`` in them.

``card_reader()`` starts a process that plays the cards (so that no test's own work slows them) and a pcscd of our own,
on a socket of its own and on loopback alone: nothing of the machine's is touched, and many run side by side.
``CardReader.environment`` leads opensc-pkcs11 there. Run as a module it is the process that plays the cards. Knows
``piv_card`` and the system.
"""

from __future__ import annotations

import base64
import hashlib
import json
import os
import secrets
import signal
import socket
import subprocess
import sys
import threading
import time
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager, suppress
from dataclasses import dataclass
from pathlib import Path
from typing import IO, Any, Protocol

from cryptography.hazmat.primitives.asymmetric import ec, rsa
from cryptography.hazmat.primitives.serialization import (
    Encoding,
    NoEncryption,
    PrivateFormat,
    load_der_private_key,
)

from tests.office.piv_card import CardKey, PivCard, atr

OPENSC = next(
    (
        path
        for path in (Path("/usr/lib/x86_64-linux-gnu/opensc-pkcs11.so"), Path("/usr/lib/opensc-pkcs11.so"),
                     Path("/usr/lib/aarch64-linux-gnu/opensc-pkcs11.so"))
        if path.exists()
    ),
    Path("/usr/lib/x86_64-linux-gnu/opensc-pkcs11.so"),
)  # fmt: skip
VPCD = Path("/usr/lib/pcsc/drivers/serial/libifdvpcd.so")
PCSCD = Path("/usr/sbin/pcscd")
SLOTS = 2  # as Debian builds vpcd: two readers, on ports that follow each other
PIN = "123456"
_HAND_OVER = """
import os, sys
os.dup2(int(sys.argv[1]), 3)
os.environ.update(LISTEN_PID=str(os.getpid()), LD_PRELOAD=os.environ["PRELOADED"])
os.execv(sys.argv[2], sys.argv[2:])
"""
# vpcd listens on every address of the machine, and sends a command in two parts, the second of which TCP holds back.
_LOOPBACK = """
#define _GNU_SOURCE
#include <dlfcn.h>
#include <netinet/in.h>
#include <netinet/tcp.h>
#include <sys/socket.h>
int bind(int number, const struct sockaddr *address, socklen_t length) {
    int (*bound)(int, const struct sockaddr *, socklen_t) = dlsym(RTLD_NEXT, "bind");
    struct sockaddr_in here;
    if (address->sa_family != AF_INET) return bound(number, address, length);
    here = *(const struct sockaddr_in *)address;
    here.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
    return bound(number, (struct sockaddr *)&here, sizeof here);
}
int accept(int number, struct sockaddr *address, socklen_t *length) {
    int (*accepted)(int, struct sockaddr *, socklen_t *) = dlsym(RTLD_NEXT, "accept");
    int yes = 1, made = accepted(number, address, length);
    if (made >= 0) setsockopt(made, IPPROTO_TCP, TCP_NODELAY, &yes, sizeof yes);
    return made;
}
"""


class Key(Protocol):
    """What a card takes: ``signing.software.SoftwareKey`` is one."""

    @property
    def certificate(self) -> bytes: ...

    _private: rsa.RSAPrivateKey | ec.EllipticCurvePrivateKey


@dataclass(frozen=True)
class Card:
    """A card to be made.

    Attributes:
        keys: by place: "9a" is used freely after the PIN, "9c" asks for it at each signature; "9d", "9e" are others.
        name: two cards of one name are the same card, with its state; its serial number is made of it.
        delay: seconds that a signature takes.
        keyless: places whose key is missing: the certificate alone is there.
    """

    keys: dict[str, Key]
    name: str = "card"
    pin: str = PIN
    tries: int = 3
    delay: float = 0.0
    keyless: frozenset[str] = frozenset()

    def described(self) -> dict[str, Any]:
        """As the process that plays it is told."""
        return {
            "name": self.name,
            "pin": self.pin,
            "tries": self.tries,
            "delay": self.delay,
            "keys": {place: _described(key, place not in self.keyless) for place, key in self.keys.items()},
        }


def _described(key: Key, whole: bool) -> dict[str, str]:
    found = {"certificate": base64.b64encode(key.certificate).decode()}
    if whole:
        der = key._private.private_bytes(Encoding.DER, PrivateFormat.PKCS8, NoEncryption())
        found["private"] = base64.b64encode(der).decode()
    return found


class CardReader:
    """Two card slots, and what happened in them.

    Attributes:
        environment: variables for a process that shall see these readers, and no others.
        module: the PKCS#11 module to use.
    """

    module = OPENSC

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self.environment = {
            "PCSCLITE_CSOCK_NAME": str(folder / "pcscd.comm"),
            "OPENSC_CONF": str(folder / "opensc.conf"),
        }
        self._changed = threading.Condition()
        self._answers: dict[int, dict[str, Any]] = {}
        self._number = 0
        port = _free_ports()
        self._cards = subprocess.Popen(
            [sys.executable, "-m", "tests.office.card_reader", str(port)],
            stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True, cwd=Path(__file__).parents[2],
        )  # fmt: skip
        assert self._cards.stdout is not None
        self._listener = threading.Thread(target=self._listen, args=(self._cards.stdout,), daemon=True)
        self._listener.start()
        (folder / "opensc.conf").write_text("app default {\n  card_drivers = PIV-II;\n}\n")
        self._daemon = _start_daemon(folder, port)

    # -- what a person does

    def insert(self, card: Card, slot: int = 0) -> None:
        """Puts a card in; one of the same name is the same card, as it was when it was pulled out."""
        self._ask({"do": "insert", "slot": slot, "card": card.described()})

    def remove(self, slot: int = 0) -> None:
        """Pulls the card out, whatever it is at."""
        self._ask({"do": "remove", "slot": slot})

    def pull_at(self, instruction: int, times: int = 1, slot: int = 0) -> None:
        """Pulls the card out when this instruction has come so often (``piv_card.VERIFY`` and kin)."""
        self._ask({"do": "pullAt", "slot": slot, "instruction": instruction, "times": times})

    # -- what became of it

    def state(self, name: str = "card") -> dict[str, Any]:
        """``left`` tries, ``signed`` and ``verified`` so far, ``pin``, and ``slot`` (None while it is out)."""
        return self._ask({"do": "state", "name": name})

    # -- the processes

    def _ask(self, request: dict[str, Any]) -> dict[str, Any]:
        with self._changed:
            self._number += 1
            number = self._number
            assert self._cards.stdin is not None
            self._cards.stdin.write(json.dumps({**request, "id": number}) + "\n")
            self._cards.stdin.flush()
            if not self._changed.wait_for(lambda: number in self._answers, 20):
                raise TimeoutError(request["do"])
            return self._answers.pop(number)

    def _listen(self, stream: IO[str]) -> None:
        with stream:
            for line in stream:
                told = json.loads(line)
                with self._changed:
                    self._answers[told.pop("id")] = told
                    self._changed.notify_all()

    def empty(self) -> None:
        """Pulls every card out."""
        for slot in range(SLOTS):
            self.remove(slot)

    def close(self) -> None:
        """Ends both processes."""
        self._daemon.send_signal(signal.SIGTERM)
        assert self._cards.stdin is not None
        with suppress(OSError):
            self._cards.stdin.close()
        self._cards.wait(10)
        self._listener.join(10)
        try:
            self._daemon.wait(10)
        except subprocess.TimeoutExpired:
            self._daemon.kill()
            self._daemon.wait()


@contextmanager
def card_reader(folder: Path) -> Iterator[CardReader]:
    """A reader with two slots, both empty; everything of it lies in ``folder`` (a short path: it holds a socket)."""
    made = CardReader(folder)
    try:
        yield made
    finally:
        made.close()


def _start_daemon(folder: Path, port: int) -> subprocess.Popen[bytes]:
    """A pcscd that was handed its socket, as systemd does: the one in /run is left to the machine's own."""
    readers, drivers = folder / "readers", folder / "drivers"
    readers.mkdir()
    drivers.mkdir()  # empty: real readers on this machine are none of a test's business
    (readers / "vpcd").write_text(
        f'FRIENDLYNAME "Virtual PCD"\nDEVICENAME /dev/null:{port}\nLIBPATH {VPCD}\nCHANNELID {port}\n'
    )
    (folder / "loopback.c").write_text(_LOOPBACK)
    preloaded = folder / "loopback.so"
    subprocess.run(["cc", "-shared", "-fPIC", "-o", preloaded, folder / "loopback.c"], check=True)
    daemon = [str(PCSCD), "--foreground", "--critical", "--config", str(readers)]
    if os.geteuid() != 0 and not Path("/run/pcscd").exists():
        # It wants that folder in any case: one of our own, that nobody else sees.
        inner = 'mount -t tmpfs none /run && exec "$0" "$@"'
        daemon = ["/usr/bin/unshare", "--user", "--map-root-user", "--mount", "sh", "-c", inner, *daemon]
    with socket.socket(socket.AF_UNIX) as listening, (folder / "pcscd.log").open("wb") as log:
        listening.bind(str(folder / "pcscd.comm"))
        listening.listen(16)
        number = listening.fileno()
        environment = {"LISTEN_FDS": "1", "PCSCLITE_HP_DROPDIR": str(drivers), "PRELOADED": str(preloaded)}
        return subprocess.Popen(
            [sys.executable, "-c", _HAND_OVER, str(number), *daemon], pass_fds=(number,), stdin=subprocess.DEVNULL,
            stdout=log, stderr=log, env={**os.environ, **environment},
        )  # fmt: skip


def _free_ports() -> int:
    """The first of ``SLOTS`` ports that follow each other, below those that the system gives away by itself."""
    while True:
        port = secrets.choice(range(20_000, 32_000, SLOTS))
        with suppress(OSError), ExitStack() as tried:
            for i in range(SLOTS):
                tried.enter_context(socket.create_server(("127.0.0.1", port + i)))
            return port


# -- the process that plays the cards ------------------------------------------------------------------------------


class _Slot:
    """One reader: a card that is in is a connection to vpcd, which asks again and again whether it still lives."""

    def __init__(self, port: int) -> None:
        self._port = port
        self._connection: socket.socket | None = None
        self._gone = threading.Event()
        self.card: PivCard | None = None

    def insert(self, card: PivCard) -> None:
        self.remove()
        self._gone = threading.Event()
        card.pause = self._gone.wait
        card.before = lambda instruction: None
        card.reset()
        self._connection = connection = _connected(self._port)
        self.card = card
        threading.Thread(target=self._serve, args=(connection, card), daemon=True).start()

    def remove(self) -> None:
        self.card = None
        self._gone.set()
        if self._connection is not None:
            with suppress(OSError):
                self._connection.shutdown(socket.SHUT_RDWR)

    def _serve(self, connection: socket.socket, card: PivCard) -> None:
        """vpcd's protocol: two bytes of length, then a command; one byte alone is the reader's own (0 off, 1 on,
        2 reset, 4 answer to reset)."""
        with connection, suppress(OSError):
            while (head := _exactly(connection, 2)) is not None:
                message = _exactly(connection, int.from_bytes(head, "big"))
                if message is None:
                    return
                if len(message) > 1:
                    answer = card.transmit(message)
                elif message[0] == 4:
                    answer = atr()
                else:
                    card.reset()
                    continue
                if self.card is not card:
                    return
                connection.sendall(len(answer).to_bytes(2, "big") + answer)


def _connected(port: int) -> socket.socket:
    """A connection to vpcd, which may only just be starting."""
    late = time.monotonic() + 15
    while True:
        try:
            connection = socket.create_connection(("127.0.0.1", port), 5)
        except ConnectionRefusedError:
            if time.monotonic() > late:
                raise
            time.sleep(0.02)  # nothing tells that pcscd has come so far
            continue
        connection.settimeout(None)
        connection.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
        return connection


def _exactly(connection: socket.socket, count: int) -> bytes | None:
    parts = b""
    while len(parts) < count:
        part = connection.recv(count - len(parts))
        if not part:
            return None
        parts += part
    return parts


def _made(described: dict[str, Any]) -> PivCard:
    keys = {}
    for place, key in described["keys"].items():
        private = load_der_private_key(base64.b64decode(key["private"]), None) if "private" in key else None
        assert private is None or isinstance(private, rsa.RSAPrivateKey | ec.EllipticCurvePrivateKey)
        keys[place] = CardKey(private, base64.b64decode(key["certificate"]))
    guid = hashlib.sha256(described["name"].encode()).digest()[:16]
    return PivCard(keys, guid, described["pin"], described["tries"], described["delay"])


def _do(request: dict[str, Any], slots: list[_Slot], cards: dict[str, PivCard]) -> dict[str, Any]:
    if request["do"] == "state":
        card = cards[request["name"]]
        slot = next((i for i, one in enumerate(slots) if one.card is card), None)
        return {"left": card.left, "signed": card.signed, "verified": card.verified, "pin": card.pin, "slot": slot}
    slot = slots[request["slot"]]
    if request["do"] == "insert":
        name = request["card"]["name"]
        if name not in cards:
            cards[name] = _made(request["card"])
        slot.insert(cards[name])
    elif request["do"] == "remove":
        slot.remove()
    elif slot.card is not None and request["do"] == "pullAt":
        _pull_at(slot, slot.card, request["instruction"], request["times"])
    return {}


def _pull_at(slot: _Slot, card: PivCard, instruction: int, times: int) -> None:
    seen = 0

    def before(one: int) -> None:
        nonlocal seen
        seen += one == instruction
        if one == instruction and seen == times:
            slot.remove()

    card.before = before


def main() -> None:
    """Plays the cards until the parent is gone: a JSON object a line, in and out."""
    slots = [_Slot(int(sys.argv[1]) + i) for i in range(SLOTS)]
    cards: dict[str, PivCard] = {}
    for line in sys.stdin:
        request = json.loads(line)
        sys.stdout.write(json.dumps({**_do(request, slots, cards), "id": request["id"]}) + "\n")
        sys.stdout.flush()


if __name__ == "__main__":
    main()
