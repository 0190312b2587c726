"""The lexicons of the framework that laws are screened by, each made ready once."""

from __future__ import annotations

from typing import TYPE_CHECKING

from assess.bill.screening import Finder, Lexicon

if TYPE_CHECKING:
    from assess.intervention import Interventions
    from assess.library import Library

FRAMEWORK = "internet-way-of-networking"


class Lexicons:
    """The newest version of the framework. Raises UnknownFramework where there is none."""

    def __init__(self, library: Library) -> None:
        self._library = library
        self._ref = library.latest(FRAMEWORK)
        self._finders: dict[str, Finder] = {}

    def lexicon(self, language: str | None) -> Lexicon:
        """In a language, empty where there is none in it. Raises FileProblems."""
        return self._library.lexicon(self._ref.id, self._ref.version, language)

    def version(self, language: str | None) -> str:
        """Which words a law in this language would be screened by now."""
        return self.lexicon(language).coverage.version

    def finder(self, lexicon: Lexicon) -> Finder:
        """What finds its words; made once for each set of words."""
        version = lexicon.coverage.version
        if version not in self._finders:
            self._finders[version] = Finder(lexicon)
        return self._finders[version]

    def kinds(self) -> Interventions | None:
        """The interventions that words hint at. Raises FileProblems."""
        return self._library.interventions(self._ref.id, self._ref.version)
