"""The whole library as files that any web host, or a folder on a stick, can serve."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path
from typing import Final, NamedTuple

from assess.errors import AssessError
from assess.library import Library
from assess.publication import qr
from assess.publication.collection import Collection
from assess.publication.page import Version
from assess.publication.page.place import FILES, Place
from assess.publication.page.small import onward, sharing
from assess.publication.snapshot import Snapshot
from assess.text import words

SUMS: Final = "SHA256SUMS"
"""Lists every file of a site, so that a copy can be checked and a later build knows its own."""

_ROW = re.compile(r"[0-9a-f]{64}  ((?!.*\.\.)[a-z0-9][\w./-]*)")

Brief = Callable[[str], bytes]
"""The brief on the case of a name, as a Word file."""


class Built(NamedTuple):
    """What was written to a folder, and how many files of an earlier site were taken away."""

    files: int
    size: int
    removed: int


def build(library: Library, folder: Path, origin: str = "", brief: Brief | None = None) -> Built:
    """Writes the site into a folder that is new, empty, or holds an earlier one.

    origin: the address it will have, without which nothing names a host. Raises AssessError where
    the folder holds anything else, and leaves it as it is.
    """
    before = _before(folder)
    collection = Collection(library, replace(FILES, origin=origin), docx=brief is not None)
    rows, size = [], 0
    for name, content in _files(collection, brief):
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(content)
        rows.append((hashlib.sha256(content).hexdigest(), name))
        size += len(content)
    stale = before - {name for _sum, name in rows}
    for name in stale:
        (folder / name).unlink(missing_ok=True)
    sums = "".join(f"{found}  {name}\n" for found, name in sorted(rows, key=lambda row: row[1]))
    (folder / SUMS).write_text(sums, encoding="utf-8", newline="\n")
    return Built(len(rows), size, len(stale))


def _before(folder: Path) -> set[str]:
    """The files of an earlier site in a folder."""
    if not folder.exists() or (folder.is_dir() and not any(folder.iterdir())):
        return set()
    sums = folder / SUMS
    text = sums.read_text("utf-8", errors="replace") if sums.is_file() else ""
    rows = [_ROW.fullmatch(line) for line in text.splitlines()]
    if not rows or None in rows:
        raise AssessError(
            f"{folder}: holds something that is no earlier site; name a new or an empty folder"
        )
    return {row[1] for row in rows if row}


def _files(collection: Collection, brief: Brief | None) -> Iterator[tuple[str, bytes]]:
    lines = collection.checkout.lines
    yield "index.html", collection.listing
    yield "cases/index.json", collection.index
    yield "cases/index.schema.json", collection.schema
    for slug in collection.slugs:
        yield f"cases/{slug}.html", collection.leaf(slug).page
        yield f"cases/{slug}.json", collection.leaf(slug).data
        if brief:
            yield f"cases/{slug}.docx", brief(slug)
    for line in lines.values():
        for each in line:
            yield from _snapshot(each, line[-1], collection.place)
    yield "feed.atom", collection.feed(each for line in lines.values() for each in line)
    sitemap = collection.sitemap()
    if sitemap:
        yield "sitemap.xml", sitemap
        yield "robots.txt", _robots(collection.place.origin)


def _snapshot(snapshot: Snapshot, newest: Snapshot, place: Place) -> Iterator[tuple[str, bytes]]:
    path = f"s/{snapshot.address}"
    spoken = words(str(snapshot.facts["language"]))
    version = Version(snapshot.address, snapshot.made_on)
    yield f"{path}.html", snapshot.page
    yield f"{path}.json", snapshot.document
    yield f"{path}/newest.html", onward(spoken, f"../{newest.address}.html")
    yield f"{path}/use.html", sharing(spoken, version, snapshot.facts, place.below(2))
    if place.origin:
        yield f"{path}/qr.svg", qr.file(place.full(path))


def _robots(origin: str) -> bytes:
    return f"User-agent: *\nAllow: /\n\nSitemap: {origin}/sitemap.xml\n".encode()
