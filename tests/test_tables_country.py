"""What was measured in a country, in words: what each table says, and what where there is little.

The pack is made up; ZZ is the country without a name among its fifteen.
"""

from __future__ import annotations

import datetime

import pytest

from assess.evidence import Pack, Point, read_pack, readings
from assess.tables import Table
from assess.tables.country import over_years, peers, placed, runs, shutdowns, trends
from assess.text import words
from tests.evidence.made_pack import CATALOGUE, PACK

ENGLISH = words("en")
TODAY = datetime.date(2026, 11, 22)
TEN = ("QM", "QN", "QO", "QP", "QQ", "QR", "QS", "QT", "QU", "QV")  # of the income group of ZZ


@pytest.fixture(scope="module")
def pack() -> Pack:
    return read_pack(PACK, CATALOGUE)


def among(pack: Pack | None, country: str) -> Table:
    found = readings(CATALOGUE, pack, country, TODAY)
    return peers(CATALOGUE, pack, found, country, ENGLISH)


def with_points(pack: Pack, country: str, values: dict[int, float]) -> Pack:
    points = [
        Point(iso2=country, indicator="internet_users_pct", year=year, value=value)
        for year, value in values.items()
    ]
    return pack.model_copy(update={"series": (*pack.series, *points)})


# --- among its peers ----------------------------------------------------------------------------


def test_each_value_stands_among_all_countries_and_among_those_of_equal_income(pack) -> None:
    table = among(pack, "ZZ")
    assert dict(zip(table.columns, table.rows[0], strict=True)) == {
        "Indicator": "People using the Internet",
        "Value": "30 % of population (2024)",
        "Among all countries": "Higher than 18% of the other 14 countries measured.",
        "In its income group": "Higher than 23% of the other 11 in its income group.",
        "Small dots": "11; the one in the middle is higher than 43% of all others",
    }
    assert table.sentences[1:] == (
        "The large dot is Unknown Region.",
        "The small dots are the other countries of its income group (low income).",
    )


def test_where_lower_is_better_the_words_say_so_and_the_share_is_not_turned_round(pack) -> None:
    found = readings(CATALOGUE, pack, "ZZ", TODAY)
    row = placed(CATALOGUE, pack, found, "ZZ")[1]
    assert row.indicator.direction == "lower-better"
    assert row.share == 0  # nobody has a shorter round trip
    assert among(pack, "ZZ").rows[1][2] == (
        "Lower than 100% of the other 13 countries measured; here lower is better."
    )


def test_a_country_is_no_peer_of_its_own_and_thin_values_are_none(pack) -> None:
    found = readings(CATALOGUE, pack, "ZZ", TODAY)
    users, round_trip = placed(CATALOGUE, pack, found, "ZZ")
    assert (len(users.others), len(round_trip.others)) == (11, 10)  # QM rests on 500 tests


def test_an_old_value_says_that_it_is_old(pack) -> None:
    found = readings(CATALOGUE, pack, "ZZ", datetime.date(2036, 1, 1))
    table = peers(CATALOGUE, pack, found, "ZZ", ENGLISH)
    assert table.rows[0][1] == "30 % of population (2024); Measured, but old"


def test_without_an_income_group_no_peers_are_made_up(pack) -> None:
    table = among(pack, "QZ")
    assert table.sentences[-1] == "No income group is known for QZ, so no small dots are drawn."
    assert {row[3:] for row in table.rows} == {("not known", "none")}


@pytest.mark.parametrize(
    ("there", "why"),
    [(True, "No value of Vatican City can be placed"), (False, "No pack of evidence is here")],
    ids=["a pack without it", "no pack"],
)
def test_where_nothing_can_be_placed_a_sentence_says_why(pack, there, why) -> None:
    table = among(pack if there else None, "VA")
    assert (table.columns, table.rows) == ((), ())
    assert table.sentences[0].startswith(why)


# --- over the years -----------------------------------------------------------------------------


def test_years_without_a_value_are_in_the_table_and_are_no_zeros(pack) -> None:
    table = trends(CATALOGUE, pack, "ZZ", ENGLISH)
    assert [row[:3] for row in table.rows] == [
        ("People using the Internet (% of population)", "2020", "18.5"),
        ("People using the Internet (% of population)", "2021", "no value"),
        ("People using the Internet (% of population)", "2022", "25"),
    ]
    assert table.sentences[-1].startswith("Sources: World Bank, World Development Indicators")
    assert "CC BY 4.0" in table.sentences[-1]


@pytest.mark.parametrize(
    ("years", "found"),
    [
        ((), ()),
        ((2020,), ((2020,),)),
        ((2022, 2020), ((2020,), (2022,))),
        ((2019, 2020, 2022, 2023, 2024), ((2019, 2020), (2022, 2023, 2024))),
    ],
)
def test_years_run_on_until_one_is_missing(years, found) -> None:
    assert runs(years) == found


def test_the_band_is_the_middle_half_of_ten_others_or_more_and_of_no_fewer(pack) -> None:
    for number, country in enumerate(TEN, 1):
        years = {2021: number * 10} if country == "QM" else {2021: number * 10, 2022: number}
        pack = with_points(pack, country, years)
    pack = with_points(pack, "QX", {2022: 50})  # of another income group
    (trend,) = over_years(CATALOGUE, pack, "ZZ")
    assert trend.band == {2021: (32.5, 77.5)}
    table = trends(CATALOGUE, pack, "ZZ", ENGLISH)
    assert [row[3] for row in table.rows] == ["not known", "32.5 to 77.5", "not known"]
    assert "at least 10 of them" in table.sentences[2]


def test_without_a_band_no_sentence_explains_one(pack) -> None:
    told = trends(CATALOGUE, pack, "ZZ", ENGLISH).sentences[2]
    assert told == "Too few countries of its income group are known for a band of their values."


def test_without_values_over_the_years_a_sentence_says_why(pack) -> None:
    for given, why in ((pack, "The pack has no values of QM"), (None, "No pack of evidence")):
        table = trends(CATALOGUE, given, "QM", ENGLISH)
        assert table.rows == ()
        assert table.sentences[0].startswith(why)


# --- shutdowns on record ------------------------------------------------------------------------


def test_each_year_counted_is_there_and_one_without_a_record_has_no_number(pack) -> None:
    table = shutdowns(CATALOGUE, pack, "ZZ", ENGLISH)
    assert table.columns[1:] == (
        "On record",
        "Whole networks",
        "Services only",
        "With slowing down",
    )
    assert table.rows == (
        ("2021", "1", "0", "1", "0"),
        ("2022", "nothing on record", "–", "–", "–"),
        ("2023", "nothing on record", "–", "–", "–"),
        ("2024", "3", "1", "2", "0"),
    )


def test_source_licence_and_what_no_record_means_are_sentences(pack) -> None:
    *_, proof, source = shutdowns(CATALOGUE, pack, "ZZ", ENGLISH).sentences
    known = CATALOGUE.sources["keepiton"]
    assert proof == "No record is not proof that nothing happened."
    assert source == f"Source: {known.attribution}. Licence: {known.licence}."


def test_nothing_on_record_is_told_with_the_years_and_what_it_does_not_prove(pack) -> None:
    table = shutdowns(CATALOGUE, pack, "QM", ENGLISH)
    assert table.rows == ()
    assert table.sentences == (
        "Nothing is on record for QM in the years 2021 to 2024.",
        "No record is not proof that nothing happened.",
    )
    without = shutdowns(CATALOGUE, None, "QM", ENGLISH)
    assert without.sentences[0] == "No pack with records of shutdowns is here."
