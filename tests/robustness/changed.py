"""Assessments with answers at other levels, for asking the engine itself what would be found."""

from __future__ import annotations

import random

from assess.assessment import Assessment, Judgement
from assess.findings import CHANNELS, staged
from assess.findings.explanation import level_of, three, triple
from assess.findings.play import CENTRE, Play
from assess.method import DEFAULT, Method, Weight, Word
from assess.propagation import count
from tests.small import LEVELS, any_effect, assessment, framework, said

WOVEN = framework(
    "a b",
    "c e",
    "d",
    """
    a -> c strong underpins
    c -> e strong supports
    e -> a material underpins
    c -> b strong underpins
    e -> c weak underpins
    b -> e strong underpins
    c -> d strong contributes_to
    """,
)
"""Links run into critical properties, in loops too, so that the worst step hangs on them."""

METHOD = Method(
    likelihoods=(Word("virtually certain", 1.0, 1.0, 1.0), *DEFAULT.likelihoods[1:]),
    confidences=(Weight("high", 1.0), *DEFAULT.confidences[1:]),
)
"""The toolkit's method, but "virtually certain" and "high" make an answer certain and exact."""


def at_level(given: Assessment, node: str, part: int, channel: str, level: int) -> Assessment:
    """The assessment with this answer at another level, everything else as it is.

    An effect keeps its likelihood and confidence; any other answer is certain and exact.
    """
    old = next((j for j in given.judgements if (j.node, j.part) == (node, part)), None)
    fields: dict[str, str | None] = {"harm": None, "benefit": None}
    fields |= {"likelihood": "virtually certain", "confidence": "high"}
    if old is not None and old.answer == "effect" and old.counts:
        fields = {name: getattr(old, name) for name in fields}
    fields[channel] = LEVELS[level - 1] if level else None
    effect = fields["harm"] or fields["benefit"]
    new = said(node, "none", part) if not effect else Judgement(
        node=node, part=part, answer="effect", **fields
    )  # fmt: skip
    kept = tuple(j for j in given.judgements if j is not old)
    return given.model_copy(update={"judgements": (*kept, new)})


def verdict(framework, given: Assessment, channel: str, method: Method = METHOD):
    """Level and chances of the verdict, by the engine's own sweep along the links."""
    stage = staged(framework, given, "d1", "a1", method=method)
    play = Play(stage, CHANNELS.index(channel))
    counts = three(count(play.verdict[stage.slots[CENTRE]]))
    return level_of(counts), triple(counts)


def all_kinds(framework, seed: int, parts: int = 2) -> Assessment:
    """Answers of every kind on all nodes, unfinished ones and none at all among them."""
    chance = random.Random(seed)
    kinds = ("effect",) * 6 + ("none", "not-applicable", "dont-know", "unfinished", "")
    judgements = []
    for node in framework.judged:
        for part in range(1, 1 + chance.randint(1, parts)):
            kind = chance.choice(kinds)
            if kind == "effect":
                judgements.append(any_effect(node.id, part, chance))
            elif kind == "unfinished":
                judgements.append(Judgement(node=node.id, part=part, answer="effect", harm="minor"))
            elif kind:
                judgements.append(said(node.id, kind, part))
    return assessment(framework, *judgements, depth="standard")
