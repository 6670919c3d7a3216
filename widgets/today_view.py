"""What the desk Hôm nay shows: view data only. For the widgets of that desk and their presenter."""

from __future__ import annotations

from dataclasses import dataclass

from widgets.theme import Tone


@dataclass(frozen=True)
class TodayRow:
    """One thing that waits for me.

    Attributes:
        type, id: what it is about, a type of the wire and an identifier.
        title: what it is.
        detail: number, agency, place, as far as they help.
        when: the deadline or the hour in words.
        action: the kind of act that the row offers; empty where the row only opens.
        action_text: its words, without a mnemonic.
    """

    type: str
    id: str
    title: str
    detail: str = ""
    when: str = ""
    tone: Tone = Tone.NEUTRAL
    action: str = ""
    action_text: str = ""
    spoken: str = ""


@dataclass(frozen=True)
class TodaySection:
    """Rows of one reason. ``total`` counts those too that are not shown; ``link`` names where the rest is."""

    key: str
    title: str
    rows: tuple[TodayRow, ...]
    total: int
    tone: Tone = Tone.NEUTRAL
    link: str = ""


@dataclass(frozen=True)
class Bar:
    """One bar of the picture: a state, how many stand in it."""

    key: str
    words: str
    count: int
    tone: Tone = Tone.INFO


@dataclass(frozen=True)
class TodayView:
    """The whole desk."""

    date_text: str
    summary: str
    sections: tuple[TodaySection, ...]
    picture_title: str = ""
    picture: tuple[Bar, ...] = ()
    timing_title: str = ""
    timing: tuple[Bar, ...] = ()
    empty_title: str = ""
    empty_hint: str = ""
