"""The pictures of a country say what their tables say, and make nothing up where nothing is."""

from __future__ import annotations

import datetime
import json
import re
from gettext import NullTranslations

import altair as alt
import pytest

from assess import charts
from assess.charts.country import PANEL
from assess.evidence import Pack, ShutdownYear, read_pack, readings
from assess.tables import country as tables
from assess.text import Words
from tests.charts.drawing import ENGLISH, Spec, facts, lines_of, read, texts
from tests.charts.test_look import PHONE, Marked, colours
from tests.evidence.made_pack import CATALOGUE, PACK
from tests.test_tables_country import TEN, with_points

TODAY = datetime.date(2026, 11, 22)
KINDS = ("peers", "trends", "shutdowns")
SIDES = pytest.mark.parametrize("narrow", [False, True], ids=["wide", "narrow"])
EACH = pytest.mark.parametrize("kind", KINDS)


@pytest.fixture(scope="module")
def pack() -> Pack:
    return read_pack(PACK, CATALOGUE)


def draw(kind: str, pack: Pack | None, country="ZZ", words=ENGLISH, narrow=False) -> Spec:
    if kind == "peers":
        found = readings(CATALOGUE, pack, country, TODAY)
        return charts.peers(CATALOGUE, pack, found, country, words, narrow=narrow)
    if kind == "trends":
        return charts.trends(CATALOGUE, pack, country, words, narrow=narrow)
    return charts.shutdowns(pack, country, words, narrow=narrow)


# --- all three ----------------------------------------------------------------------------------


@SIDES
@EACH
def test_a_picture_is_valid_small_and_fits_a_phone(kind, narrow, pack) -> None:
    spec = draw(kind, pack, narrow=narrow)
    alt.LayerChart.from_dict(spec)
    assert len(json.dumps(spec)) < 24_000
    assert spec["height"] > 60
    assert not narrow or max(len(line) for lines in texts(spec) for line in lines) <= PHONE


@EACH
def test_written_from_the_right_it_is_turned_round(kind, pack) -> None:
    ends = []
    for language in ("en", "ar"):
        drawn = json.dumps(draw(kind, pack, words=Words(language, NullTranslations())))
        ends.append(re.search(r'"range": \[\{"expr": "([^"]+)"', drawn)[1])
    assert ends == ["286", "width - 286"]


@EACH
def test_its_colours_are_in_the_stylesheet_and_none_says_good_or_bad(kind, pack) -> None:
    named = set(re.findall(r"var\((--[\w-]+)\)", json.dumps(draw(kind, pack))))
    assert named <= set(colours())
    assert not [name for name in named if "harm" in name or "benefit" in name]


@EACH
def test_its_words_are_translated(kind, pack) -> None:
    titles = {each.title for each in CATALOGUE.indicators}
    for text in read(draw(kind, pack, words=Words("sv", Marked()))):
        assert "★" in text or text in titles or not re.search("[a-z]", text), text


@SIDES
@EACH
def test_without_a_pack_or_a_country_there_is_nothing_to_draw(kind, narrow, pack) -> None:
    for given in (pack, None):
        assert draw(kind, given, country="VA", narrow=narrow)["height"] == 0


# --- among its peers ----------------------------------------------------------------------------


@SIDES
def test_one_large_dot_for_each_row_stands_where_its_share_says(pack, narrow) -> None:
    found = readings(CATALOGUE, pack, "QP", TODAY)
    rows = tables.placed(CATALOGUE, pack, found, "QP")
    spec = draw("peers", pack, "QP", narrow=narrow)
    world = {each.indicator: each.world.percentile for each in found if each.world}
    assert lines_of(spec, "names") == [row.indicator.title for row in rows]
    dots = facts(spec, "dots")
    assert [round(dot["x"] * 100, 1) for dot in dots] == [world[row.indicator.id] for row in rows]
    assert len(dots) == 2
    below = [each["y"] for each in dots]
    small = [[each["x"] for each in facts(spec, "others") if each["y"] == y] for y in below]
    assert [sorted(each) for each in small] == [pytest.approx(sorted(row.others)) for row in rows]
    assert [len(each) for each in small] == [11, 10]


@SIDES
def test_a_remark_has_value_time_and_the_words_for_lower_is_better(pack, narrow) -> None:
    table = tables.peers(CATALOGUE, pack, readings(CATALOGUE, pack, "ZZ", TODAY), "ZZ", ENGLISH)
    remarks = lines_of(draw("peers", pack, narrow=narrow), "remarks")
    assert remarks == [" ".join(row[1:3]) for row in table.rows]
    assert ["here lower is better" in each for each in remarks] == [False, True]


def test_without_an_income_group_a_row_has_no_small_dots_and_says_so(pack) -> None:
    spec = draw("peers", pack, "QZ")
    assert facts(spec, "others") == []
    assert len(facts(spec, "dots")) == 2
    for remark in lines_of(spec, "remarks"):
        assert remark.endswith("No others of its income group are known.")


# --- over the years -----------------------------------------------------------------------------


@SIDES
def test_a_year_without_a_value_is_a_gap_in_the_line(pack, narrow) -> None:
    spec = draw("trends", pack, narrow=narrow)
    drawn = facts(spec, "values")
    assert [each["x"] for each in drawn] == [0, 1]  # 2020 and 2022, nothing for 2021
    assert len({each["run"] for each in drawn}) == 2, "joined over a year that was not measured"
    whole = draw("trends", with_points(pack, "ZZ", {2021: 20}), narrow=narrow)
    assert [each["x"] for each in facts(whole, "values")] == [0, 0.5, 1]
    assert len({each["run"] for each in facts(whole, "values")}) == 1


@SIDES
def test_the_first_and_the_last_value_are_written_beside_it(pack, narrow) -> None:
    spec = draw("trends", pack, narrow=narrow)
    assert lines_of(spec, "names") == ["People using the Internet (% of population)"]
    assert lines_of(spec, "remarks") == ["2020: 18.5 2022: 25"]
    assert [each["text"] for each in facts(spec, "scale")] == ["2020", "2022"]


def test_a_single_year_is_a_dot_and_written_once(pack) -> None:
    spec = draw("trends", pack, "QN")
    assert len(facts(spec, "values")) == 1
    assert lines_of(spec, "remarks") == ["2020: 9"]


def test_heights_are_in_proportion_from_the_line_of_zero(pack) -> None:
    spec = draw("trends", pack)
    (zero,), (first, last) = facts(spec, "zeros"), facts(spec, "values")
    assert (zero["y"] - first["y"]) / (zero["y"] - last["y"]) == pytest.approx(18.5 / 25)
    assert zero["y"] - last["y"] == PANEL  # from the foot to the top
    below = draw("trends", with_points(pack, "ZZ", {2023: -5}))
    (zero,), drawn = facts(below, "zeros"), facts(below, "values")
    assert drawn[1]["y"] < zero["y"] < drawn[2]["y"]


def test_the_band_breaks_off_where_too_few_peers_were_measured(pack) -> None:
    for number, country in enumerate(TEN, 1):
        pack = with_points(pack, country, {2020: number, 2022: number * 10})
    bands = facts(draw("trends", pack), "bands")
    assert [each["x"] for each in bands] == [0, 1]
    assert len({each["run"] for each in bands}) == 2
    assert all(each["y"] > each["y2"] for each in bands)


# --- shutdowns on record ------------------------------------------------------------------------


@SIDES
def test_a_year_has_a_bar_as_long_as_its_records_and_one_without_has_none(pack, narrow) -> None:
    spec = draw("shutdowns", pack, narrow=narrow)
    assert [each["x2"] for each in facts(spec, "records")] == pytest.approx([1 / 3, 1], abs=1e-4)
    assert [each["x2"] for each in facts(spec, "whole")] == pytest.approx([1 / 3], abs=1e-4)
    assert facts(spec, "slowed") == []
    assert [each["text"] for each in facts(spec, "scale")] == ["0", "3"]
    names = lines_of(spec, "names")
    assert [name[:4] for name in names] == ["2021", "2022", "2023", "2024"]
    said = names if narrow else lines_of(spec, "remarks")
    assert ["nothing on record" in each for each in said] == [False, True, True, False]
    assert said[-1].endswith("3 on record: whole networks 1, services only 2, slowed 0")


def test_counts_that_overlap_lie_in_and_below_the_bar_and_are_never_added(pack) -> None:
    year = {"records": 4, "full_network": 3, "service_based_only": 1, "throttling": 4}
    overlapping = ShutdownYear(iso2="QM", count_year=2024, **year)
    pack = pack.model_copy(update={"shutdowns": (overlapping,)})
    spec = draw("shutdowns", pack, "QM")
    found = {name: facts(spec, name)[0] for name in ("records", "whole", "slowed")}
    assert {name: (bar["x"], bar["x2"]) for name, bar in found.items()} == {
        "records": (0, 1),
        "whole": (0, 0.75),
        "slowed": (0, 1),
    }
    assert found["slowed"]["y"] > found["records"]["y2"]


@SIDES
@pytest.mark.parametrize(
    ("kind", "layer", "rows"), [("peers", "dots", (0, 1)), ("shutdowns", "records", (0, 3))]
)
def test_what_is_drawn_for_a_row_stands_between_its_name_and_the_next(
    kind, layer, rows, narrow, pack
) -> None:
    spec = draw(kind, pack, narrow=narrow)
    tops = [each["y"] for each in facts(spec, "names")] + [spec["height"]]
    drawn = facts(spec, layer)
    assert len(drawn) == len(rows)
    for row, each in zip(rows, drawn, strict=True):
        assert tops[row] < each["y"] < each.get("y2", each["y"]) + 4 < tops[row + 1]
