"""Reads ahead what the other desks stand on, so that showing one of them does not wait for it.

What has Qt in it is read on the window's thread, where alone its classes may be made: module by module, the innermost
first, each shorter than a frame or two, with room between them for whoever types. The rest is read in a lane.
"""

from __future__ import annotations

import asyncio
import importlib

from desktop.lanes import Lanes

PAUSE = 0.03
"""Seconds between two modules on the window's thread."""

IN_A_LANE = ("icalendar", "signing.page_text", "signing.head", "signing.place")
ON_THE_WINDOWS_THREAD = (
    "widgets.form_dialog", "widgets.draft_dialog", "widgets.number_dialog", "widgets.delivery_table",
    "widgets.issue_dialog", "widgets.outgoing_desk", "desktop.presenters.recipients",
    "desktop.presenters.office_words", "desktop.presenters.draft_reading", "desktop.presenters.drafting",
    "desktop.presenters.outgoing_rows", "desktop.presenters.outgoing_acts", "desktop.presenters.outgoing",
    "widgets.copy_dialog", "desktop.presenters.copying",
    "widgets.task_list", "widgets.task_dialogs", "widgets.task_desk", "desktop.presenters.task_acts",
    "desktop.presenters.tasks", "widgets.schedule_cards", "widgets.schedule_grid", "widgets.schedule_dialog",
    "widgets.schedule_desk", "widgets.schedule_print", "desktop.presenters.schedule_paper",
    "desktop.presenters.schedule", "widgets.signature_overlay", "widgets.signing_queue", "widgets.signing_page",
    "widgets.signing_desk", "desktop.presenters.signing_batch", "desktop.presenters.signing_pictures",
    "desktop.presenters.signing_places",
    "desktop.presenters.signing_looks", "desktop.presenters.signing_words", "desktop.presenters.signing_kinds",
    "widgets.arrival_dialog", "desktop.presenters.signing_seal_kinds", "desktop.presenters.signing_catalogue",
    "desktop.presenters.signing_run", "desktop.presenters.signing_chosen", "desktop.presenters.signing_queue",
    "desktop.presenters.signing_front", "desktop.presenters.signing_beside", "desktop.presenters.signing_desk",
)  # fmt: skip


async def read_ahead(lanes: Lanes) -> None:
    """Read it all; ends early where the lanes close."""
    for name in IN_A_LANE:
        await lanes.pages(importlib.import_module, name)
    for name in ON_THE_WINDOWS_THREAD:
        importlib.import_module(name)
        await asyncio.sleep(PAUSE)
