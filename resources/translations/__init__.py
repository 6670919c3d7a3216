"""The interface's languages: Qt Linguist files. Knows nobody of ours.

Vietnamese is the language of the source. ``tacnghiep_en`` is its English; ``qt_vi`` is the Vietnamese of the few texts
that Qt itself brings (buttons, menus of text fields, file dialogs).
"""

from __future__ import annotations

from pathlib import Path

FOLDER = Path(__file__).resolve().parent
LANGUAGES: dict[str, tuple[str, ...]] = {"vi": ("tacnghiep_vi", "qt_vi"), "en": ("tacnghiep_en",)}
"""The files of each language, without their endings."""


def files_of(language: str) -> list[Path]:
    """The compiled files of a language, to be loaded in this order; empty for a language that is not there."""
    return [FOLDER / f"{name}.qm" for name in LANGUAGES.get(language, ())]
