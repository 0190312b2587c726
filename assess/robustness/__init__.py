"""How sure findings are, and what would change them: `robustness` gives plain frozen values."""

from assess.robustness.analysis import robustness
from assess.robustness.document import document
from assess.robustness.links import deciding_links
from assess.robustness.sensitivity import Factor, Sensitivity, sensitivity
from assess.robustness.sureness import (
    Change,
    Flip,
    Flips,
    LinkRow,
    Moved,
    Reached,
    Robustness,
    Stress,
    Sureness,
    Tip,
    Value,
)

__all__ = [
    "Change",
    "Factor",
    "Flip",
    "Flips",
    "LinkRow",
    "Moved",
    "Reached",
    "Robustness",
    "Sensitivity",
    "Stress",
    "Sureness",
    "Tip",
    "Value",
    "deciding_links",
    "document",
    "robustness",
    "sensitivity",
]
