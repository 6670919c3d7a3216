"""Dates and deadlines in words. Expected words are an office's (DOMAIN 11, 12), not the code's."""

from __future__ import annotations

from datetime import UTC, date, datetime

import pytest
from PySide6.QtWidgets import QApplication

from desktop.presenters import formats
from widgets.theme import Tone

NOW = datetime(2026, 11, 23, 1, 40, tzinfo=UTC)
"""Monday 23 November 2026, 08:40 in Vietnam."""


@pytest.mark.parametrize(
    ("moment", "words"),
    [
        ("2026-11-23T01:12:00Z", "08:12"),
        ("2026-11-22T17:00:00Z", "00:00"),
        ("2026-11-22T16:59:00Z", "Hôm qua"),
        ("2026-11-20T09:00:00Z", "Thứ 6"),
        ("2026-11-17T09:00:00Z", "Thứ 3"),
        ("2026-11-16T09:00:00Z", "16/11"),
        ("2026-01-05T09:00:00Z", "05/01"),
        ("2025-12-31T17:00:00Z", "01/01"),
        ("2025-12-31T09:00:00Z", "31/12/2025"),
        ("", ""),
        (None, ""),
    ],
)
def test_when_a_row_came(application: QApplication, moment: str | None, words: str) -> None:
    assert formats.when_in_list(moment, NOW) == words


@pytest.mark.parametrize(
    ("due", "words", "tone"),
    [
        ("2026-11-23", "Còn 8 giờ", Tone.BAD),
        ("2026-11-24", "Còn 1 ngày", Tone.WARN),
        ("2026-11-26", "Còn 3 ngày", Tone.WARN),
        ("2026-11-27", "Còn 4 ngày", Tone.NEUTRAL),
        ("2026-12-05", "Còn 12 ngày", Tone.NEUTRAL),
        ("2026-11-22", "Quá hạn 1 ngày", Tone.BAD),
        ("2026-11-21", "Quá hạn 2 ngày", Tone.BAD),
        ("2026-11-23T09:00:00", "Còn 20 phút", Tone.BAD),
        ("2026-11-23T06:40:00", "Quá hạn 2 giờ", Tone.BAD),
        ("2026-11-23T08:39:00", "Vừa quá hạn", Tone.BAD),
        ("2026-11-24T08:00:00", "Còn 1 ngày", Tone.WARN),
        ("2026-11-20T17:00:00", "Quá hạn 3 ngày", Tone.BAD),
    ],
)
def test_deadlines(application: QApplication, due: str, words: str, tone: Tone) -> None:
    found = formats.due(due, NOW)
    assert found is not None
    assert (found.text, found.tone) == (words, tone)


def test_a_deadline_today_is_not_overdue_after_working_hours(application: QApplication) -> None:
    evening = datetime(2026, 11, 23, 11, 0, tzinfo=UTC)
    found = formats.due("2026-11-23", evening)
    assert found is not None
    assert found.text == "Hết hạn hôm nay"
    assert formats.due(None, NOW) is None


@pytest.mark.parametrize(
    ("day", "words"), [(date(2026, 11, 23), "Thứ 2"), (date(2026, 11, 28), "Thứ 7"), (date(2026, 11, 29), "Chủ nhật")]
)
def test_weekdays_in_full(application: QApplication, day: date, words: str) -> None:
    assert formats.weekday(day) == words


def test_dates_as_an_office_writes_them(application: QApplication) -> None:
    assert formats.day("2026-11-20") == "20/11/2026"
    assert formats.day("2026-02-05T17:00:00") == "05/02/2026"
    assert formats.day(None) == ""
    assert formats.full_moment("2026-11-20T09:42:00Z") == "20/11/2026 16:42"
    assert formats.when_in_history("2026-11-23T01:20:00Z", NOW) == "08:20"
    assert formats.when_in_history("2026-11-22T01:20:00Z", NOW) == "08:20, hôm qua"
    assert formats.when_in_history("2026-11-20T09:42:00Z", NOW) == "16:42, 20/11"
    assert formats.when_in_history("2025-11-20T09:42:00Z", NOW) == "16:42, 20/11/2025"


def test_sizes_with_a_comma(application: QApplication) -> None:
    assert [formats.size(n) for n in (0, 1, 182_400, 999_999, 1_440_000)] == [
        "0 KB",
        "1 KB",
        "182 KB",
        "1000 KB",
        "1,4 MB",
    ]


def test_urgency_and_secrecy_name_what_stands_out(application: QApplication) -> None:
    assert formats.urgency(0) is None
    assert [m.text for m in map(formats.urgency, (1, 2, 3)) if m] == ["Khẩn", "Thượng khẩn", "Hỏa tốc"]
    assert formats.secrecy("none") is None
    found = formats.secrecy("confidential")
    assert found is not None
    assert found.text == "Mật"
