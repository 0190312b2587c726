"""What is concluded, found and answered, as statements in the sense of the European vocabulary.

Harm and benefit are told apart and never set against each other. What is not known has statements
of its own, so that nothing missing reads as nothing there.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from assess import explain
from assess.assessment import Judgement
from assess.explain import Statement
from assess.findings import CHANNELS, Channel, Effect, Verdict
from assess.linked.graph import Graph, Iri, Object, Said, Thing, share
from assess.linked.subject import Subject
from assess.linked.vocabulary import own, word
from assess.wording import level_of

_SIDES = {"harm": "negative", "benefit": "positive"}
_CHANCES = ("chanceOfMinor", "chanceOfMaterial", "chanceOfMajor")


def statements(subject: Subject) -> Graph:
    """All of them, the conclusions first."""
    found = subject.telling.findings
    answers = (each for node in found.nodes for each in subject.telling.judgements(node.id))
    return (
        *(_conclusion(subject, channel) for channel in CHANNELS),
        *(thing for node in found.nodes for thing in _findings(subject, node.id)),
        *(_answer(subject, each) for each in answers if each.answer),
        *(
            _gap(subject, number, each)
            for number, each in enumerate(explain.gaps(subject.telling), start=1)
        ),
    )


def _statement(
    iri: Iri, kind: str, reads: Iterable[str], text: Said, *more: tuple[str, Object]
) -> Thing:
    return Thing(
        iri,
        ("cav:Statement",),
        (
            ("cav:type", own(kind)),
            *(("cav:interpretation", own(each)) for each in reads),
            ("cav:judgement", text),
            *more,
        ),
    )


def _conclusion(subject: Subject, channel: Channel) -> Thing:
    verdict = subject.telling.findings.verdict(channel)
    told = explain.verdict(subject.telling, channel)
    more = (
        *_figures(verdict),
        ("assess:shareOfDraws", share(verdict.share)),
        *_made_of(subject, told),
    )
    name = subject.iri(f"conclusion-{channel}")
    return _statement(
        name, "conclusion", [_reading(channel, verdict)], subject.ours(told.text), *more
    )


def _findings(subject: Subject, node: str) -> Iterator[Thing]:
    found = subject.telling.findings.node(node)
    for told in explain.effects(subject.telling, node):
        text = subject.ours(told.text)
        about = ("assess:node", subject.node(node))
        channel = next((each for each in CHANNELS if told.key == f"effect.{each}"), None)
        if channel is None:
            reads = ["open" if told.values["upper"] else "neutral"]
            yield _statement(subject.iri(f"finding-{node}"), "finding", reads, text, about)
            continue
        effect = found.effect(channel)
        more = (about, *_figures(effect), *_made_of(subject, told))
        name = subject.iri(f"finding-{node}-{channel}")
        yield _statement(name, "finding", [_SIDES[channel]], text, *more)


def _reading(channel: Channel, verdict: Verdict) -> str:
    if verdict.p[0]:
        return _SIDES[channel]
    return "open" if verdict.upper_level else "neutral"


def _figures(found: Effect | Verdict) -> Iterator[tuple[str, Object]]:
    levels = {
        "level": found.level,
        "lowestLevel": found.lower_level,
        "highestLevel": found.upper_level,
    }
    for name, number in levels.items():
        yield f"assess:{name}", own(level_of(number) or "none-found")
    for name, chance in zip(_CHANCES, found.p, strict=True):
        yield f"assess:{name}", share(chance)


def _made_of(subject: Subject, told: Statement) -> Iterator[tuple[str, Object]]:
    """The answers a computed statement rests on, and how it came about."""
    for node, part in told.judgements:
        yield "prov:wasDerivedFrom", _answer_name(subject, node, part)
    yield "prov:wasGeneratedBy", subject.iri("making")


def _answer_name(subject: Subject, node: str, part: int) -> Iri:
    return subject.iri(f"answer-{node}-{part}")


def _answer(subject: Subject, judgement: Judgement) -> Thing:
    said = explain.status(subject.telling, judgement.node).text
    reason = judgement.rationale.strip()
    return _statement(
        _answer_name(subject, judgement.node, judgement.part),
        "answer",
        _readings(judgement),
        subject.theirs(reason) if reason else subject.ours(said),
        ("assess:node", subject.node(judgement.node)),
        *_chosen(judgement),
        *_cited(subject, judgement),
        ("prov:wasAttributedTo", subject.iri("assessor")),
    )


def _readings(judgement: Judgement) -> list[str]:
    if judgement.answer in ("none", "not-applicable"):
        return ["neutral"]
    sides = [_SIDES[side] for side in CHANNELS if getattr(judgement, side)]
    return sides or ["open"]


def _chosen(judgement: Judgement) -> Iterator[tuple[str, Object]]:
    for side in CHANNELS:
        if level := getattr(judgement, side):
            yield f"assess:{side}", own(level)
    for group in ("likelihood", "confidence", "evidence"):
        if name := getattr(judgement, group):
            yield f"assess:{group}", word(group, name)


def _cited(subject: Subject, judgement: Judgement) -> Iterator[tuple[str, Object]]:
    for number in judgement.provisions:
        if requirement := subject.requirement(number):
            yield "assess:cites", requirement


def _gap(subject: Subject, number: int, told: Statement) -> Thing:
    about = (("assess:node", subject.node(node)) for node in told.nodes)
    text = subject.ours(told.text)
    return _statement(subject.iri(f"gap-{number}"), "gap", ["open"], text, *about)
