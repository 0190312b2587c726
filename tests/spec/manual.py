"""Writes what can drift in docs/method.md: the method as told, the example, the sentences.

`python -m tests.spec.manual --write` writes it, `--check` says what is stale and changes nothing.
Between two marks everything is generated; what stands outside them is written by hand.
"""

from __future__ import annotations

import argparse
import re
import sys
from collections.abc import Iterable, Iterator
from pathlib import Path
from textwrap import fill

from assess.explain.method import Chapter, Numbers, Point, chapters, limits, numbers, setting, steps
from assess.explain.method.drawing import alternative, drawing
from assess.library import CHECKOUT
from assess.method import DEFAULT
from assess.text import words
from tests.spec.example import figures
from tests.spec.specs import SECTIONS

ENGLISH = words("en")
MANUAL, PICTURE = Path("docs/method.md"), Path("docs/img/worked-example.svg")
WIDTH = 118
PART = re.compile(r"(<!-- (\w+): written by make fix -->\n)(.*?)(<!-- end -->\n)", re.DOTALL)


def _paragraph(text: str, first: str = "", rest: str = "") -> str:
    return fill(
        text,
        WIDTH,
        initial_indent=first,
        subsequent_indent=rest,
        break_long_words=False,
        break_on_hyphens=False,
    )


def _point(point: Point) -> str:
    term = f"**{point.term}** " if point.term else ""
    return _paragraph(f"{term}{point.text}", "- ", "  ")


def _chapter(chapter: Chapter) -> Iterator[str]:
    yield f"## {chapter.title}"
    yield from map(_paragraph, chapter.paragraphs)
    if chapter.points:
        yield "\n".join(map(_point, chapter.points))
    yield from map(_paragraph, chapter.after)


def _table(head: Iterable[str], rows: Iterable[Iterable[str]]) -> str:
    lines = [list(head), *(list(row) for row in rows)]
    lines.insert(1, ["---"] * len(lines[0]))
    return "\n".join(f"| {' | '.join(line)} |" for line in lines)


def told() -> Iterator[str]:
    """The chapters, as the page of the app tells them with the toolkit's own numbers."""
    for chapter in chapters(ENGLISH, DEFAULT):
        yield from _chapter(chapter)


def example() -> Iterator[str]:
    """The worked example: picture, steps, and every figure by hand and by the engine."""
    yield from map(_paragraph, setting(ENGLISH))
    yield f"![{alternative(ENGLISH)}](img/{PICTURE.name})"
    for number, step in enumerate(steps(ENGLISH), start=1):
        yield f"### {number}. {step.title}"
        yield from map(_paragraph, step.sentences)
    yield "### Every figure, by hand and by the engine"
    yield _table(
        ("step", "chance", "all worlds, one by one", "the engine's draws"),
        (
            (str(each.line), each.what, f"{each.exact:.3%}", f"{each.played:.3%}")
            for each in figures()
        ),
    )


def closing() -> Iterator[str]:
    """What the method does not do, and its numbers."""
    yield "## What the method does not do"
    yield "\n".join(_point(Point(each)) for each in limits(ENGLISH))
    yield "## The choices that are ours"
    told = numbers(ENGLISH, DEFAULT)
    yield from _numbers(each for each in told if each.ours)
    yield "## The other numbers"
    yield from _numbers(each for each in told if not each.ours)


def _numbers(groups: Iterable[Numbers]) -> Iterator[str]:
    for each in groups:
        yield f"**{each.title}**"
        yield _table(("name", "value"), ((row.name, row.value) for row in each.rows))


def sentences() -> Iterator[str]:
    """What follows from what, each sentence checked by the tests."""
    for title, specs in SECTIONS.items():
        yield f"### {title}"
        for spec in specs:
            yield _paragraph(f"**{spec.title}.** {spec.told()}")


PARTS = {"told": told, "example": example, "closing": closing, "sentences": sentences}


def written(manual: str) -> str:
    """The manual with every part as it should be. Raises KeyError for a mark of an unknown part."""

    def part(found: re.Match[str]) -> str:
        text = "\n\n".join(PARTS[found[2]]())
        return f"{found[1]}\n{text}\n\n{found[4]}"

    return PART.sub(part, manual)


def files(root: Path) -> dict[Path, str]:
    """What each generated file should hold."""
    manual = (root / MANUAL).read_text(encoding="utf-8")
    return {root / MANUAL: written(manual), root / PICTURE: drawing(ENGLISH)}


def stale(root: Path) -> list[Path]:
    """The files that are missing or out of date."""
    return [
        path
        for path, text in files(root).items()
        if not path.is_file() or path.read_text(encoding="utf-8") != text
    ]


def write(root: Path) -> list[Path]:
    """Writes what is stale; returns what was written."""
    should, out_of_date = files(root), stale(root)
    for path in out_of_date:
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(should[path], encoding="utf-8")
    return out_of_date


def main(arguments: list[str] | None = None, root: Path = CHECKOUT) -> int:
    """Writes the generated parts of docs/method.md, or checks that they are up to date."""
    parser = argparse.ArgumentParser(prog="python -m tests.spec.manual", description=main.__doc__)
    what = parser.add_mutually_exclusive_group()
    what.add_argument("--check", action="store_true", help="say what is stale, change nothing")
    what.add_argument("--write", action="store_true", help="write what is stale (the default)")
    if not parser.parse_args(arguments).check:
        for path in write(root):
            print(f"written: {path.relative_to(root).as_posix()}")
        return 0
    found = stale(root)
    for path in found:
        name = path.relative_to(root).as_posix()
        print(f"{name}: out of date; renew it with python -m tests.spec.manual --write")
    return 1 if found else 0


if __name__ == "__main__":
    sys.exit(main())
