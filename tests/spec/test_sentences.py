"""The method in sentences, on the framework as published."""

from __future__ import annotations

EXISTS = "threatens what the Internet needs to exist"
WEAKENS = "weakens what the Internet needs"
MINOR = "does minor harm only"
NOTHING = "does no harm that was found"

PROPERTIES = (
    "accessible-infrastructure-common-protocol",
    "open-architecture-building-blocks",
    "decentralized-management-distributed-routing",
    "common-global-identifiers",
    "technology-neutral-general-purpose",
)


def test_a_harmed_identifier_puts_reachability_and_integrity_in_question(spec):
    spec(
        judged={
            **dict.fromkeys(PROPERTIES, "no impact"),
            "common-global-identifiers": "strongly negative",
        },
        prompts={"unrestricted-reachability", "integrity"},
        spares={"easy-unrestricted-access"},
        concludes=EXISTS,
    )


def test_a_mandatory_gateway_puts_reachability_and_resilience_in_question(spec):
    spec(
        judged={"decentralized-management-distributed-routing": "strongly negative"},
        prompts={"unrestricted-reachability", "reliability-resilience-availability"},
        concludes=EXISTS,
    )


def test_a_material_harm_weakens_but_breaks_nothing(spec):
    spec(
        judged={"technology-neutral-general-purpose": "negative"},
        prompts={"unrestricted-use-deployment"},
        concludes=WEAKENS,
    )


def test_five_minor_harms_stay_minor(spec):
    spec(judged=dict.fromkeys(PROPERTIES, "weakly negative"), concludes=MINOR)


def test_a_major_benefit_does_not_pay_for_a_major_harm(spec):
    spec(
        judged={
            "common-global-identifiers": "strongly negative",
            **dict.fromkeys(PROPERTIES[:3], "strongly positive"),
        },
        concludes=EXISTS,
    )


def test_benefits_alone_harm_nothing(spec):
    spec(
        judged=dict.fromkeys(PROPERTIES, "strongly positive"),
        spares={"unrestricted-reachability", "globally-connected"},
        concludes=NOTHING,
    )


def test_no_impact_anywhere_is_no_harm_found(spec):
    spec(judged=dict.fromkeys(PROPERTIES, "no impact"), concludes=NOTHING)


def test_not_knowing_is_not_a_harm(spec):
    spec(judged=dict.fromkeys(PROPERTIES, "don't know"), concludes=NOTHING)


def test_an_answer_of_no_impact_stands_though_the_others_lead_one_to_expect_harm(spec):
    spec(
        judged={
            "common-global-identifiers": "negative",
            "decentralized-management-distributed-routing": "no impact",
        },
        prompts={"decentralized-management-distributed-routing"},
        concludes=WEAKENS,
    )
