"""A provision as HTML: its words that matched marked in their place, and what stands beside it."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from html import escape
from itertools import groupby

from assess.bill.match import Match, Word
from assess.bill.runs import Run, runs
from assess.explain import provisions as told
from assess.framework import AnyNode, Framework
from assess.margin import BASES, Beside
from assess.proposal import Provision
from assess.text import Words

ROOM = 1_500
"""About so many characters of a provision are shown, until all of it is asked for."""
_MOST_WORDS = 8  # words of one reason that are named


def is_long(provision: Provision) -> bool:
    """Whether `provision` would leave something out."""
    return len(provision.text) > ROOM


def provision(provision: Provision, matches: Iterable[Match], *, whole: bool = False) -> str:
    """HTML of a provision with its number and heading; a long one cut, unless `whole`."""
    matches = tuple(matches)
    return heading(provision, matches) + text(provision, matches, None if whole else ROOM)


def heading(provision: Provision, matches: Iterable[Match]) -> str:
    """HTML of a provision's number and heading."""
    marked = _marked(runs(provision, matches, "heading"))
    number = f'<span class="assess-law-number" dir="auto">{escape(provision.id)}</span>'
    return f'<h3 class="assess-law-heading">{number} <span dir="auto">{marked}</span></h3>'


def text(provision: Provision, matches: Iterable[Match], room: int | None) -> str:
    """HTML of a provision's text, cut to about so many characters unless `room` is None."""
    marked = _marked(runs(provision, matches, room=room))
    return f'<div class="assess-law-text" dir="auto">{marked}</div>'


def _marked(found: Sequence[Run]) -> str:
    return "".join(map(_run, found))


def _run(run: Run) -> str:
    text = escape(run.text)
    if run.kind == "plain":
        return text
    if run.kind == "cut":
        return f' <span class="assess-law-cut">{text}</span> '
    return f'<mark class="assess-{run.kind}">{text}</mark>'


def reasons(name: str, match: Match) -> str:
    """HTML of what matched, by its name, and why: the words, and what such wording hints at."""
    by_reason = sorted(match.words, key=lambda word: word.why)
    inside = "".join(
        f"<li>{_named(tuple(of_it))} <span>{escape(why)}</span></li>"
        for why, of_it in groupby(by_reason, key=lambda word: word.why)
    )
    return f'<div class="assess-reasons"><h4>{escape(name)}</h4><ul>{inside}</ul></div>'


def _named(words: Sequence[Word]) -> str:
    """HTML of the words, each once, in the order of the text."""
    in_order = sorted(words, key=lambda word: word.start)
    said = list({word.text.casefold(): word.text for word in in_order}.values())
    more = " …" if len(said) > _MOST_WORDS else ""
    return ", ".join(f"<q dir='auto'>{escape(each)}</q>" for each in said[:_MOST_WORDS]) + more


def margin(framework: Framework, besides: Iterable[Beside], words: Words) -> str:
    """HTML of the nodes beside a provision, grouped by what puts them there, strongest first."""
    found = tuple(besides)
    groups = ((basis, [each for each in found if each.basis == basis]) for basis in BASES)
    inside = "".join(
        f"<p>{escape(told.basis(words, basis))}</p><ul>{_chips(framework, there, words)}</ul>"
        for basis, there in groups
        if there
    )
    return f'<div class="assess-margin">{inside}</div>'


def _chips(framework: Framework, besides: Iterable[Beside], words: Words) -> str:
    there = {each.node: each for each in besides}
    return "".join(
        _chip(node, there[node.id], words) for node in framework.nodes if node.id in there
    )


def _chip(node: AnyNode, beside: Beside, words: Words) -> str:
    also = words.gettext("cited") if beside.cited and beside.basis != "cited" else ""
    cited = f" <em>{escape(also)}</em>" if also else ""
    return (
        f'<li class="assess-chip assess-chip-{beside.basis}">'
        f"<b>{escape(node.code)}</b> {escape(node.name)}{cited}</li>"
    )
