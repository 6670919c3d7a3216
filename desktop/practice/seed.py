"""The practice office as it is found on the first day: people, registers, papers, tasks, schedule, and its past.

Knows every part that makes it. The same size, day and seed give the same office, but for its signatures and keys, which
every practice authority makes its own.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date, datetime, time
from pathlib import Path
from random import Random
from typing import Any

from desktop.office.documents import COPY_TYPES
from desktop.office.world import VIETNAM
from desktop.practice.past import Past, local
from desktop.practice.people import ORGAN, ORGANS, PASSWORD, PEOPLE, PIN, person_object, unit_object
from desktop.practice.pki import PracticePki
from desktop.practice.pki_certificates import person_label, seal_label
from desktop.practice.seed_handling import incoming_register, new_register
from desktop.practice.seed_incoming import Incoming
from desktop.practice.seed_later import later_papers
from desktop.practice.seed_outgoing import BOOKS, Outgoing
from desktop.practice.seed_papers import SERIES_TODAY, Papers, standing
from desktop.practice.seed_samples import write_samples
from desktop.practice.seed_work import assign_tasks, enter_schedule

Object = dict[str, Any]
DEFAULT_SIZE = 400
_MORNING = time(8, 15)


@dataclass(frozen=True)
class Seed:
    """What an office begins with.

    Attributes:
        objects: by type name, in wire form.
        texts: the text of each document's pages, by document identifier.
        blobs: (content, media type) of every file that an object refers to, each once.
        acts: what has been done so far, oldest first.
        accounts: ``personId``, ``username``, ``password``, ``pin``.
        later: papers that come in the course of the practice: ``document``, ``handlings``, ``acts``.
    """

    objects: Mapping[str, list[Object]]
    texts: Mapping[str, str]
    blobs: Iterable[tuple[bytes, str]]
    acts: list[Object]
    accounts: list[Object]
    later: list[Object]


def office(
    size: int,
    today: date,
    directory: Path,
    *,
    now: datetime | None = None,
    seed: int = 2026,
    pki: PracticePki | None = None,
) -> Seed:
    """Makes the office, and writes the sample drafts beside it.

    Args:
        size: how many papers have come to An Phú so far.
        today: the day on which practice begins.
        directory: the practice office's data folder; ``pki`` and ``samples`` lie in it.
        now: the moment; nothing of the past is later. A quarter past eight on ``today`` when None, or the present when
            that is still to come.
        seed: the source of chance.
        pki: the practice authority, opened from the folder when None.

    Raises:
        OSError: the folder cannot be written.
    """
    past = Past(_moment(today, now), Random(f"{seed}-{today}"))
    authority = pki or PracticePki(directory / "pki")
    papers = Papers(authority)
    _people(past, papers)
    Incoming(past, papers, size).run()
    Outgoing(past, papers, issued=min(24, max(6, size // 12))).run()
    assign_tasks(past)
    enter_schedule(past)
    later = later_papers(past, papers)
    _registers(past)
    write_samples(directory / "samples", papers, past)
    return Seed(
        objects={name: list(values.values()) for name, values in past.objects.items()},
        texts=papers.texts,
        blobs=[(file.data, file.media_type) for file in papers.files.values()],
        acts=sorted(past.acts, key=lambda act: act["receivedAt"]),
        accounts=[{"personId": p.key, "username": p.user, "password": PASSWORD, "pin": PIN} for p in PEOPLE],
        later=later,
    )


def _moment(today: date, now: datetime | None) -> datetime:
    if now is not None:
        return now.astimezone(VIETNAM)
    morning, present = local(today, _MORNING), datetime.now(VIETNAM)
    return min(morning, present) if today == present.date() else morning


def _people(past: Past, papers: Papers) -> None:
    """Organs with their seals and stamps, persons with their certificates and handwritings."""
    pki = papers.pki
    for organ in ORGANS:
        seals = [pki.digest(seal_label(organ.key))] if organ.stamp[0] else []
        stamp = papers.stamp(organ) if organ.stamp[0] else b""
        blob = papers.blob(stamp, "image/png") if stamp else None
        past.put("Unit", dict(unit_object(organ, seals, blob, len(stamp))))
    for someone in PEOPLE:
        hand = papers.handwriting(someone.name) if someone.signs else b""
        blob = papers.blob(hand, "image/png") if hand else None
        past.put("Person", dict(person_object(someone, [pki.digest(person_label(someone.key))], blob, len(hand))))


def _registers(past: Past) -> None:
    """Every organ's books, where the past has not opened them: arrivals of the year, and departures by type."""
    today = past.now.date()
    written: dict[tuple[str, str], int] = {}
    for document in past.objects["Document"].values():
        if document["number"] is not None:
            key = (document["organId"], document["typeCode"])
            written[key] = max(written.get(key, 0), document["number"])
    organs = {unit for person in PEOPLE for unit, _, roles in person.seats if "clerk" in roles}
    for unit in sorted({ORGAN[key].of or key for key in organs}):
        arrivals = incoming_register(past, unit, today)
        if past.get("Register", arrivals) is None:
            past.put("Register", new_register(unit, "incoming", arrivals, str(today.year)))
        _copy_register(past, unit, today)
        if unit == "du-anphu":
            continue
        codes = [code for organ, code in SERIES_TODAY if organ == unit] or [code for (code, *_) in BOOKS]
        for code in codes:
            last = max(written.get((unit, code), 0), standing(ORGAN[unit], code, today, today))
            series = f"{code}:nk2025-2030" if ORGAN[unit].style == "party" else f"{code}:{today.year}"
            name = f"di-{unit}-{code.replace('Đ', 'D')}"
            past.put("Register", new_register(unit, "outgoing", name, series, (code,), last))


def _copy_register(past: Past, unit: str, today: date) -> None:
    """One series for all kinds of copy (Decree 30/2020, Annex I)."""
    period = "nk2025-2030" if ORGAN[unit].style == "party" else str(today.year)
    past.put("Register", new_register(unit, "outgoing", f"sao-{unit}", f"SAO:{period}", tuple(COPY_TYPES), 6))
