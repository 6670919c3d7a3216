"""The first sync of 20,000 documents with their text, against mbsync of 20,000 messages of the same texts from Cyrus.

Ours ends with the documents encrypted and in the search index; mbsync leaves files in clear text, without an index.
Both into an empty folder, in turn, over loopback, without TLS. What else a clerk gets (a dozen objects to a document:
who has it on the desk, and all that was done with it) is shown apart: a mailbox has nothing like it.
"""

from __future__ import annotations

import base64
import json
import shutil
import subprocess
import time
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any

from desktop.practice.store import Store, sqlite_url
from tests.benchmarks import parts
from tests.benchmarks.harness import Figure, interleaved, show
from tests.office import cyrus

TITLE = "First sync of 20,000 documents, encrypted and indexed (against: mbsync of 20,000 like messages from Cyrus)"
SIZE = 20_000
TOGETHER = 500

_MBSYNC = """
IMAPAccount clerk
Host 127.0.0.1
Port {port}
User mai
Pass {password}
SSLType None
AuthMechs PLAIN

IMAPStore far
Account clerk

MaildirStore near
Path {folder}/
Inbox {folder}/INBOX

Channel all
Far :far:
Near :near:
Patterns INBOX
Create Near
Sync Pull
SyncState *
"""


def run(rounds: int) -> None:
    with parts.central(SIZE) as address, cyrus.serve() as server:
        clerk = next(str(person["id"]) for person in address.people if person["username"] == parts.CLERK)
        texts = list(_texts(clerk))
        _seed(server, texts)
        folder = parts.KEPT / "mbsync"
        pulled: list[dict[str, Any]] = []

        def ours(*names: str) -> float:
            said = parts.fresh("pulling_alone", address.url, address.password, *names)
            pulled.append(json.loads(said.splitlines()[-1]))
            return pulled[-1]["seconds"]

        figures = interleaved(
            {
                "mbsync": lambda: _mbsync(server, folder, len(texts)),
                "without": lambda: _mbsync(server, folder, len(texts), "FSync no\n"),
                "ours": lambda: ours("Document"),
                "all": ours,
            },
            rounds,
            warmup=0,
        )
        shutil.rmtree(folder, ignore_errors=True)
    counts = pulled[-1]["counts"]
    size = sum(len(text.encode()) for _, text in texts)
    print(f"{len(texts)} messages of {size / 1e6:.1f} MB of text; {pulled[-1]['found']} hits of a search here")
    print(f"all that the clerk gets beside the documents: {sum(counts.values())} objects, {counts}")
    names = {
        "mbsync": "mbsync, as it comes", "without": "mbsync, without fsync", "ours": "ours, the documents",
        "all": "ours, everything",
    }  # fmt: skip
    shown = {key: Figure(names[key], figure.values) for key, figure in figures.items()}
    show(shown, "s", "ours")
    print(f"  ours is {shown['mbsync'].median / shown['ours'].median:.1f} times as fast (target: 4)")


def _texts(person_id: str) -> Iterator[tuple[str, str]]:
    """Subject and text of every document that the person can see, as the office has them."""
    store = Store.open(sqlite_url(parts.KEPT / f"office-{SIZE}" / "office.db"))
    try:
        with store.reading() as reading:
            viewer = reading.viewer(person_id)
            assert viewer is not None
            ids = reading.visible(viewer, "Document", SIZE)
            for text in reading.texts(viewer, "Document", ids).values():
                document = json.loads(text)
                yield document["subject"], document["text"]
    finally:
        store.close()


def _seed(server: cyrus.Cyrus, texts: Iterable[tuple[str, str]]) -> None:
    """Put the messages there, many to a command and without waiting in between (RFC 3502, RFC 7888)."""
    messages = [_message(n, *each) for n, each in enumerate(texts)]
    session = server.imap("mai")
    for first in range(0, len(messages), TOGETHER):
        session.send(b"%s APPEND INBOX" % session._new_tag())  # type: ignore[attr-defined]
        for message in messages[first : first + TOGETHER]:
            session.send(b" {%d+}\r\n" % len(message) + message)
        session.send(b"\r\n")
        while b"APPENDUID" not in (line := session.readline()):
            if b" NO " in line or b" BAD " in line or not line:
                raise RuntimeError(line.decode("utf-8", "replace"))
    session.shutdown()


def _message(n: int, subject: str, text: str) -> bytes:
    words = base64.b64encode(subject.encode()).decode()
    folded = "\r\n ".join(f"=?utf-8?B?{words[i : i + 48]}?=" for i in range(0, len(words), 48))
    head = (
        f"From: Van thu <vanthu@example.vn>\r\nTo: mai@example.vn\r\nSubject: {folded}\r\n"
        f"Message-ID: <{n}@example.vn>\r\nDate: Fri, 20 Nov 2026 {n // 60 % 24:02d}:{n % 60:02d}:00 +0700\r\n"
        "MIME-Version: 1.0\r\nContent-Type: text/plain; charset=utf-8\r\nContent-Transfer-Encoding: 8bit\r\n\r\n"
    )
    body = "\r\n".join(text[i : i + 400] for i in range(0, len(text), 400))
    return head.encode() + body.replace("\n", "\r\n").replace("\r\r", "\r").encode() + b"\r\n"


def _mbsync(server: cyrus.Cyrus, folder: Path, count: int, settings: str = "") -> float:
    """Seconds for a first sync into an empty folder."""
    shutil.rmtree(folder, ignore_errors=True)
    folder.mkdir(parents=True)
    config = folder / "mbsyncrc"
    config.write_text(settings + _MBSYNC.format(port=server.imap_port, password=cyrus.PASSWORD, folder=folder))
    begun = time.monotonic()
    done = subprocess.run(
        ["mbsync", "-q", "-c", str(config), "all"], capture_output=True, text=True, timeout=parts.PATIENCE
    )
    seconds = time.monotonic() - begun
    here = sum(1 for _ in (folder / "INBOX").glob("*/*"))
    if done.returncode or here != count:
        raise RuntimeError(f"mbsync brought {here} of {count}: {done.stderr[-500:]}")
    return seconds
