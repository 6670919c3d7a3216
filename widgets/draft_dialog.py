"""The draft dialog: a document is written up, its PDF seen, and saved or submitted for signature. Knows Qt and the kit.

Everything typed is told at once by ``edited``, so that closing, a crash or a power cut loses nothing. Files are handed
out as paths and come back as references: this dialog reads no disk.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QDragEnterEvent, QDropEvent, QShowEvent
from PySide6.QtWidgets import (
    QComboBox,
    QDialog,
    QGridLayout,
    QHBoxLayout,
    QSplitter,
    QTabWidget,
    QVBoxLayout,
    QWidget,
)

from widgets.attachment_list import AttachmentList
from widgets.dialog_parts import ActionButtons, Note, field_label, muted
from widgets.draft_choices import DraftChoices
from widgets.file_asking import ask_file
from widgets.fitting import FormArea, fit_to_screen
from widgets.form_dialog import TextArea
from widgets.kit import ElidedLabel, button, label
from widgets.pdf_view import PdfView
from widgets.recipient_picker import RecipientPicker
from widgets.theme import Tone

SUBJECT_LIMIT = 500
TO_PLACES_LIMIT = 1000


class DraftDialog(QDialog):
    """One draft.

    Signals:
        edited: the whole draft as it stands, after every change.
        saved: keep it as a draft of the office.
        submitted: submit it for signature.
        file_picked: path of the PDF that is the document.
        attachments_picked: paths of files that go with it.
        group_saved: name and ids of recipients to keep as a group.
        discarded: the author gives the draft up.
    """

    edited = Signal(dict)
    saved = Signal(dict)
    submitted = Signal(dict)
    file_picked = Signal(str)
    attachments_picked = Signal(list)
    group_saved = Signal(str, tuple)
    discarded = Signal()

    def __init__(self, choices: DraftChoices, parent: QWidget | None = None, *, title: str = "") -> None:
        super().__init__(parent)
        self._choices = choices
        self._file: dict[str, Any] | None = None
        self._extra: dict[str, Any] = {}
        self._page_types: tuple[str, ...] = ()
        self._page_notation = ""
        self._filling = False
        self.setModal(True)
        self.setAcceptDrops(True)
        self.setWindowTitle(title or self.tr("Soạn văn bản đi"))
        self.resize(1120, 660)
        self._make_fields()
        self.note = Note()
        self.clash = Note()
        self.missing = muted("")
        self.preview = PdfView()
        self.buttons = ActionButtons(self.tr("&Trình ký"), self.tr("Đó&ng"))
        self.save_button = self.buttons.extra(self.tr("&Lưu dự thảo"))
        self.discard_button = button(self.tr("&Bỏ dự thảo"))
        self._lay_out()
        self._connect()
        self._refresh()

    # -- building

    def _make_fields(self) -> None:
        self.type = QComboBox()
        for code, name in self._choices.types:
            self.type.addItem(f"{code} · {name}" if code != name else name, code)
        # No type is the usual one: a wrong one takes a number from the wrong series.
        self.type.setCurrentIndex(-1)
        self.type.setPlaceholderText(self.tr("Chọn loại văn bản"))
        self.urgency = QComboBox()
        self.urgency.addItems(list(self._choices.urgencies))
        self.subject = TextArea(3)
        self.count = muted("")
        self.signer = QComboBox()
        for choice in self._choices.signers:
            self.signer.addItem(f"{choice.name} · {choice.position}", choice.person_id)
        self.signer.setCurrentIndex(-1)
        self.signer.setPlaceholderText(self.tr("Chọn người ký"))
        self.competence = QComboBox()
        self.competence.setEditable(True)
        self.competence.setInsertPolicy(QComboBox.InsertPolicy.NoInsert)
        edit = self.competence.lineEdit()
        if edit is not None:
            edit.setPlaceholderText(self.tr("T/M, K/T hoặc T/L…"))
        for box in (self.type, self.urgency, self.signer, self.competence):
            # A long name may be cut in the closed box; the list shows it whole.
            box.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
            box.setMinimumContentsLength(8)
        # What is typed in is cut at its beginning: the usual words have room.
        self.competence.setMinimumContentsLength(17)
        self.places = TextArea(5)
        self.places.setPlaceholderText(self.tr("Mỗi dòng một nơi nhận, như in trên văn bản"))
        self.slip = TextArea(7)
        self.slip.setPlaceholderText(self.tr("Kính trình…: nội dung, căn cứ, ý kiến đề xuất"))
        self.picker = RecipientPicker()
        self.picker.fill(self._choices.groups, self._choices.units)
        self.attachments = AttachmentList()
        self.choose = button(self.tr("&Chọn tệp PDF…"), icon="document")
        self.file_name = ElidedLabel(self.tr("Chưa có tệp văn bản"), "muted")

    def _lay_out(self) -> None:
        outer = QVBoxLayout(self)
        outer.setContentsMargins(20, 16, 20, 14)
        outer.setSpacing(10)
        outer.addWidget(self.note)
        outer.addWidget(self.clash)
        self.tabs = QTabWidget()
        self.tabs.setDocumentMode(True)
        self.tabs.addTab(FormArea(self._document_page()), self.tr("&1 Văn bản"))
        self.tabs.addTab(FormArea(self._recipients_page()), self.tr("&2 Gửi đến"))
        self.tabs.addTab(FormArea(self._slip_page()), self.tr("&3 Phiếu trình, đính kèm"))
        splitter = QSplitter(Qt.Orientation.Horizontal)
        splitter.setChildrenCollapsible(False)
        splitter.setHandleWidth(1)
        splitter.addWidget(self.tabs)
        splitter.addWidget(self._preview_page())
        splitter.setSizes([560, 520])
        outer.addWidget(splitter, 1)
        foot = QHBoxLayout()
        foot.addWidget(self.discard_button)
        foot.addSpacing(12)
        foot.addWidget(self.missing, 1)
        foot.addWidget(self.buttons)
        outer.addLayout(foot)

    def _document_page(self) -> QWidget:
        page = QWidget()
        grid = QGridLayout(page)
        grid.setContentsMargins(0, 12, 12, 0)
        grid.setVerticalSpacing(6)
        grid.setHorizontalSpacing(12)
        grid.setColumnStretch(0, 3)
        grid.setColumnStretch(1, 2)
        grid.addWidget(field_label(self.tr("L&oại văn bản"), self.type), 0, 0)
        grid.addWidget(field_label(self.tr("Độ &khẩn"), self.urgency), 0, 1)
        grid.addWidget(self.type, 1, 0)
        grid.addWidget(self.urgency, 1, 1)
        row = QHBoxLayout()
        row.addWidget(field_label(self.tr("T&rích yếu"), self.subject))
        row.addStretch(1)
        row.addWidget(self.count)
        grid.addLayout(row, 2, 0, 1, 2)
        grid.addWidget(self.subject, 3, 0, 1, 2)
        grid.addWidget(field_label(self.tr("Ngườ&i ký"), self.signer), 4, 0)
        grid.addWidget(field_label(self.tr("T&hẩm quyền ký"), self.competence), 4, 1)
        grid.addWidget(self.signer, 5, 0)
        grid.addWidget(self.competence, 5, 1)
        grid.addWidget(field_label(self.tr("Nơi nhận (in trên &văn bản)"), self.places), 6, 0, 1, 2)
        grid.addWidget(self.places, 7, 0, 1, 2)
        grid.setRowStretch(8, 1)
        return page

    def _recipients_page(self) -> QWidget:
        page = QWidget()
        column = QVBoxLayout(page)
        column.setContentsMargins(0, 12, 12, 0)
        column.addWidget(field_label(self.tr("&Gửi đến"), self.picker.search))
        column.addWidget(self.picker, 1)
        return page

    def _slip_page(self) -> QWidget:
        page = QWidget()
        column = QVBoxLayout(page)
        column.setContentsMargins(0, 12, 12, 0)
        column.addWidget(field_label(self.tr("Phiế&u trình"), self.slip))
        column.addWidget(self.slip)
        column.addWidget(field_label(self.tr("Tệp đính &kèm"), self.attachments.list))
        column.addWidget(self.attachments, 1)
        return page

    def _preview_page(self) -> QWidget:
        page = QWidget()
        column = QVBoxLayout(page)
        column.setContentsMargins(12, 0, 0, 0)
        row = QHBoxLayout()
        row.addWidget(self.file_name, 1)
        row.addWidget(self.choose)
        column.addLayout(row)
        self.hint = label(self.tr("Kéo tệp PDF của văn bản thả vào đây, hoặc bấm Chọn tệp PDF."), "muted", wrap=True)
        self.hint.setAlignment(Qt.AlignmentFlag.AlignCenter)
        column.addWidget(self.hint, 1)
        column.addWidget(self.preview, 1)
        self.preview.hide()
        return page

    def _connect(self) -> None:
        self.type.currentIndexChanged.connect(self._touched)
        self.urgency.currentIndexChanged.connect(self._touched)
        self.subject.textChanged.connect(self._touched)
        self.signer.currentIndexChanged.connect(self._signer_changed)
        self.competence.currentTextChanged.connect(self._touched)
        self.places.textChanged.connect(self._touched)
        self.slip.textChanged.connect(self._touched)
        self.picker.changed.connect(self._touched)
        self.picker.group_saved.connect(self.group_saved)
        self.choose.clicked.connect(self._choose_file)
        self.attachments.picked.connect(self.attachments_picked)
        self.attachments.dropped.connect(self._touched)
        self.save_button.clicked.connect(lambda: self.saved.emit(self.draft()))
        self.discard_button.clicked.connect(self.discarded)
        self.buttons.accepted.connect(self._submit)
        self.buttons.rejected.connect(self.reject)

    def showEvent(self, event: QShowEvent) -> None:
        """Keep it on the screen."""
        super().showEvent(event)
        fit_to_screen(self)

    # -- what it holds

    def draft(self) -> dict[str, Any]:
        """The draft as it stands, fit for JSON; properties given to ``fill`` that are not shown here are kept."""
        return {
            **self._extra,
            "typeCode": self.type.currentData(),
            "urgency": max(0, self.urgency.currentIndex()),
            "subject": self.subject.toPlainText(),
            "signerId": self.signer.currentData(),
            "competence": self.competence.currentText(),
            "toPlaces": [line.strip() for line in self.places.toPlainText().splitlines() if line.strip()],
            "recipients": list(self.picker.chosen()),
            "slip": self.slip.toPlainText(),
            "file": self._file,
            "attachments": self.attachments.files(),
        }

    def fill(self, draft: Mapping[str, Any]) -> None:
        """Show a draft as it was left; emits nothing."""
        self._filling = True
        shown = set(self.draft())
        self._extra = {name: value for name, value in draft.items() if name not in shown}
        self.type.setCurrentIndex(self.type.findData(draft.get("typeCode")))
        self.urgency.setCurrentIndex(int(draft.get("urgency") or 0))
        self.subject.setPlainText(draft.get("subject") or "")
        self.signer.setCurrentIndex(self.signer.findData(draft.get("signerId")))
        self._offer_competences()
        self.competence.setCurrentText(draft.get("competence") or "")
        self.places.setPlainText("\n".join(draft.get("toPlaces") or ()))
        self.picker.set_chosen(draft.get("recipients") or ())
        self.slip.setPlainText(draft.get("slip") or "")
        self._file = dict(draft["file"]) if draft.get("file") else None
        self.attachments.set_files(draft.get("attachments") or ())
        self._filling = False
        self._show_file()
        self._refresh()

    def set_file(self, file: Mapping[str, Any] | None) -> None:
        """The document's PDF has been read and kept (or taken away)."""
        self._file = dict(file) if file else None
        self._show_file()
        self._touched()

    def suggest(self, values: Mapping[str, Any]) -> bool:
        """Fill what is still empty with what the page says; whether anything was filled in."""
        before = self.draft()
        self._filling = True
        if self.type.currentIndex() < 0:
            self.type.setCurrentIndex(self.type.findData(values.get("typeCode")))
        if not self.subject.text():
            self.subject.setPlainText(values.get("subject") or "")
        if self.signer.currentIndex() < 0 and values.get("signerId"):
            self.signer.setCurrentIndex(self.signer.findData(values["signerId"]))
            self._offer_competences()
            if values.get("competence"):
                self.competence.setCurrentText(values["competence"])
        if not before["toPlaces"]:
            self.places.setPlainText("\n".join(values.get("toPlaces") or ()))
        self._filling = False
        changed = self.draft() != before
        if changed:
            self._touched()
        return changed

    def set_page_type(self, codes: Sequence[str], notation: str) -> None:
        """Which types the page's own notation allows, to warn of another choice; none where it does not say."""
        self._page_types, self._page_notation = tuple(codes), notation
        self._refresh()

    def set_facts(self, facts: Mapping[str, Any]) -> None:
        """What was found out about the file (pages, words): kept with the draft, not shown. Emits nothing."""
        self._extra.update(facts)

    def add_attachments(self, files: Sequence[Mapping[str, Any]]) -> None:
        """These files have been read and kept."""
        self.attachments.set_files([*self.attachments.files(), *files])
        self._touched()

    def say(self, text: str, tone: Tone = Tone.WARN) -> None:
        """Show what went wrong, or nothing."""
        self.note.show_text(text, tone)

    def lacking(self) -> list[str]:
        """What still keeps the draft from being submitted, in the words of the form."""
        found = []
        if self.type.currentIndex() < 0:
            found.append(self.tr("loại văn bản"))
        if not self.subject.text():
            found.append(self.tr("trích yếu"))
        if self.signer.currentIndex() < 0:
            found.append(self.tr("người ký"))
        if self._file is None:
            found.append(self.tr("tệp PDF"))
        return found

    # -- what happens in it

    def _touched(self, *_: object) -> None:
        self._refresh()
        if not self._filling:
            self.edited.emit(self.draft())

    def _signer_changed(self, *_: object) -> None:
        if not self._filling:
            self._offer_competences()
            self._touched()

    def _offer_competences(self) -> None:
        """Each signer has a usual competence; what was typed by hand is not overwritten by another signer's list."""
        index = self.signer.currentIndex()
        offers = self._choices.signers[index].competences if 0 <= index < len(self._choices.signers) else ()
        typed = self.competence.currentText()
        known = {one for signer in self._choices.signers for one in signer.competences}
        self.competence.blockSignals(True)
        self.competence.clear()
        self.competence.addItems(list(offers))
        if typed and typed not in known:
            self.competence.setCurrentText(typed)
        self.competence.blockSignals(False)

    def _too_long(self) -> str:
        if len(self.subject.text()) > SUBJECT_LIMIT:
            return self.tr("Trích yếu dài quá %1 ký tự.").replace("%1", str(SUBJECT_LIMIT))
        if sum(len(line) + 1 for line in self.draft()["toPlaces"]) > TO_PLACES_LIMIT:
            return self.tr("Nơi nhận dài quá %1 ký tự.").replace("%1", str(TO_PLACES_LIMIT))
        return ""

    def _disagreement(self) -> str:
        chosen = self.type.currentData()
        if chosen is None or not self._page_types or chosen in self._page_types:
            return ""
        names = dict(self._choices.types)
        text = self.tr("Trang 1 là %1 (ký hiệu %2), nhưng loại văn bản đang chọn là %3. Chọn lại loại hoặc tệp PDF.")
        text = text.replace("%1", names.get(self._page_types[0], self._page_types[0]))
        return text.replace("%2", self._page_notation or "—").replace("%3", names.get(chosen) or str(chosen))

    def _refresh(self) -> None:
        lacking, too_long = self.lacking(), self._too_long()
        self.count.setText(f"{len(self.subject.text())}/{SUBJECT_LIMIT}")
        missing = self.tr("Còn thiếu: %1").replace("%1", ", ".join(lacking)) if lacking else ""
        self.missing.setText(too_long or missing)
        self.buttons.set_ready(not lacking and not too_long)
        self.save_button.setEnabled(self.type.currentIndex() >= 0 and bool(self.subject.text()) and not too_long)
        self.clash.show_text(self._disagreement(), Tone.BAD)

    def _show_file(self) -> None:
        self.file_name.setText(self._file["name"] if self._file else self.tr("Chưa có tệp văn bản"))
        self.hint.setVisible(self._file is None)
        self.preview.setVisible(self._file is not None)

    def _choose_file(self) -> None:
        kinds = [self.tr("Tệp PDF (*.pdf *.PDF)")]
        ask_file(self, self.tr("Chọn tệp PDF của văn bản"), kinds, self.file_picked.emit)

    def _submit(self) -> None:
        if not self.lacking() and not self._too_long():
            self.submitted.emit(self.draft())

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        """Files from the disk may be dropped anywhere on the dialog."""
        if any(url.isLocalFile() for url in event.mimeData().urls()):
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        """The first PDF becomes the document when there is none yet; all others are attachments."""
        paths = [url.toLocalFile() for url in event.mimeData().urls() if url.isLocalFile()]
        event.acceptProposedAction()
        self.take(paths)

    def take(self, paths: Sequence[str]) -> None:
        """Hand on dropped files by what they can be."""
        rest = list(paths)
        if self._file is None:
            pdf = next((path for path in rest if path.lower().endswith(".pdf")), None)
            if pdf is not None:
                rest.remove(pdf)
                self.file_picked.emit(pdf)
        if rest:
            self.attachments_picked.emit(rest)
