"""The app under readers: processor time of one answer, weight of the first page, 200 at once."""

from __future__ import annotations

import argparse
import asyncio
import json
import os
import random
import shutil
import statistics
import sys
import tempfile
import time
from collections.abc import Sequence
from dataclasses import asdict, dataclass
from importlib.metadata import version
from pathlib import Path
from urllib.parse import urlparse

from assess.assessment import Key
from assess.library import Library
from assess.store import Saved, Store, new_token
from benchmarks import figure
from benchmarks.figure import Figure
from benchmarks.site import APP, BARE, Site, address, busy, serving
from benchmarks.visitor import Visitor

CASE = "2022-cambodia-national-internet-gateway"
DEFAULT_GC = {"STREAMLIT_RUNNER_POST_SCRIPT_GC": "true"}
ALONE = 200  # answers of one reader
THINK = 2.0  # seconds between two answers of a reader
QUIET = [
    *("--no-sandbox", "--disable-gpu", "--disable-background-networking"),
    *("--disable-component-update", "--disable-sync", "--no-first-run"),
]


@dataclass(frozen=True)
class Work:
    """Saved work for the readers of one run: every reader has an assessment of their own."""

    folder: Path
    tokens: tuple[str, ...]
    nodes: tuple[str, ...]

    def visitor(self, site: Site, number: int) -> Visitor:
        """The reader of this number."""
        node = self.nodes[number % len(self.nodes)]
        token = self.tokens[number]
        return Visitor(site.port, token, node, random.Random(number))

    def holds(self, visitors: Sequence[Visitor]) -> bool:
        """Whether every answer of every reader made a revision, and the last reason is there."""
        store = Store(address(self.folder))
        kept = [store.load(each.token) for each in visitors]
        store.close()
        return all(_holds(*pair) for pair in zip(kept, visitors, strict=True))


def _holds(saved: Saved, visitor: Visitor) -> bool:
    key = Key("d1", "a1", visitor.node, 1)
    found = saved.assessment.judgement(key)
    same = found is not None and visitor.rationale in ("", found.rationale)
    return same and saved.seen(key) == 1 + visitor.answers


def begun(folder: Path, readers: int) -> Work:
    """Creates the readers' assessments: each the shipped case of Cambodia, fully judged."""
    assessment = Library().case(CASE).assessment()
    store = Store(address(folder))
    tokens = tuple(new_token() for _ in range(readers))
    for token in tokens:
        store.create(token, assessment)
    store.close()
    effects = (each.node for each in assessment.judgements if each.answer == "effect")
    return Work(folder, tokens, tuple(dict.fromkeys(effects)))


# --- one reader ----------------------------------------------------------------------------------


def one_answer(settings: dict[str, str] | None = None) -> list[float]:
    """Processor milliseconds of the server for each of many answers of one reader."""
    with tempfile.TemporaryDirectory() as folder:
        work = begun(Path(folder), 1)
        with serving(Path(folder), settings=settings) as site:
            visitor = work.visitor(site, 0)
            spent = asyncio.run(_answers(site, visitor))
        if visitor.unsaved or not work.holds([visitor]):
            raise AssertionError(f"{visitor.unsaved} answers were not saved")
    return spent


async def _answers(site: Site, visitor: Visitor) -> list[float]:
    await visitor.arrive()
    for _ in range(10):
        await visitor.answer()
    spent = []
    for _ in range(ALONE):
        before = site.cpu()
        await visitor.answer()
        await asyncio.sleep(0.03)  # what the server does after its last word counts too
        spent.append((site.cpu() - before) * 1000)
    await visitor.leave()
    return spent


# --- many readers --------------------------------------------------------------------------------


@dataclass
class Load:
    """What many readers saw, and what it cost."""

    waits: list[float]  # seconds, once all had arrived
    arrivals: list[float]
    failed: list[str]
    answers_per_second: float = 0
    cpu: float = 0  # per cent of one core
    others: float = 0  # per cent of one core used by neither server nor readers
    memory: float = 0  # megabytes at most


def many(readers: int, seconds: float, ramp: float, settings: dict[str, str] | None = None) -> Load:
    """Readers who come within `ramp` seconds and answer every two seconds, for `seconds`."""
    with tempfile.TemporaryDirectory() as folder:
        work = begun(Path(folder), readers)
        with serving(Path(folder), settings=settings) as site:
            visitors = [work.visitor(site, number) for number in range(readers)]
            load = asyncio.run(crowd(site, visitors, seconds, ramp))
        lost = sum(each.unsaved for each in visitors)
        load.failed += ["an answer was not said to be saved"] * lost
        if not load.failed and not work.holds(visitors):
            load.failed.append("an answer said to be saved was not")
    return load


async def crowd(site: Site, visitors: list[Visitor], seconds: float, ramp: float) -> Load:
    """Readers who come within `ramp` seconds and then answer for `seconds`."""
    load = Load([], [], [])
    begin = time.perf_counter()
    counted, end = begin + ramp, begin + ramp + seconds
    coming = [
        asyncio.create_task(_stay(each, begin + ramp * place / len(visitors), counted, end, load))
        for place, each in enumerate(visitors)
    ]
    await asyncio.sleep(ramp)
    before = (site.cpu(), busy(), sum(os.times()[:2]))
    while time.perf_counter() < end:
        await asyncio.sleep(0.5)
        load.memory = max(load.memory, site.memory())
    took = time.perf_counter() - counted
    server, machine, own = (
        now - then
        for now, then in zip((site.cpu(), busy(), sum(os.times()[:2])), before, strict=True)
    )
    load.cpu, load.others = 100 * server / took, 100 * (machine - server - own) / took
    load.answers_per_second = len(load.waits) / took
    await asyncio.gather(*coming)
    return load


async def _stay(visitor: Visitor, come: float, counted: float, end: float, load: Load) -> None:
    await asyncio.sleep(max(0.0, come - time.perf_counter()))
    try:
        load.arrivals.append(await visitor.arrive())
        await asyncio.sleep(visitor.chance.random() * THINK)
        while time.perf_counter() < end:
            wait = await visitor.answer()
            if time.perf_counter() >= counted:
                load.waits.append(wait)
            await asyncio.sleep(max(0.0, THINK - wait))
        await visitor.leave()
    except (OSError, TimeoutError, EOFError, AssertionError) as error:
        load.failed.append(repr(error))


# --- the first page ------------------------------------------------------------------------------


@dataclass(frozen=True)
class Weight:
    """The first page in a fresh browser."""

    megabytes: float
    requests: int
    hosts: tuple[str, ...]
    seconds: float  # until it was drawn and nothing more came


def first_page(*, bare: bool = False) -> Weight:
    """Opens the first page in Chromium; `bare` leaves out everything but Streamlit's own server."""
    from playwright.sync_api import sync_playwright

    with (
        tempfile.TemporaryDirectory() as folder,
        serving(Path(folder), BARE if bare else APP) as site,
        sync_playwright() as playwright,
    ):
        browser = playwright.chromium.launch(executable_path=shutil.which("chromium"), args=QUIET)
        page = browser.new_context().new_page()
        wire = page.context.new_cdp_session(page)
        asked: list[str] = []
        arrived: list[float] = []
        wire.on("Network.requestWillBeSent", lambda event: asked.append(event["request"]["url"]))
        wire.on("Network.webSocketCreated", lambda event: asked.append(event["url"]))
        wire.on("Network.loadingFinished", lambda event: arrived.append(event["encodedDataLength"]))
        wire.on(
            "Network.webSocketFrameReceived",
            lambda event: arrived.append(len(event["response"]["payloadData"]) * 3 / 4),
        )
        wire.send("Network.enable")
        began = time.perf_counter()
        page.goto(f"http://127.0.0.1:{site.port}/")
        page.wait_for_selector("h1", timeout=60_000)
        page.wait_for_load_state("networkidle")
        took = time.perf_counter() - began
        page.wait_for_timeout(1500)
        browser.close()
    places = [urlparse(url) for url in asked]
    hosts = {place.hostname or "" for place in places if place.scheme not in ("data", "blob")}
    return Weight(sum(arrived) / 1e6, len(asked), tuple(sorted(hosts)), took)


# --- figures -------------------------------------------------------------------------------------


def figures(readers: int, seconds: float) -> list[Figure]:
    """Everything this module measures; about three minutes with 200 readers."""
    return [*_answer_figures(), *_page_figures(), *_crowd_figures(readers, seconds)]


def _answer_figures() -> list[Figure]:
    ours = one_answer()
    default = statistics.median(one_answer(settings=DEFAULT_GC))
    median = statistics.median(ours)
    return [
        Figure("server CPU of one answer, saved: median", median, "ms", most=25),
        Figure("server CPU of one answer, saved: p95", percentile(ours, 95), "ms"),
        Figure("… with Streamlit's default postScriptGC: times ours", default / median, "x"),
    ]


def _page_figures() -> list[Figure]:
    if not shutil.which("chromium"):
        print("No chromium: the first page is not measured.", file=sys.stderr)
        return []
    ours, bare = first_page(), first_page(bare=True)
    return [
        Figure("first page over the wire", ours.megabytes, "MB", most=1.3),
        Figure("… requests", ours.requests, ""),
        Figure("… until drawn and quiet", ours.seconds, "s"),
        Figure("… other hosts asked", len(set(ours.hosts) - {"127.0.0.1"}), most=0),
        Figure("… served by Streamlit alone: times ours", bare.megabytes / ours.megabytes, "x"),
    ]


def _crowd_figures(readers: int, seconds: float) -> list[Figure]:
    crowd = many(readers, seconds, ramp=readers / 5)
    few, default = many(20, seconds, ramp=5), many(20, seconds, ramp=5, settings=DEFAULT_GC)
    for each in (*crowd.failed[:5], *few.failed[:5], *default.failed[:5]):
        print(f"failed: {each}", file=sys.stderr)
    return [
        *_load_figures(f"{readers} readers", crowd, target=1000),
        *_load_figures("20 readers", few),
        *_load_figures("20 readers, default postScriptGC", default),
    ]


def _load_figures(who: str, load: Load, target: float | None = None) -> list[Figure]:
    allowed = None if target is None else 0.0
    return [
        Figure(f"{who}, an answer every 2 s: p50", percentile(load.waits, 50) * 1000, "ms"),
        Figure(
            f"{who}, an answer every 2 s: p95", percentile(load.waits, 95) * 1000, "ms", most=target
        ),
        Figure(f"{who}: opening the screen, p95", percentile(load.arrivals, 95) * 1000, "ms"),
        Figure(f"{who}: answers a second", load.answers_per_second, ""),
        Figure(f"{who}: errors", len(load.failed), most=allowed),
        Figure(f"{who}: server CPU, % of one core", load.cpu, "%"),
        Figure(f"{who}: memory of the server", load.memory, "MB"),
        Figure(f"{who}: CPU of others meanwhile, % of one core", load.others, "%"),
    ]


def percentile(values: Sequence[float], percent: int) -> float:
    """The value below which this share of them lies; infinite where there is none."""
    ranked = sorted(values)
    return ranked[min(len(ranked) - 1, len(ranked) * percent // 100)] if ranked else float("inf")


def machine() -> str:
    """What it was measured on."""
    return f"{figure.machine()}, Streamlit {version('streamlit')}"


def main(arguments: Sequence[str] | None = None) -> int:
    """Prints the figures; 1 where a target is missed."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks.server", description=__doc__)
    parser.add_argument("--json", action="store_true", help="print JSON")
    parser.add_argument("--readers", type=int, default=200, help="how many answer at once (200)")
    parser.add_argument("--seconds", type=float, default=25, help="how long each load lasts (25)")
    asked, _ = parser.parse_known_args(arguments)
    found = figures(min(asked.readers, 500), min(asked.seconds, 300))
    if asked.json:
        print(json.dumps({"machine": machine(), "figures": [asdict(each) for each in found]}))
    else:
        print(f"The app under readers ({machine()})\n{figure.table(found)}")
    return 0 if all(each.met for each in found) else 1


if __name__ == "__main__":
    sys.exit(main())
