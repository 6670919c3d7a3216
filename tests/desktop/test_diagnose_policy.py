"""An administrator sees which policies hold, where each stands, and what is wrong with which."""

from __future__ import annotations

from desktop.diagnose_policy import policy_state
from desktop.session.policy import Layer, Policy, take
from desktop.session.settings import BY_NAME


def test_nothing_is_said_plainly() -> None:
    (found,) = policy_state(Policy())
    assert (found.level, found.code) == ("ok", "noPolicy")


def test_each_in_force_is_listed_with_its_place_and_no_password() -> None:
    layers = [
        Layer(r"HKLM\P", {"proxy": "http://mai:bimat@proxy.example:8080", "pollSeconds": 60}),
        Layer(r"HKLM\P\Recommended", {"theme": "dark"}, mandatory=False),
    ]
    (found,) = policy_state(take(layers, BY_NAME))
    assert found.values["mandatory"] == {
        "pollSeconds": {"value": 60, "from": r"HKLM\P"},
        "proxy": {"value": "http://…@proxy.example:8080", "from": r"HKLM\P"},
    }
    assert found.values["recommended"]["theme"]["value"] == "dark"
    assert "2 cài đặt bắt buộc, 1 cài đặt mặc định" in found.text


def test_each_wrong_value_is_named_with_what_is_allowed() -> None:
    layers = [
        Layer("tệp", {"lockAfterMinutes": 9999, "theme": "pink", "allowPrintin": 0}),
        Layer(r"HKCU\P", {"network": "dedicated"}, machine=False),
        Layer("khóa", {}, broken="Access denied"),
    ]
    found = policy_state(take(layers, BY_NAME))[1:]
    assert [(one.code, one.level) for one in found] == [
        ("policyNotTaken", "problem"),
        ("policyNotTaken", "note"),
        ("policyUnknownName", "note"),
        ("policyMachineOnly", "note"),
        ("policyBroken", "problem"),
    ]
    assert "Được phép: 0 đến 480. Đang giữ mức an toàn: 15." in found[0].text
    assert "dark (Tối)" in found[1].text
    assert "Access denied" in found[4].text
