"""What goes into a paper besides the findings is kept, carried in files, and follows the law."""

from __future__ import annotations

import json

import pytest
from pydantic import ValidationError

from assess import bundle
from assess.amendment import corrections
from assess.assessment import Assessment, FrameworkRef
from assess.errors import FileProblems
from assess.judgement import Key
from assess.library import Library
from assess.proposal import Draft, Provision
from assess.store import Store, new_token
from assess.submission import (
    Advice,
    ConsultationQuestion,
    Recommendations,
    SecondLanguage,
    Submission,
    place,
)

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
    assert bundle.loads(bundle.dumps(PAPER).encode(), Library()) == PAPER
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
        bundle.loads(json.dumps(content).encode(), Library())
    told = "\n".join(map(str, error.value.problems))
    assert "did you mean dns-filtering" in told
    assert "recommendations" in told
    assert "judge the enablers under it instead" in told


def test_advice_follows_the_provisions_it_would_change() -> None:
    renamed = corrections.rename(PAPER, "d1", "7", "7a")
    assert renamed.recommendations.items[0].provisions == ("6", "7a")
    joined = corrections.join(PAPER, "d1", "7")
    assert joined.recommendations.items[0].provisions == ("6",)


def test_advice_taken_over_as_suggested_is_not_called_edited() -> None:
    assert not Advice(text="Narrow it.", suggested="Narrow it.", origin="mitigation").is_edited
    assert Advice(text="Narrow it to 7.", suggested="Narrow it.", origin="mitigation").is_edited
