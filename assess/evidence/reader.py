"""A pack from its files: each row checked, each percentile made again, all problems told."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import replace
from pathlib import Path
from typing import TypeVar

from pydantic import ValidationError

from assess.errors import FileProblems, Place, Problem
from assess.evidence import bundled
from assess.evidence.indicator import Catalogue
from assess.evidence.pack import Attempt, Country, Entry, Pack, Point, ShutdownYear
from assess.evidence.standings import with_standings
from assess.evidence.tabular import Row, table
from assess.refusal import ENGLISH, did_you_mean, path, refusals, shown
from assess.text import Words
from assess.value import Value

Made = TypeVar("Made", bound=Value)
Placed = tuple[Place, Made]
TOLD = 100  # problems of one pack that are still worth listing

VALUE_COLUMNS = (
    *("iso2", "iso3", "indicator", "value", "period", "sample", "thin"),
    *("pct_world", "n_world", "pct_income", "n_income", "note", "source"),
)
COUNTRY_COLUMNS = ("iso2", "iso3", "name", "un_sdg_region", "wb_income_group")
ATTEMPT_COLUMNS = ("iso2", "indicator", "state", "fetched", "note")
SERIES_COLUMNS = ("indicator", "year", "value")
SHUTDOWN_COLUMNS = (
    *("iso2", "count_year", "records"),
    *("full_network", "service_based_only", "throttling"),
)


def read_pack(place: Path, catalogue: Catalogue, words: Words = ENGLISH) -> Pack:
    """The pack in a folder or ZIP. Raises FileProblems with all that is wrong with it; OSError."""
    if place.is_dir():
        return _pack(bundled.in_folder(place, words), place.as_posix(), catalogue, words)
    with place.open("rb") as file:
        return unpack(file.read(bundled.ZIP_LIMIT + 1), catalogue, place.as_posix(), words)


def unpack(data: bytes, catalogue: Catalogue, name: str = "", words: Words = ENGLISH) -> Pack:
    """The pack in a ZIP; `name` is said in refusals. Raises FileProblems with all of them."""
    return _pack(bundled.in_zip(data, name, words), name, catalogue, words)


def _pack(files: Mapping[str, bytes], name: str, catalogue: Catalogue, words: Words) -> Pack:
    needed = (bundled.COUNTRIES, bundled.VALUES)
    if lacking := [file for file in needed if file not in files]:
        told = words.gettext("no pack of evidence: {names} is missing; add it")
        message = told.format(names=", ".join(lacking))
        raise FileProblems((Problem(Place(name), message),))
    reader = _Reader(files, catalogue, words)
    made = reader.pack()
    if reader.problems:
        raise FileProblems(_shortened(reader.problems, name, words))
    return made


def _shortened(problems: list[Problem], name: str, words: Words) -> tuple[Problem, ...]:
    more = len(problems) - TOLD
    if more <= 0:
        return tuple(problems)
    told = words.gettext("and {count} more; mend these first").format(count=words.number(more))
    return (*problems[:TOLD], Problem(Place(name), told))


class _Reader:
    """Reads the files of one pack, and keeps what is wrong with them and what is left aside."""

    def __init__(self, files: Mapping[str, bytes], catalogue: Catalogue, words: Words) -> None:
        self.files, self.catalogue, self.words = files, catalogue, words
        self.problems: list[Problem] = []
        self.aside: dict[str, None] = {}
        self.known = {each.id for each in catalogue.indicators}
        self.codes: dict[str, str] = {}

    def pack(self) -> Pack:
        """The pack as far as it could be read."""
        countries = self._once(Country, COUNTRY_COLUMNS, bundled.COUNTRIES)
        self.codes = {each.iso2: each.iso3 for _, each in countries}
        entries = self._once(Entry, VALUE_COLUMNS, bundled.VALUES, bundled.PRIVATE)
        for place, entry in entries:
            self._fits(place, entry)
        nations = tuple(each for _, each in countries)
        standing, wrong = with_standings(entries, self.catalogue, nations, self.words)
        self.problems += wrong
        shutdowns = self._once(ShutdownYear, SHUTDOWN_COLUMNS, bundled.SHUTDOWNS)
        attempts = self._once(Attempt, ATTEMPT_COLUMNS, bundled.ATTEMPTS)
        series = self._once(Point, SERIES_COLUMNS, *bundled.SERIES)
        return Pack(
            countries=nations,
            entries=standing,
            series=tuple(each for _, each in series),
            shutdowns=tuple(each for _, each in shutdowns),
            attempts=tuple(each for _, each in attempts),
            aside=tuple(self.aside),
        )

    def _once(self, model: type[Made], columns: tuple[str, ...], *files: str) -> list[Placed[Made]]:
        """The rows of files as values; what is said of a country is said once."""
        found = [each for file in files for each in self._values(file, columns, model)]
        first: dict[tuple[object, ...], Place] = {}
        for place, value in found:
            key = tuple(getattr(value, part, None) for part in ("iso2", "indicator", "year"))
            earlier = first.setdefault(key, place)
            if earlier != place:
                told = self.words.gettext("the same as in {place}; keep one of them")
                self._wrong(place, "", told.format(place=earlier))
            code = key[0]
            if self.codes and code and code not in self.codes:
                self._no_country(place, "iso2", str(code))
        return found

    def _values(
        self, file: str, columns: tuple[str, ...], model: type[Made]
    ) -> Iterator[Placed[Made]]:
        fields = {field.alias or name for name, field in model.model_fields.items()}
        for line, cells in self._rows(file, columns):
            try:
                used = {name: cell for name, cell in cells.items() if name in fields}
                yield Place(file, line), model.model_validate(used)
            except ValidationError as error:
                for refusal in refusals(error, model, self.words):
                    self._wrong(Place(file, line), path(refusal.loc), refusal.message)

    def _rows(self, file: str, columns: tuple[str, ...]) -> Iterator[Row]:
        """The rows of a file that is there, of indicators that are known, with a code of two."""
        if file not in self.files:
            return
        try:
            found = table(self.files[file], file, columns, self.words)
        except FileProblems as error:
            self.problems += error.problems
            return
        self.problems += found.problems
        short = {iso3: iso2 for iso2, iso3 in self.codes.items()}
        for line, cells in found.rows:
            indicator, code = cells.get("indicator"), cells.get("iso3", "")
            if indicator is not None and indicator not in self.known:
                self.aside[shown(indicator)] = None
            elif file in bundled.SERIES and "iso2" not in cells:
                if code in short:
                    yield Row(line, {**cells, "iso2": short[code]})
                else:
                    self._no_country(Place(file, line), "iso3", code)
            else:
                yield Row(line, cells)

    def _fits(self, place: Place, entry: Entry) -> None:
        """Whether a row names one country, and a source that the catalogue has."""
        expected = self.codes.get(entry.iso2, entry.iso3)
        if expected != entry.iso3:
            told = self.words.gettext("{iso3} is not {iso2}, which is {expected}; mend the code")
            message = told.format(iso3=entry.iso3, iso2=entry.iso2, expected=expected)
            self._wrong(place, "iso3", message)
        if entry.source not in self.catalogue.sources:
            hint = did_you_mean(entry.source, self.catalogue.sources, self.words)
            told = self.words.gettext("there is no source {name}; {hint}")
            self._wrong(place, "source", told.format(name=entry.source, hint=hint))

    def _no_country(self, place: Place, column: str, code: str) -> None:
        told = self.words.gettext("there is no country {code} in countries.csv; mend the code")
        self._wrong(place, column, told.format(code=shown(code) or "—"))

    def _wrong(self, place: Place, column: str, message: str) -> None:
        self.problems.append(Problem(replace(place, path=column), message))
