"""What stands beside the question: its meaning, what to ask, what is typical, what to expect."""

from __future__ import annotations

from collections.abc import Iterable
from html import escape

import streamlit as st

from assess import wording
from assess.findings import CHANNELS
from assess.framework import (
    Criterion,
    CriticalProperty,
    Example,
    Framework,
    JudgedNode,
)
from assess.intervention import Intervention, TypicalEffect
from assess.text import Words
from assess.topic import merged
from assess.ui.parts import languages, prose


def guidance(
    framework: Framework,
    node: JudgedNode,
    chosen: Iterable[Intervention],
    expected: Iterable[str],
    words: Words,
) -> None:
    """What helps to answer for one node besides its questions, most useful first.

    expected: sentences on what the other answers lead one to expect here.
    """
    _ = words.gettext
    effects = [(kind, effect) for kind in chosen for effect in kind.effects_on(node.id)]
    if effects:
        with st.expander(_("Typical effects of what the law uses"), expanded=True):
            _typical(effects, words)
    sentences = tuple(expected)
    if sentences:
        with st.expander(_("What your other answers lead one to expect"), expanded=True):
            prose.show_items(sentences)
            prose.block("small", _("This only prompts you. Your own answer counts."))
    for example in framework.examples_for(node.id):
        with st.expander(_("A published example")):
            st.html(_example(framework, example, words))
    with st.expander(_("What weakens and strengthens it")):
        _both_ways(node, words)
    if isinstance(node, Criterion) and node.actions:
        with st.expander(_("What is asked of whom today")):
            st.html(_actions(framework, node, words))
    with st.expander(_("More about it")):
        _more(framework, node, words)


def questions(framework: Framework, node: JudgedNode, words: Words) -> None:
    """What to ask oneself about a node, and what topics ask that comes to the same."""
    _ = words.gettext
    with st.expander(_("Questions to ask yourself"), expanded=True):
        st.html(_questions(framework, node, words))
        for topic, criterion in merged(framework, node.id):
            named = _("{topic} asks the same as “{name}”; one answer serves both:")
            prose.block("small", named.format(topic=topic.title, name=criterion.name))
            st.html(_questions(framework, criterion, words))


def _actions(framework: Framework, node: Criterion, words: Words) -> str:
    """What each programme asks of those who take part, and whether it insists."""
    names = {each.id: each.name for each in framework.programmes}
    said = "".join(
        f"<li><strong>{prose.english(names[each.programme])}</strong>: {prose.english(each.name)} "
        f"{prose.tag(wording.duty(words, each.duty), 'open')} "
        f"{prose.tag(wording.verified(words, each.verified), 'open')} <em>{escape(each.note)}</em>"
        f'<span class="assess-sources">{citations(framework, each.sources)}</span></li>'
        for each in node.actions
    )
    return f'<ul class="assess-list">{said}</ul>'


def citations(framework: Framework, ids: Iterable[str]) -> str:
    """HTML naming sources, each with its official address."""
    cited = []
    for source_id in ids:
        source = framework.sources.get(source_id)
        if source is None:
            continue
        title = escape(source.title)
        address = f'<a href="{escape(source.url)}" rel="noreferrer">{title}</a>'
        cited.append(address if source.url.startswith("https://") else title)
    return "; ".join(cited)


def _questions(framework: Framework, node: JudgedNode, words: Words) -> str:
    by = framework.asked_by(node.id)
    said = "".join(
        f"<li>{escape(question.text)} "
        f"{prose.tag(wording.provenance(words, question.provenance, by), question.provenance)}"
        f'<span class="assess-sources">{citations(framework, question.sources)}</span></li>'
        for question in node.questions
    )
    return f'<ul class="assess-list">{said}</ul>'


def _typical(effects: Iterable[tuple[Intervention, TypicalEffect]], words: Words) -> None:
    _ = words.gettext
    said = "".join(
        f"<li><strong>{prose.english(kind.name)}</strong>: "
        f"{escape(typical_words(effect, words))}. "
        f"{prose.english(effect.reason)}{_condition(effect, words)}</li>"
        for kind, effect in effects
    )
    st.html(f'<ul class="assess-list">{said}</ul>')
    languages.only_english(words)
    prose.block(
        "small",
        _(
            "Typical effects are this toolkit's own synthesis. They are no answer for this law:"
            " judge what its text does."
        ),
    )


def typical_words(effect: TypicalEffect, words: Words) -> str:
    """A typical effect in short: "usually major harm"."""
    _ = words.gettext
    sides = _levels(effect, words)
    if not sides:
        return _("usually no effect of its own")
    return _("usually {effect}").format(effect=wording.listed(words, sides))


def _levels(effect: TypicalEffect | Example, words: Words) -> tuple[str, ...]:
    given = (effect.harm, effect.benefit)
    return tuple(
        wording.level(words, level, side)
        for side, level in zip(CHANNELS, given, strict=True)
        if level is not None
    )


def _condition(effect: TypicalEffect, words: Words) -> str:
    if not effect.condition:
        return ""
    said = words.gettext("Condition: {condition}.").format(condition=effect.condition.rstrip("."))
    return f" <em>{escape(said)}</em>"


def _example(framework: Framework, example: Example, words: Words) -> str:
    _ = words.gettext
    judged = wording.listed(words, _levels(example, words))
    levels = _("In our levels: {level}.").format(level=judged)
    people = _("For people: {effect}").format(effect=example.people)
    return (
        f"<p>{escape(example.situation)}</p><p>{escape(levels)}</p><p>{escape(people)}</p>"
        f'<p class="assess-sources">{citations(framework, example.sources)}</p>'
    )


def _both_ways(node: JudgedNode, words: Words) -> None:
    _ = words.gettext
    prose.heading(_("What weakens it"), small=True)
    prose.show_items(node.weakens)
    prose.heading(_("What strengthens it"), small=True)
    prose.show_items(node.strengthens)


def _more(framework: Framework, node: JudgedNode, words: Words) -> None:
    _ = words.gettext
    if isinstance(node, Criterion) and not framework.added_by(node.id):
        told = (
            _("The name is its publisher’s own; the words here are this toolkit’s.")
            if node.official
            else _("Name and words are this toolkit’s own, from the sources named.")
        )
        prose.block("small", told)
    if isinstance(node, CriticalProperty):
        prose.show_items(node.characteristics)
        prose.text(_("Its benefit: {benefit}").format(benefit=node.benefit))
    elif node.indicators:
        prose.heading(_("What can be measured"), small=True)
        prose.show_items(node.indicators)
    if node.note:
        prose.block("small", node.note)
    st.html(
        f'<p class="assess-sources">{prose.tag(wording.verified(words, node.verified), "open")} '
        f"{citations(framework, node.sources)}</p>"
    )
