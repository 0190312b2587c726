"""What has been measured in a country: cards, pictures, what nobody measures, where it is from."""

from __future__ import annotations

from itertools import groupby
from typing import TYPE_CHECKING

import streamlit as st

from assess import wording
from assess.errors import AssessError, FileProblems
from assess.text import Words
from assess.ui import site, state
from assess.ui.parts import chart, languages, measured, prose

if TYPE_CHECKING:
    from assess.evidence import Catalogue, Reading

ABREAST = 2


def page() -> None:
    """Asks for a country, then shows its readings, pictures and gaps."""
    words = state.current_words()
    _ = words.gettext
    country = _country(words)
    prose.title(_("What has been measured"), words.territory(country) if country else "")
    prose.lead(
        _(
            "Measurements describe the Internet of a country at a date. They can show that a harm"
            " would bite harder or softer there; they never show what a law did or will do, and no"
            " finding of this toolkit depends on them."
        )
    )
    _choose(country, words)
    _pack(words)
    catalogue = state.catalogue()
    if country:
        _live(country, words)
        _read(catalogue, country, words)
    _silent(catalogue, words)


def _country(words: Words) -> str:
    """The country in the address, else the one of the open proposal."""
    asked = st.query_params.get("of", "")
    if asked in words.territories():
        return asked
    return state.assessment().proposal.country if state.is_open() else ""


def _choose(country: str, words: Words) -> None:
    codes = words.territories()

    def go() -> None:
        picked = state.widget("country", "of")
        if picked:
            st.query_params["of"] = picked

    st.selectbox(
        words.gettext("Country"),
        codes,
        index=codes.index(country) if country in codes else None,
        format_func=words.territory,
        placeholder=words.gettext("Choose a country"),
        key=state.widget_key("country", "of"),
        on_change=go,
    )


def _pack(words: Words) -> None:
    """Which pack is in use, and the way to bring another."""
    _ = words.gettext
    now = state.packed()
    if now.trouble:
        prose.note(_("The pack of this computer cannot be read: {why}").format(why=now.trouble))
    elif now.name:
        prose.note(_("From the pack {name}, for this visit only.").format(name=now.name), "good")
        st.button(_("Put it away"), on_click=state.put_back)
    elif now.pack is None:
        prose.note(
            _(
                "No pack of evidence is on this computer, so most values are missing. Bring one"
                " below, or have whoever runs this toolkit build one with"
                " “python -m assess evidence refresh”."
            )
        )
    with st.expander(_("Bring a pack of evidence")):
        _bring(words)


def _bring(words: Words) -> None:
    _ = words.gettext
    prose.block(
        "hint",
        _(
            "A ZIP file with evidence_latest.csv and countries.csv. It is read on this computer,"
            " in a process of its own, used for this visit, and not kept."
        ),
    )
    upload = st.file_uploader(_("The pack"), type=["zip"], key=state.widget_key("country", "pack"))
    if upload is None:
        state.forget_once("pack")
        return
    before = state.packed()
    try:
        state.once("pack", upload.file_id, lambda: _brought(upload.getvalue(), upload.name))
    except FileProblems as error:
        prose.note(_("This pack was not read. Nothing was changed."), "error")
        prose.show_items(str(problem) for problem in error.problems[:20])
        return
    if state.packed() is not before:
        st.rerun()  # what stands above was drawn with the pack before


def _brought(data: bytes, name: str) -> bool:
    state.bring(data, name)
    return True


def _live(country: str, words: Words) -> None:
    """What would be sent to whom, then the button that sends it; nothing is sent before."""
    from assess.evidence.live_sources import LIVE, sent, sent_always
    from assess.evidence.switch import setting

    _ = words.gettext
    with st.expander(_("Ask live sources")):
        if setting() == "never":
            prose.text(_("Whoever runs this toolkit has switched live sources off."))
            return
        prose.text(_("Nothing has been sent. If you press the button, this is sent:"))
        prose.show_items([*(sent(words, source) for source in LIVE.values()), sent_always(words)])
        if st.button(_("Send it and fetch the answers"), key=state.widget_key("country", "fetch")):
            _fetch(country, words)


def _fetch(country: str, words: Words) -> None:
    with st.spinner(words.gettext("Asking the sources …")):
        try:
            state.fetch(country)
        except AssessError as error:
            prose.note(words.gettext(str(error)), "error")
        else:
            prose.note(words.gettext("Fetched. What failed is said on its card."), "good")


def _read(catalogue: Catalogue, country: str, words: Words) -> None:
    from assess.evidence import ROLES

    _ = words.gettext
    found, pack = state.readings(country), state.packed().pack
    roles = {each.id: each.role for each in catalogue.indicators}
    there = [each for each in found if each.measured]
    languages.only_english(words)
    if pack is not None:
        prose.heading(_("Among its peers"))
        chart.peers(catalogue, pack, found, country, words)
        prose.heading(_("Shutdowns on record"))
        chart.shutdowns(catalogue, pack, country, words)
        prose.heading(_("Over the years"))
        chart.trends(catalogue, pack, country, words)
    there.sort(key=lambda each: ROLES.index(roles[each.indicator]))
    for role, readings in groupby(there, key=lambda each: roles[each.indicator]):
        prose.heading(wording.indicator_role(words, role))
        _cards(catalogue, list(readings), words)
    _missing(catalogue, [each for each in found if not each.measured], words)


def _cards(catalogue: Catalogue, found: list[Reading], words: Words) -> None:
    for first in range(0, len(found), ABREAST):
        columns = st.columns(ABREAST, gap="medium")
        for column, reading in zip(columns, found[first : first + ABREAST], strict=False):
            with column:
                measured.card(catalogue, reading, words)


def _missing(catalogue: Catalogue, found: list[Reading], words: Words) -> None:
    _ = words.gettext
    if found:
        prose.heading(_("Not there"))
        prose.block("small", _("None of these is a zero: each says why it is missing."))
        measured.absences(catalogue, found, words)


def _silent(catalogue: Catalogue, words: Words) -> None:
    _ = words.gettext
    framework = state.framework()
    prose.heading(_("What nobody measures by country"))
    for silence in catalogue.silent:
        if framework.has(silence.node):
            prose.heading(framework.node(silence.node).name, 3)
            measured.gap(silence, words)
    site.link("framework", _("See the frameworks"))
