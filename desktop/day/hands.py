"""What everybody in the day does: sign in, change account, go to a desk, find a row. Knows the workroom's windows."""

from __future__ import annotations

from typing import TypeVar

from PySide6.QtWidgets import QWidget

from desktop.day.player import NotSeen, Player
from desktop.day.visitor import Visitor
from desktop.entrance import Entrance
from desktop.workroom import Workroom
from widgets.account_menu import AccountMenu, LeaveDialog
from widgets.document_desk import DocumentDesk

W = TypeVar("W", bound=QWidget)


class Hands:
    """The hands of whoever sits at the screen."""

    def __init__(self, player: Player, entrance: Entrance, visitor: Visitor) -> None:
        self.player = player
        self.entrance = entrance
        self._visitor = visitor
        self._room: Workroom | None = None
        self.subjects: dict[str, str] = {}
        self.pins: dict[str, str] = {}
        entrance.entered = self._entered

    def _entered(self, room: Workroom) -> None:
        self._room = room

    @property
    def room(self) -> Workroom:
        """The workroom in front.

        Raises:
            NotSeen: nobody is signed in.
        """
        if self._room is None:
            raise NotSeen("a signed-in window")
        return self._room

    async def enter(self, username: str) -> None:
        """Sign in as this person and wait for a filled window."""
        self._visitor.username, self._visitor.password = username, "thuchanh"
        await self.player.until(lambda: self._room is not None, f"signed in as {username}", 120)
        await self.player.until(lambda: self.room.workplace.sync.state.kind == "synced", "synced", 120)
        office = self.entrance.office
        people = office.address.people if office else ()
        self.pins = {str(p["username"]): str(p["pin"]) for p in people}
        await self.player.calm(0.6)

    async def change_to(self, username: str) -> None:
        """Change the account by the menu, as on a shared machine."""
        self._visitor.username = username
        menu = self.desk_child(self.room.window, AccountMenu)
        menu.change_requested.emit()
        dialog = await self.player.dialog(LeaveDialog)
        self._room = None
        dialog.leave_confirmed.emit()
        dialog.accept()
        await self.enter(username)

    def desk_child(self, widget: QWidget, kind: type[W]) -> W:
        """The one child of this kind."""
        found = widget.findChild(kind)
        if found is None:
            raise NotSeen(kind.__name__)
        return found

    async def documents(self, key: str, box: str) -> DocumentDesk:
        """A desk of documents with this box in front and its list filled."""
        self.room.window.show_desk(key)
        desk = self.room.window.desk(key)
        assert isinstance(desk, DocumentDesk)
        desk.column.show_box(box)
        await self.player.calm(0.5)
        return desk

    async def choose(self, desk: DocumentDesk, place: int = 0) -> None:
        """Make the row at this place current and wait for its document."""
        rows = desk.column.list
        model = rows.model()
        await self.player.until(lambda: model.rowCount() > place, f"row {place}")
        rows.setFocus()
        rows.setCurrentIndex(model.index(place, 0))
        await self.player.until(lambda: desk.pane.reading_key() != "", "a document")
        await self.player.calm(0.3)

    async def press_act(self, desk: DocumentDesk, kind: str) -> None:
        """Press the button of an act in the reading pane."""
        await self.player.until(lambda: kind in tuple(desk.pane.acts.keys()), f"the act {kind}")
        desk.pane.acts.triggered.emit(kind)
