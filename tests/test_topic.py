"""A framework with topics beside it: one graph, no question asked twice, nothing else moved."""

from __future__ import annotations

import pytest

from assess.assessment import Assessment, FrameworkRef, Judgement, Topics
from assess.findings import analyse, document
from assess.framework import Framework
from assess.topic import alone, by_topic, combine, merged, near, topic_of
from tests import small

CORE = small.framework("a b", "c", "g", "a -> c strong underpins\nc -> g strong contributes_to")
SURE = {"likelihood": "virtually certain", "confidence": "high"}


def topic(name: str, criteria: str, bears_on: str = "", maps: str = "", rights: str = ""):
    """A topic from names, lines `x -> a strong same` and lines `x equal small a`."""
    plain = {
        "summary": "What it is.",
        "sources": ["s"],
        "verified": False,
    }
    judged = {
        "official": False,
        "questions": [{"text": "?", "provenance": "argued", "sources": ["s"]}],
        "strengthens": [],
        "weakens": [],
        "levels": small.WORDS,
    }
    grounds = {"reason": "So.", "provenance": "argued", "verified": False, "sources": ["s"]}
    lines = (line.split() for line in bears_on.splitlines())
    return Framework.model_validate(
        {
            "id": name,
            "version": "1.0.0",
            "builds_on": {"id": "small", "version": "1.0.0"},
            "title": name.title(),
            "summary": "A topic.",
            "licence_note": "",
            "sources": {"s": {"title": f"Source of {name}"}},
            "benefit_levels": small.WORDS,
            "criteria": [
                {"id": each, "code": each.upper(), "name": each, **plain, **judged}
                for each in criteria.split()
            ],
            "rights": [
                {"id": each, "code": each.upper(), "name": each, **plain} for each in rights.split()
            ],
            "links": [
                {"from": one, "to": other, "relation": "contributes_to", "strength": "strong"}
                | grounds
                for one in criteria.split()[:1]
                for other in rights.split()
            ],
            "bears_on": [
                {"from": origin, "to": target, "strength": strength, "sign": sign} | grounds
                for origin, _, target, strength, sign in lines
            ],
            "maps": [
                dict(zip(("criterion", "match", "framework", "node"), line.split(), strict=True))
                | {"reason": "Alike."}
                for line in maps.splitlines()
            ],
        }
    )


def answered(*judgements: Judgement, topics: tuple[str, ...] = ()) -> Assessment:
    refs = tuple(FrameworkRef(id=each, version="1.0.0") for each in topics)
    core = FrameworkRef(id="small", version="1.0.0")
    return Assessment(framework=core, topics=Topics(refs), judgements=judgements)


def harm(node: str, level: str = "major") -> Judgement:
    return Judgement(node=node, answer="effect", harm=level, **SURE)


def none(node: str) -> Judgement:
    return Judgement(node=node, answer="none")


FIRST = topic("first", "x y", "x -> a strong same\ny -> b strong opposite", rights="r")


def test_without_topics_a_framework_is_itself() -> None:
    assert combine(CORE, ()) is CORE


def test_nodes_of_the_core_come_first_and_keep_their_order() -> None:
    both = combine(CORE, [FIRST])
    assert [node.id for node in both.nodes] == ["a", "b", "c", "g", "x", "y", "r"]
    assert [node.id for node in both.judged] == ["a", "b", "c", "x", "y"]
    assert (both.id, both.version) == (CORE.id, CORE.version)
    assert [(t.id, [c.id for c in criteria]) for t, criteria in by_topic(both)] == [
        ("first", ["x", "y"])
    ]


def test_a_harm_flows_over_bears_on_and_loses_a_level() -> None:
    both = combine(CORE, [FIRST])
    found = analyse(both, answered(harm("x"), topics=("first",)), method=small.CERTAIN)
    assert found.node("x").harm.level == 3
    assert found.node("a").harm.level == 2
    assert found.node("r").harm.level == 3
    assert found.harm.level == 2


def test_a_direct_answer_on_the_core_wins_and_the_difference_is_asked_about() -> None:
    both = combine(CORE, [FIRST])
    given = answered(harm("x"), none("a"), topics=("first",))
    found = analyse(both, given, method=small.CERTAIN)
    assert found.node("a").harm.level == 0
    asked = [(p.kind, p.node, p.channel, p.level) for p in found.prompts]
    assert ("expected", "a", "harm", 2) in asked


def test_what_is_opposite_is_asked_about_and_never_carried() -> None:
    both = combine(CORE, [FIRST])
    good = Judgement(node="y", answer="effect", benefit="major", **SURE)
    found = analyse(both, answered(good, topics=("first",)), method=small.CERTAIN)
    assert found.node("b").harm.p == (0, 0, 0)
    assert found.node("b").benefit.p == (0, 0, 0)
    strained = [(p.node, p.other, p.channel) for p in found.prompts if p.kind == "tension"]
    assert ("b", "y", "harm") in strained


def test_a_topic_never_moves_a_number_it_does_not_bear_on() -> None:
    given = (harm("b", "material"), none("c"), none("a"))
    alone_ = analyse(CORE, answered(*given))
    both = combine(CORE, [FIRST])
    beside = analyse(both, answered(*given, none("x"), none("y"), topics=("first",)))
    for node in CORE.nodes:
        assert beside.node(node.id).harm == alone_.node(node.id).harm, node.id
        assert beside.node(node.id).benefit == alone_.node(node.id).benefit, node.id
    assert beside.harm == alone_.harm


def test_topics_are_named_in_the_findings_only_where_there_are_any() -> None:
    both = combine(CORE, [FIRST])
    told = document(analyse(both, answered(topics=("first",))))
    assert told["topics"] == [{"id": "first", "version": "1.0.0"}]
    assert "topics" not in document(analyse(CORE, answered()))


def test_the_order_in_which_topics_are_named_changes_nothing() -> None:
    second = topic("second", "z", "z -> c weak same")
    assert combine(CORE, [FIRST, second]) == combine(CORE, [second, FIRST])


SAME = topic("same", "p q", "p -> b strong same\nq -> b weak same", "p equal small a")


def test_an_equal_question_is_asked_once_and_keeps_its_links() -> None:
    both = combine(CORE, [SAME])
    assert not both.has("p")
    assert [(t.id, c.id) for t, c in merged(both, "a")] == [("same", "p")]
    assert ("a", "b", "supports") in {(e.origin, e.target, e.relation) for e in both.links}
    found = analyse(both, answered(harm("a"), topics=("same",)), method=small.CERTAIN)
    assert found.node("b").harm.level == 2


def test_two_topics_that_ask_the_same_ask_once() -> None:
    other = topic("zother", "v", "v -> c weak same", "v equal same q")
    both = combine(CORE, [SAME, other])
    assert [node.id for node in both.judged] == ["a", "b", "c", "q"]
    assert [(t.id, c.id) for t, c in merged(both, "q")] == [("zother", "v")]
    assert ("q", "c") in {(link.origin, link.target) for link in both.links}


def test_a_link_between_the_same_nodes_is_the_frameworks_own() -> None:
    clash = topic("clash", "p", "p -> c weak same", "p equal small a")
    between = [e for e in combine(CORE, [clash]).links if (e.origin, e.target) == ("a", "c")]
    assert [(e.relation, e.strength) for e in between] == [("underpins", "strong")]


@pytest.mark.parametrize(
    ("match", "seen_from_core", "seen_from_topic"),
    [
        ("broader", "broader", "narrower"),
        ("narrower", "narrower", "broader"),
        ("related", "related", "related"),
    ],
)
def test_a_close_question_is_told_from_both_sides(
    match: str, seen_from_core: str, seen_from_topic: str
) -> None:
    both = combine(CORE, [topic("close", "x", maps=f"x {match} small a")])
    assert [(each.node, each.match) for each in near(both, "a")] == [("x", seen_from_core)]
    assert [(each.node, each.match) for each in near(both, "x")] == [("a", seen_from_topic)]


def test_a_mapping_to_a_topic_that_is_not_there_says_nothing() -> None:
    both = combine(CORE, [topic("close", "x", maps="x related elsewhere w")])
    assert near(both, "x") == ()


def test_sources_of_two_topics_with_the_same_id_stay_apart() -> None:
    both = combine(CORE, [FIRST, topic("second", "z")])
    titles = {both.node(n).id: both.sources[both.node(n).sources[0]].title for n in ("x", "z")}
    assert titles == {"x": "Source of first", "z": "Source of second"}
    assert both.sources["s"].title == "Made up"


def test_a_node_knows_its_topic() -> None:
    both = combine(CORE, [FIRST])
    found = topic_of(both, "x")
    assert found is not None
    assert found.id == "first"
    assert topic_of(both, "a") is None
    assert topic_of(CORE, "a") is None


def test_a_topic_alone_shows_what_it_bears_on_and_no_more() -> None:
    shown = alone(combine(CORE, [SAME]), FIRST)
    assert [node.id for node in shown.nodes] == ["a", "b", "x", "y", "r"]


def test_quick_still_asks_about_the_topics_chosen() -> None:
    both = combine(CORE, [FIRST])
    given = answered(topics=("first",)).replace(triage={"depth": "quick"})
    assert [node.id for node in given.to_judge(both)] == ["a", "b", "x", "y"]


def test_a_topic_is_chosen_once_and_a_newer_version_takes_its_place() -> None:
    old, new = (FrameworkRef(id="first", version=v) for v in ("1.0.0", "1.1.0"))
    assert Topics().chosen(old).chosen(new).refs == (new,)
    assert Topics((old,)).without("first").refs == ()
    with pytest.raises(ValueError, match="name each topic once"):
        Assessment(framework=old, topics=Topics((old,)))
