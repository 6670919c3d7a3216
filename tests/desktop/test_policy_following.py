"""A policy that changes while somebody works holds within a minute, without pulling windows from under their hands."""

from __future__ import annotations

from collections.abc import AsyncIterator
from pathlib import Path
from typing import Any

import pytest
import pytest_asyncio
from PySide6.QtWidgets import QApplication, QWidget

from desktop.lanes import Lanes
from desktop.policy_following import EVERY_MS, PolicyFollowing
from desktop.session import settings as declared
from desktop.session.policy import Layer, Policy, take
from desktop.session.settings import BY_NAME, Settings
from tests.widgets.conftest import application
from widgets.leaving import is_barred

__all__ = ["application"]


class Followed:
    """A window that goes by a policy which can be changed."""

    def __init__(self, folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
        self.order({"allowPrinting": 0})
        monkeypatch.setattr(declared, "read_policy", lambda: self.policy)
        self.settings = Settings(folder / "settings.json")
        self.window = QWidget()
        self.lanes = Lanes()
        self.applied: list[tuple[str, Any]] = []
        self.decided: list[bool] = []
        self.following = PolicyFollowing(
            self.window,
            self.settings,
            self.lanes,
            lambda name, value: self.applied.append((name, value)),
            lambda: self.decided.append(True),
            lambda *_: None,
        )

    def order(self, values: dict[str, Any]) -> None:
        """The administrator writes another policy."""
        self.policy: Policy = take([Layer("registry", values)], BY_NAME)


@pytest_asyncio.fixture
async def followed(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, application: QApplication
) -> AsyncIterator[Followed]:
    made = Followed(tmp_path, monkeypatch)
    yield made
    made.following.close()
    made.lanes.close()


async def test_what_is_barred_at_the_start_and_what_changes_later(followed: Followed) -> None:
    assert (is_barred(followed.window, "print"), is_barred(followed.window, "export")) == (True, False)
    await followed.following.read()
    assert followed.decided == []
    followed.order({"allowExport": "0", "pollSeconds": 60, "language": "en"})
    await followed.following.read()
    assert (is_barred(followed.window, "print"), is_barred(followed.window, "export")) == (False, True)
    assert followed.settings["language"] == "en"
    assert [name for name, _ in followed.applied] == ["allowExport", "allowPrinting", "pollSeconds"]
    assert followed.decided == [True]


@pytest.mark.expects_log("settings.policy")
async def test_a_file_that_is_being_written_changes_nothing_one_that_stays_damaged_does(followed: Followed) -> None:
    good = followed.policy
    followed.policy = take([Layer("file", {}, broken="cut")], BY_NAME)
    await followed.following.read()
    assert followed.settings["allowExport"]
    followed.policy = good
    await followed.following.read()
    followed.policy = take([Layer("file", {}, broken="cut")], BY_NAME)
    await followed.following.read()
    assert followed.settings["allowExport"]
    await followed.following.read()
    assert not followed.settings["allowExport"]


async def test_it_is_read_every_minute(followed: Followed) -> None:
    assert followed.following._timer.isActive()
    assert followed.following._timer.interval() == EVERY_MS == 60_000


@pytest.mark.expects_log("settings.policy")
async def test_a_wrong_value_is_logged_once_not_every_minute(
    followed: Followed, caplog: pytest.LogCaptureFixture
) -> None:
    followed.order({"allowExport": "perhaps"})
    for _ in range(3):
        await followed.following.read()
    assert len([one for one in caplog.records if "settings.policy" in one.getMessage()]) == 1
    assert not followed.settings["allowExport"]
