"""Judging 200 issued files (leader, agency, B-LT) with every check, against stock pyHanko in the same process."""

from __future__ import annotations

import asyncio
import io
import logging
import time
from collections.abc import Callable, Sequence
from typing import Any

import structlog
from asn1crypto import x509
from pyhanko.pdf_utils.reader import PdfFileReader
from pyhanko.sign.validation import async_validate_pdf_signature
from pyhanko.sign.validation.dss import DocumentSecurityStore
from pyhanko_certvalidator import ValidationContext

from signing import fields, place, sign
from signing.appearance import Appearance, trimmed
from signing.timestamps import TimestampService
from signing.trust import Trust
from signing.validation import validate
from tests.benchmarks.harness import compare
from tests.signing import pages
from tests.signing.office_pki import Served

TITLE = "Validation of 200 issued one-page files, leader and agency, B-LT, offline, in one process"
FILES = 200
PEOPLE = 5


def run(rounds: int) -> None:
    structlog.configure(wrapper_class=structlog.make_filtering_bound_logger(logging.WARNING))
    served = Served()
    try:
        trust, files = _office(served)
    finally:
        served.close()
    compare(
        f"{FILES} files, every verdict asserted (ours at most x1.50 wanted)",
        {
            "stock pyHanko": _timed(lambda: asyncio.run(_Stock(trust, files).judge())),
            "ours": _timed(lambda: _ours(trust, files)),
        },
        unit="s",
        against="stock pyHanko",
        rounds=rounds,
    )


def _timed(work: Callable[[], object]) -> Callable[[], float]:
    def case() -> float:
        begun = time.perf_counter()
        work()
        return time.perf_counter() - begun

    return case


def _ours(trust: Trust, files: Sequence[bytes]) -> None:
    for pdf in files:
        found = validate(pdf, trust)
        assert found.verdict == "valid", found.report
        assert [one.level for one in found.signatures] == ["B-LT", "B-LT"]


class _Stock:
    """pyHanko as its documentation uses it: a reader a file, a context a signature, the default rules of difference."""

    def __init__(self, trust: Trust, files: Sequence[bytes]) -> None:
        self._trust = trust
        self._files = files

    async def judge(self) -> None:
        for pdf in self._files:
            reader = PdfFileReader(io.BytesIO(pdf), strict=False)
            store = DocumentSecurityStore.read_dss(reader)
            for signature in reader.embedded_regular_signatures:
                context: ValidationContext = store.as_validation_context(
                    {**self._context(), "revocation_mode": "hard-fail"}
                )
                found = await async_validate_pdf_signature(signature, context)
                assert found.bottom_line, found.pretty_print_details()

    def _context(self) -> dict[str, Any]:
        return {
            "trust_roots": list(self._trust.roots),
            "other_certs": list(self._trust.others),
            "allow_fetching": False,
        }


def _office(served: Served) -> tuple[Trust, list[bytes]]:
    """The roots, without a line to ask by, and files as an office of a few leaders issues them."""
    pki = served.pki
    asking = Trust((x509.Certificate.load(pki.root.der),), (x509.Certificate.load(pki.ca.der),))
    leaders = [pki.issue(f"{pages.LEADER} {i}") for i in range(PEOPLE)]
    agency = pki.issue("Đảng ủy xã An Phú")
    service = TimestampService(pki.url + "/tsa", timeout=5)
    options = sign.Options(trust=asking, timestamps=service, keep_evidence=True)
    files: list[bytes] = []
    try:
        for number in range(FILES):
            draft = fields.add_number_and_date(pages.draft())
            box = place.leader_box(draft, place.find_name(draft, pages.LEADER)[0])
            hand = Appearance(box, trimmed(pages.handwriting()))
            approved = sign.approve(draft, leaders[number % PEOPLE], hand, options).pdf
            stamp = Appearance(place.stamp_box(box, visible=hand.fitted), pages.stamp())
            signed = sign.seal(approved, agency, stamp, f"{number + 1}-TB/ĐU", "2026-11-22", options)
            assert signed.level == "B-LT"
            files.append(signed.pdf)
    finally:
        service.close()
    return Trust(asking.roots, asking.others, online=False), files
