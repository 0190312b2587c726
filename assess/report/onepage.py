"""One page for somebody who decides: every list and every text on it has an end."""

from __future__ import annotations

from collections.abc import Iterator

from assess import explain, wording
from assess.explain.advice import answered
from assess.explain.sureness import readings
from assess.findings import CHANNELS, Channel
from assess.report import others, overlay, recommendations
from assess.report.document import (
    Block,
    Fact,
    Item,
    Items,
    Paragraph,
    Section,
    UserText,
    Verdict,
)
from assess.report.gravest import Where, gravest, grounds, short, told
from assess.report.matter import Matter, tone
from assess.report.method import own_values
from assess.report.shortening import shortened
from assess.text import Words

TITLE, FACT, SUMMARY, ADVICE = 100, 75, 300, 180
"""How many Latin letters find room on the page for each."""
HARMS, BENEFITS, ADVISED, NAMED, CITED = 3, 1, 3, 2, 3
"""How many find room of each; names and numbers are those in one sentence."""


def title(matter: Matter) -> str:
    """The title, as far as it finds room."""
    return shortened(matter.words, matter.title(), TITLE)


def facts(matter: Matter) -> tuple[Fact, ...]:
    """Where the proposal stands and what was read."""
    _, words = matter.words.gettext, matter.words
    proposal = matter.assessment.proposal
    stage = wording.stage(words, proposal.stage) if proposal.stage else ""
    return (
        Fact(_("Jurisdiction"), shortened(words, proposal.jurisdiction, FACT), user=True),
        Fact(_("Stage"), stage),
        Fact(_("Text assessed"), shortened(words, matter.draft_name(), FACT), user=True),
        Fact(_("Numbers"), own_values(matter)),
        Fact(_("Date"), words.date(matter.made_on)),
    )


def sections(matter: Matter) -> tuple[Section, ...]:
    """What is proposed, what it would do, what to change, what is not known."""
    _ = matter.words.gettext
    return (
        *_proposed(matter),
        Section("conclusion", _("What it would do"), _verdicts(matter)),
        Section("gravest", _("The gravest effects"), (_effects(matter), *_unaffected(matter))),
        Section("recommendations", _("What to change"), _advised(matter)),
        Section("gaps", _("What is not known"), _missing(matter)),
    )


def _proposed(matter: Matter) -> tuple[Section, ...]:
    _ = matter.words.gettext
    summary = shortened(matter.words, matter.assessment.proposal.summary, SUMMARY)
    if not summary:
        return ()
    return (Section("proposed", _("What is proposed"), (UserText("", summary),)),)


def _verdicts(matter: Matter) -> tuple[Verdict, ...]:
    _ = matter.words.gettext
    headings: dict[Channel, str] = {"harm": _("Harm"), "benefit": _("Benefit")}
    found = matter.telling.findings
    return tuple(
        Verdict(
            headings[channel],
            explain.verdict(matter.telling, channel).text,
            _sure(matter, channel),
            tone(channel, found.verdict(channel).level),
        )
        for channel in CHANNELS
    )


def _sure(matter: Matter, channel: Channel) -> tuple[str, ...]:
    _, words = matter.words.gettext, matter.words
    found = matter.telling.findings.verdict(channel)
    if not found.p[0]:
        return ()
    text = _("How far it follows: {firmness}. It holds in {readings} of the answers.")
    return (
        text.format(
            firmness=wording.firmness(words, found.firmness), readings=readings(words, found.share)
        ),
    )


def _effects(matter: Matter) -> Block:
    """The gravest harms, then the greatest benefit; those less likely than not stay out."""
    _ = matter.words.gettext
    found = [where for where in gravest(matter, *CHANNELS) if _level(matter, where)]
    harms = [where for where in found if where.channel == "harm"][:HARMS]
    benefits = [where for where in found if where.channel == "benefit"][:BENEFITS]
    if found:
        return Items(tuple(_effect(matter, where) for where in (*harms, *benefits)))
    return Paragraph(_("No effect was found that is more likely than not."))


def _unaffected(matter: Matter) -> tuple[Block, ...]:
    """Judged and seen to be left alone, which is something known."""
    return tuple(Paragraph(each) for each in others.unaffected(matter, NAMED))


def _level(matter: Matter, where: Where) -> int:
    return matter.telling.findings.node(where.node).effect(where.channel).level


def _effect(matter: Matter, where: Where) -> Item:
    symbol = wording.symbol(where.channel, _level(matter, where))
    text = matter.words.gettext("{symbol} {effect}")
    return Item(
        text.format(symbol=symbol, effect=told(matter, where)), grounds(matter, where, NAMED, CITED)
    )


def _advised(matter: Matter) -> tuple[Block, ...]:
    words, given = matter.words, recommendations.chosen(matter)
    texts = [(e.text, answered(matter.telling, (), short(e.provisions, CITED))) for e in given]
    if not given and matter.case:
        texts = [(each.text, "") for each in matter.case.recommendations]
    if not texts:
        return (Paragraph(recommendations.none_chosen(matter)),)
    more = len(texts) - ADVISED
    rest = words.ngettext(
        "{n} more recommendation stands in the brief.",
        "{n} more recommendations stand in the brief.",
        more,
    ).format(n=words.number(more))
    return (
        *(block for place in enumerate(texts[:ADVISED], 1) for block in _advice(words, *place)),
        *((Paragraph(rest, "small"),) if more > 0 else ()),
    )


def _advice(words: Words, place: int, told: tuple[str, str]) -> Iterator[Block]:
    text, bears_on = told
    yield UserText("", shortened(words, text, ADVICE), f"{words.number(place)}.")
    if bears_on:
        yield Paragraph(bears_on, "small")


def _missing(matter: Matter) -> tuple[Block, ...]:
    _ = matter.words.gettext
    text = _("{answered}. {bounds}").format(
        answered=wording.opening(explain.answered(matter.telling)),
        bounds=explain.bounds(matter.telling, "harm").text,
    )
    return (
        Paragraph(text),
        *(Paragraph(each) for each in others.unknown(matter, NAMED)),
        *overlay.told(matter),
        Paragraph(
            _(
                "Chances are the assessor's answers played out over the framework's links, not"
                " measurements. The brief and the technical annex of the same assessment say what"
                " each number is made of. Not reviewed or endorsed by the Internet Society."
            ),
            "small",
        ),
    )
