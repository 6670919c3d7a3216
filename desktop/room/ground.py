"""What every part of one room stands on: the session, its surroundings, the window, and how things are said there.

Knows the session, the window, names and running tasks; no desk, and no presenter of one.
"""

from __future__ import annotations

from desktop.presenters.account import problem_words
from desktop.presenters.names import Names
from desktop.presenters.pages import PageProblem, open_pages
from desktop.presenters.running import Running
from desktop.session.account import Session
from desktop.signing_means import SigningMeans
from desktop.surroundings import Surroundings
from widgets.pdf_view import PdfView
from widgets.shell import MainWindow
from widgets.theme import Tone


class Ground:
    """The ground of one room.

    Args:
        window: the empty window that is shown already; None makes one, where the last one was.

    Attributes:
        running: what the room itself runs; cancelled when it is left.
    """

    def __init__(
        self, session: Session, around: Surroundings, means: SigningMeans, window: MainWindow | None = None
    ) -> None:
        self.session = session
        self.workplace = session.workplace
        self.around = around
        self.lanes = around.lanes
        self.settings = around.settings
        self.means = means
        self.running = Running(self.failed)
        self.window = window or self._make_window()
        self.names = Names(session.workplace)

    def _make_window(self) -> MainWindow:
        window = MainWindow()
        if self.around.outside.places is not None:
            self.around.outside.places.restore(window)
        return window

    def language(self) -> str:
        """The one of the windows now, "vi" or "en"."""
        return self.around.languages.current

    def say(self, text: str, tone: Tone) -> None:
        """Show a message over the desks."""
        self.window.show_message(text, tone)

    def failed(self, error: Exception) -> None:
        """Say what nothing else has dealt with."""
        self.say(problem_words(error), Tone.BAD)

    async def show_pages(self, view: PdfView, data: bytes) -> None:
        """Show the pages of a PDF, or say why they cannot be shown."""
        try:
            view.set_source(await open_pages(self.lanes, data))
        except PageProblem as problem:
            self.say(problem_words(problem), Tone.BAD)
