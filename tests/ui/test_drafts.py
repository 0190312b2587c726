"""Drafts and options: added, tried, laid side by side; nothing is lost and nothing open is zero."""

from __future__ import annotations

import pytest

from assess.assessment import Assessment
from assess.library import Library
from assess.proposal import Draft, Provision
from tests.ui.conftest import OTHER, PROPERTY, Opened

NIS2 = "2021-european-union-nis2-root-servers"


@pytest.fixture(scope="module")
def pair(library: Library) -> Assessment:
    """The NIS2 directive with and without root name servers."""
    return library.case(NIS2).assessment()


def test_one_draft_alone_says_how_to_get_another(reader: Opened, partial: Assessment) -> None:
    page = reader(partial).open("drafts")
    assert page.title == "Drafts and options"
    assert "There is one draft so far, so there is nothing to compare" in page.text
    assert {"Add an amended text", "Add “no measure”", "Add another instrument"} <= {*page.buttons}


def test_the_page_shows_which_change_of_the_text_removes_which_harm(
    reader: Opened, pair: Assessment
) -> None:
    page = reader(pair).open("drafts")
    root = page.html.split('<span dir="auto">root servers</span>')[1].split("</section>")[0]
    assert "<del>" in root
    assert "The directive does not apply to" in root
    assert "Common Global Identifiers" in root
    assert "60% of 60%" in root
    assert "“As adopted, without root name servers” comes first" not in page.text
    assert "94%" in page.text
    assert page.text.count("Partly met") == 2


def test_no_measure_is_added_unjudged_and_is_not_taken_for_no_harm(
    reader: Opened, full: Assessment
) -> None:
    page = reader(full).open("drafts").press("Add “no measure”")
    assert [draft.kind for draft in page.kept().drafts] == ["text", "no-measure"]
    assert page.kept().judgements == full.judgements
    page.again()
    assert "15 answers are missing, so the order of the drafts is open" in page.text
    assert "Not known: answers are missing" in page.text


def test_an_amended_text_takes_over_what_it_leaves_alone(
    reader: Opened, partial: Assessment
) -> None:
    page = reader(partial).open("drafts")
    page.fill("new.pasted", "Article 7 Traffic\nOnly voice traffic.").press("Add an amended text")
    first, second = page.kept().drafts
    assert second.based_on == first.id == "d1"
    assert [(each.id, each.text) for each in second.provisions] == [
        ("6", ""),
        ("7", "Only voice traffic."),
    ]
    carried = page.kept().judgements_on(PROPERTY, "d2")
    assert [each.provisions for each in carried] == [("6",)]
    assert page.kept().judgements_on(OTHER, "d2"), "it cites nothing, and is to be looked at"
    page.again()
    assert "rests on no provision that could be compared. Look at it again." in page.text


def test_the_whole_text_pasted_removes_what_is_not_in_it(
    reader: Opened, partial: Assessment
) -> None:
    page = reader(partial).open("drafts").fill("new.whole", True)
    page.fill("new.pasted", "7. All\nAll traffic.").press("Add an amended text")
    assert [each.id for each in page.kept().drafts[1].provisions] == ["7"]
    assert page.kept().judgements_on(PROPERTY, "d2") == (), "provision 6 is gone"
    page.again()
    assert "1 answer is reopened on this draft" in page.text
    assert "Judge the first of them" in page.links


def test_a_mitigation_is_tried_by_one_press_and_says_what_it_would_remove(
    reader: Opened, full: Assessment
) -> None:
    page = reader(full).open("drafts").press("Publish capacity, price and outage data")
    tried = page.kept().drafts[-1]
    assert (tried.based_on, tried.mitigates) == ("d1", "mandatory-national-gateway")
    left = {each.mechanism for each in page.kept().judgements if each.draft == "d2"}
    assert "mandatory-national-gateway" not in left
    page.again()
    assert "If it works fully, the 10 answers that name this kind of intervention" in page.text
    assert "Whether it does is for you to judge" in page.text
    assert "Still material harm or worse: likely (83%), by the answers on Privacy" in page.text


def test_whether_the_aim_is_met_is_kept_and_stands_in_its_own_column(
    reader: Opened, pair: Assessment
) -> None:
    page = reader(pair).open("drafts").fill("drafts.0.purpose.", "not")
    assert [draft.purpose for draft in page.kept().drafts] == ["not", "partly"]
    assert page.kept().drafts[1] == pair.drafts[1]
    page.again()
    assert "Not met" in page.text


def test_a_draft_that_others_amend_is_not_removed(reader: Opened, pair: Assessment) -> None:
    page = reader(pair).open("drafts")
    first, second = (b for b in page.test.button if b.label.startswith("Remove this draft"))
    first.click().run()
    assert "draft d2 is based on d1; remove that one first" in page.text
    assert page.kept().drafts == pair.drafts
    second = next(b for b in page.again().test.button if b.key == "remove.d2")
    second.click().run()
    assert [draft.id for draft in page.kept().drafts] == ["d1"]
    assert {each.draft for each in page.kept().judgements} == {"d1"}


def test_the_proposal_page_keeps_what_a_draft_is(reader: Opened, pair: Assessment) -> None:
    page = reader(pair).open("proposal").fill("drafts.1.label.", "As voted")
    kept = page.kept().drafts[1]
    assert kept == Draft(**{**dict(pair.drafts[1]), "label": "As voted"})


def test_a_text_changed_on_the_proposal_page_reopens_what_rests_on_it(
    reader: Opened, partial: Assessment
) -> None:
    second = Draft(id="d2", based_on="d1", provisions=(Provision(id="6", heading="Gateways"),))
    carried = partial.judgements_on(PROPERTY)[0]
    fields = {name: getattr(carried, name) for name in type(carried).model_fields}
    there = type(carried)(**{**fields, "draft": "d2"})
    given = partial.replace(
        drafts=(*partial.drafts, second), judgements=(*partial.judgements, there)
    )
    page = reader(given).open("proposal").fill("drafts.1.0.heading.", "No gateways")
    assert page.kept().judgements_on(PROPERTY, "d2") == ()
    page.fill("drafts.1.0.heading.", "Gateways")
    assert page.kept().judgements_on(PROPERTY, "d2") == (there,)
