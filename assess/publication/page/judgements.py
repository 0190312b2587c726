"""How it was judged: one table of properties, one of enablers, whose claim each answer is."""

from __future__ import annotations

from collections.abc import Iterator
from xml.etree.ElementTree import Element

from assess import explain, wording
from assess.assessment import Judgement
from assess.case import CaseJudgement
from assess.findings import CHANNELS, Channel
from assess.framework import LEVELS, JudgedNode, Level
from assess.proposal import Draft
from assess.publication.markup import Cell, Child, el
from assess.publication.page.findings import level, sign
from assess.publication.page.law import cited
from assess.publication.page.sheet import Sheet, facts, section
from assess.publication.page.table import row, table
from assess.topic import by_topic

Answer = Judgement | CaseJudgement


def judgements(sheet: Sheet) -> Element:
    """Every answer, draft by draft."""
    _ = sheet.words.gettext
    parts = [part for draft in sheet.drafts for part in _draft(sheet, draft)]
    return section("judgements", _("How it was judged"), *_legend(sheet), *parts)


def _legend(sheet: Sheet) -> Iterator[Child]:
    """What the two marks say, and how many answers carry each."""
    _, case = sheet.words.gettext, sheet.subject.case
    if case is None:
        return
    stated = sum(each.stated_by == "source" for each in case.judgements)
    count = sheet.words.ngettext(
        "{stated} of {all} answer is stated by a source; the others are our reading.",
        "{stated} of {all} answers are stated by a source; the others are our reading.",
        stated,
    ).format(stated=stated, all=len(case.judgements))
    yield el("p", count, class_="lead")
    meanings = (
        ("source", _("A source names this property or enabler and says which way it is affected.")),
        ("us", _("All else, also where the facts come from a source.")),
    )
    rows = (
        el("div", el("dt", sheet.whose(key)), el("dd", told))  # type: ignore[arg-type]
        for key, told in meanings
    )
    yield el("dl", *rows, class_="legend")
    yield el(
        "p",
        _(
            "Levels, likelihoods and confidences are this toolkit's reading in every row, also"
            " where a source states the effect."
        ),
        class_="small",
    )


def _draft(sheet: Sheet, draft: Draft) -> Iterator[Child]:
    _ = sheet.words.gettext
    if len(sheet.drafts) > 1:
        yield el("h3", sheet.pen.inline(sheet.draft_name(draft)))
    carried = bool(draft.based_on and sheet.subject.case)
    if carried:
        told = _("What is not judged here is carried over: its text is the same.")
        yield el("p", told, class_="small")
    framework = sheet.subject.framework
    groups: tuple[tuple[tuple[JudgedNode, ...], str], ...] = (
        (framework.critical_properties, _("Critical properties: what the Internet needs to exist")),
        (framework.enablers, _("Enablers: what the Internet needs to thrive")),
        *(
            (criteria, _("{topic}: criteria of this topic").format(topic=topic.title))
            for topic, criteria in by_topic(framework)
        ),
    )
    for nodes, caption in groups:
        rows = [each for node in nodes for each in _rows(sheet, draft, node, carried)]
        if rows:
            yield table(caption, _head(sheet), rows, "judged")


def _head(sheet: Sheet) -> tuple[str, ...]:
    _ = sheet.words.gettext
    return (_("Name"), _("Answer"), _("Reason"), _("What follows"))


def _rows(sheet: Sheet, draft: Draft, node: JudgedNode, carried: bool) -> Iterator[Element]:
    """One row an answer; where there is none, a row that says so unless it is carried over."""
    answers = sheet.subject.answers(node.id, draft.id)
    for place, answer in enumerate(answers):
        follows: Cell = () if place else _follows(sheet, draft, node.id)
        whose = answer.stated_by if isinstance(answer, CaseJudgement) else None
        number = _number(sheet, place) if len(answers) > 1 else None
        yield row(
            (*_name(node), number, sheet.whose(whose) if whose else None),
            tuple(_said(sheet, answer)),
            tuple(_reason(sheet, draft, answer)),
            follows,
            heads=_head(sheet)[-1:],
            class_=f"from-{whose}" if whose else None,
        )
    if not answers and not carried:
        said = sheet.subject.findings[draft.id].node(node.id).said or "not-asked"
        told = wording.said(sheet.words, said)
        found = _follows(sheet, draft, node.id)
        yield row(_name(node), (told,), (), found, heads=_head(sheet)[-1:])


def _name(node: JudgedNode) -> Cell:
    return node.name, " ", el("span", node.code, class_="code")


def _number(sheet: Sheet, place: int) -> Element:
    told = sheet.words.gettext("Answer {number}").format(number=place + 1)
    return el("span", told, class_="small")


def _said(sheet: Sheet, answer: Answer) -> Iterator[Element]:
    words = sheet.words
    levels: tuple[tuple[Channel, Level | None], ...] = (
        ("harm", answer.harm),
        ("benefit", answer.benefit),
    )
    signs = [sign(side, LEVELS.index(stated) + 1) for side, stated in levels if stated]
    direction = wording.opening(wording.direction(words, answer))
    yield el("p", *signs, " " if signs else None, direction, class_="answer")
    if answer.likelihood:
        yield el("p", wording.likelihood(words, answer.likelihood))
    grades = tuple(_grades(sheet, answer))
    if grades:
        yield el("p", *(part for text in grades for part in (text, el("br"))), class_="small")


def _grades(sheet: Sheet, answer: Answer) -> Iterator[str]:
    if answer.confidence:
        yield wording.confidence(sheet.words, answer.confidence)
    if answer.evidence:
        yield wording.evidence(sheet.words, answer.evidence)
    if answer.reason:
        yield wording.opening(wording.dont_know_reason(sheet.words, answer.reason))


def _reason(sheet: Sheet, draft: Draft, answer: Answer) -> Iterator[Child]:
    _, pen = sheet.words.gettext, sheet.pen
    origin = answer if isinstance(answer, CaseJudgement) else None
    told = (
        (_("For people"), answer.people),
        (_("Only if"), answer.condition or ""),
        (_("Note"), origin.note if origin else ""),
    )
    yield pen.block("p", answer.rationale) if answer.rationale.strip() else None
    yield facts(
        *((name, pen.block("div", text)) for name, text in told if text.strip()),
        (_("By way of"), _mechanism(sheet, answer)),
        (_("Taken over from"), _copied(sheet, answer)),
        (_("Provisions"), cited(sheet, draft, answer.provisions)),
        (_("Sources"), sheet.source_numbers(origin.sources if origin else ())),
    )


def _mechanism(sheet: Sheet, answer: Answer) -> str | None:
    known = sheet.subject.interventions
    kind = known.get(answer.mechanism) if known and answer.mechanism else None
    return kind.name if kind else None


def _copied(sheet: Sheet, answer: Answer) -> str | None:
    origin, framework = answer.copied_from, sheet.subject.framework
    return framework.node(origin).name if origin and framework.has(origin) else None


def _follows(sheet: Sheet, draft: Draft, node: str) -> Cell:
    """What is found on a node once all answers are taken together."""
    telling = sheet.subject.telling(draft.id)
    found = telling.findings.node(node)
    if found.said in ("none", "not-applicable"):
        return (wording.nothing(sheet.words, found.said),)
    effects = [level(sheet.words, found, side) for side in CHANNELS if found.effect(side).p[0]]
    flag = found.flag if found.flag in ("broken", "at-risk", "open") else None
    return (
        *(el("p", *each) for each in effects),
        el("p", explain.nothing_found(telling, node).text) if not effects else None,
        el("p", wording.flag(sheet.words, flag), class_=f"flag {flag}") if flag else None,
    )
