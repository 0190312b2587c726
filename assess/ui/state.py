"""What one reader's browser session holds. The only writer of session state.

Answers live in the store under the token of the address; the session only mirrors them, and
remembers which revision of each the page shows. A value becomes part of the mirror after the
store has it, never before.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from functools import cache
from typing import Any

import streamlit as st

from assess.assessment import Assessment, FrameworkRef, Judgement, Key, Triage
from assess.errors import NotFound, NotSaved
from assess.framework import Framework
from assess.intervention import Interventions
from assess.library import Library
from assess.proposal import Draft, Proposal
from assess.store import Conflict, Saved, Store, Unreachable, is_token, name_of, new_token
from assess.text import Words, languages, words

Entry = Proposal | Triage | Judgement | tuple[Draft, ...]

FRAMEWORK = "internet-way-of-networking"
COOKIE = "assess_resume"


@dataclass(frozen=True)
class Trouble:
    """Why the page shows something the store does not have.

    `mine` is None where what stands on the page is not a value at all (a refused character).
    `conflict` is set where the reader has to choose: someone else changed the same answer
    meanwhile or, without a `message`, the connection was lost and nobody can tell.
    """

    message: str
    mine: Entry | None = None
    conflict: Conflict | None = None


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


# --- which assessment ------------------------------------------------------------------------


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
        _read(token)


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


def _read(token: str) -> None:
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
    """Whether an assessment is open."""
    return st.session_state.get("_saved") is not None


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
    _read("")
    st.query_params.pop("a", None)
    return ""


def latest() -> FrameworkRef:
    """The newest version of the framework that comes with the app."""
    return library().latest(FRAMEWORK)


def assessment() -> Assessment:
    """The open assessment as the store has it."""
    return _saved().assessment


def framework() -> Framework:
    """The framework version the open assessment is made against, else the newest."""
    ref = assessment().framework if is_open() else latest()
    return library().framework(ref.id, ref.version)


def interventions() -> Interventions | None:
    """The kinds of intervention that come with that framework version."""
    ref = assessment().framework if is_open() else latest()
    return library().interventions(ref.id, ref.version)


def _saved() -> Saved:
    saved: Saved = st.session_state["_saved"]
    return saved


# --- saving ------------------------------------------------------------------------------------


def record(judgement: Judgement) -> None:
    """Keeps a judgement; afterwards `trouble` says whether it could not."""
    _offer(judgement)


def withdraw(key: Key) -> None:
    """Takes a judgement back."""
    name = name_of(key)
    try:
        revision = store().withdraw(token(), key, _saved().seen(key))
    except (Conflict, NotSaved, NotFound) as error:
        _trouble(name, Trouble(current_words().gettext(str(error))))
    else:
        st.session_state["_saved"] = _saved().after(key, revision)
        st.session_state["_troubles"].pop(name, None)


def change(value: Proposal | tuple[Draft, ...] | Triage) -> None:
    """Keeps the proposal, its drafts or the screening answers."""
    _offer(value)


def _offer(value: Entry) -> None:
    """Keeps a value, unless the reader still has to choose between two of them."""
    name = name_of(value)
    found = trouble(name)
    if found is None or found.conflict is None:
        _keep(value, _saved().seen(value))
    elif value == found.conflict.theirs:
        st.session_state["_troubles"].pop(name)
    else:
        _trouble(name, replace(found, mine=value))


def _keep(value: Entry, seen: int) -> None:
    name = name_of(value)
    _ = current_words().gettext
    try:
        revision = store().save(token(), value, seen)
    except Conflict as error:
        _trouble(name, Trouble(_(str(error)), value, error))
    except NotSaved as error:
        _trouble(name, Trouble(_(str(error)), value))
    except NotFound:
        gone = _("Not saved: there is no saved work under this address any more.")
        _trouble(name, Trouble(gone, value))
    else:
        st.session_state["_saved"] = _saved().after(value, revision)
        st.session_state["_troubles"].pop(name, None)
        st.session_state["_fresh"].add(name)


def _trouble(name: str, trouble: Trouble) -> None:
    st.session_state["_troubles"][name] = trouble


def refuse(name: str, message: str) -> None:
    """Notes that what stands on the page under this entry cannot be kept, and why."""
    _trouble(name, Trouble(message))


def returned(given: Entry | None, shown: Entry) -> None:
    """Notices an answer the browser brought back after the server had lost the session.

    It may be newer than what is saved, or older than what another tab saved: the reader decides.
    """
    if given is None or given == shown or trouble(name_of(given)):
        return
    kept = assessment().judgement(given.key) if isinstance(given, Judgement) else shown
    if given != kept:
        _trouble(name_of(given), Trouble("", given, Conflict(kept, _saved().seen(given), given)))


def trouble(name: str) -> Trouble | None:
    """What keeps this entry of the page from being saved, if anything does."""
    found: Trouble | None = st.session_state["_troubles"].get(name)
    return found


def was_saved(name: str) -> bool:
    """Whether something was saved under this entry since the page was opened."""
    return name in st.session_state["_fresh"]


def try_again(name: str) -> None:
    """Saves once more what could not be saved."""
    found = trouble(name)
    if found and found.mine is not None:
        _keep(found.mine, _saved().seen(found.mine))


def keep_mine(name: str) -> None:
    """Settles a conflict in favour of what stands on this page."""
    found = trouble(name)
    if found and found.mine is not None and found.conflict:
        _keep(found.mine, found.conflict.revision)


def take_theirs() -> None:
    """Settles a conflict in favour of what is saved; the page shows that from now on."""
    _read(token())
    show_anew()


# --- widgets -----------------------------------------------------------------------------------


def generation() -> int:
    """Goes up when the page must show saved values anew instead of what stands on it."""
    return int(st.session_state.get("_generation", 0))


def widget_key(name: str, field: str) -> str:
    """The key of the widget for one field of an entry."""
    return f"{name}.{field}.{generation()}"


def widget(name: str, field: str, otherwise: Any = None) -> Any:
    """What stands in the widget for one field of an entry."""
    return st.session_state.get(widget_key(name, field), otherwise)


def show_anew() -> None:
    """Lets every widget show its saved value again."""
    st.session_state["_generation"] = generation() + 1


def picked(component: str) -> str:
    """What was picked last in a component of ours; empty where nothing was."""
    kept = st.session_state.get(component) or {}
    return str(kept.get("picked") or "")


def choose(name: str, value: str | None) -> None:
    """Remembers what the reader looks at (a node of the graph, a number)."""
    st.session_state[f"_chosen_{name}"] = value


def chosen(name: str) -> str | None:
    """What the reader looks at."""
    found: str | None = st.session_state.get(f"_chosen_{name}")
    return found


# --- pages -------------------------------------------------------------------------------------


def know_pages(pages: Mapping[str, Any]) -> None:
    """Remembers the pages of this run, by name."""
    st.session_state["_pages"] = pages


def page(name: str) -> Any:
    """The page of this name."""
    return st.session_state["_pages"][name]
