"""Numbers of a store for whoever helps: what they say, and that nothing kept is in them."""

from __future__ import annotations

import json
from pathlib import Path

from local_cache.cache import open_cache
from local_cache.keys import MasterKey
from local_cache.schema import CACHE_VERSION, OUTBOX_VERSION


def test_they_say_versions_rows_and_soundness_and_nothing_that_is_kept(tmp_path: Path) -> None:
    with open_cache(tmp_path / "p", MasterKey.random()) as cache:
        cache.drafts.save("d1", "reply", {"text": "Kính gửi Nguyễn Văn Hùng"})
        state, kept = cache.statistics()
        late = cache.statistics(0.0)
    assert (state["user_version"], kept["user_version"]) == (CACHE_VERSION, OUTBOX_VERSION)
    assert (state["check"], kept["check"]) == ("ok", "ok")
    assert kept["rows"]["draft"] == 1
    assert "document" in state["rows"]
    assert "Hùng" not in json.dumps([state, kept], ensure_ascii=False)
    assert all("check" in one for one in late)


def test_a_damaged_page_is_said(tmp_path: Path) -> None:
    key = MasterKey.random()
    with open_cache(tmp_path / "p", key) as cache:
        cache.scrub()
        path = tmp_path / "p" / "outbox.db"
        for number in range(60):
            cache.drafts.save(f"d{number}", "reply", {"text": "x" * 3000})
        cache._kept.checkpoint()
        with path.open("r+b") as file:
            file.seek(path.stat().st_size - 9000)
            file.write(b"\xff" * 8000)
        cache._kept._readers.dispose()
        assert cache.statistics()[1]["check"] != "ok"
