"""A practice office that an older version filled goes on; and what is classified is found by nobody."""

from __future__ import annotations

from datetime import UTC, datetime
from pathlib import Path

from sqlalchemy import inspect, select

from desktop.practice.blobs import Blobs
from desktop.practice.reading import Viewer
from desktop.practice.schema import VERSION, thing
from desktop.practice.seeding import sow
from desktop.practice.store import Store, sqlite_url
from tests.practice.little import CLERK, LittleSeed, document


def filled(folder: Path) -> Store:
    store = Store.open(sqlite_url(folder / "office.db"))
    seed = LittleSeed(3, other={2: {"secrecy": "confidential"}})
    sow(store, Blobs(folder / "blobs", store), seed, datetime.now(UTC))
    return store


def seen(store: Store, filter_: dict[str, object]) -> list[str]:
    with store.reading() as reading:
        viewer = reading.viewer(CLERK)
        assert isinstance(viewer, Viewer)
        return sorted(reading.ordered(viewer, "Document", filter_, []))


def test_missing_columns_are_added_and_filled(tmp_path: Path) -> None:
    store = filled(tmp_path)
    with store.engine.execution_options(writing=True).begin() as connection:
        before = connection.execute(select(thing.c.id, thing.c.unfinished, thing.c.words).order_by(thing.c.key)).all()
        connection.exec_driver_sql("DROP INDEX thing_order")
        connection.exec_driver_sql("DROP INDEX audience_changed")
        connection.exec_driver_sql("DELETE FROM setting WHERE name = 'version'")
        for name in ("unfinished", "words"):
            connection.exec_driver_sql(f"ALTER TABLE thing DROP COLUMN {name}")
    store.close()
    store = Store.open(sqlite_url(tmp_path / "office.db"))
    with store.reader.begin() as connection:
        after = connection.execute(select(thing.c.id, thing.c.unfinished, thing.c.words).order_by(thing.c.key)).all()
    assert after == before
    assert {row.id: row.unfinished for row in after}["side-1"] is True
    assert store.setting("version") == VERSION
    names = {index["name"] for name in ("thing", "audience") for index in inspect(store.engine).get_indexes(name)}
    assert {"thing_order", "audience_changed"} <= names
    store.close()


def test_a_classified_document_is_found_by_nobody(tmp_path: Path) -> None:
    store = filled(tmp_path)
    assert document(2)["subject"].startswith("Thông báo số 2")
    assert seen(store, {"text": "thong bao"}) == ["doc-1", "doc-3"]
    assert len(seen(store, {})) == 3
    store.close()
