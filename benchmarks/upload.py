"""A printed law brought by a reader: from its upload to the first provisions, and what follows.

In Chromium, with the app as it is shipped on 127.0.0.1. The law is the Digital Services Act as a
PDF of 113 pages, which stands beside the project in `../shared/bills`; without it nothing is
measured. `python -m benchmarks.upload`.
"""

from __future__ import annotations

import shutil
import statistics
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

from assess.assessment import Assessment
from assess.library import Library
from assess.store import Store, new_token
from benchmarks.figure import Figure, told
from benchmarks.labelled import BILLS
from benchmarks.server import QUIET
from benchmarks.site import Site, address, serving

if TYPE_CHECKING:
    from playwright.sync_api import Page

LAW = BILLS / "made" / "dsa_1col.pdf"
TIMES = 7
FIRST = "table:has(caption:text-is('The first provisions, as they were read')) tbody tr"
MARKED = "[class*=st-key-law-card] mark"
STILL = "[data-testid=stApp][data-test-script-state=notRunning]"


class Reader:
    """Somebody who brings the law, with an assessment of their own."""

    def __init__(self, page: Page, site: Site, token: str) -> None:
        self.page, self.site, self.token = page, site, token

    def until(self, act: Callable[[], object], seen: str) -> float:
        """Seconds from an act until something is seen."""
        began = time.perf_counter()
        act()
        self.page.wait_for_selector(seen, timeout=60_000)
        return time.perf_counter() - began

    def go(self, name: str) -> None:
        """Opens a page by its address and waits until it is still."""
        self.page.goto(f"http://127.0.0.1:{self.site.port}/{name}?a={self.token}")
        self.page.wait_for_selector(f"{STILL} h1", timeout=60_000)
        self.page.wait_for_timeout(500)

    def brings(self) -> float:
        """Seconds from choosing the file until the first provisions stand there."""
        self.go("proposal")
        file = self.page.locator("input[type=file]")
        return self.until(lambda: file.set_input_files(LAW), FIRST)

    def takes(self) -> float:
        """Seconds until the provisions are those of the draft, and saved."""
        take = self.page.get_by_role("button", name="Use these 93 provisions")
        return self.until(take.click, "text=93 provisions, 1 to 93, no gap.")

    def leafs(self) -> float:
        """Seconds from the link until the words are marked in the law."""
        link = self.page.get_by_role("link", name="See what the words of this draft point to")
        return self.until(link.click, MARKED)

    def decides(self) -> float:
        """Seconds from a click on a hint until it is said to be saved."""
        self.page.wait_for_selector(STILL)
        self.page.wait_for_timeout(500)
        accept = self.page.locator("[class*=st-key-law-card]").get_by_text("Accept", exact=True)
        return self.until(accept.first.click, "[data-assess-status=saved]")


@contextmanager
def reading(folder: Path) -> Iterator[Callable[[], Reader]]:
    """Makes readers, each in a fresh browser window, on one server."""
    from playwright.sync_api import sync_playwright

    with serving(folder) as site, sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=shutil.which("chromium"), args=QUIET)

        def comes() -> Reader:
            token, store = new_token(), Store(address(folder))
            ref = Library().latest("internet-way-of-networking")
            store.create(token, Assessment(framework=ref))
            store.close()
            return Reader(browser.new_context().new_page(), site, token)

        yield comes
        browser.close()


def figures() -> list[Figure]:
    """Medians of several readers, one after the other; the first one's wait by itself."""
    names = ("brings", "takes", "leafs", "decides")
    taken: dict[str, list[float]] = {name: [] for name in names}
    if LAW.is_file() and shutil.which("chromium"):
        with tempfile.TemporaryDirectory() as folder, reading(Path(folder)) as comes:
            for _ in range(TIMES):
                reader = comes()
                for name in names:
                    taken[name].append(getattr(reader, name)())
                reader.page.context.close()
    first = taken["brings"][0] if taken["brings"] else None
    return [
        Figure("upload until the first provisions are seen", _middle(taken["brings"]), "s", most=2),
        Figure("… for the first reader of a fresh server", first, "s"),
        Figure("taken over and saved", _middle(taken["takes"]), "s"),
        Figure(
            "page of provisions, from the link to the marked words", _middle(taken["leafs"]), "s"
        ),
        Figure("a decision, from the click to “Saved”", _middle(taken["decides"]), "s"),
    ]


def _middle(seconds: list[float]) -> float | None:
    return statistics.median(seconds) if seconds else None


if __name__ == "__main__":
    sys.exit(told(figures, sys.argv[1:], __doc__ or ""))
