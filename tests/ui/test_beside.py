"""Provisions beside the question: which stand there and why, and how a click cites them."""

from __future__ import annotations

import pytest

from assess.assessment import Assessment, Judgement, Key
from assess.mark import Mark
from assess.proposal import Draft, Provision
from assess.store import Store
from assess.ui import state
from tests.ui.conftest import OTHER, PROPERTY, Opened
from tests.ui.reader import Reader

BLOCKING = Provision(id="4", heading="Blocking", text="Providers block the domain names listed.")
ROOT = Provision(id="5", heading="Root", text="Registries of domain names are licensed.")
FORCE = Provision(id="9", heading="Force", text="This Act enters into force in May.")
CITE, LEAVE = "Cite provision 4", "Do not cite provision 4"


@pytest.fixture
def lawful(empty: Assessment) -> Assessment:
    """A law of three provisions, nothing judged."""
    law = Draft(id="d1", language="en", provisions=(BLOCKING, ROOT, FORCE))
    return empty.replace(drafts=(law,))


def with_law(assessment: Assessment, *provisions: Provision) -> Assessment:
    return assessment.replace(drafts=(Draft(id="d1", language="en", provisions=provisions),))


def judging(reader: Opened, assessment: Assessment) -> Reader:
    return reader(assessment).open("judge", node=OTHER)


def cited(page: Reader, part: int = 1) -> tuple[str, ...]:
    return page.judgement(OTHER, part).provisions


def hints(page: Reader) -> str:
    """Why the first provision stands there."""
    return page.text.split("Its words hint at: ")[1].split(".")[0]


def marked(page: Reader) -> int:
    return page.text.count("✓ cited")


# --- what stands there ---------------------------------------------------------------------------


def test_what_may_touch_the_node_stands_there_with_its_words_and_why(
    reader: Opened, lawful: Assessment
) -> None:
    page = judging(reader, lawful)
    assert "DNS filtering" in hints(page)
    assert '<mark class="assess-strong">' in page.html
    assert "Why these words" in page.text
    assert CITE in page.buttons
    assert "Cite provision 9" not in page.buttons


def test_what_the_reader_saw_stands_first(reader: Opened, lawful: Assessment) -> None:
    seen = Mark(provision="9", wording=FORCE.wording).decide("dns-filtering", "added")
    page = judging(reader, lawful.replace(marks=(seen,)))
    cites = [each for each in page.buttons if each.startswith("Cite provision")]
    assert cites[0] == "Cite provision 9"
    assert "You see in it: DNS filtering" in page.text


def test_a_rejected_hint_is_gone(reader: Opened, lawful: Assessment) -> None:
    blocking = Mark(provision="4", wording=BLOCKING.wording)
    page = judging(reader, lawful)
    assert "DNS filtering" in hints(page)
    no = blocking.decide("dns-filtering", "rejected")
    page = judging(reader, lawful.replace(marks=(no,)))
    assert "DNS filtering" not in hints(page)


def test_of_many_six_stand_there_and_the_rest_is_a_link(reader: Opened, empty: Assessment) -> None:
    many = [BLOCKING.model_copy(update={"id": str(number)}) for number in range(1, 10)]
    page = judging(reader, with_law(empty, *many))
    assert sum(each.startswith("Cite provision") for each in page.buttons) == 6
    assert "3 more on the page of provisions" in page.links
    nine = Judgement(node=OTHER, provisions=("9",))
    page = judging(reader, with_law(empty, *many).record(nine))
    assert "Do not cite provision 9" in page.buttons
    assert "2 more on the page of provisions" in page.links


def test_where_no_word_points_to_it_that_is_no_answer(reader: Opened, empty: Assessment) -> None:
    page = judging(reader, with_law(empty, FORCE))
    assert "No listed word points from this law to Common Global Identifiers." in page.text
    assert "does: 1 provision has been read by nobody yet." in page.text
    assert "no impact" not in page.text
    read = Mark(provision="9", read=True, wording=FORCE.wording)
    page = judging(reader, with_law(empty, FORCE).replace(marks=(read,)))
    assert "That does not mean that no provision does." in page.text


def test_in_a_language_without_words_it_says_so(reader: Opened, lawful: Assessment) -> None:
    unknown = Draft(id="d1", language="fi", provisions=(BLOCKING,))
    page = judging(reader, lawful.replace(drafts=(unknown,)))
    assert "every provision has to be read" in page.text


def test_without_a_text_it_says_what_to_do(reader: Opened, empty: Assessment) -> None:
    page = judging(reader, empty)
    assert "This draft has no provisions yet." in page.text
    assert "Bring the text of the law" in page.links


def test_a_long_provision_is_folded(reader: Opened, empty: Assessment) -> None:
    long = Provision(id="4", text=f"{BLOCKING.text} {'And so on. ' * 200} The end.")
    page = judging(reader, with_law(empty, long))
    before, folded = page.html.split("All of it, and why these words")
    assert "The end." not in before
    assert "The end." in folded


# --- a click -------------------------------------------------------------------------------------


def test_a_click_cites_and_another_takes_it_back(reader: Opened, lawful: Assessment) -> None:
    page = judging(reader, lawful).fill(".answer.", "none").press(CITE)
    assert cited(page) == ("4",)
    assert page.field(".provisions.").value == ["4"]
    assert marked(page) == 1
    page.press("Cite provision 5")
    assert cited(page) == ("4", "5")
    page.press(LEAVE)
    assert cited(page) == ("5",)
    assert page.field(".provisions.").value == ["5"]
    assert page.judgement(OTHER).answer == "none"


def test_the_field_and_the_marks_go_together(reader: Opened, lawful: Assessment) -> None:
    page = judging(reader, lawful).fill(".answer.", "none").press(CITE)
    page.fill(".provisions.", ["9"])
    assert CITE in page.buttons
    assert cited(page) == ("9",)
    page.open("tasks").open("judge", node=OTHER)
    assert page.field(".provisions.").value == ["9"]
    page.press(CITE)
    assert cited(page) == ("9", "4")
    assert page.field(".provisions.").value == ["9", "4"]


def test_one_may_cite_before_answering(reader: Opened, lawful: Assessment) -> None:
    page = judging(reader, lawful).press(CITE)
    assert (cited(page), page.judgement(OTHER).answer) == (("4",), None)
    page.fill(".answer.", "effect")
    assert page.field(".provisions.").value == ["4"]
    assert cited(page) == ("4",)


def test_a_citation_taken_back_leaves_no_empty_answer(reader: Opened, lawful: Assessment) -> None:
    page = judging(reader, lawful).press(CITE).press(LEAVE)
    assert page.kept().judgement(Key("d1", "a1", OTHER, 1)) is None
    assert "Not saved" not in page.text


def test_what_was_written_and_refused_still_stands(reader: Opened, lawful: Assessment) -> None:
    page = judging(reader, lawful).fill(".answer.", "none").fill(".rationale.", "Zero\x07bell")
    page.again().press(CITE)
    assert page.field(".rationale.").value == "Zero\x07bell"
    assert page.field(".provisions.").value == ["4"]
    assert cited(page) == ()
    page.fill(".rationale.", "No bell")
    assert (cited(page), page.judgement(OTHER).rationale) == (("4",), "No bell")


def test_another_tab_is_not_overwritten(reader: Opened, lawful: Assessment, store: Store) -> None:
    page = judging(reader, lawful).fill(".answer.", "none")
    saved = store.load(page.token)
    theirs = Judgement(node=OTHER, answer="dont-know")
    store.save(page.token, theirs, saved.seen(theirs.key))
    page.press(CITE)
    assert "changed elsewhere" in page.text
    assert page.judgement(OTHER).answer == "dont-know"
    page.press("Keep mine")
    assert (cited(page), page.judgement(OTHER).answer) == (("4",), "none")


def test_of_several_effects_the_last_cites_unless_another_is_chosen(
    reader: Opened, lawful: Assessment
) -> None:
    first = Judgement(node=OTHER, answer="effect", harm="minor", provisions=("5",))
    second = Judgement(node=OTHER, part=2, answer="effect", benefit="minor")
    page = judging(reader, lawful.record(first).record(second))
    assert "A click cites for" in [each.label for each in page.test.radio]
    assert "✓ cited for effect 1" in page.text
    page.press(CITE)
    assert (cited(page), cited(page, 2)) == (("5",), ("4",))
    assert "✓ cited for effect 2" in page.text
    page.fill("beside.part.", 1).press(CITE)
    assert (cited(page), cited(page, 2)) == (("5", "4"), ("4",))


def test_a_number_that_could_be_read_as_markup_stays_out_of_the_button(
    reader: Opened, empty: Assessment
) -> None:
    odd = BLOCKING.model_copy(update={"id": "[4](https://evil.example)"})
    page = judging(reader, with_law(empty, odd)).fill(".answer.", "none")
    page.press("Cite this provision")
    assert cited(page) == (odd.id,)
    assert "Do not cite this provision" in page.buttons


def test_where_answers_are_closed_nothing_can_be_cited(
    reader: Opened, lawful: Assessment, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(state, "may_judge", bool)
    page = judging(reader, lawful)
    assert "DNS filtering" in hints(page)
    assert CITE not in page.buttons


def test_provisions_are_found_by_their_headings(reader: Opened, lawful: Assessment) -> None:
    page = reader(lawful).open("judge", node=PROPERTY).fill(".answer.", "none")
    assert page.field(".provisions.").options == ["4 Blocking", "5 Root", "9 Force"]
