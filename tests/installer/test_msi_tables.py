"""The package's tables: identifiers that upgrades go by, what is asked, what is refused, what is remembered."""

from __future__ import annotations

import re
import time

import pytest

from resources.installer import msi, msi_tables
from resources.installer.msi_tables import Package, identifier, insert, statements
from resources.installer.registration import KEY, OPTIONS, POLICY_KEY, VALUES
from resources.installer.tools import BuildError

PACKAGE = Package("0.2.0", "0.2.0", "aa")


def test_identifiers_stay_the_same() -> None:
    # Installed packages are found by them: a change would leave two programs on every machine.
    assert identifier("upgrade") == "{A9428320-C044-5010-8889-81462172F4AB}"
    assert msi_tables.key("c", "tacnghiep.exe") == "c1d25c9cdbc63581a840e539b406aa427"


def test_two_payloads_of_one_version_are_two_products() -> None:
    assert PACKAGE.product == Package("0.2.0", "0.2.0", "aa").product
    assert len({PACKAGE.product, Package("0.2.0", "0.2.0", "bb").product, Package("0.2.1", "0.2.1", "aa").product}) == 3
    assert re.fullmatch(r"\{[0-9A-F-]{36}\}", PACKAGE.product)


def test_a_test_build_is_called_one_and_compared_by_numbers() -> None:
    told = " ".join(statements(Package("0.2.0", "0.2.0+test", "aa")))
    assert "'Tác nghiệp 0.2.0+test'" in told
    assert "VALUES ('ProductVersion', '0.2.0')" in told


def test_every_row_has_a_key_of_its_own() -> None:
    row = re.compile(r"INSERT INTO `(Registry|Component|Shortcut|CustomAction)` \(`\w+`.*? VALUES \('(\w+)'")
    keys = [(found[1], found[2]) for line in statements(PACKAGE) if (found := row.match(line))]
    assert len(keys) > len(VALUES)
    assert len(set(keys)) == len(keys)
    assert all(len(name) <= 72 for _, name in keys)


def test_what_may_be_said_is_passed_on_judged_and_remembered() -> None:
    told = "\n".join(statements(PACKAGE))
    secure = re.search(r"'SecureCustomProperties', '([^']*)'", told)
    assert secure
    for option in OPTIONS:
        name = option.part.value
        assert name in secure[1].split(";")
        assert f'Installed OR NOT {name} OR {name} = "0"' in told
        assert f"('Keep{name}', 51, '{name}', '[KEPT{name}]')" in told
    assert 'NETWORK = "internet" OR NETWORK = "dedicated"' in told
    assert 'CENTRALURL ~<< "https://"' in told
    assert {option.key for option in OPTIONS} == {KEY, POLICY_KEY}


def test_conditions_fit_the_tables() -> None:
    for line in statements(PACKAGE):
        if found := re.match(r"INSERT INTO `LaunchCondition` .* VALUES \('(.*)', '(.*)'\)$", line):
            assert len(found[1]) <= 255
            assert len(found[2]) <= 255


def test_the_older_version_goes_within_the_transaction() -> None:
    row = re.compile(r"INSERT INTO `InstallExecuteSequence` .*\('(\w+)',.*? (\d+)\)$")
    numbers = {found[1]: int(found[2]) for line in statements(PACKAGE) if (found := row.match(line))}
    assert numbers["InstallInitialize"] < numbers["RemoveExistingProducts"] < numbers["ProcessComponents"]
    assert numbers["AppSearch"] < numbers["LaunchConditions"] < numbers["KeepNETWORK"] < numbers["CostInitialize"]


def test_the_task_for_updates_outlives_an_upgrade() -> None:
    told = "\n".join(statements(PACKAGE))
    assert 'schtasks.exe" /Delete /TN "\\TacNghiep\\Updates" /F' in told
    assert "'RemoveTask', 1650, 'REMOVE = \"ALL\" AND NOT UPGRADINGPRODUCTCODE'" in told


def test_a_package_says_the_commits_time() -> None:
    now = time.time()
    written = b"\x40\0\0\0" + int((now + 11_644_473_600) * 10_000_000).to_bytes(8, "little")
    other = b"\x40\0\0\0" + bytes(8)
    content = bytearray(b"..." + written + other + written)
    msi.set_moment(content, now, 0)
    first = b"\x40\0\0\0" + (116_444_736_000_000_000).to_bytes(8, "little")
    assert content == b"..." + first + other + first
    with pytest.raises(BuildError, match="0 times"):
        msi.set_moment(bytearray(other), now, 0)


def test_no_quotation_mark_reaches_the_sql() -> None:
    with pytest.raises(ValueError, match="O'"):
        insert("Property", Property="Name", Value="O'Brien")


def test_nothing_is_an_empty_string() -> None:
    assert (
        insert("Registry", Registry="r", Name="", Root=2)
        == "INSERT INTO `Registry` (`Registry`, `Root`) VALUES ('r', 2)"
    )
