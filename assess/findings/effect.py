"""What is computed from one assessment, as plain frozen values.

Shares and chances run from 0 to 1 and are counts of draws divided by the number of draws. Levels
run from 0 (none) to 3 (major). A triple holds level 1, 2 and 3 "or worse", in that order.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal, NamedTuple

if TYPE_CHECKING:
    from assess.assessment import DontKnowReason
    from assess.framework import FrameworkRef, Kind, OverlayRef, Relation, Strength
    from assess.method import Method
    from assess.variant import LinkChange

Channel = Literal["harm", "benefit"]
Mode = Literal["answered", "derived"]
Said = Literal[
    "effect", "none", "not-applicable", "dont-know", "unfinished", "not-answered", "not-asked"
]
Flag = Literal["broken", "at-risk", "open", "not-shown"]
Firmness = Literal["firm", "fairly firm", "open"]
Doubt = Literal["words", "gaps", "depth", "together"]
Difference = Literal["several-ways", "several-answers", "unlikely-effect", "leaky-chain"]
GapKind = Literal["not-answered", "unfinished", "dont-know"]
Triple = tuple[float, float, float]


class Cause(NamedTuple):
    """One judgement's part in a result.

    `share` is its Shapley value: the shares of all causes add up to the chance they explain.
    `but_for` is the chance lost if this judgement alone were "no effect"; never above `share`.
    """

    node: str
    part: int
    share: float
    but_for: float


@dataclass(frozen=True)
class Step:
    """One link on a way; `index` is its place in `framework.links`, counted from 0."""

    index: int
    origin: str
    target: str
    relation: Relation
    strength: Strength


class Pathway(NamedTuple):
    """One way from a judgement on `node` to a result; no steps where the result is on `node`.

    `share` is its part when every draw is split equally among the ways that carry in it.
    """

    node: str
    part: int
    steps: tuple[Step, ...]
    share: float


class Explanation(NamedTuple):
    """What one number is made of: causes add up to `p`, and so do ways and `other_ways`.

    Causes and ways come largest first. `other_ways` is what arrives only by ways not listed.
    A verdict's explanation has causes but no ways: it is reached on many nodes at once.
    """

    p: float
    causes: tuple[Cause, ...] = ()
    ways: tuple[Pathway, ...] = ()
    other_ways: float = 0.0


class Expectation(NamedTuple):
    """What the answers on *other* nodes would lead one to expect here."""

    level: int
    p: Triple
    causes: tuple[tuple[Cause, ...], tuple[Cause, ...], tuple[Cause, ...]]


class Chain(NamedTuple):
    """The cross-check without numbers: the strongest chain, as strong as its weakest link.

    `level` is the highest level that a chain of at least material links brings here; where none
    does it is 0, with no node and no steps. `strength` is the word of its weakest link; an answer
    on the node itself is a chain without steps.
    """

    level: int
    node: str | None = None
    strength: Strength | None = None
    steps: tuple[Step, ...] = ()


@dataclass(frozen=True)
class Effect:
    """What happens to one node in one channel.

    `level` is the highest level at least as likely as not; `p` the chances of level 1, 2, 3 or
    worse. `lower` and `upper` bound them over all readings of the words and all answers that were
    asked for and are missing; nodes this depth does not ask about stay derived. `lower_level` and
    `upper_level` are the level at those ends, and `doubts` says which of the two, words or gaps,
    moves the level when taken alone ("together": only in combination). `stated` is the
    highest level stated on the node itself (0 where none is). `difference` says why `level` and
    `chain.level` differ, where they do. `explanations` belong to `p`, one for each.
    """

    level: int
    p: Triple
    lower: Triple
    upper: Triple
    lower_level: int
    upper_level: int
    doubts: tuple[Doubt, ...]
    stated: int
    expected: Expectation
    chain: Chain
    difference: Difference | None
    explanations: tuple[Explanation, Explanation, Explanation]


@dataclass(frozen=True)
class NodeFindings:
    """What is found on one node.

    `said` is what the assessor said of it, None for a goal, which nobody is asked about. `flag`
    is None except on critical properties; `flag_upper` is the flag if every missing answer were
    "major, for certain"; `veto` marks an "at-risk" that stands only because someone stated a
    major harm, however unlikely.
    """

    id: str
    kind: Kind
    mode: Mode
    said: Said | None
    flag: Flag | None
    flag_upper: Flag | None
    veto: bool
    harm: Effect
    benefit: Effect

    def effect(self, channel: Channel) -> Effect:
        """The harm or the benefit."""
        return self.harm if channel == "harm" else self.benefit


@dataclass(frozen=True)
class Verdict:
    """The conclusion in one channel; harm and benefit are never set against each other.

    `level` (harm): 3 breaks a critical property, 2 weakens materially, 1 minor harm only, 0 no
    harm found; for benefit the same steps. `p` holds the chances of step 1, 2, 3 or worse,
    `share` the share of draws that give exactly `level`, from which `firmness` follows: how far
    the conclusion follows from the answers, not how likely the law is to break the Internet.
    Its bounds also cover whatever might be answered on nodes this depth does not ask about, and
    `doubts` has "depth" where that moves the level.
    """

    level: int
    share: float
    firmness: Firmness
    p: Triple
    lower: Triple
    upper: Triple
    lower_level: int
    upper_level: int
    doubts: tuple[Doubt, ...]
    explanations: tuple[Explanation, Explanation, Explanation]

    @property
    def depends_on_gaps(self) -> bool:
        """Whether an answer still missing, or never asked for, could give another verdict."""
        return bool({"gaps", "depth", "together"} & set(self.doubts))


class Prompt(NamedTuple):
    """Something to think over on `node`; it never changes an answer.

    "expected": the answers in `because` lead one to expect `channel` at `level` (chance `p`),
    more than the `stated` level. "tension": strengthening `other` can cost this node, or
    weakening it relieve it; `level` and `p` are those of the effect on `other`, and `because`
    the causes of that effect.
    """

    kind: Literal["expected", "tension"]
    node: str
    channel: Channel
    level: int
    p: float
    stated: int
    because: tuple[Cause, ...]
    other: str | None = None


class Gap(NamedTuple):
    """An answer that was asked for and is not there; `reason` goes with "dont-know"."""

    node: str
    part: int
    kind: GapKind
    reason: DontKnowReason | None = None


@dataclass(frozen=True)
class Findings:
    """All that is computed from one assessor's answers on one draft.

    `nodes` are in the framework's order. `not_asked` are nodes this depth does not ask about:
    no gap, but the bounds of the verdicts count them as unknown. `changed` are the links taken
    otherwise than the framework has them; `topics` stand beside the framework; `overlay` says who
    changed what it asks.
    """

    framework: str
    version: str
    draft: str
    assessor: str
    input_sha256: str
    method: Method
    harm: Verdict
    benefit: Verdict
    nodes: tuple[NodeFindings, ...]
    prompts: tuple[Prompt, ...]
    gaps: tuple[Gap, ...]
    not_asked: tuple[str, ...]
    changed: tuple[LinkChange, ...] = ()
    topics: tuple[FrameworkRef, ...] = ()
    overlay: OverlayRef | None = None

    def node(self, node_id: str) -> NodeFindings:
        """What is found on this node. Raises KeyError where there is none."""
        for each in self.nodes:
            if each.id == node_id:
                return each
        raise KeyError(node_id)

    def verdict(self, channel: Channel) -> Verdict:
        """The conclusion on harm or on benefit."""
        return self.harm if channel == "harm" else self.benefit

    def explanation(self, node_id: str, channel: Channel, level: int) -> Explanation:
        """What the chance of this level (1 to 3) or worse on a node is made of."""
        return self.node(node_id).effect(channel).explanations[level - 1]
