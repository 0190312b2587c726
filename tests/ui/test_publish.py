"""Publishing: nothing before it was shown and agreed to, then a page that can be withdrawn."""

from __future__ import annotations

import json

import pytest
from streamlit.testing.v1 import AppTest

from assess.assessment import Assessment, Assessor, Judgement
from assess.mark import Mark
from assess.panel import Note
from assess.proposal import Draft, Proposal, Provision
from assess.publication import address
from assess.store import Published
from tests.ui.conftest import OTHER, PROPERTY, Opened
from tests.ui.reader import SCRIPT, Reader

LINK, LISTED = "Whoever has the link", "Everybody"
NOW = "Publish this page"
LAW = "All traffic."


def there(page: Reader) -> list[Published]:
    return [each for each in page.store.published(page.token) if not each.withdrawn]


def document(found: Published) -> dict:
    return json.loads(found.document)


def preview(page: Reader) -> str:
    (shown,) = page.test.get("bidi_component")
    return str(json.loads(shown.proto.json)["page"])


def publish(page: Reader, way: str = "link") -> Reader:
    return page.open("publish").fill("publish.way", way).fill("agreed", True).press(NOW)


# --- before anything is published ----------------------------------------------------------------


def test_it_is_private_until_somebody_chooses_otherwise(
    reader: Opened, partial: Assessment
) -> None:
    page = reader(partial).open("publish")
    assert page.title == "Publish"
    assert "Nothing is published." in page.text
    assert page.field("publish.way").options == ["Nobody else", LINK, LISTED]
    assert page.buttons == []
    assert page.test.get("bidi_component") == []


@pytest.mark.parametrize("way", ["link", "listed"])
def test_what_is_shown_is_what_readers_get_byte_for_byte(
    reader: Opened, partial: Assessment, way: str
) -> None:
    page = reader(partial).open("publish").fill("publish.way", way)
    assert there(page) == [], "choosing publishes nothing"
    (button,) = [each for each in page.test.button if each.label == NOW]
    assert button.disabled
    shown = preview(page)
    assert "Gateway Act" in shown
    page.fill("agreed", True)
    assert preview(page) == shown
    assert there(page) == []
    page.press(NOW)
    (found,) = there(page)
    assert found.listed == (way == "listed")
    served = page.store.snapshot(address(found.document))
    assert served.page.decode() == shown
    assert "Published. Its address stands in the list below." in page.text
    assert f"/s/{address(found.document)}" in page.text
    assert page.field("publish.way").value == "private", "the form begins anew"


def test_an_assessment_without_a_complete_answer_is_not_published(
    reader: Opened, empty: Assessment
) -> None:
    for judgements in ((), (Judgement(node=OTHER, answer="effect"),)):
        page = reader(empty.replace(judgements=judgements)).open("publish")
        page.fill("publish.way", "link")
        assert "Nothing can be published yet" in page.text
        assert page.buttons == []


# --- what goes along -----------------------------------------------------------------------------


@pytest.fixture
def many(partial: Assessment) -> Assessment:
    """Ada's answers, Bo's, and all that is nobody else's business."""
    theirs = Judgement(node=PROPERTY, assessor="a2", answer="none", rationale="Bo's own reason")
    return partial.replace(
        assessors=(Assessor(id="a1", name="Ada Secret"), Assessor(id="a2", name="Bo Secret")),
        judgements=(*partial.judgements, theirs),
        notes=(Note(node=PROPERTY, text="a note for us"),),
        marks=(Mark(provision="7", read=True),),
        proposal=Proposal(**{**dict(partial.proposal), "audience": "for the minister only"}),
    )


def test_the_texts_of_the_law_go_along_only_where_asked(reader: Opened, many) -> None:
    page = reader(many).open("publish").fill("publish.way", "link")
    assert LAW not in preview(page)
    assert "Gateways" in preview(page), "headings do"
    assert "without their texts" in page.text
    page.fill("publish.texts", True)
    assert LAW in preview(page)
    assert "The numbers, headings and texts of the provisions." in page.text


def test_nobody_s_name_note_or_mark_and_no_other_answer_goes_along(reader: Opened, many) -> None:
    page = publish(reader(many))
    (found,) = there(page)
    whole = f"{document(found)} {page.store.snapshot(address(found.document)).page.decode()}"
    for secret in ("Ada", "Bo", "a note for us", "minister", LAW, page.token, "own reason"):
        assert secret not in whole, secret
    assert "Everything passes one gate." in whole
    content = document(found)["content"]
    assert (content["notes"], content["marks"], content["panel"]) == ([], [], None)
    assert content["triage"]["answers"] == {}


def test_whose_answers_they_are_is_said_and_chosen(reader: Opened, many) -> None:
    page = reader(many).open("publish").fill("publish.way", "link")
    assert "Your own answers with their reasons" in page.text
    assert "The answers of Bo Secret." in page.text, "among what is left out"
    page.fill("which.who", "a2")
    assert "The answers of Bo Secret with their reasons" in page.text
    assert "Ask before you publish." in page.text
    assert "It stays" not in preview(page)
    page.open("publish", who="a2").fill("publish.way", "link")
    assert "own reason" in preview(page)
    assert "Everything passes one gate." not in preview(page)


def test_what_people_typed_stays_text(reader: Opened, partial: Assessment) -> None:
    typed = "<script>alert(1)</script><img src=https://x.example/a.png> ![p](https://x.example/b)"
    answer = partial.judgements[-1]
    wild = Judgement(**{**dict(answer), "rationale": typed})
    hostile = partial.replace(
        judgements=(wild,), drafts=(Draft(id="d1", provisions=(Provision(id="6", text=typed),)),)
    )
    page = reader(hostile).open("publish").fill("publish.way", "link")
    page.fill("publish.texts", True)
    shown = preview(page)
    assert "&lt;script&gt;alert(1)" in shown
    assert "<script>" not in shown
    assert "<img" not in shown
    assert "default-src 'none'" in shown


# --- again, and no more --------------------------------------------------------------------------


def test_the_same_is_not_published_twice(reader: Opened, partial: Assessment) -> None:
    page = publish(reader(partial))
    page.fill("publish.way", "link")
    assert "says just this already" in page.text
    assert NOW not in page.buttons
    page.fill("publish.way", "listed")
    assert "says just this already" not in page.text, "listed, it is another page"


def test_changed_answers_are_published_as_a_page_that_follows(
    reader: Opened, partial: Assessment
) -> None:
    page = publish(reader(partial))
    (first,) = there(page)
    assert "your answers have changed since" not in page.text
    more = Judgement(node=OTHER, answer="none", rationale="Names stay as they are.")
    page.store.save(page.token, more, 1)
    page.open("publish", arriving="anew")
    assert "your answers have changed since" in page.text
    publish(page)
    second, _first = there(page)
    assert document(second)["follows"] == address(first.document)
    newest = page.store.newest_snapshot(address(first.document))
    assert newest.document == second.document
    assert "a newer page took its place" in page.text
    assert "Names stay" not in page.store.snapshot(address(first.document)).page.decode()


def test_a_listed_page_takes_no_place_of_one_behind_a_link(
    reader: Opened, partial: Assessment
) -> None:
    page = publish(reader(partial))
    assert not page.fill("publish.way", "listed").asks("publish.follows")
    page.fill("agreed", True).press(NOW)
    assert document(there(page)[0])["follows"] is None


def test_a_second_tab_that_published_meanwhile_is_not_overlooked(
    reader: Opened, partial: Assessment
) -> None:
    one = reader(partial)
    other = Reader(AppTest.from_file(SCRIPT, default_timeout=30), one.store, one.token)
    for page in (one, other):
        page.open("publish").fill("publish.way", "link").fill("agreed", True)
    one.press(NOW)
    other.press(NOW)
    assert "published or withdrawn elsewhere meanwhile" in other.text
    assert len(there(one)) == 1


def test_a_page_is_withdrawn_and_the_list_says_when(reader: Opened, partial: Assessment) -> None:
    page = publish(reader(partial))
    (found,) = there(page)
    page.press("Withdraw it for good")
    assert there(page) == []
    assert page.store.snapshot(address(found.document)).page == b""
    assert "Withdrawn. Its address now says so." in page.text
    assert "was withdrawn on" in page.text
    publish(page)
    assert address(there(page)[0].document) != address(found.document)


# --- who may -------------------------------------------------------------------------------------


def test_in_a_private_round_nothing_is_published_and_the_page_says_why(
    reader: Opened, partial: Assessment
) -> None:
    page = publish(reader(partial))
    page.store.open_round(page.token, ["Bo"])
    page.open("publish", arriving="anew")
    assert "A private round is open." in page.text
    assert not page.asks("publish.way")
    assert "Withdraw it for good" in page.buttons, "what is published can still be withdrawn"
    page.store.next_phase(page.token, "first")
    assert page.open("publish", arriving="again").asks("publish.way")


def test_who_has_a_seat_cannot_publish(reader: Opened, partial: Assessment) -> None:
    owner = reader(partial)
    seat = owner.store.take_seat(owner.store.open_round(owner.token, ["Bo"]), "a2")
    owner.store.next_phase(owner.token, "first")
    page = Reader(AppTest.from_file(SCRIPT, default_timeout=30), owner.store, seat).open("publish")
    assert "Only the person who opened the round can publish" in page.text
    assert page.buttons == []
    assert not page.asks("publish.way")


def test_deleting_says_what_becomes_of_published_pages(reader: Opened, partial: Assessment) -> None:
    page = publish(reader(partial))
    (found,) = there(page)
    page.open("tasks")
    assert "Pages that you published of it are withdrawn with it." in page.text
    page.press("Delete it for good")
    assert page.store.snapshot(address(found.document)).withdrawn
