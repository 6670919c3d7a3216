"""What one start asks of another: bounded, proven, and read as strictly as it is written."""

from __future__ import annotations

import hmac
import json
import os
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop import start_request
from desktop.start_request import MOST_BYTES, BadMessage, StartRequest

SECRET = b"x" * 32
PATHS = st.text(st.characters(exclude_categories=["Cs"], exclude_characters="\0"), max_size=300)
NAMES = st.binary(max_size=300).filter(lambda name: b"\0" not in name).map(os.fsdecode)
"""As the system gives them: on Linux any bytes."""


@given(st.builds(StartRequest, st.just("tacnghiep:document/d1"), st.lists(PATHS | NAMES, max_size=250).map(tuple)))
def test_what_is_asked_is_heard_in_as_many_parts_as_it_takes(request: StartRequest) -> None:
    heard = []
    for part in request.parts():
        line, nonce = start_request.ask(part, SECRET)
        assert len(line) <= MOST_BYTES
        assert line.count(b"\n") == 1
        told, again = start_request.heard(line, SECRET)
        assert again == nonce
        heard.append(told)
    assert sum((one.files for one in heard), ()) == request.files
    assert [one.link for one in heard] == [request.link, *[""] * (len(heard) - 1)]


def test_a_name_that_is_no_utf_8_is_handed_over() -> None:
    name = os.fsdecode(b"/home/van-thu/b\xe3o c\xe1o \xff.pdf")
    (part,) = StartRequest("tacnghiep:\udcff", (name,)).parts()
    line, _ = start_request.ask(part, SECRET)
    assert line.decode("utf-8")
    told, _ = start_request.heard(line, SECRET)
    assert os.fsencode(told.files[0]) == b"/home/van-thu/b\xe3o c\xe1o \xff.pdf"
    assert told.link == "tacnghiep:?"


def test_an_answer_answers_one_question_alone() -> None:
    _, nonce = start_request.ask(StartRequest(), SECRET)
    answer = start_request.answer(nonce, SECRET)
    assert start_request.is_answer(answer, nonce, SECRET)
    assert not start_request.is_answer(answer, "another", SECRET)
    assert not start_request.is_answer(answer, nonce, b"y" * 32)
    assert not start_request.is_answer(b"", nonce, SECRET)


@given(st.binary(max_size=300))
def test_rubbish_is_not_heard(line: bytes) -> None:
    with pytest.raises(BadMessage):
        start_request.heard(line, SECRET)


def _proven(body: bytes) -> bytes:
    return hmac.new(SECRET, body, "sha256").hexdigest().encode() + b" " + body + b"\n"


GOOD: dict[str, Any] = {"version": 1, "nonce": "n", "link": "", "files": [], "activation": ""}


@pytest.mark.parametrize(
    "change",
    [
        {"version": 2}, {"version": "1"}, {"nonce": 1}, {"nonce": "n" * 65}, {"link": None}, {"link": "l" * 401},
        {"files": "a"}, {"files": [1]}, {"files": ["a\0b"]}, {"files": ["\ud800"]}, {"files": ["f"] * 101},
        {"files": ["f" * 4097]}, {"activation": ["x"]}, {"more": 1},
    ],
)  # fmt: skip
def test_not_even_a_program_of_ours_may_ask_for_anything_else(change: dict[str, Any]) -> None:
    assert start_request.heard(_proven(json.dumps(GOOD).encode()), SECRET)[1] == "n"
    with pytest.raises(BadMessage):
        start_request.heard(_proven(json.dumps(GOOD | change).encode()), SECRET)


@pytest.mark.parametrize("body", [b"", b"[]", b"1", b"nul", b"\xff", b"[" * 60_000, b"{}" + b" " * MOST_BYTES])
def test_what_is_no_request_is_not_heard_even_with_a_proof(body: bytes) -> None:
    with pytest.raises(BadMessage):
        start_request.heard(_proven(body), SECRET)


def test_a_link_that_is_far_too_long_stays_too_long() -> None:
    (part,) = StartRequest("tacnghiep:document/" + "a" * 100_000).parts()
    told, _ = start_request.heard(start_request.ask(part, SECRET)[0], SECRET)
    assert len(told.link) == start_request.LONGEST_LINK
