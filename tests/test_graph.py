"""The framework as a graph: circles, routes, and where things are drawn."""

from __future__ import annotations

import itertools

import pytest

from assess.graph import NARROW, WIDE, Layout, Size, circles, layout, loops, routes, unreached_goals
from tests.shipped import LIBRARY
from tests.small import framework


@pytest.fixture(scope="module")
def iwn():
    return LIBRARY.framework("internet-way-of-networking", "1.0.0")


def test_a_circle_among_underpins_is_told_from_its_earliest_node():
    small = framework(
        "a b c",
        "",
        "",
        """
        b -> c weak underpins
        c -> a weak underpins
        a -> b weak underpins
        """,
    )
    assert circles(small) == (("a", "b", "c"),)


def test_links_of_another_relation_close_no_circle():
    small = framework("a b", "", "", "a -> b weak underpins\nb -> a weak supports")
    assert circles(small) == ()
    assert loops(small) == (("a", "b"),)


def test_two_links_between_the_same_nodes_are_one_circle():
    small = framework(
        "a b", "", "", "a -> b weak underpins\na -> b strong underpins\nb -> a weak underpins"
    )
    assert set(circles(small)) == {("a", "b")}


def test_a_tension_closes_no_loop_and_opens_no_route():
    small = framework("a b", "", "", "a -> b weak underpins\nb -> a weak tension")
    assert loops(small) == ()
    assert routes(small, "b", "a") == ()


def test_a_goal_that_only_a_tension_touches_is_not_reached():
    small = framework("a", "e", "g h", "e -> g weak contributes_to\na -> h weak tension")
    assert unreached_goals(small) == ("h",)


def test_routes_come_shortest_first_and_by_the_places_of_their_links():
    small = framework(
        "a b",
        "c",
        "d",
        """
        a -> c strong underpins
        c -> d strong contributes_to
        a -> d weak supports
        c -> b weak supports
        b -> c weak supports
        """,
    )
    assert routes(small, "a", "d") == ((2,), (0, 1))


def test_the_published_graph_has_no_circle_and_reaches_every_goal(iwn):
    assert circles(iwn) == ()
    assert unreached_goals(iwn) == ()
    (loop,) = loops(iwn)
    assert set(loop) == {node.id for node in iwn.critical_properties} - {
        "common-global-identifiers"
    }


def overlapping(found: Layout) -> list[tuple[str, str]]:
    return [
        (one.id, other.id)
        for k, one in enumerate(found.boxes)
        for other in found.boxes[k + 1 :]
        if one.x < other.x + other.width
        and other.x < one.x + one.width
        and one.y < other.y + other.height
        and other.y < one.y + one.height
    ]


@pytest.mark.parametrize("shape", ["wide", "narrow"])
def test_every_node_has_a_box_and_no_two_overlap(iwn, shape):
    found = layout(iwn, shape)
    assert {box.id for box in found.boxes} == {node.id for node in iwn.nodes}
    assert overlapping(found) == []
    assert all(box.x >= 0 and box.x + box.width <= found.width for box in found.boxes)
    assert all(box.y >= 0 and box.y + box.height <= found.height for box in found.boxes)


@pytest.mark.parametrize("shape", ["wide", "narrow"])
def test_every_line_starts_and_ends_at_the_edge_of_its_boxes(iwn, shape):
    found = layout(iwn, shape)
    assert [line.index for line in found.lines] == list(range(len(iwn.links)))
    for line in found.lines:
        for node, (x, y) in ((line.origin, line.points[0]), (line.target, line.points[-1])):
            box = found.box(node)
            across = x in (box.x, box.x + box.width) and box.y <= y <= box.y + box.height
            down = y in (box.y, box.y + box.height) and box.x <= x <= box.x + box.width
            assert across if shape == "wide" else down, line


@pytest.mark.parametrize("shape", ["wide", "narrow"])
def test_lines_stay_on_the_canvas(iwn, shape):
    found = layout(iwn, shape)
    for line in found.lines:
        assert all(0 <= x <= found.width and 0 <= y <= found.height for x, y in line.points)


def test_a_phone_is_wide_enough_for_the_narrow_layout(iwn):
    assert layout(iwn, "narrow").width <= 390 - 2 * 12


def test_layers_stand_side_by_side_or_one_below_the_other(iwn):
    wide, narrow = layout(iwn, "wide"), layout(iwn, "narrow")
    for one, other in ((0, 1), (1, 2)):
        left, right = ([b for b in wide.boxes if b.layer == n] for n in (one, other))
        assert max(b.x + b.width for b in left) < min(b.x for b in right)
        above, below = ([b for b in narrow.boxes if b.layer == n] for n in (one, other))
        assert max(b.y + b.height for b in above) < min(b.y for b in below)


def test_enablers_stand_together_by_their_goal(iwn):
    goal = {enabler.id: enabler.goal for enabler in iwn.enablers}
    boxes = sorted((b for b in layout(iwn).boxes if b.layer == 1), key=lambda b: b.y)
    order = [goal[box.id] for box in boxes]
    changes = sum(one != other for one, other in itertools.pairwise(order))
    assert changes == len(iwn.goals) - 1


def test_goals_stand_in_the_order_of_their_enablers(iwn):
    goal = {enabler.id: enabler.goal for enabler in iwn.enablers}
    boxes = sorted(layout(iwn).boxes, key=lambda b: (b.layer, b.y))
    groups = list(dict.fromkeys(goal[box.id] for box in boxes if box.layer == 1))
    assert [box.id for box in boxes if box.layer == 2] == groups


def crossings(found: Layout) -> int:
    ends = [
        (found.box(line.origin), found.box(line.target))
        for line in found.lines
        if found.box(line.origin).layer + 1 == found.box(line.target).layer
    ]
    return sum(a.layer == c.layer and a.y < c.y and b.y > d.y for a, b in ends for c, d in ends)


def test_the_order_has_fewer_crossings_than_that_of_the_file(iwn):
    as_in_file = 246
    assert crossings(layout(iwn)) <= 0.8 * as_in_file


def test_the_same_framework_gives_the_same_layout_and_sizes_are_kept(iwn):
    assert layout(iwn) == layout(iwn, size=WIDE)
    assert layout(iwn, "narrow") == layout(iwn, "narrow", NARROW)
    small = layout(iwn, size=Size(width=100, height=30, space=6, between=80))
    assert {(box.width, box.height) for box in small.boxes} == {(100, 30)}


def test_a_box_that_is_not_there_is_named():
    with pytest.raises(KeyError, match="nowhere"):
        layout(framework("a", "e", "g", "e -> g weak contributes_to")).box("nowhere")
