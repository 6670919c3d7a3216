"""What may be dropped on a window. Knows Qt."""

from __future__ import annotations

from PySide6.QtCore import QMimeData


def pdf_files(data: QMimeData) -> list[str]:
    """The PDF files of this machine among what is being dragged."""
    paths = [url.toLocalFile() for url in data.urls() if url.isLocalFile()]
    return [path for path in paths if path.lower().endswith(".pdf")]
