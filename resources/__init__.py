"""Icons, fonts, translations, styles, schemas and help pages. Knows nobody."""

from __future__ import annotations

from pathlib import Path

FOLDER = Path(__file__).resolve().parent
"""Where they lie: always files, never in an archive. `importlib.resources` is slow to be read itself."""
