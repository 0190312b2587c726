"""The frameworks and cases that come with a checkout; each file is read when first asked for."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from functools import partial
from pathlib import Path
from typing import TypeVar

from pydantic import ValidationError

from assess.assessment import Assessment
from assess.bill.draft_language import language_of
from assess.bill.match import Screening
from assess.bill.screening import Lexicon, languages, lexicon, screen
from assess.bill.splitting import from_provisions
from assess.case import Case
from assess.errors import FileProblems, Problem, UnknownCase, UnknownFramework
from assess.evidence import NO_CATALOGUE, Catalogue
from assess.framework import Framework, FrameworkRef
from assess.intervention import Interventions
from assess.loading import (
    CHANGES,
    load_catalogue,
    load_changes,
    load_framework,
    load_interventions,
    named_after,
    problems_at,
    refuse,
)
from assess.migration import Changes
from assess.overlay import Overlay, misfits, overlaid
from assess.proposal import Draft
from assess.references import Dangling, in_case
from assess.refusal import did_you_mean, refusals
from assess.topic import combine
from assess.yamlfile import Document, read

CHECKOUT = Path(__file__).resolve().parent.parent
Loaded = TypeVar("Loaded")


class Library:
    """`frameworks/` and `cases/` under a folder.

    What cannot be loaded is left out of `frameworks()` and `cases()`, and told by `problems()`.
    Names are looked up among the folders found, so a name from outside cannot lead elsewhere.
    """

    def __init__(self, root: Path = CHECKOUT) -> None:
        self.root = root
        self._kept: dict[Path, object] = {}
        self._combined: dict[tuple[FrameworkRef, tuple[FrameworkRef, ...]], Framework] = {}

    def frameworks(self) -> tuple[FrameworkRef, ...]:
        """Every framework version that can be used, by id, oldest version first."""
        return tuple(
            FrameworkRef(id=name, version=version)
            for name, version in self._versions()
            if _works(self.framework, name, version)
        )

    def latest(self, framework_id: str) -> FrameworkRef:
        """The newest usable version of a framework. Raises UnknownFramework."""
        versions = [ref for ref in self.frameworks() if ref.id == framework_id]
        if not versions:
            raise UnknownFramework(self._no_framework(framework_id))
        return versions[-1]

    def framework(self, framework_id: str, version: str) -> Framework:
        """One version of a framework. Raises UnknownFramework, or FileProblems if it is broken."""
        path = self._version_folder(framework_id, version) / "framework.yaml"
        return self._once(path, lambda: load_framework(path, self.root))

    def newest(self) -> tuple[FrameworkRef, ...]:
        """The newest usable version of every framework, by id."""
        return tuple({ref.id: ref for ref in self.frameworks()}.values())

    def topics(self, base: FrameworkRef) -> tuple[Framework, ...]:
        """Of each topic the newest framework that builds on this version, by id."""
        found = (self.framework(ref.id, ref.version) for ref in self.frameworks())
        return tuple({each.id: each for each in found if each.builds_on == base}.values())

    def combined(
        self,
        base: FrameworkRef,
        topics: tuple[FrameworkRef, ...],
        overlay: Overlay | None = None,
    ) -> Framework:
        """A framework version with these topics beside it, as an overlay has it if given.

        Raises UnknownFramework, also where a topic builds on another framework or version, and
        FileProblems where one is broken.
        """
        framework = self.framework(base.id, base.version)
        found = tuple(self.framework(topic.id, topic.version) for topic in topics)
        for topic in found:
            if topic.builds_on != base:
                raise UnknownFramework(_wrong_topic(topic, base))
        if overlay is not None:
            return overlaid(framework, found, overlay)
        if (base, topics) not in self._combined:
            self._combined[base, topics] = combine(framework, found)
        return self._combined[base, topics]

    def whole(self, base: FrameworkRef) -> Framework:
        """A framework version with every topic that builds on it. Raises as `combined`."""
        topics = self.topics(base)
        return self.combined(base, tuple(FrameworkRef(id=e.id, version=e.version) for e in topics))

    def framework_of(self, assessment: Assessment | Case) -> Framework:
        """What an assessment or case is made against. Raises as `combined`."""
        overlay = assessment.overlay if isinstance(assessment, Assessment) else None
        return self.combined(assessment.framework, assessment.topics.refs, overlay)

    def changes(self, framework_id: str, version: str) -> Changes | None:
        """What a version says it changed; None where it has no such file, as a first version.

        Raises UnknownFramework, or FileProblems where it says something else than the two versions.
        """
        path = self._version_folder(framework_id, version) / CHANGES
        if not path.is_file():
            return None
        return self._once(path, lambda: load_changes(path, self.root))

    def interventions(self, framework_id: str, version: str) -> Interventions | None:
        """The kinds of intervention of a framework version; None where it has no such file.

        Raises UnknownFramework, or FileProblems where either file is broken.
        """
        path = self._version_folder(framework_id, version) / "interventions.yaml"
        if not path.is_file():
            return None
        return self._once(path, lambda: load_interventions(path, self.root))

    def catalogue(self) -> Catalogue:
        """What can be measured by country; NO_CATALOGUE where there is no such file. FileProblems.

        It belongs to no version of a framework: no finding rests on it.
        """
        path = self._indicators()
        if not path.is_file():
            return NO_CATALOGUE
        return self._once(path, lambda: load_catalogue(path, self.root))

    def lexicon(self, framework_id: str, version: str, language: str | None) -> Lexicon:
        """The words that hint at interventions in a language, none where it has no file.

        Raises UnknownFramework, or FileProblems where a file is broken.
        """
        folder = self._version_folder(framework_id, version)
        kinds = self.interventions(framework_id, version)
        made = partial(lexicon, folder, kinds, language)
        return self._once(folder / "lexicon" / (language or ""), made)

    def lexicon_languages(self, framework_id: str, version: str) -> tuple[str, ...]:
        """The languages in which there are words that hint at interventions. UnknownFramework."""
        return languages(self._version_folder(framework_id, version))

    def screened(self, ref: FrameworkRef, draft: Draft) -> Screening:
        """The provisions of a draft with what their words hint at, by the words of its language.

        Where the draft names no language it is guessed. Raises UnknownFramework, or FileProblems
        where a file is broken.
        """
        words = self.lexicon(ref.id, ref.version, language_of(draft) or None)
        return screen(from_provisions(draft.provisions), words)

    def cases(self) -> tuple[Case, ...]:
        """Every case that can be used, by id, which starts with the year."""
        return tuple(self.case(slug) for slug in self.case_ids() if _works(self.case, slug))

    def case(self, slug: str) -> Case:
        """The case whose folder has this name. Raises UnknownCase, or FileProblems if broken."""
        if slug not in self.case_ids():
            raise UnknownCase(f"there is no case {slug[:80]}; {_hint(slug, self.case_ids())}")
        path = self.case_folder(slug) / "case.yaml"
        return self._once(path, lambda: load_case(path, self))

    def files(self) -> tuple[Path, ...]:
        """Every data file that is here or should be, the frameworks' first."""
        found = []
        for name, version in self._versions():
            folder = self.root / "frameworks" / name / version
            found.append(folder / "framework.yaml")
            beside = (folder / "interventions.yaml", folder / CHANGES)
            found += [path for path in beside if path.is_file()]
        found += [p for p in (self._indicators(),) if p.is_file()]
        return (*found, *(self.case_folder(slug) / "case.yaml" for slug in self.case_ids()))

    def problems(self) -> tuple[Problem, ...]:
        """Why some frameworks or cases are left out; empty where all could be loaded."""
        return tuple(problem for found in self._failures() for problem in found.problems)

    def framework_ids(self) -> tuple[str, ...]:
        """The folders in `frameworks/`, whether or not what is in them can be used."""
        return tuple(folder.name for folder in _folders(self.root / "frameworks"))

    def case_ids(self) -> tuple[str, ...]:
        """The folders in `cases/`, whether or not what is in them can be used."""
        return tuple(folder.name for folder in _folders(self.root / "cases"))

    def case_folder(self, slug: str) -> Path:
        """Where the files of a case stand."""
        return self.root / "cases" / slug

    def _indicators(self) -> Path:
        return self.root / "frameworks" / "indicators.yaml"

    def _versions(self) -> Iterator[tuple[str, str]]:
        for name in self.framework_ids():
            for folder in sorted(_folders(self.root / "frameworks" / name), key=_age):
                yield name, folder.name

    def _version_folder(self, framework_id: str, version: str) -> Path:
        if (framework_id, version) not in set(self._versions()):
            raise UnknownFramework(self._no_framework(framework_id, version))
        return self.root / "frameworks" / framework_id / version

    def _no_framework(self, framework_id: str, version: str = "") -> str:
        if framework_id not in self.framework_ids():
            hint = _hint(framework_id, self.framework_ids())
            return f"there is no framework {framework_id[:80]}; {hint}"
        there = ", ".join(v for name, v in self._versions() if name == framework_id)
        told = f"there is no version {version[:20]} of {framework_id}"
        return f"{told}; the versions here are: {there or 'none'}"

    def _once(self, path: Path, make: Callable[[], Loaded]) -> Loaded:
        """Makes a value at first use and keeps it, or what was wrong with it."""
        if path not in self._kept:
            try:
                self._kept[path] = make()
            except FileProblems as error:
                self._kept[path] = error.problems
        kept = self._kept[path]
        if isinstance(kept, tuple):
            raise FileProblems(kept)
        return kept  # type: ignore[return-value]  # each path is made by one function only

    def _failures(self) -> Iterator[FileProblems]:
        for framework_id, version in self._versions():
            yield from _failure(self.framework, framework_id, version)
            if not list(_failure(self.framework, framework_id, version)):
                yield from _failure(self.interventions, framework_id, version)
                yield from _failure(self.changes, framework_id, version)
                for language in languages(self._version_folder(framework_id, version)):
                    yield from _failure(self.lexicon, framework_id, version, language)
        yield from _failure(self.catalogue)
        for slug in self.case_ids():
            yield from _failure(self.case, slug)


def load_case(path: Path, library: Library) -> Case:
    """A case in a folder named after its id, on a framework of the library. Raises FileProblems."""
    return case_in(read(path, library.root), path.parent.name, library)


def case_in(document: Document, folder: str, library: Library) -> Case:
    """The case in a file that was read, in a folder of this name. Raises FileProblems."""
    made = document.into(Case)
    problems = list(named_after(document, "id", made.id, folder))
    try:
        problems += problems_at(document, _dangling(made, library))
    except UnknownFramework as error:
        problems.append(Problem(document.place("framework"), str(error)))
    except FileProblems:
        told = "its framework has problems of its own; mend those first"
        problems.append(Problem(document.place("framework"), told))
    refuse(*(problems or _assessable(document, made)))
    return made


def _dangling(case: Case, library: Library) -> tuple[Dangling, ...]:
    framework = library.framework_of(case)
    kinds = library.interventions(case.framework.id, case.framework.version)
    return tuple(in_case(case, framework, kinds.interventions if kinds else ()))


def overlay_in(document: Document, library: Library) -> Overlay:
    """The overlay in a file that was read, fitting its framework or a topic beside that.

    Raises FileProblems.
    """
    made = document.into(Overlay)
    ref = made.framework
    try:
        core = library.combined(ref, ())
        misfit = misfits(made, core, beside=library.whole(ref))
        spots = [Dangling(*each) for each in misfit]
    except UnknownFramework as error:
        spots = [Dangling(("framework",), str(error))]
    except FileProblems:
        told = "this framework has problems of its own; mend those first"
        spots = [Dangling(("framework",), told)]
    refuse(*problems_at(document, spots))
    return made


def _folders(folder: Path) -> list[Path]:
    """The folders in a folder, by name; none where it does not exist."""
    if not folder.is_dir():
        return []
    return sorted(each for each in folder.iterdir() if each.is_dir() and each.name[0] not in "._")


def _age(folder: Path) -> tuple[tuple[int, ...], str]:
    """Sorts versions by number, so that 1.10.0 comes after 1.9.0."""
    numbers = folder.name.split(".")
    return tuple(int(n) for n in numbers if n.isdecimal()), folder.name


def _works(load: Callable[..., object], *names: str) -> bool:
    return not list(_failure(load, *names))


def _failure(load: Callable[..., object], *names: str) -> Iterator[FileProblems]:
    try:
        load(*names)
    except FileProblems as error:
        yield error


def _wrong_topic(topic: Framework, ref: FrameworkRef) -> str:
    on = topic.builds_on
    told = f"it builds on {on.id} {on.version}" if on else "it is on no topic"
    return f"{topic.id} {topic.version} cannot stand beside {ref.id} {ref.version}: {told}"


def _hint(name: str, there: Iterable[str]) -> str:
    names = list(there)
    return did_you_mean(name, names) if names else "the library is empty"


def _assessable(document: Document, case: Case) -> Iterator[Problem]:
    try:
        case.assessment()
    except ValidationError as error:
        for _, message in refusals(error, Case):
            yield Problem(document.place("judgements"), message)
