"""What has come to the commune An Phú, and how far each paper has got: registered, submitted, passed on, answered.

Knows papers and the past. The newest lie on the clerk's desk, the oldest are done; between them lie those that
somebody still owes an answer on, some of them late.
"""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from typing import Any

from desktop.practice import subjects_local, subjects_province
from desktop.practice.pages import draw
from desktop.practice.past import FIRST_DAY, Past, take_working, utc, working_days_between
from desktop.practice.people import ORGAN
from desktop.practice.seed_handling import (
    CLERK,
    HOME,
    OTHER,
    SECRETARY,
    Way,
    child,
    incoming_register,
    made_by,
    new_register,
    receive,
    side_of,
    signing_times,
)
from desktop.practice.seed_papers import Papers, Signatory, notation_of, numbers, signatory_for
from desktop.practice.signed import Signature, tampered
from desktop.practice.texts import Theme, Written, write

Object = dict[str, Any]

PER_DAY = 5.25
"""Papers that reach a commune on a working day."""

TO_RECEIVE, TO_SUBMIT, WITH_CHIEF, WITH_LEADERS, WITH_HANDLERS = 7, 5, 4, 6, 24
"""How many papers stand at each stage, the newest first; all older ones are done."""
SIGNED = 50
"""The newest papers, all that are still in somebody's hands, bear real signatures; older ones are pages alone."""
OWN_PAGES = 700
"""Beyond these, old papers of one theme share one file: a big office starts quickly."""
TAMPERED, UNSIGNED_ONE = 4, 6
"""Places among those to be received: one whose page was changed after signing, one that nobody signed."""

_DUE_IN = (-6, -4, -2, -1, 0, 1, 1, 2, 3, 3, 4, 5, 5, 6, 7, 7, 8, 9, 10, 11, 12, 13, 14, 16)
"""Days from today until what the handlers hold is due, the oldest first: four late, six within three days."""

_WEIGHTS: dict[str, int] = {
    "tu": 9, "vptu": 13, "btctu": 12, "ubkttu": 7, "btgdvtu": 7, "bnctu": 4, "ducq": 4, "ubndt": 8, "cb": 15,
    "mttq-anphu": 8, "ubnd-anphu": 13, "du-binhson": 4,
}  # fmt: skip
_CELLS = ("cb-dong", "cb-doai", "cb-ha")
_FEATURED: tuple[tuple[str, str, str], ...] = (
    ("tu", "CV", "Về việc phòng, chống bão"),
    ("tu", "TB", "Kết luận"),
    ("ducq", "KH", "Chuyển đổi số"),
    ("btctu", "HD", "Kiểm điểm"),
    ("vptu", "GM", "Dự hội nghị"),
    ("ubkttu", "CV", "Về việc cung cấp"),
    ("cb-dong", "BC", "Sinh hoạt"),
    ("mttq-anphu", "TTr", "Về việc tổ chức"),
)
"""Which papers are the newest, when the season fits."""

_LEADERS = (SECRETARY, SECRETARY, SECRETARY, SECRETARY, "pham-thu-ha", "do-minh-quan")
_NOT_OURS = (
    "Văn bản gửi nhầm địa chỉ: nơi nhận là Đảng ủy xã Bình Sơn.",
    "Văn bản thiếu phụ lục kèm theo, đề nghị gửi lại đủ tệp.",
)


@dataclass
class Plan:
    """One paper to come: what it says, who signs it, when it arrives."""

    written: Written
    signatory: Signatory
    arrives: datetime
    day: date
    number: int = 0


class Incoming:
    """Everything that has reached An Phú."""

    def __init__(self, past: Past, papers: Papers, size: int) -> None:
        self.past = past
        self.papers = papers
        self.size = size
        self.today = past.now.date()
        self.plans: list[Plan] = []
        self._shared: dict[tuple[str, str], Object] = {}
        self._registered = past.now - timedelta(days=3650)

    def run(self) -> None:
        """Lets all of it happen, the oldest first."""
        self.plans = self._plan()
        self._open_books()
        for n in range(len(self.plans) - 1, -1, -1):
            document, side = self._arrive(n, self.plans[n])
            self._handle(n, self.plans[n], document, side)

    def _open_books(self) -> None:
        """The year's book goes on where the paper one stood: as many before as a commune gets by then."""
        for year in sorted({plan.arrives.year for plan in self.plans} | {self.today.year}):
            end = min(self.today, date(year, 12, 31))
            start = max(date(year, 1, 1), FIRST_DAY)
            usual = round(PER_DAY * working_days_between(start, end))
            ours = sum(plan.arrives.year == year for plan in self.plans)
            key = incoming_register(self.past, HOME, end)
            opening = max(0, usual - ours)
            self.past.put("Register", new_register(HOME, "incoming", key, str(year), opening=opening))

    # -- what comes, and when

    def _plan(self) -> list[Plan]:
        arrivals = self._arrivals()
        plans: list[Plan] = []
        recent: list[str] = []
        for n, at in enumerate(arrivals):
            sender, theme, due = self._choose(n, at, recent)
            recent = [*recent, theme.subject][-9:]
            # Signed on the day it is sent, or on the working day before when it is sent early.
            day = at.date() if at.hour >= 9 or theme.urgency == 3 else take_working(at, 90).date()
            state = ORGAN[sender].style != "party"
            written = write(theme, sender, day, self.past.rng, state_style=state, due=due)
            plans.append(Plan(written, signatory_for(written, self.past.rng), at, day))
        self._number(plans)
        return plans

    def _arrivals(self) -> list[datetime]:
        """Moments in working hours, the newest first; a big office gets more a day, not an older past."""
        days = working_days_between(FIRST_DAY, self.today)
        pause = min(450 / PER_DAY, max(days - 2, 1) * 450 / self.size)
        rng = self.past.rng
        found: list[datetime] = []
        at = take_working(self.past.now, 3)
        for n in range(self.size):
            found.append(at)
            step = rng.uniform(2, 9) if n < TO_RECEIVE - 1 else rng.uniform(0.3, 1.7) * pause
            at = take_working(at, 0) - timedelta(minutes=step) if step < 1 else take_working(at, max(1, round(step)))
            at = at.replace(second=rng.randrange(60), microsecond=0)
        return found

    def _choose(self, n: int, at: datetime, recent: list[str]) -> tuple[str, Theme, date | None]:
        rng = self.past.rng
        if n < len(_FEATURED):
            sender, code, start = _FEATURED[n]
            for theme in _themes_of(sender):
                if theme.code == code and theme.subject.startswith(start) and _in_season(theme, at):
                    return sender, theme, None
        first = TO_RECEIVE + TO_SUBMIT + WITH_CHIEF + WITH_LEADERS
        held = first <= n < first + WITH_HANDLERS
        for _ in range(200):
            sender = rng.choices(list(_WEIGHTS), list(_WEIGHTS.values()))[0]
            sender = rng.choice(_CELLS) if sender == "cb" else sender
            themes = [t for t in _themes_of(sender) if _in_season(t, at) and t.subject not in recent]
            themes = [t for t in themes if t.reply_days > 1] if held else themes
            if themes:
                theme = rng.choice(themes)
                return sender, theme, self._due(n - first) if held else None
        raise AssertionError("no theme is in season")

    def _due(self, place: int) -> date:
        offset = _DUE_IN[WITH_HANDLERS - 1 - place] if place < WITH_HANDLERS else 0
        return self.today + timedelta(days=offset)

    def _number(self, plans: list[Plan]) -> None:
        series: dict[tuple[str, str, int], list[Plan]] = defaultdict(list)
        for plan in plans:
            organ = ORGAN[plan.written.sender]
            year = 0 if organ.style == "party" else plan.day.year
            series[organ.key, plan.written.theme.code, year].append(plan)
        for (key, code, year), members in series.items():
            members.sort(key=lambda plan: plan.arrives)
            end = self.today if year in (0, self.today.year) else date(year, 12, 31)
            given = numbers([plan.day for plan in members], ORGAN[key], code, end)
            for plan, number in zip(members, given, strict=True):
                plan.number = number

    # -- arrival

    def _arrive(self, n: int, plan: Plan) -> tuple[Object, Object]:
        """Keeps the issued paper and An Phú's side of it; tells how it was signed, where those people have accounts."""
        organ = ORGAN[plan.written.sender]
        document = self.papers.document(plan.written, plan.signatory, identifier=self.past.identifier(plan.arrives))
        document |= {
            "number": plan.number,
            "notation": notation_of(organ, plan.written.theme.code, plan.number),
            "documentDate": plan.day.isoformat(),
            "issuedAt": utc(plan.arrives),
            "updatedAt": utc(plan.arrives),
            "state": "issued",
        }
        document = self._with_file(n, plan, document)
        if plan.written.theme.reply_days > 5 and n % 3 == 0:
            document["attachments"] = [self.papers.annexes()[n // 3 % 3]]
        both = organ.level == "province" and organ.key != "ubndt" and "{here}" not in str(plan.written.theme) and n < 60
        document["recipients"] = [HOME, OTHER] if both and organ.key != OTHER else [HOME]
        document["deliveries"] = [
            {"unitId": unit, "status": "01", "at": utc(plan.arrives), "byName": None, "reason": None}
            for unit in document["recipients"]
        ]
        self.past.put("Document", document)
        made_by(self.past, document, plan.signatory, plan.arrives)
        sides = [side_of(self.past, document, unit, plan.arrives) for unit in document["recipients"]]
        if len(sides) > 1:
            self._elsewhere(n, plan, sides[1])
        return document, sides[0]

    def _with_file(self, n: int, plan: Plan, document: Object) -> Object:
        key = (plan.written.sender, plan.written.theme.subject)
        if n >= OWN_PAGES and key in self._shared:
            old = self._shared[key]
            self.papers.texts[document["id"]] = self.papers.texts[old["id"]]
            return {**document, "file": old["file"], "pages": old["pages"]}
        sheet = self.papers.sheet(plan.written, plan.signatory, plan.number, plan.day)
        drawn = draw(sheet, compressed=n != TAMPERED)
        data = drawn.pdf
        if n < SIGNED and n != UNSIGNED_ONE:
            data = self._sign(n, plan, drawn.pdf)
        document = self.papers.attach_file(document, drawn, data)
        if n >= OWN_PAGES:
            self._shared[key] = document
        return document

    def _sign(self, n: int, plan: Plan, pdf: bytes) -> bytes:
        organ, signer = ORGAN[plan.written.sender], self.papers.signer
        approved, sealed = signing_times(plan.arrives, plan.day)
        hand = Signature(plan.signatory.label, self.papers.handwriting(plan.signatory.name), approved)
        signed = signer.approve(pdf, plan.signatory.name, hand)
        signatures = [hand]
        if organ.stamp[0]:
            seal = Signature(f"seal-{organ.key}", self.papers.stamp(organ), sealed)
            signed = signer.seal(signed, seal)
            signatures.append(seal)
        signed = signer.keep_evidence(signed, tuple(signatures))
        if n == TAMPERED:
            year = f"/{plan.day.year}".encode()
            signed = tampered(signed, year, f"/{plan.day.year + 1}".encode()) if year in pdf else signed
        return signed

    # -- the way through the house

    def _handle(self, n: int, plan: Plan, document: Object, side: Object) -> None:
        """Every stage that this paper has reached."""
        if n < TO_RECEIVE:
            return
        past, done_from = self.past, TO_RECEIVE + TO_SUBMIT + WITH_CHIEF + WITH_LEADERS + WITH_HANDLERS
        at = past.later(plan.arrives, past.between(4, 35))
        # Numbers go by the order of registering: nobody registers a later arrival first.
        at = self._registered = max(at, min(self._registered + timedelta(seconds=40), past.now))
        if n in (done_from, done_from + 1):
            past.do("return", CLERK, HOME, side["id"], {"reason": _NOT_OURS[n - done_from]}, at)
            return
        receive(past, CLERK, HOME, side["id"], at)
        stage = n - TO_RECEIVE
        if stage < TO_SUBMIT:
            return
        way = Way(past, plan.written, side["id"], at)
        direct = plan.written.sender.startswith("cb-") or (plan.written.theme.urgency == 0 and past.rng.random() < 0.3)
        stage -= TO_SUBMIT
        if stage < WITH_CHIEF:
            way.to_chief()
        elif stage < WITH_CHIEF + WITH_LEADERS:
            way.to_chief()
            way.to_leader(_LEADERS[stage - WITH_CHIEF])
        elif stage < WITH_CHIEF + WITH_LEADERS + WITH_HANDLERS:
            self._held(stage - WITH_CHIEF - WITH_LEADERS, plan, way, direct=direct)
        else:
            self._done(plan, way, direct=direct)

    def _held(self, place: int, plan: Plan, way: Way, *, direct: bool) -> None:
        """With a handler, not finished; two of them were given back."""
        if place == WITH_HANDLERS - 2:
            way.assign(direct=True, due=plan.written.due)
            way.give_back("Nội dung thuộc thẩm quyền của UBND xã, đề nghị chuyển lại.")
        elif place == WITH_HANDLERS - 5:
            way.assign(direct=False, due=plan.written.due, leader=SECRETARY)
            way.give_back("Đề nghị giao Ban Xây dựng Đảng chủ trì vì liên quan hồ sơ đảng viên.")
        else:
            way.assign(direct=direct, due=plan.written.due, readers=2)

    def _done(self, plan: Plan, way: Way, *, direct: bool) -> None:
        way.assign(direct=direct, due=plan.written.due if plan.written.theme.reply_days else None, readers=1)
        way.finish(plan.written)

    def _elsewhere(self, n: int, plan: Plan, side: Object) -> None:
        """Bình Sơn's side: the newest wait, some lie with the chief of office, the others are done."""
        if n < 3:
            return
        past = self.past
        at = past.later(plan.arrives, past.between(10, 90))
        receive(past, "dinh-thi-huong", OTHER, side["id"], at)
        if n < 6:
            return
        at = past.later(at, past.between(5, 40))
        lead = {"unitId": "binhson-vp", "personId": "ly-minh-duc"}
        payload = {"lead": lead, "co": [], "info": [], "directive": "Kính trình đồng chí Chánh Văn phòng.", "due": None}
        act = past.do("transfer", "dinh-thi-huong", OTHER, side["id"], payload, at)
        if n >= 14:
            past.do("finish", "ly-minh-duc", OTHER, child(act), {"result": "Đã triển khai."}, past.later(at, 300))


def _themes_of(sender: str) -> list[Theme]:
    key = "cb" if sender.startswith("cb-") else sender
    return [t for t in (*subjects_province.THEMES, *subjects_local.THEMES) if key in t.senders]


def _in_season(theme: Theme, at: datetime) -> bool:
    return not theme.months or at.month in theme.months
