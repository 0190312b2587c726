"""`assess report`: a paper on one assessment, for one of four audiences."""

from __future__ import annotations

import argparse
import datetime
import sys
from typing import TYPE_CHECKING

from assess.cli.opened import Opened, open_
from assess.cli.template import filled, write_starter
from assess.errors import AssessError

if TYPE_CHECKING:
    from assess import linked
    from assess.report import Audience, Report


def run(chosen: argparse.Namespace) -> int:
    """Writes a file."""
    if chosen.starter:
        return write_starter(chosen.starter, chosen.lang)
    if chosen.assessment is None or chosen.to is None:
        raise AssessError("name the assessment and the file to write; see assess report --help")
    from assess import linked, report
    from assess.report import AUDIENCES, KINDS
    from assess.text import languages

    ending = chosen.to.suffix.removeprefix(".").lower()
    kind = next((each for each in KINDS if each == ending), None)
    data = next((each for each in linked.KINDS if each == ending), None)
    audience = next((each for each in AUDIENCES if each == chosen.audience), None)
    if audience is None:
        raise AssessError(f"--audience {chosen.audience}: the papers are {', '.join(AUDIENCES)}")
    if kind is None and data is None:
        known = ", ".join(f".{each}" for each in (*KINDS, *linked.KINDS))
        raise AssessError(f"{chosen.to}: a report ends in one of {known}; name the file so")
    if chosen.template and kind != "docx":
        raise AssessError(f"{chosen.to}: with --template the report is a Word file; name it .docx")
    if chosen.lang not in languages():
        raise AssessError(f"--lang {chosen.lang}: the languages are {', '.join(languages())}")
    _check_second(chosen)
    opened = open_(chosen.assessment)
    place = opened.asked(chosen.draft, chosen.assessor)
    if data:
        chosen.to.write_bytes(described(opened, place, data, chosen.lang))
    elif kind:
        made = paper(opened, place, chosen.lang, audience, chosen.second)
        if made.length:
            print(report.how_long(made.words, made.length), file=sys.stderr)
        own = chosen.template
        chosen.to.write_bytes(filled(made, own) if own else report.write(made, kind))
    return 0


def _check_second(chosen: argparse.Namespace) -> None:
    from assess.text import languages

    others = [each for each in languages() if each != chosen.lang]
    if chosen.second and chosen.second not in others:
        raise AssessError(
            f"--second {chosen.second}: beside {chosen.lang} there is {', '.join(others)}"
        )
    if chosen.second and chosen.to.suffix.lower() in (".ttl", ".jsonld"):
        raise AssessError(f"{chosen.to}: linked data has one language; leave out --second")


def described(opened: Opened, place: tuple[str, str], kind: linked.Kind, language: str) -> bytes:
    """A draft as an assessor judged it, as linked data."""
    from assess import __version__, linked
    from assess.explain import Telling
    from assess.findings import analyse
    from assess.text import words

    draft, assessor = place
    found = analyse(opened.framework, opened.assessment, draft=draft, assessor=assessor)
    telling = Telling(opened.framework, opened.assessment, found, words(language))
    sources = opened.case.sources if opened.case else ()
    graph = linked.describe(
        telling,
        made_on=datetime.datetime.now(datetime.UTC).date(),
        version=__version__,
        documents=tuple(source.url for source in sources if source.url),
    )
    return linked.write(graph, kind)


def paper(
    opened: Opened,
    place: tuple[str, str],
    language: str,
    audience: Audience = "brief",
    second: str | None = None,
) -> Report:
    """The paper on a draft and an assessor, in a second language beside the first if given.

    A case is told without what its words hint at: its provisions are chosen pieces.
    """
    from assess import press
    from assess.text import words

    library, assessment = opened.library, opened.assessment
    return press.paper(
        library,
        assessment,
        place,
        words(language),
        datetime.datetime.now(datetime.UTC).date(),
        audience=audience,
        case=opened.case,
        margin=None if opened.case else press.margin(library, assessment, place),
        second=words(second) if second else None,
    )
