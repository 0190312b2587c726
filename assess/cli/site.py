"""`assess site`: the library as plain pages, for any web host or a folder on a stick."""

from __future__ import annotations

import argparse
import sys
from collections.abc import Callable
from itertools import count
from pathlib import Path
from typing import TYPE_CHECKING

from assess.cli.progress import Progress
from assess.errors import AssessError

if TYPE_CHECKING:
    from assess.library import Library


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """What the command takes."""
    parser.add_argument("folder", type=Path, metavar="DIR", help="new, empty, or an earlier site")
    told = "the address it will have, such as https://example.org/cases: for QR codes and the like"
    parser.add_argument("--origin", default="", metavar="URL", help=told)
    parser.set_defaults(run=run)


def run(chosen: argparse.Namespace) -> int:
    """Writes the site; 1 where some of the cases could not be loaded."""
    from assess.library import Library
    from assess.publication.page.place import origin_of
    from assess.publication.site import build

    origin = origin_of(chosen.origin)
    if origin is None:
        raise AssessError(f"--origin {chosen.origin}: no address; write it as https://host/folder")
    library = Library()
    progress = Progress(sys.stderr, len(library.case_ids()))
    built = build(library, chosen.folder, origin, _brief(library, progress))
    progress.clear()
    removed = f", {built.removed} of an earlier site removed" if built.removed else ""
    print(f"{built.files} files, {built.size / 1e6:.1f} MB in {chosen.folder}{removed}")
    left_out = len(library.cases()) < len(library.case_ids())
    if left_out:
        print("some cases could not be loaded; assess check says why")
    return 1 if left_out else 0


def _brief(library: Library, progress: Progress) -> Callable[[str], bytes]:
    """Makes the brief on a case, which is most of the work, and shows how many are made."""
    from assess import report
    from assess.cli.opened import Opened
    from assess.cli.report import paper

    done = count(1)

    def made(slug: str) -> bytes:
        case = library.case(slug)
        framework = library.framework_of(case)
        opened = Opened(case.assessment(), framework, library, case)
        content = report.write(paper(opened, opened.asked(None, None), "en"), "docx")
        progress.show(next(done), 0)
        return content

    return made
