"""Which versions of frameworks are published, each with a hash of its files: they never change.

Findings name the version they rest on. If its words changed under them, nobody could tell what was
agreed to. The register is `frameworks/published.yaml`; `python -m assess.published` adds to it.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterator
from pathlib import Path
from typing import Annotated, Final, Literal, get_args

from pydantic import StringConstraints

from assess.errors import FileProblems, Place, Problem
from assess.framework import FrameworkRef, Version
from assess.library import Library
from assess.value import Slug, Value
from assess.yamlfile import OneLine, dump, load, read, shown

FILE: Final = "published.yaml"
COMMENT: Final = """\
The versions of frameworks that are published, each with the SHA-256 of its files (lines ending in
LF). A published version never changes: to change anything, a comma or a level sentence, copy its
folder under the next version number. Written by `python -m assess.published --write`."""

Name = Literal["changes.yaml", "framework.yaml", "interventions.yaml"]
Sum = Annotated[str, StringConstraints(pattern="^[0-9a-f]{64}$")]

_NAMES: Final[tuple[Name, ...]] = get_args(Name)
_NEVER = (
    "changed since it was published, and a published version never changes; put back what stood"
    " here, then copy the folder under the next version number and change that"
)


class PublishedVersion(Value):
    """A version that may not change any more; `files` are its files with their hashes."""

    id: Slug
    version: Version
    files: dict[Name, Sum]

    @property
    def ref(self) -> FrameworkRef:
        """Which version it is."""
        return FrameworkRef(id=self.id, version=self.version)


class Register(Value):
    """Every version that is published."""

    versions: tuple[PublishedVersion, ...] = ()

    def get(self, ref: FrameworkRef) -> PublishedVersion | None:
        """What is known of a version; None where it is not published."""
        return next((each for each in self.versions if each.ref == ref), None)


def register(library: Library) -> Register:
    """The register of a library, empty where it has none. Raises FileProblems."""
    path = file_of(library)
    return load(path, Register, library.root) if path.is_file() else Register()


def file_of(library: Library) -> Path:
    """Where the register of a library is, or would be."""
    return library.root / "frameworks" / FILE


def as_it_is(library: Library, ref: FrameworkRef) -> PublishedVersion:
    """A version with the hashes its files have now."""
    folder = library.root / "frameworks" / ref.id / ref.version
    files = {name: _sum(folder / name) for name in _NAMES if (folder / name).is_file()}
    return PublishedVersion(id=ref.id, version=ref.version, files=files)


def unpublished(library: Library) -> tuple[FrameworkRef, ...]:
    """The usable versions that may still change. Raises FileProblems."""
    known = register(library)
    return tuple(ref for ref in library.frameworks() if known.get(ref) is None)


def is_changed(library: Library, ref: FrameworkRef) -> bool:
    """Whether a published version says something else than on the day it was published.

    False where the register cannot be read: then nothing is known (`assess check` tells it).
    """
    try:
        known = register(library).get(ref)
    except FileProblems:
        return False
    return known is not None and known != as_it_is(library, ref)


def changed(path: Path, library: Library) -> Iterator[Problem]:
    """Whether a file of a published version says something else than on the day it was published.

    Files outside the library are nobody's published version.
    """
    folder = path.absolute().parent
    if folder.parent.parent != (library.root / "frameworks").absolute() or not path.is_file():
        return
    try:
        versions = register(library).versions
    except FileProblems as error:
        yield from error.problems
        return
    for each in versions:
        here = (each.id, each.version) == (folder.parent.name, folder.name)
        if here and (path.name, _sum(path)) not in each.files.items():
            yield Problem(Place(shown(path, library.root)), _NEVER)


def problems(library: Library) -> Iterator[Problem]:
    """What is wrong with the register itself: mistyped, a version twice, files that are gone."""
    try:
        document = read(file_of(library), library.root)
        known = document.into(Register)
    except FileProblems as error:
        yield from error.problems
        return
    for number, each in enumerate(known.versions):
        place = document.place("versions", number)
        if known.get(each.ref) is not each:
            yield Problem(place, f"{each.id} {each.version} stands here twice; keep the first")
        folder = library.root / "frameworks" / each.id / each.version
        for name in each.files:
            if not (folder / name).is_file():
                told = f"{each.id} {each.version} is published, but its {name} is gone; put it back"
                yield Problem(place, told)


def text(versions: tuple[PublishedVersion, ...]) -> str:
    """The register as its file holds it."""
    rows = [
        {"id": each.id, "version": each.version, "files": OneLine(sorted(each.files.items()))}
        for each in versions
    ]
    return dump({"versions": rows}, COMMENT)


def _sum(path: Path) -> str:
    """The hash of a file, the same whether its lines end as on Unix or as on Windows."""
    return hashlib.sha256(path.read_bytes().replace(b"\r\n", b"\n")).hexdigest()
