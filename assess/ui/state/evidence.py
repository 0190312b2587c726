"""What is measured in a country: the pack there is, and what was fetched before."""

from __future__ import annotations

import datetime
from functools import lru_cache
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

import streamlit as st

from assess.errors import FileProblems
from assess.ui.state.opened import current_words, library

if TYPE_CHECKING:
    from assess.evidence import Catalogue, Pack, Reading

_BROUGHT = "_pack"


class Packed(NamedTuple):
    """The pack in use; `name` is that of the file somebody brought for this visit, else empty.

    `trouble`: why the pack of this computer could not be read.
    """

    pack: Pack | None
    name: str = ""
    trouble: str = ""


def catalogue() -> Catalogue:
    """All indicators that are known."""
    return library().catalogue()


def packed() -> Packed:
    """The pack brought for this visit, else that of the computer the app runs on, if any."""
    brought: Packed | None = st.session_state.get(_BROUGHT)
    if brought is not None:
        return brought
    from assess.evidence import pack_folder

    folder = pack_folder()
    values = folder / "evidence_latest.csv"
    return _own(folder, values.stat().st_mtime_ns if values.is_file() else 0)


@lru_cache(maxsize=2)
def _own(folder: Path, _changed: int) -> Packed:
    """Read once, and again when it is written anew; `_changed` is when that was."""
    from assess.evidence import own_pack

    try:
        return Packed(own_pack(catalogue()))
    except FileProblems as error:
        return Packed(None, trouble=str(error))


def bring(data: bytes, name: str) -> None:
    """Uses a pack for this visit alone. Raises FileProblems with all that is wrong in it."""
    from assess.airlock import read_pack_safely

    st.session_state[_BROUGHT] = Packed(read_pack_safely(data, name, current_words()), name)


def put_back() -> None:
    """Uses the pack of this computer again."""
    st.session_state.pop(_BROUGHT, None)


def readings(country: str) -> tuple[Reading, ...]:
    """One reading for each indicator of a country (ISO 3166-1 alpha-2); sends nothing."""
    from assess.evidence import readings as read
    from assess.evidence.gathered import combined

    known, now = catalogue(), datetime.datetime.now(datetime.UTC)
    base = read(known, packed().pack, country, now.date())
    return combined(base, _kept(known, country, now))


def _kept(known: Catalogue, country: str, now: datetime.datetime) -> tuple[Reading, ...]:
    """What was fetched before; nothing where it cannot be read."""
    from assess.evidence.answers import Answers, NotKept
    from assess.evidence.gathered import kept

    there = Answers()
    if not there.is_there:
        return ()
    asked = [each.id for each in known.indicators]
    try:
        with there as answers:
            return kept(known, asked, country, answers, now, current_words())
    except NotKept:
        return ()


def fetch(country: str) -> None:
    """Asks the live sources about a country; called where somebody has just pressed for it.

    Raises NotPermitted where the operator forbids it, NotKept where nothing can be kept.
    """
    from assess.evidence.live import fetch as ask
    from assess.evidence.switch import permit

    known, words = catalogue(), current_words()
    permission = permit(pressed=True, words=words)
    ask(permission, known, [each.id for each in known.indicators], country, words=words)
