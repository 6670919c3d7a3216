"""Papers that come to An Phú in the course of the practice: made and signed already, not yet arrived.

Knows papers and the past. When each arrives is the practice office's
to choose.
"""

from __future__ import annotations

from typing import Any

from desktop.practice.pages import draw
from desktop.practice.past import Past, take_working
from desktop.practice.people import ORGAN
from desktop.practice.seed_handling import HOME, made_by, side_of, signing_times
from desktop.practice.seed_incoming import Plan
from desktop.practice.seed_papers import Papers, notation_of, signatory_for
from desktop.practice.subjects_province import THEMES
from desktop.practice.texts import write

Object = dict[str, Any]

_COMING: tuple[tuple[str, str], ...] = (
    ("vptu", "Lịch tiếp công dân"),
    ("btctu", "Chiêu sinh"),
    ("tu", "Về tình hình kinh tế"),
    ("ubkttu", "Giám sát chuyên đề"),
)


def later_papers(past: Past, papers: Papers) -> list[Object]:
    """The papers to come, the first to come first; nothing of them is in the past's objects."""
    found: list[Object] = []
    for sender, start in _COMING:
        theme = next(t for t in THEMES if sender in t.senders and t.subject.startswith(start))
        organ = ORGAN[sender]
        at = take_working(past.now, 20)
        day = take_working(past.now, 300).date()
        written = write(theme, sender, day, past.rng, state_style=organ.style != "party")
        plan = Plan(written, signatory_for(written, past.rng), at, day)
        plan.number = _next_number(past, found, sender, theme.code)
        document = papers.document(written, plan.signatory, identifier=past.identifier(at))
        document |= {
            "number": plan.number,
            "notation": notation_of(organ, theme.code, plan.number),
            "documentDate": day.isoformat(),
            "state": "issued",
            "recipients": [HOME],
            "deliveries": [{"unitId": HOME, "status": "01", "at": "", "byName": None, "reason": None}],
        }
        drawn = draw(papers.sheet(written, plan.signatory, plan.number, day))
        approved, sealed = signing_times(at, day)
        data = papers.signed(drawn, organ, plan.signatory, approved, sealed)
        document = papers.attach_file(document, drawn, data)
        document["text"] = drawn.text
        found.append(_taken_out(past, document, plan))
    return found


def _taken_out(past: Past, document: Object, plan: Plan) -> Object:
    """The paper's own objects, without a trace of them in the past."""
    before = len(past.acts)
    made_by(past, document, plan.signatory, plan.arrives)
    acts = [
        {name: act[name] for name in act if name not in ("receivedAt", "outcome", "reason")}
        for act in past.acts[before:]
    ]
    del past.acts[before:]
    side = side_of(past, document, HOME, plan.arrives)
    del past.objects["Handling"][side["id"]]
    return {"document": document, "handlings": [side], "acts": acts}


def _next_number(past: Past, coming: list[Object], sender: str, code: str) -> int:
    documents = [*past.objects["Document"].values(), *(paper["document"] for paper in coming)]
    used = [d["number"] for d in documents if (d["organId"], d["typeCode"]) == (sender, code)]
    return max((n for n in used if n is not None), default=40) + 1
