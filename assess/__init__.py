"""See, before a law is passed, what it would do to the Internet.

Names are fetched when first used, so that the engine can be imported with numpy alone.
"""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING

__version__ = "0.1.0"

if TYPE_CHECKING:
    from assess.assessment import Assessment, Judgement
    from assess.case import Case
    from assess.errors import AssessError, FileProblems, Place, Problem
    from assess.findings import Findings, analyse
    from assess.framework import CriticalProperty, Enabler, Framework, Goal, Link, Question
    from assess.intervention import Intervention
    from assess.library import Library
    from assess.proposal import Draft, Proposal, Provision

_HOME = {
    "AssessError": "errors",
    "Assessment": "assessment",
    "Case": "case",
    "CriticalProperty": "framework",
    "Draft": "proposal",
    "Enabler": "framework",
    "FileProblems": "errors",
    "Findings": "findings",
    "Framework": "framework",
    "Goal": "framework",
    "Intervention": "intervention",
    "Judgement": "assessment",
    "Library": "library",
    "Link": "framework",
    "Place": "errors",
    "Problem": "errors",
    "Proposal": "proposal",
    "Provision": "proposal",
    "Question": "framework",
    "analyse": "findings",
}

__all__ = [
    "AssessError",
    "Assessment",
    "Case",
    "CriticalProperty",
    "Draft",
    "Enabler",
    "FileProblems",
    "Findings",
    "Framework",
    "Goal",
    "Intervention",
    "Judgement",
    "Library",
    "Link",
    "Place",
    "Problem",
    "Proposal",
    "Provision",
    "Question",
    "analyse",
]


def __getattr__(name: str) -> object:
    if name not in _HOME:
        raise AttributeError(f"module 'assess' has no attribute {name!r}")
    return getattr(import_module(f"assess.{_HOME[name]}"), name)
