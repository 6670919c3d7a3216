"""All attacks, family by family."""

from __future__ import annotations

from tests.signing.attacks.active import ACTIVE
from tests.signing.attacks.after import TRAILING
from tests.signing.attacks.appearances import LOOKS
from tests.signing.attacks.certificates import CERTIFICATES
from tests.signing.attacks.certified import CERTIFIED
from tests.signing.attacks.cms_tricks import CONTAINER
from tests.signing.attacks.evidence_tricks import EVIDENCE
from tests.signing.attacks.family import Attack
from tests.signing.attacks.incremental import ISA
from tests.signing.attacks.numbered import NUMBERED
from tests.signing.attacks.old_answers import ANSWERS
from tests.signing.attacks.shadow import SHADOW
from tests.signing.attacks.structure import STRUCTURE
from tests.signing.attacks.universal import USF
from tests.signing.attacks.wrapping import SWA

FAMILIES = (
    ISA, SWA, USF, SHADOW, TRAILING, LOOKS, CERTIFIED, STRUCTURE, ACTIVE, CONTAINER, CERTIFICATES, NUMBERED, EVIDENCE,
    ANSWERS,
)  # fmt: skip
ATTACKS: tuple[Attack, ...] = tuple(one for family in FAMILIES for one in family)
