"""Files from strangers are opened in a process of their own, within limits."""

from __future__ import annotations

import datetime
import json
import sys
from pathlib import Path

import pytest

from assess import airlock, bundle, report
from assess.airlock import child, files, limits, parent
from assess.dossier import Dossier
from assess.errors import FileProblems
from assess.findings import analyse
from assess.text import words
from tests.shipped import LIBRARY

ENGLISH = words()
CASE = "2022-cambodia-national-internet-gateway"
HOSTILE = Path(__file__).resolve().parents[2] / "shared" / "bills" / "hostile"


@pytest.fixture(scope="module")
def assessment():
    return LIBRARY.case(CASE).assessment()


def _report(assessment, kind) -> bytes:
    library = LIBRARY
    ref = assessment.framework
    framework = library.framework(ref.id, ref.version)
    made = report.build(
        framework,
        library.interventions(ref.id, ref.version),
        assessment,
        Dossier(analyse(framework, assessment)),
        ENGLISH,
        made_on=datetime.date(2026, 11, 22),
        version="0.1.0",
    )
    return report.write(made, kind)


def test_an_assessment_file_opens_as_it_was(assessment) -> None:
    assert airlock.open_file(bundle.dumps(assessment).encode(), ENGLISH) == assessment


@pytest.mark.parametrize("kind", report.KINDS)
def test_every_report_opens_as_the_assessment_it_was_made_from(assessment, kind) -> None:
    assert airlock.open_file(_report(assessment, kind), ENGLISH) == assessment


def test_what_is_wrong_with_a_file_comes_back_with_its_place(assessment) -> None:
    document = json.loads(bundle.dumps(assessment))
    document["judgements"][0]["node"] = "unknown-node"
    document["proposal"]["titel"] = "x"
    with pytest.raises(FileProblems) as refused:
        airlock.open_file(json.dumps(document).encode(), ENGLISH)
    told = [str(problem) for problem in refused.value.problems]
    assert any("judgements[0].node" in each and "unknown-node" in each for each in told)
    assert any("titel" in each and "did you mean title?" in each for each in told)


def test_a_file_too_large_is_refused_before_any_process_starts(monkeypatch) -> None:
    monkeypatch.setattr(parent.subprocess, "run", lambda *_a, **_k: pytest.fail("started one"))
    with pytest.raises(FileProblems, match="larger than 20 MB"):
        airlock.open_file(b" " * (airlock.REPORT_LIMIT + 1), ENGLISH)
    assert airlock.REPORT_LIMIT == 4 * bundle.SIZE_LIMIT


def test_a_file_that_takes_too_long_is_refused(monkeypatch) -> None:
    monkeypatch.setattr(files, "WAIT", 0.01)
    with pytest.raises(FileProblems, match="takes too long"):
        airlock.open_file(b"{}", ENGLISH)


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has no such limits")
def test_a_child_that_needs_too_much_is_ended_and_said_so(monkeypatch, tmp_path) -> None:
    greedy = tmp_path / "assess" / "airlock"
    greedy.mkdir(parents=True)
    (greedy / "child.py").write_text(
        "import resource\n"
        "resource.setrlimit(resource.RLIMIT_AS, (2**28, 2**28))\n"
        "x = b'x' * 2**30\n"
    )
    monkeypatch.setattr(parent, "ROOT", tmp_path)
    with pytest.raises(FileProblems, match="more memory or time"):
        airlock.open_file(b"{}", ENGLISH)


def test_the_child_sets_its_limits_before_it_reads(monkeypatch) -> None:
    if sys.platform == "win32":
        pytest.skip("Windows has no such limits")
    import resource

    told = []
    monkeypatch.setattr(resource, "setrlimit", lambda kind, limits: told.append((kind, limits)))
    limits._limit()
    assert (resource.RLIMIT_AS, (airlock.MEMORY, airlock.MEMORY)) in told
    assert (resource.RLIMIT_CPU, (airlock.SECONDS, airlock.SECONDS)) in told
    assert (resource.RLIMIT_FSIZE, (0, 0)) in told


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has no such limits")
def test_time_is_allowed_step_by_step_and_never_beyond_what_was_given(monkeypatch) -> None:
    import resource

    told = []
    monkeypatch.setattr(resource, "setrlimit", lambda kind, limits: told.append((kind, limits)))
    used = resource.getrusage(resource.RUSAGE_SELF)
    spent = used.ru_utime + used.ru_stime
    for most, wanted in ((10_000_000, 7), (5, 7)):
        monkeypatch.setattr(resource, "getrlimit", lambda _, most=most: (most, most))
        airlock.allow(wanted)
    (kind, (first, _)), (_, second) = told
    assert kind == resource.RLIMIT_CPU
    assert spent + 7 <= first <= spent + 10
    assert second == (5, 5)


def test_the_child_knows_nothing_of_the_database(monkeypatch) -> None:
    monkeypatch.setenv("ASSESS_DATABASE_URL", "postgresql://secret@host/name")
    assert "ASSESS_DATABASE_URL" not in airlock.bare_environment()


def test_the_child_reads_what_it_is_given(assessment) -> None:
    assert "assessment" in child._read(bundle.dumps(assessment).encode(), "en")
    assert "problems" in child._read(b"no json", "en")


@pytest.mark.skipif(not HOSTILE.is_dir(), reason="shared data beside the checkout is not there")
def test_hostile_files_are_refused_in_plain_words() -> None:
    for path in sorted(HOSTILE.iterdir()):
        if path.suffix in {".docx", ".xml", ".txt"}:
            with pytest.raises(FileProblems) as refused:
                airlock.open_file(path.read_bytes(), ENGLISH)
            assert "Traceback" not in str(refused.value)
