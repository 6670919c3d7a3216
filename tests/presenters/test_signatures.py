"""The signatures beside the page: a file as it was signed, checking again, the way to the roots, the report."""

from __future__ import annotations

import asyncio
from dataclasses import replace
from pathlib import Path

from desktop.lanes import Lanes
from desktop.presenters import verdicts
from desktop.presenters.verdict_report import save_report
from signing.reasons import Reason
from signing.trust import Trust
from signing.validation import validate
from signing.verdict import Verdict
from tests.presenters.incoming_office import LEADER, Desk
from tests.signing.conftest import Issued
from tests.widgets.sample import SampleWorkplace
from widgets.theme import Theme, Tone


async def test_a_file_is_shown_as_it_was_signed_and_back(theme: Theme, issued: Issued, trust: Trust) -> None:
    workplace = SampleWorkplace()

    async def file(ref: object, progress: object = None) -> bytes:
        return issued.sealed

    workplace.file = file  # type: ignore[method-assign]  # every file of the sample is the issued one
    verdict = await asyncio.to_thread(validate, issued.sealed, trust)
    desk = await Desk(workplace, verdict).start()
    await desk.box("toHandle")
    await desk.open("h1")
    pane = desk.widget.pane
    pane.verdict.more.click()
    leader, agency = pane.signatures.cards
    present = pane.page.pdf.source()
    leader.open.click()
    await desk.settle()
    assert pane.page.moment.words().startswith("Bản tại thời điểm ký của Nguyễn Văn Hòa, ")
    assert pane.page.pdf.source() is not present
    assert leader.open.text() == "Về bản hiện tại"
    agency.open.click()
    await desk.settle()
    assert pane.page.moment.words().startswith("Bản tại thời điểm ký của Đảng ủy xã An Phú, ")
    pane.page.moment.back.click()
    await desk.settle()
    assert pane.page.moment.words() == ""
    assert leader.open.text() == "Xem bản tại thời điểm ký"
    await desk.close()


async def test_what_is_uncertain_is_checked_again_and_leads_to_the_roots(theme: Theme) -> None:
    unknown = Verdict("unknown", (replace(LEADER, verdict="unknown", reasons=(Reason("issuerUnknown"),)),))
    desk = await Desk(SampleWorkplace(), unknown).start()
    await desk.box("toHandle")
    await desk.open("h1")
    line, panel = desk.widget.pane.verdict.line(), desk.widget.pane.signatures
    assert (line.root_missing, line.uncertain) == (True, True)
    panel.roots.click()
    assert desk.roots_asked == [True]
    judged = len(desk.judged)
    panel.again.click()
    await desk.settle()
    assert len(desk.judged) == judged + 1
    await desk.close()


def test_trusted_time_and_claimed_time_stand_apart(theme: Theme) -> None:
    claimed_alone = replace(LEADER, trusted_time=None, revision=2, revision_end=100)
    view = verdicts.line(Verdict("valid", (claimed_alone,)), {}).signatures[0]
    assert dict(view.facts)["Giờ tin cậy"] == "không có"
    assert dict(view.facts)["Giờ máy người ký"] == "20/11/2026 16:42"
    assert view.moment == "Bản tại thời điểm ký của Nguyễn Văn Bình, 20/11/2026 16:42"
    assert verdicts.line(Verdict("valid", (LEADER,)), {}).signatures[0].moment == ""


async def test_the_technical_report_is_saved_where_one_wants_it(theme: Theme, tmp_path: Path) -> None:
    said: list[tuple[str, Tone]] = []
    lanes = Lanes()
    await save_report("sha256: 00", tmp_path / "báo cáo.txt", lanes, lambda *one: said.append(one))
    assert (tmp_path / "báo cáo.txt").read_text("utf-8") == "sha256: 00\n"
    await save_report("x", tmp_path / "không có" / "báo cáo.txt", lanes, lambda *one: said.append(one))
    lanes.close()
    assert [tone for _, tone in said] == [Tone.GOOD, Tone.BAD]


def test_no_signature_looks_good_in_a_file_that_is_not(theme: Theme) -> None:
    view = verdicts.line(Verdict("invalid", (LEADER,), (Reason("trailingBytes"),)), {}).signatures[0]
    assert (view.icon, view.tone) == ("warning", Tone.WARN)
    assert view.word == "chữ ký khớp, nhưng tệp chưa đáng tin cậy"
    # The trouble of another signature is that signature's own.
    other = replace(LEADER, verdict="invalid", reasons=(Reason("contentChanged"),))
    views = verdicts.line(Verdict("invalid", (LEADER, other)), {}).signatures
    assert [one.word for one in views] == ["Hợp lệ", "Không hợp lệ"]
