"""A picture of findings with its text alternative: the same facts as sentences and as a table.

Nothing is imported, and nothing fetched by the browser, before a picture is asked for.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

import streamlit as st

from assess import tables
from assess.explain import AgreementTelling, Telling
from assess.findings import Channel
from assess.framework import Framework
from assess.tables import Table
from assess.text import Words
from assess.ui.parts import prose, table

if TYPE_CHECKING:
    from assess.charts import Spec
    from assess.compare import Comparison
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


def _show(key: str, told: Table, draw: Callable[[bool], Spec], words: Words) -> None:
    """Title and sentences, the picture where there is anything to draw, and the table."""
    with st.container(key=f"chart-{key}", gap="small"):
        prose.block("chart-title", told.title)
        prose.block("small", *told.sentences)
        spoken = words.gettext("{title}. The table below says the same.").format(title=told.title)
        _picture(f"chart-wide-{key}", draw(False), spoken)
        _picture(f"chart-narrow-{key}", draw(True), spoken)
        if told.rows:
            with st.expander(words.gettext("The same as a table")):
                rows = [[table.cell(each) for each in row] for row in told.rows]
                table.show(told.title, told.columns, rows)


def _picture(key: str, spec: Spec, spoken: str) -> None:
    """A drawing for wide or for narrow screens; the browser draws only the one it shows."""
    if spec["height"]:
        with st.container(key=key):
            st.vega_lite_chart(spec, theme=None, width="stretch", alt=spoken)
