"""A submission to a consultation: addressed, its paragraphs numbered, kept to a limit of words."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from itertools import count as counter
from typing import NamedTuple

from assess import explain, wording
from assess.findings import CHANNELS, Channel
from assess.report import others, overlay, recommendations, wordcount
from assess.report.document import Block, Fact, Length, Paragraph, Section, UserText
from assess.report.fitting import Plan, how_long, left_out, plans
from assess.report.gravest import gravest, grounds, told
from assess.report.matter import Matter
from assess.report.method import own_values
from assess.text import Words

_BLANK_LINES = re.compile(r"\n[ \t]*\n\s*")
_TRIES = 3


class Paper(NamedTuple):
    """What is printed below the title, and how long the whole is."""

    facts: tuple[Fact, ...]
    sections: tuple[Section, ...]
    length: Length | None


def paper(matter: Matter, kind: str) -> Paper:
    """The submission, within its limit wherever what is not the assessor's own can make it so.

    `kind` is what stands above the title; it is counted too.
    """
    contents = _contents(matter)
    limit = matter.assessment.submission.word_limit
    effects = contents.effects
    whole = Plan(len(effects), sum(bool(each.reason) for each in effects))
    for steps, plan in list(enumerate(plans(whole.effects, whole.reasons)))[matter.steps :]:
        made = _made(contents, whole, plan, kind, steps)
        if made.length is None or limit is None or made.length.words <= limit:
            break
    return made


# --- what there is to say -------------------------------------------------------------------------


@dataclass(frozen=True)
class _Effect:
    """An effect in a sentence, and why the assessor says so.

    `rank` counts from 0, the gravest, over harm and benefit alike; `reason_rank` counts so over
    those with a reason.
    """

    text: str
    reason: str
    rank: int
    reason_rank: int


@dataclass(frozen=True)
class _Contents:
    """Everything that could be said, made once."""

    matter: Matter
    effects: tuple[_Effect, ...]
    conclusions: tuple[tuple[str, str], ...]
    names: tuple[str, ...]
    counts: tuple[str, ...]

    @property
    def words(self) -> Words:
        """The reader's words."""
        return self.matter.words


def _contents(matter: Matter) -> _Contents:
    return _Contents(
        matter,
        _ranked(matter),
        tuple(_concluded(matter, side) for side in CHANNELS),
        (*others.unaffected(matter), *others.unknown(matter)),
        (*others.unaffected(matter, 0), *others.unknown(matter, 0)),
    )


def _concluded(matter: Matter, side: Channel) -> tuple[str, str]:
    """A conclusion, and how far it follows where there is one."""
    found = matter.telling.findings.verdict(side)
    firmness = explain.firmness(matter.telling, side).text if found.p[0] else ""
    return explain.verdict(matter.telling, side).text, firmness


def _ranked(matter: Matter) -> tuple[_Effect, ...]:
    """All effects: harms, the gravest first, then benefits. A reason is given once."""
    found, reasoned = [], 0
    told_of: set[str] = set()
    for rank, where in enumerate(gravest(matter, *CHANNELS)):
        reason = "" if where.node in told_of else _why(matter, where.node)
        told_of.add(where.node)
        text = " ".join((told(matter, where), grounds(matter, where)))
        found.append((where.channel, _Effect(text, reason, rank, reasoned)))
        reasoned += bool(reason)
    return tuple(effect for side in CHANNELS for channel, effect in found if channel == side)


def _why(matter: Matter, node: str) -> str:
    """The reasons given for the effects stated on a node."""
    answers = matter.telling.judgements(node)
    return "\n\n".join(e.rationale for e in answers if e.answer == "effect" and e.rationale.strip())


# --- what is printed ------------------------------------------------------------------------------


def _made(contents: _Contents, whole: Plan, plan: Plan, kind: str, steps: int) -> Paper:
    """The paper by this plan, its words counted."""
    matter, asked = contents.matter, contents.matter.assessment.submission
    left = left_out(contents.words, whole, plan)
    facts, sections = _facts(matter), _sections(contents, plan, left)
    printed = (kind, matter.title(), *wordcount.of_facts(facts), *wordcount.printed(sections))
    total, said = _with_its_length(contents.words, wordcount.count(printed), asked.word_limit)
    length = Length(total, asked.word_limit, wordcount.count(_own(matter)), left, steps)
    return Paper((*facts, *said), sections, length)


def _with_its_length(words: Words, total: int, limit: int | None) -> tuple[int, tuple[Fact, ...]]:
    """The count with the line that says it, which is counted too."""
    if limit is None:
        return total, ()
    found, said = total, tuple[Fact, ...]()
    for _try in range(_TRIES):
        said = (Fact(words.gettext("Length"), how_long(words, Length(found, limit, 0))),)
        found = total + wordcount.count(wordcount.of_facts(said))
    return found, said


def _own(matter: Matter) -> Iterator[str]:
    """What the assessor wrote or pasted, and is never left out."""
    given = matter.assessment.submission
    proposal = matter.assessment.proposal
    yield from (given.addressee, given.sender, given.reference, proposal.title, proposal.summary)
    for question in given.questions:
        yield from (question.text, question.answer)
    yield from (each.text for each in recommendations.chosen(matter))


def _facts(matter: Matter) -> tuple[Fact, ...]:
    """To whom, from whom, about what."""
    _, words = matter.words.gettext, matter.words
    given, proposal = matter.assessment.submission, matter.assessment.proposal
    facts = (
        Fact(_("To"), given.addressee, user=True),
        Fact(_("From"), given.sender, user=True),
        Fact(_("Reference"), given.reference, user=True),
        Fact(_("Date"), words.date(given.date or matter.made_on)),
        Fact(_("Jurisdiction"), proposal.jurisdiction, user=True),
        Fact(_("Text assessed"), matter.draft_name(), user=True),
        Fact(_("Numbers"), own_values(matter)),
    )
    return tuple(fact for fact in facts if fact.text.strip())


def _sections(contents: _Contents, plan: Plan, left: tuple[str, ...]) -> tuple[Section, ...]:
    _ = contents.words.gettext
    parts = (
        ("conclusion", _("Summary"), _conclusion(contents, plan)),
        ("answers", _("Answers to your questions"), _answers(contents.matter)),
        ("effects", _("Effects on what the Internet needs"), _effects(contents, plan)),
        ("recommendations", _("Recommendations"), _recommended(contents.matter, plan)),
        ("made", _("How this was made"), _how(contents, plan, left)),
    )
    numbers = counter(1)
    sections = []
    for name, title, given in parts:
        blocks = tuple(_numbered(contents.words, each, numbers) for each in given)
        sections += [Section(name, title, blocks)] if blocks else []
    return tuple(sections)


def _numbered(words: Words, block: Block, numbers: Iterator[int]) -> Block:
    """Paragraphs get the next number; asides and labelled words of others do not."""
    if isinstance(block, Paragraph) and block.role == "body":
        return replace(block, number=f"{words.number(next(numbers))}.")
    if isinstance(block, UserText) and not block.label:
        return replace(block, number=f"{words.number(next(numbers))}.")
    return block


def _conclusion(contents: _Contents, plan: Plan) -> Iterator[Block]:
    yield from _paragraphs(contents.matter.assessment.proposal.summary)
    for verdict, firmness in contents.conclusions:
        yield Paragraph(" ".join((verdict, firmness)) if plan.firmness and firmness else verdict)


def _paragraphs(text: str) -> Iterator[UserText]:
    """Words of the assessor, a block for each paragraph."""
    for part in _BLANK_LINES.split(text.strip()):
        if part.strip():
            yield UserText("", part.strip())


def _answers(matter: Matter) -> Iterator[Block]:
    _ = matter.words.gettext
    for place, question in enumerate(matter.assessment.submission.questions, start=1):
        label = _("Question {number}").format(number=matter.words.number(place))
        yield UserText(label, question.text)
        if question.answer.strip():
            yield from _paragraphs(question.answer)
        else:
            yield Paragraph(_("No answer is given."))


def _effects(contents: _Contents, plan: Plan) -> Iterator[Block]:
    _ = contents.words.gettext
    for effect in contents.effects:
        if effect.rank < plan.effects:
            yield Paragraph(effect.text)
            if effect.reason and effect.reason_rank < plan.reasons:
                yield UserText(_("Reason"), effect.reason)
    for text in contents.names if plan.names else contents.counts:
        yield Paragraph(text)


def _recommended(matter: Matter, plan: Plan) -> Iterator[Block]:
    _ = matter.words.gettext
    given = recommendations.chosen(matter)
    for place, advice in enumerate(given, start=1):
        label = _("Recommendation {number}").format(number=matter.words.number(place))
        yield UserText(label, advice.text)
        tie = recommendations.tie(matter, advice)
        if plan.ties and tie:
            yield Paragraph(tie, "small")
    if not given:
        blocks = recommendations.of_case(matter)
        yield from blocks or (Paragraph(recommendations.none_chosen(matter)),)


def _how(contents: _Contents, plan: Plan, left: tuple[str, ...]) -> Iterator[Block]:
    _, words = contents.words.gettext, contents.words
    framework = contents.matter.framework
    if plan.method:
        yield Paragraph(
            _(
                "The text was held against {framework}, version {version}: what the Internet needs"
                " to exist and to thrive. Chances are the assessor's answers played out over that"
                " framework's links, not measurements; harm and benefit are not set against each"
                " other."
            ).format(framework=framework.title, version=framework.version)
        )
    yield from overlay.told(contents.matter)
    bounds = wording.opening(explain.answered(contents.matter.telling))
    yield Paragraph(
        _("{answered}. Not reviewed or endorsed by the Internet Society.").format(answered=bounds)
    )
    limit = contents.matter.assessment.submission.word_limit
    if left and limit:
        text = _("Left out to keep to {limit} words: {parts}. The technical annex has all of it.")
        parts = wording.listed(words, left)
        yield Paragraph(text.format(limit=words.number(limit), parts=parts), "small")
