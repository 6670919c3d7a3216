"""What stops a build before it begins, and in which words."""

from __future__ import annotations

import hashlib
import subprocess
import zipfile
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from cryptography import x509
from cryptography.hazmat.primitives import hashes, serialization
from cryptography.hazmat.primitives.asymmetric import ec, ed25519
from cryptography.hazmat.primitives.serialization import pkcs12
from cryptography.x509.oid import ExtendedKeyUsageOID, NameOID

from resources.installer import inputs, payload, source, tools, update_manifest
from resources.installer.inputs import EmbeddedPython
from resources.installer.signing import Certificate
from resources.installer.tools import BuildError

SHA = hashlib.sha256(b"python").hexdigest()


@pytest.fixture
def archive(tmp_path: Path) -> Path:
    path = tmp_path / "python.zip"
    path.write_bytes(b"python")
    return path


def test_the_right_digest_is_taken_in_any_case(archive: Path) -> None:
    inputs.check_given(archive, f" {SHA.upper()}\n")
    inputs.check_given(None, None)


@pytest.mark.parametrize(("sha256", "words"), [("0" * 64, "Do not use that file"), (None, "--python-sha256")])
def test_a_wrong_or_missing_digest_is_refused(archive: Path, sha256: str | None, words: str) -> None:
    with pytest.raises(BuildError, match=words):
        inputs.check_given(archive, sha256)


def test_a_missing_file_and_a_digest_of_nothing_are_refused(tmp_path: Path) -> None:
    with pytest.raises(BuildError, match="cannot be read"):
        inputs.check_given(tmp_path / "none.zip", SHA)
    with pytest.raises(BuildError, match="--python-embed"):
        inputs.check_given(None, SHA)


def test_what_is_no_embeddable_python_is_refused(archive: Path, tmp_path: Path) -> None:
    with pytest.raises(BuildError, match="cannot be unpacked"):
        EmbeddedPython(archive, "", for_tests=False).unpack(tmp_path)
    for name, words in (("readme.txt", "has no python313.dll"), ("python313.dll", "another processor")):
        other = tmp_path / "other.zip"
        with zipfile.ZipFile(other, "w") as made:
            made.writestr(name, b"not a program")
        with pytest.raises(BuildError, match=words):
            EmbeddedPython(other, "", for_tests=False).unpack(tmp_path)


def test_what_is_missing_is_named_with_one_command() -> None:
    told = tools.lacking([tools.WIXL, tools.MSIBUILD, tools.MSIINFO, tools.WINE], windows=False)
    assert "wixl, msibuild, msiinfo, wine" in told
    assert "apt-get install wixl msitools wine" in told
    assert "pacman -S mingw-w64-ucrt-x86_64-msitools\n" in tools.lacking([tools.WIXL, tools.MSIINFO], windows=True)


def test_nothing_on_the_path_is_said(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PATH", "")
    with pytest.raises(BuildError, match="apt-get install git" if not tools.WINDOWS else "pacman"):
        tools.require([tools.GIT])


def test_a_folder_without_git_is_refused(tmp_path: Path) -> None:
    with pytest.raises(BuildError, match="no git checkout"):
        source.read(tmp_path)


def test_a_changed_file_is_told_an_unknown_one_is_not(tmp_path: Path) -> None:
    def git(*arguments: str) -> None:
        subprocess.run(["git", "-c", "user.name=a", "-c", "user.email=a@b.example", *arguments], cwd=tmp_path,
                       check=True, capture_output=True)  # fmt: skip

    (tmp_path / "pyproject.toml").write_text('[project]\nversion = "1.2.3"\n', encoding="ascii")
    git("init")
    git("add", "pyproject.toml")
    git("commit", "-m", "one")
    (tmp_path / "unknown.txt").touch()
    assert source.read(tmp_path).told(for_tests=False) == "1.2.3"
    assert source.read(tmp_path).told(for_tests=True) == "1.2.3+test"
    with (tmp_path / "pyproject.toml").open("a", encoding="ascii") as file:
        file.write("# changed\n")
    assert source.read(tmp_path).told(for_tests=True) == "1.2.3+test.changed"
    assert source.file_name("1.2.3+test.changed") == "tacnghiep-1.2.3-test-changed"


def test_a_rule_that_matches_nothing_is_refused(tmp_path: Path) -> None:
    (tmp_path / payload.LIBRARIES).mkdir(parents=True)
    with pytest.raises(BuildError, match=r"kept\.toml removes .*, which no library has any more"):
        payload.prune(tmp_path)


def _pkcs12(folder: Path, password: bytes, *, days: int = 10, code: bool = True) -> Path:
    key = ec.generate_private_key(ec.SECP256R1())
    name = x509.Name([x509.NameAttribute(NameOID.COMMON_NAME, "Office")])
    now = datetime.now(UTC)
    builder = x509.CertificateBuilder().subject_name(name).issuer_name(name).public_key(key.public_key())
    builder = builder.serial_number(1).not_valid_before(now - timedelta(days=20))
    builder = builder.not_valid_after(now + timedelta(days=days))
    use = ExtendedKeyUsageOID.CODE_SIGNING if code else ExtendedKeyUsageOID.SERVER_AUTH
    builder = builder.add_extension(x509.ExtendedKeyUsage([use]), critical=False)
    path = folder / "office.p12"
    content = pkcs12.serialize_key_and_certificates(
        b"office", key, builder.sign(key, hashes.SHA256()), None, serialization.BestAvailableEncryption(password)
    )
    path.write_bytes(content)
    return path


def test_a_certificate_that_opens_is_taken(tmp_path: Path) -> None:
    word = tmp_path / "password.txt"
    word.write_text("word\n", encoding="ascii")
    Certificate(_pkcs12(tmp_path, b"word"), word).check()


@pytest.mark.parametrize(("password", "days", "code", "words"), [
    ("other", 10, True, "its password is another"),
    ("word", -1, True, "is in force from"),
    ("word", 10, False, "not for signing programs"),
])  # fmt: skip
def test_a_certificate_that_cannot_sign_is_refused(
    tmp_path: Path, password: str, days: int, code: bool, words: str
) -> None:
    word = tmp_path / "password.txt"
    word.write_text(password, encoding="ascii")
    with pytest.raises(BuildError, match=words):
        Certificate(_pkcs12(tmp_path, b"word", days=days, code=code), word).check()


def test_missing_files_of_a_certificate_are_named(tmp_path: Path) -> None:
    with pytest.raises(BuildError, match=r"none\.p12 cannot be read"):
        Certificate(tmp_path / "none.p12").check()
    with pytest.raises(BuildError, match=r"none\.txt cannot be read"):
        Certificate(_pkcs12(tmp_path, b"word"), tmp_path / "none.txt").check()
    with pytest.raises(BuildError, match="--certificate-password-file"):
        Certificate(_pkcs12(tmp_path, b"word")).check()


@pytest.mark.parametrize(("told", "words"), [
    ("1.2.3+test", "--python-embed"),
    ("1.2.3+changed", "differ from the commit"),
    ("1.2.3+test.changed", "differ from the commit"),
    ("1.2.3-test", "three numbers"),
])  # fmt: skip
def test_what_is_no_release_is_not_announced(tmp_path: Path, told: str, words: str) -> None:
    with pytest.raises(BuildError, match=words):
        update_manifest.check_release(told)
    key = tmp_path / "key.pem"
    key.write_bytes(ed25519.Ed25519PrivateKey.generate().private_bytes(
        serialization.Encoding.PEM, serialization.PrivateFormat.PKCS8, serialization.NoEncryption()
    ))  # fmt: skip
    package = tmp_path / "tacnghiep-1.2.3.msi"
    package.write_bytes(b"package")
    with pytest.raises(BuildError, match=words):
        update_manifest.announce(told, [package], key, None, None, tmp_path)
    assert not list(tmp_path.glob("*.json"))
    files, _ = update_manifest.announce("1.2.3", [package], key, None, None, tmp_path)
    assert [one.exists() for one in files] == [True, True]
