"""The fields of a case to be contributed, kept as they are typed; and what is wrong with them."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any, TypeVar

import streamlit as st
from pydantic import ValidationError

from assess import casefile, wording
from assess.casefile import Remark
from assess.contribution import Contribution
from assess.refusal import refusals
from assess.text import Words
from assess.ui import state
from assess.ui.parts import prose, saving
from assess.value import Value

CONTRIBUTION = "contribution"
ABOUT = ("id", "title", "kind", "year", "law_year", "subject", "region", "note")
Part = TypeVar("Part", bound=Value)


def shown() -> Contribution:
    """The contribution as the store has it."""
    return state.assessment().contribution


def standing() -> Contribution | None:
    """What stands in the fields; None, and said, where it cannot be kept."""
    now = shown()
    try:
        sources = tuple(_part(each, f"sources.{at}") for at, each in enumerate(now.sources))
        given = now.with_sources(sources)
        advice = (_part(e, f"advice.{at}") for at, e in enumerate(given.recommendations))
        given = given.replace(
            **{name: _standing(name, getattr(given, name)) for name in ABOUT},
            authors=_authors(given),
            recommendations=tuple(advice),
            outcome=_part(given.outcome, "outcome"),
        )
        for each in _asked():
            claim = _part(given.claim(*each), ".".join(map(str, ("claim", *each))))
            if claim != given.claim(*each):
                given = given.with_claim(claim)
        return given
    except ValidationError as error:
        said = refusals(error, Contribution, state.current_words())
        state.refuse(CONTRIBUTION, " ".join(each.message for each in said))
        return None


def save() -> None:
    """Keeps what stands in the fields."""
    saved()


def saved() -> bool:
    """Keeps what stands in the fields; whether that was possible."""
    given = standing()
    if given is not None:
        state.change(given)
    return state.trouble(CONTRIBUTION) is None


def change(verb: Callable[[Contribution], Contribution]) -> None:
    """Changes how many entries a list has, after what stands in the fields was kept."""
    if saved():
        state.change(verb(shown()))
        state.show_anew()


def remarks() -> tuple[Remark, ...]:
    """What `assess check` would say of the file as it is kept."""
    return casefile.remarks(state.assessment(), shown(), state.library(), state.own())


def status(words: Words) -> None:
    """Whether it is saved."""
    found = standing()
    state.returned(found, shown())
    saving.status(CONTRIBUTION, words)


def _asked() -> list[tuple[str, str, int]]:
    found = casefile.asked(state.assessment(), state.framework(), state.own())
    return [(each.draft, each.node, each.part) for each in found if each.judgement]


def _authors(given: Contribution) -> tuple[str, ...]:
    lines = str(_standing("authors", "\n".join(given.authors))).splitlines()
    return tuple(line.strip() for line in lines if line.strip())


def _part(part: Part, name: str) -> Part:
    fields = {
        field: _standing(f"{name}.{field}", getattr(part, field))
        for field in type(part).model_fields
        if field not in ("node", "draft", "part")
    }
    return type(part)(**{**dict(part), **fields})


def _standing(field: str, otherwise: Any) -> Any:
    """What stands in a field; an empty choice is an empty text where the value is a text."""
    found = state.widget(CONTRIBUTION, field, otherwise)
    return "" if found is None and isinstance(otherwise, str) else found


# --- widgets -------------------------------------------------------------------------------------


def year(field: str, label: str, value: int | None) -> None:
    """A year, or none."""
    shown: Any = value  # Streamlit's types know a number and None, but not either
    st.number_input(
        label,
        min_value=1969,
        max_value=2100,
        value=shown,
        step=1,
        placeholder="",
        key=state.widget_key(CONTRIBUTION, field),
        on_change=save,
        width=220,
    )


def one_of(
    field: str, label: str, options: Sequence[str], say: Callable[[Any], str], value: str | None
) -> None:
    """One of many, or none yet."""
    there = [*options, *([value] if value and value not in options else [])]
    place: Any = there.index(value) if value else None
    st.selectbox(
        label,
        there,
        index=place,
        format_func=say,
        placeholder=state.current_words().gettext("Not chosen"),
        key=state.widget_key(CONTRIBUTION, field),
        on_change=save,
        width=420,
    )


def sources(field: str, value: Sequence[str]) -> None:
    """Any of the sources of the case, by their short names."""
    _ = state.current_words().gettext
    known = [each.id for each in shown().sources if each.id]
    st.multiselect(
        _("Which sources"),
        list(dict.fromkeys((*known, *value))),
        default=list(dict.fromkeys(value)),
        placeholder=_("None chosen"),
        key=state.widget_key(CONTRIBUTION, field),
        on_change=save,
    )


# --- what is missing or wrong --------------------------------------------------------------------


def beside(found: Sequence[Remark], words: Words, elsewhere: bool = False) -> None:
    """What is still open, and what to mend, of one step.

    elsewhere: whether other steps have something too. What fits together can be told only where
    nothing stands open, so that this step may still have faults.
    """
    _ = words.gettext
    open_ = dict.fromkeys(named(each, words) for each in found if each.is_open)
    wrong = [each for each in found if not each.is_open]
    if not found and elsewhere:
        prose.note(_("Nothing stands open here. More may be found once no step has anything open."))
    elif not found:
        prose.note(_("Nothing is missing here, and nothing is wrong with it."), "good")
    if open_:
        prose.heading(_("Still to be filled in"), 3)
        prose.show_items(open_)
    if wrong:
        prose.heading(_("To be mended"), 3)
        told = _("{field}: {message}")
        prose.show_items(
            told.format(field=named(each, words), message=each.problem.message) for each in wrong
        )


def named(remark: Remark, words: Words) -> str:
    """What a remark is about, in the reader's words."""
    node = ""
    match remark.spot:
        case ("judgements", int(place), *_rest):
            there = casefile.asked(state.assessment(), state.framework(), state.own())
            node = state.framework().node(there[place].node).name
    return wording.case_field(words, remark.spot, node)
