"""One file from here to the central, or from there into the sealed store. Knows blobs, budget and the store.

Runs in a thread of the files' lane, from the first byte to the last.
"""

from __future__ import annotations

import io
from collections.abc import Callable
from functools import partial
from threading import Lock

from desktop.central import blobs
from desktop.central.jmap import Central
from desktop.central.transport import Call
from desktop.office.documents import FileRef, blob_id
from desktop.sync.budget import Budget
from local_cache import Cache
from local_cache.errors import CacheClosed, CacheError, DamagedFile

Moved = Callable[[int, int], None]

_ACT = 1
"""The rank of a file that an act waits for."""


class FileMissing(Exception):
    """A file that an act needs is no longer on this machine."""

    code = "fileMissing"


class FileDamaged(Exception):
    """A file that an act needs is here and does not open."""

    code = "fileDamaged"


def up(cache: Cache, central: Central, file: FileRef, budget: Budget, moved: Moved, call: Call) -> None:
    """Send a file.

    Raises:
        CentralError: as its kind says.
        FileMissing, FileDamaged: it cannot be read here.
    """
    digest = file["digest"]
    try:
        size = cache.blobs.size(digest)
        with io.BufferedReader(cache.blobs.open(digest), 1 << 20) as source, budget.moving(_ACT):
            pace = partial(_pace, budget, lambda: _ACT, call)
            blobs.upload(central, source, size, blob_id(digest), file["mediaType"], call, moved, pace)
    except CacheClosed:
        raise
    except DamagedFile as error:
        raise FileDamaged(digest) from error
    except CacheError as error:
        raise FileMissing(digest) from error


def down(
    cache: Cache,
    central: Central,
    file: FileRef,
    budget: Budget,
    moved: Moved,
    rank: Callable[[], int],
    alone: Lock,
    call: Call,
) -> None:
    """Fetch what is missing of a file.

    Args:
        alone: held meanwhile: two threads must never write one file.

    Raises:
        CentralError, CacheError: as they say.
    """
    with alone, cache.blobs.partial(file["digest"], file["size"]) as partial_, budget.moving(rank()):
        pace = partial(_pace, budget, rank, call)
        blobs.download(
            central, file["blobId"], file["name"], file["mediaType"], file["size"], partial_, call, moved, pace
        )


def _pace(budget: Budget, rank: Callable[[], int], call: Call, count: int) -> None:
    budget.passed(count, rank(), call)
