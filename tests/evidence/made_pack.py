"""A pack of fifteen made-up countries, to be read, packed and broken one line at a time.

Their codes (ZZ, QM to QZ) are among those that ISO 3166 leaves to users.
"""

from __future__ import annotations

import io
import shutil
import zipfile
from pathlib import Path

from assess.library import Library

PACK = Path(__file__).parent / "data" / "pack"
CATALOGUE = Library().catalogue()
VALUES = "evidence_latest.csv"
FETCHED = ",fetched"


def copied(folder: Path) -> Path:
    return Path(shutil.copytree(PACK, folder / "pack"))


def add(pack: Path, file: str, *lines: str) -> int:
    """Adds lines at the end of a file; returns the number of the last."""
    path = pack / file
    text = path.read_text(encoding="utf-8") + "".join(f"{line}\n" for line in lines)
    path.write_text(text, encoding="utf-8")
    return text.count("\n")


def zipped(files: dict[str, bytes]) -> bytes:
    data = io.BytesIO()
    with zipfile.ZipFile(data, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in files.items():
            archive.writestr(name, content)
    return data.getvalue()


def as_zip(prefix: str = "") -> bytes:
    return zipped({f"{prefix}{path.name}": path.read_bytes() for path in sorted(PACK.iterdir())})
