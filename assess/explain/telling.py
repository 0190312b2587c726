"""What all statements need: who is spoken of, in which words, and how a range is bounded."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from assess import wording
from assess.assessment import Assessment, Judgement
from assess.findings import Cause, Doubt, Findings
from assess.framework import Framework
from assess.text import Words


@dataclass(frozen=True)
class Telling:
    """One assessment's findings and the words to tell them in."""

    framework: Framework
    assessment: Assessment
    findings: Findings
    words: Words

    def name(self, node: str) -> str:
        """A node's name."""
        return self.framework.node(node).name

    def names(self, nodes: Iterable[str]) -> str:
        """Several nodes' names as a list, each once."""
        return wording.listed(self.words, tuple(self.name(node) for node in dict.fromkeys(nodes)))

    def causes(self, causes: tuple[Cause, ...]) -> str:
        """The names behind the three largest causes."""
        return self.names([cause.node for cause in causes][:3])

    def judgements(self, node: str) -> tuple[Judgement, ...]:
        """What the assessor whose findings these are said of a node."""
        return self.assessment.judgements_on(node, self.findings.draft, self.findings.assessor)

    def judgement(self, node: str, part: int) -> Judgement | None:
        """One of them."""
        return next((each for each in self.judgements(node) if each.part == part), None)

    def cause(self, node: str, part: int) -> str:
        """A judgement as a cause: its node, and the provisions it is about where it cites any."""
        _ = self.words.gettext
        judgement = self.judgement(node, part)
        if judgement and judgement.provisions:
            cited = self.words.ngettext(
                "{name} (provision {provisions})",
                "{name} (provisions {provisions})",
                len(judgement.provisions),
            )
            return cited.format(
                name=self.name(node), provisions=wording.listed(self.words, judgement.provisions)
            )
        if part > 1:
            return _("{name} (answer {number})").format(name=self.name(node), number=part)
        return self.name(node)

    def bounded(self, share: float, low: float, high: float) -> str:
        """A chance with its word and its range: "likely (71%; 64–79% however …)"."""
        _ = self.words.gettext
        if round(100 * low) == round(100 * high):
            return wording.chance(self.words, share)
        return _("{word} ({share}; {range} {however})").format(
            word=wording.chance_word(self.words, share),
            share=self.words.percent(share),
            range=wording.span(self.words, low, high),
            however=self.however(),
        )

    def ranged(self, share: float, low: float, high: float) -> str:
        """The same in short, where it was said before what the range runs over."""
        _ = self.words.gettext
        if round(100 * low) == round(100 * high):
            return wording.chance(self.words, share)
        return _("{word} ({share}; range {range})").format(
            word=wording.chance_word(self.words, share),
            share=self.words.percent(share),
            range=wording.span(self.words, low, high),
        )

    def hidden(self) -> tuple[str, ...]:
        """Nodes that were not asked about because an overlay leaves them out."""
        overlay, left = self.assessment.overlay, self.findings.not_asked
        return tuple(each for each in left if overlay and overlay.hides(each))

    def however(self) -> str:
        """What the range runs over, to follow its numbers."""
        _ = self.words.gettext
        if self.findings.not_asked:
            return _("however the words are read and whatever is missing or was not asked")
        if self.findings.gaps:
            return _("however the words are read and the gaps are filled")
        return _("however the words are read")

    def doubt(self, key: Doubt) -> str:
        """What a conclusion may turn on."""
        _ = self.words.gettext
        return {
            "words": _("how the words for likelihood and strength are read"),
            "gaps": _("what is not known or not answered"),
            "depth": _("what was not asked")
            if self.hidden()
            else _("what was not asked at this depth"),
            "together": _("how the words are read and what is missing, taken together"),
        }[key]
