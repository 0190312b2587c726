"""Readings as cards: what was measured, when, by whom, and what it cannot say."""

from __future__ import annotations

from collections.abc import Sequence
from html import escape
from typing import TYPE_CHECKING

import streamlit as st

from assess import wording
from assess.framework import JudgedNode
from assess.text import Words
from assess.ui import site, state
from assess.ui.parts import languages, prose

if TYPE_CHECKING:
    from assess.evidence import Catalogue, Indicator, Reading, Silence

FEW = 3  # readings a question should have before its gaps are told as well


def beside(node: JudgedNode, words: Words) -> None:
    """What has been measured in the proposal's country, beside the question on a node."""
    from assess.evidence import beside as chosen
    from assess.evidence import gaps

    _ = words.gettext
    country, catalogue = state.assessment().proposal.country, state.catalogue()
    silence = gaps(catalogue, node.id)
    if not catalogue.informing(node.id) and silence is None:
        return
    prose.heading(_("What has been measured"))
    if not country:
        prose.block("small", _("Name the country of the proposal to see its measurements here."))
        site.link("proposal", _("Name the country"))
        return
    found = chosen(catalogue, state.readings(country), node.id)
    measured = [each for each in found if each.measured]
    name = words.territory(country)
    if measured:
        prose.block("small", _("{country}. It describes a country at a date.").format(country=name))
        languages.only_english(words)
    for each in measured:
        card(catalogue, each, words, licence=False)
    _absent(catalogue, [each for each in found if not each.measured], name, words)
    if silence is not None and len(measured) < FEW:
        gap(silence, words)
    prose.block("small", _("None of this changes a finding. Only your answers do."))
    site.link("country", _("See everything measured there"), of=country)


def _absent(catalogue: Catalogue, found: Sequence[Reading], name: str, words: Words) -> None:
    """What could stand here and does not, in a line each."""
    if not found:
        return
    title = words.gettext("Not there for {country}").format(country=name)
    with st.expander(title, expanded=False):
        absences(catalogue, found, words)


def absences(catalogue: Catalogue, found: Sequence[Reading], words: Words) -> None:
    """What is missing, a line each with the reason."""
    said = "".join(
        f"<li>{prose.english(indicator.title)} "
        f"{prose.tag(wording.reading_state(words, each.state), 'open')} "
        f"{escape(each.note or wording.why_absent(words, indicator, each))}</li>"
        for each in found
        if (indicator := catalogue.get(each.indicator))
    )
    st.html(f'<ul class="assess-list">{said}</ul>')


def card(catalogue: Catalogue, reading: Reading, words: Words, *, licence: bool = True) -> None:
    """One reading whole: value, standing, date and source, what it cannot say, how to read it."""
    indicator = catalogue.get(reading.indicator)
    if indicator is None:
        return
    _ = words.gettext
    parts = [
        f'<p class="assess-card-title">{prose.english(indicator.title)}</p>',
        f'<p class="assess-figure">{_value(indicator, reading, words)}</p>',
        *(f"<p>{escape(each)}</p>" for each in wording.standing(words, indicator, reading)),
        *(f"<p>{escape(each)}</p>" for each in _remarks(indicator, reading, words)),
        f'<p class="assess-sources">{_origin(catalogue, reading, words, licence)}</p>',
        _named(_("What it cannot say"), indicator.cannot_say),
        _named(_("Beside a law"), indicator.beside_a_law),
    ]
    st.html(f'<div class="assess-reading">{"".join(parts)}</div>')


def _named(name: str, text: str) -> str:
    """HTML of what the catalogue says, under its name."""
    return f"<p><strong>{escape(name)}</strong>: {prose.english(text)}</p>"


def _value(indicator: Indicator, reading: Reading, words: Words) -> str:
    said = prose.english(wording.measured(words, indicator, reading))
    if reading.state == "ok":
        return said
    return f"{said} {prose.tag(wording.reading_state(words, reading.state), 'open')}"


def _remarks(indicator: Indicator, reading: Reading, words: Words) -> list[str]:
    _ = words.gettext
    thin = _("Few measurements: take it with care.") if reading.thin else ""
    method = (
        _("The method has changed: {what}").format(what=reading.method) if reading.method else ""
    )
    said = (wording.why_absent(words, indicator, reading), thin, method, reading.note)
    return [each for each in said if each]


def _origin(catalogue: Catalogue, reading: Reading, words: Words, licence: bool) -> str:
    """When and by whom, with the licence where it is asked for, as HTML."""
    _ = words.gettext
    source = catalogue.sources[reading.source]
    title = escape(source.title)
    linked = f'<a href="{escape(source.url)}" rel="noreferrer">{title}</a>'
    when = wording.period(words, reading.period) if reading.period else ""
    sample = (
        _("{count} measurements").format(count=words.number(reading.sample))
        if reading.sample
        else ""
    )
    fetched = (
        _("fetched on {day}").format(day=wording.period(words, reading.fetched))
        if reading.fetched
        else ""
    )
    told = [escape(each) for each in (when, sample, fetched) if each]
    terms = [prose.english(source.licence)] if licence else []
    return " · ".join([*told, linked, *terms])


def gap(silence: Silence, words: Words) -> None:
    """What nobody measures, and the question to ask instead."""
    _ = words.gettext
    told = {
        "none": _("No honest measurement by country is known for this."),
        "little": _("Little of this is measured by country."),
    }[silence.measured]
    instead = _named(_("Ask instead"), silence.ask)
    st.html(
        f'<div class="assess-box assess-box-note"><p>{escape(told)} '
        f"{prose.english(silence.why)}</p>{instead}</div>"
    )
