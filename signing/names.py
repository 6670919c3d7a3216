"""Names of the form fields that a document gets on its way. Knows nothing."""

from __future__ import annotations

NUMBER_FIELD = "SoVanBan"
DATE_FIELD = "NgayVanBan"
OPEN_FIELDS = (NUMBER_FIELD, DATE_FIELD)
LEADER_FIELD = "ChuKyLanhDao"
SEAL_FIELD = "ChuKyCoQuan"
NOTE_FIELD = "ChuKyGhiChu"
