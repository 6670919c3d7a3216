"""Tokens in their agent process: what is found, what goes wrong, and that nothing takes the parent down."""

from __future__ import annotations

import hashlib
import subprocess
import sys
import threading
from pathlib import Path
from typing import Any

import psutil
import pytest
from asn1crypto import x509
from pkcs11 import Attribute, KeyType

from signing import problems, sign
from signing.appearance import Appearance
from signing.driver import Module, _Open
from signing.problems import SigningProblem
from signing.software import SoftwareKey
from signing.tokens import Agent, Limits, Token, TokenKey
from signing.trust import Trust
from signing.validation import validate
from tests.signing import pages
from tests.signing.conftest import AGENT, PIN, Hsm
from tests.signing.office_pki import Pki


def _only(agent: Agent) -> Token:
    (token,) = agent.list()
    return token


def test_no_token(agent: Agent) -> None:
    assert list(agent.list()) == []


def test_lists_what_is_on_a_token(hsm: Hsm, agent: Agent, leader: SoftwareKey, pki: Pki) -> None:
    serial = hsm.add("leader", leader, authorities=(pki.ca.der,))
    token = _only(agent)
    assert (token.serial, token.label) == (serial, "leader")
    assert not token.flags.locked
    assert not token.logged_in
    (own,) = token.signing_certificates
    assert own.der == leader.certificate
    assert own.subject == pages.LEADER
    assert own.issuer == "CA cơ quan Đảng thử nghiệm"
    assert len(token.certificates) == 2


@pytest.mark.parametrize("pss", [False, True])
def test_signs_a_batch_with_one_login(
    hsm: Hsm, agent: Agent, leader: SoftwareKey, trust: Trust, pki: Pki, pss: bool
) -> None:
    hsm.add("leader", leader, authorities=(pki.ca.der,))
    token = _only(agent)
    key = TokenKey.of(agent, token, token.signing_certificates[0])
    agent.login(token.serial, PIN)
    for i in range(3):
        signed = sign.approve(pages.draft(number=f"Số {i + 1}-TB/ĐU"), key, options=sign.Options(prefer_pss=pss))
        assert validate(signed.pdf, trust).verdict == "valid"
    assert _only(agent).logged_in
    agent.logout(token.serial)
    with pytest.raises(problems.PinNeeded):
        sign.approve(pages.draft(), key)


def test_signs_with_a_curve(hsm: Hsm, agent: Agent, curve: SoftwareKey, trust: Trust, pki: Pki) -> None:
    hsm.add("curve", curve, authorities=(pki.ca.der,))
    token = _only(agent)
    agent.login(token.serial, PIN)
    key = TokenKey.of(agent, token, token.signing_certificates[0])
    assert validate(sign.approve(pages.draft(), key).pdf, trust).verdict == "valid"


def test_two_tokens_are_told_apart(hsm: Hsm, agent: Agent, leader: SoftwareKey, agency: SoftwareKey, pki: Pki) -> None:
    hsm.add("leader", leader)
    hsm.add("agency", agency)
    found = {token.label: token for token in agent.list()}
    agent.login(found["agency"].serial, PIN)
    certificate = found["agency"].signing_certificates[0]
    assert agent.sign(found["agency"].serial, certificate.digest, b"x", "rsaPkcs1")
    with pytest.raises(problems.PinNeeded):
        agent.sign(found["leader"].serial, found["leader"].signing_certificates[0].digest, b"x", "rsaPkcs1")
    with pytest.raises(problems.TokenMissing):
        agent.sign(found["agency"].serial, found["leader"].signing_certificates[0].digest, b"x", "rsaPkcs1")


def test_a_wrong_pin_is_said_and_not_tried_again(hsm: Hsm, agent: Agent, leader: SoftwareKey) -> None:
    hsm.add("leader", leader)
    token = _only(agent)
    with pytest.raises(problems.PinWrong):
        agent.login(token.serial, "00000000")
    with pytest.raises(problems.PinNeeded):
        agent.sign(token.serial, token.signing_certificates[0].digest, b"x", "rsaPkcs1")


def test_no_error_carries_the_pin(hsm: Hsm, agent: Agent, leader: SoftwareKey) -> None:
    hsm.add("leader", leader)
    token = _only(agent)
    with pytest.raises(problems.PinWrong) as caught:
        agent.login(token.serial, "13571357")
    assert "13571357" not in repr(caught.value) + str(caught.value.args_map) + caught.value.detail


def test_an_unknown_token_is_missing(agent: Agent) -> None:
    with pytest.raises(problems.TokenMissing):
        agent.login("feedfeedfeedfeed", PIN)


def test_a_token_pulled_out_between_two_signatures(hsm: Hsm, agent: Agent, leader: SoftwareKey, trust: Trust) -> None:
    hsm.add("leader", leader)
    token = _only(agent)
    agent.login(token.serial, PIN)
    certificate = token.signing_certificates[0]
    assert agent.sign(token.serial, certificate.digest, b"x", "rsaPkcs1")
    hsm.remove("leader")
    with pytest.raises((problems.TokenRemoved, problems.TokenMissing)):
        agent.sign(token.serial, certificate.digest, b"x", "rsaPkcs1")
    assert list(agent.list()) == []
    # Put back (another token with the same key): found again, and asks for the PIN again.
    hsm.add("leader", leader)
    again = _only(agent)
    with pytest.raises(problems.PinNeeded):
        agent.sign(again.serial, certificate.digest, b"x", "rsaPkcs1")
    agent.login(again.serial, PIN)
    assert agent.sign(again.serial, certificate.digest, b"x", "rsaPkcs1")


def test_signing_with_a_pulled_token_says_so(hsm: Hsm, agent: Agent, leader: SoftwareKey) -> None:
    hsm.add("leader", leader)
    token = _only(agent)
    agent.login(token.serial, PIN)
    key = TokenKey.of(agent, token, token.signing_certificates[0])
    hsm.remove("leader")
    with pytest.raises((problems.TokenRemoved, problems.TokenMissing)):
        sign.approve(pages.draft(), key, Appearance(None))


def test_many_threads_are_served_one_at_a_time(hsm: Hsm, agent: Agent, leader: SoftwareKey) -> None:
    hsm.add("leader", leader)
    token = _only(agent)
    agent.login(token.serial, PIN)
    digest = token.signing_certificates[0].digest
    made: list[bytes] = []
    threads = [
        threading.Thread(target=lambda: made.append(agent.sign(token.serial, digest, b"x", "rsaPkcs1")))
        for _ in range(6)
    ]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert len(made) == 6
    assert len(set(made)) == 1


# -- bad modules -------------------------------------------------------------------------------------------------

_MODULE = """
#include <stdlib.h>
#include <unistd.h>
static long initialize(void *arguments) { %s return 5; }
static struct { unsigned char version[2]; void *functions[80]; } all = {{2, 40}, {initialize}};
long C_GetFunctionList(void **list) { *list = &all; return 0; }
"""


def _module(directory: Path, body: str) -> Path:
    source = directory / "bad.c"
    source.write_text(_MODULE % body)
    library = directory / "bad.so"
    built = subprocess.run(["cc", "-shared", "-fPIC", "-o", str(library), str(source)], capture_output=True)
    if built.returncode:
        pytest.skip("no C compiler")
    return library


@pytest.mark.expects_log("module hung", "module crashed")
@pytest.mark.parametrize(
    ("body", "expected"),
    [
        ("abort();", problems.ModuleCrashed),
        ("*(volatile int *)0 = 1;", problems.ModuleCrashed),
        ("_exit(0);", problems.ModuleCrashed),
        ("for (;;) pause();", problems.ModuleHung),
        ('write(1, "hello from the vendor", 21);', problems.ModuleNotLoaded),
    ],
)
def test_a_bad_driver_takes_only_its_process_down(tmp_path: Path, body: str, expected: type[SigningProblem]) -> None:
    module = _module(tmp_path, body)
    with Agent(module, command=AGENT, limits=Limits(load=2.0, list=0.0)) as agent:
        with pytest.raises(expected):
            agent.list()
        with pytest.raises(expected):
            agent.list()


@pytest.mark.parametrize("content", [b"", b"not a library", b"MZ\x90\x00"])
def test_not_a_module(tmp_path: Path, content: bytes) -> None:
    file = tmp_path / "module.so"
    file.write_bytes(content)
    with Agent(file, command=AGENT) as agent, pytest.raises(problems.ModuleNotLoaded):
        agent.list()


def test_a_library_that_is_no_module() -> None:
    with Agent("libm.so.6", command=AGENT) as agent, pytest.raises(problems.ModuleNotLoaded):
        agent.list()


def test_the_agent_dies_with_its_parent(tmp_path: Path) -> None:
    module = _module(tmp_path, "for (;;) pause();")
    program = (
        "import sys, subprocess\n"
        "from signing.frames import write_frame\n"
        f"p = subprocess.Popen([sys.executable, '-m', 'signing.agent', {str(module)!r}], stdin=subprocess.PIPE)\n"
        "write_frame(p.stdin, {'op': 'list', 'id': 1})\n"
        "print(p.pid, flush=True)\n"
        "import os; os._exit(1)\n"
    )
    done = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, timeout=30)
    try:
        psutil.Process(int(done.stdout)).wait(10)
    except psutil.NoSuchProcess:
        return


def test_certificates_keep_their_bytes(hsm: Hsm, agent: Agent, leader: SoftwareKey) -> None:
    hsm.add("leader", leader)
    certificate = _only(agent).signing_certificates[0]
    assert x509.Certificate.load(certificate.der).dump() == leader.certificate


class Answers:
    """A session in whose token something changes between two questions, which no real token does on command."""

    def __init__(self, *answers: list[dict[Attribute, Any]]) -> None:
        self._answers = list(answers)

    def get_objects(self, _wanted: object) -> list[dict[Attribute, Any]]:
        return self._answers.pop(0)


def test_pulled_out_between_two_questions_is_no_missing_key() -> None:
    certificate = {Attribute.VALUE: b"certificate", Attribute.ID: b"\x01"}
    digest = hashlib.sha256(b"certificate").hexdigest()
    module = object.__new__(Module)
    with pytest.raises(problems.TokenRemoved):
        module._key(_Open(Answers([certificate], [], [])), digest)
    with pytest.raises(problems.KeyMissing):
        module._key(_Open(Answers([certificate], [], [certificate])), digest)


def test_of_two_keys_with_one_identifier_the_certificates_own_signs(leader: SoftwareKey, curve: SoftwareKey) -> None:
    def key(kind: KeyType, modulus: object = None, point: object = None) -> dict[Attribute, Any]:
        return {
            Attribute.ID: b"\x01", Attribute.KEY_TYPE: kind, Attribute.MODULUS: modulus, Attribute.EC_POINT: point
        }  # fmt: skip

    def chosen(signer: SoftwareKey, *keys: dict[Attribute, Any]) -> dict[Attribute, Any]:
        certificate = [{Attribute.VALUE: signer.certificate, Attribute.ID: b"\x01"}]
        digest = hashlib.sha256(signer.certificate).hexdigest()
        return object.__new__(Module)._key(_Open(Answers(certificate, list(keys), certificate)), digest)

    modulus: Any = x509.Certificate.load(leader.certificate).public_key["public_key"].parsed["modulus"].native
    point: Any = x509.Certificate.load(curve.certificate).public_key["public_key"].native
    other, own, silent = key(KeyType.RSA, modulus + 2), key(KeyType.RSA, modulus), key(KeyType.RSA)
    assert chosen(leader, other, own) is own
    assert chosen(leader, silent, own) is own
    assert chosen(leader, key(KeyType.EC), other, silent) is silent
    with pytest.raises(problems.KeyMissing):
        chosen(leader, other, key(KeyType.EC))
    for told in (point, b"\x04\x41" + point):
        own = key(KeyType.EC, point=told)
        assert chosen(curve, key(KeyType.RSA, modulus), key(KeyType.EC, point=b"\x04" + bytes(64)), own) is own
