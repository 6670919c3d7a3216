"""Themes: every place is filled, no body abolished in 2025 is named, and the same seed writes the same."""

from __future__ import annotations

from datetime import date
from random import Random

import pytest

from desktop.office.documents import LENGTHS, PARTY_TYPES, STATE_TYPES
from desktop.practice import people, subjects_local, subjects_outgoing, subjects_province
from desktop.practice.people import ORGAN
from desktop.practice.texts import Theme, in_season, write

THEMES = [*subjects_province.THEMES, *subjects_local.THEMES, *subjects_outgoing.THEMES]
ABOLISHED = ("huyện", "thị xã", "Công an huyện", "Ban Dân vận Tỉnh ủy", "Đảng ủy Khối", "Sở Thông tin và Truyền thông",
             "Sở Kế hoạch và Đầu tư", "Sở Lao động")  # fmt: skip


def organ_of(theme: Theme) -> people.Organ:
    return ORGAN["cb-dong" if theme.senders[0] == "cb" else theme.senders[0]]


def test_there_are_some_sixty_matters_to_write_about() -> None:
    assert len({theme.subject for theme in THEMES}) == len(THEMES) >= 60


@pytest.mark.parametrize("theme", THEMES, ids=lambda theme: f"{theme.senders[0]}-{theme.code}-{theme.subject[:24]}")
def test_a_theme_is_filled_and_fits(theme: Theme) -> None:
    organ = organ_of(theme)
    for day in (date(2026, 1, 5), date(2026, 6, 30), date(2026, 11, 20)):
        written = write(theme, organ.key, day, Random(7), state_style=organ.style != "party")
        words = " ".join((written.subject, *(b.text for b in written.body), written.directive, *written.to))
        assert "{" not in words
        assert len(written.subject) <= LENGTHS["subject"]
        assert not [name for name in ABOLISHED if name.lower() in words.lower()]
        if written.due:
            assert day < written.due
            assert written.due.weekday() < 5
    end = written.body[-1].text
    assert end.endswith("./.") if organ.style != "party" else end.endswith(".")
    assert theme.code in (PARTY_TYPES if organ.style == "party" else STATE_TYPES)
    assert theme.unit in ("vp", "xdd", "ubkt")


def test_the_same_seed_writes_the_same_and_another_something_else() -> None:
    theme = THEMES[0]
    first, again, other = (
        write(theme, "tu", date(2026, 11, 20), Random(seed), state_style=False) for seed in (1, 1, 2)
    )
    assert first == again
    assert first.body != other.body


def test_what_belongs_to_a_season_is_written_in_it() -> None:
    storms = [t for t in THEMES if "bão" in t.subject]
    assert storms
    assert not in_season(storms, date(2026, 3, 2))
    assert in_season(storms, date(2026, 9, 2)) == storms


def test_every_person_has_an_own_account_and_a_seat_that_exists() -> None:
    assert len(people.PEOPLE) >= 14
    assert len({p.user for p in people.PEOPLE}) == len({p.key for p in people.PEOPLE}) == len(people.PEOPLE)
    for someone in people.PEOPLE:
        assert len(someone.name) <= LENGTHS["fullName"]
        for unit, title, roles in someone.seats:
            assert unit in ORGAN
            assert title
            assert roles
        for organ in someone.keeps:
            assert ORGAN[organ].stamp[0]
            assert any("clerk" in roles for unit, _, roles in someone.seats if people.organ_of(unit) == organ)


def test_every_organ_has_a_code_for_exchange_and_each_clerk_s_organ_a_signer() -> None:
    for organ in people.ORGANS:
        assert len(organ.name) <= LENGTHS["organName"]
        if not organ.of:
            assert 0 < len(organ.exchange) <= LENGTHS["exchangeCode"]
    for organ in ("tu", "vptu", "btctu", "ubkttu", "du-anphu", "du-binhson", "mttq-anphu", "ubnd-anphu"):
        assert people.signer_of(organ) is not None
        assert people.clerk_of(organ) is not None
