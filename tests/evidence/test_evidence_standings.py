"""Where a value stands: of the other countries, how many in a hundred lie lower."""

from __future__ import annotations

import pytest

from assess.errors import FileProblems
from assess.evidence import Standing, read_pack, standing
from tests.evidence.made_pack import CATALOGUE, PACK, VALUES, copied

TEN = [float(n) for n in range(1, 11)]


@pytest.mark.parametrize(
    ("value", "among", "percentile"),
    [
        (1, TEN, 0.0),
        (10, TEN, 100.0),
        (4, TEN, 33.3),
        (5, [5.0] * 10, 50.0),
        (2, [1.0, 2.0, 2.0, *TEN[2:]], 15.0),
    ],
)
def test_equal_values_count_half_and_the_country_itself_not_at_all(
    value, among, percentile
) -> None:
    assert standing(value, among) == Standing(percentile=percentile, n=len(among))


def test_among_few_countries_nothing_is_said() -> None:
    assert standing(5, TEN[:9]) is None


def entry(pack, indicator, country):
    return next(each for each in pack.of(indicator) if each.iso2 == country)


def test_where_a_pack_has_no_percentile_it_is_made_for_the_world_and_income_peers() -> None:
    pack = read_pack(PACK, CATALOGUE)
    given = entry(pack, "internet_users_pct", "ZZ")
    made = entry(pack, "internet_users_pct", "QO")
    assert (given.world, given.income) == (made.world, made.income), "both have a value of 30"
    assert made.world == Standing(percentile=17.9, n=15)
    assert made.income == Standing(percentile=22.7, n=12)
    lone = entry(pack, "internet_users_pct", "QZ")
    assert lone.world is not None
    assert lone.income is None, "its income group is not known"
    rich = entry(pack, "internet_users_pct", "QX")
    assert rich.income is None, "two countries are no group to compare with"


def test_what_rests_on_few_tests_is_thin_and_compared_with_nobody() -> None:
    pack = read_pack(PACK, CATALOGUE)
    thin = entry(pack, "ndt_min_rtt_ms_median", "QM")
    assert (thin.thin, thin.world, thin.income) == ("yes", None, None)
    assert entry(pack, "ndt_min_rtt_ms_median", "ZZ").world == Standing(percentile=0, n=14)


def changed(tmp_path, old, new):
    folder = copied(tmp_path)
    path = folder / VALUES
    text = path.read_text(encoding="utf-8")
    assert text.count(old) == 1
    path.write_text(text.replace(old, new), encoding="utf-8")
    return folder


def test_counts_of_shutdowns_are_never_ranked_whatever_a_pack_says(tmp_path) -> None:
    old = "shutdown_records_3y,4,2023/2025,,,,,,"
    folder = changed(tmp_path, old, "shutdown_records_3y,4,2023/2025,,,99,15,,")
    assert entry(read_pack(folder, CATALOGUE), "shutdown_records_3y", "ZZ").world is None


@pytest.mark.parametrize(
    ("new", "said"),
    [
        (",18.2,15,22.7,12,", "pct_world: 18.2, but the values in this file give 17.9; mend or"),
        (",17.9,15,50,12,", "pct_income: 50.0, but the values in this file give 22.7; mend or"),
    ],
)
def test_a_percentile_that_the_values_do_not_give_is_told(tmp_path, new, said) -> None:
    with pytest.raises(FileProblems) as refused:
        read_pack(changed(tmp_path, ",17.9,15,22.7,12,", new), CATALOGUE)
    (found,) = refused.value.problems
    assert str(found).startswith(f"{VALUES}:2: ")
    assert said in str(found)


def test_a_percentile_of_more_countries_than_the_file_holds_is_kept_as_it_is(tmp_path) -> None:
    folder = changed(tmp_path, ",17.9,15,22.7,12,", ",40.5,206,22.7,12,")
    kept = entry(read_pack(folder, CATALOGUE), "internet_users_pct", "ZZ")
    assert kept.world == Standing(percentile=40.5, n=206)
