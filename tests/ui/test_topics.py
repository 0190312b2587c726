"""The pages with topics: chosen, asked about, taken over from close questions, never lost."""

from __future__ import annotations

from assess.assessment import Assessment, FrameworkRef, Judgement, Topics, Triage
from assess.store import Store
from tests.ui.conftest import Opened

ENCRYPTION = FrameworkRef(id="encryption", version="1.0.0")
CRITERION, CLOSE = "endpoint-keys", "data-confidentiality"


def on_encryption(given: Assessment, *judgements: Judgement) -> Assessment:
    """The same with the topic of encryption, and answers on it."""
    return given.replace(topics=Topics((ENCRYPTION,)), judgements=(*given.judgements, *judgements))


def harm(node: str) -> Judgement:
    sure = {"likelihood": "likely", "confidence": "high", "rationale": "Keys are shared."}
    return Judgement(node=node, answer="effect", harm="material", **sure)


def test_every_topic_is_offered_and_none_is_chosen(reader: Opened, empty: Assessment) -> None:
    page = reader(empty).open("topics")
    boxes = {box.label: box.value for box in page.test.checkbox}
    assert len(boxes) == 7
    assert not any(boxes.values())


def test_a_topic_that_fits_what_was_picked_comes_first_and_says_why(
    reader: Opened, empty: Assessment
) -> None:
    picked = empty.replace(triage=Triage(interventions=("ixp-enabling-policy",)))
    page = reader(picked).open("topics")
    assert page.test.checkbox[0].label == "Interconnection"
    assert "Fits what you picked:" in page.text


def test_a_chosen_topic_is_saved_and_its_questions_are_asked(
    reader: Opened, empty: Assessment, store: Store
) -> None:
    page = reader(empty).open("topics")
    next(box for box in page.test.checkbox if box.label == "Encryption").check().run()
    assert store.load(page.token).assessment.topics.refs == (ENCRYPTION,)
    tasks = page.open("tasks")
    assert "0 of 23 questions answered" in tasks.text
    assert "Topic: Encryption" in tasks.text


def test_a_topic_with_answers_stays_until_they_are_taken_back(
    reader: Opened, empty: Assessment, store: Store
) -> None:
    page = reader(on_encryption(empty, harm(CRITERION))).open("topics")
    box = next(box for box in page.test.checkbox if box.label == "Encryption")
    assert box.disabled
    assert "1 answer stands here" in page.text
    page.press("Take back for good")
    assert store.load(page.token).assessment.judgements == ()
    box = next(box for box in page.test.checkbox if box.label == "Encryption")
    box.uncheck().run()
    assert store.load(page.token).assessment.topics.refs == ()


def test_a_criterion_is_asked_like_a_property_and_names_its_topic(
    reader: Opened, empty: Assessment
) -> None:
    page = reader(on_encryption(empty)).open("judge", node=CRITERION)
    assert "Criterion · Encryption · 16 of 23" in page.text
    titles = [each.label for each in page.test.expander]
    assert titles[:2] == ["Questions to ask yourself", "Close to other questions"]
    assert "a broader question" in page.text or "a narrower question" in page.text


def test_a_close_answer_is_taken_over_and_says_where_it_is_from(
    reader: Opened, empty: Assessment, store: Store
) -> None:
    page = reader(on_encryption(empty, harm(CLOSE))).open("judge", node=CRITERION)
    page.press("Start from that answer")
    kept = store.load(page.token).assessment.judgements_on(CRITERION)
    assert [(each.harm, each.rationale) for each in kept] == [("material", "Keys are shared.")]
    assert kept[0].copied_from == CLOSE
    assert "Taken over from “" in page.text
    assert "Start from that answer" not in page.buttons


def test_findings_count_the_criteria_of_topics(reader: Opened, empty: Assessment) -> None:
    page = reader(on_encryption(empty, harm(CRITERION))).open("findings")
    assert "1 criterion of a topic" in page.text


def test_each_framework_is_shown_with_its_links_and_leads_to_the_others(
    reader: Opened, empty: Assessment
) -> None:
    page = reader(empty).open("framework", shown="routing-security")
    assert page.title == "Routing security"
    assert "Who takes part" in page.text
    assert "Encryption" in page.links
    assert "Internet Way of Networking" in page.links
    assert reader(empty).open("framework", shown="nonsense").title == "Internet Way of Networking"


def test_what_manrs_asks_of_whom_stands_beside_its_criterion(
    reader: Opened, empty: Assessment
) -> None:
    routing = empty.replace(topics=Topics((FrameworkRef(id="routing-security", version="1.0.0"),)))
    page = reader(routing).open("judge", node="route-filtering")
    assert "What is asked of whom today" in [each.label for each in page.test.expander]
    assert "Network operators" in page.text
    assert "compulsory" in page.text
