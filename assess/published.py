"""Publishes versions of frameworks: from then on they never change.

`python -m assess.published` says which versions may still change; `--write` takes them into
`frameworks/published.yaml` by the hashes of their files, `--write ID` those of one framework only.
What stands in that file is never written over.
"""

from __future__ import annotations

import argparse
import sys
from collections.abc import Sequence

from assess.check import check
from assess.errors import AssessError, FileProblems, UnknownFramework
from assess.framework import FrameworkRef
from assess.library import Library
from assess.refusal import did_you_mean
from assess.register import as_it_is, file_of, register, text, unpublished


def publish(library: Library, names: Sequence[str] = ()) -> tuple[FrameworkRef, ...]:
    """Takes in what is not published yet, of these frameworks or of all; returns what was taken in.

    Raises UnknownFramework, and FileProblems where `assess check` has anything to say of these
    frameworks, for instance that a published version has changed. Then nothing is written.
    """
    there = library.framework_ids()
    for name in names:
        if name not in there:
            raise UnknownFramework(f"there is no framework {name}; {did_you_mean(name, there)}")
    kept = file_of(library)
    folders = [kept.parent / name for name in names or there]
    found = check(library, [*folders, *([kept] if kept.is_file() else [])])
    if found:
        raise FileProblems(found)
    new = tuple(ref for ref in unpublished(library) if ref.id in (names or there))
    if new:
        versions = (*register(library).versions, *(as_it_is(library, ref) for ref in new))
        kept.write_text(text(versions), encoding="utf-8", newline="\n")
    return new


def main(arguments: list[str] | None = None, library: Library | None = None) -> int:
    """Publishes versions of frameworks, or says which may still change."""
    parser = argparse.ArgumentParser(prog="python -m assess.published", description=main.__doc__)
    parser.add_argument("--write", action="store_true", help="publish what is not published yet")
    parser.add_argument("frameworks", nargs="*", metavar="ID", help="only these frameworks")
    asked = parser.parse_args(arguments)
    library = library or Library()
    try:
        for ref in publish(library, asked.frameworks) if asked.write else ():
            print(f"published: {ref.id} {ref.version}")
        for ref in unpublished(library):
            if not asked.frameworks or ref.id in asked.frameworks:
                print(f"not published yet: {ref.id} {ref.version}")
    except AssessError as error:
        print(error)
        return 1
    return 0


if __name__ == "__main__":
    sys.exit(main())
