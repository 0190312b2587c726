"""The script Streamlit runs for every reader and every click: frame and navigation."""

from __future__ import annotations

import streamlit as st


def main() -> None:
    """One run."""
    st.set_page_config(page_title="Internet impact assessment")
    st.title("Internet impact assessment")


main()
