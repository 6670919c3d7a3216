"""What opening a damaged profile found, in words: what was damaged, what was saved, what to do.

Knows the store's report. Said once at start, and stays until the person has read it: work may have to be done again.
"""

from __future__ import annotations

from collections import Counter

from PySide6.QtCore import QCoreApplication

from desktop.presenters import act_words
from local_cache import LostAct, Opened, Salvage

translate = QCoreApplication.translate


def words(opened: Opened) -> list[str]:
    """One message for each file that was damaged; empty when all was sound."""
    said = []
    if opened.cache_renewed:
        said.append(
            translate(
                "Mended",
                "Dữ liệu lưu trên máy bị hỏng nên đã được tạo lại; văn bản đang được tải về từ hệ thống trung tâm. "
                "Chờ đồng bộ xong rồi làm tiếp.",
            )
        )
    if opened.outbox_salvaged is not None:
        said.append(salvaged(opened.outbox_salvaged))
    return said


def salvaged(salvage: Salvage) -> str:
    """What came of a damaged outbox, in sentences."""
    parts = [
        translate(
            "Mended", "Tệp giữ việc chưa gửi bị hỏng. Đã giữ lại được {acts} việc và {drafts} bản đang soạn."
        ).format(acts=len(salvage.acts), drafts=len(salvage.drafts))
    ]
    if salvage.lost:
        lost = translate("Mended", "Không đọc lại được: {names}. Hãy kiểm tra và làm lại các việc này.")
        parts.append(lost.format(names=_names(salvage.lost)))
    if salvage.lost_drafts:
        lost = translate("Mended", "Mất {n} bản đang soạn, cần soạn lại.")
        parts.append(lost.format(n=len(salvage.lost_drafts)))
    if not salvage.complete:
        parts.append(translate("Mended", "Có thể còn việc khác bị mất: đối chiếu các việc đã làm hôm nay."))
    if salvage.complete and not salvage.lost and not salvage.lost_drafts:
        parts.append(translate("Mended", "Không mất gì; mở Việc chưa gửi để kiểm tra."))
    kept = translate("Mended", "Tệp hỏng được giữ tại {path} để quản trị xem.")
    parts.append(kept.format(path=salvage.aside))
    return " ".join(parts)


def _names(lost: tuple[LostAct, ...]) -> str:
    """The kinds of the acts, with how many of each: "2 Chuyển xử lý, 1 việc không rõ loại"."""
    unknown = translate("Mended", "việc không rõ loại")
    kinds = Counter(act_words.name(act.kind) if act.kind else unknown for act in lost)
    return ", ".join(f"{count} {kind}" for kind, count in kinds.items())
