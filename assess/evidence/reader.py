"""A pack from its files: each row checked, each percentile made again, all problems told."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
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
        countries = [each for _, each in self._once(bundled.COUNTRIES, COUNTRY_COLUMNS, Country)]
        self.codes = {each.iso2: each.iso3 for each in countries}
        entries = self._once(bundled.VALUES, VALUE_COLUMNS, Entry)
        for line, entry in entries:
            self._fits(bundled.VALUES, line, entry)
        placed, wrong = with_standings(entries, self.catalogue, countries, self.words)
        self.problems += wrong
        shutdowns = self._once(bundled.SHUTDOWNS, SHUTDOWN_COLUMNS, ShutdownYear)
        attempts = self._once(bundled.ATTEMPTS, ATTEMPT_COLUMNS, Attempt)
        series = [each for file in bundled.SERIES for each in self._points(file)]
        return Pack(
            countries=tuple(countries),
            entries=placed,
            series=tuple(series),
            shutdowns=tuple(each for _, each in shutdowns),
            attempts=tuple(each for _, each in attempts),
            aside=tuple(self.aside),
        )

    def _once(
        self, file: str, columns: tuple[str, ...], model: type[Made]
    ) -> list[tuple[int, Made]]:
        """The rows of a file as values, each country and what is said of it given once."""
        found = list(self._values(file, self._rows(file, columns), model))
        self._twice(file, found)
        return found

    def _rows(self, file: str, columns: tuple[str, ...]) -> Iterator[Row]:
        if file not in self.files:
            return
        try:
            found = table(self.files[file], file, columns, self.words)
        except FileProblems as error:
            self.problems += error.problems
            return
        self.problems += found.problems
        for row in found.rows:
            indicator = row.cells.get("indicator")
            if indicator is not None and indicator not in self.known:
                self.aside[shown(indicator)] = None
            else:
                yield row

    def _values(
        self, file: str, rows: Iterator[Row], model: type[Made]
    ) -> Iterator[tuple[int, Made]]:
        fields = {field.alias or name for name, field in model.model_fields.items()}
        for line, cells in rows:
            try:
                yield line, model.model_validate({k: v for k, v in cells.items() if k in fields})
            except ValidationError as error:
                for refusal in refusals(error, model, self.words):
                    place = Place(file, line, path(refusal.loc))
                    self.problems.append(Problem(place, refusal.message))

    def _twice(self, file: str, found: list[tuple[int, Made]]) -> None:
        first: dict[tuple[object, ...], int] = {}
        for line, value in found:
            parts = ("iso2", "indicator", "year")
            key = tuple(getattr(value, part, None) for part in parts)
            earlier = first.setdefault(key, line)
            if earlier != line:
                told = self.words.gettext("the same as in line {line}; keep one of them")
                self.problems.append(Problem(Place(file, line), told.format(line=earlier)))
            self._country(file, line, value)

    def _country(self, file: str, line: int, value: Value) -> None:
        code = getattr(value, "iso2", "")
        if self.codes and code and code not in self.codes:
            self._lost(file, line, "iso2", code)

    def _lost(self, file: str, line: int, column: str, code: str) -> None:
        told = self.words.gettext("there is no country {code} in countries.csv; mend the code")
        self.problems.append(Problem(Place(file, line, column), told.format(code=shown(code))))

    def _fits(self, file: str, line: int, entry: Entry) -> None:
        """Whether a row names one country and a source that the catalogue has."""
        expected = self.codes.get(entry.iso2, entry.iso3)
        if expected != entry.iso3:
            told = self.words.gettext("{iso3} is not {iso2}, which is {expected}; mend the code")
            message = told.format(iso3=entry.iso3, iso2=entry.iso2, expected=expected)
            self.problems.append(Problem(Place(file, line, "iso3"), message))
        if entry.source not in self.catalogue.sources:
            hint = did_you_mean(entry.source, self.catalogue.sources, self.words)
            told = self.words.gettext("there is no source {name}; {hint}")
            message = told.format(name=entry.source, hint=hint)
            self.problems.append(Problem(Place(file, line, "source"), message))

    def _points(self, file: str) -> list[Point]:
        """A series, whose countries have codes of three letters, or of two."""
        by_iso3 = {iso3: iso2 for iso2, iso3 in self.codes.items()}
        rows = []
        for line, cells in self._rows(file, SERIES_COLUMNS):
            code = cells.get("iso2") or by_iso3.get(cells.get("iso3", ""))
            if code:
                rows.append(Row(line, {**cells, "iso2": code}))
            else:
                self._lost(file, line, "iso3", cells.get("iso3", ""))
        found = list(self._values(file, iter(rows), Point))
        self._twice(file, found)
        return [each for _, each in found]
