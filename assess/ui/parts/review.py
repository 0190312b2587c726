"""Answers from an older version of the framework: told on the task list, confirmed one by one."""

from __future__ import annotations

from collections.abc import Callable

import streamlit as st

from assess.assessment import Judgement
from assess.framework import JudgedNode, LevelWords
from assess.judgement import Asked, Review
from assess.store import name_of
from assess.text import Words
from assess.ui import site, state
from assess.ui.parts import prose, table
from assess.ui.state import moving
from assess.wording import migration


def waits(node: str) -> bool:
    """Whether an answer of the reader on this node waits to be looked at again."""
    return any(each.review for each in state.answers(node))


def notice(words: Words) -> None:
    """On the task list: how many answers wait, and where a newer version is."""
    _ = words.gettext
    own = (each for each in state.assessment().judgements if each.assessor == state.own())
    waiting = sum(each.review is not None for each in own if each.draft == state.draft())
    if waiting:
        said = words.ngettext(
            "{n} of your answers was given to another wording. It is marked below and does not"
            " count until you say that it still holds.",
            "{n} of your answers were given to another wording. They are marked below and do not"
            " count until you say that they still hold.",
            waiting,
        )
        prose.note(said.format(n=waiting), "warning")
    target = moving.newer()
    if target:
        told = _("There is a newer version of this framework: {version}. Nothing moves by itself.")
        prose.note(told.format(version=target.version))
        site.link("version", _("See what would become of your answers"))
    elif state.assessment().moved:
        site.link("version", _("What became of your answers when the framework changed"))


def box(shown: Judgement, node: JudgedNode, confirm: Callable[[Judgement], None]) -> None:
    """Above an answer that waits: the wording it was given to beside the one of now."""
    if shown.review is None:
        return
    words = state.current_words()
    _ = words.gettext
    with st.container(border=True, key=f"review-{shown.part}"):
        prose.heading(_("Does this answer still hold?"), small=True)
        prose.text(_why(shown.review, words))
        _beside(shown.review.asked, node, words)
        st.button(
            _("It still holds"),
            key=f"confirm.{name_of(shown)}",
            on_click=confirm,
            args=(shown.confirmed(),),
            type="primary",
        )
        prose.block(
            "small",
            _(
                "Or change it below first, and then say that it holds. Until then it does not"
                " count."
            ),
        )


def _why(review: Review, words: Words) -> str:
    said = migration.told(words, review.why, review.notes)
    if review.mechanism is None:
        return said
    kind = words.gettext("It named this kind of intervention: {kind}.")
    return f"{said} {kind.format(kind=_named(review.mechanism))}"


def _named(kind: str) -> str:
    """The name of a kind of intervention that is not in this version, where it is known."""
    left = state.assessment().archived
    names = (each.name for each in left if (each.what, each.text) == ("intervention", kind))
    return next(names, kind)


def _beside(asked: Asked, node: JudgedNode, words: Words) -> None:
    """What reads otherwise, as it was and as it is."""
    _ = words.gettext
    before = (asked.name, asked.summary, "\n".join(asked.questions), *_levels(asked.levels))
    questions = "\n".join(each.text for each in node.questions)
    now = (node.name, node.summary, questions, *_levels(node.levels))
    names = (
        *(_("Name"), _("What it means"), _("Questions")),
        *(_("Minor"), _("Material"), _("Major")),
    )
    rows = [
        [table.cell(name), prose.written(old), prose.written(new)]
        for name, old, new in zip(names, before, now, strict=True)
        if old != new
    ]
    if not rows:
        prose.text(_("What is asked reads as it did."))
        return
    then = _("As it was asked: version {version}").format(version=asked.framework.version)
    columns = (_("Part"), then, _("As it is asked now"))
    table.show(_("What reads otherwise"), columns, rows, "assess-stacked")


def _levels(levels: LevelWords) -> tuple[str, str, str]:
    return levels.minor, levels.material, levels.major
