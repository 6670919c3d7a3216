"""``python -m tests.benchmarks.signing_services FOLDER [--delay SECONDS] [--bits N]``: OCSP and time-stamping for the
signing benchmarks, in a process of their own so that their work is not counted as ours.

Writes root, CA and one signer's key into the folder, says its address in one line, and serves until its input ends.
"""

from __future__ import annotations

import argparse
import sys
import time
from pathlib import Path

from cryptography.hazmat.primitives.asymmetric import rsa
from cryptography.hazmat.primitives.serialization import Encoding, NoEncryption, PrivateFormat

from tests.signing import pages
from tests.signing.office_pki import Pki, Served


def main() -> None:
    parser = argparse.ArgumentParser()
    parser.add_argument("folder", type=Path)
    parser.add_argument("--delay", type=float, default=0.0)
    parser.add_argument("--bits", type=int, default=3072)
    chosen = parser.parse_args()
    served = Served()
    _slow(served.pki, chosen.delay)
    key = served.pki.issue(pages.LEADER, private=rsa.generate_private_key(65537, chosen.bits))
    files = {
        "root.cer": served.pki.root.der,
        "ca.cer": served.pki.ca.der,
        "signer.cer": key.certificate,
        "signer.key": key._private.private_bytes(Encoding.PEM, PrivateFormat.PKCS8, NoEncryption()),
    }
    for name, data in files.items():
        (chosen.folder / name).write_bytes(data)
    print(served.pki.url, flush=True)
    sys.stdin.read()
    served.close()


def _slow(pki: Pki, delay: float) -> None:
    """The latency of a line, added to each answer."""
    answer = pki.answer

    def late(path: str, body: bytes) -> tuple[str, bytes] | None:
        time.sleep(delay)
        return answer(path, body)

    pki.answer = late  # type: ignore[method-assign]


if __name__ == "__main__":
    main()
