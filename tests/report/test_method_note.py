"""The method note of a report: every number in use, and which of them are not the toolkit's."""

from __future__ import annotations

import pytest

from assess import report
from assess.choices import Band, Choices, Loss
from assess.findings import analyse
from assess.report.document import Note, Section, Table, UserText
from tests.report.briefs import (
    CP4,
    ENGLISH,
    FRAMEWORK,
    assessed,
    blocks,
    brief,
    judged,
    said,
    section,
)

OWN = Choices(
    strengths={"strong": Band(low=0.7, centre=0.8, high=0.95)},
    losses={"supports": Loss(harm=2, benefit=0)},
    broken=0.505,
    confidences={"high": 0.75},
    reason="We asked <ten> engineers.",
)


def note(choices: Choices) -> Section:
    made = brief(assessed(judged(CP4, harm="major"), choices=choices), audience="annex")
    return section(made, "methodology")


def tables(choices: Choices) -> list[Table]:
    return [block for block in blocks(note(choices)) if isinstance(block, Table)]


@pytest.mark.parametrize("choices", [Choices(), OWN], ids=["toolkit's", "own"])
def test_every_number_in_use_is_printed(choices: Choices) -> None:
    cells = " ".join(cell.text for each in tables(choices) for row in each.rows for cell in row[:2])
    for row in choices.method().rows():
        if row.group.endswith("drop"):
            assert f"{row.group.removesuffix(' drop')} {row.value:g}" in cells
        elif row.name == "spread":
            assert "1/3" in cells
        elif row.value > 1:
            assert ENGLISH.number(int(row.value)) in cells
        else:
            assert ENGLISH.exact(row.value) in cells, row


def test_with_the_toolkit_s_numbers_nothing_else_is_said() -> None:
    ours = tables(Choices())[0]
    assert ours.head == ("Choice", "Value used")
    assert not [block for block in note(Choices()).blocks if isinstance(block, Note | UserText)]
    made = brief(assessed())
    assert "Numbers" not in [fact.term for fact in made.facts]


def test_what_differs_is_marked_with_the_toolkit_s_own_beside_it() -> None:
    ours = tables(OWN)[0]
    assert ours.head[2] == "The toolkit's own, where it differs"
    by_name = {row[0].text: (row[1].text, row[2].text) for row in ours.rows}
    used, toolkit = by_name["How often a link lets an effect through"]
    assert "A strong link: 80% (from 70% to 95%) (changed)" in used
    assert "A weak link: 20% (from 10% to 30%);" in used
    assert toolkit == "A strong link: 90% (from 80% to 100%)"
    assert by_name["From which chance of major harm a critical property is flagged"] == (
        "Broken: 50.5% (changed); At risk: 33%",
        "Broken: 66%",
    )


def test_the_reason_is_printed_in_the_assessor_s_words() -> None:
    written = [block for block in note(OWN).blocks if isinstance(block, UserText)]
    assert [(each.label, each.text) for each in written] == [
        ("Why this assessment uses other values", "We asked <ten> engineers.")
    ]
    silent = [b for b in note(Choices(broken=0.5)).blocks if isinstance(b, Note)]
    assert silent[0].texts[-1] == "No reason is given."


def test_whoever_reads_only_the_first_page_learns_of_it() -> None:
    made = brief(assessed(choices=Choices(broken=0.5)))
    (fact,) = [fact for fact in made.facts if fact.term == "Numbers"]
    assert fact.text.endswith("Broken: 50% instead of 66%.")


def test_a_flag_is_explained_with_the_cut_off_in_use() -> None:
    made = brief(assessed(judged(CP4, harm="major"), choices=OWN))
    assert "Major harm has a chance of 50.5% or more." in said(made, "exist")


@pytest.mark.parametrize("kind", report.KINDS)
def test_every_kind_of_file_carries_it(kind: report.Kind) -> None:
    given = assessed(judged(CP4, harm="major"), choices=OWN)
    assert analyse(FRAMEWORK, given).method == OWN.method()
    data = report.write(brief(given), kind)
    assert report.extract(data)
    if kind not in ("docx", "pdf"):  # packed; their words come from the same blocks
        text = data.decode()
        assert "ten" in text
        assert "<ten>" not in text.partition("<main>")[2].partition("</main>")[0]
