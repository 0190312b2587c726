"""What axe-core finds on a page as it stands, in every frame, by every rule it has."""

from __future__ import annotations

from functools import cache
from pathlib import Path

import axe_playwright_python
from playwright.sync_api import Page

# A violation that only Streamlit can mend: (rule, part of the element's HTML, why).
NOT_OURS: tuple[tuple[str, str, str], ...] = ()


@cache
def _axe() -> str:
    return (Path(axe_playwright_python.__file__).parent / "axe.min.js").read_text("utf-8")


def violations(page: Page) -> list[str]:
    """One line for each element that breaks a rule."""
    found = []
    for frame in page.frames:
        frame.evaluate(_axe())
        result = frame.evaluate("axe.run(document, {resultTypes: ['violations'], iframes: false})")
        for rule in result["violations"]:
            found += [
                f"{rule['id']}: {node['html'][:200]} {node['failureSummary'][:300]}"
                for node in rule["nodes"]
                if not _known(rule["id"], node["html"])
            ]
    return found


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
