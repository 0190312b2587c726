"""Ids that point to something else in the library, and what to say where nothing is there."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Sequence
from typing import NamedTuple

from assess.case import Case
from assess.evidence import Catalogue
from assess.framework import Framework, Mapping
from assess.intervention import Intervention, Interventions
from assess.refusal import did_you_mean

Spot = tuple[str | int, ...]


_OF_TOPICS = ("criteria", "rights", "bears_on", "maps")


class Dangling(NamedTuple):
    """An id that leads nowhere: where it stands in its document, and how to mend it."""

    spot: Spot
    message: str


def in_framework(framework: Framework) -> Iterator[Dangling]:
    """Ids in a framework that name no node, goal or source of it; ids given twice."""
    yield from _shapeless(framework)
    nodes = [node.id for node in framework.nodes]
    goals = [goal.id for goal in framework.goals]
    judged = [node.id for node in framework.judged]
    yield from _twice(framework)
    for place, enabler in enumerate(framework.enablers):
        yield from _missing("goal", [(("enablers", place, "goal"), enabler.goal)], goals)
    for place, link in enumerate(framework.links):
        ends = [(("links", place, "from"), link.origin), (("links", place, "to"), link.target)]
        yield from _missing("node", ends, nodes)
    for place, example in enumerate(framework.examples):
        yield from _missing("judged node", [(("examples", place, "node"), example.node)], judged)
    for place, question in enumerate(framework.screening):
        spots = _each(("screening", place, "points_to"), question.points_to)
        yield from _missing("judged node", spots, judged)
    yield from _missing("source", sources_of(framework), framework.sources)
    yield from _in_criteria(framework)


def _shapeless(framework: Framework) -> Iterator[Dangling]:
    """A framework has critical properties, or builds on another and has criteria."""
    if framework.builds_on is None and not framework.critical_properties:
        told = "has no critical properties; add them, or say what it builds_on if it is on a topic"
        yield Dangling(("critical_properties",), told)
    if framework.builds_on is not None and not framework.criteria:
        yield Dangling(("criteria",), "builds on another framework but asks nothing; add criteria")
    core = ("critical_properties", "enablers", "goals")
    strange, others = (core, "no other") if framework.builds_on else (_OF_TOPICS, "another")
    for group in strange:
        if getattr(framework, group):
            told = f"stands only in a framework that builds on {others}; mend builds_on or move it"
            yield Dangling((group,), told)


def _in_criteria(framework: Framework) -> Iterator[Dangling]:
    criteria = [criterion.id for criterion in framework.criteria]
    programmes = [programme.id for programme in framework.programmes]
    for place, criterion in enumerate(framework.criteria):
        spots = [
            (("criteria", place, "actions", number, "programme"), action.programme)
            for number, action in enumerate(criterion.actions)
        ]
        yield from _missing("programme", spots, programmes)
    origins = [(("bears_on", n, "from"), each.origin) for n, each in enumerate(framework.bears_on)]
    yield from _missing("criterion", origins, criteria)
    mapped = [(("maps", n, "criterion"), each.criterion) for n, each in enumerate(framework.maps)]
    yield from _missing("criterion", mapped, criteria)


def in_topic(topic: Framework, base: Framework) -> Iterator[Dangling]:
    """Ids in a framework on a topic that name no node of the one it builds on, or are taken."""
    there = [node.id for node in base.nodes]
    targets = [(("bears_on", n, "to"), each.target) for n, each in enumerate(topic.bears_on)]
    yield from _missing(f"node of {base.id}", targets, there)
    yield from taken(topic, base)


def taken(topic: Framework, other: Framework) -> Iterator[Dangling]:
    """Ids of nodes that another framework has, too."""
    for group in ("criteria", "rights"):
        for place, node in enumerate(getattr(topic, group)):
            if other.has(node.id):
                told = f"the id {node.id} is one of {other.id}, too; give it one of its own"
                yield Dangling((group, place, "id"), told)


def beside(topic: Framework, others: Sequence[Framework]) -> Iterator[Dangling]:
    """What does not fit between a topic and the frameworks it can stand beside."""
    there = {other.id: other for other in others if other.id != topic.id}
    for other in there.values():
        yield from taken(topic, other)
    for place, mapping in enumerate(topic.maps):
        if mapping.framework == topic.id:
            told = "is this framework itself; name another one, or write a link"
            yield Dangling(("maps", place, "framework"), f"{topic.id} {told}")
        elif mapping.framework not in there:
            spot = (("maps", place, "framework"), mapping.framework)
            yield from _missing("framework", [spot], there)
        else:
            yield from _compared(place, mapping, there[mapping.framework])
    yield from _compared_twice(topic.maps)


def _compared(place: int, mapping: Mapping, other: Framework) -> Iterator[Dangling]:
    """A mapping to a node that is not there, or is equal to one that nobody is asked about."""
    nodes = [node.id for node in other.nodes]
    asked = [node.id for node in other.judged]
    yield from _missing(f"node of {other.id}", [(("maps", place, "node"), mapping.node)], nodes)
    if any((each.criterion, each.node) == (mapping.node, mapping.criterion) for each in other.maps):
        told = f"{other.id} compares these two already; keep one of the mappings"
        yield Dangling(("maps", place), told)
    if mapping.match == "equal" and mapping.node in nodes and mapping.node not in asked:
        told = f"nobody is asked about {mapping.node}, so nothing can ask the same; write related"
        yield Dangling(("maps", place, "match"), told)


def _compared_twice(maps: Sequence[Mapping]) -> Iterator[Dangling]:
    """Pairs given twice; what is equal to two questions, which would make these two one."""
    first: dict[tuple[str, ...], int] = {}
    for place, each in enumerate(maps):
        earlier = first.setdefault((each.criterion, each.framework, each.node), place)
        if earlier != place:
            told = f"{each.criterion} and {each.node} are compared twice"
            yield Dangling(("maps", place), f"{told}, first in maps[{earlier}]; keep one of them")
            continue
        ends = {each.criterion: ("from", each.criterion, each.framework)}
        ends[each.node] = ("to", each.framework, each.node)
        for end, key in ends.items() if each.match == "equal" else ():
            earlier = first.setdefault(key, place)
            if earlier != place:
                told = f"{end} is equal to another one in maps[{earlier}] already"
                hint = "one question can be the same as one other only; write narrower or broader"
                yield Dangling(("maps", place, "match"), f"{told}; {hint}")


def sources_of(framework: Framework) -> Iterator[tuple[Spot, str]]:
    """Every source named in a framework, with the place where it is named."""
    groups: dict[str, Iterable[object]] = {
        "critical_properties": framework.critical_properties,
        "enablers": framework.enablers,
        "goals": framework.goals,
        "criteria": framework.criteria,
        "rights": framework.rights,
        "programmes": framework.programmes,
        "bears_on": framework.bears_on,
        "links": framework.links,
        "examples": framework.examples,
        "screening": framework.screening,
    }
    for group, parts in groups.items():
        for place, part in enumerate(parts):
            yield from _each((group, place, "sources"), getattr(part, "sources", ()))
            for number, question in enumerate(getattr(part, "questions", ())):
                spot = (group, place, "questions", number, "sources")
                yield from _each(spot, question.sources)
            for number, action in enumerate(getattr(part, "actions", ())):
                yield from _each((group, place, "actions", number, "sources"), action.sources)


def in_interventions(interventions: Interventions, framework: Framework) -> Iterator[Dangling]:
    """Typical effects on nodes that nobody is asked to judge."""
    judged = [node.id for node in framework.judged]
    for place, kind in enumerate(interventions.interventions):
        spots = [
            (("interventions", place, "typical_effects", number, "node"), effect.node)
            for number, effect in enumerate(kind.typical_effects)
        ]
        yield from _missing("judged node", spots, judged)


def in_case(
    case: Case, framework: Framework, interventions: Collection[Intervention]
) -> Iterator[Dangling]:
    """Ids in a case that name no node, draft, provision, intervention, question or source."""
    kinds = [kind.id for kind in interventions]
    yield from _missing(
        "intervention", _each(("triage", "interventions"), case.triage.interventions), kinds
    )
    asked = [question.id for question in framework.screening]
    answers = [(("triage", "answers", answer), answer) for answer in case.triage.answers]
    yield from _missing("screening question", answers, asked)
    yield from _missing("source", _case_sources(case), [source.id for source in case.sources])
    for place, judgement in enumerate(case.judgements):
        spot = ("judgements", place)
        judged = [node.id for node in framework.judged]
        yield from _missing("judged node", [((*spot, "node"), judgement.node)], judged)
        if judgement.mechanism:
            mechanism = [((*spot, "mechanism"), judgement.mechanism)]
            yield from _missing("intervention", mechanism, kinds)
    yield from _drafts(case, kinds)
    yield from _provisions(case)


def _drafts(case: Case, kinds: list[str]) -> Iterator[Dangling]:
    """A draft comes after the one it is based on, whose answers it takes over."""
    ids = [draft.id for draft in case.drafts]
    for place, draft in enumerate(case.drafts):
        if draft.based_on:
            base = [(("drafts", place, "based_on"), draft.based_on)]
            yield from _missing("earlier draft", base, ids[:place])
        if draft.mitigates:
            yield from _missing(
                "intervention", [(("drafts", place, "mitigates"), draft.mitigates)], kinds
            )


def _provisions(case: Case) -> Iterator[Dangling]:
    drafts = {draft.id: [each.id for each in draft.provisions] for draft in case.drafts}
    for place, judgement in enumerate(case.judgements):
        spot = ("judgements", place)
        yield from _missing("draft", [((*spot, "draft"), judgement.draft)], drafts)
        cited = _each((*spot, "provisions"), judgement.provisions)
        yield from _missing("provision", cited, drafts.get(judgement.draft, judgement.provisions))


def _case_sources(case: Case) -> Iterator[tuple[Spot, str]]:
    for group in ("judgements", "recommendations"):
        for place, part in enumerate(getattr(case, group)):
            yield from _each((group, place, "sources"), part.sources)
    if case.outcome:
        yield from _each(("outcome", "sources"), case.outcome.sources)


def in_catalogue(catalogue: Catalogue) -> Iterator[Dangling]:
    """Sources and programmes that the catalogue of indicators does not have; ids given twice."""
    first: dict[str, int] = {}
    for place, each in enumerate(catalogue.indicators):
        spot = ("indicators", place)
        if first.setdefault(each.id, place) != place:
            told = f"{each.id} is the id of indicators[{first[each.id]}] too; give each its own"
            yield Dangling((*spot, "id"), told)
        yield from _missing("source", [((*spot, "source"), each.source)], catalogue.sources)
        served = _each((*spot, "programmes"), each.programmes)
        yield from _missing("programme", served, catalogue.programmes)


def nodes_informed(catalogue: Catalogue, nodes: Iterable[str]) -> Iterator[Dangling]:
    """Nodes that the catalogue of indicators names and no framework has."""
    spots: list[tuple[Spot, str]] = [
        (("silent", place, "node"), each.node) for place, each in enumerate(catalogue.silent)
    ]
    for place, indicator in enumerate(catalogue.indicators):
        spots += _each(("indicators", place, "informs"), indicator.informs)
    yield from _missing("property, enabler or criterion", spots, nodes)


def _each(spot: Spot, ids: Iterable[str]) -> list[tuple[Spot, str]]:
    return [((*spot, number), each) for number, each in enumerate(ids)]


def _missing(
    what: str, named: Iterable[tuple[Spot, str]], known: Iterable[str]
) -> Iterator[Dangling]:
    there = list(known)
    for spot, name in named:
        if name not in there:
            hint = did_you_mean(name, there) if there else "there are none here; add one"
            yield Dangling(spot, f"there is no {what} {name}; {hint}")


def _twice(framework: Framework) -> Iterator[Dangling]:
    seen: set[str] = set()
    groups = ("critical_properties", "enablers", "goals", "criteria", "rights", "programmes")
    for group in (*groups, "screening"):
        for place, part in enumerate(getattr(framework, group)):
            if part.id in seen:
                message = f"the id {part.id} is given twice; give each its own"
                yield Dangling((group, place, "id"), message)
            seen.add(part.id)
