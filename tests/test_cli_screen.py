"""`assess screen`: three lists, always, and what could not be read named."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from assess import cli

LAW = """Article 1
Scope
This Act applies to operators of networks.

Article 2
National gateway
All operators shall route international traffic through the national internet gateway.

Article 3
Entry into force
This Act enters into force on the day after its publication.
"""


@pytest.fixture
def law(tmp_path: Path) -> str:
    path = tmp_path / "law.txt"
    path.write_text(LAW, encoding="utf-8")
    return str(path)


def test_a_law_falls_into_three_lists_and_nothing_is_called_harmless(
    law: str, capsys: pytest.CaptureFixture[str]
) -> None:
    assert cli.main(["screen", law, "--lang", "en"]) == 0
    said = capsys.readouterr().out
    assert "3 articles, 1 to 3, no gap" in said
    assert "- 2: Mandatory national gateway: “" in said
    assert "Not matched, unread by anyone yet (" in said
    assert "A match is a hint, not a finding" in said
    assert "no impact" not in said.lower()


def test_a_screening_is_one_json_document_with_places_in_the_text(
    law: str, capsys: pytest.CaptureFixture[str]
) -> None:
    assert cli.main(["screen", law, "--json", "--lang", "en"]) == 0
    told = json.loads(capsys.readouterr().out)
    assert told["format"] == "assess-screening/1"
    assert told["chain"] == "3 articles, 1 to 3, no gap"
    second = next(each for each in told["provisions"] if each["id"] == "2")
    named = {match["intervention"] for match in second["matches"]}
    assert "mandatory-national-gateway" in named


def test_a_file_that_cannot_be_read_is_named_and_the_others_are_screened(
    law: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    broken = tmp_path / "broken.pdf"
    broken.write_bytes(b"%PDF-1.7 nothing more")
    assert cli.main(["screen", str(broken), law, "--lang", "en"]) == 1
    said = capsys.readouterr()
    assert "broken.pdf" in said.err
    assert said.err.count("\n") == 1
    assert "Mandatory national gateway" in said.out


def test_a_language_without_words_leaves_everything_unread(
    law: str, capsys: pytest.CaptureFixture[str]
) -> None:
    assert cli.main(["screen", law, "--lang", "fi"]) == 0
    said = capsys.readouterr().out
    assert "Language: fi (none); 0 terms" in said
    assert "nothing could match; name a language with --lang" in said
    assert "Not matched, unread by anyone yet (3; 100% of the text)" in said
