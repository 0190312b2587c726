"""The four choices that are ours: what may be chosen, what it moves, and that files carry it."""

from __future__ import annotations

import json

import pytest
from pydantic import ValidationError

from assess import bundle
from assess.assessment import Assessment, FrameworkRef
from assess.choices import Band, Choices, Loss, differences
from assess.errors import FileProblems
from assess.findings import analyse
from assess.method import DEFAULT, Method
from assess.refusal import path, refusals
from tests.shipped import LIBRARY
from tests.small import assessment, effect, framework

EVEN = {"low": 0.5, "centre": 0.5, "high": 0.5}


def said(choices: object) -> list[str]:
    """Everything such choices are refused for, with its place."""
    with pytest.raises(ValidationError) as refused:
        Choices.model_validate(choices)
    told = refusals(refused.value, Choices)
    return [f"{path(each.loc)}: {each.message}".removeprefix(": ") for each in told]


@pytest.mark.parametrize(
    ("choices", "refusal"),
    [
        (
            {"strengths": {"overwhelming": EVEN}},
            'strengths.overwhelming: "overwhelming" is not a choice here;'
            " use one of: weak, material, strong",
        ),
        (
            {"strengths": {"weak": {"low": 0.3, "centre": 0.2, "high": 0.4}}},
            "strengths.weak: low, centre and high must not fall; correct their order",
        ),
        (
            {"strengths": {"strong": {"low": 0.8, "centre": 0.9, "high": 0.85}}},
            "strengths.strong: low, centre and high must not fall; correct their order",
        ),
        (
            {"strengths": {"strong": {"low": 0.8, "centre": 0.9, "high": 1.1}}},
            "strengths.strong.high: too large; the most allowed is 1.0",
        ),
        (
            {"strengths": {"weak": {"low": 0.2, "centre": 0.6, "high": 0.6}}},
            "a weak link would carry more often than a material one;"
            " lower the weak or raise the material",
        ),
        (
            {"strengths": {"strong": {"low": 0.3, "centre": 0.6, "high": 0.7}}},
            "a material link would carry more often than a strong one;"
            " lower the material or raise the strong",
        ),
        (
            {"losses": {"tension": {"harm": 0, "benefit": 0}}},
            'losses.tension: "tension" is not a choice here;'
            " use one of: underpins, supports, contributes_to",
        ),
        (
            {"losses": {"supports": {"harm": 4, "benefit": 0}}},
            "losses.supports.harm: too large; the most allowed is 3",
        ),
        (
            {"losses": {"supports": {"harm": -1, "benefit": 0}}},
            "losses.supports.harm: too small; the least allowed is 0",
        ),
        (
            {"losses": {"supports": {"harm": 1}}},
            "losses.supports.benefit: missing; add it",
        ),
        ({"broken": 0}, "broken: too small; the least allowed is 0.01"),
        ({"at_risk": 0.0}, "at_risk: too small; the least allowed is 0.01"),
        ({"broken": 1.5}, "broken: too large; the most allowed is 1.0"),
        ({"broken": float("nan")}, "broken: must be a finite number"),
        ({"broken": "often"}, "broken: must be a number, not text"),
        (
            {"at_risk": 0.7},
            "“at risk” must not begin above “broken”; lower it or raise the other",
        ),
        (
            {"broken": 0.3},
            "“at risk” must not begin above “broken”; lower it or raise the other",
        ),
        (
            {"confidences": {"certain": 0.9}},
            'confidences.certain: "certain" is not a choice here; use one of: high, medium, low',
        ),
        (
            {"confidences": {"medium": 0.85}},
            "high confidence must weigh at least as much as medium, and medium as low;"
            " correct their order",
        ),
        (
            {"confidences": {"low": 0.29}},
            "with a confidence below 30 per cent a stated level says less than the one beside it;"
            " choose more",
        ),
        ({"confidences": {"high": -0.5}}, "confidences.high: too small; the least allowed is 0.0"),
        (
            {"reason": "x" * 20_001},
            "reason: too long: 20001 characters; shorten it to 20000 or fewer",
        ),
        (
            {"firm": 0.5},
            "firm: unknown field; use one of: strengths, losses, broken, at_risk, confidences,"
            " reason",
        ),
    ],
)
def test_what_cannot_be_meant_is_refused_in_words(choices: object, refusal: str) -> None:
    assert said(choices) == [refusal]


def test_nothing_chosen_is_the_toolkit_s_own_method() -> None:
    assert Choices().method() == DEFAULT
    assert not Choices().differ
    assert not Choices(reason="I looked, and agree.").differ
    assert differences(Choices().method()) == ()


def own(method: Method) -> dict[str, object]:
    """Every number of a method, written out as choices."""
    return {
        "strengths": {
            word.word: {"low": word.low, "centre": word.centre, "high": word.high}
            for word in reversed(method.strengths)
        },
        "losses": {
            drop.relation: {"harm": drop.harm, "benefit": drop.benefit} for drop in method.drops
        },
        "broken": method.broken,
        "at_risk": method.at_risk,
        "confidences": {each.word: each.share for each in method.confidences},
    }


def test_choosing_what_the_toolkit_has_is_choosing_nothing() -> None:
    assert Choices.model_validate(own(DEFAULT)) == Choices()


OTHER = Choices(
    strengths={
        "strong": Band(low=0.7, centre=0.8, high=0.95),
        "weak": Band(low=0.0, centre=0.1, high=0.2),
    },
    losses={"supports": Loss(harm=2, benefit=1), "contributes_to": Loss(harm=0, benefit=3)},
    broken=0.5,
    at_risk=0.25,
    confidences={"low": 0.3, "high": 0.9},
    reason="We asked ten engineers.\nThey think so.",
)


def test_every_number_of_the_choices_becomes_a_number_of_the_method() -> None:
    method = OTHER.method()
    assert OTHER.differ
    assert method.strength("strong") == ("strong", 0.8, 0.7, 0.95)
    assert method.strength("material") == DEFAULT.strength("material")
    assert method.strength("weak") == ("weak", 0.1, 0.0, 0.2)
    assert method.drop("supports") == ("supports", 2, 1)
    assert method.drop("underpins") == DEFAULT.drop("underpins")
    assert method.drop("contributes_to") == ("contributes_to", 0, 3)
    assert (method.broken, method.at_risk) == (0.5, 0.25)
    assert [each.share for each in method.confidences] == [0.9, 0.6, 0.3]
    assert Choices.model_validate(own(method)).method() == method
    kept = ("likelihoods", "spread", "firm", "fairly_firm", "ways", "draws")
    assert {name: getattr(method, name) for name in kept} == {
        name: getattr(DEFAULT, name) for name in kept
    }


def test_the_numbers_that_differ_are_named_with_the_toolkit_s_own() -> None:
    chosen = Choices(broken=0.5, losses={"supports": Loss(harm=2, benefit=0)})
    found = [(each.row[:3], each.toolkit.value) for each in differences(chosen.method())]
    assert found == [(("harm drop", "supports", 2), 1), (("flag", "broken", 0.5), 0.66)]
    only_the_range = Choices(strengths={"weak": Band(low=0.1, centre=0.2, high=0.25)})
    (narrower,) = differences(only_the_range.method())
    assert (narrower.row.high, narrower.toolkit.high) == (0.25, 0.3)


GROUND = framework(
    "a",
    "b c d",
    "",
    """
    a -> b strong contributes_to
    a -> c material supports
    a -> d weak underpins
    """,
)


def found(choices: Choices, confidence: str = "high"):
    judged = effect("a", "major", "major", "very likely", confidence)
    return analyse(GROUND, assessment(GROUND, judged, depth="quick").replace(choices=choices))


@pytest.mark.parametrize(
    ("choices", "node", "before", "after"),
    [
        (
            {"strengths": {"strong": {"low": 0.6, "centre": 0.7, "high": 0.8}}},
            "b",
            0.9 * 0.756,
            0.7 * 0.756,
        ),
        (
            {"strengths": {"weak": {"low": 0, "centre": 0, "high": 0}}},
            "d",
            0.2 * 0.756,
            0,
        ),
        ({"losses": {"contributes_to": {"harm": 1, "benefit": 0}}}, "b", 0.9 * 0.756, 0),
        ({"losses": {"supports": {"harm": 0, "benefit": 0}}}, "c", 0, 0.5 * 0.756),
        ({"losses": {"contributes_to": {"harm": 3, "benefit": 3}}}, "b", 0.9 * 0.756, 0),
        ({"confidences": {"high": 0.95}}, "a", 0.756, 0.945 * 0.95),
    ],
)
def test_each_choice_moves_the_chance_of_major_harm(
    choices: dict[str, object], node: str, before: float, after: float
) -> None:
    chosen = Choices.model_validate(choices)
    assert found(Choices()).node(node).harm.p[2] == pytest.approx(before, abs=0.005)
    assert found(chosen).node(node).harm.p[2] == pytest.approx(after, abs=0.005)


def test_a_level_lost_is_one_level_less_and_losing_three_lets_nothing_through() -> None:
    benefit = found(Choices()).node("d").benefit.p
    assert benefit[2] == 0 < benefit[1]
    none = Choices(losses={"underpins": Loss(harm=3, benefit=3)})
    assert found(none).node("d").harm.p == found(none).node("d").benefit.p == (0, 0, 0)


@pytest.mark.parametrize(
    ("choices", "confidence", "flag"),
    [
        ({}, "high", "broken"),
        ({"broken": 0.8}, "high", "at-risk"),
        ({}, "medium", "at-risk"),
        ({"broken": 0.5}, "medium", "broken"),
    ],
)
def test_the_cut_offs_decide_the_flag_and_nothing_else(
    choices: dict[str, float], confidence: str, flag: str
) -> None:
    chosen = found(Choices.model_validate(choices), confidence)
    assert chosen.node("a").flag == flag
    assert chosen.harm == found(Choices(), confidence).harm


def test_a_stated_major_harm_stays_at_risk_whatever_the_cut_offs() -> None:
    node = found(Choices(broken=1, at_risk=1)).node("a")
    assert (node.flag, node.veto) == ("at-risk", True)


def test_the_range_of_a_word_moves_the_bounds_alone() -> None:
    narrow = Choices(strengths={"strong": Band(low=0.9, centre=0.9, high=0.9)})
    before, after = found(Choices()).node("b").harm, found(narrow).node("b").harm
    assert after.p == before.p
    assert before.lower[2] < after.lower[2] <= after.p[2] <= after.upper[2] < before.upper[2]


def test_the_findings_carry_the_method_they_were_made_with() -> None:
    assert found(OTHER).method == OTHER.method()
    assert found(OTHER).input_sha256 != found(Choices()).input_sha256
    same = Choices.model_validate(own(DEFAULT))
    assert found(same).input_sha256 == found(Choices()).input_sha256


REF = FrameworkRef(id="internet-way-of-networking", version="1.0.0")


@pytest.mark.parametrize("choices", [Choices(), OTHER])
def test_a_file_keeps_the_choices(choices: Choices) -> None:
    kept = Assessment(framework=REF, choices=choices)
    written = bundle.dumps(kept)
    assert bundle.loads(written.encode(), LIBRARY) == kept
    assert bundle.dumps(bundle.loads(written.encode(), LIBRARY)) == written


def test_the_same_choices_give_the_same_file_in_whatever_order_they_were_made() -> None:
    turned = OTHER.model_dump()
    turned["strengths"] = dict(reversed(turned["strengths"].items()))
    turned["confidences"] = dict(reversed(turned["confidences"].items()))
    again = Choices.model_validate(turned)
    files = {bundle.dumps(Assessment(framework=REF, choices=each)) for each in (OTHER, again)}
    assert len(files) == 1


@pytest.mark.parametrize(
    ("choices", "refusal"),
    [
        (
            {"strengths": {"strnog": EVEN}},
            'choices.strengths.strnog: "strnog" is not a choice here; did you mean strong?',
        ),
        ({"at_risk": 0.7}, "choices: “at risk” must not begin above “broken”"),
        ({"brokn": 0.7}, "choices.brokn: unknown field; did you mean broken?"),
    ],
)
def test_a_file_with_impossible_choices_is_refused_with_the_place(
    choices: dict[str, object], refusal: str
) -> None:
    document = json.loads(bundle.dumps(Assessment(framework=REF)))
    document["choices"] |= choices
    with pytest.raises(FileProblems) as refused:
        bundle.loads(json.dumps(document).encode(), LIBRARY)
    assert refusal in str(refused.value)
