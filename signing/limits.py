"""A bound on a child process's memory and time, set by the child itself before it touches a file from outside.

Knows the operating system alone.
"""

from __future__ import annotations

import ctypes
import math
import sys
import time
from typing import Any


class Bounds:
    """The bounds of this process, set anew for each file that it works on."""

    def __init__(self) -> None:
        self._job: Any = None

    def arm(self, memory: int, seconds: int) -> None:
        """From now on allocations beyond ``memory`` bytes in all fail, and ``seconds`` more of work end the process.

        Raises:
            OSError: the system refused.
        """
        until = math.ceil(time.process_time()) + seconds + 1
        if sys.platform == "win32":
            self._job = self._job or _job_around_this_process()
            _limit_job(self._job, memory, until)
        else:
            import resource

            for kind, soft in ((resource.RLIMIT_AS, memory), (resource.RLIMIT_CPU, until), (resource.RLIMIT_CORE, 0)):
                hard = resource.getrlimit(kind)[1]
                # The hard bound stays: one that was lowered could not be raised again for the next file.
                resource.setrlimit(kind, (soft if hard == resource.RLIM_INFINITY else min(soft, hard), hard))


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


def _limit_job(job: Any, memory: int, seconds: int) -> None:
    wanted = _Extended()
    wanted.BasicLimitInformation.LimitFlags = _PROCESS_MEMORY | _PROCESS_TIME
    wanted.BasicLimitInformation.PerProcessUserTimeLimit = seconds * 10_000_000  # hundreds of nanoseconds
    wanted.ProcessMemoryLimit = memory
    kernel = _kernel()
    if not kernel.SetInformationJobObject(job, _EXTENDED_INFORMATION, ctypes.byref(wanted), ctypes.sizeof(wanted)):
        raise OSError("this process could not be bounded")
