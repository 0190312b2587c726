"""An overlay put on and taken off an assessment that has answers, and left behind by a move."""

from __future__ import annotations

from pathlib import Path

import pytest

from assess import casefile, linked, migration
from assess.assessment import Assessment
from assess.bundle import dumps, loads
from assess.cli.opened import Opened
from assess.cli.report import described
from assess.compare import compare, options
from assess.compare.document import document
from assess.errors import AssessError
from assess.library import Library
from assess.overlay import Overlay
from tests import following
from tests.chapter import BY, overlay
from tests.small import effect


@pytest.fixture(scope="module")
def library(tmp_path_factory: pytest.TempPathFactory) -> Library:
    return Library(following.library(tmp_path_factory.mktemp("following")))


@pytest.fixture(scope="module")
def cambodia(library: Library) -> Assessment:
    return library.case(following.CAMBODIA).assessment()


def put(assessment: Assessment, given: Overlay | None, library: Library) -> Assessment:
    way = migration.with_overlay(assessment, given, library)
    return migration.put_on(assessment, migration.plan(assessment, way))


def test_answers_to_other_words_wait_to_be_confirmed(
    library: Library, cambodia: Assessment
) -> None:
    asked = put(cambodia, overlay(), library)
    [waits] = asked.judgements_on("privacy")
    plain = library.framework_of(cambodia).node("privacy")
    assert waits.review
    assert waits.review.why == ("overlay",)
    assert waits.review.asked.levels == plain.levels
    assert [each.node for each in asked.judgements if each.review] == ["privacy"]
    assert asked.moved is None
    assert loads(dumps(asked).encode(), library) == asked


def test_put_on_and_taken_off_with_nothing_reworded_leaves_no_trace(
    library: Library, cambodia: Assessment
) -> None:
    given = Overlay(**{**dict(overlay()), "reword": ()})
    again = put(put(cambodia, given, library), None, library)
    assert dumps(again) == dumps(cambodia)


def test_nothing_said_on_its_questions_is_lost_by_taking_it_off(
    library: Library, cambodia: Assessment
) -> None:
    asked = put(cambodia, overlay(), library).record(effect("spectrum-for-all", "minor"))
    with pytest.raises(AssessError, match="Spectrum for all; take that back first"):
        put(asked, None, library)


def test_a_move_to_another_version_leaves_it_behind_and_loses_nothing(
    library: Library, cambodia: Assessment
) -> None:
    asked = cambodia.replace(overlay=overlay()).record(effect("spectrum-for-all", "minor"))
    plan = migration.plan(asked, migration.way(asked, "1.1.0", library))
    after = migration.move(asked, plan)
    assert after.overlay is None
    fates = {each.name: each for each in plan.fates if each.what == "answer"}
    assert fates["Spectrum for all"].why == ("overlay-gone",)
    assert "overlay" in fates["Privacy"].why
    assert "Spectrum for all" in [each.name for each in after.archived]
    again = loads(dumps(after).encode(), library)
    assert dumps(migration.back(again)) == dumps(asked)


def test_data_that_names_the_framework_says_who_changed_it(
    library: Library, cambodia: Assessment, tmp_path: Path
) -> None:
    asked = cambodia.replace(overlay=overlay())
    framework = library.framework_of(asked)
    opened = Opened(asked, framework, library)
    told = described(opened, ("d1", "a1"), linked.KINDS[0], "en").decode()
    assert f"What is asked was changed by {BY}" in told
    first = asked.drafts[0]
    second = type(first)(**{**dict(first), "id": "d2", "based_on": "d1"})
    two = asked.replace(drafts=(first, second))
    found = document(compare(framework, options(two, "a1")))
    assert found["overlay"] == overlay().ref.model_dump()


def test_no_case_is_made_of_answers_to_other_words(library: Library, cambodia: Assessment) -> None:
    asked = put(cambodia, overlay(), library)
    told = [str(each) for each in casefile.problems(asked, asked.contribution, library)]
    assert any("A made-up chapter changed what was asked, and a case is read" in e for e in told)
    assert any("privacy was answered to an earlier wording; say first whether" in e for e in told)
    plain = [str(each) for each in casefile.problems(cambodia, cambodia.contribution, library)]
    assert not any("wording" in each or "overlay" in each for each in plain)
