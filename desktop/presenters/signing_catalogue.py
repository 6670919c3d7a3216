"""All kinds of signature that a person may have to give, in the order of the desk, and their words. Knows the kinds."""

from __future__ import annotations

from collections.abc import Collection, Mapping

from PySide6.QtCore import QCoreApplication

from desktop.presenters.signing_kinds import Approval, Kind, Sealing
from desktop.presenters.signing_loose_kind import LOOSE, Loose
from desktop.presenters.signing_seal_kinds import Attachments, Confirming, Copying
from widgets.signing_view_data import SigningKind

translate = QCoreApplication.translate

KINDS: Mapping[str, Kind] = {
    kind.key: kind for kind in (Approval(), Sealing(), Attachments(), Copying(), Confirming(), Loose())
}
"""By key, in the order of the desk; the last one has a window of its own."""
ALL = "all"
"""The tab that holds everything which the organ's seal key signs."""


def of_seal() -> tuple[str, ...]:
    """The kinds that the keeper of the seal signs."""
    return tuple(key for key, kind in KINDS.items() if kind.purpose == "seal")


def kinds_for(*, leader: bool, keeper: bool) -> list[SigningKind]:
    """The tabs of a person's desk."""
    titles = {
        "approve": (translate("SigningDesk", "Ký duyệt"), translate("SigningDesk", "Ký duyệt")),
        "seal": (translate("SigningDesk", "Ký số cơ quan"), translate("SigningDesk", "Ký số cơ quan")),
        "attachments": (translate("SigningDesk", "Phụ lục"), translate("SigningDesk", "Ký phụ lục")),
        "copy": (translate("SigningDesk", "Bản sao"), translate("SigningDesk", "Ký sao")),
        "confirm": (translate("SigningDesk", "Văn bản đến"), translate("SigningDesk", "Ký văn bản đến")),
        ALL: (translate("SigningDesk", "Tất cả"), translate("SigningDesk", "Ký")),
    }
    first, *others = of_seal()
    keys = [*(["approve"] if leader else []), *([first, ALL, *others] if keeper else [])]
    if not keys:
        return [SigningKind("approve", translate("SigningDesk", "Chờ ký"), translate("SigningDesk", "Ký"))]
    return [SigningKind(key, *titles[key]) for key in keys]


def pin_words(keys: Collection[str], count: int) -> str:
    """What the PIN is asked for: one kind by its name, several together as what they are."""
    if len(keys) > 1:
        return translate("SigningDesk", "Ký %n văn bản bằng chứng thư của cơ quan", None, count)
    words = {
        "approve": translate("SigningDesk", "Ký duyệt %n văn bản", None, count),
        "seal": translate("SigningDesk", "Ký số cơ quan %n văn bản", None, count),
        "attachments": translate("SigningDesk", "Ký phụ lục của %n văn bản", None, count),
        "copy": translate("SigningDesk", "Ký sao %n văn bản", None, count),
        "confirm": translate("SigningDesk", "Ký %n văn bản đến", None, count),
        LOOSE: translate("LooseSigning", "Ký số %n tệp PDF ngoài hệ thống", None, count),
    }
    return words[next(iter(keys))]


def short_name(key: str) -> str:
    """What a row of the mixed queue begins with."""
    return {
        "approve": translate("SigningDesk", "Ký duyệt"),
        "seal": translate("SigningDesk", "Ký số cơ quan"),
        "attachments": translate("SigningDesk", "Ký phụ lục"),
        "copy": translate("SigningDesk", "Ký sao"),
        "confirm": translate("SigningDesk", "Ký văn bản đến"),
        LOOSE: translate("LooseSigning", "Ký tệp"),
    }[key]


def empty_words(key: str) -> tuple[str, str]:
    """What stands where the queue is empty, and what would stand there."""
    return {
        "approve": (
            translate("SigningDesk", "Không có văn bản chờ ký"),
            translate("SigningDesk", "Văn bản trình ký sẽ hiện ở đây."),
        ),
        "seal": (
            translate("SigningDesk", "Không có văn bản chờ ký số cơ quan"),
            translate("SigningDesk", "Văn bản đã được lãnh đạo ký duyệt và đã cấp số sẽ hiện ở đây."),
        ),
        "attachments": (
            translate("SigningDesk", "Không có phụ lục chờ ký"),
            translate(
                "SigningDesk",
                "Phụ lục ở tệp riêng được ký cùng văn bản. Văn bản đã ký số cơ quan mà phụ lục chưa ký sẽ hiện ở đây.",
            ),
        ),
        "copy": (
            translate("SigningDesk", "Không có bản sao chờ ký"),
            translate("SigningDesk", "Mở văn bản cần sao, chọn Sao văn bản, rồi cấp số: bản sao sẽ hiện ở đây."),
        ),
        "confirm": (
            translate("SigningDesk", "Không có văn bản đến chờ ký"),
            translate("SigningDesk", "Văn bản đã vào sổ trong 7 ngày qua và chưa ký xác nhận sẽ hiện ở đây."),
        ),
        LOOSE: (
            translate("LooseSigning", "Chưa có tệp nào"),
            translate("LooseSigning", "Bấm Thêm tệp, hoặc kéo tệp PDF vào cửa sổ này."),
        ),
        ALL: (
            translate("SigningDesk", "Không có văn bản chờ ký"),
            translate("SigningDesk", "Mọi việc cần chứng thư của cơ quan sẽ hiện ở đây."),
        ),
    }[key]
