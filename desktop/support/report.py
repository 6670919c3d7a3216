"""A report on this machine: pages that can be read one by one, and the zip that is made of them. Knows redaction.

What is shown is what is written: the zip holds the very texts of the pages.
"""

from __future__ import annotations

import io
import logging
import os
import threading
import time
import zipfile
from collections import Counter
from collections.abc import Callable, Sequence
from contextlib import suppress
from dataclasses import dataclass
from datetime import datetime
from functools import cached_property
from pathlib import Path
from typing import Any

from desktop.support.redaction import Redaction, marks

# The standard library's own: a command that prints for a program has opened no log of ours.
log = logging.getLogger(__name__)

READ_FIRST = "doc-truoc.txt"
"""The page that says what the others are; made by `Report.of`."""


@dataclass(frozen=True)
class Page:
    """One file of a report.

    Attributes:
        name: in the zip.
        text: with its marks.
        about: what it is, (vi, en).
    """

    name: str
    text: str
    about: tuple[str, str] = ("", "")

    @cached_property
    def taken(self) -> Counter[str]:
        """How much was taken out of it, by kind. Counted once: a log has thousands of lines."""
        return marks(self.text)


@dataclass(frozen=True)
class Report:
    """All pages, the one that is to be read first in front."""

    pages: tuple[Page, ...]
    made: datetime

    @classmethod
    def of(cls, pages: Sequence[Page], made: datetime) -> Report:
        """These pages, with one in front that names them and says what was taken out."""
        return cls((_read_first(pages, made), *pages), made)

    @property
    def file_name(self) -> str:
        """What its file is called unless somebody says otherwise."""
        return f"tacnghiep-bao-cao-{self.made:%Y%m%d-%H%M}.zip"

    def with_page(self, page: Page) -> Report:
        """The same with one more page, or with another text of it; an empty one is left out."""
        pages = [one for one in self.pages[1:] if one.name != page.name]
        return Report.of([page, *pages] if page.text.strip() else pages, self.made)

    def zipped(self) -> bytes:
        """The zip."""
        out = io.BytesIO()
        with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
            for page in self.pages:
                entry = zipfile.ZipInfo(page.name, self.made.timetuple()[:6])
                entry.compress_type = zipfile.ZIP_DEFLATED
                archive.writestr(entry, page.text.encode("utf-8", "replace"))
        return out.getvalue()


def save(data: bytes, path: Path) -> None:
    """Write it as a whole, or not at all.

    Raises:
        OSError: it cannot be written there; what was there stays.
    """
    beside = path.with_name(f"{path.name}.{os.getpid()}.new")
    try:
        with beside.open("wb") as out:
            out.write(data)
            out.flush()
            os.fsync(out.fileno())
        beside.replace(path)
    except OSError:
        with suppress(OSError):
            beside.unlink()
        raise


@dataclass(frozen=True)
class Source:
    """Where pages come from.

    Attributes:
        name: of the first page, which says so where nothing came.
        look: reads or asks; may wait, and is then given up.
        pages: makes pages of what was found, with nothing in them that has to be taken out.
        seconds: how long it may take.
    """

    name: str
    look: Callable[[], Any]
    pages: Callable[[Redaction, Any], Sequence[Page]]
    seconds: float = 20.0


def gather(sources: Sequence[Source], redaction: Redaction, made: datetime) -> Report:
    """Look everywhere at once, each for as long as it may take, and make the report of what came. A page that cannot be
    made says so, and keeps no other.

    Blocks: belongs on a thread. What does not come in time is left to a thread that keeps nothing alive.
    """
    found: dict[str, Any] = {}
    failed: dict[str, str] = {}

    def look(source: Source) -> None:
        try:
            found[source.name] = source.look()
        except Exception as error:  # noqa: BLE001 - a part that fails is told in its place, and the others come
            failed[source.name] = f"{type(error).__name__}: {error}"

    threads = [threading.Thread(target=look, args=(source,), name="report", daemon=True) for source in sources]
    began = time.monotonic()
    for thread in threads:
        thread.start()
    pages: list[Page] = []
    for source, thread in zip(sources, threads, strict=True):
        thread.join(max(0.0, began + source.seconds - time.monotonic()))
        try:
            if source.name in found:
                pages += source.pages(redaction, found[source.name])
            else:
                why = failed.get(source.name) or f"no answer within {source.seconds:.0f} s"
                pages.append(Page(source.name, f"{redaction.trace(why)}\n", ("Chưa lấy được", "Not to be had")))
        except Exception as error:  # noqa: BLE001 - told in its place, and the others come
            pages.append(_not_made(source.name, error))
    return Report.of(pages, made)


def _not_made(name: str, error: Exception) -> Page:
    """Of the error its type alone: its words may quote what nobody has redacted."""
    kind = type(error).__name__
    log.warning("report.page_not_made: page=%s error=%s", name, kind)
    text = (
        f"Không lập được trang này do lỗi của chương trình ({kind}).\n"
        f"This page could not be made: an error of the program ({kind}).\n"
    )
    return Page(name, text, ("Không lập được", "Could not be made"))


def _read_first(pages: Sequence[Page], made: datetime) -> Page:
    lines = [
        "BÁO CÁO CHẨN ĐOÁN TÁC NGHIỆP / DIAGNOSTIC REPORT OF TÁC NGHIỆP",
        f"Lập lúc / made at: {made:%d/%m/%Y %H:%M %z}",
        "",
        "Không có văn bản, trích yếu, mã PIN, mật khẩu hay khóa nào trong báo cáo này. Chỗ đã bỏ được đánh dấu "
        "[[loại#số]]; cùng một thứ thì cùng một số.",
        "No document, subject, PIN, password or key is in this report. What was taken out is marked [[kind#number]]; "
        "the same thing has the same number.",
        "",
    ]
    for page in pages:
        taken = ", ".join(f"{kind} {count}" for kind, count in sorted(page.taken.items())) or "-"
        lines.append(f"{page.name}  ({len(page.text.encode('utf-8', 'replace'))} byte)")
        lines.append(f"    {page.about[0]} / {page.about[1]}")
        lines.append(f"    đã bỏ / taken out: {taken}")
    return Page(READ_FIRST, "\n".join(lines) + "\n", ("Nội dung báo cáo", "What this report holds"))
