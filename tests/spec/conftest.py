"""The method told as sentences: what is judged, what that prompts, what it concludes."""

from __future__ import annotations

import pytest

from assess.assessment import Assessment
from assess.findings import analyse, expectation
from assess.framework import Framework
from assess.library import Library
from tests.small import assessment, effect, said

LEVEL = {"weakly": "minor", "": "material", "strongly": "major"}

CONCLUSIONS = {
    "threatens what the Internet needs to exist": 3,
    "weakens what the Internet needs": 2,
    "does minor harm only": 1,
    "does no harm that was found": 0,
}


@pytest.fixture(scope="session")
def iwn() -> Framework:
    """The Internet Way of Networking as published."""
    return Library().framework("internet-way-of-networking", "1.0.0")


def judged_as(framework: Framework, words: dict[str, str]) -> Assessment:
    """A quick assessment from words like "strongly negative", "positive", "no impact"."""
    judgements = []
    for node, word in words.items():
        strength, _, direction = word.rpartition(" ")
        if direction == "negative":
            judgements.append(effect(node, harm=LEVEL[strength]))
        elif direction == "positive":
            judgements.append(effect(node, benefit=LEVEL[strength]))
        else:
            answer = {"no impact": "none", "not applicable": "not-applicable"}
            judgements.append(said(node, answer.get(word, "dont-know")))
    return assessment(framework, *judgements)


@pytest.fixture
def spec(iwn: Framework):
    """`spec(judged=…, prompts=…, concludes=…)`: says which sentence of the three is wrong.

    `prompts` are nodes on which the other answers lead one to expect harm, `spares` nodes on
    which they do not.
    """

    def check(
        judged: dict[str, str],
        concludes: str,
        prompts: frozenset[str] | set[str] = frozenset(),
        spares: frozenset[str] | set[str] = frozenset(),
    ) -> None:
        given = judged_as(iwn, judged)
        expected = {node.id for node in iwn.nodes if expectation(iwn, given, node.id)["harm"].level}
        assert prompts <= expected, f"not expected: {sorted(prompts - expected)}"
        assert not spares & expected, f"expected after all: {sorted(spares & expected)}"
        assert analyse(iwn, given).harm.level == CONCLUSIONS[concludes]

    return check
