"""One file a person, made one assessment."""

from __future__ import annotations

import pytest

from assess.agreement import agreement, merge
from assess.assessment import Assessor
from assess.errors import AssessError
from assess.panel import Note
from tests.agreement.people import assessed, by, in_rounds
from tests.small import SMALL, effect, said


def file(*judgements, name="", **fields):
    """What one person sends: everybody is a1 at home."""
    person = (Assessor(id="a1", name=name),)
    return assessed(by("a1", *judgements), assessors=person, **fields)


ANNA = file(effect("a", "major"), name="Anna")
BEN = file(said("a", "none"), name="Ben")


def test_everybody_gets_an_id_of_their_own_and_keeps_name_answers_and_notes():
    noted = BEN.replace(notes=(Note(node="a", text="Why?"),))
    found = merge([ANNA, noted])
    assert [(each.id, each.name) for each in found.assessors] == [("a1", "Anna"), ("a2", "Ben")]
    assert [(j.assessor, j.answer) for j in found.judgements] == [("a1", "effect"), ("a2", "none")]
    assert [(note.assessor, note.text) for note in found.notes] == [("a2", "Why?")]
    assert [vote.assessors for vote in agreement(SMALL, found).votes("harm")] == [("a1",), ("a2",)]


def test_a_file_of_several_people_brings_them_all_and_one_without_answers_its_person():
    two = assessed(by("a1", said("a", "none")), by("a7", said("b", "none")))
    empty = file(name="Dora")
    found = merge([two, ANNA, empty])
    assert [each.id for each in found.assessors] == ["a1", "a2", "a3", "a4"]
    assert [each.name for each in found.assessors] == ["Anna", "", "Anna", "Dora"]
    assert agreement(SMALL, found).silent == ("a4",)


def test_one_file_stays_as_it_is():
    assert merge([ANNA]) is ANNA


def test_the_deepest_of_different_depths_is_asked_of_all():
    quick = file(effect("a", "major"), triage={"depth": "quick"})
    assert merge([quick, BEN]).triage.depth == "standard"
    assert merge([BEN, quick]).triage.depth == "standard"


def test_rounds_are_left_behind():
    first = by("a1", effect("b", "minor"))
    told = in_rounds(first, by("a1", effect("b", "major")))
    assert merge([told, BEN]).panel is None


DIFFERENT = [
    (
        "versions",
        {"framework": {"id": "small", "version": "2.0.0"}},
        "b.json cannot be compared: they are made against different versions of the framework",
    ),
    (
        "titles",
        {"proposal": {"title": "Another Bill"}},
        "they have different titles; if both are about one proposal, give them the same title",
    ),
    (
        "drafts",
        {"drafts": [{"id": "d1", "provisions": [{"id": "1", "text": "Other."}]}]},
        "their drafts differ; people must judge the same texts with the same labels and dates",
    ),
    ("labels", {"drafts": [{"id": "d1", "label": "amended"}]}, "their drafts differ"),
    ("choices", {"choices": {"broken": 0.9}}, "they choose other numbers for the method"),
]


@pytest.mark.parametrize(
    ("fields", "sentence"), [d[1:] for d in DIFFERENT], ids=[d[0] for d in DIFFERENT]
)
def test_what_cannot_be_compared_is_refused_with_the_reason(fields, sentence):
    with pytest.raises(AssessError) as refused:
        merge([ANNA, BEN.replace(**fields)], ["a.json", "b.json"])
    assert str(refused.value).startswith("a.json and b.json cannot be compared: ")
    assert sentence in str(refused.value)


def test_links_taken_otherwise_in_one_file_only_are_refused():
    origin, target = SMALL.links[0].origin, SMALL.links[0].target
    change = {"origin": origin, "target": target, "relation": "underpins"}
    other = BEN.replace(variant={"links": [{**change, "rating": "off", "reason": "x"}]})
    with pytest.raises(AssessError, match="they take the framework's links otherwise"):
        merge([ANNA, other])


def test_a_title_in_other_letters_and_another_view_of_the_purpose_are_no_difference():
    one = ANNA.replace(proposal={"title": "The Bill"})
    draft = {"id": "d1", "purpose": "met", "purpose_reason": "It is."}
    other = BEN.replace(proposal={"title": " the bill"}, drafts=[draft])
    assert merge([one, other]).drafts == one.drafts


def test_the_same_file_twice_would_count_one_person_twice():
    with pytest.raises(AssessError, match=r"^a.json and c.json are the same: nobody's answers"):
        merge([ANNA, BEN, ANNA], ["a.json", "b.json", "c.json"])


def test_without_names_files_are_numbered():
    with pytest.raises(AssessError, match=r"^assessment 1 and assessment 2 are the same"):
        merge([ANNA, ANNA])


def test_an_open_round_of_several_people_stays_closed_to_others():
    blind = in_rounds((), (*by("a1", said("a", "none")), *by("a2", said("b", "none"))), "first")
    with pytest.raises(AssessError, match=r"^b.json: a round is open in it; end it before"):
        merge([ANNA, blind], ["a.json", "b.json"])
    own = in_rounds((), by("a1", said("b", "none")), "first")
    assert len(merge([ANNA, own]).assessors) == 2


def test_nothing_more_than_fifty_people_and_five_thousand_answers():
    with pytest.raises(AssessError, match="answers by 51 people; at most 50 can be compared"):
        merge([file(said("a", "none"), name=f"P{k}") for k in range(51)])
    parts = [said(node, "none", part=part) for node in "abc" for part in range(1, 21)]
    notes = [Note(node=f"n{k}", assessor="a1", text="x") for k in range(101)]
    with pytest.raises(AssessError, match="more than 5000 answers, notes or marks; compare fewer"):
        merge([file(*parts, name=f"P{k}", notes=notes) for k in range(50)])


def test_no_file_at_all():
    with pytest.raises(AssessError, match="no assessment to compare; name one file or more"):
        merge([])
