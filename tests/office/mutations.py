"""Ways to spoil a signed file, each of which follows from a seed: bytes, numbers, names, blocks, revisions on top.

Knows the attacks' ``raw`` writer.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from random import Random

from tests.signing.attacks import raw

_TOKENS = (
    b"/Contents", b"/ByteRange", b"/Kids", b"/Parent", b"/Length", b"/Annots", b"/AP", b"/V", b"/FT", b"/Sig", b"/Tx",
    b"/Prev", b"/Size", b"/Root", b"/Type", b"/Page", b"/Pages", b"/Rect", b"/F", b"obj", b"endobj", b"stream",
    b"endstream", b"xref", b"trailer", b"startxref", b"%%EOF", b"null", b"true", b"[", b"]", b"<<", b">>", b"(", b")",
    b" 0 R", b" 1 R", b"\n", b"\r", b"\0", b"/DSS", b"/AcroForm", b"/XFA", b"/Encrypt", b"/ObjStm", b"/XRefStm",
)  # fmt: skip
_NUMBERS = (0, 1, -1, 2, 4, 7, 65535, 65536, 2**31, 2**32, 2**63, 10**18, -(2**31))

Mutation = Callable[[bytearray, Random, Sequence[bytes]], bytearray]


def mutated(bases: Sequence[bytes], seed: int) -> tuple[bytes, bytes]:
    """A base and what became of it."""
    random = Random(seed)
    base = random.choice(bases)
    made = bytearray(base)
    for _ in range(random.choice((1, 1, 1, 2, 2, 3, 5))):
        made = random.choice(_ALL)(made, random, bases)
        if len(made) > 3_000_000:
            break
    return base, bytes(made)


def _place(made: bytearray, random: Random) -> int:
    """Anywhere, rather not in the long run of digits that a signature is."""
    place = 0
    for _ in range(4):
        place = random.randrange(len(made) + 1)
        if b"0000000000000000" not in made[max(0, place - 8) : place + 16]:
            break
    return place


def _flip(made: bytearray, random: Random, _: Sequence[bytes]) -> bytearray:
    for _i in range(random.choice((1, 1, 2, 8))):
        if made:
            made[min(_place(made, random), len(made) - 1)] ^= 1 << random.randrange(8)
    return made


def _overwrite(made: bytearray, random: Random, _: Sequence[bytes]) -> bytearray:
    place, token = _place(made, random), random.choice(_TOKENS)
    made[place : place + len(token)] = token
    return made


def _insert(made: bytearray, random: Random, _: Sequence[bytes]) -> bytearray:
    place = _place(made, random)
    what = random.choice((random.choice(_TOKENS), random.randbytes(random.randrange(1, 40)), b" " * 20))
    made[place:place] = what
    return made


def _delete(made: bytearray, random: Random, _: Sequence[bytes]) -> bytearray:
    place = _place(made, random)
    del made[place : place + random.choice((1, 2, 10, 100, 2000))]
    return made


def _cut(made: bytearray, random: Random, _: Sequence[bytes]) -> bytearray:
    return made[: random.randrange(len(made) + 1)]


def _double(made: bytearray, random: Random, _: Sequence[bytes]) -> bytearray:
    start = _place(made, random)
    block = made[start : start + random.choice((20, 200, 2000, 20000))]
    place = random.choice((start, len(made), _place(made, random)))
    made[place:place] = block
    return made


def _number(made: bytearray, random: Random, _: Sequence[bytes]) -> bytearray:
    """One of the numbers becomes another, of the same length where that can be."""
    found = list(re.finditer(rb"(?<![\w.])-?\d{1,10}(?![\w.])", made))
    if not found:
        return made
    one = random.choice(found)
    new = random.choice((random.choice(_NUMBERS), int(one[0]) + random.choice((-20, -2, -1, 1, 2, 20))))
    text = str(new).encode()
    if random.random() < 0.6:
        text = text.rjust(len(one[0]), b"0")[: len(one[0])]
    made[one.start() : one.end()] = text
    return made


def _name(made: bytearray, random: Random, _: Sequence[bytes]) -> bytearray:
    found = list(re.finditer(rb"/[A-Za-z]{1,12}", made))
    if not found:
        return made
    one, other = random.choice(found), random.choice(found)
    text = other[0] if random.random() < 0.5 else other[0][: len(one[0])].ljust(len(one[0]), b"x")
    made[one.start() : one.end()] = text
    return made


def _digit(made: bytearray, random: Random, _: Sequence[bytes]) -> bytearray:
    """A digit within a signature's container."""
    found = list(re.finditer(rb"/Contents\s*<([0-9A-Fa-f]{200,})>", made))
    if found:
        one = random.choice(found)
        place = one.start(1) + min(int(random.expovariate(1 / 1500)), len(one[1]) - 1)
        made[place] = random.choice(b"0123456789abcdefABCDEF")
    return made


def _splice(made: bytearray, random: Random, bases: Sequence[bytes]) -> bytearray:
    other = random.choice(bases)
    start = random.randrange(len(other))
    block = other[start : start + random.choice((50, 500, 5000, 50000))]
    place = random.choice((len(made), _place(made, random)))
    made[place : place + random.choice((0, len(block)))] = block
    return made


def _revision(made: bytearray, random: Random, bases: Sequence[bytes]) -> bytearray:
    """A well-formed revision on top: a body that is there already, spoilt, or one of another file."""
    pdf = bytes(made)
    numbers = [int(one) for one in re.findall(rb"(?<!\d)(\d{1,5}) 0 obj", pdf)]
    if not numbers or b"startxref" not in pdf or b"/Size" not in pdf or not re.search(rb"/Root (\d+)", pdf):
        return made
    objects: dict[int, bytes] = {}
    for _ in range(random.choice((1, 1, 2, 4))):
        source = random.choice((pdf, pdf, bytes(random.choice(bases))))
        known = [int(one) for one in re.findall(rb"(?<!\d)(\d{1,5}) 0 obj", source)]
        try:
            body = bytearray(raw.body_of(source, random.choice(known)))
        except (ValueError, IndexError):
            continue
        for _spoil in range(random.choice((0, 1, 1, 2))):
            body = random.choice((_number, _name, _flip, _insert, _delete))(body, random, bases)
        objects[random.choice((random.choice(numbers), random.choice(numbers), max(numbers) + 1))] = bytes(body)
    try:
        return bytearray(raw.append(pdf, objects, listed=random.choice((None, None, None, list(objects)[:1]))))
    except (ValueError, IndexError, OverflowError):
        return made


def _end(made: bytearray, random: Random, _: Sequence[bytes]) -> bytearray:
    """Something behind the end."""
    what = random.choice((b"\n", b" ", b"%%EOF", b"x", b"\0", random.randbytes(30), bytes(made[-200:])))
    return made + what


_ALL: tuple[Mutation, ...] = (
    _flip, _overwrite, _insert, _delete, _cut, _double, _number, _number, _number, _name, _name, _digit, _digit,
    _splice, _revision, _revision, _revision, _revision, _revision, _end,
)  # fmt: skip
