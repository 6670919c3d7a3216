"""Paths are built from few certificates, whoever sent them and however many sign each other."""

from __future__ import annotations

import asyncio
from datetime import timedelta

from asn1crypto import x509
from cryptography import x509 as builders
from cryptography.hazmat.primitives import hashes
from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.hazmat.primitives.serialization import Encoding

from signing.chains import Chain, Evidence, context_for, judge
from signing.climbing import MOST, OF_A_NAME, climb, validator_for
from signing.trust import Trust
from tests.signing.office_pki import NOW, Pki, authority, name


class Maker:
    """Makes certificates that are all signed by one key, so that each of them may be below any other."""

    def __init__(self) -> None:
        self._private = ec.generate_private_key(ec.SECP256R1())
        self._number = 1000

    def make(self, subject: str, issuer: str, days: int = 9, *, begun: int = 9) -> x509.Certificate:
        self._number += 1
        made = (
            builders.CertificateBuilder()
            .subject_name(name(subject))
            .issuer_name(name(issuer))
            .public_key(self._private.public_key())
            .serial_number(self._number)
            .not_valid_before(NOW - timedelta(days=begun))
            .not_valid_after(NOW + timedelta(days=days))
            .add_extension(builders.BasicConstraints(True, None), critical=True)
            .sign(self._private, hashes.SHA256())
        )
        return x509.Certificate.load(made.public_bytes(Encoding.DER))

    def mesh(self, count: int) -> list[x509.Certificate]:
        """Each signs all others."""
        return [self.make(f"A{i}", f"A{j}") for i in range(count) for j in range(count) if i != j]


def _climbed(leaf: x509.Certificate, trust: Trust, *others: x509.Certificate) -> list[x509.Certificate]:
    context = context_for(trust, Evidence(others), mode="none")
    return climb(leaf, context.certificate_registry, context.path_builder.trust_manager, context.moment)


def test_certificates_that_sign_each_other_end_nowhere_at_once(pki: Pki) -> None:
    maker = Maker()
    trust = Trust((x509.Certificate.load(pki.root.der),), online=False)
    leaf, mesh = maker.make("Leaf", "A0"), maker.mesh(12)
    assert len(_climbed(leaf, trust, *mesh)) <= MOST
    found = asyncio.run(asyncio.wait_for(judge(leaf, trust, Evidence(tuple(mesh))), 20))
    assert found.state is Chain.UNKNOWN_ISSUER


def test_the_way_to_a_root_is_found_in_the_middle_of_a_mesh() -> None:
    maker = Maker()
    root = maker.make("Gốc", "Gốc")
    trust = Trust((root,), online=False)
    mesh = maker.mesh(8)
    way = [maker.make("A7", "B"), maker.make("B", "Gốc")]
    leaf = maker.make("Leaf", "A7")
    assert asyncio.run(judge(leaf, trust, Evidence((*way, *mesh)))).state in (Chain.GOOD, Chain.REVOCATION_UNKNOWN)
    direct = maker.make("A7", "Gốc")
    for one in (Evidence((*mesh, direct)), Evidence((direct, *mesh))):
        assert asyncio.run(judge(leaf, trust, one)).state in (Chain.GOOD, Chain.REVOCATION_UNKNOWN)


def test_of_many_renewals_those_in_force_are_taken() -> None:
    maker = Maker()
    root = maker.make("Gốc", "Gốc")
    expired = [maker.make("CA", "Gốc", -days, begun=100) for days in range(2, 8)]
    good = maker.make("CA", "Gốc")
    leaf = maker.make("Leaf", "CA")
    climbed = _climbed(leaf, Trust((root,), (*expired, good), online=False))
    assert climbed[0].dump() == good.dump()
    assert len(climbed) == OF_A_NAME


def test_an_ordinary_chain_is_climbed_whole_and_nothing_beside_it(pki: Pki) -> None:
    top = authority("Cấp một", None)
    middle = authority("Cấp hai", top)
    lower = authority("Cấp ba", middle)
    leaf = x509.Certificate.load(authority("Cấp bốn", lower).der)
    others = [x509.Certificate.load(one.der) for one in (pki.ca, lower, middle)]
    trust = Trust((x509.Certificate.load(top.der),), online=False)
    assert [one.dump() for one in _climbed(leaf, trust, *others)] == [lower.der, middle.der]


def test_what_answers_for_revocation_is_still_looked_for_among_all(pki: Pki) -> None:
    maker = Maker()
    responder = maker.make("Người trả lời", "Khác")
    context = context_for(Trust((x509.Certificate.load(pki.root.der),), online=False), Evidence((responder,)))
    validator_for(maker.make("Leaf", "A0"), context)
    assert responder in list(context.certificate_registry)
