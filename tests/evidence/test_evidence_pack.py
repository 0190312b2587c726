"""A pack is read whole, or every one of its faults is told with file, line and how to mend it."""

from __future__ import annotations

import struct

import pytest

from assess import airlock
from assess.errors import FileProblems
from assess.evidence import bundled, own_pack, pack_folder, read_pack, tabular, unpack, write_pack
from assess.text import words
from tests.evidence.made_pack import CATALOGUE, PACK, VALUES, add, as_zip, copied, zipped

SERIES, SHUTDOWNS, COUNTRIES = "series.csv", "shutdowns_country_year.csv", "countries.csv"


def value(pack, indicator, country="ZZ"):
    return next(each for each in pack.of(indicator) if each.iso2 == country)


def told(place) -> list[str]:
    with pytest.raises(FileProblems) as refused:
        read_pack(place, CATALOGUE)
    return [str(problem) for problem in refused.value.problems]


def test_a_folder_is_read() -> None:
    pack = read_pack(PACK, CATALOGUE)
    assert len(pack.countries) == 15
    assert value(pack, "internet_users_pct").value == 30
    assert value(pack, "iri_overall").fetched == "2026-11-01"
    assert [each.year for each in pack.history("ZZ")] == [2021, 2024]
    assert [(each.year, each.value) for each in pack.trend("internet_users_pct", "ZZ")] == [
        (2020, 18.5),
        (2022, 25),
    ]
    assert [each.state for each in pack.attempts][:2] == ["rate-limited", "error"]
    assert len(pack.peers("ZZ")) == 12
    assert pack.peers("QZ") == frozenset()
    assert pack.country("XX") is None


def test_what_the_catalogue_does_not_know_is_kept_aside_and_said() -> None:
    assert set(read_pack(PACK, CATALOGUE).aside) == {"unheard_of", "population"}


@pytest.mark.parametrize("prefix", ["", "pack/", "a/b/"])
def test_a_zip_is_read_like_its_folder(prefix, tmp_path) -> None:
    assert unpack(as_zip(prefix), CATALOGUE) == read_pack(PACK, CATALOGUE)
    path = tmp_path / "pack.zip"
    path.write_bytes(as_zip(prefix))
    assert read_pack(path, CATALOGUE) == read_pack(PACK, CATALOGUE)


def test_a_zip_that_somebody_brings_is_read_in_a_child() -> None:
    assert airlock.read_pack_safely(as_zip(), "mine.zip", words()) == read_pack(PACK, CATALOGUE)
    with pytest.raises(FileProblems, match=r"mine\.zip: not a ZIP that can be read"):
        airlock.read_pack_safely(b"<html>", "mine.zip", words())


@pytest.mark.parametrize(
    ("file", "line", "said"),
    [
        (VALUES, "ZZ,ZZZ,nts_servers,,2024,,,,,,,,nts,", "value: missing; add it"),
        (VALUES, "ZZ,ZZZ,nts_servers,many,2024,,,,,,,,nts,", "value: must be a number, not text"),
        (VALUES, "ZZ,ZZZ,nts_servers,nan,2024,,,,,,,,nts,", "value: must be a finite number"),
        (VALUES, "ZZ,ZZZ,nts_servers,-inf,2024,,,,,,,,nts,", "value: must be a finite number"),
        (VALUES, "ZZ,ZZZ,nts_servers,1e999,2024,,,,,,,,nts,", "value: must be a finite number"),
        (VALUES, "ZZ,ZZZ,nts_servers,1,,,,,,,,,nts,", "period: missing; add it"),
        (VALUES, "ZZ,ZZZ,nts_servers,1,soon,,,,,,,,nts,", "period: not a period; write it as"),
        (VALUES, "ZZ,ZZZ,nts_servers,1,2024,-3,,,,,,,nts,", "sample: too small; the least"),
        (VALUES, "ZZ,ZZZ,nts_servers,1,2024,,no,,,,,,nts,", 'thin: "no" is not a choice here'),
        (VALUES, "ZZ,ZZZ,nts_servers,1,2024,,,140,15,,,,nts,", "pct_world: too large; the most"),
        (VALUES, "ZZ,ZZZ,nts_servers,1,2024,,,,,-1,12,,nts,", "pct_income: too small; the least"),
        (VALUES, "ZZ,ZZZ,nts_servers,1,2024,,,50,,,,,nts,", "a percentile needs the number of"),
        (VALUES, "ZZ,ZZZ,nts_servers,1,2024,,,,,,,,hearsay,", "source: there is no source hearsay"),
        (VALUES, "ZZ,ZZZ,nts_servers,1,2024,,,,,,,,,", "source: missing; add it"),
        (VALUES, "zz,ZZZ,nts_servers,1,2024,,,,,,,,nts,", 'iso2: "zz" is no country code; write'),
        (VALUES, "ZZ,ZZ,nts_servers,1,2024,,,,,,,,nts,", 'iso3: "ZZ" is no country code; write'),
        (VALUES, "XA,XAA,nts_servers,1,2024,,,,,,,,nts,", "iso2: there is no country XA in"),
        (
            VALUES,
            "ZZ,QQN,nts_servers,1,2024,,,,,,,,nts,",
            "iso3: QQN is not ZZ, which is ZZZ; mend",
        ),
        (VALUES, "ZZ,ZZZ,nts_servers,1,2024,,,,,,,,nts,1.11.26", "fetched: not a day; write it"),
        (VALUES, "ZZ,ZZZ,iri_overall,41,2025,,,,,,,,pulse,", "the same as in evidence_latest.csv:"),
        (VALUES, "ZZ,ZZZ,nts_servers,1,2024", "5 cells where the first line has 14; mend the"),
        (VALUES, "ZZ,ZZZ,nts_servers,1,2024,,,,,,,a\x07b,nts,", "note: character 2 (U+0007) is a"),
        (SERIES, "ABC,internet_users_pct,2020,1", "iso3: there is no country ABC in countries.csv"),
        (SERIES, "ZZZ,internet_users_pct,20,1", "year: too small; the least allowed is 1900"),
        (SERIES, "ZZZ,internet_users_pct,2020,9", "the same as in series.csv:3; keep one of them"),
        (SHUTDOWNS, "ZZ,ZZZ,2020,-1,0,0,0", "records: too small; the least allowed is 0"),
        (SHUTDOWNS, "ZZ,ZZZ,2020,x,0,0,0", "records: must be a whole number, not text"),
        (COUNTRIES, "ZZ,ZZZ,Again,,", "the same as in countries.csv:2; keep one of them"),
        (COUNTRIES, "XA,XAA,,,", "name: missing; add it"),
        (COUNTRIES, "XA,XAA,A,,rich", 'wb_income_group: "rich" is not a choice here; use one of'),
        ("attempts.csv", "ZZ,nts_servers,ok,2026-11-01,", 'state: "ok" is not a choice here'),
    ],
)
def test_a_bad_row_is_told_with_its_line_and_how_to_mend_it(tmp_path, file, line, said) -> None:
    folder = copied(tmp_path)
    number = add(folder, file, line)
    (found,) = told(folder)
    assert found.startswith(f"{file}:{number}: ")
    assert said in found


@pytest.mark.parametrize(
    "column", ["iso2", "indicator", "value", "period", "pct_world", "n_income", "source"]
)
def test_a_missing_column_is_named(tmp_path, column) -> None:
    folder = copied(tmp_path)
    path = folder / VALUES
    text = path.read_text(encoding="utf-8").replace(f"{column},", "was_it,", 1)
    path.write_text(text.replace(",source,", ",was_it,", 1) if column == "source" else text)
    (found,) = told(folder)
    assert found == (
        f"{VALUES}:1: there is no column {column}; add it, or take the publisher's own file"
    )


def test_all_faults_of_all_files_come_at_once(tmp_path) -> None:
    folder = copied(tmp_path)
    add(folder, VALUES, "ZZ,ZZZ,nts_servers,x,2024,-1,,,,,,,nts,")
    add(folder, SERIES, "ZZZ,internet_users_pct,2023,x")
    (folder / SHUTDOWNS).write_text("iso2\nZZ\n")
    assert [each.split(":")[0] for each in told(folder)] == [VALUES, VALUES, SHUTDOWNS, SERIES]


def test_of_very_many_faults_the_first_hundred_are_told(tmp_path) -> None:
    folder = copied(tmp_path)
    add(folder, VALUES, *["ZZ,ZZZ,nts_servers,x,2024,,,,,,,,nts,"] * 150)
    found = told(folder)
    assert len(found) == 101
    assert found[-1].endswith("and 50 more; mend these first")


@pytest.mark.parametrize("name", [VALUES, COUNTRIES])
def test_without_its_two_files_it_is_no_pack(tmp_path, name) -> None:
    folder = copied(tmp_path)
    (folder / name).unlink()
    (found,) = told(folder)
    assert f"no pack of evidence: {name} is missing; add it" in found


@pytest.mark.parametrize(
    ("content", "said"),
    [
        (b"\xff\xfeiso2", ":1: not UTF-8 text; save it as CSV with the encoding UTF-8"),
        (b"", ":1: there is no column iso2"),
        (b"<html><body>Sign in</body></html>", ":1: there is no column iso2"),
        (b"\x00\x01\x02", ":1: "),
        (b'iso2,iso2,"x', "not CSV that can be read"),
    ],
)
def test_what_is_no_csv_is_said_to_be_none(tmp_path, content, said) -> None:
    folder = copied(tmp_path)
    (folder / VALUES).write_bytes(content)
    (found,) = told(folder)
    assert said in found


def test_too_much_is_refused_and_not_read(tmp_path, monkeypatch) -> None:
    folder = copied(tmp_path)
    monkeypatch.setattr(tabular, "ROWS", 10)
    assert "evidence_latest.csv:12: more than 10 rows" in "".join(told(folder))
    monkeypatch.setattr(bundled, "FILE_LIMIT", 1024)
    assert told(folder) == ["evidence_latest.csv: larger than 0 MB; a pack needs less"]


HEAD = b"iso2,iso3,name,un_sdg_region,wb_income_group\n"


@pytest.mark.parametrize(
    ("data", "said"),
    [
        (b"", "not a ZIP that can be read"),
        (b"PK\x03\x04 and no more", "not a ZIP that can be read"),
        (zipped({"readme.txt": b"hello"}), "countries.csv, evidence_latest.csv is missing"),
        (zipped({f"{n}.txt": b"" for n in range(201)}), "more than 200 files"),
        (zipped({COUNTRIES: HEAD, f"x/{COUNTRIES}": HEAD}), "is there twice, in two folders"),
        (zipped({COUNTRIES: b" " * (bundled.FILE_LIMIT + 1)}), "larger than 10 MB"),
        (b" " * (bundled.ZIP_LIMIT + 1), "larger than 20 MB"),
    ],
)
def test_a_zip_made_badly_or_to_harm_is_refused(data, said) -> None:
    with pytest.raises(FileProblems, match=said):
        unpack(data, CATALOGUE, "mine.zip")


def test_a_zip_that_lies_about_its_sizes_is_refused() -> None:
    data = bytearray(zipped({COUNTRIES: HEAD * 400}))
    at = data.rfind(b"PK\x01\x02") + 24
    data[at : at + 4] = struct.pack("<I", 10)  # says: ten bytes when unpacked
    with pytest.raises(FileProblems, match="not a ZIP that can be read"):
        unpack(bytes(data), CATALOGUE)


def test_a_zip_damaged_on_its_way_is_refused() -> None:
    data = bytearray(zipped({COUNTRIES: HEAD * 400}))
    data[30 + len(COUNTRIES)] = 0xFF  # where the packed bytes begin: no such kind of block
    with pytest.raises(FileProblems, match="not a ZIP that can be read"):
        unpack(bytes(data), CATALOGUE)


def test_a_zip_with_a_password_is_refused() -> None:
    data = bytearray(as_zip())
    for start in range(len(data) - 4):
        if data[start : start + 4] in (b"PK\x01\x02", b"PK\x03\x04"):
            data[start + (8 if data[start + 2] == 1 else 6)] |= 1
    with pytest.raises(FileProblems, match="pack the folder anew, without a password"):
        unpack(bytes(data), CATALOGUE)


def test_a_file_of_what_may_not_be_passed_on_is_read_beside_the_other(tmp_path) -> None:
    folder = copied(tmp_path)
    head = (folder / VALUES).read_text(encoding="utf-8").splitlines()[0]
    private = folder / "evidence_private.csv"
    private.write_text(f"{head}\nZZ,ZZZ,ixp_count,2,2026-10,,,,,,,,peeringdb,\n", encoding="utf-8")
    assert value(read_pack(folder, CATALOGUE), "ixp_count").source == "peeringdb"
    add(folder, private.name, "ZZ,ZZZ,iri_overall,41,2025-06,,,,,,,,pulse,")
    (found,) = told(folder)
    assert found.startswith("evidence_private.csv:3: the same as in evidence_latest.csv:")


def test_a_pack_written_is_the_pack_read(tmp_path) -> None:
    pack = read_pack(PACK, CATALOGUE)
    folder = tmp_path / "new" / "folder"
    write_pack(pack, folder, CATALOGUE)
    again = read_pack(folder, CATALOGUE)
    assert set(again.entries) == set(pack.entries)
    assert again.aside == ()
    rest = {"entries": (), "aside": ()}
    assert again.model_copy(update=rest) == pack.model_copy(update=rest)
    text = (folder / VALUES).read_text(encoding="utf-8")
    assert ",wdi," in text
    assert "17.9" not in text
    assert ",pulse," not in text, "what may not be passed on stands in a file of its own"
    assert ",pulse," in (folder / "evidence_private.csv").read_text(encoding="utf-8")
    assert not list(folder.glob("*.unfinished"))


@pytest.mark.parametrize(
    ("environment", "folder"),
    [
        ({"ASSESS_EVIDENCE_PACK": "/some/pack", "XDG_DATA_HOME": "/data"}, "/some/pack"),
        ({"XDG_DATA_HOME": "/data"}, "/data/assess/evidence"),
        (
            {"XDG_DATA_HOME": "not/absolute", "HOME": "/people/zz"},
            "/people/zz/.local/share/assess/evidence",
        ),
    ],
)
def test_ones_own_pack_is_where_the_environment_says(monkeypatch, environment, folder) -> None:
    monkeypatch.setenv("HOME", "/people/zz")
    assert pack_folder(environment).as_posix() == folder


def test_ones_own_pack_may_be_there_or_not(monkeypatch, tmp_path) -> None:
    monkeypatch.setenv("ASSESS_EVIDENCE_PACK", str(tmp_path / "none"))
    assert own_pack(CATALOGUE) is None
    monkeypatch.setenv("ASSESS_EVIDENCE_PACK", str(tmp_path))
    assert own_pack(CATALOGUE) is None
    monkeypatch.setenv("ASSESS_EVIDENCE_PACK", str(PACK))
    assert own_pack(CATALOGUE) == read_pack(PACK, CATALOGUE)
