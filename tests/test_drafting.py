"""Recommendations are suggested for judged harm, gravest first; questions keep their answers."""

from __future__ import annotations

import pytest

from assess.assessment import Assessment, FrameworkRef, Judgement
from assess.drafting import asked, suggestions
from assess.explain import Telling
from assess.explain.advice import answered, origin
from assess.findings import analyse
from assess.proposal import Draft
from assess.submission import Advice, ConsultationQuestion, FromCase, Recommendations
from assess.text import words
from tests.shipped import LIBRARY

ENGLISH = words("en")
CORE = LIBRARY.framework("internet-way-of-networking", "1.0.0")
KINDS = LIBRARY.interventions("internet-way-of-networking", "1.0.0")
GATEWAY, FILTER = "mandatory-national-gateway", "dns-filtering"


def judged(node: str, harm: str | None, mechanism: str | None, **fields: object) -> Judgement:
    answer = {"answer": "effect", "likelihood": "likely", "confidence": "high", **fields}
    return Judgement(node=node, harm=harm, mechanism=mechanism, **answer)


def assessed(*judgements: Judgement, **fields: object) -> Assessment:
    ref = FrameworkRef(id=CORE.id, version=CORE.version)
    return Assessment(framework=ref, judgements=judgements, **fields)


GIVEN = assessed(
    judged("privacy", "material", GATEWAY, provisions=("6", "7")),
    judged("common-global-identifiers", "major", FILTER, provisions=("12",)),
    judged("accountability", "minor", FILTER, provisions=("12", "13")),
    judged("integrity", None, "support-for-exchange-points", benefit="major"),
    judged("open-architecture-building-blocks", "major", None),
)


def test_the_gravest_harm_s_intervention_comes_first_and_each_is_tied_to_what_it_answers() -> None:
    found = suggestions(GIVEN, CORE, KINDS)
    assert list(dict.fromkeys(each.intervention for each in found)) == [FILTER, GATEWAY]
    first, last = found[0], found[-1]
    assert (first.level, first.answers) == (3, ("common-global-identifiers", "accountability"))
    assert first.provisions == ("12", "13")
    assert (last.level, last.answers, last.provisions) == (2, ("privacy",), ("6", "7"))


def test_every_mitigation_comes_before_the_alternatives_in_the_library_s_words() -> None:
    kind = KINDS.get(FILTER)
    found = [each for each in suggestions(GIVEN, CORE, KINDS) if each.intervention == FILTER]
    assert [each.text for each in found] == [*kind.mitigations, *kind.alternatives]
    assert {each.origin for each in found} == {"mitigation", "alternative"}


@pytest.mark.parametrize(
    ("given", "draft", "assessor"),
    [
        (assessed(), "d1", "a1"),
        (assessed(judged("privacy", None, GATEWAY, benefit="minor")), "d1", "a1"),
        (assessed(judged("privacy", "major", "unknown-to-the-library")), "d1", "a1"),
        (assessed(judged("privacy", "major", None)), "d1", "a1"),
        (GIVEN, "d2", "a1"),
        (GIVEN, "d1", "a2"),
    ],
)
def test_nothing_is_suggested_where_no_judged_harm_names_an_intervention(
    given: Assessment, draft: str, assessor: str
) -> None:
    assert suggestions(given, CORE, KINDS, draft, assessor) == ()


def test_without_a_library_nothing_is_suggested() -> None:
    assert suggestions(GIVEN, CORE, None) == ()


def test_of_equal_levels_the_likelier_harm_comes_first() -> None:
    given = assessed(
        judged("accountability", "major", GATEWAY, likelihood="unlikely"),
        judged("privacy", "major", FILTER, likelihood="very likely"),
    )
    assert suggestions(given, CORE, KINDS)[0].intervention == FILTER


def test_a_draft_that_tries_it_is_named() -> None:
    text = KINDS.get(FILTER).mitigations[1]
    tried = Draft(id="d2", label=text, based_on="d1", mitigates=FILTER)
    found = suggestions(GIVEN.replace(drafts=(Draft(id="d1"), tried)), CORE, KINDS)
    assert {each.text: each.tried for each in found if each.tried} == {text: "d2"}


def test_what_was_taken_over_is_known_again_after_it_was_edited() -> None:
    first, second = suggestions(GIVEN, CORE, KINDS)[:2]
    edited = first.advice().model_copy(update={"text": "Narrow it."})
    given = Recommendations(items=(edited,))
    assert first.is_taken(given)
    assert not second.is_taken(given)


CASE = FromCase(id="2022-somewhere", title="Somewhere", stated_by="us")


@pytest.mark.parametrize(
    ("advice", "told"),
    [
        (Advice(text="A", suggested="A", origin="mitigation"), "taken from the toolkit's list"),
        (Advice(text="B", suggested="A", origin="alternative"), "edited by the assessor"),
        (Advice(text="A", suggested="A", origin="case", from_case=CASE), "taken from a case"),
        (Advice(text="B", suggested="A", origin="case", from_case=CASE), "edited by the assessor"),
        (Advice(text="B"), "the assessor's own"),
    ],
)
def test_whose_words_it_is_in_is_said(advice: Advice, told: str) -> None:
    assert origin(ENGLISH, advice) == told


@pytest.mark.parametrize(
    ("nodes", "provisions", "told"),
    [
        (("privacy",), ("6",), "It answers material harm to “Privacy”; provision 6."),
        (("privacy",), ("6", "7"), "It answers material harm to “Privacy”; provisions 6 and 7."),
        (("integrity",), (), "It answers “Data integrity”."),
        ((), ("6",), "It bears on provision 6."),
        (("gone",), (), ""),
        (
            ("accountability", "privacy", "common-global-identifiers"),
            (),
            "It answers major harm to “Common Global Identifiers”, material harm to “Privacy” and "
            "minor harm to “Accountability”.",
        ),
    ],
)
def test_what_it_answers_is_said(
    nodes: tuple[str, ...], provisions: tuple[str, ...], told: str
) -> None:
    telling = Telling(CORE, GIVEN, analyse(CORE, GIVEN), ENGLISH)
    name = CORE.node("integrity").name
    assert answered(telling, nodes, provisions) == told.replace("Data integrity", name)


def test_of_many_only_the_gravest_are_named_and_the_others_counted() -> None:
    telling = Telling(CORE, GIVEN, analyse(CORE, GIVEN), ENGLISH)
    nodes = ("accountability", "privacy", "common-global-identifiers")
    told = "It answers major harm to “Common Global Identifiers” and 2 more effects."
    assert answered(telling, nodes, (), most=1) == told


def q(text: str, answer: str = "") -> ConsultationQuestion:
    return ConsultationQuestion(text=text, answer=answer)


A, B, C = q("A?", "To A."), q("B?", "To B."), q("C?", "To C.")


@pytest.mark.parametrize(
    ("before", "pasted", "after"),
    [
        ((), "", ()),
        ((), "A?\n\nB?\nand why?\n \n\nC?\n", (q("A?"), q("B?\nand why?"), q("C?"))),
        ((A, B), "A?\n\nB?", (A, B)),
        ((A, B), "B?\n\nA?", (B, A)),
        ((A, B), "A?\n\nNew?\n\nB?", (A, q("New?"), B)),
        ((A, B), "A?\n\nB, put otherwise?", (A, q("B, put otherwise?", "To B."))),
        ((A, B, C), "B?\n\nC?\n\nD?", (B, C, q("D?"), A)),
        ((A, q("B?")), "A?", (A,)),
        ((A, B), "", (A, B)),
        ((A,), "A?\n\nA?", (A, q("A?"))),
    ],
)
def test_an_answer_stays_with_its_question(before, pasted, after) -> None:
    assert asked(before, pasted) == after
