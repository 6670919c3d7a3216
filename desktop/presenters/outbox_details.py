"""What somebody who helps needs to know of a stuck outbox: identifiers, states and codes, and nothing anybody wrote.

Knows nothing of ours but what it is given.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import UTC, datetime
from importlib import metadata
from typing import Any, Protocol


class Transfer(Protocol):
    """What is told of a file on its way."""

    @property
    def id(self) -> str: ...
    @property
    def upload(self) -> bool: ...
    @property
    def size(self) -> int: ...
    @property
    def done(self) -> int: ...
    @property
    def state(self) -> str: ...
    @property
    def code(self) -> str: ...
    @property
    def act_id(self) -> str: ...


def written(acts: Iterable[Mapping[str, Any]], transfers: Iterable[Transfer], status: Any, now: datetime) -> str:
    """The details as lines of plain text, the same in every language."""
    lines = [f"tacnghiep {_version()} {now.astimezone(UTC):%Y-%m-%dT%H:%M:%SZ}"]
    if status is not None:
        lines.append(
            f"sync {status.kind} code={status.code or '-'} unsent={status.unsent} needs={status.needs} "
            f"at={_moment(status.at)} retry={_moment(status.retry_at)}"
        )
    for one in acts:
        act, reason = one["act"], one.get("reason") or {}
        depends = ",".join(act.get("dependsOn") or ()) or "-"
        lines.append(
            f"act {act['id']} {act['kind']} {act['subjectType']} {act['subjectId']} {one['state']} "
            f"code={reason.get('code') or '-'} attempts={one.get('attempts', 0)} at={act['claimedAt']} on={depends}"
        )
    for file in transfers:
        # The start of a digest tells files apart, and says nothing of what is in them.
        direction, _, digest = file.id.partition(":")
        lines.append(
            f"file {direction} {digest[:12]} {file.done}/{file.size} {file.state} code={file.code or '-'} "
            f"act={file.act_id or '-'}"
        )
    return "\n".join(lines) + "\n"


def _moment(moment: datetime | None) -> str:
    return f"{moment.astimezone(UTC):%Y-%m-%dT%H:%M:%SZ}" if moment is not None else "-"


def _version() -> str:
    try:
        return metadata.version("tacnghiep")
    except metadata.PackageNotFoundError:
        return "?"
