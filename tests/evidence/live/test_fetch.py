"""What is asked again and what is not, what a failure leaves standing, and what a page gets."""

from __future__ import annotations

import os
import stat
from datetime import timedelta
from pathlib import Path

import httpx
import pytest

from assess.evidence import readings
from assess.evidence.answers import Answers, NotKept, cache_folder
from assess.evidence.gathered import combined, kept
from assess.evidence.live import fetch
from assess.evidence.live.client import Client
from assess.evidence.live.fetcher import Fetcher
from assess.library import Library
from assess.text import words
from tests.evidence.live import shapes

CATALOGUE = Library().catalogue()
W = words()
COVERAGE = "roa_covered_prefixes_pct"
NETWORKS = "routed_asns"
SERVERS = "secure_servers_per_million"
RPKI = "https://stat.ripe.net/data/rpki-history/data.json"
ASNS = "https://stat.ripe.net/data/country-asns/data.json"
BANK = "https://api.worldbank.org/v2/country"
APNIC = "https://data1.labs.apnic.net/v6stats/v6economy"
GOOD = shapes.history(shapes.coverage("2026-11-21", 3, 4))


async def at_once(_: float) -> None: ...


class Clock:
    """A clock that a test turns on."""

    def __init__(self) -> None:
        self.now = shapes.NOW

    def __call__(self):
        return self.now


@pytest.fixture
def run(permission):
    """One run of questions at a moment, with its own client."""
    clock = Clock()

    def asked(*pairs: tuple[str, str], after: timedelta = timedelta()):
        clock.now += after
        with Answers() as answers, Client(permission, sleep=at_once) as client:
            fetcher = Fetcher(client, answers, W, clock)
            return [fetcher.measured(indicator, country) for indicator, country in pairs]

    return asked


ZZ = (COVERAGE, "ZZ")


def test_within_its_time_nothing_is_asked_twice(web, run) -> None:
    route = web.get(RPKI).respond(json=GOOD)
    first, second = run(ZZ, ZZ)
    (third,) = run(ZZ, after=timedelta(days=6))
    assert first.values[0].value == second.values[0].value == third.values[0].value == 75
    assert route.call_count == 1
    run(ZZ, after=timedelta(days=2))
    assert route.call_count == 2


def test_a_failure_takes_nothing_away_and_is_not_tried_again_for_an_hour(web, run) -> None:
    route = web.get(RPKI).respond(json=GOOD)
    run(ZZ)
    route.respond(500)
    (failed,) = run(ZZ, after=timedelta(days=8))
    assert failed.values[0].value == 75
    assert failed.trouble
    (again,) = run(ZZ, after=timedelta(minutes=59))
    assert again == failed
    assert route.call_count == 2
    route.respond(json=shapes.history(shapes.coverage("2026-11-30", 4, 4)))
    (mended,) = run(ZZ, after=timedelta(minutes=2))
    assert (mended.values[0].value, mended.trouble) == (100, None)


def test_a_source_that_names_a_longer_wait_is_given_it(web, run) -> None:
    route = web.get(RPKI).respond(429, headers={"Retry-After": "86400"})
    run(ZZ)
    run(ZZ, after=timedelta(hours=23))
    assert route.call_count == 1
    run(ZZ, after=timedelta(hours=2))
    assert route.call_count == 2


def test_after_429_the_source_is_left_alone_for_the_rest_of_the_run(web, run) -> None:
    web.get(RPKI).respond(429)
    asns = web.get(ASNS).respond(json=shapes.networks())
    _, other, elsewhere = run(ZZ, (NETWORKS, "ZZ"), (COVERAGE, "YY"))
    assert other.trouble.state == elsewhere.trouble.state == "rate-limited"
    assert asns.call_count == 0


def test_three_errors_in_a_row_are_enough(web, run) -> None:
    route = web.get(RPKI).respond(500)
    run(*[(COVERAGE, code) for code in ("AA", "BB", "CC", "DD", "EE")])
    assert route.call_count == 3


def test_errors_with_good_answers_between_are_not_in_a_row(web, run) -> None:
    bad, good = httpx.Response(500), httpx.Response(200, json=GOOD)
    route = web.get(RPKI)
    route.side_effect = [bad, bad, good, bad, bad]
    run(*[(COVERAGE, code) for code in ("AA", "BB", "ZZ", "DD", "EE")])
    assert route.call_count == 5


def test_without_a_network_it_may_be_tried_again_at_once(web, run) -> None:
    route = web.get(RPKI).mock(side_effect=httpx.ConnectError("down"))
    (first,) = run(ZZ)
    assert first.trouble.state == "offline"
    route.mock(side_effect=None, return_value=httpx.Response(200, json=GOOD))
    (second,) = run(ZZ)
    assert second.values[0].value == 75


def test_a_token_may_be_mended_at_once(web, run, monkeypatch) -> None:
    route = web.get("https://pulse-api.internetsociety.org/https/country/ZZ").respond(401)
    run(("https_pct", "ZZ"))
    monkeypatch.setenv("ASSESS_PULSE_TOKEN", "wrong")
    run(("https_pct", "ZZ"))
    monkeypatch.setenv("ASSESS_PULSE_TOKEN", "right")
    route.respond(json=shapes.share(("2026-11-01", 0.9)))
    (found,) = run(("https_pct", "ZZ"))
    assert found.values[0].value == 90


def test_no_file_for_an_economy_is_no_value_and_no_fault(web, run) -> None:
    web.get(f"{APNIC}/ZZ.json").respond(404)
    (found,) = run(("ipv6_capable_pct", "ZZ"))
    assert (found.values, found.trouble) == ((), None)


def test_values_that_no_country_can_have_are_refused(web, run) -> None:
    web.get(BANK).respond(json=shapes.places(("zz", "ZZZ", "Zedland", "LMC")))
    (found,) = run((SERVERS, "ZZ"))
    assert found.trouble.state == "error"
    assert found.trouble.detail == "iso2Code"


@pytest.fixture
def bank(web):
    rows = [(chr(65 + n) * 2, chr(65 + n) * 3, f"Land {n}", "LMC") for n in range(12)]
    web.get(BANK).respond(json=shapes.places(*rows, shapes.ZZ, shapes.WORLD))
    values = [(code, float(n), "2024") for n, (code, *_) in enumerate(rows)]
    answer = shapes.worldbank("IT.NET.SECR.P6", *values, ("ZZ", 5.5, "2024"), ("1W", 1.0, "2024"))
    return web.get(f"{BANK}/all/indicator/IT.NET.SECR.P6").respond(json=answer)


def test_a_page_gets_readings_with_the_standing_among_all_and_among_income_peers(
    permission, bank
) -> None:
    (reading,) = fetch(permission, CATALOGUE, [SERVERS], "ZZ")
    assert (reading.state, reading.value, reading.period) == ("ok", 5.5, "2024")
    assert (reading.world.percentile, reading.world.n) == (50.0, 13)
    assert reading.income.n == 13
    assert reading.source == "worldbank"


def test_a_fault_of_a_source_is_a_reading_with_its_sentence(permission, web) -> None:
    web.get(RPKI).respond(html="<p>Log in</p>")
    web.get(ASNS).respond(json=shapes.ripestat({"countries": []}))
    shown: list[tuple[int, int, str]] = []
    found = fetch(
        permission,
        CATALOGUE,
        [COVERAGE, NETWORKS, "https_pct", "nts_servers"],
        "ZZ",
        progress=lambda *told: shown.append(told),
    )
    by = {each.indicator: each for each in found}
    assert set(by) == {COVERAGE, NETWORKS, "https_pct"}
    assert (by[COVERAGE].state, by[COVERAGE].value) == ("error", None)
    assert "a web page instead of data" in by[COVERAGE].note
    assert (by[NETWORKS].state, by[NETWORKS].value) == ("no-data", None)
    assert by["https_pct"].state == "token-required"
    assert shown[0] == (0, 3, COVERAGE)


def test_an_unusable_proxy_is_told_and_stops_nothing(permission, monkeypatch) -> None:
    monkeypatch.setenv("HTTPS_PROXY", "nonsense://x")
    (reading,) = fetch(permission, CATALOGUE, [COVERAGE], "ZZ")
    assert reading.state == "offline"


def test_what_was_fetched_is_shown_again_without_asking(permission, web) -> None:
    web.get(RPKI).respond(json=GOOD)
    fetched = fetch(permission, CATALOGUE, [COVERAGE], "ZZ")
    web.reset()
    with Answers() as answers:
        again = kept(CATALOGUE, [COVERAGE, NETWORKS], "ZZ", answers, shapes.NOW)
    assert again == fetched
    assert not web.calls


def test_a_value_that_could_not_be_renewed_says_so(web, run) -> None:
    route = web.get(RPKI).respond(json=GOOD)
    run(ZZ)
    route.respond(500)
    run(ZZ, after=timedelta(days=8))
    with Answers() as answers:
        (reading,) = kept(CATALOGUE, [COVERAGE], "ZZ", answers, shapes.NOW + timedelta(days=8))
    assert reading.value == 75
    assert "could not be renewed" in reading.note


def test_how_the_index_changed_goes_with_its_value(permission, web, monkeypatch) -> None:
    monkeypatch.setenv("ASSESS_PULSE_TOKEN", "t")
    answer = shapes.resilience(("ZZ", 2025, 1, 0.4), ("YY", 2026, 3, 0.4))
    web.get("https://pulse-api.internetsociety.org/resilience").respond(json=answer)
    (before,) = fetch(permission, CATALOGUE, ["iri_overall"], "ZZ")
    (after,) = fetch(permission, CATALOGUE, ["iri_overall"], "YY")
    assert before.method != after.method
    assert after.method


def test_what_was_fetched_stands_in_place_of_an_older_value_only(permission, web) -> None:
    base = readings(CATALOGUE, None, "ZZ", shapes.NOW.date())
    web.get(RPKI).respond(json=GOOD)
    live = fetch(permission, CATALOGUE, [COVERAGE], "ZZ")
    (new,) = (each for each in combined(base, live) if each.indicator == COVERAGE)
    assert new.value == 75
    older = new.model_copy(update={"period": "2026-01-01", "value": 1.0})
    assert combined([new], [older]) == (new,)
    failed = next(each for each in base if each.indicator == COVERAGE)
    assert combined([new], [failed]) == (new,)


def test_what_is_kept_can_be_read_by_its_user_only() -> None:
    with Answers():
        pass
    (file,) = cache_folder().iterdir()
    assert stat.S_IMODE(file.stat().st_mode) == 0o600


def test_a_damaged_file_of_answers_is_begun_anew(web, run) -> None:
    file = cache_folder() / "evidence-answers.db"
    file.parent.mkdir(parents=True)
    file.write_bytes(b"no database " * 1000)
    web.get(RPKI).respond(json=GOOD)
    assert run(ZZ)[0].values


def test_a_file_of_answers_that_cannot_be_written_is_named(tmp_path: Path) -> None:
    with Answers(tmp_path / "a/answers.db") as answers:
        answers._table.execute("drop table answers")
        with pytest.raises(NotKept, match=r"answers\.db: answers of sources cannot be kept"):
            answers.good("s", "k", "[]", shapes.NOW)


def test_answers_of_another_shape_are_asked_for_again(web, run) -> None:
    route = web.get(RPKI).respond(json=GOOD)
    run(ZZ)
    with Answers() as answers:
        answers.good("ripestat", f"{COVERAGE}/ZZ", '[{"colour": "red"}]', shapes.NOW)
    (found,) = run(ZZ)
    assert found.values
    assert route.call_count == 2


@pytest.mark.parametrize("given", ["relative/cache", ""])
def test_a_relative_cache_folder_is_ignored(given) -> None:
    assert cache_folder({"XDG_CACHE_HOME": given, "HOME": os.sep}).is_absolute()
