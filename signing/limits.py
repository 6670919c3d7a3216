"""A bound on a child process's memory and time, set by the child itself before it touches a file from outside.

Knows the operating system alone.
"""

from __future__ import annotations

import ctypes
import sys
from typing import Any


def limit_this_process(memory: int, seconds: int) -> None:
    """Bounds this process: allocations beyond ``memory`` bytes fail, more than ``seconds`` of work ends it.

    Raises:
        OSError: the system refused.
    """
    if sys.platform == "win32":
        _limit_windows(memory, seconds)
    else:
        import resource

        resource.setrlimit(resource.RLIMIT_AS, (memory, memory))
        resource.setrlimit(resource.RLIMIT_CPU, (seconds, seconds + 1))
        resource.setrlimit(resource.RLIMIT_CORE, (0, 0))


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


def _limit_windows(memory: int, seconds: int) -> None:
    """A job object around this process; its handle stays open for as long as the process lives."""
    kernel: Any = getattr(ctypes, "WinDLL")("kernel32", use_last_error=True)  # noqa: B009 - exists on Windows only
    kernel.CreateJobObjectW.restype = ctypes.c_void_p
    kernel.GetCurrentProcess.restype = ctypes.c_void_p
    job = ctypes.c_void_p(kernel.CreateJobObjectW(None, None))
    wanted = _Extended()
    wanted.BasicLimitInformation.LimitFlags = _PROCESS_MEMORY | _PROCESS_TIME
    wanted.BasicLimitInformation.PerProcessUserTimeLimit = seconds * 10_000_000  # hundreds of nanoseconds
    wanted.ProcessMemoryLimit = memory
    done = kernel.SetInformationJobObject(job, _EXTENDED_INFORMATION, ctypes.byref(wanted), ctypes.sizeof(wanted))
    if not done or not kernel.AssignProcessToJobObject(job, ctypes.c_void_p(kernel.GetCurrentProcess())):
        raise OSError("this process could not be bounded")
