"""Ways to the same page in another language, and a word where something is in English only."""

from __future__ import annotations

from html import escape
from urllib.parse import urlencode

import streamlit as st

from assess import text, wording
from assess.text import Words
from assess.ui.parts import prose


def menu(words: Words) -> None:
    """The languages there are, each by its own name; of one with gaps, how much of it is there."""
    there = text.languages()
    if len(there) < 2:
        return
    label = escape(words.gettext("Language"))
    inside = "".join(f"<li>{_way(each, words)}</li>" for each in there)
    st.html(f'<nav class="assess-languages" aria-label="{label}"><ul>{inside}</ul></nav>')


def _way(tag: str, words: Words) -> str:
    said = f'<span lang="{tag}" dir="auto" translate="no">{escape(_name(tag, words))}</span>'
    if tag == words.language:
        return f'<strong aria-current="true">{said}</strong>'
    address = escape("?" + urlencode({**st.query_params.to_dict(), "lang": tag}))
    return f'<a href="{address}" target="_self" hreflang="{tag}">{said}</a>'


def _name(tag: str, words: Words) -> str:
    name = wording.opening(text.words(tag).named(tag))
    share = text.translated(tag)
    if share == 1:
        return name
    partly = words.gettext("{language} – partly ({share})")
    return partly.format(language=name, share=words.percent(share))


def only_english(words: Words) -> None:
    """To a reader in another language: that what comes from the library is in English."""
    if words.language != "en":
        said = words.gettext(
            "Cases, topics and kinds of intervention are not translated: they are in English."
        )
        prose.block("small", said)
