"""What is asked, how an answer travels over links, and what the figures mean."""

from __future__ import annotations

from assess import wording
from assess.explain.method.chapter import Chapter, Point
from assess.explain.method.values import Group, numbers
from assess.findings import Flag
from assess.method import Method
from assess.text import Words

FLAGS: tuple[Flag, ...] = ("broken", "at-risk", "open", "not-shown")
SHARE = 0.71  # an example


def in_short(words: Words, method: Method) -> Chapter:
    """The whole in a few sentences."""
    _ = words.gettext
    return Chapter(
        "short",
        _("In short"),
        (
            _(
                "You say what a proposal would do to each thing the Internet needs: harm, benefit,"
                " both or neither; how strong, how likely, and how sure you are."
            ),
            _(
                "The framework's links say what bears on what. A link either lets an effect"
                " through or it does not; a strong one does so in {strong} of cases, a weak one in"
                " {weak}."
            ).format(
                strong=words.exact(method.strength("strong").centre),
                weak=words.exact(method.strength("weak").centre),
            ),
            _(
                "The toolkit plays this out {draws} times, always with the same draws. Each time"
                " the worst that arrives counts: nothing is added up, and a benefit never cancels"
                " a harm. So every finding is a level and a chance, and never a score."
            ).format(draws=words.number(method.draws)),
        ),
    )


def asked(words: Words, method: Method) -> Chapter:
    """What an assessor says."""
    _ = words.gettext
    return Chapter(
        "asked",
        _("What you are asked"),
        (
            _(
                "Of each critical property and each enabler you are asked: if the proposal is"
                " adopted and enforced as drafted, does it bring harm, benefit, both, or neither?"
                " Goals are not asked about. They are served by the enablers, and what happens to"
                " them follows."
            ),
        ),
        (
            Point(
                _(
                    "minor, material or major. The framework says in a sentence what each level"
                    " means for each property. Levels are an order, not numbers: two minor effects"
                    " are not one material effect."
                ),
                _("How strong:"),
            ),
            Point(
                _("seven words, each always shown with its numbers, as in “{example}”.").format(
                    example=wording.likelihood(words, "likely")
                ),
                _("How likely:"),
            ),
            Point(_confidence(words, method), _("How sure:")),
            Point(
                _(
                    "the reason, the provisions and the evidence. They are printed beside the"
                    " answer and are never turned into a number."
                ),
                _("Why:"),
            ),
        ),
        (
            _(
                "“No effect”, “not applicable”, “don't know” and no answer at all are four"
                " different things. They are kept apart, and none is ever filled in."
            ),
        ),
    )


def _confidence(words: Words, method: Method) -> str:
    high, medium, low = (words.exact(method.kernel(3, k)[3]) for k in ("high", "medium", "low"))
    return words.gettext(
        "with high confidence the level you state is taken to be right in {high} of cases, with"
        " medium in {medium}, with low in {low}. In the others the true level is another one, more"
        " often a near one than a far one."
    ).format(high=high, medium=medium, low=low)


def link(words: Words, method: Method) -> Chapter:
    """What bears on what, and how much gets through."""
    _ = words.gettext
    return Chapter(
        "link",
        _("What a link is"),
        (
            _(
                "A link says that one thing bears on another. It has a reason and a source, and"
                " says whether it is published or argued by this toolkit. Its strength says how"
                " often an effect gets through:"
            ),
        ),
        _points(words, method, "strength"),
        (
            _(
                "The kind of link says what an effect loses on the way. What underpins another"
                " thing is needed by it: if the one breaks, so does the other, but making it"
                " better only helps. What supports another thing makes it easier, and it has other"
                " means. An enabler contributes to its goal in full. In levels, the losses are:"
                " {losses}."
            ).format(losses=_losses(words, method)),
            _("A tension between two things carries nothing; it only raises a question."),
        ),
    )


def _points(words: Words, method: Method, group: Group) -> tuple[Point, ...]:
    """One group of the method's numbers, a point each."""
    told = next(each for each in numbers(words, method) if each.group == group)
    named = words.gettext("{name}:")
    return tuple(Point(row.value, named.format(name=row.name)) for row in told.rows)


def _losses(words: Words, method: Method) -> str:
    _ = words.gettext
    relations = {
        "underpins": wording.relation(words, "underpins"),
        "supports": wording.relation(words, "supports"),
        "contributes_to": wording.relation(words, "contributes_to"),
    }
    said = _("{relation}: harm {harm}, benefit {benefit}")
    losses = (
        said.format(relation=relations[each.relation], harm=each.harm, benefit=each.benefit)
        for each in method.drops
    )
    return wording.series(words, losses)


def travel(words: Words, method: Method) -> Chapter:
    """How effects go over links."""
    _ = words.gettext
    return Chapter(
        "travel",
        _("How an answer travels"),
        (
            _(
                "Think of one draw as one way in which things may turn out. In it each effect you"
                " stated occurs, at some level, or does not; and each link is live or not. An"
                " effect goes on over live links as far as they lead."
            ),
        ),
        (
            Point(
                _(
                    "Where several effects meet, the strongest stands. More ways make it more"
                    " likely that harm arrives; they never make the harm worse."
                ),
                _("The worst that arrives counts."),
            ),
            Point(
                _("A thing can be harmed and helped at once; both are told, and neither is less."),
                _("Harm and benefit travel apart and never meet."),
            ),
            Point(
                _(
                    "Where you answered, nothing arrives over links. What they would have brought"
                    " becomes a question to you: “from your other answers one would expect …”."
                ),
                _("Your own answer always wins."),
            ),
            Point(
                _("An effect that comes back to where it began adds nothing."),
                _("A loop of links cannot feed itself."),
            ),
        ),
    )


def percentage(words: Words, method: Method) -> Chapter:
    """What a chance says and what it does not."""
    _ = words.gettext
    share = words.percent(SHARE)
    return Chapter(
        "percentage",
        _("What a percentage means"),
        (
            _(
                "“Material harm or worse: {chance}” means that material or major harm arrived in"
                " {share} of the draws. The level named is the highest that arrives in at least"
                " half of them. The chance follows from your answers and from the strength of the"
                " links; whoever answers otherwise gets another."
            ).format(chance=wording.chance(words, SHARE), share=share),
            _("It does not mean"),
        ),
        (
            Point(
                _("that {share} of the users or networks are harmed;").format(share=share),
            ),
            Point(_("that the harm is {share} of the worst there is;").format(share=share)),
            Point(
                _("that the law breaks the Internet with a probability of {share};").format(
                    share=share
                )
            ),
            Point(_("that anything was measured.")),
        ),
        (
            _(
                "Behind every number stands what it is made of: which answers, by which ways, and"
                " how the number moves if the words are read more mildly or more severely."
            ),
        ),
    )


def verdict(words: Words, method: Method) -> Chapter:
    """The steps of the conclusion."""
    _ = words.gettext
    return Chapter(
        "verdict",
        _("The conclusion"),
        (_("The conclusion on harm is the worst step that at least half of the draws reach:"),),
        tuple(Point(wording.verdict(words, level, "harm")) for level in (3, 2, 1, 0)),
        (
            _(
                "Critical properties are what the Internet needs in order to exist; so one major"
                " harm to one of them is the worst step, whatever is gained elsewhere. There are"
                " no weights and no averages. Benefit has the same steps and stands beside harm."
                " The toolkit does not set one against the other: that is for those who decide."
            ),
        ),
    )


def flags(words: Words, method: Method) -> Chapter:
    """What is flagged on critical properties."""
    _ = words.gettext
    meanings: dict[Flag, str] = {
        "broken": _("major harm has a chance of {broken} or more."),
        "at-risk": _(
            "major harm has a chance of {at_risk} or more, or somebody states major harm, however"
            " unlikely. A stated major harm is never passed over in silence."
        ),
        "open": _("it turns on what is not known or not answered."),
        "not-shown": _("none of these. It does not mean that there is no harm."),
    }
    broken, at_risk = words.exact(method.broken), words.exact(method.at_risk)
    return Chapter(
        "flags",
        _("Flags on critical properties"),
        (_("A critical property carries a flag that says how it stands with major harm:"),),
        tuple(
            Point(
                meanings[key].format(broken=broken, at_risk=at_risk),
                _("{name}:").format(name=wording.flag(words, key)),
            )
            for key in FLAGS
        ),
    )
