"""Several people's answers: bad input, and the whole as a document."""

from __future__ import annotations

import json
import random

import pytest

from assess.agreement import FORMAT, agreement, document, dumps
from assess.assessment import Assessor
from assess.errors import AssessError
from tests.agreement.people import TEN, agreed, assessed, by, in_rounds, iwn
from tests.small import SMALL, any_effect, effect, said


def test_one_person_has_a_verdict_and_nothing_to_compare():
    found = agreed(by("a1", effect("a", "major")))
    assert (found.measure.reason, found.pooled) == ("one-assessor", None)
    assert [vote.level for vote in found.votes("harm")] == [3]
    assert (found.dissents, found.unsettled) == ((), ())


def test_people_with_nothing_in_common_have_views_and_no_measure():
    found = agreed(by("a1", effect("a", "major")), by("a2", effect("b", "minor")))
    assert (found.measure.reason, found.measure.pairs) == ("no-overlap", 0)
    assert len(found.views) == 2
    assert found.pooled is not None


def test_nobody_and_no_answers_are_no_crash():
    empty = agreed()
    assert (empty.views, empty.silent, empty.measure.reason) == ((), (), "no-answers")
    listed = agreed(assessors=(Assessor(id="a1"), Assessor(id="a2")))
    assert (listed.silent, listed.pooled, listed.votes("harm")) == (("a1", "a2"), None, ())


REFUSED = [
    (
        "unknown draft",
        lambda: agreement(SMALL, assessed(by("a1", said("a", "none"))), draft="d9"),
        "there is no draft 'd9'; there is d1",
    ),
    (
        "unknown draft, nobody there",
        lambda: agreement(SMALL, assessed(), draft="d9"),
        "there is no draft 'd9'; there is d1",
    ),
    (
        "too many people",
        lambda: agreed(*(by(f"p{k}", said("a", "none")) for k in range(51)), assessors=()),
        "answers by 51 people; at most 50 can be compared",
    ),
    (
        "a goal judged",
        lambda: agreed(by("a1", said("d", "none"))),
        "judgement on 'd': it is not judged itself",
    ),
]


@pytest.mark.parametrize(
    ("asked", "sentence"), [r[1:] for r in REFUSED], ids=[r[0] for r in REFUSED]
)
def test_what_cannot_be_told_is_refused_in_a_sentence(asked, sentence):
    with pytest.raises(AssessError) as refused:
        asked()
    assert str(refused.value).startswith(sentence)


def test_a_person_who_only_has_answers_is_somebody_too():
    found = agreed(by("a1", said("a", "none")), by("a2", said("a", "none")), assessors=())
    assert [each.id for each in found.assessors] == ["a1", "a2"]
    assert found.assessor("a2").name == ""
    with pytest.raises(KeyError):
        found.assessor("a3")


def test_fifty_people_on_fifteen_nodes_are_all_counted():
    chance = random.Random(7)
    everybody = [
        by(f"a{k}", *(any_effect(node.id, 1, chance) for node in iwn().judged))
        for k in range(1, 51)
    ]
    found = agreed(*everybody, frame=iwn())
    assert len(found.views) == 50
    assert sum(len(vote.assessors) for vote in found.votes("harm")) == 50
    assert found.measure.pairs == 30 * 50 * 49 // 2
    assert found.measure.alpha == pytest.approx(0.0, abs=0.05)


def test_the_same_answers_give_the_same_document():
    one = dumps(agreed(by("a1", effect("a", "major")), by("a2", said("a", "none"))))
    assert one == dumps(agreed(by("a1", effect("a", "major")), by("a2", said("a", "none"))))


def test_the_document_holds_all_there_is_as_plain_json():
    chance = random.Random(3)
    people = [by(f"a{k}", *(any_effect(n.id, 1, chance) for n in TEN.judged)) for k in (1, 2, 3)]
    told = json.loads(dumps(agreed(*people, by("a4", said("a", "dont-know")), frame=TEN)))
    assert told["format"] == FORMAT == "assess-agreement/1"
    assert told["assessors"][0] == {"id": "a1", "name": "Anna"}
    assert told["silent"] == ["a4"]
    assert -1 <= told["agreement"]["alpha"] <= told["agreement"]["high"] <= 1
    assert len(told["items"]) == 2 * len(TEN.judged)
    assert told["items"][0]["levels"][3] is None
    assert [each["assessor"] for each in told["views"]] == ["a1", "a2", "a3"]
    assert set(told["pooled"]["nodes"]) == {node.id for node in TEN.nodes}
    assert told["dissents"][0]["answers"][0]["judgements"][0]["assessor"] == "a1"
    votes = [each["assessors"] for each in told["verdicts"]["harm"]]
    assert sorted(who for all_of in votes for who in all_of) == ["a1", "a2", "a3"]


def test_the_document_has_what_moved_and_the_first_round():
    first = (*by("a1", effect("a", "major")), *by("a2", said("a", "none")))
    now = (*first[:1], *by("a2", effect("a", "major")))
    told = document(agreement(SMALL, in_rounds(first, now)))
    (move,) = told["moves"]
    assert (move["node"], move["assessor"]) == ("a", "a2")
    assert move["before"][0]["answer"] == "none"
    assert told["before"]["round"] == "first"
    assert told["before"]["before"] is None
