"""What is recommended: what the assessor chose, else what the case has, else that nothing is."""

from __future__ import annotations

from collections.abc import Iterator

from assess.explain.advice import answered, from_case, origin
from assess.report.document import Block, Item, Items, Paragraph, Section, UserText
from assess.report.matter import Matter
from assess.submission import Advice

NAMED = 3
"""So many effects are named that a recommendation answers; others are counted."""


def chosen(matter: Matter) -> tuple[Advice, ...]:
    """The recommendations on the draft reported, in the assessor's order."""
    items = matter.assessment.recommendations.items
    return tuple(each for each in items if each.draft == matter.draft.id and each.text.strip())


def section(matter: Matter) -> Section:
    """The recommendations, each with whose words it is in and what it answers."""
    _ = matter.words.gettext
    return Section("recommendations", _("Recommendations"), _blocks(matter))


def _blocks(matter: Matter) -> tuple[Block, ...]:
    _ = matter.words.gettext
    given = chosen(matter)
    if given:
        lead = _("What follows is advice to weigh, not a finding: nothing above depends on it.")
        return (Paragraph(lead), *_numbered(matter, given))
    return of_case(matter) or (Paragraph(none_chosen(matter)),)


def none_chosen(matter: Matter) -> str:
    """That nothing is recommended so far."""
    return matter.words.gettext("No recommendations were chosen yet.")


def _numbered(matter: Matter, given: tuple[Advice, ...]) -> Iterator[Block]:
    _, words = matter.words.gettext, matter.words
    for place, advice in enumerate(given, start=1):
        label = _("Recommendation {number}, {origin}").format(
            number=words.number(place), origin=origin(words, advice)
        )
        yield UserText(label, advice.text)
        parts = (tie(matter, advice), _kind(matter, advice), from_case(words, advice))
        if text := " ".join(part for part in parts if part):
            yield Paragraph(text, "small")
        if matter.in_full and advice.origin != "own" and advice.is_edited:
            said = _("The case says: {text}") if advice.from_case else _("The list says: {text}")
            yield Paragraph(said.format(text=advice.suggested), "small")


def tie(matter: Matter, advice: Advice) -> str:
    """What it answers; in the annex all of it, elsewhere the gravest by name."""
    most = None if matter.in_full else NAMED
    return answered(matter.telling, advice.answers, advice.provisions, most)


def _kind(matter: Matter, advice: Advice) -> str:
    """What it was suggested for."""
    _ = matter.words.gettext
    known = matter.interventions
    kind = known.get(advice.intervention) if known and advice.intervention else None
    if kind is None:
        return ""
    if advice.origin == "alternative":
        return _("Suggested by the toolkit in the place of: {kind}.").format(kind=kind.name)
    return _("Suggested by the toolkit to soften: {kind}.").format(kind=kind.name)


def of_case(matter: Matter) -> tuple[Block, ...]:
    """What the case recommends, with whose recommendation it is; nothing where it has none."""
    _ = matter.words.gettext
    if matter.case is None or not matter.case.recommendations:
        return ()
    says = {"source": _("A source recommends this."), "us": _("Our own recommendation.")}
    return (
        Items(tuple(Item(each.text, says[each.stated_by]) for each in matter.case.recommendations)),
    )
