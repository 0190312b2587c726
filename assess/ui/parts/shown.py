"""What is computed of the draft and the assessor that a page shows."""

from __future__ import annotations

from assess.explain import Telling
from assess.findings import analyse
from assess.robustness import Robustness, robustness
from assess.ui import state


def telling() -> Telling:
    """The findings, ready to be told in the reader's language."""
    framework, assessment = state.framework(), state.assessment()
    found = analyse(framework, assessment, draft=state.draft(), assessor=state.assessor())
    return Telling(framework, assessment, found, state.current_words())


def sure() -> Robustness:
    """How sure they are."""
    framework, assessment = state.framework(), state.assessment()
    return robustness(framework, assessment, draft=state.draft(), assessor=state.assessor())
