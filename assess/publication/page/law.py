"""What is proposed: the aim, the text judged, its provisions."""

from __future__ import annotations

from collections.abc import Iterator
from xml.etree.ElementTree import Element

from assess import wording
from assess.proposal import Draft, Provision
from assess.publication.markup import Child, el
from assess.publication.page.sheet import Sheet, facts, listed, section


def law(sheet: Sheet) -> Element:
    """What the law is, who proposes it, and by what kinds of intervention it works."""
    _ = sheet.words.gettext
    proposal, pen = sheet.subject.assessment.proposal, sheet.pen
    summary = proposal.summary.strip()
    about = facts(
        (_("Jurisdiction"), _inline(sheet, proposal.jurisdiction)),
        (_("Text judged"), listed(*_texts(sheet))),
        (_("Stage"), wording.stage(sheet.words, proposal.stage) if proposal.stage else None),
        (_("Its aim"), pen.block("div", proposal.purpose) if proposal.purpose.strip() else None),
        (_("Kinds of intervention"), _interventions(sheet)),
    )
    told = el("div", pen.block("p", summary, "lead") if summary else None, about, class_="split")
    return section("law", _("What is proposed"), told)


def _inline(sheet: Sheet, text: str) -> Child:
    return sheet.pen.inline(text) if text.strip() else None


def _texts(sheet: Sheet) -> Iterator[Child]:
    _ = sheet.words.gettext
    for draft in sheet.drafts:
        name = sheet.pen.inline(sheet.draft_name(draft))
        date = sheet.words.date(draft.date) if draft.date else ""
        yield el("span", name, f", {date}") if date else name


def _interventions(sheet: Sheet) -> Child:
    known = sheet.subject.interventions
    picked = sheet.subject.assessment.triage.interventions
    found = [each for name in picked if known and (each := known.get(name))]
    if not found:
        return None
    rows = (el("li", el("b", each.name), f": {each.definition}") for each in found)
    return el("ul", *rows)


def provisions(sheet: Sheet) -> Element | None:
    """The provisions of each draft; of one that is based on another, those that differ."""
    _ = sheet.words.gettext
    parts: list[Child] = []
    for draft in sheet.drafts:
        shown = [each for each in draft.provisions if each not in _before(sheet, draft)]
        if not shown:
            continue
        if len(sheet.drafts) > 1:
            parts.append(el("h3", sheet.pen.inline(sheet.draft_name(draft))))
        if draft.based_on:
            parts.append(el("p", _("Only what differs from the draft before."), class_="small"))
        parts += [_provision(sheet, draft, each) for each in shown]
    return section("provisions", _("The provisions"), *parts) if parts else None


def _before(sheet: Sheet, draft: Draft) -> tuple[Provision, ...]:
    return sheet.subject.assessment.draft(draft.based_on).provisions if draft.based_on else ()


def _provision(sheet: Sheet, draft: Draft, provision: Provision) -> Element:
    _ = sheet.words.gettext
    depth = "h4" if len(sheet.drafts) > 1 else "h3"
    heading = el(depth, sheet.pen.inline(provision.id), id=anchor(sheet, draft, provision))
    if provision.heading.strip():
        heading.append(el("span", sheet.pen.inline(provision.heading), class_="beside"))
    text = provision.text if provision.text.strip() else _("(no text given)")
    return el("div", heading, sheet.pen.block("blockquote", text), class_="provision")


def anchor(sheet: Sheet, draft: Draft, provision: Provision) -> str:
    """The name of a provision's place on the page: of its place in the file, not of its number."""
    return f"provision-{sheet.drafts.index(draft) + 1}-{draft.provisions.index(provision) + 1}"


def cited(sheet: Sheet, draft: Draft, names: tuple[str, ...]) -> Element | None:
    """Provisions that an answer names, each with a link where its text is on the page."""
    return listed(*(_cited(sheet, draft, name) for name in names if name.strip()), between=", ")


def _cited(sheet: Sheet, draft: Draft, name: str) -> Child:
    provision = draft.provision(name)
    if provision is None:
        return sheet.pen.inline(name)
    if draft.based_on and provision in _before(sheet, draft):
        return _cited(sheet, sheet.subject.assessment.draft(draft.based_on), name)
    return el("a", sheet.pen.inline(name), href=f"#{anchor(sheet, draft, provision)}")
