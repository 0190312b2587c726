"""A newer version of the framework, and a chapter's overlay, in a real browser with axe."""

from __future__ import annotations

import shutil

import pytest
from playwright.sync_api import expect

from tests import chapter, following
from tests.e2e.accessibility import looked_at
from tests.e2e.conftest import Starter, Visitor
from tests.e2e.server import Server, copy_of_checkout
from tests.e2e.walk import cambodia


@pytest.fixture(scope="module")
def followed(starting: Starter, tmp_path_factory: pytest.TempPathFactory) -> Server:
    """The app as it will be when version 1.1.0 of its framework is there."""
    made = copy_of_checkout(tmp_path_factory.mktemp("checkout"))
    newer = following.library(tmp_path_factory.mktemp("newer"))
    shutil.copytree(newer / "frameworks", made / "frameworks", dirs_exist_ok=True)
    return starting(checkout=made)


def test_answers_move_to_a_newer_version_and_back(visit: Visitor, followed: Server) -> None:
    token = followed.keep(cambodia())
    reader = visit(followed)
    reader.go(f"/version?a={token}")
    reader.page.get_by_text("Nothing has been changed yet.").wait_for()
    assert looked_at(reader) == []
    reader.press("Move to 1.1.0")
    reader.page.get_by_text("Nothing was changed since the move").wait_for()
    reader.go(f"/judge?a={token}&node=privacy")
    reader.page.get_by_text("Does this answer still hold?").wait_for()
    assert looked_at(reader) == []
    reader.press("It still holds")
    reader.go(f"/version?a={token}")
    back = reader.main.get_by_role("button", name="Go back to 1.0.0", exact=True)
    expect(back).to_be_disabled()
    assert looked_at(reader) == []
    with reader.run():
        reader.page.get_by_text("I have the file, or need none").click()
    reader.press("Go back to 1.0.0")
    reader.page.get_by_role("button", name="Move to 1.1.0").wait_for()
    assert followed.kept(token) == cambodia()


def test_an_overlay_is_brought_used_and_taken_off(visit: Visitor, server: Server) -> None:
    token = server.keep(cambodia())
    reader = visit()
    reader.go(f"/topics?a={token}")
    field = reader.main.locator("input[type=file]")
    wrong = chapter.FILE.replace("[integrity]", "[integrty]")
    for text, said in ((wrong, "This overlay was not used."), (chapter.FILE, "by A made-up")):
        field.set_input_files(
            {"name": "my.yaml", "mimeType": "application/yaml", "buffer": text.encode()}
        )
        reader.page.get_by_text(said).wait_for()
    reader.settle()
    assert looked_at(reader) == []
    reader.press("Use these questions")
    reader.page.get_by_text("What is asked was changed by").wait_for()
    assert server.kept(token).overlay == chapter.overlay()
    reader.press("Take it off")
    reader.page.get_by_text("Bring an overlay (YAML)").wait_for()
    assert server.kept(token).overlay is None
