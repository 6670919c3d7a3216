"""Shows what a link names, and copies the link to what is shown. Nothing is done by a link but to look.

What is not kept here is asked for at the central where the person is signed in, under that person's own rights; the
link itself names no place to ask. Knows the links, the workplace and messages.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Protocol

from PySide6.QtCore import QCoreApplication

from desktop import links
from desktop.links import BadLink, Link
from desktop.presenters import messages, needs
from desktop.presenters.reading import Notify
from desktop.presenters.running import Running
from desktop.session.errors import CentralError
from widgets.leaving import copy_codes
from widgets.theme import Tone

translate = QCoreApplication.translate
KEY = "link"
"""Of the message: one link at a time is told of."""
KEYS = "Ctrl+Shift+C"


class There(Protocol):
    """What is not kept here, at the central."""

    async def document(self, document_id: str, /) -> None: ...
    async def one(self, name: str, object_id: str, /) -> None: ...


class Workplace(needs.OneObject, needs.Selected, needs.Seated, Protocol):
    """What this needs of the workplace."""

    @property
    def older(self) -> There: ...


class LinkFollowing:
    """One room's.

    Args:
        show: an object on its desk: type, identifier.
        notify: says something in the message bar.
        forget: takes back what was said under a key.
    """

    def __init__(
        self,
        workplace: Workplace,
        show: Callable[[str, str], object],
        notify: Notify,
        forget: Callable[[str], object] = lambda key: None,
    ) -> None:
        self._workplace = workplace
        self._show = show
        self._notify = notify
        self._forget = forget
        self._running = Running(lambda error: notify(messages.of_error(error), Tone.BAD))

    def close(self) -> None:
        """End what runs."""
        self._running.close()

    async def settled(self) -> None:
        """Wait until nothing runs."""
        await self._running.settled()

    def follow(self, text: str) -> None:
        """Show what a link names, or say why not; the newest wins."""
        self._forget(KEY)
        try:
            link = links.parse(text)
        except BadLink as problem:
            self._notify(_refusal(problem.code), Tone.WARN, key=KEY)
            return
        self._running.start("follow", self._follow(link))

    async def _follow(self, link: Link) -> None:
        if not await self._is_here(link):
            try:
                await self._fetch(link)
            except CentralError as error:
                again = translate("Links", "Mở lại")
                self._notify(_why_not(error), Tone.WARN, action=again, run=lambda: self._again(link), key=KEY)
                return
            if not await self._is_here(link):
                words = translate(
                    "Links",
                    "Không tìm thấy nội dung của liên kết, hoặc tài khoản này không được xem. Hỏi lại người gửi liên "
                    "kết.",
                )
                self._notify(words, Tone.WARN, key=KEY)
                return
        self._show(link.type, link.id)

    def _again(self, link: Link) -> None:
        self._forget(KEY)
        self._running.start("follow", self._follow(link))

    async def _is_here(self, link: Link) -> bool:
        found = await self._workplace.get(link.type, link.id)
        if found is None or link.type != "Document":
            return found is not None
        # Another's document is read through this organ's side of it.
        organ = self._workplace.me.organ_id
        sides = await self._workplace.select("Handling", (("document_id", "=", link.id),))
        mine = any(one["organId"] == organ and one["state"] != "revoked" for one in sides)
        return mine or found["organId"] == organ

    async def _fetch(self, link: Link) -> None:
        if link.type == "Document":
            await self._workplace.older.document(link.id)
        else:
            await self._workplace.older.one(link.type, link.id)

    def copy(self, type_name: str, object_id: str) -> None:
        """Put the link to an object on the clipboard."""
        try:
            text = links.write(type_name, object_id)
        except BadLink:
            self._notify(translate("Links", "Nội dung này không có liên kết để sao chép."), Tone.WARN)
            return
        copy_codes(text)
        words = translate("Links", "Đã sao chép liên kết. Người nhận mở được khi họ cũng được xem nội dung này.")
        self._notify(words, Tone.GOOD)


def action_words() -> str:
    """What copying a link is called in menus, with its keys."""
    return translate("Links", "Sao chép liên kết") + f"\t{KEYS}"


def _refusal(code: str) -> str:
    if code == "linkUnknown":
        return translate(
            "Links",
            "Liên kết này chỉ tới loại nội dung mà phiên bản đang dùng chưa có. Cập nhật chương trình rồi mở lại.",
        )
    return translate(
        "Links",
        "Liên kết vừa mở không đúng quy cách nên bị bỏ qua. Nhờ người gửi sao chép lại liên kết từ Tác nghiệp.",
    )


def _why_not(error: CentralError) -> str:
    if error.kind == "offline":
        return translate(
            "Links", "Mất kết nối: nội dung của liên kết chưa có trên máy này. Có mạng lại thì bấm Mở lại."
        )
    return messages.of_error(error)
