"""The proposal: what it is, what it wants, and the provisions of its text."""

from __future__ import annotations

import streamlit as st
from pydantic import ValidationError

from assess import wording
from assess.amendment import add, new_id
from assess.errors import AssessError
from assess.proposal import Draft, Proposal, Stage
from assess.refusal import refusals
from assess.text import Words
from assess.ui import site, state
from assess.ui.parts import draft_fields, fields, prose, provisions, saving
from assess.ui.parts.draft_fields import DRAFTS

STAGES: tuple[Stage, ...] = (
    "idea",
    "consultation",
    "draft",
    "before-parliament",
    "adopted",
    "in-force",
)
PROPOSAL = "proposal"


def page() -> None:
    """Asks what is proposed."""
    _ = state.current_words().gettext
    prose.title(_("What is proposed?"))
    prose.lead(_("A few sentences are enough. You can come back and change them at any time."))
    _about()
    prose.heading(_("Its text"))
    prose.text(
        _(
            "Bring the law as a file, or type or paste the provisions that matter, each with its"
            " number, so that your answers can cite them. You can also leave this empty and cite"
            " numbers only."
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
    _country(words, shown.country)
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


def _country(words: Words, shown: str) -> None:
    """The country by which measurements are looked up; a law of several countries has none."""
    _ = words.gettext
    codes = ("", *words.territories())
    st.selectbox(
        _("Whose measurements should stand beside the questions?"),
        codes,
        index=codes.index(shown) if shown in codes else 0,
        format_func=lambda code: words.territory(code) if code else _("No country"),
        placeholder=_("No country"),
        help=_(
            "What has been measured about the Internet of that country is then shown beside each"
            " question. It never changes a finding."
        ),
        key=state.widget_key(PROPOSAL, "country"),
        on_change=_save_proposal,
    )


def _proposal_standing() -> Proposal | None:
    """The proposal as it stands in the fields; None, and said, where it cannot be kept."""
    shown = state.assessment().proposal
    given = {
        name: state.widget(PROPOSAL, name, getattr(shown, name)) for name in Proposal.model_fields
    }
    try:
        return Proposal(**given)
    except ValidationError as error:
        _refuse(error)
        return None


def _save_proposal() -> None:
    given = _proposal_standing()
    if given:
        state.change(given)


def _refuse(error: ValidationError) -> None:
    said = refusals(error, Proposal, state.current_words())
    state.refuse(PROPOSAL, " ".join(each.message for each in said))


@st.fragment
def _drafts() -> None:
    words = state.current_words()
    _ = words.gettext
    drafts = state.assessment().drafts
    for place, draft in enumerate(drafts):
        _draft(place, draft, several=len(drafts) > 1)
    state.returned(draft_fields.standing(), drafts)
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
            draft_fields.save,
        )
    with right:
        fields.day(DRAFTS, f"{place}.date", _("Its date"), draft.date, draft_fields.save)
    fields.line(
        DRAFTS,
        f"{place}.reference",
        _("Its official identifier, if it has one"),
        draft.reference,
        draft_fields.save,
        _("A web address of the text (ELI), a URN such as urn:lex:…, or an Akoma Ntoso path."),
    )
    provisions.of_draft(place, draft)


def _add_draft() -> None:
    if draft_fields.saved():
        assessment = state.assessment()
        try:
            state.change(add(assessment, Draft(id=new_id(assessment))).drafts)
        except AssessError as error:
            state.refuse(DRAFTS, state.current_words().gettext(str(error)))
