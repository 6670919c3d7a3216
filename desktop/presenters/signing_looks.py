"""What has been seen of the files that wait: where each signature would stand, or what keeps it from being looked at.

Knows the workplace, the lanes and the places.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

from desktop.lanes import Lanes
from desktop.presenters import needs, signing_places
from desktop.presenters.pages import PageProblem, PdfPages, open_pages
from desktop.presenters.signing_places import Looked
from desktop.presenters.signing_words import Trouble
from desktop.session.errors import CentralError, NotThere
from signing.problems import SigningProblem
from signing.sizes import check_size

Object = Mapping[str, Any]


class Looks:
    """Looks at files, once each: what was seen of a file that has since been replaced does not count."""

    def __init__(self, workplace: needs.OneFile, lanes: Lanes) -> None:
        self._workplace = workplace
        self._lanes = lanes
        self._looked: dict[str, Looked] = {}
        self._troubles: dict[str, Trouble] = {}

    def of(self, document: Object) -> Looked | None:
        """What was seen of the document's present file."""
        looked = self._looked.get(document["id"])
        digest = (document.get("file") or {}).get("digest")
        return looked if looked is not None and looked.digest == digest else None

    def last(self, document_id: str) -> Looked | None:
        """What was seen last, also of a file that has been signed since."""
        return self._looked.get(document_id)

    def trouble(self, document_id: str) -> Trouble | None:
        """What keeps the file from being looked at."""
        return self._troubles.get(document_id)

    def put(self, document_id: str, looked: Looked) -> None:
        """The person chose or moved the place."""
        self._looked[document_id] = looked

    def all(self) -> dict[str, Looked]:
        """Everything seen so far, by document."""
        return dict(self._looked)

    async def look(self, document: Object, purpose: str, name: str) -> bytes | None:
        """Read the file and find the place; None when something stands in the way, which ``trouble`` then names."""
        file = document.get("file")
        if not file:
            return None
        document_id = document["id"]
        try:
            check_size(int(file["size"]))
            pdf = await self._workplace.file(file)
            if self.of(document) is None:
                finder = signing_places.look_for_seal if purpose == "seal" else signing_places.look_for_leader
                self._looked[document_id] = await self._lanes.pages(_look, finder, pdf, file["digest"], name)
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

    async def pages(self, pdf: bytes, document: Object, purpose: str, *, signed: bool) -> PdfPages | None:
        """The pages as they will be signed, with the number that will stand on them; as they are once signed."""
        maker = signing_places.sealed_look if purpose == "seal" else signing_places.ready_for_approval
        try:
            shown = pdf if signed else await self._lanes.pages(maker, pdf, document)
            return await open_pages(self._lanes, shown)
        except (SigningProblem, PageProblem) as problem:
            self._troubles[document["id"]] = (problem.code, {})
            return None


def _look(finder: Callable[[bytes, str, str], Looked], pdf: bytes, digest: str, name: str) -> Looked:
    """In a lane: what may not be signed at all is not looked through."""
    from signing.admission import check

    check(pdf)
    return finder(pdf, digest, name)
