"""Within the signature's own container: signers, attributes and algorithms that do not belong together.

ETSI EN 319 102-1 (what a validation must look at), RFC 5652, RFC 5035; the downgrades and missing attributes that were
found in viewers by Mladenov et al., CCS 2019, and by Mainka, Mladenov, Rohlmann, NDSS 2021.
"""

from __future__ import annotations

import os
import re
from typing import Any

from asn1crypto import cms, core
from cryptography.hazmat.primitives.asymmetric import ec, rsa

from signing.software import SoftwareKey
from tests.signing.attacks.containers import Recipe, attribute, embed, names_certificate
from tests.signing.attacks.family import Family
from tests.signing.attacks.raw import append
from tests.signing.attacks.workshop import Signing, Workshop, cms_of

CONTAINER = Family("container")
BROKEN = ("signatureBroken", "contentChanged", "signatureUnreadable")


def _made(office: Workshop, key: SoftwareKey | None = None, **turned: Any) -> bytes:
    return embed(office.page, Recipe(key or office.person, **turned))


def _without(*kinds: str) -> Any:
    return lambda listed: [one for one in listed if one["type"].native not in kinds]


@CONTAINER.attack("invalid|unknown", *BROKEN)
def digest_missing(office: Workshop) -> bytes:
    return _made(office, attributes=_without("message_digest"))


@CONTAINER.attack("invalid|unknown", *BROKEN)
def digest_twice(office: Workshop) -> bytes:
    return _made(office, attributes=lambda listed: [*listed, attribute("message_digest", b"\0" * 32)])


@CONTAINER.attack("invalid|unknown", *BROKEN)
def digest_of_something_else(office: Workshop) -> bytes:
    return _made(office, attributes=lambda x: [*_without("message_digest")(x), attribute("message_digest", b"\1" * 32)])


@CONTAINER.attack("invalid|unknown", *BROKEN)
def content_type_missing(office: Workshop) -> bytes:
    return _made(office, attributes=_without("content_type"))


@CONTAINER.attack("invalid|unknown", *BROKEN)
def content_type_another(office: Workshop) -> bytes:
    return _made(office, attributes=lambda x: [*_without("content_type")(x), attribute("content_type", "signed_data")])


@CONTAINER.attack("invalid|unknown|warning", "signingCertificateUnnamed", *BROKEN)
def no_signed_attributes(office: Workshop) -> bytes:
    return _made(office, attributes=None)


@CONTAINER.attack("invalid|unknown|warning", "signingCertificateUnnamed")
def certificate_not_named(office: Workshop) -> bytes:
    """Says that it is PAdES and lacks the attribute that ties it to one certificate."""
    return _made(office, names=None)


@CONTAINER.attack("invalid", "signatureBroken")
def another_certificate_named(office: Workshop) -> bytes:
    return _made(office, names=office.other.certificate)


@CONTAINER.attack("invalid|unknown", *BROKEN)
def two_certificates_named(office: Workshop) -> bytes:
    extra = names_certificate(office.other.certificate)
    return _made(office, attributes=lambda listed: [*listed, extra])


@CONTAINER.attack("invalid", "signatureBroken")
def same_key_in_another_certificate(office: Workshop) -> bytes:
    """The certificate is swapped for another that holds the same key and another name."""
    private = ec.generate_private_key(ec.SECP256R1())
    mine, its = office.key("Nguyễn Văn Hòa", private=private), office.key("Người khác", private=private)
    return _made(office, its, names=mine.certificate)


@CONTAINER.attack("invalid|unknown", *BROKEN)
def two_signers(office: Workshop) -> bytes:
    return _made(office, signers=2)


@CONTAINER.attack("invalid|unknown", *BROKEN)
def no_signer(office: Workshop) -> bytes:
    return _made(office, signers=0)


@CONTAINER.attack("invalid|unknown", *BROKEN)
def no_certificate(office: Workshop) -> bytes:
    return _made(office, certificates=[])


@CONTAINER.attack("invalid|unknown", *BROKEN)
def certificate_of_another(office: Workshop) -> bytes:
    """The signer is named, but the one certificate within is another's."""
    return _made(office, certificates=[office.other.certificate])


@CONTAINER.attack("invalid|unknown", "signatureBroken")
def signer_named_that_did_not_sign(office: Workshop) -> bytes:
    """A stranger signs and names the leader as the signer, whose certificate lies beside."""

    def name_the_leader(made: Any) -> cms.ContentInfo:
        leader: Any = office.person.certificate
        from asn1crypto import x509

        found = x509.Certificate.load(leader)
        made["content"]["signer_infos"][0]["sid"] = cms.SignerIdentifier(
            "issuer_and_serial_number",
            cms.IssuerAndSerialNumber({"issuer": found.issuer, "serial_number": found.serial_number}),
        )
        return made

    certificates = [office.person.certificate, office.stranger.certificate]
    return _made(
        office, office.stranger, names=office.person.certificate, certificates=certificates, spoil=name_the_leader
    )


@CONTAINER.attack("invalid", "signatureBroken")
def signature_flipped(office: Workshop) -> bytes:
    def flip(made: Any) -> cms.ContentInfo:
        signer = made["content"]["signer_infos"][0]
        value = bytearray(signer["signature"].native)
        value[-1] ^= 1
        signer["signature"] = bytes(value)
        return made

    return _made(office, spoil=flip)


@CONTAINER.attack("invalid", "signatureBroken")
def signing_time_changed(office: Workshop) -> bytes:
    """A signed attribute is changed afterwards."""

    def later(made: cms.ContentInfo) -> bytes:
        return made.dump().replace(b"\x17\r26", b"\x17\r20", 1)

    return _made(office, spoil=later)


@CONTAINER.attack("unknown", "weakAlgorithm")
def digest_sha1(office: Workshop) -> bytes:
    return _made(office, digest="sha1")


@CONTAINER.attack("unknown|invalid", "weakAlgorithm", *BROKEN)
def digest_md5(office: Workshop) -> bytes:
    key = office.key("Cũ", private=rsa.generate_private_key(65537, 2048))
    return _made(office, key, digest="md5")


@CONTAINER.attack("unknown|invalid", "weakAlgorithm", *BROKEN)
def signed_with_sha1(office: Workshop) -> bytes:
    """The file is digested with SHA-256, the attributes are signed over SHA-1."""
    return _made(office, signed_with="sha1")


@CONTAINER.attack("invalid|unknown", *BROKEN)
def algorithm_that_it_is_not(office: Workshop) -> bytes:
    return _made(office, signed_with="sha256", says_signed_with="sha512")


@CONTAINER.attack("invalid|unknown", *BROKEN)
def kind_of_key_that_it_is_not(office: Workshop) -> bytes:
    """Says RSA where the key is on a curve."""

    def lie(made: Any) -> cms.ContentInfo:
        made["content"]["signer_infos"][0]["signature_algorithm"]["algorithm"] = "sha256_rsa"
        return made

    return _made(office, spoil=lie)


@CONTAINER.attack("unknown|invalid", "weakAlgorithm")
def key_of_1024_bits(office: Workshop) -> bytes:
    return _made(office, office.key("Khóa ngắn", private=rsa.generate_private_key(65537, 1024)))


@CONTAINER.attack("unknown|invalid", "weakAlgorithm")
def key_on_a_small_curve(office: Workshop) -> bytes:
    return _made(office, office.key("Đường cong nhỏ", private=ec.generate_private_key(ec.SECP192R1())))


@CONTAINER.attack("unknown|invalid", "weakAlgorithm", "signatureUnreadable")
def digest_unknown(office: Workshop) -> bytes:
    def lie(made: Any) -> cms.ContentInfo:
        made["content"]["signer_infos"][0]["digest_algorithm"]["algorithm"] = "1.2.3.4.5"
        return made

    return _made(office, spoil=lie)


@CONTAINER.attack("warning", "unsignedPadding")
def something_in_the_padding(office: Workshop) -> bytes:
    return embed(office.page, Recipe(office.person), fill=b"4a")


@CONTAINER.attack("invalid", "coversPart")
def something_beside_the_contents(office: Workshop) -> bytes:
    """The range leaves out more than the signature: what stands there nobody signed."""
    return embed(office.page, Recipe(office.person), gap=b" /Reason (9.000.000) ")


@CONTAINER.attack("invalid|unknown", *BROKEN)
def random_bytes(office: Workshop) -> bytes:
    return _made(office, spoil=lambda made: b"0" + os.urandom(200))


@CONTAINER.attack("invalid|unknown", *BROKEN)
def not_signed_data(office: Workshop) -> bytes:
    return _made(office, spoil=lambda made: cms.ContentInfo({"content_type": "data", "content": b"signed"}))


@CONTAINER.attack("invalid|unknown", *BROKEN, "timestampBroken")
def a_time_stamp_in_place_of_a_signature(office: Workshop) -> bytes:
    """The container of a document time-stamp, said to be a person's signature."""
    return embed(office.page, lambda covered: _token(office, covered), room=16000)


@CONTAINER.attack("unsigned", "noSignature")
def a_time_stamp_alone(office: Workshop) -> bytes:
    """Anyone can have anything stamped: that is nobody's signature."""
    return office.stamp(office.page)


@CONTAINER.attack("invalid|unknown", "timestampBroken", "signatureUnreadable")
def a_signature_in_place_of_a_time_stamp(office: Workshop) -> bytes:
    signed = office.signed
    return (
        signed
        + embed(office.page, Recipe(office.person), subfilter="ETSI.RFC3161")[len(office.page) :][:0]
        + (embed_stamp(office)[len(signed) :])
    )


def embed_stamp(office: Workshop) -> bytes:
    """A second signature, said to be a document time-stamp."""
    twice = office.sign(office.signed, Signing("Sig2"), office.other)
    place = twice.rindex(b"/SubFilter /ETSI.CAdES.detached")
    return twice[:place] + b"/SubFilter /ETSI.RFC3161       " + twice[place + 31 :]


def _token(office: Workshop, covered: bytes) -> bytes:
    import asyncio
    import hashlib

    from asn1crypto import algos, tsp

    request = tsp.TimeStampReq(
        {
            "version": 1,
            "message_imprint": tsp.MessageImprint(
                {
                    "hash_algorithm": algos.DigestAlgorithm({"algorithm": "sha256"}),
                    "hashed_message": hashlib.sha256(covered).digest(),
                }
            ),
            "cert_req": True,
        }
    )
    answer: Any = asyncio.run(office.clock.async_request_tsa_response(request))
    return answer["time_stamp_token"].dump()


# -- unsigned attributes -----------------------------------------------------------------------------------------


def _stamped_with(token: bytes) -> Any:
    return lambda value: cms.CMSAttributes([attribute("signature_time_stamp_token", cms.ContentInfo.load(token))])


@CONTAINER.attack("invalid", "timestampBroken")
def time_stamp_of_another_signature(office: Workshop) -> bytes:
    return embed(
        office.page, Recipe(office.person, unsigned=_stamped_with(_token(office, b"another signature"))), room=24000
    )


@CONTAINER.attack("invalid", "timestampBroken")
def time_stamp_that_is_none(office: Workshop) -> bytes:
    inner = Recipe(office.other)(b"nothing")
    return embed(office.page, Recipe(office.person, unsigned=_stamped_with(inner)), room=24000)


@CONTAINER.attack("invalid", "timestampBroken")
def time_stamp_changed(office: Workshop) -> bytes:
    """The time within a true token is set back."""
    signed = office.sign(office.page, Signing(stamped=True))
    digits = cms_of(signed)
    held = bytes.fromhex(digits.decode())
    found = re.search(rb"\x18[\x0f-\x18]20\d{12}", held)
    assert found is not None
    spoilt = held[: found.start() + 2] + b"2020" + held[found.start() + 6 :]
    return signed.replace(digits, spoilt.hex().upper().encode())


@CONTAINER.attack("warning", "timestampUntrusted")
def time_stamp_of_a_stranger(office: Workshop) -> bytes:
    """A token of a service that nobody here trusts: no trusted time, and so said."""
    return office.stamped_by_stranger


@CONTAINER.attack("invalid|unknown|warning", "unsignedPadding", *BROKEN)
def something_behind_the_container(office: Workshop) -> bytes:
    return _made(office, spoil=lambda made: made.dump() + core.OctetString(b"9.000.000").dump())


@CONTAINER.attack("invalid|unknown", "contentChanged")
def content_put_into_the_container(office: Workshop) -> bytes:
    """The container carries the signed bytes of another file; what stands around it is not what was signed."""
    other = office.signed.replace(b"1.000.000", b"9.000.000", 1)
    assert len(other) == len(office.signed)
    return other


@CONTAINER.attack("invalid", "changedAfterSigning", "coversPart")
def container_replaced_later(office: Workshop) -> bytes:
    """A revision on top gives the field another signature, by another key, over the old range."""
    from tests.signing.attacks.raw import body_of
    from tests.signing.attacks.workshop import signature_number

    pdf = office.signed
    number = signature_number(pdf)
    digits = cms_of(pdf)
    body = body_of(pdf, number).replace(digits, Recipe(office.other)(b"x").hex().encode().ljust(len(digits), b"0"))
    return append(pdf, {number: body})
