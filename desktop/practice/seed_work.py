"""The commune's tasks, and its schedule of this week and the next.

Knows the past; every step went through the rules.
"""
# ruff: noqa: E501  (one task, one meeting a line)

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from typing import Any

from desktop.practice.past import (
    Past,
    add_working,
    is_working_day,
    local,
    previous_working_day,
    take_working,
    working_day,
)
from desktop.practice.seed_handling import CHIEF, CLERK, HOME, SECRETARY, assignee

Object = dict[str, Any]
P = "tacnghiep:"
DEPUTY, CHAIRMAN, ORGANISER, INSPECTOR = "pham-thu-ha", "do-minh-quan", "vu-thi-lan", "dang-van-long"
THANG, YEN, KHANH, THU = "bui-duc-thang", "hoang-thi-yen", "ta-quoc-khanh", "nguyen-thi-thu"


@dataclass(frozen=True)
class Job:
    """One task: who gave it to whom, when it is due in days from today, and how it stands.

    Attributes:
        stands: "new", "reported", "waiting" (for the assigner's word on completion), "asked" (for an extension),
            "extended", "done", "late" (done after it was due).
    """

    title: str
    by: str
    unit: str
    person: str | None
    due: int
    stands: str = "reported"
    product: str = "Báo cáo"
    percent: int = 40
    given: int = 15


JOBS: tuple[Job, ...] = (
    Job("Xây dựng chương trình hành động thực hiện Nghị quyết của Tỉnh ủy về chuyển đổi số", SECRETARY, "anphu-xdd", None, 9,
        product="Dự thảo chương trình hành động", percent=55),
    Job("Số hóa hồ sơ đảng viên của 12 chi bộ trực thuộc", DEPUTY, "anphu-xdd", "hoang-thi-yen", -5, percent=70, given=40,
        product="Hồ sơ số hóa, biên bản nghiệm thu"),
    Job("Rà soát hộ dân ở khu vực có nguy cơ sạt lở, cập nhật phương án di dời", CHAIRMAN, "anphu-vp", THANG, -2, percent=60,
        product="Danh sách hộ dân, phương án"),
    Job("Tổng hợp kết quả gửi, nhận văn bản điện tử tháng này", CHIEF, "anphu-vp", CLERK, 2, percent=30),
    Job("Thống kê, bàn giao hồ sơ, tài liệu đến hạn nộp lưu", CHIEF, "anphu-vp", CLERK, -1, percent=50,
        product="Mục lục hồ sơ, biên bản bàn giao"),
    Job("Chuẩn bị tài liệu hội nghị Ban Chấp hành Đảng bộ xã", SECRETARY, "anphu-vp", None, 3, percent=45, product="Tài liệu"),
    Job("Thẩm định hồ sơ kết nạp đảng viên của Chi bộ thôn Đông", DEPUTY, "anphu-xdd", KHANH, 1, percent=80,
        product="Tờ trình"),
    Job("Tự giám sát việc lãnh đạo công tác cải cách hành chính", DEPUTY, "anphu-ubkt", None, 6, percent=25),
    Job("Tổng hợp, trả lời ý kiến cử tri trước kỳ họp Hội đồng nhân dân xã", CHAIRMAN, "anphu-vp", THANG, 8, "new"),
    Job("Cập nhật dữ liệu đảng viên quý IV", ORGANISER, "anphu-xdd", YEN, 4, percent=65, product="Dữ liệu đủ, đúng"),
    Job("Lập danh sách xét tặng Huy hiệu Đảng đợt 03/02", DEPUTY, "anphu-xdd", None, 12, "new", "Danh sách, hồ sơ"),
    Job("Tham mưu kế hoạch kiểm điểm cuối năm", SECRETARY, "anphu-xdd", ORGANISER, 5, "waiting", "Kế hoạch", 100),
    Job("Báo cáo kết quả khắc phục sau kiểm tra thu, nộp đảng phí", DEPUTY, "anphu-ubkt", THU, 7, "waiting", percent=100),
    Job("Xây dựng quy chế phối hợp với xã Bình Sơn về địa bàn giáp ranh", SECRETARY, "anphu-vp", THANG, 2, "asked",
        "Dự thảo quy chế", 50, 20),
    Job("Chỉnh lý tài liệu tồn đọng tại kho lưu trữ", CHIEF, "anphu-vp", CLERK, 18, "extended", "Tài liệu chỉnh lý", 35, 45),
    Job("Kiểm tra chi bộ thôn Hạ về thực hiện quy chế làm việc", DEPUTY, "anphu-ubkt", INSPECTOR, -3, "asked", percent=40),
    Job("Hướng dẫn chi bộ sử dụng sổ tay đảng viên điện tử", ORGANISER, "anphu-xdd", KHANH, 15, percent=20,
        product="Lớp tập huấn"),
    Job("Rà soát quy hoạch cán bộ nhiệm kỳ 2025-2030", SECRETARY, "anphu-xdd", None, 20, percent=15, product="Tờ trình"),
    Job("Tham mưu thư mời, chương trình Ngày hội Đại đoàn kết", DEPUTY, "anphu-vp", THANG, -9, "done", "Chương trình"),
    Job("Báo cáo công tác xây dựng Đảng tháng trước", DEPUTY, "anphu-xdd", YEN, -16, "done"),
    Job("Tổng hợp thiệt hại do mưa bão, đề xuất hỗ trợ", CHAIRMAN, "anphu-vp", THANG, -22, "late"),
    Job("Thẩm tra lý lịch người xin vào Đảng theo đề nghị của xã Bình Sơn", ORGANISER, "anphu-xdd", KHANH, -12, "done"),
    Job("Giám sát chuyên đề về thu, nộp đảng phí", DEPUTY, "anphu-ubkt", None, -25, "done"),
    Job("Lắp đặt thiết bị phòng họp trực tuyến", SECRETARY, "anphu-vp", None, -30, "late", "Biên bản nghiệm thu"),
    Job("Kiểm kê tài sản trụ sở sau sắp xếp đơn vị hành chính", CHIEF, "anphu-vp", THANG, -14, "done", "Biên bản kiểm kê"),
)  # fmt: skip

_STEPS = (
    "Đã phân công cán bộ, xây dựng đề cương.",
    "Đã thu thập số liệu của các chi bộ, cơ quan liên quan.",
    "Đã lấy ý kiến góp ý, đang hoàn thiện dự thảo.",
)
_HEAD = {"anphu-vp": CHIEF, "anphu-xdd": ORGANISER, "anphu-ubkt": INSPECTOR}
_WHY = "Khối lượng hồ sơ lớn, một số chi bộ gửi số liệu chậm; đề nghị gia hạn để bảo đảm chất lượng."


def assign_tasks(past: Past) -> None:
    """Gives every task, and lets its holder report, ask and finish."""
    sources = [d for d in past.objects["Document"].values() if d["organId"] in ("tu", "vptu", "btctu", "ubkttu")]
    for n, job in enumerate(JOBS):
        _Task(past, job, sources[n % len(sources)]["id"] if sources and n % 2 == 0 else None).live()


class _Task:
    """One task's life."""

    def __init__(self, past: Past, job: Job, document_id: str | None) -> None:
        self.past = past
        self.job = job
        today = past.now.date()
        self.due = working_day(today + timedelta(days=job.due)) if job.due >= 0 else _back(today, job.due)
        given = min(today - timedelta(days=job.given), self.due - timedelta(days=8))
        self.at = add_working(local(previous_working_day(given), time(8, 0)), past.between(10, 300))
        self.key = past.identifier(self.at)
        self.document_id = document_id
        self.lead = job.person or _HEAD[job.unit]

    def live(self) -> None:
        job, stands = self.job, self.job.stands
        asked = self.due
        if stands == "extended":
            asked = self.due - timedelta(days=14)
        self._assign(working_day(asked))
        if stands == "new":
            return
        self._report(max(10, job.percent // 2), 0)
        if stands == "extended":
            self._ask(self.due)
            self._do("decideExtension", job.by, {"granted": True, "reason": "Đồng ý, không gia hạn thêm."}, 200)
        self._report(min(job.percent, 90), 1)
        if stands == "asked":
            self._ask(working_day(max(self.due, self.past.now.date()) + timedelta(days=7)))
        if stands in ("waiting", "done", "late"):
            if stands != "waiting":
                late = 3 if stands == "late" else -1
                finished = local(self.due + timedelta(days=late), time(8))
                self.at = max(self.at, add_working(finished, self.past.between(20, 420)))
            text = {"text": "Đã hoàn thành, kính trình kết quả."}
            self._do("finishTask", self.lead, text, 100)
        if stands in ("done", "late"):
            self._do("decideCompletion", job.by, {"granted": True, "reason": ""}, 200)

    def _assign(self, due: date) -> None:
        job = self.job
        others = [unit for unit in _HEAD if unit != job.unit]
        co = [assignee((self.past.rng.choice(others), None))] if self.past.rng.random() < 0.5 else []
        task = {
            "title": job.title,
            "description": "",
            "due": due.isoformat(),
            P + "lead": assignee((job.unit, job.person)),
            P + "coHandlers": co,
            P + "product": job.product,
        }
        self.past.do("assignTask", job.by, HOME, self.key, {"task": task}, self.at, document_id=self.document_id)

    def _report(self, percent: int, step: int) -> None:
        self._do("reportProgress", self.lead, {"percent": percent, "text": _STEPS[step]}, self.past.between(500, 1300))

    def _ask(self, due: date) -> None:
        self._do("askExtension", self.lead, {"due": due.isoformat(), "reason": _WHY}, self.past.between(60, 300))

    def _do(self, kind: str, author: str, payload: Object, minutes: int) -> None:
        self.at = max(self.at, self.past.later(self.at, minutes))
        self.past.do(kind, author, HOME, self.key, payload, self.at)


def _back(today: date, days: int) -> date:
    """A working day at least so many days ago: what is overdue stays overdue."""
    day = today + timedelta(days=days)
    return day if is_working_day(day) else previous_working_day(day)


# -- the schedule -----------------------------------------------------------------------------------------------------


@dataclass(frozen=True)
class Meeting:
    """One entry of a week: the day (0 is Monday), the hour ("" for a half-day or a day), what, who, where.

    Attributes:
        hour: "07:30", or "morning", "afternoon", "allDay".
        leaders: the first is in the chair.
        week: "busy", where most happens and something still waits for approval; "quiet"; or "both".
        stands: "approved", "waiting", "adjusted", "refused"; what has passed by is approved.
    """

    day: int
    hour: str
    title: str
    leaders: tuple[str, ...]
    place: str
    minutes: int = 90
    attendees: str = ""
    vehicle: str = ""
    invitation: str = ""
    preparation: str = ""
    week: str = "both"
    stands: str = "approved"
    by: str = THANG


_ALL = (SECRETARY, DEPUTY, CHAIRMAN, ORGANISER)

MEETINGS: tuple[Meeting, ...] = (
    Meeting(0, "07:30", "Chào cờ, giao ban đầu tuần", _ALL, "Hội trường A", 60, "Toàn thể cán bộ, công chức", by=CLERK),
    Meeting(0, "14:00", "Tiếp công dân định kỳ", (SECRETARY,), "Trụ sở tiếp công dân", 150, "Cán bộ tiếp công dân",
            preparation="Văn phòng"),
    Meeting(0, "13:30", "Kiểm tra công trình đê bao", (CHAIRMAN,), "Thôn Đông", 150, "Phòng Kinh tế", "Xe 01",
            week="busy", stands="waiting"),
    Meeting(1, "08:00", "Họp Ban Chỉ đạo chuyển đổi số", (DEPUTY,), "Phòng họp 2", 120, "Thành viên Ban Chỉ đạo",
            preparation="Văn phòng"),
    Meeting(1, "08:30", "Sinh hoạt chi bộ thôn Đoài", (ORGANISER,), "Nhà văn hóa thôn Đoài", 120, week="busy"),
    Meeting(1, "14:00", "Hội nghị trực tuyến về Nghị quyết số 57-NQ/TW", (SECRETARY, DEPUTY), "Phòng họp 1", 180,
            "Ban Thường vụ, trưởng các cơ quan, bí thư chi bộ", invitation="56-GM/VPTU", preparation="Văn phòng", week="busy",
            by=CLERK),
    Meeting(1, "14:30", "Làm việc với Điện lực khu vực", (CHAIRMAN,), "Phòng họp 1", 90, "Phòng Kinh tế", week="busy",
            stands="waiting"),
    Meeting(2, "allDay", "Dự hội nghị Tỉnh ủy", (SECRETARY,), "Hội trường Tỉnh ủy", 480, vehicle="Xe 02", week="busy",
            invitation="54-GM/VPTU"),
    Meeting(2, "08:00", "Họp Ủy ban nhân dân xã thường kỳ", (CHAIRMAN,), "Phòng họp 1", 180, "Thành viên UBND xã"),
    Meeting(2, "14:00", "Thẩm tra hồ sơ kết nạp đảng viên", (ORGANISER,), "Phòng họp 2", 120, "Chuyên viên Ban XDĐ",
            week="busy", stands="waiting", by=YEN),
    Meeting(2, "14:00", "Làm việc với Đoàn giám sát của MTTQ", (DEPUTY,), "Phòng họp 1", 120, week="quiet"),
    Meeting(3, "08:00", "Đi cơ sở, nắm tình hình sản xuất vụ đông", (DEPUTY,), "Thôn Hạ", 180, vehicle="Xe 01"),
    Meeting(3, "14:00", "Họp Ban Thường vụ Đảng ủy", (SECRETARY, DEPUTY, CHAIRMAN, ORGANISER), "Phòng họp 1", 180,
            "Ủy viên Ban Thường vụ; mời Chánh Văn phòng", preparation="Văn phòng chuẩn bị tài liệu", by=CLERK),
    Meeting(4, "09:00", "Tập huấn sổ tay đảng viên điện tử", (ORGANISER,), "Hội trường A", 120, "Bí thư chi bộ", week="busy",
            stands="adjusted", by=KHANH),
    Meeting(4, "08:00", "Kiểm tra phòng, chống thiên tai tại hồ chứa", (CHAIRMAN,), "Hồ Vườn Dừa", 180, vehicle="Xe 01",
            week="quiet"),
    Meeting(4, "15:00", "Duyệt lịch công tác tuần sau", (SECRETARY,), "Phòng Bí thư", 45, "Chánh Văn phòng"),
    Meeting(4, "morning", "Gặp mặt doanh nghiệp trên địa bàn", (SECRETARY, DEPUTY), "Hội trường A", 180, week="quiet"),
    Meeting(4, "afternoon", "Tham quan mô hình ngoài tỉnh", (DEPUTY,), "Ngoài tỉnh", 210, vehicle="Xe 02", week="busy",
            stands="refused"),
    Meeting(5, "07:30", "Ra quân vệ sinh môi trường, làm đường hoa", (DEPUTY, CHAIRMAN), "Thôn Trung", 150,
            "Đoàn viên, hội viên", week="busy"),
)  # fmt: skip


def enter_schedule(past: Past) -> None:
    """Enters both weeks' meetings, and lets the chief of office decide.

    The busy week is the present one until Thursday, and the coming one from Friday on, when it is prepared.
    """
    today = past.now.date()
    monday = today - timedelta(days=today.weekday())
    this_is_busy = today.weekday() < 4
    for start, busy in ((monday, this_is_busy), (monday + timedelta(days=7), not this_is_busy)):
        # Entered on the Friday before; a week that is still to come may have been entered earlier.
        entered = min(local(start - timedelta(days=3), time(10, 0)), take_working(past.now, 400))
        for meeting in MEETINGS:
            if meeting.week in ("both", "busy" if busy else "quiet"):
                _enter(past, meeting, start, entered)


def _enter(past: Past, meeting: Meeting, monday: date, entered: datetime) -> None:
    at = past.later(entered, past.between(3, 180))
    key = past.identifier(at)
    day = monday + timedelta(days=meeting.day)
    timed = ":" in meeting.hour
    hour = time.fromisoformat(meeting.hour) if timed else time(13, 30) if meeting.hour == "afternoon" else time(7, 30)
    entry = {
        "title": meeting.title,
        "description": "",
        "start": datetime.combine(day, hour).isoformat(),
        "duration": _duration(meeting.minutes),
        "showWithoutTime": meeting.hour == "allDay",
        P + "session": "timed" if timed else meeting.hour,
        P + "leaders": list(meeting.leaders),
        P + "chairId": meeting.leaders[0],
        P + "attendees": meeting.attendees,
        P + "place": meeting.place,
        P + "preparation": meeting.preparation,
        P + "vehicle": meeting.vehicle,
        P + "driver": {"Xe 01": "Nguyễn Văn Tính", "Xe 02": "Lê Văn Hùng"}.get(meeting.vehicle, ""),
        P + "invitation": meeting.invitation,
        P + "note": "",
    }
    past.do("enterSchedule", meeting.by, HOME, key, {"entry": entry}, at)
    stands = meeting.stands if day > past.now.date() else "approved"
    at = past.later(at, past.between(40, 120))
    if stands == "approved":
        past.do("approveSchedule", CHIEF, HOME, key, {}, at)
    elif stands == "adjusted":
        changed = {P + "place": "Phòng họp 2"}
        past.do("adjustSchedule", CHIEF, HOME, key, {"entry": changed, "note": "Chuyển sang Phòng họp 2."}, at)
    elif stands == "refused":
        past.do("refuseSchedule", CHIEF, HOME, key, {"reason": "Trùng phiên họp Thường trực; chuyển tuần khác."}, at)


def _duration(minutes: int) -> str:
    """A JSCalendar duration: "PT1H30M"."""
    hours, rest = divmod(minutes, 60)
    return "PT" + (f"{hours}H" if hours else "") + (f"{rest}M" if rest else "")
