"""Modules that hang, crash, leak and lie, each in its agent: a message, soon, and nothing else comes to harm."""

from __future__ import annotations

import contextlib
from collections.abc import Iterator
from pathlib import Path

import psutil
import pytest
from pkcs11 import exceptions

from signing import problems
from signing.driver import Module
from signing.problems import SigningProblem
from signing.sentences import sentence
from signing.software import SoftwareKey
from signing.tokens import Agent, Limits, Token
from tests.office import hostile
from tests.office.hostile import Hostile
from tests.signing.conftest import AGENT

SHORT = Limits(load=10.0, list=0.0, login=5.0, keypad=5.0, sign=5.0)
PIN = "123456"


@pytest.fixture(scope="module")
def library(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return hostile.build(tmp_path_factory.mktemp("hostile"))


@pytest.fixture
def module(library: Path, tmp_path: Path, leader: SoftwareKey) -> Hostile:
    return Hostile(library, tmp_path, leader.certificate)


@pytest.fixture
def agent(module: Hostile) -> Iterator[Agent]:
    with Agent(module.library, environment=module.environment, command=AGENT, limits=SHORT) as made:
        yield made


def only(agent: Agent) -> Token:
    (token,) = agent.list()
    return token


def whole(agent: Agent) -> None:
    """A batch of one signature, from the first look to the last step."""
    token = only(agent)
    agent.login(token.serial, PIN)
    assert len(agent.sign(token.serial, token.certificates[0].digest, b"x", "rsaPkcs1")) == 256


def test_left_alone_it_behaves(agent: Agent, leader: SoftwareKey) -> None:
    token = only(agent)
    assert (token.serial, token.label, token.reader) == ("H0001", "Hostile token", "Hostile reader")
    assert token.pin_lengths == (6, 8)
    assert token.certificates[0].der == leader.certificate
    whole(agent)


@pytest.mark.expects_log("module hung", "module crashed")
@pytest.mark.parametrize("deed", ["hang", "crash"])
def test_it_hangs_or_crashes_at_each_step(module: Hostile, library: Path, deed: str) -> None:
    expected = problems.ModuleHung if deed == "hang" else problems.ModuleCrashed
    limits = Limits(load=0.8, list=0.0, login=0.8, keypad=0.8, sign=0.8)
    for step in ("C_Initialize", "C_GetSlotList", "C_OpenSession", "C_Login", "C_Sign"):
        module.do(f"{deed}:{step}")
        with Agent(module.library, environment=module.environment, command=AGENT, limits=limits) as agent:
            if step != "C_Initialize":
                module.do("")
                _started(agent)
                module.do(f"{deed}:{step}")
            with pytest.raises(expected):
                whole(agent)
            left = [one for one in psutil.process_iter(["cmdline"]) if str(library) in (one.info["cmdline"] or [])]
            assert not left, f"what stopped at {step} has been ended"
            module.do("")
            _started(agent)
            whole(agent)


def _started(agent: Agent) -> None:
    """The process is there: what is measured from now on is the module's time, not the interpreter's."""
    for _ in range(20):
        with contextlib.suppress(problems.ModuleHung):
            agent.describe()
            return
    raise AssertionError("the agent does not start")


@pytest.mark.parametrize("words", ["slots:absurd", "slots:negative"])
def test_counts_that_cannot_be_are_a_message(agent: Agent, module: Hostile, words: str) -> None:
    module.do(words)
    with pytest.raises(problems.ModuleAbsurd):
        agent.list()
    module.do("")
    whole(agent)


def test_certificates_that_are_none_are_passed_over(agent: Agent, module: Hostile) -> None:
    for words in ("garbage", "empty", "endless garbage", "endless empty"):
        module.do(words)
        assert only(agent).certificates == (), words
    module.do("huge")
    assert only(agent).failed == "MemoryError", "one that lies hides no other"


def test_endless_objects_end(agent: Agent, module: Hostile) -> None:
    module.do("endless")
    assert 0 < len(only(agent).certificates) <= 64


def test_slots_are_counted_and_told_apart(agent: Agent, module: Hostile) -> None:
    module.do("slots:5000")
    assert len(agent.list()) == 64, "thousands are not all asked"
    module.do("slots:40 twins")
    whole(agent)  # one token in many slots is one
    module.do("vanish")
    with pytest.raises(problems.TokenFailed):
        agent.list()  # slots that vanish between two questions


def test_what_it_says_of_its_token_is_taken_with_care(agent: Agent, module: Hostile) -> None:
    module.do("letters")
    token = only(agent)
    assert token.label.startswith("�"), "words that are no text are shown as far as they are"
    assert token.certificates
    module.do("lies")
    assert only(agent).pin_lengths == (0, 0), "counts below nothing are not believed"


def test_a_leak_is_bounded_and_starts_afresh(module: Hostile) -> None:
    module.do("leak:30")
    processes = set()
    with Agent(module.library, environment=module.environment, command=AGENT, limits=Limits(memory=200 << 20)) as agent:
        for _ in range(10):
            assert agent.list()
            if agent._process is not None:
                processes.add(agent._process.pid)
    assert len(processes) > 1, "one that has grown was ended and another begun"


@pytest.mark.expects_log("module crashed")
def test_a_leak_that_knows_no_bounds_fails_alone(agent: Agent, module: Hostile) -> None:
    module.do("leak:1500")
    with pytest.raises(SigningProblem):
        agent.list()
    module.do("")
    whole(agent)


# -- what the module answers, as problems with words -----------------------------------------------------------

ANSWERS: tuple[tuple[str, int, type[SigningProblem]], ...] = (
    ("C_Login", 0xA0, problems.PinWrong),
    ("C_Login", 0xA2, problems.PinWrong),
    ("C_Login", 0xA3, problems.PinExpired),
    ("C_Login", 0xA4, problems.PinLocked),
    ("C_Login", 0x50, problems.PinCancelled),
    ("C_Login", 0x102, problems.PinNotSet),
    ("C_Login", 0x104, problems.TokenBusy),
    ("C_Login", 0x32, problems.TokenRemoved),
    ("C_Login", 0xE0, problems.TokenRemoved),
    ("C_Sign", 0x30, problems.TokenFailed),
    ("C_Sign", 0x32, problems.TokenRemoved),
    ("C_Sign", 0xA4, problems.PinLocked),
    ("C_SignInit", 0x70, problems.MechanismMissing),
    ("C_Sign", 0x200, problems.PinCancelled),
)


def test_each_answer_has_its_own_problem(agent: Agent, module: Hostile) -> None:
    for step, answer, expected in ANSWERS:
        module.do("")
        token = only(agent)
        module.do(f"fail:{step}:{answer:x}")
        with pytest.raises(SigningProblem) as caught:
            _log_in_and_sign(agent, token)
        assert type(caught.value) is expected, (step, hex(answer))


def _log_in_and_sign(agent: Agent, token: Token) -> None:
    agent.login(token.serial, PIN)
    agent.sign(token.serial, token.certificates[0].digest, b"x", "rsaPkcs1")


def test_every_error_of_the_library_has_a_problem_with_words() -> None:
    module = object.__new__(Module)
    module._open = {}
    module._present = lambda serial: False
    for kind in vars(exceptions).values():
        if isinstance(kind, type) and issubclass(kind, exceptions.PKCS11Error):
            problem = module._problem(kind(), "serial")
            for language in ("vi", "en"):
                assert sentence(problem.code, language, problem.args_map) != problem.code, kind


def test_a_key_that_is_missing_is_said_so(agent: Agent, module: Hostile) -> None:
    module.do("keyless")
    token = only(agent)
    with pytest.raises(problems.KeyMissing):
        _log_in_and_sign(agent, token)


# -- the token's own keypad --------------------------------------------------------------------------------------


def test_a_keypad_asks_at_login_and_at_each_signature(agent: Agent, module: Hostile) -> None:
    module.do("keypad always")
    token = only(agent)
    assert token.flags.protected_path
    agent.login(token.serial, None)
    digest = token.certificates[0].digest
    with pytest.raises(problems.PinNeeded):
        agent.sign(token.serial, digest, b"x", "rsaPkcs1")
    assert len(agent.sign(token.serial, digest, b"x", "rsaPkcs1", keypad=True)) == 256
    agent.change_pin(token.serial, None, None)


def test_the_pin_is_changed_once_and_its_length_is_kept_to(agent: Agent) -> None:
    serial = only(agent).serial
    with pytest.raises(problems.PinUnfit) as caught:
        agent.change_pin(serial, PIN, "12345")
    assert dict(caught.value.args_map) == {"least": 6, "most": 8}
    with pytest.raises(problems.PinWrong):
        agent.change_pin(serial, "000000", "654321")
    agent.change_pin(serial, PIN, "654321")
    with pytest.raises(problems.PinWrong):
        agent.login(serial, PIN)
    agent.login(serial, "654321")


def test_a_refused_change_says_why(agent: Agent, module: Hostile) -> None:
    serial = only(agent).serial
    for answer, expected in (
        (0xE2, problems.PinChangeRefused), (0x54, problems.PinChangeRefused), (0xA1, problems.PinUnfit),
        (0xA4, problems.PinLocked),
    ):  # fmt: skip
        module.do(f"fail:C_SetPIN:{answer:x}")
        with pytest.raises(expected):
            agent.change_pin(serial, PIN, "654321")
