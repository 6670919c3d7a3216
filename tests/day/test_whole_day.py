"""The whole day is played at the real windows; what comes out of it is looked at with other people's tools."""

from __future__ import annotations

import json
import re
import shutil
import subprocess
import sys
from datetime import datetime
from pathlib import Path

import pytest
from PIL import Image
from PySide6.QtWidgets import QApplication

from desktop import log_files, practice_office
from desktop.day import play
from desktop.home import Home
from desktop.practice.store import Store, sqlite_url
from desktop.session.settings import Settings
from desktop.support import parts
from desktop.support.report import gather
from tests.day.screen import as_it_was
from tests.office.private_words import private_words

ROOT = Path(__file__).parents[2]


def issued(data: Path, folder: Path) -> Path:
    """The file of the document that was written, signed, sealed and issued in the day."""
    store = Store.open(sqlite_url(data / "office.db"))
    try:
        with store.reading() as reading:
            last = max((a for a in reading.all_of("Act") if a["kind"] == "issue"), key=lambda a: a["seq"])
            document = reading.get("Document", last["documentId"])
    finally:
        store.close()
    assert document is not None
    assert document["state"] == "issued"
    blob = next(path for path in (data / "blobs").rglob(document["file"]["digest"]) if path.is_file())
    return Path(shutil.copy(blob, folder / "issued.pdf"))


def nothing_private_leaves(profile: Path, office: Path) -> None:
    """After a day of work neither the logs nor a report hold a name, a subject, a number, a password or a PIN of it."""
    home = Home(profile)
    settings = Settings(home.settings)
    report = gather(
        parts.sources(home, settings, findings=list), parts.redaction_of(home, settings), datetime.now().astimezone()
    )
    # The practice office writes letters as \uXXXX.
    letter = re.compile(r"\\u([0-9a-f]{4})")
    texts = {
        path.name: letter.sub(lambda found: chr(int(found[1], 16)), path.read_text("utf-8"))
        for path in log_files.files(home.logs)
    }
    assert {"tacnghiep.log", "practice.log"} <= set(texts)
    texts |= {page.name: page.text for page in report.pages}
    assert {"nhat-ky/tacnghiep.log", "ho-so.json"} <= set(texts)
    words = private_words(office)
    assert len(words) > 100
    assert [(name, word) for name, text in texts.items() for word in words if word in text] == []


@pytest.mark.timeout(300)
@pytest.mark.usefixtures("application")
def test_the_whole_day(data: Path, tmp_path: Path, application: QApplication) -> None:
    profile, pictures = tmp_path / "profile", tmp_path / "day"
    shutil.move(data, profile / "practice" / "office")
    conf = profile / "practice" / "office" / "tokens" / "softhsm2.conf"
    if conf.exists():
        conf.write_text(conf.read_text("utf-8").replace(str(data), str(profile / "practice" / "office")), "utf-8")
    with as_it_was():
        status = play(pictures, profile=profile)
    steps = json.loads((pictures / "day.json").read_text("utf-8"))["steps"]
    assert [step for step in steps if not step["ok"]] == []
    assert status == 0
    assert len(steps) >= 25
    for step in steps:
        with Image.open(pictures / step["picture"]) as picture:
            assert picture.size == (1366, 768), step["name"]
    office = profile / "practice" / "office"
    nothing_private_leaves(profile, office)
    paper = issued(office, tmp_path)
    if shutil.which("pdfsig"):
        said = subprocess.run(["pdfsig", "-nocert", str(paper)], capture_output=True, text=True, check=False).stdout
        assert said.count("Signature is Valid") == 2, said
    running = practice_office.start(office, tmp_path / "practice.log", quiet=True)
    try:
        command = [
            sys.executable,
            "-m",
            "desktop",
            "verify",
            "--json",
            "--trust",
            str(running.address.trust),
            str(paper),
        ]
        done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False)
    finally:
        running.stop()
    assert done.returncode == 0, done.stdout + done.stderr
    assert '"verdict": "valid"' in done.stdout, done.stdout[:2000]
