"""The command that seeds a central at national size: ``tacnghiep practice --seed-national --database postgresql://…``.

Knows the store and the invented nation. Rows go in by COPY, a part at a time, each part with the counters that stand
for it in one transaction: a run that was cut goes on after its last whole part. Keys and indexes are made after the
load. What it needs at 150,000 accounts, 3,500 units and 2,000,000 documents stands in CONTRIBUTING.md.
"""

from __future__ import annotations

import argparse
import json
import sys
from collections.abc import Callable, Sequence
from concurrent.futures import ThreadPoolExecutor
from contextlib import closing
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from sqlalchemy import Connection, text
from sqlalchemy.schema import CreateIndex, DropIndex

from desktop.office.acts import wire_time
from desktop.practice import schema
from desktop.practice.bulk import COLUMNS, Gathered, Gatherer, Position
from desktop.practice.nation import File, Nation, Plan, moment
from desktop.practice.national_files import lay_files
from desktop.practice.people import PASSWORD
from desktop.practice.store import OtherVersion, Store, psycopg_url

PART = 4000
"""Papers in one transaction."""

BULK = (schema.thing, schema.audience, schema.blob_use, schema.act_content)
"""The tables that hold millions of rows: loaded bare."""

SETTING = "national"
Say = Callable[[str], None]


class CannotSeed(Exception):
    """The store cannot be seeded; the argument says why, in Vietnamese."""


class Seeding:
    """One run, new or continued."""

    def __init__(self, store: Store, folder: Path, plan: Plan, say: Say) -> None:
        self.store = store
        self.say = say
        self.started = self.begun = datetime.now(UTC)
        known = store.setting(SETTING)
        if known is None and store.setting("filled") is not None:
            raise CannotSeed("Kho này đã có dữ liệu khác. Hãy chỉ một cơ sở dữ liệu trống.")
        self.progress: dict[str, Any] = json.loads(known) if known else _fresh(plan)
        kept = self.progress["plan"]
        if {name: kept[name] for name in _SIZES} != {name: getattr(plan, name) for name in _SIZES}:
            raise CannotSeed(f"Lần gieo trước dùng quy mô khác: {', '.join(f'{n} {kept[n]}' for n in _SIZES)}.")
        plan = Plan(plan.accounts, plan.units, plan.documents, moment(kept["now"]))
        self.say("Đang chuẩn bị tệp PDF…")
        self.files: list[File] = lay_files(folder / "blobs", max(8, min(2000, plan.documents // 400)))
        self.nation = Nation(plan, self.files)

    def run(self) -> None:
        """Loads what is missing, then makes keys and indexes."""
        if self.store.setting("filled") is not None:
            self.say("Kho đã được gieo đủ từ trước.")
            return
        self._strip()
        gatherer = Gatherer(self.nation, Position(**self.progress["position"]))
        if not self.progress["people"]:
            self._keep(gatherer.society(PASSWORD, self.files, wire_time(self.nation.plan.now)), people=True)
        self._papers(gatherer)
        self._finish()

    def _papers(self, gatherer: Gatherer) -> None:
        """One part is written while the next is made."""
        self.begun, total = datetime.now(UTC), self.nation.plan.documents
        first = done = int(self.progress["papers"])
        with ThreadPoolExecutor(1, "practice-copy") as lane:
            writing = None
            for start in range(first, total, PART):
                end = min(start + PART, total)
                part = gatherer.papers(start, end)
                if writing is not None:
                    writing.result()
                    self._tell(first, done, total)
                writing = lane.submit(self._keep, part, papers=end)
                done = end
            if writing is not None:
                writing.result()

    def _tell(self, first: int, done: int, total: int) -> None:
        spent = (datetime.now(UTC) - self.begun).total_seconds()
        left = spent / max(1, done - first) * (total - done)
        self.say(f"Đã ghi {done:,} / {total:,} văn bản · còn khoảng {max(1, round(left / 60))} phút".replace(",", "."))

    def _keep(self, part: Gathered, **steps: Any) -> None:
        """One part and how far it brings us, in one transaction."""
        progress = {**self.progress, **steps, "position": part.position.__dict__}
        with self.store.engine.begin() as connection:
            for table, lines in part.rows.items():
                _copy(connection, table, lines)
            connection.execute(
                text("UPDATE counter SET value = CASE name WHEN 'change' THEN :change ELSE :act END"),
                {"change": part.position.change, "act": part.position.act},
            )
            connection.execute(
                text(
                    "INSERT INTO setting VALUES (:name, :value) ON CONFLICT (name) DO UPDATE SET value = excluded.value"
                ),
                {"name": SETTING, "value": json.dumps(progress)},
            )
        self.progress = progress

    # -- keys and indexes

    def _strip(self) -> None:
        """The big tables without keys and indexes, so that loading appends and nothing else."""
        with self.store.engine.begin() as connection:
            for table in BULK:
                for index in table.indexes:
                    connection.execute(DropIndex(index, if_exists=True))
                connection.execute(text(f"ALTER TABLE {table.name} DROP CONSTRAINT IF EXISTS {table.name}_pkey"))
                connection.execute(text(f"ALTER TABLE {table.name} SET (autovacuum_enabled = false)"))

    def _finish(self) -> None:
        """What is made once all rows are there; each step can be begun again."""
        self.say("Đang dọn bảng…")
        with self.store.engine.connect().execution_options(isolation_level="AUTOCOMMIT") as connection:
            for table in BULK:
                connection.execute(text(f"VACUUM {table.name}"))
        for table in BULK:
            self.say(f"Đang lập chỉ mục cho {table.name}…")
            for index in sorted(table.indexes, key=lambda each: str(each.name)):
                self._build(lambda connection, index=index: connection.execute(CreateIndex(index, if_not_exists=True)))
            self._build(lambda connection, table=table: _give_key(connection, table))
        self.say("Đang tính trạng thái của từng người…")
        self._build(_newest)
        with self.store.engine.connect().execution_options(isolation_level="AUTOCOMMIT") as connection:
            for table in schema.metadata.sorted_tables:
                connection.execute(text(f"ANALYZE {table.name}"))
        self.store.remember("filled", wire_time(self.nation.plan.now))
        spent = (datetime.now(UTC) - self.started).total_seconds()
        self.say(f"Đã gieo xong sau {round(spent / 60, 1)} phút.")

    def _build(self, work: Callable[[Connection], Any]) -> None:
        with self.store.engine.begin() as connection:
            connection.execute(text("SET LOCAL maintenance_work_mem = '512MB'"))
            connection.execute(text("SET LOCAL work_mem = '128MB'"))
            work(connection)


_SIZES = ("accounts", "units", "documents")


def _fresh(plan: Plan) -> dict[str, Any]:
    sizes = {name: getattr(plan, name) for name in _SIZES}
    return {"plan": {**sizes, "now": plan.now.isoformat()}, "people": False, "papers": 0, "position": {}}


def _copy(connection: Connection, table: str, lines: Sequence[str]) -> None:
    """Rows in PostgreSQL's text form."""
    cursor: Any = connection.connection.cursor()
    with cursor.copy(f"COPY {table} ({', '.join(COLUMNS[table])}) FROM STDIN") as copy:
        for start in range(0, len(lines), 2000):
            copy.write("".join(lines[start : start + 2000]).encode())


def _has_key(connection: Connection, table: str) -> bool:
    found = text("SELECT 1 FROM pg_constraint WHERE conrelid = CAST(:name AS regclass) AND contype = 'p'")
    return connection.execute(found, {"name": table}).first() is not None


def _give_key(connection: Connection, table: Any) -> None:
    if not _has_key(connection, table.name):
        columns = ", ".join(column.name for column in table.primary_key.columns)
        connection.execute(text(f"ALTER TABLE {table.name} ADD PRIMARY KEY ({columns})"))
    connection.execute(text(f"ALTER TABLE {table.name} RESET (autovacuum_enabled)"))


def _newest(connection: Connection) -> None:
    """The newest change of each type for each principal, and where the drawn keys go on."""
    connection.execute(text("DELETE FROM latest"))
    connection.execute(
        text("INSERT INTO latest SELECT principal, type, max(changed) FROM audience GROUP BY principal, type")
    )
    for table, column in (("thing", "key"), ("principal", "number")):
        connection.execute(
            text(f"SELECT setval(pg_get_serial_sequence('{table}', '{column}'), (SELECT max({column}) FROM {table}))")
        )


# -- the command ------------------------------------------------------------------------------------------------------


def main(argv: list[str] | None = None) -> int:
    """Seeds; the exit status."""
    parser = argparse.ArgumentParser(
        prog="tacnghiep practice --seed-national", description="Gieo một hệ thống trung tâm thử ở quy mô toàn quốc."
    )
    parser.add_argument("--database", required=True, metavar="URL", help="PostgreSQL trống")
    parser.add_argument("--data", type=Path, required=True, metavar="DIR", help="thư mục dữ liệu, nơi đặt tệp PDF")
    parser.add_argument("--accounts", type=int, default=150_000, help="số tài khoản")
    parser.add_argument("--units", type=int, default=3_500, help="số cơ quan")
    parser.add_argument("--documents", type=int, default=2_000_000, help="số văn bản")
    given = parser.parse_args(argv)
    try:
        plan = Plan(given.accounts, given.units, given.documents, datetime.now(UTC).replace(microsecond=0))
        seed(psycopg_url(given.database), given.data, plan, _say)
    except (CannotSeed, OtherVersion, ValueError) as problem:
        _say(str(problem))
        return 3
    return 0


def seed(url: str, folder: Path, plan: Plan, say: Say) -> None:
    """Fills an empty database, or goes on with one that was cut.

    Raises:
        CannotSeed: the database is another's, or no PostgreSQL.
        OtherVersion: it was made by another version.
    """
    if not url.startswith("postgresql"):
        raise CannotSeed("Quy mô toàn quốc cần PostgreSQL: hãy cho biết --database postgresql://…")
    folder.mkdir(parents=True, exist_ok=True)
    with closing(Store.open(url)) as store:
        Seeding(store, folder, plan, say).run()


def _say(line: str) -> None:
    sys.stderr.write(line + "\n")
    sys.stderr.flush()


if __name__ == "__main__":
    sys.exit(main())
