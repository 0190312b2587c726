"""A picture says what its table says: each kind against the findings it is drawn of."""

from __future__ import annotations

import pytest

from assess import charts, tables
from assess.agreement import agreement
from assess.compare import compare, options
from assess.explain import AgreementTelling, Telling
from assess.findings import CHANNELS, analyse
from assess.proposal import Draft
from assess.robustness import robustness
from tests.charts.drawing import ENGLISH, draw, facts, judged_by, lines_of, told
from tests.small import SMALL, any_answers, assessment, effect, said


@pytest.mark.parametrize("narrow", [False, True], ids=["wide", "narrow"])
@pytest.mark.parametrize("channel", CHANNELS)
def test_the_bars_say_what_the_table_says(framework, case, channel, narrow) -> None:
    telling = Telling(framework, case, analyse(framework, case), ENGLISH)
    spec = charts.levels(telling, channel, narrow=narrow)
    table = tables.levels(telling, channel)
    drawn = list(zip(lines_of(spec, "names"), lines_of(spec, "remarks"), strict=True))
    untold = [row[:2] for row in table.rows if tuple(row[:2]) not in drawn]
    assert [row[:2] for row in table.rows if tuple(row[:2]) in drawn] == drawn
    assert {found for _, found in untold} <= {"judged: no effect", f"no {channel} found"}
    assert len(drawn) == {"harm": 17, "benefit": 3}[channel]


@pytest.mark.parametrize("seed", range(12))
def test_the_level_found_is_the_one_the_bar_shows_at_the_half(seed) -> None:
    given = any_answers(SMALL, seed, most=3)
    telling = Telling(SMALL, given, analyse(SMALL, given), ENGLISH)
    for channel in CHANNELS:
        spec = charts.levels(telling, channel)
        at_half = [bar["tone"] for bar in facts(spec, "bars") if bar["x"] <= 0.5 < bar["x2"]]
        nodes = [telling.findings.node(name[-1]) for name in lines_of(spec, "names")]
        levels = [node.effect(channel).level for node in nodes]
        assert at_half == [str(level) if level else "none" for level in levels]


def test_a_range_is_drawn_round_the_chance_that_is_named() -> None:
    telling = told(effect("a", "major"), said("b", "none"), said("c", "none"))
    spec = charts.levels(telling, "harm")
    (drawn,), (dot,) = facts(spec, "ranges"), facts(spec, "dots")
    harm = telling.findings.node("a").harm
    assert (drawn["low"], dot["x"], drawn["high"]) == pytest.approx(
        (harm.lower[2], harm.p[2], harm.upper[2]), abs=1e-4
    )


def test_a_bar_is_dashed_where_nothing_is_known() -> None:
    spec = charts.levels(told(said("a", "dont-know"), said("b", "none"), said("c", "none")), "harm")
    assert [len(facts(spec, name)) for name in ("unknown", "ranges", "dots")] == [1, 1, 0]
    assert lines_of(spec, "remarks") == ["not known (minor harm or worse: 0–100%)"]


def test_the_answer_as_it_stands_is_framed_and_says_so() -> None:
    telling = told(effect("a", "major"), said("b", "none"), said("c", "none"))
    spec = charts.tipping(telling, robustness(SMALL, telling.assessment).of("harm"))
    cells, frames = facts(spec, "cells"), facts(spec, "frames")
    assert [cell["tone"] for cell in cells[:4]] == ["none", "1", "2", "3"]
    assert lines_of(spec, "words")[:4] == ["none found", "minor", "weakens", "breaks as answered"]
    assert frames[0]["x"] == cells[3]["x"]


def test_there_is_no_tipping_table_to_draw_where_no_answer_decides_alone() -> None:
    telling = told(effect("a", "major"), effect("b", "major"), said("c", "none"))
    spec = charts.tipping(telling, robustness(SMALL, telling.assessment).of("harm"))
    assert (spec["height"], spec["layer"]) == (0, [])


def test_each_draft_has_its_dot_and_a_line_leads_on_to_the_next(framework, case) -> None:
    spec = draw("drafts", framework, case)
    nodes = len(facts(spec, "nodes"))
    assert nodes > 4
    assert len(facts(spec, "dots")) == len(facts(spec, "names")) == 2 * nodes
    assert len(facts(spec, "steps")) == nodes
    assert lines_of(spec, "names")[:2] == ["As issued", "Amended"]


def test_a_draft_of_which_nothing_is_known_has_a_range_and_no_dot() -> None:
    first = assessment(SMALL, effect("a", "major"), said("b", "none"), said("c", "none"))
    unknown = first.model_copy(
        update={
            "drafts": (Draft(id="d1"), Draft(id="d2")),
            "judgements": (
                *first.judgements,
                said("a", "dont-know").model_copy(update={"draft": "d2"}),
            ),
        }
    )
    spec = charts.drafts(SMALL, compare(SMALL, options(unknown)), ENGLISH, "harm")
    assert len(facts(spec, "dots")) < len(facts(spec, "tracks"))
    assert "not known (major harm: 0–100%)" in lines_of(spec, "remarks")


def test_few_people_have_a_column_each_and_many_are_counted(framework, case) -> None:
    few, many = (
        charts.disagreement(
            AgreementTelling(framework, agreement(framework, judged_by(case, people)), ENGLISH),
            "harm",
        )
        for people in (3, 12)
    )
    assert lines_of(few, "columns")[:3] == ["Person 1", "Person 2", "Person 3"]
    assert lines_of(many, "columns")[:5] == ["none", "minor", "material", "major", "not said"]
    counts = [int(text) for text in lines_of(many, "words")]
    assert {sum(counts[n : n + 5]) for n in range(0, len(counts), 5)} == {12}


def test_nobody_stated_means_a_dashed_cell_not_an_empty_one(framework, case) -> None:
    spec = draw("disagreement", framework, case)
    assert lines_of(spec, "words").count("not said") == len(facts(spec, "unknown")) > 0
