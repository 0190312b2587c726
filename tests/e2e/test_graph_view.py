"""The picture in a real browser: mouse, keyboard, names, focus, phone, and what axe finds."""

from __future__ import annotations

import pytest
from playwright.sync_api import expect

from tests.e2e.accessibility import PHONE, looked_at
from tests.e2e.conftest import Starter, Visitor
from tests.e2e.server import Server, with_made_page
from tests.e2e.tabs import DESK
from tests.e2e.visit import Visit

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
def server(starting: Starter, tmp_path_factory: pytest.TempPathFactory) -> Server:
    return starting(checkout=with_made_page(tmp_path_factory.mktemp("picture"), MADE))


@pytest.fixture
def reader(visit: Visitor) -> Visit:
    reader = visit()
    reader.go("/")
    return reader


def press(reader: Visit, *keys: str) -> str:
    """Presses keys and gives the code of the box that has the focus."""
    for key in keys:
        reader.page.keyboard.press(key)
    name = reader.page.evaluate(
        "() => { let a = document.activeElement;"
        " while (a.shadowRoot?.activeElement) a = a.shadowRoot.activeElement;"
        " return a.getAttribute('aria-label') ?? ''; }"
    )
    return str(name).partition(" ")[0]


def pressed(reader: Visit, code: str) -> str | None:
    return reader.page.get_by_role("button", name=code).get_attribute("aria-pressed")


def chosen(reader: Visit, node: str | None) -> None:
    expect(reader.page.get_by_text(f"Chosen: {node}")).to_be_visible()


def test_a_click_chooses_a_box_and_a_second_click_lets_it_go(reader: Visit) -> None:
    reader.page.get_by_role("button", name="E4").click()
    chosen(reader, "reach")
    assert "node=reach" in reader.page.url
    assert (pressed(reader, "E4"), pressed(reader, "CP3")) == ("true", "false")
    reader.page.get_by_role("button", name="E4").click()
    chosen(reader, None)
    assert pressed(reader, "E4") == "false"


def test_the_keyboard_alone_walks_and_chooses(reader: Visit) -> None:
    reader.page.locator("h1").click()
    assert press(reader, "Tab", "Tab") == "CP3"
    assert press(reader, "ArrowDown") == "CP4"
    assert press(reader, "ArrowUp", "ArrowRight") == "E4"
    assert press(reader, "ArrowRight") == "E4"
    assert press(reader, "Home") == "CP3"
    assert press(reader, "End") == "E4"
    assert press(reader, "Enter") == "E4"
    chosen(reader, "reach")
    assert press(reader, "ArrowLeft") == "CP3", "the focus stays in the picture after a run"
    assert press(reader, "Space") == "CP3"
    chosen(reader, "routes")
    assert (pressed(reader, "CP3"), pressed(reader, "E4")) == ("true", "false")


def test_one_press_of_tab_leads_past_the_picture(reader: Visit) -> None:
    reader.page.get_by_role("button", name="CP4").focus()
    assert press(reader, "Tab") == ""
    assert reader.page.get_by_role("button", name="Pick reach elsewhere").evaluate(
        "b => b === document.activeElement"
    )


def test_a_choice_made_elsewhere_on_the_page_shows_in_the_picture(reader: Visit) -> None:
    reader.page.get_by_role("button", name="CP3").click()
    chosen(reader, "routes")
    reader.page.get_by_role("button", name="Pick reach elsewhere").click()
    chosen(reader, "reach")
    reader.page.keyboard.press("Enter")
    expect(reader.page.get_by_role("button", name="E4")).to_have_attribute("aria-pressed", "true")
    assert pressed(reader, "CP3") == "false"


def test_a_box_is_named_by_the_words_it_shows(reader: Visit) -> None:
    box = reader.page.get_by_role("button", name="CP3")
    assert box.get_attribute("aria-label") == ("CP3 Routing & <b> major harm. It leads to 1 other.")
    assert box.locator("text").all_text_contents() == ["CP3", "Routing & <b>", "▼▼▼ major harm"]


def test_a_phone_gets_the_narrow_picture_and_a_desk_the_wide_one(visit: Visitor) -> None:
    reader = visit(viewport=PHONE)
    reader.go("/")
    expect(reader.page.get_by_role("group", name="What follows, top to bottom")).to_be_visible()
    reader.page.set_viewport_size(DESK)
    expect(reader.page.get_by_role("group", name="What follows", exact=True)).to_be_visible()


def test_axe_finds_nothing_light_or_dark_wide_or_narrow(reader: Visit) -> None:
    reader.page.get_by_role("button", name="CP3").click()
    chosen(reader, "routes")
    assert looked_at(reader) == []
