"""In a language written from right to left: turned round, and no English of ours left."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Frame

from tests.e2e.accessibility import scrolls_sideways
from tests.e2e.catalogue import MARK, data_of, marked_arabic
from tests.e2e.conftest import Starter, Visitor
from tests.e2e.server import Server, copy_of_checkout
from tests.e2e.walk import CAMBODIA, cambodia

# Text that can be seen or is read aloud, in order, shadow trees included.
SEEN = """
() => {
  const found = [];
  const walk = (root) => {
    for (const node of root.childNodes) {
      if (node.tagName === "text" && node.querySelector("tspan")) {
        found.push("line: " + [...node.children].map(line => line.textContent).join(" "));
        continue;
      }
      const line = node.parentElement?.closest("svg text") ? "line: " : "";
      if (node.nodeType === Node.TEXT_NODE) found.push(line + node.textContent);
      if (node.nodeType !== Node.ELEMENT_NODE) continue;
      if (["SCRIPT", "STYLE", "TEMPLATE", "NOSCRIPT", "IFRAME"].includes(node.tagName)) continue;
      if (!node.checkVisibility()) continue;
      if (node.closest("[data-testid$=Icon], [translate=no]")) continue;
      for (const name of ["aria-label", "placeholder", "alt", "title"]) {
        if (node.getAttribute(name)) found.push(node.getAttribute(name));
      }
      if (node.shadowRoot) walk(node.shadowRoot);
      walk(node);
    }
  };
  walk(document.body);
  return found;
}
"""
LINE = "line: "
URL, RFC = re.compile(r"https://\S+"), re.compile(r"\bRFC \d+")
# What Streamlit says by itself, in English only.
STREAMLIT = re.compile(
    r"^(Skip to main content|Main menu|App pages|Choose date|Open|Clear all|Clear|Upload"
    r"|Limit .*|Browse files|Drag and drop.*|Selected values|Remove .*|yyyy|mm|dd|Main content"
    r"|Collapse|Expand|Press .* to apply|keyboard_arrow_\w+|help|Notifications?.*"
    r"|file upload|\d+MB per file|• [A-Z, ]+|Decrement|Increment)$"
)
PAGES = (
    *("/", "/proposal", "/provisions", "/screening", "/reasons", "/interventions", "/tasks"),
    *(
        "/check",
        "/judge?node=privacy",
        "/judge?node=integrity",
        "/judge?node=common-global-identifiers",
    ),
    *(
        "/findings",
        "/sure",
        "/drafts",
        "/assessors",
        "/advice",
        "/brief",
        "/publish",
        "/contribute",
    ),
    *("/cases", f"/case?id={CAMBODIA}", "/framework", "/method", "/about"),
)


@pytest.fixture(scope="module")
def checkout(tmp_path_factory: pytest.TempPathFactory) -> Path:
    made = copy_of_checkout(tmp_path_factory.mktemp("checkout"))
    marked_arabic(made)
    return made


@pytest.fixture(scope="module")
def server(checkout: Path, starting: Starter) -> Server:
    return starting(checkout=checkout)


@pytest.fixture(scope="module")
def token(server: Server) -> str:
    return server.keep(cambodia())


@pytest.fixture(scope="module")
def ours(checkout: Path) -> Callable[[Frame], Iterator[str]]:
    """Words on a page that are English and of our own making."""
    law = [each for draft in cambodia().drafts for each in draft.provisions]
    data = [*data_of(checkout), *(each.id for each in law)]
    texts = [" ".join(text.split()) for each in law for text in (each.heading, each.text)]

    def english(frame: Frame) -> Iterator[str]:
        for text in dict.fromkeys(" ".join(said.split()) for said in frame.evaluate(SEEN)):
            if text.startswith(LINE) and any(text.removeprefix(LINE) in said for said in data):
                continue  # a name broken over the lines of a picture
            if any(text in law for law in texts):
                continue  # a law broken by the words marked in it
            rest = URL.sub(" ", text.removeprefix(LINE))
            if MARK not in text and not STREAMLIT.match(text):
                for said in data:
                    rest = rest.replace(said, " ") if said in rest else rest
                if re.search(r"[A-Za-z]{2}", RFC.sub(" ", rest)):
                    yield text

    return english


@pytest.mark.parametrize("path", PAGES)
def test_the_page_is_turned_round_and_all_words_are_translated(
    path: str, visit: Visitor, token: str, ours: Callable[[Frame], Iterator[str]]
) -> None:
    reader = visit(locale="ar")
    reader.go(f"{path}{'&' if '?' in path else '?'}a={token}&lang=ar")
    root = reader.page.locator("html")
    assert (root.get_attribute("dir"), root.get_attribute("lang")) == ("rtl", "ar")
    heading = reader.page.locator("h1").first
    assert heading.evaluate("h => getComputedStyle(h).direction") == "rtl"
    reader.open_all()
    assert [said for frame in reader.page.frames for said in ours(frame)] == []
    for width in (1280, 390):
        reader.page.set_viewport_size({"width": width, "height": 900})
        reader.page.wait_for_timeout(200)
        assert not scrolls_sideways(reader.page), f"scrolls sideways at {width} px"
