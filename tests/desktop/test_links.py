"""Links: the grammar and nothing beside it, and a command line that takes nothing in a link for an option."""

from __future__ import annotations

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from desktop import links
from desktop.__main__ import main
from desktop.links import BadLink, Link

ID = st.text("abcXYZ019-_", min_size=1, max_size=255)


@pytest.mark.parametrize(
    ("text", "link"),
    [
        ("tacnghiep:document/d-12_A", Link("Document", "d-12_A")),
        ("TacNghiep:document/d1", Link("Document", "d1")),
        ("tacnghiep:task/019a", Link("Task", "019a")),
        ("tacnghiep:schedule/s1", Link("ScheduleEntry", "s1")),
        ("tacnghiep:document/--profile", Link("Document", "--profile")),
    ],
)
def test_a_link_names_what_it_names(text: str, link: Link) -> None:
    assert links.parse(text) == link


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("tacnghiep:", "linkBroken"),
        ("tacnghiep:document", "linkBroken"),
        ("tacnghiep:document/", "linkBroken"),
        ("tacnghiep://document/d1", "linkBroken"),
        ("tacnghiep:document/d1/", "linkBroken"),
        ("tacnghiep:document/d1?account=a", "linkBroken"),
        ("tacnghiep:document/d1#trang-2", "linkBroken"),
        ("tacnghiep:document/%64%31", "linkBroken"),
        ("tacnghiep:document/..", "linkBroken"),
        ("tacnghiep:document/d1\n", "linkBroken"),
        ("tacnghiep:document/d1\0", "linkBroken"),
        ("tacnghiep:document/đ1", "linkBroken"),
        ("tacnghiep:document/１", "linkBroken"),  # full width
        ("tacnghiep:Document/d1", "linkBroken"),
        (" tacnghiep:document/d1", "linkBroken"),
        ("tacnghiep:document/d1 --profile x", "linkBroken"),
        ("tacnghiep:--profile", "linkBroken"),
        ("tacnghiep:document/" + "a" * 256, "linkBroken"),
        ("tacnghiep:central/https", "linkUnknown"),
        ("tacnghiep:act/a1", "linkUnknown"),
        ("http://document/d1", "linkBroken"),
        ("", "linkBroken"),
    ],
)
def test_everything_else_is_refused(text: str, code: str) -> None:
    with pytest.raises(BadLink) as refused:
        links.parse(text)
    assert refused.value.code == code


@given(st.sampled_from(sorted(links.TYPES.values())), ID)
def test_what_is_written_is_read_again(type_name: str, object_id: str) -> None:
    assert links.parse(links.write(type_name, object_id)) == Link(type_name, object_id)


@given(st.text(max_size=300))
@example("a b")
def test_no_link_is_written_to_an_identifier_that_is_none(object_id: str) -> None:
    try:
        text = links.write("Document", object_id)
    except BadLink:
        return
    assert text == f"tacnghiep:document/{object_id}"
    assert text.isascii()
    assert not set(text) & set(" \t\n\"'%&?#\\<>|")


@given(st.text())
def test_whatever_comes_is_a_link_or_refused(rest: str) -> None:
    try:
        link = links.parse(f"tacnghiep:{rest}")
    except BadLink:
        return
    assert f"tacnghiep:{rest}" == links.write(link.type, link.id)


@pytest.mark.parametrize(
    ("arguments", "found"),
    [
        (["tacnghiep:document/d1"], ([], "tacnghiep:document/d1")),
        (["--profile", "/p", "tacnghiep:document/d1"], (["--profile", "/p"], "tacnghiep:document/d1")),
        (["--profile=/p", "TACNGHIEP:task/t"], (["--profile=/p"], "TACNGHIEP:task/t")),
        # A browser that quotes badly: what breaks out of the quotes is a part of a link that is not sound.
        (["tacnghiep:x", "--profile", "/evil"], ([], "tacnghiep:x --profile /evil")),
        (["tacnghiep:--profile", "/evil"], ([], "tacnghiep:--profile /evil")),
        (["tacnghiep:document/d1", "practice"], ([], "tacnghiep:document/d1 practice")),
        (["practice"], None),
        (["verify", "tacnghiep:document/d1"], None),
        (["--profile", "tacnghiep:document/d1"], None),
        ([], None),
    ],
)
def test_nothing_in_a_link_is_an_option(arguments: list[str], found: tuple[list[str], str] | None) -> None:
    assert links.in_arguments(arguments) == found


@pytest.mark.parametrize("arguments", [["tacnghiep", "x"], ["document/d1"], ["--profile"]])
def test_what_is_no_link_is_no_command_either(arguments: list[str], capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit):
        main(arguments)
    assert "Cách dùng" in capsys.readouterr().err
