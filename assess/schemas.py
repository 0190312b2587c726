"""JSON Schemas of the data files, so that an editor helps authors who have no Python.

`python -m assess.schemas --write` writes them, `--check` says which are out of date. Line 1 of a
data file names its schema: `# yaml-language-server: $schema=../../framework.schema.json`.
"""

from __future__ import annotations

import argparse
import json
import sys
from pathlib import Path
from typing import Any

from pydantic import BaseModel

from assess.assessment import Assessment
from assess.bill.screening.lexicon import Ideas, Words
from assess.case import Case
from assess.evidence import Catalogue
from assess.framework import Framework
from assess.intervention import Interventions
from assess.library import CHECKOUT
from assess.migration import Changes
from assess.overlay import Overlay

DIALECT = "https://json-schema.org/draft/2020-12/schema"
SCHEMAS: dict[str, type[BaseModel]] = {
    "frameworks/framework.schema.json": Framework,
    "frameworks/interventions.schema.json": Interventions,
    "frameworks/changes.schema.json": Changes,
    "frameworks/overlay.schema.json": Overlay,
    "frameworks/lexicon.schema.json": Ideas,
    "frameworks/lexicon-words.schema.json": Words,
    "frameworks/indicators.schema.json": Catalogue,
    "cases/case.schema.json": Case,
    "docs/assessment.schema.json": Assessment,
}

# What an author sees beside a field. Kept with the schemas: only editors show it.
HELP: dict[str, dict[str, str]] = {
    "Framework": {
        "id": "The name of the folder that holds the versions of this framework.",
        "version": "The name of the folder this file is in. Published versions never change.",
        "sources": "Where claims come from; other parts of the file name these keys.",
        "benefit_levels": "One sentence for each level of benefit, the same for all nodes.",
        "links": "What bears on what.",
        "examples": "Worked examples of judging one node, restated in our words.",
        "screening": "Yes / no / unsure questions asked before judging.",
        "builds_on": (
            "Of a framework on a topic: the framework whose properties and enablers it bears on,"
            " with its version. Not another topic."
        ),
        "suggested_by": "Ids of interventions in whose presence these questions are offered.",
        "criteria": "What a framework on a topic asks: six to eight, each judged by itself.",
        "rights": "Human rights that criteria serve, where a text of the publisher names them.",
        "programmes": "Groups of participants of an initiative that asks something of them.",
        "bears_on": "What criteria do to the properties and enablers this framework builds on.",
        "maps": "How criteria compare with questions of other frameworks; nobody is asked twice.",
        "licence_note": "Whose names these are, and the licence of the publisher's own texts.",
    },
    "FrameworkRef": {
        "id": "The name of the folder of that framework.",
        "version": "The name of the version's folder in it.",
    },
    "LevelWords": {
        "minor": "One sentence: noticeable, in single cases or for a stated time.",
        "material": "One sentence: a whole class of those concerned, or hard to undo.",
        "major": "One sentence: nearly all of those concerned, or people abroad, or for good.",
    },
    "Criterion": {
        "id": "Lower-case words and hyphens; unique over all frameworks; never changes.",
        "code": "Printed for people, as in RS1; no program reads it.",
        "name": "Letter by letter the publisher's, where official; else a few words of yours.",
        "official": "true only where the name is its publisher's own, letter by letter.",
        "aliases": "Other names by which readers know it.",
        "summary": "What it means, in one or two sentences of your own.",
        "questions": "Two to four, each to be answered with the draft law in hand.",
        "strengthens": "Short phrases: what in a law makes it better.",
        "weakens": "Short phrases: what in a law makes it worse.",
        "levels": (
            "One sentence for each level of harm, about this criterion and no other, in words that"
            " can be checked against a draft law: two lawyers must pick the same."
        ),
        "indicators": "Short phrases: what could be measured.",
        "actions": "What each programme asks here, and whether it insists.",
        "verified": "true only where the text it rests on was seen; what you remember is false.",
        "note": "What a reader should know about how sure this is.",
    },
    "Action": {
        "programme": "The id of a programme of this file.",
        "name": "What the programme asks; its own name for it where it has one.",
        "duty": "unclear where its page leaves open whether it insists; then say so in the note.",
        "verified": "true only where the page was seen.",
    },
    "Programme": {
        "id": "Lower-case words and hyphens; unique in this file.",
        "name": "The name as its publisher gives it.",
        "summary": "Who takes part in it.",
    },
    "Right": {
        "id": "Lower-case words and hyphens; unique over all frameworks.",
        "name": "The name of the right, as the source gives it.",
    },
    "BearsOn": {
        "from": "The id of a criterion of this file.",
        "to": "The id of a property or enabler of the framework this one builds on.",
        "sign": (
            "same: what harms the criterion harms the other, and what helps it helps. opposite:"
            " more of the criterion can cost the other; asked about, never carried."
        ),
        "strength": "weak: indirect. material: clear. strong: direct.",
        "reason": "How it bears on it, in one sentence of your own.",
        "provenance": "published: a text of the publisher says it. argued: you do.",
        "verified": "Whether the text it rests on was seen.",
        "sources": "Names from the table sources.",
        "note": "What it rests on, where no source says it.",
    },
    "Mapping": {
        "criterion": "The id of a criterion of this file.",
        "framework": "The id of another framework, a topic or not.",
        "node": "The id of a property, enabler, goal, criterion or right of it.",
        "match": (
            "equal: one question, asked once; rare. broader: the criterion covers more. narrower:"
            " it covers less. related: they touch."
        ),
        "reason": "What the one covers and the other does not.",
    },
    "Source": {
        "url": "The official address, never a mirror.",
        "note": "What was really seen, and where, if that was not the official address.",
    },
    "Link": {
        "from": "The id of the node that bears on another.",
        "to": "The id of the node it bears on.",
        "relation": (
            "underpins: if `from` is damaged, `to` cannot be fully met (no circles). supports:"
            " makes `to` easier, which has other means. contributes_to: from an enabler or property"
            " to a goal. tension: strengthening one can cost the other."
        ),
        "strength": "weak: indirect. material: clear. strong: direct.",
        "reason": "How `from` bears on `to`, in one or two sentences of our own.",
        "provenance": "published: a source states the link. argued: it is our reasoning.",
        "verified": "Whether the text it rests on was seen.",
    },
    "Question": {
        "provenance": "published: a source asks this. argued: it is ours.",
    },
    "Enabler": {"goal": "The id of the goal it is published under."},
    "ScreeningQuestion": {
        "points_to": "Ids of the properties and enablers that a yes bears on.",
        "settle": "Who could settle an answer of unsure, and how.",
    },
    "Overlay": {
        "id": "A name for files: lower-case words and hyphens.",
        "by": "Who answers for it; shown wherever something of it is read.",
        "framework": "The version it is made for. Another version needs an overlay of its own.",
        "hide": "Ids of properties, enablers and criteria that are not asked about.",
        "reword": "Other words on a node. Names stay.",
        "add": "Criteria of your own, written like those of a topic.",
        "standing": "Paragraphs a paper prints as yours, whatever the answers are.",
    },
    "Rewording": {
        "node": "The id of a property, enabler or criterion.",
        "questions": "All questions, in the place of those there are.",
        "levels": "One sentence for each level of harm.",
    },
    "Changes": {
        "since": "The version before this one, in a folder of its own beside this one.",
        "changes": "All that differs in what assessors are asked, and nothing else.",
    },
    "Change": {
        "kind": (
            "added, removed: nodes. reworded: other words. rescaled: the levels mean another thing."
            " moved: another id, kind or goal. split: one became several. merged: several one."
        ),
        "from": "Ids in the version before.",
        "to": "Ids in this version.",
        "meaning": (
            "Of what is reworded. same: answers stay as they are. changed: whoever answered is"
            " asked whether the answer still holds."
        ),
        "note": "What differs, in plain words, for whoever answered before.",
    },
    "Interventions": {
        "framework": "The id of the framework whose nodes are named here.",
        "version": "The version of that framework.",
    },
    "Intervention": {
        "cues": "Phrases in the texts of laws that hint at it; they prove nothing.",
        "seen": "read: a source was read. excerpt: a part of one. own-knowledge: none was seen.",
    },
    "TypicalEffect": {
        "node": "The id of a property or enabler.",
        "harm": "The usual level of harm; leave it out where there is usually none.",
        "condition": "When the effect is stronger, weaker or absent.",
    },
    "Idea": {
        "hints": "Ids of interventions that such wording hints at, each with a weight to 1.",
        "why": "What such wording says, in one sentence; shown beside the word that matched.",
    },
    "Words": {
        "language": "The name of this file: two or three letters, as BCP 47 has them.",
        "support": "supported only where a law in two languages flags the same provisions in both.",
        "tested": "What the claim of support rests on, or why there is none.",
        "measured": "From the benchmark of screening; left out where no two laws were labelled.",
        "parity": "For another language: the share of strong matches both give, on the same law.",
        "words": (
            "For each idea its terms: word* any word that begins so; a | b either; a ~ b close and"
            " in one sentence; ! in front: weak, alone it says little."
        ),
    },
    "Indicator": {
        "id": "As data packs write it: lower-case words with underscores.",
        "access": (
            "snapshot: in an open file. live: open service, no key. token: the user brings a free"
            " one. import: the user brings a file. restricted: may be shown, not passed on."
        ),
        "role": (
            "history: what happened before. exposure: how few an order must reach. practice: what"
            " operators have deployed. reach: who is connected. capacity: what networks carry."
        ),
        "compare": "peers: with all countries and with those of equal income. none: never a rank.",
        "informs": "Ids of properties, enablers or criteria it is shown beside.",
        "beside_a_law": "How to read it beside a law; a prompt, never an answer.",
        "cannot_say": "Always shown with the value, at full size.",
        "min_sample": "A value from fewer tests is thin, and not compared.",
        "stale_after": "Months after the end of its period from which a value is old.",
    },
    "EvidenceSource": {
        "redistribute": 'Only what says "yes" ever leaves the user\'s machine.',
    },
    "MethodBreak": {"what": "What changed in how it is measured, from this day on."},
    "Silence": {"ask": "The question to put to the text of the law instead."},
    "Case": {
        "id": "The name of the folder this file is in: the year, then a short name.",
        "kind": (
            "published-brief: an impact brief was published. published-text: another published"
            " text was read. own-reading: we read the law ourselves."
        ),
        "year": "The year of the text the case rests on.",
        "law_year": "The year of the law or proposal, where it is another.",
        "topics": "Frameworks on topics beside it; then all their criteria are judged, too.",
        "note": "What the reader must know before relying on this case.",
    },
    "CaseSource": {
        "url": "The official address, never a mirror.",
        "seen": "read: whole. excerpt: only a part. own-knowledge: recalled, not seen.",
        "used_for": "What in this case rests on it.",
    },
    "CaseJudgement": {
        "node": "The id of a property or enabler, or of a criterion of a topic named above.",
        "stated_by": "source: a source names this node and the direction. us: it is our reading.",
        "mechanism": "The id of the intervention through which it comes.",
        "provisions": "Numbers of the provisions it rests on; none means the measure as a whole.",
        "people": "What it means for people.",
        "rationale": "Why, in our words, so that someone else could check it.",
    },
}


def schema(model: type[BaseModel]) -> dict[str, Any]:
    """The schema of one kind of file, with help for its fields."""
    made = model.model_json_schema(by_alias=True)
    for name, part in {model.__name__: made, **made.get("$defs", {})}.items():
        for field, words in HELP.get(name, {}).items():
            part["properties"][field]["description"] = words
    return {"$schema": DIALECT, **made}


def written(model: type[BaseModel]) -> str:
    """The schema as its file holds it."""
    return json.dumps(schema(model), indent=2, ensure_ascii=False, sort_keys=True) + "\n"


def stale(root: Path) -> list[str]:
    """The schema files under a folder that are missing or out of date."""
    return [name for name, model in SCHEMAS.items() if _read(root / name) != written(model)]


def _read(path: Path) -> str | None:
    return path.read_text(encoding="utf-8") if path.is_file() else None


def write(root: Path) -> list[str]:
    """Writes the schema files that are missing or out of date; returns their names."""
    names = stale(root)
    for name in names:
        (root / name).parent.mkdir(parents=True, exist_ok=True)
        (root / name).write_text(written(SCHEMAS[name]), encoding="utf-8")
    return names


def main(arguments: list[str] | None = None, root: Path = CHECKOUT) -> int:
    """Writes the JSON Schemas of the data files, or checks that they are up to date."""
    parser = argparse.ArgumentParser(prog="python -m assess.schemas", description=main.__doc__)
    what = parser.add_mutually_exclusive_group()
    what.add_argument("--check", action="store_true", help="say what is stale, change nothing")
    what.add_argument("--write", action="store_true", help="write what is stale (the default)")
    if not parser.parse_args(arguments).check:
        for name in write(root):
            print(f"written: {name}")
        return 0
    names = stale(root)
    for name in names:
        print(f"{name}: out of date; renew it with python -m assess.schemas --write")
    return 1 if names else 0


if __name__ == "__main__":
    sys.exit(main())
