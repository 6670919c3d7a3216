"""Validation in child processes with a bound on time and memory: files come from outside, parsers have holes.

``Judges`` is the parent's side: a few children kept warm, each given one file at a time, each file with its own time
and memory. A child that was ended, or that met a file it could make nothing of, judges no other; every child is
renewed after some files. ``python -m signing.judging`` is the child's side. Files go through pipes, never to the disk.
Knows ``validation`` (in the child only), ``children``, ``crash_dumps``, ``limits``, ``frames``, ``trust``
and ``answers``.
"""

from __future__ import annotations

import struct
import subprocess
import sys
import threading
from collections import deque
from collections.abc import Callable, Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import IO, Any

from .answers import Answer, Answers
from .children import Child
from .frames import read_frame, write_frame
from .reasons import Reason
from .trust import Trust
from .verdict import INVALID, UNKNOWN, Verdict

TIMEOUT = 90.0  # seconds
MEMORY = 1536 * 1024 * 1024  # bytes
LARGEST = 600 * 1024 * 1024  # bytes of a file
IDLE = 120.0  # seconds after which a child with nothing to do is let go
RENEWED_AFTER = 40  # files
_LARGE = 32 * 1024 * 1024  # a file after which a child has grown too much to be kept
_COMMAND = (sys.executable, "-m", "signing.judging")
_ODD = frozenset({"notJudged", "pdfUnreadable", "signatureUnreadable", "looksNotCompared", "tookTooLong"})
_TAIL = 4000  # characters of what a child says when it ends


@dataclass(frozen=True)
class Limits:
    """What one file may take.

    Attributes:
        timeout: seconds until the child is ended and the file is "unknown".
        memory: bytes that the child may take.
    """

    timeout: float = TIMEOUT
    memory: int = MEMORY


def in_subprocess(
    source: bytes | Path,
    trust: Trust | Path | None,
    timeout: float = TIMEOUT,
    memory: int = MEMORY,
    *,
    online: bool = True,
    at: datetime | None = None,
    command: Sequence[str] = _COMMAND,
) -> Verdict:
    """Judges a single file in a child of its own. Waits for it: call it on a lane.

    Args:
        source: the file or its path.
        trust: the office's roots, or the directory where they lie; None trusts nobody.
        timeout: seconds until the child is ended and the file is "unknown".
        memory: bytes that the child may take.
        online: whether revocation may be asked over the network.
        at: the moment to judge at, now when None.
        command: how to start the child.

    Raises:
        OSError: the path cannot be read, or no process can be started.
    """
    with Judges(size=1, command=command) as judges:
        return judges.judge(source, trust, Limits(timeout, memory), online=online, at=at)


class Judges:
    """A few children, started when they are first needed. May be called from several threads.

    Attributes:
        answers: revocation answers that the children learned, given to those that come after.

    Args:
        size: how many children there may be; who comes when all are busy waits.
        renewed_after: files after which a child makes room for another.
        idle: seconds after which children with nothing to do are let go.
        command: how to start a child.
        learned: called with new answers, on the caller's thread of ``judge``.
    """

    def __init__(
        self,
        size: int = 2,
        *,
        answers: Answers | None = None,
        renewed_after: int = RENEWED_AFTER,
        idle: float = IDLE,
        command: Sequence[str] = _COMMAND,
        learned: Callable[[Sequence[Answer]], object] = lambda _: None,
    ) -> None:
        self.answers = answers if answers is not None else Answers()
        self._size = size
        self._renewed_after = renewed_after
        self._rest = idle
        self._command = command
        self._learned = learned
        self._free = threading.Condition()
        self._idle: list[_Child] = []
        self._busy: set[_Child] = set()
        self._closed = False
        self._reaper: threading.Timer | None = None

    def __enter__(self) -> Judges:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    def judge(
        self,
        source: bytes | Path,
        trust: Trust | Path | None,
        limits: Limits | None = None,
        *,
        online: bool = True,
        at: datetime | None = None,
    ) -> Verdict:
        """Judges a file in a child process; waits for its turn and for the answer.

        Raises:
            OSError: the path cannot be read, or no process can be started.
        """
        size = len(source) if isinstance(source, bytes) else source.stat().st_size
        if size > LARGEST:
            return Verdict(UNKNOWN, reasons=(Reason("fileTooLarge", {"megabytes": size // 1_000_000}),))
        pdf = source if isinstance(source, bytes) else source.read_bytes()
        trusted = Trust.from_directory(trust) if isinstance(trust, Path) else trust or Trust(online=False)
        child = self._take()
        keep = False
        try:
            verdict, learned = child.judge(pdf, trusted, limits or Limits(), self.answers, online=online, at=at)
            keep = child.alive and _understood(verdict) and len(pdf) <= _LARGE
        finally:
            self._give_back(child, keep=keep)
        fresh = self.answers.add(learned)
        if fresh:
            self._learned(fresh)
        return verdict

    def close(self) -> None:
        """Ends every child; a file that is being judged is then "unknown"."""
        with self._free:
            self._closed = True
            children = [*self._idle, *self._busy]
            self._idle.clear()
            if self._reaper is not None:
                self._reaper.cancel()
            self._free.notify_all()
        for child in children:
            child.end()

    @property
    def children(self) -> tuple[int, ...]:
        """Process identifiers of the children there are."""
        with self._free:
            return tuple(sorted(one.pid for one in (*self._idle, *self._busy)))

    def _take(self) -> _Child:
        with self._free:
            while not self._closed and not self._idle and len(self._busy) >= self._size:
                self._free.wait()
            child = self._idle.pop() if self._idle and not self._closed else None
            if child is None or not child.alive:
                if child is not None:
                    child.end()
                child = _Child(self._command)
            if self._closed:
                child.end()
            self._busy.add(child)
            return child

    def _give_back(self, child: _Child, *, keep: bool) -> None:
        with self._free:
            self._busy.discard(child)
            keep = keep and not self._closed and child.judged < self._renewed_after
            if keep:
                self._idle.append(child)
                self._let_go_later()
            self._free.notify()
        if not keep:
            child.end()

    def _let_go_later(self) -> None:
        if self._reaper is not None:
            self._reaper.cancel()
        self._reaper = threading.Timer(self._rest, self._let_go)
        self._reaper.daemon = True
        self._reaper.start()

    def _let_go(self) -> None:
        with self._free:
            children, self._idle = self._idle, []
        for child in children:
            child.end()


def _understood(verdict: Verdict) -> bool:
    """Whether the child may judge another file: one that met something broken on purpose may be broken by it."""
    return verdict.verdict != INVALID and not any(reason.code in _ODD for reason in verdict.all_reasons())


class _Child:
    """One child process and what it has been told."""

    def __init__(self, command: Sequence[str]) -> None:
        self._process = Child(
            command,
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
        )
        self.judged = 0
        self._told = 0  # how many of the answers it has been given
        self._late = False
        self._tail: deque[bytes] = deque(maxlen=40)
        self._listener = threading.Thread(target=self._listen, name="judge-errors", daemon=True)
        self._listener.start()

    @property
    def pid(self) -> int:
        return self._process.pid

    @property
    def alive(self) -> bool:
        return self._process.poll() is None

    def judge(
        self, pdf: bytes, trust: Trust, limits: Limits, answers: Answers, *, online: bool, at: datetime | None
    ) -> tuple[Verdict, tuple[Answer, ...]]:
        """The verdict and the revocation answers that were learned on the way."""
        told, self._told = self._told, answers.count
        request = {
            "trust": trust.to_json(),
            "online": online and trust.online,
            "at": at.isoformat() if at else None,
            "timeout": limits.timeout,
            "memory": limits.memory,
            "answers": [one.to_json() for one in answers.since(told)],
        }
        guard = threading.Timer(limits.timeout, self._too_late)
        guard.daemon = True
        guard.start()
        answer: Mapping[str, Any] | None = None
        try:
            stdin, stdout = self._streams()
            write_frame(stdin, request)
            stdin.write(struct.pack(">Q", len(pdf)))
            stdin.write(pdf)
            stdin.flush()
            answer = read_frame(stdout)
        except (OSError, ValueError):  # the child is gone, or was ended meanwhile
            answer = None
        finally:
            guard.cancel()
        self.judged += 1
        if self._late:
            return Verdict(UNKNOWN, reasons=(Reason("tookTooLong", {"seconds": int(limits.timeout)}),)), ()
        try:
            assert answer is not None
            return Verdict.from_json(answer["verdict"]), tuple(Answer.from_json(one) for one in answer["learned"])
        except (ValueError, KeyError, TypeError, AssertionError):
            return self._failed(), ()

    def end(self) -> None:
        """Ends the process and waits for it."""
        with suppress(OSError):
            self._process.kill()
        self._process.wait()
        self._listener.join(1.0)
        # What it says on its third stream is closed by whoever listens there: to close a stream in which another thread
        # waits is to wait for that thread, and a process that inherited the stream may keep it open for good.
        for stream in (self._process.stdin, self._process.stdout):
            if stream is not None:
                with suppress(OSError, ValueError):
                    stream.close()

    def _streams(self) -> tuple[IO[bytes], IO[bytes]]:
        stdin, stdout = self._process.stdin, self._process.stdout
        assert stdin is not None
        assert stdout is not None
        return stdin, stdout

    def _too_late(self) -> None:
        self._late = True
        with suppress(OSError):
            self._process.kill()

    def _failed(self) -> Verdict:
        with suppress(OSError):
            self._process.kill()
        code = self._process.wait()
        self._listener.join(1.0)
        report = f"exit {code}\n" + b"".join(self._tail).decode("utf-8", "replace")[-_TAIL:]
        return Verdict(UNKNOWN, reasons=(Reason("notJudged", {"detail": f"exit {code}"}),), report=report)

    def _listen(self) -> None:
        """Keeps the end of what the child says, so that its pipe never fills up."""
        stream = self._process.stderr
        assert stream is not None
        with suppress(OSError, ValueError), stream:
            for line in stream:
                self._tail.append(line[:500])


# -- the child ---------------------------------------------------------------------------------------------------


def main() -> int:
    """The child: judges what comes until nothing does."""
    import logging

    from . import validation
    from .crash_dumps import keep_memory_out
    from .limits import Bounds

    keep_memory_out()

    logging.disable(logging.CRITICAL)  # pyHanko's words would be about the document's inside
    stdin, stdout = sys.stdin.buffer, sys.stdout.buffer
    answers, bounds = Answers(), Bounds()
    while (request := read_frame(stdin)) is not None:
        bounds.arm(int(request["memory"]), int(request["timeout"]) + 5)
        answers.add(Answer.from_json(one) for one in request["answers"])
        try:
            found = _judge(request, stdin, answers, validation.validate)
        except MemoryError:
            return 1  # in the middle of the file, perhaps: nothing that follows could be told apart from it
        write_frame(stdout, {"verdict": found.to_json(), "learned": [one.to_json() for one in answers.learned()]})
    return 0


def _judge(request: Mapping[str, Any], stdin: IO[bytes], answers: Answers, validate: Callable[..., Verdict]) -> Verdict:
    (size,) = struct.unpack(">Q", stdin.read(8))
    pdf = stdin.read(size)
    trust = Trust.from_json(request["trust"], online=bool(request["online"]), answers=answers)
    at = datetime.fromisoformat(request["at"]) if request["at"] else None
    return validate(pdf, trust, at=at, comparing=min(40.0, float(request["timeout"]) * 0.6))


if __name__ == "__main__":
    sys.exit(main())
