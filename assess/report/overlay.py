"""What a chapter changed in what is asked, and what it always says: marked as the chapter's."""

from __future__ import annotations

from collections.abc import Iterable

from assess.overlay import Overlay
from assess.report.document import Block, Paragraph, Section, UserText
from assess.report.matter import Matter
from assess.wording import overlay as wording


def sections(matter: Matter) -> tuple[Section, ...]:
    """One section where the assessment has an overlay, else none."""
    overlay = matter.assessment.overlay
    if overlay is None:
        return ()
    _ = matter.words.gettext
    title = _("Questions changed by {by}").format(by=overlay.by)
    return (Section("overlay", title, (*_changes(matter, overlay), *_standing(matter, overlay))),)


def told(matter: Matter) -> tuple[Paragraph, ...]:
    """Who changed what is asked: to be said wherever the version of the framework is named."""
    ref = matter.framework.overlay_ref
    return (Paragraph(wording.changed(matter.words, ref)),) if ref else ()


def remarks(matter: Matter, node: str) -> tuple[Block, ...]:
    """Whose words or whose question it is, where that is the chapter's."""
    overlay = matter.assessment.overlay
    if overlay and overlay.rewords(node):
        return (Paragraph(wording.worded(matter.words, overlay.ref), "small"),)
    if overlay and overlay.adds(node):
        return (Paragraph(wording.added(matter.words, overlay.ref), "small"),)
    return ()


def _changes(matter: Matter, overlay: Overlay) -> Iterable[Block]:
    _, words = matter.words.gettext, matter.words
    yield Paragraph(wording.changed(words, overlay.ref), "lead")
    if overlay.hide:
        yield Paragraph(wording.left_out(words, overlay.ref, _names(matter, overlay.hide)))
    reworded = [each.node for each in overlay.reword]
    if reworded:
        told = _("Worded by {by}: {names}.")
        yield Paragraph(told.format(by=overlay.by, names=", ".join(_names(matter, reworded))))
    added = [each.id for each in overlay.add.criteria]
    if added:
        told = _("Added by {by}: {names}.")
        yield Paragraph(told.format(by=overlay.by, names=", ".join(_names(matter, added))))


def _names(matter: Matter, nodes: Iterable[str]) -> list[str]:
    return [matter.telling.name(node) for node in nodes]


def _standing(matter: Matter, overlay: Overlay) -> Iterable[Block]:
    label = matter.words.gettext("In the words of {by}").format(by=overlay.by)
    return (UserText(label, text) for text in overlay.standing if text.strip())
