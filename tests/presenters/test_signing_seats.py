"""The signing desk of a person with several positions: each organ's own stamp, and a batch that keeps its position."""

from __future__ import annotations

from typing import Any, cast

from desktop.office.people import me_from
from desktop.presenters import messages, signing_kept, signing_pictures
from desktop.presenters.signing_pictures import Picture
from local_cache.errors import DiskFull
from signing.software import SoftwareKey
from tests.presenters.signing_bench import Bench, Benches
from tests.presenters.signing_office import MemoryToken, SigningOffice
from tests.presenters.signing_piles import Away, begin, go_on, pile, signed
from tests.signing import pages


def second_position(office: SigningOffice, who: str) -> Any:
    """Another position of the person's in the same organ (kiêm nhiệm); as whom she then acts."""
    person = office.objects["Person"][who]
    seat = {**person["positions"][0], "id": f"{who}-2", "title": "Chủ tịch HĐND"}
    person["positions"] = [*person["positions"], seat]
    return me_from(cast(Any, person), office.me.organ, f"{who}-2")


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

    one.presenter._sign(sign, ("s1",))
    await one.presenter.settled()
    assert asked == []
    assert "vừa đổi" in one.desk.result.text()
    one.presenter._sign(sign, ("s1",))
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


async def sit(one: Bench, me: Any) -> None:
    """Act in this position from now on."""
    one.office.me = me
    one.office.tell("Unit", "Person", "Handling", "Document")
    await one.presenter.settled()


async def test_a_batch_is_gone_on_with_in_its_own_position_alone(bench: Benches, hoa: SoftwareKey) -> None:
    office, token = pile(hoa, 4), Away(hoa)
    first, second = office.me, second_position(office, "hoa")
    one = await bench(office, token)
    await begin(one, "w0", "w1", "w2")
    assert one.desk.result_bar.go_on.isVisible()
    assert len(signed(office)) == 1

    token.gone, token.before = False, lambda n: None
    await sit(one, second)
    assert not one.desk.result_bar.isVisible()
    assert one.desk.result.text() == ""
    await one.presenter.rounds.go_on()
    assert one.pin_dialog() is None
    await begin(one, "w3")
    assert [batch.data["positionId"] for batch in await office.journal.all()] == [
        first.position["id"], second.position["id"]
    ], "what the other position has left to sign stays"  # fmt: skip
    assert "w3" in signed(office)

    await sit(one, first)
    assert one.desk.result.text() == "Lô ký dở: đã ký 1/3 văn bản."
    await go_on(one)
    assert signed(office) == ["w0", "w1", "w2", "w3"]
    seats = {act["subjectId"]: act["positionId"] for act in office.history_acts if act["kind"] == "approve"}
    assert [seats[f"w{n}"] for n in range(4)] == [first.position["id"]] * 3 + [second.position["id"]]


async def test_what_was_signed_in_a_position_that_is_held_no_more_is_listed(bench: Benches, hoa: SoftwareKey) -> None:
    office, token = pile(hoa, 2), MemoryToken(hoa)
    second = second_position(office, "hoa")
    one = await bench(office, token)
    first, act = office.me, office.act
    await sit(one, second)

    async def full(*_args: Any, **_options: Any) -> Any:
        raise DiskFull

    office.act = full  # type: ignore[method-assign]
    await begin(one, "w0")
    office.act = act  # type: ignore[method-assign]
    await sit(one, first)
    assert len(await office.journal.kept()) == 1, "it waits for the position in which it was signed"
    person = office.objects["Person"]["hoa"]
    person["positions"] = person["positions"][:1]
    await sit(one, me_from(cast(Any, person), first.organ))
    assert await signing_kept.settle(office) == 0
    assert [row["reason"]["code"] for row in await office.set_aside()] == ["unknownAuthor"]
    (row,) = await office.set_aside()
    said = messages.of_reason(row["reason"])
    assert "không còn giữ chức vụ" in said
    assert "Làm lại ở chức vụ đang giữ" in said
    assert "Đăng nhập" not in said, "that would help nobody"
    assert await office.journal.kept() == []
