"""The screening questionnaire: what its answers say, and how deep an assessment fits."""

from __future__ import annotations

import pytest

from assess.assessment import Triage
from assess.framework import Framework
from assess.triage import FULL_FROM, advise
from tests.shipped import LIBRARY


@pytest.fixture(scope="module")
def framework() -> Framework:
    return LIBRARY.framework("internet-way-of-networking", "1.0.0")


def answers(framework: Framework, line: str) -> Triage:
    """From letters in the order of the questions: y, n, u, or - for none."""
    words = {"y": "yes", "n": "no", "u": "unsure"}
    given = zip(framework.screening, line, strict=True)
    return Triage(answers={each.id: words[letter] for each, letter in given if letter != "-"})


@pytest.mark.parametrize(
    ("line", "depth", "reason"),
    [
        ("nnnnnnnn", "quick", "nothing-pointed-to"),
        ("unnnnnnn", "standard", "some-pointed-to"),
        ("-nnnnnnn", "standard", "some-pointed-to"),
        ("u-nnnnnu", "standard", "some-pointed-to"),
        ("u-nnnnuu", "full", "much-pointed-to"),
        ("--------", "full", "much-pointed-to"),
        ("yyyyyyyy", "full", "much-pointed-to"),
    ],
)
def test_open_answers_weigh_like_yes(
    framework: Framework, line: str, depth: str, reason: str
) -> None:
    advice = advise(framework, answers(framework, line))
    assert (advice.depth, advice.reason) == (depth, reason)


def test_one_yes_at_one_property_asks_for_a_standard_assessment(framework: Framework) -> None:
    first = framework.screening[0]
    properties = {each.id for each in framework.critical_properties}
    assert len(properties & set(first.points_to)) == 1
    assert advise(framework, answers(framework, "ynnnnnnn")).depth == "standard"


def test_yes_at_two_properties_asks_for_a_full_assessment(framework: Framework) -> None:
    properties = {each.id for each in framework.critical_properties}
    pointing = [properties & set(each.points_to) for each in framework.screening]
    first = next(k for k, found in enumerate(pointing) if found)
    second = next(k for k, found in enumerate(pointing) if found - pointing[first])
    line = "".join("y" if k in (first, second) else "n" for k in range(len(pointing)))
    assert line.count("y") < FULL_FROM
    assert advise(framework, answers(framework, line)).depth == "full"


def test_every_question_stands_in_one_group_in_its_order(framework: Framework) -> None:
    advice = advise(framework, answers(framework, "yn-uyn-u"))
    groups = (advice.yes, advice.no, advice.open, advice.unsure)
    places = [[framework.screening.index(each) for each in group] for group in groups]
    assert places == [[0, 4], [1, 5], [2, 6], [3, 7]]


def test_what_yes_points_to_comes_before_what_unsure_points_to(framework: Framework) -> None:
    advice = advise(framework, answers(framework, "unnnnnny"))
    unsure, yes = framework.screening[0].points_to, framework.screening[7].points_to
    assert advice.first == tuple(dict.fromkeys((*yes, *unsure)))
    assert advise(framework, answers(framework, "nnnnnnnn")).first == ()


def test_a_node_the_framework_does_not_know_weighs_nothing(framework: Framework) -> None:
    plain = framework.screening[0].model_dump()
    strange = type(framework.screening[0])(**{**plain, "points_to": ("nowhere", "elsewhere")})
    other = framework.model_copy(update={"screening": (strange,)})
    assert advise(other, answers(other, "y")).depth == "standard"
