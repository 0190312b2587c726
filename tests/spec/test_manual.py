"""The manual prints what the engine computes and what the tests check."""

from __future__ import annotations

import re
import shutil
from pathlib import Path

import pytest

from assess.library import CHECKOUT
from tests.spec import manual
from tests.spec.specs import SECTIONS

TEXT = (CHECKOUT / manual.MANUAL).read_text(encoding="utf-8")


def test_the_manual_is_up_to_date() -> None:
    assert manual.stale(CHECKOUT) == []


def test_it_has_every_part_once() -> None:
    assert [found[2] for found in manual.PART.finditer(TEXT)] == list(manual.PARTS)


def test_it_tells_every_sentence_that_is_checked() -> None:
    plain = " ".join(TEXT.split())
    specs = [spec for section in SECTIONS.values() for spec in section]
    assert [s.title for s in specs if f"**{s.title}.** {s.told()}" not in plain] == []


def test_no_line_of_prose_is_too_wide_to_read() -> None:
    prose = re.sub(r"```.*?```", "", TEXT, flags=re.DOTALL)
    wide = [line for line in prose.splitlines() if len(line) > 120 and line[:1] not in "|!"]
    assert wide == []


@pytest.fixture
def copy(tmp_path: Path) -> Path:
    """The two generated files in a folder of their own."""
    for name in (manual.MANUAL, manual.PICTURE):
        (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
        shutil.copy(CHECKOUT / name, tmp_path / name)
    return tmp_path


def test_checking_tells_what_is_stale_and_writing_mends_it(
    copy: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    path = copy / manual.MANUAL
    path.write_text(TEXT.replace("90%", "95%"), encoding="utf-8")
    (copy / manual.PICTURE).unlink()
    assert manual.main(["--check"], copy) == 1
    said = capsys.readouterr().out
    assert "docs/method.md: out of date; renew it with python -m tests.spec.manual" in said
    assert "docs/img/worked-example.svg: out of date" in said
    assert not (copy / manual.PICTURE).exists()
    assert manual.main([], copy) == 0
    assert "written: docs/method.md" in capsys.readouterr().out
    assert path.read_text(encoding="utf-8") == TEXT
    assert manual.main(["--check"], copy) == 0


def test_what_is_written_by_hand_stays(copy: Path) -> None:
    path = copy / manual.MANUAL
    path.write_text(f"By hand.\n\n{TEXT}", encoding="utf-8")
    assert manual.stale(copy) == []
    assert manual.main(["--write"], copy) == 0
    assert path.read_text(encoding="utf-8").startswith("By hand.\n")


def test_a_mark_of_an_unknown_part_is_noticed() -> None:
    with pytest.raises(KeyError, match="unheard"):
        manual.written("<!-- unheard: written by make fix -->\n<!-- end -->\n")
