"""Findings as plain data and as text: the same findings, the same bytes."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from assess.findings.effect import (
        Cause,
        Chain,
        Effect,
        Explanation,
        Findings,
        NodeFindings,
        Prompt,
        Step,
        Triple,
        Verdict,
    )

FORMAT: Final = "assess-findings/1"
_DIGITS: Final = 6


def dumps(findings: Findings) -> str:
    """The document as JSON: fixed order of keys, two spaces, UTF-8 text, no newline at the end."""
    return json.dumps(document(findings), ensure_ascii=False, indent=2)


def document(findings: Findings) -> dict[str, object]:
    """These findings in the shape `assess-findings/1`; shares rounded to six digits."""
    made_of = _explanations(findings)
    return {
        "format": FORMAT,
        "framework": {"id": findings.framework, "version": findings.version},
        **_topics(findings),
        **_overlay(findings),
        "draft": findings.draft,
        "assessor": findings.assessor,
        "input_sha256": findings.input_sha256,
        "draws": findings.method.draws,
        "method": [
            {"group": r.group, "name": r.name, "value": r.value, "low": r.low, "high": r.high}
            for r in findings.method.rows()
        ],
        "verdict": {"harm": _verdict(findings.harm), "benefit": _verdict(findings.benefit)},
        "nodes": {node.id: _node(node) for node in findings.nodes},
        "causes": [
            {**place, "of": _share(each.p), "causes": [_cause(c) for c in each.causes]}
            for place, each in (*_verdict_explanations(findings), *made_of)
        ],
        "ways": [
            {
                **place,
                "of": _share(each.p),
                "ways": [
                    {
                        "node": way.node,
                        "part": way.part,
                        "links": [_step(step) for step in way.steps],
                        "share": _share(way.share),
                    }
                    for way in each.ways
                ],
                "other_ways": _share(each.other_ways),
            }
            for place, each in made_of
        ],
        "prompts": [_prompt(prompt) for prompt in findings.prompts],
        "gaps": [
            {"node": gap.node, "part": gap.part, "kind": gap.kind, "reason": gap.reason}
            for gap in findings.gaps
        ],
        "not_asked": list(findings.not_asked),
        "changed_links": [each.model_dump(mode="json") for each in findings.changed],
    }


def _topics(findings: Findings) -> dict[str, object]:
    """Said only where there are any, so that findings without topics stay as they were."""
    topics = [each.model_dump() for each in findings.topics]
    return {"topics": topics} if topics else {}


def _overlay(findings: Findings) -> dict[str, object]:
    """Said only where there is one, for the same reason."""
    return {"overlay": findings.overlay.model_dump()} if findings.overlay else {}


def _share(share: float) -> float:
    return round(share, _DIGITS)


def _shares(triple: Triple) -> list[float]:
    return [_share(each) for each in triple]


def _verdict(verdict: Verdict) -> dict[str, object]:
    return {
        "class": verdict.level,
        "share": _share(verdict.share),
        "lower": verdict.lower_level,
        "upper": verdict.upper_level,
        "firmness": verdict.firmness,
        "p": _shares(verdict.p),
        "lower_p": _shares(verdict.lower),
        "upper_p": _shares(verdict.upper),
        "doubts": list(verdict.doubts),
    }


def _node(node: NodeFindings) -> dict[str, object]:
    return {
        "mode": node.mode,
        "said": node.said,
        "flag": node.flag,
        "flag_upper": node.flag_upper,
        "veto": node.veto,
        "harm": _effect(node.harm),
        "benefit": _effect(node.benefit),
    }


def _effect(effect: Effect) -> dict[str, object]:
    return {
        "class": effect.level,
        "p": _shares(effect.p),
        "lower": _shares(effect.lower),
        "upper": _shares(effect.upper),
        "lower_class": effect.lower_level,
        "upper_class": effect.upper_level,
        "doubts": list(effect.doubts),
        "stated": effect.stated,
        "expected": {"class": effect.expected.level, "p": _shares(effect.expected.p)},
        "chain": _chain(effect.chain),
        "chain_class": effect.chain.level,
        "chain_strength": effect.chain.strength,
        "difference": effect.difference,
    }


def _chain(chain: Chain) -> str:
    """The nodes of the chain in order; empty where there is none."""
    return " -> ".join([chain.node, *(step.target for step in chain.steps)]) if chain.node else ""


def _step(step: Step) -> list[str]:
    return [step.origin, step.relation, step.target]


def _cause(cause: Cause) -> dict[str, object]:
    return {
        "node": cause.node,
        "part": cause.part,
        "share": _share(cause.share),
        "but_for": _share(cause.but_for),
    }


def _prompt(prompt: Prompt) -> dict[str, object]:
    return {
        "kind": prompt.kind,
        "node": prompt.node,
        "channel": prompt.channel,
        "level": prompt.level,
        "p": _share(prompt.p),
        "stated": prompt.stated,
        "other": prompt.other,
        "because": [_cause(cause) for cause in prompt.because],
    }


def _verdict_explanations(findings: Findings) -> list[tuple[dict[str, object], Explanation]]:
    return [
        ({"node": None, "channel": channel, "level": level}, each)
        for channel, verdict in (("harm", findings.harm), ("benefit", findings.benefit))
        for level, each in enumerate(verdict.explanations, start=1)
        if each.p
    ]


def _explanations(findings: Findings) -> list[tuple[dict[str, object], Explanation]]:
    return [
        ({"node": node.id, "channel": channel, "level": level}, each)
        for node in findings.nodes
        for channel, effect in (("harm", node.harm), ("benefit", node.benefit))
        for level, each in enumerate(effect.explanations, start=1)
        if each.p
    ]
