"""What one room knows of the signatures in its documents, in a line that a desk can show.

Knows the ground, the verdicts and who judges them.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from desktop.central.errors import CentralError
from desktop.judging import FileJudge
from desktop.presenters import verdicts
from desktop.presenters.verdicts import Verdicts
from desktop.room.ground import Ground
from desktop.session.errors import NotThere
from signing.problems import SigningProblem
from widgets.reading_pane import VerdictLine
from widgets.theme import Tone


class Signatures:
    """One room's.

    Attributes:
        verdicts: on files, by their digest.
    """

    def __init__(self, ground: Ground) -> None:
        self._ground = ground
        judge = FileJudge(ground.lanes, ground.means.known_trust, ground.session.cache.objects)
        self.verdicts = Verdicts(judge, judge.close)

    def known_against(self, document: Mapping[str, Any]) -> tuple[str, Tone] | None:
        """What was found already in the document's file; None where nobody has looked."""
        file = document.get("file")
        verdict = self.verdicts.known(file["digest"]) if file else None
        if verdict is None:
            return None
        line = verdicts.line(verdict, document, self._ground.language())
        return line.text, line.tone

    async def judged(self, document: Mapping[str, Any]) -> VerdictLine | None:
        """The verdict on the document's file; None where there is no file, or nobody can say."""
        file = document.get("file")
        if not file:
            return None
        verdict = await self.verdicts.of(file["digest"], await self._ground.workplace.file(file))
        return verdict and verdicts.line(verdict, document, self._ground.language())

    async def standing_again(self, document: Mapping[str, Any]) -> str:
        """What is known now of the certificates of those who signed; "unknown" where nobody can say."""
        try:
            pdf = await self._ground.workplace.file(document["file"])
            return await self._ground.lanes.network(self._ground.means.standing_again, pdf)
        except (CentralError, NotThere, SigningProblem):
            return "unknown"

    def close(self) -> None:
        """Judge no more."""
        self.verdicts.close()
