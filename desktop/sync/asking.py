"""Questions to the central about one type: its state, its counts, its identifiers, some of its objects. Knows room.

Everything here blocks, in a network lane, and only asks: what it returns (``Delta``) is stored by ``store.apply``,
with the cursor, in one transaction, as the gate lets it through.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from typing import Any

import structlog

from desktop.central.errors import Broken, MethodError
from desktop.central.jmap import Batch, Central, Handle, Responses, chunks
from desktop.central.transport import Call
from desktop.sync import window
from desktop.sync.kinds import KINDS, Kind
from desktop.sync.room import Ask, Room
from desktop.sync.window import Filter

log = structlog.get_logger(__name__)

Object = dict[str, Any]

MOST_IDS = 5000
MOST_OF_ALL = 5_000_000
"""Objects of a type that anybody may have: a central that has more to say of them never comes to an end."""
_NO_TYPE = ("unknownMethod", "unknownDataType", "accountNotSupportedByMethod")


@dataclass(frozen=True)
class Mark:
    """How far a type has been read.

    Attributes:
        state: since which state.
        complete: whether its pages are all in.
        position: where they go on.
        since: the beginning of the window they are pages of.
    """

    state: str
    complete: bool
    position: int = 0
    since: str = window.ALL


@dataclass(frozen=True)
class Delta:
    """What one answer says of one type.

    Attributes:
        mark: the cursor that stands for it; None leaves the cursor as it is.
        total: how many objects there are in all, where it was asked for.
        more: further changes are waiting.
        lost: the central cannot say what changed: the type has to be compared.
    """

    type: str
    puts: tuple[Object, ...] = ()
    gone: tuple[str, ...] = ()
    mark: Mark | None = None
    total: int | None = None
    more: bool = False
    lost: bool = False


class Questions:
    """Asks one central. Used by several network threads; what it learns is no more than a hint.

    Args:
        kinds: the types to keep in step.

    Attributes:
        unsupported: types that this central does not know.
        room: what it takes at once.
    """

    def __init__(self, central: Central, kinds: Iterable[Kind] = KINDS) -> None:
        self.central = central
        self.kinds = {k.name: k for k in kinds}
        self.room = Room(central)
        self.unsupported: set[str] = set()
        self._unfiltered: set[str] = set()

    def names(self) -> list[str]:
        """The types that the central is known to have, or not known to lack."""
        return [name for name in self.kinds if name not in self.unsupported]

    def window_of(self, name: str, since: str) -> str:
        """Where the window of a type begins: types without age, or of a central without filters, are kept whole."""
        return window.ALL if self.kinds[name].aged is None or name in self._unfiltered else since

    def look_again(self) -> None:
        """Types that the central did not know may be there by now."""
        self.unsupported.clear()

    # -- one type

    def state(self, name: str, call: Call) -> str:
        """The type's present state."""
        ((handle, responses),) = self.room.send(call, [Ask(1, lambda batch: batch.add(f"{name}/get", ids=[]))])
        return responses.got(handle).state

    def totals(self, marks: Mapping[str, Mark], call: Call) -> dict[str, int]:
        """How many objects the central has for me inside the window, of each type unchanged since ``marks``."""

        def ask(name: str, mark: Mark) -> Ask[tuple[str, Mark, Handle, Handle]]:
            inside = window.inside(self.kinds[name], mark.since)

            def add(batch: Batch) -> tuple[str, Mark, Handle, Handle]:
                query = batch.add(f"{name}/query", filter=inside, limit=1, calculateTotal=True)
                return name, mark, query, batch.add(f"{name}/get", ids=[])

            return Ask(2, add)

        found: dict[str, int] = {}
        asks = [ask(name, mark) for name, mark in marks.items()]
        for (name, mark, query, get), responses in self.room.patiently(call, lambda: self.room.send(call, asks)):
            try:
                total, state = responses.queried(query).total, responses.got(get).state
            except MethodError as error:
                self._without(name, error)
                continue
            if total is not None and state == mark.state:
                found[name] = total
        return found

    def ids(self, name: str, filter_: Filter, call: Call) -> list[str]:
        """Every identifier that the central has for me and the filter lets through."""
        kind, found, total, position = self.kinds[name], dict[str, None](), 1, 0
        sort: dict[str, Any] = {"sort": kind.sort()} if kind.newest else {}
        while position < total:
            call.check()
            args = {"filter": filter_, "position": position, "limit": MOST_IDS, "calculateTotal": True, **sort}
            ask = Ask(1, lambda batch, args=args: batch.add(f"{name}/query", **args))
            ((handle, responses),) = self.room.send(call, [ask])
            answer, before = responses.queried(handle), len(found)
            found.update(dict.fromkeys(answer.ids))
            if len(found) > MOST_OF_ALL:
                raise Broken("tooLarge", most=MOST_OF_ALL)
            position += len(answer.ids)
            total = answer.total if answer.total is not None else position + 1
            if len(found) == before:
                break  # The end; or a central that says the same for ever.
        return list(found)

    def everything(self, name: str, since: str, call: Call) -> list[str]:
        """Every identifier inside the window."""
        kind = self.kinds[name]
        try:
            return self.ids(name, window.inside(kind, self.window_of(name, since)), call)
        except MethodError as error:
            if error.type != "unsupportedFilter" or name in self._unfiltered:
                raise
        self._no_filter(name)
        return self.ids(name, {}, call)

    def beyond(self, name: str, wider: str, since: str, call: Call) -> list[str]:
        """Every identifier that a window beginning at ``wider`` holds beyond the one that begins at ``since``."""
        if not self.window_of(name, since):
            return self.ids(name, {}, call)
        return self.ids(name, window.between(self.kinds[name], wider, since), call)

    def revisions(self, name: str, ids: list[str], call: Call) -> tuple[dict[str, int], list[str]]:
        """The revision of each of these objects, and those that I may see no more.

        The revision is -1, which none has, where the type bears none.
        """
        revised = self.kinds[name].revised
        members = ["id", "revision"] if revised else ["id"]

        def ask(part: list[str]) -> Ask[Handle]:
            return Ask(1, lambda batch: batch.add(f"{name}/get", ids=part, properties=members))

        found = dict[str, int]()
        for handle, responses in self._by_id(ids, ask, call):
            objects = responses.got(handle).objects
            found.update((o["id"], o.get("revision", 0) if revised else -1) for o in objects)
        return found, [i for i in ids if i not in found]

    def objects(self, name: str, ids: list[str], call: Call) -> Delta:
        """These objects, whole."""

        def ask(part: list[str]) -> Ask[Handle]:
            return Ask(1, lambda batch: batch.add(f"{name}/get", ids=part))

        puts, gone = list[Object](), list[str]()
        for handle, responses in self._by_id(ids, ask, call):
            got = responses.got(handle)
            puts += got.objects
            gone += got.not_found
        return Delta(name, tuple(puts), tuple(gone))

    def _by_id(
        self, ids: list[str], ask: Callable[[list[str]], Ask[Handle]], call: Call
    ) -> list[tuple[Handle, Responses]]:
        """One call for as many identifiers as the central takes, each checked to have gone well."""

        def work() -> list[tuple[Handle, Responses]]:
            answers: list[tuple[Handle, Responses]] = []
            for part in chunks(ids, self.room.objects(call)):
                answers += self.room.send(call, [ask(part)])
                answers[-1][1].of(answers[-1][0])
            return answers

        return self.room.patiently(call, work)

    def _without(self, name: str, error: MethodError) -> None:
        """Learn from a refusal that concerns one type.

        Raises:
            MethodError: it was another one.
        """
        if error.type in _NO_TYPE:
            log.warning("pull.type_unknown_there", type=name)
            self.unsupported.add(name)
        elif error.type == "unsupportedFilter" and name not in self._unfiltered:
            self._no_filter(name)
        else:
            raise error

    def _no_filter(self, name: str) -> None:
        log.info("pull.no_window_there", type=name)
        self._unfiltered.add(name)
