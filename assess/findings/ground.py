"""The framework as the engine sees it: places instead of ids, shares instead of words."""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache
from typing import TYPE_CHECKING

import numpy as np

from assess.findings.effect import Step
from assess.method import STRENGTHS, Method
from assess.propagation import Arc, Network, Planes, network, planes, threshold

if TYPE_CHECKING:
    from assess.framework import Framework, Link, Strength
    from assess.variant import Variant


@dataclass(frozen=True, eq=False)
class Ground:
    """`steps` and `strengths` (1 weak to 3 strong) go with the network's arcs."""

    network: Network
    steps: tuple[Step, ...]
    strengths: tuple[int, ...]
    critical: tuple[int, ...]


def ground(framework: Framework, method: Method, variant: Variant | None = None) -> Ground:
    """The links that carry; tensions carry nothing, nor what the variant switches off.

    A link keeps its place in the framework and so its draws, whatever happens to the others.
    """
    place = {node.id: k for k, node in enumerate(framework.nodes)}
    carrying = [
        (k, link, strength)
        for k, link in enumerate(framework.links)
        if method.drop(link.relation) and (strength := _strength(link, variant))
    ]
    arcs = tuple(
        _arc(framework.link_row(k), link, strength, place, method) for k, link, strength in carrying
    )
    return Ground(
        network=network(tuple(place), arcs),
        steps=tuple(Step(k, e.origin, e.target, e.relation, s) for k, e, s in carrying),
        strengths=tuple(STRENGTHS.index(strength) + 1 for _, _, strength in carrying),
        critical=tuple(place[node.id] for node in framework.critical_properties),
    )


def _strength(link: Link, variant: Variant | None) -> Strength | None:
    """The strength a link is taken to have; None where it is switched off."""
    rating = variant.rating(link) if variant else link.strength
    return None if rating == "off" else rating


def _arc(row: int, link: Link, strength: Strength, place: dict[str, int], method: Method) -> Arc:
    drop = method.drop(link.relation)
    drops = (drop.harm, drop.benefit) if drop else (3, 3)
    word = method.strength(strength)
    shares = (word.low, word.centre, word.high)
    return Arc(row, place[link.origin], place[link.target], drops, shares)


@lru_cache(maxsize=16)
def live(net: Network) -> Planes:
    """In which draws each arc carries, for its low, centre and high share: (arcs, 3, words)."""
    rows = [planes(arc.place, tuple(threshold(s) for s in arc.shares)) for arc in net.arcs]
    found = np.stack(rows) if rows else np.zeros((0, 3, 1), np.uint64)
    found.flags.writeable = False
    return found
