"""What an act is about, in one line: the document's number and subject, the task, the meeting. Knows the workplace."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from desktop.presenters import needs


async def about(workplace: needs.OneObject, act: Mapping[str, Any]) -> str:
    """The subject of an act in words; from its own payload where the subject never came into being; "" if unknown."""
    if act["subjectType"] in ("Document", "Handling"):
        document = await workplace.get("Document", act["documentId"] or act["subjectId"])
        made = document or act["payload"].get("document") or {}
        return " ".join(part for part in (made.get("notation"), made.get("subject")) if part)
    found = await workplace.get(act["subjectType"], act["subjectId"])
    made = found or act["payload"].get("task") or act["payload"].get("entry") or {}
    return str(made.get("title") or "")
