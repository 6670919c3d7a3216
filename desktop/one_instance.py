"""One program for one person's folder: the first start holds it, and every other hands over what it was asked for.

A lock in the folder says who is first; the system gives it back when the holder dies. Beside it stands a note that
only this person can read: the name of a pipe (Windows) or socket that nobody can guess, and the secret that both sides
prove to know. So another user of the machine can neither stand in the way nor be heard. Knows the request and Qt.
"""

from __future__ import annotations

import logging
import os
import secrets
import time
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, Literal

from PySide6.QtCore import QObject, QTimer, Signal, Slot

from desktop import foreground, start_request
from desktop.fence import Held, Note, note_in, take
from desktop.start_request import BadMessage, StartRequest

if TYPE_CHECKING:
    from PySide6.QtNetwork import QLocalServer, QLocalSocket

# The standard library's own: the first window waits for this.
log = logging.getLogger(__name__)

PATIENCE = 15.0
"""Seconds for the first one to come up, or to end."""
ANSWER = 6.0
"""Seconds for it to answer, once it is reached: it may be reading what it stands on."""
READING = 3_000
"""Milliseconds for a request to come whole."""
MOST_AT_ONCE = 16
"""Connections."""
TOLD_AGAIN = 20_000
"""Milliseconds until it is tried again to say how we are reached: a disk that was full may have room by then."""

_NOTED = frozenset(10**power for power in range(9))

Why = Literal["taken", "silent", "elsewhere"]
"""The first one has taken it over; it does not answer; it runs in another login on this machine."""


def enter(folder: Path, request: StartRequest, *, patience: float = PATIENCE, answer: float = ANSWER) -> Held | Why:
    """Be the first one, or hand the request to whoever is. Waits; needs a Qt application.

    Args:
        patience: seconds for another one to come up, or to end.
        answer: seconds for it to answer.

    Raises:
        OSError: the folder cannot be used.
    """
    until = time.monotonic() + patience
    while True:
        held = take(folder)
        if held is not None:
            return held
        note = note_in(folder)
        if note is not None and note.login != foreground.login():
            return "elsewhere"
        if note is not None:
            foreground.give_way(note.pid)
            said = _hand_over(note, request, answer)
            if said is not None:
                return said
        if time.monotonic() >= until:
            return "silent"
        time.sleep(0.05)


def _hand_over(note: Note, request: StartRequest, answer: float) -> Literal["taken", "silent"] | None:
    """None where nobody listens there: it has just ended, or is about to listen."""
    for part in request.parts():
        said = _ask(note, part, answer)
        if said != "taken":
            return said
    return "taken"


def _ask(note: Note, request: StartRequest, answer: float) -> Literal["taken", "silent"] | None:
    from PySide6.QtNetwork import QLocalSocket

    until = time.monotonic() + answer
    socket = QLocalSocket()
    socket.connectToServer(note.name)
    if not socket.waitForConnected(1000):
        return None
    line, nonce = start_request.ask(request, note.secret)
    socket.write(line)
    socket.flush()
    said = b""
    while not said.endswith(b"\n") and len(said) < 1024:
        left = int((until - time.monotonic()) * 1000)
        if left <= 0:
            return "silent"
        if not socket.bytesAvailable() and not socket.waitForReadyRead(left):
            gone = socket.state() == QLocalSocket.LocalSocketState.UnconnectedState
            return None if gone and not said else "silent"
        said += socket.read(1024 - len(said)).data()
    socket.disconnectFromServer()
    return "taken" if start_request.is_answer(said, nonce, note.secret) else "silent"


class Door(QObject):
    """Where other starts knock.

    Args:
        held: the folder that is ours.
        asked: told of each request, on the window's thread.
    """

    def __init__(self, held: Held, asked: Callable[[StartRequest], object]) -> None:
        super().__init__()
        from PySide6.QtNetwork import QLocalServer

        self._held = held
        self._asked = asked
        self._callers: set[_Caller] = set()
        self._refused = 0
        self._note = Note(
            os.getpid(), f"tacnghiep-{secrets.token_hex(16)}", secrets.token_bytes(32), foreground.login()
        )
        self._again = QTimer(self)
        self._again.setInterval(TOLD_AGAIN)
        self._again.timeout.connect(self._tell)
        self._server: QLocalServer = QLocalServer(self)
        self._server.setSocketOptions(QLocalServer.SocketOption.UserAccessOption)
        self._server.setMaxPendingConnections(MOST_AT_ONCE)
        self._server.newConnection.connect(self._come)
        if held.left:
            QLocalServer.removeServer(held.left)
        if not self._server.listen(self._note.name):
            log.warning("instance.not_listening: %s", self._server.errorString())
            return
        self._tell()

    @Slot()
    def _tell(self) -> None:
        """Say how we are reached, as soon as it can be written down."""
        try:
            self._held.write(self._note)
        except OSError as error:
            if not self._again.isActive():
                log.warning("instance.not_told: %s", type(error).__name__)
                self._again.start()
        else:
            self._again.stop()

    def close(self) -> None:
        """Hear nobody any more. The folder stays ours: the next one comes in when it is released."""
        self._again.stop()
        self._held.forget()
        self._server.close()
        for caller in list(self._callers):
            caller.hang_up()

    @property
    def callers(self) -> int:
        """How many are being heard."""
        return len(self._callers)

    @Slot()
    def _come(self) -> None:
        while (socket := self._server.nextPendingConnection()) is not None:
            caller = _Caller(socket, self._note.secret, self)
            if len(self._callers) >= MOST_AT_ONCE:
                caller.hang_up()
                continue
            self._callers.add(caller)
            caller.asks.connect(self._hear)
            caller.gone.connect(self._gone)
            caller.refused.connect(self._refuse)
            caller.read()

    @Slot(object)
    def _hear(self, request: StartRequest) -> None:
        self._asked(request)

    @Slot()
    def _refuse(self) -> None:
        # Whoever knocks without end must not wash away what else the log says.
        self._refused += 1
        if self._refused in _NOTED:
            log.info("instance.refused: %d", self._refused)

    @Slot(object)
    def _gone(self, caller: _Caller) -> None:
        self._callers.discard(caller)


class _Caller(QObject):
    """One start that knocks: a line, an answer, and no more. It does not know the door: it may outlive it.

    Signals:
        asks(StartRequest): what it asks for; it has its answer already.
        gone(_Caller): it has hung up.
        refused(): what it said is nothing of ours.
    """

    asks = Signal(object)
    gone = Signal(object)
    refused = Signal()

    def __init__(self, socket: QLocalSocket, secret: bytes, parent: QObject) -> None:
        super().__init__(parent)
        self._secret = secret
        self._socket = socket
        socket.setParent(self)
        socket.setReadBufferSize(start_request.MOST_BYTES + 1)
        socket.readyRead.connect(self.read)
        socket.disconnected.connect(self._left)
        self._late = QTimer(self)
        self._late.setSingleShot(True)
        self._late.timeout.connect(self.hang_up)
        self._late.start(READING)

    @Slot()
    def read(self) -> None:
        """Something has come."""
        socket = self._socket
        if not socket.canReadLine():
            if socket.bytesAvailable() > start_request.MOST_BYTES:
                self._refuse()
            return
        line = bytes(socket.readLine(start_request.MOST_BYTES + 1).data())
        try:
            request, nonce = start_request.heard(line, self._secret)
        except BadMessage:
            self._refuse()
            return
        socket.write(start_request.answer(nonce, self._secret))
        socket.flush()
        self.asks.emit(request)

    def _refuse(self) -> None:
        self.refused.emit()
        # Not within its own reading: Qt is still at work on it.
        self._late.start(0)

    @Slot()
    def hang_up(self) -> None:
        """End it, from this side."""
        if self._socket.state() != self._socket.LocalSocketState.UnconnectedState:
            self._socket.abort()
        self._left()

    @Slot()
    def _left(self) -> None:
        self._late.stop()
        self.gone.emit(self)
        self.deleteLater()
