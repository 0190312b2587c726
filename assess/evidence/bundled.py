"""The files of a pack as bytes, from a folder or a ZIP that may be made to harm."""

from __future__ import annotations

import zipfile
from collections.abc import Iterator
from io import BytesIO
from pathlib import Path, PurePosixPath

from assess.errors import FileProblems, Place, Problem
from assess.packed import DAMAGED, LOCKED, unpacked
from assess.text import Words

VALUES, COUNTRIES, ATTEMPTS = "evidence_latest.csv", "countries.csv", "attempts.csv"
PRIVATE = "evidence_private.csv"
"""As VALUES, for what the source's terms do not clearly let the user pass on."""
SHUTDOWNS = "shutdowns_country_year.csv"
SERIES = ("series.csv", "wdi_access.csv", "sdg_mobile_coverage.csv")
FILES = (VALUES, PRIVATE, COUNTRIES, ATTEMPTS, SHUTDOWNS, *SERIES)
FILE_LIMIT = 10 * 1024**2  # bytes of one file; the largest of a real pack holds half a megabyte
ZIP_LIMIT = 20 * 1024**2
NAMES = 200  # files in a ZIP


def in_folder(folder: Path, words: Words) -> dict[str, bytes]:
    """The files of a pack in a folder, by name. Raises FileProblems, OSError."""
    found = {name: folder / name for name in FILES if (folder / name).is_file()}
    large = [name for name, path in found.items() if path.stat().st_size > FILE_LIMIT]
    _refuse([_too_large(name, words) for name in large])
    return {name: path.read_bytes() for name, path in found.items()}


def in_zip(data: bytes, name: str, words: Words) -> dict[str, bytes]:
    """The files of a pack in a ZIP, in whichever of its folders. Raises FileProblems."""
    if len(data) > ZIP_LIMIT:
        told = words.gettext("larger than {limit} MB; a pack needs less")
        raise FileProblems((Problem(Place(name), told.format(limit=ZIP_LIMIT // 1024**2)),))
    try:
        with zipfile.ZipFile(BytesIO(data)) as archive:
            return _unzipped(archive, name, words)
    except (*DAMAGED, LOCKED):
        told = words.gettext("not a ZIP that can be read; pack the folder anew, without a password")
        raise FileProblems((Problem(Place(name), told),)) from None


def _unzipped(archive: zipfile.ZipFile, name: str, words: Words) -> dict[str, bytes]:
    found: dict[str, bytes] = {}
    problems: list[Problem] = []
    if len(archive.infolist()) > NAMES:
        told = words.gettext("more than {limit} files; keep only those of the pack")
        raise FileProblems((Problem(Place(name), told.format(limit=NAMES)),))
    for info, file in _of_a_pack(archive):
        data = unpacked(archive, info, FILE_LIMIT)
        if data is None:
            problems.append(_too_large(file, words))
        elif file in found:
            told = words.gettext("is there twice, in two folders; keep one")
            problems.append(Problem(Place(file), told))
        else:
            found[file] = data
    _refuse(problems)
    return found


def _of_a_pack(archive: zipfile.ZipFile) -> Iterator[tuple[zipfile.ZipInfo, str]]:
    for info in archive.infolist():
        path = PurePosixPath(info.filename)
        if path.name in FILES and not info.is_dir() and "__MACOSX" not in path.parts:
            yield info, path.name


def _too_large(file: str, words: Words) -> Problem:
    told = words.gettext("larger than {limit} MB; a pack needs less")
    return Problem(Place(file), told.format(limit=FILE_LIMIT // 1024**2))


def _refuse(problems: list[Problem]) -> None:
    if problems:
        raise FileProblems(tuple(problems))
