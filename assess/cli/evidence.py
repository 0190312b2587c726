"""`assess evidence`: what is measured about a country, and what that cannot say."""

from __future__ import annotations

import argparse
import datetime
import textwrap
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

from assess.cli.table import print_json

if TYPE_CHECKING:
    from assess.evidence import Catalogue, Indicator, Pack, Reading
    from assess.text import Words

WIDTH = 100


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """What the command takes."""
    parser.add_argument("country", metavar="COUNTRY", help="two capital letters, as in KE")
    parser.add_argument("--pack", type=Path, metavar="DIR", help="a folder or ZIP of evidence")
    parser.add_argument("--json", action="store_true", help="the readings as one JSON document")
    parser.set_defaults(run=run)


def run(chosen: argparse.Namespace) -> int:
    """Prints one reading for each indicator: state, value, date, source, what it cannot say."""
    from assess.evidence import own_pack, pack_folder, read_pack, readings
    from assess.library import Library
    from assess.text import words

    catalogue = Library().catalogue()
    pack = read_pack(chosen.pack, catalogue) if chosen.pack else own_pack(catalogue)
    country = _country(chosen.country, pack)
    found = readings(catalogue, pack, country, datetime.datetime.now(datetime.UTC).date())
    place = (chosen.pack or pack_folder()).as_posix() if pack else None
    if chosen.json:
        print_json(_document(catalogue, pack, country, place, found))
    else:
        print("\n".join(_lines(words(), catalogue, pack, country, place, found)))
    return 0


def _country(code: str, pack: Pack | None) -> str:
    """The code, if it is one and the pack has it. Raises AssessError."""
    from assess.errors import AssessError
    from assess.refusal import shown

    country = code.upper()
    if len(country) != 2 or not (country.isascii() and country.isalpha()):
        raise AssessError(f"{shown(code)} is no country code; write two letters, as in KE")
    if pack and pack.country(country) is None:
        raise AssessError(f"there is no country {country} in the pack; mend the code")
    return country


def _lines(
    words: Words,
    catalogue: Catalogue,
    pack: Pack | None,
    country: str,
    place: str | None,
    found: tuple[Reading, ...],
) -> Iterator[str]:
    from assess.evidence import ROLES
    from assess.wording import indicator_role

    here = pack.country(country) if pack else None
    yield f"{here.name} ({country})" if here else country
    yield f"Pack: {place}" if place else "No pack of evidence is here; name one with --pack."
    if pack and pack.aside:
        yield f"Left aside, not in the catalogue: {', '.join(pack.aside)}"
    yield f"{sum(each.measured for each in found)} of {len(found)} indicators have a value."
    for role in ROLES:
        yield from ("", indicator_role(words, role))
        for reading in found:
            indicator = catalogue.get(reading.indicator)
            if indicator and indicator.role == role:
                yield from _reading_lines(words, catalogue, indicator, reading)
    yield from ("", "Not measured, or hardly; ask instead")
    for silence in catalogue.silent:
        yield from _wrapped(f"{silence.node}: {silence.ask}")
    yield from ("", "These describe a country at a date. They show no effect of any law.")


def _reading_lines(
    words: Words, catalogue: Catalogue, indicator: Indicator, reading: Reading
) -> Iterator[str]:
    from assess.wording import measured, period, reading_state, standing, why_absent

    state = f" ({reading_state(words, reading.state)})" if reading.state == "stale" else ""
    yield from _wrapped(f"{indicator.title}: {measured(words, indicator, reading)}{state}")
    if reading.measured:
        source = catalogue.sources[reading.source]
        said = [period(words, reading.period)]
        said += [f"{words.number(reading.sample)} in the sample"] if reading.sample else []
        said += ["too few to compare"] if reading.thin else []
        said += [f"fetched {period(words, reading.fetched)}"] if reading.fetched else []
        yield from _wrapped("; ".join([*said, source.title]), 4)
        yield f"    {source.url}"
    told = (*standing(words, indicator, reading), why_absent(words, indicator, reading))
    for sentence in (*told, reading.note, reading.method):
        yield from _wrapped(sentence, 4) if sentence else ()
    yield from _wrapped(f"Cannot say: {indicator.cannot_say}", 4)


def _wrapped(text: str, indent: int = 2) -> list[str]:
    space = " " * indent
    return textwrap.wrap(text, WIDTH, initial_indent=space, subsequent_indent=space)


def _document(
    catalogue: Catalogue,
    pack: Pack | None,
    country: str,
    place: str | None,
    found: tuple[Reading, ...],
) -> dict[str, object]:
    here = pack.country(country) if pack else None
    return {
        "format": "assess-evidence/1",
        "country": country,
        "name": here.name if here else None,
        "catalogue": catalogue.version,
        "pack": place,
        "aside": list(pack.aside) if pack else [],
        "readings": [_reading(catalogue, each) for each in found],
        "silent": [each.model_dump() for each in catalogue.silent],
    }


def _reading(catalogue: Catalogue, reading: Reading) -> dict[str, object]:
    indicator = catalogue.get(reading.indicator)
    told = indicator.model_dump(mode="json", exclude={"id", "source"}) if indicator else {}
    source = catalogue.sources[reading.source].model_dump()
    return {
        **told,
        **reading.model_dump(exclude={"country", "text"}),
        "source": {"id": reading.source, **source},
    }
