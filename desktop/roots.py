"""Whom a real profile trusts: by the office's policy, and by what was added on this machine.

Knows the home, the settings and ``signing.roots``; no window, so that the command line answers at once.
"""

from __future__ import annotations

from pathlib import Path

from desktop.home import Home
from desktop.session.settings import Settings
from signing.roots import Roots


def roots_of(home: Home, settings: Settings) -> Roots:
    """The roots of real profiles: those of the office's policy, and what was added on this machine if it may be."""
    folder = settings["trustFolder"]
    return Roots({"policy": Path(folder)} if folder else {}, home.trust if settings["trustAdditions"] else None)
