"""A paper in two languages: one assessment, said twice, block beside block."""

from __future__ import annotations

import re
import zipfile
from functools import cache
from gettext import NullTranslations
from io import BytesIO

import pytest

from assess import bundle, press, report
from assess.assessment import Sides, Triage
from assess.judgement import Key
from assess.proposal import Draft, Proposal
from assess.report.beside import beside
from assess.report.document import Beside, Note, Paragraph, Section, Table, UserText
from assess.report.freetext import asked, said_again
from assess.report.wordcount import of_block, printed
from assess.submission import (
    Advice,
    ConsultationQuestion,
    Recommendations,
    SecondLanguage,
    Submission,
    place,
)
from assess.text import Words, words
from assess.verify.printed import pieces
from tests.report.briefs import CAMBODIA, CP4, DAY, ENGLISH, LIBRARY, assessed, blocks, judged

FRENCH = words("fr")
ARABIC = Words("ar", NullTranslations())
SAYS = {name: f"original {name}" for name in ("rationale", "people", "condition")}
PAPER = assessed(
    judged(
        CP4, harm="major", sides=Sides(**{e: f"original {e}" for e in Sides.model_fields}), **SAYS
    ),
    proposal=Proposal(
        title="original title",
        jurisdiction="original jurisdiction",
        summary="original summary",
        purpose="original purpose",
        audience="original audience",
    ),
    drafts=(
        Draft(id="d1", label="original label", purpose="met", purpose_reason="original reason"),
        Draft(id="d2", label="original other", kind="no-measure"),
    ),
    recommendations=Recommendations(items=(Advice(text="original advice"),)),
    submission=Submission(
        addressee="original addressee",
        sender="original sender",
        reference="original reference",
        questions=(ConsultationQuestion(text="original question", answer="original answer"),),
    ),
)
FULL = Triage(depth="full")
KEY = Key("d1", "a1", CP4, 1)
# every name that docs/formats.md lists
NAMES = {
    *(place("proposal", e) for e in ("title", "jurisdiction", "summary", "purpose", "audience")),
    *(place("draft", e, "d1") for e in ("label", "purpose_reason")),
    place("draft", "label", "d2"),
    *(place("judgement", e, KEY) for e in (*SAYS, *Sides.model_fields)),
    place("advice", "text", 1),
    *(place("submission", e) for e in ("addressee", "sender", "reference")),
    *(place("question", e, 1) for e in ("text", "answer")),
}


def with_second(assessment, language="fr", without=()):
    texts = {
        each.name: each.text.replace("original", "seconde")
        for each in asked(assessment, "d1", "a1", "submission")
        if each.name not in without
    }
    return assessment.replace(second=SecondLanguage(language=language, texts=texts))


def paper(assessment, second=FRENCH, audience="brief", **fields):
    return press.paper(
        LIBRARY, assessment, ("d1", "a1"), ENGLISH, DAY, audience=audience, second=second, **fields
    )


def columns(made):
    """All that stands in the first language, and all that stands in the second."""
    pairs = [block for section in made.sections for block in blocks(section)]
    assert all(isinstance(each, Beside) for each in pairs)
    first = [text for each in pairs for text in of_block(each.first)]
    second = [text for each in pairs for text in of_block(each.second)]
    head = [made.title, *(each.text for each in made.facts)]
    again = [made.second.title, *(each.text for each in made.second.facts)]
    return "\n".join((*head, *first)), "\n".join((*again, *second))


@pytest.mark.parametrize("audience", report.AUDIENCES)
def test_a_whole_case_is_paired_block_by_block_and_nothing_stands_alone(audience) -> None:
    case = LIBRARY.case(CAMBODIA)
    made = paper(case.assessment(), audience=audience, case=case)
    alone = paper(case.assessment(), None, audience, case=case)
    pairs = [block for section in made.sections for block in blocks(section)]
    assert [each.first for each in pairs] == [b for s in alone.sections for b in blocks(s)]
    assert all(type(each.first) is type(each.second) for each in pairs)
    assert made.second.words.language == made.seal.second == "fr"
    assert all(each.second for each in made.sections if each.title not in ("Notes", "Sources"))
    tables = [each for each in pairs if isinstance(each.first, Table)]
    assert all(len(e.first.rows) == len(e.second.rows) for e in tables)


def test_every_text_that_the_format_names_is_asked_for() -> None:
    assert {each.name for each in asked(PAPER, "d1", "a1", "submission")} == NAMES
    assert {each.name for each in asked(PAPER, "d1", "a1", "brief")} == {
        name for name in NAMES if not name.startswith(("submission", "question"))
    }


def test_only_texts_that_are_there_and_of_this_draft_and_person_are_asked_for() -> None:
    assert asked(assessed(), "d1", "a1", "submission") == ()
    others = {each.part for each in asked(PAPER, "d2", "a1", "brief")}
    assert others == {"proposal", "draft"}
    assert "judgement" not in {each.part for each in asked(PAPER, "d1", "a2", "brief")}


@cache
def named():
    """The columns of two papers in which every text is said again as its own name."""
    texts = {name: f"<{name}>" for name in NAMES}
    given = PAPER.replace(second=SecondLanguage(language="fr", texts=texts), triage=FULL)
    return [columns(paper(given, audience=audience)) for audience in ("annex", "submission")]


@pytest.mark.parametrize("name", sorted(NAMES))
def test_a_text_said_again_stands_in_the_second_column_only(name) -> None:
    assert any(f"<{name}>" in second for _, second in named()), f"{name} is used nowhere"
    assert not any(f"<{name}>" in first for first, _ in named())


def test_nothing_of_the_second_language_is_in_a_paper_in_one() -> None:
    given = with_second(PAPER)
    for audience in report.AUDIENCES:
        made = paper(given, None, audience)
        assert "seconde" not in "\n".join(printed(made.sections)) + str(made.facts) + made.title
        assert made.second is None
        assert not made.seal.second
        plain = paper(PAPER, None, audience)
        assert made.facts == plain.facts
        unlike = set(printed(made.sections)) ^ set(printed(plain.sections))
        assert {len(each) for each in unlike} <= {64}, "only the fingerprint of the file differs"


def test_texts_in_another_language_than_the_one_asked_for_are_not_used() -> None:
    first, second = columns(paper(with_second(PAPER, "es")))
    assert "seconde" not in first + second
    assert "original summary" in second


def test_a_text_not_said_again_keeps_the_language_it_is_in() -> None:
    given = with_second(
        PAPER, without=(place("proposal", "summary"), place("proposal", "jurisdiction"))
    )
    page = report.write(paper(given), "html").decode()
    kept = re.findall(r'<blockquote class="user" lang="(..)" dir="auto">original summary', page)
    assert kept == ["en", "en"]
    assert re.findall(r'<dd class="user" lang="(..)" dir="auto">original juris', page) == [
        "en",
        "en",
    ]
    assert 'lang="fr" dir="auto">seconde purpose' in page
    assert 'lang="en" dir="auto">original purpose' in page


def test_a_suggestion_taken_as_it_is_stays_one_when_said_again() -> None:
    advice = Advice(text="Allow several.", suggested="Allow several.", origin="mitigation")
    given = PAPER.replace(
        recommendations=Recommendations(items=(advice,)),
        second=SecondLanguage(language="fr", texts={"advice/1/text": "Permettre plusieurs."}),
    )
    (again,) = said_again(given).recommendations.items
    assert again.text == "Permettre plusieurs."
    assert not again.is_edited


def test_one_line_stays_one_line_and_is_never_cut() -> None:
    texts = {"proposal//title": "Loi\nsur\tla passerelle", "proposal//jurisdiction": "x" * 400}
    said = said_again(PAPER.replace(second=SecondLanguage(language="fr", texts=texts))).proposal
    assert said.title == "Loi sur la passerelle"
    assert said.jurisdiction == "original jurisdiction"


@pytest.mark.parametrize("kind", report.KINDS)
def test_whoever_opens_a_file_in_two_languages_gets_the_one_assessment(kind) -> None:
    given = with_second(PAPER.replace(submission=PAPER.submission))
    for audience in ("brief", "submission"):
        content = report.extract(report.write(paper(given, audience=audience), kind))
        assert bundle.loads(content, LIBRARY) == given


def test_a_submission_parts_its_paragraphs_alike_and_keeps_the_limit_in_each_language() -> None:
    case = LIBRARY.case(CAMBODIA).assessment()
    proposal = case.proposal.model_copy(update={"summary": "One.\n\nTwo.\n\nThree."})
    texts = {"proposal//summary": "Un, deux et trois."}
    given = case.replace(
        proposal=proposal,
        second=SecondLanguage(language="fr", texts=texts),
        submission=Submission(word_limit=500),
    )
    made = paper(given, audience="submission")
    assert made.length.words <= 500
    assert made.second.length.words <= 500
    pairs = [block for section in made.sections for block in blocks(section)]
    numbers = [
        (each.first.number, each.second.number)
        for each in pairs
        if isinstance(each.first, Paragraph | UserText)
    ]
    assert len(numbers) > 5
    assert all(first == second for first, second in numbers)
    assert UserText("", "One.\nTwo.\nThree.", "1.") in [each.first for each in pairs]
    assert bundle.loads(made.assessment, LIBRARY) == given


def test_what_has_no_like_in_the_other_language_is_told_and_not_dropped() -> None:
    first, second = (paper(PAPER, None) for _ in range(2))
    lone = Section("lone", "Alone", (Paragraph("Nur hier."),))
    more = Section("more", "More", (Paragraph("Shared."), UserText("", "Only once.")))
    less = Section("more", "More", (Paragraph("Shared."),))
    one = first.__class__(**{**vars(first), "sections": (more,)})
    other = second.__class__(**{**vars(second), "sections": (less, lone), "words": FRENCH})
    made = beside(one, other)
    shared, once = made.sections[0].blocks
    assert (shared.first, shared.second) == (Paragraph("Shared."), Paragraph("Shared."))
    assert isinstance(once.second, Note)
    assert once.first == UserText("", "Only once.")
    assert made.sections[1].blocks[0].second == Paragraph("Nur hier.")
    assert made.sections[1].blocks[0].first.texts == (
        "This part stands in one language only: French.",
    )


def test_a_second_language_from_right_to_left_runs_so_in_every_file() -> None:
    made = paper(with_second(PAPER, "ar"), ARABIC)
    page = report.write(made, "html").decode()
    assert '<html lang="en" dir="ltr">' in page
    assert page.count('<div lang="ar" dir="rtl">') == page.count('<div lang="en" dir="ltr">') > 20
    body = zipfile.ZipFile(BytesIO(report.write(made, "docx"))).read("word/document.xml").decode()
    assert '<w:lang w:val="ar" w:bidi="ar"/>' in body
    assert body.count('<w:bidi w:val="1"/>') > 20
    assert (
        body.count("w:bidiVisual")
        == sum(
            isinstance(e.first, Table) or type(e.first).__name__ == "Facts"
            for s in made.sections
            for e in blocks(s)
        )
        + 1
    )
    assert b"%PDF" in report.write(made, "pdf")[:10]


def test_markdown_names_the_language_before_each_version() -> None:
    text = report.write(paper(with_second(PAPER)), "md").decode()
    assert "# original title / seconde title" in text
    english, french = text.index("> original summary"), text.index("> seconde summary")
    assert "*English*" in text[:english]
    assert text[english:french].count("*français*") == 1


@pytest.mark.parametrize("kind", ["docx", "pdf"])
def test_both_versions_are_printed_in(kind) -> None:
    given = with_second(PAPER).replace(drafts=(PAPER.drafts[0],))
    said = " ".join(pieces(report.write(paper(given), kind)))
    for text in ("original summary", "seconde summary", "Abstract / Résumé", "seconde rationale"):
        assert text in said
