"""Which files make up a corpus: those named, and all below the folders named, in a stable order."""

from __future__ import annotations

import hashlib
import os
import stat
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import NamedTuple

from assess.bill.reading import SIZE_LIMIT


class Law(NamedTuple):
    """A file to be screened: how it is told, and where it is.

    `data` are its bytes where it cannot be read twice (a pipe, standard input).
    """

    file: str
    path: str
    data: bytes | None = None

    def read(self) -> bytes:
        """Its bytes, one more than a law may have at most. Raises OSError."""
        return _start_of(self.path) if self.data is None else self.data

    def sha256(self) -> str:
        """Of all its bytes, which need not fit into memory. Raises OSError."""
        if self.data is not None:
            return hashlib.sha256(self.data).hexdigest()
        with open(self.path, "rb") as file:
            return hashlib.file_digest(file, "sha256").hexdigest()


class Missed(NamedTuple):
    """A folder or file that could not even be looked at, and why."""

    file: str
    reason: str


class Found(NamedTuple):
    """The files of a corpus, each once under one name, and what could not be looked at."""

    laws: tuple[Law, ...]
    missed: tuple[Missed, ...]


def find(
    names: Sequence[str], given: Mapping[str, bytes] | None = None, besides: Path | None = None
) -> Found:
    """The files named and those below the folders named; in a folder by name, files first.

    Names that begin with a dot are passed over below a folder. Links are followed, and a folder
    is looked into once, so that links in a circle end. `given` are the bytes of names that are no
    files, `besides` is a file that is no law: the one the lines go to. Raises OSError for a name
    under which nothing is.
    """
    found: dict[str, Law | Missed] = {}
    looked_into: set[tuple[int, int]] = set()
    for name in names:
        if given and name in given:
            found.setdefault(name, Law(name, "", given[name]))
        elif stat.S_ISDIR(os.stat(name).st_mode):
            for each in _below(name, looked_into):
                found.setdefault(each.file, each)
        elif os.path.isfile(name):
            found.setdefault(name, Law(told(name), name))
        else:
            found.setdefault(name, Law(told(name), name, _start_of(name)))
    laws = (each for each in found.values() if isinstance(each, Law))
    missed = (each for each in found.values() if isinstance(each, Missed))
    return Found(tuple(law for law in laws if not _is(law, besides)), tuple(missed))


def told(path: str) -> str:
    """A path as text; bytes that are none of UTF-8 are written as \\xNN."""
    return os.fsencode(path).decode("utf-8", "backslashreplace")


def reason(error: OSError) -> str:
    """What the system says of a file."""
    return (error.strerror or str(error)).lower()


def _below(top: str, looked_into: set[tuple[int, int]]) -> Iterator[Law | Missed]:
    waiting = [top]
    while waiting:
        folder = waiting.pop()
        try:
            status = os.stat(folder)
            if (status.st_dev, status.st_ino) in looked_into:
                continue
            looked_into.add((status.st_dev, status.st_ino))
            names = sorted(name for name in os.listdir(folder) if name[0] != ".")
        except OSError as error:
            yield Missed(told(folder), reason(error))
            continue
        paths = [os.path.join(folder, name) for name in names]
        folders = [path for path in paths if os.path.isdir(path)]
        for path in paths:
            if os.path.isfile(path):
                yield Law(told(path), path)
            elif not os.path.isdir(path):
                yield Missed(told(path), "a link that leads nowhere, or no file at all")
        waiting.extend(reversed(folders))


def _is(law: Law, other: Path | None) -> bool:
    if other is None or law.data is not None or os.path.basename(law.path) != other.name:
        return False
    return other.exists() and os.path.samefile(law.path, other)


def _start_of(path: str) -> bytes:
    with open(path, "rb") as file:
        return file.read(SIZE_LIMIT + 1)
