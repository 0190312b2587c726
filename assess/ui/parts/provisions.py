"""The provisions of a draft: read from a file, pasted, or typed one by one."""

from __future__ import annotations

import streamlit as st
from pydantic import ValidationError

from assess.amendment import cuts, divide, join
from assess.proposal import Draft, Provision, pasted
from assess.ui import site, state
from assess.ui.parts import draft_fields, fields, law_file, law_language, prose
from assess.ui.parts.draft_fields import DRAFTS

AT_ONCE = 12  # provisions shown with their fields; of more, one at a time


def of_draft(place: int, draft: Draft) -> None:
    """Lets the reader give and change the provisions of one draft."""
    _ = state.current_words().gettext
    law_file.offer(place, draft)
    if draft.provisions:
        _cutting(draft)
    if len(draft.provisions) <= AT_ONCE:
        for row, provision in enumerate(draft.provisions):
            _provision(f"{place}.{row}", provision, place, row)
    else:
        _one_of_many(place, draft)
    _paste(place)
    st.button(_("Add a provision"), key=f"add.{place}", on_click=_add_provision, args=(place,))


def _cutting(draft: Draft) -> None:
    """How the text was cut, whether that can be put right, and the way on to its words."""
    _ = state.current_words().gettext
    prose.block("small", f"{law_language.chain(draft)}.", _correctable())
    site.link("provisions", _("See what the words of this draft point to"), draft=draft.id)


def _correctable() -> str:
    _ = state.current_words().gettext
    if _fixed():
        return _(
            "Provisions cannot be renumbered, joined or divided any more: several people judge"
            " this text, and their answers cite these numbers."
        )
    return _(
        "If the text was cut wrongly, give a provision another number, join it or divide it."
        " Answers that cite it follow."
    )


def _fixed() -> bool:
    """Whether the numbers stay as they are, since answers of others rest on them."""
    return state.assessment().panel is not None


def _one_of_many(place: int, draft: Draft) -> None:
    """One provision at a time: a law of two thousand has as many fields as one of two."""
    words = state.current_words()
    _ = words.gettext
    prose.block(
        "small",
        words.ngettext(
            "This draft has {count} provision. Choose one to read or change it.",
            "This draft has {count} provisions. Choose one to read or change it.",
            len(draft.provisions),
        ).format(count=words.number(len(draft.provisions))),
    )
    key = state.widget_key("which-provision", str(place))
    row = st.selectbox(
        _("Provision"),
        range(len(draft.provisions)),
        index=min(int(state.chosen(f"provision.{place}") or 0), len(draft.provisions) - 1),
        format_func=lambda row: law_file.named(draft.provisions[row]),
        placeholder=_("Choose a provision"),
        key=key,
        on_change=lambda: state.choose(f"provision.{place}", state.standing_in(key)),
    )
    if row is not None:
        _provision(f"{place}.{row}", draft.provisions[row], place, row)


def _paste(place: int) -> None:
    _ = state.current_words().gettext
    with st.expander(_("Paste several provisions at once")):
        prose.block(
            "hint",
            _(
                "Leave an empty line between two provisions and begin each with its number, as in"
                " “Article 6 Gateway”."
            ),
        )
        st.text_area(
            _("Provisions to add"), height=180, key=state.widget_key(DRAFTS, f"{place}.pasted")
        )
        st.button(
            _("Add these provisions"), key=f"pasted.{place}", on_click=_add_pasted, args=(place,)
        )


def _add_pasted(place: int) -> None:
    if not draft_fields.saved():
        return
    before = state.assessment().drafts[place].provisions
    try:
        added = pasted(state.widget(DRAFTS, f"{place}.pasted", ""))
        draft_fields.replace(place, provisions=(*before, *added))
    except ValidationError as error:
        draft_fields.refuse(error)
    else:
        state.show_anew()


def _provision(spot: str, provision: Provision, place: int, row: int) -> None:
    _ = state.current_words().gettext
    with st.container(border=True, key=f"provision-{place}-{row}"):
        left, right = st.columns([1, 3])
        with left:
            _number(spot, provision)
        with right:
            fields.line(
                DRAFTS, f"{spot}.heading", _("Heading"), provision.heading, draft_fields.save
            )
        fields.text(DRAFTS, f"{spot}.text", _("Text"), provision.text, draft_fields.save)
        if not _fixed():
            _divide(spot, provision, place, row)
        with st.container(horizontal=True):
            if row and not _fixed():
                st.button(
                    _("Join with the one before"),
                    key=f"join.{spot}",
                    on_click=_join_provision,
                    args=(place, row),
                    type="tertiary",
                )
            st.button(
                _("Remove this provision"),
                key=f"remove.{spot}",
                on_click=_remove_provision,
                args=(place, row),
                type="tertiary",
            )


def _number(spot: str, provision: Provision) -> None:
    _ = state.current_words().gettext
    if _fixed():
        prose.text(_("Number: {number}").format(number=provision.id))
    else:
        fields.line(DRAFTS, f"{spot}.id", _("Number"), provision.id, draft_fields.save)


def _divide(spot: str, provision: Provision, place: int, row: int) -> None:
    """Lets the reader cut a provision in two, where a paragraph or sentence begins."""
    _ = state.current_words().gettext
    begins = cuts(provision.text)
    if not begins:
        return
    with st.expander(_("Divide this provision")):
        key = state.widget_key("divide", f"{spot}.{provision.wording}")
        st.selectbox(
            _("A new provision begins with"),
            begins,
            format_func=lambda at: law_file.opening(provision.text[at : at + 2 * law_file.WORDS]),
            placeholder=_("Choose a place in the text"),
            key=key,
        )
        st.button(
            _("Divide it there"),
            key=f"divide.{spot}",
            on_click=_divide_provision,
            args=(place, row, key, provision.wording),
        )


def _join_provision(place: int, row: int) -> None:
    draft = state.assessment().drafts[place]
    number = draft.provisions[row].id
    if draft_fields.correct(lambda assessment: join(assessment, draft.id, number)):
        state.choose(f"provision.{place}", str(row - 1))


def _divide_provision(place: int, row: int, key: str, wording: str) -> None:
    if not draft_fields.saved():
        return
    draft, at = state.assessment().drafts[place], int(state.standing_in(key))
    number = draft.provisions[row].id
    # the places were told for the text as it was drawn
    if draft.provisions[row].wording == wording:
        draft_fields.correct(lambda assessment: divide(assessment, draft.id, number, at))


def _add_provision(place: int) -> None:
    if not draft_fields.saved():
        return
    drafts = state.assessment().drafts
    used = {provision.id for provision in drafts[place].provisions}
    number = next(str(n) for n in range(1, len(used) + 2) if str(n) not in used)
    draft_fields.replace(place, provisions=(*drafts[place].provisions, Provision(id=number)))


def _remove_provision(place: int, row: int) -> None:
    if draft_fields.saved():
        kept = list(state.assessment().drafts[place].provisions)
        del kept[row]
        draft_fields.replace(place, provisions=tuple(kept))
        state.show_anew()
