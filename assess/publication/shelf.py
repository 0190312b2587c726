"""Where snapshots are kept: in the checkout beside their case, or elsewhere, asked alike."""

from __future__ import annotations

import datetime
import gzip
import zlib
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from typing import Protocol

from assess.library import Library
from assess.publication.snapshot import Snapshot

FOLDER = "snapshots"
SUMS = "SHA256SUMS"


@dataclass(frozen=True)
class Gone:
    """A snapshot that its owner withdrew."""

    on: datetime.date


class Shelf(Protocol):
    """Snapshots that are kept somewhere. Asked by the event loop: whoever must wait, awaits."""

    async def find(self, address: str) -> Snapshot | Gone | None:
        """The snapshot at an address of any form; None where there is none and never was."""

    async def newest(self, address: str) -> str | None:
        """The address of what took its place in the end: itself where nothing did."""

    async def listed(self) -> Sequence[Snapshot]:
        """The newest of each line that may be named to anybody."""


class Checkout:
    """The snapshots beside the cases of a library, read once and looked up by exact address.

    The order in which those of a case were made is the order of the lines of their sums.
    """

    def __init__(self, library: Library) -> None:
        self.library = library

    @cached_property
    def lines(self) -> Mapping[str, tuple[Snapshot, ...]]:
        """The snapshots of each case that has any, by its slug, oldest first."""
        found = {
            slug: tuple(_read(self.library.case_folder(slug) / FOLDER))
            for slug in self.library.case_ids()
        }
        return {slug: line for slug, line in found.items() if line}

    @cached_property
    def _by_address(self) -> Mapping[str, tuple[Snapshot, str]]:
        return {
            each.address: (each, line[-1].address) for line in self.lines.values() for each in line
        }

    def of(self, slug: str) -> tuple[Snapshot, ...]:
        """The snapshots of a case, oldest first."""
        return self.lines.get(slug, ())

    async def find(self, address: str) -> Snapshot | Gone | None:
        """See `Shelf`."""
        return self._by_address[address][0] if address in self._by_address else None

    async def newest(self, address: str) -> str | None:
        """See `Shelf`."""
        return self._by_address[address][1] if address in self._by_address else None

    async def listed(self) -> Sequence[Snapshot]:
        """See `Shelf`."""
        return tuple(line[-1] for line in self.lines.values())


def sums(folder: Path) -> tuple[tuple[str, str], ...]:
    """What the sums of a folder say: file name and SHA-256, in the order of the lines."""
    path = folder / SUMS
    if not path.is_file():
        return ()
    rows = (line.split("  ", 1) for line in path.read_text("utf-8").splitlines() if line)
    return tuple((row[-1], row[0]) for row in rows)


def _read(folder: Path) -> list[Snapshot]:
    """The snapshots in a folder; one that is not what its name says is none."""
    names = [name.removesuffix(".json") for name, _sum in sums(folder) if name.endswith(".json")]
    found = (_snapshot(folder, name) for name in names)
    return [each for each, name in zip(found, names, strict=True) if each and each.address == name]


def _snapshot(folder: Path, name: str) -> Snapshot | None:
    document, page = folder / f"{name}.json", folder / f"{name}.html.gz"
    try:
        found = Snapshot(document.read_bytes(), gzip.decompress(page.read_bytes()))
    except (OSError, EOFError, zlib.error):  # check says what is wrong with it
        return None
    return found if found.page else None
