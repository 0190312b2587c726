"""Agreement as plain data and as text: the same answers, the same bytes."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Final

from assess.findings import CHANNELS

if TYPE_CHECKING:
    from assess.agreement.analysis import Agreement
    from assess.agreement.dissent import Dissent
    from assess.agreement.measure import Measure
    from assess.agreement.reading import Conclusion, Pooled, PooledEffect, View, Vote
    from assess.agreement.rounds import Move
    from assess.assessment import Judgement

FORMAT: Final = "assess-agreement/1"
_DIGITS: Final = 6


def dumps(agreement: Agreement) -> str:
    """The document as JSON: fixed order of keys, two spaces, UTF-8 text, no newline at the end."""
    return json.dumps(document(agreement), ensure_ascii=False, indent=2)


def document(agreement: Agreement) -> dict[str, object]:
    """This agreement in the shape `assess-agreement/1`; shares rounded to six digits."""
    framework = {"id": agreement.framework, "version": agreement.version}
    before = document(agreement.before) if agreement.before else None
    return {
        "format": FORMAT,
        "framework": framework,
        "draft": agreement.draft,
        "round": agreement.round,
        "assessors": [{"id": each.id, "name": each.name} for each in agreement.assessors],
        "silent": list(agreement.silent),
        "agreement": _measure(agreement.measure),
        "verdicts": {
            channel: [_vote(vote) for vote in agreement.votes(channel)] for channel in CHANNELS
        },
        "views": [_view(each) for each in agreement.views],
        "pooled": _pooled(agreement.pooled) if agreement.pooled else None,
        "items": [
            {"node": item.node, "channel": item.channel, "levels": list(item.levels)}
            for item in agreement.items
        ],
        "dissents": [_dissent(each) for each in agreement.dissents],
        "unsettled": [_dissent(each) for each in agreement.unsettled],
        "notes": [note.model_dump(mode="json") for note in agreement.notes],
        "moves": [_move(move) for move in agreement.moves],
        "before": before,
    }


def _share(share: float | None) -> float | None:
    return None if share is None else round(share, _DIGITS)


def _measure(measure: Measure) -> dict[str, object]:
    return {
        "alpha": _share(measure.alpha),
        "low": _share(measure.low),
        "high": _share(measure.high),
        "reason": measure.reason,
        "items": measure.items,
        "pairs": measure.pairs,
        "equal": measure.equal,
        "near": measure.near,
    }


def _vote(vote: Vote) -> dict[str, object]:
    return {"class": vote.level, "possible": vote.possible, "assessors": list(vote.assessors)}


def _view(view: View) -> dict[str, object]:
    return {
        "assessor": view.assessor,
        "asked": view.asked,
        "answered": view.answered,
        "unknown": view.unknown,
        **_both(view),
    }


def _both(of: View | Pooled) -> dict[str, object]:
    return {channel: _conclusion(of.conclusion(channel)) for channel in CHANNELS}


def _conclusion(found: Conclusion) -> dict[str, object]:
    return {
        "class": found.level,
        "share": _share(found.share),
        "firmness": found.firmness,
        "p": [_share(each) for each in found.p],
    }


def _pooled(pooled: Pooled) -> dict[str, object]:
    nodes = {
        node.id: {
            "flag": node.flag,
            "veto": node.veto,
            "harm": _effect(node.harm),
            "benefit": _effect(node.benefit),
        }
        for node in pooled.nodes
    }
    return {"verdict": _both(pooled), "nodes": nodes}


def _effect(effect: PooledEffect) -> dict[str, object]:
    return {"class": effect.level, "p": [_share(each) for each in effect.p]}


def _dissent(dissent: Dissent) -> dict[str, object]:
    return {
        "node": dissent.node,
        "critical": dissent.critical,
        "channels": list(dissent.channels),
        "spread": dissent.spread,
        "opposite": dissent.opposite,
        "answers": [
            {
                "assessor": each.assessor,
                "said": each.said,
                "harm": each.harm,
                "benefit": each.benefit,
                "judgements": _judgements(each.judgements),
            }
            for each in dissent.stances
        ],
    }


def _move(move: Move) -> dict[str, object]:
    return {
        "node": move.node,
        "assessor": move.assessor,
        "changed": list(move.changed),
        "before": _judgements(move.before),
        "after": _judgements(move.after),
    }


def _judgements(judgements: tuple[Judgement, ...]) -> list[dict[str, object]]:
    return [each.model_dump(mode="json") for each in judgements]
