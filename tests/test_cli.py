"""The command line: what it prints, its exit codes, and one plain line where it cannot."""

from __future__ import annotations

import io
import json
import os
import re
import subprocess
import sys
from pathlib import Path

import pytest

from assess import bundle, cli
from assess.library import CHECKOUT, Library
from tests.made_library import CASE, copied
from tests.shipped import LIBRARY

CAMBODIA = "2022-cambodia-national-internet-gateway"
CASES = LIBRARY.case_ids()


class Ran:
    """What a command gave back."""

    def __init__(self, code: int, out: str, err: str) -> None:
        self.code, self.out, self.err = code, out, err


@pytest.fixture(autouse=True)
def one_library(monkeypatch: pytest.MonkeyPatch) -> None:
    """The shipped files are read once, not by every command; they are the same for all."""
    monkeypatch.setattr("assess.library.Library", lambda: LIBRARY)


@pytest.fixture
def run(capsys: pytest.CaptureFixture[str]):
    def run(*arguments: str) -> Ran:
        code = cli.main(list(arguments))
        said = capsys.readouterr()
        return Ran(code, said.out, said.err)

    return run


@pytest.fixture
def assessment(tmp_path: Path) -> Path:
    path = tmp_path / "cambodia.json"
    path.write_text(bundle.dumps(LIBRARY.case(CAMBODIA).assessment()), encoding="utf-8")
    return path


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        ("", "the following arguments are required: COMMAND; see assess --help"),
        (
            "judge x",
            "there is no command judge; the commands are check, screen, analyse, compare",
        ),
        ("analyse", "the following arguments are required: ASSESSMENT; see assess analyse --help"),
        ("analyse x --loud", "unrecognized arguments: --loud"),
        (f"analyse {CAMBODIA} --draft d9", "there is no draft 'd9'; there is d1"),
        (f"analyse {CAMBODIA} --assessor a9", "there is no assessor 'a9'; there is a1"),
        (f"compare {CAMBODIA}", "one draft, judged by one person: there is nothing to compare"),
        ("compare nowhere.json", "nowhere.json: no such file or directory"),
        ("analyse nowhere.json", "nowhere.json: no such file or directory"),
        ("analyse nowhere.yaml", "nowhere.yaml: no such file or directory; check the name"),
        ("analyse tests", "tests: is a directory"),
        ("analyse Makefile", "Makefile: no assessment is inside this file"),
        ("check nowhere", "nowhere: no such file or directory"),
        ("cases 1999-nothing", "there is no case 1999-nothing; "),
        (
            f"report {CAMBODIA} --to x",
            "a report ends in one of .html, .docx, .pdf, .md, .json, .ttl,",
        ),
        (f"report {CAMBODIA} --to x.md --lang xx", "--lang xx: the languages are en"),
        (f"report {CAMBODIA} --to x.md --audience x", "the papers are brief, one-page, submission"),
        (f"report {CAMBODIA} --to nowhere/x.md", "nowhere/x.md: no such file or directory"),
        ("serve --port 0", "0 is no port; give a number from 1 to 65535"),
        ("serve --port http", "http is no port"),
    ],
)
def test_what_cannot_be_done_is_told_in_one_line(
    run, monkeypatch: pytest.MonkeyPatch, arguments: str, words: str
) -> None:
    monkeypatch.chdir(CHECKOUT)
    ran = run(*arguments.split())
    assert ran.code == 2
    assert words in ran.err
    assert ran.err.startswith("assess: ")
    assert ran.err.count("\n") == 1
    assert ran.out == ""


def test_help_names_every_command(capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit) as left:
        cli.main(["--help"])
    assert left.value.code == 0
    said = capsys.readouterr().out
    assert all(
        name in said
        for name in ("check", "screen", "analyse", "compare", "report", "cases", "serve")
    )


def test_a_file_with_several_problems_tells_the_first_and_how_many_more(
    run, tmp_path: Path, assessment: Path
) -> None:
    document = json.loads(assessment.read_text(encoding="utf-8"))
    document["judgements"][0]["node"] = "nowhere"
    document["judgements"][1]["answer"] = "perhaps"
    assessment.write_text(json.dumps(document), encoding="utf-8")
    ran = run("analyse", str(assessment))
    assert ran.code == 2
    assert ran.err.endswith(" (and 1 more; assess check names them all)\n")
    ran = run("check", str(assessment))
    assert ran.code == 1
    assert ran.out.count("\n") == 2


def test_check_says_that_nothing_is_wrong(run, assessment: Path) -> None:
    ran = run("check", str(assessment))
    assert (ran.code, ran.out) == (0, "nothing wrong in 1 path\n")


def test_check_looks_at_the_whole_library(run) -> None:
    ran = run("check")
    count = len(LIBRARY.files())
    assert (ran.code, ran.out) == (0, f"nothing wrong in {count} files\n")


def test_analyse_tells_the_verdict_the_nodes_and_what_is_missing(run) -> None:
    ran = run("analyse", CAMBODIA)
    assert ran.code == 0
    lines = ran.out.splitlines()
    assert lines[2].startswith("Breaks a critical property: likely (")
    rows = [line for line in lines if line.startswith(("CP", "E", "G"))]
    assert len(rows) == 19
    assert "Decentralized Management and a Single Distributed Routing System" in rows[2]
    assert "major harm: likely (" in rows[2]
    assert "judged: no effect" in rows[1]
    assert "not known" in rows[11]
    assert "What is missing" in lines
    assert "To think over" in lines


@pytest.mark.parametrize("slug", CASES)
def test_findings_are_one_json_document_the_same_on_every_run(run, slug: str) -> None:
    first = run("analyse", slug, "--json")
    assert json.loads(first.out)["format"] == "assess-findings/1"
    assert first.out == run("analyse", slug, "--json").out
    assert first.err == ""


def test_a_case_its_file_and_its_assessment_give_the_same_findings(
    run, assessment: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    said = run("analyse", CAMBODIA, "--json").out
    assert run("analyse", str(assessment), "--json").out == said
    case = CHECKOUT / "cases" / CAMBODIA / "case.yaml"
    assert run("analyse", str(case), "--json").out == said
    stream = io.TextIOWrapper(io.BytesIO(assessment.read_bytes()))
    monkeypatch.setattr(sys, "stdin", stream)
    assert run("analyse", "-", "--json").out == said


@pytest.mark.parametrize("kind", ["html", "docx", "pdf", "md", "json"])
def test_a_report_carries_its_assessment(run, tmp_path: Path, kind: str) -> None:
    path = tmp_path / f"brief.{kind}"
    ran = run("report", CAMBODIA, "--to", str(path))
    assert (ran.code, ran.out, ran.err) == (0, "", "")
    said = run("analyse", CAMBODIA, "--json").out
    assert run("analyse", str(path), "--json").out == said


def test_a_submission_says_on_the_error_stream_how_long_it_is(run, tmp_path: Path) -> None:
    path = tmp_path / "paper.md"
    ran = run("report", CAMBODIA, "--to", str(path), "--audience", "submission")
    assert (ran.code, ran.out) == (0, "")
    assert re.fullmatch(r"[\d,]+ words\n", ran.err)
    assert path.read_text("utf-8").startswith("*Submission*")


def test_only_the_law_of_an_assessment_is_looked_through_for_words(
    run, assessment: Path, tmp_path: Path
) -> None:
    path = tmp_path / "brief.md"
    run("report", str(assessment), "--to", str(path), "--audience", "annex")
    assert "## What only words point to" in path.read_text("utf-8")
    run("report", CAMBODIA, "--to", str(path))
    assert "## Provision by provision" in path.read_text("utf-8")
    assert "words point to" not in path.read_text("utf-8")


def test_a_faulty_standard_input_is_called_by_its_name(
    run, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(b"{")))
    assert "standard input" in run("analyse", "-").err


def test_cases_are_listed_and_one_is_told_in_full(run) -> None:
    listed = run("cases")
    assert (listed.code, listed.out.count("\n")) == (0, len(CASES))
    told = run("cases", CAMBODIA).out
    assert "Cambodia" in told
    assert "https://www.internetsociety.org/" in told
    assert "; seen: excerpt)" in told
    assert f"Findings: assess analyse {CAMBODIA}" in told


def test_cases_as_json_are_one_document(run) -> None:
    document = json.loads(run("cases", "--json").out)
    assert document["format"] == "assess-cases/1"
    assert [case["id"] for case in document["cases"]] == list(CASES)
    assert json.loads(run("cases", CAMBODIA, "--json").out)["format"] == "assess-case/1"


def test_the_cases_near_an_assessment_are_told_with_what_that_is_made_of(run) -> None:
    told = run("cases", "--near", CAMBODIA).out
    assert CAMBODIA not in told, "a case is no precedent of its own"
    assert "of 30 points that both judge" in told
    near = json.loads(run("cases", "--near", CAMBODIA, "--json").out)
    assert near["format"] == "assess-precedents/1"
    distances = [each["distance"] for each in near["nearest"]]
    assert distances == sorted(distances)
    assert set(near["nearest"][0]) == {"name", "distance", "common", "shared", "apart"}
    assert run("cases", CAMBODIA, "--near", CAMBODIA).code == 2


def test_cases_that_cannot_be_loaded_are_not_passed_over_in_silence(
    run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    root = copied(tmp_path)
    monkeypatch.setattr("assess.library.Library", lambda: Library(root))
    assert run("cases").code == 0
    (root / CASE).write_text("id: 2020-example\n", encoding="utf-8")
    ran = run("cases")
    assert (ran.code, ran.out) == (1, "no cases here\n")
    assert ran.err == "some cases could not be loaded; assess check says why\n"
    assert run("cases", "--json").out == '{\n  "cases": [],\n  "format": "assess-cases/1"\n}\n'
    assert run("analyse", "2020-example").err.startswith("assess: ")


def test_a_case_still_without_outcome_or_title_is_told_as_far_as_it_goes(
    run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    root = copied(tmp_path)
    monkeypatch.setattr("assess.library.Library", lambda: Library(root))
    text = (root / CASE).read_text(encoding="utf-8")
    short = text[: text.index("recommendations:")].replace(
        "  title: Locked Doors Act\n  jur", "  jur"
    )
    (root / CASE).write_text(short, encoding="utf-8")
    assert "Outcome" not in run("cases", "2020-example").out
    assert run("cases").out == "2020-example  An example\n"
    assert run("analyse", "2020-example").out.startswith("Weakens materially")


def test_the_app_is_not_served_from_anywhere_else(
    run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("assess.library.CHECKOUT", tmp_path)
    ran = run("serve")
    assert ran.code == 2
    assert "streamlit_app.py: the app runs from a checkout; clone the repository first" in ran.err


def test_the_app_is_served_from_the_checkout(run, monkeypatch: pytest.MonkeyPatch) -> None:
    started: list[tuple[str, list[str], str]] = []
    monkeypatch.chdir("/")
    monkeypatch.setattr(os, "execv", lambda path, args: started.append((path, args, os.getcwd())))
    run("serve", "--port", "8123")
    (path, arguments, folder) = started[0]
    assert path == sys.executable
    assert " ".join(arguments[1:]) == "-m streamlit run streamlit_app.py --server.port 8123"
    assert folder == str(CHECKOUT)


def program(*arguments: str, **more: object) -> subprocess.Popen[bytes]:
    return subprocess.Popen(
        [sys.executable, "-m", "assess", *arguments],
        cwd=CHECKOUT,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        **more,
    )


def test_a_reader_who_leaves_early_is_no_accident() -> None:
    running = program("analyse", CAMBODIA, "--json")
    assert running.stdout is not None
    assert running.stderr is not None
    running.stdout.close()
    said = running.stderr.read()
    running.stderr.close()
    assert (running.wait(), said) == (2, b"")


def test_control_c_is_told_in_one_line(monkeypatch: pytest.MonkeyPatch, run) -> None:
    def interrupted(*_: object) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr(cli.analyse, "open_", interrupted)
    ran = run("analyse", CAMBODIA)
    assert (ran.code, ran.err) == (2, "assess: stopped\n")


def test_output_is_utf_8_whatever_the_terminal_says() -> None:
    running = program("analyse", CAMBODIA, env={"PYTHONIOENCODING": "ascii", "LC_ALL": "C"})
    out, err = running.communicate()
    assert (running.returncode, err) == (0, b"")
    assert "–" in out.decode("utf-8")
