"""The session resource (RFC 8620, 2): what this central can do, its limits, and where its doors are.

Knows blobs' limits and the store.
"""

from __future__ import annotations

import hashlib
from collections.abc import Mapping
from datetime import datetime
from typing import Any

from desktop.office.acts import wire_time
from desktop.practice.blobs import MAX_BLOB, MAX_UPLOAD
from desktop.practice.jmap.splice import dump

CORE = "urn:ietf:params:jmap:core"
BLOB = "urn:ietf:params:jmap:blob"
OFFICE = "urn:tacnghiep:office"

MAX_REQUEST = 10_000_000
MAX_CALLS = 32
MAX_GET = 500
MAX_SET = 500
MAX_QUERY = 10_000
MAX_TOGETHER = 8

CORE_LIMITS: dict[str, Any] = {
    "maxSizeUpload": MAX_UPLOAD,
    "maxConcurrentUpload": 4,
    "maxSizeRequest": MAX_REQUEST,
    "maxConcurrentRequests": MAX_TOGETHER,
    "maxCallsInRequest": MAX_CALLS,
    "maxObjectsInGet": MAX_GET,
    "maxObjectsInSet": MAX_SET,
    "collationAlgorithms": ["i;octet", "i;ascii-casemap"],
}

BLOB_LIMITS: dict[str, Any] = {
    "maxSizeBlobSet": MAX_BLOB,
    "maxDataSources": 1000,
    "supportedTypeNames": ["Document", "Act", "Unit", "Person"],
    "supportedDigestAlgorithms": ["sha", "sha-256"],
}


def session(
    person: Mapping[str, Any], username: str, base: str, now: datetime, network: str = "internet"
) -> dict[str, Any]:
    """The session of one person; one account, under the person's own identifier."""
    account = person["id"]
    organs = list(dict.fromkeys(position["organId"] for position in person["positions"]))
    office = {"personId": account, "organIds": organs, "serverTime": wire_time(now)}
    office |= {"practice": True, "network": network}
    found: dict[str, Any] = {
        "capabilities": {CORE: CORE_LIMITS, BLOB: {}, OFFICE: office},
        "accounts": {
            account: {
                "name": person["name"],
                "isPersonal": True,
                "isReadOnly": False,
                "accountCapabilities": {CORE: {}, BLOB: BLOB_LIMITS, OFFICE: office},
            }
        },
        "primaryAccounts": {CORE: account, BLOB: account, OFFICE: account},
        "username": username,
        "apiUrl": f"{base}/jmap/api",
        "downloadUrl": f"{base}/jmap/download/{{accountId}}/{{blobId}}/{{name}}?type={{type}}",
        "uploadUrl": f"{base}/jmap/upload/{{accountId}}/",
        "eventSourceUrl": f"{base}/jmap/eventsource/?types={{types}}&closeafter={{closeafter}}&ping={{ping}}",
    }
    return {**found, "state": session_state(person, base, network)}


def session_state(person: Mapping[str, Any], base: str, network: str = "internet") -> str:
    """Changes when anything but the clock in the session does."""
    seats = dump([base, network, person["id"], person["name"], person["positions"], CORE_LIMITS])
    return hashlib.sha256(seats.encode()).hexdigest()[:16]
