"""Measurements on the pages: beside a question and by country, with and without a pack."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from assess.assessment import Assessment
from assess.evidence import live_sources, switch
from assess.ui import state
from tests.ui.conftest import Opened

PACK = Path(__file__).resolve().parents[1] / "evidence" / "data" / "pack"
NODE = "available-capacity"
UNMEASURED = "technology-neutral-general-purpose"


@pytest.fixture(autouse=True)
def nothing_kept(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """No pack on this computer and nothing fetched before."""
    monkeypatch.setenv("ASSESS_EVIDENCE_PACK", str(tmp_path / "no-pack"))
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "cache"))


@pytest.fixture
def pack(tmp_path: Path) -> None:
    """The made-up pack of a country ZZ and a few others."""
    shutil.copytree(PACK, tmp_path / "no-pack")


def of(empty: Assessment, country: str) -> Assessment:
    return empty.replace(proposal=empty.proposal.model_copy(update={"country": country}))


def test_without_a_pack_the_page_works_and_says_what_is_missing(
    reader: Opened, empty: Assessment
) -> None:
    page = reader(of(empty, "KE")).open("country")
    assert page.title == "What has been measured"
    assert "No pack of evidence is on this computer" in page.text
    assert "Import a pack, or build your own." in page.text
    assert "None of these is a zero" in page.text


def test_the_page_needs_no_assessment(reader: Opened) -> None:
    page = reader().open("country")
    assert page.title == "What has been measured"
    assert "What nobody measures by country" in page.text


def test_what_nobody_measures_names_the_question_to_ask_instead(reader: Opened) -> None:
    text = reader().open("country").text
    assert text.count("Ask instead") == len(state.catalogue().silent)


def test_without_a_country_the_question_says_where_to_name_one(
    reader: Opened, empty: Assessment
) -> None:
    page = reader(empty).open("judge", node=NODE)
    assert "Name the country of the proposal" in page.text
    assert "Name the country" in page.links


def test_without_a_pack_the_question_says_what_could_stand_there(
    reader: Opened, empty: Assessment
) -> None:
    page = reader(of(empty, "KE")).open("judge", node=NODE)
    assert "Not there for Kenya" in [each.label for each in page.test.expander]
    assert "What it cannot say" not in page.text


@pytest.mark.usefixtures("pack")
def test_a_reading_beside_a_question_has_its_date_its_source_and_what_it_cannot_say(
    reader: Opened, empty: Assessment, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(type(state.current_words()), "territories", lambda _self: ("ZZ",))
    page = reader(of(empty, "ZZ")).open("judge", node=NODE)
    assert page.text.count("What it cannot say") >= 1
    assert page.text.count("What it cannot say") <= 5
    assert "None of this changes a finding." in page.text
    assert 'class="assess-figure"' in page.html


def test_where_little_is_measured_the_question_to_ask_instead_stands_there(
    reader: Opened, empty: Assessment
) -> None:
    page = reader(of(empty, "KE")).open("judge", node=UNMEASURED)
    assert "Ask instead" in page.text


def test_the_country_of_a_proposal_is_chosen_by_name_and_kept(
    reader: Opened, empty: Assessment
) -> None:
    page = reader(empty).open("proposal")
    page.fill("country", "KE")
    assert page.kept().proposal.country == "KE"


def test_live_sources_say_what_would_be_sent_before_anything_is(
    reader: Opened, empty: Assessment, monkeypatch: pytest.MonkeyPatch
) -> None:
    asked: list[str] = []
    monkeypatch.setattr(state, "fetch", asked.append)
    page = reader(of(empty, "KE")).open("country")
    for source in live_sources.LIVE.values():
        assert source.host in page.text
    assert asked == []
    page.press("Send it and fetch the answers")
    assert asked == ["KE"]


def test_an_operator_can_switch_live_sources_off(
    reader: Opened, empty: Assessment, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv(switch.SWITCH, "never")
    page = reader(of(empty, "KE")).open("country")
    assert "has switched live sources off" in page.text
    assert "Send it and fetch the answers" not in page.buttons
    with pytest.raises(switch.NotPermitted):
        state.fetch("KE")


def test_a_broken_pack_of_this_computer_is_told_and_the_page_goes_on(
    reader: Opened, empty: Assessment, tmp_path: Path
) -> None:
    (tmp_path / "no-pack").mkdir()
    (tmp_path / "no-pack" / "evidence_latest.csv").write_text("iso2,value\nKE,1\n")
    page = reader(of(empty, "KE")).open("country")
    assert "The pack of this computer cannot be read" in page.text
    assert "What nobody measures by country" in page.text


def test_looking_at_measurements_leaves_no_file_behind(
    reader: Opened, empty: Assessment, tmp_path: Path
) -> None:
    reader(of(empty, "KE")).open("judge", node=NODE)
    assert not (tmp_path / "cache").exists()


def test_a_folder_that_may_not_be_written_to_is_told_when_fetching(
    reader: Opened, empty: Assessment, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "file").write_text("")
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "file"))
    page = reader(of(empty, "KE")).open("country")
    page.press("Send it and fetch the answers")
    assert "answers of sources cannot be kept" in page.text
