"""Drafts told in sentences: never a figure without what it is made of, nothing open as settled."""

from __future__ import annotations

import pytest

from assess.amendment import amend, carry, matched, try_mitigation
from assess.assessment import Assessment, Judgement
from assess.compare import Comparison, compare, options, options_of_files, relief_of
from assess.explain import ComparisonTelling, amended, comparison_lines
from assess.explain import comparison as told
from assess.explain import step as moved
from assess.proposal import Draft, Provision
from assess.text import words
from tests.small import SMALL, assessment, effect, said
from tests.test_relief import FILTER, by

ENGLISH = words("en")
GATE = Provision(id="6", text="All traffic shall pass the gateway.")


def with_drafts(*drafts: Draft, judgements: tuple[Judgement, ...] = ()) -> Assessment:
    return assessment(SMALL).replace(drafts=drafts, judgements=judgements)


def at(draft: str, judgement: Judgement, *cited: str) -> Judgement:
    fields = {name: getattr(judgement, name) for name in Judgement.model_fields}
    return Judgement(**{**fields, "draft": draft, "provisions": cited})


def without_the_gate() -> Assessment:
    given = with_drafts(
        Draft(id="d1", label="Tabled", provisions=(GATE,), purpose="met"),
        judgements=(at("d1", effect("a", harm="major"), "6"), at("d1", said("b", "none"))),
    )
    cut = amend(given, "d1", Draft(id="d2", label="Amended", purpose="partly"))
    return cut.record(at("d2", said("a", "none")))


def telling(given: Assessment) -> tuple[ComparisonTelling, Comparison]:
    found = compare(SMALL, options(given))
    return ComparisonTelling(SMALL, found, ENGLISH), found


def test_the_whole_is_told_from_the_drafts_to_the_reasons() -> None:
    _, found = telling(without_the_gate())
    lines = comparison_lines(SMALL, found, ENGLISH)
    assert lines[0] == "Tabled"
    assert "  The proposal's own aim: Met." in lines
    assert "  The proposal's own aim: Partly met." in lines
    assert "“Amended” comes first in 97% of draws." in lines
    assert (
        "▼▼▼ a: major harm before, judged: no effect now. Major harm: likely (76%) before, nothing "
        "found (0%) now." in lines
    )
    assert (
        "  The answer on a (provision 6) stated an effect and no longer does. Its share was 76% "
        "out of 76%. Provision 6 was removed." in lines
    )


def test_who_is_worse_is_told_both_ways_and_regret_in_levels() -> None:
    spoken, _ = telling(without_the_gate())
    assert told.dominance(spoken, "d2", "d1").text == (
        "In 100% of draws “Amended” is on no critical property worse than “Tabled”; the other way "
        "round, in 7%."
    )
    assert "by one level or more in 93% of draws" in told.regret(spoken, "d1").text
    assert told.regret(spoken, "d2").text.startswith("In no draw is the worst critical property")


def test_a_removed_provision_tells_what_went_with_it() -> None:
    spoken, found = telling(without_the_gate())
    (removal,) = found.steps[0].removals
    assert moved.removal(spoken, removal)[0].text == (
        "a: 76% out of 76% of the chance of major harm came by answers that cite it. That chance "
        "is now nothing found (0%)."
    )


def test_a_missing_answer_is_told_as_a_gap_and_never_as_a_removal() -> None:
    given = with_drafts(
        Draft(id="d1"),
        Draft(id="d2", kind="no-measure"),
        judgements=(at("d1", effect("a", harm="major")), at("d1", said("b", "none"))),
    )
    spoken, found = telling(given)
    assert [each.text for each in told.openness(spoken)] == [
        "“No measure: the present situation”: 2 answers are missing, so the order of the drafts is "
        "open. What is not answered is not taken for no harm."
    ]
    assert "comes first in 0% to 97% of draws" in told.ranks(spoken, "d2").text
    assert [each.key for each in told.standing(spoken, "d2")][-1] == "bounds.harm"
    first = next(each for each in found.steps[0].moves if each.node == "a")
    assert "That is a gap and no removal." in moved.reasons(spoken, found.steps[0], first)[0].text
    assert moved.move(spoken, found.steps[0], first).text.endswith(
        "What is not known could make this otherwise."
    )


def test_the_same_dont_know_is_told_once() -> None:
    unknown = (at("d1", said("b", "dont-know")), at("d2", said("b", "dont-know")))
    rest = tuple(at(draft, said("a", "none")) for draft in ("d1", "d2"))
    spoken, _ = telling(with_drafts(Draft(id="d1"), Draft(id="d2"), judgements=(*unknown, *rest)))
    assert [each.key for each in told.openness(spoken)] == ["comparison.alike"]


def test_drafts_of_one_name_are_told_apart() -> None:
    spoken, _ = telling(with_drafts(Draft(id="d1", label="Bill"), Draft(id="d2", label="Bill")))
    assert [spoken.option(name) for name in ("d1", "d2")] == ["Bill (draft d1)", "Bill (draft d2)"]
    files = options_of_files([("a.json", with_drafts(Draft(id="d1", label="Bill")))] * 2)
    names = ComparisonTelling(SMALL, compare(SMALL, files), ENGLISH)
    assert names.option("2/d1") == "Bill (a.json)"


def test_a_mitigation_is_told_with_its_condition_and_with_what_stays() -> None:
    given = with_drafts(
        Draft(id="d1"),
        judgements=(
            by("filter", at("d1", effect("a", harm="major"))),
            at("d1", effect("b", harm="material")),
        ),
    )
    tried = try_mitigation(given, "d1", FILTER, "Only by court order")
    spoken, _ = telling(tried)
    sentences = [
        each.text
        for each in moved.relief(spoken.findings("d1"), relief_of(SMALL, given, "d1", "filter"))
    ]
    assert sentences[0].startswith("If it works fully, the one answer that names this kind")
    assert "for you to judge" in sentences[0]
    assert "It would remove: a, major harm, now likely (76%)." in sentences
    none = moved.relief(spoken.findings("d1"), relief_of(SMALL, given, "d1", "other"))
    assert none[0].text.startswith("No answer names this kind of intervention")


@pytest.mark.parametrize(
    ("after", "sentence"),
    [
        ((GATE,), "1 provision says the same."),
        ((), "1 is removed."),
        ((GATE, Provision(id="7", text="New.")), "1 provision says the same and 1 is new."),
        ((Provision(id="6", text="Voice traffic shall pass the gateway."),), "1 is changed."),
    ],
)
def test_the_change_of_the_text_is_counted(after: tuple[Provision, ...], sentence: str) -> None:
    change = matched(Draft(id="d1", provisions=(GATE,)), Draft(id="d2", provisions=after))
    assert amended.text_change(change, ENGLISH).text == sentence


def test_what_became_of_the_answers_is_told_with_its_reason() -> None:
    found = carry(without_the_gate(), "d2")
    assert [each.text for each in amended.answers(found, ENGLISH)] == [
        "1 answer was carried over as it stands.",
        "1 answer was given anew on this draft.",
        "1 answer carried over rests on no provision that could be compared. Look at it again.",
    ]
    assert [amended.why(SMALL, each, ENGLISH).text for each in found.answers] == [
        "a: A provision it cites was removed. It is provision 6.",
        "b: It cites no provision, so no text could be compared.",
    ]
