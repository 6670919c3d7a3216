"""Tells who asked to be told which types changed, on the loop's thread. Knows nothing."""

from __future__ import annotations

from collections.abc import Callable

Callback = Callable[[frozenset[str]], None]


class Changes:
    """Those who want to be told."""

    def __init__(self) -> None:
        self._callbacks: list[Callback] = []

    def subscribe(self, callback: Callback) -> Callable[[], None]:
        """Tell ``callback`` from now on; what is returned ends it."""
        self._callbacks.append(callback)

        def unsubscribe() -> None:
            if callback in self._callbacks:
                self._callbacks.remove(callback)

        return unsubscribe

    def tell(self, types: frozenset[str]) -> None:
        """These types have changed."""
        for callback in list(self._callbacks):
            callback(types)
