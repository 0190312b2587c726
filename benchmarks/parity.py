"""Whether two languages of one law give the same matches: the test a language is supported by.

Laws in two languages are looked for beside the project (`..._en.xml` with `..._fr.xml` next to
it) and in `bilingual/`, where excerpts are kept with their source and licence. A law the words
were grown from does not count.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from functools import cache
from pathlib import Path

from pydantic import Field

from assess.bill.clause import Chain, Clause, Split
from assess.bill.reading import read
from assess.bill.screening import screen
from assess.bill.splitting import split
from assess.value import Line, LongText, Text, Value
from assess.yamlfile import read as read_yaml
from benchmarks.judging import finder_of, shipped
from benchmarks.labelled import BILLS

ENOUGH = 0.6
"""The least Jaccard of strong matches from which a language is called supported."""

EXCERPTS = Path(__file__).parent / "bilingual"
GROWN_FROM = ("ca/telecommunications_act_T-3.4",)
"""Laws that gave words to the lexicon in both languages."""

Pairs = frozenset[tuple[str, str]]
"""Provision and intervention."""


class Bilingual(Value):
    """Provisions of one law by language and number, the same numbers in each.

    `origin` says where the text is from, `licence` on which terms.
    """

    law: Line
    origin: Text = ""
    licence: Text = ""
    provisions: dict[Line, dict[Line, LongText]] = Field(min_length=2)

    def texts(self, language: str) -> Mapping[str, str]:
        """By number."""
        return self.provisions[language]


@cache
def bilingual() -> tuple[Bilingual, ...]:
    """Every law in two languages that is at hand and gave no words."""
    return (*_beside(), *_excerpts())


def _excerpts() -> Iterator[Bilingual]:
    for path in sorted(EXCERPTS.glob("*.yaml")):
        yield read_yaml(path, path.parent).into(Bilingual)


def _beside() -> Iterator[Bilingual]:
    folder = BILLS / "laws"
    for english in sorted(folder.rglob("*_en.*")):
        name = english.stem.removesuffix("_en")
        law = str((english.parent / name).relative_to(folder))
        others = sorted(set(english.parent.glob(f"{name}_??{english.suffix}")) - {english})
        if law not in GROWN_FROM and others:
            texts = {path.stem[-2:]: _read(path) for path in (english, *others)}
            numbers = set.intersection(*map(set, texts.values()))
            same = {
                language: {number: text for number, text in found.items() if number in numbers}
                for language, found in texts.items()
            }
            yield Bilingual(law=law, provisions=same)


def _read(path: Path) -> dict[str, str]:
    return {c.id: c.text for c in split(read(path.read_bytes(), path.name)).provisions}


def strong(texts: Mapping[str, str], language: str) -> Pairs:
    """The strong matches of provisions in one language."""
    clauses, start = [], 0
    for number, text in texts.items():
        clauses.append(Clause(number, number, "", text, start, start + len(text)))
        start += len(text) + 1
    law = Split(tuple(clauses), Chain("", "", len(clauses)), "")
    found = screen(law, shipped(language), finder_of(language))
    return frozenset((match.clause, match.intervention) for match in found.ranked if match.strong)


def jaccard(one: Pairs, other: Pairs) -> float | None:
    """The share of those in both in those in either; None where there are none."""
    return len(one & other) / len(one | other) if one | other else None


def agreement(language: str, reference: str = "en") -> float | None:
    """Over all laws at hand in both languages, or None where there is no such law."""
    ours: set[tuple[str, str]] = set()
    theirs: set[tuple[str, str]] = set()
    for law in bilingual():
        if {language, reference} <= law.provisions.keys():
            ours |= {(f"{law.law} {p}", i) for p, i in strong(law.texts(language), language)}
            theirs |= {(f"{law.law} {p}", i) for p, i in strong(law.texts(reference), reference)}
    return jaccard(frozenset(ours), frozenset(theirs))
