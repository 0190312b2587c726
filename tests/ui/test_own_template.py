"""The paper in a Word template that the reader brings."""

from __future__ import annotations

from streamlit.testing.v1 import AppTest

from tests.report.briefs import CAMBODIA, case_brief
from tests.report.templates import template


def _page() -> None:
    from assess.ui.parts import own_template
    from tests.report.briefs import CAMBODIA, case_brief

    own_template.offer(case_brief(CAMBODIA), "paper")


def _opened(data: bytes | None = None) -> AppTest:
    page = AppTest.from_function(_page, default_timeout=60).run()
    if data is not None:
        page.file_uploader[0].upload("ours.docx", data, "application/octet-stream").run()
    assert not page.exception
    return page


def _said(page: AppTest) -> str:
    return " ".join(each.proto.body for each in page.get("html"))


def _buttons(page: AppTest) -> list[str]:
    return [each.proto.label for each in page.get("download_button")]


def test_a_template_to_begin_with_is_there_and_it_is_said_that_nothing_is_stored() -> None:
    page = _opened()
    assert _buttons(page) == ["A template to begin with; it lists the fields"]
    assert "it is stored nowhere" in _said(page)


def test_a_good_template_gives_the_paper_and_says_what_it_leaves_out() -> None:
    page = _opened(template("{{ title }}", "{{ abstract }}"))
    assert _buttons(page)[-1] == "Word (DOCX) in your template"
    last = case_brief(CAMBODIA).sections[1].title
    assert "Your template has no field for these parts" in _said(page)
    assert last in _said(page)


def test_a_wrong_template_says_why_and_gives_no_paper() -> None:
    page = _opened(template("{{ titel }}"))
    assert len(_buttons(page)) == 1
    assert "This file is not used as a template." in _said(page)
    assert "ours.docx: in the text, paragraph “{{ titel }}”: unknown field" in _said(page)
