"""The app's words in a reader's language, and numbers and dates as they are written there.

The `.po` files are the catalogues; they are read at first use, so none can be stale.
"""

from __future__ import annotations

import datetime
import gettext
from dataclasses import dataclass
from functools import cache
from io import BytesIO
from pathlib import Path
from typing import Literal

LOCALE = Path(__file__).parent / "locale"
RIGHT_TO_LEFT = frozenset({"ar", "fa", "he", "ps", "ur"})


@dataclass(frozen=True)
class Words:
    """The words of one language."""

    language: str
    translations: gettext.NullTranslations

    @property
    def direction(self) -> Literal["ltr", "rtl"]:
        """Which way the language is written."""
        return "rtl" if self.language.split("-")[0] in RIGHT_TO_LEFT else "ltr"

    def gettext(self, message: str) -> str:
        """The sentence in this language, or as it stands in the code."""
        return self.translations.gettext(message) if message else ""

    def ngettext(self, one: str, many: str, number: int) -> str:
        """The sentence for this number of things."""
        return self.translations.ngettext(one, many, number)

    def percent(self, share: float) -> str:
        """A share (0 to 1) as whole per cent; never 0 % or 100 % for what is only close to it."""
        from babel.numbers import format_percent

        if 0 < share <= 0.005:  # a half is rounded to the even number, which is 0
            return "< " + format_percent(0.01, locale=self._locale)
        if 0.995 <= share < 1:
            return "> " + format_percent(0.99, locale=self._locale)
        return format_percent(share, locale=self._locale)

    def exact(self, share: float) -> str:
        """A share (0 to 1) that somebody chose, as per cent with all the decimals it has (four)."""
        from babel.numbers import format_percent

        return format_percent(share, format="#,##0.####%", locale=self._locale)

    def number(self, count: int) -> str:
        """A whole number, grouped as it is written there."""
        from babel.numbers import format_decimal

        return format_decimal(count, locale=self._locale)

    def decimal(self, number: float) -> str:
        """A number to two decimals, as it is written there."""
        from babel.numbers import format_decimal

        # adding 0 makes a zero of what would be written as minus zero
        return format_decimal(round(number, 2) + 0.0, format="0.00", locale=self._locale)

    def date(self, day: datetime.date) -> str:
        """A date written out."""
        from babel.dates import format_date

        return format_date(day, format="long", locale=self._locale)

    def named(self, tag: str) -> str:
        """The name of a language ("en", "pt-BR"); the tag itself where Babel has none for it."""
        from babel import Locale

        names = Locale.parse(self._locale).languages
        language = tag.replace("_", "-").partition("-")[0].lower()
        return str(names.get(tag.replace("-", "_")) or names.get(language) or tag)

    @property
    def _locale(self) -> str:
        """For Babel. The English of the code is British: 22 November 2026."""
        return "en_GB" if self.language == "en" else self.language.replace("-", "_")


@cache
def languages(folder: Path = LOCALE) -> tuple[str, ...]:
    """Languages with a catalogue, English (the language of the code) first."""
    found = {path.parent.parent.name for path in folder.glob("*/LC_MESSAGES/assess.po")}
    return ("en", *sorted(found - {"en"}))


@cache
def words(language: str = "en", folder: Path = LOCALE) -> Words:
    """The words of a language; English where there is no catalogue for it."""
    path = folder / language / "LC_MESSAGES" / "assess.po"
    if language not in languages(folder) or not path.is_file():
        return Words("en", gettext.NullTranslations())
    return Words(language, _read(path))


def _read(path: Path) -> gettext.GNUTranslations:
    from babel.messages.mofile import write_mo
    from babel.messages.pofile import read_po

    compiled = BytesIO()
    with path.open("rb") as file:
        write_mo(compiled, read_po(file))
    compiled.seek(0)
    return gettext.GNUTranslations(compiled)
