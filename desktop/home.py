"""Where this program keeps things on this machine. Knows nothing of ours.

The local application data of the user, never the roaming one: a profile on a share is refused (local_cache.profile).
"""

from __future__ import annotations

from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path

import platformdirs


@dataclass(frozen=True)
class Home:
    """The folders under one root; ``--profile`` names another root."""

    root: Path

    @classmethod
    def at(cls, root: Path | None) -> Home:
        return cls((root or platformdirs.user_data_path("TacNghiep", appauthor=False, roaming=False)).resolve())

    def make(self) -> None:
        """Make the root, for this user alone (on Windows, too, since Python 3.13). Where it cannot be made, whoever
        writes to it says so.
        """
        with suppress(OSError):
            self.root.parent.mkdir(parents=True, exist_ok=True)
            self.root.mkdir(mode=0o700, exist_ok=True)

    @property
    def settings(self) -> Path:
        return self.root / "settings.json"

    @property
    def accounts(self) -> Path:
        """Profiles at real centrals."""
        return self.root / "accounts"

    @property
    def practice(self) -> Path:
        """Everything of the practice office."""
        return self.root / "practice"

    @property
    def practice_accounts(self) -> Path:
        """Profiles at the practice office: never mixed with real ones."""
        return self.practice / "accounts"

    @property
    def practice_data(self) -> Path:
        """What the practice office itself keeps."""
        return self.practice / "office"

    @property
    def trust(self) -> Path:
        """The office's trust roots, unless policy names another folder."""
        return self.root / "trust"

    @property
    def logs(self) -> Path:
        return self.root / "logs"
