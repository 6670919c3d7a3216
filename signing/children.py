"""Child processes that end with this one, however this one ends. Knows the operating system alone.

Each child watches its standard input too and ends when nobody is left behind it; but one that hangs in a driver or in a
file cannot look. On Windows the system itself ends it: it closes the child's job with the last handle of this process.
On Linux what can hang bounds its own time (``limits``, ``agent``): the kernel's signal at a parent's death is bound to
the thread that started the child, which here comes and goes.
"""

from __future__ import annotations

import subprocess
import sys
from typing import Any


class Child(subprocess.Popen[Any]):
    """As ``subprocess.Popen``; without a console window of its own."""

    def __init__(self, *args: Any, **named: Any) -> None:
        super().__init__(*args, creationflags=getattr(subprocess, "CREATE_NO_WINDOW", 0), **named)
        if sys.platform == "win32":
            from .jobs import end_with_us

            end_with_us(self)


__all__ = ["Child"]
