"""``tacnghiep diagnose --report FILE``: writes the report without a window, and says what is in it. No Qt."""

from __future__ import annotations

import sys
from collections.abc import Sequence
from datetime import datetime
from pathlib import Path

from desktop import diagnose
from desktop.findings import Finding
from desktop.home import Home
from desktop.session.settings import Settings
from desktop.support import parts
from desktop.support.report import READ_FIRST, Report, gather, save


def write(home: Home, target: Path) -> tuple[list[Finding], bool]:
    """Look, gather and write; what was found in time, and whether the report was written.

    What is in it is told on the error stream: the findings may be read by a program.

    Args:
        target: a file, or a folder that is there.
    """
    settings = Settings(home.settings)
    found: list[Finding] = []

    def look() -> Sequence[Finding]:
        found[:] = diagnose.look(home)
        return list(found)

    made = parts.sources(home, settings, findings=look)
    report = gather(made, parts.redaction_of(home, settings), datetime.now().astimezone())
    path = target / report.file_name if target.is_dir() else target
    try:
        save(report.zipped(), path)
    except OSError as error:
        sys.stderr.write(f"Không ghi được báo cáo vào {path}: {error.strerror or error}\n")
        return found, False
    sys.stderr.write(_told(report, path))
    return found, True


def _told(report: Report, path: Path) -> str:
    lines = [f"Đã ghi báo cáo: {path}"]
    for page in report.pages:
        if page.name != READ_FIRST:
            taken = sum(page.taken.values())
            lines.append(f"  {page.name}: {page.about[0]}" + (f", đã bỏ {taken} chỗ" if taken else ""))
    return "\n".join([*lines, "Mở tệp zip để xem trước khi gửi cho người hỗ trợ.", ""])
