"""The framework as a picture one can click and walk through with the keyboard."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

import streamlit as st

from assess.picture import ARGUED, LINE, STROKES, GraphPicture, LinkLine, NodeBox, legend
from assess.text import Words

HERE = Path(__file__).parent
DRAW = st.components.v2.component(
    "assess_graph",
    html='<div class="frame"></div>',
    css=(HERE / "graph_view.css").read_text("utf-8"),
    js=(HERE / "graph_view.js").read_text("utf-8"),
)


def graph_view(
    picture: GraphPicture,
    words: Words,
    *,
    selected: str | None,
    key: str,
    narrow: GraphPicture | None = None,
) -> str | None:
    """Draws the picture; the id of the selected box, or None.

    narrow: the same boxes laid out for a phone; the browser takes what fits.
    The caller keeps the selection and hands it in again: after a click the new one is returned
    once. A second click on the selected box takes the selection back.
    """
    shown = DRAW(
        data={
            "wide": _drawing(picture, words),
            "narrow": _drawing(narrow, words) if narrow else None,
            "selected": selected,
        },
        key=key,
        on_chosen_change=_nothing,
    )
    return selected if shown.chosen is None else (shown.chosen or None)


def _nothing() -> None:
    """Streamlit keeps a click for the run after it only where somebody listens."""


def _drawing(picture: GraphPicture, words: Words) -> Mapping[str, object]:
    _ = words.gettext
    return {
        "title": picture.title,
        "description": picture.description,
        "hint": _("Arrow keys lead from box to box.")
        if picture.bare
        else _("Choose a box to see what it is made of. Arrow keys lead from box to box."),
        "legend": list(legend(picture, words)),
        "width": picture.width,
        "height": picture.height,
        "line": LINE,
        "across": picture.across,
        "nodes": [_node(node) for node in picture.nodes],
        "links": [_link(picture, link) for link in picture.links],
    }


def _node(node: NodeBox) -> Mapping[str, object]:
    return {
        "id": node.id,
        "code": node.code,
        "lines": list(node.label_lines),
        "marks": [mark.line for mark in node.marks],
        "box": [node.x, node.y, node.width, node.height, node.corner],
        "tone": node.tone,
        "spoken": node.spoken,
    }


def _link(picture: GraphPicture, link: LinkLine) -> Mapping[str, object]:
    return {
        "from": link.source,
        "to": link.target,
        "curve": picture.curve(link),
        "head": picture.head(link),
        "stroke": STROKES[link.strength],
        "dashes": "" if link.published else ARGUED,
        "tone": link.tone.split("-")[0],
    }
