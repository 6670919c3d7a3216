"""What An Phú writes itself: drafts, papers to sign, to number, to seal and to issue, and those that went out.

Knows papers and the past. Every step went through the rules, so the order of Decree 30/2020, art. 32 holds.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime, timedelta
from typing import Any

from desktop.office.registers import next_number, register_for
from desktop.practice import subjects_outgoing
from desktop.practice.pages import Drawn, draw
from desktop.practice.past import Past, take_working
from desktop.practice.people import BY_KEY, ORGAN, clerk_of
from desktop.practice.seed_handling import CLERK, HOME, OTHER, SECRETARY, new_register, receive
from desktop.practice.seed_papers import Papers, Signatory, file_name, notation_of, signatory
from desktop.practice.seed_remarks import remarks_on
from desktop.practice.signed import Signature
from desktop.practice.texts import Theme, Written, write

Object = dict[str, Any]

TERM = "nk2025-2030"
BOOKS: dict[tuple[str, ...], int] = {
    ("NQ",): 11, ("QĐ", "QyĐ"): 58, ("CT",): 4, ("KL",): 7, ("QC",): 2, ("HD",): 5, ("TB",): 36, ("BC",): 198,
    ("KH",): 27, ("CTr",): 3, ("ĐA",): 1, ("PA",): 2, ("TTr",): 21, ("CV",): 86, ("BB",): 17, ("GM",): 32,
}  # fmt: skip
"""Where the paper books of Đảng ủy xã An Phú stood: Party series run by type and congress term."""

DEPUTY = "pham-thu-ha"
AUTHORS = {
    "vp": ("bui-duc-thang", CLERK),
    "xdd": ("hoang-thi-yen", "ta-quoc-khanh"),
    "ubkt": ("nguyen-thi-thu",),
}
SLIP = "Kính trình đồng chí {title} xem xét, ký ban hành. Dự thảo đã lấy ý kiến các cơ quan; {name} soạn thảo."
_PARTNERS = (("Văn phòng Tỉnh ủy", "vptu"), ("Ban Tổ chức Tỉnh ủy", "btctu"), ("Đảng ủy xã Bình Sơn", OTHER))
_CELLS = ("cb-dong", "cb-doai", "cb-ha")


@dataclass(frozen=True)
class Stage:
    """How far one paper has got.

    Attributes:
        start: the beginning of the theme's subject.
        upto: "draft", "returned", "submitted", "approved", "numbered", "sealed".
        author, signer: keys of persons.
        hours: working hours ago when it was drafted.
        reserved: its number was given before it was signed.
        annexes: how many attachments it has, in files of their own.
    """

    start: str
    upto: str
    author: str = "bui-duc-thang"
    signer: str = SECRETARY
    hours: int = 6
    reserved: bool = False
    annexes: int = 0


NOW: tuple[Stage, ...] = (
    Stage("Lãnh đạo phát triển kinh tế", "submitted", reserved=True, hours=14),
    Stage("Về việc chuẩn y kết quả bầu bổ sung", "submitted", "hoang-thi-yen", hours=12),
    Stage("Chuyển đổi số trong Đảng bộ", "submitted", hours=10),
    Stage("Công tác xây dựng Đảng tháng", "submitted", "ta-quoc-khanh", hours=9, annexes=1),
    Stage("Về việc đề nghị hỗ trợ kinh phí", "submitted", hours=8),
    Stage("Về nhân sự Ban Chỉ huy", "submitted", "hoang-thi-yen", hours=5),
    Stage("Phân công cấp ủy viên", "submitted", signer=DEPUTY, hours=7),
    Stage("Sinh hoạt chi bộ trên sổ tay", "submitted", "ta-quoc-khanh", DEPUTY, 6),
    Stage("Về việc cử cán bộ tham gia", "approved", hours=11),
    Stage("Kết luận của Ban Thường vụ", "approved", signer=DEPUTY, hours=13),
    Stage("Về việc kết nạp đảng viên", "numbered", "hoang-thi-yen", hours=16),
    Stage("Kết quả gửi, nhận văn bản", "numbered", CLERK, DEPUTY, 15, reserved=True, annexes=2),
    Stage("Dự hội nghị Ban Chấp hành", "sealed", CLERK, hours=18),
    Stage("Về việc triển khai ứng phó", "returned", hours=20),
    Stage("Về việc xác nhận lý lịch", "returned", "hoang-thi-yen", DEPUTY, 22),
    Stage("Chăm lo Tết", "draft", hours=4),
    Stage("Về việc đôn đốc các chi bộ", "draft", CLERK, hours=3),
    Stage("Về việc trả lời kiến nghị", "draft", CLERK, DEPUTY, 2),
    Stage("Kiểm tra, giám sát của Ban Chấp hành", "draft", "nguyen-thi-thu", hours=5),
    Stage("Tự kiểm tra việc thu, nộp", "draft", "nguyen-thi-thu", DEPUTY, 9),
    Stage("Tổ chức Ngày hội", "draft", hours=6),
)
_REFUSALS = (
    "Bổ sung căn cứ và số liệu đến cuối tháng; sửa phần Nơi nhận rồi trình lại.",
    "Rà soát lại họ tên, quê quán trước khi ký.",
)


class Outgoing:
    """Everything that An Phú has written."""

    def __init__(self, past: Past, papers: Papers, issued: int) -> None:
        self.past = past
        self.papers = papers
        self.issued = issued
        self.today = past.now.date()

    def run(self) -> None:
        """Issued papers first, then what lies on the desks."""
        for codes, opening in BOOKS.items():
            key = f"di-{HOME}-{ascii_code(codes[0])}"
            book = new_register(HOME, "outgoing", key, f"{codes[0]}:{TERM}", codes, opening)
            self.past.put("Register", book)
        self._issue_past()
        refusals = iter(_REFUSALS)
        for stage in NOW:
            self._stage(stage, refusals)

    # -- what went out

    def _issue_past(self) -> None:
        rng = self.past.rng
        at = self.past.now
        moments: list[datetime] = []
        for _ in range(self.issued):
            at = take_working(at, rng.randrange(300, 900))
            moments.append(at)
        for n, at in enumerate(reversed(moments)):
            themes = [t for t in subjects_outgoing.THEMES if not t.months or at.month in t.months]
            self._issue_one(themes[n * 7 % len(themes)], at, newest=len(moments) - n <= 2, skip=n == self.issued // 2)

    def _issue_one(self, theme: Theme, at: datetime, *, newest: bool, skip: bool) -> None:
        """One paper's whole life: drafted, signed, numbered, sealed, issued, received."""
        rng = self.past.rng
        author = rng.choice(AUTHORS[theme.unit])
        signer = DEPUTY if rng.random() < 0.3 else SECRETARY
        written, who = self._written(theme, signer, at.date())
        drafted = take_working(at, rng.randrange(400, 1200))
        document = self._draft(written, who, author, drafted, draw(self._sheet(written, who)))
        key = document["id"]
        self.past.do("submit", author, HOME, key, {"signerId": signer, "slip": self._slip(author, who)}, at_most(
            take_working(at, rng.randrange(150, 380)), at))  # fmt: skip
        approved, numbered, sealed = (at - timedelta(minutes=n) for n in (24, 9, 5))
        number = self._next(written) + int(skip)
        drawn = draw(self._sheet(written, who, number, at.date()))
        pages = self._signed_both(key, who, (approved, sealed), (number, at)) if newest else (drawn.pdf, drawn.pdf)
        approved_file, file = (self.papers.file_ref(data, file_name(self._of(key))) for data in pages)
        digest = self._of(key)["file"]["digest"]
        self.past.do("approve", signer, HOME, key, {"file": approved_file}, approved, digest=digest)
        self._reserve(key, written, numbered, skip=skip)
        file["name"] = file_name(self._of(key))
        self.papers.texts[key] = drawn.text
        self.past.do("seal", CLERK, HOME, key, {"file": file}, sealed, digest=approved_file["digest"])
        issue = self.past.do("issue", CLERK, HOME, key, {"recipients": self._of(key)["recipients"]}, at)
        self._received(key, issue, at)

    def _signed_both(
        self, key: str, who: Signatory, times: tuple[datetime, datetime], numbered: tuple[int, datetime]
    ) -> tuple[bytes, bytes]:
        """As the leader left it, and as the clerk sealed it: number and date filled in between."""
        document = self._of(key)
        draft = self.papers.files[document["file"]["digest"]].data
        hand = Signature(who.label, self.papers.handwriting(who.name), times[0])
        seal = Signature(f"seal-{HOME}", self.papers.stamp(ORGAN[HOME]), times[1])
        first = self.papers.signer.approve(draft, who.name, hand, fields_open=True)
        notation = notation_of(ORGAN[HOME], document["typeCode"], numbered[0])
        second = self.papers.signer.seal(first, seal, filled=(notation, numbered[1].date()))
        return first, self.papers.signer.keep_evidence(second, (hand, seal))

    def _next(self, written: Written) -> int:
        registers: Any = self.past.objects["Register"].values()
        register = register_for(registers, HOME, "outgoing", written.theme.code)
        assert register is not None
        return next_number(register)

    def _received(self, key: str, issue: Object, at: datetime) -> None:
        """Most recipients have registered it; Bình Sơn once returned one."""
        for n, organ in enumerate(self._of(key)["recipients"]):
            clerk = clerk_of(organ)
            when = self.past.later(at, self.past.between(15, 400))
            if clerk is None or self.past.rng.random() < 0.15:
                continue
            side = f"{issue['id']}-{n}"
            if organ == OTHER and self.past.rng.random() < 0.3:
                reason = {"reason": "Văn bản thiếu tệp kèm theo, đề nghị gửi bổ sung."}
                self.past.do("return", clerk.key, organ, side, reason, when)
                continue
            receive(self.past, clerk.key, organ, side, when)
            if self.past.rng.random() < 0.7:
                done = self.past.later(when, self.past.between(60, 2000))
                self.past.do("finish", clerk.key, organ, side, {"result": "Đã triển khai."}, max(when, done))

    # -- what lies on the desks

    def _stage(self, stage: Stage, refusals: Any) -> None:
        theme = next(t for t in subjects_outgoing.THEMES if t.subject.startswith(stage.start))
        if theme.months and self.today.month not in theme.months:
            return
        at = take_working(self.past.now, stage.hours * 60)
        written, who = self._written(theme, stage.signer, self.today)
        sheet = draw(self._sheet(written, who))
        document = self._draft(written, who, stage.author, at, sheet, annexes=stage.annexes)
        key = document["id"]
        if stage.upto == "draft":
            return
        at = self.past.later(at, 70)
        submission = {"signerId": stage.signer, "slip": self._slip(stage.author, who)}
        self.past.do("submit", stage.author, HOME, key, submission, at)
        if stage.upto == "returned":
            refused = {"reason": next(refusals), "remarks": remarks_on(sheet.pdf, key)}
            digest = document["file"]["digest"]
            self.past.do("refuse", stage.signer, HOME, key, refused, self.past.later(at, 60), digest=digest)
            return
        number = self._reserve(key, written, self.past.later(at, 20)) if stage.reserved else None
        if stage.upto != "submitted":
            self._beyond(stage, key, (written, who, number), self.past.later(at, 45))

    def _beyond(self, stage: Stage, key: str, paper: tuple[Written, Signatory, int | None], at: datetime) -> None:
        """Signed by the leader: with number and date left open, or on a page that bears the reserved number."""
        written, who, reserved = paper
        day = date.fromisoformat(self._of(key)["documentDate"]) if reserved else None
        drawn = draw(self._sheet(written, who, reserved, day))
        hand = Signature(who.label, self.papers.handwriting(who.name), at)
        data = self.papers.signer.approve(drawn.pdf, who.name, hand, fields_open=reserved is None)
        before = self._of(key)["file"]
        file = self.papers.file_ref(data, before["name"])
        self.past.do("approve", stage.signer, HOME, key, {"file": file}, at, digest=before["digest"])
        if stage.upto == "approved" or reserved is not None:
            return
        at = self.past.later(at, 12)
        number = self._reserve(key, written, at)
        if stage.upto == "numbered":
            return
        sealed = self.past.later(at, 10)
        seal = Signature(f"seal-{HOME}", self.papers.stamp(ORGAN[HOME]), sealed)
        notation = notation_of(ORGAN[HOME], written.theme.code, number)
        data = self.papers.signer.seal(data, seal, filled=(notation, at.date()))
        data = self.papers.signer.keep_evidence(data, (hand, seal))
        payload = {"file": self.papers.file_ref(data, file_name(self._of(key)))}
        self.past.do("seal", CLERK, HOME, key, payload, sealed, digest=file["digest"])

    # -- parts

    def _written(self, theme: Theme, signer: str, day: date) -> tuple[Written, Signatory]:
        written = write(theme, HOME, day, self.past.rng, state_style=False)
        return written, signatory(BY_KEY[signer], HOME)

    def _sheet(self, written: Written, who: Signatory, number: int | None = None, day: date | None = None) -> Any:
        return self.papers.sheet(written, who, number, day)

    def _draft(
        self, written: Written, who: Signatory, author: str, at: datetime, drawn: Drawn, *, annexes: int = 0
    ) -> Object:
        key = self.past.identifier(at)
        made = self.papers.document(written, who, identifier=key)
        made = self.papers.attach_file(made, drawn, drawn.pdf)
        made["attachments"] = self.papers.annexes()[:annexes]
        names = ("typeCode", "subject", "urgency", "secrecy", "toPlaces", "signer", "replyTo", "file", "attachments")
        given = {name: made[name] for name in (*names, "pages")} | {"recipients": recipients(written), "slip": ""}
        self.past.do("draft", author, HOME, key, {"document": given}, at)
        return self._of(key)

    def _reserve(self, key: str, written: Written, at: datetime, *, skip: bool = False) -> int:
        """Gives the next number; ``skip`` leaves a gap, as happens when a clerk slips a line."""
        registers: Any = self.past.objects["Register"].values()
        register = register_for(registers, HOME, "outgoing", written.theme.code)
        assert register is not None
        wanted = register["last"] + 2 if skip else None
        payload = {"registerId": register["id"], "number": wanted, "date": at.date().isoformat()}
        self.past.do("number", CLERK, HOME, key, payload, at)
        return int(self._of(key)["number"])

    def _slip(self, author: str, who: Signatory) -> str:
        title = "Bí thư" if who.person == SECRETARY else "Phó Bí thư"
        return SLIP.format(title=title, name=BY_KEY[author].name)

    def _of(self, key: str) -> Object:
        return self.past.objects["Document"][key]


def recipients(written: Written) -> list[str]:
    """The organs that a paper goes to, from what stands under "Kính gửi" and "Nơi nhận"."""
    lines = " ".join((*written.to, *written.places))
    found = [organ for words, organ in _PARTNERS if words in lines]
    if "Thường trực Tỉnh ủy" in lines:
        found.append("tu")
    if "chi bộ" in lines:
        found += _CELLS
    if "UBND xã" in lines or not found:
        found += ["ubnd-anphu", "mttq-anphu"]
    return found


def ascii_code(code: str) -> str:
    """A type code that an identifier takes."""
    return code.replace("Đ", "D").replace("đ", "d")


def at_most(at: datetime, limit: datetime) -> datetime:
    """Not later than ``limit``."""
    return min(at, limit)
