"""What a walk tells anybody: nothing to other hosts, nothing to the log, nothing by the way."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from playwright.sync_api import Response

from tests.e2e.conftest import Visitor
from tests.e2e.server import Server
from tests.e2e.walk import CAMBODIA, DOWNLOADS, Walk

HEADERS = {
    "content-security-policy": "default-src 'self'",
    "x-content-type-options": "nosniff",
    "referrer-policy": "no-referrer",
    "cross-origin-opener-policy": "same-origin",
    "permissions-policy": "camera=()",
}
CALLS = {"document", "fetch", "xhr"}
WRITTEN = ("Zanzibar gateway bill", "A secret plan nobody may read", "Because of Quagga")


def test_a_walk_is_seen_by_nobody_else(server: Server, visit: Visitor, tmp_path: Path) -> None:
    reader = visit(cold=True)  # every script is asked for
    walk = Walk(reader)
    answers: list[Response] = []
    reader.page.on("response", lambda answer: answers.append(answer))

    walk.start()
    reader.write("Title of the proposal", WRITTEN[0])
    reader.write("What does it want to achieve?", WRITTEN[1])
    reader.go(f"/tasks?a={reader.token}")
    reader.go(f"/judge?a={reader.token}&node=integrity")
    reader.choose("What would the proposal do to it?", "No effect")
    reader.write("Why? Say how it comes about, step by step", WRITTEN[2])
    reader.follow("Back to the task list")
    reader.follow("See the findings so far")
    reader.go(f"/case?id={CAMBODIA}&a={reader.token}")
    reader.go(f"/brief?a={reader.token}")
    for name in DOWNLOADS.values():
        reader.download(name, tmp_path)
    token = reader.token

    bare = [
        (answer.url, name)
        for answer in answers
        if answer.url.startswith(reader.address)
        for name, value in HEADERS.items()
        if value not in answer.headers.get(name, "")
    ]
    assert bare == []
    assert len(answers) > 50
    pages_and_calls = [each for each in reader.requests if each.resource_type in CALLS]
    assert len(pages_and_calls) > 20
    assert [each.url for each in pages_and_calls if "referer" in each.all_headers()] == []
    assert [said for said in (token, *WRITTEN) if said in server.log] == []


def test_the_kept_token_is_out_of_reach_of_scripts(visit: Visitor) -> None:
    reader = visit()
    Walk(reader).start()
    token = reader.token
    reader.page.reload()
    reader.settle()
    (cookie,) = (each for each in reader.context.cookies() if each["name"] == "assess_resume")
    assert cookie["value"] == token
    assert cookie["httpOnly"] is True
    assert cookie["sameSite"] == "Lax"
    assert token not in reader.page.evaluate("document.cookie")


def test_another_visit_on_this_computer_can_go_on_where_it_left_off(visit: Visitor) -> None:
    reader = visit()
    Walk(reader).start()
    token = reader.token
    reader.write("Title of the proposal", "Left off here")
    reader.go(f"/proposal?a={token}")
    reader.go("/")
    reader.follow("Go on where you left off")
    reader.heading("Task list")
    assert reader.token == token


@pytest.mark.parametrize("path", ["/", "/proposal?a=AAAAAAAAAAAAAAAAAAAAAA", "/nowhere"])
def test_links_to_other_sites_give_no_referrer(path: str, visit: Visitor) -> None:
    reader = visit()
    answer = reader.page.goto(f"{reader.address}{path}")
    assert answer
    assert answer.headers["referrer-policy"] == "no-referrer"
    assert re.search("(^|; )default-src 'self'", answer.headers["content-security-policy"])
    reader.complaints.clear()
