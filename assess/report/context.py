"""Context and assumptions: what is proposed, in which text, and under which conditions."""

from __future__ import annotations

from assess import wording
from assess.intervention import Intervention
from assess.report.document import (
    Block,
    Fact,
    Item,
    Items,
    Paragraph,
    Section,
    UserText,
)
from assess.report.matter import Matter

_QUOTED = 2_000  # characters of a provision that a reader will still read in a brief


def section(matter: Matter) -> Section:
    """What the assessment starts from."""
    _ = matter.words.gettext
    return Section(
        "context",
        _("Context and assumptions"),
        (*_aims(matter), *_conditions(matter)),
        (
            *_found(_("Provisions cited"), "provisions", _provisions(matter)),
            *_found(_("Kinds of intervention"), "interventions", _kinds(matter)),
            *(_found(_("Screening"), "screening", _screening(matter)) if matter.in_full else ()),
            *_found(_("What became of it"), "happened", _happened(matter)),
        ),
    )


def _found(title: str, name: str, blocks: tuple[Block, ...]) -> tuple[Section, ...]:
    return (Section(name, title, blocks),) if blocks else ()


def _aims(matter: Matter) -> tuple[Block, ...]:
    _ = matter.words.gettext
    proposal = matter.assessment.proposal
    aims = (
        UserText(_("What the proposal wants to achieve"), proposal.purpose),
        UserText(_("Who must be convinced"), proposal.audience),
    )
    said = tuple(each for each in aims if each.text.strip())
    return said or (Paragraph(_("The assessor gives no aims of the proposal.")),)


def _conditions(matter: Matter) -> tuple[Block, ...]:
    _ = matter.words.gettext
    conditions = tuple(
        Fact(matter.telling.name(each.node), each.condition.strip(), user=True)
        for each in matter.judgements()
        if each.condition and each.condition.strip()
    )
    likely = _("Likelihood is stated on one assumption: adopted and enforced as drafted.")
    if not conditions:
        return (Paragraph(_("{likely} The assessor states no other.").format(likely=likely)),)
    return (
        Paragraph(_("{likely} The assessor adds these conditions:").format(likely=likely)),
        matter.facts(conditions),
    )


def _provisions(matter: Matter) -> tuple[Block, ...]:
    cited = dict.fromkeys(
        number for each in matter.judgements() for number in each.provisions if number.strip()
    )
    return tuple(_provision(matter, number) for number in cited)


def _provision(matter: Matter, number: str) -> Block:
    _ = matter.words.gettext
    provision = matter.draft.provision(number)
    if provision is None:
        missing = _("The text of this provision was not given.")
        return matter.facts((Fact(_("Provision {number}").format(number=number), missing),))
    label = _("Provision {number}").format(number=number)
    if provision.heading.strip():
        label = _("Provision {number}: {heading}").format(number=number, heading=provision.heading)
    return UserText(label, _quoted(matter, provision.text))


def _quoted(matter: Matter, text: str) -> str:
    _ = matter.words.gettext
    if not text.strip():
        return _("(no text given)")
    if len(text) <= _QUOTED:
        return text.strip()
    return _(
        "{text} … (shortened; the assessment file inside this paper has the whole text)"
    ).format(text=text[:_QUOTED].strip())


def _picked(matter: Matter) -> tuple[Intervention, ...]:
    """The kinds of intervention that the assessor says the proposal uses."""
    known = matter.interventions
    picked = matter.assessment.triage.interventions
    found = (known.get(name) for name in picked) if known else ()
    return tuple(each for each in found if each)


def _kinds(matter: Matter) -> tuple[Block, ...]:
    _ = matter.words.gettext
    kinds = _picked(matter)
    if not kinds:
        return ()
    return (
        Paragraph(_("The assessor finds these kinds of intervention in the proposal:")),
        Items(tuple(Item(kind.name, kind.definition) for kind in kinds)),
    )


def _screening(matter: Matter) -> tuple[Block, ...]:
    _ = matter.words.gettext
    given = matter.assessment.triage.answers
    asked = [question for question in matter.framework.screening if question.id in given]
    if not asked:
        return ()
    items = tuple(
        Item(
            _("{answer}: {meaning}").format(
                answer=wording.triage_answer(matter.words, given[each.id]),
                meaning={"yes": each.yes, "no": each.no, "unsure": each.unsure}[given[each.id]],
            )
        )
        for each in asked
    )
    return (
        Paragraph(_("The short questionnaire before the assessment was answered so:")),
        Items(items),
    )


def _happened(matter: Matter) -> tuple[Block, ...]:
    if matter.case is None or matter.case.outcome is None:
        return ()
    return (Paragraph(matter.case.outcome.text),)
