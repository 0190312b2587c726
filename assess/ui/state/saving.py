"""Keeping what the reader gives: part of the page only after the store has it, never before."""

from __future__ import annotations

from dataclasses import dataclass, replace

import streamlit as st

from assess.assessment import Assessment, Judgement, Key
from assess.errors import NotFound, NotSaved
from assess.mark import Mark
from assess.store import Conflict, Entry, name_of
from assess.ui.state.opened import assessment, current_words, own, read, saved, store, token
from assess.ui.state.widgets import show_anew


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


def record(judgement: Judgement) -> None:
    """Keeps a judgement; afterwards `trouble` says whether it could not."""
    _offer(judgement)


def withdraw(key: Key) -> None:
    """Takes a judgement back."""
    name = name_of(key)
    try:
        revision = store().withdraw(token(), key, saved().seen(key))
    except (Conflict, NotSaved, NotFound) as error:
        _trouble(name, Trouble(current_words().gettext(str(error))))
    else:
        st.session_state["_saved"] = saved().after(key, revision)
        st.session_state["_troubles"].pop(name, None)


def change(value: Entry) -> None:
    """Keeps an entry that is no judgement: the proposal, its drafts, the screening, a note ..."""
    _offer(value)


def adopt(wanted: Assessment) -> None:
    """Keeps what a verb of the domain made of the open assessment: drafts, answers, then marks.

    Where several people judge, everybody's answers are their own to keep: only the reader's are.
    """
    if wanted.drafts != assessment().drafts:
        change(wanted.drafts)
        if trouble("drafts"):
            return
    ours = [each for each in wanted.judgements if wanted.panel is None or each.assessor == own()]
    for judgement in ours:
        if assessment().judgement(judgement.key) != judgement:
            record(judgement)
    for key in {each.key for each in assessment().judgements} - {j.key for j in wanted.judgements}:
        if wanted.panel is None or key.assessor == own():
            withdraw(key)
    _adopt_marks(wanted)


def _adopt_marks(wanted: Assessment) -> None:
    now = {each.key: each for each in assessment().marks}
    there = {each.key: each for each in wanted.marks}
    gone = (Mark(draft=d, assessor=a, provision=p) for d, a, p in now.keys() - there.keys())
    for mark in (*gone, *there.values()):
        if now.get(mark.key) != mark and (wanted.panel is None or mark.assessor == own()):
            change(mark)


def _offer(value: Entry) -> None:
    """Keeps a value, unless the reader still has to choose between two of them."""
    name = name_of(value)
    found = trouble(name)
    if found is None or found.conflict is None:
        _keep(value, saved().seen(value))
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
        st.session_state["_saved"] = saved().after(value, revision)
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
        _trouble(name_of(given), Trouble("", given, Conflict(kept, saved().seen(given), given)))


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
        _keep(found.mine, saved().seen(found.mine))


def keep_mine(name: str) -> None:
    """Settles a conflict in favour of what stands on this page."""
    found = trouble(name)
    if found and found.mine is not None and found.conflict:
        _keep(found.mine, found.conflict.revision)


def take_theirs() -> None:
    """Settles a conflict in favour of what is saved; the page shows that from now on."""
    read(token())
    show_anew()
