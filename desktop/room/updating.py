"""The updates of the program as one room looks for them: by its office's settings, over its line, not while it signs.

Knows the ground, desktop.updates and its presenter.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from desktop.presenters.updates import UpdatesPresenter
from desktop.room.ground import Ground
from desktop.updates.keeper import Keeper
from desktop.updates.machine import this_machine
from desktop.updates.updater import Updater, staging_in
from desktop.updates.wishes import Wishes
from desktop.version import product_version
from widgets.account_menu import AccountMenu


def updates(ground: Ground, menu: AccountMenu, busy: Callable[[], bool]) -> UpdatesPresenter:
    """What looks for updates and tells of them.

    Args:
        menu: where it is opened.
        busy: whether something is signed or a PIN is asked for.
    """
    session = ground.session
    workplace: Any = ground.workplace

    def wishes() -> Wishes:
        return Wishes.of(ground.settings, session.account.central_url)

    keeper = Keeper(
        Updater(staging_in(ground.around.home.root), this_machine(), product_version(), session.clock.now),
        ground.lanes,
        ground.workplace.transfers.budget,
        wishes,
        session.update_place,
        session.clock.now,
    )
    return UpdatesPresenter(
        keeper,
        workplace,
        ground.window,
        menu,
        wishes=wishes,
        language=ground.language,
        busy=busy,
        also=ground.running.also,
        at_exit=ground.around.at_exit,
    )
