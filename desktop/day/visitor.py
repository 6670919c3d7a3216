"""A browser without a window: opens the sign-in page, reads its form, and signs in as whoever is to come next."""

from __future__ import annotations

import re
import threading

import requests

_TICKET = re.compile(r'name="ticket" value="([^"]+)"')
PATIENCE = 30.0


class Visitor:
    """Follows the same pages as a person's browser.

    Attributes:
        username, password: who signs in next.
    """

    def __init__(self) -> None:
        self.username = ""
        self.password = ""

    def open(self, page: str) -> bool:
        """Open the page and go through it, on a thread of its own as a browser would."""
        threading.Thread(target=self._visit, args=(page,), name="visitor", daemon=True).start()
        return True

    def _visit(self, page: str) -> None:
        with requests.Session() as http:
            http.trust_env = False
            found = _TICKET.search(http.get(page, timeout=PATIENCE).text)
            if found is not None:
                fields = {"ticket": found[1], "username": self.username, "password": self.password}
                http.post(page, data=fields, timeout=PATIENCE)
