"""Agreement told in sentences a reader can check."""

from __future__ import annotations

import random

import pytest

from assess.agreement import agreement
from assess.assessment import Assessor
from assess.explain import AgreementTelling, agreement_lines, agreement_statements
from assess.explain import agreement as told
from assess.explain import dissent as apart
from assess.panel import Note, Panel
from assess.text import words
from tests.agreement.people import TEN, agreed, assessed, by, in_rounds, iwn
from tests.small import SMALL, any_effect, effect, said

ENGLISH = words("en")
BREAKS = effect("a", "major").model_copy(update={"rationale": "All of\nit breaks."})
NOTHING = (said("a", "none"), said("b", "none"), said("c", "none"))


def telling(*answers, frame=SMALL, **fields):
    return AgreementTelling(frame, agreed(*answers, frame=frame, **fields), ENGLISH)


def texts(statements):
    return " ".join(each.text for each in statements)


def test_how_many_people_s_own_answers_lead_where():
    four = [by(f"a{k}", BREAKS) for k in (1, 2, 3, 4)]
    given = telling(*four, by("a5", *NOTHING))
    assert [each.text for each in told.votes(given, "harm")] == [
        "4 of 5 people's own answers lead to “Breaks a critical property”.",
        "1 of 5 people's own answers lead to “No harm found in the answers given”.",
    ]


def test_one_person_is_told_as_one_and_nothing_is_pooled():
    given = telling(by("a1", BREAKS))
    assert texts(told.votes(given, "harm")) == (
        "The one person's own answers lead to “Breaks a critical property”."
    )
    assert texts(told.measure(given)) == (
        "Only one person's answers are here: there is nothing to compare."
    )
    assert "pooled" not in texts(agreement_statements(given))
    assert "nothing is pooled" in told.pooled(given, "harm").text


def test_harm_less_likely_than_not_is_possible_and_not_nothing():
    given = telling(by("a1", effect("a", "minor", likelihood="unlikely")), by("a2", *NOTHING))
    assert "lead to “Harm possible”" in texts(told.votes(given, "harm"))


def test_alpha_stands_with_its_range_the_equal_pairs_and_what_custom_makes_of_it():
    chance = random.Random(5)
    people = [by(f"a{k}", *(any_effect(n.id, 1, chance) for n in TEN.judged)) for k in (1, 2)]
    given = telling(*people, frame=TEN)
    found = given.agreement.measure
    text = texts(told.measure(given))
    assert f"alpha for ordered levels): {found.alpha:.2f}, between {found.low:.2f} and" in text
    assert f"{ENGLISH.percent(found.equal / found.pairs)} are equal" in text
    assert "By custom 0.80 or more counts as reliable, and 0.67 as enough" in text
    assert "not a test that these answers passed or failed" in text


def test_low_alpha_among_nearly_equal_answers_is_told_with_a_caution():
    everybody = [by(f"a{k}", *(said(n.id, "none") for n in TEN.judged)) for k in (1, 2)]
    odd = by("a2", effect("a", "minor"))
    given = telling(everybody[0], (*odd, *everybody[1][1:]), frame=TEN)
    text = texts(told.measure(given))
    assert "0.00. Too few answers differ for a range." in text
    assert "95% are equal, and 100% are equal or one level apart" in text
    assert "alpha is low although people agree" in text


def test_alpha_is_never_told_as_one_where_some_answers_differ():
    same = [said(node.id, "none") for node in TEN.judged[1:]]
    people = (by("a1", effect("a", "major"), *same), by("a2", effect("a", "material"), *same))
    text = texts(told.measure(telling(*people, frame=TEN)))
    assert "> 0.99." in text
    assert "95% are equal" in text


@pytest.mark.parametrize(
    ("alpha", "text"),
    [(1.0, "1.00"), (0.9951, "> 0.99"), (0.994, "0.99"), (-0.004, "0.00"), (-0.5, "-0.50")],
)
def test_alpha_to_two_decimals(alpha, text):
    assert told.figure(ENGLISH, alpha) == text


def test_a_name_is_told_as_it_was_written():
    people = (Assessor(id="a1", name="al-Amin"), Assessor(id="a2", name="de Souza"))
    given = telling(by("a1", BREAKS), by("a2", *NOTHING), assessors=people)
    text = "\n".join(agreement_lines(given))
    assert "- al-Amin: Breaks" in text
    assert "- de Souza: No effect." in text


def test_high_alpha_needs_no_caution():
    same = [
        effect(n.id, LEVEL) for n, LEVEL in zip(TEN.judged, ["major", "minor"] * 5, strict=True)
    ]
    text = texts(told.measure(telling(by("a1", *same), by("a2", *same), frame=TEN)))
    assert "1.00, between 1.00 and 1.00" in text
    assert "although people agree" not in text


NO_ALPHA = [
    ((), "Nobody has given an answer yet that could be compared."),
    (
        (by("a1", said("a", "none")), by("a2", said("b", "none"))),
        "No property or enabler has a level from two people",
    ),
    (
        (by("a1", BREAKS), by("a2", BREAKS)),
        "Only 2 harms or benefits have a level from two people or more; a measure of agreement "
        "needs 10. Of 2 pairs of levels that two people state for the same property or enabler, "
        "2 are equal, and 2 are equal or one level apart.",
    ),
]


@pytest.mark.parametrize(("answers", "sentence"), NO_ALPHA)
def test_no_figure_without_a_ground_for_it(answers, sentence):
    assert texts(told.measure(telling(*answers))).startswith(sentence)


def test_no_variation_is_told_with_the_equal_pairs_and_without_alpha():
    nothing = [said(n.id, "none") for n in TEN.judged]
    text = texts(told.measure(telling(by("a1", *nothing), by("a2", *nothing), frame=TEN)))
    assert text.startswith("All the levels that could be compared are the same.")
    assert "100% are equal" in text
    assert "custom" not in text


def test_who_is_left_out_and_who_left_questions_open_is_said():
    given = telling(by("a1", BREAKS), by("a2", *NOTHING), by("a3", said("a", "dont-know")))
    assert texts(told.silent(given)) == "Left out, with no answer that says anything yet: Chi."
    assert texts(told.unequal(given)).startswith("1 of 2 people left questions open.")
    assert told.unequal(telling(by("a2", *NOTHING))) == ()


def test_the_pooled_conclusion_names_what_is_worse_and_how_it_is_pooled():
    given = telling(
        by("a1", BREAKS), by("a2", *NOTHING), by("a3", effect("b", "material"), NOTHING[0])
    )
    text = texts(agreement_statements(given))
    assert "Weakens materially what the Internet needs: about as likely as not (" in text
    assert "At worst: “Breaks a critical property”, unlikely (" in text
    assert "everybody has the same number of draws. Levels are never averaged." in text
    assert "does not say how likely the law is to break the Internet" in text
    assert "a: At risk. Major harm: unlikely (25%). It is flagged because someone states" in text


def test_a_disagreement_is_told_with_both_rationales_as_they_were_written():
    note = Note(node="a", assessor="a2", text="Which part of it?")
    lines = agreement_lines(telling(by("a1", BREAKS), by("a2", *NOTHING), notes=(note,)))
    at = lines.index("- a: From no harm stated to major harm.")
    assert lines[at : at + 7] == (
        "- a: From no harm stated to major harm.",
        "- Anna: major harm · very likely (90–99%) · High confidence.",
        "    | All of",
        "    | it breaks.",
        "- Ben: No effect.",
        "- Ben remarks on a:",
        "    | Which part of it?",
    )


def test_opposite_answers_and_several_parts_are_told():
    both = by("a1", effect("a", "minor"), effect("a", "minor", part=2))
    given = telling(both, by("a2", effect("a", None, "minor")), by("a3", said("b", "none")))
    text = texts(agreement_statements(given))
    assert "a: Some state harm only, others benefit only." in text
    assert "Anna (answer 1): minor harm" in text
    assert "Anna (answer 2): minor harm" in text
    assert "Chi: Not answered." in text


def test_what_some_do_not_know_is_told_beside_the_major_effect():
    given = telling(
        by("a1", BREAKS), by("a2", said("a", "dont-know")), by("a3", said("a", "not-applicable"))
    )
    (found,) = given.agreement.unsettled
    assert apart.unsettled(given, found).text == (
        "a: A major effect is stated by Anna. Not known to Ben. Not applicable according to Chi."
    )


def test_agreement_is_said_too():
    text = texts(agreement_statements(telling(by("a1", *NOTHING), by("a2", *NOTHING))))
    assert "No two answers on the same node are two levels apart or point opposite ways." in text


def test_agreement_is_not_said_where_nothing_can_be_compared():
    text = texts(agreement_statements(telling(by("a1", NOTHING[0]), by("a2", NOTHING[1]))))
    assert "No two answers" not in text


def test_an_answer_that_does_not_count_yet_is_told_as_unfinished():
    half = effect("a", "major", likelihood=None)
    given = telling(by("a1", BREAKS), by("a2", *NOTHING), by("a3", half))
    assert "Chi: Unfinished." in texts(agreement_statements(given))


def test_people_without_a_name_or_with_the_same_one_are_numbered():
    people = tuple(Assessor(id=f"a{k}", name=name) for k, name in enumerate(["", "Bo", "Bo"], 1))
    given = telling(*(by(f"a{k}", *NOTHING) for k in (1, 2, 3)), assessors=people)
    assert given.people(["a1", "a2", "a3"]) == "Person 1, Bo (person 2) and Bo (person 3)"
    assert "- Person 1: No harm found" in "\n".join(agreement_lines(given))


FIRST = (*by("a1", BREAKS), *by("a2", said("a", "none"), effect("b", "minor")))


def test_rounds_are_told_with_what_the_first_led_to_and_who_changed_what():
    later = (
        BREAKS.model_copy(update={"assessor": "a1", "rationale": "Read again."}),
        *by("a2", effect("a", "material"), effect("b", "minor", likelihood="likely")),
    )
    given = AgreementTelling(SMALL, agreement(SMALL, in_rounds(FIRST, later)), ENGLISH)
    text = texts(agreement_statements(given))
    assert "Between the first round and the second 3 answers changed." in text
    assert "In the first round 1 of 2 people's own answers led to “Minor harm only”." in text
    assert "Person 1 on a: still “major harm”. Changed: the reasons given." in text
    assert "Person 2 on a: before “No effect”, now “material harm”." in text
    assert "Person 2 on b: still “minor harm”. Changed: how likely it is." in text


def test_alpha_of_the_first_round_is_told_and_somebody_can_change_the_answer_and_the_rest():
    chance = random.Random(9)
    first = [by(f"a{k}", *(any_effect(n.id, 1, chance) for n in TEN.judged)) for k in (1, 2)]
    now = (*first[0], *by("a2", effect("a", "major"), *first[1][1:]))
    told_of = agreement(TEN, in_rounds((*first[0], *first[1]), now, frame=TEN))
    text = texts(agreement_statements(AgreementTelling(TEN, told_of, ENGLISH)))
    assert f"In the first round alpha was {told_of.before.measure.alpha:.2f}." in text
    assert "Changed: " in text


def test_the_first_round_is_told_as_the_first():
    found = agreement(SMALL, in_rounds(FIRST, FIRST, "second"), round="first")
    text = texts(agreement_statements(AgreementTelling(SMALL, found, ENGLISH)))
    assert text.startswith("These are the answers as they stood after the first round.")


@pytest.mark.parametrize(("phase", "said"), [("first", "first"), ("second", "second")])
def test_an_open_round_says_so(phase, said):
    assert f"Their {said} round is still open" in apart.still_open(ENGLISH, Panel(phase=phase))


@pytest.mark.parametrize("panel", [None, Panel(phase="discussion"), Panel(phase="closed")])
def test_no_round_is_open(panel):
    assert apart.still_open(ENGLISH, panel) == ""


@pytest.mark.parametrize("seed", range(3))
def test_everything_is_told_in_whole_sentences_on_nodes_there_are(seed):
    chance = random.Random(seed)
    people = [
        by(f"a{k}", *(any_effect(n.id, 1, chance) for n in chance.sample(iwn().judged, 12)))
        for k in (1, 2, 3)
    ]
    given = AgreementTelling(iwn(), agreement(iwn(), assessed(*people, frame=iwn())), ENGLISH)
    for each in agreement_statements(given):
        assert each.text[-1] in ".:"
        assert not set("{}") & set(each.text)
        assert "no impact" not in each.text.lower()
        assert all(iwn().has(node) for node in each.nodes)
