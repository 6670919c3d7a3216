"""What the window for updates says of where they stand: nothing that its own next line denies."""

from __future__ import annotations

import pytest

from desktop.presenters.updates import Can, view
from desktop.updates.updater import State
from widgets.theme import Tone


@pytest.mark.parametrize(
    ("kind", "code", "title", "who", "tone"),
    [
        ("unknown", "timeout", "Chưa biết có bản mới hay không", "Chưa hỏi được nơi công bố", Tone.INFO),
        ("unknown", "badSignature", "Chưa biết có bản mới hay không", "không qua được bước kiểm tra", Tone.WARN),
        ("stale", "", "Chưa biết có bản mới hay không", "đã hết hạn", Tone.WARN),
        ("unknown", "", "Chưa biết có bản mới hay không", "", Tone.INFO),
        ("unknown", "notFound", "Chưa có bản mới nào được công bố", "", Tone.INFO),
        ("current", "", "Đang dùng bản mới nhất", "", Tone.INFO),
    ],
)
def test_the_title_says_no_more_than_is_known(
    application: object, kind: str, code: str, title: str, who: str, tone: Tone
) -> None:
    shown = view(State(kind, "1.2.0", code=code), "vi", Can(), None, False)
    assert shown.title == title
    assert who in shown.who
    assert bool(who) == bool(shown.who)
    assert shown.tone is tone
