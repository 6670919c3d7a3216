"""Where somebody was at work: the desk, what was open there, the forms being filled in; found again after locking.

Identifiers and names of files alone, kept sealed in the profile. Knows the workroom.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from desktop.presenters import forms

if TYPE_CHECKING:
    from desktop.workroom import Workroom

NAME = "lock.place"
"""The preference under which it is kept."""

_KEPT = ("incoming", "outgoing", "signing", "tasks")
"""Desks on which one thing is open at a time."""


def take(room: Workroom) -> dict[str, Any]:
    """The place as it is now."""
    found: dict[str, Any] = {"desk": room.window.current_desk(), "forms": forms.opened()}
    for key in _KEPT:
        for presenter in room.built(key):
            found[key] = presenter.open_id
    for loose in room.built("loose"):
        found["files"] = loose.files
    return found


def go_back(room: Workroom, place: dict[str, Any]) -> None:
    """Show what was shown, and open the forms again; what is gone meanwhile is passed over."""
    desk = str(place.get("desk") or "")
    shown = str(place.get(desk) or "")
    if desk in (*_KEPT, "today", "schedule"):
        room.window.show_desk(desk)
    if shown:
        _show(room, desk, shown)
    files = [one for one in place.get("files") or [] if isinstance(one, str)]
    if files:
        room.tools.loose.sign(files)
    for form in place.get("forms") or []:
        if isinstance(form, list) and len(form) == 3:
            _reopen(room, *(str(part) for part in form))


def _show(room: Workroom, desk: str, identifier: str) -> None:
    match desk:
        case "incoming":
            room.desks.incoming.show_handling(identifier)
        case "outgoing":
            room.desks.outgoing.show_document(identifier)
        case "signing":
            room.desks.signing.show_document(identifier)
        case "tasks":
            room.desks.tasks.show(identifier)


def _reopen(room: Workroom, kind: str, type_name: str, identifier: str) -> None:
    """The form of an act, with what was typed in it."""
    if kind == "write":
        room.window.show_desk("outgoing")
        room.desks.outgoing.write_on(identifier)
    elif kind == "assignTask" and identifier:
        room.desks.tasks.acts.assign_from(identifier)
    elif kind == "remark":
        room.tools.remarks.begin(identifier)
    elif type_name == "Signing":
        room.desks.signing.refuse(identifier)
    else:
        room.ways.begin(kind, type_name, identifier)
