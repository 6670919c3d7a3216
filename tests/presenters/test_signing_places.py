"""Where a signature will stand, looked for in each file that waits."""

from __future__ import annotations

import sys
from collections import Counter

from desktop.presenters.signing_places import look_for_seal
from signing import place, sign
from signing.appearance import Appearance, trimmed
from signing.software import SoftwareKey
from tests.presenters.signing_office import LEADER, waiting
from tests.signing import pages


def test_the_leaders_signature_is_not_read_digit_by_digit(hoa: SoftwareKey) -> None:
    draft = waiting()
    box = place.find_blocks(draft, LEADER)[0].box
    approved = sign.approve(draft, hoa, Appearance(box, trimmed(pages.handwriting()))).pdf
    calls: Counter[str] = Counter()
    sys.setprofile(lambda frame, event, _: calls.update([frame.f_code.co_qualname] if event == "call" else []))
    try:
        looked = look_for_seal(approved, "digest", LEADER)
    finally:
        sys.setprofile(None)
    assert looked.approved
    assert looked.place is not None
    assert calls["reader"] == 1, "the file is read once"
    assert calls["read_hex_string_from_stream.<locals>.read_tokens"] < 1000
