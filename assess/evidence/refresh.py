"""A data pack built on the user's machine from what the sources answer.

What was fetched lately is not asked for again, so a run that was stopped goes on where it was. The
new pack is made beside the old one and takes its place when it is whole. Values of the old pack
stay where nothing newer came.
"""

from __future__ import annotations

import shutil
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING

from assess.errors import AssessError
from assess.evidence.answers import Answers
from assess.evidence.gathered import Got, rows
from assess.evidence.indicator import Catalogue
from assess.evidence.keeping import own_pack, pack_folder, write_pack
from assess.evidence.live_sources import LIVE, LiveSource, token
from assess.evidence.measured import Measured, Place
from assess.evidence.pack import Country, Entry, Pack
from assess.evidence.period import period_end
from assess.evidence.reader import read_pack
from assess.evidence.switch import Permission
from assess.evidence.trouble import Troubled, told
from assess.refusal import ENGLISH, did_you_mean, shown
from assess.text import Words

if TYPE_CHECKING:
    from assess.evidence.live.client import Client
    from assess.evidence.live.fetcher import Fetcher

OF_THE_WORLD = ("worldbank", "ripestat", "apnic")
"""Asked for all countries where none is named; the others do not compare countries."""
NAMES_COUNTRIES = LIVE["worldbank"]
"""Asked for the list of countries where there is none yet."""
SOURCES = "SOURCES.md"

Shown = Callable[[int, int, str], None]


class NotBuilt(AssessError):
    """No pack could be made; the old one stands as it was."""


@dataclass(frozen=True)
class Plan:
    """What will be asked: sources, and the countries named (none: all there are)."""

    sources: tuple[LiveSource, ...]
    countries: tuple[str, ...] = ()

    def questions(self, countries: int) -> int:
        """How many questions that is at most, for so many countries."""
        return sum(_questions(source, countries) for source in self.sources)


@dataclass(frozen=True)
class Built:
    """What came of it; `troubles` are sentences, one for each source that failed somewhere."""

    folder: Path
    fresh: int
    private: int
    troubles: tuple[str, ...]


def plan(sources: Iterable[str] = (), countries: Iterable[str] = ()) -> Plan:
    """What these sources would be asked; where none is named, all that make sense.

    Raises NotBuilt for a source or a code of a country that cannot be one.
    """
    named = []
    for code in countries:
        if len(code) != 2 or not (code.isascii() and code.isalpha()):
            raise NotBuilt(f"{shown(code)} is no country code; write two letters, as in KE")
        named.append(code.upper())
    asked = tuple(dict.fromkeys(sources)) or _usual(bool(named))
    for name in asked:
        if name not in LIVE:
            raise NotBuilt(f"there is no source {shown(name)}; {did_you_mean(name, LIVE, ENGLISH)}")
    return Plan(tuple(LIVE[name] for name in asked), tuple(dict.fromkeys(named)))


def _usual(some_countries: bool) -> tuple[str, ...]:
    if not some_countries:
        return OF_THE_WORLD
    return tuple(name for name, source in LIVE.items() if not source.token or token())


def _questions(source: LiveSource, countries: int) -> int:
    each = len(source.indicators) - len(source.whole)
    return len(source.whole) + each * countries


def build(
    permission: Permission,
    catalogue: Catalogue,
    planned: Plan,
    *,
    client: Client | None = None,
    progress: Shown = lambda done, total, indicator: None,
    words: Words = ENGLISH,
    now: datetime | None = None,
) -> Built:
    """Asks, and puts a new pack in the place of the old one.

    Raises NotBuilt, NotPermitted, NotKept, FileProblems (the old pack is broken), OSError.
    """
    from assess.evidence.live.client import Client as Asking
    from assess.evidence.live.fetcher import Fetcher

    moment = now or datetime.now(UTC)
    folder = _whole(pack_folder())
    old = own_pack(catalogue) or Pack(countries=(), entries=())
    try:
        with Answers() as answers, client or Asking(permission) as asking:
            fetcher = Fetcher(asking, answers, words, lambda: now or datetime.now(UTC))
            countries = _countries(fetcher, old, planned)
            found = _found(fetcher, planned, countries, progress)
    except Troubled as error:
        title = catalogue.sources[NAMES_COUNTRIES.id].title
        raise NotBuilt(told(words, error.trouble, title)) from None
    codes = {each.iso2: each.iso3 for each in countries}
    fresh = rows(catalogue, _listed(found, codes), codes, words, moment)
    tried = {(each.iso2, each.indicator) for each in fresh.attempts}
    pack = old.model_copy(
        update={
            "countries": countries,
            "entries": _newest(old.entries, fresh.entries),
            "attempts": (
                *(e for e in old.attempts if (e.iso2, e.indicator) not in tried),
                *fresh.attempts,
            ),
        }
    )
    _put(pack, folder, catalogue)
    private = sum(catalogue.sources[e.source].redistribute != "yes" for e in fresh.entries)
    return Built(folder, len(fresh.entries), private, tuple(_troubles(catalogue, found, words)))


def _countries(fetcher: Fetcher, old: Pack, planned: Plan) -> tuple[Country, ...]:
    """Those of the old pack, with what the World Bank lists where it is asked or nothing is known.

    Raises Troubled where there is no list at all, NotBuilt for a code that is in none.
    """
    known = {each.iso2: each for each in old.countries}
    if not known or NAMES_COUNTRIES in planned.sources:
        try:
            for place in fetcher.places():
                known[place.iso2] = _country(place, known.get(place.iso2))
        except Troubled:
            if not known:
                raise
    for code in planned.countries:
        if code not in known:
            raise NotBuilt(f"there is no country {code} in the list; mend the code")
    return tuple(known[code] for code in sorted(known))


def _country(place: Place, before: Country | None) -> Country:
    return Country(
        iso2=place.iso2,
        iso3=place.iso3,
        name=before.name if before else place.name,
        un_sdg_region=before.un_sdg_region if before else "",
        wb_income_group=place.income or (before.wb_income_group if before else ""),
    )


def _found(
    fetcher: Fetcher, planned: Plan, countries: tuple[Country, ...], progress: Shown
) -> dict[tuple[str, str], Got[Measured]]:
    codes = planned.countries or tuple(each.iso2 for each in countries)
    questions = [
        (indicator, country)
        for source in planned.sources
        for indicator in source.indicators
        for country in (("",) if indicator in source.whole else codes)
    ]
    found = {}
    for done, (indicator, country) in enumerate(questions):
        progress(done, len(questions), indicator)
        found[indicator, country] = fetcher.measured(indicator, country)
    progress(len(questions), len(questions), "")
    return found


def _listed(
    found: Mapping[tuple[str, str], Got[Measured]], codes: Mapping[str, str]
) -> dict[tuple[str, str], Got[Measured]]:
    """Without values of places that are not in the list of countries."""
    return {
        key: Got(tuple(v for v in one.values if v.country in codes), one.fetched, one.trouble)
        for key, one in found.items()
    }


def _newest(old: Iterable[Entry], fresh: Iterable[Entry]) -> tuple[Entry, ...]:
    """Of one indicator in one country the value of the later period; of equal ones the fresh."""
    kept = {(each.indicator, each.iso2): each for each in old}
    for each in fresh:
        before = kept.get((each.indicator, each.iso2))
        if before is None or period_end(each.period) >= period_end(before.period):
            kept[each.indicator, each.iso2] = each
    return tuple(kept[key] for key in sorted(kept))


def _troubles(
    catalogue: Catalogue, found: Mapping[tuple[str, str], Got[Measured]], words: Words
) -> Iterator[str]:
    """What went wrong, once for each source and reason; and which sources gave nothing at all."""
    said: dict[str, None] = {}
    for source in LIVE.values():
        title = catalogue.sources[source.id].title
        here = [one for (indicator, _), one in found.items() if indicator in source.indicators]
        for one in here:
            if one.trouble:
                said[told(words, one.trouble, title)] = None
        if here and not any(one.values or one.trouble for one in here):
            sentence = words.gettext("{source} had no value for any country; it may have moved.")
            said[sentence.format(source=title)] = None
    yield from said


def _whole(folder: Path) -> Path:
    """The folder, mended where a run was stopped between its two last steps. Raises NotBuilt."""
    if folder.is_file():
        raise NotBuilt(f"{folder}: a file; name a folder in ASSESS_EVIDENCE_PACK")
    before = _beside(folder, "before")
    if before.exists() and not folder.exists():
        before.rename(folder)
    return folder


def _beside(folder: Path, what: str) -> Path:
    return folder.with_name(f"{folder.name}.{what}")


def _put(pack: Pack, folder: Path, catalogue: Catalogue) -> None:
    """Makes the pack beside the old one, reads it once, and swaps the two."""
    made, before = _beside(folder, "unfinished"), _beside(folder, "before")
    try:
        for left in (made, before):
            shutil.rmtree(left, ignore_errors=True)
        if folder.exists():
            shutil.copytree(folder, made)
        write_pack(pack, made, catalogue)
        (made / SOURCES).write_text(_credits(pack, catalogue), encoding="utf-8")
        read_pack(made, catalogue)
        if folder.exists():
            folder.rename(before)
        made.rename(folder)
    finally:
        for left in (made, before) if folder.exists() else (made,):
            shutil.rmtree(left, ignore_errors=True)


def _credits(pack: Pack, catalogue: Catalogue) -> str:
    """Whose values these are, under which terms, and what may not be passed on."""
    lines = ["# Sources of this pack", ""]
    for name in dict.fromkeys(each.source for each in pack.entries):
        source = catalogue.sources[name]
        count = sum(each.source == name for each in pack.entries)
        may = "May be passed on" if source.redistribute == "yes" else "For your own use only"
        lines += [
            f"- **{source.title}** ({name}). {may}. Values: {count}.",
            f"  {source.attribution}. Terms: {source.licence}. {source.url}",
        ]
    lines += [
        "",
        "`evidence_private.csv` holds what is for your own use only. Leave it out when you give",
        "this pack to somebody else; reports never carry it.",
    ]
    return "\n".join(lines) + "\n"
