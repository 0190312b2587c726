"""The method told in a page: what is computed, the choices that are ours, what it does not do."""

from __future__ import annotations

from assess import wording
from assess.assessment import CONFIDENCES, LIKELIHOODS
from assess.method import DEFAULT, STRENGTHS
from assess.report.document import Cell, Item, Items, Paragraph, Section, Table
from assess.report.matter import Matter
from assess.text import Words


def section(matter: Matter) -> Section:
    """The method note."""
    _ = matter.words.gettext
    return Section(
        "methodology",
        _("Methodology"),
        (
            Paragraph(_how(matter), "lead"),
            Paragraph(_said(matter)),
            Paragraph(_computed(matter)),
            Paragraph(_verdict(matter)),
            choices(matter),
            likelihoods(matter.words),
            Paragraph(
                _(
                    "The likelihood words are the separate bands of the Intergovernmental Panel "
                    "on Climate Change's Fourth Assessment Report. Every result is given with the "
                    "range it has over these bands and over the bands for the strength of links."
                ),
                "small",
            ),
        ),
        (Section("limits", _("What the method does not do"), (limits(matter.words),)),),
    )


def _how(matter: Matter) -> str:
    _ = matter.words.gettext
    return _(
        "The proposal is read against {framework}, version {version}: {properties} critical "
        "properties that the Internet needs in order to exist, {enablers} enablers that it needs "
        "in order to thrive, and the {goals} goals that the enablers serve. The list of what "
        "matters, and the order of this brief, follow the Internet Society's Internet impact "
        "assessment; the sentences, the links and the computation are this toolkit's own."
    ).format(
        framework=matter.framework.title,
        version=matter.framework.version,
        properties=len(matter.framework.critical_properties),
        enablers=len(matter.framework.enablers),
        goals=len(matter.framework.goals),
    )


def _said(matter: Matter) -> str:
    _ = matter.words.gettext
    return _(
        "For each of them an assessor says whether the proposal, if adopted and enforced as "
        "drafted, would bring harm, benefit, both or neither, how strong each is (minor, material "
        "or major), how likely, and with what confidence. “No effect”, “not applicable”, “don't "
        "know” and no answer at all are kept apart and are never filled in."
    )


def _computed(matter: Matter) -> str:
    _ = matter.words.gettext
    return _(
        "The framework's links say what bears on what and how strongly; each carries its source, "
        "and says whether it is published or argued by this toolkit. The answers are played out "
        "over the links {draws} times, always with the same draws. In each, the worst that "
        "arrives counts: nothing is added up or averaged, and a benefit never cancels a harm. A "
        "direct answer always wins over what the links would suggest. A level is named where it "
        "is reached, or exceeded, in at least half of the draws; its chance stands beside it."
    ).format(draws=matter.words.number(matter.telling.findings.method.draws))


def _verdict(matter: Matter) -> str:
    _ = matter.words.gettext
    return _(
        "The conclusion on harm has four steps, the worst first: breaks a critical property; "
        "weakens materially what the Internet needs; minor harm only; no harm found in the "
        "answers given. Benefit has the same steps and stands beside it. Where answers are "
        "missing, the range runs from “none of it matters” to “the worst is certain”."
    )


def choices(matter: Matter) -> Table:
    """The four choices that no source gives, with the values used."""
    _ = matter.words.gettext
    rows = (
        (_("How much gets through a link of each strength"), _strengths(matter)),
        (_("How many levels an effect loses on a link"), _drops(matter)),
        (_("From which chance a critical property is flagged"), _cut_offs(matter)),
        (_("How often a stated level is right, by confidence"), _confidences(matter)),
    )
    return Table(
        _("Four choices that are this toolkit's own"),
        (_("Choice"), _("Value used")),
        tuple((Cell(name), Cell(value)) for name, value in rows),
        (5, 8),
    )


def _strengths(matter: Matter) -> str:
    _, words = matter.words.gettext, matter.words
    names = {key: wording.strength_word(words, key) for key in STRENGTHS}
    return "; ".join(
        _("{word}: {centre} (range {range})").format(
            word=names[each.word],
            centre=words.percent(each.centre),
            range=wording.span(words, each.low, each.high),
        )
        for each in matter.telling.findings.method.strengths
    )


def _drops(matter: Matter) -> str:
    _ = matter.words.gettext
    names = {
        "underpins": _("underpins"),
        "supports": _("supports"),
        "contributes_to": _("contributes to"),
    }
    return "; ".join(
        _("{relation}: harm {harm}, benefit {benefit}").format(
            relation=names[each.relation], harm=each.harm, benefit=each.benefit
        )
        for each in matter.telling.findings.method.drops
    )


def _cut_offs(matter: Matter) -> str:
    _, method = matter.words.gettext, matter.telling.findings.method
    return _(
        "broken: major harm {broken} or more; at risk: {at_risk} or more, or major harm stated, "
        "however unlikely"
    ).format(
        broken=matter.words.percent(method.broken), at_risk=matter.words.percent(method.at_risk)
    )


def _confidences(matter: Matter) -> str:
    _ = matter.words.gettext
    return "; ".join(
        _("{confidence}: {meaning}").format(
            confidence=wording.confidence(matter.words, key),
            meaning=wording.confidence_meaning(matter.words, key),
        )
        for key in CONFIDENCES
    )


def likelihoods(words: Words) -> Table:
    """The likelihood words with their numbers."""
    _ = words.gettext
    method = DEFAULT
    return Table(
        _("Likelihood words and their numbers"),
        (_("Word"), _("Chance")),
        tuple(
            (
                Cell(wording.likelihood_word(words, key)),
                Cell(wording.span(words, method.likelihood(key).low, method.likelihood(key).high)),
            )
            for key in LIKELIHOODS
        ),
        (5, 8),
    )


def limits(words: Words) -> Items:
    """What must not be read into the results."""
    _ = words.gettext
    texts = (
        _("It does not measure the Internet, and it does not predict whether a law is adopted."),
        _("It does not weigh what the measure is for against what it costs."),
        _(
            "The strength of a link is an expert's opinion; where each comes from is said at the "
            "end of this brief."
        ),
        _("The chance of a result is about the model and the answers, not about the world."),
        _("It cannot see an effect on something that the framework does not name."),
        _("Levels do not accumulate: ten minor harms stay minor harms."),
        _("That links carry or fail independently of each other is an assumption."),
        _(
            "How a result is shared out among answers is a convention: a share of the result in "
            "this model, not a share of blame."
        ),
    )
    return Items(tuple(Item(text) for text in texts))
