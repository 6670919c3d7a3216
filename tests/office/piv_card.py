"""A PIV card in software (NIST SP 800-73-4, as far as opensc-pkcs11 asks): keys, certificates, a PIN that locks.

The applet alone: command bytes in, answer bytes out. What it is stuck into is ``card_reader``. Knows ``cryptography``.
"""

from __future__ import annotations

import threading
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field

from cryptography.hazmat.primitives.asymmetric import ec, rsa
from cryptography.hazmat.primitives.asymmetric.utils import Prehashed
from cryptography.hazmat.primitives.hashes import SHA256

AID = bytes.fromhex("a000000308000010000100")
# Historical bytes name the PIV application, by which OpenSC knows a card that keeps to the standard.
_HISTORICAL = b"\x80\xfb" + AID
_ATR_BODY = bytes([0x80 | len(_HISTORICAL), 0x80, 0x01]) + _HISTORICAL

CERTIFICATES: Mapping[str, bytes] = {
    "9a": bytes.fromhex("5fc105"),
    "9c": bytes.fromhex("5fc10a"),
    "9d": bytes.fromhex("5fc10b"),
    "9e": bytes.fromhex("5fc101"),
}
"""Data objects of the certificates, by key reference (SP 800-73-4 part 1, table 3)."""

ALWAYS = 0x9C
"""The digital signature key: the PIN is verified right before each use (SP 800-73-4 part 1, table 4b)."""

OK, NOT_FOUND, NOT_SATISFIED, BLOCKED, WRONG_DATA, WRONG_LENGTH, NO_INSTRUCTION, NO_REFERENCE = (
    0x9000, 0x6A82, 0x6982, 0x6983, 0x6A80, 0x6700, 0x6D00, 0x6A88,
)  # fmt: skip
VERIFY, CHANGE, GET_DATA, AUTHENTICATE, SELECT, GET_RESPONSE = 0x20, 0x24, 0xCB, 0x87, 0xA4, 0xC0


def atr() -> bytes:
    """The answer to reset."""
    check = 0
    for byte in _ATR_BODY:
        check ^= byte
    return b"\x3b" + _ATR_BODY + bytes([check])


@dataclass
class CardKey:
    """A private key in its place, and the certificate that lies beside it."""

    private: rsa.RSAPrivateKey | ec.EllipticCurvePrivateKey | None
    certificate: bytes


@dataclass
class PivCard:
    """The applet and its state, which outlives being pulled out.

    Attributes:
        keys: by reference, "9a", "9c", "9d", "9e"; 9c asks for the PIN each time.
        pin: six to eight digits.
        tries: wrong tries until it locks.
        delay: seconds that a signature takes.
        guid: sixteen bytes that become the token's serial number.
        signed, verified: how many signatures were made, how often a PIN was sent.
        before: called with each instruction before it is carried out.
        pause: waits out the delay; ends sooner, and True, where the card is pulled out.
    """

    keys: dict[str, CardKey]
    guid: bytes
    pin: str = "123456"
    tries: int = 3
    delay: float = 0.0
    before: Callable[[int], None] = lambda instruction: None
    pause: Callable[[float], bool] = field(default_factory=lambda: threading.Event().wait)
    left: int = -1
    signed: int = 0
    verified: int = 0
    _known: bool = False
    _fresh: bool = False  # the PIN was verified by the command right before this one
    _chain: bytearray = field(default_factory=bytearray)
    _rest: bytes = b""

    def __post_init__(self) -> None:
        if self.left < 0:
            self.left = self.tries

    def reset(self) -> None:
        """Power off: logged out."""
        self._known = self._fresh = False
        self._chain.clear()
        self._rest = b""

    def transmit(self, command: bytes) -> bytes:
        """Carries out one command; the answer ends with its status word."""
        if len(command) < 4:
            return _status(WRONG_LENGTH)
        kind, instruction, first, second = command[:4]
        data = _body(command)
        if instruction == GET_RESPONSE:
            return self._part(_expected(command))
        if kind & 0x10:
            self._chain += data
            return _status(OK)
        data, self._chain = bytes(self._chain) + data, bytearray()
        self.before(instruction)
        fresh, self._fresh = self._fresh, False
        match instruction:
            case 0xA4:
                return self._select(data)
            case 0xCB:
                return self._answer(self._object(data), _expected(command))
            case 0x20:
                return self._verify(first, second, data)
            case 0x24:
                return self._change(second, data)
            case 0x87:
                return self._authenticate(second, data, fresh)
        return _status(NO_INSTRUCTION)

    # -- what it holds

    def _select(self, data: bytes) -> bytes:
        if not AID.startswith(data) or len(data) < 9:
            return _status(NOT_FOUND)
        return _tlv(0x61, _tlv(0x4F, AID[5:]) + _tlv(0x79, _tlv(0x4F, AID[:5]))) + _status(OK)

    def _object(self, data: bytes) -> bytes | None:
        tags = {b"\x5c\x01\x7e": _tlv(0x7E, _tlv(0x4F, AID) + b"\x5f\x2f\x02\x40\x00")}
        # Card holder's identifier: an agency code of 9999 says that the GUID is the serial number.
        fascn = bytes.fromhex("d4e739da739ced39ce739da1685a1082108ce73984108257fc")
        holder = _tlv(0x30, fascn) + _tlv(0x34, self.guid) + _tlv(0x35, b"20991231") + b"\x3e\x00\xfe\x00"
        tags[b"\x5c\x03\x5f\xc1\x02"] = _tlv(0x53, holder)
        for reference, key in self.keys.items():
            content = _tlv(0x70, key.certificate) + b"\x71\x01\x00\xfe\x00"
            tags[b"\x5c\x03" + CERTIFICATES[reference]] = _tlv(0x53, content)
        return tags.get(data)

    def _answer(self, content: bytes | None, expected: int = 256) -> bytes:
        if content is None:
            return _status(NOT_FOUND)
        self._rest = content
        return self._part(expected)

    def _part(self, expected: int) -> bytes:
        part, self._rest = self._rest[:expected], self._rest[expected:]
        if self._rest:
            return part + bytes([0x61, min(len(self._rest), 255)])
        return part + _status(OK)

    # -- the PIN

    def _verify(self, first: int, reference: int, data: bytes) -> bytes:
        if reference != 0x80:
            return _status(NO_REFERENCE)
        if first == 0xFF:
            self._known = False
            return _status(OK)
        if not data:
            return _status(OK) if self._known else self._tries_left()
        wrong = self._refuse(data)
        self._known = self._fresh = wrong is None
        return wrong or _status(OK)

    def _change(self, reference: int, data: bytes) -> bytes:
        if reference != 0x80 or len(data) != 16:
            return _status(NO_REFERENCE)
        new = data[8:].rstrip(b"\xff")
        if not new.isdigit() or len(new) < 6:
            return _status(WRONG_DATA)
        wrong = self._refuse(data[:8])
        self._known = wrong is None
        if wrong is None:
            self.pin = new.decode()
        return wrong or _status(OK)

    def _refuse(self, given: bytes) -> bytes | None:
        self.verified += 1
        if self.left == 0:
            return _status(BLOCKED)
        if given != self.pin.encode().ljust(8, b"\xff"):
            self.left -= 1
            return self._tries_left()
        self.left = self.tries
        return None

    def _tries_left(self) -> bytes:
        return _status(BLOCKED if self.left == 0 else 0x63C0 | self.left)

    # -- the keys

    def _authenticate(self, reference: int, data: bytes, fresh: bool) -> bytes:
        key = self.keys.get(f"{reference:02x}")
        if key is None or key.private is None:
            return _status(NO_REFERENCE)
        if not (fresh if reference == ALWAYS else self._known):
            return _status(NOT_SATISFIED)
        challenge = _challenge(data)
        if challenge is None:
            return _status(WRONG_DATA)
        if isinstance(key.private, rsa.RSAPrivateKey):
            numbers = key.private.private_numbers()
            size = key.private.key_size // 8
            made = _raw(numbers, int.from_bytes(challenge, "big")).to_bytes(size, "big")
        else:
            made = key.private.sign(challenge, ec.ECDSA(Prehashed(SHA256())))
        if self.delay and self.pause(self.delay):
            return b""
        self.signed += 1
        return self._answer(_tlv(0x7C, _tlv(0x82, made)))


def _raw(numbers: rsa.RSAPrivateNumbers, value: int) -> int:
    """RSA on a padded block, by the Chinese remainder: a card gets its padding from the driver."""
    first = pow(value % numbers.p, numbers.dmp1, numbers.p)
    second = pow(value % numbers.q, numbers.dmq1, numbers.q)
    return second + numbers.q * ((numbers.iqmp * (first - second)) % numbers.p)


def _challenge(data: bytes) -> bytes | None:
    """The block to sign, out of a dynamic authentication template."""
    outer = _read(data, 0x7C)
    while outer:
        tag, value, outer = outer[0], *_value(outer)
        if tag == 0x81:
            return value
    return None


def _read(data: bytes, tag: int) -> bytes:
    return _value(data)[0] if data[:1] == bytes([tag]) else b""


def _value(data: bytes) -> tuple[bytes, bytes]:
    length, start = data[1], 2
    if length & 0x80:
        start += length & 0x7F
        length = int.from_bytes(data[2:start], "big")
    return data[start : start + length], data[start + length :]


def _body(command: bytes) -> bytes:
    """The data of a short or extended command."""
    if len(command) <= 5:
        return b""
    if command[4]:
        return command[5 : 5 + command[4]]
    if len(command) <= 7:
        return b""
    return command[7 : 7 + int.from_bytes(command[5:7], "big")]


def _expected(command: bytes) -> int:
    """How many bytes a short command wants back."""
    given = command[-1] if len(command) == 5 or (len(command) > 5 and len(command) == 6 + command[4]) else 0
    return given or 256


def _tlv(tag: int, value: bytes) -> bytes:
    size = len(value)
    length = (
        bytes([size]) if size < 0x80 else bytes([0x81, size]) if size < 0x100 else b"\x82" + size.to_bytes(2, "big")
    )
    return bytes([tag]) + length + value


def _status(word: int) -> bytes:
    return word.to_bytes(2, "big")
