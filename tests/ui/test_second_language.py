"""The paper in two languages: what people wrote is asked for once more, and used there only."""

from __future__ import annotations

import json

from assess.assessment import Assessment
from assess.submission import (
    Advice,
    ConsultationQuestion,
    Recommendations,
    SecondLanguage,
    Submission,
)
from tests.ui.conftest import PROPERTY, Opened
from tests.ui.reader import Reader

RATIONALE = f"judgement/d1/a1/{PROPERTY}/1/rationale"


def shown(page: Reader) -> str:
    (found,) = page.test.get("bidi_component")
    return str(json.loads(found.proto.json)["page"])


def test_one_language_is_what_there_is_until_a_second_is_chosen(
    reader: Opened, partial: Assessment
) -> None:
    page = reader(partial).open("brief")
    assert not page.asks("second.proposal//title")
    assert "Évaluation" not in shown(page)
    page.fill("second.language", "fr")
    assert page.kept().second.language == "fr"
    assert "Abstract / <bdi" in shown(page)
    assert "Résumé" in shown(page)
    page.fill("second.language", "")
    assert "Résumé" not in shown(page)


def test_every_text_of_the_paper_has_a_box_that_is_kept_and_printed(
    reader: Opened, partial: Assessment
) -> None:
    page = reader(partial.replace(second=SecondLanguage(language="fr"))).open("brief")
    assert "3 of 3 texts are not yet said in French." in page.text
    page.fill("proposal//title", "Loi sur la passerelle")
    page.fill(RATIONALE, "Tout passe par une seule porte.")
    assert page.kept().second.texts == {
        "proposal//title": "Loi sur la passerelle",
        RATIONALE: "Tout passe par une seule porte.",
    }
    assert "1 of 3 texts is not yet said in French." in page.text
    assert "Saved." in page.text
    assert "Loi sur la passerelle" in shown(page)
    assert "Tout passe par une seule porte." in shown(page)
    page.fill(RATIONALE, " ")
    assert list(page.kept().second.texts) == ["proposal//title"]
    page.fill("proposal//jurisdiction", "Nulle part").fill(RATIONALE, "Tout.")
    assert "All 3 texts are said in French." in page.text


def test_what_goes_to_a_consultation_is_asked_for_with_the_submission_only(
    reader: Opened, partial: Assessment
) -> None:
    given = partial.replace(
        second=SecondLanguage(language="fr"),
        submission=Submission(
            addressee="The Ministry", questions=(ConsultationQuestion(text="Why?"),)
        ),
    )
    page = reader(given).open("brief")
    assert not page.asks("submission//addressee")
    page.open("brief", audience="submission")
    assert page.asks("submission//addressee")
    assert page.asks("question/1/text")
    assert not page.asks("question/1/answer"), "what is empty is not asked for"


def test_what_cannot_be_kept_says_why(reader: Opened, partial: Assessment) -> None:
    page = reader(partial.replace(second=SecondLanguage(language="fr"))).open("brief")
    page.fill("proposal//title", "Loi\x07")
    assert "Not saved." in page.text
    assert "control character" in page.text
    assert page.kept().second.texts == {}


def test_a_paper_for_readers_of_the_second_language_itself_is_in_one(
    reader: Opened, partial: Assessment
) -> None:
    page = reader(partial.replace(second=SecondLanguage(language="fr"))).open("brief", lang="fr")
    assert "<bdi" not in shown(page)
    assert not page.asks("proposal//title")


def test_what_says_a_recommendation_again_moves_and_goes_with_it(
    reader: Opened, partial: Assessment
) -> None:
    given = partial.replace(
        recommendations=Recommendations(items=(Advice(text="One."), Advice(text="Two."))),
        second=SecondLanguage(
            language="fr", texts={"advice/1/text": "Un.", "advice/2/text": "Deux."}
        ),
    )
    page = reader(given).open("advice")
    page.test.button(key="advice.up.1").click().run()
    assert page.open("brief").field("second.advice/2/text").value == "Deux."
    page.open("advice").test.button(key="advice.remove.0").click().run()
    assert page.kept().second.texts == {"advice/1/text": "Un."}
    page.press("Add one of your own").fill("1.text", "Three.").open("brief")
    assert page.field("second.advice/2/text").value == ""


def test_a_question_asked_in_other_words_is_not_said_by_the_old_ones(
    reader: Opened, partial: Assessment
) -> None:
    asked = ConsultationQuestion(text="Why?", answer="So.")
    given = partial.replace(
        submission=Submission(questions=(asked,)),
        second=SecondLanguage(
            language="fr", texts={"question/1/text": "Pourquoi ?", "question/1/answer": "Ainsi."}
        ),
    )
    page = reader(given).open("brief", audience="submission")
    page.fill("submission.pasted", "For what reason?")
    assert page.kept().second.texts == {"question/1/answer": "Ainsi."}
