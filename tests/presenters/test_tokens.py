"""What the top bar says of the tokens, whose certificates count, and that every problem has words."""

from __future__ import annotations

from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from cryptography.hazmat.primitives.serialization import (
    BestAvailableEncryption,
    pkcs12,
)
from cryptography.x509 import load_der_x509_certificate
from PySide6.QtCore import QEvent, Qt
from PySide6.QtWidgets import QApplication, QWidget

from desktop.lanes import Lanes
from desktop.presenters import messages_signing
from desktop.presenters.key_sources import KeySource, SoftwareSource
from desktop.presenters.tokens import Tokens
from signing import problems
from signing.problems import ModuleCrashed, PinNeeded, PinWrong, SigningProblem
from signing.signer import SigningKey, digest_of
from signing.software import SoftwareKey
from signing.tokens import Token, TokenCertificate, TokenFlags
from tests.presenters.signing_office import LEADER, MemoryToken, SigningOffice, bound
from tests.signing.office_pki import Served
from widgets.theme import Theme, Tone
from widgets.token_dialog import TokenDialog


class Broken:
    """A module whose driver crashes."""

    name = "broken"
    through_readers = False

    def list(self) -> list[Token]:
        raise ModuleCrashed

    def login(self, serial: str, pin: str | None) -> None: ...

    def logout(self, serial: str) -> None: ...

    def change_pin(self, serial: str, old: str | None, new: str | None) -> None: ...

    def key(self, token: Token, certificate: TokenCertificate, ask_pin: Callable[[], str] | None) -> SigningKey:
        raise ModuleCrashed

    def close(self) -> None: ...


async def test_no_token_is_no_alarm(lanes: Lanes, hoa: SoftwareKey) -> None:
    tokens = Tokens(bound(hoa), lanes, [])
    await tokens.look()
    assert tokens.state.text == "Chưa cắm thiết bị ký số"
    assert tokens.state.tone is Tone.NEUTRAL


async def test_one_broken_module_hides_no_token(lanes: Lanes, hoa: SoftwareKey) -> None:
    sources: list[KeySource] = [Broken(), MemoryToken(hoa)]
    tokens = Tokens(bound(hoa), lanes, sources)
    await tokens.look()
    assert tokens.state.text == f"Ký số: {LEADER}"
    alone = Tokens(bound(hoa), lanes, [Broken()])
    await alone.look()
    assert (alone.state.text, alone.state.tone) == ("Ký số: lỗi thiết bị", Tone.BAD)
    assert "cắm lại" in alone.state.hint


async def test_a_certificate_counts_only_for_what_it_is_bound_to(lanes: Lanes, hoa: SoftwareKey) -> None:
    office = SigningOffice("mai")
    office.bind_seal(hoa)
    tokens = Tokens(office, lanes, [MemoryToken(hoa)])
    await tokens.look()
    assert len(tokens.usable("seal")) == 1
    assert tokens.usable("approve") == ()
    assert tokens.choices("approve")[0].refusal == "Chứng thư của cơ quan: không dùng để ký duyệt."
    office.objects["Unit"]["anphu"]["sealKeepers"] = ["lan"]
    await tokens.look()
    assert tokens.usable("seal") == (), "the seal is its keeper's alone"
    assert tokens.state.text == "Ký số: không đúng thiết bị"


async def test_expiry_is_said_in_time(lanes: Lanes, hoa: SoftwareKey) -> None:
    clock = {"now": datetime.now(UTC) + timedelta(days=350)}
    tokens = Tokens(bound(hoa), lanes, [MemoryToken(hoa)], clock=lambda: clock["now"])
    await tokens.look()
    assert tokens.state.tone is Tone.WARN
    assert tokens.pin_request(tokens.candidates[0], "Ký").expires_soon
    clock["now"] += timedelta(days=30)
    await tokens.look()
    assert tokens.state.text == "Ký số: chứng thư hết hạn"
    assert tokens.choices("approve")[0].refusal.startswith("Chứng thư đã hết hạn ngày")
    assert tokens.usable("approve") == ()


async def test_a_choice_among_several_is_remembered(lanes: Lanes, hoa: SoftwareKey, served: Served) -> None:
    other = served.pki.issue(LEADER)
    office = bound(hoa)
    office.objects["Person"]["hoa"]["certificates"] += [signing_digest(other)]
    sources = [MemoryToken(hoa), MemoryToken(other)]
    tokens = Tokens(office, lanes, sources)
    await tokens.look()
    assert tokens.settled_choice("approve") is None
    second = next(one for one in tokens.candidates if one.certificate.digest == signing_digest(other))
    assert await tokens.choose("approve", second.key) == second
    again = Tokens(office, lanes, sources)
    await again.look()
    found = again.settled_choice("approve")
    assert found is not None
    assert found.certificate.digest == signing_digest(other)


async def test_a_choice_is_changed_from_the_top_bar(
    application: QApplication, theme: Theme, lanes: Lanes, hoa: SoftwareKey, served: Served
) -> None:
    other = served.pki.issue(LEADER, end=datetime.now(UTC) + timedelta(days=20))
    office = bound(hoa)
    office.objects["Person"]["hoa"]["certificates"] += [signing_digest(other)]
    tokens = Tokens(office, lanes, [MemoryToken(other), MemoryToken(hoa)])
    await tokens.look()
    longest, shorter = tokens.usable("approve")
    assert longest.certificate.not_after > shorter.certificate.not_after
    for wanted in (longest, shorter):
        window = QWidget()
        dialog = tokens.show(window)
        keys = [dialog.list.item(n).data(Qt.ItemDataRole.UserRole) for n in range(dialog.list.count())]
        dialog.list.setCurrentRow(keys.index(wanted.key))
        dialog.accept()
        await tokens.settled()
        found = tokens.settled_choice("approve")
        assert found is not None
        assert found.certificate.digest == wanted.certificate.digest
        QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
        assert not window.findChildren(TokenDialog)


async def test_a_locked_token_gives_way_to_another_of_mine(lanes: Lanes, hoa: SoftwareKey, served: Served) -> None:
    other = served.pki.issue(LEADER, end=datetime.now(UTC) + timedelta(days=20))
    office = bound(hoa)
    office.objects["Person"]["hoa"]["certificates"] += [signing_digest(other)]
    usual, spare = MemoryToken(hoa), MemoryToken(other)
    tokens = Tokens(office, lanes, [usual, spare])
    await tokens.look()
    wanted = next(one for one in tokens.candidates if one.certificate.digest == signing_digest(hoa))
    assert await tokens.choose("approve", wanted.key)
    assert tokens.settled_choice("approve") is not None
    usual.flags = TokenFlags(locked=True)
    await tokens.look()
    assert tokens.settled_choice("approve") is None, "whoever signs is asked, and finds the other on top"
    assert tokens.usable("approve")[0].certificate.digest == signing_digest(other)


def signing_digest(key: SoftwareKey) -> str:
    return digest_of(key.certificate)


async def test_listeners_hear_of_insertion_and_removal(lanes: Lanes, hoa: SoftwareKey) -> None:
    token = MemoryToken(hoa)
    token.gone = True
    tokens = Tokens(bound(hoa), lanes, [token])
    heard: list[str] = []
    end = tokens.subscribe(lambda state: heard.append(state.text))
    await tokens.look()
    token.gone = False
    await tokens.look()
    token.gone = True
    await tokens.look()
    end()
    token.gone = False
    await tokens.look()
    assert heard == ["Chưa cắm thiết bị ký số", f"Ký số: {LEADER}", "Chưa cắm thiết bị ký số"]


def test_practice_keys_open_with_their_passphrase(tmp_path: Path, hoa: SoftwareKey) -> None:
    data = pkcs12.serialize_key_and_certificates(
        b"hoa", hoa._private, load_der_x509_certificate(hoa.certificate), None, BestAvailableEncryption(b"123456")
    )
    (tmp_path / "hoa.p12").write_bytes(data)
    (tmp_path / "hoa.cer").write_bytes(hoa.certificate)
    (tmp_path / "khác.p12").write_bytes(b"no certificate beside it")
    source = SoftwareSource(tmp_path)
    (token,) = source.list()
    assert token.certificates[0].subject == LEADER
    with pytest.raises(PinNeeded):
        source.key(token, token.certificates[0], None)
    with pytest.raises(PinWrong):
        source.login(token.serial, "0000")
    source.login(token.serial, "123456")
    assert source.key(token, token.certificates[0], None).certificate == hoa.certificate
    source.logout(token.serial)
    assert not source.list()[0].logged_in


def _all_problems(kind: type[SigningProblem]) -> list[type[SigningProblem]]:
    own = [] if kind is problems.FileProblem else [kind]  # what files' problems have in common, raised by nobody
    return [*own, *(found for one in kind.__subclasses__() for found in _all_problems(one))]


@pytest.mark.parametrize("kind", _all_problems(SigningProblem), ids=lambda one: one.code)
def test_every_problem_says_what_happened_and_what_to_do(kind: type[SigningProblem]) -> None:
    assert issubclass(kind, problems.SigningProblem)
    said = messages_signing.of_problem(kind())
    assert kind.code in messages_signing.SENTENCES
    assert said.endswith(".")
    assert kind.code not in said


def test_unknown_codes_are_shown_for_support() -> None:
    assert messages_signing.sentence("somethingNew").endswith("(somethingNew)")
