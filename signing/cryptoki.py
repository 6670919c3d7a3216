"""The few PKCS#11 calls that python-pkcs11 lacks: the length of a PIN, and what is entered on the token's own keypad.

Through the same library that python-pkcs11 has loaded, in the agent's process and on its one thread. Knows ctypes and
python-pkcs11's errors.
"""

from __future__ import annotations

import ctypes
import sys
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from pkcs11 import exceptions

_Ulong = ctypes.c_ulong
_PACK = 1 if sys.platform == "win32" else 8
# Places in CK_FUNCTION_LIST, after the version (PKCS#11 2.40, pkcs11f.h).
_TOKEN_INFO, _SET_PIN, _LOGIN, _SIGN_INIT, _SIGN = 6, 11, 18, 42, 43
_LONGEST_SIGNATURE = 2048
CONTEXT_SPECIFIC = 2

_ERRORS: dict[int, type[exceptions.PKCS11Error]] = {
    0x02: exceptions.HostMemory, 0x03: exceptions.SlotIDInvalid, 0x05: exceptions.GeneralError,
    0x06: exceptions.FunctionFailed, 0x07: exceptions.ArgumentsBad, 0x30: exceptions.DeviceError,
    0x31: exceptions.DeviceMemory, 0x32: exceptions.DeviceRemoved, 0x50: exceptions.FunctionCancelled,
    0x54: exceptions.FunctionNotSupported, 0x60: exceptions.KeyHandleInvalid, 0x70: exceptions.MechanismInvalid,
    0x71: exceptions.MechanismParamInvalid, 0x90: exceptions.OperationActive, 0xA0: exceptions.PinIncorrect,
    0xA1: exceptions.PinInvalid, 0xA2: exceptions.PinLenRange, 0xA3: exceptions.PinExpired,
    0xA4: exceptions.PinLocked, 0xB0: exceptions.SessionClosed, 0xB3: exceptions.SessionHandleInvalid,
    0xB5: exceptions.SessionReadOnly, 0xE0: exceptions.TokenNotPresent, 0xE2: exceptions.TokenWriteProtected,
    0x100: exceptions.UserAlreadyLoggedIn, 0x101: exceptions.UserNotLoggedIn,
    0x102: exceptions.UserPinNotInitialized, 0x200: exceptions.FunctionRejected,
}  # fmt: skip


class _TokenInfo(ctypes.Structure):
    if sys.platform == "win32":
        _pack_ = 1
    _fields_ = (
        ("names", ctypes.c_ubyte * 96),
        ("flags", _Ulong),
        ("sessions", _Ulong * 4),
        ("longest_pin", _Ulong),
        ("shortest_pin", _Ulong),
        ("memory", _Ulong * 4),
        ("versions", ctypes.c_ubyte * 4),
        ("time", ctypes.c_char * 16),
    )


class _Mechanism(ctypes.Structure):
    if sys.platform == "win32":
        _pack_ = 1
    _fields_ = (("mechanism", _Ulong), ("parameter", ctypes.c_void_p), ("length", _Ulong))


class PssParameters(ctypes.Structure):
    """CK_RSA_PKCS_PSS_PARAMS."""

    if sys.platform == "win32":
        _pack_ = 1
    _fields_ = (("hash", _Ulong), ("mask", _Ulong), ("salt", _Ulong))


@dataclass(frozen=True)
class PinLengths:
    """How long a token's PIN may be, in bytes; 0 where the token says nothing of use."""

    least: int
    most: int


class Cryptoki:
    """A module's functions, by their places in its list.

    Raises (on every call): the error of ``pkcs11.exceptions`` that the module answered with.
    """

    def __init__(self, path: str) -> None:
        """Raises OSError or AttributeError: no module."""
        self._library = ctypes.CDLL(path)
        listed = ctypes.c_void_p()
        _check(self._library.C_GetFunctionList(ctypes.byref(listed)))
        self._list = listed.value or 0

    def pin_lengths(self, slot: int) -> PinLengths:
        """What the token says of its PIN's length; nonsense is taken for nothing said."""
        info = _TokenInfo()
        self._call(_TOKEN_INFO, _Ulong(slot), ctypes.byref(info))
        least, most = int(info.shortest_pin), int(info.longest_pin)
        if least > 64:
            least = 0
        return PinLengths(least, most if least <= most <= 255 and most else 0)

    def change_pin_on_keypad(self, session: int) -> None:
        """Has the token ask for the old PIN and the new one on its own keypad."""
        self._call(_SET_PIN, _Ulong(session), None, _Ulong(0), None, _Ulong(0))

    def sign_by_keypad(
        self, session: int, key: int, mechanism: int, data: bytes, parameters: PssParameters | None = None
    ) -> bytes:
        """One signature of a key that asks each time, the PIN entered on the token's own keypad."""
        given = _Mechanism(mechanism, None, 0)
        if parameters is not None:
            given.parameter = ctypes.cast(ctypes.pointer(parameters), ctypes.c_void_p)
            given.length = ctypes.sizeof(parameters)
        self._call(_SIGN_INIT, _Ulong(session), ctypes.byref(given), _Ulong(key))
        self._call(_LOGIN, _Ulong(session), _Ulong(CONTEXT_SPECIFIC), None, _Ulong(0))
        made, length = ctypes.create_string_buffer(_LONGEST_SIGNATURE), _Ulong(_LONGEST_SIGNATURE)
        self._call(_SIGN, _Ulong(session), data, _Ulong(len(data)), made, ctypes.byref(length))
        return made.raw[: min(length.value, _LONGEST_SIGNATURE)]

    def _call(self, place: int, *arguments: Any) -> None:
        start = 2 if _PACK == 1 else 8
        address = ctypes.c_void_p.from_address(self._list + start + place * ctypes.sizeof(ctypes.c_void_p)).value
        if not address:
            raise exceptions.FunctionNotSupported
        function: Callable[..., int] = ctypes.CFUNCTYPE(_Ulong)(address)
        _check(function(*arguments))


def _check(answer: int) -> None:
    if answer:
        raise _ERRORS.get(answer & 0xFFFFFFFF, exceptions.PKCS11Error)()
