"""The lexicon of a framework: which wording hints at which intervention, in eight languages.

`lexicon/ideas.yaml` says once what hints at what, how strongly and why; `lexicon/<language>.yaml`
gives the words of each idea in that language.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Annotated, Literal, Self

from pydantic import AfterValidator, Field, model_validator

from assess.bill.match import Coverage, Measured, Share
from assess.bill.screening.term import Term
from assess.errors import FileProblems, Problem
from assess.framework import LEVELS, Version
from assess.intervention import Interventions
from assess.value import Line, Slug, Text, Value
from assess.yamlfile import read

TERM_LIMIT = 1000
"""Characters of one term with all its alternatives."""


def _readable(written: str) -> str:
    Term.read(written)
    return written


Written = Annotated[str, Field(max_length=TERM_LIMIT), AfterValidator(_readable)]
"""A term as assess.bill.screening.term reads it."""
Weight = Annotated[float, Field(gt=0, le=1)]
Language = Annotated[str, Field(pattern=r"^[a-z]{2,3}$")]


class Idea(Value):
    """A kind of wording. `hints` are the interventions it hints at, each with a weight to 1."""

    id: Slug
    hints: dict[Slug, Weight] = Field(min_length=1)
    why: Text


class Ideas(Value):
    """The ideas of one version of a framework, for all languages."""

    framework: Slug
    version: Version
    author: Line
    source: Text
    ideas: tuple[Idea, ...] = Field(min_length=1)

    @model_validator(mode="after")
    def _ids_are_unique(self) -> Self:
        ids = [idea.id for idea in self.ideas]
        twice = sorted({each for each in ids if ids.count(each) > 1})
        if twice:
            raise ValueError(f"idea given twice: {', '.join(twice)}; keep one of each")
        return self


class Words(Value):
    """The words of one language. `tested` says what a claim of support rests on.

    `measured` and `parity` are renewed by `python -m benchmarks.screening --measured`.
    """

    framework: Slug
    version: Version
    language: Language
    support: Literal["supported", "experimental"]
    tested: Text
    measured: Measured | None = None
    parity: dict[Language, Share] = Field(default_factory=dict)
    author: Line
    source: Text
    words: dict[Slug, tuple[Written, ...]]


@dataclass(frozen=True)
class Lexicon:
    """The lexicon in one language: each idea with its terms, and what interventions may touch."""

    coverage: Coverage
    ideas: tuple[tuple[Idea, tuple[Term, ...]], ...]
    may_touch: Mapping[str, Mapping[str, int]]

    @property
    def language(self) -> str:
        """As the words are folded; empty where there is no lexicon for the language."""
        return self.coverage.language or ""


def languages(folder: Path) -> tuple[str, ...]:
    """The languages that the lexicon beside a framework has words in."""
    names = (path.stem for path in (folder / "lexicon").glob("*.yaml"))
    return tuple(sorted(name for name in names if name != "ideas"))


def lexicon(folder: Path, kinds: Interventions | None, language: str | None) -> Lexicon:
    """The lexicon in `folder`, a framework's version, for a language as BCP 47 has it ("en-GB").

    Empty where the folder has no words in that language, or no interventions. Raises
    FileProblems.
    """
    wanted = (language or "").replace("_", "-").partition("-")[0].lower()
    if kinds is None or wanted not in languages(folder):
        return Lexicon(Coverage(language, "none", "", 0, 0, 0), (), {})
    files = (folder / "lexicon" / "ideas.yaml", folder / "lexicon" / f"{wanted}.yaml")
    ideas, words = load_ideas(files[0], kinds), load_words(files[1])
    _refuse(files[1], _strangers(words, ideas))
    known = tuple(
        (idea, tuple(map(Term.read, words.words[idea.id])))
        for idea in ideas.ideas
        if words.words.get(idea.id)
    )
    print_of_files = hashlib.sha256(b"\0".join(path.read_bytes() for path in files))
    coverage = Coverage(
        language=wanted,
        support=words.support,
        version=f"{words.version}+{print_of_files.hexdigest()[:12]}",
        terms=sum(len(side) for _, terms in known for term in terms for side in term.sides),
        ideas=len(known),
        of=len(ideas.ideas),
        tested=words.tested,
        measured=words.measured,
        parity=words.parity,
    )
    return Lexicon(coverage, known, touched(kinds))


def touched(kinds: Interventions) -> dict[str, dict[str, int]]:
    """The nodes that each intervention often harms or benefits, with the higher level, 1 to 3."""
    return {
        kind.id: {
            effect.node: max(LEVELS.index(level) + 1 for level in said)
            for effect in kind.typical_effects
            if (said := [level for level in (effect.harm, effect.benefit) if level])
        }
        for kind in kinds.interventions
    }


def load_ideas(path: Path, kinds: Interventions) -> Ideas:
    """The ideas of a lexicon, each hinting at interventions that exist. Raises FileProblems."""
    made = read(path, path.parent).into(Ideas)
    unknown = (
        f"{idea.id}: there is no intervention {name}; take one of interventions.yaml"
        for idea in made.ideas
        for name in idea.hints
        if kinds.get(name) is None
    )
    _refuse(path, unknown)
    return made


def load_words(path: Path) -> Words:
    """The words of the language that the file is named after. Raises FileProblems."""
    made = read(path, path.parent).into(Words)
    if made.language != path.stem:
        _refuse(path, iter([f"language {made.language} stands in {path.name}; name both alike"]))
    return made


def _strangers(words: Words, ideas: Ideas) -> Iterator[str]:
    known = {idea.id for idea in ideas.ideas}
    for name in words.words:
        if name not in known:
            yield f"{name} is no idea of ideas.yaml; add it there or leave its words out"


def _refuse(path: Path, told: Iterator[str]) -> None:
    document = read(path, path.parent)
    if problems := tuple(Problem(document.place(), message) for message in told):
        raise FileProblems(problems)
