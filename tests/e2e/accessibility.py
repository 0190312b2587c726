"""What axe-core finds on a page as it stands, in every frame, by every rule it has."""

from __future__ import annotations

from functools import cache
from pathlib import Path
from typing import Literal

import axe_playwright_python
from playwright.sync_api import Page, ViewportSize

from tests.e2e.tabs import DESK
from tests.e2e.visit import Visit

Scheme = Literal["light", "dark"]
Ways = tuple[tuple[ViewportSize, Scheme], ...]
PHONE: ViewportSize = {"width": 390, "height": 844}
WAYS: Ways = (
    *((DESK, "light"), (DESK, "dark")),
    *((PHONE, "dark"), (PHONE, "light")),  # in this order little has to be drawn anew
)
# Both sizes and both schemes, in half the time: no colour depends on the size.
TWO_WAYS = (WAYS[0], WAYS[2])
# Whether the page has the brightness of a colour scheme.
PAINTED = """
(scheme) => {
  const page = document.querySelector("[data-testid=stApp]") ?? document.body;
  const [red] = getComputedStyle(page).backgroundColor.match(/\\d+/g);
  return (red < 128) === (scheme === "dark");
}
"""
TIMES = 10  # a fault is looked at before it is one
# A violation that only Streamlit can mend: (rule, part of the element's HTML, why).
NOT_OURS: tuple[tuple[str, str, str], ...] = ()
# Colours are half of the work. All other rules see nothing but this: the elements, which of them
# show and which scroll. Where it was seen before, only the colours are new.
COLOURS = ["color-contrast", "link-in-text-block"]
SHAPE = """
() => {
  const PAINT = ["class", "style", "color", "fill", "stroke"];
  const found = [];
  const walk = (root) => {
    for (const each of root.querySelectorAll("*")) {
      const said = [...each.attributes].filter(({ name }) => !PAINT.includes(name))
        .map(({ name, value }) => `${name}=${value}`);
      const text = [...each.childNodes].filter((one) => one.nodeType === Node.TEXT_NODE)
        .map((one) => one.data);
      const scrolls = each.scrollWidth > each.clientWidth || each.scrollHeight > each.clientHeight;
      found.push([each.tagName, ...said, ...text, each.checkVisibility(), scrolls].join("\\n"));
      if (each.shadowRoot) walk(each.shadowRoot);
    }
  };
  walk(document);
  return found.join("\\n\\n");
}
"""
NO_SCRIPTS = "allow-same-origin"
WITH_SCRIPTS = """
(frame) => new Promise((done) => {
  frame.sandbox.add("allow-scripts");
  frame.addEventListener("load", done, { once: true });
  frame.srcdoc += " ";
})
"""
RUN = """
({ only, off }) => axe.run(document, {
  resultTypes: ["violations"], iframes: false, ...(only && { runOnly: only }),
  rules: Object.fromEntries(off.map((rule) => [rule, { enabled: false }])),
})
"""


@cache
def _axe() -> str:
    return (Path(axe_playwright_python.__file__).parent / "axe.min.js").read_text("utf-8")


def violations(page: Page, seen: set[str] | None = None, *, colours: bool = True) -> list[str]:
    """One line for each element that breaks a rule; shapes looked at are added to those seen.

    colours: whether to look at them too; not where other pages of the same style were looked at.
    """
    seen, found = set() if seen is None else seen, []
    _let_scripts_run(page)
    for frame in page.frames:
        if not frame.evaluate("'axe' in window"):
            frame.evaluate(_axe())
        shape = frame.evaluate(SHAPE)
        only = COLOURS if shape in seen else None
        result = frame.evaluate(RUN, {"only": only, "off": [] if colours else COLOURS})
        seen.add(shape)
        for rule in result["violations"]:
            found += [
                f"{rule['id']}: {node['html'][:200]} {node['failureSummary'][:300]}"
                for node in rule["nodes"]
                if not _known(rule["id"], node["html"])
            ]
    return found


def _let_scripts_run(page: Page) -> None:
    """axe is a script, and a preview runs none: it is shown once more, where they run."""
    for element in (frame.frame_element() for frame in page.frames[1:]):
        if element.get_attribute("sandbox") == NO_SCRIPTS:
            element.evaluate(WITH_SCRIPTS)


def _known(rule: str, html: str) -> bool:
    return any(rule == known and part in html for known, part, _why in NOT_OURS)


def scrolls_sideways(page: Page) -> bool:
    """Whether the page itself is wider than the window."""
    return bool(
        page.evaluate(
            "() => [document.documentElement, document.querySelector('[data-testid=stMain]')]"
            ".some(e => e && e.scrollWidth > e.clientWidth + 1)"
        )
    )


def page_faults(page: Page, path: Path, ways: Ways = WAYS) -> list[str]:
    """What is wrong with a plain page, seen in each of these ways."""
    page.goto(path.as_uri())
    wrong: list[str] = []
    seen: set[str] = set()
    for size, scheme in ways:
        page.set_viewport_size(size)
        page.emulate_media(color_scheme=scheme)
        found = violations(page, seen)
        if scrolls_sideways(page):
            found.append("the page scrolls sideways")
        wrong += [f"{size['width']} px, {scheme}: {each}" for each in found]
    return wrong


def _lasting(page: Page, seen: set[str]) -> list[str]:
    """The violations that stay: on a busy machine a part may be late to take its new colours."""
    for _ in range(TIMES):
        shapes = set(seen)
        found = violations(page, shapes)
        if not found:
            break
        page.wait_for_timeout(300)
    seen |= shapes
    return found


def looked_at(reader: Visit) -> list[str]:
    """What is wrong on this screen, wide and light or narrow and dark."""
    wrong: list[str] = []
    seen: set[str] = set()
    for size, scheme in TWO_WAYS:
        reader.page.set_viewport_size(size)
        reader.page.emulate_media(color_scheme=scheme, reduced_motion="reduce")
        reader.page.wait_for_function(PAINTED, arg=scheme)
        reader.page.wait_for_timeout(150)  # for all parts to follow
        found = _lasting(reader.page, seen)
        if scrolls_sideways(reader.page):
            found.append("the page scrolls sideways")
        wrong += [f"{size['width']} px, {scheme}: {each}" for each in found]
    return wrong
