"""The frameworks: what is held to matter, what bears on what, and who says so."""

from __future__ import annotations

from collections.abc import Sequence
from html import escape

import streamlit as st

from assess import airlock, diagram, wording
from assess.errors import FileProblems
from assess.framework import Framework, FrameworkRef, Link, Node
from assess.method import DEFAULT, Method
from assess.register import is_changed
from assess.text import Words
from assess.topic import alone
from assess.ui import site, state
from assess.ui.parts import languages, prose, table
from assess.ui.parts.graph_view import graph_view
from assess.ui.parts.guidance import citations

MOST = 50  # problems listed; who has mended them sees the next


def page() -> None:
    """Shows one framework, every node and every link with its source; the core if none is named."""
    words = state.current_words()
    framework = state.framework()
    known = {each.id: each for each in _topics()}
    topic = known.get(st.query_params.get("shown", ""))
    if topic is None:
        _core(framework, words)
    else:
        _on_topic(framework, topic, words)
    _others(framework, tuple(known.values()), topic, words)
    _sketch(framework, words)


def _sketch(framework: Framework, words: Words) -> None:
    """A framework that the reader is writing: what is wrong with it, and how it looks."""
    _ = words.gettext
    prose.heading(_("Writing a framework of your own?"))
    prose.text(
        _(
            "Bring its file to see every problem with its line, and the graph as far as it stands."
            " The file is read on this computer, in a process of its own, and not kept."
        )
    )
    upload = st.file_uploader(_("Your framework.yaml"), key=state.widget_key("sketch", "file"))
    if upload is None:
        state.forget_once("sketch")
        return
    try:
        found = state.once(
            "sketch",
            upload.file_id,
            lambda: airlock.read_sketch(upload.getvalue(), upload.name, words),
        )
    except FileProblems as error:
        prose.note(str(error), "error")
        return
    if found.problems:
        prose.note(_("Mend these first. Each line says where and how."), "warning")
        prose.show_items(found.problems[:MOST])
    else:
        prose.note(_("Nothing is wrong with it."), "good")
    if found.framework is not None:
        _sketched(framework, found.framework, words)


def _sketched(framework: Framework, written: Framework, words: Words) -> None:
    _ = words.gettext
    shown = alone(framework, written) if written.builds_on else written
    prose.heading(written.title, 3)
    _drawn(shown, words, "sketch")
    _nodes(shown, shown.criteria if written.builds_on else shown.judged, words)
    _links(shown, shown.links, words, _("Every link of your file"))


def _topics() -> tuple[Framework, ...]:
    """The topics of the open assessment as they stand there, then the newest of the others."""
    library, refs = state.library(), state.framework().topic_refs
    ref = state.assessment().framework if state.is_open() else state.latest()
    there = {each.id for each in refs}
    newest = (each for each in library.topics(ref) if each.id not in there)
    return (*(library.framework(each.id, each.version) for each in refs), *newest)


def _core(framework: Framework, words: Words) -> None:
    _ = words.gettext
    _head(framework, words)
    _drawn(framework, words)
    prose.heading(_("What the Internet needs to exist"))
    _nodes(framework, framework.critical_properties, words)
    prose.heading(_("What the Internet needs to thrive"))
    _nodes(framework, (*framework.goals, *framework.enablers), words)
    prose.heading(_("What bears on what"))
    _links(framework, framework.links, words)


def _on_topic(framework: Framework, topic: Framework, words: Words) -> None:
    _ = words.gettext
    shown = alone(framework, topic)
    _head(topic, words)
    languages.only_english(words)
    _drawn(shown, words)
    prose.heading(_("What it asks about"))
    _nodes(shown, shown.criteria, words)
    if shown.programmes:
        prose.heading(_("Who takes part"))
        _nodes(shown, shown.programmes, words)
    if shown.rights:
        prose.heading(_("Rights"))
        _nodes(shown, shown.rights, words)
    prose.heading(_("What bears on what"))
    _links(shown, shown.links, words)


def _head(framework: Framework, words: Words) -> None:
    _ = words.gettext
    prose.title(framework.title, _("Version {version}").format(version=framework.version))
    prose.lead(framework.summary)
    if is_changed(state.library(), FrameworkRef(id=framework.id, version=framework.version)):
        prose.note(
            _(
                "The files of this version were changed after it was published. Answers given with"
                " it before may rest on other words."
            ),
            "warning",
        )
    prose.note(framework.licence_note)


def _drawn(framework: Framework, words: Words, place: str = "shown") -> None:
    """The graph; choosing a box says nothing here that the tables below do not."""
    graph_view(
        diagram.plain(framework, words),
        words,
        selected=None,
        key=f"graph-{place}-{framework.id}",
        narrow=diagram.plain(framework, words, narrow=True),
    )


def _others(
    framework: Framework, topics: Sequence[Framework], shown: Framework | None, words: Words
) -> None:
    """Ways to the other frameworks there are."""
    _ = words.gettext
    prose.heading(_("Other frameworks"))
    with st.container(key="frameworks"):
        if shown is not None:
            site.link("framework", framework.title)
        for topic in topics:
            if topic is not shown:
                site.link("framework", topic.title, shown=topic.id)


def _nodes(framework: Framework, nodes: Sequence[Node], words: Words) -> None:
    for node in nodes:
        note = f"<p><em>{escape(node.note)}</em></p>" if node.note else ""
        st.html(
            f'<div class="assess-node"><h3 class="assess-heading-3">{escape(node.code)} '
            f"{prose.english(node.name)}</h3><p>{escape(node.summary)}</p>{note}"
            f'<p class="assess-sources">{_verified(node.verified, words)} '
            f"{citations(framework, node.sources)}</p></div>"
        )


def _links(framework: Framework, links: Sequence[Link], words: Words, caption: str = "") -> None:
    _ = words.gettext
    published = sum(link.provenance == "published" for link in links)
    method = state.assessment().choices.method() if state.is_open() else DEFAULT
    prose.text(
        _(
            "{count} links. {published} rest on a published passage; {argued} are argued by this"
            " toolkit, and you may disagree with them."
        ).format(count=len(links), published=published, argued=len(links) - published)
    )
    table.show(
        caption or _("Every link with its reason and source"),
        [_("Link"), _("Strength"), _("Reason"), _("Who says so")],
        [_link(framework, link, method, words) for link in links],
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
        f'{provenance} {_verified(link.verified, words)}<span class="assess-sources">'
        f"{citations(framework, link.sources)}</span>",
    ]


def _verified(seen: bool, words: Words) -> str:
    """HTML saying whether the text a claim rests on was seen."""
    return prose.tag(wording.verified(words, seen), "open")
