"""Keeps memory, in which keys, PINs and documents lie, out of what a system writes down of a crash.

Windows Error Reporting writes stacks without the heap (werapi.h); elsewhere no core is written. Knows the operating
system alone.
"""

from __future__ import annotations

import ctypes
import sys

NO_HEAP = 0x1  # WER_FAULT_REPORTING_FLAG_NOHEAP


def keep_memory_out() -> bool:
    """From now on, for this process; whether the system took it."""
    if sys.platform == "win32":
        library = getattr(ctypes, "WinDLL")("kernel32")  # noqa: B009 - exists on Windows only
        return library.WerSetFlags(NO_HEAP) == 0
    import resource

    hard = resource.getrlimit(resource.RLIMIT_CORE)[1]
    resource.setrlimit(resource.RLIMIT_CORE, (0, hard))
    return True
