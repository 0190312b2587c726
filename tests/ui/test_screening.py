"""The screening questions, what they say, and what the law uses."""

from __future__ import annotations

import pytest

from assess.assessment import Assessment, Triage
from assess.library import Library
from assess.ui import state
from tests.ui.conftest import Opened


def questions(library: Library, assessment: Assessment) -> list[str]:
    ref = assessment.framework
    return [each.id for each in library.framework(ref.id, ref.version).screening]


def answered(library: Library, empty: Assessment, answer: str, but: int = 0) -> Assessment:
    """Every question answered alike, the first few left open."""
    asked = questions(library, empty)
    return empty.replace(triage=Triage(answers=dict.fromkeys(asked[but:], answer)))


def test_every_question_is_asked_with_its_source(
    reader: Opened, library: Library, empty: Assessment
) -> None:
    page = reader(empty).open("screening")
    assert page.title == "Screening"
    assert len(page.test.radio) == len(questions(library, empty)) > 0
    assert all(each.value is None for each in page.test.radio)
    assert page.html.count('class="assess-sources"') == len(page.test.radio)


@pytest.mark.parametrize("answer", ["yes", "no", "unsure"])
def test_an_answer_is_kept_and_keeps_the_depth(
    reader: Opened, library: Library, empty: Assessment, answer: str
) -> None:
    first, second = questions(library, empty)[:2]
    begun = empty.replace(
        triage=Triage(answers={second: "no"}, depth="full", interventions=("ip-address-blocking",))
    )
    page = reader(begun).open("screening").fill(f"triage.{first}.", answer)
    assert page.kept().triage == Triage(
        answers={first: answer, second: "no"}, depth="full", interventions=("ip-address-blocking",)
    )
    assert "Saved." in page.text


@pytest.mark.parametrize(
    ("answer", "but", "says", "depth"),
    [
        ("no", 0, "None of your answers points to an effect.", "Quick"),
        ("no", 1, "Some answers point to an effect or are not settled.", "Standard"),
        ("unsure", 0, "Several answers point to an effect or are not settled.", "Full"),
        ("yes", 0, "Several answers point to an effect or are not settled.", "Full"),
    ],
)
def test_the_reasons_page_says_which_depth_fits(
    reader: Opened,
    library: Library,
    empty: Assessment,
    answer: str,
    but: int,
    says: str,
    depth: str,
) -> None:
    page = reader(answered(library, empty, answer, but)).open("reasons")
    assert says in page.text
    options = page.test.radio[0].options
    assert [each for each in options if "fits your answers" in each] == [
        f"{depth} (fits your answers)"
    ]


def test_every_answer_is_restated_and_unsure_has_a_consequence(
    reader: Opened, library: Library, empty: Assessment
) -> None:
    ref = empty.framework
    yes, no, unsure, *_ = library.framework(ref.id, ref.version).screening
    answers = {yes.id: "yes", no.id: "no", unsure.id: "unsure"}
    page = reader(empty.replace(triage=Triage(answers=answers))).open("reasons")
    for sentence in (yes.yes, no.no, unsure.unsure, unsure.settle):
        assert sentence in page.text
    assert yes.no not in page.text
    assert "Who could settle it:" in page.text
    assert "Not answered; weighed like “unsure”" in page.text


def test_the_depth_is_the_reader_s_choice_and_changes_what_is_asked(
    reader: Opened, empty: Assessment
) -> None:
    page = reader(empty).open("reasons").fill("triage.depth.", "quick")
    assert page.kept().triage.depth == "quick"
    assert "0 of 5 questions answered" in page.open("tasks").text
    page.open("reasons").fill("triage.depth.", "full")
    assert "0 of 15 questions answered" in page.open("tasks").text


def test_measures_are_picked_by_family_and_taken_back(reader: Opened, empty: Assessment) -> None:
    page = reader(empty).open("interventions")
    assert page.title == "What does the law use?"
    families = [each.label for each in page.test.expander]
    assert "Encryption" in families
    assert "Routing and shutdowns" in families
    page.fill("triage.dns-filtering.", True)
    assert page.kept().triage.interventions == ("dns-filtering",)
    assert "Blocking of content and services (1 picked)" in [
        each.label for each in page.test.expander
    ]
    page.fill("triage.ip-address-blocking.", True)
    assert page.kept().triage.interventions == ("dns-filtering", "ip-address-blocking")
    page.fill("triage.dns-filtering.", False)
    assert page.kept().triage.interventions == ("ip-address-blocking",)


def test_every_family_has_a_name_in_the_reader_s_language(
    reader: Opened, library: Library, empty: Assessment
) -> None:
    known = library.interventions(empty.framework.id, empty.framework.version)
    assert known
    shown = [each.label for each in reader(empty).open("interventions").test.expander]
    assert not {kind.family for kind in known.interventions} & set(shown)


def test_a_framework_without_measures_says_so(
    reader: Opened, empty: Assessment, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(state, "interventions", lambda: None)
    page = reader(empty).open("interventions")
    assert "This framework comes without a list of interventions." in page.text
    assert "Skip to the task list" in page.links
