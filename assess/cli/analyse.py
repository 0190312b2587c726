"""`assess analyse`: the findings of one assessment."""

from __future__ import annotations

import argparse
import json
from collections.abc import Iterable
from typing import TYPE_CHECKING

from assess.cli.opened import open_
from assess.cli.table import aligned

if TYPE_CHECKING:
    from assess.explain import Telling
    from assess.findings import Channel, NodeFindings
    from assess.robustness import Robustness
    from assess.text import Words


def run(chosen: argparse.Namespace) -> int:
    """Prints findings as text or as JSON."""
    from assess.explain import Telling
    from assess.findings import analyse as findings_of
    from assess.findings import document
    from assess.robustness import document as robustness_document
    from assess.robustness import robustness
    from assess.text import words

    opened = open_(chosen.assessment)
    draft, assessor = opened.asked(chosen.draft, chosen.assessor)
    framework, assessment = opened.framework, opened.assessment
    findings = findings_of(framework, assessment, draft=draft, assessor=assessor)
    sure = robustness(framework, assessment, draft=draft, assessor=assessor)
    if chosen.json:
        told = {**document(findings), **robustness_document(sure)}
        print(json.dumps(told, ensure_ascii=False, indent=2))
        return 0
    telling = Telling(framework, assessment, findings, words())
    for line in _told(telling, sure):
        print(line)
    return 0


def _told(telling: Telling, sure: Robustness) -> Iterable[str]:
    """Findings as lines: the conclusion, a table of nodes, what is missing, what to think over."""
    from assess.explain import bounds, firmness, gaps, prompts, sureness, verdict
    from assess.explain.method import chosen_otherwise
    from assess.findings import CHANNELS
    from assess.wording.overlay import changed

    title = telling.assessment.proposal.title
    yield from (title, "") if title else ()
    otherwise = chosen_otherwise(telling.words, telling.assessment)
    yield from (otherwise, "") if otherwise else ()
    ref = telling.framework.overlay_ref
    yield from (changed(telling.words, ref), "") if ref else ()
    for channel in CHANNELS:
        yield verdict(telling, channel).text
        if telling.findings.verdict(channel).p[0]:
            yield firmness(telling, channel, sure.of(channel)).text
        yield bounds(telling, channel).text
    yield ""
    yield from aligned([_row(telling, node) for node in telling.findings.nodes])
    for heading, statements in (
        ("How sure, and what would change it", sureness(telling, sure)),
        ("What is missing", gaps(telling)),
        ("To think over", prompts(telling)),
    ):
        if statements:
            yield from ("", heading, *(f"- {statement.text}" for statement in statements))


def _row(telling: Telling, node: NodeFindings) -> tuple[str, ...]:
    about = telling.framework.node(node.id)
    harm, benefit = (_level(telling.words, node, channel) for channel in ("harm", "benefit"))
    return about.code, about.name, harm, benefit


def _level(words: Words, node: NodeFindings, channel: Channel) -> str:
    from assess import wording
    from assess.framework import LEVELS

    effect = node.effect(channel)
    step = max(effect.level, 1) - 1
    if not effect.p[step]:
        return wording.none_of(words, node.said, channel)
    level = wording.at_least(words, LEVELS[step], channel)
    return f"{level}: {wording.chance(words, effect.p[step])}"
