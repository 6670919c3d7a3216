"""A child process that puts keys and certificates onto practice tokens. Knows python-pkcs11 alone, to start fast.

Standard input: one JSON object with the module and, for each token, its label, PIN and keys (hex).
"""

from __future__ import annotations

import hashlib
import json
import sys
from typing import Any

import pkcs11
from asn1crypto import keys, x509
from pkcs11 import Attribute, CertificateType, ObjectClass
from pkcs11.util.rsa import decode_rsa_private_key


def main() -> None:
    """Fills every token that standard input describes."""
    job = json.loads(sys.stdin.buffer.read())
    library = pkcs11.lib(job["module"])
    by_label = {token["label"]: token for token in job["tokens"]}
    for slot in library.get_slots(token_present=True):
        token = slot.get_token()
        wanted = by_label.get(token.label.strip())
        if wanted is not None:
            with token.open(rw=True, user_pin=wanted["pin"]) as session:
                for entry in wanted["keys"]:
                    _put(session, entry)


def _put(session: Any, entry: dict[str, str]) -> None:
    """One private key and its certificate, under one identifier."""
    der = bytes.fromhex(entry["certificate"])
    identifier = hashlib.sha256(der).digest()[:20]
    certificate = x509.Certificate.load(der)
    inner = keys.PrivateKeyInfo.load(bytes.fromhex(entry["key"]))["private_key"].parsed
    session.create_object(
        decode_rsa_private_key(inner.dump())
        | {
            Attribute.TOKEN: True,
            Attribute.PRIVATE: True,
            Attribute.SENSITIVE: True,
            Attribute.EXTRACTABLE: False,
            Attribute.SIGN: True,
            Attribute.ID: identifier,
            Attribute.LABEL: entry["name"],
        }
    )
    session.create_object(
        {
            Attribute.CLASS: ObjectClass.CERTIFICATE,
            Attribute.CERTIFICATE_TYPE: CertificateType.X_509,
            Attribute.TOKEN: True,
            Attribute.ID: identifier,
            Attribute.LABEL: entry["name"],
            Attribute.SUBJECT: certificate.subject.dump(),
            Attribute.ISSUER: certificate.issuer.dump(),
            Attribute.SERIAL_NUMBER: certificate["tbs_certificate"]["serial_number"].dump(),
            Attribute.VALUE: der,
        }
    )


if __name__ == "__main__":
    main()
