"""The brief: a preview and four files."""

from __future__ import annotations

import json

import pytest

from assess.assessment import Assessment
from assess.ui.views.brief import file_name
from tests.ui.conftest import Opened


@pytest.mark.parametrize("which", ["empty", "partial", "full"])
def test_it_is_previewed_and_offered_in_every_format(
    reader: Opened, request: pytest.FixtureRequest, which: str
) -> None:
    assessment: Assessment = request.getfixturevalue(which)
    page = reader(assessment).open("brief")
    assert page.title == "The brief"
    assert [each.label for each in page.test.get("download_button")] == [
        "Word (DOCX)",
        "Web page (HTML)",
        "Plain text (Markdown)",
        "Answers only (JSON)",
    ]
    (shown,) = page.test.get("bidi_component")
    assert assessment.proposal.title in json.loads(shown.proto.json)["page"]


def test_it_says_what_words_of_the_law_point_to_beside_what_was_answered(
    reader: Opened, full: Assessment
) -> None:
    (shown,) = reader(full).open("brief").test.get("bidi_component")
    written = json.loads(shown.proto.json)["page"]
    assert "Provision by provision" in written
    assert "What only words point to" in written


@pytest.mark.parametrize(
    ("title", "name"),
    [
        ("Gateway Act", "gateway-act"),
        ("  ../../etc/passwd ", "etc-passwd"),
        ("Закон о связи", "закон-о-связи"),
        ("", "internet-impact-brief"),
        ("///", "internet-impact-brief"),
        ("x" * 200, "x" * 60),
    ],
)
def test_files_are_named_by_the_title_s_letters_and_digits(title: str, name: str) -> None:
    assert file_name(title) == name
