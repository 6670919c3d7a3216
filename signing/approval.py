"""Whether the leader's own signature stands, so that the agency's may be put beside it (Decree 30/2020, art. 32).

Some intact signature is not enough: it must be that of the person who approved, over what is sealed, by a certificate
that is not known to be bad. What is not known of it lets the seal go on and is asked about again before issue (DESIGN
6). The pages are not drawn and compared here: that takes longer than signing, and is done to whatever is shown. Knows
``validation``; waits for the network.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from .name_search import fold_name
from .names import LEADER_FIELD
from .problems import ApprovalInvalid, ApprovalRevoked, ApprovedByAnother, NotApproved
from .reasons import Reason
from .trust import Trust
from .validation import validate
from .verdict import INVALID, UNKNOWN, WEIGHT, SignatureReport, word_for

_UNTRUSTING = Trust((), (), online=False)
_CHANGED = frozenset({"contentChanged", "signatureBroken", "coversPart", "changedAfterSigning", "signatureUnreadable"})
_ASKED_AGAIN = "revocationUnknown"


@dataclass(frozen=True)
class Approver:
    """Who must have signed.

    Attributes:
        name: as the document names the signer; "" where it names nobody.
        certificates: SHA-256 digests of the certificates bound to the person; none where they are not known, and then
            the name on the certificate counts. With neither, whoever signed in the leader's field.
    """

    name: str = ""
    certificates: frozenset[str] = frozenset()


ANYBODY = Approver()


def check(pdf: bytes, approver: Approver, trust: Trust | None, *, seal_field: str) -> tuple[Reason, ...]:
    """What is not known of the leader's signature; empty when it is good.

    Args:
        pdf: the file that is to be sealed.
        approver: who must have signed it.
        trust: the office's roots; None looks at bytes and names alone.
        seal_field: the agency's own field, which is no leader's whoever signed there.

    Raises:
        NotApproved: nobody has signed, or something that was signed is no longer as it was.
        ApprovedByAnother: others have signed, the approver has not.
        ApprovalRevoked, ApprovalInvalid: the approver's certificate is known bad.
    """
    found = validate(pdf, trust or _UNTRUSTING, comparing=0)
    signed = [one for one in found.signatures if one.role_hint != "timestamp" and one.field != seal_field]
    if not signed or word_for(found.reasons) in (UNKNOWN, INVALID):
        raise NotApproved
    if any(reason.code in _CHANGED for one in signed for reason in one.reasons):
        raise NotApproved
    leaders = _leaders(signed, approver)
    if not leaders:
        raise ApprovedByAnother(name=signed[-1].signer)
    if any(one.changed == "form" for one in leaders):
        raise NotApproved
    for one in leaders:
        _refuse_bad(one)
    doubts = [reason.code for one in leaders for reason in one.reasons if WEIGHT.get(reason.code) == UNKNOWN]
    if trust is None:
        return ()
    codes = ("issuerUnknown" if code == "issuerUnknown" else _ASKED_AGAIN for code in doubts)
    return tuple(Reason(code) for code in dict.fromkeys(codes))


def _leaders(signed: Sequence[SignatureReport], approver: Approver) -> list[SignatureReport]:
    if approver.certificates:
        return [one for one in signed if one.certificate in approver.certificates]
    if approver.name:
        return [one for one in signed if fold_name(one.signer) == fold_name(approver.name)]
    return [one for one in signed if one.field == LEADER_FIELD] or list(signed)


def _refuse_bad(one: SignatureReport) -> None:
    for reason in one.reasons:
        if reason.code == "certificateRevoked":
            raise ApprovalRevoked(name=one.signer, date=str(reason.args.get("date", "")))
    if one.verdict == INVALID:
        raise ApprovalInvalid(", ".join(reason.code for reason in one.reasons), name=one.signer)
