"""`assess evidence refresh`: asks the sources, after saying what is sent, and builds a pack."""

from __future__ import annotations

import argparse
import sys
import textwrap
from collections.abc import Iterator
from typing import TYPE_CHECKING, TextIO

if TYPE_CHECKING:
    from assess.evidence import Catalogue
    from assess.evidence.refresh import Built, Plan

WIDTH = 100
ABOUT_ALL = 220  # countries, where their number is not known before they are asked for


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """What the command takes."""
    parser.add_argument(
        "--countries", default="", metavar="CC,CC", help="two letters each; all unless given"
    )
    parser.add_argument("--sources", default="", metavar="ID,ID", help="only these sources")
    parser.add_argument("--yes", action="store_true", help="do not ask before anything is sent")
    parser.set_defaults(run=run)


def run(chosen: argparse.Namespace) -> int:
    """Says what would be sent to whom, asks, sends, writes the pack; 1 where a source failed."""
    from assess.errors import AssessError
    from assess.evidence.switch import permit, setting

    if setting() == "never":
        permit()  # raises, with the sentence
    from assess.evidence.refresh import build, plan
    from assess.library import Library

    catalogue = Library().catalogue()
    planned = plan(_listed(chosen.sources), _listed(chosen.countries))
    print("\n".join(_told(catalogue, planned)))
    agreed = chosen.yes or (setting() != "on" and _agreed(sys.stdin))
    if not agreed and setting() != "on":
        print("nothing was sent")
        return 0
    line = _Line(sys.stderr)
    try:
        built = build(permit(pressed=agreed), catalogue, planned, progress=line.show)
    except KeyboardInterrupt:
        raise AssessError(
            "stopped; the old pack is whole, and what came is kept: run the command again to go on"
        ) from None
    finally:
        line.clear()
    print("\n".join(_outcome(built)))
    return 1 if built.troubles else 0


def _listed(text: str) -> list[str]:
    return [part.strip() for part in text.split(",") if part.strip()]


def _told(catalogue: Catalogue, planned: Plan) -> Iterator[str]:
    """Whom we would ask, what each is sent, and under which terms it gives."""
    from assess.evidence.live_sources import sent, sent_always
    from assess.evidence.refresh import NAMES_COUNTRIES
    from assess.text import words

    for source in planned.sources:
        terms = catalogue.sources[source.id]
        kept = "may be passed on" if terms.redistribute == "yes" else "kept for you only"
        yield terms.title
        yield from _wrapped(sent(words(), source))
        yield from _wrapped(f"Terms: {terms.licence} ({kept}). Credit: {terms.attribution}.")
    if NAMES_COUNTRIES not in planned.sources:
        told = f"The list of countries, where there is none yet: from {NAMES_COUNTRIES.host}."
        yield from _wrapped(told)
    yield from ("", *_wrapped(sent_always(words()), 0))
    number = planned.questions(len(planned.countries) or ABOUT_ALL)
    yield f"About {number} questions at most, one after the other."


def _wrapped(text: str, indent: int = 2) -> list[str]:
    space = " " * indent
    return textwrap.wrap(text, WIDTH, initial_indent=space, subsequent_indent=space)


def _agreed(answers: TextIO) -> bool:
    """Whether a person at the terminal says yes; nobody there is a no."""
    from assess.errors import AssessError

    if not answers.isatty():
        raise AssessError("nobody is here to be asked; say --yes if this may be sent")
    print("Ask them? [y/N] ", end="", flush=True)
    return answers.readline().strip().lower() in {"y", "yes"}


def _outcome(built: Built) -> Iterator[str]:
    yield f"{built.fresh} values, {built.private} of them for your own use only: {built.folder}"
    yield from (f"- {sentence}" for sentence in built.troubles)


class _Line:
    """How far it is, in one line of a terminal that is written again; silent elsewhere."""

    def __init__(self, stream: TextIO) -> None:
        self._stream, self._shown = stream, ""

    def show(self, done: int, total: int, indicator: str) -> None:
        """Shows it anew."""
        if self._stream.isatty():
            self.clear()
            self._shown = f"{done} of {total} {indicator}"
            print(self._shown, end="", file=self._stream, flush=True)

    def clear(self) -> None:
        """Takes the line away, so that something else can be written."""
        if self._shown:
            print(f"\r{' ' * len(self._shown)}\r", end="", file=self._stream, flush=True)
            self._shown = ""
