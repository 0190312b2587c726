"""`assess verify`: whether a report is what follows from the answers inside it."""

from __future__ import annotations

import argparse
import json

from assess.cli.opened import read


def run(chosen: argparse.Namespace) -> int:
    """Says equal (0) or not (1), naming the first figure or place that differs."""
    from assess.airlock import verify_file
    from assess.text import words

    file = "standard input" if chosen.report == "-" else chosen.report
    found = verify_file(read(chosen.report), words(), file)
    if chosen.json:
        told = {"format": "assess-verified/1", "equal": found.is_equal}
        print(json.dumps({**told, **found.model_dump(mode="json")}, ensure_ascii=False, indent=2))
    else:
        print(f"{file}: {'equal' if found.is_equal else 'differs'}", *found.told, sep="\n")
    return 0 if found.is_equal else 1
