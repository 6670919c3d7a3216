"""Real PDF files of some 300 KB for a central at size: a pool, shared by content. Knows the disk alone.

A picture of noise makes them large, as a scan would: no compression takes it away.
"""

from __future__ import annotations

import hashlib
import json
from io import BytesIO
from pathlib import Path
from random import Random

from PIL import Image
from reportlab import rl_config
from reportlab.lib.pagesizes import A4
from reportlab.lib.utils import ImageReader
from reportlab.pdfgen.canvas import Canvas

from desktop.practice.nation import File

SIDE = 316
"""Dots on an edge of the noise: 316 * 316 * 3 bytes."""

_LIST = "national-files.json"


def lay_files(folder: Path, count: int) -> list[File]:
    """The first ``count`` files of the pool in a blob folder, made where they are missing."""
    remembered = folder / _LIST
    known = [File(*row) for row in json.loads(remembered.read_text("ascii"))] if remembered.exists() else []
    files = [file for file in known if _place(folder, file).exists()]
    if len(files) != len(known):
        files = []
    files = files[:count]
    for n in range(len(files), count):
        data = _pdf(n)
        file = File(f"sha256-{hashlib.sha256(data).hexdigest()}", len(data))
        place = _place(folder, file)
        place.parent.mkdir(parents=True, exist_ok=True)
        place.write_bytes(data)
        files.append(file)
    folder.mkdir(parents=True, exist_ok=True)
    remembered.write_text(json.dumps([(file.blob_id, file.size) for file in files]), "ascii")
    return files


def _place(folder: Path, file: File) -> Path:
    digest = file.blob_id.removeprefix("sha256-")
    return folder / digest[:2] / digest


def _pdf(n: int) -> bytes:
    """One page with a line of text and a picture; the same for the same number."""
    rl_config.useA85 = 0  # As in desktop.practice.pages: the bytes themselves, not a text form of them.
    rng, out = Random(n), BytesIO()
    canvas = Canvas(out, pagesize=A4, invariant=1)
    canvas.drawString(72, 780, f"THUC HANH - van ban gia dinh so {n}")
    noise = Image.frombytes("RGB", (SIDE, SIDE), rng.randbytes(SIDE * SIDE * 3))
    canvas.drawImage(ImageReader(noise), 72, 300, 450, 450)
    canvas.save()
    return out.getvalue()
