"""What the shipped cases say, case by case: all judged, every claim placed, nothing from a copy."""

from __future__ import annotations

import re
from urllib.parse import urlsplit

import pytest

from assess.case import Case
from assess.compare import compare, options
from assess.framework import Framework
from assess.library import Library

LIBRARY = Library()
CASES = list(LIBRARY.case_ids()) or ["none-found"]

# Publishers of their own texts; look at a site once before adding it.
HOSTS = {
    "eur-lex.europa.eu",
    "labs.ripe.net",
    "lists-ext-2.ripe.net",
    "mailman.ripe.net",
    "security.geant.org",
    "teangtnaut.org",
    "thediplomat.com",
    "www.gov.uk",
    "www.internetsociety.org",
    "www.legislation.gov.uk",
    "www.lexology.com",
    "www.phnompenhpost.com",
    "www.theyworkforyou.com",
}


@pytest.fixture(params=CASES)
def case(request: pytest.FixtureRequest) -> Case:
    return LIBRARY.case(request.param)


@pytest.fixture
def framework(case: Case) -> Framework:
    return LIBRARY.framework(case.framework.id, case.framework.version)


def test_every_property_and_enabler_is_judged(case: Case, framework: Framework) -> None:
    assert {each.node for each in case.judgements} == {node.id for node in framework.judged}


def test_every_judgement_is_finished(case: Case, framework: Framework) -> None:
    assessment = case.assessment()
    for draft in case.drafts:
        found = assessment.progress(framework, draft.id)
        assert [each for each in found if each.state != "done"] == [], draft.id


def test_every_judgement_gives_its_reason(case: Case) -> None:
    for judgement in case.judgements:
        assert judgement.rationale, judgement.node
        assert judgement.evidence, judgement.node


def test_what_a_source_states_names_it_and_says_whose_the_level_is(case: Case) -> None:
    stated = [each for each in case.judgements if each.stated_by == "source"]
    assert stated
    for judgement in stated:
        assert judgement.sources, judgement.node
        assert "our reading" in judgement.note, judgement.node


def test_sources_and_provisions_cited_are_in_the_file(case: Case) -> None:
    sources = {source.id for source in case.sources}
    provisions = {draft.id: {p.id for p in draft.provisions} for draft in case.drafts}
    for judgement in case.judgements:
        assert set(judgement.sources) <= sources, judgement.node
        assert set(judgement.provisions) <= provisions[judgement.draft], judgement.node
    assert case.outcome
    assert set(case.outcome.sources) <= sources


def test_no_claim_rests_on_evidence_that_was_not_seen(case: Case) -> None:
    seen = {source.id for source in case.sources if source.seen != "own-knowledge"}
    for judgement in case.judgements:
        if judgement.evidence in {"strong", "moderate"}:
            assert seen & set(judgement.sources), judgement.node


def test_an_effect_names_the_provision_and_the_kind_of_intervention(case: Case) -> None:
    for judgement in case.judgements:
        if judgement.answer == "effect":
            assert judgement.provisions, judgement.node
            assert judgement.mechanism in case.triage.interventions, judgement.node


def test_provisions_that_were_not_read_are_marked_as_restated(case: Case) -> None:
    for draft in case.drafts:
        assert draft.provisions
        for provision in draft.provisions:
            assert provision.heading.endswith("(restated)"), provision.id


def test_screening_is_answered_in_full(case: Case, framework: Framework) -> None:
    assert set(case.triage.answers) == {question.id for question in framework.screening}
    kinds = LIBRARY.interventions(case.framework.id, case.framework.version)
    assert kinds
    for intervention in case.triage.interventions:
        assert kinds.get(intervention), intervention


def test_every_source_of_a_case_is_used_or_says_for_what(case: Case) -> None:
    for source in case.sources:
        assert source.used_for, source.id
        assert source.seen != "own-knowledge" or "not read" in source.note, source.id


def test_no_address_in_the_file_leads_to_a_copy(case: Case) -> None:
    text = (LIBRARY.case_folder(case.id) / "case.yaml").read_text(encoding="utf-8")
    found = re.findall(r"https?://[^\s'\"]+", text)
    assert len(found) == len(case.sources)
    for url in found:
        assert url.startswith("https://"), url
        assert urlsplit(url).hostname in HOSTS, url


def test_the_folder_starts_with_the_year(case: Case) -> None:
    assert case.id.startswith(f"{case.year}-")


def test_nis2_without_root_name_servers_is_free_of_what_the_root_brought() -> None:
    case = LIBRARY.case("2021-european-union-nis2-root-servers")
    framework = LIBRARY.framework(case.framework.id, case.framework.version)
    (step,) = compare(framework, options(case.assessment())).steps
    (root,) = [each for each in step.removals if each.match.number == "root servers"]
    moved = {move.node: (move.before.level, move.after.level) for move, _ in root.moves}
    assert moved["common-global-identifiers"] == (2, 0)
    assert moved["collaborative-development-governance"] == (2, 0)
    assert moved["decentralized-management-distributed-routing"] == (1, 0)
    assert not step.of("harm", falls=False)
    assert not [each for each in step.moves if each.channel == "benefit"]
