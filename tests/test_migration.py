"""An assessment moves to a new version of its framework, and comes back to the byte."""

from __future__ import annotations

from pathlib import Path

import pytest

from assess import migration
from assess.assessment import Assessment, Assessor, Judgement, Triage
from assess.bundle import dumps, loads
from assess.contribution import Claim, Contribution
from assess.errors import AssessError, FileProblems, UnknownFramework
from assess.explain import Telling, gaps
from assess.findings import analyse
from assess.library import Library
from assess.mark import Mark
from assess.migration import Fate, Plan
from assess.panel import Note, Panel
from assess.submission import Advice, Recommendations, SecondLanguage
from assess.text import words
from assess.value import TEXT_LIMIT
from assess.variant import LinkChange, Variant
from tests import following

NODE = "technology-neutral-general-purpose"
JOINS = "open-architecture-building-blocks"
SPLIT = "reliability-resilience-availability"


@pytest.fixture(scope="module")
def library(tmp_path_factory: pytest.TempPathFactory) -> Library:
    return Library(following.library(tmp_path_factory.mktemp("following")))


@pytest.fixture(scope="module")
def cambodia(library: Library) -> Assessment:
    return library.case(following.CAMBODIA).assessment()


def planned(assessment: Assessment, library: Library) -> Plan:
    return migration.plan(assessment, migration.way(assessment, "1.1.0", library))


def moved(assessment: Assessment, library: Library) -> Assessment:
    return migration.move(assessment, planned(assessment, library))


def fate(plan: Plan, node: str, what: str = "answer") -> Fate:
    name = plan.way.old.node(node).name
    return next(each for each in plan.fates if (each.what, each.name) == (what, name))


@pytest.mark.parametrize("slug", [following.CAMBODIA, following.WITH_TOPIC])
def test_a_judged_case_moves_and_comes_back_to_the_byte(library: Library, slug: str) -> None:
    case = library.case(slug).assessment()
    plan = planned(case, library)
    after = migration.move(case, plan)
    assert after.framework.version == "1.1.0"
    assert {each.version for each in after.topics.refs} <= {"1.1.0"}
    again = loads(dumps(after).encode(), library)
    assert again == after
    assert dumps(migration.back(again)) == dumps(case)
    answers = [each for each in plan.fates if each.what == "answer"]
    assert len(answers) == len(case.judgements)
    assert {each.outcome for each in answers} == {*migration.OUTCOMES}


def test_nothing_is_changed_by_planning(library: Library, cambodia: Assessment) -> None:
    before = dumps(cambodia)
    planned(cambodia, library)
    assert dumps(cambodia) == before


@pytest.mark.parametrize(
    ("node", "outcome", "why", "to"),
    [
        ("common-global-identifiers", "kept", ("unchanged",), ["common-global-identifiers"]),
        ("integrity", "kept", ("reworded-alike",), ["integrity"]),
        ("easy-unrestricted-access", "moved", ("moved",), ["open-access"]),
        ("available-capacity", "needs-review", ("rescaled",), ["available-capacity"]),
        ("privacy", "needs-review", ("reworded", "mechanism"), ["privacy"]),
        ("data-confidentiality", "needs-review", ("mechanism",), ["data-confidentiality"]),
        (SPLIT, "needs-review", ("split",), ["reliability", "availability"]),
        (JOINS, "needs-review", ("merged",), [NODE]),
        (NODE, "needs-review", ("merged",), [NODE]),
        ("accountability", "archived", ("removed",), []),
    ],
)
def test_each_kind_of_change_has_its_fate(
    library: Library, cambodia: Assessment, node: str, outcome: str, why: tuple[str], to: list[str]
) -> None:
    plan = planned(cambodia, library)
    found = fate(plan, node)
    assert (found.outcome, found.why) == (outcome, why)
    assert found.to == tuple(plan.way.new.node(each).name for each in to)
    if why not in (("unchanged",), ("mechanism",)):
        assert found.notes


def test_what_goes_on_says_what_it_said(library: Library, cambodia: Assessment) -> None:
    after = moved(cambodia, library)
    [was] = cambodia.judgements_on("easy-unrestricted-access")
    [now] = after.judgements_on("open-access")
    assert now == Judgement(**{**dict(was), "node": "open-access"})
    assert after.judgements_on("integrity") == cambodia.judgements_on("integrity")


def test_what_waits_for_review_keeps_all_that_was_typed_and_the_old_wording(
    library: Library, cambodia: Assessment
) -> None:
    after = moved(cambodia, library)
    [was], [now] = (each.judgements_on("privacy") for each in (cambodia, after))
    assert now.review is not None
    assert Judgement(**{**dict(now.confirmed()), "mechanism": was.mechanism}) == was
    asked, node = now.review.asked, library.framework(following.CORE, "1.0.0").node("privacy")
    assert (asked.name, asked.summary, asked.levels) == (node.name, node.summary, node.levels)
    assert asked.questions == tuple(each.text for each in node.questions)
    assert (asked.framework.version, now.review.mechanism) == ("1.0.0", "data-retention-logging")
    assert now.review.notes == ("It asks about groups of people, too.",)


def test_two_nodes_that_become_one_keep_an_answer_each(
    library: Library, cambodia: Assessment
) -> None:
    after = moved(cambodia, library)
    found = after.judgements_on(NODE)
    assert [each.part for each in found] == [1, 2]
    assert [each.review.asked.node for each in found if each.review] == [NODE, JOINS]


def test_what_waits_does_not_count_until_it_is_confirmed(
    library: Library, cambodia: Assessment
) -> None:
    after = moved(cambodia, library)
    framework = library.framework_of(after)
    found = analyse(framework, after)
    assert found.node("available-capacity").said == "unfinished"
    assert ("available-capacity", "unfinished") in [(gap.node, gap.kind) for gap in found.gaps]
    states = {each.node: each for each in after.progress(framework)}
    assert states["available-capacity"].state == "in-progress"
    assert states["available-capacity"].missing == ("review",)
    [waits] = after.judgements_on("available-capacity")
    confirmed = after.record(waits.confirmed())
    assert analyse(framework, confirmed).node("available-capacity").said == "effect"
    states = {each.node: each for each in confirmed.progress(framework)}
    assert states["available-capacity"].state == "done"


def test_bounds_are_wider_while_answers_wait(library: Library, cambodia: Assessment) -> None:
    """The answer could turn out any way, so its effect may be anything."""
    after = moved(cambodia, library)
    framework = library.framework_of(after)
    [waits] = after.judgements_on("available-capacity")
    open_, settled = (
        analyse(framework, each).node("available-capacity").harm
        for each in (after, after.record(waits.confirmed()))
    )
    assert (open_.lower_level, open_.upper_level) == (0, 3)
    assert settled.upper_level < 3


def test_what_is_archived_stays_in_the_file(library: Library, cambodia: Assessment) -> None:
    after = moved(cambodia, library)
    left = {each.name: each for each in after.archived}
    answer = left["Accountability"]
    assert answer.judgement == cambodia.judgements_on("accountability")[0]
    assert answer.asked
    assert answer.asked.framework.version == "1.0.0"
    assert answer.notes == ("It is asked elsewhere.",)
    named = library.interventions(following.CORE, "1.0.0").get("data-retention-logging").name
    assert left[named].what == "intervention"
    assert "data-retention-logging" not in after.triage.interventions
    asked_anew = [each.name for each in after.archived if each.what == "screening"]
    assert len(asked_anew) == 2
    assert len(after.triage.answers) == len(cambodia.triage.answers) - 2


def many(cambodia: Assessment) -> Assessment:
    """With everything that can hang on a node: people, rounds, notes, links, advice, claims."""
    other = tuple(Judgement(**{**dict(j), "assessor": "a2"}) for j in cambodia.judgements)
    first = tuple(Judgement(**{**dict(j), "rationale": "At first."}) for j in cambodia.judgements)
    link = LinkChange(
        origin="easy-unrestricted-access", target="open", relation="contributes_to",
        rating="off", reason="Doors are not all.",
    )  # fmt: skip
    lost = LinkChange(
        origin="accountability", target="trustworthy", relation="contributes_to",
        rating="weak", reason="Nobody asks.",
    )  # fmt: skip
    return cambodia.replace(
        assessors=(Assessor(id="a1", name="Ada"), Assessor(id="a2", name="Bo")),
        judgements=(*cambodia.judgements, *other),
        panel=Panel(phase="discussion", first=first),
        notes=(
            Note(node=JOINS, text="One."),
            Note(node=NODE, text="Two."),
            Note(node=SPLIT, text="Both."),
            Note(node="open", text="A goal."),
            Note(node="accountability", text="Gone."),
        ),
        marks=(Mark(provision="6", accepted=("data-retention-logging",), read=True),),
        variant=Variant(links=(link, lost)),
        recommendations=Recommendations(
            items=(
                Advice(text="Drop it.", answers=("easy-unrestricted-access", SPLIT)),
                Advice(text="Tell who.", answers=("accountability",)),
            )
        ),
        second=SecondLanguage(
            language="fr",
            texts={
                "judgement/d1/a1/easy-unrestricted-access/1/rationale": "Parce que.",
                "proposal//title": "Loi",
            },
        ),
        contribution=Contribution(
            claims=(Claim(node="easy-unrestricted-access", stated_by="us"), Claim(node="privacy"))
        ),
    )


def test_all_that_hangs_on_a_node_follows_it(library: Library, cambodia: Assessment) -> None:
    before = many(cambodia)
    plan = planned(before, library)
    after = migration.move(before, plan)
    assert dumps(migration.back(loads(dumps(after).encode(), library))) == dumps(before)
    assert {each.assessor for each in after.judgements} == {"a1", "a2"}
    assert after.panel
    assert {each.node for each in after.panel.first} >= {"open-access", NODE}
    assert all(each.rationale == "At first." for each in after.panel.first)
    notes = {each.node: each.text for each in after.notes}
    assert notes == {
        NODE: "One.\n\nTwo.", "open": "A goal.", "reliability": "Both.", "availability": "Both.",
    }  # fmt: skip
    assert [each.note.text for each in after.archived if each.note] == ["Gone."]
    assert [each.origin for each in after.variant.links] == ["open-access"]
    assert [each.link.origin for each in after.archived if each.link] == ["accountability"]
    assert [each.answers for each in after.recommendations.items] == [
        ("open-access", "reliability", "availability"),
        (),
    ]
    assert after.marks == (Mark(provision="6", read=True),)
    assert after.second.texts == {
        "judgement/d1/a1/open-access/1/rationale": "Parce que.", "proposal//title": "Loi",
    }  # fmt: skip
    assert [each.node for each in after.contribution.claims] == ["open-access", "privacy"]
    tie = next(each for each in plan.fates if each.name == "Tell who.")
    assert (tie.outcome, tie.why) == ("kept", ("tie-gone",))


def test_a_topic_without_a_version_on_the_new_framework_is_archived_and_told(
    library: Library,
) -> None:
    case = library.case(following.WITH_TOPIC).assessment()
    way = migration.way(case, "1.1.0", library)
    core = library.framework(following.CORE, "1.1.0")
    without = migration.Way(way.old, core, library.changes(following.CORE, "1.1.0").changes)
    plan = migration.plan(case, without)
    assert [each.id for each in plan.dropped_topics()] == [following.TOPIC]
    criteria = {node.name for node in way.old.criteria}
    told = [each for each in plan.fates if each.name in criteria]
    assert told
    assert {(each.outcome, each.why) for each in told} == {("archived", ("topic-gone",))}


def test_answers_given_since_are_counted_before_going_back(
    library: Library, cambodia: Assessment
) -> None:
    after = moved(cambodia, library)
    again = planned(migration.back(after), library)
    assert migration.since(after, again).nothing
    [waits] = after.judgements_on("available-capacity")
    changed = after.record(waits.confirmed()).replace(
        notes=(Note(node="privacy", text="New."),), triage=Triage(depth="full")
    )
    found = migration.since(changed, again)
    assert (found.answers, found.notes, found.parts) == (1, 1, ("triage",))
    assert dumps(migration.back(changed)) == dumps(cambodia)


def test_a_private_round_shows_nobody_what_others_said_before(
    library: Library, cambodia: Assessment
) -> None:
    after = moved(many(cambodia), library).replace(panel=Panel(phase="first"))
    seen = after.seen_by("a2")
    assert seen.moved
    assert seen.moved.before is None
    assert {each.assessor for each in seen.archived} == {None, "a2"}
    with pytest.raises(AssessError, match="not in this copy; whoever began the assessment can"):
        migration.back(seen)


@pytest.mark.parametrize(
    ("version", "words"),
    [
        ("1.0.0", "is on internet-way-of-networking 1.0.0 already"),
        ("2.0.0", "there is no version 2.0.0 of internet-way-of-networking; the versions here"),
    ],
)
def test_a_version_one_cannot_move_to_is_refused(
    library: Library, cambodia: Assessment, version: str, words: str
) -> None:
    with pytest.raises((AssessError, UnknownFramework), match=words):
        migration.way(cambodia, version, library)


def test_one_moves_forward_only(library: Library, cambodia: Assessment) -> None:
    after = moved(cambodia, library)
    assert migration.newer(cambodia, library).version == "1.1.0"
    assert migration.newer(after, library) is None
    with pytest.raises(AssessError, match="an assessment goes forward only, or back with --undo"):
        migration.way(after, "1.0.0", library)


def test_a_plan_made_for_other_answers_is_refused(library: Library, cambodia: Assessment) -> None:
    plan = planned(cambodia, library)
    with pytest.raises(AssessError, match="was changed since this was planned"):
        migration.move(cambodia.replace(judgements=()), plan)


def test_what_would_be_too_large_to_open_again_is_refused(
    library: Library, cambodia: Assessment
) -> None:
    notes = tuple(Note(node="privacy", assessor=f"a{n}", text="x" * TEXT_LIMIT) for n in range(140))
    large = cambodia.replace(notes=notes)
    with pytest.raises(AssessError, match="the file would be larger than 5 MB; leave out text"):
        migration.move(large, planned(large, library))


def test_what_was_before_a_move_is_checked_like_any_file(
    library: Library, cambodia: Assessment
) -> None:
    text = dumps(moved(cambodia, library))
    at = text.index('"moved"')
    broken = text[:at] + text[at:].replace('"node": "accountability"', '"node": "acountability"')
    with pytest.raises(FileProblems, match=r"moved\.before\.judgements\[\d+\]\.node: there is no"):
        loads(broken.encode(), library)


def test_a_version_list_that_is_wrong_keeps_nobody_from_answering(
    library: Library, tmp_path: Path
) -> None:
    root = following.library(tmp_path)
    following.write_changes(root, following.CORE, following.CHANGES[1:])
    own = Library(root)
    with pytest.raises(FileProblems, match="stewardship is new, which is not told"):
        own.changes(following.CORE, "1.1.0")
    assert migration.newer(own.case(following.CAMBODIA).assessment(), own) is None


def test_a_paper_says_which_answers_are_not_confirmed(
    library: Library, cambodia: Assessment
) -> None:
    after = moved(cambodia, library)
    framework = library.framework_of(after)
    telling = Telling(framework, after, analyse(framework, after), words("en"))
    told = [each.text for each in gaps(telling)]
    assert "Answered to an earlier wording and not confirmed yet: Privacy." in told
    assert told[-1] == (
        "Answered to an earlier version and kept in the file, but not asked any more:"
        " Accountability."
    )
