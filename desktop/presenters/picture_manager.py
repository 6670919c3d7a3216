"""Adding, changing and withdrawing the pictures of signatures and stamps: opens the window and its form.

A person manages his own handwriting; whoever keeps the seal, the organ's stamp too. Knows the workplace, the lanes, the
two windows and ``signing.picture_making``, which is read in a lane.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import replace
from datetime import date, datetime
from typing import TYPE_CHECKING, Any, Protocol
from uuid import uuid4

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QWidget

from desktop.lanes import Lanes
from desktop.presenters import formats, messages, signing_pictures
from desktop.presenters.running import Running
from desktop.presenters.signing_pictures import FULL_WIDTH, Picture, refusal_of
from signing.zone import VIETNAM
from widgets.file_asking import ask_file
from widgets.picture_dialog import PictureDialog, PictureForm
from widgets.picture_window import PictureRow, PictureWindow
from widgets.theme import Tone

if TYPE_CHECKING:
    from signing.picture_making import Source

translate = QCoreApplication.translate


class Workplace(signing_pictures.Workplace, Protocol):
    """What this needs of the workplace."""


class PictureManager:
    """Opens the window of pictures and keeps what is done there.

    Args:
        now: the central's time.
        changed: told after each change, so that what shows a picture shows the new one.
        say: tells the person something once.
    """

    def __init__(
        self,
        workplace: Workplace,
        lanes: Lanes,
        *,
        now: Callable[[], datetime],
        changed: Callable[[], object] = lambda: None,
        say: Callable[[str, Tone], None] = lambda text, tone: None,
    ) -> None:
        self._workplace = workplace
        self._lanes = lanes
        self._now = now
        self._changed = changed
        self._running = Running(lambda error: say(messages.of_error(error), Tone.BAD))
        self._pictures: dict[str, Picture] = {}
        self._source: Source | None = None
        self._made: bytes = b""
        self._seals = False
        self.window: PictureWindow | None = None
        self.form: PictureDialog | None = None

    # -- life

    def show(self, parent: QWidget) -> None:
        """Open the window, or bring it to the front."""
        if self.window is not None:
            self.window.raise_()
            self.window.activateWindow()
            return
        window = PictureWindow(parent)
        window.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        window.add_asked.connect(self._ask_file)
        window.edit_asked.connect(self._edit)
        window.default_asked.connect(lambda key: self._change(key, default=True, withdrawn=False))
        window.withdraw_asked.connect(lambda key: self._change(key, withdrawn=True, default=False))
        window.forget_asked.connect(lambda key: self._running.also(self._forget(key)))
        window.finished.connect(self._closed)
        self.window = window
        self._running.start("fill", self._fill())
        window.open()

    def close(self) -> None:
        """End everything."""
        self._running.close()
        if self.window is not None:
            self.window.accept()

    async def settled(self) -> None:
        """Wait until nothing runs (for tests)."""
        await self._running.settled()

    def _closed(self) -> None:
        self.window = None

    def _today(self) -> date:
        return self._now().astimezone(VIETNAM).date()

    # -- the list

    async def _fill(self) -> None:
        me = self._workplace.me
        organ = await self._workplace.get("Unit", me.organ_id) or {}
        self._seals = me.id in organ.get("sealKeepers", ())
        owners = {me.id, me.organ_id} if self._seals else {me.id}
        found = [one for one in await signing_pictures.stored(self._workplace) if one.owner in owners]
        self._pictures = {one.id: one for one in found}
        if self.window is not None:
            self.window.show_rows(tuple(self._row(one) for one in found))

    def _row(self, picture: Picture) -> PictureRow:
        state = picture.state(self._today())
        words, tone = {
            "good": (translate("PictureManager", "Dùng được"), Tone.NEUTRAL),
            "early": (translate("PictureManager", "Chưa đến ngày"), Tone.WARN),
            "expired": (translate("PictureManager", "Hết hiệu lực"), Tone.BAD),
            "withdrawn": (translate("PictureManager", "Đã ngừng dùng"), Tone.WARN),
        }[state]
        if picture.default and state == "good":
            words, tone = translate("PictureManager", "Mặc định"), Tone.GOOD
        return PictureRow(
            id=picture.id,
            name=picture.name,
            kind=_kind_words().get(picture.kind, picture.kind),
            dates=dates_of(picture),
            state=words,
            image=QImage.fromData(picture.data),
            width=picture.width,
            tone=tone,
            note=refusal_of(picture, self._today()),
            can_default=state == "good" and not picture.default,
            can_withdraw=state != "withdrawn",
        )

    def _change(self, key: str, **values: Any) -> None:
        picture = self._pictures.get(key)
        if picture is not None:
            self._running.also(self._keep(replace(picture, **values)))

    async def _keep(self, picture: Picture) -> None:
        await signing_pictures.keep(self._workplace, picture)
        await self._fill()
        if self.window is not None:
            self.window.list.choose(picture.id)
        self._changed()

    async def _forget(self, key: str) -> None:
        await signing_pictures.forget(self._workplace, key)
        await self._fill()
        self._changed()

    # -- a new one

    def _ask_file(self) -> None:
        title = translate("PictureManager", "Chọn ảnh chữ ký hoặc con dấu")
        kind = translate("PictureManager", "Ảnh") + " (*.png *.jpg *.jpeg *.bmp *.tif *.tiff *.webp)"
        ask_file(self.window, title, [kind], lambda path: self._running.start("add", self.add(path)))

    async def add(self, path: str) -> None:
        """Open the form for a picture from the disk; say why where it is none."""
        source, code = await self._lanes.pages(_read, path)
        if self.window is None:
            return
        if source is None:
            self.window.show_message(sentence(code))
            return
        self.window.show_message("")
        self._source = source
        form = PictureForm(
            source=_shown(source),
            kinds=self._kinds(),
            kind="full",
            name=translate("PictureManager", "Chữ ký đầy đủ"),
            width=FULL_WIDTH,
            today=self._today().isoformat(),
            opaque=not source.transparent,
            default=not any(one.default for one in self._pictures.values()),
        )
        dialog = PictureDialog(form, self.window)
        dialog.wanted.connect(lambda wanted: self._running.start("make", self._make(dialog, wanted)))
        dialog.show_notes(tuple(sentence(note) for note in source.notes))
        dialog.submitted.connect(lambda values: self._running.also(self._added(dialog, values)))
        self._open(dialog)
        dialog._remake()

    def _kinds(self) -> tuple[tuple[str, str], ...]:
        words = _kind_words()
        keys = ("full", "initials", "stamp") if self._seals else ("full", "initials")
        return tuple((key, words[key]) for key in keys)

    def _open(self, dialog: PictureDialog) -> None:
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.finished.connect(self._form_closed)
        self.form = dialog
        dialog.open()

    def _form_closed(self) -> None:
        self.form = None

    async def _make(self, dialog: PictureDialog, wanted: Mapping[str, Any]) -> None:
        assert self._source is not None
        made, code = await self._lanes.pages(_make, self._source, dict(wanted))
        if self.form is not dialog:
            return
        self._made = made
        dialog.show_result(QImage.fromData(made) if made else None, sentence(code) if code else "")
        if made:
            dialog.show_notes(tuple(sentence(note) for note in self._source.notes))

    async def _added(self, dialog: PictureDialog, values: Mapping[str, Any]) -> None:
        me = self._workplace.me
        owner = me.organ_id if values["kind"] == "stamp" else me.id
        picture = Picture(uuid4().hex, owner, "", "", self._made, 0, added=self._today().isoformat())
        await self._keep(_with(picture, values))
        dialog.accept()

    # -- one that is there

    def _edit(self, key: str) -> None:
        picture = self._pictures.get(key)
        if picture is None or self.window is None:
            return
        image = QImage.fromData(picture.data)
        words = _kind_words()
        kinds = ("stamp",) if picture.kind == "stamp" else ("full", "initials")
        form = PictureForm(
            source=image,
            kinds=tuple((one, words[one]) for one in kinds),
            kind=picture.kind,
            name=picture.name,
            width=picture.width,
            today=self._today().isoformat(),
            new=False,
            since=picture.since,
            until=picture.until,
            default=picture.default,
        )
        dialog = PictureDialog(form, self.window)
        dialog.show_result(image)
        dialog.submitted.connect(lambda values: self._running.also(self._edited(dialog, picture, values)))
        self._open(dialog)

    async def _edited(self, dialog: PictureDialog, picture: Picture, values: Mapping[str, Any]) -> None:
        await self._keep(_with(picture, values))
        dialog.accept()


def _with(picture: Picture, values: Mapping[str, Any]) -> Picture:
    return replace(
        picture,
        name=str(values["name"]),
        kind=str(values["kind"]),
        width=float(values["width"]),
        since=str(values["since"]),
        until=str(values["until"]),
        default=bool(values["default"]),
    )


def dates_of(picture: Picture) -> str:
    """On which days a picture may be used, in words."""
    since, until = formats.day(picture.since), formats.day(picture.until)
    if since and until:
        return f"{since} – {until}"
    if since:
        return translate("PictureManager", "Từ %1").replace("%1", since)
    if until:
        return translate("PictureManager", "Đến %1").replace("%1", until)
    return translate("PictureManager", "Không thời hạn")


def _kind_words() -> dict[str, str]:
    return {
        "full": translate("PictureManager", "Chữ ký đầy đủ"),
        "initials": translate("PictureManager", "Ký nháy"),
        "stamp": translate("PictureManager", "Con dấu"),
    }


def sentence(code: str) -> str:
    """What is to be said of a file."""
    return {
        "pictureUnreadable": translate(
            "PictureManager", "Không đọc được ảnh: tệp hỏng hoặc không phải ảnh. Chọn ảnh PNG, JPEG, BMP hoặc TIFF."
        ),
        "pictureTooLarge": translate(
            "PictureManager",
            "Ảnh quá lớn (trên 20 MB hoặc 60 triệu điểm ảnh). Quét lại ở 300 dpi, chỉ lấy phần chữ ký.",
        ),
        "pictureMoves": translate(
            "PictureManager", "Tệp có nhiều ảnh (ảnh động hoặc nhiều trang). Chọn tệp chỉ có một ảnh chữ ký."
        ),
        "pictureEmpty": translate(
            "PictureManager", "Không còn nét nào trong phần được giữ. Giảm mức xóa nền giấy, hoặc chọn lại phần cắt."
        ),
        "noAlpha": translate(
            "PictureManager", "Ảnh không có nền trong suốt: nền giấy được xóa tự động, xem ở bên phải."
        ),
        "cmyk": translate("PictureManager", "Ảnh dùng hệ màu in (CMYK) nên đã đổi sang hệ màu màn hình."),
        "oneBit": translate(
            "PictureManager", "Ảnh chỉ có hai mức đen trắng nên nét có thể gai. Nếu được, quét lại ở chế độ màu."
        ),
    }.get(code, code)


# -- in a lane -----------------------------------------------------------------------------------------------------


def _read(path: str) -> tuple[Source | None, str]:
    from signing import picture_making

    try:
        with open(path, "rb") as file:
            return picture_making.read(file.read(picture_making.LARGEST_FILE + 1)), ""
    except OSError:
        return None, "pictureUnreadable"
    except picture_making.PictureUnfit as problem:
        return None, problem.code


def _make(source: Source, wanted: Mapping[str, Any]) -> tuple[bytes, str]:
    from signing import picture_making as making

    ink = making.RED if wanted["kind"] == "stamp" else making.BLUE
    recipe = making.Recipe(ink if wanted["recolour"] else None, int(wanted["paper"]), tuple(wanted["crop"]))
    try:
        return making.make(source, recipe), ""
    except making.PictureUnfit as problem:
        return b"", problem.code


def _shown(source: Source) -> QImage:
    """The picture as it came, for the form."""
    image = source.image
    data = image.tobytes()
    return QImage(data, image.width, image.height, 4 * image.width, QImage.Format.Format_RGBA8888).copy()
