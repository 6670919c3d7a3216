"""Profiles of every released version open with today's program, whole; a migration that fails costs nothing."""

from __future__ import annotations

import hashlib
import os
import shutil
import subprocess
import sys
from contextlib import closing
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from alembic.script import ScriptDirectory

from local_cache import Listing, MasterKey, leftovers, migrations, open_cache
from local_cache.engine import Database
from local_cache.errors import DiskFull, MigrationFailed
from local_cache.profile import Profile
from tests.local_cache import released

REVISIONS = [(chain, number) for chain, known in migrations.VERSIONS.items() for number in range(1, known + 1)]
KNOWN = migrations.VERSIONS["outbox"]
NEXT = f"""
from alembic import op
revision, down_revision, branch_labels, depends_on = "{KNOWN + 1:04d}", "{KNOWN:04d}", None, None
def upgrade():
    op.get_bind().exec_driver_sql("ALTER TABLE preference ADD COLUMN changed_at TEXT")
    op.get_bind().exec_driver_sql("UPDATE preference SET changed_at = ''")
"""
DONE = Listing("Handling", (("state", "=", "done"), ("holder", "own", None)))
NOT_MINE = Listing("Handling", (("state", "=", "done"), ("organ_id", "=", "organ-a"), ("holder", "not own", None)))
FAILING = NEXT + '    op.get_bind().exec_driver_sql("UPDATE nothing SET x = 1")\n'
LOSING = NEXT + "    op.get_bind().exec_driver_sql(\"DELETE FROM outgoing_act WHERE id = 'act-7'\")\n"


def _script(chain: str, number: int) -> Path:
    directory = ScriptDirectory(str(migrations.SCRIPTS / chain))
    return Path(directory.get_revision(f"{number:04d}").path)


@pytest.mark.parametrize(("chain", "number"), REVISIONS)
def test_a_released_script_is_never_edited(chain: str, number: int) -> None:
    content = _script(chain, number).read_bytes().replace(b"\r\n", b"\n")
    assert hashlib.sha256(content).hexdigest() == released.DIGESTS[chain, number]
    assert (chain, number) in released.ROWS, "say what this version writes"


def _whole(folder: Path, key: MasterKey) -> None:
    with open_cache(folder, key) as cache:
        assert not cache.opened.cache_renewed
        assert cache.opened.outbox_salvaged is None
        assert cache.check() == []
        entries = cache.outbox.all()
        assert [entry.act for entry in entries] == [released.act(number) for number in range(1, 25)]
        assert [entry.state for entry in entries[:4]] == ["sending", "held", "refused", "waiting"]
        assert (entries[1].reason, entries[1].attempts) == ({"code": "x"}, 2)
        assert len(cache.drafts.list()) == 5
        assert cache.preferences.get("theme") == "dark"
        assert cache.secrets.get("refreshToken") == "token"
        digest = hashlib.sha256(released.FILE).hexdigest()
        assert cache.blobs.read(digest) == released.FILE
        assert cache.blobs.pins(digest) == {"window", "act:act-1", "draft:draft-1"}
        assert cache.objects.size("Document") == 40
        assert cache.objects.get("Document", "doc-7") == released.document(7)
        assert cache.objects.get("Later", "x") == {"id": "x", "new": True}
        assert len(cache.search("dat dai", limit=100)) == 40
        counted = cache.objects.count({"own": DONE, "unit": NOT_MINE}, {"me": "me", "duty": ["unit-1"]})
        assert counted == {"own": 5, "unit": 10}
        cursor = cache.objects.cursor("Document")
        assert cursor is not None
        assert cursor.state == "s7"
        batch = cache.batches.last()
        assert batch is None or (batch.open, batch.ids("left"), batch.ids("waiting")) == (True, ("doc-1",), ("doc-2",))


@pytest.mark.parametrize("cache", range(1, migrations.VERSIONS["cache"] + 1))
@pytest.mark.parametrize("outbox", range(1, migrations.VERSIONS["outbox"] + 1))
def test_every_released_profile_opens_whole(folder: Path, key: MasterKey, cache: int, outbox: int) -> None:
    released.make(folder, key, cache, outbox)
    _whole(folder, key)
    _whole(folder, key)
    with open_cache(folder, key) as opened:
        assert (opened.batches.last() is not None) is (outbox >= 2)


@pytest.fixture
def later(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A program that is one version on; the test writes what its migration of the outbox does."""
    scripts = tmp_path / "scripts"
    shutil.copytree(migrations.SCRIPTS, scripts, ignore=shutil.ignore_patterns("__pycache__"))
    known = migrations.VERSIONS["outbox"]
    monkeypatch.setattr(migrations, "SCRIPTS", scripts)
    monkeypatch.setitem(migrations.VERSIONS, "outbox", known + 1)
    return scripts / "outbox" / "versions" / f"v{known + 1:04d}_later.py"


def _backups(folder: Path) -> list[Path]:
    return sorted((folder / "backups").glob("*")) if (folder / "backups").exists() else []


def test_the_outbox_is_backed_up_before_it_is_migrated(folder: Path, key: MasterKey, later: Path) -> None:
    later.write_text(NEXT)
    released.make(folder, key, 1, 1)
    _whole(folder, key)
    (backup,) = _backups(folder)
    with closing(Database(backup, key.derive("outbox.db"), durable=True)) as database:
        assert database.check() == []
        with database.reading() as connection:
            assert migrations.version_of(connection) == 1
            assert connection.exec_driver_sql("SELECT count(*) FROM outgoing_act").scalar() == 24
            assert connection.exec_driver_sql("SELECT count(*) FROM secret").scalar() == 0, "tokens stay in one place"
    assert b"receive" not in backup.read_bytes()
    _whole(folder, key)
    assert _backups(folder) == [backup], "opening again makes no other"


def test_a_backup_goes_after_a_week(folder: Path, key: MasterKey, later: Path) -> None:
    later.write_text(NEXT)
    released.make(folder, key, 1, 1)
    _whole(folder, key)
    now = datetime.now(UTC)
    assert leftovers.expire(Profile(folder), now + timedelta(days=6, hours=23)) == 0
    assert leftovers.expire(Profile(folder), now + timedelta(days=7, seconds=1)) == 1
    assert not (folder / "backups").exists()


@pytest.mark.parametrize("gone", ["draft", "file", "document", "nothing"])
def test_a_backup_goes_with_what_it_holds(folder: Path, key: MasterKey, later: Path, gone: str) -> None:
    """Scrubbed after a deletion: it stays only as long as all that is in it may still be seen."""
    later.write_text(NEXT)
    released.make(folder, key, 1, 1)
    database = Database(folder / "outbox.db", key.derive("outbox.db"), durable=True)
    with closing(database), database.writing() as connection:
        connection.exec_driver_sql("UPDATE outgoing_act SET document_id = 'doc-7' WHERE id = 'act-7'")
    with open_cache(folder, key) as cache:
        cache.outbox.remove(*(f"act-{number}" for number in range(1, 25)))
        cache.scrub()
        assert len(_backups(folder)) == 1, "acts that were sent are the author's own"
        if gone == "draft":
            cache.drafts.delete("draft-3")
        if gone == "file":
            digest = hashlib.sha256(released.FILE).hexdigest()
            cache.drafts.delete("draft-1")
            cache.blobs.unpin(digest, "window")
            assert cache.blobs.delete(digest)
        if gone == "document":
            cache.objects.delete("Document", ["doc-7"])
        cache.scrub()
    assert len(_backups(folder)) == (1 if gone == "nothing" else 0)


@pytest.mark.parametrize("script", [FAILING, LOSING])
def test_a_failing_migration_leaves_the_profile_as_it_was(
    folder: Path, key: MasterKey, later: Path, script: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    later.write_text(script)
    released.make(folder, key, 1, 1)
    with pytest.raises(MigrationFailed) as caught:
        open_cache(folder, key)
    assert (caught.value.code, caught.value.found, caught.value.known) == ("migrationFailed", 1, KNOWN + 1)
    assert _backups(folder) == []
    monkeypatch.undo()
    _whole(folder, key)


def test_what_undoing_does_not_bring_back_comes_from_the_backup(
    folder: Path, key: MasterKey, later: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A script that commits on its own, as one of SQLite's table rebuilds would, and then fails."""
    later.write_text(LOSING + '    op.get_bind().exec_driver_sql("COMMIT")\n    raise RuntimeError("cut")\n')
    released.make(folder, key, 1, 1)
    with pytest.raises(MigrationFailed):
        open_cache(folder, key)
    monkeypatch.undo()
    _whole(folder, key)


def test_a_full_disk_during_a_migration(small_disk: Path, key: MasterKey, later: Path) -> None:
    later.write_text(NEXT)
    folder = small_disk / "profile"
    released.make(folder, key, 1, 1)
    ballast = small_disk / "ballast"
    ballast.write_bytes(bytes(shutil.disk_usage(small_disk).free - 60_000))
    with pytest.raises(DiskFull):
        open_cache(folder, key)
    assert _backups(folder) == []
    ballast.unlink()
    _whole(folder, key)


KILLED = """
import os, sys
from pathlib import Path
from local_cache import MasterKey, migrations, open_cache
migrations.SCRIPTS = Path(sys.argv[2])
migrations.VERSIONS["outbox"] += 1
open_cache(Path(sys.argv[1]), MasterKey(bytes(range(32))))
"""


def test_killed_in_the_middle_of_a_migration(folder: Path, key: MasterKey, later: Path) -> None:
    later.write_text(LOSING + "    import os, signal\n    os.kill(os.getpid(), signal.SIGKILL)\n")
    released.make(folder, key, 1, 1)
    root = Path(__file__).parents[2]
    done = subprocess.run(
        [sys.executable, "-c", KILLED, str(folder), str(migrations.SCRIPTS)],
        env={**os.environ, "PYTHONPATH": str(root)},
        check=False,
    )
    assert done.returncode < 0
    assert len(_backups(folder)) == 1
    later.write_text(NEXT)
    _whole(folder, key)
    assert len(_backups(folder)) == 1, "that of the killed one is replaced"


def test_a_failing_migration_of_the_cache_costs_only_a_reception(
    folder: Path, key: MasterKey, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """It can be received again: better than a program that does not start."""
    latest = migrations.VERSIONS["cache"]
    released.make(folder, key, latest, 1)
    script = tmp_path / "scripts" / "cache" / "versions" / "later.py"
    shutil.copytree(migrations.SCRIPTS, tmp_path / "scripts", ignore=shutil.ignore_patterns("__pycache__"))
    failing_on_rows = 'if op.get_bind().exec_driver_sql("SELECT count(*) FROM document").scalar(): raise ValueError'
    numbers = f'"{latest + 1:04d}", "{latest:04d}", None, None'
    heading = f"from alembic import op\nrevision, down_revision, branch_labels, depends_on = {numbers}\n"
    script.write_text(f"{heading}def upgrade():\n    {failing_on_rows}\n")
    monkeypatch.setattr(migrations, "SCRIPTS", tmp_path / "scripts")
    monkeypatch.setitem(migrations.VERSIONS, "cache", latest + 1)
    with pytest.raises(MigrationFailed):
        open_cache(folder, key, repair=False)
    with open_cache(folder, key) as cache:
        assert cache.opened.cache_renewed
        assert cache.outbox.count() == 24
        assert cache.objects.size("Document") == 0
    assert _backups(folder) == []
