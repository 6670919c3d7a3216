"""The signing desk of a person with several positions: each organ's own stamp, and a batch that keeps its position."""

from __future__ import annotations

from typing import Any, cast

from desktop.office.people import me_from
from desktop.presenters import signing_pictures
from desktop.presenters.signing_pictures import Picture
from signing.software import SoftwareKey
from tests.presenters.signing_bench import Bench, Benches
from tests.presenters.signing_office import MemoryToken, SigningOffice
from tests.presenters.test_signing_batch import begin, pile, signed
from tests.signing import pages


def other_seat(office: SigningOffice, who: str, **organ: Any) -> Any:
    """A second position of the person, in an organ of its own; as whom she then acts."""
    units, person = office.objects["Unit"], office.objects["Person"][who]
    other = {**units[office.me.organ_id], "id": "org2", "organId": "org2", "name": "Ủy ban Kiểm tra", **organ}
    units["org2"] = other
    seat = {**person["positions"][0], "id": f"{who}-2", "unitId": "org2", "organId": "org2"}
    person["positions"] = [*person["positions"], seat]
    return me_from(cast(Any, person), cast(Any, other), f"{who}-2")


async def keeper_of_two(bench: Benches, hoa: SoftwareKey) -> tuple[Bench, Any]:
    """A clerk who keeps the seals of two organs, of which one has its stamp on this machine."""
    office = SigningOffice("mai")
    own = office.objects["Unit"][office.me.organ_id]
    own["sealKeepers"] = ["mai"]
    other = other_seat(office, "mai", sealKeepers=["mai"], stampMillimetres=30)
    stamp = Picture("s1", own["id"], "stamp", "Dấu của cơ quan", pages.stamp(), 36.0, default=True)
    await signing_pictures.keep(office, stamp)
    return await bench(office, MemoryToken(hoa)), other


async def test_a_change_of_seat_takes_the_other_organs_stamp(bench: Benches, hoa: SoftwareKey) -> None:
    one, other = await keeper_of_two(bench, hoa)
    assert one.presenter.chosen.of("seal").chosen == "s1"
    one.office.me = other
    one.office.tell("Unit", "Person", "Handling", "Document")
    await one.presenter.settled()
    assert one.presenter.chosen.of("seal").chosen == "office"
    assert one.presenter.chosen.of("seal").data is None
    size = one.presenter._looks.size["seal"]
    assert size is not None
    assert size.width == 30


async def test_nothing_is_signed_with_a_picture_that_is_another_since(bench: Benches, hoa: SoftwareKey) -> None:
    one, _ = await keeper_of_two(bench, hoa)
    await signing_pictures.forget(one.office, "s1")
    asked: list[str] = []

    async def sign() -> None:
        asked.append("sign")

    one.presenter._sign(sign)
    await one.presenter.settled()
    assert asked == []
    assert "vừa đổi" in one.desk.result.text()
    one.presenter._sign(sign)
    await one.presenter.settled()
    assert asked == ["sign"]


async def test_a_seat_changed_while_the_batch_runs_loses_nothing_that_was_signed(
    bench: Benches, hoa: SoftwareKey
) -> None:
    office, token = pile(hoa, 6), MemoryToken(hoa)
    other = other_seat(office, "hoa")
    one = await bench(office, token, width=4)

    def before(number: int) -> None:
        if number == 2:
            office.me = other

    token.before = before
    await begin(one, *(f"w{n}" for n in range(6)))
    assert token.signed == len(signed(office)) > 1, "what the token signed has gone, in the position it was signed in"
