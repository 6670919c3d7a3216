"""Vietnam's time, which Windows itself does not name as the program does: by the library's own table."""

from __future__ import annotations

import unittest
from datetime import UTC, datetime, timedelta
from zoneinfo import ZoneInfo


class Clock(unittest.TestCase):
    def test_vietnam_is_seven_hours_ahead(self) -> None:
        at = datetime(2026, 11, 23, 1, tzinfo=UTC).astimezone(ZoneInfo("Asia/Ho_Chi_Minh"))
        self.assertEqual((at.hour, at.utcoffset()), (8, timedelta(hours=7)))
