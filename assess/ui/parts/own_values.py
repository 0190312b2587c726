"""The fields in which the owner of an assessment chooses other numbers than the toolkit's."""

from __future__ import annotations

from typing import Any

import streamlit as st
from pydantic import ValidationError

from assess.choices import Choices
from assess.explain.method import Number, numbers
from assess.explain.method.values import Group
from assess.method import Method, Word
from assess.refusal import Refusal, refusals
from assess.text import Words
from assess.ui import state
from assess.ui.parts import prose, saving

CHOICES = "choices"
ENDS = ("low", "centre", "high")


def fields() -> None:
    """Every number with its limits, the reason, and the way back to the toolkit's own."""
    words = state.current_words()
    _ = words.gettext
    shown = state.assessment().choices
    method = shown.method()
    prose.text(
        _(
            "Change a value only with a reason. Your findings then differ from those of others who"
            " use the toolkit's values; every report says so and prints both."
        )
    )
    _strengths(words, method)
    _losses(words, method)
    _shares(words, method)
    st.text_area(
        _("Why do you choose other values?"),
        shown.reason,
        key=state.widget_key(CHOICES, "reason"),
        on_change=_save,
    )
    state.returned(_standing(), shown)
    saving.status(CHOICES, words)
    if shown != Choices():
        st.button(_("As the toolkit has it"), on_click=_restore)


def _strengths(words: Words, method: Method) -> None:
    _ = words.gettext
    ends = {"low": _("{name}: from"), "centre": _("{name}: taken as"), "high": _("{name}: to")}
    rows = _heading(words, method, "strength")
    for word, row in zip(method.strengths, rows, strict=True):
        columns = st.columns(len(ENDS))
        for column, end in zip(columns, ENDS, strict=True):
            with column:
                label = ends[end].format(name=row.name)
                _percent(words, label, f"strengths.{word.word}.{end}", getattr(word, end))
        _toolkit(words, row)


def _losses(words: Words, method: Method) -> None:
    _ = words.gettext
    rows = _heading(words, method, "loss")
    for drop, row in zip(method.drops, rows, strict=True):
        harm, benefit = st.columns(2)
        with harm:
            _levels(_("{name}: harm").format(name=row.name), f"{drop.relation}.harm", drop.harm)
        with benefit:
            _levels(
                _("{name}: benefit").format(name=row.name),
                f"{drop.relation}.benefit",
                drop.benefit,
            )
        _toolkit(words, row)


def _shares(words: Words, method: Method) -> None:
    flags = (("broken", method.broken), ("at_risk", method.at_risk))
    confidences = ((f"confidences.{each.word}", each.share) for each in method.confidences)
    groups: tuple[tuple[Group, tuple[tuple[str, float], ...]], ...] = (
        ("flag", flags),
        ("confidence", tuple(confidences)),
    )
    for group, given in groups:
        rows = _heading(words, method, group)
        columns = st.columns(len(given))
        for column, (field, share), row in zip(columns, given, rows, strict=True):
            with column:
                _percent(words, row.name, field, share)
                _toolkit(words, row)


def _heading(words: Words, method: Method, group: Group) -> tuple[Number, ...]:
    told = next(each for each in numbers(words, method) if each.group == group)
    prose.heading(told.title, 3)
    return told.rows


def _percent(words: Words, label: str, field: str, share: float) -> None:
    """A share of one, asked for as per cent."""
    st.number_input(
        words.gettext("{label} (%)").format(label=label),
        min_value=0.0,
        max_value=100.0,
        value=_shown(share),
        step=1.0,
        format="%g",
        key=state.widget_key(CHOICES, field),
        on_change=_save,
    )


def _levels(label: str, field: str, lost: int) -> None:
    """How many levels are lost."""
    st.number_input(
        label,
        min_value=0,
        max_value=3,
        value=lost,
        step=1,
        key=state.widget_key(CHOICES, f"losses.{field}"),
        on_change=_save,
    )


def _toolkit(words: Words, row: Number) -> None:
    if row.toolkit:
        said = words.gettext("Changed. The toolkit has {value}.").format(value=row.toolkit)
        st.html(prose.tag(said, "started"))


def _shown(share: float) -> float:
    return round(100 * share, 4)


# --- what stands in the fields -------------------------------------------------------------------


def _save() -> None:
    given = _standing()
    if given is not None:
        state.change(given)


def _restore() -> None:
    state.change(Choices())
    state.show_anew()


def _standing() -> Choices | None:
    """The choices as they stand in the fields; None, and said, where they cannot be meant."""
    words, shown = state.current_words(), state.assessment().choices
    method = shown.method()
    given = {
        "strengths": {word.word: _band(word) for word in method.strengths},
        "losses": {
            drop.relation: {
                "harm": state.widget(CHOICES, f"losses.{drop.relation}.harm", drop.harm),
                "benefit": state.widget(CHOICES, f"losses.{drop.relation}.benefit", drop.benefit),
            }
            for drop in method.drops
        },
        "broken": _share("broken", method.broken),
        "at_risk": _share("at_risk", method.at_risk),
        "confidences": {
            each.word: _share(f"confidences.{each.word}", each.share) for each in method.confidences
        },
        "reason": state.widget(CHOICES, "reason", shown.reason),
    }
    try:
        return Choices.model_validate(given)
    except ValidationError as error:
        told = (_placed(words, each) for each in refusals(error, Choices, words))
        state.refuse(CHOICES, " ".join(told))
        return None


def _band(word: Word) -> dict[str, Any]:
    return {end: _share(f"strengths.{word.word}.{end}", getattr(word, end)) for end in ENDS}


def _share(field: str, share: float) -> float:
    """The share in a field; one that stands as it was keeps the decimals that do not show."""
    per_cent = float(state.widget(CHOICES, field, _shown(share)))
    return share if per_cent == _shown(share) else round(per_cent / 100, 6)


def _placed(words: Words, refusal: Refusal) -> str:
    """A refusal with the name of what it is about, where it is about one number."""
    _ = words.gettext
    names = {
        "weak": _("A weak link"),
        "material": _("A material link"),
        "strong": _("A strong link"),
        "broken": _("Broken"),
        "at_risk": _("At risk"),
    }
    name = next((names[step] for step in refusal.loc if step in names), "")
    if not name:
        return refusal.message
    return _("{name}: {message}.").format(name=name, message=refusal.message)
