"""`assess report`: a brief on one assessment."""

from __future__ import annotations

import argparse
import datetime
from typing import TYPE_CHECKING

from assess.cli.opened import Opened, open_
from assess.errors import AssessError

if TYPE_CHECKING:
    from assess.intervention import Interventions
    from assess.margin import Margin
    from assess.report import Kind


def run(chosen: argparse.Namespace) -> int:
    """Writes a file."""
    from assess import bundle
    from assess.report import KINDS
    from assess.text import languages

    ending = chosen.to.suffix.removeprefix(".").lower()
    kind = next((each for each in KINDS if each == ending), None)
    if chosen.audience:
        raise AssessError("--audience comes in a later version; leave it out for the full brief")
    if ending == "pdf":
        raise AssessError(f"{chosen.to}: PDF comes in a later version; use .docx or .html")
    if kind is None and ending != "json":
        known = ", ".join(f".{each}" for each in (*KINDS, "json"))
        raise AssessError(f"{chosen.to}: a report ends in one of {known}; name the file so")
    if chosen.lang not in languages():
        raise AssessError(f"--lang {chosen.lang}: the languages are {', '.join(languages())}")
    opened = open_(chosen.assessment)
    place = opened.asked(chosen.draft, chosen.assessor)
    chosen.to.write_bytes(
        brief(opened, place, kind, chosen.lang)
        if kind
        else bundle.dumps(opened.assessment).encode()
    )
    return 0


def brief(opened: Opened, place: tuple[str, str], kind: Kind, language: str) -> bytes:
    """The brief on a draft and an assessor as a file."""
    from assess import __version__, diagram, picture, report
    from assess.dossier import dossier
    from assess.explain import Telling
    from assess.text import words

    spoken = words(language)
    found = dossier(opened.framework, opened.assessment, *place)
    telling = Telling(opened.framework, opened.assessment, found.findings, spoken)
    ref = opened.assessment.framework
    kinds = opened.library.interventions(ref.id, ref.version)
    made = report.build(
        opened.framework,
        kinds,
        opened.assessment,
        found,
        spoken,
        case=opened.case,
        margin=_margin(opened, place, kinds),
        made_on=datetime.datetime.now(datetime.UTC).date(),
        version=__version__,
        picture_svg=picture.svg(diagram.draw(telling), spoken),
    )
    return report.write(made, kind)


def _margin(opened: Opened, place: tuple[str, str], kinds: Interventions | None) -> Margin | None:
    """What the words of the draft hint at; not for a case, whose provisions are chosen pieces."""
    from assess.bill.screening.lexicon import touched
    from assess.margin import margin_of

    draft = opened.assessment.draft(place[0])
    if opened.case or kinds is None or not draft.provisions:
        return None
    screening = opened.library.screened(opened.assessment.framework, draft)
    return margin_of(opened.assessment, *place, screening, touched(kinds))
