"""What the task desk and its dialogs show: view data only. For the task widgets and their presenter."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from widgets.theme import Tone


@dataclass(frozen=True)
class TaskRow:
    """One task in a list.

    Attributes:
        title: what is to be done.
        lead: who leads it, one name.
        due: the deadline in words ("Quá hạn 3 ngày", "Còn 2 ngày", "Hạn 05/12").
        tone: how the deadline stands; BAD is overdue.
        state: the state in words; empty for work simply under way.
        percent: progress, 0 to 100.
        unsent: an act on it waits to be sent.
        column: the board's column it stands in.
    """

    id: str
    title: str
    lead: str
    due: str = ""
    tone: Tone = Tone.NEUTRAL
    state: str = ""
    percent: int = 0
    unsent: bool = False
    column: str = ""
    spoken: str = ""


@dataclass(frozen=True)
class TaskEvent:
    """One line of a task's story: a report, an extension, a decision."""

    who: str
    what: str
    when: str
    tone: Tone = Tone.NEUTRAL


@dataclass(frozen=True)
class TaskDetail:
    """One task in full.

    Attributes:
        actions: (kind of act, words with mnemonic) allowed now, the likeliest first.
        document: (identifier, words) of the document that gave rise to it, or None.
        extensions: how many extensions are used, in words.
    """

    id: str
    title: str
    due: str
    tone: Tone
    state: str
    percent: int
    facts: tuple[tuple[str, str], ...]
    events: tuple[TaskEvent, ...] = ()
    actions: tuple[tuple[str, str], ...] = ()
    document: tuple[str, str] | None = None
    extensions: str = ""
    note: str = ""


@dataclass(frozen=True)
class Candidate:
    """Someone work may be given to: a unit, or a person in it. ``id`` is "unit" or "unit/person"."""

    id: str
    name: str
    note: str = ""


@dataclass(frozen=True)
class AssignForm:
    """What the form for giving a task starts from; ``source`` is the document in words."""

    candidates: tuple[Candidate, ...]
    values: Mapping[str, object]
    source: str = ""
    today: str = ""


@dataclass(frozen=True)
class ExtensionRequest:
    """An extension that waits for a decision."""

    title: str
    who: str
    due_now: str
    due_asked: str
    reason: str
    used: str
