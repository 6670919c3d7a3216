"""The roots of trust on the screen: added only when compared, removed only when added here, everything in words."""

from __future__ import annotations

from collections.abc import AsyncIterator
from pathlib import Path

import pytest
import pytest_asyncio
from asn1crypto import x509
from cryptography.hazmat.primitives.serialization import Encoding, pkcs7
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QLineEdit, QWidget

from desktop.lanes import Lanes
from desktop.presenters.trust_roots import TrustRoots
from signing.roots import Roots, grouped
from signing.trust import fingerprint
from tests.signing.office_pki import Authority, authority
from widgets.theme import Theme, Tone


class Place:
    """A profile with one root by policy, and its window.

    Attributes: said, changed — what was told, how often it changed; root, ca — an authority that is not known yet.
    """

    def __init__(self, folder: Path) -> None:
        (folder / "policy").mkdir(parents=True)
        self.policy = authority("Gốc theo quy định", None)
        (folder / "policy" / "gốc.cer").write_bytes(self.policy.der)
        (folder / "policy" / "hỏng.pem").write_bytes(b"nothing")
        self.folder = folder
        self.roots = Roots({"policy": folder / "policy"}, folder / "trust")
        self.root = authority("Gốc mới", None)
        self.ca = authority("Cấp dưới", self.root)
        self.lanes = Lanes()
        self.said: list[tuple[str, Tone]] = []
        self.changed: list[bool] = []
        self.over = QWidget()
        self.presenter = TrustRoots(
            self.roots, self.lanes, lambda: self.over, lambda *one: self.said.append(one),
            lambda: self.changed.append(True),
        )  # fmt: skip

    async def show(self) -> list[list[str]]:
        self.presenter.show()
        await self.presenter.settled()
        return self.texts()

    def texts(self) -> list[list[str]]:
        assert self.presenter.window is not None
        return self.presenter.window.list.texts()

    def file(self, *authorities: Authority) -> Path:
        made = self.folder / "chứng thư.p7b"
        made.write_bytes(pkcs7.serialize_certificates([one.certificate for one in authorities], Encoding.DER))
        return made


@pytest_asyncio.fixture
async def place(theme: Theme, tmp_path: Path) -> AsyncIterator[Place]:
    made = Place(tmp_path)
    yield made
    made.presenter.close()
    made.lanes.close()


def _mark(one: Authority) -> str:
    return fingerprint(x509.Certificate.load(one.der))


async def test_roots_are_listed_with_their_source_and_their_fingerprint(place: Place) -> None:
    (row,) = await place.show()
    assert [row[0], row[1], row[3], row[4]] == ["Gốc theo quy định", "gốc", "cơ quan quy định", "tin cậy"]
    window = place.presenter.window
    assert window is not None
    assert window.facts.fingerprint.text().replace("\n", " ") == grouped(_mark(place.policy))
    assert "hỏng.pem" in window.problem.text()
    assert not window.remove.isEnabled()
    assert not window.compare.isEnabled()


async def test_one_counts_once_it_was_compared(place: Place) -> None:
    await place.show()
    await place.presenter.add_from(place.file(place.root, place.ca))
    dialog = place.presenter.dialog
    assert dialog is not None
    assert dialog.list.texts()[0][0] in ("Gốc mới", "Cấp dưới")
    dialog.list.choose(_mark(place.root))
    accept = dialog.buttons.accept_button
    assert accept is not None
    assert not accept.isEnabled()
    # What its authority publishes is another: nothing helps.
    dialog.compared.setChecked(True)
    assert accept.isEnabled()
    QTest.keyClicks(dialog.typed, "0000 0000")
    assert "Không khớp" in dialog.match.text()
    assert not accept.isEnabled()
    dialog.typed.setText(grouped(_mark(place.root))[-9:])
    assert dialog.match.text().startswith("Khớp")
    QTest.keyClick(accept, Qt.Key.Key_Space)
    await place.presenter.settled()
    assert _mark(place.root) in place.roots.trust().fingerprints
    assert place.changed == [True]
    # The other of the file waits for its own comparison.
    assert dialog.key() == _mark(place.ca)
    assert not dialog.compared.isChecked()
    assert not accept.isEnabled()
    dialog.reject()
    rows = {row[0]: row for row in place.texts()}
    assert rows["Gốc mới"][3:] == ["thêm ở máy này", "tin cậy"]
    assert "Cấp dưới" not in rows


async def test_what_was_put_there_by_hand_waits(place: Place) -> None:
    (place.folder / "trust").mkdir()
    (place.folder / "trust" / "tự chép.cer").write_bytes(place.root.der)
    rows = await place.show()
    assert rows[0][0] == "Gốc mới"
    assert rows[0][4] == "chưa đối chiếu"
    window = place.presenter.window
    assert window is not None
    window.choose(_mark(place.root))
    assert "Chưa ai đối chiếu" in window.note.text()
    window.compare.click()
    await place.presenter.settled()
    dialog = place.presenter.dialog
    assert dialog is not None
    dialog.compared.setChecked(True)
    assert dialog.buttons.accept_button is not None
    dialog.buttons.accept_button.click()
    await place.presenter.settled()
    assert place.presenter.dialog is None
    assert _mark(place.root) in place.roots.trust().fingerprints


async def test_one_is_removed_after_a_question(place: Place) -> None:
    place.roots.add(x509.Certificate.load(place.root.der), compared=True)
    await place.show()
    window = place.presenter.window
    assert window is not None
    window.choose(_mark(place.root))
    window.remove.click()
    assert window.question is not None
    window.question.accept()
    await place.presenter.settled()
    assert [row[0] for row in place.texts()] == ["Gốc theo quy định"]
    assert place.changed == [True]


@pytest.mark.parametrize(
    ("data", "words"), [(b"hello", "Tệp không chứa chứng thư nào."), (None, "Không đọc được tệp.")]
)
async def test_what_is_no_certificate_is_said(place: Place, data: bytes | None, words: str) -> None:
    await place.show()
    file = place.folder / "tệp.cer"
    if data is not None:
        file.write_bytes(data)
    await place.presenter.add_from(file)
    assert place.presenter.window is not None
    assert place.presenter.window.note.text().startswith(words)
    await place.presenter.add_from(place.folder / "policy" / "gốc.cer")
    assert "đã có trong danh sách" in place.presenter.window.note.text()


async def test_a_practice_root_is_refused_with_its_reason(place: Place) -> None:
    await place.show()
    practice = authority("Gốc THỰC HÀNH Tác nghiệp", None)
    await place.presenter.add_from(place.file(practice))
    dialog = place.presenter.dialog
    assert dialog is not None
    assert not dialog.compared.isEnabled()
    assert "thực hành" in dialog.note.text()
    dialog.reject()


async def test_every_control_has_a_name(place: Place) -> None:
    await place.show()
    await place.presenter.add_from(place.file(place.root, place.ca))
    assert place.presenter.window is not None
    assert place.presenter.dialog is not None
    for top in (place.presenter.window, place.presenter.dialog):
        for control in (*top.findChildren(QAbstractButton), *top.findChildren(QLineEdit)):
            assert (control.accessibleName() or getattr(control, "text", str)()) != "", control
    place.presenter.dialog.reject()
