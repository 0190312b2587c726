"""The draws against pyAgrum, an exact Bayesian network and other people's code: within 0.5 points.

The shipped graph has loops, which such a network cannot have. Going through its links in the
framework's order, a link that would close a loop is switched off, in a variant as a reader would.
"""

from __future__ import annotations

import random

import pytest

from assess.assessment import Assessment, Judgement
from assess.findings import CHANNELS, analyse
from assess.framework import Framework, Link
from assess.method import DEFAULT, LEVELS
from assess.variant import LinkChange, Variant
from tests.shipped import LIBRARY
from tests.small import assessment, effect, said

gum = pytest.importorskip("pyagrum")

HALF_A_POINT = 0.005
STATES = range(4)
LIKELIHOODS = ("virtually certain", "very likely", "likely", "about as likely as not", "unlikely")
NOTHING = [1.0, 0.0, 0.0, 0.0]
Chances = dict[str, list[float]]


@pytest.fixture(scope="module")
def iwn() -> Framework:
    return LIBRARY.framework("internet-way-of-networking", "1.0.0")


def carrying(framework: Framework) -> list[Link]:
    return [link for link in framework.links if link.relation != "tension"]


def acyclic(framework: Framework) -> list[Link]:
    """The links that carry, without those that close a loop with the ones before them."""
    kept: list[Link] = []
    for link in carrying(framework):
        if link.origin not in downstream(link.target, kept):
            kept.append(link)
    return kept


def downstream(node: str, links: list[Link]) -> set[str]:
    found = {node}
    while more := {link.target for link in links if link.origin in found} - found:
        found |= more
    return found


def causes_first(links: list[Link]) -> list[Link]:
    """All that ends in a node before all that starts there."""
    ordered: list[Link] = []
    while left := [link for link in links if link not in ordered]:
        waiting = {link.target for link in left}
        ordered += [link for link in left if link.origin not in waiting]
    return ordered


def share(link: Link) -> float:
    return DEFAULT.strength(link.strength).centre


def drop(link: Link, channel: str) -> int:
    return getattr(DEFAULT.drop(link.relation), channel)


def any_answers(framework: Framework, seed: int) -> Assessment:
    """Five nodes with a harm and often a benefit, one of them in two parts; one node with none."""
    chance = random.Random(seed)
    nodes = chance.sample([node.id for node in framework.judged], 6)
    judged = [any_effect(node, 1, chance) for node in nodes[:5]]
    return assessment(framework, *judged, any_effect(nodes[0], 2, chance), said(nodes[5], "none"))


def any_effect(node: str, part: int, chance: random.Random) -> Judgement:
    return effect(
        node,
        chance.choice(LEVELS[1:]),
        chance.choice([None, *LEVELS[1:]]),
        chance.choice(LIKELIHOODS),
        chance.choice(["high", "medium", "low"]),
        part,
    )


def own(judgement: Judgement, channel: str) -> list[float]:
    """The chances that what an answer states turns out to be of level 0, 1, 2, 3."""
    word = getattr(judgement, channel)
    if not word:
        return NOTHING
    happens = DEFAULT.likelihood(judgement.likelihood).centre
    kernel = DEFAULT.kernel(LEVELS.index(word), judgement.confidence)
    return [1 - happens * sum(kernel[1:]), *(happens * each for each in kernel[1:])]


def uncut(links: list[Link], given: Assessment) -> list[Link]:
    """The links that do not end in a node with an answer of its own."""
    answered = {judgement.node for judgement in given.judgements}
    return [link for link in links if link.target not in answered]


def ours(framework: Framework, given: Assessment, kept: list[Link], channel: str) -> Chances:
    """What the product finds with every other link switched off: level 1, 2, 3 or more."""
    off = tuple(
        LinkChange(
            origin=link.origin,
            target=link.target,
            relation=link.relation,
            rating="off",
            reason="to compare",
        )
        for link in carrying(framework)
        if link not in kept
    )
    found = analyse(framework, given, variant=Variant(links=off))
    return {node.id: list(node.effect(channel).p) for node in found.nodes}


class WorstArrives:
    """The method as an exact network of nodes with four states: a noisy-MAX, drops and all.

    A node is a row of variables, each the worse of the one before and of one thing that arrives;
    `last` names the end of the row.
    """

    def __init__(self, framework: Framework) -> None:
        self.net = gum.BayesNet()
        self.last = {node.id: self._new() for node in framework.nodes}
        for name in self.last.values():
            self.net.cpt(name).fillWith(NOTHING)

    def answer(self, node: str, chances: list[float]) -> None:
        name = self._new()
        self.net.cpt(name).fillWith(chances)
        self._arrive(node, name)

    def link(self, link: Link, channel: str) -> None:
        """Brings the effect, lower by the drop, as often as the link carries."""
        origin = self.last[link.origin]
        name = self._new(origin)
        for level in STATES:
            row = [1 - share(link), 0.0, 0.0, 0.0]
            row[max(0, level - drop(link, channel))] += share(link)
            self.net.cpt(name)[{origin: level}] = row
        self._arrive(link.target, name)

    def chances(self) -> Chances:
        exact = gum.LazyPropagation(self.net)
        exact.makeInference()
        states = {node: exact.posterior(name).tolist() for node, name in self.last.items()}
        return {node: [sum(each[level:]) for level in (1, 2, 3)] for node, each in states.items()}

    def _arrive(self, node: str, arriving: str) -> None:
        before = self.last[node]
        self.last[node] = self._new(before, arriving)
        for one in STATES:
            for other in STATES:
                row = [float(level == max(one, other)) for level in STATES]
                self.net.cpt(self.last[node])[{before: one, arriving: other}] = row

    def _new(self, *parents: str) -> str:
        name = f"v{self.net.size()}"
        self.net.add(gum.LabelizedVariable(name, name, len(STATES)))
        for parent in parents:
            self.net.addArc(parent, name)
        return name


def test_two_links_of_the_shipped_graph_close_its_loops(iwn):
    assert len(carrying(iwn)) - len(acyclic(iwn)) == 2


@pytest.mark.parametrize("channel", CHANNELS)
@pytest.mark.parametrize("seed", range(6))
def test_without_loops_it_is_the_exact_noisy_max_network(iwn, seed, channel):
    given, kept = any_answers(iwn, seed), acyclic(iwn)
    exact = WorstArrives(iwn)
    for judgement in given.judgements:
        if judgement.answer == "effect":
            exact.answer(judgement.node, own(judgement, channel))
    for link in causes_first(uncut(kept, given)):
        exact.link(link, channel)
    found, expected = ours(iwn, given, kept, channel), exact.chances()
    assert max(expected[goal.id][0] for goal in iwn.goals) > 0.1
    for node in iwn.nodes:
        assert found[node.id] == pytest.approx(expected[node.id], abs=HALF_A_POINT), node.id


@pytest.mark.parametrize("channel", CHANNELS)
@pytest.mark.parametrize("seed", range(6))
def test_without_drops_every_level_is_pyagrums_own_noisy_or_network(iwn, seed, channel):
    given = any_answers(iwn, seed)
    kept = [link for link in acyclic(iwn) if drop(link, channel) == 0]
    found = ours(iwn, given, kept, channel)
    for level in (1, 2, 3):
        net = gum.BayesNet()
        for node in iwn.nodes:
            spared = 1.0
            for judgement in given.judgements:
                if judgement.node == node.id and judgement.answer == "effect":
                    spared *= sum(own(judgement, channel)[:level])
            # Díez's net form: the outside weight is the node's own chance. `addNoisyOR` is
            # Henrion's compound form, which refuses a link weaker than that
            net.addNoisyORNet(gum.LabelizedVariable(node.id, node.id, 2), 1 - spared)
        for link in uncut(kept, given):
            net.addWeightedArc(link.origin, link.target, share(link))
        exact = gum.LazyPropagation(net)
        exact.makeInference()
        for node in iwn.nodes:
            chance = exact.posterior(node.id)[1]
            assert found[node.id][level - 1] == pytest.approx(chance, abs=HALF_A_POINT), node.id
