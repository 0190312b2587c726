"""Which cases to show: words and choices, kept in the address so that a search can be sent."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

import streamlit as st

from assess import wording
from assess.case import Case
from assess.casebook import Wish
from assess.findings import CHANNELS
from assess.framework import Framework
from assess.intervention import Interventions
from assess.text import Words
from assess.ui import state

ANY = ""


def wish(
    cases: Iterable[Case], framework: Framework, kinds: Interventions | None, words: Words
) -> Wish:
    """What the reader asks for, after the fields for it. What no case has is not offered."""
    _ = words.gettext
    there = list(cases)
    st.text_input(
        _("Words in a case, such as a country or “gateway”"),
        _asked("q"),
        max_chars=200,
        key="cases.q",
        on_change=lambda: state.look_at(q=state.standing_in("cases.q")),
    )
    narrowed = any(map(_asked, ("uses", "region", "node", "side", "outcome", "kind")))
    with st.expander(_("Narrow down"), expanded=narrowed), st.container(key="case-search"):
        uses = {each.mechanism for case in there for each in case.judgements if each.mechanism}
        _choice("uses", _("What the law uses"), _interventions(uses, kinds))
        _choice("node", _("Property or enabler with an effect"), _nodes(framework))
        _choice("side", _("Side"), {each: wording.channel(words, each) for each in CHANNELS})
        regions = sorted({case.region for case in there})
        _choice("region", _("Region"), {each: wording.region(words, each) for each in regions})
        ends = sorted({case.outcome.status for case in there if case.outcome})
        _choice("outcome", _("Outcome"), {each: wording.outcome(words, each) for each in ends})
        sorts = sorted({case.kind for case in there})
        _choice("kind", _("Kind of case"), {each: wording.case_kind(words, each) for each in sorts})
    return _wish()


def _wish() -> Wish:
    return Wish(
        text=_asked("q"),
        intervention=_asked("uses") or None,
        region=_asked("region") or None,
        node=_asked("node") or None,
        channel=next((each for each in CHANNELS if each == _asked("side")), None),
        outcome=_asked("outcome") or None,
        kind=_asked("kind") or None,
    )


def _asked(parameter: str) -> str:
    return str(st.query_params.get(parameter, ""))[:200]


def _interventions(used: Iterable[str], kinds: Interventions | None) -> dict[str, str]:
    found = (kinds.get(each) for each in used) if kinds else ()
    return dict(sorted(((k.id, k.name) for k in found if k), key=lambda pair: pair[1].casefold()))


def _nodes(framework: Framework) -> dict[str, str]:
    return {node.id: f"{node.code} {node.name}" for node in framework.judged}


def _choice(parameter: str, label: str, named: Mapping[str, str]) -> None:
    now = _asked(parameter) if _asked(parameter) in named else ANY
    key = f"cases.{parameter}.{now}"
    options = {ANY: state.current_words().gettext("Any"), **named}
    st.selectbox(
        label,
        list(options),
        index=list(options).index(now),
        format_func=options.__getitem__,
        placeholder=options[ANY],
        key=key,
        on_change=lambda: state.look_at(**{parameter: state.standing_in(key)}),
    )
