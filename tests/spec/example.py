"""The worked example's figures: as printed, by enumeration of all worlds, and by the engine."""

from __future__ import annotations

from typing import NamedTuple

from assess.explain.method.example import example
from assess.findings import Cause, Findings
from assess.method import DEFAULT
from tests.enumeration import Link, Worlds

A_TO_C, B_TO_C, C_TO_D, A_TO_D = range(4)
LINKS = (Link("a", "c", 0.9), Link("b", "c", 0.5), Link("c", "d", 0.9), Link("a", "d", 0.5))
LOW = (Link("a", "c", 0.8), Link("b", "c", 0.35), Link("c", "d", 0.8), Link("a", "d", 0.35))
HIGH = (Link("a", "c", 1.0), Link("b", "c", 0.65), Link("c", "d", 1.0), Link("a", "d", 0.65))
SEVERE, MINOR, ABSENT = (1.0, 1.0, 1.0), (1.0, 0.0, 0.0), (0.0, 0.0, 0.0)
MATERIAL_LIKELY = (0.8, 0.8, 0.0)
# Very likely and high confidence; likely and medium confidence: likelihood times kernel.
A_SEVERE = (0.945 * 64 / 65, 0.945 * 61 / 65, 0.945 * 52 / 65)
B_MINOR = (0.78 * 29 / 35, 0.78 * 8 / 35, 0.78 * 2 / 35)
MANY = tuple(f"e{number}" for number in range(1, 6))


class Figure(NamedTuple):
    """One number of a line of the example (shares 0 to 1).

    `printed` is what the method's description prints, `exact` what enumeration gives, `played`
    what the engine's draws give.
    """

    line: int
    what: str
    printed: float
    exact: float
    played: float


def worlds(
    a: tuple[float, float, float] = ABSENT,
    b: tuple[float, float, float] = ABSENT,
    links: tuple[Link, ...] = LINKS,
) -> Worlds:
    """All worlds of the four-part framework."""
    return Worlds((("a", a), ("b", b)), links)


STATED, ANSWERED = worlds(SEVERE, MINOR), worlds(A_SEVERE, B_MINOR)
LOOP = Worlds((("p", MATERIAL_LIKELY),), (Link("p", "q", 0.5), Link("q", "p", 0.5)))
SUPPORTS = Worlds((("e", SEVERE),), (Link("e", "f", 0.9, drop=1),))
NARROW = Worlds(
    tuple((name, SEVERE) for name in MANY),
    (*(Link(name, "x", 0.9) for name in MANY), Link("x", "y", 0.2)),
)


def p(found: Findings, node: str, level: int) -> float:
    """Chance of this level of harm or worse, as played."""
    return found.node(node).harm.p[level - 1]


def cause(name: str) -> Cause:
    """What the engine says of one answer behind any harm to D."""
    told = example().certain.explanation("d", "harm", 1).causes
    return next(each for each in told if each.node == name)


def way(*links: int) -> float:
    """The engine's share of one way behind major harm to D."""
    told = example().certain.explanation("d", "harm", 3).ways
    (found,) = (each for each in told if tuple(s.index for s in each.steps) == links)
    return found.share


def figures() -> tuple[Figure, ...]:
    """All figures, line by line."""
    return (*_arriving(), *_shared(), *_answered(), *_bounded(), *_rules())


def _arriving() -> tuple[Figure, ...]:
    certain = example().certain
    given = (("c", 3, 0.9), ("c", 1, 0.95), ("d", 3, 0.905), ("d", 2, 0.905), ("d", 1, 0.9275))
    words = {3: "major harm to {}", 2: "material harm or worse to {}", 1: "some harm to {}"}
    return tuple(
        Figure(
            1,
            words[level].format(node.upper()),
            printed,
            STATED.p(node, level),
            p(certain, node, level),
        )
        for node, level, printed in given
    )


def _shared() -> tuple[Figure, ...]:
    share_a, share_b = STATED.shapley("d", 1)
    ways = STATED.ways("d", 3)
    over, direct = (A_TO_C, C_TO_D), (A_TO_D,)
    alone_a, alone_b = (STATED.but_for("d", 1, place) for place in (0, 1))
    return (
        Figure(2, "A's share of some harm to D", 0.69125, share_a, cause("a").share),
        Figure(2, "B's share of it", 0.23625, share_b, cause("b").share),
        Figure(2, "lost without A", 0.4775, alone_a, cause("a").but_for),
        Figure(2, "lost without B", 0.0225, alone_b, cause("b").but_for),
        Figure(3, "major harm to D by way of C", 0.6075, ways[0, over], way(*over)),
        Figure(3, "major harm to D directly", 0.2975, ways[0, direct], way(*direct)),
    )


def _answered() -> tuple[Figure, ...]:
    stated, unsure = example().stated, example().unsure
    right = {name: 0.945 * DEFAULT.kernel(3, name)[3] for name in ("high", "medium")}
    return (
        Figure(6, "major harm to A, high confidence", 0.756, right["high"], p(stated, "a", 3)),
        Figure(6, "major harm to A, medium confidence", 0.567, right["medium"], p(unsure, "a", 3)),
        Figure(6, "some harm to D", 0.875822, ANSWERED.p("d", 1), p(stated, "d", 1)),
        Figure(6, "material harm or worse to D", 0.815231, ANSWERED.p("d", 2), p(stated, "d", 2)),
        Figure(6, "major harm to D", 0.689832, ANSWERED.p("d", 3), p(stated, "d", 3)),
    )


def _bounded() -> tuple[Figure, ...]:
    unknown, alone = (each.node("d").harm for each in (example().unknown, example().alone))
    least, most = worlds(A_SEVERE, ABSENT), worlds(A_SEVERE, SEVERE)
    low = worlds((0.9 * 0.8,) * 3, links=LOW)
    high = worlds((0.99 * 0.8,) * 3, links=HIGH)
    return (
        Figure(7, "major harm to D, B not harmed", 0.68418, least.p("d", 3), unknown.lower[2]),
        Figure(7, "major harm to D, B at worst", 0.81099, most.p("d", 3), unknown.upper[2]),
        Figure(8, "major harm to D, words read mildly", 0.55152, low.p("d", 3), alone.lower[2]),
        Figure(8, "major harm to D, words read severely", 0.792, high.p("d", 3), alone.upper[2]),
    )


def _rules() -> tuple[Figure, ...]:
    found = example()
    return (
        Figure(
            9, "material harm or worse to F", 0.9, SUPPORTS.p("f", 2), p(found.supports, "f", 2)
        ),
        Figure(9, "major harm to F", 0.0, SUPPORTS.p("f", 3), p(found.supports, "f", 3)),
        Figure(10, "material harm or worse to P", 0.8, LOOP.p("p", 2), p(found.loop, "p", 2)),
        Figure(10, "material harm or worse to Q", 0.4, LOOP.p("q", 2), p(found.loop, "q", 2)),
        Figure(
            11, "major harm to Y", 0.2 * (1 - 0.1**5), NARROW.p("y", 3), p(found.narrow, "y", 3)
        ),
    )
