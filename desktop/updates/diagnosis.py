"""How updates stand on this machine, for the diagnosis: what is kept, asking nobody. Knows the rest of updates."""

from __future__ import annotations

from pathlib import Path

from desktop.findings import Finding, Level
from desktop.updates import words
from desktop.updates.machine import Machine, this_machine
from desktop.updates.updater import State, Updater, staging_in
from desktop.updates.wishes import Settings, Wishes


def look(root: Path, settings: Settings, version: str, machine: Machine | None = None) -> Finding:
    """What is known of updates.

    Args:
        root: of the home.
        version: that runs here.
    """
    wishes = Wishes.of(settings)
    state = Updater(staging_in(root), machine or this_machine(), version).state(wishes)
    values = {**state.to_json(), "mode": wishes.mode, "source": wishes.source}
    values.pop("notes")
    return Finding("updates", _level(state), state.code or state.kind, " ".join(words.sentences(state)), values)


def _level(state: State) -> Level:
    return "note" if state.code or state.kind in ("stale", "windowsTooOld") else "ok"
