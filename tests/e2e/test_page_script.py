"""What the browser script does beside Streamlit: keeps typed text, announces, leaves keys alone."""

from __future__ import annotations

from pathlib import Path

import pytest
from playwright.sync_api import expect

from tests.e2e.conftest import Starter, Visitor
from tests.e2e.server import Server, with_made_page
from tests.e2e.visit import Visit

TOKEN = "A" * 22
MADE = """
import streamlit as st
from pathlib import Path

KEPT = Path(__file__).parent / "kept.txt"
kept = KEPT.read_text("utf-8") if KEPT.exists() else ""
def full():
    return (Path(__file__).parent / "full").exists()

def save():
    if not full():
        KEPT.write_text(st.session_state.why, "utf-8")

if "why" not in st.session_state:
    st.session_state.why = kept
step = st.query_params.get("step", "1")
runs = st.session_state.runs = st.session_state.get("runs", 0) + 1
st.html('<span hidden data-assess-language="ar" data-assess-direction="rtl"></span>')
st.title(f"Question {step}")
st.text_area("Why", key="why", on_change=save)
st.html('<p data-assess-unsaved data-assess-status="no">Not saved.</p>' if full()
        else f'<p data-assess-status="yes">Saved, {runs}.</p>')
st.text(f"Runs: {runs}")
st.button("Go on", on_click=lambda: st.query_params.update(step="2"))
st.button("Begin", on_click=lambda: st.query_params.update(a="B" * 21 + "A"))
"""


@pytest.fixture(scope="module")
def server(starting: Starter, tmp_path_factory: pytest.TempPathFactory) -> Server:
    return starting(checkout=with_made_page(tmp_path_factory.mktemp("script"), MADE))


@pytest.fixture
def reader(visit: Visitor, server: Server) -> Visit:
    for name in ("kept.txt", "full"):
        (server.checkout / name).unlink(missing_ok=True)
    reader = visit()
    reader.go(f"/?a={TOKEN}")
    return reader


def kept(server: Server) -> str:
    path: Path = server.checkout / "kept.txt"
    return path.read_text("utf-8") if path.exists() else ""


def write(reader: Visit, text: str) -> None:
    reader.field("Why").click()
    reader.page.keyboard.press("End")
    reader.page.keyboard.type(text)


def until_saved(reader: Visit, server: Server, text: str) -> None:
    """Waits until the text is in the store and the tab holds nothing back."""
    for _moment in range(100):
        if kept(server) == text and waiting(reader) == 0:
            return
        reader.page.wait_for_timeout(100)
    raise AssertionError(f"kept {kept(server)!r}, {waiting(reader)} texts still in the tab")


def waiting(reader: Visit) -> int:
    """How many texts the tab still holds because they are not known to be saved."""
    held = "Object.keys(sessionStorage).filter(key => key.startsWith('assess:')).length"
    return int(reader.page.evaluate(held))


def test_text_is_saved_while_one_writes_and_the_caret_stays(reader: Visit, server: Server) -> None:
    write(reader, "Routes change")
    reader.page.keyboard.press("Home")
    expect(reader.page.get_by_text("Runs: 2")).to_be_visible()
    until_saved(reader, server, "Routes change")
    expect(reader.field("Why")).to_be_focused()
    assert reader.page.evaluate("document.activeElement.selectionStart") == 0


def test_text_typed_just_before_a_reload_comes_back_and_is_saved(
    reader: Visit, server: Server
) -> None:
    write(reader, "Half a sen")
    reader.page.reload()
    reader.settle()
    expect(reader.field("Why")).to_have_value("Half a sen")
    until_saved(reader, server, "Half a sen")


def test_text_typed_when_the_server_is_killed_is_saved_when_it_returns(
    reader: Visit, server: Server
) -> None:
    with reader.without_server():
        server.freeze()
        write(reader, "Before the fall")
        server.kill()
        reader.page.wait_for_timeout(1500)  # longer than the rest after which text is handed over
        assert kept(server) == ""
        server.start()
    until_saved(reader, server, "Before the fall")
    expect(reader.field("Why")).to_have_value("Before the fall")


def test_text_the_store_refused_stays_in_the_tab(reader: Visit, server: Server) -> None:
    (server.checkout / "full").touch()
    write(reader, "No room")
    expect(reader.page.get_by_text("Not saved.", exact=True).first).to_be_visible()
    reader.page.wait_for_timeout(500)
    assert (kept(server), waiting(reader)) == ("", 1)
    (server.checkout / "full").unlink()
    reader.page.reload()
    reader.settle()
    until_saved(reader, server, "No room")


def test_text_changed_elsewhere_is_not_written_over(reader: Visit, server: Server) -> None:
    (server.checkout / "kept.txt").write_text("Theirs", "utf-8")
    left = [f"assess:{TOKEN}:st-key-why", '{"text": "Mine", "before": ""}']
    reader.page.evaluate("left => sessionStorage.setItem(...left)", left)
    reader.page.reload()
    reader.settle()
    reader.page.wait_for_timeout(2000)
    expect(reader.field("Why")).to_have_value("Theirs")
    assert kept(server) == "Theirs"


def test_single_letters_are_no_commands(reader: Visit) -> None:
    reader.page.locator("h1").click()
    reader.page.keyboard.press("r")
    reader.page.keyboard.press("c")
    reader.page.wait_for_timeout(600)
    assert reader.page.get_by_text("Runs: 1").is_visible()
    assert reader.page.get_by_role("dialog").count() == 0
    write(reader, "rc")
    expect(reader.field("Why")).to_have_value("rc")


def test_the_page_says_its_language_and_what_was_saved(reader: Visit) -> None:
    root = reader.page.locator("html")
    assert (root.get_attribute("lang"), root.get_attribute("dir")) == ("ar", "rtl")
    write(reader, "x")
    expect(reader.page.get_by_role("status")).to_have_text("Saved, 2.")


def test_the_next_question_takes_the_focus(reader: Visit) -> None:
    reader.page.get_by_role("button", name="Go on").click()
    expect(reader.page.get_by_role("heading", name="Question 2")).to_be_focused()


def test_a_token_made_on_the_page_reaches_the_cookie(reader: Visit) -> None:
    with reader.page.expect_response(lambda answer: answer.request.method == "HEAD"):
        reader.page.get_by_role("button", name="Begin").click()
    (cookie,) = (one for one in reader.context.cookies() if one["name"] == "assess_resume")
    assert (cookie["value"], cookie["httpOnly"], cookie["sameSite"]) == (
        "B" * 21 + "A",
        True,
        "Lax",
    )
