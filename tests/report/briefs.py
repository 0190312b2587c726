"""Briefs to look at: of the shipped cases, and of an assessment full of hostile text."""

from __future__ import annotations

import datetime
from dataclasses import fields as parts
from functools import cache

from assess import report
from assess.assessment import Assessment, FrameworkRef, Judgement, Sides, Triage
from assess.dossier import Dossier
from assess.findings import analyse
from assess.proposal import Draft, Proposal, Provision
from assess.text import words
from tests.shipped import LIBRARY

ENGLISH = words("en")
DAY = datetime.date(2026, 11, 22)
FRAMEWORK = LIBRARY.framework("internet-way-of-networking", "1.0.0")
INTERVENTIONS = LIBRARY.interventions("internet-way-of-networking", "1.0.0")
CASES = LIBRARY.cases()
CAMBODIA = "2022-cambodia-national-internet-gateway"
# one law in two texts with the most answers, and the one of the fewest words
DIFFERENT = ("2021-european-union-nis2-root-servers", "2000-kenya-exchange-point-licence")
PARTS = tuple(each.name for each in parts(Dossier))
CP1, CP2, CP3, CP4, CP5 = (node.id for node in FRAMEWORK.critical_properties)
NASTY = (
    "</script><script>alert(1)</script> <!-- --> <b>bold</b> &amp; & \\ ` *star* _under_ [a](b) "
    "| cell | # head\n# not a heading\n- not a list\n1. not a list\n    not code\n> not a quote\n"
    "---\n=== \nhttps://example.org www.example.org ~~gone~~ $x$ <https://example.org>\n"
    "\u200fمرحبا\u200e 😀 \u202etext\u202c \ufffe\uffff end"
)


def brief(assessment, words=ENGLISH, **fields):
    """The brief; `fields` are those of a dossier and those of report.build."""
    interventions = fields.pop("interventions", INTERVENTIONS)
    beside = {name: fields.pop(name) for name in PARTS if name in fields}
    framework = LIBRARY.framework_of(assessment)
    found = Dossier(findings=analyse(framework, assessment), **beside)
    fields = {"made_on": DAY, "version": "0.1.0", **fields}
    return report.build(framework, interventions, assessment, found, words, **fields)


def assessed(*judgements, **fields):
    ref = FrameworkRef(id=FRAMEWORK.id, version=FRAMEWORK.version)
    return Assessment(framework=ref, judgements=judgements, **fields)


def judged(node, **fields):
    answer = {"answer": "effect", "likelihood": "very likely", "confidence": "high", **fields}
    return Judgement(node=node, **answer)


@cache
def case_brief(case_id, audience="brief"):
    case = LIBRARY.case(case_id)
    return brief(case.assessment(), case=case, audience=audience)


@cache
def nasty():
    line = " ".join(NASTY.split())[:290]
    provision = Provision(id="<6>", heading=line, text=NASTY)
    given = judged(
        CP4,
        harm="major",
        provisions=("<6>", "not there"),
        rationale=NASTY,
        people=NASTY,
        condition=NASTY,
        mechanism="dns-filtering",
        sides=Sides(consumer=NASTY, provider=NASTY, intermediary=NASTY, compliance=NASTY),
    )
    return assessed(
        given,
        judged(CP4, part=2, benefit="minor", rationale="x" * 20_000),
        proposal=Proposal(
            title=line, jurisdiction=line, summary=NASTY, purpose=NASTY, language="ar"
        ),
        drafts=(Draft(id="d1", label=line, provisions=(provision,)),),
        triage=Triage(depth="full"),
    )


def blocks(section):
    yield from section.blocks
    for child in section.sections:
        yield from blocks(child)


def sections(made):
    """All sections, those inside others too."""

    def within(found):
        for each in found:
            yield each
            yield from within(each.sections)

    return tuple(within(made.sections))


def section(made, name):
    """The section of this id, wherever it stands; None where there is none."""
    return next((each for each in sections(made) if each.id == name), None)


def said(made, name):
    return " ".join(str(block) for block in blocks(section(made, name)))
