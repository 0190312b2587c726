"""Links whose strength decides, against findings with a variant of the framework."""

from __future__ import annotations

import pytest

from assess.findings import CHANNELS, analyse
from assess.robustness import deciding_links
from assess.variant import RATINGS, LinkChange, Variant
from tests.robustness.changed import all_kinds
from tests.shipped import LIBRARY
from tests.small import SMALL, assessment, effect, framework, said

IWN = LIBRARY.framework("internet-way-of-networking", "1.0.0")


def changed(link, rating):
    return LinkChange(
        origin=link.origin, target=link.target, relation=link.relation, rating=rating, reason="?"
    )


def levels(found, channel):
    return found.verdict(channel).level, {n.id: n.effect(channel).level for n in found.nodes}


def by_analysis(frame, given, channel, links):
    """What changes for every other rating of these links, as `analyse` finds it."""
    before, nodes = levels(analyse(frame, given), channel)
    for number, link in links:
        for rating in RATINGS:
            variant = Variant(links=(changed(link, rating),))
            after, others = levels(analyse(frame, given, variant=variant), channel)
            moved = tuple((n, nodes[n], others[n]) for n in nodes if nodes[n] != others[n])
            if rating != link.strength and (moved or after != before):
                yield number, rating, after, after != before, moved


def told(rows):
    return [(row.step.index, row.rating, row.verdict, row.changes, row.nodes) for row in rows]


@pytest.mark.parametrize("seed", range(8))
def test_rows_are_exactly_the_ratings_that_change_something(seed):
    given = all_kinds(SMALL, seed)
    carrying = [(k, link) for k, link in enumerate(SMALL.links) if link.relation != "tension"]
    rows = deciding_links(SMALL, given)
    for channel in CHANNELS:
        assert told(rows[channel]) == list(by_analysis(SMALL, given, channel, carrying))


def test_on_the_shipped_framework_a_row_says_what_analyse_says():
    given = all_kinds(IWN, 9, parts=1)
    rows = deciding_links(IWN, given)
    deciding = sorted({row.step.index for row in rows["harm"]})
    assert deciding
    some = [(k, IWN.links[k]) for k in deciding[:2]]
    wanted = [row for row in rows["harm"] if row.step.index in deciding[:2]]
    assert told(wanted) == list(by_analysis(IWN, given, "harm", some))


def test_a_link_that_carries_the_verdict_decides_it():
    frame = framework("k", "c", "", "c -> k strong underpins")
    given = assessment(frame, effect("c", "major"), depth="standard")
    rows = deciding_links(frame, given)["harm"]
    assert [(row.rating, row.verdict, row.changes) for row in rows] == [
        ("off", 2, True),
        ("weak", 2, True),
        ("material", 2, True),
    ]
    assert rows[0].nodes == (("k", 3, 0),)


def test_a_link_into_an_answered_node_decides_nothing():
    frame = framework("k", "c", "", "c -> k strong underpins")
    given = assessment(frame, effect("c", "major"), said("k", "none"), depth="standard")
    assert deciding_links(frame, given) == {"harm": (), "benefit": ()}


def test_a_link_is_compared_with_what_the_variant_takes_it_for():
    frame = framework("k", "c", "", "c -> k strong underpins")
    given = assessment(frame, effect("c", "major"), depth="standard")
    weak = Variant(links=(changed(frame.links[0], "weak"),))
    rows = deciding_links(frame, given, variant=weak)["harm"]
    assert {row.step.strength for row in rows} == {"weak"}
    assert [(row.rating, row.verdict) for row in rows if row.changes] == [("strong", 3)]
    off = Variant(links=(changed(frame.links[0], "off"),))
    assert deciding_links(frame, given, variant=off)["harm"] == ()


def test_without_links_or_answers_nothing_decides():
    bare = framework("a b", "", "", "")
    assert deciding_links(bare, assessment(bare, effect("a", "major")))["harm"] == ()
    assert deciding_links(SMALL, assessment(SMALL)) == {"harm": (), "benefit": ()}
