"""The harness, for the tests of this package."""

from tests.office.harness import machine, office, size

__all__ = ["machine", "office", "size"]
