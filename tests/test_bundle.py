"""The assessment file: written one way, and read whole or refused whole with all its mistakes."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from assess import bundle
from assess.assessment import ANSWERS, Assessment, FrameworkRef, Judgement, Triage
from assess.errors import FileProblems, Problem
from assess.library import Library
from assess.panel import PHASES, Note, Panel
from assess.proposal import Draft, Proposal, Provision

ROOT = Path(__file__).resolve().parent.parent
FILES = ROOT / "tests" / "data" / "assessments"
LIBRARY = Library(ROOT)
FRAMEWORK = {"id": "internet-way-of-networking", "version": "1.0.0"}


def document(**parts: object) -> str:
    return json.dumps({"format": "assess/1", "framework": FRAMEWORK, **parts})


def problems(data: bytes | str) -> tuple[Problem, ...]:
    raw = data if isinstance(data, bytes) else data.encode()
    with pytest.raises(FileProblems) as caught:
        bundle.loads(raw, LIBRARY, "law.json")
    assert caught.value.__cause__ is None
    str(caught.value).encode("utf-8")  # can be shown anywhere, whatever the file held
    return caught.value.problems


def told(data: bytes | str) -> str:
    return "\n".join(map(str, problems(data)))


# --- there and back ----------------------------------------------------------------------------


def test_the_file_of_the_manual_is_read_and_written_in_one_form() -> None:
    read = bundle.loads((FILES / "as-in-the-manual.json").read_bytes(), LIBRARY)
    assert [each.node[:7] for each in read.judgements] == ["decentr", "privacy"]
    assert read.judgements[0].harm == "major"
    assert bundle.dumps(read) == (FILES / "canonical.json").read_text(encoding="utf-8")


def test_what_was_written_reads_back_the_same() -> None:
    text = (FILES / "canonical.json").read_bytes()
    assert bundle.dumps(bundle.loads(text, LIBRARY)).encode() == text
    assert bundle.loads(b"\xef\xbb\xbf" + text, LIBRARY) == bundle.loads(text, LIBRARY)


def test_the_order_in_which_things_were_done_does_not_show() -> None:
    judgements = [Judgement(node=node, part=part) for node in ("a", "b") for part in (2, 1)]
    ref = FrameworkRef(**FRAMEWORK)
    one, two = (
        Assessment(framework=ref, judgements=tuple(these), triage=Triage(answers=answers))
        for these, answers in (
            (judgements, {"x": "yes", "y": "no"}),
            (judgements[::-1], {"y": "no", "x": "yes"}),
        )
    )
    assert bundle.dumps(one) == bundle.dumps(two)


READABLE = st.text(st.characters(exclude_categories=["Cc", "Cs"]), max_size=40)
NODES = [
    node.id
    for node in LIBRARY.framework(**{"framework_id": FRAMEWORK["id"], "version": "1.0.0"}).judged
]


@given(
    st.lists(
        st.builds(
            Judgement,
            node=st.sampled_from(NODES),
            answer=st.sampled_from([None, *ANSWERS]),
            confidence=st.sampled_from([None, "high", "low"]),
            rationale=READABLE,
            part=st.integers(1, 20),
            provisions=st.lists(READABLE, max_size=2).map(tuple),
        ),
        unique_by=lambda judgement: judgement.key,
        max_size=4,
    ),
    READABLE,
    st.sampled_from([None, *PHASES]),
)
@settings(max_examples=60, deadline=None)
def test_every_assessment_survives_the_journey(judgements, text, phase) -> None:
    first = () if phase == "first" else tuple(judgements)
    whole = Assessment(
        framework=FrameworkRef(**FRAMEWORK),
        proposal=Proposal(title=text, summary=text),
        drafts=(Draft(id="d1", provisions=(Provision(id="6", text=text),)),),
        judgements=tuple(sorted(judgements, key=lambda each: each.key)),
        panel=phase and Panel(phase=phase, ready=("a1",), first=first),
        notes=tuple(Note(node=node, text=f".{text}") for node in sorted(NODES[:2])),
    )
    assert bundle.loads(bundle.dumps(whole).encode(), LIBRARY) == whole


# --- what is no assessment file ----------------------------------------------------------------

FOREIGN = [
    (b"", "law.json: the file is empty; choose an assessment file"),
    (b"\xef\xbb\xbf \n", "the file is empty"),
    (b"PK\x03\x04...", "this is a DOCX or ZIP file, not an assessment file"),
    (b"%PDF-1.7", "this is a PDF file"),
    (b"\n<!doctype html>", "this is an HTML or XML file"),
    (document().encode("utf-16"), "law.json:1: not UTF-8 text (byte 1); save the file as UTF-8"),
    (b'{"a":\n"\xe9"}', "law.json:2: not UTF-8 text (byte 8)"),
    (b" " * (50 * 1024**2), "the file is 50 MB large; an assessment file has at most 5 MB"),
    (b"Dear Minister,", "law.json:1: not JSON at column 1: a value is missing"),
    (document()[:-1], "not JSON at column 93: the file ends too early"),
    (document()[:30], "the text that begins here is not closed"),
    ('{"format":\n"assess/1",}', "law.json:2: not JSON at column 12: a field name in double quot"),
    ('{"format" "assess/1"}', "a colon is missing"),
    ('["a" "b"]', "a comma or a closing bracket is missing"),
    (document() + "\n}", "law.json:2: not JSON at column 1: something follows the end"),
    ('{"a": "line\nbreak"}', "not JSON at column 12: a control character stands in a text"),
    ('{"a": "C:\\path"}', "a backslash in a text must be written twice"),
    ("[" * 100_000, "nested too deeply"),
    ("[]", "not an assessment file: it is not one JSON object in { }"),
    ("3", "not an assessment file: it is not one JSON object"),
    ("NaN", "not an assessment file: it is not one JSON object"),
    ("{}", 'not an assessment file: "format" is missing; it should be "assess/1"'),
    (document(format="assess/2"), "was made by a newer version of this program"),
    (document(format="assess/2"), "update the program and open it again; nothing was changed"),
    (document(format="assess/0"), '"assess/0" is not a format this program reads'),
    (document(format="assess-findings/1"), "is not a format this program reads"),
    (document(format=[1]), "is not a format this program reads"),
    (document(format="\ud800"), '"\\ud800" is not a format this program reads'),
]


@pytest.mark.parametrize(("data", "words"), FOREIGN, ids=[words[:45] for _, words in FOREIGN])
def test_what_is_no_assessment_file_is_refused_with_one_reason(data, words) -> None:
    assert words in told(data)
    assert len(problems(data)) == 1


# --- what is wrong in one ----------------------------------------------------------------------


def note(**parts: object) -> dict[str, object]:
    return {"node": "privacy", "text": "why?", **parts}


def first(times: int = 1, phase: str = "second", **judgement: object) -> str:
    return document(panel={"phase": phase, "first": [judgement] * times})


def link(origin: str, target: str) -> str:
    change = {"relation": "contributes_to", "rating": "off", "reason": "it does not"}
    return document(variant={"links": [{"origin": origin, "target": target, **change}]})


HALF = '{"format":"assess/1","framework":' + json.dumps(FRAMEWORK) + ',"proposal":{%s}}'
MISTAKES = [
    (document(propsal={}), "propsal: unknown field; did you mean proposal?"),
    (document(framework={"id": "internet-way", "version": "1.0.0"}), "framework: there is no fra"),
    (document(framework={**FRAMEWORK, "version": "9.9.9"}), "the versions here are: 1.0.0"),
    (document(framework={"id": "../../etc", "version": "1.0.0"}), "is not an identifier"),
    (document(framework=None), "framework: must be a group of fields, not nothing"),
    (document(judgements=[{"node": "privcy"}]), "judgements[0].node: there is no privcy in this"),
    (
        document(judgements=[{"node": "open"}]),
        "judgements[0].node: open is not judged itself",
    ),
    (document(judgements=[{"node": "privacy", "draft": "d2"}]), "no such draft in this file; use"),
    (document(judgements=[{"node": "privacy"}] * 2), "judgements[1].part: the same person judges"),
    (document(judgements=[{"node": "privacy", "part": 1e300}]), "judgements[0].part: "),
    (document(judgements=[{"node": "privacy", "part": True}]), "part: must be a whole number"),
    (document(judgements=[{"node": "privacy", "mechanism": "dns-filterng"}]), "dns-filtering?"),
    (document(judgements={"node": "privacy"}), "judgements: must be a list, not a group of f"),
    (document(judgements=["privacy"]), "judgements[0]: must be a group of fields, not text"),
    (document(judgements=[{"node": "privacy", "harm": "minor"}]), 'need answer "effect"'),
    (document(judgements=[{"node": "x"}] * 5001), "judgements: too many: 5001; at most 5000"),
    (document(drafts=[{"id": "d1", "date": 0}]), "drafts[0].date: must be a date"),
    (document(drafts=[{"id": "d1"}] * 2), "drafts[1].id: two drafts have this id"),
    (document(drafts=[{"id": "d1"}, {"id": "d2", "based_on": "d9"}]), "drafts[1].based_on: there"),
    (
        document(notes=[{"node": "privcy", "text": "?"}]),
        "notes[0].node: there is no privcy in this",
    ),
    (document(notes=[note(draft="d2")]), "notes[0].draft: there is no such draft in this file"),
    (document(notes=[note(), note()]), "notes[1]: the same person has two notes on the same node"),
    (first(node="privcy"), "panel.first[0].node: there is no privcy in this framework; did you me"),
    (first(node="open"), "panel.first[0].node: open is not judged itself; judge what"),
    (first(node="privacy", draft="d2"), "panel.first[0].draft: there is no such draft"),
    (first(node="privacy", mechanism="zz"), "panel.first[0].mechanism: there is no such interv"),
    (first(2, node="privacy"), "panel.first[1].part: the same person judges the same node on"),
    (first(phase="first", node="privacy"), "panel.first: the first round has not ended, so no"),
    (link("privcy", "open"), "variant.links[0].origin: there is no privcy in this framework"),
    (link("privacy", "opn"), "variant.links[0].target: there is no opn in this framework"),
    (link("open", "privacy"), "variant.links[0]: this framework has no such link; correct orig"),
    (document(triage={"answers": {"zz": "yes"}}), "no such screening question; use one of: "),
    (document(triage={"interventions": ["zz"]}), "no such intervention; the nearest of 45 are"),
    (HALF % '"title":NaN', "proposal.title: not a usable number"),
    (HALF % '"title":-Infinity', "proposal.title: not a usable number"),
    (HALF % '"title":1e999', "proposal.title: not a usable number"),
    (HALF % ('"title":' + "9" * 5000), "proposal.title: not a usable number; write a smaller one"),
    (HALF % '"title":"a","title":"b"', "proposal.title: given twice; keep one of them"),
    (HALF % '"title":"\\ud83d"', "proposal.title: holds half a character"),
    (HALF % '"\\ud83d":1', "proposal.\\ud83d: unknown field"),
    (HALF % '"title":"bell \\u0007"', "proposal.title: character 6 (U+0007) is a control charac"),
    (HALF % ('"x":' + "[" * 500 + "]" * 500), "nested too deeply; remove what is inside"),
]


@pytest.mark.parametrize(("data", "words"), MISTAKES, ids=[words[:45] for _, words in MISTAKES])
def test_a_mistake_is_told_with_its_place_and_cure(data, words) -> None:
    assert words in told(data)


def test_all_mistakes_are_told_at_once_in_the_order_of_the_file() -> None:
    found = problems((FILES / "mistakes.json").read_bytes())
    assert [problem.place.path for problem in found] == [
        "proposal.language",
        "proposal.stage",
        "proposal.titel",
        "drafts[0].date",
        "drafts[0].provisions[0].id",
        "drafts[0].provisions[0].text",
        "drafts[1].id",
        "triage.answers.joinning",
        "triage.answers.joinning",
        "triage.interventions[0]",
        "judgements[0].harm",
        "judgements[0].node",
        "judgements[0].part",
        "judgements[1].draft",
        "judgements[1].rationale",
        "judgements[2].likelyhood",
        "judgements[3].mechanism",
        "judgements[3].part",
        "judgements[4].part",
        "judgements[5].part",
    ]
    assert {problem.place.file for problem in found} == {"law.json"}


def test_a_round_is_read_as_it_was_written_and_a_blank_note_is_none() -> None:
    notes = [note(node="integrity"), note(node="privacy", text=" "), note(assessor="a0")]
    data = document(panel={"phase": "closed", "first": [{"node": "privacy"}]}, notes=notes)
    found = bundle.loads(data.encode(), LIBRARY)
    assert found.panel == Panel(phase="closed", first=(Judgement(node="privacy"),))
    assert [(each.assessor, each.node) for each in found.notes] == [
        ("a0", "privacy"),
        ("a1", "integrity"),
    ]


def test_a_framework_with_mistakes_is_named_as_the_reason(tmp_path: Path) -> None:
    folder = tmp_path / "frameworks" / FRAMEWORK["id"] / FRAMEWORK["version"]
    folder.mkdir(parents=True)
    (folder / "framework.yaml").write_text("id: [")
    with pytest.raises(FileProblems, match="this framework is here, but it has mistakes"):
        bundle.loads(document().encode(), Library(tmp_path))


def test_a_framework_without_interventions_leaves_mechanisms_unchecked() -> None:
    class Bare:
        combined = staticmethod(LIBRARY.combined)

        def interventions(self, framework_id: str, version: str) -> None:
            return None

    data = document(judgements=[{"node": "privacy", "mechanism": "anything"}]).encode()
    assert bundle.loads(data, Bare()).judgements[0].mechanism == "anything"


FLOODS = {
    "fields": '{"format":"assess/1",' + ",".join(f'"a{n}":1' for n in range(20_000)) + "}",
    "nodes": document(judgements=[{"node": f"x{n}"} for n in range(5_000)]),
    "twice": '{"format":"assess/1",' + ",".join('"a":1' for _ in range(20_000)) + "}",
    "answers": document(triage={"answers": {f"b{n}": "yes" for n in range(20_000)}}),
}


@pytest.mark.parametrize("flood", FLOODS)
def test_a_flood_of_mistakes_is_cut_off(flood: str) -> None:
    found = problems(FLOODS[flood])
    assert len(found) <= bundle.TOLD + 1
    assert flood == "twice" or "there are more problems; mend these" in str(found[-1])


def test_the_limits_are_those_of_the_model() -> None:
    (limit,) = Assessment.model_fields["judgements"].metadata
    assert limit.max_length == bundle.LOOKED_AT
