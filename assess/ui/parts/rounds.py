"""How far the rounds of several people are: the four phases, who takes part, the link to send."""

from __future__ import annotations

from collections.abc import Iterable
from html import escape

import streamlit as st

from assess import wording
from assess.assessment import Assessment
from assess.panel import PHASES, Phase
from assess.store import Standing
from assess.text import Words
from assess.ui import site
from assess.ui.parts import prose, table


def name(words: Words, phase: Phase) -> str:
    """What a phase is called."""
    _ = words.gettext
    return {
        "first": _("First round"),
        "discussion": _("Discussion"),
        "second": _("Second round"),
        "closed": _("Closed"),
    }[phase]


def in_short(words: Words, phase: Phase) -> str:
    """What people do in a phase, in a few words."""
    _ = words.gettext
    return {
        "first": _("Everybody judges alone, unseen by the others."),
        "discussion": _("All answers are shown. Where they differ, people write notes."),
        "second": _("Everybody judges once more, alone again."),
        "closed": _("Both rounds are kept and told in the brief."),
    }[phase]


def meaning(words: Words, phase: Phase) -> str:
    """What a phase means for the reader."""
    _ = words.gettext
    return {
        "first": _(
            "You judge alone first. Nobody sees the others' answers until everybody is done or the"
            " round is closed."
        ),
        "discussion": _(
            "The first round is over. Everybody sees all answers, and none can be changed now."
            " Where yours differ from others, write down what they may have missed."
        ),
        "second": _(
            "You judge once more, alone. You see everybody's answers of the first round and the"
            " notes, but nobody's new answers. What you leave stays as it was."
        ),
        "closed": _(
            "Both rounds are over. Both are kept, and nothing in them can be changed any more."
        ),
    }[phase]


def show(words: Words, now: Phase | None = None) -> None:
    """The four phases in a row; the one there is now is marked."""
    _ = words.gettext
    place = PHASES.index(now) if now else -1
    inside = "".join(_phase(words, phase, number, place) for number, phase in enumerate(PHASES))
    label = escape(_("The rounds"))
    st.html(f'<ol class="assess-steps assess-phases" aria-label="{label}">{inside}</ol>')


def _phase(words: Words, phase: Phase, number: int, now: int) -> str:
    _ = words.gettext
    current = ' aria-current="step"' if number == now else ""
    mark = prose.tag(_("now"), "started") if number == now else ""
    over = " assess-phase-over" if number < now else ""
    return (
        f'<li class="assess-phase{over}"{current}><strong>{escape(name(words, phase))}</strong>'
        f" {mark} <span>{escape(in_short(words, phase))}</span></li>"
    )


def people(
    words: Words, assessment: Assessment, own: str, standing: Iterable[Standing], phase: Phase
) -> None:
    """Who takes part, how many questions each has finished, and who is done: never an answer."""
    _ = words.gettext
    rows = [_person(words, assessment, own, each, phase) for each in standing]
    columns = [_("Name"), _("Has come"), _("Questions finished"), _("Says to be done")]
    if phase == "closed":
        columns = columns[:3]
    table.show(_("How far everybody is, in numbers only"), columns, rows)


def _person(
    words: Words, assessment: Assessment, own: str, person: Standing, phase: Phase
) -> list[str]:
    _ = words.gettext
    called = wording.assessor(words, assessment, person.id)
    tag = prose.tag(_("you"))
    you = f" {tag}" if person.id == own else ""
    finished = _("{done} of {all}").format(done=person.answered, all=person.questions)
    come = _("✓ yes") if person.seated else _("not yet")
    done = _("✓ yes") if person.ready else _("not yet")
    row = [f"{table.cell(called)}{you}", escape(come), escape(finished), escape(done)]
    return row[:3] if phase == "closed" else row


def address(words: Words, token: str) -> None:
    """The address to send to those who are to join."""
    prose.address(words.gettext("Round link"), site.full(f"/join?a={token}"))
