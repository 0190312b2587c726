"""Whether two languages of one law give the same matches: the test a language is supported by.

Laws in two languages are looked for beside the project (`..._en.xml` with `..._fr.xml` next to
it) and in `bilingual/`, where excerpts are kept with their source and licence. A law the words
were grown from does not count.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
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

    `origin` says where the text is from, `licence` on which terms. `grown`: words were written
    with this text in view, so that it proves nothing.
    """

    law: Line
    origin: Text = ""
    licence: Text = ""
    grown: bool = False
    provisions: dict[Line, dict[Line, LongText]] = Field(min_length=2)


@cache
def bilingual() -> tuple[Bilingual, ...]:
    """Every law in two languages that is at hand."""
    return (*_beside(), *kept())


@cache
def kept() -> tuple[Bilingual, ...]:
    """The excerpts in `bilingual/`."""
    paths = sorted(EXCERPTS.glob("*.yaml"))
    return tuple(read_yaml(path, path.parent).into(Bilingual) for path in paths)


def _beside() -> Iterator[Bilingual]:
    folder = BILLS / "laws"
    for english in sorted(folder.rglob("*_en.*")):
        name = english.stem.removesuffix("_en")
        law = str((english.parent / name).relative_to(folder))
        others = sorted(set(english.parent.glob(f"{name}_??{english.suffix}")) - {english})
        if others:
            texts = {path.stem[-2:]: _read(path) for path in (english, *others)}
            numbers = set.intersection(*map(set, texts.values()))
            same = {
                language: {number: text for number, text in found.items() if number in numbers}
                for language, found in texts.items()
            }
            yield Bilingual(law=law, grown=law in GROWN_FROM, provisions=same)


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


def pairs(laws: Iterable[Bilingual], language: str) -> Pairs:
    """The strong matches of several laws, the provisions named with their law."""
    return frozenset(
        (f"{law.law} {provision}", intervention)
        for law in laws
        for provision, intervention in strong(law.provisions[language], language)
    )


def parity(laws: Iterable[Bilingual], language: str, reference: str = "en") -> float | None:
    """Jaccard over those of the laws that are in both languages and gave no words.

    None where there is no such law, or no match in any.
    """
    both = {language, reference}
    some = [law for law in laws if both <= law.provisions.keys() and not law.grown]
    return jaccard(pairs(some, language), pairs(some, reference))


def parities(laws: Sequence[Bilingual], language: str) -> dict[str, float]:
    """Jaccard of a language with each other one that a law is in, two digits."""
    others = {each for law in laws for each in law.provisions} - {language}
    found = {other: parity(laws, language, other) for other in sorted(others)}
    return {other: round(share, 2) for other, share in found.items() if share is not None}


def deserves_support(laws: Sequence[Bilingual], language: str) -> bool:
    """Whether a language agrees enough with English, or English with any other."""
    found = parities(laws, language)
    shares = found.values() if language == "en" else [found.get("en", 0.0)]
    return any(share >= ENOUGH for share in shares)


def told() -> str:
    """The table by language and law."""
    lines = [
        "| bilingual law | languages | provisions | English pairs | pairs | in both | Jaccard |",
        "| --- | --- | --- | --- | --- | --- | --- |",
    ]
    for language in sorted({each for law in bilingual() for each in law.provisions} - {"en"}):
        laws = [law for law in bilingual() if language in law.provisions]
        for name, some in (
            *((law.law + (" (gave words)" if law.grown else ""), [law]) for law in laws),
            ("all that gave words", [law for law in laws if law.grown]),
            ("all that gave none", [law for law in laws if not law.grown]),
        ):
            lines.append(_row(name, some, language))
    return "\n".join(lines)


def _row(name: str, laws: Sequence[Bilingual], language: str) -> str:
    ours, theirs = pairs(laws, language), pairs(laws, "en")
    share = jaccard(ours, theirs)
    cells = (
        name,
        f"en, {language}",
        sum(len(law.provisions[language]) for law in laws),
        len(theirs),
        len(ours),
        len(ours & theirs),
        "none" if share is None else f"{share:.2f}",
    )
    return f"| {' | '.join(map(str, cells))} |"
