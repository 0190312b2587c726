"""A reader with a database of their own."""

from __future__ import annotations

import shutil
from collections.abc import Callable, Iterator
from functools import cache
from pathlib import Path

import pytest
from streamlit.components.v2 import manifest_scanner
from streamlit.runtime.context import ContextProxy
from streamlit.testing.v1 import AppTest

from assess.assessment import Assessment, Judgement, Triage
from assess.library import Library
from assess.proposal import Draft, Proposal, Provision
from assess.store import Store, new_token
from assess.ui import state
from tests.ui.reader import SCRIPT, Reader

Opened = Callable[..., Reader]

CAMBODIA = "2022-cambodia-national-internet-gateway"
PROPERTY = "open-architecture-building-blocks"
OTHER = "common-global-identifiers"


@pytest.fixture(scope="session", autouse=True)
def packages_searched_once() -> Iterator[None]:
    """For each AppTest, Streamlit searches all installed packages for components: that would be
    most of the time of a test.
    """
    with pytest.MonkeyPatch.context() as patch:
        searched = cache(manifest_scanner.scan_component_manifests)
        patch.setattr(manifest_scanner, "scan_component_manifests", searched)
        yield


@pytest.fixture(scope="session")
def database(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """An empty database, made once: that is most of the time of a test."""
    path = tmp_path_factory.mktemp("database") / "empty.sqlite3"
    made = Store(f"sqlite:///{path}")
    made.open()
    made.close()
    return path


@pytest.fixture
def store(database: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Store]:
    """The app's own store, on an empty database."""
    monkeypatch.setattr(ContextProxy, "cookies", {})  # AppTest has no browser that keeps any
    shutil.copy(database, tmp_path / "work.sqlite3")
    monkeypatch.setenv("ASSESS_DATABASE_URL", f"sqlite:///{tmp_path / 'work.sqlite3'}")
    state.store.cache_clear()
    yield state.store()
    state.store().close()
    state.store.cache_clear()


@pytest.fixture
def reader(store: Store) -> Opened:
    """Makes a reader of an assessment; without one, a reader who comes for the first time."""

    def comes(assessment: Assessment | None = None) -> Reader:
        token = new_token() if assessment else ""
        if assessment:
            store.create(token, assessment)
        return Reader(AppTest.from_file(SCRIPT, default_timeout=30), store, token)

    return comes


@pytest.fixture(scope="session")
def library() -> Library:
    """The library that comes with the app, read once."""
    return state.library()


@pytest.fixture
def empty(library: Library) -> Assessment:
    """Nothing said yet."""
    return Assessment(framework=library.latest(state.FRAMEWORK))


@pytest.fixture
def partial(empty: Assessment) -> Assessment:
    """A title, two provisions, one finished and one unfinished answer, two kinds of measure."""
    provisions = (Provision(id="6", heading="Gateways"), Provision(id="7", text="All traffic."))
    done = Judgement(
        node=PROPERTY,
        answer="effect",
        harm="material",
        likelihood="likely",
        confidence="medium",
        rationale="Everything passes one gate.",
        provisions=("6",),
    )
    begun = Judgement(node=OTHER, answer="effect")
    return empty.replace(
        proposal=Proposal(title="Gateway Act", jurisdiction="Nowhere", stage="draft"),
        drafts=(Draft(id="d1", provisions=provisions),),
        judgements=(begun, done),
    )


@pytest.fixture(scope="session")
def full(library: Library) -> Assessment:
    """The shipped case of Cambodia, as one begins from it."""
    return library.case(CAMBODIA).assessment()


def at_depth(assessment: Assessment, depth: str) -> Assessment:
    """The same at another depth."""
    return assessment.replace(
        triage=Triage(
            answers=assessment.triage.answers,
            depth=depth,
            interventions=assessment.triage.interventions,
        )
    )
