"""What was answered, to be read."""

from __future__ import annotations

from collections.abc import Iterator

from assess import wording
from assess.assessment import Depth, Judgement
from assess.framework import JudgedNode
from assess.text import Words


def rows(
    judgement: Judgement, node: JudgedNode, depth: Depth, words: Words
) -> list[tuple[str, str]]:
    """Everything one judgement says, each under its name; what is empty stays empty."""
    return list(_rows(judgement, node, depth, words))


def _rows(
    judgement: Judgement, node: JudgedNode, depth: Depth, words: Words
) -> Iterator[tuple[str, str]]:
    _ = words.gettext
    yield _("Answer"), wording.direction(words, judgement)
    if judgement.answer == "effect" and judgement.likelihood:
        yield _("Likelihood"), wording.likelihood(words, judgement.likelihood)
    if judgement.answer == "effect" and judgement.confidence:
        yield _("Confidence"), wording.confidence(words, judgement.confidence)
    if judgement.evidence:
        yield _("Evidence"), wording.evidence(words, judgement.evidence)
    if judgement.reason:
        yield _("Why it is not known"), wording.dont_know_reason(words, judgement.reason)
    yield _("Provisions"), ", ".join(judgement.provisions)
    yield _("Rationale"), judgement.rationale
    yield _("Effect on people"), judgement.people
    yield _("Condition"), judgement.condition or ""
    lacking = judgement.missing(node, depth)
    yield _("Still missing"), ", ".join(wording.lack(words, each) for each in lacking)
