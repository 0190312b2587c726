"""Publishing: who may read it, what they get, and only then the page itself."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Literal, get_args

import streamlit as st

from assess import wording
from assess.contribution import Contribution
from assess.errors import AssessError
from assess.publication import Snapshot
from assess.store import Published
from assess.text import Words
from assess.ui import site, state
from assess.ui.parts import prose, published, which
from assess.ui.parts.preview import preview
from assess.ui.state import publishing
from assess.ui.state.publishing import Terms

Way = Literal["private", "link", "listed"]
WAYS: tuple[Way, ...] = get_args(Way)
PAGE = "publish"


def page() -> None:
    """Asks, shows what readers will get, and publishes it."""
    words = state.current_words()
    _ = words.gettext
    prose.title(_("Publish"), state.assessment().proposal.title)
    if state.role() != "owner":
        prose.lead(_("Only the person who opened the round can publish this assessment."))
        return
    prose.lead(
        _(
            "Give others a page to read, at an address that stays. It is a copy: later changes of"
            " your answers do not show on it, and nobody can change anything from it."
        )
    )
    said = publishing.said()
    if said:
        prose.note(said.sentence, "good" if said.well else "error")
    there = publishing.published()
    published.show(there, words)
    prose.heading(_("Publish a page"))
    panel = state.assessment().panel
    if panel and panel.private:
        prose.note(
            _(
                "A private round is open. A published page would show answers to people who still"
                " judge, so nothing can be published before the round has ended."
            )
        )
    else:
        _ask(there, words)
    with st.container(horizontal=True, key="publish-onward"):
        site.link("brief", _("Take the brief as a file instead"))
        site.link("contribute", _("Contribute it as a case of the library"))
        site.link("findings", _("Back to the findings"))


def _ask(there: Sequence[Published], words: Words) -> None:
    way = _way(words)
    if way == "private":
        return
    try:
        terms = _terms(there, way, words)
        offered = publishing.offer(terms)
    except AssessError as error:
        prose.note(words.gettext(str(error)))
        site.link("tasks", words.gettext("Go to the task list"))
        return
    known = publishing.told_already(offered, there)
    if known:
        told = words.gettext("{page}, says just this already. Nothing is published twice.")
        prose.note(told.format(page=published.named(known, words)), "good")
        return
    _included(terms, words)
    _preview(offered, words)
    _confirm(offered, len(there), words)


# --- what is asked -------------------------------------------------------------------------------


def _way(words: Words) -> Way:
    _ = words.gettext
    named: dict[Way, str] = {
        "private": _("Nobody else"),
        "link": _("Whoever has the link"),
        "listed": _("Everybody"),
    }
    told: dict[Way, str] = {
        "private": _("Nothing new is published."),
        "link": _("The address cannot be guessed, and search engines are told to leave it out."),
        "listed": _("It also stands in this server's feed, and search engines may list it."),
    }
    found: Way = st.radio(
        _("Who may read it?"),
        WAYS,
        format_func=named.__getitem__,
        captions=[told[way] for way in WAYS],
        key=state.widget_key(PAGE, "way"),
    )
    return found


def _terms(there: Sequence[Published], way: Way, words: Words) -> Terms:
    _ = words.gettext
    listed = way == "listed"
    which.assessor()
    texts = any(each.text for draft in state.assessment().drafts for each in draft.provisions)
    if texts:
        texts = st.checkbox(
            _("Show the texts of the provisions as well"),
            key=state.widget_key(PAGE, "texts"),
            help=_("Leave them out while the draft law is confidential."),
        )
    before = [each for each in there if _may_be_followed(each, listed=listed)]
    follows = _follows(before, words) if before else None
    return Terms(state.assessor(), texts, listed, follows)


def _may_be_followed(found: Published, *, listed: bool) -> bool:
    """What a link opens is never led to from what everybody finds, so both are of one kind."""
    return not found.withdrawn and not found.replaced and found.listed == listed


def _follows(before: Sequence[Published], words: Words) -> str | None:
    _ = words.gettext
    named = {publishing.address(each): published.named(each, words) for each in before}
    none = _("None: it is a page of its own")
    return st.selectbox(
        _("It takes the place of"),
        [*named, None],
        format_func=lambda each: named[each] if each else none,
        placeholder=none,
        key=state.widget_key(PAGE, f"follows.{len(before)}"),
        help=_("The older page then leads its readers to this one, and this one names the older."),
        width=420,
    )


# --- what readers get ----------------------------------------------------------------------------


def _included(terms: Terms, words: Words) -> None:
    _ = words.gettext
    prose.heading(_("What readers get"))
    with st.container(key="publish-included"):
        left, right = st.columns(2, gap="large")
    with left:
        prose.heading(_("On the page and in its data"), 3)
        prose.show_items(_with(terms, words))
    with right:
        prose.heading(_("Left out"), 3)
        prose.show_items(_without(terms, words))


def _with(terms: Terms, words: Words) -> list[str]:
    _ = words.gettext
    return [
        _("Title, jurisdiction, summary, stage and aim of the proposal, as you wrote them."),
        _whose(terms, words),
        _("The numbers, headings and texts of the provisions.")
        if terms.texts
        else _("The numbers and headings of the provisions, without their texts."),
        _("The findings on every draft, and what they are made of."),
        _(
            "Beside the page its data, which hold the answers in full: also what the page shortens,"
            " the four sides of an effect, and values you set yourself."
        ),
    ]


def _whose(terms: Terms, words: Words) -> str:
    _ = words.gettext
    if len(state.assessment().assessor_ids) == 1:
        return _("Your answers with their reasons, whatever they quote.")
    told = _(
        "The answers of {name} with their reasons, whatever they quote. Ask before you publish."
    )
    own = _("Your own answers with their reasons, whatever they quote.")
    name = wording.assessor(words, state.assessment(), terms.assessor)
    return own if terms.assessor == state.own() else told.format(name=name)


def _without(terms: Terms, words: Words) -> list[str]:
    _ = words.gettext
    assessment = state.assessment()
    others = tuple(
        wording.assessor(words, assessment, each)
        for each in assessment.assessor_ids
        if each != terms.assessor
    )
    given = assessment.contribution
    told = _("The answers of {names}.").format(names=wording.listed(words, others))
    return [
        *([told] if others else []),
        _("The names of all who judged, unless a text you wrote names them."),
        _("Notes, marks on provisions, screening answers, recommendations."),
        _("For whom you write, and what else is meant for that paper only."),
        *([_("What you wrote to contribute a case.")] if given != Contribution() else []),
        *([] if terms.texts else [_("What the provisions say, unless a reason quotes it.")]),
        _("The address of your assessment: it stays your key."),
    ]


def _preview(offered: Snapshot, words: Words) -> None:
    _ = words.gettext
    prose.heading(_("This is the page"))
    prose.block("small", _("Not published yet. Links that lead away from it work once it is."))
    preview(offered.page, _("The page as readers will see it"))


def _confirm(offered: Snapshot, seen: int, words: Words) -> None:
    _ = words.gettext
    agreed = st.checkbox(
        _("I have read the page, and it may be read by everybody")
        if offered.listed
        else _("I have read the page, and it may be read by whoever has the link"),
        key=state.widget_key(PAGE, f"agreed.{offered.address}"),
    )
    st.button(
        _("Publish this page"),
        type="primary",
        disabled=not agreed,
        key="publish.now",
        on_click=publishing.publish,
        args=(offered, seen),
    )
