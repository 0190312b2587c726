"""A paper in two languages: which is the second, and what people wrote, said again in it."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from functools import partial
from itertools import groupby
from typing import TYPE_CHECKING

import streamlit as st
from pydantic import ValidationError

from assess.judgement import Key
from assess.refusal import refusals
from assess.submission import SecondLanguage
from assess.text import Words, languages
from assess.text import words as words_of
from assess.ui import state
from assess.ui.parts import prose, saving

if TYPE_CHECKING:
    from assess.report.audience import Audience
    from assess.report.freetext import FreeText, Part
    from assess.submission import Several, SeveralPart

SECOND = "second"
ONE = ""
CHOICE = "language"


def chosen(words: Words) -> Words | None:
    """The second language of the paper, if there is one besides the reader's."""
    language = state.assessment().second.language
    return words_of(language) if language in _others(words) else None


def show(audience: Audience, words: Words) -> None:
    """Asks for the second language, then for each text of this paper in it."""
    from assess.report.freetext import asked

    _ = words.gettext
    with st.expander(_("In two languages"), key="second-language"):
        prose.text(
            _(
                "Headings, levels and chances come in both languages by themselves. What people"
                " wrote is said again by you; what you leave empty stays in its own language."
            )
        )
        _choice(words)
        if second := chosen(words):
            texts = asked(state.assessment(), state.draft(), state.assessor(), audience)
            _missing(texts, second, words)
            _boxes(texts, second, words)
        saving.status(SECOND, words)


def _others(words: Words) -> tuple[str, ...]:
    return tuple(each for each in languages() if each != words.language)


def _choice(words: Words) -> None:
    _ = words.gettext
    options = (ONE, *_others(words))
    now = state.assessment().second.language
    names = {each: words.named(each) for each in options if each}
    names[ONE] = _("None: the paper is in one language")
    st.selectbox(
        _("Second language"),
        options,
        index=options.index(now) if now in options else 0,
        format_func=names.__getitem__,
        placeholder=names[ONE],
        key=state.widget_key(SECOND, CHOICE),
        on_change=_choose,
        width=420,
    )


def _missing(texts: tuple[FreeText, ...], second: Words, words: Words) -> None:
    kept = state.assessment().second.texts
    lacking = sum(not kept.get(each.name, "").strip() for each in texts)
    language = words.named(second.language)
    if lacking:
        told = words.ngettext(
            "{n} of {all} texts is not yet said in {language}.",
            "{n} of {all} texts are not yet said in {language}.",
            lacking,
        )
    else:
        told = words.gettext("All {all} texts are said in {language}.")
    prose.note(
        told.format(n=words.number(lacking), all=words.number(len(texts)), language=language)
    )


def _boxes(texts: tuple[FreeText, ...], second: Words, words: Words) -> None:
    titles = _titles(words)
    for part, group in groupby(texts, key=lambda each: titles[each.part]):
        prose.heading(part, 3)
        for each in group:
            _box(each, second, words)


def _box(each: FreeText, second: Words, words: Words) -> None:
    label = words.gettext("{text}, in {language}").format(
        text=_label(each, words), language=words.named(second.language)
    )
    kept = state.assessment().second.texts.get(each.name, "")
    ask: Callable[..., object] = st.text_input if each.is_line else st.text_area
    st.html(prose.written(each.text))
    ask(
        label,
        kept,
        key=state.widget_key(SECOND, each.name),
        on_change=partial(_said, each.name),
    )


# --- names ----------------------------------------------------------------------------------------


def _titles(words: Words) -> Mapping[Part, str]:
    _ = words.gettext
    return {
        "proposal": _("Proposal"),
        "draft": _("Drafts"),
        "judgement": _("Answers"),
        "advice": _("Recommendations"),
        "submission": _("The submission"),
        "question": _("The submission"),
    }


def _label(each: FreeText, words: Words) -> str:
    """What a text is, with what it belongs to."""
    _ = words.gettext
    field = _fields(words)[each.part, each.field]
    if isinstance(each.key, Key):
        name = state.framework().node(each.key.node).name
        if each.key.part == 1:
            return _("{name}: {text}").format(name=name, text=field)
        number = words.number(each.key.part)
        return _("{name}, answer {number}: {text}").format(name=name, number=number, text=field)
    if each.part == "draft" and len(state.assessment().drafts) > 1:
        number = words.number(each.number)
        return _("Draft {number}: {text}").format(number=number, text=field)
    return field.format(number=words.number(each.number))


def _fields(words: Words) -> Mapping[tuple[str, str], str]:
    _ = words.gettext
    return {
        ("proposal", "title"): _("Title"),
        ("proposal", "jurisdiction"): _("Jurisdiction"),
        ("proposal", "summary"): _("Summary"),
        ("proposal", "purpose"): _("What the proposal wants to achieve"),
        ("proposal", "audience"): _("Who must be convinced"),
        ("draft", "label"): _("Name of the draft"),
        ("draft", "purpose_reason"): _("Whether it meets its aim, and why"),
        ("judgement", "rationale"): _("Rationale"),
        ("judgement", "people"): _("Effect on people"),
        ("judgement", "condition"): _("Only if"),
        ("judgement", "consumer"): _("Seen by a consumer"),
        ("judgement", "provider"): _("Seen by a provider"),
        ("judgement", "intermediary"): _("Seen by an intermediary"),
        ("judgement", "compliance"): _("Seen from compliance"),
        ("advice", "text"): _("Recommendation {number}"),
        ("submission", "addressee"): _("To"),
        ("submission", "sender"): _("From"),
        ("submission", "reference"): _("Reference"),
        ("question", "text"): _("Question {number}"),
        ("question", "answer"): _("Your answer to question {number}"),
    }


# --- keeping --------------------------------------------------------------------------------------


def keep_up(
    part: SeveralPart, before: tuple[Several, ...], now: tuple[Several, ...], entry: str
) -> None:
    """Lets go of what said recommendations or questions again that are gone, if that was saved."""
    kept = state.assessment().second
    left = kept.keeping_up(part, before, now)
    if left != kept and state.trouble(entry) is None:
        state.change(left)


def _choose() -> None:
    state.change(_with(language=state.widget(SECOND, CHOICE, ONE)))


def _said(name: str) -> None:
    """Keeps one text; an emptied box is as if it had never been filled."""
    texts = {**state.assessment().second.texts, name: state.widget(SECOND, name, "")}
    try:
        state.change(_with(texts={key: text for key, text in texts.items() if text.strip()}))
    except ValidationError as error:
        said = refusals(error, SecondLanguage, state.current_words())
        state.refuse(SECOND, " ".join(each.message for each in said))


def _with(**changes: object) -> SecondLanguage:
    kept = state.assessment().second
    return SecondLanguage(**{"language": kept.language, "texts": kept.texts, **changes})
