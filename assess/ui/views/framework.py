"""The framework itself: what is held to matter, what bears on what, and who says so."""

from __future__ import annotations

from collections.abc import Sequence
from html import escape

import streamlit as st

from assess import wording
from assess.framework import Framework, Link, Node
from assess.method import DEFAULT, Method
from assess.text import Words
from assess.ui import state
from assess.ui.parts import prose, table
from assess.ui.parts.guidance import citations


def page() -> None:
    """Shows every node and every link with its source."""
    words = state.current_words()
    _ = words.gettext
    framework = state.framework()
    prose.title(framework.title, _("Version {version}").format(version=framework.version))
    prose.lead(framework.summary)
    prose.note(framework.licence_note)
    prose.heading(_("What the Internet needs to exist"))
    _nodes(framework, framework.critical_properties, words)
    prose.heading(_("What the Internet needs to thrive"))
    _nodes(framework, (*framework.goals, *framework.enablers), words)
    prose.heading(_("What bears on what"))
    _links(framework, words)


def _nodes(framework: Framework, nodes: Sequence[Node], words: Words) -> None:
    for node in nodes:
        st.html(
            f'<div class="assess-node"><h3 class="assess-heading-3">{escape(node.code)} '
            f"{prose.english(node.name)}</h3><p>{escape(node.summary)}</p>"
            f'<p class="assess-sources">{verified(node.verified, words)} '
            f"{citations(framework, node.sources)}</p></div>"
        )


def _links(framework: Framework, words: Words) -> None:
    _ = words.gettext
    published = sum(link.provenance == "published" for link in framework.links)
    method = state.assessment().choices.method() if state.is_open() else DEFAULT
    prose.text(
        _(
            "{count} links. {published} rest on a published passage; {argued} are argued by this"
            " toolkit, and you may disagree with them."
        ).format(
            count=len(framework.links),
            published=published,
            argued=len(framework.links) - published,
        )
    )
    table.show(
        _("Every link with its reason and source"),
        [_("Link"), _("Strength"), _("Reason"), _("Who says so")],
        [_link(framework, link, method, words) for link in framework.links],
    )


def _link(framework: Framework, link: Link, method: Method, words: Words) -> list[str]:
    said = words.gettext("{origin} {relation} {target}").format(
        origin=framework.node(link.origin).name,
        relation=wording.relation(words, link.relation),
        target=framework.node(link.target).name,
    )
    provenance = prose.tag(wording.provenance(words, link.provenance), link.provenance)
    return [
        escape(said),
        escape(wording.strength(words, link.strength, method)),
        f"{escape(link.reason)} <em>{escape(link.note)}</em>",
        f'{provenance} {verified(link.verified, words)}<span class="assess-sources">'
        f"{citations(framework, link.sources)}</span>",
    ]


def verified(seen: bool, words: Words) -> str:
    """HTML saying whether the text a claim rests on was seen."""
    _ = words.gettext
    return prose.tag(_("source seen") if seen else _("not checked by anyone yet"), "open")
