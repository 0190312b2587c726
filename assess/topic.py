"""A framework together with frameworks on topics: one graph, and no question asked twice."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import cached_property
from typing import Any, Final, NamedTuple

from assess.framework import (
    Criterion,
    Framework,
    FrameworkRef,
    Link,
    Mapping,
    Match,
)

BLOCK: Final = 8_192
"""Rows of draws kept for each framework, so that a topic never moves what others draw."""

_TURNED: Final[dict[Match, Match]] = {
    "equal": "equal",
    "broader": "narrower",
    "narrower": "broader",
    "related": "related",
}


class Near(NamedTuple):
    """A node asked about elsewhere, and how it compares: `match` is what it is to this one."""

    node: str
    match: Match
    reason: str


class Combined(Framework):
    """A framework with the criteria and rights of its topics; id and version are its own.

    `topics` are the frameworks as they came, in the order of their ids. `rows` are, for each link
    of this framework, the row of draws it has; `asked_as` are criteria that ask the same as
    another node and stand there, by their own id.
    """

    base: Framework
    topics: tuple[Framework, ...]
    rows: tuple[int, ...]
    asked_as: dict[str, str]

    @cached_property
    def blocks(self) -> tuple[Framework, ...]:
        """The frameworks in the order of their blocks of rows."""
        return (self.base, *self.topics)

    @cached_property
    def homes(self) -> dict[str, tuple[int, int]]:
        """The block each node belongs to, and its place there."""
        return {
            node.id: (number, place)
            for number, framework in enumerate(self.blocks)
            for place, node in enumerate(framework.nodes)
            if self.has(node.id) and node.id not in self.asked_as
        }

    @property
    def topic_refs(self) -> tuple[FrameworkRef, ...]:
        """Which versions of which topics stand beside this framework."""
        return tuple(FrameworkRef(id=each.id, version=each.version) for each in self.topics)

    def link_row(self, link: int) -> int:
        """The row of draws of a link, given by its place."""
        return self.rows[link]

    def answer_row(self, node: str, part: int, channel: int) -> int:
        """The row of draws of an answer, in the block of the framework the node is from."""
        number, place = self.homes[node]
        return number * BLOCK + self.blocks[number].row(place, part, channel)

    def rows_end(self, parts: int) -> int:
        """The first row after all that links and answers can use."""
        return len(self.blocks) * BLOCK


def combine(base: Framework, topics: Sequence[Framework]) -> Framework:
    """The framework with these topics beside it; as it is where there are none.

    A criterion that is `equal` to a node asked about already is not asked again: its links start
    and end at that node. Ids of nodes must differ between the frameworks (`assess.references`).
    """
    if not topics:
        return base
    ordered = tuple(_with_own_sources(each) for each in sorted(topics, key=lambda t: t.id))
    same = _same(base, ordered)
    links = _links((base, *ordered), same)
    own = {name: getattr(base, name) for name in Framework.model_fields}
    together: dict[str, Any] = {
        "sources": {key: s for each in (base, *ordered) for key, s in each.sources.items()},
        "criteria": tuple(c for each in ordered for c in each.criteria if c.id not in same),
        "rights": tuple(right for each in ordered for right in each.rights),
        "programmes": tuple(group for each in ordered for group in each.programmes),
        "links": tuple(links.values()),
        "examples": (*base.examples, *(e for each in ordered for e in each.examples)),
    }
    return Combined(**own | together, base=base, topics=ordered, rows=tuple(links), asked_as=same)


def topics_of(framework: Framework) -> tuple[Framework, ...]:
    """The topics beside a framework, in the order of their ids."""
    return framework.topics if isinstance(framework, Combined) else ()


def base_of(framework: Framework) -> Framework:
    """The framework without its topics."""
    return framework.base if isinstance(framework, Combined) else framework


def by_topic(framework: Framework) -> tuple[tuple[Framework, tuple[Criterion, ...]], ...]:
    """Each topic with its criteria that are asked about here."""
    return tuple(
        (topic, tuple(each for each in framework.criteria if topic.has(each.id)))
        for topic in topics_of(framework)
    )


def topic_of(framework: Framework, node: str) -> Framework | None:
    """The topic a criterion or right comes from; None for what is the framework's own."""
    return next((topic for topic in topics_of(framework) if topic.has(node)), None)


def alone(framework: Framework, topic: Framework) -> Framework:
    """A topic with those nodes of the framework that its criteria bear on, and their goals."""
    base = base_of(framework)
    borne = {each.target for each in topic.bears_on}
    borne |= {enabler.goal for enabler in base.enablers if enabler.id in borne}
    fields = {name: getattr(base, name) for name in Framework.model_fields}
    small = {
        "critical_properties": tuple(p for p in base.critical_properties if p.id in borne),
        "enablers": tuple(enabler for enabler in base.enablers if enabler.id in borne),
        "goals": tuple(goal for goal in base.goals if goal.id in borne),
        "links": tuple(
            link
            for link in base.links
            if link.relation == "contributes_to" and {link.origin, link.target} <= borne
        ),
        "examples": (),
        "screening": (),
    }
    unmapped = {name: getattr(topic, name) for name in Framework.model_fields} | {"maps": ()}
    return combine(Framework(**fields | small), (Framework(**unmapped),))


def merged(framework: Framework, node: str) -> tuple[tuple[Framework, Criterion], ...]:
    """The criteria that ask the same as this node and so stand here, each with its topic."""
    if not isinstance(framework, Combined):
        return ()
    return tuple(
        (topic, criterion)
        for topic in framework.topics
        for criterion in topic.criteria
        if framework.asked_as.get(criterion.id) == node
    )


def near(framework: Framework, node: str) -> tuple[Near, ...]:
    """What else is asked that lies close to this node without being the same."""
    found = (each for topic in topics_of(framework) for each in topic.maps)
    close = [mapping for mapping in found if mapping.match != "equal"]
    return tuple(each for mapping in close for each in _seen_from(framework, node, mapping))


def _seen_from(framework: Framework, node: str, mapping: Mapping) -> Iterator[Near]:
    if not (framework.has(mapping.criterion) and framework.has(mapping.node)):
        return
    if node == mapping.node:
        yield Near(mapping.criterion, mapping.match, mapping.reason)
    elif node == mapping.criterion:
        yield Near(mapping.node, _TURNED[mapping.match], mapping.reason)


def _same(base: Framework, topics: Sequence[Framework]) -> dict[str, str]:
    """Each criterion that is equal to a node standing before it, with that node."""
    order = [node.id for each in (base, *topics) for node in each.nodes]
    place = {node: number for number, node in enumerate(order)}
    first = {node: node for node in order}
    pairs = [
        (mapping.criterion, mapping.node)
        for topic in topics
        for mapping in topic.maps
        if mapping.match == "equal" and mapping.node in place
    ]
    for one, other in pairs:
        ends = {first[one], first[other]}
        to = min(ends, key=place.__getitem__)
        first = {node: to if at in ends else at for node, at in first.items()}
    return {node: to for node, to in first.items() if node != to}


def _links(frameworks: Sequence[Framework], same: dict[str, str]) -> dict[int, Link]:
    """All links by their rows; between two nodes those of the earliest framework stay."""
    found: dict[int, Link] = {}
    for number, framework in enumerate(frameworks):
        taken = {(link.origin, link.target) for link in found.values()}
        own = (*framework.links, *(each.link() for each in framework.bears_on))
        for place, link in enumerate(own):
            ends = (same.get(link.origin, link.origin), same.get(link.target, link.target))
            if ends[0] != ends[1] and ends not in taken:
                moved = {**_fields(link), "origin": ends[0], "target": ends[1]}
                found[number * BLOCK + place] = Link(**moved)
    return found


def _fields(part: Any) -> dict[str, Any]:
    return {name: getattr(part, name) for name in type(part).model_fields}


def _with_own_sources(topic: Framework) -> Framework:
    """The topic with ids of sources that no other framework has."""
    names = {key: f"{topic.id}-{key}" for key in topic.sources}
    told = _renamed(topic, names)
    assert isinstance(told, Framework)
    return told


def _renamed(part: Any, names: dict[str, str]) -> Any:
    if isinstance(part, tuple):
        return tuple(_renamed(each, names) for each in part)
    if not hasattr(type(part), "model_fields"):
        return part
    fields = {name: _renamed(value, names) for name, value in _fields(part).items()}
    if isinstance(part, Framework):
        fields["sources"] = {names[key]: source for key, source in part.sources.items()}
    elif "sources" in fields:
        fields["sources"] = tuple(names.get(key, key) for key in part.sources)
    return type(part)(**fields)
