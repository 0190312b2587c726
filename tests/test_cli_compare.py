"""`assess compare`: one file with several drafts or people, several files, and what is refused."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from assess import bundle, cli
from assess.assessment import Assessment, Assessor, FrameworkRef
from assess.library import Library
from tests.shipped import LIBRARY

CAMBODIA = "2022-cambodia-national-internet-gateway"
NIS2 = "2021-european-union-nis2-root-servers"
GATEWAY = "decentralized-management-distributed-routing"


@pytest.fixture
def cambodia() -> Assessment:
    return LIBRARY.case(CAMBODIA).assessment()


def written(path: Path, assessment: Assessment) -> str:
    path.write_text(bundle.dumps(assessment), encoding="utf-8")
    return str(path)


def milder(assessment: Assessment, assessor: str = "a1") -> Assessment:
    """The same answers by somebody for whom the gateway brings minor harm."""
    changed = [
        each.model_copy(
            update={"assessor": assessor}
            | ({"harm": "minor", "rationale": "Few pass it."} if each.node == GATEWAY else {})
        )
        for each in assessment.judgements
    ]
    return assessment.replace(judgements=tuple(changed), assessors=(Assessor(id=assessor),))


def test_the_drafts_of_one_file_stand_side_by_side(capsys: pytest.CaptureFixture[str]) -> None:
    assert cli.main(["compare", NIS2]) == 0
    said = capsys.readouterr().out
    assert "As proposed, with root name servers" in said
    assert "harm falls on 10 and rises on 0 of 19" in said
    assert "provision root servers" in said


def test_two_versions_of_an_assessment_are_options(
    tmp_path: Path, cambodia: Assessment, capsys: pytest.CaptureFixture[str]
) -> None:
    drafts = (cambodia.drafts[0].model_copy(update={"label": "amended"}),)
    other = milder(cambodia).replace(drafts=drafts)
    files = [written(tmp_path / "a.json", cambodia), written(tmp_path / "b.json", other)]
    assert cli.main(["compare", *files, "--json"]) == 0
    told = json.loads(capsys.readouterr().out)
    assert len(told["drafts"]["options"]) == 2
    assert told["assessors"] == []


def test_one_file_a_person_on_the_same_text_gives_where_they_differ(
    tmp_path: Path, cambodia: Assessment, capsys: pytest.CaptureFixture[str]
) -> None:
    files = [written(tmp_path / "a.json", cambodia), written(tmp_path / "b.json", milder(cambodia))]
    assert cli.main(["compare", *files, "--json"]) == 0
    told = json.loads(capsys.readouterr().out)
    assert told["drafts"] is None
    assert [each["node"] for each in told["assessors"][0]["dissents"]] == [GATEWAY]


def test_what_is_made_against_another_framework_version_is_refused(
    tmp_path: Path,
    cambodia: Assessment,
    capsys: pytest.CaptureFixture[str],
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    other = cambodia.replace(framework=FrameworkRef(id=cambodia.framework.id, version="1.1.0"))
    here = LIBRARY.framework_of(cambodia)
    monkeypatch.setattr(Library, "framework", lambda *_: here)
    monkeypatch.setattr(Library, "interventions", lambda *_: None)
    files = [written(tmp_path / "a.json", cambodia), written(tmp_path / "b.json", other)]
    assert cli.main(["compare", *files]) == 2
    said = capsys.readouterr().err
    assert "only findings of the same framework version can be compared" in said
    assert "b.json" in said


def test_the_report_of_a_draft_can_be_asked_for(tmp_path: Path) -> None:
    path = tmp_path / "brief.md"
    assert cli.main(["report", NIS2, "--to", str(path), "--draft", "d2"]) == 0
    text = path.read_text(encoding="utf-8")
    assert "As adopted, without root name servers" in text
