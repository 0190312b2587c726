"""What the shipped topics say: seven of them, each beside the core, each with a case."""

from __future__ import annotations

import re
from collections import Counter

import pytest

from assess.findings import analyse
from assess.framework import Framework
from assess.topic import combine
from tests.shipped import LIBRARY

CORE = LIBRARY.latest("internet-way-of-networking")
BASE = LIBRARY.framework(CORE.id, CORE.version)
TOPICS = {topic.id: topic for topic in LIBRARY.topics(CORE)}
SEVEN = {
    "community-connectivity": 8,
    "encryption": 8,
    "human-rights-protocol": 20,
    "interconnection": 8,
    "open-standards": 8,
    "routing-security": 8,
    "time-security": 7,
}

each_topic = pytest.mark.parametrize("topic", TOPICS.values(), ids=lambda topic: topic.id)


def test_seven_topics_stand_beside_the_core() -> None:
    assert {name: len(topic.criteria) for name, topic in TOPICS.items()} == SEVEN


@each_topic
def test_every_criterion_bears_on_the_core_or_on_a_right(topic: Framework) -> None:
    rights = {right.id for right in topic.rights}
    bearing = {each.origin for each in topic.bears_on}
    bearing |= {link.origin for link in topic.links if link.target in rights}
    assert {criterion.id for criterion in topic.criteria} == bearing


@each_topic
def test_every_criterion_has_a_question_and_says_what_moves_it(topic: Framework) -> None:
    for criterion in topic.criteria:
        assert len(criterion.questions) >= 2, criterion.id
        assert criterion.strengthens, criterion.id
        assert criterion.weakens, criterion.id
        assert all(q.text.endswith("?") for q in criterion.questions), criterion.id


@each_topic
def test_a_claim_called_published_says_by_whom(topic: Framework) -> None:
    for claim in (*topic.links, *topic.bears_on):
        if claim.provenance == "published":
            assert set(claim.sources) - {"our-reasoning"}, (claim.origin, claim.target)


@each_topic
def test_it_is_answered_in_a_case_of_the_library(topic: Framework) -> None:
    asked = {criterion.id for criterion in topic.criteria}
    used = [case for case in LIBRARY.cases() if case.topics.has(topic.id)]
    assert used
    for case in used:
        answered = {each.node for each in case.judgements}
        assert asked <= answered, case.id


@each_topic
def test_it_is_offered_for_some_kinds_of_intervention(topic: Framework) -> None:
    assert topic.suggested_by


def test_all_seven_stand_together_with_every_id_given_once() -> None:
    together = combine(BASE, list(TOPICS.values()))
    counts = Counter(node.id for node in together.nodes)
    assert max(counts.values()) == 1
    assert len(together.criteria) == sum(SEVEN.values()) - len(together.asked_as)  # type: ignore[attr-defined]
    found = analyse(together, LIBRARY.cases()[0].assessment())
    assert len(found.nodes) == len(together.nodes)


def test_rfc_9620_has_twenty_guidelines_and_58_links_to_rights() -> None:
    topic = TOPICS["human-rights-protocol"]
    rights = {right.id for right in topic.rights}
    links = [link for link in topic.links if link.target in rights]
    assert len(topic.criteria) == 20
    assert len(links) == 58
    assert {link.provenance for link in links} == {"published"}
    assert all(criterion.official for criterion in topic.criteria)


def test_manrs_has_four_programmes_and_says_what_each_insists_on() -> None:
    topic = TOPICS["routing-security"]
    assert len(topic.programmes) == 4
    duties = Counter(
        (action.programme, action.duty) for each in topic.criteria for action in each.actions
    )
    assert {programme for programme, _ in duties} == {each.id for each in topic.programmes}
    assert any(duty == "compulsory" for _, duty in duties)


def test_ids_of_criteria_are_words_and_never_printed_codes() -> None:
    for topic in TOPICS.values():
        for criterion in topic.criteria:
            assert not re.fullmatch(r"[a-z]+\d+", criterion.id), criterion.id
