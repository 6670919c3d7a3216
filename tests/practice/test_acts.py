"""Acts over the wire: once each, in order, numbered without doubles, told to those whom they concern."""
from __future__ import annotations

from tests.practice.conftest import Visitor
from tests.practice.little import CLERK, INCOMING, act


def test_receive_gives_the_next_number_of_the_paper_book(mai: Visitor) -> None:
    result = mai.act(act("receive", CLERK, "side-1", {"registerId": INCOMING, "number": None}))
    assert result["outcome"] == "accepted"
    side = mai.get("Handling", "side-1")
    assert side is not None
    assert (side["state"], side["arrivalNumber"]) == ("toHandle", 44)
    register = mai.get("Register", INCOMING)
    assert register is not None
    assert (register["last"], register["gaps"], register["revision"]) == (44, [42], 2)
