"""Signing 200 one-page files on SoftHSM (RSA-3072), against pyHanko as it comes and against its command."""

from __future__ import annotations

import tempfile
from pathlib import Path

from signing import fields, notes, place, sign
from signing.appearance import Appearance, trimmed
from signing.tokens import TokenKey
from tests.benchmarks import signing_ways as ways
from tests.benchmarks.harness import Case, compare
from tests.signing import pages

TITLE = "Signing 200 one-page files on SoftHSM, RSA-3072, milliseconds a file"
FILES = 200
STOCK_FILES, COMMAND_FILES = 40, 3
"""As many of the slow ways as give a sound median; each figure is for one file."""


def run(rounds: int) -> None:
    with ways.softhsm() as bench, ways.ours(bench) as (agent, key), ways.stock_signer(bench) as signer:
        draft = pages.draft()
        print(f"  one file of {len(draft) // 1024} KB")
        with tempfile.TemporaryDirectory() as folder:
            compare(
                "invisible, B-B (aim: ours 0.5 of pyHanko with one session, 1/40 of its command)",
                {
                    "pyHanko, one session": each(ways.stock(bench, signer), draft, STOCK_FILES),
                    "ours": each(ways.batch(bench, key, ways.invisible), draft, FILES),
                    "pyhanko command": each(ways.command(bench, Path(folder)), draft, COMMAND_FILES),
                    "the token alone": each(ways.floor(agent, key), draft, FILES),
                },
                unit="ms", against="pyHanko, one session", rounds=rounds,
            )  # fmt: skip
        approved = approve(key)
        compare(
            "stamp and Vietnamese text (aim: ours 0.2 of pyHanko with a full font)",
            {
                "pyHanko, full font": each(ways.stock(bench, signer, visible=True), draft, STOCK_FILES),
                "ours: stamp, number and date": each(ways.batch(bench, key, sealing(approved)), approved, FILES),
                "ours: text of a copy": each(ways.batch(bench, key, copied), draft, FILES),
            },
            unit="ms", against="pyHanko, full font", rounds=rounds,
        )  # fmt: skip
        compare(
            "B-LT (aim: ours 0.5 of pyHanko)",
            {
                "pyHanko": each(ways.stock(bench, signer, level="B-LT"), draft, STOCK_FILES),
                "ours": each(ways.batch(bench, key, ways.invisible, level="B-LT"), draft, FILES),
            },
            unit="ms", against="pyHanko", rounds=rounds,
        )  # fmt: skip


def each(way: ways.Way, pdf: bytes, count: int) -> Case:
    """Milliseconds for one file of a batch of ``count``."""
    return lambda: way([pdf] * count) * 1000 / count


def approve(key: TokenKey) -> bytes:
    """What the leader signed, number and date still open."""
    made = fields.add_number_and_date(pages.draft())
    hand = Appearance(place.leader_box(made, place.find_name(made, pages.LEADER)[0]), trimmed(pages.handwriting()))
    return sign.approve(made, key, hand).pdf


def sealing(approved: bytes) -> ways.Act:
    """The agency's seal: its stamp, number and date filled in. The place was found when the desk was filled."""
    leader = place.leader_box(approved, place.find_name(approved, pages.LEADER)[0])
    look = Appearance(place.stamp_box(leader), pages.stamp())

    def seal(pdf: bytes, key: TokenKey, options: sign.Options) -> sign.Signed:
        return sign.seal(pdf, key, look, "118-TB/ĐU", "2026-11-22", options)

    return seal


def copied(pdf: bytes, key: TokenKey, options: sign.Options) -> sign.Signed:
    """A copy: two lines of text at the top right."""
    look = notes.copy_look(pdf, "SAO Y", "Đảng ủy xã An Phú", options.clock())
    return sign.sign_note(pdf, key, look, options)
