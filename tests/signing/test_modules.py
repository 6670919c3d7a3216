"""Vendors' modules are found by name, in order, each once, and told apart by word size."""

from __future__ import annotations

import struct
from pathlib import Path

import pytest

from signing import modules


def _pe(machine: int) -> bytes:
    head = bytearray(64)
    head[:2] = b"MZ"
    struct.pack_into("<I", head, 0x3C, 64)
    return bytes(head) + b"PE\0\0" + struct.pack("<H", machine) + bytes(100)


@pytest.mark.parametrize(
    ("content", "bits"),
    [
        (_pe(0x8664), 64),
        (_pe(0x014C), 32),
        (b"\x7fELF\x02" + bytes(60), 64),
        (b"\x7fELF\x01" + bytes(60), 32),
        (b"text", None),
        (b"MZ", None),
        (b"", None),
    ],
)
def test_word_size(tmp_path: Path, content: bytes, bits: int | None) -> None:
    file = tmp_path / "module"
    file.write_bytes(content)
    assert modules.word_size(file) == bits


def test_known_names_in_windows_folders(tmp_path: Path) -> None:
    system, wow = tmp_path / "System32", tmp_path / "SysWOW64"
    system.mkdir()
    wow.mkdir()
    for folder, name, machine in (
        (system, "viettel-ca_v6.dll", 0x8664),
        (system, "ETPKCS11.DLL", 0x8664),
        (system, "kernel32.dll", 0x8664),
        (wow, "bit4xpki.dll", 0x014C),
    ):
        (folder / name).write_bytes(_pe(machine))
    found = modules.find(folders=[system, wow], windows=True)
    assert [(one.path.name, one.vendor, one.fits) for one in found] == [
        ("ETPKCS11.DLL", "SafeNet", True),
        ("bit4xpki.dll", "bit4id", False),
        ("viettel-ca_v6.dll", "Viettel-CA", True),
    ]


def test_order_and_no_doubles(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("opensc-pkcs11.so", "policy.so", "own.so"):
        (tmp_path / name).write_bytes(b"\x7fELF\x02" + bytes(60))
    monkeypatch.setenv(modules.VARIABLE, f"{tmp_path / 'own.so'}:{tmp_path / 'gone.so'}")
    found = modules.find(
        remembered=tmp_path / "opensc-pkcs11.so", policy=[tmp_path / "policy.so"], folders=[tmp_path], windows=False
    )
    assert [(one.path.name, one.source) for one in found] == [
        ("opensc-pkcs11.so", "remembered"),
        ("policy.so", "policy"),
        ("own.so", "environment"),
    ]
    assert [one.source for one in modules.find(chosen=tmp_path / "own.so")] == ["chosen"]


def test_missing_folders_are_no_error(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv(modules.VARIABLE, raising=False)
    assert modules.find(folders=[tmp_path / "nowhere"], windows=True) == []


def test_which_drivers_are_left_alone_while_no_reader_holds_a_card(tmp_path: Path) -> None:
    for name in ("eTPKCS11.dll", "opensc-pkcs11.dll", "viettel-ca_v6.dll", "own.dll"):
        (tmp_path / name).write_bytes(_pe(0x8664))
    found = modules.find(folders=[tmp_path], windows=True, policy=[tmp_path / "own.dll"])
    # Public authorities' tokens may be plain USB devices; of an unknown file nothing is known.
    assert {one.path.name: one.through_readers for one in found} == {
        "eTPKCS11.dll": True,
        "opensc-pkcs11.dll": True,
        "viettel-ca_v6.dll": False,
        "own.dll": False,
    }
    assert [one.bits for one in found] == [64] * 4
