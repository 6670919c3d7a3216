"""Counts and sync in words, verdicts asked once, and histories with kinds nobody here knows."""

from __future__ import annotations

import asyncio
from datetime import UTC, datetime, timedelta

import pytest
from PySide6.QtWidgets import QPushButton

from desktop.presenters import verdicts
from desktop.presenters.history import Storyteller
from desktop.presenters.names import Names
from desktop.presenters.shell import ShellPresenter, sync_words, totals
from desktop.presenters.verdicts import Verdicts
from desktop.sync.status import SyncStatus
from signing.reasons import Reason
from signing.verdict import SignatureReport, Verdict
from tests.presenters.incoming_office import AGENCY, VALID
from tests.widgets.sample import SampleWorkplace
from tests.widgets.sample_data import NOW, act
from widgets.shell import MainWindow
from widgets.theme import Theme, Tone

AT = datetime(2026, 11, 23, 1, 31, tzinfo=UTC)


@pytest.mark.parametrize(
    ("status", "words", "tone"),
    [
        (SyncStatus("synced", at=AT), "Đã đồng bộ 08:31", Tone.NEUTRAL),
        (SyncStatus("sending", n=3), "Đang gửi 3 việc", Tone.INFO),
        (SyncStatus("sending", n=0), "Đang đồng bộ", Tone.INFO),
        (SyncStatus("receiving", n=40, total=200), "Đang nhận 40/200", Tone.INFO),
        (SyncStatus("receiving", n=40), "Đang nhận 40", Tone.INFO),
        (SyncStatus("retrying", retry_at=AT, unsent=2), "Thử lại lúc 08:31 · 2 chưa gửi", Tone.WARN),
        (SyncStatus("needsYou", n=1), "Cần xem lại 1 việc", Tone.BAD),
        (SyncStatus("offline", unsent=4), "Mất kết nối · 4 chưa gửi", Tone.WARN),
        (SyncStatus("signedOut"), "Cần đăng nhập lại", Tone.BAD),
    ],
)
def test_the_state_of_the_sync_in_words(theme: Theme, status: SyncStatus, words: str, tone: Tone) -> None:
    assert sync_words(status)[:2] == (words, tone)


def test_the_reason_and_what_is_kept_stand_in_the_tool_tip(theme: Theme) -> None:
    hint = sync_words(SyncStatus("offline", code="unreachable", unsent=4))[2]
    assert hint.splitlines() == [
        "Không kết nối được hệ thống trung tâm. Việc đã làm được giữ trên máy và gửi khi có mạng.",
        "4 việc chưa gửi, vẫn giữ trên máy",
    ]


def test_the_rail_counts_own_work_once() -> None:
    counts = {
        "incoming.toReceive.own": 5,
        "incoming.toHandle.own": 8,
        "incoming.toHandle.unit": 24,
        "incoming.overdue.own": 1,
    }
    assert totals(counts, SampleWorkplace().me)["incoming"] == 13


def test_the_rail_counts_only_what_i_may_do() -> None:
    """A leader sees the papers that wait for the clerk's seal, but they are not the leader's work."""
    counts = {f"{box}.own": n for box, n in _WAITING.items()}
    assert (
        totals(counts, SampleWorkplace("hoa").me)["signing"],
        totals(counts, SampleWorkplace("hoa").me)["outgoing"],
    ) == (7, 1)
    assert totals(counts, SampleWorkplace("mai").me)["signing"] == 2
    assert totals(counts, SampleWorkplace("mai").me)["outgoing"] == 1 + 4 + 2 + 3


_WAITING = {
    "signing.approve": 7, "signing.seal": 2, "outgoing.draft": 1, "outgoing.approved": 4, "outgoing.numbered": 2,
    "outgoing.sealed": 3,
}  # fmt: skip


async def test_a_word_that_offers_to_take_back_goes_once_it_was_sent(
    shell: tuple[SampleWorkplace, MainWindow, list[str]],
) -> None:
    workplace, window, _ = shell
    presenter = ShellPresenter(
        workplace, window, network="internet", needs_you=lambda: None, signed_out=lambda: None
    )  # fmt: skip
    presenter.start()
    window.show_message("Chưa gửi.", Tone.INFO, action="Rút lại", run=lambda: None)
    workplace.sync.say(SyncStatus("offline", unsent=1))
    assert window.toast.text() == "Chưa gửi."
    workplace.sync.say(SyncStatus("synced", at=AT))
    assert window.toast.text() == ""
    window.show_message("Đã gửi.", Tone.GOOD)
    workplace.sync.say(SyncStatus("synced", at=AT))
    assert window.toast.text() == "Đã gửi."
    await presenter.settled()
    presenter.close()


@pytest.fixture
def shell(theme: Theme) -> tuple[SampleWorkplace, MainWindow, list[str]]:
    window = MainWindow()
    for key in ("today", "incoming", "outgoing", "signing", "tasks", "schedule"):
        window.add_desk(key, key, key, MainWindow())
    return SampleWorkplace(), window, []


async def test_counts_follow_the_work(shell: tuple[SampleWorkplace, MainWindow, list[str]]) -> None:
    workplace, window, asked = shell
    presenter = ShellPresenter(
        workplace, window, network="dedicated", needs_you=lambda: asked.append("look"), signed_out=lambda: None
    )
    presenter.start()
    await presenter.settled()
    assert window.rail.button("incoming").count() == 12
    assert window.network_pill.text() == "Mạng chuyên dùng"
    assert window.windowTitle() == "Đảng ủy xã An Phú — Tác nghiệp"
    workplace.objects["Handling"]["h0"]["state"] = "done"
    workplace.tell("Handling")
    await presenter.settled()
    assert window.rail.button("incoming").count() == 11
    presenter.close()
    workplace.tell("Handling")


async def test_what_came_back_is_said_until_it_is_dealt_with(
    shell: tuple[SampleWorkplace, MainWindow, list[str]],
) -> None:
    workplace, window, asked = shell
    presenter = ShellPresenter(
        workplace, window, network="internet", needs_you=lambda: asked.append("look"), signed_out=lambda: None
    )
    presenter.start()
    workplace.sync.say(SyncStatus("needsYou", n=2, needs=2))
    assert window.messages.text().startswith("Có 2 việc không được chấp nhận")
    window.sync_pill.click()
    assert asked == ["look"]
    workplace.sync.say(SyncStatus("synced", at=AT))
    assert window.messages.text() == ""
    window.sync_pill.click()
    window.syncRequested.emit()
    assert workplace.syncs == 2
    await presenter.settled()
    presenter.close()


async def test_a_wrong_clock_is_said(shell: tuple[SampleWorkplace, MainWindow, list[str]]) -> None:
    workplace, window, _ = shell
    workplace.clock_offset = timedelta(minutes=-42)
    presenter = ShellPresenter(
        workplace, window, network="internet", needs_you=lambda: None, signed_out=lambda: None
    )  # fmt: skip
    presenter.start()
    assert window.messages.text().startswith("Đồng hồ máy này lệch 42 phút.")
    await presenter.settled()
    presenter.close()


class SlowJudge:
    """Judges when told to. Attributes: begun — files taken up."""

    def __init__(self, verdict: Verdict = VALID) -> None:
        self.begun: list[bytes] = []
        self.go = asyncio.Event()
        self._verdict = verdict

    async def __call__(self, pdf: bytes) -> Verdict:
        self.begun.append(pdf)
        await self.go.wait()
        return self._verdict


async def test_files_are_judged_two_at_a_time_and_only_while_somebody_waits() -> None:
    judge = SlowJudge()
    book = Verdicts(judge)
    beside = asyncio.ensure_future(book.of("z", b"z"))
    first = asyncio.ensure_future(book.of("a", b"a"))
    again = asyncio.ensure_future(book.of("a", b"a"))
    left = asyncio.ensure_future(book.of("b", b"b"))
    last = asyncio.ensure_future(book.of("c", b"c"))
    for _ in range(3):
        await asyncio.sleep(0)
    assert judge.begun == [b"z", b"a"]
    left.cancel()
    judge.go.set()
    assert await first is await again is VALID
    assert await last is VALID
    assert await beside is VALID
    assert judge.begun == [b"z", b"a", b"c"]
    assert book.known("a") is VALID
    assert book.known("b") is None


@pytest.mark.parametrize(
    "verdict", [Verdict("unknown"), Verdict("valid", reasons=(Reason("revocationAsOf", {"time": "2026-11-23"}),))]
)
async def test_what_is_not_certain_is_asked_again(verdict: Verdict) -> None:
    judge = SlowJudge(verdict)
    judge.go.set()
    book = Verdicts(judge)
    await book.of("a", b"a")
    await book.of("a", b"a")
    assert len(judge.begun) == 2


async def test_every_file_is_judged_anew_when_what_is_trusted_has_changed() -> None:
    judge = SlowJudge()
    judge.go.set()
    ended: list[bool] = []
    book = Verdicts(judge, lambda: ended.append(True))
    await book.of("a", b"a")
    book.forget()
    assert book.known("a") is None
    await book.of("a", b"a")
    assert len(judge.begun) == 2
    book.close()
    assert ended == [True]


async def test_a_verdict_by_the_roots_of_before_is_told_and_not_kept() -> None:
    judge = SlowJudge()
    book = Verdicts(judge)
    before = asyncio.ensure_future(book.of("a", b"a"))
    await asyncio.sleep(0)
    book.forget()
    after = asyncio.ensure_future(book.of("a", b"a"))
    await asyncio.sleep(0)
    judge.go.set()
    assert await before is await after is VALID
    assert len(judge.begun) == 2
    book.forget()
    assert book.known("a") is None


async def test_a_verdict_is_asked_for_again_after_a_while() -> None:
    now = [0.0]
    judge = SlowJudge()
    judge.go.set()
    book = Verdicts(judge, clock=lambda: now[0])
    await book.of("a", b"a")
    now[0] = verdicts.LASTS
    assert book.known("a") is VALID
    now[0] += 1
    assert book.known("a") is None


def test_a_time_that_only_the_signer_claims_is_called_so(theme: Theme) -> None:
    claimed = SignatureReport(
        "s", "Lê Văn Hòa", "", "", "leader", "2026-11-20T09:42:00+00:00", None, "B-B", "file", "no", 0, "valid"
    )
    line = verdicts.line(Verdict("valid", (claimed,)), {})
    assert line.text == "Hợp lệ — 1 chữ ký: Lê Văn Hòa · giờ theo máy người ký 20/11/2026 16:42"


def test_the_time_stamp_itself_is_not_counted_as_a_signature(theme: Theme) -> None:
    stamp = SignatureReport("t", "TSA", "", "", "timestamp", None, None, "timestamp", "file", "no", None, "valid")
    assert verdicts.line(Verdict("valid", (AGENCY, stamp)), {}).text.startswith("Hợp lệ — 1 chữ ký: Tỉnh ủy An Bình")
    assert verdicts.line(Verdict("unsigned"), {}).text == "Chưa ký số"


async def test_the_story_of_an_arrived_document_begins_with_its_issue(theme: Theme) -> None:
    document = {"issuer": "Tỉnh ủy An Bình", "notation": "118-TB/TU", "issuedAt": "2026-11-23T00:55:00Z"}
    names = Names(SampleWorkplace())
    await names.ready()
    received = act("1", "receive", "mai", "2026-11-23T01:00:00Z", "d1", payload={"registerId": "r", "number": None})
    told = Storyteller(names, document, 1204, NOW).events([received])
    assert [(e.who, e.what) for e in told] == [
        ("Trần Thị Mai", "tiếp nhận, vào sổ, số đến 1204"),
        ("Tỉnh ủy An Bình", "phát hành"),
    ]
    issued = act("0", "issue", "stranger", "2026-11-23T00:55:00Z", "d1", payload={"recipients": ["a"]})
    assert len(Storyteller(names, document, 1204, NOW).events([issued, received])) == 2


async def test_histories_tell_strangers_and_kinds_from_a_newer_central(theme: Theme) -> None:
    names = Names(SampleWorkplace())
    await names.ready()
    told = Storyteller(names, {"issuer": "Tỉnh ủy An Bình", "notation": "118-TB/TU"}, None, NOW).events(
        [
            act("1", "issue", "stranger", "2026-11-23T00:55:00Z", "d1", payload={"recipients": ["a", "b"]}),
            act("2", "archive", "mai", "2026-11-23T01:00:00Z", "d1"),
            act("3", "return", "mai", "2026-11-22T01:00:00Z", "d1", payload={"reason": "gửi nhầm"}, outcome=None),
        ]
    )
    assert [(e.who, e.what) for e in told] == [
        ("Trần Thị Mai", "trả lại: gửi nhầm"),
        ("Trần Thị Mai", "archive"),
        ("Tỉnh ủy An Bình", "phát hành tới 2 nơi nhận"),
    ]
    assert told[0].open
    assert told[0].when == "08:00, hôm qua · chưa gửi, sẽ gửi khi có mạng"


async def test_a_full_disk_is_told_once_and_no_more_when_it_has_room(
    shell: tuple[SampleWorkplace, MainWindow, list[str]],
) -> None:
    workplace, window, asked = shell
    presenter = ShellPresenter(
        workplace, window, network="internet", needs_you=lambda: asked.append("look"), signed_out=lambda: None
    )
    presenter.start()
    workplace.transfers.full = True
    workplace.transfers.tell()
    workplace.transfers.tell()
    assert window.messages.text().startswith("Ổ đĩa đã đầy")
    workplace.transfers.full = False
    workplace.transfers.tell()
    assert window.messages.text() == ""
    presenter.close()


async def test_the_sync_pill_opens_what_is_unsent_and_tries_again(
    shell: tuple[SampleWorkplace, MainWindow, list[str]],
) -> None:
    workplace, window, asked = shell
    presenter = ShellPresenter(
        workplace, window, network="internet", needs_you=lambda: asked.append("look"), signed_out=lambda: None
    )
    presenter.start()
    workplace.sync.say(SyncStatus("sending", n=2, unsent=2))
    window.sync_pill.click()
    assert (asked, workplace.syncs) == (["look"], 0)
    workplace.sync.say(SyncStatus("offline", unsent=2, retry_at=AT))
    window.sync_pill.click()
    assert (asked, workplace.syncs) == (["look", "look"], 1)
    assert "Tự thử lại lúc 08:31" in sync_words(workplace.sync.state)[2]
    presenter.close()


@pytest.mark.parametrize(("network", "words"), [("internet", "Mạng Internet"), ("dedicated", "Mạng chuyên dùng")])
async def test_the_machines_one_network_is_shown_and_what_was_refused_is_told_until_it_was_reported(
    shell: tuple[SampleWorkplace, MainWindow, list[str]], network: str, words: str
) -> None:
    workplace, window, _ = shell
    workplace.secrets, workplace.policy_contradicts = 3, True
    presenter = ShellPresenter(workplace, window, network=network, needs_you=lambda: None, signed_out=lambda: None)
    presenter.start()
    await presenter.settled()
    assert window.network_pill.text() == words
    assert "đã gửi 3 nội dung mật" in window.messages.text()
    next(b for b in window.messages.findChildren(QPushButton) if b.text() == "Đã báo").click()
    await presenter.settled()
    assert workplace.secrets == 0
    assert window.messages.text().startswith("Chính sách của máy này mâu thuẫn")
    presenter.close()
