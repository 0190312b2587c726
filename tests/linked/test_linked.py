"""Linked data: two spellings of one graph, in the European vocabulary, with every text as typed."""

from __future__ import annotations

import re
from functools import cache
from pathlib import Path

import pyshacl
import pytest
import rdflib
from rdflib import DCTERMS, FOAF, PROV, SKOS

from assess import cli, linked
from assess.assessment import Assessor
from assess.errors import AssessError
from assess.explain import Telling
from assess.findings import analyse
from assess.linked.graph import Iri, Said, Thing, Typed, official
from assess.proposal import Draft, Proposal, Provision
from assess.text import words
from tests.report.briefs import (
    CAMBODIA,
    CASES,
    CP1,
    CP4,
    DAY,
    LIBRARY,
    NASTY,
    assessed,
    judged,
    nasty,
)

# rdflib and pyshacl use names of their own that they mean to leave.
pytestmark = pytest.mark.filterwarnings(
    "ignore::DeprecationWarning:rdflib", "ignore::DeprecationWarning:pyshacl"
)

SHAPES = Path(__file__).parents[1] / "data" / "iopa-shapes.ttl"
CAV = rdflib.Namespace("http://data.europa.eu/2sa/cav#")
IOPA = rdflib.Namespace("http://data.europa.eu/2qy/iopa#")
OWN = rdflib.Namespace("urn:uuid:8c08e592-c095-4ee2-a887-18b0f59134df#")
ELI = rdflib.Namespace("http://data.europa.eu/eli/ontology#")


def described(assessment, language="en", **fields):
    draft = fields.pop("draft", assessment.drafts[0].id)
    framework = LIBRARY.framework_of(assessment)
    found = analyse(framework, assessment, draft=draft)
    telling = Telling(framework, assessment, found, words(language))
    return linked.describe(telling, made_on=DAY, version="0.1.0", **fields)


def parsed(graph, kind="ttl"):
    spelling = {"ttl": "turtle", "jsonld": "json-ld"}[kind]
    return rdflib.Graph().parse(data=linked.write(graph, kind), format=spelling)


@cache
def case_graph(case_id):
    case = LIBRARY.case(case_id)
    urls = tuple(source.url for source in case.sources if source.url)
    return described(case.assessment(), documents=urls)


def faults(graph) -> str:
    conforms, _, told = pyshacl.validate(graph, shacl_graph=str(SHAPES), advanced=False)
    return "" if conforms else told


@pytest.mark.parametrize("case", [case.id for case in CASES])
def test_turtle_and_json_ld_say_the_same_of_every_case(case) -> None:
    turtle, json_ld = parsed(case_graph(case)), parsed(case_graph(case), "jsonld")
    assert len(turtle) > 300
    assert set(turtle) == set(json_ld)


@pytest.mark.parametrize("case", [case.id for case in CASES])
def test_every_case_has_what_the_vocabulary_asks_for(case) -> None:
    assert faults(parsed(case_graph(case))) == ""


def test_a_graph_that_lacks_what_is_asked_for_is_noticed() -> None:
    graph = parsed(case_graph(CAMBODIA))
    (service,) = graph.subjects(
        rdflib.RDF.type, rdflib.URIRef("http://purl.org/vocab/cpsv#PublicService")
    )
    graph.remove((service, DCTERMS.title, None))
    statement = next(graph.subjects(CAV.type, OWN.conclusion))
    graph.set((statement, CAV.judgement, rdflib.Literal("no language")))
    told = faults(graph)
    assert "dct:title" in told or "http://purl.org/dc/terms/title" in told
    assert "cav:judgement" in told or "cav#judgement" in told


def test_only_terms_are_used_that_their_vocabularies_have() -> None:
    graph = parsed(case_graph(CAMBODIA))
    used = {*graph.predicates(), *graph.objects(None, rdflib.RDF.type)}
    shapes = SHAPES.read_text(encoding="utf-8")
    european = set(re.findall(r"\b(?:cav|cv|iopa|eli|frbr|cpsv):\w+", shapes))
    closed = (FOAF, PROV, SKOS, DCTERMS, rdflib.RDF, rdflib.RDFS)
    for name in used:
        space = next((each for each in closed if name.startswith(str(each))), None)
        if space is not None:
            assert name in space
        elif name.startswith(str(OWN)):
            assert (name, None, None) in graph, f"{name} is not said to be anything"
        else:
            assert graph.namespace_manager.curie(name) in european


def test_the_conclusion_is_there_in_words_and_numbers_with_the_answers_it_rests_on() -> None:
    graph = parsed(case_graph(CAMBODIA))
    found = {
        str(graph.value(each, CAV.interpretation)).rpartition("#")[2]: each
        for each in graph.subjects(CAV.type, OWN.conclusion)
    }
    assert set(found) == {"negative", "open"}
    harm = found["negative"]
    assert "likely (79%" in graph.value(harm, CAV.judgement)
    assert graph.value(harm, OWN.level) == OWN.major
    assert 0.78 < float(graph.value(harm, OWN.chanceOfMajor)) < 0.80
    answers = list(graph.objects(harm, PROV.wasDerivedFrom))
    assert answers
    assert {graph.value(each, CAV.type) for each in answers} == {OWN.answer}


def test_a_word_of_likelihood_has_its_numbers() -> None:
    graph = parsed(described(assessed(judged(CP4, harm="major"))))
    (word,) = graph.objects(None, OWN.likelihood)
    assert graph.value(word, SKOS.prefLabel) == rdflib.Literal("very likely", lang="en")
    assert float(graph.value(word, OWN.lowestChance)) == 0.9
    assert float(graph.value(word, OWN.highestChance)) == 0.99


def test_what_is_not_known_has_statements_of_its_own() -> None:
    graph = parsed(
        described(
            assessed(
                judged(CP4, harm="minor"),
                judged(CP1, answer="none", likelihood=None, confidence=None),
            )
        )
    )
    gaps = list(graph.subjects(CAV.type, OWN.gap))
    assert len(gaps) >= 13
    assert {graph.value(each, CAV.interpretation) for each in gaps} == {OWN.open}
    (no_effect,) = [
        each
        for each in graph.subjects(CAV.type, OWN.answer)
        if (each, CAV.interpretation, OWN.neutral) in graph
    ]
    assert str(graph.value(no_effect, OWN.node)).endswith(CP1)


def test_harm_and_benefit_of_one_answer_are_both_told() -> None:
    graph = parsed(described(assessed(judged(CP4, harm="minor", benefit="material"))))
    (answer,) = graph.subjects(CAV.type, OWN.answer)
    assert set(graph.objects(answer, CAV.interpretation)) == {OWN.negative, OWN.positive}


REFERENCES = [
    ("http://data.europa.eu/eli/reg/2024/903/oj", True),
    ("urn:lex:it:stato:legge:2003-09-21;456", True),
    (" urn:lex:kh:government:sub.decree:2021-02-16;23 ", True),
    ("/akn/kh/act/2021-02-16/23/eng@", False),
    ("Regulation (EU) 2024/903", False),
    ("javascript:alert(1)", False),
    ("http://example.org/a b", False),
    ("http://example.org/<x>", False),
    ("urn:lex:a> . <b", False),
    ("http://[::", False),
]


@pytest.mark.parametrize(("reference", "names"), REFERENCES)
def test_an_official_identifier_names_the_text_where_it_can_be_read_anywhere(
    reference, names
) -> None:
    draft = Draft(id="d1", reference=reference, provisions=(Provision(id="6", text="All of it."),))
    graph = described(assessed(judged(CP4, harm="minor", provisions=("6",)), drafts=(draft,)))
    found = parsed(graph)
    assert set(found) == set(parsed(graph, "jsonld"))
    (text,) = found.subjects(rdflib.RDF.type, ELI.LegalExpression)
    assert (str(text) == reference.strip()) is names
    assert str(found.value(text, DCTERMS.identifier)) == reference.strip()
    assert {*found.objects(None, DCTERMS.isPartOf)} == {text}
    assert bool(official(reference)) is names
    assert faults(found) == ""


def test_provisions_that_answers_cite_are_requirements_of_their_own() -> None:
    provisions = (Provision(id="6", heading="Gateway", text="One."), Provision(id="7", text="Two."))
    draft = Draft(id="d1", language="km", provisions=provisions)
    graph = parsed(
        described(assessed(judged(CP4, harm="minor", provisions=("6", "99")), drafts=(draft,)))
    )
    (cited,) = graph.objects(None, OWN.cites)
    assert graph.value(cited, CAV.valueDescription) == rdflib.Literal("One.", lang="km")
    assert len(set(graph.subjects(rdflib.RDF.type, IOPA.BindingRequirement))) == 2
    assert len(set(graph.objects(None, CAV.assesses))) == 2


def test_who_provides_it_and_which_service_it_affects_are_marked_as_not_stated() -> None:
    graph = parsed(described(assessed()))
    unknown = set(graph.subjects(OWN.notStated, rdflib.Literal(True)))
    assert unknown == {
        graph.value(
            None, rdflib.RDF.type, rdflib.URIRef("http://data.europa.eu/m8g/PublicOrganisation")
        ),
        *graph.objects(None, IOPA.affects),
    }


def test_hostile_text_stands_as_typed_in_both_spellings() -> None:
    graph = described(nasty())
    turtle, json_ld = parsed(graph), parsed(graph, "jsonld")
    assert set(turtle) == set(json_ld)
    assert faults(turtle) == ""
    said = {str(text) for text in turtle.objects(None, CAV.judgement)}
    assert NASTY in said


EVERY_PLANE = "".join(chr(0x10000 * plane + 0x41) for plane in range(17))
TEXTS = [
    '"',
    "\\",
    '"""',
    "\\u0041",
    "\n\r\n\t",
    "a\\",
    "' .\n<x> <y> <z> .",
    "\u2028\u2029",
    "\ufffe\uffff",
    EVERY_PLANE,
    "\u202eabc",
    "]]>",
    "</script>",
]


@pytest.mark.parametrize("text", TEXTS, ids=ascii)
def test_any_text_comes_back_letter_by_letter(text) -> None:
    thing = Thing(
        Iri("urn:x:1"),
        ("skos:Concept",),
        (("dct:title", Said(text, "en")), ("dct:identifier", Typed(text))),
    )
    for kind in linked.KINDS:
        graph = parsed((thing,), kind)
        assert {str(each) for each in graph.objects()} == {text, str(SKOS.Concept)}


@pytest.mark.parametrize(
    ("language", "tag"),
    [("zh-Hant", "zh-hant"), ("", "und"), ("en> .", "und"), ("deutsch, bitte", "und")],
)
def test_what_is_no_language_tag_counts_as_undetermined(language, tag) -> None:
    assessment = assessed(
        judged(CP4, harm="minor", rationale="Why."), proposal=Proposal(language=language)
    )
    for kind in linked.KINDS:
        graph = parsed(described(assessment), kind)
        (answer,) = graph.subjects(CAV.type, OWN.answer)
        assert str(graph.value(answer, CAV.judgement).language).lower() == tag


def test_the_same_answers_give_the_same_names_and_bytes() -> None:
    assessment = assessed(judged(CP4, harm="minor"))
    for kind in linked.KINDS:
        assert linked.write(described(assessment), kind) == linked.write(
            described(assessment), kind
        )
    other = assessed(judged(CP4, harm="major"))
    (one,), (two,) = (
        set(parsed(described(each)).subjects(rdflib.RDF.type, CAV.Assessment))
        for each in (assessment, other)
    )
    assert one != two


def test_a_person_without_a_name_is_no_blank() -> None:
    assessment = assessed(assessors=(Assessor(id="a1", name=""),))
    graph = parsed(described(assessment))
    (person,) = graph.objects(None, PROV.wasAttributedTo)
    assert graph.value(person, DCTERMS.title)


def test_the_present_situation_is_refused_in_words() -> None:
    assessment = assessed(drafts=(Draft(id="d1", kind="no-measure"),))
    with pytest.raises(AssessError) as refused:
        described(assessment)
    assert "the present situation is not a legal text" in str(refused.value)


@pytest.mark.parametrize("kind", linked.KINDS)
def test_the_command_line_writes_a_case_with_its_sources(kind, tmp_path: Path) -> None:
    path = tmp_path / f"case.{kind}"
    assert cli.main(["report", CAMBODIA, "--to", str(path)]) == 0
    graph = rdflib.Graph().parse(path, format={"ttl": "turtle", "jsonld": "json-ld"}[kind])
    urls = {source.url for source in LIBRARY.case(CAMBODIA).sources if source.url}
    assert {str(each) for each in graph.objects(None, CAV.documentedIn)} == urls
