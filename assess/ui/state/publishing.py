"""What the owner publishes of the open assessment: made here, shown, and only then kept."""

from __future__ import annotations

import datetime
import json
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import NamedTuple

import streamlit as st
from pydantic import ValidationError

from assess import bundle, publication
from assess.assessment import Assessment
from assess.errors import AssessError
from assess.publication import Snapshot, Subject
from assess.publication.shared import shared
from assess.store import Offered, Published, new_token
from assess.ui.state.opened import (
    assessment,
    current_words,
    framework,
    interventions,
    saved,
    store,
    token,
)
from assess.ui.state.widgets import forget_once, once, show_anew

MADE = "snapshot"
SAID = "_published"


class Said(NamedTuple):
    """A sentence, and whether all is well."""

    sentence: str
    well: bool


@dataclass(frozen=True)
class Terms:
    """How it is to be published: whose answers, what goes along, who may find it.

    follows: the address of the published page whose place it takes.
    """

    assessor: str
    texts: bool
    listed: bool
    follows: str | None = None


def published() -> tuple[Published, ...]:
    """What was published of the open assessment, newest first. Raises Unreachable."""
    return store().published(token())


def address(found: Published) -> str:
    """The address of a published page that stands."""
    return publication.address(found.document)


def changed(found: Published) -> bool:
    """Whether the answers are others by now than on a published page that stands."""
    try:
        was = Assessment.model_validate_json(json.dumps(json.loads(found.document)["content"]))
        texts = any(each.text for draft in was.drafts for each in draft.provisions)
        now = shared(assessment(), was.assessors[0].id, texts=texts)
    except (ValidationError, AssessError):
        return True
    return bundle.dumps(now) != bundle.dumps(was)


def offer(terms: Terms) -> Snapshot:
    """The page and its data as they would be published; the same until something changes.

    Raises AssessError where there is nothing to publish.
    """
    today = datetime.datetime.now(datetime.UTC).date()
    revisions = sorted(saved().revisions.items())
    key = f"{token()} {revisions} {terms} {today} {current_words().language}"
    return once(MADE, key, lambda: _made(terms, today))


def _made(terms: Terms, today: datetime.date) -> Snapshot:
    subject = Subject(
        framework(),
        shared(assessment(), terms.assessor, texts=terms.texts),
        current_words(),
        interventions=interventions(),
        assessor=terms.assessor,
    )
    return publication.take(
        subject,
        today,
        follows=terms.follows,
        nonce=new_token(),
        listed=terms.listed,
        lasting=False,
    )


def told_already(offered: Snapshot, there: Sequence[Published]) -> Published | None:
    """A published page that stands, says the same and is found in the same way."""
    return next(
        (
            each
            for each in there
            if not each.withdrawn
            and each.listed == offered.listed
            and publication.same(each.document, offered.document)
        ),
        None,
    )


def publish(offered: Snapshot, seen: int) -> None:
    """Publishes what was shown; afterwards `said` tells whether it could.

    seen: how many pages the list showed.
    """
    sheet = Offered(
        address=offered.address,
        title=offered.title,
        made_on=offered.made_on,
        document=offered.document,
        page=offered.page,
        listed=offered.listed,
        follows=offered.follows,
    )
    done = current_words().gettext("Published. Its address stands in the list below.")
    _do(lambda: store().publish(token(), sheet, seen), done)


def withdraw(address: str) -> None:
    """Withdraws a published page; as `publish`."""
    done = current_words().gettext("Withdrawn. Its address now says so.")
    _do(lambda: store().withdraw_snapshot(token(), address), done)


def _do(act: Callable[[], None], done: str) -> None:
    try:
        act()
    except AssessError as error:
        st.session_state[SAID] = Said(current_words().gettext(str(error)), well=False)
    else:
        st.session_state[SAID] = Said(done, well=True)
        forget_once(MADE)  # its address is used up
        show_anew()


def said() -> Said | None:
    """What came of publishing or withdrawing just now; asked once."""
    found: Said | None = st.session_state.pop(SAID, None)
    return found
