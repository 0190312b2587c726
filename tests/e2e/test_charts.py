"""Pictures in a real browser: drawn under our policy, whole, in each theme, only where asked."""

from __future__ import annotations

import pytest

from assess.library import Library
from assess.store import Store, new_token
from tests.e2e.accessibility import scrolls_sideways, violations
from tests.e2e.conftest import Visitor
from tests.e2e.server import Server
from tests.e2e.visit import Visit
from tests.e2e.walk import CAMBODIA

VEGA = "/static/js/embed."
BOXES = """
[...document.querySelectorAll(":is([class*=st-key-chart-wide-], [class*=st-key-chart-narrow-])")]
  .filter(box => box.checkVisibility())
"""
DRAWN = f"() => {BOXES}.every(box => box.querySelector('svg.marks text'))"
# Of each picture that is seen: which drawing it is, what it is called, and words over its edge.
SEEN = f"""
() => {BOXES}.map(box => {{
  const picture = box.querySelector("svg.marks");
  const texts = [...picture.querySelectorAll("text")];
  const room = picture.getBoundingClientRect();
  const out = text => {{
    const place = text.getBoundingClientRect();
    return place.left < room.left - 1 || place.right > room.right + 1;
  }};
  return {{
    narrow: box.className.includes("narrow"),
    role: picture.parentElement.getAttribute("role"),
    name: picture.parentElement.getAttribute("aria-label"),
    spoken: picture.querySelectorAll("[aria-label]").length,
    words: texts.length,
    cut: texts.filter(out).map(text => text.textContent),
    ink: getComputedStyle(texts[0]).fill,
  }};
}})
"""


@pytest.fixture(scope="module")
def token(server: Server) -> str:
    made, store = new_token(), Store(server.database)
    store.create(made, Library().case(CAMBODIA).assessment())
    store.close()
    return made


def pictures(reader: Visit) -> list[dict]:
    reader.page.wait_for_selector("svg.marks >> visible=true")
    reader.page.wait_for_function(DRAWN)
    return reader.page.evaluate(SEEN)


def test_pictures_are_drawn_whole_in_every_size_and_theme(visit: Visitor, token: str) -> None:
    reader = visit()
    reader.go("/about")
    assert not any(VEGA in request.url for request in reader.requests)
    reader.go(f"/findings?a={token}")
    inks = set()
    for width in (1280, 390):
        reader.page.set_viewport_size({"width": width, "height": 900})
        for scheme in ("light", "dark"):
            reader.page.emulate_media(color_scheme=scheme)
            reader.settle()
            seen = pictures(reader)
            assert {picture["narrow"] for picture in seen} == {width == 390}
            assert {picture["role"] for picture in seen} == {"graphics-document"}
            assert (
                seen[0]["name"]
                == "The chance of each level of harm. The table below says the same."
            )
            assert {picture["spoken"] for picture in seen} == {0}, "the table is read instead"
            assert min(picture["words"] for picture in seen) > 10
            assert [picture["cut"] for picture in seen if picture["cut"]] == []
            assert not scrolls_sideways(reader.page)
            inks |= {picture["ink"] for picture in seen}
    assert len(inks) == 2, "dark words on a light page, light ones on a dark page"
    assert any(VEGA in request.url for request in reader.requests)


def test_a_picture_has_its_table_and_is_printed_once(visit: Visitor, token: str) -> None:
    reader = visit()
    reader.go(f"/findings?a={token}")
    seen = pictures(reader)
    reader.main.get_by_text("The same as a table").first.click()
    table = reader.main.get_by_role("region", name="The chance of each level of harm")
    assert table.get_by_role("rowheader").count() == 19
    assert "likely (76%; range 72–79%)" in table.inner_text()
    assert violations(reader.page) == []
    reader.page.emulate_media(media="print")
    assert pictures(reader) == seen
