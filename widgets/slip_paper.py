"""The handling slip on paper (phiếu xử lý văn bản): what came, what was said to it, who does what until when.

For the incoming desk; knows the office's papers. The directives run over as many pages as they need; lines are left for
what is written and signed by hand.
"""

from __future__ import annotations

import html
from dataclasses import dataclass

from widgets.paper import FlowPaper

_SPACE = '<p style="font-size:70px; margin:0px">&nbsp;</p>'
_EDGE = "border:5px solid #000000; padding:35px 55px 35px 55px;"


@dataclass(frozen=True, slots=True)
class SlipRow:
    """One step of the handling.

    Attributes:
        when: hour and day.
        who, title: name and position.
        said: the directive in the author's own words; "" for none.
        done: what was done with it: to whom it went, until when.
        sign: key of the place for a signature; "" leaves the place to a pen.
        signed: words in that place ("Đã ký số").
    """

    when: str
    who: str
    title: str = ""
    said: str = ""
    done: tuple[str, ...] = ()
    sign: str = ""
    signed: str = ""


@dataclass(frozen=True, slots=True)
class SlipSheet:
    """What stands on the slip.

    Attributes:
        issuer: lines at the upper left, the last one the office itself; mark: what stands below it.
        motto: lines at the upper right, the last one place and day.
        title: of the paper; number: the line below it.
        facts: (label, value) of the document.
        rows: the steps, oldest first.
        blank: empty lines for what is written by hand.
        signatures: (title, name) below the table; a name may be empty.
        note: a line at the end.
    """

    issuer: tuple[str, ...]
    motto: tuple[str, ...]
    title: str
    number: str
    facts: tuple[tuple[str, str], ...]
    rows: tuple[SlipRow, ...]
    blank: int = 3
    signatures: tuple[tuple[str, str], ...] = ()
    note: str = ""
    mark: str = ""


def slip_paper(sheet: SlipSheet) -> FlowPaper:
    """The slip as pages."""
    parts = [_top(sheet), _facts(sheet), _table(sheet), _signatures(sheet)]
    if sheet.note:
        parts.append(f'<p style="font-size:105px; margin-top:90px"><i>{html.escape(sheet.note)}</i></p>')
    running = " · ".join(part for part in (sheet.title.capitalize(), sheet.number) if part)
    return FlowPaper(f"{sheet.title.capitalize()} {sheet.number}".strip(), "".join(parts), running)


def _lines(lines: tuple[str, ...]) -> list[str]:
    return [html.escape(line) for line in lines]


def _top(sheet: SlipSheet) -> str:
    issuer, motto = _lines(sheet.issuer), _lines(sheet.motto)
    issuer[-1:] = [f"<b>{line}</b>" for line in issuer[-1:]] + ([html.escape(sheet.mark)] if sheet.mark else [])
    # A line under the motto, as over every document.
    above, under, place = motto[:-2], motto[-2:-1], motto[-1:]
    motto = [f"<b>{line}</b>" for line in above] + [f"<b><u>{line}</u></b>" for line in under]
    motto += [f"<i>{line}</i>" for line in place]
    cell = 'width="50%" align="center" valign="top" style="font-size:125px"'
    cells = "".join(f"<td {cell}>{'<br/>'.join(lines)}</td>" for lines in (issuer, motto))
    head = f'<table width="100%"><tr>{cells}</tr></table>'
    big = "font-size:155px; margin-top:160px; margin-bottom:0px"
    title = f'<p align="center" style="{big}"><b>{html.escape(sheet.title)}</b></p>'
    number = f'<p align="center" style="margin-top:20px; margin-bottom:0px">{html.escape(sheet.number)}</p>'
    return head + title + number + _SPACE


def _facts(sheet: SlipSheet) -> str:
    rows = "".join(
        f'<tr><td width="24%" valign="top" style="padding:12px 40px 12px 0px">{html.escape(name)}:</td>'
        f'<td width="76%" valign="top" style="padding:12px 0px 12px 0px"><b>{html.escape(value)}</b></td></tr>'
        for name, value in sheet.facts
    )
    return f'<table width="100%" cellspacing="0">{rows}</table>{_SPACE}'


def _table(sheet: SlipSheet) -> str:
    widths = (("Thời gian", 18), ("Người xử lý", 21), ("Ý kiến chỉ đạo, nội dung xử lý", 40), ("Ký", 21))
    heads = "".join(f'<td width="{w}%" align="center" style="{_EDGE}"><b>{name}</b></td>' for name, w in widths)
    rows = [f"<tr>{_row(row)}</tr>" for row in sheet.rows]
    empty = f'<td style="{_EDGE}"><br/><br/><br/></td>' * len(widths)
    rows += [f"<tr>{empty}</tr>"] * sheet.blank
    return (
        '<table width="100%" cellspacing="0" style="border-collapse:collapse; font-size:125px">'
        f"<thead><tr>{heads}</tr></thead><tbody>{''.join(rows)}</tbody></table>"
    )


def _row(row: SlipRow) -> str:
    who = f"<b>{html.escape(row.who)}</b>" + (f"<br/>{html.escape(row.title)}" if row.title else "")
    what = ""
    if row.said:
        said = html.escape(row.said).replace("\n", "<br/>")
        what += f'<p style="margin:0px">{said}</p>'
    what += "".join(f'<p style="margin:12px 0px 0px 0px"><i>{html.escape(line)}</i></p>' for line in row.done)
    if row.sign:
        # Three lines: as high as a signature stands.
        place = (
            f'<p align="center" style="margin:0px"><a name="{html.escape(row.sign)}">&nbsp;</a><br/><br/><br/><br/></p>'
        )
    else:
        place = f'<p align="center" style="margin:0px; font-size:105px"><i>{html.escape(row.signed)}</i></p>'
    cells = (html.escape(row.when).replace("\n", "<br/>"), who, what, place)
    return "".join(f'<td valign="top" style="{_EDGE}">{cell}</td>' for cell in cells)


def _signatures(sheet: SlipSheet) -> str:
    if not sheet.signatures:
        return ""
    width = 100 // len(sheet.signatures)
    cells = "".join(
        f'<td width="{width}%" align="center" valign="top"><b>{html.escape(title)}</b><br/>'
        f"<i>(ký, ghi rõ họ tên)</i><br/><br/><br/><br/><b>{html.escape(name)}</b></td>"
        for title, name in sheet.signatures
    )
    return f'{_SPACE}<table width="100%"><tr>{cells}</tr></table>'
