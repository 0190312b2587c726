"""The provisions of a draft: read from a file, pasted, or typed one by one."""

from __future__ import annotations

import streamlit as st
from pydantic import ValidationError

from assess.proposal import Draft, Provision, pasted
from assess.ui import state
from assess.ui.parts import draft_fields, fields, law_file, prose
from assess.ui.parts.draft_fields import DRAFTS

AT_ONCE = 12  # provisions shown with their fields; of more, one at a time


def of_draft(place: int, draft: Draft) -> None:
    """Lets the reader give and change the provisions of one draft."""
    _ = state.current_words().gettext
    law_file.offer(place, draft)
    if len(draft.provisions) <= AT_ONCE:
        for row, provision in enumerate(draft.provisions):
            _provision(f"{place}.{row}", provision, place, row)
    else:
        _one_of_many(place, draft)
    _paste(place)
    st.button(_("Add a provision"), key=f"add.{place}", on_click=_add_provision, args=(place,))


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
    row = st.selectbox(
        _("Provision"),
        range(len(draft.provisions)),
        format_func=lambda row: law_file.named(draft.provisions[row]),
        key=f"which-provision.{place}",
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
            fields.line(DRAFTS, f"{spot}.id", _("Number"), provision.id, draft_fields.save)
        with right:
            fields.line(
                DRAFTS, f"{spot}.heading", _("Heading"), provision.heading, draft_fields.save
            )
        fields.text(DRAFTS, f"{spot}.text", _("Text"), provision.text, draft_fields.save)
        st.button(
            _("Remove this provision"),
            key=f"remove.{spot}",
            on_click=_remove_provision,
            args=(place, row),
            type="tertiary",
        )


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
