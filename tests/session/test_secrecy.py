"""What may be kept of a classified document, by the machine's policy (DOMAIN 5)."""

from __future__ import annotations

import pytest

from desktop.office.secrecy import SecrecyPolicy
from desktop.session.secrecy import Keeper
from tests.practice.little import document


@pytest.mark.parametrize(
    ("policy", "level", "secrecy", "whole"),
    [
        (SecrecyPolicy(), "commune", "none", True),
        (SecrecyPolicy(), "province", "confidential", False),
        (SecrecyPolicy("internet", True), "province", "confidential", False),
        (SecrecyPolicy("dedicated", False), "province", "confidential", False),
        (SecrecyPolicy("dedicated", True), "commune", "confidential", True),
        (SecrecyPolicy("dedicated", True), "commune", "secret", False),
        (SecrecyPolicy("dedicated", True), "province", "secret", True),
        (SecrecyPolicy("dedicated", True), "province", "topSecret", False),
        (SecrecyPolicy("dedicated", True), "province", "somethingNew", False),
    ],
)
def test_only_what_policy_allows_is_kept(policy: SecrecyPolicy, level: str, secrecy: str, whole: bool) -> None:
    keeper = Keeper(policy)
    keeper.level = level
    sent = document(1, secrecy=secrecy)
    kept = keeper.keep("Document", sent)
    if whole:
        assert kept == sent
        return
    assert kept["withheld"] is True
    assert (kept["id"], kept["issuer"], kept["secrecy"]) == (sent["id"], sent["issuer"], secrecy)
    assert (kept["subject"], kept["file"], kept["notation"], kept["signer"]) == ("", None, None, None)
    assert "text" not in kept


def test_a_notice_has_every_member_that_a_document_has() -> None:
    kept = Keeper(SecrecyPolicy()).keep("Document", {"id": "a", "revision": 1, "secrecy": "none"})
    assert kept["withheld"] is True
    assert document(1).keys() - kept.keys() == {"organId", "issuer", "urgency", "state", "updatedAt", "text"}


def test_other_types_pass_whole() -> None:
    assert Keeper(SecrecyPolicy()).keep("Handling", {"id": "a", "new": 1}) == {"id": "a", "new": 1}
