"""A nation in a store: seeded by COPY as the central itself would have kept it, and gone on with after a cut."""

from __future__ import annotations

import json
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import pytest
from sqlalchemy import inspect, select

from desktop.practice import national, schema
from desktop.practice.nation import Nation, Plan
from desktop.practice.national import CannotSeed, Seeding, seed
from desktop.practice.national_files import lay_files
from desktop.practice.schema import audience, principal, thing
from desktop.practice.schemas import Shapes
from desktop.practice.seeding import sow
from desktop.practice.store import OtherVersion, Store, sqlite_url
from tests.office.postgres import postgres_url  # noqa: F401  # a fixture is found by its name in the module
from tests.practice.conftest import build

PLAN = Plan(accounts=600, units=80, documents=60, now=datetime(2026, 11, 20, 2, tzinfo=UTC))


@pytest.fixture
def empty(postgres_url: str) -> str:  # noqa: F811
    """The URL of a PostgreSQL database with nothing of ours in it."""
    store = Store.open(postgres_url)
    schema.metadata.drop_all(store.engine)
    store.close()
    return postgres_url


def told(store: Store) -> dict[tuple[int, str], Any]:
    """Every object as it is kept, with who sees it by which view."""
    with store.reading() as reading:
        seen: dict[tuple[int, str], set[tuple[str, int, bool]]] = {}
        readers = select(thing.c.type, thing.c.id, principal.c.name, audience.c.view, audience.c.gone)
        readers = readers.join(audience, audience.c.thing == thing.c.key)
        for number, object_id, name, view, gone in reading.connection.execute(
            readers.join(principal, principal.c.number == audience.c.principal)
        ):
            seen.setdefault((number, object_id), set()).add((name, view, gone))
        columns = [c for c in thing.c if c.name not in ("key", "body", "updated", "arrived")]
        rows = reading.connection.execute(select(*columns, thing.c.body)).mappings()
        found: dict[tuple[int, str], Any] = {}
        for row in rows:
            kept = {**row, "body": json.loads(row["body"] + "}")}
            kept["body"].pop("seq", None)  # Acts of one moment are numbered in another order.
            found[kept["type"], kept["id"]] = (kept, seen[kept["type"], kept["id"]])
    return found


class Sown:
    """The same nation as the little office's seed has it."""

    texts: dict[str, str] = {}  # noqa: RUF012  # the seed's own spelling
    blobs: tuple[()] = ()
    accounts: tuple[()] = ()

    def __init__(self, nation: Nation) -> None:
        papers = [nation.paper(n) for n in range(nation.plan.documents)]
        self.objects = {
            "Unit": [nation.organ(n) for n in range(nation.plan.units)],
            "Person": [nation.person(n) for n in range(nation.plan.accounts)],
            "Register": [register for n in range(nation.plan.units) for register in nation.registers(n)],
            "Document": [paper.document for paper in papers],
            "Handling": [handling for paper in papers for handling in paper.handlings],
        }
        self.acts = [act for paper in papers for act in paper.acts]


def test_it_is_kept_as_the_central_keeps_what_it_judged_itself(empty: str, tmp_path: Path) -> None:
    seed(empty, tmp_path, PLAN, lambda _line: None)
    beside = Store.open(sqlite_url(tmp_path / "beside.db"))
    nation = Nation(PLAN, lay_files(tmp_path / "blobs", 8))
    central = build(sqlite_url(tmp_path / "central.db"), tmp_path, "http://127.0.0.1:1")
    sow(beside, central.blobs, Sown(nation), PLAN.now)  # type: ignore[arg-type]  # tuples for lists
    central.close()
    store = Store.open(empty)
    assert told(store) == told(beside)
    with store.reading() as there, beside.reading() as here:
        for n in (0, 1, 90, 400):
            mine = there.viewer(nation.person_id(n)), here.viewer(nation.person_id(n))
            assert mine[0] is not None
            assert mine[1] is not None
            counts = [
                {name: len(r.visible(v, name, 9999)) for name in schema.TYPES}
                for r, v in ((there, mine[0]), (here, mine[1]))
            ]
            assert counts[0] == counts[1]
            # The state stands for all there is: nothing is new to whoever holds it.
            for name, change in there.newest(mine[0]).items():
                assert there.changes(mine[0], name, change, 10).created == []
                assert len(there.changes(mine[0], name, 0, 9999).created) == counts[0][name]
    beside.close()
    indexes = {index["name"] for table in schema.metadata.tables for index in inspect(store.engine).get_indexes(table)}
    assert {index.name for table in schema.metadata.sorted_tables for index in table.indexes} <= indexes
    store.close()


def test_every_object_fits_the_wire(tmp_path: Path) -> None:
    nation, shapes = Nation(PLAN, lay_files(tmp_path, 8)), Shapes()
    for name, values in Sown(nation).objects.items():
        assert [shapes.problems(name, value) for value in values if shapes.problems(name, value)] == []
    assert all(280_000 < file.size < 320_000 for file in nation.files)


def test_a_run_that_was_cut_goes_on_and_ends_alike(empty: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(national, "PART", 20)
    whole = Seeding._keep

    def cut(self: Seeding, part: Any, **steps: Any) -> None:
        whole(self, part, **steps)
        if steps.get("papers") == 40:
            raise KeyboardInterrupt

    with monkeypatch.context() as patch:
        patch.setattr(Seeding, "_keep", cut)
        with pytest.raises(KeyboardInterrupt):
            seed(empty, tmp_path, PLAN, lambda _line: None)
    with pytest.raises(CannotSeed):
        seed(empty, tmp_path, Plan(600, 80, 61, PLAN.now), lambda _line: None)
    seed(empty, tmp_path, Plan(600, 80, 60, datetime.now(UTC)), lambda _line: None)
    cut_short = Store.open(empty)
    found = told(cut_short)
    schema.metadata.drop_all(cut_short.engine)
    cut_short.close()
    seed(empty, tmp_path, PLAN, lambda _line: None)
    at_once = Store.open(empty)
    assert found == told(at_once)
    with at_once.writing() as writing:
        assert writing.next("change") == len(found) + 1
    at_once.close()


def test_only_an_empty_postgresql_is_seeded(empty: str, tmp_path: Path) -> None:
    with pytest.raises(CannotSeed):
        seed(sqlite_url(tmp_path / "office.db"), tmp_path, PLAN, lambda _line: None)
    build(empty, tmp_path, "http://127.0.0.1:1").close()
    with pytest.raises(CannotSeed):
        seed(empty, tmp_path, PLAN, lambda _line: None)


def test_the_command_says_in_words_what_it_cannot_do(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    where = ["--database", sqlite_url(tmp_path / "office.db"), "--data", str(tmp_path)]
    assert national.main([*where, "--units", "3"]) == 3
    assert "PostgreSQL" in capsys.readouterr().err


def test_a_store_of_another_version_is_not_opened(tmp_path: Path) -> None:
    url = sqlite_url(tmp_path / "office.db")
    store = Store.open(url)
    store.remember("version", "99")
    store.close()
    with pytest.raises(OtherVersion):
        Store.open(url)
