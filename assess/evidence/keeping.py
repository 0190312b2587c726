"""The user's own pack: where it is kept, how it is read and written."""

from __future__ import annotations

import csv
import os
from collections.abc import Iterable, Mapping, Sequence
from io import StringIO
from pathlib import Path

from assess.evidence import bundled, reader
from assess.evidence.indicator import Catalogue
from assess.evidence.pack import Pack
from assess.refusal import ENGLISH
from assess.text import Words
from assess.value import Value

VARIABLE = "ASSESS_EVIDENCE_PACK"
_COMPUTED = {"pct_world", "n_world", "pct_income", "n_income"}


def pack_folder(environment: Mapping[str, str] = os.environ) -> Path:
    """Where the user's own pack is, or would be.

    The folder (or ZIP) that ASSESS_EVIDENCE_PACK names; else `assess/evidence` in the user's data
    folder as the XDG Base Directory Specification has it, or in LOCALAPPDATA on Windows.
    """
    if named := environment.get(VARIABLE):
        return Path(named)
    data = environment.get("XDG_DATA_HOME", "")
    if not Path(data).is_absolute():  # a relative one is to be ignored, says the specification
        data = environment.get("LOCALAPPDATA") or str(Path.home() / ".local" / "share")
    return Path(data) / "assess" / "evidence"


def own_pack(catalogue: Catalogue, words: Words = ENGLISH) -> Pack | None:
    """The pack in `pack_folder()`; None where there is none. Raises FileProblems, OSError."""
    place = pack_folder()
    if not place.exists() or (place.is_dir() and not (place / bundled.VALUES).exists()):
        return None
    return reader.read_pack(place, catalogue, words)


def write_pack(pack: Pack, folder: Path, catalogue: Catalogue) -> None:
    """Writes a pack so that `read_pack` gives it again; each file is replaced as a whole.

    What its source's terms do not clearly let anybody pass on goes into a file of its own.
    Percentiles are left out: they follow from the values, and some of those may be new.
    """
    folder.mkdir(parents=True, exist_ok=True)
    series = bundled.SERIES[0]
    _write(folder / bundled.COUNTRIES, reader.COUNTRY_COLUMNS, pack.countries)
    _write(folder / bundled.ATTEMPTS, reader.ATTEMPT_COLUMNS, pack.attempts)
    _write(folder / bundled.SHUTDOWNS, reader.SHUTDOWN_COLUMNS, pack.shutdowns)
    _write(folder / series, ("iso2", *reader.SERIES_COLUMNS), pack.series)
    columns = (*reader.VALUE_COLUMNS, "fetched")
    free = {name for name, each in catalogue.sources.items() if each.redistribute == "yes"}
    for name, is_free in ((bundled.PRIVATE, False), (bundled.VALUES, True)):
        entries = (each for each in pack.entries if (each.source in free) is is_free)
        _write(folder / name, columns, entries)
    for name in bundled.SERIES:
        if name != series:
            (folder / name).unlink(missing_ok=True)  # it is in the one just written


def _write(path: Path, columns: Sequence[str], values: Iterable[Value]) -> None:
    text = StringIO()
    writer = csv.DictWriter(text, columns, extrasaction="raise", lineterminator="\n")
    writer.writeheader()
    for each in values:
        writer.writerow(each.model_dump(by_alias=True) | dict.fromkeys(_COMPUTED & set(columns)))
    unfinished = path.with_suffix(".unfinished")
    unfinished.write_text(text.getvalue(), encoding="utf-8")
    unfinished.replace(path)
