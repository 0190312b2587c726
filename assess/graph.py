"""The framework as a graph: its circles, its routes, and where each node is drawn.

networkx is fetched only by the functions that need it.
"""

from __future__ import annotations

from dataclasses import dataclass
from itertools import islice, pairwise
from typing import TYPE_CHECKING, Final, Literal

if TYPE_CHECKING:
    import networkx as nx

    from assess.framework import Framework, Kind, Link, Relation

Point = tuple[float, float]

LAYERS: Final[tuple[Kind, ...]] = (*("criterion", "critical-property", "enabler", "goal", "right"),)
"""The kinds of node, each in a layer; what bears on others comes first."""
_CIRCLES: Final = 100
_SWEEPS: Final = 12


def circles(framework: Framework, relation: Relation = "underpins") -> tuple[tuple[str, ...], ...]:
    """Circles among the links of one relation (the first 100), each from its earliest node."""
    import networkx as nx

    place = {node.id: k for k, node in enumerate(framework.nodes)}
    graph = _graph(framework, tuple(e for e in framework.links if e.relation == relation))
    found = (_from_earliest(circle, place) for circle in nx.simple_cycles(graph))
    return tuple(sorted(islice(found, _CIRCLES), key=lambda c: [place[node] for node in c]))


def loops(framework: Framework) -> tuple[tuple[str, ...], ...]:
    """Groups of nodes that bear on one another over links that carry; allowed, but worth saying."""
    import networkx as nx

    place = {node.id: k for k, node in enumerate(framework.nodes)}
    groups = nx.strongly_connected_components(_graph(framework, _carrying(framework)))
    found = (tuple(sorted(group, key=place.__getitem__)) for group in groups if len(group) > 1)
    return tuple(sorted(found, key=lambda group: place[group[0]]))


def unreached_goals(framework: Framework) -> tuple[str, ...]:
    """Goals and rights that no link reaches."""
    reached = {link.target for link in _carrying(framework)}
    aims = (*framework.goals, *framework.rights)
    return tuple(aim.id for aim in aims if aim.id not in reached)


def routes(framework: Framework, origin: str, target: str) -> tuple[tuple[int, ...], ...]:
    """Every way from one node to another over links that carry, none twice through a node.

    A route is a tuple of places in `framework.links`; shortest first, then in the links' order.
    """
    import networkx as nx

    graph = _graph(framework, _carrying(framework))
    found = nx.all_simple_edge_paths(graph, origin, target)
    ways = (tuple(key for _, _, key in route) for route in found)
    return tuple(sorted(ways, key=lambda route: (len(route), route)))


def _carrying(framework: Framework) -> tuple[Link, ...]:
    return tuple(link for link in framework.links if link.relation != "tension")


def _graph(framework: Framework, links: tuple[Link, ...]) -> nx.MultiDiGraph[str]:
    """These links as a graph; the key of an edge is its place in `framework.links`."""
    import networkx as nx

    place = {id(link): k for k, link in enumerate(framework.links)}
    graph: nx.MultiDiGraph[str] = nx.MultiDiGraph()
    graph.add_nodes_from(node.id for node in framework.nodes)
    graph.add_edges_from((link.origin, link.target, place[id(link)]) for link in links)
    return graph


def _from_earliest(circle: list[str], place: dict[str, int]) -> tuple[str, ...]:
    first = min(range(len(circle)), key=lambda k: place[circle[k]])
    return (*circle[first:], *circle[:first])


@dataclass(frozen=True)
class NodeBox:
    """Where a node is drawn: top left corner and size. `layer` counts the layers there are."""

    id: str
    layer: int
    x: float
    y: float
    width: float
    height: float


@dataclass(frozen=True)
class LinkLine:
    """Where a link is drawn; `index` is its place in `framework.links`.

    It leaves and reaches its boxes in the direction of the layers. Between layers it has two
    points; within a layer four, going round the side on which no other layer stands near.
    """

    index: int
    origin: str
    target: str
    points: tuple[Point, ...]


@dataclass(frozen=True)
class Layout:
    """Boxes and lines on a canvas of this size, the origin at the top left."""

    width: float
    height: float
    boxes: tuple[NodeBox, ...]
    lines: tuple[LinkLine, ...]

    def box(self, node: str) -> NodeBox:
        """The box of a node. Raises KeyError where there is none."""
        for box in self.boxes:
            if box.id == node:
                return box
        raise KeyError(node)


@dataclass(frozen=True)
class Size:
    """Lengths in the reader's unit: a box, the space between boxes, between layers, around.

    `rim` is kept free outside the first layer, for the lines within it; `row` is how many boxes
    of a layer stand side by side before the next row (narrow only).
    """

    width: float = 230
    height: float = 52
    space: float = 14
    between: float = 190
    margin: float = 8
    rim: float = 40
    row: int = 5


WIDE: Final = Size()
NARROW: Final = Size(width=62, height=52, space=8, between=96, rim=32)

Shape = Literal["wide", "narrow"]


def layout(framework: Framework, shape: Shape = "wide", size: Size | None = None) -> Layout:
    """Each kind of node in a layer: side by side, or one below the other (narrow).

    Enablers stand together by the goal they are published under; inside that, the order is the
    one with fewest crossings that repeated sweeps of barycentres find. The same framework always
    gives the same layout.
    """
    layers = _ordered(framework)
    chosen = size or (WIDE if shape == "wide" else NARROW)
    boxes = _side_by_side(layers, chosen) if shape == "wide" else _stacked(layers, chosen)
    return Layout(
        width=max(box.x + box.width for box in boxes) + chosen.margin,
        height=max(box.y + box.height for box in boxes) + chosen.margin,
        boxes=boxes,
        lines=_lines(framework, {box.id: box for box in boxes}, shape, chosen),
    )


Layers = tuple[tuple[str, ...], ...]


def _ordered(framework: Framework) -> Layers:
    """The layers in the order, among those the sweeps pass through, with fewest crossings."""
    criteria, *core, rights = (
        tuple(node.id for node in framework.nodes if framework.kind(node.id) == kind)
        for kind in LAYERS
    )
    group = {enabler.id: enabler.goal for enabler in framework.enablers}
    seen = [_grouped(tuple(core), group)]
    for _ in range(_SWEEPS):
        seen.append(_swept(framework, seen[-1], group))
    best = min(seen, key=lambda each: _crossings(framework, each))
    criteria = _sorted(framework, criteria, tuple(node for layer in best for node in layer))
    layers = (criteria, *best, _sorted(framework, rights, criteria))
    return tuple(layer for layer in layers if layer)


def _grouped(layers: Layers, group: dict[str, str]) -> Layers:
    """The enablers by the order of their goals, which sorting keeps inside a group."""
    properties, enablers, goals = layers
    order = {goal: place for place, goal in enumerate(goals)}
    return properties, tuple(sorted(enablers, key=lambda e: order[group[e]])), goals


def _swept(framework: Framework, layers: Layers, group: dict[str, str]) -> Layers:
    """Each layer sorted by the mean place of what it is linked to."""
    properties, enablers, goals = layers
    properties = _sorted(framework, properties, enablers)
    by_goal = {goal: tuple(e for e in enablers if group[e] == goal) for goal in goals}
    goals = tuple(
        sorted(goals, key=lambda g: _centre(framework, by_goal[g], properties, len(properties)))
    )
    enablers = tuple(e for goal in goals for e in _sorted(framework, by_goal[goal], properties))
    return properties, enablers, goals


def _sorted(
    framework: Framework, layer: tuple[str, ...], other: tuple[str, ...]
) -> tuple[str, ...]:
    return tuple(sorted(layer, key=lambda node: _centre(framework, (node,), other, len(other))))


def _centre(
    framework: Framework, nodes: tuple[str, ...], other: tuple[str, ...], size: int
) -> float:
    """Mean place in `other` of what these nodes are linked to; the middle where nothing is."""
    place = {node: k for k, node in enumerate(other)}
    linked = [
        place[end]
        for link in framework.links
        for node, end in ((link.origin, link.target), (link.target, link.origin))
        if node in nodes and end in place
    ]
    return sum(linked) / len(linked) if linked else (size - 1) / 2


def _crossings(framework: Framework, layers: Layers) -> int:
    found = 0
    for left, right in pairwise(layers):
        ends = [
            (left.index(link.origin), right.index(link.target))
            for link in framework.links
            if link.origin in left and link.target in right
        ]
        found += sum(a < c and b > d for a, b in ends for c, d in ends)
    return found


def _side_by_side(layers: Layers, size: Size) -> tuple[NodeBox, ...]:
    tallest = max(len(layer) for layer in layers) * (size.height + size.space) - size.space
    boxes = []
    for number, layer in enumerate(layers):
        # a shorter layer is spread over the height of the tallest, so that lines stay level
        pitch = (tallest + size.space) / max(len(layer), 1)
        x = size.margin + size.rim + number * (size.width + size.between)
        for k, node in enumerate(layer):
            y = size.margin + (k + 0.5) * pitch - (size.height + size.space) / 2
            boxes.append(NodeBox(node, number, x, round(y, 1), size.width, size.height))
    return tuple(boxes)


def _stacked(layers: Layers, size: Size) -> tuple[NodeBox, ...]:
    width = size.row * (size.width + size.space) - size.space
    boxes, y = [], size.margin + size.rim
    for number, layer in enumerate(layers):
        rows = [layer[k : k + size.row] for k in range(0, len(layer), size.row)]
        for row in rows:
            pitch = (width + size.space) / len(row)
            for k, node in enumerate(row):
                x = size.margin + (k + 0.5) * pitch - (size.width + size.space) / 2
                boxes.append(NodeBox(node, number, round(x, 1), y, size.width, size.height))
            y += size.height + 2 * size.space
        y += size.between - 2 * size.space
    return tuple(boxes)


def _lines(
    framework: Framework, boxes: dict[str, NodeBox], shape: Shape, size: Size
) -> tuple[LinkLine, ...]:
    return tuple(
        LinkLine(k, link.origin, link.target, _points(boxes, link, shape, size))
        for k, link in enumerate(framework.links)
    )


def _points(boxes: dict[str, NodeBox], link: Link, shape: Shape, size: Size) -> tuple[Point, ...]:
    """From box to box; drawn as if layers stood side by side, then turned where they do not."""
    turned = shape == "narrow"
    origin, target = (_turned(boxes[end], turned) for end in (link.origin, link.target))
    if origin.layer == target.layer:
        points = _around(origin, target, size)
    else:
        forward = origin.layer < target.layer
        start = origin.x + origin.width if forward else origin.x
        end = target.x if forward else target.x + target.width
        points = ((start, _middle(origin)), (end, _middle(target)))
    return tuple((y, x) for x, y in points) if turned else points


def _around(origin: NodeBox, target: NodeBox, size: Size) -> tuple[Point, ...]:
    """Out on one side and back: left of the first layer, right of the others."""
    apart = abs(_middle(target) - _middle(origin)) / (size.height + size.space)
    reach = min(12 + 5 * apart, size.rim if origin.layer == 0 else size.between / 3)
    left = origin.layer == 0
    start, end = (box.x if left else box.x + box.width for box in (origin, target))
    bend = min(start, end) - reach if left else max(start, end) + reach
    first, last = _middle(origin), _middle(target)
    step = min(10.0, abs(last - first) / 2) * (1 if last > first else -1)
    return (start, first), (bend, first + step), (bend, last - step), (end, last)


def _middle(box: NodeBox) -> float:
    return box.y + box.height / 2


def _turned(box: NodeBox, turned: bool) -> NodeBox:
    if not turned:
        return box
    return NodeBox(box.id, box.layer, box.y, box.x, box.height, box.width)
