"""How a law was cut, put right on the page of the proposal; citations follow."""

from __future__ import annotations

import pytest

from assess.assessment import Assessment, Judgement
from assess.mark import Mark
from assess.panel import Panel
from assess.proposal import Draft, Provision
from assess.store import Store, name_of
from assess.ui.parts.provisions import AT_ONCE
from tests.ui.conftest import OTHER, PROPERTY, Opened
from tests.ui.reader import Reader

TWO = Provision(id="7", heading="Records", text="Records are kept.\nFor twelve months.")


@pytest.fixture
def cited(partial: Assessment) -> Assessment:
    """Provision 6 is cited by one answer, 7 by another."""
    other = Judgement(node=OTHER, answer="none", provisions=("7",))
    drafts = (Draft(id="d1", provisions=(partial.drafts[0].provisions[0], TWO)),)
    done = partial.judgement(next(j.key for j in partial.judgements if j.node == PROPERTY))
    return partial.replace(drafts=drafts, judgements=(other, done))


def numbers(page: Reader) -> list[str]:
    return [each.id for each in page.kept().drafts[0].provisions]


def citations(page: Reader) -> dict[str, tuple[str, ...]]:
    return {each.node: each.provisions for each in page.kept().judgements}


def test_how_the_text_is_cut_is_told_with_the_way_on(reader: Opened, cited: Assessment) -> None:
    page = reader(cited).open("proposal")
    assert "2 provisions, 6 to 7, no gap." in page.text
    assert "Answers that cite it follow." in page.text
    assert "See what the words of this draft point to" in page.links


def test_a_new_number_is_followed_by_answers_and_marks(reader: Opened, cited: Assessment) -> None:
    mark = Mark(provision="7", read=True, wording=TWO.wording)
    page = reader(cited.replace(marks=(mark,))).open("proposal").fill("drafts.0.1.id.", "7a")
    assert numbers(page) == ["6", "7a"]
    assert citations(page) == {PROPERTY: ("6",), OTHER: ("7a",)}
    assert page.kept().marks == (mark.replace(provision="7a"),)
    assert "2 provisions, 6 to 7a, no gap." in page.text


def test_a_provision_is_joined_with_the_one_before(reader: Opened, cited: Assessment) -> None:
    page = reader(cited).open("proposal")
    assert page.buttons.count("Join with the one before") == 1
    page.press("Join with the one before")
    (joined,) = page.kept().drafts[0].provisions
    assert (joined.id, joined.heading) == ("6", "Gateways")
    assert joined.text == f"Records\n{TWO.text}"
    assert citations(page) == {PROPERTY: ("6",), OTHER: ("6",)}
    assert page.field("drafts.0.0.text.").value == joined.text
    assert "1 provision." in page.text


def test_a_provision_is_divided_where_a_sentence_begins(reader: Opened, cited: Assessment) -> None:
    page = reader(cited).open("proposal")
    assert page.field("divide.0.1").options == ["For twelve months."]
    page.press("Divide it there")
    assert numbers(page) == ["6", "7", "7 [2]"]
    assert [each.text for each in page.kept().drafts[0].provisions[1:]] == [
        "Records are kept.",
        "For twelve months.",
    ]
    assert citations(page) == {PROPERTY: ("6",), OTHER: ("7",)}
    page.fill("drafts.0.2.id.", "8")
    assert numbers(page) == ["6", "7", "8"]


def test_a_text_that_was_just_changed_is_not_divided_where_it_was_before(
    reader: Opened, cited: Assessment
) -> None:
    page = reader(cited).open("proposal")
    page.field("drafts.0.1.text.").set_value("Another text. Which has two sentences.")
    page.press("Divide it there")
    assert numbers(page) == ["6", "7"]
    assert page.field("divide.0.1").options == ["Which has two sentences."]


def test_the_joined_one_of_a_long_law_is_shown(reader: Opened, empty: Assessment) -> None:
    many = tuple(Provision(id=str(n), text=f"Duty {n}.") for n in range(1, AT_ONCE + 5))
    page = reader(empty.replace(drafts=(Draft(id="d1", provisions=many),))).open("proposal")
    page.fill("which-provision.0", AT_ONCE).press("Join with the one before")
    assert page.field("which-provision.0").value == AT_ONCE - 1
    assert page.field(f"drafts.0.{AT_ONCE - 1}.text.").value == (
        f"Duty {AT_ONCE}.\nDuty {AT_ONCE + 1}."
    )


def test_nothing_is_joined_while_something_is_refused(reader: Opened, cited: Assessment) -> None:
    page = reader(cited).open("proposal").fill("drafts.0.1.id.", "6")
    assert "provision given twice: 6" in page.text
    page.press("Join with the one before")
    assert page.kept().drafts == cited.drafts
    page.press("Divide it there")
    assert page.kept() == cited


def test_what_another_tab_changed_is_not_overwritten_by_a_correction(
    reader: Opened, store: Store, cited: Assessment
) -> None:
    page = reader(cited).open("proposal")
    theirs = (Draft(id="d1", provisions=(Provision(id="9", text="Theirs."),)),)
    store.save(page.token, theirs, store.load(page.token).seen(cited.drafts))
    page.press("Join with the one before")
    assert "changed elsewhere" in page.text
    assert page.kept().drafts == theirs
    assert citations(page) == {PROPERTY: ("6",), OTHER: ("7",)}


def test_once_several_people_judge_the_numbers_stay(reader: Opened, cited: Assessment) -> None:
    page = reader(cited.replace(panel=Panel(phase="discussion"))).open("proposal")
    assert "Provisions cannot be renumbered, joined or divided any more" in page.text
    assert "Number: 7" in page.text
    assert not page.asks("drafts.0.1.id.")
    assert not {"Join with the one before", "Divide it there"} & {*page.buttons}
    page.fill("drafts.0.1.heading.", "Logs")
    assert page.kept().drafts[0].provisions[1].heading == "Logs"


def test_marks_under_a_new_number_are_one_entry_each(
    reader: Opened, store: Store, cited: Assessment
) -> None:
    mark = Mark(provision="7", read=True, wording=TWO.wording)
    page = reader(cited.replace(marks=(mark,))).open("proposal").fill("drafts.0.1.id.", "8")
    saved = store.load(page.token)
    assert [each.provision for each in saved.assessment.marks] == ["8"]
    assert saved.revisions[name_of(mark)] == 2
