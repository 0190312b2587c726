"""Answers on the framework as published, told as sentences: what is judged and what follows."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from assess import wording
from assess.assessment import CONFIDENCES, LIKELIHOODS, Assessment, Judgement
from assess.choices import Choices
from assess.explain import Telling
from assess.explain.conclusion import named
from assess.findings import Firmness, Flag, analyse, expectation
from assess.framework import Framework
from assess.robustness import robustness
from assess.text import words
from tests.shipped import LIBRARY
from tests.small import assessment, effect, said

ENGLISH = words("en")
IWN = LIBRARY.framework("internet-way-of-networking", "1.0.0")
PROPERTIES = tuple(node.id for node in IWN.critical_properties)

BREAKS, WEAKENS, MINOR, NOTHING = (wording.verdict(ENGLISH, n, "harm") for n in (3, 2, 1, 0))
POSSIBLE = "Harm possible"
LEVEL_OF = {BREAKS: 3, WEAKENS: 2, MINOR: 1, NOTHING: 0, POSSIBLE: 0}

PLAIN = {"no effect": "none", "not applicable": "not-applicable", "don't know": "dont-know"}
LAST = ("no effect", "not applicable")  # told after what has an effect or is not known

Judged = Mapping[str, str]
"""Words like "major harm", "material benefit, likely, low confidence", "no effect", by node."""


def judgement(node: str, word: str) -> Judgement:
    """One answer; very likely and with high confidence where nothing else is said."""
    what, *more = word.split(", ")
    if what in PLAIN:
        return said(node, PLAIN[what])
    level, side = what.split()
    likelihood = next((each for each in more if each in LIKELIHOODS), "very likely")
    confidence = next((c for c in CONFIDENCES if f"{c} confidence" in more), "high")
    assert side in ("harm", "benefit"), word
    assert len(more) == (likelihood in more) + (f"{confidence} confidence" in more), word
    harm, benefit = (level, None) if side == "harm" else (None, level)
    return effect(node, harm, benefit, likelihood, confidence)


def assessed(judged: Judged, framework: Framework = IWN) -> Assessment:
    """A quick assessment from words."""
    return assessment(framework, *(judgement(node, word) for node, word in judged.items()))


def when(judged: Judged) -> str:
    """What is judged, as the beginning of a sentence: "x is judged “major harm” and …"."""
    nodes: dict[str, list[str]] = {}
    for node, word in sorted(judged.items(), key=lambda pair: pair[1] in LAST):
        nodes.setdefault(word, []).append(node)
    told: list[str] = []
    left = set(PROPERTIES)
    for word, group in nodes.items():
        told.append(f"{_named(group, left)} judged “{word}”")
        left -= set(group)
    return wording.listed(ENGLISH, tuple(told))


def _named(group: list[str], left: set[str]) -> str:
    if len(group) > 1 and set(group) == left:
        every = left == set(PROPERTIES)
        return "all critical properties are" if every else "the other critical properties are"
    return f"{names(group)} {'is' if len(group) == 1 else 'are'}"


def names(nodes: list[str] | tuple[str, ...]) -> str:
    """Names of nodes as a list, in the framework's order."""
    order = [node.id for node in IWN.nodes]
    named = (f"*{IWN.node(each).name}*" for each in sorted(nodes, key=order.index))
    return wording.listed(ENGLISH, tuple(named))


@dataclass(frozen=True)
class Answers:
    """One person's answers and what they lead to.

    `prompts` are nodes on which the other answers lead one to expect harm, `spares` nodes on which
    they do not. `at_worst` is what the conclusion could be, whatever the missing answers are.
    `smallest` is how many steps of one level lower the conclusion. `together` says whether the
    conclusion is another where stated effects come together or not at all.
    """

    title: str
    judged: Judged
    concludes: str
    prompts: tuple[str, ...] = ()
    spares: tuple[str, ...] = ()
    firmness: Firmness | None = None
    at_worst: str | None = None
    smallest: int | None = None
    together: bool | None = None
    flags: Mapping[str, Flag] = field(default_factory=dict)
    choices: Choices = field(default_factory=Choices)
    under: str = ""

    def told(self) -> str:
        """The sentence for the manual."""
        clauses = [f"the conclusion is “{self.concludes}”"]
        if self.prompts:
            clauses.append(f"harm to {names(self.prompts)} is expected and asked about")
        if self.spares:
            clauses.append(f"no harm is expected to {names(self.spares)}")
        for node, flag in self.flags.items():
            clauses.append(f"{names((node,))} is flagged “{wording.flag(ENGLISH, flag)}”")
        if self.firmness:
            clauses.append(f"it is {wording.firmness(ENGLISH, self.firmness)}")
        if self.at_worst:
            clauses.append(f"it could be as bad as “{self.at_worst}”")
        if self.smallest:
            changes = {1: "one change", 2: "two changes"}[self.smallest]
            clauses.append(f"it takes {changes} of one level to lower it")
        if self.together is not None:
            other = "would be another" if self.together else "would be the same"
            clauses.append(f"it {other} if the stated effects came together or not at all")
        under = f" {self.under}" if self.under else ""
        return f"When {when(self.judged)}{under}: {'; '.join(clauses)}."

    def check(self) -> None:
        """Says which clause of the sentence is wrong."""
        given = assessed(self.judged).replace(choices=self.choices)
        found = analyse(IWN, given)
        telling = Telling(IWN, given, found, ENGLISH)
        assert named(telling, found.harm.level, "harm") == self.concludes
        expected = {n.id for n in IWN.nodes if expectation(IWN, given, n.id)["harm"].level}
        assert not set(self.prompts) - expected, "not expected"
        assert not set(self.spares) & expected, "expected after all"
        assert {node: found.node(node).flag for node in self.flags} == self.flags
        assert self.firmness in (None, found.harm.firmness)
        if self.at_worst:
            assert found.harm.upper_level == LEVEL_OF[self.at_worst]
        self._check_sureness(given)

    def _check_sureness(self, given: Assessment) -> None:
        if self.smallest is None and self.together is None:
            return
        sure = robustness(IWN, given).harm
        assert self.smallest in (None, sure.down.size)
        assert self.together in (None, any(each.changes for each in sure.stress))
