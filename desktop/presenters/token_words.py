"""What is said of tokens and certificates: in the top bar, in the list to choose from, and why one is not used.

Pure of state: everything is said of what it is given. Knows the problems' sentences.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta

from PySide6.QtCore import QCoreApplication

from desktop.office.world import VIETNAM
from desktop.presenters import messages_signing
from desktop.presenters.key_sources import KeySource
from signing.problems import ModuleWrongSize, SigningProblem
from signing.tokens import Token, TokenCertificate
from widgets.pin_dialog import Tries
from widgets.theme import Tone

translate = QCoreApplication.translate

SOON = timedelta(days=30)
"""How long before its end a certificate is spoken of."""


@dataclass(frozen=True)
class Candidate:
    """A certificate on a token that is in.

    Attributes:
        purposes: what the person signed in may do with it; empty for another's.
    """

    source: KeySource
    token: Token
    certificate: TokenCertificate
    purposes: frozenset[str]

    @property
    def key(self) -> str:
        """How dialogs name it."""
        return f"{self.token.serial}/{self.certificate.digest}"

    @property
    def tries(self) -> Tries:
        """What the token says of its PIN."""
        flags = self.token.flags
        if flags.locked:
            return "locked"
        return "final" if flags.final_try else "low" if flags.pin_count_low else "plenty"


@dataclass(frozen=True)
class TokenState:
    """What the top bar says."""

    text: str
    tone: Tone
    hint: str


def day(moment: datetime) -> str:
    """A day as it is written on screen, in Vietnam."""
    return moment.astimezone(VIETNAM).strftime("%d/%m/%Y")


def ends_soon(one: Candidate, now: datetime) -> bool:
    """Whether the certificate still holds, and for less than thirty days."""
    return now <= one.certificate.not_after < now + SOON


def announcement(one: Candidate, now: datetime) -> str:
    """What is announced once a day."""
    days = (one.certificate.not_after.astimezone(VIETNAM).date() - now.astimezone(VIETNAM).date()).days
    said = translate(
        "Tokens",
        "Chứng thư chữ ký số của %1 hết hạn ngày %2 (còn %3 ngày). Đề nghị cơ quan làm thủ tục gia hạn từ bây giờ để "
        "việc ký không bị gián đoạn.",
    )
    subject = one.certificate.subject
    return said.replace("%3", str(days)).replace("%2", day(one.certificate.not_after)).replace("%1", subject)


def detail(one: Candidate) -> str:
    """Which token, who issued the certificate, for how long, and what it is for."""
    certificate = one.certificate
    period = (
        translate("Tokens", "Có giá trị từ %1 đến %2")
        .replace("%1", day(certificate.not_before))
        .replace("%2", day(certificate.not_after))
    )
    where = (
        translate("Tokens", "Nơi cấp: %1 · Thiết bị: %2 (%3)")
        .replace("%3", one.token.serial)
        .replace("%2", one.token.label)
        .replace("%1", certificate.issuer)
    )
    uses = {
        "approve": translate("Tokens", "dùng để ký cá nhân"),
        "seal": translate("Tokens", "dùng để ký số cơ quan"),
    }
    purposes = [uses[purpose] for purpose in ("approve", "seal") if purpose in one.purposes]
    pins = {
        "low": translate("Tokens", "còn ít lần thử mã PIN"),
        "final": translate("Tokens", "còn một lần thử mã PIN cuối cùng"),
        "locked": translate("Tokens", "mã PIN đã bị khóa"),
    }
    return where + "\n" + " · ".join([period, *purposes, *([pins[one.tries]] if one.tries in pins else [])])


def refusal(one: Candidate, purpose: str, now: datetime, standing: SigningProblem | None) -> str:
    """Why it may not be used; empty where it may."""
    if not one.purposes:
        return translate("Tokens", "Không phải chứng thư của người đang đăng nhập: không được dùng.")
    if purpose and purpose not in one.purposes:
        return (
            translate("Tokens", "Chứng thư cá nhân: không dùng để ký số cơ quan.")
            if purpose == "seal"
            else translate("Tokens", "Chứng thư của cơ quan: không dùng để ký duyệt.")
        )
    certificate = one.certificate
    if certificate.not_after < now:
        return translate("Tokens", "Chứng thư đã hết hạn ngày %1.").replace("%1", day(certificate.not_after))
    if certificate.not_before > now:
        said = translate("Tokens", "Chứng thư chỉ có hiệu lực từ ngày %1. Nếu ngày đó đã qua, kiểm tra giờ của máy.")
        return said.replace("%1", day(certificate.not_before))
    if certificate.has_key is False:
        return messages_signing.sentence("keyMissing")
    return messages_signing.of_problem(standing) if standing is not None else ""


def describe(candidates: Sequence[Candidate], problem: SigningProblem | None, now: datetime) -> TokenState:
    """What the top bar says of all this."""
    mine = [one for one in candidates if one.purposes]
    if not mine:
        return _nothing_of_mine(bool(candidates), problem)
    # The one that can be used is spoken of, where there is one beside those that cannot.
    first = min(mine, key=lambda one: (one.token.flags.locked, _period_rank(one, now)))
    if first.token.flags.locked:
        return TokenState(
            translate("Tokens", "Ký số: mã PIN bị khóa"), Tone.BAD, messages_signing.sentence("pinLocked")
        )
    until = day(first.certificate.not_after)
    if first.certificate.not_after < now:
        hint = messages_signing.sentence("certificateExpired")
        return TokenState(translate("Tokens", "Ký số: chứng thư hết hạn"), Tone.BAD, hint)
    if first.certificate.not_before > now:
        hint = messages_signing.sentence("certificateNotYetValid")
        return TokenState(translate("Tokens", "Ký số: chứng thư chưa có hiệu lực"), Tone.BAD, hint)
    hint = translate("Tokens", "%1 · chứng thư có giá trị đến %2").replace("%2", until)
    hint = hint.replace("%1", first.token.label)
    if ends_soon(first, now):
        text = translate("Tokens", "Ký số: chứng thư hết hạn ngày %1").replace("%1", until)
        return TokenState(text, Tone.WARN, hint)
    names = ", ".join(dict.fromkeys(one.certificate.subject for one in mine))
    return TokenState(translate("Tokens", "Ký số: %1").replace("%1", names), Tone.GOOD, hint)


def _period_rank(one: Candidate, now: datetime) -> int:
    certificate = one.certificate
    return 2 if certificate.not_after < now else 1 if certificate.not_before > now else 0


def _nothing_of_mine(others: bool, problem: SigningProblem | None) -> TokenState:
    if isinstance(problem, ModuleWrongSize):
        text = translate("Tokens", "Ký số: cần trình điều khiển 64 bit")
        return TokenState(text, Tone.WARN, messages_signing.of_problem(problem))
    if problem is not None:
        return TokenState(translate("Tokens", "Ký số: lỗi thiết bị"), Tone.BAD, messages_signing.of_problem(problem))
    if others:
        return TokenState(
            translate("Tokens", "Ký số: không đúng thiết bị"),
            Tone.WARN,
            messages_signing.sentence("certificateNotYours"),
        )
    hint = translate(
        "Tokens", "Cắm thiết bị ký số vào cổng USB để ký; bấm để xem cách xử lý khi máy không nhận thiết bị."
    )
    return TokenState(translate("Tokens", "Chưa cắm thiết bị ký số"), Tone.NEUTRAL, hint)
