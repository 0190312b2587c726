"""What follows: the conclusions with how sure they are, then goal by goal."""

from __future__ import annotations

from collections.abc import Iterator
from xml.etree.ElementTree import Element

from assess import explain, wording
from assess.explain import ComparisonTelling, Telling
from assess.explain import step as moved
from assess.findings import CHANNELS, Channel, NodeFindings
from assess.proposal import Draft
from assess.publication.markup import Cell, Child, el
from assess.publication.page.sheet import Sheet, section
from assess.publication.page.table import row, table
from assess.report.exist import level_cell
from assess.text import Words


def findings(sheet: Sheet) -> Element:
    """Harm and benefit of each draft, never set against each other, and the goals."""
    _ = sheet.words.gettext
    parts = [part for draft in sheet.drafts for part in _draft(sheet, draft)]
    return section("findings", _("What follows"), *parts, *_steps(sheet), *_goals(sheet))


def _draft(sheet: Sheet, draft: Draft) -> Iterator[Child]:
    telling = sheet.subject.telling(draft.id)
    if len(sheet.drafts) > 1:
        yield el("h3", sheet.pen.inline(sheet.draft_name(draft)))
    yield el("div", *(_verdict(sheet, telling, side) for side in CHANNELS), class_="verdicts")
    yield el("p", explain.sides(telling).text)
    flags = [el("li", each.text) for each in explain.flags(telling)]
    yield el("ul", *flags, class_="flags") if flags else None
    gaps = [el("li", each.text) for each in explain.gaps(telling)]
    if gaps:
        yield el("p", sheet.words.gettext("What is missing or not known:"), class_="small")
        yield el("ul", *gaps, class_="small")


def _verdict(sheet: Sheet, telling: Telling, side: Channel) -> Element:
    found = telling.findings.verdict(side)
    sure = sheet.subject.robustness[telling.findings.draft].of(side)
    more = [explain.bounds(telling, side).text]
    if found.p[0]:
        more.insert(0, explain.firmness(telling, side, sure).text)
    tone = side if found.level else "none"
    return el(
        "div",
        el("p", wording.channel(sheet.words, side), class_="label"),
        el("p", sign(side, found.level), " ", explain.verdict(telling, side).text, class_="main"),
        *(el("p", text, class_="small") for text in more),
        class_=f"verdict {tone}",
    )


def _steps(sheet: Sheet) -> Iterator[Child]:
    """From draft to draft: on how many nodes harm and benefit fall and rise."""
    _ = sheet.words.gettext
    comparison = sheet.subject.comparison
    if comparison is None:
        return
    telling = ComparisonTelling(sheet.subject.framework, comparison, sheet.words)
    yield el("h3", _("From draft to draft"))
    for step in comparison.steps:
        yield el("p", " ".join(each.text for each in moved.summary(telling, step)))


def _goals(sheet: Sheet) -> Iterator[Child]:
    _ = sheet.words.gettext
    for draft in sheet.drafts:
        name = sheet.draft_name(draft)
        caption = (
            _("What this means for the goals: {draft}").format(draft=name)
            if len(sheet.drafts) > 1
            else _("What this means for the goals")
        )
        telling = sheet.subject.telling(draft.id)
        head = (_("Goal"), *(wording.channel(sheet.words, side) for side in CHANNELS))
        framework = sheet.subject.framework
        rows = (_goal(telling, goal.id, head[1:]) for goal in framework.goals)
        yield table(caption, head, rows)
        if framework.rights:
            head = (_("Right"), *head[1:])
            rows = (_goal(telling, right.id, head[1:]) for right in framework.rights)
            yield table(_("What this means for rights"), head, rows)


def _goal(telling: Telling, goal: str, heads: tuple[str, ...]) -> Element:
    found = telling.findings.node(goal)
    sides = (level(telling.words, found, side) for side in CHANNELS)
    return row((telling.name(goal),), *sides, heads=heads)


def level(words: Words, found: NodeFindings, side: Channel) -> Cell:
    """Harm or benefit on a node: a sign, the level in words, the chance with its word."""
    effect = found.effect(side)
    cell = level_cell(words, effect.level, effect.p, side)
    return (sign(side, effect.level), " ", cell.text) if cell.symbol else (cell.text,)


def sign(side: Channel, number: int) -> Element:
    """The mark of a level (1 to 3; 0 is a ring), hidden from whoever hears the words beside it."""
    tone = side if number else "none"
    return el("span", wording.symbol(side, number), class_=f"sign {tone}", aria_hidden="true")
