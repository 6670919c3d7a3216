"""Which version of the program this is. Knows the installed package's own record alone."""

from __future__ import annotations

from importlib.metadata import PackageNotFoundError, version


def product_version() -> str:
    """The installed version; "0+source" where the program runs from a folder that was never installed."""
    try:
        return version("tacnghiep")
    except PackageNotFoundError:
        return "0+source"
