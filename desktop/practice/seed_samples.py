"""Draft pages that a clerk can pick when practising to write: plain PDFs with room for number and date."""

from __future__ import annotations

from pathlib import Path

from desktop.practice.pages import draw
from desktop.practice.past import Past
from desktop.practice.people import BY_KEY
from desktop.practice.seed_papers import Papers, signatory
from desktop.practice.subjects_outgoing import THEMES
from desktop.practice.texts import write

_SAMPLES: tuple[tuple[str, str, str], ...] = (
    ("Du thao cong van de nghi ho tro kinh phi.pdf", "Về việc đề nghị hỗ trợ kinh phí", "le-van-hoa"),
    ("Du thao ke hoach chuyen doi so.pdf", "Chuyển đổi số trong Đảng bộ", "le-van-hoa"),
    ("Du thao thong bao ket luan Ban Thuong vu.pdf", "Kết luận của Ban Thường vụ", "pham-thu-ha"),
    ("Du thao bao cao cong tac xay dung Dang.pdf", "Công tác xây dựng Đảng tháng", "pham-thu-ha"),
    ("Du thao to trinh nhan su.pdf", "Về nhân sự Ban Chỉ huy", "le-van-hoa"),
)


def write_samples(folder: Path, papers: Papers, past: Past) -> list[Path]:
    """Writes the drafts that are not there yet; their paths."""
    folder.mkdir(parents=True, exist_ok=True)
    found: list[Path] = []
    for name, start, signer in _SAMPLES:
        theme = next(t for t in THEMES if t.subject.startswith(start))
        written = write(theme, "du-anphu", past.now.date(), past.rng, state_style=False)
        sheet = papers.sheet(written, signatory(BY_KEY[signer], "du-anphu"), None, None)
        path = folder / name
        if not path.exists():
            path.write_bytes(draw(sheet).pdf)
        found.append(path)
    return found
