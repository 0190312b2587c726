"""The map of cases and the timeline say what their tables say."""

from __future__ import annotations

from itertools import pairwise

import altair as alt
import pytest

from assess import charts
from assess.casebook import Wish, began, ended, matching, rows
from assess.charts.heat import PICKED
from assess.findings import CHANNELS
from assess.tables.cases import SIGNS, cases, timeline
from tests.charts.drawing import CAMBODIA, ENGLISH, draw, facts, lines_of, texts
from tests.shipped import LIBRARY

FOUND = matching(LIBRARY.cases(), Wish(region="asia-pacific"))


@pytest.mark.parametrize("narrow", [False, True], ids=["wide", "narrow"])
@pytest.mark.parametrize("channel", CHANNELS)
def test_the_map_shows_the_sign_of_every_word_of_the_table(framework, channel, narrow) -> None:
    there = rows(FOUND, [node.id for node in framework.judged])
    table = cases(framework, there, ENGLISH, channel)
    spec = charts.cases(framework, there, ENGLISH, channel, narrow=narrow)
    alt.LayerChart.from_dict(spec)
    words = dict(zip(("none", "minor", "material", "major", "not known"), SIGNS, strict=True))
    signs = [words[cell] for row in table.rows for cell in row[1:]]
    assert ["".join(each["text"]) for each in facts(spec, "words")] == signs
    assert lines_of(spec, "names") == [row[0] for row in table.rows]
    assert len(facts(spec, "unknown")) == signs.count("?") > 0


def test_every_row_of_the_map_can_be_picked_by_its_case(framework) -> None:
    there = rows(FOUND, [node.id for node in framework.judged])
    spec = charts.cases(framework, there, ENGLISH, "harm")
    picks = facts(spec, "picks")
    assert [each["key"] for each in picks] == [row.case.id for row in there]
    tops = [(each["y"], each["y2"]) for each in picks]
    assert all(below <= above for (_, below), (above, _) in pairwise(tops))
    assert [each["name"] for each in spec["params"]] == [PICKED]
    disagreement = draw("disagreement", framework, LIBRARY.case(CAMBODIA).assessment())
    assert "params" not in disagreement, "a selection without its layer breaks a picture"


@pytest.mark.parametrize("narrow", [False, True], ids=["wide", "narrow"])
def test_the_timeline_has_a_line_for_each_case_from_its_law_to_its_end(narrow) -> None:
    spec = charts.timeline(FOUND, ENGLISH, narrow=narrow)
    alt.LayerChart.from_dict(spec)
    table = timeline(FOUND, ENGLISH)
    assert lines_of(spec, "names") == [row[0] for row in table.rows]
    assert lines_of(spec, "remarks") == [row[-1] for row in table.rows]
    first, last = (float(facts(spec, "scale")[at]["text"]) for at in (0, -1))
    known = [[began(case), case.year, ended(case)] for case in FOUND]
    drawn = [first + each["x"] * (last - first) for each in facts(spec, "dots")]
    years = [year for case in known for year in case if year]
    assert drawn == pytest.approx(years, abs=0.01)
    assert max(max(map(len, lines)) for lines in texts(spec)) <= 46


def test_without_cases_there_is_nothing_to_draw() -> None:
    assert charts.timeline((), ENGLISH)["height"] == 0
