"""What the draft dialog offers: types, urgencies, those who may sign, those it can be sent to. Plain data."""

from __future__ import annotations

from dataclasses import dataclass

from widgets.recipient_picker import RecipientGroup, RecipientUnit


@dataclass(frozen=True)
class SignerChoice:
    """A leader who may sign, and for whom they do so, the usual competence first."""

    person_id: str
    name: str
    position: str
    competences: tuple[str, ...] = ()


@dataclass(frozen=True)
class DraftChoices:
    """What the dialog offers.

    Attributes:
        types: (code, name) pairs in the office's order.
        urgencies: names by level, thường first.
        signers: leaders of the organ.
        groups, units: whom the document can be sent to.
    """

    types: tuple[tuple[str, str], ...]
    urgencies: tuple[str, ...]
    signers: tuple[SignerChoice, ...]
    groups: tuple[RecipientGroup, ...]
    units: tuple[RecipientUnit, ...]
