"""What may be dropped on a window. Knows Qt."""

from __future__ import annotations

from PySide6.QtGui import QDropEvent


def take_pdfs(event: QDropEvent) -> list[str]:
    """The PDF files of this machine that are dragged in or dropped; the event is accepted where there are any."""
    paths = [url.toLocalFile() for url in event.mimeData().urls() if url.isLocalFile()]
    files = [path for path in paths if path.lower().endswith(".pdf")]
    if files:
        event.acceptProposedAction()
    return files
