"""Text on a page. Everything passes through here as text: what people wrote is never Markdown."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from html import escape

import streamlit as st


def title(text: str, kicker: str = "") -> None:
    """The heading of a page, with a few words above it that say where one is."""
    above = f'<p class="assess-kicker">{escape(kicker)}</p>' if kicker else ""
    st.html(f'{above}<h1 class="assess-title">{escape(text)}</h1>')


def heading(text: str, level: int = 2, *, small: bool = False, name: str = "") -> None:
    """A heading inside a page; level 2 or 3. `small` makes one of level 2 look like level 3.

    name: what an address can lead to.
    """
    size = 3 if small else level
    place = f' id="{escape(name)}"' if name else ""
    st.html(f'<h{level} class="assess-heading-{size}"{place}>{escape(text)}</h{level}>')


def contents(label: str, titles: Mapping[str, str]) -> None:
    """Ways to the headings of a long page, by their names."""
    inside = "".join(
        f'<li><a href="#{escape(name)}" target="_self">{escape(title)}</a></li>'
        for name, title in titles.items()
    )
    st.html(
        f'<nav class="assess-contents" aria-label="{escape(label)}"><p>{escape(label)}</p>'
        f"<ul>{inside}</ul></nav>"
    )


def lead(text: str) -> None:
    """The first paragraph of a page."""
    block("lead", text)


def text(*paragraphs: str) -> None:
    """Paragraphs."""
    block("text", *paragraphs)


def block(kind: str, *paragraphs: str) -> None:
    """Paragraphs of one kind (a class of the stylesheet)."""
    inside = "".join(f"<p>{escape(each)}</p>" for each in paragraphs)
    st.html(f'<div class="assess-{kind}">{inside}</div>')


def english(text: str) -> str:
    """HTML of what the library says in English, marked so for a page in another language."""
    return f'<span lang="en">{escape(text)}</span>'


def written(text: str) -> str:
    """HTML of something a person wrote: its own line breaks, its own direction."""
    return f'<div class="assess-written" dir="auto">{escape(text)}</div>'


def address(label: str, where: str) -> None:
    """An address to copy: one click marks all of it."""
    st.html(
        f'<p class="assess-address"><strong>{escape(label)}</strong>'
        f' <code translate="no" dir="ltr">{escape(where)}</code></p>'
    )


def items(texts: Iterable[str], kind: str = "list") -> str:
    """HTML of a list of plain sentences."""
    inside = "".join(f"<li>{escape(each)}</li>" for each in texts)
    return f'<ul class="assess-{kind}">{inside}</ul>'


def show_items(texts: Iterable[str]) -> None:
    """A list of plain sentences."""
    st.html(items(texts))


def tag(text: str, tone: str = "") -> str:
    """HTML of a small label; `tone` adds a colour, the words say it without."""
    return f'<span class="assess-tag assess-tag-{tone or "plain"}">{escape(text)}</span>'


def note(text: str, tone: str = "note") -> None:
    """A boxed remark."""
    block(f"box assess-box-{tone}", text)


def summary(title: str, rows: Iterable[tuple[str, str]], origin: str = "") -> None:
    """A card of names and what was said under each; empty ones are left out.

    origin: "published" or "argued", which then look different.
    """
    st.html(
        f'<div class="assess-summary assess-from-{origin or "nobody"}">'
        f'<h3 class="assess-heading-3" dir="auto">{escape(title)}</h3>'
        f"{facts(rows)}</div>"
    )


def facts(rows: Iterable[tuple[str, str]]) -> str:
    """HTML of names and what was said under each; empty ones are left out."""
    inside = "".join(
        f"<div><dt>{escape(name)}</dt><dd>{written(said)}</dd></div>" for name, said in rows if said
    )
    return f"<dl>{inside}</dl>"


def steps(named: Iterable[tuple[str, str]]) -> None:
    """Numbered steps, each a word and a sentence."""
    inside = "".join(
        f"<li><strong>{escape(name)}</strong> <span>{escape(said)}</span></li>"
        for name, said in named
    )
    st.html(f'<ol class="assess-steps">{inside}</ol>')


def verdict(conclusion: str, sentences: Iterable[str], tone: str) -> None:
    """A conclusion and what is to be known about it; `tone` as in "harm-3", "benefit-0"."""
    about = "".join(f"<p>{escape(sentence)}</p>" for sentence in sentences)
    st.html(
        f'<div class="assess-verdict assess-tone-{escape(tone)}">'
        f'<p class="assess-conclusion">{escape(conclusion)}</p>{about}</div>'
    )
