"""The signed announcement: who is believed, what is refused, what it is worth."""

from __future__ import annotations

import base64
import json
from datetime import timedelta
from pathlib import Path
from typing import Any

import pytest
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey
from hypothesis import given, settings
from hypothesis import strategies as st

from desktop.updates import making, manifest
from desktop.updates.manifest import Seen, UpdateRefused, believed, keys_of, worth
from tests.office.update_office import NOW

KEY = Ed25519PrivateKey.generate()
PUBLIC = (KEY.public_key(),)
SOUND: dict[str, Any] = {
    "format": 1,
    "product": "tacnghiep",
    "version": "1.2.0",
    "sequence": 10,
    "published": "2026-11-23T02:00:00Z",
    "expires": "2027-05-22T02:00:00Z",
    "minimumWindows": "10.0.17763",
    "files": [{"name": "tacnghiep-1.2.0.msi", "size": 5, "sha256": "0" * 64, "kind": "msi"}],
    "notes": {"vi": "Ký nhanh hơn.", "en": "Signs faster."},
    "later": {"unknown": True},
}
DROP = object()


def written(**changes: Any) -> bytes:
    value = {name: one for name, one in {**SOUND, **changes}.items() if one is not DROP}
    return json.dumps(value).encode()


def read(data: bytes, seen: Seen | None = None, keys: Any = PUBLIC) -> manifest.Believed:
    return believed(data, making.sign(data, [KEY]), keys, seen)


def code(data: bytes, *more: Any) -> str:
    with pytest.raises(UpdateRefused) as caught:
        read(data, *more)
    return caught.value.code


def test_what_is_sound_is_believed_and_reads_back_the_same() -> None:
    found = read(written()).manifest
    assert (found.version_text, found.sequence, found.notes["vi"]) == ("1.2.0", 10, "Ký nhanh hơn.")
    assert manifest.parse(manifest.encode(found)) == found


@pytest.mark.parametrize(
    ("changes", "why"),
    [
        ({"product": "khac"}, "otherProduct"),
        ({"product": DROP}, "otherProduct"),
        ({"format": 2}, "newerFormat"),
        ({"format": True}, "newerFormat"),
        ({"format": DROP}, "newerFormat"),
        ({"version": "1.2"}, "wrongShape"),
        ({"version": "01.2.0"}, "wrongShape"),
        ({"version": "256.0.0"}, "wrongShape"),
        ({"version": "1.2.0\n"}, "wrongShape"),
        ({"version": "١.2.0"}, "wrongShape"),
        ({"sequence": 0}, "wrongShape"),
        ({"sequence": True}, "wrongShape"),
        ({"sequence": 10.0}, "wrongShape"),
        ({"sequence": 1 << 60}, "wrongShape"),
        ({"published": "2026-11-23"}, "wrongShape"),
        ({"expires": "2026-13-01T00:00:00Z"}, "wrongShape"),
        ({"expires": "2026-11-23T02:00:00Z"}, "wrongShape"),
        ({"files": []}, "wrongShape"),
        ({"files": [SOUND["files"][0]] * 2}, "wrongShape"),
        ({"files": [SOUND["files"][0]] * 9}, "wrongShape"),
        ({"notes": "text"}, "wrongShape"),
        ({"notes": {"vi": "x" * 9000}}, "wrongShape"),
        ({"notes": {"vi": "\ud800"}}, "wrongShape"),
        ({"minimumWindows": "11"}, "wrongShape"),
    ],
)
def test_what_has_no_sound_form_is_refused(changes: dict[str, Any], why: str) -> None:
    assert code(written(**changes)) == why


@pytest.mark.parametrize(
    "change",
    [
        {"name": "../tacnghiep-1.2.0.msi"},
        {"name": "C:\\tacnghiep-1.2.0.msi"},
        {"name": "tacnghiep-1.2.0.msi:x.msi"},
        {"name": "con.msi"},
        {"name": "tacnghiep-1.2.0.msi."},
        {"name": "tacnghiep-1.2.0.exe"},
        {"name": "tacnghiep-1.2.0.msi\x00"},
        {"name": 7},
        {"kind": "zip"},
        {"kind": []},
        {"size": 0},
        {"size": (2 << 30) + 1},
        {"sha256": "0" * 63},
        {"sha256": "A" * 64},
    ],
)
def test_a_package_is_named_and_measured_soundly(change: dict[str, Any]) -> None:
    assert code(written(files=[{**SOUND["files"][0], **change}])) == "wrongShape"


def test_json_that_two_readers_could_take_differently_is_refused() -> None:
    assert code(written()[:-1] + b', "version": "9.9.9"}') == "wrongShape"
    assert code(b"[" * 5000) == "wrongShape"
    assert code(written(later=DROP)[:-1] + b', "x": NaN}') == "wrongShape"
    assert code(written().decode().encode("utf-16")) == "wrongShape"


def test_the_signature_is_over_every_byte() -> None:
    data = written()
    signature = making.sign(data, [KEY])
    for place in range(0, len(data), 7):
        changed = data[:place] + bytes([data[place] ^ 1]) + data[place + 1 :]
        with pytest.raises(UpdateRefused, match="badSignature"):
            believed(changed, signature, PUBLIC, None)


@pytest.mark.parametrize(
    ("signature", "why"),
    [(b"", "notSigned"), (b"AAAA", "notSigned"), (b"!!", "notSigned"), (b"\xff", "notSigned"),
     (base64.b64encode(bytes(64)), "badSignature"), (b"A" * 5000, "tooLarge")],
)  # fmt: skip
def test_what_is_no_signature_is_refused(signature: bytes, why: str) -> None:
    with pytest.raises(UpdateRefused) as caught:
        believed(written(), signature, PUBLIC, None)
    assert caught.value.code == why


def test_one_of_two_keys_is_enough_and_another_is_not() -> None:
    data, new = written(), Ed25519PrivateKey.generate()
    both = (KEY.public_key(), new.public_key())
    assert believed(data, making.sign(data, [new]), both, None).seen.key == manifest.key_text(new.public_key())
    # Signed by both: those who pin the old key believe it, and those who pin the new one.
    for pinned in both:
        assert believed(data, making.sign(data, [KEY, new]), (pinned,), None).manifest.sequence == 10
    with pytest.raises(UpdateRefused, match="badSignature"):
        believed(data, making.sign(data, [new]), PUBLIC, None)


def test_pinned_keys_stand_apart_by_spaces_or_commas() -> None:
    texts = [manifest.key_text(Ed25519PrivateKey.generate().public_key()) for _ in range(3)]
    assert [manifest.key_text(key) for key in keys_of(f" {texts[0]},{texts[1]} ;\n{texts[2]}")] == texts
    for text, why in (("", "noKey"), (" , ", "noKey"), ("AAAA", "badKey"), ("không", "badKey")):
        with pytest.raises(UpdateRefused, match=why):
            keys_of(text)


def test_an_older_sequence_is_refused_and_the_same_one_only_if_it_is_the_same() -> None:
    seen = read(written(sequence=10)).seen
    assert read(written(sequence=10), seen).seen == seen
    assert read(written(sequence=11), seen).manifest.sequence == 11
    assert code(written(sequence=9), seen) == "replayed"
    assert code(written(sequence=10, version="1.3.0"), seen) == "sequenceReused"


def test_what_was_seen_under_a_key_that_is_pinned_no_more_bars_nothing() -> None:
    stolen = Seen(manifest.MOST_SEQUENCE, "0" * 64, manifest.key_text(Ed25519PrivateKey.generate().public_key()))
    assert read(written(), stolen).manifest.sequence == 10


@pytest.mark.parametrize(
    ("running", "expected"),
    [("1.1.9", "new"), ("1.2.0", "current"), ("1.2.0+test", "current"), ("1.2.1", "older"), ("2.0.0", "older"),
     ("0+source", "older"), ("", "older")],
)  # fmt: skip
def test_only_what_is_newer_is_new(running: str, expected: str) -> None:
    assert worth(read(written()).manifest, running, NOW, (10, 0, 19045)) == expected


def test_time_and_windows_count() -> None:
    found = read(written()).manifest
    assert worth(found, "1.0.0", NOW + timedelta(days=365), None) == "stale"
    assert worth(found, "1.0.0", NOW, (10, 0, 14393)) == "windowsTooOld"
    assert worth(found, "1.0.0", NOW - timedelta(hours=30), None) == "new"
    with pytest.raises(UpdateRefused, match="notYet"):
        worth(found, "1.0.0", NOW - timedelta(days=3), None)


JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(),
    lambda inner: st.lists(inner, max_size=4) | st.dictionaries(st.text(), inner, max_size=4),
    max_leaves=8,
)


@settings(max_examples=150, deadline=None)
@given(st.dictionaries(st.sampled_from(sorted(SOUND)), JSON, max_size=4))
def test_nothing_that_is_signed_breaks_the_reader(changes: dict[str, Any]) -> None:
    """Whatever stands in it, it is read soundly or refused; what is read is written back to the same."""
    try:
        found = manifest.parse(json.dumps({**SOUND, **changes}).encode())
    except UpdateRefused:
        return
    assert manifest.parse(manifest.encode(found)) == found


@settings(max_examples=100, deadline=None)
@given(st.binary(max_size=300))
def test_rubbish_is_refused(data: bytes) -> None:
    with pytest.raises(UpdateRefused):
        manifest.parse(data)


def test_what_the_office_makes_is_what_machines_take(tmp_path: Path) -> None:
    (tmp_path / "tacnghiep-1.2.0.msi").write_bytes(b"msi")
    (tmp_path / "tacnghiep-1.2.0-setup.exe").write_bytes(b"setup")
    (tmp_path / "tacnghiep-1.2.0.cdx.json").write_bytes(b"{}")
    version, files = making.packages(tmp_path)
    made = making.make(version, files, NOW, notes={"vi": "Mới."})
    document, signature = making.publish(tmp_path, made, [KEY])
    found = believed(document.read_bytes(), signature.read_bytes(), PUBLIC, None).manifest
    assert {one.kind: one.size for one in found.files} == {"msi": 3, "setup": 5}
    assert found.sequence == int(NOW.timestamp())
    (tmp_path / "tacnghiep-1.3.0.msi").write_bytes(b"msi")
    with pytest.raises(UpdateRefused, match="severalVersions"):
        making.packages(tmp_path)
    assert making.packages(tmp_path, "1.3.0")[0] == "1.3.0"
