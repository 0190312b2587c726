"""The method page: told to everybody; the owner of an assessment may choose other values."""

from __future__ import annotations

import pytest

from assess.assessment import Assessment, Assessor
from assess.choices import Band, Choices, Loss
from assess.store import Store
from assess.ui import state
from tests.ui.conftest import PROPERTY, Opened
from tests.ui.reader import Reader

OWN = Choices(
    broken=0.505, strengths={"weak": Band(low=0.1, centre=0.15, high=0.3)}, reason="As <we> see it."
)


def test_it_is_told_without_an_assessment_with_the_toolkit_s_numbers(reader: Opened) -> None:
    page = reader().open("method")
    assert page.title == "The method"
    assert "a strong one does so in 90% of cases" in page.text
    assert "A worked example" in page.text
    assert "What the method does not do" in page.text
    assert "A weak link 20% (from 10% to 30%)" in page.text
    assert "Whoever has an assessment can change these for it" in page.text
    assert not page.asks("choices.")
    assert "The toolkit's own" not in page.text
    assert 'alt="A bears on C by a strong link, open in 90% of the draws.' in page.html
    for name in ("short", "percentage", "people", "example", "limits", "choices", "numbers"):
        assert page.html.count(f'href="#{name}"') == page.html.count(f'id="{name}"') == 1


def test_an_assessment_that_changes_nothing_shows_no_other_values(
    reader: Opened, partial: Assessment
) -> None:
    page = reader(partial).open("method")
    assert "values of its own" not in page.text
    assert page.field("choices.broken.").value == 66
    assert page.field("choices.strengths.strong.low.").value == 80
    assert "As the toolkit has it" not in page.buttons


def test_each_value_is_kept_before_the_page_says_so(reader: Opened, partial: Assessment) -> None:
    page = reader(partial).open("method").fill("choices.broken.", 70.0)
    assert page.kept().choices == Choices(broken=0.7)
    assert "Saved." in page.text
    page.fill("choices.at_risk.", 12.5)
    page.fill("choices.confidences.high.", 95.0)
    page.fill("choices.losses.supports.harm.", 2)
    page.fill("choices.strengths.weak.centre.", 29.0)
    page.fill("choices.reason.", "Because.")
    assert page.kept() == partial.replace(
        choices=Choices(
            broken=0.7,
            at_risk=0.125,
            confidences={"high": 0.95},
            losses={"supports": Loss(harm=2, benefit=0)},
            strengths={"weak": Band(low=0.1, centre=0.29, high=0.3)},
            reason="Because.",
        )
    )


def test_what_is_changed_stands_beside_the_toolkit_s_own_and_is_announced_at_the_top(
    reader: Opened, partial: Assessment
) -> None:
    page = reader(partial.replace(choices=OWN)).open("method")
    top = page.text.index("This assessment uses values of its own in 2 places.")
    assert top < page.text.index("In short")
    assert "Its findings differ from those of others" in page.text
    assert "Broken 50.5% changed 66%" in page.text
    assert "At risk 33% 33%" in page.text
    assert "A weak link 15% (from 10% to 30%) changed 20% (from 10% to 30%)" in page.text
    assert "Changed. The toolkit has 66%." in page.text
    assert "As <we> see it." in page.text
    assert "As &lt;we&gt; see it." in page.html
    # the chapters tell this assessment's numbers, the example the toolkit's
    assert "a weak one in 15%" in page.text
    assert "That is above 66%: A is flagged as broken." in page.text


def test_other_values_without_a_reason_are_told_as_such(
    reader: Opened, partial: Assessment
) -> None:
    page = reader(partial.replace(choices=Choices(broken=0.5))).open("method")
    assert "Why this assessment uses other values Reason No reason is given." in page.text


def test_one_press_goes_back_to_the_toolkit_s_values(reader: Opened, partial: Assessment) -> None:
    page = reader(partial.replace(choices=OWN)).open("method").press("As the toolkit has it")
    assert page.kept().choices == Choices()
    assert page.field("choices.broken.").value == 66
    assert page.field("choices.reason.").value == ""
    assert "values of its own" not in page.text


def test_a_value_that_was_given_with_more_decimals_is_not_rounded_by_the_page(
    reader: Opened, partial: Assessment
) -> None:
    fine = Choices(broken=0.5012345678)
    page = reader(partial.replace(choices=fine)).open("method").fill("choices.at_risk.", 20.0)
    assert page.kept().choices == Choices(broken=0.5012345678, at_risk=0.2)


@pytest.mark.parametrize(
    ("field", "value", "said"),
    [
        ("at_risk", 70.0, "“at risk” must not begin above “broken”"),
        (
            "strengths.weak.low",
            25.0,
            "A weak link: low, centre and high must not fall; correct their order.",
        ),
    ],
)
def test_what_cannot_be_meant_is_refused_in_words_and_nothing_is_kept(
    reader: Opened, partial: Assessment, field: str, value: float, said: str
) -> None:
    page = reader(partial).open("method").fill(f"choices.{field}.", value)
    assert "Not saved." in page.text
    assert said in page.text
    assert page.kept() == partial
    assert page.field(f"choices.{field}.").value == value


def test_the_second_tab_is_asked_which_values_to_keep(
    reader: Opened, store: Store, partial: Assessment
) -> None:
    page = reader(partial).open("method")
    store.save(page.token, Choices(broken=0.9), 0)
    page.fill("choices.broken.", 80.0)
    assert "changed elsewhere" in page.text
    assert "Broken 80% 90%" in page.text
    page.press("Keep mine")
    assert page.kept().choices == Choices(broken=0.8)


def test_values_the_browser_brought_back_are_not_saved_unasked(
    reader: Opened, partial: Assessment
) -> None:
    page = reader(partial).open("method")
    page.test.session_state[state.widget_key("choices", "broken")] = 80.0
    page.again()
    assert "The connection was lost meanwhile" in page.text
    assert page.kept() == partial


def test_who_has_a_seat_reads_the_values_and_cannot_change_them(
    reader: Opened, store: Store, partial: Assessment
) -> None:
    several = partial.replace(
        assessors=(Assessor(id="a1", name="Ann"), Assessor(id="a2", name="Ben")), choices=OWN
    )
    owner = reader(several)
    link = store.open_round(owner.token, ["Cleo"])
    seat = Reader(owner.test, store, store.take_seat(link, "a2")).open("method")
    assert "Broken 50.5% changed 66%" in seat.text
    assert "Only who opened this assessment can change these values." in seat.text
    assert not seat.asks("choices.")


def test_other_pages_say_the_numbers_in_use(reader: Opened, partial: Assessment) -> None:
    chosen = Choices(
        confidences={"high": 0.75}, strengths={"strong": Band(low=0.7, centre=0.8, high=0.95)}
    )
    page = reader(partial.replace(choices=chosen)).open("judge", node=PROPERTY)
    captions = page.field("confidence").proto.captions
    assert captions[0] == "the level stated is taken to be right in 75% of cases"
    assert "strong (70–95% of such effects get through)" in page.open("framework").text
