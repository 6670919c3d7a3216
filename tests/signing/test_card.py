"""Tokens on the real PC/SC stack: pcscd, opensc-pkcs11, and a PIV card in software that locks and is pulled out."""

from __future__ import annotations

import time
from uuid import uuid4

import pytest
from cryptography.hazmat.primitives import hashes
from cryptography.hazmat.primitives.asymmetric import ec, padding, rsa
from cryptography.x509 import load_der_x509_certificate

from signing import problems
from signing.software import SoftwareKey
from signing.tokens import Agent, Token
from tests.office.card_reader import PIN, Card, CardReader
from tests.office.piv_card import AUTHENTICATE, GET_DATA, VERIFY
from tests.signing import pages

WITHIN = 2.0
"""Seconds within which a card is noticed."""


def seen(agent: Agent) -> Token:
    """The only token, once the readers' daemon has noticed the card."""
    late = time.monotonic() + WITHIN + 10
    while not (found := agent.list()):
        assert time.monotonic() < late, "no card was seen"
    (token,) = found
    return token


def gone(agent: Agent) -> None:
    late = time.monotonic() + WITHIN + 10
    while agent.list():
        assert time.monotonic() < late, "the card is still seen"


def a_name() -> str:
    return uuid4().hex


def test_a_card_is_listed_and_signs(reader: CardReader, card_agent: Agent, leader: SoftwareKey) -> None:
    reader.insert(Card({"9a": leader}, a_name()))
    token = seen(card_agent)
    (certificate,) = token.signing_certificates
    assert certificate.der == leader.certificate
    assert certificate.subject == pages.LEADER
    card_agent.login(token.serial, PIN)
    public = load_der_x509_certificate(leader.certificate).public_key()
    assert isinstance(public, rsa.RSAPublicKey)
    plain = card_agent.sign(token.serial, certificate.digest, b"text", "rsaPkcs1")
    public.verify(plain, b"text", padding.PKCS1v15(), hashes.SHA256())
    salted = card_agent.sign(token.serial, certificate.digest, b"text", "rsaPss")
    public.verify(salted, b"text", padding.PSS(padding.MGF1(hashes.SHA256()), salt_length=32), hashes.SHA256())


def test_a_card_with_a_curve_signs(reader: CardReader, card_agent: Agent, curve: SoftwareKey) -> None:
    reader.insert(Card({"9a": curve}, a_name()))
    token = seen(card_agent)
    card_agent.login(token.serial, PIN)
    signature = card_agent.sign(token.serial, token.certificates[0].digest, b"text", "ecdsa")
    public = load_der_x509_certificate(curve.certificate).public_key()
    assert isinstance(public, ec.EllipticCurvePublicKey)
    public.verify(signature, b"text", ec.ECDSA(hashes.SHA256()))


def test_a_signature_key_asks_for_the_pin_each_time(reader: CardReader, card_agent: Agent, leader: SoftwareKey) -> None:
    name = a_name()
    reader.insert(Card({"9c": leader}, name))
    token = seen(card_agent)
    digest = token.certificates[0].digest
    card_agent.login(token.serial, PIN)
    for _ in range(2):
        with pytest.raises(problems.PinNeeded) as caught:
            card_agent.sign(token.serial, digest, b"x", "rsaPkcs1")
        assert caught.value.args_map["each"]
        assert card_agent.sign(token.serial, digest, b"x", "rsaPkcs1", pin=PIN)
    assert reader.state(name)["signed"] == 2


def test_two_cards_in_two_readers(
    reader: CardReader, card_agent: Agent, leader: SoftwareKey, agency: SoftwareKey
) -> None:
    reader.insert(Card({"9a": leader}, a_name()), slot=0)
    reader.insert(Card({"9a": agency}, a_name()), slot=1)
    late = time.monotonic() + WITHIN + 10
    while len(found := card_agent.list()) < 2:
        assert time.monotonic() < late
    by_holder = {token.certificates[0].subject: token for token in found}
    mine = by_holder[pages.LEADER]
    card_agent.login(mine.serial, PIN)
    assert card_agent.sign(mine.serial, mine.certificates[0].digest, b"x", "rsaPkcs1")
    other = by_holder["Đảng ủy xã An Phú"]
    with pytest.raises(problems.PinNeeded):
        card_agent.sign(other.serial, other.certificates[0].digest, b"x", "rsaPkcs1")


def test_the_third_wrong_pin_locks_and_each_is_tried_once(
    reader: CardReader, card_agent: Agent, leader: SoftwareKey
) -> None:
    name = a_name()
    reader.insert(Card({"9a": leader}, name))
    serial = seen(card_agent).serial
    with pytest.raises(problems.PinWrong) as first:
        card_agent.login(serial, "000000")
    assert not first.value.args_map["final"]
    assert reader.state(name)["left"] == 2
    with pytest.raises(problems.PinWrong) as second:
        card_agent.login(serial, "000000")
    assert second.value.args_map["final"]
    assert card_agent.list()[0].flags.final_try
    with pytest.raises(problems.PinLocked):
        card_agent.login(serial, "000000")
    assert card_agent.list()[0].flags.locked
    verified = reader.state(name)["verified"]
    with pytest.raises(problems.PinLocked):
        card_agent.login(serial, PIN)
    assert verified == reader.state(name)["verified"] == 3, "a locked card is not tried again"


def test_pulled_out_while_it_signs(reader: CardReader, card_agent: Agent, leader: SoftwareKey) -> None:
    card = Card({"9a": leader}, a_name())
    reader.insert(card)
    token = seen(card_agent)
    digest = token.certificates[0].digest
    card_agent.login(token.serial, PIN)
    assert card_agent.sign(token.serial, digest, b"x", "rsaPkcs1")
    reader.pull_at(AUTHENTICATE)
    with pytest.raises(problems.TokenRemoved):
        card_agent.sign(token.serial, digest, b"x", "rsaPkcs1")
    gone(card_agent)
    reader.insert(card)
    assert seen(card_agent).serial == token.serial
    with pytest.raises(problems.PinNeeded):
        card_agent.sign(token.serial, digest, b"x", "rsaPkcs1")
    card_agent.login(token.serial, PIN)
    assert card_agent.sign(token.serial, digest, b"x", "rsaPkcs1")


def test_pulled_out_while_the_pin_is_checked(reader: CardReader, card_agent: Agent, leader: SoftwareKey) -> None:
    name = a_name()
    reader.insert(Card({"9a": leader}, name))
    serial = seen(card_agent).serial
    reader.pull_at(VERIFY, 2)  # the first only asks how many tries are left
    with pytest.raises(problems.TokenRemoved):
        card_agent.login(serial, PIN)
    gone(card_agent)


def test_pulled_out_while_it_is_listed_and_before_it_is_logged_out(
    reader: CardReader, card_agent: Agent, leader: SoftwareKey
) -> None:
    card = Card({"9a": leader}, a_name())
    reader.insert(card)
    token = seen(card_agent)
    card_agent.login(token.serial, PIN)
    reader.remove()
    card_agent.logout(token.serial)  # nothing to end any more, and no error
    with pytest.raises((problems.TokenMissing, problems.TokenRemoved)):
        card_agent.login(token.serial, PIN)
    reader.insert(card)
    reader.pull_at(GET_DATA, 4)
    gone(card_agent)
    assert all(not one.certificates for one in card_agent.list()), "half of a token is none"
    reader.insert(card)
    assert seen(card_agent).certificates


def test_another_card_in_the_same_reader_is_another_token(
    reader: CardReader, card_agent: Agent, leader: SoftwareKey, agency: SoftwareKey
) -> None:
    reader.insert(Card({"9a": leader}, a_name()))
    token = seen(card_agent)
    card_agent.login(token.serial, PIN)
    reader.remove()
    gone(card_agent)
    reader.insert(Card({"9a": agency}, a_name()))
    other = seen(card_agent)
    assert other.serial != token.serial
    with pytest.raises((problems.TokenRemoved, problems.TokenMissing)):
        card_agent.sign(token.serial, token.certificates[0].digest, b"x", "rsaPkcs1")
    with pytest.raises(problems.PinNeeded):
        card_agent.sign(other.serial, other.certificates[0].digest, b"x", "rsaPkcs1")
