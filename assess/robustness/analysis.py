"""From answers to how sure their findings are."""

from __future__ import annotations

from typing import TYPE_CHECKING

from assess.findings import CHANNELS, staged
from assess.robustness.answers import answers
from assess.robustness.flips import down, up
from assess.robustness.settling import value
from assess.robustness.side import Side
from assess.robustness.stress import stress
from assess.robustness.sureness import Robustness, Sureness
from assess.robustness.tipping import tipping

if TYPE_CHECKING:
    from assess.assessment import Assessment
    from assess.framework import Framework
    from assess.method import Method
    from assess.variant import Variant


def robustness(
    framework: Framework,
    assessment: Assessment,
    *,
    draft: str = "d1",
    assessor: str = "a1",
    method: Method | None = None,
    variant: Variant | None = None,
) -> Robustness:
    """How sure the findings of `analyse` with the same arguments are, and what would change them.

    Pure, on the same draws. Raises AssessError as `analyse` does.
    """
    method = method or assessment.choices.method()
    stage = staged(framework, assessment, draft, assessor, method=method, variant=variant)
    said = answers(framework, assessment, stage, (draft, assessor), method)
    harm, benefit = (
        _sureness(framework, Side(stage, channel, each)) for channel, each in enumerate(said)
    )
    return Robustness(draft, assessor, harm, benefit)


def _sureness(framework: Framework, side: Side) -> Sureness:
    return Sureness(
        channel=CHANNELS[side.channel],
        level=side.reached.level,
        p=side.reached.p,
        tipping=tipping(side),
        down=down(side),
        up=up(side),
        value=value(side),
        stress=stress(side, framework),
    )
