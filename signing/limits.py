"""A bound on a child process's memory and time, set by the child itself before it touches a file from outside.

Knows the operating system alone.
"""

from __future__ import annotations

import ctypes
import math
import os
import sys
import time
from typing import Any


class Bounds:
    """The bounds of this process, set anew for each file that it works on."""

    def __init__(self) -> None:
        self._job: Any = None

    def arm(self, memory: int, seconds: int | None, *, reserved: bool = True) -> None:
        """From now on allocations beyond ``memory`` bytes in all fail, and ``seconds`` more of work end the process
        (None: however much it works). ``reserved`` counts address space, too, that is only set aside, as threads do.

        Raises:
            OSError: the system refused.
        """
        until = None if seconds is None else math.ceil(time.process_time()) + seconds + 1
        if sys.platform == "win32":
            self._job = self._job or _job_around_this_process()
            _limit_job(self._job, memory, until)
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
        kernel = _kernel()
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


class _Basic(ctypes.Structure):
    _fields_ = (
        ("PerProcessUserTimeLimit", ctypes.c_int64),
        ("PerJobUserTimeLimit", ctypes.c_int64),
        ("LimitFlags", ctypes.c_uint32),
        ("MinimumWorkingSetSize", ctypes.c_size_t),
        ("MaximumWorkingSetSize", ctypes.c_size_t),
        ("ActiveProcessLimit", ctypes.c_uint32),
        ("Affinity", ctypes.c_size_t),
        ("PriorityClass", ctypes.c_uint32),
        ("SchedulingClass", ctypes.c_uint32),
    )


class _Extended(ctypes.Structure):
    _fields_ = (
        ("BasicLimitInformation", _Basic),
        ("IoInfo", ctypes.c_uint64 * 6),
        ("ProcessMemoryLimit", ctypes.c_size_t),
        ("JobMemoryLimit", ctypes.c_size_t),
        ("PeakProcessMemoryUsed", ctypes.c_size_t),
        ("PeakJobMemoryUsed", ctypes.c_size_t),
    )


_PROCESS_TIME, _PROCESS_MEMORY, _EXTENDED_INFORMATION = 0x2, 0x100, 9


def _kernel() -> Any:
    return getattr(ctypes, "WinDLL")("kernel32", use_last_error=True)  # noqa: B009 - exists on Windows only


def _job_around_this_process() -> Any:
    """A job object; its handle stays open for as long as the process lives."""
    kernel = _kernel()
    kernel.CreateJobObjectW.restype = ctypes.c_void_p
    kernel.GetCurrentProcess.restype = ctypes.c_void_p
    job = ctypes.c_void_p(kernel.CreateJobObjectW(None, None))
    if not kernel.AssignProcessToJobObject(job, ctypes.c_void_p(kernel.GetCurrentProcess())):
        raise OSError("this process could not be bounded")
    return job


def _limit_job(job: Any, memory: int, seconds: int | None) -> None:
    wanted = _Extended()
    wanted.BasicLimitInformation.LimitFlags = _PROCESS_MEMORY | (0 if seconds is None else _PROCESS_TIME)
    wanted.BasicLimitInformation.PerProcessUserTimeLimit = (seconds or 0) * 10_000_000  # hundreds of nanoseconds
    wanted.ProcessMemoryLimit = memory
    kernel = _kernel()
    if not kernel.SetInformationJobObject(job, _EXTENDED_INFORMATION, ctypes.byref(wanted), ctypes.sizeof(wanted)):
        raise OSError("this process could not be bounded")
