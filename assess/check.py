"""Every problem in frameworks and cases, all at once, worst first.

Loading (`assess.library`) refuses what cannot be used: mistyped fields, ids that lead nowhere.
Here is judged, beyond that, what could be used but should not be published.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from functools import partial
from pathlib import Path
from typing import NamedTuple, TypeVar

from pydantic import BaseModel, ValidationError

from assess import expected, register
from assess.amendment import carry
from assess.bundle import loads
from assess.case import Case
from assess.errors import FileProblems, Place, Problem
from assess.evidence import Catalogue
from assess.framework import LEVELS, Framework, Link
from assess.graph import unreached_goals
from assess.intervention import Interventions
from assess.library import Library, case_in, overlay_in
from assess.loading import (
    CHANGES,
    follows_another,
    load_catalogue,
    load_changes,
    load_framework,
    load_interventions,
)
from assess.neighbours import circular, misfits
from assess.references import Spot, in_framework, nodes_informed
from assess.yamlfile import Document, read, shown

_DATA = ("framework.yaml", "interventions.yaml", "indicators.yaml", "case.yaml")
FILES = (*_DATA, CHANGES, register.FILE)
OVERLAY = "overlay.yaml"  # how the name of an overlay ends: it belongs to no library
Model = TypeVar("Model", bound=BaseModel)

# A host with a dot in it, no name or password before it, nothing a browser would have to guess.
_ADDRESS = re.compile(r"https://[^\s/@?#]+\.[^\s/@?#]+([/?#]\S*)?")

_NO_ADDRESS = "not an address that begins with https://; give the publisher's own page"


class Fault(NamedTuple):
    """Something that should not be published: where in its document, and how to mend it."""

    spot: Spot
    message: str


def check(library: Library, paths: Sequence[Path] = ()) -> tuple[Problem, ...]:
    """Every problem of the library, or of the files and folders named, worst first.

    What keeps a whole file from being read comes before what is wrong inside one; then by file
    and line. A case is checked against the frameworks of `library`, wherever its own file is.
    """
    files = [file for path in paths for file in _files(path)] if paths else _all(library)
    found = [problem for file in files for problem in _in_file(file, library)]
    return tuple(sorted(dict.fromkeys(found), key=_rank))


def _rank(problem: Problem) -> tuple[bool, str, int, str]:
    place = problem.place
    return bool(place.path), place.file, place.line or 0, place.path


def _all(library: Library) -> list[Path]:
    kept = register.file_of(library)
    return [*library.files(), *([kept] if kept.is_file() else [])]


def _files(path: Path) -> list[Path]:
    if path.is_dir():
        inside = [each for each in sorted(path.rglob("*.yaml")) if each.name in FILES]
        return inside or [path]
    return [path.with_name("case.yaml") if path.name == expected.FILE else path]


def _in_file(path: Path, library: Library) -> Iterator[Problem]:
    if path.name == "framework.yaml":
        yield from _problems(lambda: load_framework(path, library.root))
        yield from _faults(path, library, Framework, in_a_framework)
        yield from _faults(path, library, Framework, partial(_beside_others, library))
        yield from _without_changes(path, library)
        yield from register.changed(path, library)
    elif path.name == "interventions.yaml":
        yield from _problems(lambda: load_interventions(path, library.root))
        yield from _faults(path, library, Interventions, in_interventions)
        yield from register.changed(path, library)
    elif path.name == "indicators.yaml":
        yield from _problems(lambda: load_catalogue(path, library.root))
        yield from _faults(path, library, Catalogue, partial(in_indicators, library))
    elif path.name == CHANGES:
        yield from _problems(lambda: load_changes(path, library.root))
        yield from register.changed(path, library)
    elif path.name == "case.yaml":
        yield from _in_case_file(path, library)
    elif path.name == register.FILE:
        yield from register.problems(library)
    elif path.name.endswith(OVERLAY):
        yield from _problems(lambda: overlay_in(read(path, library.root), library))
    elif path.suffix == ".json":
        file = shown(path, library.root)
        yield from _problems(lambda: loads(path.read_bytes(), library, file))
    else:
        told = f"not a file this checks: {', '.join(FILES)}, or an assessment (.json)"
        yield Problem(Place(shown(path, library.root)), told)


def _in_case_file(path: Path, library: Library) -> Iterator[Problem]:
    try:
        document = read(path, library.root)
    except FileProblems as error:
        yield from error.problems
        return
    yield from in_case_document(document, path.parent.name, library)
    try:
        case = case_in(document, path.parent.name, library)
    except FileProblems:
        return  # told above
    yield from expected.problems(path, case, library)


def in_case_document(document: Document, folder: str, library: Library) -> Iterator[Problem]:
    """Every problem of a case file that was read, in a folder of this name; in no order."""
    yield from _problems(lambda: case_in(document, folder, library))
    yield from _faults_in(document, Case, in_a_case)
    for spot, message in _unfit_sources(document.data):
        yield Problem(document.place(*spot), message)


def _unfit_sources(data: object) -> Iterator[Fault]:
    """Of a file that need be no case yet: each source is looked at, whatever else is open."""
    written = data.get("sources") if isinstance(data, dict) else None
    first: dict[object, int] = {}
    for place, source in enumerate(written if isinstance(written, list) else ()):
        name, url = map(source.get, ("id", "url")) if isinstance(source, dict) else (None, None)
        if isinstance(name, str) and first.setdefault(name, place) != place:
            told = f"{name} is the id of sources[{first[name]}] too; give each source its own"
            yield Fault(("sources", place, "id"), told)
        if isinstance(url, str) and not _ADDRESS.fullmatch(url):
            yield Fault(("sources", place, "url"), _NO_ADDRESS)


def _problems(load: Callable[[], object]) -> Iterator[Problem]:
    try:
        load()
    except FileProblems as error:
        yield from error.problems


def _faults(
    path: Path, library: Library, model: type[Model], rule: Callable[[Model], Iterator[Fault]]
) -> Iterator[Problem]:
    """What the rule finds in a file; nothing where the file is no such model (told before)."""
    try:
        document = read(path, library.root)
    except FileProblems:
        return
    yield from _faults_in(document, model, rule)


def _faults_in(
    document: Document, model: type[Model], rule: Callable[[Model], Iterator[Fault]]
) -> Iterator[Problem]:
    try:
        made = document.into(model)
    except FileProblems:
        return
    for spot, message in rule(made):
        yield Problem(document.place(*spot), message)


def _without_changes(path: Path, library: Library) -> Iterator[Problem]:
    if path.is_file() and not path.with_name("CHANGES.md").is_file():
        file = shown(path.with_name("CHANGES.md"), library.root)
        yield Problem(Place(file), "missing; say in it what changed and whose findings move")
    if path.is_file() and follows_another(path) and not path.with_name(CHANGES).is_file():
        file = shown(path.with_name(CHANGES), library.root)
        told = "missing; list in it what differs since the version before, so that people can move"
        yield Problem(Place(file), told)


def in_a_framework(framework: Framework) -> Iterator[Fault]:
    """Circles, goals out of reach, claims without a source, links and words that are not fit."""
    yield from _claims_without_source(framework)
    yield from _sources_without_trace(framework)
    yield from _unfit_links(framework)
    yield from _twice_borne_on(framework)
    yield from _lone_enablers(framework)
    yield from _wordless(framework)
    if not list(in_framework(framework)):
        yield from (Fault(*each) for each in circular(framework, framework))
        yield from _out_of_reach(framework)


def _beside_others(library: Library, topic: Framework) -> Iterator[Fault]:
    return (Fault(*each) for each in misfits(topic, library))


def _claims_without_source(framework: Framework) -> Iterator[Fault]:
    claims: list[tuple[Spot, str, bool, str]] = [
        (("links", place), link.provenance, bool(link.sources), link.note)
        for place, link in enumerate(framework.links)
    ]
    claims += [
        (("bears_on", place), each.provenance, bool(each.sources), each.note)
        for place, each in enumerate(framework.bears_on)
    ]
    for group in ("critical_properties", "enablers", "criteria"):
        for place, node in enumerate(getattr(framework, group)):
            claims += [
                ((group, place, "questions", number), q.provenance, bool(q.sources), q.note)
                for number, q in enumerate(node.questions)
            ]
    for spot, provenance, sourced, note in claims:
        if provenance == "published" and not sourced:
            yield Fault((*spot, "sources"), "published, but by whom? name the source")
        elif not sourced and not note.strip():
            told = "argued without a source or a note; name what it rests on in sources or note"
            yield Fault((*spot, "sources"), told)


def _sources_without_trace(framework: Framework) -> Iterator[Fault]:
    for name, source in framework.sources.items():
        if not source.url.strip() and not source.note.strip():
            yield Fault(("sources", name), "has neither url nor note; say where it can be found")


def _unfit_links(framework: Framework) -> Iterator[Fault]:
    first: dict[tuple[object, str], int] = {}
    for place, link in enumerate(framework.links):
        if link.origin == link.target:
            yield Fault(("links", place), f"links {link.origin} to itself; remove it")
        earlier = first.setdefault((_ends(link), link.relation), place)
        if earlier != place:
            told = f"{link.origin} {link.relation} {link.target} is given twice"
            yield Fault(("links", place), f"{told}, first as links[{earlier}]; keep one of them")
        yield from _unfit_goal(framework, place, link)


def _twice_borne_on(framework: Framework) -> Iterator[Fault]:
    first: dict[tuple[str, str], int] = {}
    for place, each in enumerate(framework.bears_on):
        earlier = first.setdefault((each.origin, each.target), place)
        if earlier != place:
            told = f"{each.origin} bears on {each.target} twice, first in bears_on[{earlier}]"
            yield Fault(("bears_on", place), f"{told}; keep one of them")


def _ends(link: Link) -> object:
    ends = (link.origin, link.target)
    return frozenset(ends) if link.relation == "tension" else ends


def _unfit_goal(framework: Framework, place: int, link: Link) -> Iterator[Fault]:
    goals = {aim.id for aim in (*framework.goals, *framework.rights)}
    if (link.relation == "contributes_to") != (link.target in goals) or link.origin in goals:
        told = "contributes_to leads to a goal or right, nothing leads on from one"
        yield Fault(("links", place, "relation"), f"{told}; mend the relation or the ends")


def _lone_enablers(framework: Framework) -> Iterator[Fault]:
    there = {(link.origin, link.target) for link in framework.links}
    for place, enabler in enumerate(framework.enablers):
        if (enabler.id, enabler.goal) not in there:
            told = f"no contributes_to link from {enabler.id} to its goal {enabler.goal}; add it"
            yield Fault(("enablers", place, "goal"), told)


def _wordless(framework: Framework) -> Iterator[Fault]:
    for group in ("critical_properties", "enablers", "criteria"):
        for place, node in enumerate(getattr(framework, group)):
            yield from _empty(node.levels, LEVELS, (group, place, "levels"))
            yield from _empty(node, ("name", "summary"), (group, place))
    yield from _empty(framework.benefit_levels, LEVELS, ("benefit_levels",))


def _empty(part: BaseModel, fields: Sequence[str], spot: Spot) -> Iterator[Fault]:
    for field in fields:
        if not getattr(part, field).strip():
            yield Fault((*spot, field), "empty; assessors need a sentence here")


def _out_of_reach(framework: Framework) -> Iterator[Fault]:
    for group in ("goals", "rights"):
        aims = [aim.id for aim in getattr(framework, group)]
        for aim in set(aims) & set(unreached_goals(framework)):
            told = f"nothing contributes to {aim}; add a contributes_to link, or remove it"
            yield Fault((group, aims.index(aim), "id"), told)


def in_interventions(interventions: Interventions) -> Iterator[Fault]:
    """Kinds of intervention that nothing backs."""
    for place, kind in enumerate(interventions.interventions):
        if not kind.sources and not kind.note.strip():
            told = "without a source or a note; say what it rests on in sources or note"
            yield Fault(("interventions", place), told)


def in_indicators(library: Library, catalogue: Catalogue) -> Iterator[Fault]:
    """Nodes that no framework has, addresses nobody can open, yardsticks off their own scale."""
    known = [library.framework(ref.id, ref.version) for ref in library.frameworks()]
    nodes = dict.fromkeys(node.id for framework in known for node in framework.judged)
    yield from (Fault(*each) for each in nodes_informed(catalogue, nodes))
    for name, source in catalogue.sources.items():
        if not _ADDRESS.fullmatch(source.url):
            yield Fault(("sources", name, "url"), _NO_ADDRESS)
    for place, indicator in enumerate(catalogue.indicators):
        limit = indicator.threshold.value if indicator.threshold else 0
        if indicator.unit.startswith("%") and not 0 <= limit <= 100:
            told = "outside 0 to 100, though the unit is %; mend the value or the unit"
            yield Fault(("indicators", place, "threshold", "value"), told)


def in_a_case(case: Case) -> Iterator[Fault]:
    """Claims put in a source's mouth without naming it, and unfinished judgements."""
    yield from _not_restated(case)
    for group in ("judgements", "recommendations"):
        for place, part in enumerate(getattr(case, group)):
            if part.stated_by == "source" and not part.sources:
                told = "stated by a source, but by which? name it in sources"
                yield Fault((group, place, "stated_by"), told)
    for place, judgement in enumerate(case.judgements):
        if not judgement.counts:
            told = "unfinished: an effect needs harm or benefit, likelihood and confidence"
            yield Fault(("judgements", place), told)
    yield from _not_judged_anew(case)
    if case.outcome and not case.outcome.sources and case.outcome.seen != "own-knowledge":
        told = "was seen, but where? name the source"
        yield Fault(("outcome", "sources"), told)


def _not_restated(case: Case) -> Iterator[Fault]:
    """Provisions that may be a law's own words, though no source of the case was read in full."""
    if any(source.seen == "read" for source in case.sources):
        return
    for place, draft in enumerate(case.drafts):
        for number, provision in enumerate(draft.provisions):
            if provision.heading and not provision.heading.endswith("(restated)"):
                told = (
                    "quoted, though no source was read in full? restate it in your own words, and"
                    " end the heading with (restated)"
                )
                yield Fault(("drafts", place, "provisions", number, "heading"), told)


def _not_judged_anew(case: Case) -> Iterator[Fault]:
    """Answers on a draft that rest on what the next one changes, and have no successor there."""
    try:
        assessment = case.assessment()
    except ValidationError:  # told as a problem of the whole file
        return
    for place, draft in enumerate(case.drafts):
        for each in carry(assessment, draft.id).to_answer if draft.based_on else ():
            told = (
                f"{each.base.node} is to be judged anew on draft {draft.id}: what it cites differs"
            )
            yield Fault(("drafts", place), told)
