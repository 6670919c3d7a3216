"""Windows' job objects: what binds processes together and bounds them (jobapi2.h). Knows the operating system alone."""

from __future__ import annotations

import ctypes
import subprocess
import weakref
from ctypes import wintypes
from typing import Any

KILL_ON_CLOSE, DIE_QUIETLY, PROCESS_TIME, PROCESS_MEMORY = 0x2000, 0x400, 0x2, 0x100
_EXTENDED_INFORMATION = 9


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


def kernel() -> Any:
    """kernel32, with its last error kept for each thread."""
    return getattr(ctypes, "WinDLL")("kernel32", use_last_error=True)  # noqa: B009 - exists on Windows only


def new_job(process: int) -> int:
    """A job with one process in it; its handle stays open until it is closed or this process ends.

    Args:
        process: a handle.

    Raises:
        OSError: the system refused.
    """
    library = kernel()
    library.CreateJobObjectW.restype = wintypes.HANDLE
    job = library.CreateJobObjectW(None, None)
    if not job or not library.AssignProcessToJobObject(wintypes.HANDLE(job), wintypes.HANDLE(process)):
        raise OSError("this process could not be bounded")
    return job


def limit(job: int, flags: int, *, memory: int = 0, seconds: int = 0) -> None:
    """Bound what the job's processes may take, by the flags that are set.

    Raises:
        OSError: the system refused.
    """
    wanted = _Extended()
    wanted.BasicLimitInformation.LimitFlags = flags
    wanted.BasicLimitInformation.PerProcessUserTimeLimit = seconds * 10_000_000  # hundreds of nanoseconds
    wanted.ProcessMemoryLimit = memory
    size = ctypes.sizeof(wanted)
    if not kernel().SetInformationJobObject(wintypes.HANDLE(job), _EXTENDED_INFORMATION, ctypes.byref(wanted), size):
        raise OSError("this process could not be bounded")


def end_with_us(process: subprocess.Popen[Any]) -> None:
    """Have the system end a child when this process ends, or lets the child go."""
    job = new_job(int(getattr(process, "_handle")))  # noqa: B009 - exists on Windows only
    limit(job, KILL_ON_CLOSE)
    weakref.finalize(process, kernel().CloseHandle, wintypes.HANDLE(job))
