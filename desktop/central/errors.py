"""What can go wrong between here and the central, in four kinds. Knows nothing of ours.

Offline: nobody answered; try again soon. Busy: it asked to be left alone for a while. Refused: it said no, and a
person has to do something. Broken: the answer makes no sense; tell, keep what was being sent, log.
"""

from __future__ import annotations

from typing import ClassVar


class CentralError(Exception):
    """One of the four kinds.

    Attributes:
        kind: "offline", "busy", "refused" or "broken".
        code: why, as a word that presenters turn into a sentence.
        args_: values for that sentence.
        doubtful: something was sent before it failed, and nobody knows whether it arrived.
    """

    kind: ClassVar[str] = "broken"
    doubtful: bool = False

    def __init__(self, code: str, **args: str | int) -> None:
        super().__init__(code)
        self.code = code
        self.args_: dict[str, str | int] = args

    def __str__(self) -> str:
        return f"{self.kind}:{self.code}" + (f" {self.args_}" if self.args_ else "")


class Offline(CentralError):
    """Nobody answered. Codes: unreachable, timeout, cut, nameUnknown."""

    kind = "offline"


class Busy(CentralError):
    """The central asks for patience; ``retry_after`` in seconds, None where it did not say. Codes: busy, rateLimit."""

    kind = "busy"

    def __init__(self, code: str, retry_after: float | None = None, **args: str | int) -> None:
        super().__init__(code, **args)
        self.retry_after = retry_after


class Refused(CentralError):
    """The central said no. Codes: signedOut, forbidden, notFound, signInRefused, signInGivenUp, accountMissing,
    notSecure, tooLarge, requestLimit."""

    kind = "refused"


class Broken(CentralError):
    """The answer makes no sense, or cannot be trusted. Codes: notJson, wrongShape, notTheCentral (a web page instead
    of an answer), serverError, tooLarge, untrusted (TLS), redirected, digestMismatch, status, method."""

    kind = "broken"


class MethodError(Broken):
    """One method of a batch failed (RFC 8620, 3.6.2); ``type`` is the error's own name."""

    def __init__(self, type_: str, method: str) -> None:
        super().__init__("method", type=type_, method=method)
        self.type = type_


class Stopped(Exception):
    """The call was ended from here: not an error of the central's."""
