"""What the practice office's documents say: themes with places left open, filled in the same way for the same seed.

Knows nothing of ours but ``page_words.Block``. A theme's body is a list of lines; the first character tells the kind:
``#`` heading, ``~`` legal ground, ``=`` the word of decision, ``§`` article, anything else a paragraph.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from random import Random

from desktop.practice.page_words import Block

VILLAGES = ("Đông", "Đoài", "Hạ", "Thượng", "Trung", "Nam", "Bắc", "Chùa", "Cầu", "Vườn Dừa")
NAMES = (
    "Nguyễn Văn Thịnh", "Trần Thị Hồng", "Lê Đình Phúc", "Phạm Thị Xuân", "Hoàng Văn Dũng", "Vũ Thị Minh",
    "Đặng Quốc Việt",
    "Bùi Thị Thanh", "Đỗ Văn Kiên", "Ngô Văn Toàn", "Dương Thị Huệ", "Lý Văn Sáng", "Phan Thị Loan", "Trịnh Quang Huy",
    "Mai Thị Dung", "Đinh Văn Cường", "Hồ Thị Ngân", "Cao Văn Đạt", "Tô Thị Hằng", "Lương Văn Khôi",
)  # fmt: skip
FIELDS = (
    "quản lý đất đai", "xây dựng cơ bản", "tài chính, ngân sách", "chính sách an sinh xã hội", "trật tự xây dựng",
    "công tác cán bộ", "tiếp công dân, giải quyết khiếu nại, tố cáo", "cải cách hành chính",
)  # fmt: skip
DUTIES = (
    "thu, nộp, quản lý và sử dụng đảng phí", "quản lý, sinh hoạt của đảng viên", "kết nạp đảng viên",
    "tự phê bình và phê bình", "thực hiện quy chế làm việc", "lãnh đạo thực hiện chuyển đổi số",
)  # fmt: skip
QUARTERS = ("I", "II", "III", "IV")
WEEKDAYS = ("thứ Hai", "thứ Ba", "thứ Tư", "thứ Năm", "thứ Sáu", "thứ Bảy", "Chủ nhật")


@dataclass(frozen=True)
class Theme:
    """One matter that offices write about.

    Attributes:
        senders: keys of the organs that write it; "cb" stands for any of the cells.
        code: type code (``desktop.office.documents``).
        subject, body: with places like {m} and {village}.
        reply_days: working days until it is due; 0 where nothing is asked.
        directive: what a leader writes on it (bút phê).
        result: how the work on it ends.
        unit: the department of the commune that takes it: "vp", "xdd" or "ubkt".
        urgency: 0 to 3.
        months: in which it is written; empty for all the year.
        to: lines of "Kính gửi"; places: lines of "Nơi nhận" before the file's own.
        head: signed T/M TỈNH ỦY by its secretary and the like: the key of the signer, where it is not the usual one.
    """

    senders: tuple[str, ...]
    code: str
    subject: str
    body: tuple[str, ...]
    reply_days: int = 0
    directive: str = ""
    result: str = ""
    unit: str = "vp"
    urgency: int = 0
    months: tuple[int, ...] = ()
    to: tuple[str, ...] = ()
    places: tuple[str, ...] = ()
    head: str = ""


@dataclass(frozen=True)
class Written:
    """A theme with its places filled."""

    theme: Theme
    sender: str
    subject: str
    body: tuple[Block, ...]
    directive: str
    result: str
    due: date | None
    to: tuple[str, ...]
    places: tuple[str, ...]


def write(
    theme: Theme,
    sender: str,
    day: date,
    rng: Random,
    *,
    state_style: bool,
    here: str = "An Phú",
    due: date | None = None,
) -> Written:
    """Fills a theme for a document of this day.

    Args:
        state_style: ends with "./." instead of "." (Decree 30/2020, Annex I).
        here: the commune that the text speaks of.
        due: when an answer is asked for; by the theme when None.
    """
    if due is None and theme.reply_days:
        due = work_day(day + timedelta(days=theme.reply_days))
    slots = places_of(day, rng, due) | {"here": here}

    def fill(text: str) -> str:
        return text.format_map(slots)

    lines = [fill(line) for line in theme.body]
    if state_style and lines:
        lines[-1] = lines[-1].rstrip(".") + "./."
    return Written(
        theme=theme,
        sender=sender,
        subject=fill(theme.subject),
        body=tuple(block(line) for line in lines),
        directive=fill(theme.directive),
        result=fill(theme.result),
        due=due,
        to=tuple(fill(line) for line in theme.to),
        places=tuple(fill(line) for line in theme.places),
    )


def block(line: str) -> Block:
    """A body line by its first character."""
    kinds = {"#": "heading", "~": "basis", "=": "act", "§": "article"}
    kind = kinds.get(line[:1])
    return Block(kind, line[1:].strip()) if kind else Block("text", line)


def places_of(day: date, rng: Random, due: date | None) -> dict[str, str]:
    """The values for one document's open places; all follow from its day and the generator."""
    last_month = (day.replace(day=1) - timedelta(days=1)).month
    quarter = (day.month - 1) // 3
    # What a quarter's last month says is of that quarter; before it, of the one that has ended.
    ended = quarter if day.month % 3 == 0 else (quarter - 1) % 4
    meeting = work_day(day + timedelta(days=rng.randrange(3, 9)))
    names = rng.sample(NAMES, 3)
    start = max(day - timedelta(days=rng.randrange(3, 9)), date(2025, 7, 1))
    return {
        "d": f"{day.day:02d}/{day.month}/{day.year}",
        "m": str(day.month),
        "pm": str(last_month),
        "nm": str(day.month % 12 + 1),
        "y": str(day.year),
        "y1": str(day.year + 1),
        "py": str(day.year - 1),
        "ym": str(day.year if last_month != 12 else day.year - 1),
        "q": QUARTERS[ended],
        "qy": str(day.year if ended <= quarter else day.year - 1),
        "months": {0: "3", 1: "6", 2: "9", 3: "12"}[ended],
        "due": written_date(due or work_day(day + timedelta(days=14))),
        "ago": written_date(work_day(start)),
        "meet": f"{rng.choice(('07 giờ 30', '08 giờ 00', '13 giờ 30', '14 giờ 00'))}, {WEEKDAYS[meeting.weekday()]}, "
        f"ngày {written_date(meeting)}",
        "meet_day": f"{meeting.day:02d}/{meeting.month}",
        "village": rng.choice(VILLAGES),
        "storm": str(min(16, max(1, (day.month - 5) * 2 + rng.randrange(2)))),
        "name": names[0],
        "name2": names[1],
        "name3": names[2],
        "field": rng.choice(FIELDS),
        "duty": rng.choice(DUTIES),
        "n": str(rng.randrange(3, 30)),
        "n2": str(rng.randrange(30, 280)),
        "n3": str(rng.randrange(2, 9)),
        "percent": f"{rng.randrange(720, 990) / 10:.1f}".replace(".", ","),
        "sum": str(rng.randrange(12, 95) * 10),
        "members": str(rng.randrange(28, 64)),
        "ref": str(rng.randrange(20, 400)),
        "place": rng.choice(("Hội trường A", "Phòng họp 1", "Phòng họp 2", "Phòng họp trực tuyến")),
    }


def written_date(day: date) -> str:
    """ "05/12/2026": as running text writes a day."""
    return f"{day.day:02d}/{day.month:02d}/{day.year}" if day.month < 3 else f"{day.day:02d}/{day.month}/{day.year}"


def work_day(day: date) -> date:
    """The day itself, or the Monday after it."""
    return day + timedelta(days=7 - day.weekday()) if day.weekday() > 4 else day


def in_season(themes: Sequence[Theme], day: date) -> list[Theme]:
    """The themes that are written at this time of the year."""
    return [theme for theme in themes if not theme.months or day.month in theme.months]
