"""A sentence about findings, with what it speaks of, so that a page can link there."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

Part = tuple[str, int]
"""One judgement: the node and the part, counted from 1."""


@dataclass(frozen=True)
class Statement:
    """One or two sentences of plain text.

    `key` says which statement it is ("verdict.harm", "gap.dont-know"), `values` the facts in it as
    stored keys and numbers; `nodes` and `judgements` are what a reader may want to go to.
    """

    key: str
    text: str
    values: Mapping[str, object] = field(default_factory=dict)
    nodes: tuple[str, ...] = ()
    judgements: tuple[Part, ...] = ()
