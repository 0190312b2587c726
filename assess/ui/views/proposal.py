"""The proposal: what it is, what it wants, and the provisions of its text."""

from __future__ import annotations

import streamlit as st
from pydantic import BaseModel, ValidationError

from assess import wording
from assess.proposal import Draft, Proposal, Provision, Stage, pasted
from assess.refusal import refusals
from assess.ui import site, state
from assess.ui.parts import fields, prose, saving

STAGES: tuple[Stage, ...] = (
    "idea",
    "consultation",
    "draft",
    "before-parliament",
    "adopted",
    "in-force",
)
PROPOSAL, DRAFTS = "proposal", "drafts"


def page() -> None:
    """Asks what is proposed."""
    _ = state.current_words().gettext
    prose.title(_("What is proposed?"))
    prose.lead(_("A few sentences are enough. You can come back and change them at any time."))
    _about()
    prose.heading(_("Its text"))
    prose.text(
        _(
            "Type or paste the provisions that matter, each with its number, so that your answers"
            " can cite them. You can also leave this empty and cite numbers only."
        )
    )
    _drafts()
    with st.container(horizontal=True, key="onward"):
        site.link("screening", _("Continue: screening questions"))
        site.link("tasks", _("Go to the task list"))


@st.fragment
def _about() -> None:
    words = state.current_words()
    _ = words.gettext
    shown = state.assessment().proposal
    fields.line(PROPOSAL, "title", _("Title of the proposal"), shown.title, _save_proposal)
    fields.line(
        PROPOSAL, "jurisdiction", _("Country or jurisdiction"), shown.jurisdiction, _save_proposal
    )
    fields.choice(
        PROPOSAL,
        "stage",
        _("How far has it come?"),
        STAGES,
        lambda stage: wording.stage(words, stage),
        shown.stage,
        _save_proposal,
    )
    fields.text(
        PROPOSAL,
        "summary",
        _("What does it do, in one or two sentences?"),
        shown.summary,
        _save_proposal,
    )
    fields.text(
        PROPOSAL, "purpose", _("What does it want to achieve?"), shown.purpose, _save_proposal
    )
    fields.text(
        PROPOSAL,
        "audience",
        _("Who must be convinced, and what matters to them?"),
        shown.audience,
        _save_proposal,
    )
    state.returned(_proposal_standing(), shown)
    saving.status(PROPOSAL, words)


def _proposal_standing() -> Proposal | None:
    """The proposal as it stands in the fields; None, and said, where it cannot be kept."""
    shown = state.assessment().proposal
    given = {
        name: state.widget(PROPOSAL, name, getattr(shown, name)) for name in Proposal.model_fields
    }
    try:
        return Proposal(**given)
    except ValidationError as error:
        _refuse(PROPOSAL, error, Proposal)
        return None


def _save_proposal() -> None:
    given = _proposal_standing()
    if given:
        state.change(given)


def _refuse(name: str, error: ValidationError, model: type[BaseModel]) -> None:
    said = refusals(error, model, state.current_words())
    state.refuse(name, " ".join(each.message for each in said))


@st.fragment
def _drafts() -> None:
    words = state.current_words()
    _ = words.gettext
    drafts = state.assessment().drafts
    for place, draft in enumerate(drafts):
        _draft(place, draft, several=len(drafts) > 1)
    state.returned(_drafts_standing(), drafts)
    saving.status(DRAFTS, words)
    st.button(_("Add another draft of the same proposal"), on_click=_add_draft, type="tertiary")


def _draft(place: int, draft: Draft, *, several: bool) -> None:
    _ = state.current_words().gettext
    if several:
        prose.heading(_("Draft {number}").format(number=place + 1), 3)
    left, right = st.columns(2)
    with left:
        fields.line(
            DRAFTS,
            f"{place}.label",
            _("Name of this draft"),
            draft.label,
            _save_drafts,
        )
    with right:
        fields.day(DRAFTS, f"{place}.date", _("Its date"), draft.date, _save_drafts)
    for row, provision in enumerate(draft.provisions):
        _provision(f"{place}.{row}", provision, place, row)
    _paste(place)
    st.button(_("Add a provision"), key=f"add.{place}", on_click=_add_provision, args=(place,))


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
    if not _drafts_saved():
        return
    before = state.assessment().drafts[place].provisions
    try:
        _replace(place, (*before, *pasted(state.widget(DRAFTS, f"{place}.pasted", ""))))
    except ValidationError as error:
        _refuse(DRAFTS, error, Draft)
    else:
        state.show_anew()


def _provision(spot: str, provision: Provision, place: int, row: int) -> None:
    _ = state.current_words().gettext
    with st.container(border=True, key=f"provision-{place}-{row}"):
        left, right = st.columns([1, 3])
        with left:
            fields.line(DRAFTS, f"{spot}.id", _("Number"), provision.id, _save_drafts)
        with right:
            fields.line(DRAFTS, f"{spot}.heading", _("Heading"), provision.heading, _save_drafts)
        fields.text(DRAFTS, f"{spot}.text", _("Text"), provision.text, _save_drafts)
        st.button(
            _("Remove this provision"),
            key=f"remove.{spot}",
            on_click=_remove_provision,
            args=(place, row),
            type="tertiary",
        )


def _drafts_standing() -> tuple[Draft, ...] | None:
    """The drafts as they stand in the fields; None, and said, where they cannot be kept."""
    try:
        return _standing()
    except ValidationError as error:
        _refuse(DRAFTS, error, Draft)
        return None


def _standing() -> tuple[Draft, ...]:
    """The drafts as they stand in the fields. Raises ValidationError."""
    return tuple(
        Draft(
            id=draft.id,
            label=state.widget(DRAFTS, f"{place}.label", draft.label),
            date=state.widget(DRAFTS, f"{place}.date", draft.date),
            provisions=tuple(
                Provision(
                    id=state.widget(DRAFTS, f"{place}.{row}.id", each.id),
                    heading=state.widget(DRAFTS, f"{place}.{row}.heading", each.heading),
                    text=state.widget(DRAFTS, f"{place}.{row}.text", each.text),
                )
                for row, each in enumerate(draft.provisions)
            ),
        )
        for place, draft in enumerate(state.assessment().drafts)
    )


def _save_drafts() -> None:
    _drafts_saved()


def _drafts_saved() -> bool:
    given = _drafts_standing()
    if given:
        state.change(given)
    return state.trouble(DRAFTS) is None


def _add_draft() -> None:
    if _drafts_saved():
        drafts = state.assessment().drafts
        number = 1 + max(int(draft.id.removeprefix("d")) for draft in drafts if _ours(draft.id))
        state.change((*drafts, Draft(id=f"d{number}")))


def _ours(draft_id: str) -> bool:
    return draft_id.startswith("d") and draft_id[1:].isdigit()


def _add_provision(place: int) -> None:
    if not _drafts_saved():
        return
    drafts = state.assessment().drafts
    used = {provision.id for provision in drafts[place].provisions}
    number = next(str(n) for n in range(1, len(used) + 2) if str(n) not in used)
    _replace(place, (*drafts[place].provisions, Provision(id=number)))


def _remove_provision(place: int, row: int) -> None:
    if _drafts_saved():
        kept = list(state.assessment().drafts[place].provisions)
        del kept[row]
        _replace(place, tuple(kept))
        state.show_anew()


def _replace(place: int, provisions: tuple[Provision, ...]) -> None:
    drafts = list(state.assessment().drafts)
    before = drafts[place]
    drafts[place] = Draft(id=before.id, label=before.label, date=before.date, provisions=provisions)
    state.change(tuple(drafts))
