"""PDFium by one caller at a time. Knows nothing.

The library keeps state for the whole process and locks nothing: two threads within it, even in two documents, corrupt
the memory of both. Pages are drawn on one lane, texts are read on others; whoever calls it holds this.
"""

from __future__ import annotations

import threading

ALONE = threading.RLock()
