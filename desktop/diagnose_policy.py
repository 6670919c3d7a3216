"""What `tacnghiep diagnose` says of the office's policies: which are in force, where each stands, what is wrong.

Knows the settings and what is said of them.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Any

from desktop import policy_texts
from desktop.findings import Finding
from desktop.session.policy import Policy, Problem, Taken
from desktop.session.settings import BY_NAME


def policy_state(policy: Policy) -> list[Finding]:
    """One finding for all that is in force, and one for each place or value that cannot be taken."""
    values = {"mandatory": _listed(policy.mandatory), "recommended": _listed(policy.recommended)}
    return [_in_force(policy, values), *(_wrong(one) for one in policy.problems)]


def _in_force(policy: Policy, values: dict[str, Any]) -> Finding:
    places = sorted({one.origin for one in (*policy.mandatory.values(), *policy.recommended.values())})
    if not places:
        text = "Máy này không có chính sách của cơ quan; cài đặt theo mặc định và lựa chọn của người dùng."
        return Finding("policy", "ok", "noPolicy", text, values)
    text = (
        f"Chính sách của cơ quan: {len(policy.mandatory)} cài đặt bắt buộc, {len(policy.recommended)} cài đặt mặc "
        f"định; đọc từ {', '.join(places)}."
    )
    return Finding("policy", "ok", "policy", text, values)


def _listed(taken: Mapping[str, Taken]) -> dict[str, Any]:
    return {name: {"value": _told(one.value), "from": one.origin} for name, one in sorted(taken.items())}


def _told(value: Any) -> Any:
    """A value without the name and password that an address may carry."""
    return re.sub(r"//[^/@]*@", "//…@", value) if isinstance(value, str) else value


def _wrong(problem: Problem) -> Finding:
    values = {"name": problem.name, "from": problem.origin, "detail": _told(problem.detail)}
    where = problem.origin
    if problem.code == "broken":
        text = (
            f"Không dùng được chính sách ở {where} ({problem.detail}): mọi cài đặt về an toàn giữ mức an toàn, kể cả "
            "tắt in và lưu ra ngoài, cho đến khi chính sách được sửa."
        )
        return Finding("policy", "problem", "policyBroken", text, values)
    if problem.code == "unknownName":
        text = f"Chính sách ở {where} có tên {problem.name} mà chương trình không biết. Kiểm tra lại cách viết."
        return Finding("policy", "note", "policyUnknownName", text, values)
    if problem.code == "machineOnly":
        text = f"{problem.name} chỉ đặt được cho máy (HKLM), không theo người dùng: giá trị ở {where} bị bỏ qua."
        return Finding("policy", "note", "policyMachineOnly", text, values)
    setting = BY_NAME[problem.name]
    held = "" if setting.safe is None else f" Đang giữ mức an toàn: {policy_texts.shown(setting, setting.safe, 'vi')}."
    text = (
        f"Giá trị {_told(problem.detail)} của {problem.name} ở {where} không hợp lệ. Được phép: "
        f"{policy_texts.values(setting, 'vi')}.{held}"
    )
    return Finding("policy", "problem" if held else "note", "policyNotTaken", text, values)
