"""Snapshot pages under load while people use the app, beside a bare Starlette page."""

from __future__ import annotations

import argparse
import asyncio
import datetime
import os
import shutil
import subprocess
import sys
import tempfile
import time
import urllib.request
from collections.abc import Iterator, Sequence
from concurrent.futures import Future, ProcessPoolExecutor
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path

from starlette.applications import Starlette
from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route

from assess.library import Library
from assess.publication import Checkout
from assess.publication.keeping import write
from benchmarks import figure
from benchmarks.figure import Figure
from benchmarks.server import Load, Work, begun, crowd, percentile
from benchmarks.site import ROOT, Site, free_port, serving, wait

PEOPLE = 20
CONNECTIONS = 64
HEADERS = "Host: 127.0.0.1\r\nAccept-Encoding: gzip\r\n\r\n"
PARTS = ("assess", "cases", "frameworks")
PAGE = "ASSESS_BENCHMARK_PAGE"


@dataclass
class Asked:
    """What readers of pages saw: the seconds until each page was there, and what failed."""

    waits: list[float] = field(default_factory=list)
    first: list[float] = field(default_factory=list)
    failed: int = 0
    took: float = 0
    cpu: float = 0
    """Per cent of one core that the server used meanwhile."""


# --- asking ---------------------------------------------------------------------------------------


def ask(port: int, paths: Sequence[str], rate: float, seconds: float) -> Asked:
    """Asks for pages at a fixed rate, in a process of its own.

    A page counts from when it was due, so that a server that stands still is not spared.
    """
    return asyncio.run(_ask(port, paths, rate, seconds))


async def _ask(port: int, paths: Sequence[str], rate: float, seconds: float) -> Asked:
    asked = Asked()
    due = iter(range(int(rate * seconds)))
    began = time.perf_counter() + 0.2
    readers = (_read(port, paths, due, began, rate, asked) for _ in range(CONNECTIONS))
    await asyncio.gather(*readers)
    asked.took = time.perf_counter() - began
    return asked


async def _read(
    port: int, paths: Sequence[str], due: Iterator[int], began: float, rate: float, asked: Asked
) -> None:
    """One connection that takes the next page that is due, again and again."""
    reader, writer = await asyncio.open_connection("127.0.0.1", port)
    for number in due:
        at = began + number / rate
        await asyncio.sleep(max(0.0, at - time.perf_counter()))
        sent = time.perf_counter()
        writer.write(f"GET {paths[number % len(paths)]} HTTP/1.1\r\n{HEADERS}".encode())
        head = await reader.readuntil(b"\r\n\r\n")
        asked.first.append(time.perf_counter() - sent)
        length = next(line for line in head.lower().split(b"\r\n") if b"content-length" in line)
        await reader.readexactly(int(length.partition(b":")[2]))
        asked.waits.append(time.perf_counter() - at)
        asked.failed += not head.startswith(b"HTTP/1.1 200")
    writer.close()


# --- being asked ----------------------------------------------------------------------------------


def kept(folder: Path) -> tuple[Path, list[str]]:
    """A copy of the checkout with a snapshot of every case; its app, and where they are."""
    for part in PARTS:
        unused = shutil.ignore_patterns("__pycache__")
        shutil.copytree(ROOT / part, folder / part, ignore=unused)
    app = Path(shutil.copy(ROOT / "streamlit_app.py", folder))
    write(Library(folder), datetime.datetime.now(datetime.UTC).date())
    lines = Checkout(Library(folder)).lines.values()
    return app, [f"/s/{line[-1].address}" for line in lines]


def bare() -> Starlette:
    """One page of the same size and nothing else: what a server of this kind can do at best."""
    content = Path(os.environ[PAGE]).read_bytes()

    async def page(_request: Request) -> Response:
        return Response(content, headers={"Content-Encoding": "gzip"}, media_type="text/html")

    return Starlette(routes=[Route("/", page)])


@contextmanager
def serving_bare(page: Path) -> Iterator[Site]:
    """Serves that."""
    port = free_port()
    command = (*("uvicorn", "--factory", "benchmarks.pages:bare"), "--log-level", "warning")
    process = subprocess.Popen(
        [sys.executable, "-m", *command, "--port", str(port)],
        cwd=ROOT,
        env={**os.environ, PAGE: str(page)},
    )
    try:
        wait(port, process, "/")
        yield Site(port, process.pid)
    finally:
        process.terminate()
        process.wait(20)


# --- figures --------------------------------------------------------------------------------------


def figures(rate: float, seconds: float) -> list[Figure]:
    """Everything this module measures; about two minutes."""
    with tempfile.TemporaryDirectory() as place, ProcessPoolExecutor(1) as other:
        folder = Path(place)
        app, paths = kept(folder / "checkout")
        (folder / "work").mkdir()
        work = begun(folder / "work", PEOPLE)
        with serving(folder / "work", app) as site:
            time.sleep(0.6 * len(paths))  # until the pages of all cases are made
            slowly = other.submit(ask, site.port, paths, 20, 3).result()
            alone = _loaded(site, other, paths, rate, seconds)
            with_people, load = _together(work, site, other, paths, rate, seconds)
            page = folder / "page.gz"
            page.write_bytes(_packed(site.port, paths[0]))
        with serving_bare(page) as site:
            bare = _loaded(site, other, ["/"], rate, seconds)
    what, people = f"{rate:g} snapshot pages/s", f"while {PEOPLE} people use the app"
    return [
        Figure("first byte of a snapshot page: median", _ms(slowly.first, 50), "ms", most=20),
        *_rows(f"{what}, {people}", with_people, most=100),
        Figure(f"{what}, {people}: their answers, p95", _ms(load.waits, 95), "ms"),
        Figure(f"{what}, {people}: their answers that failed", len(load.failed), most=0),
        Figure(f"{what}, {people}: CPU of others, % of one core", load.others, "%"),
        *_rows(f"{what}, nobody else", alone),
        *_rows(f"{rate:g} bare Starlette pages/s, nobody else", bare),
    ]


def _loaded(
    site: Site, other: ProcessPoolExecutor, paths: list[str], rate: float, seconds: float
) -> Asked:
    """Readers of pages and nobody else, once the first pages were asked for."""
    other.submit(ask, site.port, paths, rate, 1).result()
    before = site.cpu()
    asked = other.submit(ask, site.port, paths, rate, seconds).result()
    asked.cpu = 100 * (site.cpu() - before) / asked.took
    return asked


def _together(
    work: Work,
    site: Site,
    other: ProcessPoolExecutor,
    paths: list[str],
    rate: float,
    seconds: float,
) -> tuple[Asked, Load]:
    """People who answer, and readers of pages once all of those have come."""
    ramp = PEOPLE / 5
    visitors = [work.visitor(site, number) for number in range(PEOPLE)]

    async def both() -> tuple[Load, Future[Asked]]:
        using = asyncio.create_task(crowd(site, visitors, seconds, ramp))
        await asyncio.sleep(ramp)
        reading = other.submit(ask, site.port, paths, rate, seconds)
        return await using, reading

    load, reading = asyncio.run(both())
    asked = reading.result()
    asked.cpu = load.cpu
    return asked, load


def _packed(port: int, path: str) -> bytes:
    """A page as it travels."""
    address = f"http://127.0.0.1:{port}{path}"
    asked = urllib.request.Request(address, headers={"Accept-Encoding": "gzip"})
    with urllib.request.urlopen(asked) as answer:
        content: bytes = answer.read()
    return content


def _rows(what: str, asked: Asked, most: float | None = None) -> list[Figure]:
    return [
        Figure(f"{what}: p50", _ms(asked.waits, 50), "ms"),
        Figure(f"{what}: p99", _ms(asked.waits, 99), "ms", most=most),
        Figure(f"{what}: reached", len(asked.waits) / asked.took, "/s"),
        Figure(f"{what}: errors", asked.failed, most=None if most is None else 0),
        Figure(f"{what}: server CPU, % of one core", asked.cpu, "%"),
    ]


def _ms(waits: Sequence[float], percent: int) -> float:
    return 1000 * percentile(waits, percent)


def main(arguments: Sequence[str] | None = None) -> int:
    """Prints the figures; 1 where a target is missed."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks.pages", description=__doc__)
    parser.add_argument("--rate", type=float, default=500, help="pages a second (500)")
    parser.add_argument("--seconds", type=float, default=20, help="how long each load lasts (20)")
    asked, rest = parser.parse_known_args(arguments)
    rate, seconds = min(asked.rate, 5_000), min(asked.seconds, 300)
    return figure.told(lambda: figures(rate, seconds), rest, __doc__ or "")


if __name__ == "__main__":
    sys.exit(main())
