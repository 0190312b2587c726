"""The recommendations as they stand in the fields of a page."""

from __future__ import annotations

from collections.abc import Callable

import streamlit as st
from pydantic import ValidationError

from assess import wording
from assess.assessment import Judgement
from assess.explain import Telling
from assess.explain.advice import answered, from_case, origin
from assess.refusal import refusals
from assess.submission import Advice, Recommendations
from assess.text import Words
from assess.ui import state
from assess.ui.parts import prose, second_language

ADVICE = "recommendations"
NAMED = 3

Items = tuple[Advice, ...]


def here() -> tuple[int, ...]:
    """The places of the recommendations on the draft looked at."""
    items = state.assessment().recommendations.items
    return tuple(place for place, each in enumerate(items) if each.draft == state.draft())


def fields(place: int, number: int, telling: Telling) -> None:
    """One recommendation to edit, move or remove; `number` counts from 1 on this draft."""
    _, words = telling.words.gettext, telling.words
    advice = state.assessment().recommendations.items[place]
    with st.container(border=True, key=f"advice-{place}"):
        prose.heading(_("Recommendation {number}").format(number=words.number(number)), 3)
        st.html(prose.tag(wording.opening(origin(words, advice))))
        if tie := answered(telling, advice.answers, advice.provisions, NAMED):
            prose.block("small", tie)
        if taken := from_case(words, advice):
            prose.block("small", taken)
        st.text_area(
            _("What you recommend"),
            advice.text,
            height=90,
            key=state.widget_key(ADVICE, f"{place}.text"),
            on_change=save,
        )
        _ties(place, advice, words)
        _moves(place, words)


def shown(place: int, number: int, telling: Telling) -> None:
    """One recommendation to read."""
    _, words = telling.words.gettext, telling.words
    advice = state.assessment().recommendations.items[place]
    rows = (
        (wording.opening(origin(words, advice)), advice.text),
        (_("What it answers"), answered(telling, advice.answers, advice.provisions)),
        (_("Where it comes from"), from_case(words, advice)),
    )
    prose.summary(_("Recommendation {number}").format(number=words.number(number)), rows)


def _ties(place: int, advice: Advice, words: Words) -> None:
    """What it answers: of the harm judged on this draft, and of the provisions cited there."""
    _ = words.gettext
    framework, harmful = state.framework(), _harmful()
    nodes = dict.fromkeys([*advice.answers, *(each.node for each in harmful)])
    numbers = dict.fromkeys([*advice.provisions, *(p for each in harmful for p in each.provisions)])
    with st.expander(_("Change what it answers")):
        st.multiselect(
            _("Harm to"),
            [node for node in nodes if framework.has(node)],
            [node for node in advice.answers if framework.has(node)],
            format_func=lambda node: framework.node(node).name,
            placeholder=_("Choose a property or enabler"),
            key=state.widget_key(ADVICE, f"{place}.answers"),
            on_change=save,
        )
        st.multiselect(
            _("Provisions"),
            list(numbers),
            list(advice.provisions),
            placeholder=_("Choose a provision"),
            key=state.widget_key(ADVICE, f"{place}.provisions"),
            on_change=save,
        )


def _harmful() -> list[Judgement]:
    draft, who = state.draft(), state.assessor()
    answers = state.assessment().judgements
    return [each for each in answers if (each.draft, each.assessor) == (draft, who) and each.harm]


def _moves(place: int, words: Words) -> None:
    _ = words.gettext
    places = here()
    at = places.index(place)
    with st.container(horizontal=True, key=f"advice-moves-{place}"):
        _button(_("Move up"), f"up.{place}", at == 0, lambda: _swap(place, places[at - 1]))
        last = at == len(places) - 1
        _button(_("Move down"), f"down.{place}", last, lambda: _swap(place, places[at + 1]))
        _button(_("Remove"), f"remove.{place}", False, lambda: change(lambda i: _without(i, place)))


def _button(label: str, key: str, off: bool, do: Callable[[], None]) -> None:
    st.button(label, key=f"advice.{key}", disabled=off, on_click=do, type="tertiary")


def _swap(one: int, other: int) -> None:
    def swapped(items: Items) -> Items:
        moved = list(items)
        moved[one], moved[other] = moved[other], moved[one]
        return tuple(moved)

    change(swapped)


def _without(items: Items, place: int) -> Items:
    return items[:place] + items[place + 1 :]


# --- keeping --------------------------------------------------------------------------------------


def save() -> None:
    """Keeps what stands in the fields."""
    standing = _standing()
    if standing:
        state.change(standing)


def add(advice: Advice) -> None:
    """Adds one at the end."""
    change(lambda items: (*items, advice))


def change(verb: Callable[[Items], Items]) -> None:
    """Keeps what a verb makes of the recommendations as they stand in the fields."""
    standing = _standing()
    if standing is None:
        return
    try:
        changed = Recommendations(items=verb(standing.items))
    except ValidationError as error:
        _refuse(error)
    else:
        state.change(changed)
        second_language.keep_up("advice", standing.items, changed.items, ADVICE)
        state.show_anew()


def _standing() -> Recommendations | None:
    """What stands in the fields; None, and said, where it cannot be kept."""
    items = state.assessment().recommendations.items
    try:
        return Recommendations(items=tuple(_one(place, each) for place, each in enumerate(items)))
    except ValidationError as error:
        _refuse(error)
        return None


def _one(place: int, advice: Advice) -> Advice:
    given = {
        name: state.widget(ADVICE, f"{place}.{name}", getattr(advice, name))
        for name in ("text", "answers", "provisions")
    }
    return Advice(**{**dict(advice), **given})


def _refuse(error: ValidationError) -> None:
    said = refusals(error, Recommendations, state.current_words())
    state.refuse(ADVICE, " ".join(each.message for each in said))
