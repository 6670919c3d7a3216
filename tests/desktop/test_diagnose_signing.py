"""Each cause that keeps people from signing is found and explained, in both languages, with what to do."""

from __future__ import annotations

import struct
from collections.abc import Callable, Sequence
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from pathlib import Path
from string import Formatter

import pytest

from desktop import finding_words
from desktop.diagnose_signing import Asked, Scene, examine
from desktop.findings import Finding
from signing import modules
from signing.modules import Module
from signing.problems import ModuleCrashed, ModuleHung, SigningProblem
from signing.readers import Readers
from signing.software import SoftwareKey
from signing.timestamps import TimestampService
from signing.tokens import Agent, Limits, Token, TokenFlags
from signing.trust import Trust
from tests.office import hostile
from tests.office.card_reader import Card, CardReader
from tests.office.hostile import Hostile
from tests.presenters.signing_office import MemoryToken
from tests.signing import pages
from tests.signing.conftest import AGENT, card_agent, leader, pki, reader, readers, served, trust
from tests.signing.office_pki import Pki
from tests.signing.test_card import a_name, seen

__all__ = ["card_agent", "leader", "pki", "reader", "readers", "served", "trust"]

NOW = datetime.now(UTC)
RUNNING = Readers("running", ("Reader 0",), ("Reader 0",))
VENDOR = Module(Path("/vendor/eTPKCS11.dll"), "SafeNet", "known", True, 64)


def scene(*tokens: Token, **more: object) -> Scene:
    """A good machine with these tokens; ``more`` is what is wrong with it."""
    good = Scene(
        readers=lambda: RUNNING, asked=[Asked(VENDOR, lambda: tokens)], mine=None, trust=lambda: None,
        timestamps=None, offset=timedelta(seconds=2), now=NOW,
    )  # fmt: skip
    return replace(good, **more)  # type: ignore[arg-type]


def codes(found: Sequence[Finding]) -> dict[str, str]:
    return {finding.code: finding.level for finding in found}


def token(key: SoftwareKey, **flags: bool) -> Token:
    (made,) = MemoryToken(key, pages.LEADER, TokenFlags(**flags)).list()
    return made


def raising(problem: SigningProblem) -> Callable[[], Sequence[Token]]:
    def ask() -> Sequence[Token]:
        raise problem

    return ask


def test_every_code_speaks_both_languages_and_says_what_to_do() -> None:
    for code, (vi, en) in finding_words.WORDS.items():
        values = {name: "x" for _, name, _, _ in Formatter().parse(vi + en) if name}
        assert finding_words.sentence(code, values, "vi") == vi.format_map(values)
        assert finding_words.sentence(code, values, "en") == en.format_map(values)
        assert code == "moduleProblem" or (vi.endswith((".", "{sentence}")) and en.endswith(".")), code


@pytest.mark.parametrize(
    ("state", "code", "level"),
    [
        (Readers("stopped"), "serviceStoppedLinux", "problem"),
        (Readers("none"), "noReaderLibrary", "note"),
        (Readers("running"), "noReader", "note"),
        (RUNNING, "readersRunning", "ok"),
    ],
)
def test_the_service_and_the_readers(state: Readers, code: str, level: str) -> None:
    found = codes(examine(scene(readers=lambda: state)))
    assert found[code] == level
    assert found["noToken"] == "note"


def test_windows_names_its_own_service(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("sys.platform", "win32")
    (said,) = [one for one in examine(scene(readers=lambda: Readers("stopped"))) if one.part == "readers"]
    assert "services.msc" in said.text
    assert "SCardSvr" in said.text


def test_a_32_bit_driver_is_a_problem_alone_and_none_beside_its_sister(leader: SoftwareKey) -> None:
    old = Module(Path("/SysWOW64/eTPKCS11.dll"), "SafeNet", "known", False, 32)
    alone = codes(examine(scene(asked=[Asked(old, lambda: ())])))
    assert alone["wrongWordSize"] == "problem"
    both = codes(examine(scene(asked=[Asked(old, lambda: ()), Asked(VENDOR, lambda: (token(leader),))])))
    assert both["wrongWordSize"] == "ok"
    assert struct.calcsize("P") == 8


def test_bad_drivers_are_named_and_hide_no_other(leader: SoftwareKey) -> None:
    asked = [
        Asked(replace(VENDOR, vendor="bit4id"), raising(ModuleCrashed())),
        Asked(replace(VENDOR, vendor="FPT-CA"), raising(ModuleHung())),
        Asked(VENDOR, lambda: (token(leader),)),
    ]
    found = examine(scene(asked=asked))
    assert codes(found)["moduleCrashed"] == codes(found)["moduleHung"] == "problem"
    assert codes(found)["tokenFound"] == "ok"
    assert any(one.text.startswith("bit4id: ") for one in found)
    assert codes(examine(scene(asked=[])))["noModule"] == "note"


@pytest.mark.parametrize(
    ("flags", "code", "level"),
    [
        ({"locked": True}, "pinLocked", "problem"),
        ({"final_try": True}, "pinFinalTry", "note"),
        ({"pin_count_low": True}, "pinLow", "note"),
        ({"pin_set": False}, "pinNotSet", "problem"),
        ({"change_pin_first": True}, "pinExpired", "problem"),
    ],
)
def test_the_pin(leader: SoftwareKey, flags: dict[str, bool], code: str, level: str) -> None:
    assert codes(examine(scene(token(leader, **flags))))[code] == level


def test_the_certificate(pki: Pki, trust: Trust, leader: SoftwareKey) -> None:
    trusted = scene(trust=lambda: trust)

    def of(key: SoftwareKey, **more: object) -> dict[str, str]:
        asked = [Asked(VENDOR, lambda: (token(key),))]
        return codes(examine(replace(trusted, asked=asked, **more)))  # type: ignore[arg-type]

    assert of(leader)["certificateGood"] == "ok"
    assert of(pki.issue("A", start=NOW - timedelta(9), end=NOW - timedelta(1)))["certificateExpired"] == "problem"
    assert of(pki.issue("A", start=NOW + timedelta(1)))["certificateNotYetValid"] == "problem"
    assert of(pki.issue("A", end=NOW + timedelta(20)))["certificateEndsSoon"] == "note"
    assert of(pki.issue("A", usage=(False, False)))["certificateUnfit"] == "problem"
    revoked = pki.issue("A")
    pki.revoke(revoked)
    assert of(revoked)["certificateRevoked"] == "problem"
    assert of(leader, mine=frozenset({"another"}))["certificateNotYours"] == "note"
    stranger = Trust((), ())
    assert of(leader, trust=lambda: stranger)["issuerUnknown"] == "note"
    pki.silent.add("ocsp")
    assert of(leader)["revocationUnknown"] == "note"


def test_a_certificate_without_its_key_and_a_token_without_anything(leader: SoftwareKey) -> None:
    whole = token(leader)
    keyless = replace(whole, certificates=tuple(replace(one, has_key=False) for one in whole.certificates))
    assert codes(examine(scene(keyless)))["keyMissing"] == "problem"
    assert codes(examine(scene(replace(whole, certificates=()))))["noCertificate"] == "problem"
    assert codes(examine(scene(replace(whole, certificates=(), failed="DeviceError"))))["tokenUnreadable"] == "problem"


def test_roots_services_and_the_clock(pki: Pki, trust: Trust) -> None:
    stamps = TimestampService(pki.url + "/tsa", timeout=5)
    found = codes(examine(scene(trust=lambda: trust, timestamps=stamps)))
    assert (found["rootsFound"], found["timestampWorks"], found["clockRight"]) == ("ok", "ok", "ok")
    pki.silent.add("tsa")
    found = codes(examine(scene(timestamps=stamps, offset=timedelta(minutes=-7))))
    assert (found["noRoots"], found["timestampUnreachable"]) == ("note", "note")
    assert found["clockWrong"] == "problem"
    stamps.close()
    assert codes(examine(scene()))["noTimestampService"] == "note"


def test_what_no_look_can_show_is_explained() -> None:
    assert {"hintPlace", "hintEachTime", "hintUnknown"} <= set(codes(examine(scene())))


def test_a_real_card_that_asks_each_time(reader: CardReader, card_agent: Agent, leader: SoftwareKey) -> None:
    reader.insert(Card({"9c": leader}, a_name()))
    seen(card_agent)
    found = codes(examine(scene(asked=[Asked(modules.at(reader.module), card_agent.list)])))
    assert found["asksEachTime"] == "note"
    assert found["moduleWorks"] == "ok"


@pytest.mark.expects_log("module hung")
def test_a_driver_that_hangs_is_said_so_in_time(tmp_path: Path, leader: SoftwareKey) -> None:
    module = Hostile(hostile.build(tmp_path), tmp_path, leader.certificate)
    module.do("hang:C_GetSlotList")
    with Agent(module.library, environment=module.environment, command=AGENT, limits=Limits(load=1.5, list=0)) as agent:
        found = codes(examine(scene(asked=[Asked(modules.at(module.library), agent.list)])))
    assert found["moduleHung"] == "problem"
