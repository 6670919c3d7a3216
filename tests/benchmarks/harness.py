"""How a benchmark is made: cases measured in turn, medians and ratios printed. Asserts no time.

A benchmark is a module with ``TITLE`` and ``run(rounds) -> None`` that calls ``compare`` or ``show``;
``python -m tests.benchmarks NAME`` runs it.
"""

from __future__ import annotations

import statistics
from collections.abc import Callable, Mapping
from dataclasses import dataclass

Case = Callable[[], float]
"""Does the work once and gives its figure (seconds, MB, rows/s …)."""


@dataclass(frozen=True)
class Figure:
    """The figures of one case over all rounds."""

    name: str
    values: tuple[float, ...]

    @property
    def median(self) -> float:
        return statistics.median(self.values)


def interleaved(cases: Mapping[str, Case], rounds: int, warmup: int = 1) -> dict[str, Figure]:
    """Run the cases A B A B …, so that a drift of the machine meets them alike; the warm-up is not counted."""
    values: dict[str, list[float]] = {name: [] for name in cases}
    for round_number in range(warmup + rounds):
        for name, case in cases.items():
            value = case()
            if round_number >= warmup:
                values[name].append(value)
    return {name: Figure(name, tuple(found)) for name, found in values.items()}


def show(figures: Mapping[str, Figure], unit: str, against: str | None = None) -> None:
    """Print median, least, most, and the ratio to the case named ``against``."""
    width = max(len(name) for name in figures)
    floor = figures[against].median if against else None
    for figure in figures.values():
        ratio = f"   x{figure.median / floor:.2f}" if floor else ""
        low, high = min(figure.values), max(figure.values)
        print(f"  {figure.name:<{width}}  {figure.median:10.3f} {unit}   ({low:.3f} to {high:.3f}){ratio}")


def compare(title: str, cases: Mapping[str, Case], *, unit: str, against: str, rounds: int) -> dict[str, Figure]:
    """Measure and print in one go."""
    print(title)
    figures = interleaved(cases, rounds)
    show(figures, unit, against)
    return figures
