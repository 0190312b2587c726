"""`assess evidence`: each indicator with state, value, date, source and what it cannot say."""

from __future__ import annotations

import json

import pytest

from assess import cli
from tests.evidence.made_pack import CATALOGUE, PACK, VALUES, add, as_zip, copied


@pytest.fixture
def run(capsys, monkeypatch, tmp_path):
    monkeypatch.setenv("ASSESS_EVIDENCE_PACK", str(tmp_path / "none"))

    def run(*arguments: str) -> tuple[int, str, str]:
        code = cli.main(["evidence", *arguments])
        said = capsys.readouterr()
        return code, said.out, said.err

    return run


def test_a_country_is_told_with_source_date_and_what_it_cannot_say(run) -> None:
    code, out, err = run("ZZ", "--pack", str(PACK))
    assert (code, err) == (0, "")
    lines = [line.strip() for line in out.splitlines()]
    assert lines[0] == "Made-up ZZ (ZZ)"
    assert "Left aside, not in the catalogue: unheard_of, population" in lines
    at = lines.index("People using the Internet: 30 % of population")
    assert lines[at + 1 : at + 5] == [
        "2024; World Development Indicators",
        "https://data.worldbank.org",
        "Higher than 18% of the other 14 countries measured.",
        "Higher than 23% of the other 11 in its income group.",
    ]
    assert lines[at + 5].startswith("Cannot say: How fast, dear, free or good that use is.")
    assert sum(line.startswith("Cannot say: ") for line in lines) == len(CATALOGUE.indicators)
    assert "fetched 1 November 2026" in out
    assert "They show no effect of any law." in lines[-1]


def test_as_json_every_reading_stands_with_its_source_and_its_state(run) -> None:
    code, out, _ = run("zz", "--json", "--pack", str(PACK))
    document = json.loads(out)
    assert code == 0
    assert (document["format"], document["country"]) == ("assess-evidence/1", "ZZ")
    assert len(document["readings"]) == 41
    by_id = {each["indicator"]: each for each in document["readings"]}
    users = by_id["internet_users_pct"]
    assert (users["state"], users["value"], users["period"]) == ("ok", 30.0, "2024")
    assert users["world"] == {"percentile": 17.9, "n": 15}
    assert users["source"]["licence"] == "CC BY 4.0"
    assert by_id["https_pct"]["value"] is None
    assert all(e["cannot_say"] and e["source"]["url"] for e in document["readings"])
    assert {each["measured"] for each in document["silent"]} == {"none", "little"}


def test_without_a_pack_it_says_so_and_what_each_indicator_cannot_say(run) -> None:
    code, out, _ = run("ZZ")
    assert code == 0
    assert "No pack of evidence is here; name one with --pack." in out
    assert "0 of 41 indicators have a value." in out
    document = json.loads(run("ZZ", "--json")[1])
    assert document["pack"] is None
    assert {each["value"] for each in document["readings"]} == {None}


def test_ones_own_pack_is_used_where_none_is_named(run, monkeypatch) -> None:
    monkeypatch.setenv("ASSESS_EVIDENCE_PACK", str(PACK))
    assert f"Pack: {PACK.as_posix()}" in run("ZZ")[1]


def test_a_zip_is_a_pack_too(run, tmp_path) -> None:
    path = tmp_path / "mine.zip"
    path.write_bytes(as_zip())
    assert "People using the Internet: 30 % of population" in run("ZZ", "--pack", str(path))[1]


@pytest.mark.parametrize(
    ("country", "said"),
    [
        ("Kenya", "Kenya is no country code; write two letters, as in KE"),
        ("Z1", "Z1 is no country code; write two letters, as in KE"),
        ("XA", "there is no country XA in the pack; mend the code"),
    ],
)
def test_a_country_that_is_none_is_refused_in_one_line(run, country, said) -> None:
    assert run(country, "--pack", str(PACK)) == (2, "", f"assess: {said}\n")


def test_a_broken_pack_is_refused_in_one_line(run, tmp_path) -> None:
    folder = copied(tmp_path)
    line = add(folder, VALUES, "ZZ,ZZZ,nts_servers,x,2024,-1,,,,,,,nts,")
    code, out, err = run("ZZ", "--pack", str(folder))
    assert (code, out) == (2, "")
    told = f"{VALUES}:{line}: value: must be a number, not text"
    assert err == f"assess: {told} (and 1 more; assess check names them all)\n"
    assert "no such file" in run("ZZ", "--pack", str(tmp_path / "nowhere"))[2]
