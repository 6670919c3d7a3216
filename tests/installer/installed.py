"""What an installation has to leave in Windows, and what its removal may not: files, registry, shortcuts."""

from __future__ import annotations

import filecmp
from collections.abc import Mapping
from pathlib import Path

from resources.installer.registration import NAME, OPTIONS, VALUES, Part, own_keys
from tests.installer.packages import Version
from tests.installer.wine import Wine

FOLDER = r"C:\Program Files\TacNghiep"
_PROGRAMS = r"Microsoft\Windows\Start Menu"
_LIST = r"Software\Microsoft\Windows\CurrentVersion\Uninstall"


class Installed:
    """The program as it is installed in one Windows.

    Attributes:
        folder, profile: where both lie on this machine.
        profile_path: the profile, as Windows names it.
    """

    def __init__(self, windows: Wine) -> None:
        self.windows = windows
        self.folder = windows.path(FOLDER)
        self.profile_path = rf"{windows.person}\AppData\Local\TacNghiep"
        self.profile = windows.path(self.profile_path)
        # wine shows a package's shortcuts to the person alone, Windows to everybody.
        self._menus = (rf"C:\ProgramData\{_PROGRAMS}", rf"{windows.person}\AppData\Roaming\{_PROGRAMS}")
        self._desktops = (r"C:\users\Public\Desktop", rf"{windows.person}\Desktop")

    def all_there(self, version: Version, package: str, said: Mapping[Part, str]) -> None:
        """Every file as it was packed and no other, every value of the registry, the shortcuts.

        Args:
            package: "setup" or "msi".
            said: what was chosen at this installation or an earlier one.
        """
        self._files(version)
        wanted = dict(said)
        wanted.update((one.part, "1") for one in OPTIONS if one.default and one.part not in said)
        registry = self.windows.registry()
        for value in VALUES:
            there = value.part is Part.ALWAYS or value.part in wanted
            content = value.content.format(
                dir=FOLDER, folder=FOLDER + "\\", option=wanted.get(value.part, ""), version=version.number,
                build=version.told, package=package,
            )  # fmt: skip
            found = registry.value(value.key, value.name)
            # Windows Installer writes a folder with a backslash at its end.
            same = found is not None and found.rstrip("\\") == content.rstrip("\\")
            assert same if there else found is None, (value, found)
        # Windows Installer lists numbers alone.
        assert self.listed() == (version.number if package == "msi" else version.told), self.listed()
        assert self.shortcuts(self._menus)
        assert bool(self.shortcuts(self._desktops)) == (Part.DESKTOPSHORTCUT in wanted)

    def _files(self, version: Version) -> None:
        wanted = version.files()
        _, different, missing = filecmp.cmpfiles(version.payload, self.folder, map(str, wanted), shallow=False)
        assert not [*different, *missing], (different[:5], missing[:5])
        there = {path.relative_to(self.folder) for path in self.folder.rglob("*") if path.is_file()}
        assert there - set(wanted) <= {Path("uninstall.exe")}, sorted(there - set(wanted))[:5]

    def listed(self) -> str | None:
        """The version that Windows shows in its list of installed programs; None where it lists none."""
        registry = self.windows.registry()
        for key in registry.below(_LIST):
            if (registry.value(key, "DisplayName") or "").startswith(NAME):
                return registry.value(key, "DisplayVersion")
        return None

    def nothing_there(self) -> None:
        """No file, key, value or shortcut is left."""
        assert not self.folder.exists(), sorted(self.folder.rglob("*"))[:5]
        registry = self.windows.registry()
        for value in VALUES:
            assert registry.value(value.key, value.name) is None, value
        left = [key for key in own_keys() if registry.has(key)]
        assert not left, left
        assert self.listed() is None
        assert not self.shortcuts((*self._menus, *self._desktops))

    def shortcuts(self, folders: tuple[str, ...]) -> list[Path]:
        """The program's own in these folders."""
        return [link for one in folders for link in self.windows.path(one).rglob("T*c nghi*.lnk")]

    def run(self, *arguments: str, timeout: float = 300) -> str:
        """What the installed program prints."""
        return self.windows.run(rf"{FOLDER}\tacnghiep.com", *arguments, timeout=timeout).stdout
