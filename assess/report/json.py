"""A report as JSON: what travels inside the other kinds of file, and nothing else."""

from __future__ import annotations

import json

from assess.report.carrier import envelope
from assess.report.document import Report


def write(report: Report) -> bytes:
    """The report as UTF-8 JSON, to be read by people too; nothing in it would be read as HTML."""
    text = json.dumps(json.loads(envelope(report)), ensure_ascii=False, indent=2)
    for char in "<>&":
        text = text.replace(char, f"\\u{ord(char):04x}")
    return f"{text}\n".encode()
