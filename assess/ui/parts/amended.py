"""What a draft changes in the text of another, word by word, and what became of the answers."""

from __future__ import annotations

from collections.abc import Iterable
from html import escape

import streamlit as st

from assess import wording
from assess.amendment import Amendment, Carried, Carry, Match, Span
from assess.explain import amended
from assess.text import Words
from assess.ui import site, state
from assess.ui.parts import prose

MOST = 40
AROUND = 12
"""So many words of a passage that stays are shown before and after what differs."""


def show(amendment: Amendment, words: Words) -> None:
    """Every provision that differs, word by word; those that stay as one line."""
    _ = words.gettext
    prose.text(amended.text_change(amendment, words).text)
    differing = amendment.only("changed", "added", "removed", "renumbered")
    if differing:
        inside = "".join(provision(match, words) for match in differing[:MOST])
        st.html(f'<div class="assess-changes">{inside}</div>')
    if len(differing) > MOST:
        more = _("{n} further provisions differ; the brief counts them all.")
        prose.block("small", more.format(n=len(differing) - MOST))


def provision(match: Match, words: Words, more: str = "") -> str:
    """HTML of one provision: its number, what became of it, its words, and `more` HTML below."""
    number = match.number
    if match.before and match.after and match.before.id != match.after.id:
        number = f"{match.before.id} → {match.after.id}"
    said = wording.change(words, match.change)
    mark = wording.change_mark(match.change)
    heading, text = (_told(spans, words) for spans in (match.heading, match.text))
    return (
        f'<section class="assess-change assess-change-{match.change}">'
        f'<h4><span dir="auto">{escape(number)}</span> {prose.tag(f"{mark} {said}")}</h4>'
        + (f'<p class="assess-change-heading" dir="auto">{heading}</p>' if heading else "")
        + (f'<p class="assess-written" dir="auto">{text}</p>' if text else "")
        + f"{more}</section>"
    )


def _told(spans: tuple[Span, ...], words: Words) -> str:
    """HTML of the words of both texts: what went struck out, what came underlined."""
    last = len(spans) - 1
    return " ".join(_span(span, _side(place, last), words) for place, span in enumerate(spans))


def _span(span: Span, side: str, words: Words) -> str:
    _ = words.gettext
    if span.kind == "same":
        return escape(_shortened(span.text, side))
    name, unseen = {
        "removed": ("del", _("removed:")),
        "added": ("ins", _("added:")),
    }[span.kind]
    return (
        f'<{name}><span class="assess-unseen">{escape(unseen)} </span>{escape(span.text)}</{name}>'
    )


def _side(place: int, last: int) -> str:
    if 0 < place < last or last <= 0:
        return "middle"
    return "start" if place == 0 else "end"


def _shortened(text: str, side: str) -> str:
    """A passage that stays, with its middle, beginning or end left out where it is long."""
    every = text.split()
    if len(every) <= 3 * AROUND:
        return text
    before = [] if side == "start" else every[:AROUND]
    after = [] if side == "end" else every[-AROUND:]
    return " ".join([*before, "…", *after])


def answers(carried: Carried, words: Words) -> None:
    """What became of the answers: those to give anew first, with the way there."""
    _ = words.gettext
    prose.show_items(each.text for each in amended.answers(carried, words))
    to_answer = [each for each in carried.to_answer if each.base.assessor == state.own()]
    if to_answer:
        prose.heading(_("To judge anew"), 3)
        _ways(to_answer, carried.draft, words)
    again = [each for each in carried.look_again if each.base.assessor == state.own()]
    if again:
        with st.expander(_("Carried over without a text that could be compared")):
            _ways(again, carried.draft, words)


def _ways(carries: Iterable[Carry], draft: str, words: Words) -> None:
    framework = state.framework()
    for each in carries:
        key = f"carry-{draft}-{each.base.node}-{each.base.part}"
        with st.container(key=key, gap=None):
            site.link(
                "judge", framework.node(each.base.node).name, node=each.base.node, draft=draft
            )
            prose.block("small", amended.why(framework, each, words).text)
