"""What goes into a paper besides the findings is kept, carried in files, and follows the law."""

from __future__ import annotations

import json

import pytest
from pydantic import ValidationError

from assess import bundle, drafting
from assess.amendment import corrections
from assess.assessment import Assessment, FrameworkRef
from assess.errors import FileProblems
from assess.judgement import Key
from assess.proposal import Draft, Provision
from assess.report.freetext import asked, said_again
from assess.store import Store, new_token
from assess.submission import (
    Advice,
    ConsultationQuestion,
    Recommendations,
    SecondLanguage,
    Submission,
    place,
)
from tests.shipped import LIBRARY

CORE = FrameworkRef(id="internet-way-of-networking", version="1.0.0")
LAW = Draft(id="d1", provisions=(Provision(id="6", text="One."), Provision(id="7", text="Two.")))
ADVICE = Advice(text="Allow several.", provisions=("6", "7"), answers=("privacy",))
PAPER = Assessment(
    framework=CORE,
    drafts=(LAW,),
    recommendations=Recommendations(items=(ADVICE,)),
    submission=Submission(
        addressee="The Ministry",
        word_limit=800,
        questions=(ConsultationQuestion(text="Why?", answer="Because."),),
    ),
    second=SecondLanguage(language="fr", texts={place("proposal", "summary"): "Une loi."}),
)


def test_it_goes_through_a_file_and_a_store(tmp_path) -> None:
    assert bundle.loads(bundle.dumps(PAPER).encode(), LIBRARY) == PAPER
    store = Store(f"sqlite:///{tmp_path / 'work.sqlite3'}")
    token = new_token()
    made = store.create(token, PAPER)
    assert made.assessment == PAPER
    changed = Submission(addressee="The regulator")
    revision = store.save(token, changed, made.seen(changed))
    after = store.load(token)
    assert after.assessment.submission == changed
    assert made.after(changed, revision).assessment == after.assessment
    store.close()


def test_a_text_is_named_by_what_it_belongs_to() -> None:
    key = Key("d1", "a1", "privacy", 2)
    assert place("judgement", "rationale", key) == "judgement/d1/a1/privacy/2/rationale"
    assert place("proposal", "summary") == "proposal//summary"
    assert place("question", "answer", 3) == "question/3/answer"


@pytest.mark.parametrize("limit", [0, 49, 100_001])
def test_a_word_limit_nobody_sets_is_refused(limit: int) -> None:
    with pytest.raises(ValidationError, match="word_limit"):
        Submission(word_limit=limit)


def test_advice_that_names_what_is_not_there_is_refused_with_its_place() -> None:
    content = json.loads(bundle.dumps(PAPER))
    content["recommendations"]["items"][0] |= {"intervention": "dns-filtring", "answers": ["open"]}
    with pytest.raises(FileProblems) as error:
        bundle.loads(json.dumps(content).encode(), LIBRARY)
    told = "\n".join(map(str, error.value.problems))
    assert "did you mean dns-filtering" in told
    assert "recommendations" in told
    assert "judge what serves it instead" in told


def test_advice_follows_the_provisions_it_would_change() -> None:
    renamed = corrections.rename(PAPER, "d1", "7", "7a")
    assert renamed.recommendations.items[0].provisions == ("6", "7a")
    joined = corrections.join(PAPER, "d1", "7")
    assert joined.recommendations.items[0].provisions == ("6",)


def test_advice_taken_over_as_suggested_is_not_called_edited() -> None:
    assert not Advice(text="Narrow it.", suggested="Narrow it.", origin="mitigation").is_edited
    assert Advice(text="Narrow it to 7.", suggested="Narrow it.", origin="mitigation").is_edited


def several(part: str, *texts: str) -> SecondLanguage:
    names = (place(part, "text", number) for number in range(1, len(texts) + 1))
    return SecondLanguage(language="fr", texts=dict(zip(names, texts, strict=True)))


def test_a_file_from_before_there_were_ids_keeps_its_second_versions() -> None:
    content = json.loads(bundle.dumps(PAPER))
    content["recommendations"]["items"] = [{"text": "One."}, {"text": "Two."}]
    content["submission"]["questions"] = [{"text": "Why?"}, {"text": "How?"}]
    content["second"]["texts"] = {"advice/2/text": "Deux.", "question/1/text": "Pourquoi ?"}
    said = said_again(bundle.loads(json.dumps(content).encode(), LIBRARY))
    assert [each.text for each in said.recommendations.items] == ["One.", "Deux."]
    assert [each.text for each in said.submission.questions] == ["Pourquoi ?", "How?"]


def test_a_second_version_moves_with_its_text() -> None:
    one, two = Recommendations(items=(Advice(text="One."), Advice(text="Two."))).items
    moved = Recommendations(items=(Advice(text="Before both."), two, one))
    assert [each.id for each in moved.items] == [3, 2, 1]
    given = PAPER.replace(recommendations=moved, second=several("advice", "Un.", "Deux."))
    said = said_again(given).recommendations.items
    assert [each.text for each in said] == ["Before both.", "Deux.", "Un."]
    labels = [e.number for e in asked(given, "d1", "a1", "brief") if e.part == "advice"]
    assert labels == [1, 2, 3]


def test_a_second_version_goes_with_its_text() -> None:
    before = Recommendations(items=(Advice(text="One."), Advice(text="Two."))).items
    second = several("advice", "Un.", "Deux.")
    left = second.keeping_up("advice", before, before[:1])
    assert left.texts == {"advice/1/text": "Un."}
    anew = Recommendations(items=(*before[:1], Advice(text="Another.")))
    assert anew.items[1].id == 2  # free again, and nothing is said under it
    assert second.keeping_up("advice", before, before) == second


def test_a_question_in_other_words_keeps_the_second_version_of_its_answer_only() -> None:
    before = PAPER.submission.questions
    texts = {"question/1/text": "Pourquoi ?", "question/1/answer": "Car."}
    second = SecondLanguage(language="fr", texts=texts)
    now = Submission(questions=drafting.asked(before, "For what reason?\n\nHow?")).questions
    assert [(each.id, each.answer) for each in now] == [(1, "Because."), (2, "")]
    assert second.keeping_up("question", before, now).texts == {"question/1/answer": "Car."}
    assert second.keeping_up("question", before, before) == second


def test_two_with_one_id_are_refused() -> None:
    with pytest.raises(ValidationError, match="two have the same id; give each its own"):
        Recommendations(items=(Advice(id=1, text="One."), Advice(id=1, text="Two.")))
