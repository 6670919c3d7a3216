"""One signing under a token at a time, and none twice: beside a directive, on a full disk, over a lock."""

from __future__ import annotations

from signing.software import SoftwareKey
from tests.presenters.signing_office import MemoryToken
from tests.presenters.test_signing_batch import Away, begin, go_on, pile, signed
from tests.presenters.test_signing_desk import Benches, agent, bench, hoa, hsm
from tests.signing.conftest import pki, served, trust

__all__ = ["agent", "bench", "hoa", "hsm", "pki", "served", "trust"]


async def test_a_directive_leaves_the_desks_batch_to_be_gone_on_with(bench: Benches, hoa: SoftwareKey) -> None:
    office, token = pile(hoa, 4), Away(hoa)
    one = await bench(office, token, width=1)
    await begin(one, "w0", "w1", "w2", "w3")
    token.gone, token.before = False, lambda n: None
    batch = await office.journal.begin("direct", "x", [("h0", {"kind": "direct"})], {"organId": "anphu"}, alone=True)
    await office.journal.end(batch)
    await one.tokens.look()
    await go_on(one)
    assert token.signed == office.asked.count("approve") == 4
    assert signed(office) == ["w0", "w1", "w2", "w3"]


async def test_nothing_is_signed_while_a_directive_is(bench: Benches, hoa: SoftwareKey) -> None:
    office, token = pile(hoa, 1), MemoryToken(hoa)
    one = await bench(office, token)
    directive = object()
    assert one.tokens.take(directive)
    one.desk.queue.queue.check(("w0",), on=True)
    one.desk.sign_button.click()
    await one.presenter.settled()
    assert one.pin_dialog() is None
    assert "ý kiến chỉ đạo" in one.desk.result.text()
    one.tokens.give_back()
    await begin(one, "w0")
    assert signed(office) == ["w0"]
    assert one.tokens.take(directive), "the batch has logged out, and stands in nobody's way"
