"""The roots of trust on the screen: listed with their source and state, added from a file, compared, removed.

Knows ``signing.roots`` and the window; the disk is touched on a lane.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from pathlib import Path
from typing import Final

from asn1crypto import x509
from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtWidgets import QWidget

from desktop.lanes import Lanes
from desktop.presenters import formats, messages
from desktop.presenters.running import Running
from signing.roots import CannotTrust, Known, Listed, Roots, grouped, same_fingerprint
from widgets.file_asking import ask_file
from widgets.theme import Tone
from widgets.trust_window import CompareDialog, RootView, TrustWindow

translate = QCoreApplication.translate
_TONES: Final = {
    "trusted": Tone.GOOD,
    "expired": Tone.WARN,
    "early": Tone.WARN,
    "waiting": Tone.WARN,
    "foreign": Tone.BAD,
}


class TrustRoots:
    """Opens the window and does what is asked in it.

    Attributes:
        window, dialog: None while they are closed.

    Args:
        parent: over which window.
        changed: told after anything was added, compared or removed.
    """

    def __init__(
        self,
        roots: Roots,
        lanes: Lanes,
        parent: Callable[[], QWidget],
        say: Callable[[str, Tone], object],
        changed: Callable[[], object] = lambda: None,
    ) -> None:
        self._roots = roots
        self._lanes = lanes
        self._parent = parent
        self._say = say
        self._changed = changed
        self._running = Running(self._failed)
        self._offered: Mapping[str, x509.Certificate] = {}
        self.window: TrustWindow | None = None
        self.dialog: CompareDialog | None = None

    def show(self) -> None:
        """Open the window, or bring it to the front."""
        if self.window is None:
            window = self.window = TrustWindow(self._parent())
            window.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
            window.addRequested.connect(self._choose_file)
            window.compareRequested.connect(lambda key: self._running.start("compare", self._compare(key)))
            window.removeRequested.connect(lambda key: self._running.also(self._remove(key)))
            window.finished.connect(self._closed)
            window.open()
        self.window.raise_()
        self.window.activateWindow()
        self._running.start("list", self._list())

    async def settled(self) -> None:
        """Wait until nothing is being read or written."""
        await self._running.settled()

    def close(self) -> None:
        """Close the window."""
        self._running.close()
        if self.dialog is not None:
            self.dialog.reject()
        if self.window is not None:
            self.window.accept()

    def _failed(self, error: Exception) -> None:
        self._say(messages.of_error(error), Tone.BAD)

    # -- listing

    async def _list(self, front: str = "") -> None:
        known = await self._lanes.network(self._roots.known)
        if self.window is None:
            return
        views = [view(one, may_change=self._roots.may_add) for one in _in_order(known)]
        self.window.show_roots(views, unreadable_words(known), may_add=self._roots.may_add)
        if front:
            self.window.choose(front)

    def _closed(self) -> None:
        self.window = None

    # -- adding

    def _choose_file(self) -> None:
        ask_file(
            self.window or self._parent(),
            translate("Roots", "Chọn tệp chứng thư gốc"),
            [
                translate("Roots", "Chứng thư (*.cer *.crt *.pem *.der *.p7b *.p7c)"),
                translate("Checking", "Mọi tệp (*)"),
            ],
            lambda path: self._running.start("add", self.add_from(Path(path))),
        )

    async def add_from(self, file: Path) -> None:
        """Offer the certificates of a file to be compared."""
        try:
            found = await self._lanes.network(self._roots.read, file)
        except CannotTrust as problem:
            self._tell(problem)
            return
        counted = {one.fingerprint for one in (await self._lanes.network(self._roots.known)).listed if _counts(one)}
        new = [(listed, certificate) for listed, certificate in found if listed.fingerprint not in counted]
        if not new:
            self._tell(CannotTrust("knownAlready", file.name))
            return
        self._offer(new)

    async def _compare(self, key: str) -> None:
        known = await self._lanes.network(self._roots.known)
        waiting = [one for one in known.listed if one.fingerprint == key and one.state == "waiting"]
        if waiting:
            self._offer([(waiting[0], None)])

    def _offer(self, found: Sequence[tuple[Listed, x509.Certificate | None]]) -> None:
        self._offered = {listed.fingerprint: one for listed, one in found if one is not None}
        dialog = CompareDialog([view(listed, may_change=True) for listed, _ in found], self.window or self._parent())
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.compareAsked.connect(lambda key, typed: dialog.show_match(same_fingerprint(typed, key)))
        dialog.addRequested.connect(lambda key: self._running.also(self._add(dialog, key)))
        dialog.finished.connect(self._dialog_closed)
        self.dialog = dialog
        dialog.open()

    def _dialog_closed(self) -> None:
        self.dialog = None

    async def _add(self, dialog: CompareDialog, key: str) -> None:
        if not dialog.is_ready():
            return
        dialog.set_busy(True)
        certificate = self._offered.get(key)
        try:
            if certificate is None:
                await self._lanes.network(self._roots.confirm, key)
            else:
                await self._lanes.network(lambda: self._roots.add(certificate, compared=True))
        except (CannotTrust, OSError) as problem:
            dialog.show_problem(problem_words(problem))
            return
        dialog.set_busy(False)
        dialog.taken(key)
        self._changed()
        await self._list(key)

    async def _remove(self, key: str) -> None:
        try:
            await self._lanes.network(self._roots.remove, key)
        except (CannotTrust, OSError) as problem:
            self._tell(problem)
            return
        self._changed()
        await self._list()

    def _tell(self, problem: Exception) -> None:
        words = problem_words(problem)
        if self.window is not None:
            self.window.note.show_text(words, Tone.BAD)
        else:
            self._say(words, Tone.BAD)


# -- words -------------------------------------------------------------------------------------------------------


def view(one: Listed, *, may_change: bool) -> RootView:
    """A certificate in words."""
    state, hint = _state_words(one)
    return RootView(
        key=one.fingerprint,
        name=one.subject,
        organization=one.organization,
        issuer=one.issuer,
        kind=translate("Roots", "gốc") if one.root else translate("Roots", "trung gian"),
        period=f"{formats.day(one.not_before)} – {formats.day(one.not_after)}",
        until=formats.day(one.not_after),
        source=_source(one),
        fingerprint=grouped(one.fingerprint),
        state=state,
        tone=_TONES[one.state],
        hint=hint,
        may_remove=one.source == "added" and may_change,
        waits=one.state == "waiting" and may_change,
    )


def _source(one: Listed) -> str:
    words = {
        "policy": translate("Roots", "cơ quan quy định"),
        "added": translate("Roots", "thêm ở máy này"),
        "practice": translate("Roots", "văn phòng thực hành"),
    }
    return words[one.source]


def _state_words(one: Listed) -> tuple[str, str]:
    words = {
        "trusted": (translate("Roots", "tin cậy"), ""),
        "expired": (
            translate("Roots", "hết hạn"),
            translate("Roots", "Đã hết hạn: chỉ còn dùng để kiểm tra chữ ký có dấu thời gian trước ngày hết hạn."),
        ),
        "early": (
            translate("Roots", "chưa hiệu lực"),
            translate("Roots", "Chưa đến ngày hiệu lực. Kiểm tra ngày giờ của máy."),
        ),
        "waiting": (
            translate("Roots", "chưa đối chiếu"),
            translate("Roots", "Chưa ai đối chiếu dấu vân tay, nên chưa được tính. Bấm “Đối chiếu dấu vân tay…”."),
        ),
        "foreign": (
            translate("Roots", "không dùng"),
            translate(
                "Roots", "Chứng thư thực hành không bao giờ được tính trong công việc thật, và ngược lại. Gỡ tệp này."
            ),
        ),
    }
    return words[one.state]


def unreadable_words(known: Known) -> str:
    """Names the files that hold no certificate."""
    if not known.unreadable:
        return ""
    names = ", ".join(name for _, name in known.unreadable)
    said = translate("Roots", "Không đọc được: {names}. Thay bằng tệp chứng thư đúng (PEM, DER, P7B) hoặc xóa tệp.")
    return said.format(names=names)


def problem_words(problem: Exception) -> str:
    """Why a certificate was not taken, and what to do."""
    if not isinstance(problem, CannotTrust):
        return translate("Roots", "Không ghi được danh sách chứng thư gốc. Kiểm tra ổ đĩa và quyền ghi rồi thử lại.")
    words = {
        "noCertificate": translate("Roots", "Tệp không chứa chứng thư nào. Chọn tệp PEM, DER hoặc P7B của đơn vị cấp."),
        "fileTooLarge": translate("Roots", "Tệp quá lớn, không phải tệp chứng thư. Chọn tệp khác."),
        "fileUnreadable": translate("Roots", "Không đọc được tệp. Kiểm tra đường dẫn và quyền đọc."),
        "notAuthority": translate(
            "Roots", "Đây là chứng thư của một người hay một máy, không phải của đơn vị cấp. Chọn chứng thư gốc."
        ),
        "practiceRoot": translate("Roots", "Chứng thư thực hành không được dùng trong công việc thật."),
        "realRoot": translate("Roots", "Văn phòng thực hành chỉ dùng chứng thư thực hành."),
        "lockedByPolicy": translate("Roots", "Cơ quan quy định chứng thư gốc; không thay đổi được ở máy này."),
        "notComparedHere": translate("Roots", "Đối chiếu dấu vân tay trước đã."),
        "notAdded": translate("Roots", "Chứng thư này không có trong danh sách thêm ở máy này."),
        "knownAlready": translate("Roots", "Chứng thư trong tệp đã có trong danh sách tin cậy."),
    }
    return words.get(problem.code, problem.code)


def _counts(one: Listed) -> bool:
    return one.state in ("trusted", "expired", "early")


def _in_order(known: Known) -> list[Listed]:
    """What waits for somebody first, then roots, then what helps to build chains."""
    return sorted(known.listed, key=lambda one: (one.state != "waiting", not one.root))
