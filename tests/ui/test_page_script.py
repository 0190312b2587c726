"""What the browser script does beside Streamlit: keeps typed text, announces, leaves keys alone."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, expect

from tests.ui.browser import Server, browsing, serving, settle

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
def browser() -> Iterator[Browser]:
    with browsing() as browser:
        yield browser


@pytest.fixture(scope="module")
def server(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Server]:
    with serving(tmp_path_factory.mktemp("script"), MADE) as server:
        yield server


@pytest.fixture
def page(browser: Browser, server: Server) -> Iterator[Page]:
    for name in ("kept.txt", "full"):
        (server.folder / name).unlink(missing_ok=True)
    context = browser.new_context()
    page = context.new_page()
    page.goto(f"{server.address}/?a={TOKEN}")
    settle(page)
    yield page
    context.close()


def kept(server: Server) -> str:
    path: Path = server.folder / "kept.txt"
    return path.read_text("utf-8") if path.exists() else ""


def write(page: Page, text: str) -> None:
    page.get_by_label("Why").click()
    page.keyboard.press("End")
    page.keyboard.type(text)


@contextmanager
def away(server: Server) -> Iterator[None]:
    server.kill()
    yield
    server.start()


def until_saved(page: Page, server: Server, text: str) -> None:
    """Waits until the text is in the store and the tab holds nothing back."""
    for _moment in range(100):
        if kept(server) == text and waiting(page) == 0:
            return
        page.wait_for_timeout(100)
    raise AssertionError(f"kept {kept(server)!r}, {waiting(page)} texts still in the tab")


def waiting(page: Page) -> int:
    """How many texts the tab still holds because they are not known to be saved."""
    return int(
        page.evaluate("Object.keys(sessionStorage).filter(k => k.startsWith('assess:')).length")
    )


def test_text_is_saved_while_one_writes_and_the_caret_stays(page: Page, server: Server) -> None:
    write(page, "Routes change")
    page.keyboard.press("Home")
    expect(page.get_by_text("Runs: 2")).to_be_visible()
    until_saved(page, server, "Routes change")
    expect(page.get_by_label("Why")).to_be_focused()
    assert page.evaluate("document.activeElement.selectionStart") == 0


def test_text_typed_just_before_a_reload_comes_back_and_is_saved(
    page: Page, server: Server
) -> None:
    write(page, "Half a sen")
    page.reload()
    settle(page)
    expect(page.get_by_label("Why")).to_have_value("Half a sen")
    until_saved(page, server, "Half a sen")


def test_text_typed_when_the_server_is_killed_is_saved_when_it_returns(
    page: Page, server: Server
) -> None:
    write(page, "Before the fall")
    with away(server):
        page.wait_for_timeout(1500)
        assert kept(server) == ""
    settle(page)
    until_saved(page, server, "Before the fall")
    expect(page.get_by_label("Why")).to_have_value("Before the fall")


def test_text_the_store_refused_stays_in_the_tab(page: Page, server: Server) -> None:
    (server.folder / "full").touch()
    write(page, "No room")
    expect(page.get_by_text("Not saved.", exact=True).first).to_be_visible()
    page.wait_for_timeout(500)
    assert (kept(server), waiting(page)) == ("", 1)
    (server.folder / "full").unlink()
    page.reload()
    settle(page)
    until_saved(page, server, "No room")


def test_text_changed_elsewhere_is_not_written_over(page: Page, server: Server) -> None:
    (server.folder / "kept.txt").write_text("Theirs", "utf-8")
    left = f"assess:{TOKEN}:st-key-why"
    page.evaluate(f'sessionStorage.setItem(\'{left}\', \'{{"text": "Mine", "before": ""}}\')')
    page.reload()
    settle(page)
    page.wait_for_timeout(2000)
    expect(page.get_by_label("Why")).to_have_value("Theirs")
    assert kept(server) == "Theirs"


def test_single_letters_are_no_commands(page: Page) -> None:
    page.locator("h1").click()
    page.keyboard.press("r")
    page.keyboard.press("c")
    page.wait_for_timeout(600)
    assert page.get_by_text("Runs: 1").is_visible()
    assert page.get_by_role("dialog").count() == 0
    write(page, "rc")
    expect(page.get_by_label("Why")).to_have_value("rc")


def test_the_page_says_its_language_and_what_was_saved(page: Page) -> None:
    assert page.evaluate("[document.documentElement.lang, document.documentElement.dir]") == [
        "ar",
        "rtl",
    ]
    write(page, "x")
    expect(page.get_by_role("status")).to_have_text("Saved, 2.")


def test_the_next_question_takes_the_focus(page: Page) -> None:
    page.get_by_role("button", name="Go on").click()
    expect(page.get_by_role("heading", name="Question 2")).to_be_focused()


def test_a_token_made_on_the_page_reaches_the_cookie(page: Page) -> None:
    with page.expect_response(lambda answer: answer.request.method == "HEAD"):
        page.get_by_role("button", name="Begin").click()
    (cookie,) = (one for one in page.context.cookies() if one["name"] == "assess_resume")
    assert (cookie["value"], cookie["httpOnly"], cookie["sameSite"]) == (
        "B" * 21 + "A",
        True,
        "Lax",
    )
