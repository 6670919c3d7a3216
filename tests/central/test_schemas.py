"""The client's own reading of the schemas, against a library's: neither takes what the other refuses, but as said."""

from __future__ import annotations

import json
import random
from functools import cache
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from desktop.central import events, meaning, oauth, shapes, strict_json, transport
from desktop.practice.schema import TYPES
from desktop.practice.schemas import Shapes
from tests.office.liar import spoiled
from tests.practice.little import CLERK, INCOMING, LittleSeed, act
from tests.rules.test_remarks import item

ROOT = Path(__file__).parents[2]
SAID = "2026-11-22T02:00:00Z"


@cache
def examples() -> list[tuple[str, dict[str, Any]]]:
    """One good object of each type, and one act of each kind that a client makes often."""
    found = [(name, objects[0]) for name, objects in LittleSeed().objects.items()]
    lead = {"unitId": "u", "personId": None}
    for kind, payload in (
        ("receive", {"registerId": INCOMING, "number": None}), ("transfer", {"lead": lead, "co": [lead]}),
        ("draft", {"document": {"subject": "Về việc"}}), ("refuse", {"reason": "x"}), ("newer", {"any": 1}),
        ("remark", {"remarks": [item()], "withdrawn": ["r"]}),
    ):  # fmt: skip
        found.append(("Act", act(kind, CLERK, "side-1", payload, seq=1, receivedAt=SAID, outcome="accepted")))
    task = {
        "@type": "Task", "id": "t", "uid": "t", "revision": 1, "title": "x", "description": "", "due": None,
        "timeZone": "Asia/Ho_Chi_Minh", "progress": "in-process", "percentComplete": 5, "updated": SAID,
        "tacnghiep:organId": "o", "tacnghiep:state": "open", "tacnghiep:lead": lead, "tacnghiep:coHandlers": [lead],
        "tacnghiep:assignedById": None, "tacnghiep:documentId": None, "tacnghiep:extensions": [],
        "tacnghiep:reports": [], "tacnghiep:completedAt": None, "tacnghiep:originalDue": "2026-11-27T17:00:00",
        "tacnghiep:product": "",
    }  # fmt: skip
    letter = next(each for name, each in found if name == "Document")
    answer = {"how": "accepted", "text": "", "authorId": CLERK, "at": SAID}
    said = {**item(), "answer": answer, "withdrawnAt": None}
    lot = {"id": "a", "authorId": CLERK, "positionId": "p", "at": SAID, "file": letter["file"], "items": [said]}
    return [*found, ("Task", task), ("Document", {**letter, "remarks": [lot]})]


@cache
def library() -> Shapes:
    return Shapes()


def test_every_type_of_the_central_has_a_schema_here() -> None:
    files = {path.stem for path in (ROOT / "resources" / "schemas").glob("*.json")}
    assert set(shapes.TYPES) == set(TYPES) == files


@pytest.mark.parametrize("n", range(13))
def test_what_is_good_fits(n: int) -> None:
    name, good = examples()[n]
    assert library().problems(name, good) == {}
    assert shapes.problem_of(name, good) is None
    assert shapes.problem_of(name, {**good, "newer": {"any": [1]}}) is None


@given(seed=st.integers(0, 1 << 32))
@settings(max_examples=300, deadline=None, derandomize=True)
def test_both_say_the_same_of_what_is_spoiled(seed: int) -> None:
    rng = random.Random(seed)
    name, good = rng.choice(examples())
    try:
        bad = strict_json.read(spoiled(json.dumps(good).encode(), rng, rng.randint(1, 2)))
    except ValueError:
        return
    ours = shapes.problem_of(name, bad)
    theirs = sorted(said.rpartition(": ")[2] for said in library().problems(name, bad).values())
    if not theirs:
        # Stricter: days that are none, numbers that not every parser reads alike, and what is beyond all measure.
        assert ours is None or ours.endswith(("/form", "/integer", "/length", "/depth")), (name, bad)
    elif ours is None:
        # More lenient: words that are not known here, and texts a little longer than today's limit.
        assert set(theirs) <= {"enum", "maxLength", "anyOf"}, (name, bad, theirs)


def test_types_that_are_not_ours_are_nobodys_business() -> None:
    assert shapes.fitting("Email", [{"id": "x", "anything": 7}]) == [{"id": "x", "anything": 7}]


@pytest.mark.expects_log("wire.object_left_out")
def test_what_is_marked_goes_on_to_the_gate_whatever_its_form() -> None:
    name, good = examples()[3]
    marked, bare = {**good, "secrecy": "secret", "subject": 7}, {"id": "d", "issuer": "Tỉnh ủy"}
    assert shapes.fitting(name, [marked, bare, {**good, "subject": 7}]) == [marked, bare]


def test_the_page_says_what_this_client_holds_a_central_to() -> None:
    page = (ROOT / "desktop" / "central" / "WIRE.md").read_text("utf-8")
    ours = page.partition("## What this client takes")[2]
    for number in (
        strict_json.DEEPEST, shapes.LONGEST, transport.MAX_REDIRECTS, events.AT_ONCE, int(meaning.LONGEST_WAIT / 3600),
        int(oauth.LONGEST / 3600),
    ):  # fmt: skip
        assert f" {number:,} " in ours.replace("\n", " "), number
