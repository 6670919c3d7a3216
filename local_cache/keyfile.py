"""The profile's key file (key.json): the key-check value, the wraps of the key, a rotation under way. Nothing in clear.

Written whole and swapped in, so that a kill leaves the old or the new one. Knows `errors` and `profile` alone.
"""

from __future__ import annotations

import json
import os
from pathlib import Path
from typing import Any

from local_cache.errors import disk_errors
from local_cache.profile import sync_folder


class KeyFile:
    """Reads and writes key.json.

    Args:
        directory: the profile's folder; made when first written.
    """

    def __init__(self, directory: Path) -> None:
        self._path = directory / "key.json"

    def check_value(self) -> bytes | None:
        """The key-check value, or None before the profile's first use (or where the file was lost)."""
        try:
            return bytes.fromhex(self._read()["check"])
        except (KeyError, ValueError, TypeError):
            return None

    def set_check_value(self, value: bytes) -> None:
        self.change(check=value.hex())

    def rotation(self) -> dict[str, Any] | None:
        """What `rotation` noted of a change of the key, if one was begun and not yet forgotten."""
        found = self._read().get("rotation")
        return found if isinstance(found, dict) else None

    def change(self, **entries: Any) -> None:
        """Set entries together, all or none; None takes one out."""
        content = {**self._read(), **entries}
        self._write({name: value for name, value in content.items() if value is not None})

    def wraps(self) -> dict[str, dict[str, Any]]:
        """The wraps by name: "passphrase", "recovery"."""
        wraps = self._read().get("wraps")
        return wraps if isinstance(wraps, dict) else {}

    def set_wrap(self, name: str, wrap: dict[str, Any] | None) -> None:
        wraps = {**self.wraps(), name: wrap}
        self.change(wraps={key: value for key, value in wraps.items() if value is not None})

    def _read(self) -> dict[str, Any]:
        return self._read_or_none() or {}

    def _read_or_none(self) -> dict[str, Any] | None:
        """None where there is no file, or one that makes no sense."""
        try:
            content = json.loads(self._path.read_bytes())
        except (FileNotFoundError, ValueError):
            return None
        return content if isinstance(content, dict) else None

    def _write(self, content: dict[str, Any]) -> None:
        with disk_errors():
            self._path.parent.mkdir(parents=True, exist_ok=True)
            if self._path.exists() and self._read_or_none() is None:
                # Somebody may still read a wrap out of it.
                self._path.replace(self._path.with_suffix(".damaged"))
            fresh = self._path.with_suffix(".new")
            with fresh.open("wb") as file:
                file.write(json.dumps({"version": 1, **content}, indent=1).encode())
                file.flush()
                os.fsync(file.fileno())
            fresh.replace(self._path)
            sync_folder(self._path.parent)
