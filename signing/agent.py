"""The process that owns one vendor's PKCS#11 module, so that a bad driver takes only itself down.

Started as ``python -m desktop --agent MODULE`` before Qt is imported (or ``python -m signing.agent MODULE``). Reads
framed JSON on stdin, answers on stdout; ends when its parent does. Every PKCS#11 call happens on the one main thread:
python-pkcs11 initialises modules without locking, two threads would crash them. The PIN passes through and is kept
nowhere. Knows ``driver``, ``readers``, ``frames``, ``limits`` and ``problems``; its other side is ``tokens``.
"""

from __future__ import annotations

import base64
import contextlib
import faulthandler
import os
import queue
import sys
import threading
from collections.abc import Callable, Sequence
from typing import Any, BinaryIO

from pkcs11.exceptions import PKCS11Error

from . import problems, readers
from .driver import Module
from .frames import read_frame, write_frame
from .limits import Bounds, memory_in_use
from .problems import SigningProblem

_LONGEST_CALL = 300.0  # seconds; the parent gives up sooner, this is for the day when there is none
_MEMORY = 1 << 30  # bytes: a driver that leaks ends its own process, not the machine's peace


def _answer(module: Module, request: dict[str, Any]) -> dict[str, Any]:
    operations: dict[str, Callable[[], dict[str, Any]]] = {
        "hello": module.hello,
        "list": module.list,
        "changePin": lambda: module.change_pin(request["serial"], request["old"], request["new"]),
        "login": lambda: module.login(request["serial"], request["pin"]),
        "logout": lambda: module.logout(request["serial"]),
        "sign": lambda: module.sign(
            request["serial"],
            request["certificate"],
            base64.b64decode(request["data"]),
            request["mechanism"],
            request.get("pin"),
            keypad=bool(request.get("keypad")),
        ),
    }
    return operations[request["op"]]()


def _serve(path: str, requests: queue.SimpleQueue[dict[str, Any]], output: BinaryIO, nowhere: BinaryIO) -> None:
    module: Module | None = None
    while True:
        request = requests.get()
        # A driver may hang with Python's lock in its hand, and the thread that watches the parent with it: this clock
        # of faulthandler's needs neither.
        faulthandler.dump_traceback_later(_LONGEST_CALL, exit=True, file=nowhere)
        try:
            module = module or Module(path)
            reply = {"ok": _answer(module, request)}
        except SigningProblem as problem:
            reply = {"error": problem.code, "detail": problem.detail, "args": dict(problem.args_map)}
        except PKCS11Error as error:
            reply = {"error": problems.TokenFailed.code, "detail": type(error).__name__, "args": {}}
        except Exception as error:  # noqa: BLE001 - a module that lies of sizes and counts raises anything
            reply = {"error": problems.ModuleAbsurd.code, "detail": type(error).__name__, "args": {}}
        finally:
            faulthandler.cancel_dump_traceback_later()
        try:
            write_frame(output, {"id": request["id"], "memory": memory_in_use(), **reply})
        except OSError:
            os._exit(0)  # nobody listens any more


def _read(stream: BinaryIO, requests: queue.SimpleQueue[dict[str, Any]]) -> None:
    """On a thread of its own that never touches the module: the parent's end must be seen during a call, too."""
    while (request := read_frame(stream)) is not None:
        requests.put(request)
    os._exit(0)


def main(argv: Sequence[str]) -> int:
    """Runs the agent for the module that is the last argument, or for the card readers where that is ``readers:``.

    Returns only when it could not start.
    """
    names = [one for one in argv if one != "--agent"]
    if len(names) != 1:
        return 2
    if names == [readers.READERS]:
        threading.Thread(target=_until_alone, args=(sys.stdin.buffer,), daemon=True).start()
        readers.serve(sys.stdout.buffer)
        return 0
    return _own(names[0])


def _until_alone(stream: BinaryIO) -> None:
    stream.read()
    os._exit(0)


def _own(path: str) -> int:
    with contextlib.suppress(OSError):  # where the system bounds nothing, the parent still looks at what is used
        Bounds().arm(_MEMORY, None, reserved=False)
    # Vendors' modules print; their words must not fall between the frames.
    output = os.fdopen(os.dup(sys.stdout.fileno()), "wb")
    requests: queue.SimpleQueue[dict[str, Any]] = queue.SimpleQueue()
    with open(os.devnull, "wb") as nowhere:
        os.dup2(nowhere.fileno(), sys.stdout.fileno())
        threading.Thread(target=_read, args=(sys.stdin.buffer, requests), daemon=True).start()
        _serve(path, requests, output, nowhere)
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
