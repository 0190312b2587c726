"""A packed file from a stranger (ZIP; DOCX and ODT are of this kind): its parts, and its faults."""

from __future__ import annotations

import zipfile
import zlib
from typing import Final

DAMAGED: Final = (
    *(zipfile.BadZipFile, zlib.error, EOFError),
    *(ValueError, OverflowError),  # names in no alphabet; places before or beyond any file
    NotImplementedError,  # a way of packing that is not known, or not read here
)
"""What Python raises, as a packed file is opened and its parts are, where it is damaged."""

LOCKED: Final = RuntimeError
"""How zipfile says that a part has a password; catch DAMAGED before it, which has a kind of it."""

# Word processors and every system pack in these ways alone. Of the others, LZMA takes as much
# memory as a few bytes ask for, and bzip2 unpacks on without minding a limit.
_READ: Final = (zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED)


def unpacked(archive: zipfile.ZipFile, part: zipfile.ZipInfo, limit: int) -> bytes | None:
    """The bytes of a part; None where they are more than `limit`, whatever the file says of them.

    Raises what DAMAGED and LOCKED name.
    """
    if part.compress_type not in _READ:
        raise NotImplementedError(part.compress_type)
    with archive.open(part) as file:
        content = file.read(limit + 1)
    return content if len(content) <= limit else None
