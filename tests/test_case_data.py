"""What the shipped cases say: all judged, every claim placed, nothing from a copy.

Every rule is a function from a case to its faults. The cases of this repository must have none; a
case with the fault put in must have one, or the rule has no teeth.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from pathlib import Path
from urllib.parse import urlsplit

import pytest

from assess.case import Case
from assess.compare import compare, options
from assess.framework import Framework
from tests.shipped import LIBRARY

NIS2 = "2021-european-union-nis2-root-servers"

# Publishers of their own texts: a case names no other address.
PUBLISHERS = Path(__file__).parent / "data" / "publishers.txt"
HOSTS = PUBLISHERS.read_text(encoding="utf-8").splitlines()[1:]

Rule = Callable[[Case], Iterator[str]]


def framework(case: Case) -> Framework:
    return LIBRARY.framework_of(case)


def not_judged(case: Case) -> Iterator[str]:
    judged = {each.node for each in case.judgements}
    yield from (node.id for node in framework(case).judged if node.id not in judged)


def unfinished(case: Case) -> Iterator[str]:
    assessment = case.assessment()
    for draft in case.drafts:
        progress = assessment.progress(framework(case), draft.id)
        yield from (f"{draft.id} {each.node}" for each in progress if each.state != "done")


def without_reason_or_evidence(case: Case) -> Iterator[str]:
    for each in case.judgements:
        if not (each.rationale.strip() and each.evidence):
            yield each.node


def source_states_but_whose_level(case: Case) -> Iterator[str]:
    """What a source states names the source, and says that the level is our reading."""
    for each in case.judgements:
        if each.stated_by == "source" and not (each.sources and "our reading" in each.note):
            yield each.node


def kind_not_kept(case: Case) -> Iterator[str]:
    """A published text comes first among the sources, and what it states is told as its own.

    Where it states nothing on any property or enabler, the note of the case says so.

    In our own reading of a law no text is read that has authors, and hardly anything is stated by
    a source: whoever says more has a published text, and should name it as one.
    """
    stated = [each for each in case.judgements if each.stated_by == "source"]
    if case.kind == "own-reading":
        if case.authors:
            yield "our own reading has no authors"
        if len(stated) > len(case.judgements) / 3:
            yield "so much is stated by sources that this is no reading of our own"
    elif not stated and "names no property or enabler in the part seen" not in case.note:
        yield "published, but nothing is stated by a source, and the note does not say why"
    elif case.sources[0].seen == "own-knowledge":
        yield "published, but the first source, the text itself, was not seen"


def dangling(case: Case) -> Iterator[str]:
    """Sources and provisions cited that are not in the file."""
    sources = {source.id for source in case.sources}
    provisions = {draft.id: {p.id for p in draft.provisions} for draft in case.drafts}
    for each in case.judgements:
        yield from set(each.sources) - sources
        yield from set(each.provisions) - provisions[each.draft]
    for recommendation in case.recommendations:
        yield from set(recommendation.sources) - sources
    yield from set(case.outcome.sources) - sources if case.outcome else ("no outcome",)


def evidence_not_seen(case: Case) -> Iterator[str]:
    seen = {source.id for source in case.sources if source.seen != "own-knowledge"}
    for each in case.judgements:
        if each.evidence in {"strong", "moderate"} and not seen & set(each.sources):
            yield each.node


def effect_from_nowhere(case: Case) -> Iterator[str]:
    """An effect names the provision and the kind of intervention it comes from."""
    for each in case.judgements:
        if each.answer == "effect":
            if not each.provisions:
                yield f"{each.node}: no provision"
            if each.mechanism not in case.triage.interventions:
                yield f"{each.node}: {each.mechanism} is not among the interventions"


def not_marked_as_restated(case: Case) -> Iterator[str]:
    for draft in case.drafts:
        if not draft.provisions:
            yield f"{draft.id} has no provisions"
        for provision in draft.provisions:
            if not provision.heading.endswith("(restated)"):
                yield provision.id


def screening_not_in_full(case: Case) -> Iterator[str]:
    asked = {question.id for question in framework(case).screening}
    yield from asked ^ set(case.triage.answers)
    kinds = LIBRARY.interventions(case.framework.id, case.framework.version)
    if not case.triage.interventions or kinds is None:
        yield "no kind of intervention"
    else:
        yield from (each for each in case.triage.interventions if not kinds.get(each))


def source_without_use(case: Case) -> Iterator[str]:
    for source in case.sources:
        if not source.used_for:
            yield f"{source.id}: used for what?"
        if source.seen == "own-knowledge" and "not read" not in source.note:
            yield f"{source.id}: recalled, and does not say that it was not read"


def address_of_a_copy(case: Case) -> Iterator[str]:
    text = (LIBRARY.case_folder(case.id) / "case.yaml").read_text(encoding="utf-8")
    in_the_text = set(re.findall(r"https?://[^\s'\"]+", text))
    yield from in_the_text - {source.url for source in case.sources}
    for source in case.sources:
        parts = urlsplit(source.url)
        if parts.scheme != "https" or parts.hostname not in HOSTS:
            yield source.url


def year_not_in_the_name(case: Case) -> Iterator[str]:
    if not case.id.startswith(f"{case.year}-"):
        yield str(case.year)


def first_judgement(case: Case, **changes: object) -> Case:
    """The case with its first stated effect changed."""
    judgements = list(case.judgements)
    place = next(k for k, each in enumerate(judgements) if each.answer == "effect")
    judgements[place] = judgements[place].model_copy(update=changes)
    return case.model_copy(update={"judgements": tuple(judgements)})


def first_source(case: Case, **changes: object) -> Case:
    first, *others = case.sources
    return case.model_copy(
        update={"sources": (first.model_copy(update=changes), *others)},
    )


def first_provision(case: Case, **changes: object) -> Case:
    first, *others = case.drafts
    provision, *rest = first.provisions
    provisions = (provision.model_copy(update=changes), *rest)
    return case.model_copy(
        update={"drafts": (first.model_copy(update={"provisions": provisions}), *others)}
    )


def all_ours(case: Case) -> Case:
    ours = tuple(each.model_copy(update={"stated_by": "us"}) for each in case.judgements)
    return case.model_copy(update={"judgements": ours})


def all_stated(case: Case) -> Case:
    stated = tuple(each.model_copy(update={"stated_by": "source"}) for each in case.judgements)
    own = {"judgements": stated, "kind": "own-reading", "authors": ()}
    return case.model_copy(update=own)


# Each rule with ways to break a good case.
RULES: list[tuple[Rule, list[Callable[[Case], Case]]]] = [
    (not_judged, [lambda case: case.model_copy(update={"judgements": case.judgements[1:]})]),
    (unfinished, [lambda case: first_judgement(case, likelihood=None)]),
    (
        without_reason_or_evidence,
        [
            lambda case: first_judgement(case, rationale=" "),
            lambda case: first_judgement(case, evidence=None),
        ],
    ),
    (
        source_states_but_whose_level,
        [
            lambda case: first_judgement(case, stated_by="source", note="", sources=("brief",)),
            lambda case: first_judgement(case, stated_by="source", note="our reading", sources=()),
        ],
    ),
    (
        kind_not_kept,
        [
            all_ours,
            all_stated,
            lambda case: first_source(case, seen="own-knowledge"),
            lambda case: all_ours(case).model_copy(update={"kind": "own-reading"}),
        ],
    ),
    (
        dangling,
        [
            lambda case: first_judgement(case, sources=("nobody",)),
            lambda case: first_judgement(case, provisions=("99",)),
            lambda case: case.model_copy(update={"outcome": None}),
        ],
    ),
    (evidence_not_seen, [lambda case: first_judgement(case, evidence="strong", sources=())]),
    (
        effect_from_nowhere,
        [
            lambda case: first_judgement(case, provisions=()),
            lambda case: first_judgement(case, mechanism="network-shutdown"),
        ],
    ),
    (not_marked_as_restated, [lambda case: first_provision(case, heading="Article 1")]),
    (
        screening_not_in_full,
        [
            lambda case: case.model_copy(
                update={"triage": case.triage.model_copy(update={"answers": {"joining": "yes"}})}
            ),
            lambda case: case.model_copy(
                update={"triage": case.triage.model_copy(update={"interventions": ()})}
            ),
        ],
    ),
    (
        source_without_use,
        [
            lambda case: first_source(case, used_for=""),
            lambda case: first_source(case, seen="own-knowledge", note=""),
        ],
    ),
    (
        address_of_a_copy,
        [
            lambda case: first_source(case, url="https://example.com/copy"),
            lambda case: first_source(case, url="http://www.internetsociety.org/"),
        ],
    ),
    (year_not_in_the_name, [lambda case: case.model_copy(update={"year": 1999})]),
]


def named(value: object) -> str | None:
    return getattr(value, "__name__", None)


@pytest.mark.parametrize("rule", [rule for rule, _ in RULES], ids=named)
def test_every_case_keeps_the_rule(rule: Rule) -> None:
    cases = LIBRARY.cases()
    assert len(cases) == len(LIBRARY.case_ids()) >= 4
    assert [f"{case.id}: {fault}" for case in cases for fault in rule(case)] == []


@pytest.mark.parametrize(
    ("rule", "broken"),
    [(rule, broken) for rule, ways in RULES for broken in ways],
    ids=named,
)
def test_the_rule_has_teeth(rule: Rule, broken: Callable[[Case], Case]) -> None:
    assert list(rule(broken(LIBRARY.case(NIS2))))


def test_publishers_are_in_order_and_named_once() -> None:
    assert sorted(set(HOSTS)) == HOSTS


def test_nis2_without_root_name_servers_is_free_of_what_the_root_brought() -> None:
    case = LIBRARY.case(NIS2)
    (step,) = compare(framework(case), options(case.assessment())).steps
    (root,) = [each for each in step.removals if each.match.number == "root servers"]
    moved = {move.node: (move.before.level, move.after.level) for move, _ in root.moves}
    assert moved["common-global-identifiers"] == (2, 0)
    assert moved["collaborative-development-governance"] == (2, 0)
    assert moved["decentralized-management-distributed-routing"] == (1, 0)
    assert not step.of("harm", falls=False)
    assert not [each for each in step.moves if each.channel == "benefit"]
