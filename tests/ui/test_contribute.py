"""Contributing: typed step by step, kept as it is, told what is missing, taken away as a file."""

from __future__ import annotations

from streamlit.testing.v1 import AppTest

from assess.assessment import Assessment
from assess.contribution import Contribution, GivenSource
from assess.proposal import Draft, Provision
from assess.submission import Advice, FromCase, Recommendations
from tests.shipped import LIBRARY
from tests.ui.conftest import PROPERTY, Opened
from tests.ui.reader import SCRIPT, Reader

CLAIM = f"claim.d1.{PROPERTY}.1"


def kept(page: Reader) -> Contribution:
    return page.kept().contribution


def at(page: Reader, step: str) -> Reader:
    return page.open("contribute", step=step)


def test_it_is_reached_from_the_publish_page_and_the_cases(
    reader: Opened, partial: Assessment
) -> None:
    page = reader(partial)
    assert "Contribute it as a case of the library" in page.open("publish").links
    assert "Contribute your assessment as a case" in page.open("cases").links
    assert page.open("contribute").title == "Contribute as a case"
    assert "Next step: Sources" in page.links
    assert "Contribute your assessment as a case" not in reader().open("cases").links


def test_what_is_typed_is_kept_and_what_is_open_stands_beside(
    reader: Opened, partial: Assessment
) -> None:
    page = at(reader(partial), "about")
    assert "Still to be filled in" in page.text
    assert "Short name" in page.text
    page.fill("contribution.title", "--- {a: b} # no")
    assert kept(page).title == "--- {a: b} # no"
    assert "Saved." in page.text
    page.fill("contribution.id", "../../etc Passwd")
    assert kept(page).id == "../../etc Passwd"
    assert 'Short name: "../../etc Passwd" is not an identifier' in page.text
    page.fill("contribution.kind", "own-reading").fill("contribution.year", 2026)
    page.fill("contribution.region", "africa").fill("contribution.authors", "Ada\n\n Bo ")
    found = kept(page)
    assert (found.kind, found.year, found.region) == ("own-reading", 2026, "africa")
    assert found.authors == ("Ada", "Bo")


def test_a_control_character_is_refused_in_words_and_nothing_is_lost(
    reader: Opened, partial: Assessment
) -> None:
    page = at(reader(partial), "about")
    page.fill("contribution.title", "First").fill("contribution.title", "bell\x07")
    assert "Not saved." in page.text
    assert "is a control character; remove it" in page.text
    assert kept(page).title == "First"


def test_a_step_without_faults_is_not_praised_while_others_have_some(
    reader: Opened, partial: Assessment
) -> None:
    page = at(reader(partial), "claims")
    page.fill(f"{CLAIM}.stated_by", "us")
    assert "Nothing is missing here" not in page.text
    assessment, given = finished()
    page = at(reader(assessment.replace(contribution=given.replace(title=""))), "sources")
    assert "More may be found once no step has anything open." in page.text
    page = at(reader(assessment.replace(contribution=given)), "sources")
    assert "Nothing is missing here, and nothing is wrong with it." in page.text


def test_sources_are_added_renamed_removed_and_refused(reader: Opened, partial: Assessment) -> None:
    page = at(reader(partial), "sources").press("Add a source").press("Add a source")
    page.fill("sources.0.id", "act").fill("sources.0.url", "javascript:alert(1)")
    assert "Source 1, Official address: not an address" in page.text, "while more is open"
    page.fill("sources.1.id", "act")
    assert [each.id for each in kept(page).sources] == ["act", "act"]
    at(page, "claims").fill(f"{CLAIM}.sources", ["act"]).fill(f"{CLAIM}.stated_by", "us")
    (claim,) = kept(page).claims
    assert (claim.node, claim.sources, claim.stated_by) == (PROPERTY, ("act",), "us")


def test_a_claim_follows_its_source_to_another_name(reader: Opened, partial: Assessment) -> None:
    page = at(reader(partial), "sources").press("Add a source")
    at(page, "claims").fill(f"{CLAIM}.sources", ["source-1"])
    at(page, "sources").fill("sources.0.id", "act")
    assert kept(page).claims[0].sources == ("act",)
    page.press("Remove this source")
    assert kept(page).claims[0].sources == ()
    assert kept(page).sources == ()


def test_only_what_was_judged_is_asked_for_a_claim(reader: Opened, partial: Assessment) -> None:
    page = at(reader(partial), "claims")
    assert page.asks(f"{CLAIM}.stated_by")
    assert not page.asks("claim.d1.privacy")
    at(page, "text")
    assert "Privacy, answer" in page.text


def test_a_law_that_was_pasted_is_told_to_be_restated(reader: Opened, partial: Assessment) -> None:
    law = (Provision(id="6", heading="Gateways"), Provision(id="7", heading="All (restated)"))
    page = at(reader(partial.replace(drafts=(Draft(id="d1", provisions=law),))), "text")
    assert "1 provision is not marked as restated: 6." in page.text
    assert "end its heading with “(restated)”" in page.text


def test_the_assessment_s_own_recommendations_are_taken_over(
    reader: Opened, partial: Assessment
) -> None:
    case = FromCase(id="2022-somewhere", title="Somewhere", stated_by="source")
    theirs = Advice(text="Say who.", origin="case", from_case=case)
    ours = Recommendations(items=(Advice(text="Allow *several*."), theirs))
    page = at(reader(partial.replace(recommendations=ours)), "outcome")
    page.press("Take over those of your assessment")
    assert [(each.text, each.stated_by) for each in kept(page).recommendations] == [
        ("Allow *several*.", "us"),
        ("Say who.", None),  # a source may say it: that is asked
    ]
    assert "Take over those of your assessment" not in page.buttons
    page.test.button(key="remove.advice.0").click().run()
    assert [each.text for each in kept(page).recommendations] == ["Say who."]


def test_the_file_is_offered_whatever_is_missing(reader: Opened, partial: Assessment) -> None:
    page = at(reader(partial), "file")
    assert "still open or to be mended" in page.text
    assert "a folder of its short name" in page.text
    assert [each.label for each in page.test.get("download_button")] == ["Download case.yaml"]


def test_a_finished_case_passes_and_says_where_it_goes(reader: Opened) -> None:
    assessment, given = finished()
    page = at(reader(assessment.replace(contribution=given)), "file")
    assert "Nothing is missing" in page.text
    assert "cases/2026-nowhere-gateway/" in page.text
    page = at(page, "sources").fill("sources.0.url", "javascript:alert(1)")
    assert "Source 1, Official address: not an address that begins with https://" in page.text


def finished() -> tuple[Assessment, Contribution]:
    from tests.test_contribution import of_case

    assessment, given = of_case(LIBRARY.case("2022-cambodia-national-internet-gateway"))
    return assessment, given.replace(id="2026-nowhere-gateway")


def test_a_name_the_library_has_is_told(reader: Opened, partial: Assessment) -> None:
    given = Contribution(id="2022-cambodia-national-internet-gateway")
    page = at(reader(partial.replace(contribution=given)), "about")
    assert "The library has a case of this name." in page.text


def test_it_is_the_owner_s_and_nobody_else_sees_it(reader: Opened, partial: Assessment) -> None:
    given = Contribution(title="Secret", sources=(GivenSource(id="act"),))
    owner = reader(partial.replace(contribution=given))
    seat = owner.store.take_seat(owner.store.open_round(owner.token, ["Bo"]), "a2")
    page = Reader(AppTest.from_file(SCRIPT, default_timeout=30), owner.store, seat)
    assert "Only the person who opened the round" in at(page, "about").text
    assert not page.asks("contribution.")
    assert owner.store.load(seat).assessment.contribution == Contribution()
    assert "contribution" not in owner.store.load(seat).revisions
    assert owner.kept().contribution == given
