"""An assessment is published for whoever has the link, read by one of them, and withdrawn."""

from __future__ import annotations

import re

from tests.e2e.conftest import Visitor
from tests.e2e.server import Server
from tests.e2e.visit import Visit
from tests.e2e.walk import cambodia

TITLE = "Sub-Decree on the Establishment of the National Internet Gateway"


def kept(server: Server) -> list[bytes]:
    """The database and its log."""
    folder = server.database_file.parent
    names = (server.database_file.name, f"{server.database_file.name}-wal")
    return [(folder / name).read_bytes() for name in names]


def publish_by_link(owner: Visit) -> str:
    """Publishes what the page offers; the address it then shows."""
    owner.choose("Who may read it?", "Whoever has the link")
    frame = owner.page.frame_locator("iframe")
    frame.get_by_role("heading", level=1, name=TITLE).wait_for()
    frame.get_by_role("link", name="What follows").click()
    assert frame.get_by_role("heading", level=1, name=TITLE).count() == 1, "the app came instead"
    with owner.run():
        owner.page.get_by_text("I have read the page").click()
    owner.press("Publish this page")
    return owner.main.locator(".assess-address code").inner_text()


def test_a_page_is_published_by_link_read_without_scripts_and_withdrawn(
    server: Server, visit: Visitor
) -> None:
    owner = visit()
    token = server.keep(cambodia())
    owner.go(f"/publish?a={token}")
    address = publish_by_link(owner)
    assert re.fullmatch(rf"{server.address}/s/[0-9a-f]{{32}}", address)

    reader = visit(java_script_enabled=False)
    before = kept(server)
    answer = reader.page.goto(address)
    assert answer
    assert answer.status == 200
    assert reader.page.get_by_role("heading", level=1).inner_text() == TITLE
    assert [each.url for each in reader.requests] == [address], "the page asked for something else"
    reader.page.get_by_role("link", name="Data of this snapshot (JSON)").click()
    assert [each.url for each in reader.requests if "referer" in each.all_headers()] == []
    assert kept(server) == before, "reading wrote something"

    owner.page.get_by_text("Withdraw this page").click()
    owner.press("Withdraw it for good")
    answer = reader.page.goto(address)
    assert answer
    assert answer.status == 410
    assert "Its owner withdrew it on" in reader.page.inner_text("main")
    reader.complaints.clear()
    for secret in (token, address.rpartition("/")[2]):
        assert secret not in server.log
