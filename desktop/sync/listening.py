"""Listening for events, and beginning again where the line was cut, silent, or never there. Knows central and line."""

from __future__ import annotations

import asyncio
import random
from collections.abc import Callable, Mapping, Sequence

import structlog

from desktop.central import events
from desktop.central.errors import Broken, CentralError, Offline, Refused
from desktop.sync.line import Line
from desktop.sync.retry import Retry

log = structlog.get_logger(__name__)

ASK_AGAIN = 3600.0
"""Seconds after which a central without events is asked whether it has them by now."""
LONGEST_SILENCE = 900.0
"""Three times the rarest pings of RFC 8620, 7.3: a central that never pings is not cut more often than that."""
DAY = 86400.0


class Listening:
    """One task's work: hears of changes for as long as it runs.

    Args:
        heard: told of {type: new state}; of nothing when listening begins or ends, and it has to be looked anew.
        ping: seconds between signs of life that are asked for.

    Attributes:
        hearing: whether events come in at present.
    """

    def __init__(
        self,
        line: Line,
        names: Sequence[str],
        heard: Callable[[Mapping[str, str]], None],
        rng: random.Random,
        *,
        ping: int = events.PING,
    ) -> None:
        self._line = line
        self._names = names
        self._heard = heard
        self._rng = rng
        self._ping = ping
        self._patience = 3.0 * ping
        self._last = ""
        self._again = asyncio.Event()
        self.hearing = False

    def ask_again(self) -> None:
        """Something has changed (signed in anew, the clerk asked to look): what was put off is tried now."""
        self._again.set()

    async def run(self) -> None:
        """Until cancelled."""
        retry = Retry()
        while True:
            self._again.clear()
            try:
                there, error = await self._listen(), Offline("cut")
            except CentralError as problem:
                there, error = True, problem
            except Exception:
                log.exception("sync.events_stumbled")
                there, error = True, Broken("internal")
            if self.hearing:
                retry = Retry()
                self.hearing = False
                self._heard({})
            retry = retry.failed()
            await self._pause(error, retry, there=there)

    async def _listen(self) -> bool:
        loop = asyncio.get_running_loop()

        def changed(states: Mapping[str, str], event_id: str) -> None:
            """From a network thread."""
            loop.call_soon_threadsafe(self._take, states, event_id)

        return await self._line.run(self._events, changed, patience=DAY)

    def _events(self, changed: events.Changed, call: events.Call) -> bool:
        central = self._line.central
        return events.listen(
            central, self._names, changed, call, ping=self._ping, patience=self._patience, last=self._last
        )

    def _take(self, states: Mapping[str, str], event_id: str) -> None:
        self.hearing = True
        self._last = event_id
        self._heard(states)

    async def _pause(self, error: CentralError, retry: Retry, *, there: bool) -> None:
        """Wait until it makes sense to try again."""
        seconds = retry.delay(error, self._rng)
        if not there:
            log.info("sync.no_events_there")
            seconds = ASK_AGAIN
        elif isinstance(error, Refused):
            # Signing in again, or the clerk, ends the wait.
            seconds = ASK_AGAIN
        elif isinstance(error, events.Silent) and not error.pinged:
            # It may ping more rarely than it was asked to, or never.
            self._patience = min(2 * self._patience, LONGEST_SILENCE)
        elif isinstance(error, Broken):
            log.info("sync.events_broken", code=error.code)
        try:
            async with asyncio.timeout(seconds):
                await self._again.wait()
        except TimeoutError:
            return
