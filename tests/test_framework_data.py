"""What the shipped frameworks say: counts, exact names, sources, levels people can tell apart."""

from __future__ import annotations

import re
from collections import Counter
from urllib.parse import urlsplit

import networkx
import pytest

from assess.framework import LEVELS, Framework
from assess.intervention import Interventions
from tests.shipped import LIBRARY

VERSIONS = [(ref.id, ref.version) for ref in LIBRARY.frameworks()] or [("none", "found")]
IWN = ("internet-way-of-networking", "1.0.0")
TOPICS = [each for each in VERSIONS if LIBRARY.framework(*each).builds_on]

NAMES = {
    "CP1": "An Accessible Infrastructure with a Common Protocol",
    "CP2": "Open Architecture of Interoperable and Reusable Building Blocks",
    "CP3": "Decentralized Management and a Single Distributed Routing System",
    "CP4": "Common Global Identifiers",
    "CP5": "A Technology Neutral, General-Purpose Network",
    "E1": "Easy and unrestricted access",
    "E2": "Unrestricted use and deployment of Internet technologies",
    "E3": "Collaborative development, management, and governance",
    "E4": "Unrestricted reachability",
    "E5": "Available capacity",
    "E6": "Data confidentiality of information, devices, and applications",
    "E7": "Integrity of information, applications, and services",
    "E8": "Reliability, resilience, and availability",
    "E9": "Accountability",
    "E10": "Privacy",
    "G1": "Open",
    "G2": "Globally connected",
    "G3": "Secure",
    "G4": "Trustworthy",
}
GOAL_OF = {
    "open": {"E1", "E2", "E3"},
    "globally-connected": {"E4", "E5"},
    "secure": {"E6", "E7"},
    "trustworthy": {"E8", "E9", "E10"},
}

# Whom we send readers to: publishers of their own texts, never a copy on someone else's site.
# Look at a site once before adding it.
HOSTS = {
    "app.smartsheet.com",  # the Internet Society's own form
    "article19.org",
    "censoredplanet.org",
    "cybersecurityadvisors.network",
    "globalvoices.org",
    "hwglaw.com",
    "ixptoolkit.org",
    "peopleofinternet.com",
    "stockholmcf.org",
    "techweez.com",
    "tele.net.in",
    "www.aph.gov.au",
    "www.eff.org",
    "www.findknowdo.com",
    "www.helpnetsecurity.com",
    "www.internetsociety.org",
    "www.isoc.ch",
    "www.isoc.mg",
    "www.isoc.org",
    "www.isoc.org.br",
    "www.kictanet.or.ke",
    "www.mail-archive.com",
    "www.medianama.com",
    "www.pch.net",
    "www.rfc-editor.org",
}


@pytest.fixture(params=VERSIONS, ids=lambda version: " ".join(version))
def framework(request: pytest.FixtureRequest) -> Framework:
    return LIBRARY.framework(*request.param)


@pytest.fixture(params=TOPICS, ids=lambda version: " ".join(version))
def topic(request: pytest.FixtureRequest) -> Framework:
    return LIBRARY.framework(*request.param)


@pytest.fixture
def iwn() -> Framework:
    return LIBRARY.framework(*IWN)


@pytest.fixture
def kinds() -> Interventions:
    found = LIBRARY.interventions(*IWN)
    assert found is not None
    return found


def test_the_internet_way_of_networking_has_its_parts(iwn: Framework) -> None:
    assert len(iwn.critical_properties) == 5
    assert len(iwn.enablers) == 10
    assert len(iwn.goals) == 4
    assert len(iwn.links) == 71


def test_every_name_is_exact(iwn: Framework) -> None:
    assert {node.code: node.name for node in iwn.nodes} == NAMES


def test_each_enabler_stands_under_the_goal_it_is_published_under(iwn: Framework) -> None:
    found = {goal.id: {e.code for e in iwn.enablers if e.goal == goal.id} for goal in iwn.goals}
    assert found == GOAL_OF


@pytest.mark.parametrize(
    ("between", "published", "argued"),
    [
        (("critical-property", "critical-property"), 1, 9),
        (("critical-property", "enabler"), 11, 24),
        (("enabler", "goal"), 11, 6),
        (("enabler", "enabler"), 0, 5),
    ],
    ids=lambda value: "-".join(value) if isinstance(value, tuple) else str(value),
)
def test_links_are_published_or_argued_as_the_sources_allow(
    iwn: Framework, between: tuple[str, str], published: int, argued: int
) -> None:
    links = [
        link.provenance
        for link in iwn.links
        if link.relation != "tension" and (iwn.kind(link.origin), iwn.kind(link.target)) == between
    ]
    assert Counter(links) == Counter({"published": published, "argued": argued})


def test_there_are_four_tensions_and_all_are_ours(iwn: Framework) -> None:
    tensions = [link for link in iwn.links if link.relation == "tension"]
    assert len(tensions) == 4
    assert {link.provenance for link in tensions} == {"argued"}


def test_six_worked_examples_restate_the_published_ones(iwn: Framework) -> None:
    found = {iwn.node(each.node).code: (each.harm, each.benefit) for each in iwn.examples}
    assert found == {
        "CP1": ("major", None),
        "E1": ("major", None),
        "E2": (None, "material"),
        "E3": (None, "major"),
        "E4": ("major", None),
        "E5": (None, "material"),
    }


def test_every_id_is_given_once(framework: Framework) -> None:
    for ids in (
        [node.id for node in framework.nodes],
        [node.code for node in framework.nodes],
        [question.id for question in framework.screening],
    ):
        assert len(ids) == len(set(ids))


def test_every_link_leads_from_a_node_to_a_node(framework: Framework) -> None:
    lost = [(link.origin, link.target) for link in framework.links
            if not (framework.has(link.origin) and framework.has(link.target))]  # fmt: skip
    assert lost == []


def test_every_enabler_contributes_strongly_to_its_goal(iwn: Framework) -> None:
    strong = {
        (link.origin, link.target)
        for link in iwn.links
        if link.relation == "contributes_to" and link.strength == "strong"
    }
    assert {(enabler.id, enabler.goal) for enabler in iwn.enablers} == strong


def test_nothing_underpins_itself_by_way_of_others(framework: Framework) -> None:
    links = [(each.origin, each.target) for each in framework.links if each.relation == "underpins"]
    assert links or framework.builds_on
    assert networkx.is_directed_acyclic_graph(networkx.DiGraph(links))


def test_every_claim_names_a_source_of_the_table(framework: Framework) -> None:
    named = [
        *(link.sources for link in (*framework.links, *framework.bears_on)),
        *(node.sources for node in (*framework.nodes, *framework.programmes)),
        *(action.sources for each in framework.criteria for action in each.actions),
        *(question.sources for node in framework.judged for question in node.questions),
        *(each.sources for each in (*framework.examples, *framework.screening)),
    ]
    assert all(named)
    assert {name for names in named for name in names} == set(framework.sources)


def test_what_is_published_names_a_text_of_the_publisher(iwn: Framework) -> None:
    claims = [*iwn.links, *(question for node in iwn.judged for question in node.questions)]
    published = [claim for claim in claims if claim.provenance == "published"]
    assert published
    for claim in published:
        assert any(name.startswith("isoc-") for name in claim.sources), claim


def test_what_is_published_but_was_not_seen_says_so(iwn: Framework) -> None:
    unseen = [each for each in iwn.links if each.provenance == "published" and not each.verified]
    assert len(unseen) == 3
    assert all("not seen" in link.note for link in unseen)


def test_nodes_that_were_not_seen_say_so(iwn: Framework) -> None:
    unseen = [node for node in iwn.nodes if not node.verified]
    assert {node.code for node in unseen} == {"E9", "E10", "G4"}
    assert all("recalled" in node.note for node in unseen)


def test_every_source_says_where_it_is_and_what_was_seen(framework: Framework) -> None:
    for name, source in framework.sources.items():
        assert source.note, name
        assert source.url or name == "our-reasoning"


def test_rfcs_are_cited_at_their_editor(framework: Framework) -> None:
    for name, source in framework.sources.items():
        if number := re.fullmatch(r"rfc-(\d+)", name):
            assert source.url == f"https://www.rfc-editor.org/rfc/rfc{number[1]}"
            assert source.title.startswith(f"RFC {number[1]}: ")


@pytest.mark.parametrize("name", ["framework.yaml", "interventions.yaml"])
def test_no_address_in_the_file_leads_to_a_copy(name: str) -> None:
    text = (LIBRARY.root / "frameworks" / "/".join(IWN) / name).read_text(encoding="utf-8")
    found = re.findall(r"https?://[^\s'\"]+", text)
    assert found
    for url in found:
        assert url.startswith("https://"), url
        assert urlsplit(url).hostname in HOSTS, url


def test_three_levels_are_told_apart_at_every_node(framework: Framework) -> None:
    sentences = [getattr(node.levels, level) for node in framework.judged for level in LEVELS]
    assert sentences
    assert len(sentences) == len(set(sentences)) == 3 * len(framework.judged)


def test_a_level_is_one_sentence(framework: Framework) -> None:
    words = [*(node.levels for node in framework.judged), framework.benefit_levels]
    for each in words:
        for level in LEVELS:
            sentence = getattr(each, level)
            assert re.fullmatch(r"[A-Z][^.!?]*\.", sentence), sentence
            assert len(sentence.split()) <= 50, sentence


def test_screening_points_to_every_judged_node(iwn: Framework) -> None:
    pointed = {node for question in iwn.screening for node in question.points_to}
    assert pointed == {node.id for node in iwn.judged}


def test_a_screening_answer_is_restated_in_three_different_sentences(iwn: Framework) -> None:
    assert iwn.screening
    for question in iwn.screening:
        restated = {question.yes, question.no, question.unsure}
        assert len(restated) == 3
        assert all(sentence.endswith(".") for sentence in restated)
        assert question.text.endswith("?")
        assert question.settle


def test_there_are_45_kinds_of_intervention(kinds: Interventions) -> None:
    assert len(kinds.interventions) == 45
    assert (kinds.framework, kinds.version) == IWN


def test_typical_effects_are_on_judged_nodes_and_given_once(
    iwn: Framework, kinds: Interventions
) -> None:
    judged = {node.id for node in iwn.judged}
    for kind in kinds.interventions:
        nodes = [effect.node for effect in kind.typical_effects]
        assert set(nodes) <= judged, kind.id
        assert len(nodes) == len(set(nodes)), kind.id


def test_a_kind_of_intervention_can_be_recognised_and_bettered(kinds: Interventions) -> None:
    for kind in kinds.interventions:
        assert kind.cues, kind.id
        assert kind.mitigations, kind.id
        assert kind.sources or kind.note, kind.id
        if kind.direction == "harmful":
            assert kind.alternatives, kind.id
            assert any(effect.harm for effect in kind.typical_effects), kind.id
        if kind.direction == "beneficial":
            assert any(effect.benefit for effect in kind.typical_effects), kind.id


def test_conditions_are_told_in_words(kinds: Interventions) -> None:
    conditions = [e.condition for kind in kinds.interventions for e in kind.typical_effects]
    told = [condition for condition in conditions if condition]
    assert told
    for condition in told:
        assert re.fullmatch(r"[A-Z].{8,}\.", condition), condition
        assert not re.search(r"\b(M?H|mh|mb|MB)\b", condition), condition


def test_cases_named_by_an_intervention_are_in_the_library_and_name_it(
    kinds: Interventions,
) -> None:
    """A case that is added later need not be named: a published version does not change."""
    named = [(case, kind.id) for kind in kinds.interventions for case in kind.cases]
    assert len(named) > 40
    for case, kind in named:
        assert kind in LIBRARY.case(case).triage.interventions, case
