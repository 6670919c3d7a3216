"""What an act is about, in one line: the document's number and subject, the task, the meeting. Knows the workplace."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from desktop.presenters import needs


async def about(workplace: needs.OneObject, act: Mapping[str, Any]) -> str:
    """The subject of an act in words; from its own payload where the subject never came into being; "" if unknown."""
    return _words(act, await workplace.get(*_subject(act)))


async def about_all(workplace: needs.Several, acts: Sequence[Mapping[str, Any]]) -> list[str]:
    """The subjects of many acts, asked for together."""
    wanted: dict[str, list[str]] = {}
    for act in acts:
        type_name, object_id = _subject(act)
        wanted.setdefault(type_name, []).append(object_id)
    found = {name: await workplace.many(name, list(dict.fromkeys(ids))) for name, ids in wanted.items()}
    return [_words(act, found[name].get(object_id)) for act in acts for name, object_id in [_subject(act)]]


def _subject(act: Mapping[str, Any]) -> tuple[str, str]:
    if act["subjectType"] in ("Document", "Handling"):
        return "Document", act["documentId"] or act["subjectId"]
    return act["subjectType"], act["subjectId"]


def _words(act: Mapping[str, Any], found: Mapping[str, Any] | None) -> str:
    payload = act["payload"]
    if act["subjectType"] in ("Document", "Handling"):
        made = found or payload.get("document") or {}
        return " ".join(part for part in (made.get("notation"), made.get("subject")) if part)
    made = found or payload.get("task") or payload.get("entry") or {}
    return str(made.get("title") or "")
