"""What this machine may keep of what the central sends (DOMAIN 5). Knows office's secrecy.

Where a classified document may not be held, what stays of it is that it exists and from whom: "a classified document
has arrived, go to the dedicated machine".
"""

from __future__ import annotations

from typing import Any

from desktop.office.secrecy import SecrecyPolicy

NOTICE = ("id", "revision", "organId", "issuer", "urgency", "secrecy", "state", "issuedAt", "updatedAt")
"""Members of a classified document that are kept where it may not be held."""

_BLANK: dict[str, Any] = {
    "authorId": None, "typeCode": "", "number": None, "notation": None, "subject": "", "documentDate": None,
    "issuedAt": None, "signer": None, "pages": 0, "file": None, "attachments": [], "recipients": [], "toPlaces": [],
    "slip": "", "reserved": False, "returnReason": None, "replyTo": None, "deliveries": [],
}  # fmt: skip


class Keeper:
    """Applies the machine's policy to each object that comes.

    Attributes:
        level: "commune" or "province", of the organ at work; the stricter until it is known.
    """

    def __init__(self, policy: SecrecyPolicy) -> None:
        self.policy = policy
        self.level = "commune"

    def keep(self, type_name: str, object_: dict[str, Any]) -> dict[str, Any]:
        """The object as it may be kept; a mere notice is marked "withheld", and has every member a Document has."""
        if type_name != "Document":
            return object_
        if self.policy.may_hold(object_, self.level):
            return object_ if "subject" in object_ else {**_BLANK, **object_, "withheld": True}
        return {**_BLANK, **{k: object_[k] for k in NOTICE if k in object_}, "withheld": True}
