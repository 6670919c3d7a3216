"""The office on its first day: possible times, numbers that grow, states that agree with the rules."""

from __future__ import annotations

import hashlib
from collections import Counter, defaultdict
from datetime import date, datetime, timedelta
from pathlib import Path
from typing import Any, cast

import pytest

from desktop.office import schedule
from desktop.office.acts import KINDS, from_wire_time, wire_time
from desktop.office.judge import allowed
from desktop.office.people import me_from
from desktop.office.registers import Register, next_number
from desktop.office.world import VIETNAM
from desktop.practice.past import EVENING, FIRST_DAY, MORNING, Past, add_working, is_working_day, take_working
from desktop.practice.people import ORGAN
from desktop.practice.pki import PracticePki
from desktop.practice.schemas import Shapes
from desktop.practice.seed import Seed, office
from desktop.practice.seed_handling import HOME
from desktop.practice.seed_incoming import SIGNED, TAMPERED, TO_RECEIVE, UNSIGNED_ONE
from desktop.practice.seed_papers import numbers
from signing.validation import validate
from tests.practice.content.conftest import NOW, TODAY

Object = dict[str, Any]
P = "tacnghiep:"


def local(text: str) -> datetime:
    return from_wire_time(text).astimezone(VIETNAM)


@pytest.fixture(scope="module")
def documents(seed: Seed) -> dict[str, Object]:
    return {document["id"]: document for document in seed.objects["Document"]}


@pytest.fixture(scope="module")
def blobs(seed: Seed) -> dict[str, bytes]:
    return {hashlib.sha256(data).hexdigest(): data for data, _ in seed.blobs}


@pytest.fixture(scope="module")
def arrivals(seed: Seed) -> list[Object]:
    """An Phú's own sides, the newest first."""
    sides = [h for h in seed.objects["Handling"] if h["organId"] == HOME and h["role"] == "organ"]
    return sorted(sides, key=lambda side: side["arrivedAt"], reverse=True)


def test_everything_fits_the_shapes_of_the_wire(seed: Seed) -> None:
    shapes = Shapes()
    for type_name, values in seed.objects.items():
        for value in values:
            assert not shapes.problems(type_name, value), type_name
    for act in seed.acts:
        assert not shapes.problems("Act", act), act["kind"]


def test_every_file_that_is_named_is_there_and_is_what_its_name_says(
    seed: Seed, documents: dict[str, Object], blobs: dict[str, bytes]
) -> None:
    for document in documents.values():
        for file in [document["file"], *document["attachments"]]:
            assert file["blobId"] == f"sha256-{file['digest']}"
            assert len(blobs[file["digest"]]) == file["size"]
        assert seed.texts[document["id"]]
    for person in seed.objects["Person"]:
        assert person["signatureBlobId"] is None or person["signatureBlobId"].removeprefix("sha256-") in blobs
    for unit in seed.objects["Unit"]:
        assert unit["stampBlobId"] is None or unit["stampBlobId"].removeprefix("sha256-") in blobs


def test_acts_are_in_order_possible_and_by_people_who_hold_the_seat(seed: Seed) -> None:
    seats = {seat["id"] for person in seed.objects["Person"] for seat in person["positions"]}
    moments = [act["receivedAt"] for act in seed.acts]
    assert moments == sorted(moments)
    assert moments[-1] <= wire_time(NOW)
    known = {name: {value["id"] for value in values} for name, values in seed.objects.items()}
    for act in seed.acts:
        assert act["positionId"] in seats
        assert act["claimedAt"] <= act["receivedAt"]
        assert act["outcome"] == "accepted"
        assert act["subjectId"] in known[KINDS[act["kind"]]]
    assert len({act["id"] for act in seed.acts}) == len(seed.acts)


def test_papers_come_in_working_hours_and_not_before_there_were_communes(arrivals: list[Object]) -> None:
    for side in arrivals:
        at = local(side["arrivedAt"])
        assert is_working_day(at.date())
        assert MORNING <= at.time() <= EVENING
        assert at.date() >= FIRST_DAY


def test_a_paper_is_dated_signed_sealed_and_issued_in_that_order(seed: Seed, documents: dict[str, Object]) -> None:
    steps: dict[str, dict[str, str]] = defaultdict(dict)
    for act in seed.acts:
        if act["subjectType"] == "Document":
            steps[act["subjectId"]][act["kind"]] = act["claimedAt"]
    for key, when in steps.items():
        order = [when[kind] for kind in ("draft", "submit", "approve", "seal", "issue") if kind in when]
        assert order == sorted(order)
        document = documents[key]
        if document["state"] == "issued":
            assert document["documentDate"] <= local(document["issuedAt"]).date().isoformat()


def test_numbers_grow_with_the_day_and_none_comes_twice(documents: dict[str, Object]) -> None:
    series: dict[tuple[str, str], list[tuple[str, int]]] = defaultdict(list)
    for document in documents.values():
        if document["number"] is not None:
            series[document["organId"], document["typeCode"]].append((document["documentDate"], document["number"]))
            assert document["notation"].startswith(f"{document['number']:02d}")
    for key, given in series.items():
        assert len({number for _, number in given}) == len(given), key
        days = [day for day, _ in sorted(given, key=lambda one: one[1])]
        assert days == sorted(days), key


def test_arrival_numbers_are_without_gap_and_the_book_stands_at_the_last(seed: Seed, arrivals: list[Object]) -> None:
    given = sorted(side["arrivalNumber"] for side in arrivals if side["arrivalNumber"])
    book = next(r for r in seed.objects["Register"] if r["id"] == f"den-{HOME}-{TODAY.year}")
    assert given == list(range(book["opening"] + 1, book["last"] + 1))
    by_time = [s["arrivalNumber"] for s in reversed(arrivals) if s["arrivalNumber"]]
    assert by_time == sorted(by_time)


def test_every_register_goes_on_after_the_highest_number_given(seed: Seed, documents: dict[str, Object]) -> None:
    outgoing = [r for r in seed.objects["Register"] if r["kind"] == "outgoing"]
    books = {(r["organId"], code): r for r in outgoing for code in r["typeCodes"]}
    for document in documents.values():
        book = books.get((document["organId"], document["typeCode"]))
        if book is not None and document["number"] is not None:
            assert next_number(cast(Register, book)) > document["number"]
    assert any(book["gaps"] for book in books.values()), "a gap to show"


def test_the_clerk_finds_work_in_every_box(seed: Seed, arrivals: list[Object]) -> None:
    mine = [h for h in seed.objects["Handling"] if h["organId"] == HOME]
    states = Counter((h["role"], h["state"]) for h in mine)
    assert states["organ", "toReceive"] == TO_RECEIVE
    assert [side["state"] for side in arrivals[:TO_RECEIVE]] == ["toReceive"] * TO_RECEIVE
    assert states["organ", "sentBack"] == 2
    assert states["organ", "returned"] == 1
    assert states["lead", "returned"] == 1
    owing = [h for h in mine if h["state"] in ("toHandle", "returned") and h["due"]]
    assert sum(h["due"] < TODAY.isoformat() for h in owing) >= 4
    soon = (TODAY + timedelta(days=3)).isoformat()
    assert sum(TODAY.isoformat() <= h["due"] <= soon for h in owing) >= 5
    assert sum(h["role"] == "info" and h["state"] == "toHandle" for h in mine) >= 10


def test_what_is_done_is_closed_throughout_the_organ(seed: Seed) -> None:
    by_document: dict[str, list[Object]] = defaultdict(list)
    for handling in seed.objects["Handling"]:
        if handling["organId"] == HOME:
            by_document[handling["documentId"]].append(handling)
    for sides in by_document.values():
        organ = next(h for h in sides if h["role"] == "organ")
        if organ["state"] == "done":
            assert {h["state"] for h in sides} <= {"done", "revoked"}
            assert organ["closedAt"]


def test_a_due_date_on_the_page_is_the_one_in_the_handling(seed: Seed) -> None:
    found = 0
    for handling in seed.objects["Handling"]:
        holds = (handling["organId"], handling["role"], handling["state"]) == (HOME, "lead", "toHandle")
        if holds and handling["due"]:
            due = date.fromisoformat(handling["due"])
            month = f"{due.month:02d}" if due.month < 3 else str(due.month)
            found += f"{due.day:02d}/{month}/{due.year}" in seed.texts[handling["documentId"]]
    assert found >= 10


def test_the_newest_papers_are_validly_signed_but_for_one_changed_and_one_unsigned(
    arrivals: list[Object], documents: dict[str, Object], blobs: dict[str, bytes], pki: PracticePki
) -> None:
    trust = pki.trust()
    for n, side in enumerate(arrivals[: TO_RECEIVE + 5]):
        document = documents[side["documentId"]]
        verdict = validate(blobs[document["file"]["digest"]], trust, at=NOW)
        wanted = {TAMPERED: "invalid", UNSIGNED_ONE: "unsigned"}.get(n, "valid")
        assert verdict.verdict == wanted, (n, document["notation"], verdict.reasons)
        if wanted == "valid":
            assert verdict.signatures[0].signer == document["signer"]["name"]
            assert all(s.level == "B-LT" for s in verdict.signatures)
            signed = datetime.fromisoformat(str(verdict.signatures[0].claimed_time))
            assert signed.astimezone(VIETNAM).date().isoformat() == document["documentDate"]
    assert TO_RECEIVE + 5 < SIGNED


def test_an_issued_paper_of_an_phu_was_numbered_between_both_signatures(
    documents: dict[str, Object], blobs: dict[str, bytes], pki: PracticePki
) -> None:
    mine = [d for d in documents.values() if d["organId"] == HOME and d["state"] in ("issued", "sealed")]
    newest = max(mine, key=lambda d: d["updatedAt"])
    verdict = validate(blobs[newest["file"]["digest"]], pki.trust(), at=NOW)
    assert verdict.verdict == "valid"
    assert [s.role_hint for s in verdict.signatures] == ["leader", "agency"]


def test_leaders_have_papers_to_sign_and_the_clerk_papers_to_number_and_seal(seed: Seed) -> None:
    states = Counter(d["state"] for d in seed.objects["Document"] if d["organId"] == HOME)
    for state in ("draft", "returned", "submitted", "approved", "numbered", "sealed", "issued"):
        assert states[state] >= 1, state
    submitted = [d for d in seed.objects["Document"] if d["state"] == "submitted"]
    to_sign = [d for d in submitted if d["signer"]["personId"] == "le-van-hoa"]
    assert len(to_sign) >= 5
    assert any(d["reserved"] for d in to_sign)


def test_what_the_rules_allow_the_clerk_and_the_secretary_is_what_lies_before_them(seed: Seed) -> None:
    world = _World(seed)
    people = {person["id"]: person for person in seed.objects["Person"]}
    units = {unit["id"]: unit for unit in seed.objects["Unit"]}
    mai, hoa = (me_from(people[key], units[HOME]) for key in ("tran-thi-mai", "le-van-hoa"))  # type: ignore[arg-type]
    waiting = [h for h in seed.objects["Handling"] if h["organId"] == HOME and h["state"] == "toReceive"]
    assert all("receive" in allowed("Handling", side, mai, world) for side in waiting)
    assert not any("receive" in allowed("Handling", side, hoa, world) for side in waiting)
    numbered = [d for d in seed.objects["Document"] if d["organId"] == HOME and d["state"] == "numbered"]
    assert all("seal" in allowed("Document", document, mai, world) for document in numbered)
    assert [len(document["attachments"]) for document in numbered if document["attachments"]] == [2]
    copies = [r for r in seed.objects["Register"] if "SY" in r["typeCodes"]]
    assert HOME in {r["organId"] for r in copies}, "copies run in a series of their own"


class _World:
    def __init__(self, seed: Seed) -> None:
        self._objects = {(name, v["id"]): v for name, values in seed.objects.items() for v in values}

    def get(self, type_name: str, object_id: str) -> Object | None:
        return self._objects.get((type_name, object_id))

    def handlings(self, document_id: str, organ_id: str | None = None) -> list[Any]:
        rows = [v for (name, _), v in self._objects.items() if name == "Handling" and v["documentId"] == document_id]
        return [h for h in rows if organ_id in (None, h["organId"])]


def test_tasks_are_late_soon_asked_extended_and_done(seed: Seed) -> None:
    tasks = seed.objects["Task"]
    states = Counter(task[P + "state"] for task in tasks)
    for state in ("inProgress", "awaitingCompletion", "extensionProposed", "completed"):
        assert states[state] >= 2, state
    late = [t for t in tasks if t[P + "state"] == "inProgress" and t["due"] < NOW.strftime("%Y-%m-%dT%H:%M:%S")]
    assert late
    assert any(e["state"] == "granted" for t in tasks for e in t[P + "extensions"])
    assert any(t[P + "documentId"] for t in tasks)


def test_both_weeks_have_a_schedule_with_one_clash_and_something_to_approve(seed: Seed) -> None:
    entries = seed.objects["ScheduleEntry"]
    clashes = schedule.clashes(entries)
    assert [(clash.kind, clash.what) for clash in clashes] == [("place", "Phòng họp 1")]
    states = Counter(entry[P + "state"] for entry in entries)
    assert states["waiting"] >= 2
    assert states["approved"] > states["waiting"]
    monday = schedule.week_of(TODAY)[0]
    weeks = Counter((schedule.span(e)[0].date() - monday).days // 7 for e in entries)
    assert set(weeks) == {0, 1}


def test_papers_to_come_are_signed_and_leave_no_trace(seed: Seed, pki: PracticePki, blobs: dict[str, bytes]) -> None:
    known = {d["id"] for d in seed.objects["Document"]}
    assert seed.later
    for paper in seed.later:
        document = paper["document"]
        assert document["id"] not in known
        assert {side["documentId"] for side in paper["handlings"]} == {document["id"]}
        assert [act["kind"] for act in paper["acts"]] == ["approve", "seal", "issue"]
        assert document["text"]
    data = blobs[seed.later[0]["document"]["file"]["digest"]]
    assert validate(data, pki.trust(), at=NOW).verdict == "valid"


def test_samples_are_drafts_without_number(seed: Seed, folder: Path) -> None:
    from signing.fields import given_number

    files = sorted((folder / "samples").glob("*.pdf"))
    assert len(files) >= 3
    assert all(given_number(path.read_bytes()) is None for path in files)


def test_everybody_can_sign_in(seed: Seed) -> None:
    assert {a["personId"] for a in seed.accounts} == {p["id"] for p in seed.objects["Person"]}
    assert len({a["username"] for a in seed.accounts}) == len(seed.accounts)


def test_the_same_day_and_seed_make_the_same_office(folder: Path, pki: PracticePki) -> None:
    first, again = (office(20, TODAY, folder, now=NOW, pki=pki) for _ in range(2))
    other = office(20, TODAY, folder, now=NOW, pki=pki, seed=7)

    def told(seed: Seed) -> list[tuple[str, str, str | None]]:
        return [(d["id"], d["subject"], d["notation"]) for d in seed.objects["Document"]]

    assert told(first) == told(again) != told(other)
    assert [act["id"] for act in first.acts] == [act["id"] for act in again.acts]


@pytest.mark.parametrize(
    "now",
    [
        datetime(2026, 11, 22, 8, 15, tzinfo=VIETNAM),
        datetime(2027, 1, 4, 8, 15, tzinfo=VIETNAM),
        datetime(2026, 5, 29, 16, 50, tzinfo=VIETNAM),
        datetime(2026, 3, 2, 2, 0, tzinfo=VIETNAM),
    ],
)
def test_it_can_begin_on_any_day_and_hour(now: datetime, folder: Path, pki: PracticePki) -> None:
    seed = office(60, now.date(), folder, now=now, pki=pki)
    assert seed.acts[-1]["receivedAt"] <= wire_time(now)
    for side in seed.objects["Handling"]:
        assert side["arrivedAt"] <= wire_time(now)
    assert schedule.clashes(seed.objects["ScheduleEntry"])


def test_numbers_of_a_series_fit_however_many_papers_there_are() -> None:
    days = [date(2026, 1, 5) + timedelta(days=n // 40) for n in range(4000)]
    given = numbers(days, ORGAN["tu"], "TB", TODAY)
    assert given == sorted(set(given))
    assert given[0] >= 1


def test_working_time_skips_nights_noons_and_weekends() -> None:
    friday = datetime(2026, 11, 20, 16, 50, tzinfo=VIETNAM)
    assert add_working(friday, 20) == datetime(2026, 11, 23, 7, 40, tzinfo=VIETNAM)
    assert take_working(datetime(2026, 11, 23, 7, 40, tzinfo=VIETNAM), 20) == friday
    noon = datetime(2026, 11, 20, 12, 15, tzinfo=VIETNAM)
    assert add_working(noon, 5) == datetime(2026, 11, 20, 13, 35, tzinfo=VIETNAM)
    assert take_working(noon, 5) == datetime(2026, 11, 20, 11, 25, tzinfo=VIETNAM)
    from random import Random

    assert Past(NOW, Random(1)).identifier(NOW) == Past(NOW, Random(1)).identifier(NOW)


def test_what_was_sent_back_bears_the_leaders_remarks(documents: dict[str, Object]) -> None:
    back = [d for d in documents.values() if d["state"] == "returned"]
    assert back
    for document in back:
        (each,) = document["remarks"]
        assert each["file"]["digest"] == document["file"]["digest"]
        assert len(each["items"]) >= 2
        assert all(item["text"] and item["quote"] and item["answer"] is None for item in each["items"])
