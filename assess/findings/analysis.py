"""From answers to findings."""

from __future__ import annotations

import hashlib
import json
from typing import TYPE_CHECKING

from assess.findings.answers import CHANNELS, answers
from assess.findings.chain import chains
from assess.findings.effect import (
    Chain,
    Channel,
    Difference,
    Doubt,
    Effect,
    Expectation,
    Findings,
    Firmness,
    Flag,
    NodeFindings,
    Verdict,
)
from assess.findings.explanation import (
    Explanations,
    expectations,
    explanations,
    level_of,
    triple,
    verdict_explanations,
)
from assess.findings.ground import ground
from assess.findings.play import CENTRE, CERTAIN, ENDS, FAR_ENDS, RANGES, Play, Slot, Stage
from assess.findings.prompts import prompts
from assess.method import Method
from assess.propagation import DRAWS, count

if TYPE_CHECKING:
    from assess.assessment import Assessment
    from assess.framework import Framework
    from assess.variant import Variant

Reached = list[list[int]]  # by case: in how many draws level 1, 2, 3 or more


def analyse(
    framework: Framework,
    assessment: Assessment,
    *,
    draft: str = "d1",
    assessor: str = "a1",
    method: Method | None = None,
    variant: Variant | None = None,
) -> Findings:
    """What follows from one assessor's answers on one draft.

    Pure: the same arguments give the same findings, on every platform. The method is the one the
    assessment chooses, the links are the framework's, unless others are handed in. Raises
    AssessError for an unknown draft or assessor, and for a judgement on a node the framework does
    not ask about.
    """
    method = method or assessment.choices.method()
    stage = staged(framework, assessment, draft, assessor, method=method, variant=variant)
    given = stage.answers
    harm, benefit = (Play(stage, channel) for channel in range(len(CHANNELS)))
    effects = zip(_effects(harm, method), _effects(benefit, method), strict=True)
    nodes = tuple(_node(framework, harm, method, place, e) for place, e in enumerate(effects))
    return Findings(
        framework=framework.id,
        version=framework.version,
        draft=draft,
        assessor=assessor,
        input_sha256=_fingerprint(assessment),
        method=method,
        harm=_verdict(harm, method),
        benefit=_verdict(benefit, method),
        nodes=nodes,
        prompts=prompts(framework, nodes),
        gaps=given.gaps,
        not_asked=tuple(framework.nodes[place].id for place in sorted(given.not_asked)),
        changed=variant.links if variant else (),
        topics=framework.topic_refs,
        overlay=framework.overlay_ref,
    )


def expectation(
    framework: Framework,
    assessment: Assessment,
    node: str,
    *,
    draft: str = "d1",
    assessor: str = "a1",
) -> dict[Channel, Expectation]:
    """What the answers on other nodes lead one to expect on this one, for harm and benefit.

    Much cheaper than `analyse`; for showing beside the question. Raises KeyError where there is
    no such node, AssessError as `analyse` does.
    """
    place = framework.nodes.index(framework.node(node))
    stage = staged(framework, assessment, draft, assessor)
    return {
        name: expectations(Play(stage, channel), [place])[place]
        for channel, name in enumerate(CHANNELS)
    }


def staged(
    framework: Framework,
    assessment: Assessment,
    draft: str,
    assessor: str,
    *,
    method: Method | None = None,
    variant: Variant | None = None,
) -> Stage:
    """The answers of one assessor on one draft, ready to be played. Raises as `analyse`."""
    assessment.check(draft, assessor)
    method = method or assessment.choices.method()
    given = answers(framework, assessment, draft, assessor, method)
    return Stage(ground(framework, method, variant), given)


def _fingerprint(assessment: Assessment) -> str:
    """SHA-256 of what the assessment says as JSON: keys sorted, no spaces, UTF-8.

    What stands at its default is left out, so that a field added later changes no fingerprint.
    """
    plain = assessment.model_dump(mode="json", by_alias=True, exclude_defaults=True)
    text = json.dumps(plain, sort_keys=True, separators=(",", ":"), ensure_ascii=False)
    return hashlib.sha256(text.encode()).hexdigest()


def _effects(play: Play, method: Method) -> tuple[Effect, ...]:
    found = chains(play.stage.ground, play.stage.answers, play.channel)
    made_of = explanations(play, method.ways)
    expected = expectations(play, sorted(play.stage.answers.answered))
    return tuple(
        _effect(play, node, chain, made_of[node], expected.get(node))
        for node, chain in enumerate(found)
    )


def _effect(
    play: Play, node: int, chain: Chain, made_of: Explanations, expected: Expectation | None
) -> Effect:
    counts = play.counts[node].tolist()
    centre, lower, upper = (_at(play, counts, slot) for slot in (CENTRE, *ENDS))
    level = level_of(centre)
    certain = level_of(_at(play, counts, CERTAIN))
    return Effect(
        level=level,
        p=triple(centre),
        lower=triple(lower),
        upper=triple(upper),
        lower_level=level_of(lower),
        upper_level=level_of(upper),
        doubts=_doubts(play, counts, ("words", "gaps"), ENDS),
        stated=play.stage.answers.level(node, play.channel),
        expected=expected or _brought(level, made_of),
        chain=chain,
        difference=_difference(level, chain.level, certain),
        explanations=made_of,
    )


def _brought(level: int, made_of: Explanations) -> Expectation:
    """Where there is no direct answer, what is found is what the other answers bring."""
    first, second, third = made_of
    causes = (first.causes, second.causes, third.causes)
    return Expectation(level, (first.p, second.p, third.p), causes)


def _at(play: Play, counts: Reached, slot: Slot) -> tuple[int, int, int]:
    minor, material, major = counts[play.stage.slots[slot]]
    return minor, material, major


def _doubts(
    play: Play, counts: Reached, kinds: tuple[Doubt, ...], ends: tuple[Slot, Slot]
) -> tuple[Doubt, ...]:
    """Which kinds of not knowing, each taken alone, move the level between the two ends."""
    if not _moves(play, counts, ends):
        return ()
    alone = tuple(kind for kind in kinds if _moves(play, counts, RANGES[kind]))
    return alone or ("together",)


def _moves(play: Play, counts: Reached, ends: tuple[Slot, Slot]) -> bool:
    """Whether the level differs; a case that was not worth playing moves nothing."""
    levels = {level_of(_at(play, counts, end)) for end in ends if end in play.stage.slots}
    return len(levels) > 1


def _difference(level: int, chain: int, certain: int) -> Difference | None:
    """Why the level and the chain differ; `certain` is the level were stated effects certain."""
    if level > chain:
        return "several-ways" if certain > chain else "several-answers"
    if level < chain:
        return "unlikely-effect" if certain >= chain else "leaky-chain"
    return None


def _verdict(play: Play, method: Method) -> Verdict:
    counts = count(play.verdict).tolist()
    ends = FAR_ENDS if play.stage.answers.not_asked else ENDS
    centre, lower, upper = (_at(play, counts, slot) for slot in (CENTRE, *ends))
    level = level_of(centre)
    reached = (DRAWS, *centre, 0)
    share = (reached[level] - reached[level + 1]) / DRAWS
    return Verdict(
        level=level,
        share=share,
        firmness=firmness_of(share, method),
        p=triple(centre),
        lower=triple(lower),
        upper=triple(upper),
        lower_level=level_of(lower),
        upper_level=level_of(upper),
        doubts=_doubts(play, counts, ("words", "gaps", "depth"), ends),
        explanations=verdict_explanations(play),
    )


def firmness_of(share: float, method: Method) -> Firmness:
    """How far a conclusion follows that this share (0 to 1) of the draws gives."""
    if share >= method.firm:
        return "firm"
    return "fairly firm" if share >= method.fairly_firm else "open"


def _node(
    framework: Framework, play: Play, method: Method, place: int, effects: tuple[Effect, Effect]
) -> NodeFindings:
    """The flag and the bounds it stands on come from the harm, which `play` played."""
    node, given = framework.nodes[place], play.stage.answers
    harm, benefit = effects
    critical = place in play.stage.ground.critical
    upper = flag_of(worst_if_unknown(play, place), harm.stated == 3, method) if critical else None
    flag = flag_of(harm.p[2], harm.stated == 3, method) if critical else None
    if flag == "not-shown" and upper != "not-shown":
        flag = "open"
    return NodeFindings(
        id=node.id,
        kind=framework.kind(node.id),
        mode="answered" if place in given.answered else "derived",
        said=given.said[place],
        flag=flag,
        flag_upper=upper,
        veto=flag == "at-risk" and harm.p[2] < method.at_risk,
        harm=harm,
        benefit=benefit,
    )


def flag_of(broken: float, veto: bool, method: Method) -> Flag:
    """The flag at this chance of major harm.

    `veto`: a stated major harm is never passed over in silence, however unlikely.
    """
    if broken >= method.broken:
        return "broken"
    return "at-risk" if broken >= method.at_risk or veto else "not-shown"


def worst_if_unknown(play: Play, place: int) -> float:
    """Chance of level 3 if every missing answer were major for certain, words at their centre."""
    slots = (CENTRE, RANGES["gaps"][1], RANGES["depth"][1])
    reached = [
        play.counts[place, play.stage.slots[slot], 2] for slot in slots if slot in play.stage.slots
    ]
    return int(max(reached)) / DRAWS
