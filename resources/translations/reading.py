"""Reads the texts of the interface out of the source. Knows Python's syntax tree alone.

Qt's own reader passes over calls whose last argument is more than a name, silently; this one takes every call with a
written text and says which calls it cannot read. The forms: ``self.tr("…")`` (the context is the class),
``translate("Context", "…")``, with or without ``QCoreApplication.``, and ``QT_TRANSLATE_NOOP("Context", "…")``.
"""

from __future__ import annotations

import ast
from collections.abc import Iterator
from dataclasses import dataclass


@dataclass(frozen=True)
class Text:
    """One text to be translated.

    Attributes:
        context: the class or the name under which it is looked up.
        source: the text as it stands in the source, in Vietnamese.
        comment: what tells two equal texts of one context apart, "" usually.
        line: where it stands.
    """

    context: str
    source: str
    comment: str
    line: int

    @property
    def counted(self) -> bool:
        """Whether it has a singular and a plural."""
        return "%n" in self.source


class Unreadable(Exception):
    """A text that is put together while the program runs cannot be looked up."""

    def __init__(self, line: int) -> None:
        super().__init__(f"line {line}: the text must be written out, without f-string and without +")
        self.line = line


def texts(source: str) -> list[Text]:
    """Every text of a module, in order.

    Raises: Unreadable — a text is an f-string or a sum, or `self.tr` stands outside a class.
    """
    return sorted(_walk(ast.parse(source), ""), key=lambda text: text.line)


def _walk(node: ast.AST, owner: str) -> Iterator[Text]:
    if isinstance(node, ast.ClassDef):
        owner = node.name
    if isinstance(node, ast.Call):
        found = _of_call(node, owner)
        if found is not None:
            yield found
    for child in ast.iter_child_nodes(node):
        yield from _walk(child, owner)


def _of_call(call: ast.Call, owner: str) -> Text | None:
    match call.func:
        case ast.Attribute(value=ast.Name(id="self"), attr="tr"):
            context, arguments = owner, call.args
        case (
            ast.Name(id="translate" | "QT_TRANSLATE_NOOP")
            | ast.Attribute(value=ast.Name(id="QCoreApplication"), attr="translate")
        ):
            context, arguments = _written(call.args[0]) or "", call.args[1:]
        case _:
            return None
    source = _written(arguments[0])
    if source is None:
        if not _put_together(arguments[0]):
            return None  # a name from a table, whose texts are marked there
        raise Unreadable(call.lineno)
    if not context:
        raise Unreadable(call.lineno)
    comment = _written(arguments[1]) if len(arguments) > 1 else None
    return Text(context, source, comment or "", call.lineno)


def _written(node: ast.expr) -> str | None:
    return node.value if isinstance(node, ast.Constant) and isinstance(node.value, str) else None


def _put_together(node: ast.expr) -> bool:
    if isinstance(node, ast.IfExp):
        return _written(node.body) is not None or _written(node.orelse) is not None
    return isinstance(node, ast.JoinedStr | ast.BinOp)
