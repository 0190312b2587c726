"""A picture of findings with its text alternative: the same facts as sentences and as a table.

Nothing is imported, and nothing fetched by the browser, before a picture is asked for.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING

import streamlit as st

from assess import tables
from assess.explain import AgreementTelling, Telling
from assess.findings import Channel
from assess.framework import Framework
from assess.tables import Table
from assess.text import Words
from assess.ui import state
from assess.ui.parts import prose, table

if TYPE_CHECKING:
    from assess.case import Case
    from assess.casebook import Row
    from assess.charts import Spec
    from assess.compare import Comparison
    from assess.evidence import Catalogue, Pack, Reading
    from assess.robustness import Sureness


def levels(telling: Telling, channel: Channel) -> None:
    """The chance of each level on each node."""
    from assess import charts

    _show(
        f"levels-{channel}",
        tables.levels(telling, channel),
        lambda narrow: charts.levels(telling, channel, narrow=narrow),
        telling.words,
    )


def tipping(telling: Telling, sure: Sureness) -> None:
    """Which conclusion each level of each answer would lead to."""
    from assess import charts

    _show(
        f"tipping-{sure.channel}",
        tables.tipping(telling, sure),
        lambda narrow: charts.tipping(telling, sure, narrow=narrow),
        telling.words,
    )


def drafts(framework: Framework, comparison: Comparison, words: Words, channel: Channel) -> None:
    """How likely harm or benefit is in each draft."""
    from assess import charts

    _show(
        f"drafts-{channel}",
        tables.drafts(framework, comparison, words, channel),
        lambda narrow: charts.drafts(framework, comparison, words, channel, narrow=narrow),
        words,
    )


def disagreement(telling: AgreementTelling, channel: Channel) -> None:
    """Who states which level."""
    from assess import charts

    _show(
        f"disagreement-{channel}",
        tables.disagreement(telling, channel),
        lambda narrow: charts.disagreement(telling, channel, narrow=narrow),
        telling.words,
    )


def cases(framework: Framework, rows: Sequence[Row], words: Words, channel: Channel) -> str:
    """What each case states, and the id of the case that was clicked; empty where none was."""
    from assess import charts
    from assess.tables.cases import cases as told

    return _show(
        f"cases-{channel}",
        told(framework, rows, words, channel),
        lambda narrow: charts.cases(framework, rows, words, channel, narrow=narrow),
        words,
        picking=True,
    )


def timeline(found: Sequence[Case], words: Words) -> None:
    """When each law came, was judged, and what became of it."""
    from assess import charts
    from assess.tables.cases import timeline as told

    _show(
        "timeline",
        told(found, words),
        lambda narrow: charts.timeline(found, words, narrow=narrow),
        words,
    )


def peers(
    catalogue: Catalogue, pack: Pack | None, found: Sequence[Reading], country: str, words: Words
) -> None:
    """Where each value of a country stands among all countries and those of equal income."""
    from assess import charts
    from assess.tables.country import peers as told

    _show(
        "peers",
        told(catalogue, pack, found, country, words),
        lambda narrow: charts.peers(catalogue, pack, found, country, words, narrow=narrow),
        words,
    )


def trends(catalogue: Catalogue, pack: Pack | None, country: str, words: Words) -> None:
    """What was measured in a country year by year."""
    from assess import charts
    from assess.tables.country import trends as told

    _show(
        "trends",
        told(catalogue, pack, country, words),
        lambda narrow: charts.trends(catalogue, pack, country, words, narrow=narrow),
        words,
    )


def shutdowns(catalogue: Catalogue, pack: Pack | None, country: str, words: Words) -> None:
    """The shutdowns on record in a country, by year."""
    from assess import charts
    from assess.tables.country import shutdowns as told

    _show(
        "shutdowns",
        told(catalogue, pack, country, words),
        lambda narrow: charts.shutdowns(pack, country, words, narrow=narrow),
        words,
    )


def _show(
    key: str, told: Table, draw: Callable[[bool], Spec], words: Words, *, picking: bool = False
) -> str:
    """Title and sentences, the picture where there is anything to draw, and the table.

    The key of what was clicked, where the picture lets one pick.
    """
    with st.container(key=f"chart-{key}", gap="small"):
        prose.block("chart-title", told.title)
        prose.block("small", *told.sentences)
        spoken = words.gettext("{title}. The table below says the same.").format(title=told.title)
        picked = [
            _picture(f"chart-{width}-{key}", draw(width == "narrow"), spoken, picking)
            for width in ("wide", "narrow")
        ]
        if told.rows:
            with st.expander(words.gettext("The same as a table")):
                rows = [[table.cell(each) for each in row] for row in told.rows]
                table.show(told.title, told.columns, rows)
    return next(filter(None, picked), "")


def _picture(key: str, spec: Spec, spoken: str, picking: bool) -> str:
    """A drawing for wide or for narrow screens; the browser draws only the one it shows."""
    if not spec["height"]:
        return ""
    with st.container(key=key):
        if not picking:
            st.vega_lite_chart(spec, theme=None, width="stretch", alt=spoken)
            return ""
        st.vega_lite_chart(
            spec,
            theme=None,
            width="stretch",
            alt=spoken,
            on_select="rerun",
            key=f"{key}.picked",
        )
    return state.picked_row(f"{key}.picked")
