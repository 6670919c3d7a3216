"""Whom a document can be sent to, and who may sign it, from the units and persons that this office knows.

Knows the office's types, the workplace's preferences and the view data of ``widgets.recipient_picker``.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from PySide6.QtCore import QCoreApplication

from desktop.office.people import Me
from desktop.presenters import needs
from desktop.presenters.messages_signing import QT_TRANSLATE_NOOP
from widgets.draft_choices import SignerChoice
from widgets.recipient_picker import RecipientGroup, RecipientUnit

GROUPS_PREFERENCE = "outgoing.groups"
"""Preference that keeps the groups saved here: a list of {"name", "unitIds"}."""

_CONTEXT = "Recipients"
_STANDARD: tuple[tuple[str, str, str], ...] = (
    ("party", "province", QT_TRANSLATE_NOOP("Recipients", "Cơ quan Đảng cấp tỉnh")),
    ("party", "commune", QT_TRANSLATE_NOOP("Recipients", "Đảng ủy các xã, phường, đặc khu")),
    ("state", "province", QT_TRANSLATE_NOOP("Recipients", "Cơ quan nhà nước cấp tỉnh")),
    ("state", "commune", QT_TRANSLATE_NOOP("Recipients", "Ủy ban nhân dân các xã, phường, đặc khu")),
    ("front", "commune", QT_TRANSLATE_NOOP("Recipients", "Ủy ban MTTQ Việt Nam các xã, phường, đặc khu")),
)

_COMPETENCE: dict[str, dict[str, tuple[str, ...]]] = {
    "party": {
        "leader": ("T/M BAN THƯỜNG VỤ", "T/M BAN CHẤP HÀNH", "T/M ĐẢNG ỦY"),
        "chiefOfOffice": ("T/L BAN THƯỜNG VỤ",),
    },
    "state": {
        "leader": ("TM. ỦY BAN NHÂN DÂN", "CHỦ TỊCH", "KT. CHỦ TỊCH"),
        "chiefOfOffice": ("TL. CHỦ TỊCH",),
    },
    "front": {"leader": ("TM. BAN THƯỜNG TRỰC",), "chiefOfOffice": ("TL. BAN THƯỜNG TRỰC",)},
}
"""The usual words before a signer's position: T/M thay mặt, K/T ký thay, T/L thừa lệnh. Each may be typed otherwise."""


def units_to_send(units: Iterable[Mapping[str, Any]], organ_id: str) -> tuple[RecipientUnit, ...]:
    """Every other organ, by name: documents go from organ to organ."""
    organs = [unit for unit in units if unit["id"] == unit["organId"] and unit["id"] != organ_id]
    return tuple(RecipientUnit(unit["id"], unit["name"]) for unit in sorted(organs, key=lambda unit: unit["name"]))


def standard_groups(units: Iterable[Mapping[str, Any]], organ_id: str) -> tuple[RecipientGroup, ...]:
    """Groups that follow from what the units are; a group of one is none."""
    organs = [unit for unit in units if unit["id"] == unit["organId"] and unit["id"] != organ_id]
    found = []
    for style, level, name in _STANDARD:
        ids = tuple(unit["id"] for unit in organs if unit["style"] == style and unit["level"] == level)
        if len(ids) > 1:
            found.append(RecipientGroup(QCoreApplication.translate(_CONTEXT, name), ids))
    return tuple(found)


async def groups(
    preferences: needs.Preferences, units: Sequence[Mapping[str, Any]], organ_id: str
) -> tuple[RecipientGroup, ...]:
    """The groups saved here, then the standard ones."""
    saved = await preferences.preference(GROUPS_PREFERENCE, [])
    known = {unit["id"] for unit in units}
    own = tuple(
        RecipientGroup(one["name"], tuple(unit for unit in one["unitIds"] if unit in known), own=True) for one in saved
    )
    return (*(group for group in own if group.unit_ids), *standard_groups(units, organ_id))


async def save_group(preferences: needs.Preferences, name: str, unit_ids: Sequence[str]) -> None:
    """Keep a group; one of the same name is replaced."""
    saved = await preferences.preference(GROUPS_PREFERENCE, [])
    others = [one for one in saved if one["name"] != name]
    await preferences.set_preference(GROUPS_PREFERENCE, [*others, {"name": name, "unitIds": list(unit_ids)}])


def signers(persons: Iterable[Mapping[str, Any]], me: Me) -> tuple[SignerChoice, ...]:
    """Those of this organ who may sign, leaders before the chief of office, with their usual competences."""
    found: list[tuple[int, str, SignerChoice]] = []
    for person in persons:
        for seat in person["positions"]:
            role = next((one for one in ("leader", "chiefOfOffice") if one in seat["roles"]), None)
            if seat["organId"] == me.organ_id and role is not None:
                words = _competences(me.organ["style"], role, seat["title"])
                choice = SignerChoice(person["id"], person["name"], seat["title"], words)
                found.append((0 if role == "leader" else 1, person["name"], choice))
                break
    return tuple(choice for _, _, choice in sorted(found, key=lambda one: one[:2]))


def _competences(style: str, role: str, title: str) -> tuple[str, ...]:
    words = _COMPETENCE.get(style, _COMPETENCE["state"]).get(role, ())
    if style == "state" and role == "leader":
        deputy = title.casefold().startswith("phó")
        return ("KT. CHỦ TỊCH",) if deputy else words[:2]
    return words
