"""`assess report --second`: a paper in two languages, from the command line."""

from __future__ import annotations

from pathlib import Path

import pytest

from assess import cli
from assess.cli.opened import open_

CAMBODIA = "2022-cambodia-national-internet-gateway"


def test_a_second_language_stands_beside_the_first(tmp_path: Path) -> None:
    path = tmp_path / "paper.md"
    paper = ["report", CAMBODIA, "--to", str(path), "--audience", "one-page"]
    assert cli.main([*paper, "--lang", "en", "--second", "fr"]) == 0
    said = path.read_text("utf-8")
    assert "## What it would do / " in said
    assert "*English*" in said
    assert "*français*" in said
    assert open_(str(path)).assessment == open_(CAMBODIA).assessment


def test_linked_data_has_no_second_language(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    path = tmp_path / "paper.ttl"
    assert cli.main(["report", CAMBODIA, "--to", str(path), "--second", "fr"]) == 2
    assert "linked data has one language; leave out --second" in capsys.readouterr().err


@pytest.mark.parametrize("second", ["xx", "en"])
def test_a_second_language_that_is_not_there_or_is_the_first_is_refused(
    second: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    path = tmp_path / "paper.md"
    assert cli.main(["report", CAMBODIA, "--to", str(path), "--second", second]) == 2
    assert f"--second {second}: beside en there is fr" in capsys.readouterr().err
    assert not path.exists()
