"""What presenters need of the workplace, in small pieces that each of them puts together. Knows
office, and what the journal of signing holds.

A presenter names its pieces, so that a test can stand in for just these, and nobody reaches for more.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import timedelta
from typing import Any, Protocol

from desktop.office.documents import FileRef
from desktop.office.people import Me
from desktop.session.journal import JournalItem, Mark
from local_cache import BatchItem, SigningBatch

Object = dict[str, Any]


class Clocked(Protocol):
    """The central's time, as an offset from this machine's."""

    @property
    def clock_offset(self) -> timedelta: ...


class Told(Protocol):
    """Tells which types have changed."""

    def subscribe(self, callback: Callable[[frozenset[str]], None], /) -> Callable[[], None]: ...


class OneObject(Protocol):
    """One object as it is shown, unsent acts included."""

    async def get(self, type_name: str, object_id: str, /) -> Object | None: ...


class Everything(Protocol):
    """All objects of a small type."""

    async def all(self, type_name: str, /) -> list[Object]: ...


class Selected(Protocol):
    """Objects that meet conditions."""

    async def select(self, type_name: str, where: tuple[Any, ...] = (), /) -> list[Object]: ...


class Several(Protocol):
    """Objects by their identifiers."""

    async def many(self, type_name: str, ids: Sequence[str], /) -> dict[str, Object]: ...


class BoxIds(Protocol):
    """Which objects a box holds, in order."""

    async def ids(self, box: str, scope: str = "own", /) -> Sequence[str]: ...


class Boxes(BoxIds, Protocol):
    """Boxes with their rows and counts."""

    async def rows(self, box: str, scope: str, ids: Sequence[str], /) -> list[Object]: ...
    async def counts(self) -> dict[str, int]: ...


class Seated(Protocol):
    """Who works here."""

    me: Me


class Practising(Protocol):
    """Whether this is a practice office."""

    practice: bool


class Allowed(Seated, Protocol):
    """Which acts may be done now."""

    async def allowed(self, subject_type: str, subject_id: str, /) -> tuple[str, ...]: ...


class Acting(Seated, Protocol):
    """The one door by which work leaves."""

    async def act(
        self,
        kind: str,
        subject_type: str,
        subject_id: str,
        payload: dict[str, Any],
        /,
        *,
        document_id: str | None = None,
        draft_key: str | None = None,
    ) -> Any: ...


class ActingOnFiles(Seated, Protocol):
    """The same, for acts that carry files."""

    async def act(
        self,
        kind: str,
        subject_type: str,
        subject_id: str,
        payload: dict[str, Any],
        /,
        *,
        document_id: str | None = None,
        digest: str | None = None,
        files: list[FileRef] = ...,
        draft_key: str | None = None,
    ) -> Any: ...


class SigningJournal(Protocol):
    """What batches of signatures write down, so that a kill makes none twice."""

    async def begin(
        self, kind: str, certificate: str, items: Sequence[tuple[str, Any]], data: Any, /, *, alone: bool = False
    ) -> str: ...
    async def reopen(self, batch_id: str, certificate: str, item_ids: Sequence[str], /) -> None: ...
    async def mark(self, batch_id: str, /, *marks: Mark) -> None: ...
    async def keep(self, item: JournalItem, pdfs: Sequence[bytes], files: Sequence[FileRef], /) -> None: ...
    async def give_up(self, item: JournalItem, /) -> None: ...
    async def end(self, batch_id: str, /) -> None: ...
    async def last(self) -> SigningBatch | None: ...
    async def all(self) -> list[SigningBatch]: ...
    async def kept(self) -> list[tuple[str, BatchItem]]: ...


class SigningByJournal(ActingOnFiles, Protocol):
    """The door for acts that carry signed files."""

    @property
    def journal(self) -> SigningJournal: ...

    async def act(
        self,
        kind: str,
        subject_type: str,
        subject_id: str,
        payload: dict[str, Any],
        /,
        *,
        document_id: str | None = None,
        digest: str | None = None,
        files: list[FileRef] = ...,
        draft_key: str | None = None,
        signed: JournalItem | None = None,
        position_id: str = "",
    ) -> Any: ...


class Unsent(Protocol):
    """Acts that the central is not known to hold."""

    async def unsent(self) -> list[Object]: ...


class KeptDrafts(Protocol):
    """What is typed in forms, kept as it is typed."""

    async def save_draft(self, key: str, kind: str, data: dict[str, Any], /) -> None: ...
    async def drop_draft(self, key: str, /) -> None: ...


class FormDrafts(KeptDrafts, Protocol):
    """The same, and read again."""

    async def load_draft(self, key: str, /) -> Any: ...


class OneFile(Protocol):
    """A file's bytes, fetched where they are not here."""

    async def file(self, file: Any, /) -> bytes: ...


class Files(OneFile, Protocol):
    """Files, read and kept."""

    async def keep_file(self, data: bytes, name: str, media_type: str, /) -> FileRef: ...


class Preferences(Protocol):
    """What a person has chosen here."""

    async def preference(self, name: str, default: Any, /) -> Any: ...
    async def set_preference(self, name: str, value: Any, /) -> None: ...


class Reached(Protocol):
    """How far back a list goes here: since when everything is kept, what came last, whether there is more."""

    @property
    def until(self) -> str: ...
    @property
    def came(self) -> int: ...
    @property
    def more(self) -> bool: ...


class OlderThere(Protocol):
    """What the central has and this machine does not keep."""

    async def since(self, name: str, /) -> str: ...
    async def reached(self, name: str, organ_id: str | None = None, /) -> Reached | None: ...
    async def page(self, name: str, organ_id: str | None = None, /) -> Reached | None: ...
    async def search(self, text: str, /) -> list[Object]: ...
    async def document(self, document_id: str, /) -> None: ...


class AsksForOlder(Seated, Protocol):
    """Fetches it when it is asked for."""

    @property
    def older(self) -> OlderThere: ...
