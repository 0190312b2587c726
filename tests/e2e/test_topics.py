"""Topics and measurements in a real browser, with axe on every screen of theirs."""

from __future__ import annotations

import zipfile
from pathlib import Path

from assess.assessment import FrameworkRef, Topics
from tests.e2e.accessibility import looked_at
from tests.e2e.conftest import Visitor
from tests.e2e.server import Server
from tests.e2e.walk import LIBRARY, cambodia

ROOT = Path(__file__).resolve().parents[2]
PACK = ROOT / "tests" / "evidence" / "data" / "pack"
MEXICO = "2014-mexico-social-indigenous-concessions"


def test_a_topic_is_chosen_and_its_questions_are_asked(visit: Visitor, server: Server) -> None:
    token = server.keep(cambodia())
    reader = visit()
    reader.go(f"/topics?a={token}")
    assert looked_at(reader) == []
    with reader.run():
        reader.page.get_by_text("Routing security", exact=True).click()
    reader.page.get_by_text("✓ Saved.").first.wait_for()
    reader.go(f"/tasks?a={token}")
    reader.page.get_by_text("Topic: Routing security").wait_for()
    reader.go(f"/judge?a={token}&node=route-filtering")
    reader.open_all()
    reader.page.get_by_text("Network operators").first.wait_for()
    assert looked_at(reader) == []


def test_findings_with_a_topic_have_its_criteria_in_the_picture(
    visit: Visitor, server: Server
) -> None:
    token = server.keep(LIBRARY.case(MEXICO).assessment())
    reader = visit()
    reader.go(f"/findings?a={token}")
    reader.main.get_by_role("button", name="CN2").first.wait_for()


def test_a_framework_on_a_topic_is_drawn_and_told(visit: Visitor) -> None:
    reader = visit()
    reader.go("/framework?shown=human-rights-protocol")
    reader.main.get_by_role("heading", name="Human rights in protocols").wait_for()
    assert looked_at(reader) == []


def test_a_framework_being_written_is_shown_with_what_is_wrong(visit: Visitor) -> None:
    reader = visit()
    reader.go("/framework")
    given = (ROOT / "frameworks" / "template.yaml").read_bytes()
    field = reader.main.locator("input[type=file]")
    field.set_input_files({"name": "mine.yaml", "mimeType": "application/yaml", "buffer": given})
    reader.page.get_by_text("Nothing is wrong with it.").wait_for()
    assert looked_at(reader) == []
    wrong = given.replace(b"builds_on:", b"bilds_on:", 1)
    reader.go("/framework")
    reader.main.locator("input[type=file]").set_input_files(
        {"name": "mine.yaml", "mimeType": "application/yaml", "buffer": wrong}
    )
    reader.page.get_by_text("did you mean builds_on").first.wait_for()


def test_a_pack_brought_for_a_visit_stands_beside_the_questions(
    visit: Visitor, server: Server, tmp_path: Path
) -> None:
    """The made-up pack has the country ZZ alone, which no list of countries names: its file is
    brought as Kenya's.
    """
    packed = tmp_path / "pack.zip"
    with zipfile.ZipFile(packed, "w") as made:
        for path in sorted(PACK.glob("*.csv")):
            text = path.read_text("utf-8").replace("ZZZ", "KEN").replace("ZZ", "KE")
            made.writestr(path.name, text)
    proposal = cambodia().proposal.model_copy(update={"country": "KE"})
    topics = Topics((FrameworkRef(id="encryption", version="1.0.0"),))
    token = server.keep(cambodia().replace(proposal=proposal, topics=topics))
    reader = visit()
    reader.go(f"/country?a={token}")
    reader.page.get_by_text("No pack of evidence is on this computer").wait_for()
    reader.page.get_by_text("Bring a pack of evidence").click()
    reader.main.locator("input[type=file]").set_input_files(packed)
    reader.page.get_by_text("From the pack pack.zip").wait_for()
    reader.page.get_by_text("Among its peers").wait_for()
    assert looked_at(reader) == []
    reader.main.get_by_role("link", name="See the frameworks").wait_for()
