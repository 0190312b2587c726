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
SECONDS = 45.0  # on the clock, for all pages of a file
DOTS = 200 / 72  # a picture of 200 dots an inch; more is slower and reads no better
LARGEST = 20_000_000  # dots of one picture; a page drawn as large as a house is drawn smaller
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
_SCRIPT = re.compile(r"^Script: (\w+)", re.MULTILINE)


def recognise(document: PdfDocument, numbers: Sequence[int]) -> dict[int, str]:
    """The text of these pages (from 0) by page; empty where Tesseract is not installed.

    After 45 seconds no further page is begun, so that some may lack.
    """
    if not shutil.which(PROGRAM):
        return {}
    end = time.monotonic() + SECONDS
    languages = ""
    texts: dict[int, str] = {}
    for number in numbers:
        left = end - time.monotonic()
        if left <= 0:
            break
        picture = _picture(document[number])
        languages = languages or _languages(picture, left)
        texts[number] = _tesseract(["stdin", "stdout", *languages.split()], picture, left)
    return {number: text for number, text in texts.items() if text.strip()}


def _picture(page: PdfPage) -> bytes:
    """The page in greys, as the plainest of picture formats (PGM)."""
    width, height = page.get_size()
    scale = min(DOTS, (LARGEST / max(1.0, width * height)) ** 0.5)
    bitmap = page.render(scale=scale, grayscale=True)
    rows = memoryview(bytes(bitmap.buffer))
    ink = b"".join(
        rows[row * bitmap.stride : row * bitmap.stride + bitmap.width]
        for row in range(bitmap.height)
    )
    return b"P5 %d %d 255\n" % (bitmap.width, bitmap.height) + ink


def _languages(picture: bytes, seconds: float) -> str:
    """The option for the languages of the first page's script, as far as they are installed."""
    installed = set(_tesseract(["--list-langs"], b"", seconds).split())
    script = _SCRIPT.search(_tesseract(["stdin", "stdout", "--psm", "0"], picture, seconds))
    wanted = SCRIPTS.get(script[1] if script else "", SCRIPTS["Latin"])
    found = [language for language in wanted if language in installed]
    return f"-l {'+'.join(found)}" if found else "-l eng"


def _tesseract(arguments: Sequence[str], picture: bytes, seconds: float) -> str:
    try:
        run = subprocess.run(
            [PROGRAM, *arguments], input=picture, capture_output=True, timeout=seconds, check=False
        )
    except (subprocess.TimeoutExpired, OSError):
        return ""
    return run.stdout.decode("utf-8", "replace")
