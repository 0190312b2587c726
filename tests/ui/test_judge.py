"""The judge screen: what it asks, what it keeps, and what it says of keeping."""

from __future__ import annotations

import pytest

from assess.assessment import Assessment, Judgement, Key, Triage
from assess.errors import NotSaved
from assess.intervention import Interventions
from assess.proposal import Proposal
from assess.store import Store, name_of
from assess.store.failure import NOT_SAVED
from assess.ui import state
from tests.ui.conftest import OTHER, PROPERTY, Opened, at_depth

KEY = Key("d1", "a1", PROPERTY, 1)
EVIL = '<img src=x onerror="alert(1)"> **bold** [link](https://evil.example)'


def test_the_node_in_the_address_is_asked_about(reader: Opened, partial: Assessment) -> None:
    page = reader(partial).open("judge", node=PROPERTY)
    assert page.title.startswith("What would happen to “Open Architecture of")
    assert "Critical property · 2 of 15" in page.text
    assert "Questions to ask yourself" in [each.label for each in page.test.expander]


def test_without_a_node_the_first_one_is_asked_about(reader: Opened, empty: Assessment) -> None:
    page = reader(empty).open("judge")
    assert "Critical property · 1 of 15" in page.text
    assert "Every answer is saved as you give it." in page.text


def test_a_node_this_depth_does_not_ask_about_can_still_be_judged(
    reader: Opened, empty: Assessment
) -> None:
    page = reader(at_depth(empty, "quick")).open("judge", node="privacy")
    assert "Enabler" in page.text
    assert "of 5" not in page.text
    assert "Continue to the next" in page.links


def test_only_the_first_question_is_asked_until_it_is_answered(
    reader: Opened, empty: Assessment
) -> None:
    page = reader(empty).open("judge", node=PROPERTY)
    assert [each.label for each in page.test.radio] == ["What would the proposal do to it?"]
    page.fill(".answer.", "dont-know")
    assert page.asks(".reason.")
    assert page.asks(".rationale.")
    assert not page.asks(".harm.")
    page.fill(".answer.", "effect")
    assert page.asks(".harm.")
    assert page.asks(".likelihood.")
    assert not page.asks(".reason.")
    page.fill(".answer.", "not-applicable")
    assert not page.asks(".harm.")
    assert page.judgement(PROPERTY).answer == "not-applicable"


@pytest.mark.parametrize(
    ("field", "value", "kept"),
    [
        ("harm", "major", "major"),
        ("benefit", "minor", "minor"),
        ("likelihood", "unlikely", "unlikely"),
        ("confidence", "low", "low"),
        ("evidence", "moderate", "moderate"),
        ("rationale", "Two lines,\nby two people.", "Two lines,\nby two people."),
        ("people", "Prices rise.", "Prices rise."),
        ("condition", "If enforced.", "If enforced."),
        ("condition", "", None),
        ("provisions", ["6", "7"], ("6", "7")),
    ],
)
def test_an_answer_is_in_the_store_before_the_page_says_saved(
    reader: Opened, partial: Assessment, field: str, value: object, kept: object
) -> None:
    page = reader(partial).open("judge", node=PROPERTY)
    page.fill(f".{field}.", value)
    if field == "condition" and not value:
        assert page.judgement(PROPERTY).condition is None
        return
    assert getattr(page.judgement(PROPERTY), field) == kept
    assert "Saved." in page.text
    assert 'data-assess-fresh="yes"' in page.html


def test_an_answer_leaves_the_others_as_they_were(reader: Opened, partial: Assessment) -> None:
    page = reader(partial).open("judge", node=PROPERTY)
    page.fill(".harm.", "minor")
    page.again().fill(".people.", "Less choice.")
    before = partial.judgement(KEY)
    assert before
    fields = {**before.model_dump(), "harm": "minor", "people": "Less choice."}
    assert page.judgement(PROPERTY) == Judgement(**fields)
    assert page.judgement(OTHER) == partial.judgement(Key("d1", "a1", OTHER, 1))


def test_no_level_is_chosen_for_a_side_nobody_spoke_of(reader: Opened, empty: Assessment) -> None:
    page = reader(empty).open("judge", node=PROPERTY).fill(".answer.", "effect")
    assert page.field(".harm.").value is None
    page.fill(".harm.", "minor")
    other_side = page.again().field(".benefit.")
    assert other_side.value in (None, "none")
    page.open("tasks").open("judge", node=PROPERTY)
    assert page.field(".benefit.").value == "none"


def test_what_is_missing_is_named(reader: Opened, empty: Assessment) -> None:
    page = reader(empty).open("judge", node=PROPERTY).fill(".answer.", "effect")
    assert "Still missing: how strong the effect is" in page.text
    page.fill(".harm.", "major").again()
    assert "Still missing:" in page.text
    assert "rationale" in page.text.split("Still missing:")[1]
    page.fill(".rationale.", "Because.").again().fill(".likelihood.", "likely")
    page.again().fill(".confidence.", "high").again()
    assert "Still missing" not in page.text


def test_no_effect_on_a_critical_property_wants_a_rationale(
    reader: Opened, empty: Assessment
) -> None:
    page = reader(empty)
    assert "Still missing" in page.open("judge", node=PROPERTY).fill(".answer.", "none").text
    assert "Still missing" not in page.open("judge", node="privacy").fill(".answer.", "none").text


def test_a_full_assessment_looks_from_four_sides(reader: Opened, partial: Assessment) -> None:
    page = reader(at_depth(partial, "full")).open("judge", node=PROPERTY)
    page.fill(".consumer.", "Users see less.").again()
    page.fill(".compliance.", "Police see more.")
    sides = page.judgement(PROPERTY).sides
    assert (sides.consumer, sides.provider, sides.compliance) == (
        "Users see less.",
        "",
        "Police see more.",
    )
    assert not reader(partial).open("judge", node=PROPERTY).asks(".consumer.")


def test_the_measures_of_the_law_prompt_and_can_be_named(reader: Opened, full: Assessment) -> None:
    page = reader(full).open("judge", node="privacy")
    labels = [each.label for each in page.test.expander]
    assert "Typical effects of what the law uses" in labels
    assert "What your other answers lead one to expect" in labels
    page.fill(".mechanism.", "data-retention-logging")
    assert page.judgement("privacy").mechanism == "data-retention-logging"


def test_a_mechanism_no_longer_picked_is_still_shown(reader: Opened, full: Assessment) -> None:
    first = full.judgement(Key("d1", "a1", "privacy", 1))
    assert first
    named = Judgement(**{**first.model_dump(), "mechanism": "unheard-of"})
    page = reader(full.record(named)).open("judge", node="privacy")
    assert page.field(".mechanism.").value == "unheard-of"


def test_a_control_character_is_refused_and_its_place_told(
    reader: Opened, partial: Assessment
) -> None:
    page = reader(partial).open("judge", node=PROPERTY).fill(".rationale.", "Zero\x07bell")
    assert "Not saved." in page.text
    assert "character 5 (U+0007) is a control character" in page.text
    assert "What you wrote still stands on this page." in page.text
    assert "Try to save again" not in page.buttons
    assert page.judgement(PROPERTY).rationale == "Everything passes one gate."
    page.again().fill(".rationale.", "No bell")
    assert "Saved." in page.text
    assert page.judgement(PROPERTY).rationale == "No bell"


def test_what_people_write_is_shown_as_text_only(reader: Opened, partial: Assessment) -> None:
    mine = partial.replace(proposal=Proposal(title=EVIL))
    judged = Judgement(node=PROPERTY, answer="effect", harm="minor", rationale=EVIL, people=EVIL)
    page = reader(mine.record(judged))
    for name in ("tasks", "judge", "check", "findings", "proposal"):
        page.open(name, **({"node": PROPERTY} if name == "judge" else {}))
        assert "<img" not in page.html, name
        for kind in ("markdown", "caption", "title", "header"):
            assert not [each for each in page.test.get(kind) if "bold" in each.value], name
    assert "&lt;img src=x" in page.open("check").html


# --- two tabs ------------------------------------------------------------------------------------


def conflicting(page: object, store: Store, partial: Assessment) -> None:
    """Another tab saves the same answer meanwhile."""
    saved = store.load(page.token)  # type: ignore[attr-defined]
    before = saved.assessment.judgement(KEY)
    assert before
    theirs = Judgement(**{**before.model_dump(), "harm": "minor", "people": "Theirs."})
    store.save(page.token, theirs, saved.seen(KEY))  # type: ignore[attr-defined]


def test_the_second_tab_is_told_and_shown_both(
    reader: Opened, store: Store, partial: Assessment
) -> None:
    page = reader(partial).open("judge", node=PROPERTY)
    conflicting(page, store, partial)
    page.fill(".people.", "Mine.")
    assert "Not saved: this answer was changed elsewhere." in page.text
    assert "What differs" in page.text
    assert "Mine." in page.text
    assert "Theirs." in page.text
    assert "Rationale" not in page.text.split("What differs")[1]
    assert page.judgement(PROPERTY).people == "Theirs."


def test_the_second_tab_can_keep_its_own(reader: Opened, store: Store, partial: Assessment) -> None:
    page = reader(partial).open("judge", node=PROPERTY)
    conflicting(page, store, partial)
    page.fill(".people.", "Mine.").press("Keep mine")
    assert "Saved." in page.text
    kept = page.judgement(PROPERTY)
    assert (kept.people, kept.harm) == ("Mine.", "material")


def test_the_second_tab_can_take_what_is_saved(
    reader: Opened, store: Store, partial: Assessment
) -> None:
    page = reader(partial).open("judge", node=PROPERTY)
    conflicting(page, store, partial)
    page.fill(".people.", "Mine.").press("Take the saved one")
    assert "Not saved" not in page.text
    assert page.field(".people.").value == "Theirs."
    assert page.field(".harm.").value == "minor"
    page.fill(".people.", "Both.")
    assert page.judgement(PROPERTY).people == "Both."


def test_writing_on_while_two_answers_stand_apart_overwrites_nothing(
    reader: Opened, store: Store, partial: Assessment
) -> None:
    page = reader(partial).open("judge", node=PROPERTY)
    conflicting(page, store, partial)
    page.fill(".people.", "Mine.").again().fill(".people.", "Mine, longer.")
    assert page.judgement(PROPERTY).people == "Theirs."
    assert "Mine, longer." in page.text
    page.press("Keep mine")
    assert page.judgement(PROPERTY).people == "Mine, longer."


def test_writing_what_the_other_wrote_settles_it(
    reader: Opened, store: Store, partial: Assessment
) -> None:
    page = reader(partial).open("judge", node=PROPERTY)
    conflicting(page, store, partial)
    page.fill(".people.", "Mine.").again().fill(".people.", "Theirs.").again()
    page.fill(".harm.", "minor").again()
    assert "changed elsewhere" not in page.text
    assert page.judgement(PROPERTY).people == "Theirs."


def test_an_answer_taken_back_elsewhere_can_be_given_again(
    reader: Opened, store: Store, partial: Assessment
) -> None:
    page = reader(partial).open("judge", node=PROPERTY)
    store.withdraw(page.token, KEY, store.load(page.token).seen(KEY))
    page.fill(".people.", "Mine.")
    assert "changed elsewhere" in page.text
    page.press("Keep mine")
    assert page.judgement(PROPERTY).people == "Mine."


def test_an_answer_the_browser_brought_back_is_not_saved_unasked(
    reader: Opened, partial: Assessment
) -> None:
    page = reader(partial).open("judge", node=PROPERTY)
    page.test.session_state[state.widget_key(name_of(KEY), "people")] = "From before the restart."
    page.again()
    assert "this page and what is saved differ" in page.text
    assert page.judgement(PROPERTY).people == ""
    page.press("Keep mine")
    assert page.judgement(PROPERTY).people == "From before the restart."


# --- a store that fails --------------------------------------------------------------------------


def test_a_full_disk_leaves_the_answer_on_the_page_and_can_be_tried_again(
    reader: Opened, store: Store, partial: Assessment, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full_disk(*_: object) -> int:
        raise NotSaved(NOT_SAVED["full"])

    page = reader(partial).open("judge", node=PROPERTY)
    with monkeypatch.context() as broken:
        broken.setattr(Store, "save", full_disk)
        page.fill(".people.", "Mine.")
        assert "there is no room left" in page.text
        assert "Saved." not in page.text
        page.press("Try to save again")
        assert "Not saved:" in page.text
    page.press("Try to save again")
    assert "Saved." in page.text
    assert page.judgement(PROPERTY).people == "Mine."


def test_work_forgotten_meanwhile_is_said_to_be_gone(
    reader: Opened, store: Store, partial: Assessment
) -> None:
    page = reader(partial).open("judge", node=PROPERTY)
    store.forget(page.token)
    page.fill(".people.", "Mine.")
    assert "there is no saved work under this address any more" in page.text


def test_an_effect_of_work_forgotten_meanwhile_cannot_be_removed(
    reader: Opened, store: Store, partial: Assessment
) -> None:
    two = partial.record(Judgement(node=PROPERTY, part=2, answer="effect", benefit="minor"))
    page = reader(two).open("judge", node=PROPERTY)
    store.forget(page.token)
    page.press("Remove this effect").again()
    assert "no saved work under this address" in page.text


# --- several effects -----------------------------------------------------------------------------


def test_a_second_effect_is_added_kept_and_removed(reader: Opened, partial: Assessment) -> None:
    page = reader(partial).open("judge", node=PROPERTY)
    page.press("Add a second effect, by another provision")
    assert "Effect 2" in page.text
    assert "Add a second effect, by another provision" not in page.buttons
    second = name_of(Key("d1", "a1", PROPERTY, 2))
    page.fill(f"{second}.answer.", "effect")
    page.fill(f"{second}.benefit.", "minor").again()
    assert page.judgement(PROPERTY, 2).benefit == "minor"
    assert page.judgement(PROPERTY, 1).harm == "material"
    page.open("tasks").open("judge", node=PROPERTY)
    assert "Effect 2" in page.text
    page.press("Remove this effect").again()
    assert "Effect 2" not in page.text
    assert page.kept().judgement(Key("d1", "a1", PROPERTY, 2)) is None
    assert page.judgement(PROPERTY, 1).harm == "material"


def test_an_effect_that_cannot_be_removed_is_said_not_to_be(
    reader: Opened, store: Store, partial: Assessment
) -> None:
    two = partial.record(Judgement(node=PROPERTY, part=2, answer="effect", benefit="minor"))
    page = reader(two).open("judge", node=PROPERTY)
    key = Key("d1", "a1", PROPERTY, 2)
    changed = Judgement(node=PROPERTY, part=2, answer="effect", benefit="major")
    store.save(page.token, changed, store.load(page.token).seen(key))
    page.press("Remove this effect").again()
    assert "changed elsewhere meanwhile" in page.text
    assert page.judgement(PROPERTY, 2).benefit == "major"


# --- a framework without interventions -----------------------------------------------------------


def test_kinds_of_intervention_nobody_knows_prompt_nothing(
    reader: Opened, partial: Assessment, monkeypatch: pytest.MonkeyPatch
) -> None:
    picked = partial.replace(triage=Triage(interventions=("unheard-of",)))
    labels = [each.label for each in reader(picked).open("judge", node=PROPERTY).test.expander]
    assert "Typical effects of what the law uses" not in labels

    def none_known() -> Interventions | None:
        return None

    monkeypatch.setattr(state, "interventions", none_known)
    page = reader(picked).open("judge", node=PROPERTY)
    assert not page.asks(".mechanism.")
