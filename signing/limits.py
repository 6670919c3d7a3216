"""A bound on a child process's memory and time, set by the child itself before it touches a file from outside.

Knows the operating system and ``jobs``.
"""

from __future__ import annotations

import ctypes
import math
import os
import sys
import time

from . import jobs


class Bounds:
    """The bounds of this process, set anew for each file that it works on."""

    def __init__(self) -> None:
        self._job: int | None = None

    def arm(self, memory: int, seconds: int | None, *, reserved: bool = True) -> None:
        """From now on allocations beyond ``memory`` bytes in all fail, and ``seconds`` more of work end the process
        (None: however much it works). ``reserved`` counts address space, too, that is only set aside, as threads do.

        Raises:
            OSError: the system refused.
        """
        until = None if seconds is None else math.ceil(time.process_time()) + seconds + 1
        if sys.platform == "win32":
            self._job = self._job or jobs.new_job(jobs.kernel().GetCurrentProcess())
            flags = jobs.PROCESS_MEMORY | jobs.DIE_QUIETLY | (0 if until is None else jobs.PROCESS_TIME)
            jobs.limit(self._job, flags, memory=memory, seconds=until or 0)
        else:
            import resource

            cpu = resource.RLIM_INFINITY if until is None else until
            space = resource.RLIMIT_AS if reserved else resource.RLIMIT_DATA
            for kind, soft in ((space, memory), (resource.RLIMIT_CPU, cpu), (resource.RLIMIT_CORE, 0)):
                hard = resource.getrlimit(kind)[1]
                # The hard bound stays: one that was lowered could not be raised again for the next file.
                bounded = hard != resource.RLIM_INFINITY
                soft = hard if bounded and soft == resource.RLIM_INFINITY else min(soft, hard) if bounded else soft
                resource.setrlimit(kind, (soft, hard))


def memory_in_use() -> int:
    """Bytes of memory that this process holds; 0 where the system does not say."""
    if sys.platform == "win32":
        found = _Counters()
        found.size = ctypes.sizeof(found)
        kernel = jobs.kernel()
        kernel.GetCurrentProcess.restype = ctypes.c_void_p
        done = kernel.K32GetProcessMemoryInfo(
            ctypes.c_void_p(kernel.GetCurrentProcess()), ctypes.byref(found), found.size
        )
        return int(found.held) if done else 0
    try:
        # Not getrusage: its peak begins with what the parent held.
        with open("/proc/self/statm", encoding="ascii") as file:
            return int(file.read().split()[1]) * os.sysconf("SC_PAGE_SIZE")
    except (OSError, ValueError, IndexError):
        return 0


class _Counters(ctypes.Structure):
    _fields_ = (
        ("size", ctypes.c_uint32),
        ("faults", ctypes.c_uint32),
        ("peak", ctypes.c_size_t),
        ("held", ctypes.c_size_t),
        ("others", ctypes.c_size_t * 6),
    )
