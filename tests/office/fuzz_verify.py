"""``python -m tests.office.fuzz_verify``: spoils signed files by the thousand and has the verifier judge each.

No exception may leave the verifier, no file may hold it up, and no file whose signed bytes or shown pages changed may
come out valid. What is done to a file follows from its seed (``mutations``); the files that are spoilt are kept in the
folder, so that a seed means the same the next time. The verifier runs in a child, as in the product: a file that ends
the child, or that it never comes back from, is told and kept like the others.

    --count 10000 --seed 1      so many seeds, one after the other, from this one on
    --minutes 20                stop after that time
    --replay SEED               that one again, with its report
    --folder DIR                where the files are kept that are spoilt and those that failed
                                (default: fuzz-verify in the folder for temporary files)

Prints each seed that failed and why, and sums up what words were given; exit status 1 if any failed.
"""

from __future__ import annotations

import argparse
import logging
import re
import subprocess
import sys
import tempfile
import threading
import time
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path

import structlog
from asn1crypto import x509

from signing.trust import Trust
from signing.validation import validate
from tests.office.mutations import mutated
from tests.signing.attacks.workshop import Workshop
from tests.signing.honest.producers import DRAWN
from tests.signing.honest.ways import WAYS
from tests.signing.office_pki import Served

LONGEST = 10.0  # seconds for one file
_LOST = 60.0  # seconds until a child that says nothing is ended
_GAP = re.compile(rb"/Contents\s*<[0-9A-Fa-f\s]{200,}>")


@dataclass(frozen=True)
class Bench:
    """The files to spoil and whom to trust."""

    bases: tuple[bytes, ...]
    roots: tuple[bytes, ...]
    others: tuple[bytes, ...]

    @property
    def trust(self) -> Trust:
        load = x509.Certificate.load
        return Trust(tuple(map(load, self.roots)), tuple(map(load, self.others)), online=False)

    @classmethod
    def make(cls, office: Workshop) -> Bench:
        """Small files of every structure, signed in several ways, and our own."""
        pairs = zip(
            ("version-1.7", "packed-in-streams", "hybrid", "linearized", "form", "changed-before", "version-1.4"),
            ("twice", "shown", "once", "certified", "once", "stamped-for-the-archive", "locked"),
            strict=True,
        )
        theirs = [WAYS[way](office, DRAWN[drawn]()) for drawn, way in pairs]
        bases = (*theirs, office.signed_form, office.remarks_allowed, office.shown, office.approved, office.sealed)
        return cls(bases, (office.pki.root.der,), (office.pki.ca.der,))

    @classmethod
    def kept(cls, folder: Path) -> Bench:
        """That of the folder; made and put there when it has none."""
        if not (folder / "bases").exists():
            served = Served()
            try:
                cls.make(Workshop(served.pki)).keep(folder)
            finally:
                served.close()
        parts = {name: sorted((folder / name).iterdir()) for name in ("bases", "roots", "others")}
        read = {name: tuple(file.read_bytes() for file in files) for name, files in parts.items()}
        return cls(**read)

    def keep(self, folder: Path) -> None:
        """Puts it there."""
        for name, parts in (("roots", self.roots), ("others", self.others), ("bases", self.bases)):
            (folder / name).mkdir(parents=True)
            for i, part in enumerate(parts):
                (folder / name / f"{i:02}").write_bytes(part)


@dataclass
class Outcome:
    """What one seed came to: a word, or what went wrong."""

    seed: int
    word: str
    fault: str = ""
    unjudged: str = ""


def judge(bench: Bench, seed: int) -> Outcome:
    """Spoils and judges one file."""
    base, made = mutated(bench.bases, seed)
    if made == base:
        return Outcome(seed, "unchanged")
    began = time.monotonic()
    try:
        found = validate(made, bench.trust)
    except BaseException as error:  # noqa: BLE001 - that is what is looked for
        return Outcome(seed, "raised", f"raised {type(error).__name__}: {error}")
    took = time.monotonic() - began
    outcome = Outcome(seed, found.verdict)
    if took > LONGEST:
        outcome.fault = f"took {took:.0f} s"
    elif found.verdict == "valid" and not still_what_was_signed(bench.bases, made):
        outcome.fault = "valid, and no longer what was signed"
    if any(one.code == "notJudged" for one in found.reasons):
        outcome.unjudged = found.report.strip().splitlines()[-1][:160]
    return outcome


def still_what_was_signed(bases: Sequence[bytes], made: bytes) -> bool:
    """Whether it is one of the files up to the end of one of its signatures, and shows what that file showed.

    Within the signatures' own containers bytes may differ that nobody signed: upper or lower case, certificates that
    nobody needs, zeros.
    """
    shown = _pictures(made)
    return any(
        _without_gaps(made[:end]) == _without_gaps(base[:end]) and shown in (_pictures(base[:end]), _pictures(base))
        for base in bases
        for end in _ends(base)
    )


def _ends(base: bytes) -> Iterator[int]:
    for _, _, second, length in re.findall(rb"/ByteRange\s*\[\s*(\d+)\s+(\d+)\s+(\d+)\s+(\d+)", base):
        yield int(second) + int(length)


def _without_gaps(pdf: bytes) -> bytes:
    return _GAP.sub(lambda one: b"#" * len(one[0]), pdf)


def _pictures(pdf: bytes) -> list[bytes] | None:
    import pypdfium2

    from signing.pdfium import ALONE

    try:
        with ALONE, pypdfium2.PdfDocument(pdf) as document:
            document.init_forms()
            return [bytes(page.render(may_draw_forms=True).buffer) for page in document]
    except pypdfium2.PdfiumError:
        return None


# -- many of them ------------------------------------------------------------------------------------------------


@dataclass
class Sum:
    """What many seeds came to."""

    words: Counter[str] = field(default_factory=Counter)
    unjudged: Counter[str] = field(default_factory=Counter)
    failed: list[Outcome] = field(default_factory=list)

    def add(self, outcome: Outcome) -> None:
        self.words[outcome.word] += 1
        if outcome.unjudged:
            self.unjudged[f"{outcome.unjudged} (seed {outcome.seed})"] += 1
        if outcome.fault:
            self.failed.append(outcome)


def judge_all(bench: Bench, seeds: Iterable[int], until: float | None = None) -> Sum:
    """Judges in this process, as long as there is time."""
    found = Sum()
    for seed in seeds:
        if until is not None and time.monotonic() > until:
            break
        found.add(judge(bench, seed))
    return found


def _in_children(folder: Path, first: int, count: int, until: float | None) -> Sum:
    """Judges in a child; another one goes on behind the seed that ended it."""
    found, seed = Sum(), first
    while seed < first + count and (until is None or time.monotonic() < until):
        seed = _one_child(folder, seed, first + count, until, found)
    return found


def _one_child(folder: Path, seed: int, end: int, until: float | None, found: Sum) -> int:
    command = [sys.executable, "-m", "tests.office.fuzz_verify", "--folder", str(folder), "--child"]
    child = subprocess.Popen([*command, str(seed), str(end)], stdout=subprocess.PIPE, text=True)
    assert child.stdout is not None
    heard = [time.monotonic()]
    silent = threading.Event()

    def watch() -> None:
        while not silent.wait(1.0):
            late = until is not None and time.monotonic() > until + _LOST
            if time.monotonic() - heard[0] > _LOST or late:
                child.kill()
                return

    watcher = threading.Thread(target=watch, daemon=True)
    watcher.start()
    for line in child.stdout:
        heard[0] = time.monotonic()
        told = Outcome(*_parsed(line))
        found.add(told)
        seed = told.seed + 1
        if told.fault:
            _keep(folder, told)
        if until is not None and time.monotonic() > until:
            child.kill()
            silent.set()
            child.wait()
            return end
    silent.set()
    if child.wait() != 0 and seed < end:
        ended = Outcome(seed, "ended", f"ended the child with {child.returncode}, or held it up for {_LOST:.0f} s")
        found.add(ended)
        _keep(folder, ended)
        seed += 1
    return seed


def _parsed(line: str) -> tuple[int, str, str, str]:
    seed, word, fault, unjudged = line.rstrip("\n").split("\t")
    return int(seed), word, fault, unjudged


def _keep(folder: Path, outcome: Outcome) -> None:
    (folder / f"failed-{outcome.seed}.pdf").write_bytes(mutated(Bench.kept(folder).bases, outcome.seed)[1])
    _say(f"seed {outcome.seed}: {outcome.fault}")


def _child(folder: Path, first: int, end: int) -> None:
    bench = Bench.kept(folder)
    for seed in range(first, end):
        one = judge(bench, seed)
        _say("\t".join((str(one.seed), one.word, one.fault.replace("\n", " ").replace("\t", " "),
                        one.unjudged.replace("\t", " "))))  # fmt: skip


def _say(text: str) -> None:
    sys.stdout.write(text + "\n")
    sys.stdout.flush()


def main(argv: Sequence[str]) -> int:
    """The command."""
    parser = argparse.ArgumentParser(prog="fuzz_verify")
    parser.add_argument("--count", type=int, default=10_000)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--minutes", type=float)
    parser.add_argument("--replay", type=int)
    parser.add_argument("--folder", type=Path, default=Path(tempfile.gettempdir()) / "fuzz-verify")
    parser.add_argument("--child", type=int, nargs=2)
    chosen = parser.parse_args(argv)
    logging.disable(logging.CRITICAL)
    structlog.configure(wrapper_class=structlog.make_filtering_bound_logger(logging.CRITICAL))
    if chosen.child:
        _child(chosen.folder, *chosen.child)
        return 0
    bench = Bench.kept(chosen.folder)
    if chosen.replay is not None:
        outcome = judge(bench, chosen.replay)
        made = mutated(bench.bases, chosen.replay)[1]
        (chosen.folder / f"seed-{chosen.replay}.pdf").write_bytes(made)
        _say(f"{outcome}\n{validate(made, bench.trust).report}")
        return 1 if outcome.fault else 0
    began = time.monotonic()
    until = began + chosen.minutes * 60 if chosen.minutes else None
    found = _in_children(chosen.folder, chosen.seed, chosen.count, until)
    took = time.monotonic() - began
    _say(f"{sum(found.words.values())} files from seed {chosen.seed} in {took:.0f} s: {dict(found.words)}")
    for text, times in found.unjudged.most_common(20):
        _say(f"unjudged {times}: {text}")
    _say(f"failed: {[one.seed for one in found.failed]} in {chosen.folder}")
    return 1 if found.failed else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
