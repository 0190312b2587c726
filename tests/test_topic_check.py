"""A framework on a topic that does not fit what it stands beside is told where and how to mend it.

The small library stands for the core: one property, two enablers, one goal. `post` and `mail` are
topics on it.
"""

from __future__ import annotations

from pathlib import Path

import pytest

from assess.check import check
from assess.library import Library
from tests.made_library import change, copied

POST = "frameworks/post/1.0.0/framework.yaml"
MAIL = "frameworks/mail/1.0.0/framework.yaml"

CRITERION = """\
  - id: {id}
    code: C1
    official: false
    name: A criterion
    summary: Something that is asked.
    questions: [{{text: Is it so?, provenance: argued, sources: [made]}}]
    strengthens: [it]
    weakens: [it]
    levels: {{minor: A little., material: More., major: All of it.}}
    sources: [made]
    verified: true
"""
GROUNDS = "reason: So it is., provenance: argued, verified: true, sources: [made]"
HEAD = """\
id: {id}
version: 1.0.0
builds_on: {{id: small, version: 1.0.0}}
title: A topic
summary: Two things that are asked.
licence_note: Made for tests.
sources: {{made: {{title: Made for tests, url: "https://example.org/made"}}}}
benefit_levels: {{minor: A little., material: More., major: All of it.}}
links:
  - {{from: {id}-one, to: {id}-two, relation: underpins, strength: strong, {grounds}}}
bears_on:
  - {{from: {id}-one, to: easy-access, sign: same, strength: strong, {grounds}}}
maps:
  - {{criterion: {id}-one, framework: small, node: easy-access, match: related, reason: Close.}}
criteria:
"""
BEARS = f"  - {{from: post-one, to: easy-access, sign: opposite, strength: weak, {GROUNDS}}}\nmaps:"
BUILDS = "builds_on: {id: small, version: 1.0.0}"
MAPPED = "framework: small, node: easy-access, match: related, reason: Close.}"
EQUAL = "framework: small, node: easy-access, match: equal, reason: The same.}"


def topic(root: Path, name: str) -> None:
    """Writes a topic with two criteria, the one underpinning the other."""
    path = root / "frameworks" / name / "1.0.0" / "framework.yaml"
    path.parent.mkdir(parents=True)
    criteria = "".join(CRITERION.format(id=f"{name}-{each}") for each in ("one", "two"))
    path.write_text(HEAD.format(id=name, grounds=GROUNDS) + criteria, encoding="utf-8")
    path.with_name("CHANGES.md").write_text("# A topic\n", encoding="utf-8")


@pytest.fixture
def root(tmp_path: Path) -> Path:
    made = copied(tmp_path)
    topic(made, "post")
    topic(made, "mail")
    return made


def told(root: Path) -> list[str]:
    return [str(problem) for problem in check(Library(root), [root / "frameworks"])]


def test_two_topics_beside_the_small_framework_have_no_problem(root: Path) -> None:
    assert told(root) == []


@pytest.mark.parametrize(
    ("old", "new", "line", "words"),
    [
        (
            BUILDS,
            "builds_on: {id: post, version: 1.0.0}",
            3,
            "builds_on: a topic cannot build on itself; name the framework whose properties it"
            " bears on",
        ),
        (
            BUILDS,
            "builds_on: {id: mail, version: 1.0.0}",
            3,
            "builds_on: mail is on a topic itself; name what it builds on: small",
        ),
        (
            BUILDS,
            "builds_on: {id: small, version: 2.0.0}",
            3,
            "builds_on: there is no small 2.0.0; the versions here are: 1.0.0",
        ),
        (
            BUILDS,
            "builds_on: {id: smal, version: 1.0.0}",
            3,
            "builds_on: there is no framework smal; did you mean small?",
        ),
        (
            "bears_on:\n  - {from: post-one, to: easy-access,",
            "bears_on:\n  - {from: post-one, to: easy-acces,",
            12,
            "bears_on[0].to: there is no node of small easy-acces; did you mean easy-access?",
        ),
        (
            "bears_on:\n  - {from: post-one, to: easy-access,",
            "bears_on:\n  - {from: post-one, to: post-two,",
            12,
            "bears_on[0].to: there is no node of small post-two; use one of: one-protocol,"
            " easy-access, privacy, open, trusted",
        ),
        (
            "bears_on:\n  - {from: post-one, to: easy-access,",
            "bears_on:\n  - {from: privacy, to: easy-access,",
            12,
            "bears_on[0].from: there is no criterion privacy; use one of: post-one, post-two",
        ),
        (
            "maps:",
            BEARS,
            13,
            "bears_on[1]: post-one bears on easy-access twice, first in bears_on[0]; keep one of"
            " them",
        ),
        (
            MAPPED,
            MAPPED.replace("small", "smal"),
            14,
            "maps[0].framework: there is no framework smal; did you mean small?",
        ),
        (
            MAPPED,
            MAPPED.replace("small", "post"),
            14,
            "maps[0].framework: post is this framework itself; name another one, or write a link",
        ),
        (
            MAPPED,
            MAPPED.replace("easy-access", "easy-acces"),
            14,
            "maps[0].node: there is no node of small easy-acces; did you mean easy-access?",
        ),
        (
            MAPPED,
            EQUAL.replace("easy-access", "open"),
            14,
            "maps[0].match: nobody is asked about open, so nothing can ask the same; write related",
        ),
        (
            MAPPED,
            f"{MAPPED}\n  - {{criterion: post-one, {EQUAL}",
            15,
            "maps[1]: post-one and easy-access are compared twice, first in maps[0]; keep one of"
            " them",
        ),
        (
            MAPPED,
            f"{EQUAL}\n  - {{criterion: post-one, {EQUAL.replace('easy-access', 'privacy')}",
            15,
            "maps[1].match: post-one is equal to another one in maps[0] already; one question can"
            " be the same as one other only; write narrower or broader",
        ),
        (
            MAPPED,
            f"{EQUAL}\n  - {{criterion: post-two, {EQUAL}",
            15,
            "maps[1].match: easy-access is equal to another one in maps[0] already; one question"
            " can be the same as one other only; write narrower or broader",
        ),
        (
            "bears_on:",
            f"  - {{from: post-two, to: post-one, relation: underpins, strength: weak, {GROUNDS}}}"
            "\nbears_on:",
            10,
            "links[0]: circle among underpins: post-one → post-two → post-one; what underpins"
            " cannot rest on itself; make one of these links supports",
        ),
    ],
)
def test_a_topic_that_does_not_fit_is_told_with_its_line_and_how_to_mend_it(
    root: Path, old: str, new: str, line: int, words: str
) -> None:
    change(root / POST, old, new)
    assert [each for each in told(root) if each.startswith(POST)] == [f"{POST}:{line}: {words}"]


def test_two_topics_that_build_on_one_another_are_both_told(root: Path) -> None:
    change(root / POST, BUILDS, "builds_on: {id: mail, version: 1.0.0}")
    change(root / MAIL, BUILDS, "builds_on: {id: post, version: 1.0.0}")
    assert told(root) == [
        f"{MAIL}:3: builds_on: post builds on this one; two topics cannot build on one another",
        f"{POST}:3: builds_on: mail builds on this one; two topics cannot build on one another",
    ]


def test_the_library_goes_on_without_topics_that_lead_round_in_a_circle(root: Path) -> None:
    change(root / POST, BUILDS, "builds_on: {id: mail, version: 1.0.0}")
    change(root / MAIL, BUILDS, "builds_on: {id: post, version: 1.0.0}")
    library = Library(root)
    assert [ref.id for ref in library.frameworks()] == ["small"]
    assert library.topics(library.latest("small")) == ()
    assert len(library.problems()) == 2


def test_a_topic_on_a_broken_framework_waits_for_it(root: Path) -> None:
    small = "frameworks/small/1.0.0/framework.yaml"
    change(root / small, "title: A small framework", "titel: A small framework")
    found = [each for each in told(root) if "small 1.0.0 has problems of its own" in each]
    assert [each.split(":")[0] for each in found] == [MAIL, POST]
    assert all(each.endswith("; mend those first") for each in found)


def test_the_same_id_in_two_topics_is_told_in_both(root: Path) -> None:
    change(root / POST, "  - id: post-two\n", "  - id: mail-two\n")
    change(root / POST, "to: post-two,", "to: mail-two,")
    assert told(root) == [
        f"{MAIL}:27: criteria[1].id: the id mail-two is one of post, too; give it one of its own",
        f"{POST}:27: criteria[1].id: the id mail-two is one of mail, too; give it one of its own",
    ]


def test_two_topics_that_compare_the_same_two_criteria_are_both_told(root: Path) -> None:
    change(root / POST, MAPPED, MAPPED.replace("small, node: easy-access", "mail, node: mail-one"))
    assert told(root) == []
    change(root / MAIL, MAPPED, MAPPED.replace("small, node: easy-access", "post, node: post-one"))
    assert told(root) == [
        f"{MAIL}:14: maps[0]: post compares these two already; keep one of the mappings",
        f"{POST}:14: maps[0]: mail compares these two already; keep one of the mappings",
    ]


def test_a_circle_that_only_mappings_close_is_told(root: Path) -> None:
    """One protocol underpins easy access; a topic may not turn that round under other names."""
    there = "criterion: post-one, framework: small, node: easy-access, match: related"
    change(root / POST, there, there.replace("related", "equal"))
    change(
        root / POST,
        "reason: Close.}",
        "reason: Close.}\n  - {criterion: post-two, framework: small, node: one-protocol,"
        " match: equal, reason: The same.}",
    )
    assert told(root) == [
        f"{POST}:10: links[0]: circle among underpins: one-protocol → easy-access → one-protocol;"
        " what underpins cannot rest on itself; make one of these links supports"
    ]


def test_mappings_may_not_make_two_questions_of_the_core_one(root: Path) -> None:
    mail = "criterion: mail-one, framework: small, node: easy-access, match: related"
    change(root / MAIL, mail, mail.replace("related", "equal"))
    change(
        root / POST,
        "reason: Close.}",
        "reason: Close.}\n  - {criterion: post-two, framework: mail, node: mail-one, match: equal,"
        " reason: The same.}\n  - {criterion: post-two, framework: small, node: privacy,"
        " match: equal, reason: The same.}",
    )
    found = [each for each in told(root) if each.startswith(POST)]
    assert found == [
        f"{POST}:13: maps: together with other topics privacy and easy-access become one question;"
        " make one of the mappings that say equal narrower or broader"
    ]
