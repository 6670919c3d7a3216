"""Who decides on starting with the system: installation, policy, the person, and the system's own means."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from desktop.autostart import DesktopFiles
from desktop.lanes import Lanes
from desktop.presenters.autostarting import Autostarting
from desktop.presenters.settings import groups
from desktop.session.declared import Setting
from desktop.session.policy import Layer, take
from desktop.session.settings import BY_NAME, Settings
from widgets.settings_window import SettingView

NAME = "startWithSystem"


@pytest.fixture
def lanes() -> Iterator[Lanes]:
    made = Lanes()
    yield made
    made.close()


class Machine:
    """Real files, and settings over them."""

    def __init__(self, root: Path, lanes: Lanes, **policy: object) -> None:
        self.root = root
        self.files = DesktopFiles(("/opt/tacnghiep", "--tray"), root / "own", [root / "office"])
        self.settings = Settings(root / "settings.json", policy)
        self.told: list[bool] = []
        self.starting = Autostarting(self.files, self.settings, lanes, lambda: self.told.append(True))

    def view(self) -> SettingView:
        made = groups(self.settings, "vi", fixed=self.starting.fixed)
        return next(one for group in made for one in group.settings if one.key == NAME)


async def test_the_persons_choice_is_kept_on_the_machine(tmp_path: Path, lanes: Lanes) -> None:
    machine = Machine(tmp_path, lanes)
    await machine.starting.settle()
    assert machine.files.state() == "off"
    machine.settings.set(NAME, True)
    await machine.starting.apply()
    assert machine.files.state() == "own"
    assert machine.view().locked == ""


async def test_what_was_changed_by_the_systems_own_means_is_taken_over(tmp_path: Path, lanes: Lanes) -> None:
    machine = Machine(tmp_path, lanes)
    machine.settings.set(NAME, True)
    await machine.starting.settle()
    assert machine.settings[NAME] is False
    machine.files.choose(True)
    await machine.starting.settle()
    assert machine.settings[NAME] is True


async def test_policy_is_done_and_cannot_be_changed(tmp_path: Path, lanes: Lanes) -> None:
    machine = Machine(tmp_path, lanes, **{NAME: True})
    await machine.starting.settle()
    assert machine.files.state() == "own"
    assert machine.view().locked == "Do cơ quan quy định"


async def test_a_recommendation_does_not_undo_what_the_person_switched_off(tmp_path: Path, lanes: Lanes) -> None:
    machine = Machine(tmp_path, lanes)
    declared: dict[str, Setting] = BY_NAME
    machine.settings.take_policy(take([Layer("recommended", {NAME: True}, mandatory=False)], declared))
    await machine.starting.settle()
    assert machine.files.state() == "own"
    file = tmp_path / "own/tacnghiep.desktop"
    file.write_text(file.read_text("utf-8").replace("enabled=true", "enabled=false"), "utf-8")
    await machine.starting.settle()
    assert machine.files.state() == "refused"
    assert machine.settings[NAME] is False


async def test_what_the_installer_wrote_for_all_is_shown_so(tmp_path: Path, lanes: Lanes) -> None:
    (tmp_path / "office").mkdir()
    (tmp_path / "office/tacnghiep.desktop").write_text("[Desktop Entry]\n")
    machine = Machine(tmp_path, lanes)
    await machine.starting.settle()
    view = machine.view()
    assert (view.value, view.locked) == (True, "Do cơ quan đặt khi cài đặt cho mọi người dùng máy này")
    await machine.starting.apply()
    assert not (tmp_path / "own").exists()


async def test_policy_goes_before_what_the_installer_wrote(tmp_path: Path, lanes: Lanes) -> None:
    (tmp_path / "office").mkdir()
    (tmp_path / "office/tacnghiep.desktop").write_text("[Desktop Entry]\n")
    machine = Machine(tmp_path, lanes, **{NAME: False})
    await machine.starting.settle()
    view = machine.view()
    assert (view.value, view.locked) == (False, "Do cơ quan quy định")


async def test_a_choice_that_cannot_be_kept_is_said_and_not_shown_as_kept(tmp_path: Path, lanes: Lanes) -> None:
    (tmp_path / "own").write_text("a file where the folder should be")
    machine = Machine(tmp_path, lanes)
    machine.settings.set(NAME, True)
    with pytest.raises(OSError, match="own"):
        await machine.starting.apply()
    assert machine.settings[NAME] is False
    assert machine.told
