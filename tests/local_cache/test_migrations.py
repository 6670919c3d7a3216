"""The migrations lead exactly to the tables that the code declares, and run once."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from alembic.autogenerate import compare_metadata
from alembic.migration import MigrationContext
from alembic.script import ScriptDirectory
from sqlalchemy import MetaData
from sqlalchemy.engine import Connection

from local_cache import MasterKey, migrations, schema
from local_cache.engine import Database

CHAINS = {"cache": schema.cache, "outbox": schema.outbox}


@pytest.fixture
def database(tmp_path: Path, key: MasterKey) -> Iterator[Database]:
    opened = Database(tmp_path / "x.db", key.derive("x"), durable=False)
    yield opened
    opened.close()


def _tables(connection: Connection) -> dict[str, str]:
    rows = connection.exec_driver_sql("SELECT name, sql FROM sqlite_master WHERE sql IS NOT NULL")
    return {
        name: re.sub(r"\s+", " ", sql).replace("( ", "(").replace(" )", ")").strip()
        for name, sql in rows
        if name != "alembic_version" and not name.startswith("search_index")
    }


@pytest.mark.parametrize("chain", CHAINS)
def test_models_equal_migrations(database: Database, chain: str, tmp_path: Path, key: MasterKey) -> None:
    metadata: MetaData = CHAINS[chain]
    assert migrations.bring_up_to_date(database, chain)
    assert not migrations.bring_up_to_date(database, chain)
    declared = Database(tmp_path / "declared.db", key.derive("x"), durable=False)
    with declared.writing() as connection:
        metadata.create_all(connection)
        wanted = _tables(connection)
    declared.close()
    with database.writing() as connection:
        assert _tables(connection) == wanted
        context = MigrationContext.configure(
            connection,
            opts={
                "include_object": lambda item, name, kind, reflected, compare: not str(name).startswith("search_index")
            },
        )
        assert compare_metadata(context, metadata) == []


def test_the_search_index_is_as_declared(database: Database) -> None:
    migrations.bring_up_to_date(database, "cache")
    with database.reading() as connection:
        sql = connection.exec_driver_sql("SELECT sql FROM sqlite_master WHERE name = 'search_index'").scalar_one()
        options = dict(connection.exec_driver_sql("SELECT k, v FROM search_index_config").all())
    assert re.sub(r"\s+", " ", sql) == schema.SEARCH_INDEX
    assert {name: options[name] for name in schema.SEARCH_OPTIONS} == schema.SEARCH_OPTIONS


@pytest.mark.parametrize("chain", CHAINS)
def test_each_revision_runs_in_turn(database: Database, chain: str) -> None:
    directory = ScriptDirectory(str(Path(migrations.__file__).parent / chain))
    revisions = [script.revision for script in directory.walk_revisions()][::-1]
    assert len(revisions) == migrations.VERSIONS[chain], "the version counts the revisions"
    assert directory.get_heads() == revisions[-1:]
    for revision in revisions:
        with database.writing() as connection:
            migrations.upgrade(connection, chain, revision)
            found = connection.exec_driver_sql("SELECT version_num FROM alembic_version").scalar()
        assert found == revision


def test_a_failed_migration_leaves_nothing(database: Database, monkeypatch: pytest.MonkeyPatch) -> None:
    def fail(connection: Connection, chain: str, revision: str = "head") -> None:
        connection.exec_driver_sql("CREATE TABLE half (x)")
        raise RuntimeError("cut")

    monkeypatch.setattr(migrations, "upgrade", fail)
    with pytest.raises(RuntimeError):
        migrations.bring_up_to_date(database, "cache")
    with database.reading() as connection:
        assert connection.exec_driver_sql("SELECT count(*) FROM sqlite_master").scalar() == 0
        assert migrations.version_of(connection) == 0
