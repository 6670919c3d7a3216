"""The ways of signing that the signing benchmarks compare: ours in a batch, pyHanko as its manual shows it with one
session, and the ``pyhanko`` command called for each file. Also the floor: the token alone.
"""

from __future__ import annotations

import asyncio
import io
import os
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

from asn1crypto import x509
from cryptography.hazmat.primitives.serialization import load_pem_private_key
from PIL import Image
from pyhanko import stamp
from pyhanko.config.pkcs11 import TokenCriteria
from pyhanko.keys import load_cert_from_pemder
from pyhanko.pdf_utils.font.opentype import GlyphAccumulatorFactory
from pyhanko.pdf_utils.images import PdfImage
from pyhanko.pdf_utils.incremental_writer import IncrementalPdfFileWriter
from pyhanko.pdf_utils.layout import AxisAlignment, SimpleBoxLayoutRule
from pyhanko.pdf_utils.text import TextBoxStyle
from pyhanko.sign import PdfSignatureMetadata, PdfSigner
from pyhanko.sign.fields import SigFieldSpec, SigSeedSubFilter
from pyhanko.sign.pkcs11 import PKCS11Signer, open_pkcs11_session
from pyhanko.sign.timestamps import HTTPTimeStamper
from pyhanko_certvalidator import ValidationContext

from desktop.lanes import SIGNATURES, Lanes
from desktop.presenters.signing_batch import Batch, FileResult, SignedFile
from signing import sign
from signing.evidence import Keeper
from signing.revocation import Revocation
from signing.services import Services
from signing.software import SoftwareKey
from signing.timestamps import TimestampService
from signing.tokens import Agent, Token, TokenKey
from signing.trust import Trust, digest_of
from tests.office.card_reader import PIN as CARD_PIN
from tests.office.card_reader import Card, card_reader
from tests.signing import pages
from tests.signing.conftest import AGENT, PIN, SOFTHSM, Hsm

FULL_FONT = Path("/usr/share/fonts/truetype/noto/NotoSerif-Regular.ttf")
LABEL = "clerk"
Way = Callable[[Sequence[bytes]], float]
"""Signs all files and gives the seconds it took."""


@dataclass(frozen=True)
class Bench:
    """A signer's certificate with services, its token, and both sides' ways to it.

    Attributes:
        module: the PKCS#11 library.
        environment: what the library wants to find in its process's surroundings.
    """

    folder: Path
    url: str
    module: Path
    environment: dict[str, str]
    label: str = LABEL
    key_label: str = "key"
    pin: str = PIN

    @property
    def trust(self) -> Trust:
        """The office's root and CA."""
        root, ca = (x509.Certificate.load((self.folder / one).read_bytes()) for one in ("root.cer", "ca.cer"))
        return Trust((root,), (ca,))


@contextmanager
def services(folder: Path, *, delay: float = 0.0, bits: int = 3072) -> Iterator[str]:
    """OCSP and time-stamping in a process of their own; gives their address."""
    command = [sys.executable, "-m", "tests.benchmarks.signing_services", str(folder)]
    command += ["--delay", str(delay), "--bits", str(bits)]
    with subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True) as process:
        assert process.stdout is not None
        assert process.stdin is not None
        try:
            yield process.stdout.readline().strip()
        finally:
            process.stdin.close()


@contextmanager
def softhsm(*, delay: float = 0.0) -> Iterator[Bench]:
    """A SoftHSM token with an RSA-3072 key."""
    assert SOFTHSM is not None, "SoftHSM is not installed"
    with tempfile.TemporaryDirectory(prefix="tacnghiep-") as name, services(Path(name), delay=delay) as url:
        folder = Path(name)
        (folder / "tokens").mkdir()
        configuration = folder / "softhsm2.conf"
        configuration.write_text(
            f"directories.tokendir = {folder / 'tokens'}\nobjectstore.backend = file\nlog.level = ERROR\n"
        )
        hsm = Hsm(folder, configuration)
        private: Any = load_pem_private_key((folder / "signer.key").read_bytes(), None)
        key = SoftwareKey(private, (folder / "signer.cer").read_bytes())
        hsm.add(LABEL, key, authorities=((folder / "ca.cer").read_bytes(),))
        yield Bench(folder, url, SOFTHSM, hsm.environment)


@contextmanager
def card(*, seconds: float, delay: float) -> Iterator[Bench]:
    """The emulated PIV card behind pcscd, RSA-2048, which takes so many seconds for a signature."""
    with tempfile.TemporaryDirectory(prefix="tacnghiep-") as name:
        folder = Path(name)
        with services(folder, delay=delay, bits=2048) as url, card_reader(folder) as reader:
            private: Any = load_pem_private_key((folder / "signer.key").read_bytes(), None)
            key = SoftwareKey(private, (folder / "signer.cer").read_bytes(), ((folder / "ca.cer").read_bytes(),))
            reader.insert(Card({"9a": key}, delay=seconds))
            yield Bench(folder, url, reader.module, reader.environment, pin=CARD_PIN)


# -- ours --------------------------------------------------------------------------------------------------------

Act = Callable[[bytes, TokenKey, sign.Options], object]


@contextmanager
def ours(bench: Bench) -> Iterator[tuple[Agent, TokenKey]]:
    """The agent, logged in, and the key behind it."""
    with Agent(bench.module, environment=bench.environment, command=AGENT) as agent:
        token = _seen(agent)
        agent.login(token.serial, bench.pin)
        yield agent, TokenKey.of(agent, token, token.signing_certificates[0])


def _seen(agent: Agent) -> Token:
    """The token, once it is noticed."""
    late = time.monotonic() + 20
    while not (found := [one for one in agent.list() if one.signing_certificates]):
        assert time.monotonic() < late, "no token"
    return found[0]


def batch(bench: Bench, key: TokenKey, act: Act, *, level: str = "B-B", width: int = SIGNATURES) -> Way:
    """A batch as the signing desk runs it: on the lanes, several files in hand."""

    def way(files: Sequence[bytes]) -> float:
        return asyncio.run(_batch(bench, key, act, level, width, files))

    return way


async def _batch(bench: Bench, key: TokenKey, act: Act, level: str, width: int, files: Sequence[bytes]) -> float:
    lanes = Lanes()
    trust, services = bench.trust, Services()
    started = time.perf_counter()
    try:
        revocation = Revocation(services)
        wanted = sign.Options(trust=trust, revocation=revocation)
        if level != "B-B":
            service = TimestampService(bench.url + "/tsa", services=services, trust=trust, revocation=revocation)
            wanted = replace(wanted, timestamps=service, keep_evidence=True, keeper=Keeper(trust, revocation))
        options = await lanes.signing(wanted.for_batch, key)
        levels: list[str] = []

        async def one(number: str) -> SignedFile:
            signed: Any = await lanes.signing(act, files[int(number)], key, options)
            levels.append(signed.level)
            return SignedFile(signed.at)

        def tell(_result: FileResult[SignedFile]) -> None:
            """Nobody looks."""

        outcome = await Batch(one, tell, width).run([str(i) for i in range(len(files))])
        taken = time.perf_counter() - started
        assert outcome.stopped_by is None, outcome.stopped_by
        assert levels == [level] * len(files), levels[:3]
        return taken
    finally:
        lanes.close()
        services.close()


def invisible(pdf: bytes, key: TokenKey, options: sign.Options) -> sign.Signed:
    """A leader's signature that shows nothing."""
    return sign.approve(pdf, key, options=options)


def floor(agent: Agent, key: TokenKey) -> Way:
    """The token alone, one signature after another."""
    token = agent.list()[0].serial
    digest = digest_of(key.certificate)

    def way(files: Sequence[bytes]) -> float:
        started = time.perf_counter()
        for _ in files:
            agent.sign(token, digest, bytes(200), "rsaPkcs1")
        return time.perf_counter() - started

    return way


# -- pyHanko as it comes -----------------------------------------------------------------------------------------


@contextmanager
def stock_signer(bench: Bench) -> Iterator[PKCS11Signer]:
    """pyHanko's own signer over one session."""
    os.environ.update(bench.environment)
    session = open_pkcs11_session(
        str(bench.module), token_criteria=TokenCriteria(label=bench.label), user_pin=bench.pin
    )
    ca = load_cert_from_pemder(str(bench.folder / "ca.cer"))
    try:
        yield PKCS11Signer(session, cert_id=b"\x01", key_label=bench.key_label, ca_chain=[ca], other_certs_to_pull=())
    finally:
        session.close()


def stock(bench: Bench, signer: PKCS11Signer, *, visible: bool = False, level: str = "B-B") -> Way:
    """One file after another, each as the manual shows it."""

    def way(files: Sequence[bytes]) -> float:
        started = time.perf_counter()
        for pdf in files:
            _stock(bench, signer, pdf, visible, level)
        return time.perf_counter() - started

    return way


def _stock(bench: Bench, signer: PKCS11Signer, pdf: bytes, visible: bool, level: str) -> bytes:
    evidence = level == "B-LT"
    context = None
    if evidence:
        context = ValidationContext(
            trust_roots=list(bench.trust.roots), other_certs=list(bench.trust.others), allow_fetching=True
        )
    metadata = PdfSignatureMetadata(
        field_name="Sig", subfilter=SigSeedSubFilter.PADES, md_algorithm="sha256",
        embed_validation_info=evidence, validation_context=context,
    )  # fmt: skip
    style = _stock_style() if visible else None
    spec = SigFieldSpec("Sig", box=(300, 100, 420, 220)) if visible else None
    timestamper = HTTPTimeStamper(bench.url + "/tsa") if level != "B-B" else None
    out = io.BytesIO()
    PdfSigner(metadata, signer, timestamper=timestamper, stamp_style=style, new_field_spec=spec).sign_pdf(
        IncrementalPdfFileWriter(io.BytesIO(pdf)), output=out
    )
    return out.getvalue()


def _stock_style() -> stamp.TextStampStyle:
    return stamp.TextStampStyle(
        stamp_text="Đảng ủy xã An Phú\nSố 118-TB/ĐU\nngày 22 tháng 11 năm 2026\n%(ts)s",
        text_box_style=TextBoxStyle(font=GlyphAccumulatorFactory(str(FULL_FONT)), font_size=10),
        background=PdfImage(Image.open(io.BytesIO(pages.stamp()))),
        background_layout=SimpleBoxLayoutRule(x_align=AxisAlignment.ALIGN_MID, y_align=AxisAlignment.ALIGN_MID),
        border_width=0,
    )


def command(bench: Bench, folder: Path) -> Way:
    """The ``pyhanko`` command, started anew for each file."""
    setup = folder / "pyhanko.yml"
    setup.write_text(
        f"pkcs11-setups:\n  clerk:\n    module-path: {bench.module}\n    token-criteria:\n      label: {bench.label}\n"
        f'    cert-id: "01"\n    key-label: {bench.key_label}\n    user-pin: "{bench.pin}"\n'
    )
    source, target = folder / "in.pdf", folder / "out.pdf"
    program = str(Path(sys.executable).with_name("pyhanko"))
    call = [program, "--config", str(setup), "sign", "addsig", "--field", "Sig", "--use-pades"]
    call += ["pkcs11", "--p11-setup", "clerk", str(source), str(target)]

    def way(files: Sequence[bytes]) -> float:
        started = time.perf_counter()
        for pdf in files:
            source.write_bytes(pdf)
            subprocess.run(call, env={**os.environ, **bench.environment}, check=True, capture_output=True)
        return time.perf_counter() - started

    return way
