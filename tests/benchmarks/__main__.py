"""``python -m tests.benchmarks [NAME …] [--rounds N]``: runs the benchmarks named, or all."""

from __future__ import annotations

import argparse
import importlib
from pathlib import Path


def main() -> None:
    here = Path(__file__).parent
    names = sorted(p.stem for p in here.glob("bench_*.py"))
    parser = argparse.ArgumentParser(prog="python -m tests.benchmarks")
    parser.add_argument("names", nargs="*", metavar="NAME", help=", ".join(n.removeprefix("bench_") for n in names))
    parser.add_argument("--rounds", type=int, default=5)
    options = parser.parse_args()
    wanted = [f"bench_{n}" for n in options.names] or names
    for name in wanted:
        module = importlib.import_module(f"tests.benchmarks.{name}")
        print(f"== {module.TITLE}")
        module.run(options.rounds)
        print()


if __name__ == "__main__":
    main()
