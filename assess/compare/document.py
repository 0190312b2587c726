"""A comparison as plain data: the same comparison, the same bytes."""

from __future__ import annotations

from typing import Final

from assess.amendment import Match
from assess.compare.comparison import Comparison, Ranked
from assess.compare.measures import Extent
from assess.compare.step import Move, Reason, Removal, Step
from assess.findings import Effect, Verdict

FORMAT: Final = "assess-drafts/1"
_DIGITS: Final = 6


def document(comparison: Comparison) -> dict[str, object]:
    """This comparison in the shape `assess-drafts/1`; shares rounded to six digits."""
    return {
        "format": FORMAT,
        "framework": {"id": comparison.framework, "version": comparison.version},
        **_overlay(comparison),
        "draws": comparison.draws,
        "options": [_option(each) for each in comparison.options],
        "alike": list(comparison.alike),
        "open": list(comparison.open),
        "dominance": {
            one.option.id: {
                other.option.id: _extent(share)
                for other, share in zip(comparison.options, row, strict=True)
                if other is not one
            }
            for one, row in zip(comparison.options, comparison.dominance, strict=True)
        },
        "steps": [_step(each) for each in comparison.steps],
    }


def _overlay(comparison: Comparison) -> dict[str, object]:
    """Who changed what is asked, the same for all options; said only where somebody did."""
    ref = comparison.options[0].findings.overlay
    return {"overlay": ref.model_dump()} if ref else {}


def _option(ranked: Ranked) -> dict[str, object]:
    option, findings = ranked.option, ranked.findings
    return {
        "id": option.id,
        "file": option.file,
        "draft": option.draft.id,
        "assessor": option.assessor,
        "label": option.label,
        "kind": option.draft.kind,
        "based_on": option.draft.based_on,
        "purpose": {"met": option.purpose, "reason": option.draft.purpose_reason},
        "input_sha256": findings.input_sha256,
        "verdict": {"harm": _verdict(findings.harm), "benefit": _verdict(findings.benefit)},
        "nodes": {
            node.id: {
                "said": node.said,
                "flag": node.flag,
                "harm": _effect(node.harm),
                "benefit": _effect(node.benefit),
            }
            for node in findings.nodes
        },
        "first": _extent(ranked.first),
        "ranks": [_extent(each) for each in ranked.ranks],
        "regret": [_extent(each) for each in ranked.regret],
        "missing": list(ranked.missing),
    }


def _share(share: float) -> float:
    return round(share, _DIGITS)


def _extent(extent: Extent) -> list[float]:
    return [_share(extent.low), _share(extent.high)]


def _verdict(verdict: Verdict) -> dict[str, object]:
    return {
        "class": verdict.level,
        "p": [_share(each) for each in verdict.p],
        "lower": verdict.lower_level,
        "upper": verdict.upper_level,
        "firmness": verdict.firmness,
    }


def _effect(effect: Effect) -> dict[str, object]:
    return {
        "class": effect.level,
        "p": [_share(each) for each in effect.p],
        "lower": effect.lower_level,
        "upper": effect.upper_level,
    }


def _step(step: Step) -> dict[str, object]:
    return {
        "before": step.before,
        "after": step.after,
        "provisions": [_match(match) for match in step.amendment.matches],
        "moves": [_move(move) for move in step.moves],
        "removals": [_removal(removal) for removal in step.removals],
    }


def _match(match: Match) -> dict[str, object]:
    return {
        "change": match.change,
        "before": match.before.id if match.before else None,
        "after": match.after.id if match.after else None,
        "similarity": _share(match.similarity),
    }


def _move(move: Move) -> dict[str, object]:
    was, now = move.chances
    return {
        **_place(move),
        "falls": move.falls,
        "before": {"class": move.before.level, "p": _share(was)},
        "after": {"class": move.after.level, "p": _share(now)},
        "settled": move.settled,
        "reasons": [_reason(reason) for reason in move.reasons],
    }


def _place(move: Move) -> dict[str, object]:
    return {"node": move.node, "channel": move.channel, "level": move.level}


def _reason(reason: Reason) -> dict[str, object]:
    return {
        "node": reason.node,
        "part": reason.part,
        "shift": reason.shift,
        "share": _share(reason.share),
        "but_for": _share(reason.but_for),
        "provisions": [_match(match) for match in reason.provisions],
    }


def _removal(removal: Removal) -> dict[str, object]:
    return {
        **_match(removal.match),
        "moves": [
            {
                **_place(move),
                "by": {"node": reason.node, "part": reason.part},
                "share": _share(reason.share),
                "but_for": _share(reason.but_for),
            }
            for move, reason in removal.moves
        ],
    }
