"""Pictures of text to text, by the program Tesseract where it is installed."""

from __future__ import annotations

import re
import shutil
import subprocess
import time
from collections.abc import Sequence
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pypdfium2 import PdfDocument, PdfPage

PROGRAM = "tesseract"
SECONDS = 40.0  # on the clock, for all pages of a file; the longest wait for a file is 60
FRUITLESS = 10  # pages without a word, after which no others are tried
TWO = 2  # languages tried at once; each takes its time
DOTS = 200 / 72  # a picture of 200 dots an inch; more is slower and reads no better
LONGEST = 3_000  # dots of its longer side; a page drawn as large as a house is drawn smaller
SCRIPTS = {
    "Arabic": ("ara", "fas", "urd"),
    "Cyrillic": ("rus", "ukr", "bul", "srp"),
    "Greek": ("ell",),
    "Han": ("chi_sim", "chi_tra"),
    "Hangul": ("kor",),
    "Japanese": ("jpn",),
    "Latin": ("eng", "fra", "deu", "spa", "por"),
}
"""Languages tried for each script that Tesseract tells apart; it may have only some of them."""
CODES = {
    **{"ar": "ara", "de": "deu", "el": "ell", "en": "eng", "es": "spa", "fa": "fas", "fr": "fra"},
    **{"ja": "jpn", "ko": "kor", "pt": "por", "ru": "rus", "uk": "ukr", "ur": "urd"},
}
"""What Tesseract calls the reader's language, which is the first guess for the law's."""
_SCRIPT = re.compile(r"^Script: (\w+)", re.MULTILINE)


def recognise(document: PdfDocument, numbers: Sequence[int], reader: str = "") -> dict[int, str]:
    """The text of these pages (from 0) by page; empty where Tesseract is not installed.

    `reader` is the reader's language. After 40 seconds no further page is begun, so that some may
    lack; nor after ten in which there was not a word.
    """
    if not shutil.which(PROGRAM):
        return {}
    end = time.monotonic() + SECONDS
    languages: list[str] = []
    texts: dict[int, str] = {}
    for tried, number in enumerate(numbers):
        left = end - time.monotonic()
        if left <= 0 or (tried == FRUITLESS and not texts):
            break
        picture = _picture(document, number)
        if not picture or _blank(picture):
            continue
        languages = languages or _languages(picture, left, reader)
        text = _tesseract(["stdin", "stdout", *languages], picture, left)
        if text.strip():
            texts[number] = text
    return texts


def _picture(document: PdfDocument, number: int) -> bytes:
    """A page in greys, as the plainest of picture formats (PGM); none where it cannot be drawn."""
    from pypdfium2 import PdfiumError

    try:
        return _drawn(document[number])
    except PdfiumError:
        return b""


def _drawn(page: PdfPage) -> bytes:
    width, height = page.get_size()
    scale = min(DOTS, LONGEST / max(1.0, width, height))
    bitmap = page.render(scale=scale, grayscale=True)
    rows = memoryview(bytes(bitmap.buffer))
    ink = b"".join(
        rows[row * bitmap.stride : row * bitmap.stride + bitmap.width]
        for row in range(bitmap.height)
    )
    return b"P5 %d %d 255\n" % (bitmap.width, bitmap.height) + ink


def _blank(picture: bytes) -> bool:
    """Whether all of it is as white as paper."""
    _head, _, dots = picture.partition(b" 255\n")
    return dots.count(b"\xff") == len(dots)


def _languages(picture: bytes, seconds: float, reader: str) -> list[str]:
    """The option for the languages of the first page's script, as far as they are installed."""
    installed = set(_tesseract(["--list-langs"], b"", seconds).split())
    found = _SCRIPT.search(_tesseract(["stdin", "stdout", "--psm", "0"], picture, seconds))
    script = found[1] if found else "Latin"
    of_script = SCRIPTS.get(script, ())
    first = [CODES[reader]] if CODES.get(reader) in of_script else []
    wanted = dict.fromkeys([*first, f"script/{script}", *of_script])
    return ["-l", "+".join([each for each in wanted if each in installed][:TWO]) or "eng"]


def _tesseract(arguments: Sequence[str], picture: bytes, seconds: float) -> str:
    try:
        run = subprocess.run(
            [PROGRAM, *arguments], input=picture, capture_output=True, timeout=seconds, check=False
        )
    except (subprocess.TimeoutExpired, OSError):
        return ""
    return run.stdout.decode("utf-8", "replace")
