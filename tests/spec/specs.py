"""The method as sentences: each is checked against the engine and printed into the manual."""

from __future__ import annotations

from assess.choices import Choices
from tests.spec.answers import BREAKS, MINOR, NOTHING, POSSIBLE, PROPERTIES, WEAKENS, Answers
from tests.spec.drafts import Drafts
from tests.spec.people import People

INFRASTRUCTURE, ARCHITECTURE, ROUTING, IDENTIFIERS, NEUTRAL = PROPERTIES
NO_EFFECT = dict.fromkeys(PROPERTIES, "no effect")

ANSWERS = (
    Answers(
        "A harmed identifier puts reachability and integrity in question",
        {**NO_EFFECT, IDENTIFIERS: "major harm"},
        BREAKS,
        prompts=("unrestricted-reachability", "integrity"),
        spares=("easy-unrestricted-access",),
    ),
    Answers(
        "A mandatory gateway puts reachability and resilience in question",
        {ROUTING: "major harm"},
        BREAKS,
        prompts=("unrestricted-reachability", "reliability-resilience-availability"),
    ),
    Answers(
        "A material harm weakens but breaks nothing",
        {NEUTRAL: "material harm"},
        WEAKENS,
        prompts=("unrestricted-use-deployment",),
    ),
    Answers("Minor harms stay minor", dict.fromkeys(PROPERTIES, "minor harm"), MINOR),
    Answers(
        "A major benefit does not pay for a major harm",
        {
            IDENTIFIERS: "major harm",
            **dict.fromkeys((INFRASTRUCTURE, ARCHITECTURE, ROUTING), "major benefit"),
        },
        BREAKS,
    ),
    Answers(
        "Benefits alone harm nothing",
        dict.fromkeys(PROPERTIES, "major benefit"),
        NOTHING,
        spares=("unrestricted-reachability", "globally-connected"),
    ),
    Answers("Where nobody finds an effect, no harm is found", NO_EFFECT, NOTHING),
    Answers(
        "An answer stands though the others lead one to expect harm",
        {IDENTIFIERS: "material harm", ROUTING: "no effect"},
        WEAKENS,
        prompts=(ROUTING,),
    ),
)

SURE = (
    Answers(
        "Not knowing is not a harm, and not the absence of one",
        {**NO_EFFECT, IDENTIFIERS: "don't know"},
        NOTHING,
        at_worst=BREAKS,
    ),
    Answers(
        "Two major harms make the conclusion firm",
        {IDENTIFIERS: "major harm", ROUTING: "major harm"},
        BREAKS,
        firmness="firm",
        smallest=2,
    ),
    Answers(
        "One major harm makes it fairly firm",
        {IDENTIFIERS: "major harm"},
        BREAKS,
        firmness="fairly firm",
        smallest=1,
    ),
    Answers(
        "Medium confidence leaves it open",
        {IDENTIFIERS: "major harm, medium confidence"},
        BREAKS,
        firmness="open",
    ),
    Answers(
        "A stated major harm is flagged, however unlikely",
        {IDENTIFIERS: "major harm, very unlikely"},
        POSSIBLE,
        flags={IDENTIFIERS: "at-risk"},
    ),
    Answers(
        "Two harms that need not come together",
        {
            IDENTIFIERS: "major harm, about as likely as not",
            ROUTING: "major harm, about as likely as not",
        },
        BREAKS,
        together=True,
    ),
    Answers(
        "A cut-off of one's own moves the flag and not the conclusion",
        {IDENTIFIERS: "major harm"},
        BREAKS,
        flags={IDENTIFIERS: "at-risk"},
        choices=Choices(broken=0.8),
        under="and “broken” begins at 80% by this assessment's own choice",
    ),
)

DRAFTS = (
    Drafts(
        "Doing nothing is judged like a draft",
        {
            "the draft": {**NO_EFFECT, IDENTIFIERS: "material harm"},
            "the present situation": {**NO_EFFECT, IDENTIFIERS: "major harm"},
        },
        first="the draft",
    ),
    Drafts(
        "The present situation is not assumed to be harmless",
        {
            "the draft": {**NO_EFFECT, IDENTIFIERS: "material harm"},
            "the present situation": {},
        },
        stays_open=True,
    ),
    Drafts(
        "The same answer is the same event in every draft",
        {
            "one draft": {**NO_EFFECT, ROUTING: "material harm, likely"},
            "the other": {**NO_EFFECT, ROUTING: "material harm, likely"},
        },
    ),
    Drafts(
        "A benefit does not move a draft up",
        {
            "one draft": {**NO_EFFECT, ROUTING: "material harm"},
            "the other": {**NO_EFFECT, ROUTING: "material harm", NEUTRAL: "major benefit"},
        },
    ),
)

PEOPLE = (
    People(
        "People are counted before their readings are pooled",
        {
            "Ann": {IDENTIFIERS: "major harm"},
            "Ben": {IDENTIFIERS: "major harm"},
            "Cleo": {IDENTIFIERS: "minor harm"},
        },
        {BREAKS: 2, MINOR: 1},
        dissent=(IDENTIFIERS,),
    ),
    People(
        "A mean level is never formed",
        {"Ann": {IDENTIFIERS: "major harm"}, "Ben": {IDENTIFIERS: "no effect"}},
        {BREAKS: 1, NOTHING: 1},
        dissent=(IDENTIFIERS,),
        major=(IDENTIFIERS, 38),
    ),
    People(
        "One level apart is no dissent",
        {"Ann": {IDENTIFIERS: "major harm"}, "Ben": {IDENTIFIERS: "material harm"}},
        {BREAKS: 1, WEAKENS: 1},
    ),
    People(
        "Harm and benefit are opposite directions",
        {"Ann": {IDENTIFIERS: "minor harm"}, "Ben": {IDENTIFIERS: "minor benefit"}},
        {MINOR: 1, NOTHING: 1},
        dissent=(IDENTIFIERS,),
    ),
)

SECTIONS = {
    "Answers": ANSWERS,
    "How sure": SURE,
    "Several drafts": DRAFTS,
    "Several people": PEOPLE,
}
