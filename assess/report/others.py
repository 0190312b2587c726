"""What stands beside the effects: judged to be unaffected, not applicable, not known."""

from __future__ import annotations

from assess import wording
from assess.findings import Said
from assess.report.matter import Matter
from assess.text import Words
from assess.wording import overlay


def unaffected(matter: Matter, most: int | None = None) -> tuple[str, ...]:
    """Sentences on what the assessor judged to see no effect, or not to apply.

    With `most` only so many names are said, and how many more there are; with 0 only how many.
    """
    words = matter.words
    told = (
        _listed(words, *_no_effect(words), _names(matter, "none"), most),
        _listed(words, *_not_applicable(words), _names(matter, "not-applicable"), most),
    )
    return tuple(text for text in told if text)


def unknown(matter: Matter, most: int | None = None) -> tuple[str, ...]:
    """Sentences on what is not answered or not known, and on what was not asked."""
    words, found = matter.words, matter.telling.findings
    gaps = tuple(dict.fromkeys(matter.telling.name(gap.node) for gap in found.gaps))
    hidden, ref = matter.telling.hidden(), matter.framework.overlay_ref
    left = tuple(matter.telling.name(node) for node in found.not_asked if node not in hidden)
    names = [matter.telling.name(node) for node in hidden]
    told = (
        _listed(words, *_not_known(words), gaps, most),
        _listed(words, *_not_asked(words), left, most),
        overlay.left_out(words, ref, names) if ref and names else "",
    )
    return tuple(text for text in told if text)


def _names(matter: Matter, said: Said) -> tuple[str, ...]:
    nodes = matter.telling.findings.nodes
    return tuple(matter.telling.name(node.id) for node in nodes if node.said == said)


def _no_effect(words: Words) -> tuple[str, str, str]:
    _ = words.gettext
    return (
        _("Judged to see no effect: {names}."),
        _("Judged to see no effect: {names} and {n} more."),
        _("Judged to see no effect: {n} in all."),
    )


def _not_applicable(words: Words) -> tuple[str, str, str]:
    _ = words.gettext
    return (
        _("Judged not to apply: {names}."),
        _("Judged not to apply: {names} and {n} more."),
        _("Judged not to apply: {n} in all."),
    )


def _not_known(words: Words) -> tuple[str, str, str]:
    _ = words.gettext
    return (
        _("Not known or not answered: {names}."),
        _("Not known or not answered: {names} and {n} more."),
        _("Not known or not answered: {n} in all."),
    )


def _not_asked(words: Words) -> tuple[str, str, str]:
    _ = words.gettext
    return (
        _("Not asked at this depth: {names}."),
        _("Not asked at this depth: {names} and {n} more."),
        _("Not asked at this depth: {n} in all."),
    )


def _listed(
    words: Words, all_of: str, some_of: str, only: str, names: tuple[str, ...], most: int | None
) -> str:
    if not names:
        return ""
    if most == 0:
        return only.format(n=words.number(len(names)))
    if most is None or len(names) <= most:
        return all_of.format(names=wording.listed(words, names))
    return some_of.format(names=", ".join(names[:most]), n=words.number(len(names) - most))
