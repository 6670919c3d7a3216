"""What the command says by itself, in Vietnamese: argparse has no words of this language. Knows argparse alone."""

from __future__ import annotations

import argparse
import re
import sys
from collections.abc import Iterable
from typing import Any, NoReturn

_USAGE = "Cách dùng: "
_FAULTS = (
    (r"the following arguments are required: (.*)", r"thiếu: \1"),
    (r"one of the arguments (.*) is required", r"cần một trong: \1"),
    (r"unrecognized arguments: (.*)", r"không hiểu: \1"),
    (r"argument (\S+): not allowed with argument (.*)", r"\1: không dùng cùng \2"),
    (r"argument (\S+): expected one argument", r"\1: thiếu giá trị"),
    (r"argument (\S+): expected at least one argument", r"\1: thiếu giá trị"),
    (r"argument (\S+): ignored explicit argument (.*)", r"\1: không nhận giá trị \2"),
    (r"argument (\S+): invalid choice: (.*) \(choose from (.*)\)", r"\1: không có \2; chọn trong: \3"),
    (r"argument (\S+): invalid \S+ value: (.*)", r"\1: giá trị không đúng: \2"),
    (r"argument (\S+): (.*)", r"\1: \2"),
    (r"ambiguous option: (.*) could match (.*)", r"\1 chưa đủ rõ, có thể là: \2"),
)
"""argparse's own sentences (Python 3.11 to 3.13), each with ours; another one stays as it is."""


class Parser(argparse.ArgumentParser):
    """As argparse's, with its headings, its help and its complaints in Vietnamese; so are those of its subcommands."""

    def __init__(self, **named: Any) -> None:
        super().__init__(**{"formatter_class": _Formatter, **named, "add_help": False})
        self._positionals.title = "Đối số"
        self._optionals.title = "Tùy chọn"
        if named.get("add_help", True):
            self.add_argument("-h", "--help", action="help", help="in hướng dẫn này rồi thoát")

    def error(self, message: str) -> NoReturn:
        """Say what is wrong with the command; exit status 2."""
        self.print_usage(sys.stderr)
        self.exit(2, f"{self.prog}: {fault(message)}\n")


def fault(message: str) -> str:
    """What argparse complains of, in Vietnamese."""
    for theirs, ours in _FAULTS:
        found = re.fullmatch(theirs, message, re.DOTALL)
        if found is not None:
            return found.expand(ours)
    return message


class _Formatter(argparse.HelpFormatter):
    def add_usage(
        self,
        usage: str | None,
        actions: Iterable[argparse.Action],
        groups: Iterable[Any],
        prefix: str | None = None,
    ) -> None:
        super().add_usage(usage, actions, groups, _USAGE if prefix is None else prefix)
