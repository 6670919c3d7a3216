"""PDFium is entered by one thread at a time: two within it corrupt the memory of both."""

from __future__ import annotations

import threading
from concurrent.futures import ThreadPoolExecutor

from signing import place
from signing.page_text import open_document
from signing.pdfium import ALONE
from tests.signing import pages


def test_a_text_is_read_only_when_nobody_else_is_in_the_library() -> None:
    draft = pages.draft()
    begun = threading.Event()

    def look() -> int:
        begun.set()
        return len(place.find_name(draft, pages.LEADER))

    with ThreadPoolExecutor(1) as other:
        with ALONE:
            found = other.submit(look)
            assert begun.wait(10)
            assert not found.done()
        assert found.result(20) > 0


def test_many_threads_read_the_same_file_at_once() -> None:
    draft = pages.draft()

    def read(_number: int) -> str:
        with open_document(draft) as document:
            return document[0].get_textpage().get_text_range()

    with ThreadPoolExecutor(8) as threads:
        assert len(set(threads.map(read, range(64)))) == 1
