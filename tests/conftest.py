"""What every test stands on: no screen, Vietnam's letters, no warning that nobody expected, and nothing left out."""

from __future__ import annotations

import gc
import logging
import os
import shutil
from collections.abc import Generator, Iterator

import pytest
import structlog

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
os.environ.setdefault("QT_LOGGING_RULES", "qt.qpa.*=false")


def pytest_configure(config: pytest.Config) -> None:
    # As in the program (desktop.garbage): a Qt object is destroyed on the thread of its window alone.
    gc.disable()
    # Where nobody has opened a log, structlog would print: what is logged must reach the check below.
    structlog.configure(
        processors=[structlog.processors.KeyValueRenderer(key_order=["event"])],
        logger_factory=structlog.stdlib.LoggerFactory(),
        wrapper_class=structlog.stdlib.BoundLogger,
        cache_logger_on_first_use=False,
    )
    config.addinivalue_line("markers", "alone: runs in a process of its own (tests/day)")
    config.addinivalue_line("markers", "expects_log(*parts): log warnings holding one of these parts are meant")


@pytest.hookimpl(wrapper=True)
def pytest_runtest_makereport(item: pytest.Item) -> Generator[None, pytest.TestReport, pytest.TestReport]:
    """Where the set-up installs all that a test needs (root on Debian), one that is left out has failed."""
    report = yield
    if report.skipped and shutil.which("apt-get") and os.geteuid() == 0:
        report.outcome = "failed"
        report.longrepr = f"{item.nodeid} was left out, though all it needs should be here: {report.longrepr}"
    return report


@pytest.fixture(autouse=True, scope="module")
def _garbage() -> Iterator[None]:
    yield
    # A workroom that was opened has put away what was there at its start.
    gc.unfreeze()
    gc.collect()


@pytest.fixture(autouse=True)
def _no_unexpected_warning_in_the_log(
    request: pytest.FixtureRequest, caplog: pytest.LogCaptureFixture
) -> Iterator[None]:
    yield
    marker = request.node.get_closest_marker("expects_log")
    expected: tuple[str, ...] = marker.args if marker else ()
    records = [r for phase in ("setup", "call") for r in caplog.get_records(phase)]
    loud = [f"{r.name}: {r.getMessage()}" for r in records if r.levelno >= logging.WARNING]
    unexpected = [line for line in loud if not any(part in line for part in expected)]
    assert not unexpected, "unexpected in the log: " + "; ".join(unexpected)
