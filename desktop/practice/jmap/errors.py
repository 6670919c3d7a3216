"""What can go wrong in a JMAP request, as RFC 8620 (3.6) names it. Knows nothing of ours."""

from __future__ import annotations

from typing import Any

_PREFIX = "urn:ietf:params:jmap:error:"


class RequestError(Exception):
    """The whole request is refused: an RFC 7807 problem document.

    Attributes:
        type: ``unknownCapability``, ``notJSON``, ``notRequest`` or ``limit``.
        status: the HTTP status.
    """

    def __init__(self, type_: str, detail: str, *, status: int = 400, limit: str | None = None) -> None:
        super().__init__(type_, detail)
        self.type = type_
        self.detail = detail
        self.status = status
        self.limit = limit

    def problem(self) -> dict[str, Any]:
        found: dict[str, Any] = {"type": _PREFIX + self.type, "status": self.status, "detail": self.detail}
        if self.limit:
            found["limit"] = self.limit
        return found


class MethodError(Exception):
    """One method call is refused; the others of its request go on.

    Attributes:
        type: ``unknownMethod``, ``invalidArguments``, ``invalidResultReference``, ``forbidden``, ``accountNotFound``,
            ``requestTooLarge``, ``stateMismatch``, ``cannotCalculateChanges``, ``anchorNotFound``, ``unsupportedSort``,
            ``unsupportedFilter``, ``serverFail``.
    """

    def __init__(self, type_: str, description: str = "", **extra: Any) -> None:
        super().__init__(type_, description)
        self.type = type_
        self.description = description
        self.extra = extra

    def arguments(self) -> dict[str, Any]:
        found: dict[str, Any] = {"type": self.type, **self.extra}
        if self.description:
            found["description"] = self.description
        return found
