"""The queue of the signing desk: what waits for which signature, what was seen of it, and what came of the last batch.

Knows the workplace, the desk and the kinds. What the last batch did stays in its place until the next one, so that it
can be read.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import replace
from typing import Any, Protocol

from desktop.presenters import formats, needs, signing_catalogue, signing_kinds, signing_words
from desktop.presenters.running import Running
from desktop.presenters.signing_batch import FileResult, NotSigned, SignedFile, Step
from desktop.presenters.signing_kinds import Kind
from desktop.presenters.signing_looks import Looks
from desktop.presenters.signing_places import Looked
from desktop.presenters.tokens import Purpose
from widgets.signing_desk import SigningDesk
from widgets.signing_queue import QueueRow
from widgets.theme import Tone

LOOKED_AHEAD = 20
"""Arrivals whose files are looked at before anybody asks for them."""


class Workplace(signing_kinds.Workplace, needs.BoxIds, Protocol):
    """What this needs of the workplace."""


class Queue:
    """What stands in the queue.

    Attributes:
        documents: everything met so far, by the id that the queue names it by.
        order: the ids in the queue, top first.
    """

    def __init__(self, workplace: Workplace, desk: SigningDesk, looks: Looks, running: Running) -> None:
        self._workplace = workplace
        self._desk = desk
        self._looks = looks
        self._running = running
        self.documents: dict[str, dict[str, Any]] = {}
        self.order: list[str] = []
        self._kind_of: dict[str, Kind] = {}
        self._extra: set[str] = set()
        self._done: dict[str, QueueRow] = {}
        self._gone: set[str] = set()
        self._files: dict[str, str] = {}  # digests, as the queue was filled last
        self._asked = self._answered = 0

    # -- the kinds of signature

    def keys(self) -> tuple[str, ...]:
        """The kinds that this person signs; not the tab that holds several."""
        return tuple(key for key in self._desk.kinds() if key != signing_catalogue.ALL)

    def _keys_shown(self) -> tuple[str, ...]:
        """The kinds in front."""
        key = self._desk.kind()
        return signing_catalogue.of_seal() if key == signing_catalogue.ALL else (key,)

    @property
    def purpose(self) -> Purpose:
        """Which of the person's keys signs what is in front."""
        return signing_catalogue.KINDS[self._keys_shown()[0]].purpose

    def kind(self, document_id: str) -> Kind:
        """What signing this one is."""
        return self._kind_of.get(document_id) or signing_catalogue.KINDS[self._keys_shown()[0]]

    # -- what waits

    def clear(self) -> None:
        """Another position: what was asked for by name, or ticked, was so in the one before."""
        self._extra.clear()
        rows = self._desk.queue.queue
        rows.check(rows.checked(), on=False)

    def forget_last(self) -> None:
        """What the last batch did is shown no more."""
        self._done.clear()
        self.order.clear()

    async def fill(self) -> bool:
        """Show what waits; whether something that was chosen is chosen no more, for its file is another than it was."""
        self._asked += 1
        asked = self._asked
        waiting = {key: await self._waiting(key) for key in self.keys()}
        if asked < self._answered:
            # Whoever asked later has had the newer answer.
            return False
        self._answered = asked
        shown = [(key, waiting.get(key, {})) for key in self._keys_shown()]
        for key, items in shown:
            self.documents.update(items)
            self._kind_of.update(dict.fromkeys(items, signing_catalogue.KINDS[key]))
        ids = [one for _, items in shown for one in items if one not in self._gone]
        kept = [one for one in self.order if one in ids or one in self._done]
        self.order = kept + [one for one in ids if one not in kept]
        counts = {key: len(items) for key, items in waiting.items()}
        counts[signing_catalogue.ALL] = sum(counts.get(key, 0) for key in signing_catalogue.of_seal())
        self._desk.set_counts(counts)
        self._desk.set_empty(*signing_catalogue.empty_words(self._desk.kind()))
        chosen = self._desk.queue.queue.checked()
        files, before = {one: self._file_of(one) for one in self.order}, self._files
        checked = {one for one in chosen if before.get(one, files.get(one)) == files.get(one)}
        self._files = files
        self._desk.set_rows([self._row(one, checked=one in checked) for one in self.order])
        self._running.start("look", self._look_at_all(tuple(ids)))
        return not checked.issuperset(chosen)

    def let_go(self, ids: Collection[str]) -> None:
        """These wait no more, and nothing is shown of them; the row beside them comes to the front."""
        rows, gone = self._desk.queue, set(ids)
        at = self.order.index(rows.current_id()) if rows.current_id() in self.order else 0
        near = [one for one in (*self.order[at:], *reversed(self.order[:at])) if one not in gone]
        if near:
            rows.set_current(near[0])
        rows.queue.check(gone, on=False)
        # Whoever fills the queue at this moment has asked before.
        self._gone |= gone
        self.order = [one for one in self.order if one not in gone]
        for one in gone:
            self._done.pop(one, None)

    def _file_of(self, document_id: str) -> str:
        return str((self.documents[document_id].get("file") or {}).get("digest") or "")

    async def _waiting(self, key: str) -> dict[str, dict[str, Any]]:
        """What waits for a kind of signature, in the order of its box."""
        kind = signing_catalogue.KINDS[key]
        ids = list(await self._workplace.ids(f"signing.{key}", "own"))
        if key == "confirm":
            ids += [one for one in self._extra if one not in ids]
        items = await kind.items(self._workplace, ids)
        return {one: items[one] for one in ids if one in items and kind.waits(items[one])}

    async def kind_waited_for(self, document_id: str) -> str | None:
        """Key of the signature that a document waits for, also an arrival of long ago that no queue lists."""
        for key in self.keys():
            if document_id in await self._waiting(key) or await self._asked_for(key, document_id):
                return key
        return None

    async def _asked_for(self, key: str, subject_id: str) -> bool:
        """Whether it may be signed though its queue does not list it: an arrival of long ago, asked for by name."""
        kind = signing_catalogue.KINDS[key]
        item = (await kind.items(self._workplace, [subject_id])).get(subject_id) if key == "confirm" else None
        if item is None or not kind.waits(item):
            return False
        self._extra.add(subject_id)
        return True

    async def know(self, ids: Sequence[str], kinds: Mapping[str, str]) -> None:
        """Have these at hand, also those that wait no more.

        Args:
            kinds: what each was to be, of a batch that was cut off.
        """
        for one in ids:
            if one in kinds:
                self._kind_of[one] = signing_catalogue.KINDS[kinds[one]]
            self.documents.update(await self.kind(one).items(self._workplace, [one]))

    # -- rows

    def _row(self, document_id: str, *, checked: bool) -> QueueRow:
        if document_id in self._done:
            return replace(self._done[document_id], checked=checked and not self._done[document_id].done)
        document = self.documents[document_id]
        key = self.kind(document_id).key
        place, tone = signing_words.place_of(
            self.looked(document_id), self._looks.trouble(document_id), key, self.name(document_id)
        )
        mixed = signing_catalogue.short_name(key) if self._desk.kind() == signing_catalogue.ALL else ""
        return QueueRow(
            id=document_id,
            subject=formats.subject(document),
            line=signing_words.line_of(document, key, mixed),
            place=place,
            place_tone=tone,
            checked=checked,
            urgency=int(document.get("urgency") or 0),
        )

    def refresh(self, document_id: str) -> None:
        """Show the row of a document anew."""
        if document_id in self.order:
            checked = document_id in self._desk.queue.queue.checked()
            self._desk.update_rows([self._row(document_id, checked=checked)])

    def show_steps(self, results: Iterable[FileResult[SignedFile]]) -> None:
        """Files have taken a step."""
        self._desk.update_rows([self._stepped(one) for one in results if one.document_id in self.documents])

    def _stepped(self, result: FileResult[SignedFile]) -> QueueRow:
        document_id = result.document_id
        self._done.pop(document_id, None)
        status, tone = signing_words.status_of(result)
        signed = result.step is Step.SIGNED
        row = replace(self._row(document_id, checked=not signed), status=status, tone=tone, done=signed)
        reason = signing_words.reason_of(result)
        if reason:
            row = replace(row, place=reason, place_tone=Tone.WARN)
        elif self.documents[document_id].get("saved"):
            row = replace(row, place=str(self.documents[document_id]["folder"]), place_tone=Tone.NEUTRAL)
        if result.step not in (Step.WAITING, Step.LEFT):
            self._done[document_id] = row
            if document_id not in self.order:
                self.order.append(document_id)
        return row

    def follow(self, document_id: str) -> None:
        """Keep in view what is being signed."""
        row = self._desk.queue.queue.row_of(document_id)
        if row >= 0:
            self._desk.queue.scrollTo(self._desk.queue.queue.index(row))

    def is_done(self, document_id: str) -> bool:
        """Whether it was signed in the last batch."""
        return document_id in self._done and self._done[document_id].done

    def name(self, document_id: str) -> str:
        """Who signs it."""
        signer = self.documents[document_id].get("signer")
        return signer["name"] if signer else self._workplace.me.person["name"]

    # -- looking at the files

    def looked(self, document_id: str) -> Looked | None:
        """What was seen of its present file."""
        return self._looks.of(self.documents[document_id])

    async def _look_at_all(self, ids: Sequence[str]) -> None:
        # A week of arrivals is much to bring over the line: the others are looked at when their turn comes.
        arrivals = [one for one in ids if self.kind(one).key == "confirm"]
        later = set(arrivals[LOOKED_AHEAD:])
        for document_id in ids:
            wanted = document_id not in later and not self.is_done(document_id)
            if wanted and self.looked(document_id) is None:
                await self.look_at(document_id)

    async def look_at(self, document_id: str) -> bytes | None:
        """Read the file of a document and find the place; None where something stands in the way."""
        kind = self.kind(document_id)
        self.documents[document_id] = item = await kind.detail(self._workplace, self.documents[document_id])
        pdf = await self._looks.look(item, kind, self.name(document_id))
        self.refresh(document_id)
        return pdf

    async def without_place(self, ids: Iterable[str]) -> list[str]:
        """Of these, those on whose pages the person has to choose a place first; what was not looked at yet is now."""
        found = []
        for one in ids:
            if self.looked(one) is None and self._looks.trouble(one) is None:
                await self.look_at(one)
            looked = self.looked(one)
            if looked is not None and looked.place is None:
                found.append(one)
        return found

    async def look_now(self, document_id: str) -> Looked | None:
        """A file that has not been looked at when its turn comes.

        Raises:
            NotSigned: what stands in the way.
        """
        await self.look_at(document_id)
        trouble = self._looks.trouble(document_id)
        if trouble is not None:
            raise NotSigned(trouble[0], dict(trouble[1]))
        return self.looked(document_id)
