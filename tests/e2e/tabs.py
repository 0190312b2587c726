"""Browser tabs that are emptied and used again: a warm one opens a page in a third of the time."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from typing import Any

from playwright.sync_api import Browser, Error, ViewportSize

from tests.e2e.visit import Visit

DESK: ViewportSize = {"width": 1280, "height": 900}


@dataclass
class Tabs:
    """Each is in a context of its own: two tabs are two people."""

    browser: Browser
    idle: dict[str, list[Visit]] = field(default_factory=dict)

    @contextmanager
    def open(self, address: str, cold: bool = False, **settings: Any) -> Iterator[Visit]:
        """A tab that knows nothing; a cold one has no copy of the app's scripts either.

        The settings are those of a browser context.
        """
        viewport = settings.pop("viewport", DESK)
        kept = self.idle.setdefault(repr(sorted(settings.items())), [])
        if cold or not kept:
            visit = Visit(self.browser.new_context(**settings), address)
        else:
            visit = kept.pop()
            visit.begin(address)
        visit.page.set_viewport_size(viewport)
        visit.page.emulate_media(media="null", color_scheme="light", reduced_motion="reduce")
        yield visit
        if _empty(visit):
            kept.append(visit)
        else:
            visit.context.close()


def _empty(visit: Visit) -> bool:
    """Leaves the page and takes away all it kept; whether that could be done."""
    try:
        visit.page.goto(f"{visit.address}/_stcore/health")
        visit.page.evaluate("sessionStorage.clear(); localStorage.clear(); window.name = ''")
        visit.context.clear_cookies()
    except Error:
        return False
    return visit.context.pages == [visit.page]
