"""Attachments in files of their own: which of them the organ signs, and what is said of it. Knows acts and signatures.

Decree 30/2020, Annex I: an attachment in the same file is not signed apart; one in its own file is, with number and
notation and the time. Only a PDF can show that: files of other kinds are listed and left as they are.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any

from desktop.office.acts import Refusal
from desktop.office.signatures import LEVELS
from desktop.office.world import day_of

File = Mapping[str, Any]

MARKS = ("signature", "was", "level", "until")
_DONE = ("organ", "own")


def is_pdf(file: File) -> bool:
    """Whether a file is a PDF, by what it says of itself."""
    return file.get("mediaType") == "application/pdf" or str(file.get("name", "")).lower().endswith(".pdf")


def unmarked(files: Iterable[File]) -> list[dict[str, Any]]:
    """The files of a draft, which says nothing of signatures: marks are the seal's."""
    return [{name: value for name, value in file.items() if name not in MARKS} for file in files]


def unsigned(document: Mapping[str, Any]) -> list[File]:
    """The attachments that the organ has yet to sign."""
    return [f for f in document.get("attachments") or () if is_pdf(f) and f.get("signature") not in _DONE]


def as_signed(before: Iterable[File], given: object) -> list[dict[str, Any]] | Refusal:
    """The attachments once the organ has signed them: the same files in the same order, every PDF marked.

    Args:
        before: as the document has them.
        given: as the act has them.
    """
    old = list(before)
    if not isinstance(given, list) or len(given) != len(old):
        return Refusal("attachmentsChanged")
    found: list[dict[str, Any]] = []
    for one, new in zip(old, given, strict=True):
        if not isinstance(new, dict) or not _follows(one, new):
            return Refusal("attachmentsChanged")
        if is_pdf(one) and new.get("signature") not in _DONE:
            return Refusal("attachmentUnsigned", {"name": str(one["name"])})
        found.append(_sound(new))
    return found


def _sound(file: File) -> dict[str, Any]:
    """The file with what is said of its signature, as far as it makes sense: nothing else is known of it."""
    known = file.get("signature") == "organ" and file.get("level") in LEVELS
    try:
        lasts = known and day_of(file.get("until")) is not None
    except ValueError:
        lasts = False
    left_out = {name for name, says in (("level", known), ("until", lasts)) if not says}
    return {name: value for name, value in file.items() if name not in left_out}


def _follows(old: File, new: File) -> bool:
    if new.get("digest") == old["digest"]:
        return new.get("signature") == old.get("signature") or (is_pdf(old) and new.get("signature") == "own")
    return is_pdf(old) and is_pdf(new) and new.get("signature") == "organ" and new.get("was") == old["digest"]
