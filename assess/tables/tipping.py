"""Which conclusion another level of one answer would lead to."""

from __future__ import annotations

from typing import TYPE_CHECKING

from assess import wording
from assess.explain import Telling
from assess.findings import Channel
from assess.tables.table import FEW, Table, stated
from assess.text import Words

if TYPE_CHECKING:
    from assess.robustness import Reached, Sureness, Tip

STEPS = (0, 1, 2, 3)


def tipping(telling: Telling, sure: Sureness) -> Table:
    """A row for each answer, a column for each level it could have, all else as stated."""
    words, _ = telling.words, telling.words.gettext
    title = {
        "harm": _("The conclusion on harm, were one answer different"),
        "benefit": _("The conclusion on benefit, were one answer different"),
    }
    kept = tuple(tip for tip in sure.tipping if not tip.decides)
    return Table(
        title=title[sure.channel],
        sentences=(*_deciding(telling, sure), *_kept(words, sure, len(kept))),
        columns=(_("If this answer were …"), *(stated(words, level) for level in STEPS)),
        rows=tuple(
            (
                telling.cause(tip.node, tip.part),
                *(_cell(words, tip, level, sure.channel) for level in STEPS),
            )
            for tip in (*deciding(sure), *kept)
        ),
    )


def deciding(sure: Sureness) -> tuple[Tip, ...]:
    """The answers that would change the conclusion by themselves, at some level."""
    return tuple(tip for tip in sure.tipping if tip.decides)


def conclusion(words: Words, reached: Reached | Sureness, channel: Channel) -> str:
    """The name of a conclusion; none found only where no draw holds any."""
    if not reached.level and reached.p[0]:
        return wording.opening(wording.possible(words, channel))
    return wording.verdict(words, reached.level, channel)


def _cell(words: Words, tip: Tip, level: int, channel: Channel) -> str:
    named = conclusion(words, tip.verdicts[level], channel)
    if tip.now != level:
        return named
    return words.gettext("{conclusion} (as answered)").format(conclusion=named)


def _deciding(telling: Telling, sure: Sureness) -> tuple[str, ...]:
    words, found = telling.words, deciding(sure)
    if not found:
        return (
            words.gettext(
                "No single answer changes the conclusion, whatever level is put in its place."
            ),
        )
    return (
        _which(telling, found, len(sure.tipping)),
        words.gettext(
            "Each row puts each level in the place of one answer; a cell is the conclusion then,"
            " with all other answers as they are."
        ),
    )


def _which(telling: Telling, found: tuple[Tip, ...], total: int) -> str:
    words, count = telling.words, len(found)
    if count > FEW:
        return words.ngettext(
            "{count} of {all} answers could change the conclusion by itself.",
            "{count} of {all} answers could change the conclusion, each by itself.",
            count,
        ).format(count=count, all=total)
    return words.ngettext(
        "{count} of {all} answers could change the conclusion by itself: {names}.",
        "{count} of {all} answers could change the conclusion, each by itself: {names}.",
        count,
    ).format(
        count=count,
        all=total,
        names=wording.listed(words, tuple(telling.cause(tip.node, tip.part) for tip in found)),
    )


def _kept(words: Words, sure: Sureness, count: int) -> tuple[str, ...]:
    if not count:
        return ()
    return (
        words.ngettext(
            "{count} answer could have any level: the conclusion stays “{conclusion}”.",
            "{count} answers could each have any level: the conclusion stays “{conclusion}”.",
            count,
        ).format(
            count=count,
            conclusion=conclusion(words, sure, sure.channel),
        ),
    )
