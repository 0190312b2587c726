"""Shares of causes against the definition of Shapley (1953): every coalition is played by itself.

A coalition's worth is the chance where only its answers state an effect and all others say "no
effect": the same nodes have answers of their own, so the same links are cut.
"""

from __future__ import annotations

import math
import random

import numpy as np
import pytest

from assess.assessment import Assessment, Judgement
from assess.findings import Explanation, analyse, staged
from assess.findings.play import CENTRE, Play
from assess.framework import Framework
from assess.propagation import DRAWS, count
from tests.shipped import LIBRARY
from tests.small import LEVELS, assessment, effect, said

HARM = 0


@pytest.fixture(scope="module")
def iwn() -> Framework:
    return LIBRARY.framework("internet-way-of-networking", "1.0.0")


def any_harms(framework: Framework, causes: int, seed: int) -> Assessment:
    """So many harms; every third node has two parts."""
    chance = random.Random(seed)
    nodes = [node.id for node in framework.judged]
    chance.shuffle(nodes)
    places = [(node, part) for k, node in enumerate(nodes) for part in (1, 2)[: 1 + (k % 3 == 0)]]
    return assessment(framework, *(any_harm(*place, chance) for place in places[:causes]))


def any_harm(node: str, part: int, chance: random.Random) -> Judgement:
    likelihood = chance.choice(["very likely", "likely", "about as likely as not", "unlikely"])
    confidence = chance.choice(["high", "medium", "low"])
    return effect(node, chance.choice(LEVELS), None, likelihood, confidence, part)


def worths(framework: Framework, given: Assessment) -> np.ndarray:
    """(coalitions, nodes and last the verdict, levels): bit k of a coalition says k is in it."""
    every = given.judgements
    found = []
    for coalition in range(1 << len(every)):
        judged = tuple(
            j if coalition >> k & 1 else said(j.node, "none", j.part) for k, j in enumerate(every)
        )
        stage = staged(framework, given.replace(judgements=judged), "d1", "a1")
        stage.__dict__["slots"] = {CENTRE: 0}
        play = Play(stage, HARM)
        found.append([*count(play.state[:, 0]), count(play.verdict[0])])
    return np.array(found) / DRAWS


def shapley(worth: np.ndarray, players: int, k: int) -> np.ndarray:
    """What joining adds, averaged over all orders in which the players can come."""
    total = np.zeros(worth.shape[1:])
    for coalition in range(len(worth)):
        if not coalition >> k & 1:
            size = coalition.bit_count()
            weight = 1 / (players * math.comb(players - 1, size))
            total += weight * (worth[coalition | 1 << k] - worth[coalition])
    return total


@pytest.mark.parametrize(("causes", "seed"), [(3, 0), (6, 1), (9, 2), (11, 3)])
def test_the_share_of_a_cause_is_its_shapley_value_over_all_coalitions(iwn, causes, seed):
    given = any_harms(iwn, causes, seed)
    found = analyse(iwn, given)
    made_of = [*(node.harm.explanations for node in found.nodes), found.harm.explanations]
    worth = worths(iwn, given)
    assert max(len(made.causes) for levels in made_of for made in levels) == causes
    for k, judgement in enumerate(given.judgements):
        value = shapley(worth, causes, k)
        but_for = worth[-1] - worth[-1 - (1 << k)]
        for place, levels in enumerate(made_of):
            for level, made in enumerate(levels):
                share, alone = told(made, judgement)
                assert share == pytest.approx(value[place, level], abs=1e-9)
                assert alone == pytest.approx(but_for[place, level], abs=1e-9)


def told(made: Explanation, judgement: Judgement) -> tuple[float, float]:
    """Share and but-for share of a judgement; a cause that never arrives is not told."""
    for cause in made.causes:
        if (cause.node, cause.part) == (judgement.node, judgement.part):
            return cause.share, cause.but_for
    return 0.0, 0.0
