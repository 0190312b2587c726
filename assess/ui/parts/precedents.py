"""What happened elsewhere: the cases nearest to this one, and the same effect in other cases."""

from __future__ import annotations

from collections.abc import Sequence
from html import escape

import streamlit as st

from assess import wording
from assess.casebook import Elsewhere, Row, elsewhere, nearest
from assess.explain.precedents import nearness
from assess.framework import Framework, JudgedNode
from assess.intervention import Intervention
from assess.precedents import Near, stated_in
from assess.text import Words
from assess.ui import site, state
from assess.ui.parts import prose, table

MOST = 5
BESIDE = 3


def near(framework: Framework, words: Words) -> None:
    """The cases whose stated levels are nearest to the answers the page is about."""
    _ = words.gettext
    nodes = [node.id for node in framework.core_judged]
    levels = stated_in(nodes, state.assessment(), state.draft(), state.assessor())
    found = nearest(state.case_rows(framework), nodes, levels, MOST)
    prose.heading(_("The cases nearest to this one"))
    if not found:
        prose.text(
            _(
                "No case shares half of the answers with this assessment. Answer more questions to"
                " compare."
            )
        )
        return
    prose.block(
        "small",
        _(
            "Nearest by the levels stated, not by what the laws say. A near case is a prompt: read"
            " what happened there, and whether it would here."
        ),
    )
    with st.container(key="case-list-near"):
        for row, each in found:
            _near(row, each, framework, words)


def _near(row: Row, near: Near, framework: Framework, words: Words) -> None:
    _ = words.gettext
    with st.container(key=f"case-card-near-{row.key.replace('/', '-')}", gap=None):
        site.link("case", _("Read: {case}").format(case=row.name), id=row.case.id)
        prose.block("small", *nearness(words, framework, near))
        if row.case.outcome:
            came = wording.outcome(words, row.case.outcome.status)
            said = _("What came of it: {outcome} ({date}).")
            prose.block("small", said.format(outcome=came, date=row.case.outcome.date))


def beside(node: JudgedNode, kinds: Sequence[Intervention], words: Words) -> None:
    """Cases that state an effect on this node by an intervention picked for this law."""
    found = elsewhere(state.library().cases(), node.id, [kind.id for kind in kinds])
    if not found:
        return
    _ = words.gettext
    named = {kind.id: kind.name for kind in kinds}
    with st.expander(_("What other cases state here")):
        shown = "".join(_item(each, named, words) for each in found[:BESIDE])
        st.html(f'<ul class="assess-list">{shown}</ul>')
        left = len(found) - BESIDE
        if left > 0:
            said = words.ngettext("{count} more.", "{count} more.", left)
            prose.block("small", said.format(count=words.number(left)))
        site.link("cases", _("All cases with an effect on this"), node=node.id)


def _item(found: Elsewhere, named: dict[str, str], words: Words) -> str:
    said = words.gettext("{effect}, by: {kind}").format(
        effect=wording.opening(wording.direction(words, found.judgement)),
        kind=named[str(found.judgement.mechanism)],
    )
    return (
        f"<li><strong>{prose.english(found.case.title)}</strong>: {escape(said)}"
        f"{table.aside(found.judgement.rationale)}</li>"
    )
