"""Garbage is collected on the window's thread, and nowhere else."""

from __future__ import annotations

import gc
import threading
import weakref
from collections.abc import Iterator

import pytest
from PySide6.QtCore import QCoreApplication

from desktop.garbage import Garbage


class Knot:
    def __init__(self) -> None:
        self.self = self


@pytest.fixture
def garbage() -> Iterator[Garbage]:
    application = QCoreApplication.instance() or QCoreApplication([])
    found = Garbage(application)
    yield found
    found.end()
    gc.disable()


def test_a_thread_that_allocates_much_collects_nothing(garbage: Garbage) -> None:
    knot = weakref.ref(Knot())
    thread = threading.Thread(target=lambda: [Knot() for _ in range(5000)])
    thread.start()
    thread.join()
    assert knot() is not None
    garbage.look()
    assert knot() is None


def test_at_the_end_python_collects_again(garbage: Garbage) -> None:
    assert not gc.isenabled()
    garbage.end()
    assert gc.isenabled()
