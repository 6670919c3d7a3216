"""What is logged before the log's file is open, kept until it is. Knows the standard library alone.

The first window waits for what is read before it: policy that cannot be taken is said then, and belongs in the log.
"""

from __future__ import annotations

import logging

MOST = 200
"""Lines."""


class EarlyLines(logging.Handler):
    """Keeps them, from now on."""

    def __init__(self) -> None:
        super().__init__()
        self._lines: list[logging.LogRecord] = []
        logging.getLogger().addHandler(self)

    def emit(self, record: logging.LogRecord) -> None:
        if len(self._lines) < MOST:
            self._lines.append(record)

    def hand_on(self) -> None:
        """Give them to the handlers that are there by now."""
        self.close()
        lines, self._lines = self._lines, []
        for line in lines:
            logging.getLogger().handle(line)

    def close(self) -> None:
        """Keep nothing more."""
        logging.getLogger().removeHandler(self)
        super().close()
