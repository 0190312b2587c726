"""The cases as files, in a browser without scripts: every page opens, and asks nobody anything."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import BrowserContext, Page

from assess import report
from assess.library import Library
from assess.publication import keeping
from assess.publication.site import build
from tests.e2e.accessibility import TWO_WAYS, WAYS, page_faults, violations
from tests.e2e.tabs import DESK, Tabs
from tests.publication.made import DAY, SLUG, hostile, shipped
from tests.report.briefs import DIFFERENT, case_brief

EUROPE, CAMBODIA = (
    "2021-european-union-nis2-root-servers",
    "2022-cambodia-national-internet-gateway",
)


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A shipped case, and one whose author means harm, as files."""
    folder = tmp_path_factory.mktemp("plain")
    library = shipped(folder, CAMBODIA)
    bad = hostile(folder / "bad").root
    (bad / "cases" / SLUG).rename(library.root / "cases" / SLUG)
    (bad / "frameworks" / "small").rename(library.root / "frameworks" / "small")
    keeping.write(library, DAY)
    build(type(library)(library.root), folder / "site", "https://impact.example.org")
    return folder / "site"


@pytest.fixture
def page(tabs: Tabs) -> Iterator[Page]:
    """A page in a browser that runs no script."""
    context: BrowserContext = tabs.browser.new_context(java_script_enabled=False, viewport=DESK)
    yield context.new_page()
    context.close()


def test_every_page_opens_without_scripts_and_asks_for_nothing_else(site: Path, page: Page) -> None:
    asked: list[str] = []
    said: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    page.on("console", lambda message: said.append(message.text))
    pages = [path for path in sorted(site.rglob("*.html")) if path.name != "newest.html"]
    assert len(pages) == 7  # the list, and for each case: now, kept, and its use
    for path in pages:
        page.goto(path.as_uri())
        assert page.locator("h1").is_visible(), path
    assert asked == [path.as_uri() for path in pages]
    assert said == []


@pytest.fixture(scope="module")
def library_site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The whole library as files."""
    folder = tmp_path_factory.mktemp("library") / "site"
    build(Library(), folder, "https://impact.example.org")
    return folder


def test_every_page_of_the_library_opens_without_scripts_and_asks_for_nothing_else(
    library_site: Path, page: Page
) -> None:
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    there = [path for path in sorted(library_site.rglob("*.html")) if path.name != "newest.html"]
    assert len(there) >= 3 * len(Library().case_ids())
    kept = [path for path in there if path.parent.name == "s"]
    pages = [*(path for path in there if path not in kept), *kept[::8]]  # kept ones are alike
    for path in pages:
        page.goto(path.as_uri(), wait_until="commit")
        assert page.locator("h1").inner_text(), path
    assert asked == [path.as_uri() for path in pages]


def test_axe_finds_nothing_on_cases_from_the_shortest_to_the_longest(
    library_site: Path, tabs: Tabs
) -> None:
    context = tabs.browser.new_context(viewport=DESK)
    page = context.new_page()
    found = []
    by_length = sorted(
        (library_site / "cases").glob("*.html"), key=lambda path: path.stat().st_size
    )
    for path in (*by_length[::4], by_length[-1]):  # all have one form; what they hold differs
        page.goto(path.as_uri())
        found += [f"{path.stem}: {each}" for each in violations(page, colours=False)]
    context.close()
    assert found == []


def test_a_snapshot_leads_to_the_newest_by_itself(site: Path, page: Page) -> None:
    (onward,) = {path for path in site.rglob("newest.html") if _is_of(path, "Cambodia")}
    page.goto(onward.as_uri())
    page.wait_for_url(f"**/s/{onward.parent.name}.html")
    page.get_by_role("link", name="See the case as it is now").click()
    page.wait_for_url(f"**/cases/{CAMBODIA}.html")


def _is_of(path: Path, title: str) -> bool:
    return title in path.parent.with_suffix(".json").read_text("utf-8")[:200]


def test_the_list_is_filtered_without_scripts(site: Path, page: Page) -> None:
    page.goto((site / "index.html").as_uri())
    cases = page.locator(".case")
    assert cases.count() == 2
    page.get_by_text("Asia and the Pacific", exact=True).click()
    assert page.locator(".case:visible h2").all_inner_texts() == [
        "Cambodia: national Internet gateway"
    ]
    page.locator("#region-all + label").click()
    assert page.locator(".case:visible").count() == 2


def test_axe_finds_nothing_in_light_and_dark_wide_and_narrow(site: Path, tabs: Tabs) -> None:
    context = tabs.browser.new_context()
    page = context.new_page()
    found: list[str] = []
    use = next(site.glob("s/*/use.html")).relative_to(site).as_posix()
    for name, ways in (("index.html", WAYS), (f"cases/{CAMBODIA}.html", WAYS), (use, WAYS[:2])):
        found += [f"{name}, {each}" for each in page_faults(page, site / name, ways)]
    context.close()
    assert found == []


def test_axe_finds_nothing_in_a_paper_of_each_kind(tabs: Tabs, tmp_path: Path) -> None:
    context = tabs.browser.new_context()
    page = context.new_page()
    found: list[str] = []
    for case, audience in zip((*DIFFERENT, *DIFFERENT[::-1]), report.AUDIENCES, strict=True):
        path = tmp_path / f"{audience}.html"
        path.write_bytes(report.write(case_brief(case, audience), "html"))
        found += [f"{audience}, {each}" for each in page_faults(page, path, TWO_WAYS)]
    context.close()
    assert found == []
