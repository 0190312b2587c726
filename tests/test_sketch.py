"""A framework somebody is writing: shown as far as it stands, with everything wrong in it."""

from __future__ import annotations

import pytest

from assess.airlock import SKETCH_LIMIT, read_sketch
from assess.errors import FileProblems
from assess.sketch import sketch
from assess.text import words
from tests.shipped import LIBRARY

TEMPLATE = (LIBRARY.root / "frameworks" / "template.yaml").read_text("utf-8")


def test_the_template_is_shown_as_it_is() -> None:
    found = sketch(TEMPLATE.encode(), LIBRARY)
    assert found.framework is not None
    assert found.framework.criteria
    assert found.problems == ()


def test_a_typo_is_told_with_its_line_and_nothing_is_shown() -> None:
    found = sketch(TEMPLATE.replace("builds_on:", "bilds_on:", 1).encode(), LIBRARY)
    assert found.framework is None
    assert any("did you mean builds_on" in each for each in found.problems)
    assert all(each.startswith("framework.yaml:") for each in found.problems)


def test_what_leads_nowhere_keeps_it_from_being_drawn() -> None:
    broken = TEMPLATE.replace("    to: ", "    to: nowhere-", 1)
    assert broken != TEMPLATE
    found = sketch(broken.encode(), LIBRARY)
    assert found.framework is None
    assert "nowhere-" in " ".join(found.problems)


def test_what_should_not_be_published_is_told_beside_the_drawing() -> None:
    unfit = TEMPLATE.replace("[standards-mandate-top-down]", "[no-such-kind]", 1)
    found = sketch(unfit.encode(), LIBRARY)
    assert found.framework is not None
    assert ["no-such-kind" in each for each in found.problems] == [True]


def test_the_child_gives_the_same_as_reading_it_here() -> None:
    here = sketch(TEMPLATE.encode(), LIBRARY)
    assert read_sketch(TEMPLATE.encode(), "mine.yaml", words()) == here


@pytest.mark.parametrize(
    "data",
    [b"\x00\xff\xfe", b"%PDF-1.7", b"a: &x [*x]", b"[" * 100_000, b"id: " + b"x" * 400_000],
    ids=["bytes", "a PDF", "anchors", "deep", "a long line"],
)
def test_what_is_no_framework_is_told_so(data: bytes) -> None:
    found = sketch(data, LIBRARY)
    assert found.framework is None
    assert found.problems


def test_a_file_too_large_is_refused_before_it_is_read() -> None:
    with pytest.raises(FileProblems, match="larger than 2 MB"):
        read_sketch(b" " * (SKETCH_LIMIT + 1), "mine.yaml", words())
