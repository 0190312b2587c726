"""Pictures in words: what each table says, in which order, and what where there is little."""

from __future__ import annotations

import pytest

from assess import tables
from assess.agreement import agreement
from assess.assessment import Assessor
from assess.compare import compare, options
from assess.explain import AgreementTelling, Telling
from assess.findings import analyse
from assess.proposal import Draft
from assess.robustness import robustness
from assess.tables import Table
from assess.text import words
from tests.shipped import LIBRARY
from tests.small import SMALL, assessment, effect, said

ENGLISH = words("en")


def telling(*judgements, depth="standard") -> Telling:
    given = assessment(SMALL, *judgements, depth=depth)
    return Telling(SMALL, given, analyse(SMALL, given), ENGLISH)


def column(table: Table, name: str) -> list[str]:
    place = table.columns.index(name)
    return [row[place] for row in table.rows]


# --- the chance of each level ------------------------------------------------------------------


def test_each_node_has_its_finding_and_the_chance_of_each_level() -> None:
    table = tables.levels(telling(effect("a", "major"), effect("b", "minor")), "harm")
    rows = {row[0]: dict(zip(table.columns, row, strict=True)) for row in table.rows}
    assert rows["A a"] == {
        "Property, enabler or goal": "A a",
        "Found": "major harm: likely (76%; range 72–79%)",
        "Major harm": "76%",
        "Material harm": "13%",
        "Minor harm": "4%",
        "No harm found": "7%",
    }
    assert set(rows) == {"A a", "B b", "C c", "D d"}


def test_the_chances_of_all_levels_are_one_chance_split() -> None:
    table = tables.levels(telling(effect("a", "major"), effect("b", "minor")), "harm")
    for row in table.rows:
        assert sum(int(cell.rstrip("%")) for cell in row[2:]) == pytest.approx(100, abs=2)


def test_the_strongest_stands_first_in_its_group() -> None:
    found = tables.levels(telling(effect("a", "minor"), effect("b", "major")), "harm")
    assert [row[0] for row in found.rows] == ["B b", "A a", "C c", "D d"]


def test_where_the_highest_level_is_found_is_a_sentence() -> None:
    found = tables.levels(
        telling(effect("a", "major"), said("b", "none"), said("c", "none")), "harm"
    )
    assert found.sentences[0] == "Major harm is found on a."
    assert "No harm is found on b, c and d: no bar is drawn there." in found.sentences


def test_a_harm_that_is_only_possible_is_not_called_found() -> None:
    found = tables.levels(telling(effect("a", "minor", likelihood="unlikely")), "harm")
    assert found.sentences[0] == "Nowhere is any level of harm as likely as not."
    assert column(found, "Found")[0].startswith("minor harm or worse: unlikely (")


def test_a_gap_is_not_known_and_has_no_chances() -> None:
    found = tables.levels(
        telling(said("a", "dont-know"), said("b", "none"), said("c", "none")), "harm"
    )
    assert found.rows[0] == ("A a", "not known (minor harm or worse: 0–100%)", "–", "–", "–", "–")


def test_nothing_found_is_said_and_no_line_explained() -> None:
    nothing = telling(said("a", "none"), said("b", "none"), said("c", "not-applicable"))
    found = tables.levels(nothing, "benefit")
    assert found.sentences == ("No benefit was found in the answers given.",)
    assert column(found, "Found") == [
        *("judged: no effect", "judged: no effect", "judged: not applicable"),
        "no benefit found",
    ]


def test_harm_and_benefit_never_share_a_table() -> None:
    both = telling(effect("a", "major", "minor"))
    for channel, other in (("harm", "benefit"), ("benefit", "harm")):
        table = tables.levels(both, channel)
        told = " ".join((table.title, *table.sentences, *table.columns, *sum(table.rows, ())))
        assert channel in told
        assert other not in told


# --- what would tip the conclusion --------------------------------------------------------------


def tipped(*judgements, channel="harm") -> Table:
    given = telling(*judgements)
    return tables.tipping(given, robustness(SMALL, given.assessment).of(channel))


def test_a_cell_is_the_conclusion_that_a_level_would_lead_to() -> None:
    table = tipped(effect("a", "major"), said("b", "none"), said("c", "none"))
    assert table.columns == ("If this answer were …", "None", "Minor", "Material", "Major")
    assert table.rows[0] == (
        "a",
        "No harm found in the answers given",
        "Minor harm only",
        "Weakens materially what the Internet needs",
        "Breaks a critical property (as answered)",
    )


def test_answers_that_can_change_the_conclusion_come_first_and_the_others_are_counted() -> None:
    table = tipped(effect("a", "minor"), effect("b", "major"), effect("c", "minor"))
    assert [row[0] for row in table.rows] == ["b", "a", "c"]
    assert table.sentences[0].endswith("could change the conclusion by itself: b.")
    assert "2 answers could each have any level: the conclusion stays" in table.sentences[-1]


def test_where_no_answer_decides_alone_this_is_said() -> None:
    table = tipped(effect("a", "major"), effect("b", "major"), said("c", "none"))
    assert table.sentences[0] == (
        "No single answer changes the conclusion, whatever level is put in its place."
    )
    assert len(table.rows) == 3


def test_many_names_are_counted_since_the_table_has_them() -> None:
    latest = LIBRARY.latest("internet-way-of-networking")
    framework = LIBRARY.framework(latest.id, latest.version)
    first, *others = (node.id for node in framework.judged)
    one = assessment(framework, effect(first, "minor"), *(said(each, "none") for each in others))
    given = Telling(framework, one, analyse(framework, one), ENGLISH)
    assert tables.levels(given, "harm").sentences[-1] == (
        "No harm is found on 18 others: no bar is drawn there."
    )
    assert tables.tipping(given, robustness(framework, one).of("harm")).sentences[0] == (
        "15 of 15 answers could change the conclusion, each by itself."
    )


# --- drafts -----------------------------------------------------------------------------------


def drafted(*later) -> Table:
    first = assessment(
        SMALL, effect("a", "major"), said("b", "none"), said("c", "none"), depth="standard"
    )
    second = tuple(each.model_copy(update={"draft": "d2"}) for each in later)
    both = first.model_copy(
        update={
            "drafts": (Draft(id="d1"), Draft(id="d2", label="As amended")),
            "judgements": (*first.judgements, *second),
        }
    )
    return tables.drafts(SMALL, compare(SMALL, options(both)), ENGLISH, "harm")


def test_drafts_stand_side_by_side_on_the_level_of_the_worst() -> None:
    table = drafted(effect("a", "minor"), said("b", "none"), said("c", "none"))
    assert table.columns == ("Critical property or goal", "Chance of", "Draft 1", "As amended")
    assert table.rows[0] == (
        "A a",
        "major harm",
        "likely (76%; range 72–79%)",
        "very unlikely (3%)",
    )
    assert table.sentences[0] == "No harm is found in any draft on b and d."


def test_what_no_draft_answers_is_not_known_rather_than_none() -> None:
    table = drafted(said("a", "dont-know"), said("b", "none"), said("c", "none"))
    assert table.rows[0][3] == "not known (major harm: 0–100%)"


# --- who states what ----------------------------------------------------------------------------


def people(*answers, names=("Noor", "Ana", "")) -> AgreementTelling:
    given = [
        each.model_copy(update={"assessor": f"a{number}"})
        for number, of_one in enumerate(answers, start=1)
        for each in of_one
    ]
    all_of = assessment(SMALL, *given, depth="standard").model_copy(
        update={
            "assessors": tuple(
                Assessor(id=f"a{number}", name=name)
                for number, name in enumerate(names[: len(answers)], start=1)
            )
        }
    )
    return AgreementTelling(SMALL, agreement(SMALL, all_of), ENGLISH)


def test_everybody_has_a_column_and_the_widest_spread_comes_first() -> None:
    table = tables.disagreement(
        people(
            [effect("a", "minor"), effect("b", "major")],
            [effect("a", "material"), effect("b", None, "minor")],
            [said("a", "dont-know"), said("b", "none")],
        ),
        "harm",
    )
    assert table.columns == ("Property or enabler", "Noor", "Ana", "Person 3")
    assert table.rows == (
        ("B b", "major harm", "no harm stated", "no harm stated"),
        ("A a", "minor harm", "material harm", "no level stated"),
    )
    assert table.sentences == ("Two levels or more lie between people on b.",)


@pytest.mark.parametrize(
    ("second", "sentence"),
    [
        (effect("a", "material"), "Nowhere are two people more than one level apart."),
        (said("a", "none"), "Nowhere are two people more than one level apart."),
    ],
)
def test_little_disagreement_is_said_too(second, sentence) -> None:
    told = tables.disagreement(people([effect("a", "minor")], [second]), "harm")
    assert told.sentences == (sentence,)


def test_a_side_nobody_states_has_no_rows() -> None:
    told = tables.disagreement(people([effect("a", "minor")], [said("a", "none")]), "benefit")
    assert (told.sentences, told.rows) == (("Nobody states any benefit.",), ())
