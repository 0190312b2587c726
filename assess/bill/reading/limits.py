"""What a law may have at most, and how a file that cannot be read is refused."""

from __future__ import annotations

from assess.text import Words

SIZE_LIMIT = 50 * 1024**2  # bytes of the file
PAGES = 5_000
CHARACTERS = 20_000_000  # of text; the longest treaties have three million
LINE = 1_000_000  # characters of one paragraph
XML_DEPTH = 250  # elements inside one another; lawmakers' own formats need fewer than 40
HTML_DEPTH = 2_000  # the same on pages, which often forget to close what they open
PARTS = 10_000  # files inside a packed file
PART = 200 * 1024**2  # bytes of one part, unpacked
RATIO = 200  # how many times larger a part may be than it is packed; word processors reach 60
SMALL = 1024**2  # bytes of a part that may be packed as tightly as it likes


class Refused(Exception):
    """A file that is not read; its text is a sentence in the reader's words: what, how to mend."""


def too_long(words: Words) -> Refused:
    """What is said of a text longer than any law's."""
    return Refused(
        words.gettext(
            "the file has more than {number} characters of text; bring the law in parts"
        ).format(number=words.number(CHARACTERS))
    )
