"""How sure findings are as plain data, to stand beside them: the same input, the same bytes."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from assess.findings import Triple
    from assess.robustness.sureness import Flips, Robustness, Stress, Tip, Value

_DIGITS: Final = 6


def document(robustness: Robustness) -> dict[str, object]:
    """Keys "tipping", "flips", "value" and "stress", harm before benefit; six digits a share."""
    sides = (robustness.harm, robustness.benefit)
    return {
        "tipping": [{"channel": s.channel, **_tip(each)} for s in sides for each in s.tipping],
        "flips": {s.channel: {"down": _flips(s.down), "up": _flips(s.up)} for s in sides},
        "value": [{"channel": s.channel, **_value(each)} for s in sides for each in s.value],
        "stress": [{"channel": s.channel, **_stress(each)} for s in sides for each in s.stress],
    }


def _share(share: float) -> float:
    return round(share, _DIGITS)


def _shares(triple: Triple) -> list[float]:
    return [_share(each) for each in triple]


def _tip(tip: Tip) -> dict[str, object]:
    return {
        "node": tip.node,
        "part": tip.part,
        "said": tip.said,
        "now": tip.now,
        "certain": tip.certain,
        "decides": tip.decides,
        "verdicts": [{"class": each.level, "p": _shares(each.p)} for each in tip.verdicts],
    }


def _flips(flips: Flips) -> dict[str, object]:
    return {
        "size": flips.size,
        "count": flips.count,
        "searched": flips.searched,
        "sets": [
            {
                "class": flip.level,
                "p": _shares(flip.p),
                "changes": [change._asdict() for change in flip.changes],
            }
            for flip in flips.sets
        ],
    }


def _value(value: Value) -> dict[str, object]:
    return value._asdict() | {"before": _share(value.before), "after": _share(value.after)}


def _stress(stress: Stress) -> dict[str, object]:
    return {
        "rho": stress.rho,
        "class": stress.level,
        "p": _shares(stress.p),
        "changes": stress.changes,
    }
