"""The app's words in a reader's language, and numbers and dates as they are written there.

The `.po` files are the catalogues; they are read at first use, so none can be stale.
"""

from __future__ import annotations

import datetime
import gettext
import unicodedata
from dataclasses import dataclass, field
from functools import cache
from io import BytesIO
from pathlib import Path
from typing import TYPE_CHECKING, Literal, NamedTuple

if TYPE_CHECKING:
    from babel.messages.catalog import Message

LOCALE = Path(__file__).parent / "locale"
APP, FRAMEWORK = "assess", "framework"
"""The two catalogues of a language: of what the app says, and of what the frameworks say."""
RIGHT_TO_LEFT = frozenset({"ar", "fa", "he", "ps", "ur"})
_NO_COUNTRIES = frozenset(
    ("AC", "CP", "CQ", "DG", "EA", "EU", "EZ", "IC", "QO", "TA", "UN", "XA", "XB", "ZZ")
)
"""What Babel names beside countries: unions, parts of countries, codes for private use."""


def _sortable(name: str) -> str:
    """A name without its accents, so that Åland stands among the As."""
    return unicodedata.normalize("NFKD", name).encode("ascii", "ignore").decode().lower() or name


@dataclass(frozen=True)
class Words:
    """The words of one language; `frameworks` are those of the frameworks' own sentences."""

    language: str
    translations: gettext.NullTranslations
    frameworks: gettext.NullTranslations = field(default_factory=gettext.NullTranslations)

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

    def content(self, sentence: str) -> str:
        """A framework's sentence in this language, or as it stands in the framework's file."""
        return self.frameworks.gettext(sentence) if sentence else ""

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
        from babel import Locale
        from babel.numbers import format_percent

        usual = Locale.parse(self._locale).percent_formats[None].pattern
        exact = usual.replace("#,##0", "#,##0.####")
        return format_percent(share, format=exact, locale=self._locale)

    def number(self, count: int) -> str:
        """A whole number, grouped as it is written there."""
        from babel.numbers import format_decimal

        return format_decimal(count, locale=self._locale)

    def decimal(self, number: float) -> str:
        """A number to two decimals, as it is written there."""
        from babel.numbers import format_decimal

        # adding 0 makes a zero of what would be written as minus zero
        return format_decimal(round(number, 2) + 0.0, format="0.00", locale=self._locale)

    def figure(self, number: float) -> str:
        """A measured number with all the decimals it has (six), as it is written there."""
        from babel.numbers import format_decimal

        return format_decimal(number + 0.0, format="#,##0.######", locale=self._locale)

    def date(self, day: datetime.date) -> str:
        """A date written out."""
        from babel.dates import format_date

        said = format_date(day, format="long", locale=self._locale)
        if day.day == 1 and self.language.split("-")[0] == "fr":
            return f"1er{said[1:]}"  # Babel writes "1 novembre"
        return said

    def named(self, tag: str) -> str:
        """The name of a language ("en", "pt-BR"); the tag itself where Babel has none for it."""
        from babel import Locale

        names = Locale.parse(self._locale).languages
        language = tag.replace("_", "-").partition("-")[0].lower()
        return str(names.get(tag.replace("-", "_")) or names.get(language) or tag)

    def territory(self, code: str) -> str:
        """The name of a country (ISO 3166-1 alpha-2); the code itself where Babel has none."""
        from babel import Locale

        return str(Locale.parse(self._locale).territories.get(code, code))

    def territories(self) -> tuple[str, ...]:
        """The codes of all countries, in the order of their names here."""
        from babel import Locale

        there = map(str, Locale.parse(self._locale).territories)
        codes = [code for code in there if code.isalpha() and code not in _NO_COUNTRIES]
        return tuple(sorted(codes, key=lambda code: _sortable(self.territory(code))))

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
    app = _file(folder, language, APP)
    if language not in languages(folder) or not app.is_file():
        return Words("en", gettext.NullTranslations())
    of_frameworks = _file(folder, language, FRAMEWORK)
    if not of_frameworks.is_file():
        return Words(language, _opened(app).translations)
    return Words(language, _opened(app).translations, _opened(of_frameworks).translations)


def translated(language: str, folder: Path = LOCALE) -> float:
    """Which share (0 to 1) of all sentences, the frameworks' included, a language has."""
    if language == "en":
        return 1.0
    there = [
        path if (path := _file(folder, language, name)).is_file() else folder / f"{name}.pot"
        for name in (APP, FRAMEWORK)
    ]
    opened = [_opened(path) for path in there if path.is_file()]
    return sum(each.translated for each in opened) / max(sum(each.all for each in opened), 1)


def _file(folder: Path, language: str, name: str) -> Path:
    return folder / language / "LC_MESSAGES" / f"{name}.po"


class _Opened(NamedTuple):
    """A catalogue, how many sentences of it are translated, and how many there are."""

    translations: gettext.GNUTranslations
    translated: int
    all: int


@cache
def _opened(path: Path) -> _Opened:
    from babel.messages.mofile import write_mo
    from babel.messages.pofile import read_po

    compiled = BytesIO()
    with path.open("rb") as file:
        catalogue = read_po(file)
    write_mo(compiled, catalogue)
    compiled.seek(0)
    sentences = [each for each in catalogue if each.id]
    done = sum(not each.fuzzy and _is_whole(each) for each in sentences)
    return _Opened(gettext.GNUTranslations(compiled), done, len(sentences))


def _is_whole(message: Message) -> bool:
    said = message.string
    return bool(said) if isinstance(said, str) else bool(said) and all(said or ())
