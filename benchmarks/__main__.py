"""Runs the benchmarks one after the other, each in a process of its own, and tells their time.

`python -m benchmarks`, or `--json` for one document each from those that write one.
"""

from __future__ import annotations

import argparse
import subprocess
import sys
import time

PARTS = ("engine", "reports", "reading", "screening", "corpus", "server", "pages")
DOCUMENTS = ("engine", "reports", "server", "pages")  # those that write JSON


def main(arguments: list[str] | None = None) -> int:
    """1 where a target is missed."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks", description=__doc__)
    parser.add_argument("--json", action="store_true", help="print one JSON document each")
    as_documents = parser.parse_args(arguments).json
    return max([run(part, as_documents) for part in (DOCUMENTS if as_documents else PARTS)])


def run(part: str, as_document: bool) -> int:
    """How one of them ended: 0 where all targets are met. Nothing that others keep slows it."""
    begun = time.monotonic()
    command = [sys.executable, "-m", f"benchmarks.{part}", *(["--json"] if as_document else [])]
    ended = subprocess.run(command, check=False).returncode
    print(f"{part}: took {time.monotonic() - begun:.0f} s\n", file=sys.stderr, flush=True)
    return ended


if __name__ == "__main__":
    sys.exit(main())
