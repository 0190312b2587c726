"""The form for one judgement. It builds a `Judgement` from what stands on it and stores nothing."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import partial
from typing import Any, TypeVar

import streamlit as st
from pydantic import ValidationError

from assess import wording
from assess.assessment import (
    ANSWERS,
    CONFIDENCES,
    DONT_KNOW_REASONS,
    EVIDENCES,
    LIKELIHOODS,
    Depth,
    Judgement,
    Sides,
)
from assess.framework import LEVELS, JudgedNode, LevelWords
from assess.intervention import Intervention
from assess.proposal import Provision
from assess.refusal import refusals
from assess.store import name_of
from assess.text import Words
from assess.ui import state
from assess.ui.parts import law_file, saving

Option = TypeVar("Option", bound=str)

NO_EFFECT = "none"
SIDES = tuple(Sides.model_fields)


@dataclass(frozen=True)
class Asked:
    """What the form asks about, and what it shows already."""

    node: JudgedNode
    shown: Judgement
    depth: Depth
    benefit_levels: LevelWords
    provisions: tuple[Provision, ...]
    mechanisms: tuple[Intervention, ...]
    words: Words

    @property
    def name(self) -> str:
        """The entry of the store this form fills."""
        return name_of(self.shown)


def judgement_input(
    asked: Asked, save: Callable[[Judgement], None], below: Callable[[], object]
) -> Judgement | None:
    """Draws the form; `save` is called with each new judgement. Gives what stands on the page.

    None where that is no judgement (a refused character), which is then noted as trouble. What is
    said of saving stands below, in a fragment with the key `saving.place` of this entry: it is
    drawn again where `below`, all that it depends on, is not what it was before the answer.
    """
    form = _Form(asked, save, below)
    answer = form.answer()
    if answer == "effect":
        form.effect()
    elif answer == "dont-know":
        form.dont_know()
    if answer is not None:
        form.grounds()
        form.reasons()
    return form.collect()


def cited(asked: Asked) -> tuple[str, ...]:
    """The provisions that stand on the form."""
    return tuple(state.widget(asked.name, "provisions", asked.shown.provisions) or ())


def cite(asked: Asked, number: str, save: Callable[[Judgement], None]) -> None:
    """Adds a provision to those on the form, or takes it out where it is among them.

    It is kept like any answer, with what stands in the other fields.
    """
    before = cited(asked)
    left = tuple(each for each in before if each != number)
    now = left if number in before else (*before, number)
    state.put(asked.name, "provisions", list(now))
    given = _Form(asked, save, tuple).collect(now)
    if given is not None:
        save(given)


@st.fragment
def _alone(draw: Callable[[], Option | None]) -> Option | None:
    """One field by itself: the server draws only it again when it is answered."""
    return draw()


class _Form:
    """One form being drawn."""

    def __init__(
        self, asked: Asked, save: Callable[[Judgement], None], below: Callable[[], object]
    ) -> None:
        self.asked = asked
        self.save = save
        self.below = below
        self.words = asked.words

    # --- questions -------------------------------------------------------------------------

    def answer(self) -> str | None:
        """The first question: is there an effect?"""
        _ = self.words.gettext
        return self._radio(
            "answer",
            _("What would the proposal do to it?"),
            ANSWERS,
            lambda key: wording.answer(self.words, key),
            self.asked.shown.answer,
            captions=(
                _("Harm, benefit or both."),
                _("You looked, and it leaves this as it is."),
                _("The question does not arise for this proposal."),
                _("It stays open, and the findings show what it could change."),
            ),
        )

    def effect(self) -> None:
        """How strong, how likely, how sure."""
        _ = self.words.gettext
        left, right = st.columns(2)
        with left:
            self._level("harm", _("Harm"), self.asked.node.levels)
        with right:
            self._level("benefit", _("Benefit"), self.asked.benefit_levels)
        left, right = st.columns(2)
        with left:
            self._likelihood()
        with right:
            self._confidence()

    def _likelihood(self) -> None:
        _ = self.words.gettext
        self._radio(
            "likelihood",
            _("How likely is that, if it is adopted and enforced as drafted?"),
            LIKELIHOODS,
            lambda key: wording.likelihood(self.words, key),
            self.asked.shown.likelihood,
        )

    def _confidence(self) -> None:
        _, method = self.words.gettext, state.assessment().choices.method()
        self._radio(
            "confidence",
            _("How sure are you of the level?"),
            CONFIDENCES,
            lambda key: wording.confidence(self.words, key),
            self.asked.shown.confidence,
            captions=[wording.confidence_meaning(self.words, key, method) for key in CONFIDENCES],
        )

    def dont_know(self) -> None:
        """Why it is not known."""
        _ = self.words.gettext
        self._radio(
            "reason",
            _("Why is it not known?"),
            DONT_KNOW_REASONS,
            lambda key: wording.dont_know_reason(self.words, key),
            self.asked.shown.reason,
        )

    def grounds(self) -> None:
        """What the answer rests on: evidence, provisions, the intervention at work."""
        _ = self.words.gettext
        shown = self.asked.shown
        self._radio(
            "evidence",
            _("How good is the evidence?"),
            EVIDENCES,
            lambda key: wording.evidence(self.words, key),
            shown.evidence,
            horizontal=True,
        )
        self._provisions()
        kinds = {kind.id: kind.name for kind in self.asked.mechanisms}
        if shown.mechanism:
            kinds.setdefault(shown.mechanism, shown.mechanism)
        if kinds:
            st.selectbox(
                _("Which intervention brings it about?"),
                list(kinds),
                index=list(kinds).index(shown.mechanism) if shown.mechanism else None,
                format_func=lambda kind: kinds.get(kind, kind),
                placeholder=_("None of them in particular"),
                **self._widget("mechanism"),
            )

    def _provisions(self) -> None:
        _ = self.words.gettext
        shown = self.asked.shown.provisions
        named = {each.id: law_file.named(each) for each in self.asked.provisions}
        st.multiselect(
            _("Which provisions of the draft do this?"),
            [*named, *(each for each in shown if each not in named)],
            # what was cited beside the question stands in the field already
            default=None if state.stands(self.asked.name, "provisions") else list(shown),
            format_func=lambda number: named.get(number, number),
            accept_new_options=True,
            placeholder=_("Choose, or type a number such as 6"),
            **self._widget("provisions"),
        )

    def reasons(self) -> None:
        """Why, what it means for people, under which condition."""
        _ = self.words.gettext
        shown = self.asked.shown
        self._text(
            "rationale",
            _("Why? Say how it comes about, step by step"),
            shown.rationale,
            _("Needed for a major effect, and for “no effect” on a critical property."),
        )
        self._text("people", _("What does it mean for people?"), shown.people)
        self._text("condition", _("Does it hold only under a condition?"), shown.condition or "")
        if self.asked.depth == "full" and shown.answer == "effect":
            self._four_sides(shown)

    def _four_sides(self, shown: Judgement) -> None:
        _ = self.words.gettext
        labels = {
            "consumer": _("As those who use the Internet see it"),
            "provider": _("As those who provide networks or services see it"),
            "intermediary": _("As those in between see it (hosts, registries, exchanges)"),
            "compliance": _("As those who must comply or enforce see it"),
        }
        for side in SIDES:
            self._text(side, labels[side], getattr(shown.sides, side))

    # --- widgets ---------------------------------------------------------------------------

    def _level(self, side: str, label: str, levels: LevelWords) -> None:
        _ = self.words.gettext
        shown = self.asked.shown
        given = getattr(shown, side) or (NO_EFFECT if shown.harm or shown.benefit else None)
        names = {
            NO_EFFECT: _("None"),
            "minor": _("Minor"),
            "material": _("Material"),
            "major": _("Major"),
        }
        self._radio(
            side,
            label,
            (NO_EFFECT, *LEVELS),
            names.__getitem__,
            given,
            captions=("", levels.minor, levels.material, levels.major),
        )

    def _radio(
        self,
        field: str,
        label: str,
        options: Sequence[Option],
        say: Callable[[Option], str],
        given: Option | None,
        *,
        captions: Sequence[str] | None = None,
        horizontal: bool = False,
    ) -> Option | None:
        draw = partial(
            st.radio,
            label,
            options,
            index=options.index(given) if given in options else None,
            format_func=say,
            captions=captions,
            horizontal=horizontal,
            persist_state="page",
            **self._widget(field),
        )
        # The first question decides what else is asked; an answer to another leaves the rest.
        return draw() if field == "answer" else _alone(draw)

    def _text(self, field: str, label: str, given: str, hint: str = "") -> None:
        _alone(
            partial(
                st.text_area, label, given, help=hint or None, height=110, **self._widget(field)
            )
        )

    def _widget(self, field: str) -> dict[str, Any]:
        return {
            "key": state.widget_key(self.asked.name, field),
            "on_change": self._changed,
            "args": (field,),
        }

    # --- what stands on the form -----------------------------------------------------------

    def _changed(self, field: str) -> None:
        said = self.below()
        given = self.collect()
        if given is not None:
            self.save(given)
        if field == "provisions":
            st.rerun()  # what stands beside the question says what is cited
        if field != "answer" and self.below() != said:
            st.rerun(saving.place(self.asked.name))

    def collect(self, provisions: tuple[str, ...] | None = None) -> Judgement | None:
        """The judgement as it stands in the widgets; a field that is not asked keeps its value.

        `provisions`, where given, stand in the place of those in the widget.
        """
        try:
            return self._build(cited(self.asked) if provisions is None else provisions)
        except ValidationError as error:
            said = refusals(error, Judgement, self.words)
            state.refuse(self.asked.name, " ".join(each.message for each in said))
            return None

    def _build(self, provisions: tuple[str, ...]) -> Judgement:
        shown = self.asked.shown
        answer = self._standing("answer")
        effect = answer == "effect"
        sides = {side: self._standing(side, getattr(shown.sides, side)) or "" for side in SIDES}
        return Judgement(
            node=shown.node,
            draft=shown.draft,
            assessor=shown.assessor,
            part=shown.part,
            answer=answer,
            harm=self._standing_level("harm") if effect else None,
            benefit=self._standing_level("benefit") if effect else None,
            likelihood=self._standing("likelihood"),
            confidence=self._standing("confidence"),
            evidence=self._standing("evidence"),
            provisions=provisions,
            mechanism=self._standing("mechanism"),
            reason=self._standing("reason") if answer == "dont-know" else None,
            rationale=self._standing("rationale") or "",
            people=self._standing("people") or "",
            condition=self._standing("condition") or None,
            sides=Sides(**sides),
            copied_from=shown.copied_from,
            review=shown.review,
        )

    def _standing(self, field: str, otherwise: Any = None) -> Any:
        before = getattr(self.asked.shown, field, otherwise)
        return state.widget(self.asked.name, field, before)

    def _standing_level(self, side: str) -> Any:
        level = self._standing(side)
        return None if level == NO_EFFECT else level
