"""Runs every benchmark in turn: `python -m benchmarks`, or `--json` for one document each."""

from __future__ import annotations

import sys

from benchmarks import engine, server


def main(arguments: list[str]) -> int:
    """1 where a target is missed."""
    missed = 0
    for benchmark in (engine, server):
        missed = max(missed, benchmark.main(arguments))
        print(flush=True)
    return missed


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
