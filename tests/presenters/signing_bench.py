"""A signing desk with everything behind it, for the tests of what is done there."""

from __future__ import annotations

import asyncio
from collections.abc import Callable
from dataclasses import dataclass
from datetime import UTC, datetime

from PySide6.QtWidgets import QDialog, QLabel

from desktop.lanes import Lanes
from desktop.presenters.key_sources import KeySource
from desktop.presenters.signing_desk import SigningPresenter
from desktop.presenters.tokens import Tokens
from signing import sign
from signing.trust import Trust
from signing.validation import validate
from signing.verdict import Verdict
from tests.presenters.signing_office import PIN, SigningOffice, until
from widgets.pin_dialog import PinDialog
from widgets.signing_desk import SigningDesk


async def verdict_of(pdf: bytes, trust: Trust) -> Verdict:
    """Validation runs a loop of its own, so never on this one."""
    return await asyncio.to_thread(validate, pdf, trust)


@dataclass
class Bench:
    """A desk with everything behind it."""

    office: SigningOffice
    desk: SigningDesk
    tokens: Tokens
    presenter: SigningPresenter
    lanes: Lanes
    said: list[str]

    def status(self, document_id: str) -> str:
        return next(row.status for row in self.desk.queue.queue.rows() if row.id == document_id)

    async def enter_pin(self, pin: str = PIN) -> None:
        # A module in its own process is started first, which takes a busy machine its time.
        await until(lambda: self.pin_dialog() is not None, 60)
        dialog = self.pin_dialog()
        assert dialog is not None
        dialog.pin.setText(pin)
        dialog.accept()

    def pin_dialog(self) -> PinDialog | None:
        return next((one for one in self.desk.findChildren(PinDialog) if one.isVisible()), None)

    def pin_words(self) -> str:
        """What the PIN dialog says it is asked for."""
        dialog = self.pin_dialog()
        return " ".join(label.text() for label in dialog.findChildren(QLabel)) if dialog is not None else ""

    def dialogs(self) -> list[QDialog]:
        """The dialogs that are open."""
        return [one for one in self.desk.findChildren(QDialog) if one.isVisible()]

    async def sign(self, *ids: str, pin: str = PIN) -> None:
        self.desk.queue.queue.check(ids, on=True)
        self.desk.sign_button.click()
        await self.enter_pin(pin)
        await self.presenter.settled()


class Benches:
    """Sets up desks, and takes them all down again."""

    def __init__(self) -> None:
        self.made: list[Bench] = []

    async def __call__(
        self, office: SigningOffice, *sources: KeySource, trust: Trust | None = None, width: int = 1,
        options: Callable[[], sign.Options] | None = None,
    ) -> Bench:  # fmt: skip
        desk, lanes, said = SigningDesk(), Lanes(), []
        tokens = Tokens(office, lanes, sources)
        presenter = SigningPresenter(
            office, desk, tokens, lanes,
            options=options or (lambda: sign.Options(trust=trust)),
            say=lambda text, tone: said.append(text),
            now=lambda: datetime.now(UTC),
            width=width,
        )  # fmt: skip
        bench = Bench(office, desk, tokens, presenter, lanes, said)
        self.made.append(bench)
        desk.resize(1100, 700)
        desk.show()
        await presenter.open()
        await presenter.settled()
        return bench

    async def close(self) -> None:
        """Take down what was set up."""
        for one in self.made:
            await one.presenter.close()
            await one.tokens.close()
            one.desk.close()
            one.lanes.close()
            one.office.close()
