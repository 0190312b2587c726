"""The picture in a real browser: mouse, keyboard, names, focus, phone, and what axe finds."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, Page, expect

from tests.ui.browser import Server, browsing, serving, settle

MADE = """
from dataclasses import replace
import streamlit as st
from assess.picture import GraphPicture, LinkLine, Mark, NodeBox
from assess.text import words
from assess.ui.parts.graph_view import graph_view

st.set_page_config(page_title="Picture", layout="wide")
box = NodeBox("routes", "CP3", ("Routing & <b>",), 10, 20, 220, 67, 0, (Mark("▼▼▼", "major harm"),),
              "harm-3", "It leads to 1 other.")
names = replace(box, id="names", code="CP4", label_lines=("Identifiers",), y=160, tone="none",
                marks=(Mark("–", "no effect"),))
reach = replace(box, id="reach", code="E4", label_lines=("Reach",), x=700, y=150, layer=1,
                tone="unknown", marks=(Mark("?", "not known"),))
link = LinkLine("routes", "reach", ((230, 53), (700, 183)), "strong", "harm-3", True)
wide = GraphPicture((box, names, reach), (link,), 940, 260, "What follows", "Left to right.")
narrow = replace(wide, nodes=(box, replace(names, y=120), replace(reach, x=10, y=220)),
                 links=(replace(link, points=((120, 87), (120, 220))),), width=300, height=300,
                 title="What follows, top to bottom")
st.title("Findings")
was = st.query_params.get("node")
now = graph_view(wide, words("en"), selected=was, key="picture", narrow=narrow)
if st.button("Pick reach elsewhere"):
    now = "reach"
if now != was:
    st.query_params.from_dict({"node": now} if now else {})
st.text(f"Chosen: {now}")
"""


@pytest.fixture(scope="module")
def server(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Server]:
    with serving(tmp_path_factory.mktemp("picture"), MADE) as server:
        yield server


@pytest.fixture(scope="module")
def browser() -> Iterator[Browser]:
    with browsing() as browser:
        yield browser


@dataclass
class Visit:
    page: Page
    elsewhere: list[str] = field(default_factory=list)
    complaints: list[str] = field(default_factory=list)

    def press(self, *keys: str) -> str:
        """Presses keys and gives the code of the box that has the focus."""
        for key in keys:
            self.page.keyboard.press(key)
        name = self.page.evaluate(
            "() => { let a = document.activeElement;"
            " while (a.shadowRoot?.activeElement) a = a.shadowRoot.activeElement;"
            " return a.getAttribute('aria-label') ?? ''; }"
        )
        return str(name).partition(" ")[0]

    def box(self, code: str) -> str:
        found = self.page.get_by_role("button", name=code).get_attribute("aria-pressed")
        return str(found)

    def chosen(self, node: str | None) -> None:
        expect(self.page.get_by_text(f"Chosen: {node}")).to_be_visible()


def visit(browser: Browser, server: Server, dark: bool = False, width: int = 1280) -> Visit:
    context = browser.new_context(
        viewport={"width": width, "height": 800}, color_scheme="dark" if dark else "light"
    )
    seen = Visit(context.new_page())
    seen.page.on(
        "request",
        lambda r: (
            r.url.startswith(("data:", "blob:", server.address)) or seen.elsewhere.append(r.url)
        ),
    )
    seen.page.on("console", lambda m: m.type == "error" and seen.complaints.append(m.text))
    seen.page.on("pageerror", lambda error: seen.complaints.append(str(error)))
    seen.page.goto(server.address)
    settle(seen.page)
    return seen


def test_a_click_chooses_a_box_and_a_second_click_lets_it_go(
    browser: Browser, server: Server
) -> None:
    seen = visit(browser, server)
    seen.page.get_by_role("button", name="E4").click()
    seen.chosen("reach")
    assert "node=reach" in seen.page.url
    assert (seen.box("E4"), seen.box("CP3")) == ("true", "false")
    seen.page.get_by_role("button", name="E4").click()
    seen.chosen(None)
    assert seen.box("E4") == "false"


def test_the_keyboard_alone_walks_and_chooses(browser: Browser, server: Server) -> None:
    seen = visit(browser, server)
    seen.page.locator("h1").click()
    assert seen.press("Tab", "Tab") == "CP3"
    assert seen.press("ArrowDown") == "CP4"
    assert seen.press("ArrowUp", "ArrowRight") == "E4"
    assert seen.press("ArrowRight") == "E4"
    assert seen.press("Home") == "CP3"
    assert seen.press("End") == "E4"
    assert seen.press("Enter") == "E4"
    seen.chosen("reach")
    assert seen.press("ArrowLeft") == "CP3", "the focus stays in the picture after a run"
    assert seen.press("Space") == "CP3"
    seen.chosen("routes")
    assert (seen.box("CP3"), seen.box("E4")) == ("true", "false")


def test_one_press_of_tab_leads_past_the_picture(browser: Browser, server: Server) -> None:
    seen = visit(browser, server)
    seen.page.get_by_role("button", name="CP4").focus()
    assert seen.press("Tab") == ""
    assert seen.page.get_by_role("button", name="Pick reach elsewhere").evaluate(
        "b => b === document.activeElement"
    )


def test_a_choice_made_elsewhere_on_the_page_shows_in_the_picture(
    browser: Browser, server: Server
) -> None:
    seen = visit(browser, server)
    seen.page.get_by_role("button", name="CP3").click()
    seen.chosen("routes")
    seen.page.get_by_role("button", name="Pick reach elsewhere").click()
    seen.chosen("reach")
    seen.page.keyboard.press("Enter")
    expect(seen.page.get_by_role("button", name="E4")).to_have_attribute("aria-pressed", "true")
    assert seen.box("CP3") == "false"


def test_a_box_is_named_by_the_words_it_shows(browser: Browser, server: Server) -> None:
    seen = visit(browser, server)
    box = seen.page.get_by_role("button", name="CP3")
    assert box.get_attribute("aria-label") == ("CP3 Routing & <b> major harm. It leads to 1 other.")
    assert box.locator("text").all_text_contents() == ["CP3", "Routing & <b>", "▼▼▼ major harm"]


def test_a_phone_gets_the_narrow_picture_without_scrolling_sideways(
    browser: Browser, server: Server
) -> None:
    seen = visit(browser, server, width=390)
    expect(seen.page.get_by_role("group", name="What follows, top to bottom")).to_be_visible()
    assert seen.page.evaluate("document.documentElement.scrollWidth <= innerWidth")
    seen.page.set_viewport_size({"width": 1280, "height": 800})
    expect(seen.page.get_by_role("group", name="What follows", exact=True)).to_be_visible()


@pytest.mark.parametrize("dark", [False, True])
@pytest.mark.parametrize("width", [1280, 390])
def test_axe_finds_nothing_and_nothing_is_asked_of_others(
    browser: Browser, server: Server, dark: bool, width: int
) -> None:
    seen = visit(browser, server, dark, width)
    seen.page.get_by_role("button", name="CP3").click()
    seen.chosen("routes")
    found = Axe().run(seen.page)
    assert found.response["violations"] == [], found.generate_report()
    assert seen.elsewhere == []
    assert seen.complaints == []
