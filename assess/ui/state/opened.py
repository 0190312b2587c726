"""Which assessment is open, what of it the page looks at, and in which language."""

from __future__ import annotations

from functools import cache, lru_cache

import streamlit as st

from assess.assessment import Assessment, FrameworkRef, Judgement, NodeProgress
from assess.casebook import Row, rows
from assess.errors import NotFound, NotSaved
from assess.framework import Framework
from assess.intervention import Interventions
from assess.library import Library
from assess.overlay import Overlay
from assess.store import Saved, Store, Unreachable, is_token, new_token
from assess.text import Words, languages, words
from assess.wording.content import content

FRAMEWORK = "internet-way-of-networking"
COOKIE = "assess_resume"


@cache
def library() -> Library:
    """The frameworks and cases that come with the app."""
    return Library()


@cache
def store() -> Store:
    """Where answers are kept."""
    return Store()


def language() -> str:
    """The language asked for in the address, else the browser's, else English."""
    known = languages()
    asked = (st.query_params.get("lang"), st.session_state.get("_lang"), st.context.locale)
    for wish in asked:
        for tag in (wish, (wish or "").split("-")[0]):
            if tag in known:
                st.session_state["_lang"] = tag
                return str(tag)
    return known[0]


def current_words() -> Words:
    """The words of the reader's language."""
    return words(language())


def arrive(place: str) -> None:
    """Settles, at the start of a run, which assessment is open.

    place: what the page shows (its name and parameters). Arriving at a new place reads the
    store again, so that another tab's work is seen; staying keeps the revisions the page shows.
    """
    asked = st.query_params.get("a")
    token = asked or st.session_state.get("_token") or ""
    moved = st.session_state.get("_place") != place or st.session_state.get("_token") != token
    st.session_state["_place"] = place
    if moved:
        read(token)


def show_address(name: str) -> None:
    """Lets the browser's address name the open assessment and what the page shows of it.

    name: the page. A link to the page one is on leaves the old address standing, and a reload
    would lead back there; a link to another page does not.
    """
    if is_open() and st.query_params.get("a") != token():
        st.query_params["a"] = token()
    elif st.session_state.get("_page") == name:
        st.query_params.from_dict(st.query_params.to_dict())
    st.session_state["_page"] = name


def read(token: str) -> None:
    """Reads the work under a token from the store; what stood on the page is forgotten."""
    st.session_state["_token"] = token
    st.session_state["_troubles"] = {}
    st.session_state["_fresh"] = set()
    st.session_state["_away"] = False
    st.session_state["_saved"] = None
    if not is_token(token):
        return
    try:
        st.session_state["_saved"] = store().load(token)
    except NotFound:
        return
    except Unreachable:
        st.session_state["_away"] = True


def token() -> str:
    """The resume token of the open assessment, or of the one that was asked for."""
    return str(st.session_state.get("_token") or "")


def kept_token() -> str:
    """The token this browser keeps in its cookie, if there is work under it."""
    kept = st.context.cookies.get(COOKIE) or ""
    try:
        store().load(kept)
    except (NotFound, Unreachable):
        return ""
    return kept


def is_open() -> bool:
    """Whether an assessment is open; behind a round link it is not, before a seat is taken."""
    found: Saved | None = st.session_state.get("_saved")
    return found is not None and found.role != "join"


def store_is_away() -> bool:
    """Whether the store did not answer when the page asked for the assessment."""
    return bool(st.session_state.get("_away"))


def begin(assessment: Assessment | None = None) -> None:
    """Starts an assessment, kept under a new token. Raises NotSaved where it cannot be kept."""
    fresh = new_token()
    start = assessment or Assessment(framework=latest())
    st.session_state["_saved"] = store().create(fresh, start)
    st.session_state["_token"] = fresh
    st.session_state["_troubles"] = {}
    st.session_state["_fresh"] = set()
    st.query_params["a"] = fresh


def forget() -> str:
    """Deletes the open assessment for good; says why where it could not be deleted."""
    try:
        store().forget(token())
    except (NotSaved, Unreachable) as error:
        return current_words().gettext(str(error))
    read("")
    st.query_params.pop("a", None)
    return ""


def latest() -> FrameworkRef:
    """The newest version of the framework that comes with the app."""
    return library().latest(FRAMEWORK)


def assessment() -> Assessment:
    """The open assessment as the store has it."""
    return saved().assessment


def framework() -> Framework:
    """What the open assessment is made against, with its topics; else the newest framework.

    What it says is in the reader's language, as far as it is translated.
    """
    if not is_open():
        return _told(library(), latest(), (), "", current_words())
    now = assessment()
    overlay = now.overlay.model_dump_json() if now.overlay else ""
    return _told(library(), now.framework, now.topics.refs, overlay, current_words())


@lru_cache(maxsize=16)
def _told(
    library: Library,
    ref: FrameworkRef,
    topics: tuple[FrameworkRef, ...],
    overlay: str,
    words: Words,
) -> Framework:
    """overlay: as JSON, since a value that holds a table cannot be looked up."""
    given = Overlay.model_validate_json(overlay) if overlay else None
    return content(library.combined(ref, topics, given), words)


def interventions() -> Interventions | None:
    """The kinds of intervention that come with that framework version."""
    ref = assessment().framework if is_open() else latest()
    return library().interventions(ref.id, ref.version)


def case_rows(of: Framework) -> tuple[Row, ...]:
    """What the cases of the library state on the nodes of a framework; made once."""
    return _rows(library(), of.id, of.version)


@lru_cache(maxsize=4)
def _rows(library: Library, framework_id: str, version: str) -> tuple[Row, ...]:
    judged = library.framework(framework_id, version).judged
    return rows(library.cases(), [node.id for node in judged])


def saved() -> Saved:
    """The open work as the store gave it."""
    found: Saved = st.session_state["_saved"]
    return found


# --- which draft, whose answers ----------------------------------------------------------------


def draft() -> str:
    """The id of the draft the page is about: the one in the address, else the first."""
    drafts = [each.id for each in assessment().drafts]
    asked = st.query_params.get("draft")
    return asked if asked in drafts else drafts[0]


def own() -> str:
    """The id of the assessor who answers in this browser."""
    return saved().assessor


def assessor() -> str:
    """The id of the assessor whose answers are shown: the one in the address, else the reader."""
    asked = st.query_params.get("who")
    return asked if asked in assessment().assessor_ids else own()


def look_at(**places: str) -> None:
    """Lets the address name what is looked at (`draft`, `who`, ...); nothing for an empty text."""
    for name, place in places.items():
        if place:
            st.query_params[name] = place
        elif name in st.query_params:
            del st.query_params[name]


def answers(node: str) -> tuple[Judgement, ...]:
    """What the reader answered on a node of this draft, in the order of the parts."""
    return assessment().judgements_on(node, draft(), own())


def progress() -> tuple[NodeProgress, ...]:
    """How far the reader has answered each node of this draft."""
    return assessment().progress(framework(), draft(), own())
