"""State objects: base and overlay, typed columns, listings, pages, counts, cursors."""

from __future__ import annotations

import json
import random
import threading
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from local_cache import Cache, Cursor, Listing, Param, any_of
from local_cache.schema import TYPES
from tests.local_cache.samples import document, handling, task

TO_DO = Listing(
    "Handling",
    (("organ_id", "=", "{organ}"), ("state", "in", ("toReceive", "toHandle", "returned")), ("role", "!=", "info")),
    (("arrived_at", "desc"), ("id", "desc")),
    join_document=True,
)
PARAMS = {"organ": "organ-a", "me": "me", "duty": ["unit-1", "unit-2"], "today": "2026-04-10"}


def _fill(cache: Cache, count: int = 200) -> list[dict[str, Any]]:
    handlings = [handling(number) for number in range(count)]
    with cache.writing() as tx:
        tx.put("Document", [document(number) for number in range(count)])
        tx.put("Handling", handlings)
    return handlings


def test_puts_and_gives_back_what_came(cache: Cache) -> None:
    sent = document(1, **{"mở rộng": {"a": [1, None, "Ơ"]}})
    cache.objects.put("Document", [sent])
    assert cache.objects.get("Document", sent["id"]) == sent
    assert cache.objects.base("Document", sent["id"]) == sent
    assert cache.objects.get("Document", "nobody") is None
    assert cache.objects.many("Document", [sent["id"], "nobody"]) == {sent["id"]: sent}


def test_text_goes_to_the_index_and_not_into_the_object(cache: Cache) -> None:
    cache.objects.put("Document", [document(1, text="toàn văn")])
    assert "text" not in (cache.objects.get("Document", "doc-00001") or {})
    assert cache.objects.text("doc-00001") == "toàn văn"
    cache.objects.put("Document", [document(1, state="recalled")])
    assert cache.objects.text("doc-00001") == "toàn văn", "an object without text leaves the text"


def test_keeps_types_it_does_not_know(cache: Cache) -> None:
    cache.objects.put("Resolution", [{"id": "r1", "x": 1}])
    cache.objects.put("Evaluation", [{"id": "r1", "x": 2}])
    assert cache.objects.get("Resolution", "r1") == {"id": "r1", "x": 1}
    assert cache.objects.known("Evaluation") == {"r1"}
    cache.objects.set_overlay("Resolution", {"r1": {"id": "r1", "x": 9}})
    assert cache.objects.overlaid() == {"Resolution": {"r1"}}
    assert cache.objects.all("Resolution") == [{"id": "r1", "x": 9}]
    cache.objects.set_overlay("Resolution", {"r1": None})
    cache.objects.delete("Resolution", ["r1"])
    assert cache.objects.get("Resolution", "r1") is None
    assert cache.objects.size("Evaluation") == 1


def test_overlay_is_shown_until_it_is_set_again(cache: Cache) -> None:
    cache.objects.put("Handling", [handling(1)])
    cache.objects.set_overlay("Handling", {"han-00001": handling(1, state="done"), "new": handling(3, id="new")})
    assert (cache.objects.get("Handling", "han-00001") or {})["state"] == "done"
    cache.objects.put("Handling", [handling(1, state="passedOn")])
    assert (cache.objects.get("Handling", "han-00001") or {})["state"] == "done", "a base under an overlay stays hidden"
    assert (cache.objects.base("Handling", "han-00001") or {})["state"] == "passedOn"
    assert cache.objects.base("Handling", "new") is None
    assert cache.objects.known("Handling") == {"han-00001"}
    assert cache.objects.size("Handling") == 1
    assert cache.objects.pending("Handling", ["han-00001", "new", "x"]) == {"han-00001", "new"}
    done = Listing("Handling", (("state", "=", "done"),))
    assert cache.objects.ids(done) == ["han-00001"], "columns come from what is shown"
    with cache.writing() as tx:
        tx.clear_overlays("Handling")
    assert (cache.objects.get("Handling", "han-00001") or {})["state"] == "passedOn"
    assert cache.objects.get("Handling", "new") is None, "what was overlay only vanishes"
    assert cache.objects.ids(done) == []
    assert cache.objects.ids(Listing("Handling", (("state", "=", "passedOn"),))) == ["han-00001"]


def test_a_deleted_base_lives_on_under_its_overlay(cache: Cache) -> None:
    cache.objects.put("Handling", [handling(1), handling(2)])
    cache.objects.set_overlay("Handling", {"han-00001": handling(1, state="done")})
    cache.objects.delete("Handling", ["han-00001", "han-00002"])
    assert cache.objects.get("Handling", "han-00002") is None
    assert cache.objects.get("Handling", "han-00001") is not None
    assert cache.objects.base("Handling", "han-00001") is None
    cache.objects.set_overlay("Handling", {"han-00001": None})
    assert cache.objects.get("Handling", "han-00001") is None


_STEP = st.one_of(
    st.tuples(st.just("put"), st.integers(0, 3), st.sampled_from(["toHandle", "done", None])),
    st.tuples(st.just("lay"), st.integers(0, 3), st.sampled_from(["toHandle", "returned", None])),
    st.tuples(st.just("clear"), st.integers(0, 3), st.none()),
    st.tuples(st.just("delete"), st.integers(0, 3), st.none()),
)


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.lists(_STEP, max_size=12))
def test_columns_always_agree_with_what_is_shown(cache: Cache, steps: list[tuple[str, int, Any]]) -> None:
    base: dict[str, Any] = {}
    over: dict[str, Any] = {}
    with cache.writing() as tx:
        tx.clear_overlays()
        tx.delete("Handling", tx.known("Handling"))
        for step, number, state in steps:
            item = handling(number, state=state)
            if step == "put":
                tx.put("Handling", [item])
                base[item["id"]] = item
            elif step == "lay":
                tx.set_overlay("Handling", {item["id"]: item})
                over[item["id"]] = item
            elif step == "clear":
                tx.set_overlay("Handling", {item["id"]: None})
                over.pop(item["id"], None)
            else:
                tx.delete("Handling", [item["id"]])
                base.pop(item["id"], None)
        shown = {**base, **over}
        assert tx.many("Handling", [f"han-{number:05d}" for number in range(4)]) == shown
        assert tx.known("Handling") == set(base)
        rows = tx._rows("SELECT id, state, owner_id, due FROM handling", [])
        assert {tuple(row) for row in rows} == {
            (item["id"], item["state"], item["personId"] or item["unitId"], item["due"]) for item in shown.values()
        }


def test_every_type_has_its_columns_extracted(cache: Cache) -> None:
    cache.objects.put("Task", [task(1), task(2)])
    assert cache.objects.ids(Listing("Task", (("holder", "own", None),)), PARAMS) == ["task-1", "task-2"]
    assert cache.objects.ids(Listing("Task", (("holder", "own", None),)), {**PARAMS, "duty": []}) == ["task-1"]
    assert cache.objects.ids(Listing("Task", (("co_handlers", "contains", "unit-7"),), (("due", "desc"),))) == [
        "task-2",
        "task-1",
    ]
    for kind in TYPES:
        for column in kind.columns:
            assert cache.objects.ids(Listing(kind.type, ((column, "is null"),), ((column, "asc"),))) is not None


def _wanted(handlings: list[dict[str, Any]]) -> list[str]:
    chosen = [
        one for one in handlings if one["state"] in ("toReceive", "toHandle", "returned") and one["role"] != "info"
    ]
    chosen.sort(key=lambda one: (one["arrivedAt"], one["id"]), reverse=True)
    return [one["id"] for one in chosen]


def test_lists_in_order(cache: Cache) -> None:
    handlings = _fill(cache)
    assert cache.objects.ids(TO_DO, PARAMS) == _wanted(handlings)


def test_rows_carry_object_document_and_pending(cache: Cache) -> None:
    _fill(cache, 20)
    cache.objects.set_overlay("Document", {"doc-00001": document(1, subject="khác")})
    row = cache.objects.rows("Handling", ["han-00001", "nobody", "han-00003"], join_document=True)
    assert [one["handling"]["id"] for one in row] == ["han-00001", "han-00003"]
    assert row[0]["document"]["subject"] == "khác"
    assert [one["pending"] for one in row] == [True, False]
    cache.objects.put("Handling", [handling(99, documentId="unknown")])
    assert cache.objects.rows("Handling", ["han-00099"], join_document=True)[0]["document"] is None
    assert cache.objects.rows("Document", ["doc-00002"])[0]["document"] == document(2)


ORDERS = (
    (("arrived_at", "desc"), ("id", "desc")),
    (("due", "asc"), ("id", "asc")),
    (("due", "desc"),),
    (("due", "desc"), ("urgency", "asc"), ("id", "desc")),
    (("urgency", "asc"), ("due", "desc"), ("arrived_at", "asc")),
    (),
)
WHERES = (
    (),
    (("state", "in", ("toReceive", "toHandle", "done")),),
    (("holder", "own", None), ("state", "in", ("toHandle", "done"))),
    (("organ_id", "=", "{organ}"), ("holder", "not own", None)),
    (any_of(("due", "<", Param("today")), (("role", "=", "info"), ("urgency", ">=", 2))),),
)


@pytest.mark.parametrize("order", ORDERS)
@pytest.mark.parametrize("where", WHERES)
def test_pages_join_up_to_the_whole_list(cache: Cache, where: tuple[Any, ...], order: tuple[Any, ...]) -> None:
    """Ties, nulls first and last, several keys: no row twice, none left out."""
    _fill(cache, 150)
    listing = Listing("Handling", where, order)
    whole = cache.objects.ids(listing, PARAMS)
    assert whole
    assert cache.objects.count({"k": listing}, PARAMS) == {"k": len(whole)}
    seen: list[str] = []
    after = None
    while page := cache.objects.page(listing, PARAMS, after=after, limit=7):
        seen += [row["handling"]["id"] for row in page]
        after = page[-1]["after"]
    assert seen == whole


def test_own_and_unit_never_overlap_and_leave_nothing_out(cache: Cache) -> None:
    _fill(cache)
    own = set(cache.objects.ids(Listing("Handling", (("holder", "own", None),)), PARAMS))
    unit = set(cache.objects.ids(Listing("Handling", (("holder", "not own", None),)), PARAMS))
    assert own.isdisjoint(unit)
    assert len(own | unit) == 200
    mine = [one for one in (handling(number) for number in range(200)) if one["id"] in own]
    assert all(one["personId"] == "me" or (one["personId"] is None and one["unitId"] in PARAMS["duty"]) for one in mine)


def test_conditions_on_the_joined_document(cache: Cache) -> None:
    _fill(cache, 40)
    cache.objects.put("Document", [document(3, secrecy="secret")])
    listing = Listing("Handling", (("document.secrecy", "=", "secret"),), (("document.number", "asc"),), True)
    assert cache.objects.ids(listing) == ["han-00003"]
    assert len(cache.objects.page(listing)) == 1


def test_counts_of_many_boxes_are_of_one_snapshot(cache: Cache) -> None:
    handlings = _fill(cache)
    listings = {state: Listing("Handling", (("state", "=", state),)) for state in ("toReceive", "done", "none")}
    expected = {state: sum(one["state"] == state for one in handlings) for state in listings}
    assert cache.objects.count(listings, PARAMS) == expected
    assert cache.objects.count({}, PARAMS) == {}


@pytest.mark.parametrize(
    ("where", "expected"),
    [
        ((("recipients", "contains", "unit-2"),), 3),
        ((("recipients", "contains", ["unit-3", "unit-2"]),), 3),
        ((("recipients", "contains", "unit"),), 0),
        ((("number", "not in", (1, 2)),), 1),
        ((("number", "=", None),), 0),
        ((("number", "!=", None),), 3),
        ((("number", "in", ()),), 0),
        ((any_of(),), 0),
        ((("reply_to", "is null", None), ("number", ">=", 2), ("number", "<", 3)), 1),
    ],
)
def test_operators(cache: Cache, where: tuple[Any, ...], expected: int) -> None:
    cache.objects.put("Document", [document(number) for number in (1, 2, 3)])
    assert len(cache.objects.ids(Listing("Document", where))) == expected
    assert len(cache.objects.page(Listing("Document", where))) == expected


@pytest.mark.parametrize(
    "listing",
    [
        Listing("Nothing"),
        Listing("Handling", (("states", "=", "x"),)),
        Listing("Handling", (("state", "like", "x"),)),
        Listing("Handling", (("state; DROP TABLE handling", "=", "x"),)),
        Listing("Handling", (), (("document.secrecy", "asc"),)),
        Listing("Handling", (("due", "<", "{tomorrow}"),)),
        Listing("Register", (("holder", "own", None),)),
    ],
)
def test_mistakes_in_declarations_are_told(cache: Cache, listing: Listing) -> None:
    with pytest.raises(ValueError, match=r"\w"):
        cache.objects.ids(listing, {"me": "me", "duty": []})


def test_the_cursor_moves_with_what_it_stands_for(cache: Cache) -> None:
    with cache.writing() as tx:
        tx.put("Document", [document(1)])
        tx.set_cursor("Document", "s1", complete=False, position={"anchor": "x"})
    assert cache.objects.cursor("Document") == Cursor("s1", False, {"anchor": "x"})

    def fail() -> None:
        with cache.writing() as tx:
            tx.put("Document", [document(2)])
            tx.set_cursor("Document", "s2")
            raise RuntimeError("cut")

    with pytest.raises(RuntimeError):
        fail()
    assert cache.objects.cursor("Document") == Cursor("s1", False, {"anchor": "x"})
    assert cache.objects.get("Document", "doc-00002") is None
    cache.objects.set_cursor("Document", None)
    assert cache.objects.cursor("Document") is None


def test_an_object_without_id_is_refused(cache: Cache) -> None:
    with pytest.raises(ValueError, match="id"):
        cache.objects.put("Document", [{"subject": "x"}])


def test_many_objects_at_once_and_the_last_of_equal_ids_wins(cache: Cache) -> None:
    cache.objects.put("Document", [document(number % 2500) for number in range(2500)] + [document(7, state="draft")])
    assert cache.objects.size("Document") == 2500
    assert (cache.objects.get("Document", "doc-00007") or {})["state"] == "draft"
    cache.objects.delete("Document", [f"doc-{number:05d}" for number in range(2400)])
    assert len(cache.objects.known("Document")) == 100


def test_two_threads_read_while_one_writes(cache: Cache) -> None:
    """A reader sees all of a transaction or nothing of it."""
    _fill(cache, 50)
    stop = threading.Event()
    wrong: list[Any] = []

    def read() -> None:
        chooser = random.Random(1)
        while not stop.is_set():
            with cache.objects.reading() as snapshot:
                done = snapshot.count({"n": Listing("Handling", (("state", "=", "moved"),))})["n"]
                cursor = snapshot.cursor("Handling")
                if done != (int(cursor.state) if cursor else 0):
                    wrong.append((done, cursor))
                snapshot.get("Handling", f"han-{chooser.randrange(50):05d}")

    readers = [threading.Thread(target=read) for _ in range(2)]
    for reader in readers:
        reader.start()
    for number in range(50):
        with cache.writing() as tx:
            tx.put("Handling", [handling(number, state="moved")])
            tx.set_cursor("Handling", str(number + 1))
    stop.set()
    for reader in readers:
        reader.join()
    assert not wrong


def test_stored_json_is_compact_and_readable(cache: Cache) -> None:
    cache.objects.put("Document", [document(1)])
    with cache._state.reading() as connection:
        data = connection.exec_driver_sql("SELECT data FROM document").scalar_one()
    assert json.loads(data) == document(1)
    assert "Ủy ban" in data


def test_sums_kept_of_handlings_agree_with_counting(cache: Cache) -> None:
    """Whatever is written, laid over, taken off and deleted, in whatever order."""
    chooser = random.Random(5)
    params = {"me": "me", "duty": ["unit-1"]}
    boxes = {
        number: Listing("Handling", where)
        for number, where in enumerate(
            (
                (("organ_id", "=", "organ-a"), ("holder", "own", None), ("state", "=", "done")),
                (("organ_id", "=", "organ-a"), ("holder", "not own", None), ("state", "in", ("done", "returned"))),
                (("role", "=", "info"), ("state", "=", "toHandle")),
                (("owner_id", "in", ("me", "unit-2")),),
                (("state", "=", "toHandle"), ("person_id", "is null")),
            )
        )
    }
    counted: dict[int, int] = {}

    def changed(number: int) -> dict[str, Any]:
        return handling(
            number,
            state=chooser.choice(["done", "returned", "toHandle", None]),
            personId=chooser.choice(["me", "other", None]),
            unitId=chooser.choice(["unit-1", "unit-2", None]),
            organId=chooser.choice(["organ-a", "organ-b"]),
            role=chooser.choice(["info", "lead", None]),
        )

    for _ in range(60):
        some = [changed(number) for number in chooser.sample(range(40), 8)]
        match chooser.randrange(4):
            case 0:
                cache.objects.put("Handling", some)
            case 1:
                cache.objects.set_overlay("Handling", {one["id"]: one for one in some})
            case 2:
                cache.objects.set_overlay("Handling", {one["id"]: None for one in some})
            case _:
                cache.objects.delete("Handling", [one["id"] for one in some[:3]])
        counted = cache.objects.count(boxes, params)
        assert counted == {number: len(cache.objects.ids(box, params)) for number, box in boxes.items()}
    assert counted[0] > 0
    assert counted[3] > 0
