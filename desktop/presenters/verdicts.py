"""What is thought of a file's signatures: asked once per file, and put in one line. Knows signing's verdicts."""

from __future__ import annotations

import asyncio
import time
from collections import OrderedDict
from collections.abc import Awaitable, Callable, Iterable, Mapping
from typing import Any, Final

from PySide6.QtCore import QCoreApplication

from desktop.presenters import formats
from signing import sentences
from signing.file_sentences import of_file
from signing.reasons import Reason
from signing.verdict import SignatureReport, Verdict, word_for
from widgets.theme import Tone
from widgets.verdict_panel import SignatureView, VerdictLine

Judge = Callable[[bytes], Awaitable[Verdict]]
"""Validates a PDF outside this process; the composition root knows the trust and the limits."""

KEPT: Final = 400
LASTS: Final = 3600.0
"""Seconds that a verdict is kept: a certificate may be revoked while the program runs."""

AT_ONCE: Final = 2
_LOOKS: Final = {
    "valid": ("valid", Tone.GOOD),
    "warning": ("warning", Tone.WARN),
    "unknown": ("unknown", Tone.WARN),
    "invalid": ("invalid", Tone.BAD),
    "unsigned": ("unsigned", Tone.NEUTRAL),
}


_ROOT_MISSING: Final = frozenset({"issuerUnknown", "timestampUntrusted"})
_PASSING: Final = frozenset({"revocationAsOf", "revocationOld"})


class Verdicts:
    """Verdicts by the file's digest, two files judged at a time. An uncertain one is asked for again the next time.

    Args:
        judge: judges a file.
        end: ends what judges.
        clock: seconds that only grow.
    """

    def __init__(
        self,
        judge: Judge,
        end: Callable[[], object] = lambda: None,
        clock: Callable[[], float] = time.monotonic,
    ) -> None:
        self._judge = judge
        self._end = end
        self._kept: OrderedDict[str, Verdict] = OrderedDict()
        self._asked: dict[tuple[int, str], asyncio.Task[Verdict | None]] = {}
        self._waiting: dict[str, int] = {}
        self._free = asyncio.Semaphore(AT_ONCE)
        self._trusted = 0
        self._clock = clock
        self._until: dict[str, float] = {}

    def known(self, digest: str) -> Verdict | None:
        """The verdict on that file, if it has been given."""
        if self._clock() > self._until.get(digest, 0.0):
            self._kept.pop(digest, None)
        return self._kept.get(digest)

    async def of(self, digest: str, pdf: bytes) -> Verdict | None:
        """The verdict on a file; whoever asks meanwhile gets the same answer.

        None only where everybody who asked has gone away before its turn came.
        """
        known = self.known(digest)
        if known is not None:
            return known
        key = (self._trusted, digest)
        task = self._asked.get(key)
        if task is None:
            task = asyncio.ensure_future(self._ask(digest, pdf))
            self._asked[key] = task
        self._waiting[digest] = self._waiting.get(digest, 0) + 1
        try:
            # Whoever asked may go away; once begun, the answer is worth keeping all the same.
            return await asyncio.shield(task)
        finally:
            if digest in self._waiting:
                self._waiting[digest] -= 1

    def close(self) -> None:
        """Stop asking."""
        for task in self._asked.values():
            task.cancel()
        self._end()

    def forget(self) -> None:
        """What is trusted has changed: every file is judged anew when it is next looked at."""
        self._kept.clear()
        # What is being judged goes by what was trusted before: it is told to whoever waits, and not kept.
        self._trusted += 1

    async def _ask(self, digest: str, pdf: bytes) -> Verdict | None:
        trusted = self._trusted
        try:
            async with self._free:
                if not self._waiting.get(digest):
                    return None
                verdict = await self._judge(pdf)
        finally:
            self._asked.pop((trusted, digest), None)
            if (self._trusted, digest) not in self._asked:
                self._waiting.pop(digest, None)
        if _is_final(verdict) and trusted == self._trusted:
            self._kept[digest] = verdict
            self._until[digest] = self._clock() + LASTS
            while len(self._kept) > KEPT:
                self._until.pop(self._kept.popitem(last=False)[0], None)
        return verdict


def _is_final(verdict: Verdict) -> bool:
    """Whether asking again would say nothing else: no answer is missing, none is from earlier."""
    passing = any(reason.code in _PASSING for reason in verdict.all_reasons())
    return verdict.verdict != "unknown" and not passing


def waiting_line() -> VerdictLine:
    """While the file is being looked at."""
    return VerdictLine("waiting", Tone.NEUTRAL, QCoreApplication.translate("Verdicts", "Đang kiểm tra chữ ký số…"))


def line(verdict: Verdict, document: Mapping[str, Any], language: str = sentences.VI) -> VerdictLine:
    """One line: the word, who signed, and the time that can be trusted; the reasons below it."""
    icon, tone = _LOOKS.get(verdict.verdict, _LOOKS["unknown"])
    signatures = [one for one in verdict.signatures if one.role_hint != "timestamp"]
    text = sentences.WORDS.get(verdict.verdict, sentences.WORDS["unknown"])[language]
    if signatures:
        count = QCoreApplication.translate("Verdicts", "%n chữ ký", None, len(signatures))
        text = f"{text} — {count}: {', '.join(_signer(one, document) for one in signatures)}"
        when = _time(signatures)
        text += f" · {when}" if when else ""
    codes = {reason.code for reason in verdict.all_reasons()}
    return VerdictLine(
        icon,
        tone,
        text,
        _told(verdict.all_reasons(), language),
        verdict.report,
        word=sentences.WORDS.get(verdict.verdict, sentences.WORDS["unknown"])[language],
        meaning=sentences.VERDICTS.get(verdict.verdict, sentences.VERDICTS["unknown"])[language],
        about_file=_told(verdict.reasons, language),
        signatures=tuple(_view(one, verdict, document, language) for one in verdict.signatures),
        root_missing=bool(codes & _ROOT_MISSING),
        uncertain=not _is_final(verdict),
    )


def moment_words(one: SignatureReport) -> str:
    """What the file is called as it was at this signature; "" where it cannot be shown so."""
    if not one.revision_end:
        return ""
    when = one.trusted_time or one.claimed_time
    if not when:
        said = QCoreApplication.translate("Verdicts", "Bản tại thời điểm ký của {signer}")
        return said.format(signer=one.signer or one.field)
    said = QCoreApplication.translate("Verdicts", "Bản tại thời điểm ký của {signer}, {time}")
    return said.format(signer=one.signer or one.field, time=formats.full_moment(when))


def _told(reasons: Iterable[Reason], language: str) -> tuple[str, ...]:
    return tuple(dict.fromkeys(of_file(one.code, language, one.args) for one in reasons))


def _view(one: SignatureReport, verdict: Verdict, document: Mapping[str, Any], language: str) -> SignatureView:
    icon, tone = _LOOKS.get(one.verdict, _LOOKS["unknown"])
    word = sentences.WORDS.get(one.verdict, sentences.WORDS["unknown"])[language]
    if one.verdict in ("valid", "warning") and word_for(verdict.reasons) in ("unknown", "invalid"):
        # Nothing green stands in a file that is not to be relied on.
        icon, tone = "warning", Tone.WARN
        word = QCoreApplication.translate("Verdicts", "chữ ký khớp, nhưng tệp chưa đáng tin cậy")
    return SignatureView(
        key=one.field,
        icon=icon,
        tone=tone,
        word=word,
        role=sentences.ROLES.get(one.role_hint, sentences.ROLES["other"])[language],
        signer=_signer(one, document) or one.field,
        organization="" if one.organization == one.signer else one.organization,
        facts=_facts(one),
        reasons=_told(one.reasons, language),
        moment=moment_words(one),
    )


def _facts(one: SignatureReport) -> tuple[tuple[str, str], ...]:
    """Trusted time and claimed time each under its own name, never one for the other."""
    translate = QCoreApplication.translate
    trusted = formats.full_moment(one.trusted_time) if one.trusted_time else translate("Verdicts", "không có")
    facts = [(translate("Verdicts", "Giờ tin cậy"), trusted)]
    if one.role_hint != "timestamp":
        claimed = formats.full_moment(one.claimed_time) if one.claimed_time else translate("Verdicts", "không ghi")
        facts.append((translate("Verdicts", "Giờ máy người ký"), claimed))
    level = _level(one.level)
    if level:
        facts.append((translate("Verdicts", "Mức chữ ký"), level))
    facts.append((translate("Verdicts", "Từ khi ký"), _since(one)))
    return tuple(facts)


def _level(level: str) -> str:
    words = {
        "B-B": QCoreApplication.translate("Verdicts", "B-B, không có dấu thời gian"),
        "B-T": QCoreApplication.translate("Verdicts", "B-T, có dấu thời gian"),
        "B-LT": QCoreApplication.translate("Verdicts", "B-LT, kiểm tra được lâu dài"),
        "B-LTA": QCoreApplication.translate("Verdicts", "B-LTA, lưu trữ lâu dài"),
        "CMS": QCoreApplication.translate("Verdicts", "kiểu cũ (CMS)"),
        "timestamp": "",
    }
    return words.get(level, level)


def _since(one: SignatureReport) -> str:
    """What came into the file after this signature."""
    translate = QCoreApplication.translate
    if one.coverage == "part":
        return translate("Verdicts", "chữ ký không bao phủ cả tệp")
    if one.changed == "content":
        return translate("Verdicts", "nội dung đã bị thay đổi")
    if one.changed == "form":
        return translate("Verdicts", "có ô biểu mẫu được điền thêm")
    if one.coverage == "file":
        return translate("Verdicts", "không có gì thêm vào tệp")
    if one.changed == "evidence":
        return translate("Verdicts", "nội dung không đổi; chỉ thêm dấu thời gian, dữ liệu xác thực")
    return translate("Verdicts", "nội dung không đổi; chỉ thêm chữ ký, số và ngày, dữ liệu xác thực của các bước sau")


def _signer(one: SignatureReport, document: Mapping[str, Any]) -> str:
    signer = document.get("signer")
    if signer and signer["name"] == one.signer and signer["position"]:
        return f"{one.signer} ({_position(signer['position'])})"
    return one.signer


def _position(position: str) -> str:
    """A position as it is written inside a sentence; on the page it stands in capitals: PHÓ BÍ THƯ, Phó Bí thư."""
    if not position.isupper():
        return position
    words = position.lower()
    for word in ("bí thư", "chủ tịch", "chánh văn phòng", "trưởng ban", "chủ nhiệm", "giám đốc"):
        words = words.replace(word, word[0].upper() + word[1:])
    return words[0].upper() + words[1:]


def _time(signatures: list[SignatureReport]) -> str:
    trusted = [one.trusted_time for one in signatures if one.trusted_time]
    if trusted:
        said = QCoreApplication.translate("Verdicts", "dấu thời gian {time}")
        return said.format(time=formats.full_moment(max(trusted)))
    claimed = [one.claimed_time for one in signatures if one.claimed_time]
    if claimed:
        said = QCoreApplication.translate("Verdicts", "giờ theo máy người ký {time}")
        return said.format(time=formats.full_moment(max(claimed)))
    return ""
