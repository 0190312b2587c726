"""What a report says of its own making, so that it can be made again and compared.

The seal is no signature: it says that figures follow from the answers beside it, not whose
answers they are.
"""

from __future__ import annotations

import datetime
from hashlib import sha256
from typing import Final

from assess import findings as engine
from assess.findings import CHANNELS, Findings
from assess.value import Line, Slug, Value

Figures = dict[str, tuple[float, ...]]

VERDICT: Final = "verdict"


class Seal(Value):
    """How a report was made. `program` is the version of this toolkit.

    `second` is the second language of a paper in two, empty for one. `case` is the case of the
    library the report is about, empty for none; `hints` whether the words of the draft were looked
    through; `picture` whether the framework is drawn in it; `template` whether it stands in a
    template of somebody's own, with text that is not ours.
    """

    program: Line
    framework: Slug
    version: Line
    draft: Line
    assessor: Line
    audience: Line = "brief"
    language: Line
    second: Line = ""
    made_on: datetime.date
    case: Line = ""
    hints: bool = False
    picture: bool = False
    template: bool = False
    findings_sha256: Line
    figures: Figures


def fingerprint(findings: Findings) -> str:
    """The SHA-256 of the findings as their document (`assess-findings/1`), in hexadecimal."""
    return sha256(engine.dumps(findings).encode()).hexdigest()


def figures(findings: Findings) -> Figures:
    """The figures a report rests on, by where they stand: "verdict/harm", "privacy/benefit".

    Of a conclusion its level and its share; of a node its level and the chances of 1, 2, 3.
    """
    found: Figures = {}
    for channel in CHANNELS:
        verdict = findings.verdict(channel)
        found[f"{VERDICT}/{channel}"] = (verdict.level, *_rounded(verdict.share))
    for node in findings.nodes:
        for channel in CHANNELS:
            effect = node.effect(channel)
            found[f"{node.id}/{channel}"] = (effect.level, *_rounded(*effect.p))
    return found


def _rounded(*shares: float) -> tuple[float, ...]:
    return tuple(round(share, 6) for share in shares)
