"""A pack is built from what the sources answer; the old one stands until the new one is whole."""

from __future__ import annotations

import csv
import sys
from io import StringIO

import httpx
import pytest

from assess.cli import main
from assess.evidence import own_pack, pack_folder, readings
from assess.evidence import refresh as refreshing
from assess.evidence.live import client as clients
from assess.evidence.refresh import NotBuilt, build, plan
from assess.library import Library
from tests.evidence.live import shapes

CATALOGUE = Library().catalogue()
SERVERS = "secure_servers_per_million"
COVERAGE = "roa_covered_prefixes_pct"
BANK = "https://api.worldbank.org/v2/country"
RPKI = "https://stat.ripe.net/data/rpki-history/data.json"
ASNS = "https://stat.ripe.net/data/country-asns/data.json"
LANDS = [(chr(65 + n) * 2, chr(65 + n) * 3, f"Land {n}", "LMC") for n in range(12)]


@pytest.fixture(autouse=True)
def at_once(monkeypatch) -> None:
    """No pauses between the questions."""

    async def sleep(_: float) -> None: ...

    usual = clients.Client.__init__.__kwdefaults__ or {}
    monkeypatch.setattr(clients.Client.__init__, "__kwdefaults__", usual | {"sleep": sleep})


@pytest.fixture
def bank(web):
    """A World Bank with two values for each of twelve countries, and for one aggregate."""
    web.get(BANK).respond(json=shapes.places(*LANDS, shapes.ZZ, shapes.WORLD))
    for code in ("IT.NET.USER.ZS", "IT.NET.BBND.P2", "IT.CEL.SETS.P2", "IT.NET.SECR.P6"):
        values = [(land[0], float(n), "2025") for n, land in enumerate(LANDS)]
        answer = shapes.worldbank(code, *values, ("1W", 9.0, "2025"))
        web.get(f"{BANK}/all/indicator/{code}").respond(json=answer)
    return web


def of_ripestat(web, covered: int = 3) -> None:
    def coverage(request: httpx.Request) -> httpx.Response:
        country = request.url.params["resource"]
        point = shapes.coverage("2026-11-21", covered, 4, country)
        return httpx.Response(200, json=shapes.history(point))

    web.get(RPKI).mock(side_effect=coverage)
    web.get(ASNS).respond(json=shapes.ripestat({"countries": []}))


def rows(name: str) -> list[dict[str, str]]:
    text = (pack_folder() / name).read_text(encoding="utf-8")
    return list(csv.DictReader(StringIO(text)))


def reading(country: str, indicator: str):
    pack = own_pack(CATALOGUE)
    found = readings(CATALOGUE, pack, country, shapes.NOW.date())
    return next(each for each in found if each.indicator == indicator)


def test_a_pack_is_built_from_nothing(permission, bank) -> None:
    built = build(permission, CATALOGUE, plan(["worldbank"]), now=shapes.NOW)
    assert (built.fresh, built.private, built.troubles) == (48, 0, ())
    found = reading("BB", SERVERS)
    assert (found.state, found.value, found.fetched) == ("ok", 1.0, "2026-11-22")
    assert (found.world.n, found.income.n) == (12, 12)
    assert reading("ZZ", SERVERS).state == "no-data"
    countries = {row["iso2"]: row["wb_income_group"] for row in rows("countries.csv")}
    assert countries["ZZ"] == "lower_middle_income"
    assert "1W" not in countries


def test_what_may_not_be_passed_on_stands_apart_and_is_named(permission, bank) -> None:
    of_ripestat(bank)
    build(permission, CATALOGUE, plan(["worldbank", "ripestat"], ["ZZ"]), now=shapes.NOW)
    assert {row["source"] for row in rows("evidence_latest.csv")} == {"worldbank"}
    (private,) = rows("evidence_private.csv")
    assert (private["source"], private["iso2"], private["value"]) == ("ripestat", "ZZ", "75.0")
    credits_ = (pack_folder() / "SOURCES.md").read_text(encoding="utf-8")
    assert "World Bank, CC BY 4.0" in credits_
    assert "For your own use only. Values: 1." in credits_
    assert reading("ZZ", COVERAGE).value == 75
    assert reading("ZZ", "routed_asns").state == "no-data"


def test_what_failed_is_an_attempt_with_its_sentence_and_no_value(permission, bank) -> None:
    bank.get(RPKI).respond(html="<p>Log in</p>")
    bank.get(ASNS).respond(429)
    built = build(permission, CATALOGUE, plan(["ripestat"], ["ZZ"]), now=shapes.NOW)
    assert built.fresh == 0
    assert len(built.troubles) == 2
    assert reading("ZZ", COVERAGE).state == "error"
    assert "web page" in reading("ZZ", COVERAGE).note
    assert reading("ZZ", "routed_asns").state == "rate-limited"


def test_values_of_the_old_pack_stay_where_nothing_newer_came(permission, bank) -> None:
    build(permission, CATALOGUE, plan(["worldbank"]), now=shapes.NOW)
    of_ripestat(bank)
    build(permission, CATALOGUE, plan(["ripestat"], ["ZZ"]), now=shapes.NOW)
    assert reading("BB", SERVERS).value == 1
    assert reading("ZZ", COVERAGE).value == 75


def test_an_older_value_does_not_replace_a_newer_one(permission, bank) -> None:
    build(permission, CATALOGUE, plan(["worldbank"]), now=shapes.NOW)
    path = pack_folder() / "evidence_latest.csv"
    text = path.read_text(encoding="utf-8")
    path.write_text(text.replace(f"BB,BBB,{SERVERS},1.0,2025", f"BB,BBB,{SERVERS},7.0,2026"))
    build(permission, CATALOGUE, plan(["worldbank"]), now=shapes.NOW)
    assert reading("BB", SERVERS).value == 7


def test_other_files_in_the_folder_are_kept(permission, bank) -> None:
    pack_folder().mkdir()
    (pack_folder() / "notes.txt").write_text("mine")
    build(permission, CATALOGUE, plan(["worldbank"]), now=shapes.NOW)
    assert (pack_folder() / "notes.txt").read_text() == "mine"


def test_a_second_run_asks_nothing_again(permission, bank) -> None:
    build(permission, CATALOGUE, plan(["worldbank"]), now=shapes.NOW)
    asked = len(bank.calls)
    build(permission, CATALOGUE, plan(["worldbank"]), now=shapes.NOW)
    assert len(bank.calls) == asked == 5


def test_stopped_in_the_middle_the_old_pack_is_whole_and_the_next_run_goes_on(
    permission, bank
) -> None:
    build(permission, CATALOGUE, plan(["worldbank"]), now=shapes.NOW)
    before = {path.name: path.read_bytes() for path in pack_folder().iterdir()}
    of_ripestat(bank)

    def stop(done: int, total: int, indicator: str) -> None:
        if done == 5:
            raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        build(permission, CATALOGUE, plan(["ripestat"]), progress=stop, now=shapes.NOW)
    assert {path.name: path.read_bytes() for path in pack_folder().iterdir()} == before
    assert [path.name for path in pack_folder().parent.glob("pack*")] == ["pack"]
    asked = len(bank.calls)
    build(permission, CATALOGUE, plan(["ripestat"]), now=shapes.NOW)
    assert len(bank.calls) == asked + 13 * 2 - 5


def test_stopped_while_it_is_written_the_old_pack_is_whole(permission, bank, monkeypatch) -> None:
    build(permission, CATALOGUE, plan(["worldbank"]), now=shapes.NOW)
    before = {path.name: path.read_bytes() for path in pack_folder().iterdir()}

    def full(*_: object) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(refreshing, "read_pack", full)
    with pytest.raises(OSError, match="No space"):
        build(permission, CATALOGUE, plan(["worldbank"]), now=shapes.NOW)
    assert {path.name: path.read_bytes() for path in pack_folder().iterdir()} == before
    assert [path.name for path in pack_folder().parent.glob("pack*")] == ["pack"]


def test_a_run_killed_between_its_last_two_steps_is_mended(permission, bank) -> None:
    build(permission, CATALOGUE, plan(["worldbank"]), now=shapes.NOW)
    (pack_folder() / "notes.txt").write_text("only the old pack has this")
    pack_folder().rename(pack_folder().with_name("pack.before"))
    build(permission, CATALOGUE, plan(["worldbank"]), now=shapes.NOW)
    assert (pack_folder() / "notes.txt").is_file()
    assert [path.name for path in pack_folder().parent.glob("pack*")] == ["pack"]


def test_a_source_that_has_nothing_for_anybody_is_named(permission, bank) -> None:
    bank.get(RPKI).respond(json=shapes.history())
    bank.get(ASNS).respond(json=shapes.ripestat({"countries": []}))
    built = build(permission, CATALOGUE, plan(["ripestat"], ["ZZ"]), now=shapes.NOW)
    assert built.troubles == ("RIPEstat Data API had no value for any country; it may have moved.",)


def test_without_any_list_of_countries_there_is_no_pack(permission, web) -> None:
    web.get(BANK).mock(side_effect=httpx.ConnectError("down"))
    with pytest.raises(NotBuilt, match="could not be reached"):
        build(permission, CATALOGUE, plan(["ripestat"], ["ZZ"]), now=shapes.NOW)
    assert not pack_folder().exists()


@pytest.mark.parametrize(
    ("sources", "countries", "words"),
    [
        (["ripstat"], [], "there is no source ripstat; did you mean ripestat?"),
        ([], ["Kenya"], "Kenya is no country code"),
    ],
)
def test_a_slip_in_what_is_to_be_asked_is_told(sources, countries, words) -> None:
    with pytest.raises(NotBuilt, match=words):
        plan(sources, countries)


def test_a_country_that_is_not_listed_is_told(permission, bank) -> None:
    with pytest.raises(NotBuilt, match="there is no country QQ in the list"):
        build(permission, CATALOGUE, plan(["worldbank"], ["QQ"]), now=shapes.NOW)


def test_a_file_in_the_place_of_the_folder_is_told(permission) -> None:
    pack_folder().write_text("")
    with pytest.raises(NotBuilt, match="name a folder in ASSESS_EVIDENCE_PACK"):
        build(permission, CATALOGUE, plan(["worldbank"]), now=shapes.NOW)


def test_all_countries_are_asked_of_those_that_compare_countries_only(monkeypatch) -> None:
    assert [each.id for each in plan().sources] == ["worldbank", "ripestat", "apnic"]
    assert "pulse" not in [each.id for each in plan([], ["zz"]).sources]
    monkeypatch.setenv("ASSESS_PULSE_TOKEN", "t")
    assert "pulse" in [each.id for each in plan([], ["zz"]).sources]
    assert plan([], ["zz"]).questions(1) == 4 + 2 + 1 + 1 + 1 + 3


class Terminal(StringIO):
    """A person who answers."""

    def isatty(self) -> bool:
        return True


def test_terms_are_told_before_anything_is_sent_and_a_no_sends_nothing(
    web, monkeypatch, capsys
) -> None:
    monkeypatch.setattr(sys, "stdin", Terminal("\n"))
    assert main(["evidence", "refresh", "--countries", "ZZ"]) == 0
    said = capsys.readouterr().out
    for words in ("stat.ripe.net", "CC BY-NC-SA 4.0", "Credit: APNIC Labs", "for you only"):
        assert words in said
    assert said.endswith("Ask them? [y/N] nothing was sent\n")
    assert not web.calls


def test_a_yes_builds_the_pack(bank, monkeypatch, capsys) -> None:
    monkeypatch.setattr(sys, "stdin", Terminal("y\n"))
    assert main(["evidence", "refresh", "--sources", "worldbank"]) == 0
    assert "48 values, 0 of them for your own use only" in capsys.readouterr().out
    assert reading("BB", SERVERS).value == 1


def test_where_nobody_can_be_asked_a_flag_says_yes(bank, monkeypatch, capsys) -> None:
    monkeypatch.setattr(sys, "stdin", StringIO(""))
    assert main(["evidence", "refresh", "--sources", "worldbank"]) == 2
    assert "say --yes if this may be sent" in capsys.readouterr().err
    assert not bank.calls
    assert main(["evidence", "refresh", "--sources", "worldbank", "--yes"]) == 0


def test_switched_on_the_command_line_does_not_ask(bank, monkeypatch) -> None:
    monkeypatch.setenv("ASSESS_LIVE_EVIDENCE", "on")
    monkeypatch.setattr(sys, "stdin", StringIO(""))
    assert main(["evidence", "refresh", "--sources", "worldbank"]) == 0


def test_forbidden_even_a_yes_sends_nothing(web, monkeypatch, capsys) -> None:
    monkeypatch.setenv("ASSESS_LIVE_EVIDENCE", "never")
    assert main(["evidence", "refresh", "--yes"]) == 2
    assert "switched off here" in capsys.readouterr().err
    assert not web.calls


def test_a_source_that_failed_is_told_and_the_exit_says_so(bank, capsys) -> None:
    bank.get(RPKI).respond(500)
    bank.get(ASNS).respond(500)
    given = ["evidence", "refresh", "--sources", "ripestat", "--countries", "ZZ", "--yes"]
    assert main(given) == 1
    assert "RIPEstat Data API answered with the error 500" in capsys.readouterr().out


def test_stopped_by_a_person_it_says_how_to_go_on(bank, monkeypatch, capsys) -> None:
    def stopped(*_: object, **__: object) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr(refreshing, "build", stopped)
    assert main(["evidence", "refresh", "--sources", "worldbank", "--yes"]) == 2
    assert "run the command again to go on" in capsys.readouterr().err


def test_how_far_it_is_is_shown_on_a_terminal(bank, monkeypatch) -> None:
    line = Terminal()
    monkeypatch.setattr(sys, "stderr", line)
    assert main(["evidence", "refresh", "--sources", "worldbank", "--yes"]) == 0
    assert f"2 of 4 {refreshing.LIVE['worldbank'].indicators[2]}" in line.getvalue()
    assert line.getvalue().endswith("\r")
