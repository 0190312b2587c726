"""The app: the script in assess/ui, and plain HTTP beside it. `streamlit run streamlit_app.py`."""

from __future__ import annotations

import logging
import os
import traceback
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path

import streamlit as st

from assess import web
from assess.publication import Collection, Place
from assess.store import Unreachable
from assess.text import languages, words
from assess.ui import state

INDEX = Path(st.__file__).parent / "static" / "index.html"
SCRIPT = Path(__file__).parent / "assess" / "ui" / "main.py"
LOG = logging.getLogger("assess")


def healthy() -> bool:
    """Whether saved work can be read and written."""
    try:
        state.store().ping()
    except Unreachable:
        return False
    return True


def script_failed(error: Exception) -> bool:
    """Logs where it broke, without the message: that may quote what somebody wrote."""
    where = "".join(traceback.format_tb(error.__traceback__))
    LOG.error("the page broke: %s\n%s", type(error).__name__, where)
    _ = words(st.query_params.get("lang", "en")).gettext
    st.error(
        _(
            "Something went wrong on this page. Answers it said were saved are saved."
            " Reload the page to go on."
        )
    )
    return True


web.keep_tokens_out_of(("assess", "uvicorn.access", "uvicorn.error"))
SHELL = web.Shell(INDEX.read_text("utf-8"), languages(), words, web.Assets())
ORIGIN = web.public_origin(os.environ.get("ASSESS_ORIGIN", ""))
CASES = Collection(state.library(), Place(origin=ORIGIN))
PAGES = web.Pages(SHELL, CASES, [CASES.checkout, web.StoreShelf(state.store)])


@asynccontextmanager
async def running(app: object) -> AsyncIterator[None]:
    """What goes on beside the answers while the server runs."""
    async with web.collected_by_the_clock(app), PAGES.made_ahead(app):
        yield


app = st.App(
    SCRIPT,
    routes=web.routes(SHELL, healthy=healthy, more=PAGES.routes(), origin=ORIGIN),
    middleware=web.middleware(SHELL),
    lifespan=running,
    on_script_error=script_failed,
)
