"""Names of the form fields that a document gets on its way. Knows nothing."""

from __future__ import annotations

NUMBER_FIELD = "SoVanBan"
DATE_FIELD = "NgayVanBan"
OPEN_FIELDS = (NUMBER_FIELD, DATE_FIELD)
LEADER_FIELD = "ChuKyLanhDao"
SEAL_FIELD = "ChuKyCoQuan"
PERSON_FIELD = "ChuKyCaNhan"
"""Of a person's own signature on a file from elsewhere; the second and later ones bear a number."""
NOTE_FIELD = "ChuKyGhiChu"
