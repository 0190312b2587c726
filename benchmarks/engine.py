"""All figures of the engine, one part after another: `python -m benchmarks.engine`.

`--record` writes the table, with the machine named, into `benchmarks/README.md`; `--json` prints
one document. Exit 1 where a demand is missed or a peer is missing.
"""

from __future__ import annotations

import sys
from datetime import UTC, datetime

from benchmarks import alpha, click, draws, exact, onepass, peers, points, sobol, startup
from benchmarks.figure import Figure, machine, markdown, told

PARTS = (draws, onepass, click, sobol, points, exact, alpha, startup)
README = peers.ROOT / "benchmarks/README.md"
BEGIN, END = "<!-- engine: written by --record -->", "<!-- end -->"


def figures() -> list[Figure]:
    """Every part's figures; some minutes."""
    return [figure for part in PARTS for figure in part.figures()]


def record(found: list[Figure]) -> None:
    """Put the table in the place of the last one."""
    before, _, rest = README.read_text(encoding="utf-8").partition(BEGIN)
    _, _, after = rest.partition(END)
    month = datetime.now(UTC).strftime("%B %Y")
    table = f"{BEGIN}\n\n{month}; {machine()}.\n\n{markdown(found)}\n\n{END}"
    README.write_text(before + table + after, encoding="utf-8")


def main(arguments: list[str]) -> int:
    """0 where every demand is met."""
    found: list[Figure] = []

    def measured() -> list[Figure]:
        found.extend(figures())
        return found

    code = told(measured, arguments, __doc__)
    if "--record" in arguments:
        record(found)
    return code


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
