"""A page shown within a page, before it goes anywhere."""

from __future__ import annotations

from pathlib import Path

import streamlit as st

HERE = Path(__file__).parent
DRAW = st.components.v2.component(
    "assess_preview",
    html="<div data-root></div>",
    css=(HERE / "preview.css").read_text("utf-8"),
    js=(HERE / "preview.js").read_text("utf-8"),
)


def preview(page: bytes, label: str) -> None:
    """Shows a page (UTF-8 HTML) as its readers will see it, without scripts and in a frame.

    Streamlit's own frame lets scripts run, and a link within the page loads the app into it.
    """
    DRAW(data={"page": page.decode("utf-8"), "label": label}, key="preview")
