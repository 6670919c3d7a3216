"""What may be held where, and what stays of what may not (DOMAIN 5): the rules as a table, and every mark as a trap."""

from __future__ import annotations

import json
from collections import deque
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from jsonschema import Draft202012Validator

from desktop.office.secrecy import SecrecyPolicy, is_ordinary, lowest, of_network, secrecy_of
from desktop.office.withholding import BLANK, KEPT, beyond_notice, digests_in, is_withheld, notice
from desktop.practice.audience import dump, notice_text
from resources import FOLDER
from tests.practice.little import act, document, file_of, handling
from tests.widgets.sample_data import office_objects

OFF, INTERNET, DEDICATED = (
    SecrecyPolicy(),
    SecrecyPolicy("internet", classified=True),
    SecrecyPolicy("dedicated", classified=True),
)
MARKER = "NOI-DUNG-MAT nội dung mật"


@pytest.mark.parametrize(
    ("policy", "level", "held"),
    [
        (OFF, "province", ("none",)),
        (SecrecyPolicy("dedicated"), "province", ("none",)),
        (INTERNET, "province", ("none",)),
        (DEDICATED, "commune", ("none", "confidential")),
        (DEDICATED, "province", ("none", "confidential", "secret")),
        (DEDICATED, "", ("none",)),
        (DEDICATED, "ministry", ("none",)),
    ],
)
def test_each_machine_holds_what_its_network_its_policy_and_its_office_allow(
    policy: SecrecyPolicy, level: str, held: tuple[str, ...]
) -> None:
    words = ("none", "confidential", "secret", "topSecret", "unknown", "cosmic")
    assert tuple(word for word in words if policy.may_hold({"secrecy": word}, level)) == held


@pytest.mark.parametrize(
    "mark", [None, 0, False, True, "", " none", "None", "NONE", "Confidential", "mật", ["none"], {"level": "none"}]
)
def test_what_does_not_say_plainly_that_it_is_ordinary_is_classified(mark: Any) -> None:
    for policy in (OFF, DEDICATED):
        assert not policy.may_hold({"secrecy": mark}, "province")
    assert not is_ordinary({"secrecy": mark})


def test_a_document_without_a_mark_is_classified_and_another_type_is_not() -> None:
    assert secrecy_of("Document", {"id": "a"}) == "unknown"
    assert secrecy_of("Handling", {"id": "a"}) == "none"


@pytest.mark.parametrize(
    "hidden",
    [
        {"payload": {"document": {"secrecy": "secret"}}},
        {"tacnghiep:source": {"Secrecy": "confidential"}},
        {"attachments": [{"name": "a.pdf", "tacnghiep:secrecy": "topSecret"}]},
        {"deep": [[{"x": [{"SECRECY": None}]}]]},
    ],
)
@pytest.mark.parametrize("type_name", ["Document", "Handling", "Act", "Task", "ScheduleEntry", "Unit", "Novelty"])
def test_a_mark_counts_wherever_it_lies_and_however_its_name_is_written(type_name: str, hidden: dict[str, Any]) -> None:
    assert secrecy_of(type_name, {"id": "a", "secrecy": "none", **hidden}) != "none"


def test_of_several_marks_the_highest_counts() -> None:
    both = {"secrecy": "confidential", "attachments": [{"secrecy": "secret"}]}
    assert not DEDICATED.may_hold(both, "commune")
    assert DEDICATED.may_hold(both, "province")


def test_the_office_with_the_lowest_level_decides() -> None:
    assert lowest(["province", "commune"]) == "commune"
    assert lowest(["province"]) == "province"
    assert lowest(["province", "ministry"]) == lowest([]) == ""


@pytest.mark.parametrize(
    ("machine", "persons", "held"),
    [
        ("central", ["province"], "province"),
        ("commune", ["province"], "commune"),
        ("province", ["commune"], "commune"),
        ("province", ["province"], "province"),
        ("province", [], ""),
        ("commune", ["ministry"], ""),
        ("", ["province"], "province"),
    ],
)
def test_the_machines_own_level_lowers_and_never_raises(machine: str, persons: list[str], held: str) -> None:
    assert SecrecyPolicy("dedicated", classified=True, unit=machine).holds_for(persons) == held


def test_a_central_that_does_not_say_its_network_is_taken_for_one_on_the_internet() -> None:
    assert [of_network(v) for v in ("dedicated", "internet", None, "Dedicated", ["dedicated"])] == [
        "dedicated", "internet", "internet", "internet", "internet",
    ]  # fmt: skip


def test_allowing_secrets_on_the_internet_contradicts_and_counts_as_not_allowed() -> None:
    assert (INTERNET.contradicts, DEDICATED.contradicts, OFF.contradicts) == (True, False, False)


# -- what stays

OBJECTS: dict[str, dict[str, Any]] = {
    "Document": document(1),
    "Handling": handling(1, directive="Giao Văn phòng tham mưu", arrivalNumber=7),
    "Act": {**act("direct", "p-tam", "side-1", {"directive": "Giao"}), "seq": 3, "receivedAt": "2026-11-22T02:00:00Z",
            "outcome": "accepted", "reason": None},
    "Task": next(iter(office_objects()["Task"].values())),
    "ScheduleEntry": next(iter(office_objects()["ScheduleEntry"].values())),
}  # fmt: skip


@pytest.mark.parametrize("type_name", sorted(KEPT))
def test_a_notice_has_every_member_that_its_type_has_and_fits_the_schema(type_name: str) -> None:
    schema = json.loads((FOLDER / "schemas" / f"{type_name}.json").read_text("utf-8"))
    kept = notice(type_name, OBJECTS[type_name], "secret")
    assert kept is not None
    assert is_withheld(kept)
    assert set(schema["required"]) <= kept.keys()
    assert kept.keys() == {*BLANK[type_name], "id", "withheld"}
    # What was done is part of what is withheld: the payload of an act is empty, whatever its kind asks for.
    wrong = [e.message for e in Draft202012Validator(schema).iter_errors(kept) if e.absolute_path != deque(["payload"])]
    assert wrong == []


@pytest.mark.parametrize("type_name", sorted(KEPT))
def test_a_notice_of_a_notice_says_nothing_more(type_name: str) -> None:
    kept = notice(type_name, OBJECTS[type_name], "none")
    assert kept is not None
    assert beyond_notice(type_name, kept) == 0
    assert notice(type_name, kept, "none") == kept
    assert beyond_notice(type_name, OBJECTS[type_name]) > 0


def test_what_the_practice_central_gives_of_a_classified_document_is_within_the_notice() -> None:
    given = json.loads(notice_text(dump(document(1, secrecy="confidential"))))
    assert beyond_notice("Document", given) == 0


def test_a_type_without_a_notice_leaves_nothing() -> None:
    assert notice("Person", {"id": "a", "name": MARKER}, "secret") is None
    assert notice("Document", {"id": "a b"}, "secret") is None


_values = st.recursive(
    st.just(MARKER) | st.integers() | st.booleans() | st.none(),
    lambda inner: (
        st.lists(inner, max_size=3) | st.dictionaries(st.sampled_from(["x", "name", MARKER]), inner, max_size=3)
    ),
    max_leaves=5,
)


@settings(max_examples=150, deadline=None)
@given(st.sampled_from(sorted(KEPT)), st.data())
def test_whatever_stands_in_whichever_member_nothing_of_it_stays(type_name: str, data: st.DataObject) -> None:
    names = [*OBJECTS[type_name], "tacnghiep:new", "title", "text"]
    spoilt = data.draw(st.dictionaries(st.sampled_from(names), _values))
    spoilt.pop("issuer", None)  # From whom it is may be said.
    kept = notice(type_name, {**OBJECTS[type_name], **spoilt, "id": "a"}, "secret")
    assert MARKER not in json.dumps(kept, ensure_ascii=False)


def test_every_file_that_is_named_is_found_by_its_digest() -> None:
    one, two = file_of(b"1"), file_of(b"2")
    found = digests_in({"file": one, "more": [{"stampBlobId": two["blobId"]}]}, {"digest": "short", "blobId": 3})
    assert found == {one["digest"], two["digest"]}
