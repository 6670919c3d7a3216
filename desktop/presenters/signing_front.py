"""The document in front at the signing desk: its pages, the signature on them, and where the person puts it.

Knows the desk, the queue and the looks. The documents beside it in the queue are opened ahead.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from PySide6.QtCore import QCoreApplication

from desktop.presenters import remark_words, signing_places, signing_words
from desktop.presenters.names import Names
from desktop.presenters.pages import PdfPages
from desktop.presenters.running import Running
from desktop.presenters.signing_ahead import LARGEST, Ahead, Key
from desktop.presenters.signing_chosen import WITH_PICTURES, Chosen
from desktop.presenters.signing_looks import Looks
from desktop.presenters.signing_places import Looked
from desktop.presenters.signing_queue import Queue
from signing.place import Place
from widgets.remark_marks import Mark
from widgets.signature_overlay import Placement
from widgets.signing_desk import SigningDesk
from widgets.signing_view_data import Preview
from widgets.theme import Tone

translate = QCoreApplication.translate


class Front:
    """Shows one document, and takes what is done on its pages.

    Attributes:
        shown: its id; "" for none.

    Args:
        chosen: the pictures in use.
        signing: whether a batch runs; nothing is moved meanwhile.
        names: of those who wrote remarks; None where none are shown on the pages.
        remarks: whether the draft's remarks can be opened.
    """

    def __init__(
        self,
        desk: SigningDesk,
        queue: Queue,
        looks: Looks,
        chosen: Chosen,
        running: Running,
        *,
        signing: Callable[[], bool],
        names: Names | None,
        remarks: bool,
    ) -> None:
        self._desk = desk
        self._queue = queue
        self._looks = looks
        self._chosen = chosen
        self._running = running
        self._signing = signing
        self._names = names
        self._remarks = remarks
        self._pages: PdfPages | None = None
        self._pages_named: Key = ()
        self._ahead = Ahead()
        self.shown = ""
        desk.page.place_chosen.connect(self.choose_place)
        desk.page.place_here_asked.connect(self.place_here)
        desk.page.placed.connect(self._place)
        desk.page.place_reset_asked.connect(self._found_again)

    async def close(self) -> None:
        """Let all pages go."""
        self._desk.page.view.set_source(None)
        if self._pages is not None:
            await self._pages.close()
        await self._ahead.close()

    # -- its pages

    async def clear(self) -> None:
        """Nothing is in front any more."""
        self.shown = ""
        pages, self._pages, self._pages_named = self._pages, None, ()
        self._desk.show_preview(None)
        self._desk.page.view.set_source(None)
        if pages is not None:
            await pages.close()

    async def show(self, document_id: str) -> None:
        """Bring a document to the front: its pages, then the box on them."""
        if document_id not in self._queue.documents:
            self.shown = ""
            self._desk.show_preview(None)
            return
        self.shown = document_id
        while self._pages is None or self.is_outdated:
            key = self._pages_key(document_id)
            pages = self._ahead.take(key)
            if pages is None:
                pages = await self._open_pages(document_id)
            if self.shown != document_id or key != self._pages_key(document_id):
                # Much may have happened while they were opened: they stand under no other name than their own.
                if pages is not None:
                    await self._ahead.put(key, pages)
                if self.shown != document_id:
                    return
                continue
            before, named = self._pages, self._pages_named
            self._pages, self._pages_named = pages, key
            self._desk.page.view.set_source(pages)
            if before is not None:
                await self._ahead.put(named, before)
            break
        if self.shown != document_id:
            return
        self.present()
        self._reveal()
        self._running.start("ahead", self._read_ahead(document_id))

    @property
    def is_outdated(self) -> bool:
        """Whether the pages in front are not those of the document as it is now."""
        return self.shown in self._queue.documents and self._pages_key(self.shown) != self._pages_named

    async def _open_pages(self, document_id: str) -> PdfPages | None:
        queue = self._queue
        pdf = await queue.look_at(document_id)
        if pdf is None:
            return None
        document, signed = queue.documents[document_id], queue.is_done(document_id)
        pages = await self._looks.pages(pdf, document, queue.kind(document_id), signed=signed)
        queue.refresh(document_id)
        return pages

    def _pages_key(self, document_id: str) -> Key:
        """All that changes what the pages of a document show."""
        document = self._queue.documents[document_id]
        digest = (document.get("file") or {}).get("digest")
        kind, signed = self._queue.kind(document_id).key, self._queue.is_done(document_id)
        return (document_id, digest, document.get("notation"), document.get("documentDate"), kind, signed)

    async def _read_ahead(self, document_id: str) -> None:
        """Open what the keys lead to next, its page with the signature drawn."""
        order, documents = self._queue.order, self._queue.documents
        at = order.index(document_id) if document_id in order else -1
        for near in (at + 1, at - 1):
            if at < 0 or not 0 <= near < len(order) or order[near] not in documents:
                continue
            other = order[near]
            key = self._pages_key(other)
            size = int((documents[other].get("file") or {}).get("size") or 0)
            if key in self._ahead or not 0 < size <= LARGEST:
                continue
            pages = await self._open_pages(other)
            if pages is None:
                continue
            looked = self._queue.looked(other)
            page = looked.shown.page if looked is not None and looked.shown is not None else 0
            pages.request(min(page, pages.page_count - 1), self._desk.page.view.device_scale())
            await self._ahead.put(key, pages)

    def _reveal(self) -> None:
        """Scroll to where the signature stands, or will stand."""
        looked = self._looks.last(self.shown)
        if looked is not None and looked.shown is not None:
            self._desk.page.reveal(looked.shown.page, looked.shown.rect)

    # -- what is said of it

    def present(self) -> None:
        """Say anew what is in front: header, legend, box, menus."""
        document_id, queue = self.shown, self._queue
        if document_id not in queue.documents:
            return
        document, looked = queue.documents[document_id], queue.looked(document_id)
        done, key = queue.is_done(document_id), queue.kind(document_id).key
        legend, tone = signing_words.legend_of(looked, self._looks.trouble(document_id), key)
        if done:
            legend, tone = "", Tone.NEUTRAL
        movable = looked is not None and not done and not self._signing()
        places = signing_places.choices_of(looked, queue.name(document_id)) if looked is not None else ()
        writes = key == "approve" and not done
        self._desk.show_preview(
            Preview(
                title=document.get("title") or document.get("notation") or translate("SigningDesk", "Chờ cấp số"),
                legend=legend if movable or tone is not Tone.NEUTRAL else "",
                legend_tone=tone,
                placement=self._placement(looked, key) if looked is not None and not done else None,
                movable=movable,
                moved=looked is not None and looked.moved is not None and bool(looked.places),
                places=places if key in WITH_PICTURES else (),
                pictures=self._chosen.of(key).choices() if key in WITH_PICTURES else (),
                slip=bool(document.get("slip")),
                mark=key == "confirm" and movable,
                refusable=writes,
                remarks=remark_words.desk_words(document, writes=writes) if self._remarks else "",
                marks=self._marks(document),
            )
        )

    def _placement(self, looked: Looked, key: str) -> Placement | None:
        image = signing_places.drawing_from(looked.drawing) or signing_places.picture_from(self._chosen.of(key).data)
        return signing_places.placement_of(looked, image, self._looks.size.get("seal") or signing_places.STAMP)

    def _marks(self, document: dict[str, Any]) -> tuple[Mark, ...]:
        """The remarks that stand on the version in front."""
        pages, file = self._pages, document.get("file")
        if pages is None or not file or self._names is None:
            return ()
        found = remark_words.listed(document, file["digest"])
        return tuple(remark_words.marks(found, self._names, pages.size_or_none))

    # -- where the signature stands

    def choose_place(self, document_id: str, key: str) -> None:
        """One of the places that were found, by its key in the menu."""
        looked = self._queue.looked(document_id)
        if looked is not None:
            self._put(document_id, looked.choosing(int(key)))
            self._reveal()

    def _place(self, document_id: str, page: int, rect: tuple[float, float, float, float]) -> None:
        looked = self._queue.looked(document_id)
        if looked is not None:
            left, bottom, right, top = rect
            before = looked.shown
            self._put(document_id, looked.moving(Place(page, (left, bottom, right, top))))
            if before is not None and before.page != page:
                self._reveal()

    def _found_again(self, document_id: str) -> None:
        looked = self._queue.looked(document_id)
        if looked is not None:
            self._put(document_id, looked.found_again())
            self._reveal()

    def place_here(self, document_id: str, page: int) -> None:
        """On the page in view (0-based), in its middle."""
        looked, source = self._queue.looked(document_id), self._desk.page.view.source()
        if looked is None or source is None:
            return
        size = self._looks.size.get(looked.purpose)
        place = signing_places.middle_of(page, source.page_size(page), looked, size)
        self._put(document_id, looked.moving(place))
        self._reveal()

    def _put(self, document_id: str, looked: Looked) -> None:
        self._looks.put(document_id, looked)
        self._running.also(self._looks.remember(document_id))
        self._queue.refresh(document_id)
        self.present()
