"""The played day: drives the real windows through a clerk's and a leader's morning, and takes their pictures.

Knows the application from outside, as a person at the screen does. It is the demonstration, the source of the help
pages' pictures, and a test.
"""

from __future__ import annotations

import os
import sys
import tempfile
from pathlib import Path


def play(directory: Path, *, profile: Path | None = None, size: int | None = None) -> int:
    """Play the day and write numbered pictures and ``day.json`` into ``directory``; 0 when every step went well.

    Args:
        profile: where the profile is put; a folder of its own that goes away afterwards when None.
        size: documents in the practice office.
    """
    from desktop.application import has_screen, run
    from desktop.entrance import PracticeWishes
    from desktop.logs import close_log

    if not has_screen():
        os.environ["QT_QPA_PLATFORM"] = "offscreen"
    from desktop.day.morning import Morning
    from desktop.day.player import Player
    from desktop.day.visitor import Visitor

    directory.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory(prefix="tacnghiep-day-") as temporary:
        visitor = Visitor()
        player = Player(directory)
        try:
            status = run(
                profile or Path(temporary),
                lambda entrance: Morning(player, entrance, visitor).run(),
                browser=visitor.open,
                wishes=PracticeWishes(size=size, quiet=True),
            )
        finally:
            close_log()
            # Nobody is there to close the window that tells of a fall.
            sys.excepthook = sys.__excepthook__
    for step in player.steps:
        mark = "✓" if step.ok else "✗"
        sys.stdout.write(f"{mark} {step.name} ({step.seconds:.1f} s) {step.problem}\n")
    return status
