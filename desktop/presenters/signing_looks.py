"""What has been seen of the files that wait: where each signature would stand, or what keeps it from being looked at.

Knows the workplace, the lanes and the places.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Protocol

from desktop.lanes import Lanes
from desktop.presenters import needs
from desktop.presenters.pages import PageProblem, PdfPages, open_pages
from desktop.presenters.signing_kinds import Kind
from desktop.presenters.signing_places import Looked, Size
from desktop.presenters.signing_words import Trouble
from desktop.session.errors import CentralError, NotThere
from signing.place import Place
from signing.problems import SigningProblem
from signing.sizes import check_size

Object = Mapping[str, Any]


PREFERENCE = "signing.places"
"""Preference: where a person put signatures by hand, by document: digest of the file, page and rect, or the choice."""
REMEMBERED = 300


class Workplace(needs.OneFile, needs.Preferences, Protocol):
    """What this needs of the workplace."""


class Looks:
    """Looks at files, once each: what was seen of a file that has since been replaced does not count.

    Attributes:
        size: of the picture that is to stand there, by purpose; the places found are made to its measure.
    """

    def __init__(self, workplace: Workplace, lanes: Lanes) -> None:
        self._workplace = workplace
        self._lanes = lanes
        self._looked: dict[str, Looked] = {}
        self._troubles: dict[str, Trouble] = {}
        self._by_hand: dict[str, Any] | None = None
        self.size: dict[str, Size | None] = {}

    def of(self, document: Object) -> Looked | None:
        """What was seen of the document's present file."""
        looked = self._looked.get(document["id"])
        digest = (document.get("file") or {}).get("digest")
        return self._sized(looked) if looked is not None and looked.digest == digest else None

    def last(self, document_id: str) -> Looked | None:
        """What was seen last, also of a file that has been signed since."""
        looked = self._looked.get(document_id)
        return self._sized(looked) if looked is not None else None

    def _sized(self, looked: Looked) -> Looked:
        return looked.fitting(self.size.get(looked.purpose))

    def trouble(self, document_id: str) -> Trouble | None:
        """What keeps the file from being looked at."""
        return self._troubles.get(document_id)

    def put(self, document_id: str, looked: Looked) -> None:
        """The person chose or moved the place."""
        self._looked[document_id] = looked

    def all(self) -> dict[str, Looked]:
        """Everything seen so far, by document."""
        return {one: self._sized(looked) for one, looked in self._looked.items()}

    async def remember(self, document_id: str) -> None:
        """Keep what the person chose or moved, for when the document is opened again."""
        looked = self._looked.get(document_id)
        if looked is None:
            return
        kept = await self._kept()
        kept.pop(document_id, None)
        if looked.moved is not None:
            kept[document_id] = {"digest": looked.digest, "page": looked.moved.page, "rect": list(looked.moved.rect)}
        elif looked.chosen is not None:
            kept[document_id] = {"digest": looked.digest, "chosen": looked.chosen}
        for old in list(kept)[: max(0, len(kept) - REMEMBERED)]:
            del kept[old]
        await self._workplace.set_preference(PREFERENCE, kept)

    async def _kept(self) -> dict[str, Any]:
        if self._by_hand is None:
            found = await self._workplace.preference(PREFERENCE, {})
            self._by_hand = dict(found) if isinstance(found, dict) else {}
        return self._by_hand

    async def _remembered(self, document_id: str, looked: Looked) -> Looked:
        """What was found, as the person left it the last time."""
        kept = (await self._kept()).get(document_id)
        if not isinstance(kept, dict) or kept.get("digest") != looked.digest:
            return looked
        if "rect" in kept and 0 <= int(kept["page"]) < looked.pages:
            left, bottom, right, top = (float(x) for x in kept["rect"])
            return looked.moving(Place(int(kept["page"]), (left, bottom, right, top)))
        chosen = kept.get("chosen")
        return looked.choosing(chosen) if isinstance(chosen, int) and chosen < len(looked.places) else looked

    def forget(self, document_id: str) -> None:
        """What will stand there has changed: it is looked at anew."""
        self._looked.pop(document_id, None)

    async def look(self, document: dict[str, Any], kind: Kind, name: str) -> bytes | None:
        """Read the file and find the place; None when something stands in the way, which ``trouble`` then names."""
        file = document.get("file")
        if not file:
            return None
        document_id = document["id"]
        try:
            check_size(int(file["size"]))
            pdf = await self._workplace.file(file)
            if self.of(document) is None:
                found = await self._lanes.pages(kind.look, pdf, document, name)
                self._looked[document_id] = await self._remembered(document_id, found)
        except SigningProblem as problem:
            self._troubles[document_id] = (problem.code, problem.args_map)
        except NotThere:
            self._troubles[document_id] = ("fileGone", {})
        except CentralError:
            self._troubles[document_id] = ("fileOffline", {})
        else:
            self._troubles.pop(document_id, None)
            return pdf
        return None

    async def pages(self, pdf: bytes, document: dict[str, Any], kind: Kind, *, signed: bool) -> PdfPages | None:
        """The pages as they will be signed, with the number that will stand on them; as they are once signed."""
        try:
            shown = pdf if signed else await self._lanes.pages(kind.dress, pdf, document)
            return await open_pages(self._lanes, shown)
        except SigningProblem as problem:
            self._troubles[document["id"]] = (problem.code, problem.args_map)
        except PageProblem as problem:
            self._troubles[document["id"]] = (problem.code, {})
        return None
