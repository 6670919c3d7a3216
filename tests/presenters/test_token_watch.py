"""Tokens come and go in real readers, beside modules that hang: noticed within two seconds, none asked needlessly."""

from __future__ import annotations

import asyncio
import time
from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from pathlib import Path
from uuid import uuid4

import pytest
from asn1crypto import x509

from desktop.lanes import Lanes
from desktop.presenters.key_sources import AgentSource
from desktop.presenters.token_watch import TokenWatch
from desktop.presenters.tokens import Tokens, TokenState
from signing.problems import CertificateChainBroken, CertificateRevoked, ModuleHung, ModuleWrongSize, SigningProblem
from signing.readers import CardWatch, Readers
from signing.software import SoftwareKey
from signing.standing import check_certificate
from signing.tokens import Agent, Token, TokenCertificate
from signing.trust import Trust
from tests.office import hostile
from tests.office.card_reader import Card, CardReader
from tests.office.hostile import Hostile
from tests.presenters.signing_office import LEADER, MemoryToken, SigningOffice, bound
from tests.signing.conftest import AGENT
from tests.signing.office_pki import Pki
from widgets.theme import Tone

WITHIN = 2.0
"""Seconds within which a card is noticed."""


@pytest.fixture(scope="session")
def library(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return hostile.build(tmp_path_factory.mktemp("hostile"))


@pytest.fixture
def hanging(library: Path, tmp_path: Path, hoa: SoftwareKey) -> Iterator[Agent]:
    module = Hostile(library, tmp_path, hoa.certificate)
    module.do("hang:C_GetSlotList")
    with Agent(library, environment=module.environment, command=AGENT) as made:
        yield made


class Heard:
    """What the top bar was told, waited for by the event of being told."""

    def __init__(self, tokens: Tokens) -> None:
        self._told = asyncio.Event()
        self.last: TokenState | None = None
        tokens.subscribe(self._take)

    def _take(self, state: TokenState) -> None:
        self.last = state
        self._told.set()

    async def until(self, good: Callable[[TokenState], bool], seconds: float = 20.0) -> float:
        """Seconds until it was told so."""
        began = time.monotonic()
        async with asyncio.timeout(seconds):
            while self.last is None or not good(self.last):
                self._told.clear()
                await self._told.wait()
        return time.monotonic() - began


async def test_a_card_is_noticed_though_another_module_hangs(
    lanes: Lanes, hoa: SoftwareKey, reader: CardReader, hanging: Agent
) -> None:
    card = AgentSource(Agent(reader.module, environment=reader.environment, command=AGENT), through_readers=True)
    tokens = Tokens(
        bound(hoa), lanes, [AgentSource(hanging), card],
        readers=lambda changed: CardWatch(changed, command=AGENT, environment=reader.environment),
    )  # fmt: skip
    heard = Heard(tokens)
    tokens.watch(True)
    try:
        mine, waited, gone = f"Ký số: {LEADER}", WITHIN, WITHIN
        for _ in range(2):
            reader.insert(Card({"9a": hoa}, "noticed"))
            waited = await heard.until(lambda state: state.text == mine)
            reader.remove()
            gone = await heard.until(lambda state: state.text != mine)
        # The first time the driver's process itself had to begin.
        assert waited < WITHIN
        assert gone < WITHIN
    finally:
        began = time.monotonic()
        await tokens.close()
    assert time.monotonic() - began < 4, "a module that hangs does not keep the program from ending"


async def test_a_token_that_no_reader_tells_of_is_noticed_just_as_soon(lanes: Lanes, hoa: SoftwareKey) -> None:
    token = MemoryToken(hoa)
    tokens = Tokens(bound(hoa), lanes, [token])
    heard = Heard(tokens)
    tokens.watch(True)
    mine = f"Ký số: {LEADER}"
    await heard.until(lambda state: state.text == mine)
    token.gone = True  # right after a look, so that the whole pause is still to come
    assert await heard.until(lambda state: state.text != mine) < WITHIN
    await tokens.close()


class Told:
    """What is known of the readers, set by the test."""

    def __init__(self, *holding: str) -> None:
        self.readers: Readers | None = Readers("running", ("Reader 0", "Reader 1"), holding)

    def start(self) -> None: ...

    def now(self) -> Readers | None:
        return self.readers

    def close(self) -> None: ...


class Counted(MemoryToken):
    """A source that counts how often it is asked, and may be broken."""

    through_readers = True

    def __init__(self, key: SoftwareKey, name: str, reader: str = "") -> None:
        super().__init__(key)
        self.name = name
        self.asked = 0
        self.broken: SigningProblem | None = None
        self._reader = reader

    def list(self) -> list[Token]:
        self.asked += 1
        if self.broken is not None:
            raise self.broken
        return [replace(one, reader=self._reader) for one in super().list()]


async def test_no_card_no_question_and_no_driver_is_loaded(hoa: SoftwareKey) -> None:
    told, source = Told(), Counted(hoa, "one", "Reader 0")
    watch = TokenWatch([source], lambda: None, told)
    await watch.ask()
    assert source.asked == 0
    told.readers = Readers("running", ("Reader 0",), ("Reader 0",))
    await watch.ask()
    assert [token.serial for _, token in watch.found()] == ["0042"]
    told.readers = Readers("running", ("Reader 0",), ())
    await watch.ask()
    assert not list(watch.found())
    assert source.asked == 1
    told.readers = None  # nothing is known: it is asked
    await watch.ask()
    assert source.asked == 2
    await watch.close()


async def test_the_driver_that_served_last_is_asked_first_and_others_only_for_other_cards(hoa: SoftwareKey) -> None:
    told = Told("Reader 0")
    first, second = Counted(hoa, "first", "Reader 0"), Counted(hoa, "second", "Reader 1")
    watch = TokenWatch([second, first], lambda: None, told)
    watch.put_first(first)
    await watch.ask()
    assert (first.asked, second.asked) == (1, 0)
    told.readers = Readers("running", ("Reader 0", "Reader 1"), ("Reader 0", "Reader 1"))
    await watch.ask()
    assert (first.asked, second.asked) == (2, 1)
    await watch.close()


async def test_a_card_that_shows_one_driver_nothing_is_shown_to_the_others(hoa: SoftwareKey) -> None:
    """OpenSC lists many a vendor's card without being able to read it."""

    class Blind(Counted):
        def list(self) -> list[Token]:
            return [replace(one, certificates=()) for one in super().list()]

    blind, vendors = Blind(hoa, "opensc", "Reader 0"), Counted(hoa, "vendor", "Reader 0")
    watch = TokenWatch([blind, vendors], lambda: None, Told("Reader 0"))
    await watch.ask()
    assert [source.name for source, token in watch.found() if token.certificates] == ["vendor"]
    await watch.close()


async def test_a_bad_module_rests_before_it_is_asked_again(hoa: SoftwareKey) -> None:
    now = {"now": 0.0}
    source = Counted(hoa, "bad")
    source.broken = ModuleHung()
    watch = TokenWatch([source], lambda: None, None, lambda: now["now"])
    asked = []
    for moment in (0.0, 2.0, 9.0, 11.0, 13.0, 30.0, 32.0):
        now["now"] = moment
        await watch.ask()
        asked.append(source.asked)
    assert asked == [1, 1, 1, 2, 2, 2, 3], "ten seconds, then twenty"
    await watch.ask(again=True)
    assert source.asked == 4, "unless a person asks for it"
    source.broken = None
    await watch.ask(again=True)
    assert watch.problem is None
    await watch.close()


async def test_one_certificate_behind_two_drivers_is_one(lanes: Lanes, hoa: SoftwareKey) -> None:
    tokens = Tokens(bound(hoa), lanes, [Counted(hoa, "vendor"), Counted(hoa, "opensc")])
    await tokens.look()
    assert [one.source.name for one in tokens.candidates] == ["vendor"]
    await tokens.close()


async def test_a_32_bit_driver_is_explained_and_not_loaded(lanes: Lanes, hoa: SoftwareKey) -> None:
    source = AgentSource(Agent("/nowhere/bit4xpki.dll", command=["/nowhere/never-started"]), fits=False)
    with pytest.raises(ModuleWrongSize):
        source.list()
    tokens = Tokens(bound(hoa), lanes, [source])
    await tokens.look()
    assert (tokens.state.text, tokens.state.tone) == ("Ký số: cần trình điều khiển 64 bit", Tone.WARN)
    assert "32 bit" in tokens.state.hint
    await tokens.close()


# -- certificates --------------------------------------------------------------------------------------------------


async def test_what_may_not_sign_is_shown_with_its_reason_and_not_used(
    lanes: Lanes, hoa: SoftwareKey, pki: Pki, trust: Trust
) -> None:
    now = datetime.now(UTC)
    kinds = {
        "đã hết hạn": pki.issue(LEADER, start=now - timedelta(days=400), end=now - timedelta(days=1)),
        "có hiệu lực từ": pki.issue(LEADER, start=now + timedelta(days=1)),
        "thu hồi": pki.issue(LEADER),
    }
    pki.revoke(kinds["thu hồi"])
    office = SigningOffice("hoa")
    office.objects["Person"]["hoa"]["certificates"] = [_digest(key) for key in (hoa, *kinds.values())]
    sources = [MemoryToken(key) for key in (hoa, *kinds.values())]

    def standing(certificate: TokenCertificate, chain: tuple[bytes, ...]) -> SigningProblem | None:
        try:
            issuers = [x509.Certificate.load(one) for one in chain]
            check_certificate(x509.Certificate.load(certificate.der), trust, issuers=issuers)
        except SigningProblem as problem:
            return problem
        return None

    tokens = Tokens(office, lanes, sources, standing=standing)
    await tokens.look()
    await tokens.ask_standing()
    refusals = {_of(choice.key): choice.refusal for choice in tokens.choices("approve")}
    for words, key in kinds.items():
        assert words in refusals[_digest(key)]
    assert refusals[_digest(hoa)] == ""
    assert [one.certificate.digest for one in tokens.usable("approve")] == [_digest(hoa)]
    assert tokens.state.tone is Tone.GOOD, "the one that can be used is spoken of"
    await tokens.close()


def _digest(key: SoftwareKey) -> str:
    from signing.trust import digest_of

    return digest_of(key.certificate)


def _of(key: str) -> str:
    return key.split("/")[1]


async def test_a_certificates_standing_is_asked_anew_each_time_the_tokens_are_shown(
    lanes: Lanes, hoa: SoftwareKey
) -> None:
    told: list[SigningProblem | None] = [CertificateChainBroken(), None, CertificateRevoked()]
    tokens = Tokens(bound(hoa), lanes, [MemoryToken(hoa)], standing=lambda certificate, chain: told.pop(0))
    await tokens.look()
    said = []
    for _ in range(3):
        await tokens.ask_standing()
        said.append(tokens.choices("approve")[0].refusal)
    assert "Chuỗi chứng thư không đúng" in said[0]
    assert said[1] == "", "the administrator has put it right"
    assert "thu hồi" in said[2]
    await tokens.close()


async def test_a_certificate_without_its_key_is_said_so(lanes: Lanes, hoa: SoftwareKey) -> None:
    class Keyless(MemoryToken):
        def list(self) -> list[Token]:
            (token,) = super().list()
            return [replace(token, certificates=tuple(replace(one, has_key=False) for one in token.certificates))]

    tokens = Tokens(bound(hoa), lanes, [Keyless(hoa)])
    await tokens.look()
    assert "không có khóa bí mật" in tokens.choices("approve")[0].refusal
    assert tokens.settled_choice("approve") is None
    await tokens.close()


async def test_the_end_of_a_certificate_is_announced_once_a_day(lanes: Lanes, hoa: SoftwareKey) -> None:
    ends = x509.Certificate.load(hoa.certificate).not_valid_after
    clock = {"now": ends - timedelta(days=31)}
    said: list[str] = []
    office = bound(hoa)

    async def opened() -> None:
        tokens = Tokens(office, lanes, [MemoryToken(hoa)], clock=lambda: clock["now"], announce=said.append)
        await tokens.look()
        await tokens.look()
        await tokens.close()

    await opened()
    assert said == [], "a month ahead, not sooner"
    clock["now"] = ends - timedelta(days=29)
    await opened()
    await opened()
    assert len(said) == 1
    assert "còn 29 ngày" in said[0]
    clock["now"] += timedelta(days=1)
    await opened()
    assert len(said) == 2


async def test_what_served_is_remembered(lanes: Lanes, hoa: SoftwareKey) -> None:
    office = bound(hoa)
    name = uuid4().hex
    tokens = Tokens(office, lanes, [Counted(hoa, name)])
    await tokens.look()
    await tokens.close()
    other = Counted(hoa, "other")
    other.gone = True
    again = Tokens(office, lanes, [other, Counted(hoa, name)])
    await again.look()
    assert [source.name for source in again._watch.sources] == [name, "other"]
    await again.close()
