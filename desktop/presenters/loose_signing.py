"""Signs PDF files that are no documents of the central, in a window of its own: chosen, dropped, or from Explorer.

The signing desk's own machinery does it: the page with the signature on it, one PIN, a result for each file. Signed
files are saved beside their sources, under a new name. Knows that machinery, the files and the window.
"""

from __future__ import annotations

import asyncio
import hashlib
import importlib
from collections.abc import Callable, Sequence
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING, Any, cast

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtWidgets import QFileDialog, QWidget

from desktop.lanes import Lanes
from desktop.presenters import loose_files, messages, verdicts
from desktop.presenters.loose_workplace import LooseWorkplace
from desktop.presenters.running import Running
from desktop.presenters.signing_batch import WIDTH
from desktop.presenters.signing_desk import SigningPresenter
from desktop.presenters.signing_loose_kind import LOOSE
from desktop.presenters.tokens import Tokens
from desktop.presenters.verdicts import Verdicts
from widgets.file_asking import ask_files
from widgets.loose_window import LooseWindow
from widgets.signing_view_data import SigningKind
from widgets.theme import Tone

if TYPE_CHECKING:
    from signing.sign import Options

translate = QCoreApplication.translate


class LooseSigning:
    """One room's window for loose files, made when it is first asked for.

    Args:
        parent: over which window.
        say: tells of what went wrong outside the window.
        check: looks at the signatures of these files.

    Attributes:
        window, desk: None while it is closed.
    """

    def __init__(
        self,
        workplace: Any,
        tokens: Tokens,
        lanes: Lanes,
        verdicts_: Verdicts,
        parent: Callable[[], QWidget],
        say: Callable[[str, Tone], None],
        *,
        check: Callable[[Sequence[str]], object] = lambda files: None,
        options: Callable[[], Options] | None = None,
        now: Callable[[], datetime],
        width: int = WIDTH,
        language: Callable[[], str] = lambda: "vi",
    ) -> None:
        self._workplace = workplace
        self._tokens = tokens
        self._lanes = lanes
        self._verdicts = verdicts_
        self._parent = parent
        self._say = say
        self._check = check
        self._options = options
        self._now = now
        self._width = width
        self._language = language
        self._running = Running(lambda error: say(messages.of_error(error), Tone.BAD))
        self._files: LooseWorkplace | None = None
        self._saved: dict[Path, str] = {}
        self._left = 0
        self._closing: dict[SigningPresenter, asyncio.Future[None]] = {}
        self.window: LooseWindow | None = None
        self.desk: SigningPresenter | None = None

    def ask(self) -> None:
        """Let the person choose files."""
        kinds = [translate("LooseSigning", "Tệp PDF (*.pdf)")]
        title = translate("LooseSigning", "Chọn tệp PDF để ký số")
        ask_files(self.window or self._parent(), title, kinds, self.sign)

    def sign(self, files: Sequence[str]) -> None:
        """Put these files before the person."""
        paths = list(dict.fromkeys(Path(file) for file in files))
        if not paths:
            return
        known = self._open()
        self._left += known.add(paths)
        if known.shown and self.desk is not None:
            self._running.also(self._choose_new(self.desk, known))

    # -- the window

    def _open(self) -> LooseWorkplace:
        if self.window is None or self._files is None:
            window = self.window = LooseWindow(self._parent())
            self._saved = {}
            files = self._files = LooseWorkplace(self._workplace, self._lanes, self._is_saved)
            title = translate("LooseSigning", "Ký tệp PDF ngoài hệ thống")
            self.desk = SigningPresenter(
                cast(Any, files),
                window.desk,
                self._tokens,
                self._lanes,
                options=self._options,
                say=lambda text, tone: window.desk.show_result(text, tone),
                now=self._now,
                width=self._width,
                kinds=[SigningKind(LOOSE, title, translate("LooseSigning", "Ký"))],
                ready=self._is_ready,
            )
            window.addRequested.connect(self.ask)
            window.removeRequested.connect(self.remove)
            window.filesDropped.connect(self.sign)
            window.folderRequested.connect(lambda: self._running.start("folder", self._choose_folder()))
            window.checkRequested.connect(lambda: self._check([str(path) for path in self._saved]))
            window.closeRefused.connect(self._stay)
            window.finished.connect(self._closed)
            self._say_where()
            window.show()
            self._running.start("open", self._begin(self.desk, files))
        self.window.raise_()
        self.window.activateWindow()
        return self._files

    async def _begin(self, desk: SigningPresenter, files: LooseWorkplace) -> None:
        # pyHanko is read for those who sign, and not on the window's thread.
        await self._lanes.pages(importlib.import_module, "signing.sign")
        await desk.open()
        files.shown = True
        await self._choose_new(desk, files)

    async def _choose_new(self, desk: SigningPresenter, files: LooseWorkplace) -> None:
        """Whoever brings a file here to sign it has chosen it."""
        await desk.fill()
        if self.desk is desk and self.window is not None and desk.rounds.batch is None:
            queue = self.window.desk.queue.queue
            queue.check(files.taken_new({row.id for row in queue.rows()}), on=True)
        left, self._left = self._left, 0
        if left and self.window is not None:
            said = translate("LooseSigning", "Mỗi lần ký được nhiều nhất {count} tệp; {left} tệp không được thêm.")
            self.window.desk.show_result(said.format(count=loose_files.MOST, left=left), Tone.WARN)

    def remove(self, ids: Sequence[str]) -> None:
        """Take these out of the list; the files themselves stay as they are."""
        files, window, desk = self._files, self.window, self.desk
        if files is None or window is None or desk is None:
            return
        if window.busy or desk.is_signing:
            words = translate("LooseSigning", "Đang ký số. Ký xong, hoặc bấm Hủy để dừng, rồi bỏ tệp khỏi danh sách.")
            window.desk.show_result(words, Tone.WARN)
            return
        files.let_go(frozenset(ids))
        words = translate("LooseSigning", "Đã bỏ khỏi danh sách: %1 tệp. Tệp trên máy vẫn còn nguyên.")
        window.desk.show_result(words.replace("%1", str(len(ids))), Tone.INFO)
        self._running.also(self._let_go(desk, window, frozenset(ids)))

    async def _let_go(self, desk: SigningPresenter, window: LooseWindow, ids: frozenset[str]) -> None:
        await desk.let_go(ids)
        if not desk.queue.order:
            window.add_button.setFocus(Qt.FocusReason.OtherFocusReason)

    def _closed(self) -> None:
        (desk, self.desk), (window, self.window) = (self.desk, None), (self.window, None)
        self._files = None
        self._running.cancel("open")
        if desk is not None and window is not None:
            ending = self._closing[desk] = asyncio.ensure_future(self._end(desk, window))
            ending.add_done_callback(lambda _: self._closing.pop(desk, None))

    async def _end(self, desk: SigningPresenter, window: LooseWindow) -> None:
        # Its pages are let go first: the window goes after them.
        await desk.close()
        window.deleteLater()

    def _stay(self) -> None:
        if self.window is not None:
            words = translate("LooseSigning", "Đang ký số. Ký xong, hoặc bấm Hủy để dừng, rồi đóng cửa sổ này.")
            self.window.desk.show_result(words, Tone.WARN)

    # -- before the PIN

    async def _is_ready(self, ids: Sequence[str]) -> bool:
        return await self._are_placed(ids) and await self._has_folder(ids)

    async def _are_placed(self, ids: Sequence[str]) -> bool:
        """Whether every file has a place for its signature; the first without one is brought to the front."""
        desk, window = self.desk, self.window
        if desk is None or window is None:
            return False
        missing = await desk.queue.without_place(ids)
        if missing:
            words = translate(
                "LooseSigning",
                "Tệp đã chọn mà chưa có vị trí ký: %1. Chưa ký tệp nào. Đặt chữ ký ở mục Vị trí trên trang, hoặc bỏ "
                "chọn tệp đó, rồi bấm ký lại.",
            )
            window.desk.show_result(words.replace("%1", str(len(missing))), Tone.WARN)
            await desk.lead_to_place(missing[0])
        return not missing

    # -- where signed files go

    async def _has_folder(self, ids: Sequence[str]) -> bool:
        """Before the PIN: where nothing can be written, the person says where to."""
        files, window = self._files, self.window
        if files is None or window is None:
            return False
        window.busy = True
        folders = [files.folder] if files.folder is not None else files.source_folders(ids)
        for folder in folders:
            if not await self._lanes.network(loose_files.may_write, folder):
                words = translate("LooseSigning", "Không ghi được tệp vào %1. Chọn nơi lưu bản ký.")
                window.desk.show_result(words.replace("%1", loose_files.readable(str(folder))), Tone.WARN)
                if not await self._choose_folder():
                    window.busy = False
                    return False
                window.desk.show_result("")
                break
        self._running.start("idle", self._until_idle(window))
        return True

    async def _until_idle(self, window: LooseWindow) -> None:
        await self.signing_over()
        if self.window is window:
            window.busy = False

    async def _choose_folder(self) -> bool:
        """Whether a folder was chosen in which files can be made."""
        answer: asyncio.Future[str] = asyncio.get_running_loop().create_future()
        dialog = QFileDialog(self.window, translate("LooseSigning", "Chọn nơi lưu bản ký"))
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.setFileMode(QFileDialog.FileMode.Directory)
        dialog.setOption(QFileDialog.Option.ShowDirsOnly)
        if self._files is not None:
            # Near the files, not where the program was started from.
            dialog.setDirectory(str(self._files.folder or next(iter(self._files.paths), Path.home()).parent))
        dialog.fileSelected.connect(lambda path: answer.done() or answer.set_result(path))
        dialog.rejected.connect(lambda: answer.done() or answer.set_result(""))
        dialog.open()
        chosen = await answer
        return bool(chosen) and await self.save_in(Path(chosen))

    async def save_in(self, folder: Path) -> bool:
        """Save signed files there from now on; whether that can be done."""
        if self._files is None or self.window is None:
            return False
        if not await self._lanes.network(loose_files.may_write, folder):
            words = translate("LooseSigning", "Không ghi được tệp vào %1. Chọn nơi khác.")
            self.window.desk.show_result(words.replace("%1", loose_files.readable(str(folder))), Tone.WARN)
            return False
        self._files.folder = folder
        self._say_where()
        return True

    def _say_where(self) -> None:
        if self.window is None or self._files is None:
            return
        folder = self._files.folder
        if folder is None:
            words = translate("LooseSigning", "Bản ký lưu cạnh tệp gốc, tên thêm “(đã ký)”; tệp gốc giữ nguyên.")
        else:
            words = translate("LooseSigning", "Bản ký lưu vào %1; tệp gốc giữ nguyên.").replace(
                "%1", loose_files.readable(str(folder))
            )
        self.window.show_where(words)

    # -- what came of it

    def _is_saved(self, path: Path, data: bytes) -> None:
        self._saved[path] = ""
        if self.window is not None:
            self.window.offer_check()
        self._running.also(self._judge(path, data))

    async def _judge(self, path: Path, data: bytes) -> None:
        """What a recipient will see of it."""
        verdict = await self._verdicts.of(hashlib.sha256(data).hexdigest(), data)
        if verdict is None or self.window is None:
            return
        self._saved[path] = verdicts.line(verdict, {}, self._language()).word
        words = list(self._saved.values())
        counts = [f"{words.count(one)} {one.lower()}" for one in dict.fromkeys(words) if one]
        said = translate("LooseSigning", "Đã lưu %n bản ký.", None, len(words))
        if counts:
            said += " " + translate("LooseSigning", "Kiểm tra: %1.").replace("%1", ", ".join(counts))
        self.window.show_where(said)

    # -- life

    @property
    def files(self) -> list[str]:
        """What stands in the window and is not signed."""
        return [str(path) for path in self._files.paths] if self._files is not None else []

    @property
    def is_signing(self) -> bool:
        """Whether a round is on its way."""
        return any(one.is_signing for one in self._desks())

    def _desks(self) -> list[SigningPresenter]:
        return [*([self.desk] if self.desk is not None else []), *self._closing]

    async def batch_over(self) -> None:
        """Wait until nothing is being signed, and ask for no PIN any more (see ``SigningPresenter``)."""
        for desk in self._desks():
            await desk.batch_over()

    async def signing_over(self) -> None:
        """Wait until nothing is being signed."""
        for desk in self._desks():
            await desk.signing_over()

    def leave(self) -> None:
        """Sign nothing after the files in hand."""
        for desk in self._desks():
            desk.rounds.leave()

    async def settled(self) -> None:
        """Wait until nothing runs (for tests)."""
        if self.desk is not None:
            await self.desk.settled()
        await self._running.settled()

    async def close(self) -> None:
        """Close the window and let everything go."""
        if self.window is not None:
            self.window.busy = False
            self.window.accept()
        await asyncio.gather(*self._closing.values())
        self._running.close()
