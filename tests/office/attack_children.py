"""``python -m tests.office.attack_children``: the whole corpus of attacks through the limited children of the product.

    --only TEXT     those whose name has this in it
    --keep DIR      write the files there, for other programs to look at

Prints each attack that came out with another word than it may, was not judged, or took too long, and sums up; exit
status 1 if there was any.
"""

from __future__ import annotations

import argparse
import logging
import sys
import time
from collections import Counter
from collections.abc import Sequence
from pathlib import Path

import structlog

from signing.judging import Judges
from tests.signing.attacks.catalogue import ATTACKS
from tests.signing.attacks.workshop import Workshop
from tests.signing.office_pki import Served

LIMIT = 20.0  # seconds: 10 for a file, and 10 for a child that is started anew behind one that it could not judge


def main(argv: Sequence[str]) -> int:
    """The command."""
    parser = argparse.ArgumentParser(prog="attack_children")
    parser.add_argument("--only", default="")
    parser.add_argument("--keep", type=Path)
    chosen = parser.parse_args(argv)
    logging.disable(logging.CRITICAL)
    structlog.configure(wrapper_class=structlog.make_filtering_bound_logger(logging.CRITICAL))
    words: Counter[str] = Counter()
    bad, longest = 0, 0.0
    served = Served()
    try:
        office = Workshop(served.pki)
        with Judges(size=2) as judges:
            for attack in (one for one in ATTACKS if chosen.only in str(one)):
                pdf = attack.file(office)
                if chosen.keep:
                    chosen.keep.mkdir(parents=True, exist_ok=True)
                    (chosen.keep / f"{attack}.pdf").write_bytes(pdf)
                began = time.monotonic()
                found = judges.judge(pdf, office.trust, online=False)
                took = time.monotonic() - began
                longest = max(longest, took)
                words[found.verdict] += 1
                codes = sorted({one.code for one in found.all_reasons()})
                if found.verdict not in attack.words or {"notJudged", "tookTooLong"} & set(codes) or took > LIMIT:
                    bad += 1
                    sys.stdout.write(f"{attack}: {found.verdict} {codes} in {took:.1f} s\n")
                    sys.stdout.flush()
    finally:
        served.close()
    sys.stdout.write(
        f"{sum(words.values())} files, {dict(words)}, longest {longest:.1f} s, {bad} otherwise than told\n"
    )
    return 1 if bad else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
