"""The method by the letter: every possible world, one after another. Slow, exact, and separate.

Nothing here uses the engine. A world says which links carry and how bad each stated effect turns
out; its weight is its chance. Worst-arrives-counts is worked out world by world.
"""

from __future__ import annotations

import math
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from itertools import combinations, product

Chances = tuple[float, float, float]
Levels = dict[str, int]


@dataclass(frozen=True)
class Link:
    origin: str
    target: str
    share: float
    drop: int = 0


@dataclass(frozen=True)
class Worlds:
    """Effects stated on nodes, with the chances of level 1, 2, 3 or more, and the links."""

    causes: tuple[tuple[str, Chances], ...]
    links: tuple[Link, ...]

    def each(self) -> Iterator[tuple[float, tuple[int, ...], tuple[bool, ...]]]:
        """Weight, the level of each cause, whether each link carries."""
        levels = [_exactly(chances) for _, chances in self.causes]
        carries = [((True, link.share), (False, 1 - link.share)) for link in self.links]
        for drawn in product(*levels, *carries):
            weight = math.prod(chance for _, chance in drawn)
            if weight:
                values = [value for value, _ in drawn]
                cut = len(self.causes)
                yield weight, tuple(values[:cut]), tuple(values[cut:])

    def chance(self, event: Callable[[Levels], bool]) -> float:
        """Chance of an event on the levels that nodes end at."""
        return math.fsum(w for w, own, live in self.each() if event(self.arrived(own, live)))

    def p(self, node: str, level: int) -> float:
        """Chance that a node ends at this level or worse."""
        return self.chance(lambda arrived: arrived.get(node, 0) >= level)

    def arrived(self, own: tuple[int, ...], live: tuple[bool, ...]) -> Levels:
        """The worst that arrives at each node: passed on until nothing changes."""
        arrived: Levels = {}
        for (node, _), level in zip(self.causes, own, strict=True):
            arrived[node] = max(arrived.get(node, 0), level)
        while True:
            before = dict(arrived)
            for link, carries in zip(self.links, live, strict=True):
                if carries:
                    came = arrived.get(link.origin, 0) - link.drop
                    arrived[link.target] = max(arrived.get(link.target, 0), came)
            if arrived == before:
                return arrived

    def only(self, causes: frozenset[int]) -> Worlds:
        """These worlds with no other cause at work."""
        kept = tuple(
            (node, chances if k in causes else (0.0, 0.0, 0.0))
            for k, (node, chances) in enumerate(self.causes)
        )
        return Worlds(kept, self.links)

    def shapley(self, node: str, level: int) -> tuple[float, ...]:
        """Each cause's Shapley value of the chance, by the definition over all coalitions."""
        size = len(self.causes)
        value = {
            frozenset(chosen): self.only(frozenset(chosen)).p(node, level)
            for count in range(size + 1)
            for chosen in combinations(range(size), count)
        }
        return tuple(
            math.fsum(
                math.factorial(len(others)) * math.factorial(size - len(others) - 1)
                / math.factorial(size) * (value[others | {k}] - value[others])
                for others in value
                if k not in others
            )
            for k in range(size)
        )  # fmt: skip

    def but_for(self, node: str, level: int, cause: int) -> float:
        """What is lost of the chance without one cause."""
        others = frozenset(range(len(self.causes))) - {cause}
        return self.p(node, level) - self.only(others).p(node, level)

    def ways(self, node: str, level: int) -> dict[tuple[int, tuple[int, ...]], float]:
        """Each simple way (cause, links) with its equal part of every world it carries in."""
        found = [
            (k, way)
            for k, (origin, _) in enumerate(self.causes)
            for way in self._simple(origin, node)
        ]
        parts = dict.fromkeys(found, 0.0)
        for weight, own, live in self.each():
            carrying = [
                (k, way)
                for k, way in found
                if all(live[e] for e in way)
                and own[k] - sum(self.links[e].drop for e in way) >= level
            ]
            for way in carrying:
                parts[way] += weight / len(carrying)
        return parts

    def _simple(
        self, origin: str, node: str, seen: frozenset[str] = frozenset()
    ) -> Iterator[tuple[int, ...]]:
        if origin == node:
            yield ()
            return
        for k, link in enumerate(self.links):
            if link.origin == origin and link.target not in seen | {origin}:
                for rest in self._simple(link.target, node, seen | {origin}):
                    yield (k, *rest)


def _exactly(chances: Chances) -> tuple[tuple[int, float], ...]:
    one, two, three = chances
    return (3, three), (2, two - three), (1, one - two), (0, 1 - one)
